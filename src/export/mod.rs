//! What leaves the program as data: records with stable keys, and the formats they are written in.
//!
//! Records borrow from the timeline; scripts rely on their keys, which tests hold still. Each format is
//! a function from records to a writer. Escaping is the format's library's, never ours. Knows nothing of files
//! and terminals.

pub mod csv;
pub mod json;
pub mod markdown;
mod record;
mod stats;

pub use record::{EventDetail, EventRecord, QuoteRecord};
pub use stats::{Counted, Stats};
