//! Text on its way from data to screen: made harmless, measured, cut, wrapped, folded for search.
//!
//! Knows nothing of timelines and nothing of terminals.

mod bidi;
mod count;
mod find;
mod fold;
mod folded;
mod sanitise;
mod sound;
mod width;
mod wrap;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

pub use bidi::{Bidi, has_rtl, reorder};
pub use count::count_lines;
pub use find::{Forms, find_all};
pub use fold::{fold, fold_into};
pub use folded::Folded;
pub use sanitise::{Lines, has_hidden_controls, is_hidden_control, show};
pub use sound::Sound;
pub use width::{clip, clusters, elide, width};
pub use wrap::{Run, wrap};

/// A text from data: as it was written, and as it may be shown.
///
/// Comparing and exporting use the one, everything that is drawn the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    raw: Box<str>,
    /// Only where it differs from `raw`, which is rare.
    shown: Option<Box<str>>,
}

impl Text {
    /// Keeps `raw` in NFC, and what of it may be shown.
    pub fn new(raw: &str, lines: Lines) -> Self {
        let raw: Cow<'_, str> = if raw.is_ascii() {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(raw.nfc().collect())
        };
        let shown = match show(&raw, lines) {
            Cow::Borrowed(_) => None,
            Cow::Owned(shown) => Some(shown.into_boxed_str()),
        };
        Self {
            raw: raw.into(),
            shown,
        }
    }

    /// As it was written, in NFC; not to be drawn.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// As it may be shown: see [`show`].
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(&self.raw)
    }

    /// Whether something in it had to be made harmless; see [`has_hidden_controls`].
    pub fn is_neutralised(&self) -> bool {
        self.shown.is_some() && has_hidden_controls(&self.raw)
    }
}

/// A count with its noun: "1 event", "12 events".
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Text};

    #[test]
    fn a_text_is_kept_in_composed_form() {
        assert_eq!(Text::new("e\u{301}", Lines::One).raw(), "é");
    }

    #[test]
    fn a_text_shows_what_is_harmless_and_keeps_what_was_written() {
        let text = Text::new("a\u{1b}b", Lines::One);
        assert_eq!(
            (text.raw(), text.shown(), text.is_neutralised()),
            ("a\u{1b}b", "a␛b", true)
        );
        let folded = Text::new("two\nlines", Lines::One);
        assert_eq!(
            (folded.shown(), folded.is_neutralised()),
            ("two lines", false)
        );
    }
}
