//! Text on its way from data to screen: made harmless, measured, cut, wrapped, folded for search.
//!
//! Knows nothing of timelines and nothing of terminals.

mod bidi;
mod count;
mod find;
mod fold;
mod folded;
mod latin;
mod part;
mod sanitise;
mod sound;
mod width;
mod wrap;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use bidi::{Bidi, has_rtl, reorder};
pub use count::count_lines;
pub use find::{Forms, find_all};
pub use fold::{fold, fold_into};
pub use folded::Folded;
pub(crate) use latin::latin;
pub use part::{Part, Whole};
use sanitise::is_simple;
pub use sanitise::{Lines, has_hidden_controls, is_hidden_control, show};
pub use sound::Sound;
pub use width::{clip, clusters, elide, is_narrow, width};
pub use wrap::{Run, wrap};

/// A text from data: as it was written, and as it may be shown.
///
/// Comparing and exporting use the one, everything that is drawn the other.
#[derive(Debug, Clone, Default)]
pub struct Text(Part);

impl Text {
    /// Keeps `raw` in NFC, and what of it may be shown.
    pub fn new(raw: &str, lines: Lines) -> Self {
        Self::kept(raw, lines).unwrap_or_else(|| Self(Part::own(raw)))
    }

    /// The same of what may lie in a whole: what does, and is kept and shown as it stands there, is
    /// not copied.
    pub fn of(whole: &Whole, raw: &str, lines: Lines) -> Self {
        let part = || whole.part(raw).unwrap_or_else(|| Part::own(raw));
        Self::kept(raw, lines).unwrap_or_else(|| Self(part()))
    }

    /// What is kept of a text, unless it is the text as it is.
    fn kept(raw: &str, lines: Lines) -> Option<Self> {
        if is_simple(raw) {
            return None;
        }
        let is_composed = raw.is_ascii() || is_nfc_quick(raw.chars()) == IsNormalized::Yes;
        let composed: Cow<'_, str> = if is_composed {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(raw.nfc().collect())
        };
        let shown = match show(&composed, lines) {
            Cow::Borrowed(_) if is_composed => return None,
            Cow::Borrowed(_) => None,
            Cow::Owned(shown) => Some(shown.into_boxed_str()),
        };
        Some(Self(Part::own_shown(&composed, shown)))
    }

    /// As it was written, in NFC; not to be drawn.
    pub fn raw(&self) -> &str {
        self.0.as_str()
    }

    /// As it may be shown: see [`show`].
    pub fn shown(&self) -> &str {
        self.0.shown().unwrap_or_else(|| self.raw())
    }

    /// Whether something in it had to be made harmless; see [`has_hidden_controls`].
    pub fn is_neutralised(&self) -> bool {
        self.0.shown().is_some() && has_hidden_controls(self.raw())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.raw() == other.raw() && self.shown() == other.shown()
    }
}

impl Eq for Text {}

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
