//! Loading: texts in, a timeline and everything that is wrong with them out.
//!
//! ```text
//! read (paths → texts) → split (text → pieces) → parse (pieces → raw items)
//!      → resolve (ids → handles) → verify (direct quotes against source texts)
//! ```
//!
//! Loading never fails on data: a broken item is left out *and* reported, a broken optional field
//! costs that field. Only `read`, `file` and `seeds` touch files; the rest are functions over texts.

mod again;
mod beginning;
mod checks;
mod closest;
mod excerpt;
mod fields;
mod file;
mod grams;
mod input;
mod items;
mod layers;
mod names;
mod parse;
mod plain;
mod progress;
mod raw;
mod read;
mod recover;
mod resolve;
mod seeds;
mod share;
mod split;
mod tables;
mod tree;
mod typeset;
mod verify;
mod watched;

use crate::diagnostic::{Diagnostic, Files, Severity};
use crate::timeline::Timeline;

pub use beginning::{first_screen, so_far};
pub(crate) use fields::{Piece, type_name};
pub use file::MAX_FILE_BYTES;
pub use input::Input;
use layers::Layers;
pub(crate) use names::nearest;
pub use progress::Progress;
pub(crate) use read::read_text;
pub use read::{MAX_DEPTH, MAX_FILES, MAX_TIMELINE_BYTES, Reader, read};
pub(crate) use recover::{drop_what_follows, report as report_syntax};
pub use seeds::MAX_SEED_BYTES;
pub use share::Share;
pub use watched::{Traces, folders, is_part};

/// What came of loading.
#[derive(Debug)]
pub struct Loaded {
    /// What is sound.
    pub timeline: Timeline,
    /// What is not: by file, place and code, each once.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that both point into.
    pub files: Files,
    is_empty: bool,
}

impl Loaded {
    /// Whether there is nothing to show: no event, and something is wrong or nothing is there.
    ///
    /// A sound timeline that says what it is and has no events yet can be shown.
    pub const fn is_empty(&self) -> bool {
        self.is_empty
    }
}

/// How large the pieces are that a text is parsed in, in bytes: small enough that several threads
/// have something to do and a piece's tree stays small, large enough that pieces are few.
const PIECE: usize = 8 * 1024;

/// Loads a timeline.
pub fn load(input: Input) -> Loaded {
    load_in_pieces(input, PIECE)
}

/// The same, and says meanwhile how far it has come.
pub fn load_reporting(input: Input, progress: &Progress) -> Loaded {
    load_whole(input, PIECE, progress)
}

/// Loads a timeline in pieces of about `piece` bytes; the size makes no difference to the result,
/// which a test holds it to.
pub fn load_in_pieces(input: Input, piece: usize) -> Loaded {
    load_whole(input, piece, &Progress::default())
}

fn load_whole(input: Input, piece: usize, progress: &Progress) -> Loaded {
    let mut files = Files::default();
    let mut diagnostics = Vec::new();
    let (layers, readable) = Layers::add(input, &mut files, &mut diagnostics);
    let raw = parse::parse(&files, &readable, (piece, progress), &mut diagnostics);
    let says_what_it_is = !raw.metas.is_empty();
    let parts = resolve::resolve(raw, &layers, &files, &mut diagnostics);
    let is_broken = diagnostics.iter().any(|d| d.severity() == Severity::Error);
    let is_empty = parts.events.is_empty() && (is_broken || !says_what_it_is);
    let timeline = Timeline::new(parts);
    diagnostics.sort_by_key(|d| (d.at.file(), d.at, d.code));
    diagnostics.dedup();
    Loaded {
        timeline,
        diagnostics,
        files,
        is_empty,
    }
}
