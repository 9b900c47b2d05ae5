//! JSON: the records with all their keys, two blanks a level.
//!
//! Strings are as they were written. Characters that would do something to a terminal or to a
//! script that the text is embedded in are written as escapes, which a parser reads as the same.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

use crate::text::is_hidden_control;

/// Writes a value as JSON (RFC 8259), with a line feed after it.
pub fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Harmless::default());
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// The usual pretty form, with more characters escaped.
#[derive(Default)]
struct Harmless {
    pretty: PrettyFormatter<'static>,
}

impl Formatter for Harmless {
    /// Gets the stretches of a string between the characters that JSON itself escapes.
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| must_be_escaped(c)) {
            let (before, behind) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            (_, rest) = behind.split_at(c.len_utf8());
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(out)
    }
}

fn must_be_escaped(c: char) -> bool {
    is_hidden_control(c) || matches!(c, '<' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::write;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        write(&mut out, &text).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_would_harm_a_terminal_is_escaped() {
        assert_eq!(
            written("a\u{1b}[31m\u{7f}\u{9b}\u{202e}\u{2028}é\""),
            "\"a\\u001b[31m\\u007f\\u009b\\u202e\\u2028é\\\"\"\n"
        );
    }

    #[test]
    fn f19_no_string_ends_the_script_that_the_text_is_embedded_in() {
        assert_eq!(written("</script><!--"), "\"\\u003c/script>\\u003c!--\"\n");
    }

    proptest! {
        #[test]
        fn f19_a_parser_reads_what_was_written(text in "\\PC{0,20}|[\\x00-\\x{ff}\\x{2020}-\\x{2070}😀]{0,20}") {
            let json = written(&text);
            prop_assert!(!json.trim_end().contains(char::is_control));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
