//! Texts folded once, to be searched many times.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{fold_char, plain_run, push_plain};

/// Texts as [`fold`](super::fold()) makes them, and what finding in them needs to know besides.
///
/// What a grapheme cluster folds to is not taken apart: `ß` folds to "ss", and a hit that began
/// between the two could not be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where no hit may begin or end: inside what one cluster folded to; ascending.
    inner: Vec<u32>,
    /// Where a capital stood; ascending.
    capitals: Vec<u32>,
}

impl Folded {
    /// A text, folded.
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.add(text, |_, _| {});
        folded
    }

    /// The same, and for each byte of it where in `text` the cluster begins that it came from: the
    /// cluster ends where the next one begins.
    pub(super) fn with_origins(text: &str) -> (Self, Vec<usize>) {
        let mut folded = Self::default();
        let mut origins = Vec::with_capacity(text.len());
        folded.add(text, |start, length| origins.resize(length, start));
        (folded, origins)
    }

    /// Adds a text on a line of its own: nothing is found across lines.
    pub fn add_line(&mut self, text: &str) {
        self.add(text, |_, _| {});
        // No folded text has a line feed in it.
        self.text.push('\n');
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text; `folded` is told of each cluster where it begins in it, and how long the folded
    /// text is with it.
    fn add(&mut self, text: &str, mut folded: impl FnMut(usize, usize)) {
        let mut rest = text;
        while !rest.is_empty() {
            let start = text.len() - rest.len();
            let run = plain_clusters(rest, self.text.ends_with(' '));
            self.push_plain(run);
            let end = self.text.len() - run.len();
            for at in 0..run.len() {
                folded(start + at, end + at + 1);
            }
            rest = rest.get(run.len()..).unwrap_or_default();
            let Some(length) = first_piece(rest) else {
                return;
            };
            let (cluster, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            self.push_cluster(cluster);
            folded(start + run.len(), self.text.len());
            rest = behind;
        }
    }

    fn push_plain(&mut self, run: &str) {
        let start = self.text.len();
        let capitals = run.bytes().enumerate();
        let capitals = capitals.filter(|(_, byte)| byte.is_ascii_uppercase());
        self.capitals
            .extend(capitals.map(|(at, _)| offset(start + at)));
        push_plain(run, &mut self.text);
    }

    fn push_cluster(&mut self, cluster: &str) {
        let mut is_first = true;
        for c in cluster.chars() {
            fold_char(c, |c, is_capital| {
                self.push(c, is_first, is_capital);
                is_first = false;
            });
        }
    }

    fn push(&mut self, c: char, is_first: bool, is_capital: bool) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && self.text.ends_with(' ') {
            return;
        }
        let at = offset(self.text.len());
        if !is_first {
            self.inner.push(at);
        }
        if is_capital {
            self.capitals.push(at);
        }
        self.text.push(c);
    }

    /// Whether a hit may begin or end there.
    pub(super) fn is_between_clusters(&self, at: usize) -> bool {
        self.inner.is_empty() || self.inner.binary_search(&offset(at)).is_err()
    }

    /// Where a hit may not begin or end, in ascending order.
    pub(super) fn inside_clusters(&self) -> impl Iterator<Item = usize> {
        self.inner.iter().map(|&at| at as usize)
    }

    /// The capitals in a range, counted from its start.
    pub(super) fn capitals(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
        let first = self
            .capitals
            .partition_point(|&at| (at as usize) < range.start);
        let rest = self.capitals.iter().skip(first).map(|&at| at as usize);
        rest.take_while(move |&at| at < range.end)
            .map(move |at| at - range.start)
    }

    /// Whether words begin and end where the range does.
    pub(super) fn is_whole_words(&self, range: std::ops::Range<usize>) -> bool {
        let before = self.text.get(..range.start).unwrap_or_default();
        let behind = self.text.get(range.end..).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    }
}

/// The plain characters that a text begins with, none of which is joined to what follows.
fn plain_clusters(text: &str, after_blank: bool) -> &str {
    let (run, behind) = plain_run(text, after_blank);
    let length = if behind.is_empty() || behind.as_bytes().first().is_some_and(u8::is_ascii) {
        run.len()
    } else {
        run.len().saturating_sub(1)
    };
    run.get(..length).unwrap_or_default()
}

/// The length of the cluster that a text begins with; white space stands by itself, whatever it is
/// joined to, since runs of it are one blank.
fn first_piece(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    // In plain ASCII, which most text is, every character is a cluster.
    let followed_by_ascii = text.as_bytes().get(1).is_none_or(u8::is_ascii);
    if first.is_whitespace() || (first.is_ascii() && followed_by_ascii) {
        return Some(first.len_utf8());
    }
    let cluster = text.graphemes(true).next()?;
    Some(cluster.find(char::is_whitespace).unwrap_or(cluster.len()))
}

/// The texts of an event are far shorter than 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Folded, first_piece};
    use crate::text::fold;

    /// A text folded without the short cut for plain characters.
    fn by_clusters(text: &str) -> Folded {
        let mut folded = Folded::default();
        let mut rest = text;
        while let Some((cluster, behind)) = first_piece(rest).map(|length| rest.split_at(length)) {
            folded.push_cluster(cluster);
            rest = behind;
        }
        folded
    }

    #[test]
    fn lines_are_kept_apart() {
        let mut folded = Folded::default();
        folded.add_line("One ");
        folded.add_line(" Two");
        assert_eq!(folded.text(), "one \n two\n");
    }

    #[test]
    fn every_byte_knows_where_it_came_from() {
        let (folded, origins) = Folded::with_origins("a\u{301}ß  Ж");
        assert_eq!(folded.text(), "ass ж");
        assert_eq!(origins, [0, 3, 3, 5, 7, 7]);
    }

    proptest! {
        #[test]
        fn there_is_one_fold(text in "([a-cA-C` ]|\\PC|\\p{M}|[ßİıςÇĲﬁ…\u{fdfa}\u{600} \n\u{a0}🏻]){0,30}") {
            let folded = Folded::of(&text);
            prop_assert_eq!(folded.text(), fold(&text));
            prop_assert_eq!(by_clusters(&text), folded);
        }
    }
}
