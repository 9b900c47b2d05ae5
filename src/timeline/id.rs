//! Ids, as curators write them.

use std::borrow::Borrow;
use std::fmt;

use crate::text::{Part, Whole};

/// An id in kebab-case: `[a-z0-9]+(-[a-z0-9]+)*`.
///
/// Only such text becomes an `Id`, so it is safe to show, to put into a query and into a file name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Part);

impl Id {
    /// `text` as an id, if it is kebab-case.
    pub fn new(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(Part::own(text)))
    }

    /// The same of what may lie in a whole, which is then not copied.
    pub fn of(whole: &Whole, text: &str) -> Option<Self> {
        let part = || whole.part(text).unwrap_or_else(|| Part::own(text));
        is_id(text).then(|| Self(part()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// Whether a text is kebab-case.
fn is_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

/// Ids are looked up by what they say.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_kebab_case_is_an_id() {
        for good in ["a", "round-06", "7", "s-2017-9"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in [
            "", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a\u{1b}",
        ] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
