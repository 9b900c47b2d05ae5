//! The rows of the lists, made from what the query shows: of long lists only what is looked at.

mod events;
mod sources;
mod speakers;

pub use crate::timeline::Speaker;
pub use events::{EventRow, EventRows};
pub use sources::{Order, SourceRow, SourceRows};
pub use speakers::{SpeakerRow, SpeakerRows};
