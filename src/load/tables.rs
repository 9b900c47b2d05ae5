//! Finding tables by their headers, without parsing: for what is shown before a timeline is loaded.
//!
//! What looks like a header may stand in a string; what comes of such a mistake is no TOML, or is put right once
//! the timeline is loaded.

use std::ops::Range;

use memchr::{memchr, memmem, memrchr};

use super::parse::TABLES;
use super::recover::header;

/// A table of the schema with all that stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table<'t> {
    /// What its header says: `event`, `person`.
    pub(super) name: &'t str,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

/// The tables whose headers begin lines, in their order; found as they are asked for.
pub(super) fn tables(text: &str) -> impl Iterator<Item = Table<'_>> {
    let first = text.starts_with('[').then_some(0);
    let later = memmem::find_iter(text.as_bytes(), "\n[").map(|at| at + 1);
    let starts = first.into_iter().chain(later);
    let mut named = starts
        .filter_map(|start| Some((table_name(text, start)?, start)))
        .peekable();
    std::iter::from_fn(move || {
        let (name, start) = named.next()?;
        let end = named.peek().map_or(text.len(), |(_, next)| *next);
        let range = start..end;
        Some(Table { name, range })
    })
}

/// What is said by the header of a table at the beginning of a line, if one stands there.
fn table_name(text: &str, start: usize) -> Option<&str> {
    let rest = text.get(start..)?;
    // Most headers are of tables inside these: that is seen without looking at what stands behind them.
    let closed = memchr(b']', rest.as_bytes())?;
    let key = rest.get(..closed)?.trim_matches(['[', ' ', '\t']);
    if !TABLES.contains(&key) {
        return None;
    }
    let end = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
    let key = header(rest.get(..end)?)?;
    TABLES.contains(&key).then_some(key)
}

/// The longest beginning of a text that ends before a table: what was cut off from the rest of its file may
/// end in the middle of one.
pub(super) fn whole_tables(text: &str) -> &str {
    let mut end = text.len();
    while let Some(at) = memrchr(b'\n', text.as_bytes().get(..end).unwrap_or_default()) {
        if table_name(text, at + 1).is_some() {
            return text.get(..=at).unwrap_or_default();
        }
        end = at;
    }
    ""
}

/// The id of a table, as far as it stands on a line of its own.
pub(super) fn id(table: &str) -> Option<&str> {
    table.lines().find_map(|line| {
        let value = line.strip_prefix("id")?.trim_start().strip_prefix('=')?;
        let value = value.trim_start().strip_prefix('"')?;
        value.split_once('"').map(|(id, _)| id)
    })
}

#[cfg(test)]
mod tests {
    use super::{id, tables, whole_tables};

    const TEXT: &str = "# Talks\n[timeline]\ntitle = \"[x]\"\n[[event]]\nid = \"a\"\n[[event.quote]]\n\
        text = \"b\"\n[[other]]\n[[event]] # second\nid=\"b\"\n";

    #[test]
    fn a_table_reaches_to_the_next_one_of_the_schema() {
        let found: Vec<_> = tables(TEXT)
            .map(|table| (table.name, id(TEXT.get(table.range).unwrap())))
            .collect();
        assert_eq!(
            found,
            [
                ("timeline", None),
                ("event", Some("a")),
                ("event", Some("b"))
            ]
        );
    }

    #[test]
    fn of_a_text_that_was_cut_the_last_table_is_left_out() {
        let (whole, last) = TEXT.split_at(TEXT.rfind("[[event]]").unwrap());
        assert_eq!(whole_tables(TEXT), whole);
        assert!(last.starts_with("[[event]] # second"));
        assert_eq!(whole_tables("title = 1\n"), "");
    }
}
