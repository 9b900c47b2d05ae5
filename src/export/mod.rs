//! What leaves the program as data: records with stable keys, and the formats they are written in.
//!
//! Records borrow from the timeline; scripts rely on their keys, which tests hold still. Each format is
//! a function from records or a [`Selection`] to a writer, and the same input gives the same bytes. Escaping
//! is the format's library's wherever there is one. Knows nothing of files and terminals.

mod archive;
pub mod bibtex;
mod citation;
pub mod copy;
pub mod csl;
pub mod csv;
mod days;
pub mod html;
pub mod ics;
pub mod json;
mod link;
pub mod markdown;
mod markup;
pub mod markwhen;
mod record;
mod selection;
mod stats;
pub mod svg;
mod tables;
pub mod timelinejs;
mod works;

pub use archive::Archive;
pub use record::{EventDetail, EventRecord, QuoteRecord};
pub use selection::Selection;
pub use stats::{Counted, Stats};
pub use tables::{TableName, write as write_table};

use crate::timeline::{Event, Timeline};

/// An event's label and title, once if they are the same: "Round 6: Sixth meeting".
fn named(timeline: &Timeline, event: &Event) -> String {
    let (label, title) = (timeline.label(event), event.title.shown());
    if label == title {
        label
    } else {
        format!("{label}: {title}")
    }
}
