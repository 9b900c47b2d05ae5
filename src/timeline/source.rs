//! What facts rest on.

use std::sync::Arc;

use super::{Date, Id};
use crate::diagnostic::Span;
use crate::text::Text;

/// A page, paper or broadcast that facts rest on.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// When it was published.
    pub date: Option<Date>,
    /// When it was looked up.
    pub accessed: Option<Date>,
    /// Where it is; http or https.
    pub url: Option<Text>,
    /// Its language, BCP 47.
    pub language: Option<Text>,
    /// Its text from the seeds folder, as it stands in the file, if it has one that could be read.
    pub text: Option<Arc<str>>,
    /// Where it is defined.
    pub at: Span,
}
