//! Values read again from where they stand.
//!
//! Of what is needed once more, or only where something is wrong, a place in the text is kept and
//! no copy: there are a dozen such values in every event.

use std::borrow::Cow;

use memchr::memchr3;
use toml::de::DeValue;

use crate::diagnostic::{FileId, Files, Span};

use super::split::string_end;

/// The stretch of the value that begins at a byte of a file.
pub(super) fn span(files: &Files, file: FileId, start: u32) -> Span {
    let start = start as usize;
    let value = value(files.text(file), start);
    Span::new(file, start..start + value.len())
}

/// The string that begins at a byte of a file, as it is meant.
pub(super) fn string(files: &Files, file: FileId, start: u32) -> Cow<'_, str> {
    let text = files.text(file);
    if let Some(plain) = plain(text.get(start as usize..).unwrap_or_default()) {
        return Cow::Borrowed(plain);
    }
    let value = value(text, start as usize);
    // What is wrong in it is told already; it says what the parser made of it then.
    let (again, _) = DeValue::parse_recoverable(value);
    match again.into_inner() {
        DeValue::String(string) => string,
        _ => Cow::Borrowed(value),
    }
}

/// A value as it is written, to its end: a string, or what ends with its line or in a list.
///
/// Where something is never closed, the parser takes a bare word for a string.
fn value(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let is_word = !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let ends = |c: char| match c {
        ',' | ']' | '}' | '#' | '\n' | '\r' => true,
        ' ' | '\t' | '=' | '[' | '{' => is_word,
        _ => false,
    };
    let end = string_end(rest).or_else(|| rest.find(ends));
    let value = end.map_or(Some(rest), |end| rest.get(..end));
    value.unwrap_or(rest).trim_end_matches([' ', '\t'])
}

/// What a string says that a text begins with, if it is written as most are: in plain quotation
/// marks, on one line, without escapes.
fn plain(text: &str) -> Option<&str> {
    let (first, inner) = text.as_bytes().split_first()?;
    let end = memchr3(b'"', b'\\', b'\n', inner).filter(|end| *end > 0)?;
    let is_plain = *first == b'"' && inner.get(end) == Some(&b'"');
    text.get(1..=end).filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Files;

    use super::{span, string};

    #[test]
    fn a_value_is_read_again_to_its_end() {
        for (text, value) in [
            ("\"a-b\" # c", "\"a-b\""),
            ("'a', 'b'", "'a'"),
            ("\"\"\"a\"b\"\"\"]", "\"\"\"a\"b\"\"\""),
            ("2017-09-14 10:00:00Z # c", "2017-09-14 10:00:00Z"),
            ("2017-09-14\r\n", "2017-09-14"),
            ("12 }", "12"),
            ("0x1F, 2", "0x1F"),
            ("7", "7"),
            ("speaker = \"a\"", "speaker"),
            ("x\"a\" # c", "x\"a\""),
        ] {
            let mut files = Files::default();
            let file = files.add("a.toml", format!("x = {text}"));
            let range = span(&files, file, 4).range();
            assert_eq!(files.text(file).get(range), Some(value), "{text}");
        }
    }

    #[test]
    fn a_string_is_read_again_as_it_is_meant() {
        for (text, meant) in [
            ("\"a-b\"", "a-b"),
            ("\"\"", ""),
            ("''", ""),
            ("'a\\b'", "a\\b"),
            ("\"a\\u002db\\\"\"", "a-b\""),
            ("\"\"\"\na\"\"\"", "a"),
            ("'''it's'''", "it's"),
            ("\"'a'\"", "'a'"),
            ("\"\"\"\"\"\"", ""),
            ("\"a\\sb\"", "a\\sb"),
        ] {
            let mut files = Files::default();
            let file = files.add("a.toml", format!("{text}\n"));
            assert_eq!(string(&files, file, 0), meant, "{text}");
        }
    }
}
