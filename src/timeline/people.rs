//! Who takes part and who speaks.

use super::{Id, ParticipantIx};
use crate::diagnostic::Span;
use crate::text::Text;

/// A delegation or an organisation.
#[derive(Debug, Clone)]
pub struct Participant {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// At most four columns, for tight places.
    pub code: Option<Text>,
    /// What it is: state, government, opposition, organisation …
    pub kind: Option<Text>,
    /// Other names it is found by.
    pub aliases: Vec<Text>,
    /// Where it is defined.
    pub at: Span,
}

/// A speaker or a head of delegation.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their id.
    pub id: Id,
    /// Their name, in one spelling.
    pub name: Text,
    /// Other spellings and scripts they are found by.
    pub aliases: Vec<Text>,
    /// Whom they speak for, unless a quote says otherwise.
    pub participant: Option<ParticipantIx>,
    /// Their office.
    pub title: Option<Text>,
    /// Where they are defined.
    pub at: Span,
}
