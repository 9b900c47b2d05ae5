//! What becomes of a text that is not TOML: it is cut into tables, so that a mistake costs the
//! table it stands in, and the parser's errors are told in our words, one for each line.

use std::collections::HashSet;
use std::ops::Range;

use toml::de::Error;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::text::{Lines, elide, show};
use crate::timeline::Date;

use super::fields::Piece;

/// The longest message of the TOML parser that is passed on, in columns.
const LONGEST_MESSAGE: usize = 160;

/// Cuts a text before every line that is the header of one of `tables`, whatever stands before it:
/// a string or an array that is never closed would else swallow all that follows.
///
/// A part of another table's item (`[[event.quote]]` below a `[[person]]`) is not parted from it.
pub(super) fn sections(text: &str, tables: &[&str]) -> Vec<Range<usize>> {
    let mut starts = vec![("", 0)];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(key) = header(line) {
            let (root, part) = key.split_once('.').unwrap_or((key, ""));
            if part.is_empty() && tables.contains(&root) {
                starts.push((root, at));
            } else if let Some(whole) = starts.iter().rposition(|(known, _)| *known == root) {
                starts.truncate(whole + 1);
            }
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, start)| *start);
    let ends = ends.chain(std::iter::once(text.len()));
    let sections = starts.iter().zip(ends).map(|((_, start), end)| *start..end);
    sections.filter(|section| !section.is_empty()).collect()
}

/// The key of a line that is a table's header.
pub(super) fn header(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t']).strip_prefix('[')?;
    let (key, rest) = match line.strip_prefix('[') {
        Some(line) => line.split_once("]]")?,
        None => line.split_once(']')?,
    };
    let rest = rest.trim_start();
    (rest.is_empty() || rest.starts_with('#')).then(|| key.trim_matches([' ', '\t']))
}

/// Reports the parser's errors in `text`, the first of each line.
pub(crate) fn report(errors: &[Error], text: &str, piece: &mut Piece) {
    let mut lines = HashSet::new();
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let line_start = text
            .get(..range.start)
            .and_then(|before| before.rfind('\n'));
        if lines.insert(line_start) {
            let diagnostic = in_our_words(error.message(), range, text, piece);
            piece.problems.push(diagnostic);
        }
    }
}

fn in_our_words(message: &str, range: Range<usize>, text: &str, piece: &Piece) -> Diagnostic {
    let found = text.get(range.clone()).unwrap_or_default();
    let span = piece.span(range.clone());
    let say = |message: &str| Diagnostic::new(Code::Syntax, span, message);
    // A bare word: the parser takes it for the number or truth that it begins like.
    let is_word = found.starts_with(char::is_alphabetic)
        && (message.starts_with("invalid boolean") || message.starts_with("invalid float"));
    if is_word || message.starts_with("string values must be quoted") {
        return if found.is_empty() {
            say("there is no value")
        } else {
            say("a text must stand in quotation marks")
        };
    }
    if message.starts_with("invalid basic string, expected `\"`")
        || message.starts_with("invalid literal string, expected `'`")
    {
        return say("this string has no closing quotation mark");
    }
    if message == "duplicate key" {
        let diagnostic = say("this key stands twice");
        return match first_of(found, range.start, text) {
            Some(first) => diagnostic.label(piece.span(first), "the first one"),
            None => diagnostic,
        };
    }
    let message = show(message.trim(), Lines::One);
    let diagnostic = say(&elide(&message, LONGEST_MESSAGE, "…"));
    if Date::parse(found).is_ok_and(|date| !date.is_day()) {
        let help = format!("what is not a whole day stands in quotation marks: \"{found}\"");
        return diagnostic.help(help);
    }
    diagnostic
}

/// Where a key that begins a line before `end` in the same table stands.
fn first_of(key: &str, end: usize, text: &str) -> Option<Range<usize>> {
    let before = text.get(..end)?;
    let (above, _) = before.rsplit_once('\n')?;
    let mut line_end = above.len();
    for line in above.rsplit('\n') {
        let start = line_end - line.len();
        let statement = line.trim_start_matches([' ', '\t']);
        let rest = statement.strip_prefix(key);
        if rest.is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('=')) {
            let start = start + line.len() - statement.len();
            return Some(start..start + key.len());
        }
        if header(line).is_some() {
            return None;
        }
        line_end = start.saturating_sub(1);
    }
    None
}

/// Takes out what only follows from syntax errors in the same table: what seems to be missing, and
/// what is wrong with a value that is none.
pub(crate) fn drop_what_follows(problems: &mut Vec<Diagnostic>) {
    let syntax: Vec<Span> = problems
        .iter()
        .filter(|problem| problem.code == Code::Syntax)
        .filter_map(|problem| match problem.at {
            crate::diagnostic::At::Text(span) => Some(span),
            crate::diagnostic::At::File(_) => None,
        })
        .collect();
    let touches = |problem: &Diagnostic| match problem.at {
        crate::diagnostic::At::Text(span) => syntax
            .iter()
            .any(|error| span.start <= error.end && error.start <= span.end),
        crate::diagnostic::At::File(_) => false,
    };
    problems.retain(|problem| match problem.code {
        Code::Syntax => true,
        Code::MissingKey | Code::NoSources | Code::NotAList => false,
        _ => !touches(problem),
    });
}

#[cfg(test)]
mod tests {
    use super::sections;

    fn cut(text: &str) -> Vec<&str> {
        sections(text, &["a", "b"])
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect()
    }

    #[test]
    fn a_text_is_cut_before_every_header_of_a_table() {
        assert_eq!(
            cut("x\n[[a]]\ny = [\n [ b ] # c\n[b.c]\n[d]\n[[a]]"),
            ["x\n", "[[a]]\ny = [\n", " [ b ] # c\n[b.c]\n[d]\n", "[[a]]"]
        );
        assert_eq!(cut("[[a]] x\n"), ["[[a]] x\n"]);
        assert!(cut("").is_empty());
    }

    #[test]
    fn a_part_stays_with_its_table() {
        assert_eq!(
            cut("[[a]]\n[[b]]\n[[b]]\n[[a.c]]\n[[b]]\n"),
            ["[[a]]\n[[b]]\n[[b]]\n[[a.c]]\n", "[[b]]\n"]
        );
    }
}
