//! Strings that are parts of a longer one, which they keep instead of a copy.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// A text that parts are taken of.
///
/// Whoever takes many parts makes one of his own of the same text: threads that count the keepers
/// of one and the same would wait for each other.
#[derive(Clone)]
pub struct Whole(Arc<Kept>);

enum Kept {
    /// A text that is kept for other reasons too.
    Shared(Arc<Cow<'static, str>>),
    /// A text by itself, and the form in which it is shown, where that is another.
    Own {
        raw: Box<str>,
        shown: Option<Box<str>>,
    },
}

impl Whole {
    /// The whole of a text that is there already.
    pub fn shared(text: Arc<Cow<'static, str>>) -> Self {
        Self(Arc::new(Kept::Shared(text)))
    }

    fn text(&self) -> &str {
        match &*self.0 {
            Kept::Shared(text) => text,
            Kept::Own { raw, .. } => raw,
        }
    }

    /// `text` as a part, if it does not only say the same as a part but is one.
    pub fn part(&self, text: &str) -> Option<Part> {
        let whole = self.text();
        let start = text.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
        let found = whole.get(start..start.checked_add(text.len())?)?;
        std::ptr::eq(found, text).then_some(())?;
        Some(Part {
            whole: self.clone(),
            start: u32::try_from(start).ok()?,
            length: u32::try_from(text.len()).ok()?,
        })
    }
}

/// A part of a text, or a text by itself; two are equal that read the same.
#[derive(Clone)]
pub struct Part {
    whole: Whole,
    /// Where it lies in a shared text.
    start: u32,
    length: u32,
}

impl Part {
    /// A text by itself, copied.
    pub fn own(raw: &str) -> Self {
        Self::own_shown(raw, None)
    }

    /// The same with the form in which it is shown, where that is another.
    pub(super) fn own_shown(raw: &str, shown: Option<Box<str>>) -> Self {
        let raw = raw.into();
        Self {
            whole: Whole(Arc::new(Kept::Own { raw, shown })),
            start: 0,
            length: 0,
        }
    }

    /// What it says.
    pub fn as_str(&self) -> &str {
        match &*self.whole.0 {
            Kept::Shared(text) => text.get(self.range()).unwrap_or_default(),
            Kept::Own { raw, .. } => raw,
        }
    }

    const fn range(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.length as usize
    }

    /// The form in which it is shown, where that is another.
    pub(super) fn shown(&self) -> Option<&str> {
        match &*self.whole.0 {
            Kept::Own { shown, .. } => shown.as_deref(),
            Kept::Shared(_) => None,
        }
    }
}

impl Default for Part {
    fn default() -> Self {
        Self::own("")
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)?;
        match self.shown() {
            Some(shown) => write!(f, " (shown as {shown:?})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.text().len())
    }
}

impl Borrow<str> for Part {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Part {}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Part, Whole};

    #[test]
    fn a_part_is_what_lies_in_the_whole_and_not_what_reads_the_same() {
        let text = Arc::new(String::from("one two").into());
        let whole = Whole::shared(Arc::clone(&text));
        let part = whole.part(text.get(4..).unwrap()).unwrap();
        assert_eq!((part.as_str(), &part), ("two", &Part::own("two")));
        assert!(whole.part("two").is_none());
        let other: String = text.to_string();
        assert!(whole.part(&other).is_none());
    }

    #[test]
    fn a_part_takes_no_more_room_than_a_string_that_is_kept_for_itself() {
        assert_eq!(size_of::<Option<Part>>(), size_of::<Option<Box<str>>>());
    }
}
