//! The works that a bibliography lists.

use crate::timeline::{EventIx, SourceIx};

/// Sources and documents, in the order in which they are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Works {
    /// Sources.
    pub(super) sources: Vec<SourceIx>,
    /// Documents: the event of each, and its place among the event's documents, from 0.
    pub(super) documents: Vec<(EventIx, usize)>,
}
