//! Text in columns: measured and cut between clusters.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::sanitise::{is_simple, is_simple_char};

/// The grapheme clusters of a text, each with the columns it takes; none for a cluster that is
/// not drawn.
pub fn clusters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?;
        // Of simple characters, which most text is made of, every one is a cluster of one column.
        let is_alone = is_simple_char(first) && chars.next().is_none_or(is_simple_char);
        let length = if is_alone {
            first.len_utf8()
        } else {
            rest.graphemes(true).next()?.len()
        };
        let (cluster, behind) = rest.split_at_checked(length)?;
        rest = behind;
        let columns = if is_alone { 1 } else { cluster_width(cluster) };
        Some((cluster, columns))
    })
}

/// The columns that a shown text takes.
///
/// They are the cells that ratatui fills with it, which a test compares: text is laid out by this,
/// and if the two differed, columns would not line up.
pub fn width(text: &str) -> usize {
    if is_simple(text) {
        text.chars().count()
    } else {
        clusters(text).map(|(_, columns)| columns).sum()
    }
}

/// Whether each character of a text is for sure a cluster of one column.
pub fn is_narrow(text: &str) -> bool {
    is_simple(text)
}

/// The longest beginning of a text that fits into `columns`, cut between clusters.
pub fn clip(text: &str, columns: usize) -> &str {
    // No cluster takes more columns than bytes.
    if text.len() <= columns {
        return text;
    }
    let (mut used, mut end) = (0, 0);
    for (cluster, columns_taken) in clusters(text) {
        used += columns_taken;
        if used > columns {
            break;
        }
        end += cluster.len();
    }
    text.get(..end).unwrap_or(text)
}

/// A text as it is if it fits into `columns`, else its beginning with `mark` behind it; with no
/// room for the mark, its beginning alone.
pub fn elide<'a>(text: &'a str, columns: usize, mark: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    match columns.checked_sub(width(mark)) {
        Some(room) => Cow::Owned(format!("{}{mark}", clip(text, room).trim_end())),
        None => Cow::Borrowed(clip(text, columns)),
    }
}

/// As ratatui's `CellWidth` measures: the sound marks of half-width katakana have width 0 by
/// their Unicode properties, but terminals draw them in a cell of their own.
fn cluster_width(cluster: &str) -> usize {
    if cluster.contains(char::is_control) {
        return 0;
    }
    let sound_marks = cluster
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
        .count();
    cluster.width() + sound_marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use unicode_segmentation::UnicodeSegmentation;

    use super::{clip, cluster_width, elide, is_narrow, is_simple_char, width};
    use crate::text::{Lines, show};

    #[test]
    fn text_is_measured_in_columns() {
        for (text, columns) in [
            ("", 0),
            ("abc", 3),
            ("Лаврентьев", 10),
            ("文字", 4),
            ("e\u{301}", 1),
            ("❤\u{fe0f}", 2),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn simple_characters_are_clusters_of_one_column_each() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| is_simple_char(*c)).collect();
        for c in &all {
            assert_eq!(cluster_width(&c.to_string()), 1, "{c:?}");
        }
        let text: String = all.iter().flat_map(|c| [*c, 'a']).collect();
        assert_eq!(text.graphemes(true).count(), text.chars().count());
        let text: String = all.iter().collect();
        assert_eq!(text.graphemes(true).count(), text.chars().count());
        assert!(is_narrow(&text));
    }

    #[test]
    fn a_cut_falls_between_clusters() {
        assert_eq!(clip("文字", 3), "文");
        assert_eq!(clip("ae\u{301}b", 2), "ae\u{301}");
        assert_eq!(clip("abc", 0), "");
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(elide("Astana", 6, "…"), "Astana");
        assert_eq!(elide("Astana", 4, "…"), "Ast…");
        assert_eq!(elide("a b c", 3, "…"), "a…");
        assert_eq!(elide("Astana", 2, "..."), "As");
        assert_eq!(elide("文字文字", 4, "…"), "文…");
    }

    proptest! {
        #[test]
        fn a9_columns_are_the_cells_that_are_filled(text in "(\\PC|\\p{M}|[文字ﾞ❤️👨\u{200d}👩\u{200d}👧السلام]){0,20}") {
            let shown = show(&text, Lines::One);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 1));
            let (end, _) = buffer.set_stringn(0, 0, &shown, 200, Style::new());
            prop_assert_eq!(width(&shown), usize::from(end));
            prop_assert!(width(&shown) <= shown.len());
        }

        #[test]
        fn a_cut_never_exceeds_its_columns(text in "(\\PC|\\p{M}){0,20}", columns in 0_usize..24) {
            let shown = show(&text, Lines::One);
            prop_assert!(width(clip(&shown, columns)) <= columns);
            prop_assert!(width(&elide(&shown, columns, "…")) <= columns);
        }
    }
}
