//! Splitting a text at its top-level table headers, so that its pieces can be parsed side by side.
//!
//! One tree of a large file takes many times the file's memory; the trees of its pieces come and
//! go. The pieces give what the whole gives: a text for which that is not certain is not split.

use std::collections::HashMap;
use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// Consecutive pieces of about `size` bytes that each begin with a top-level header, the first with
/// the text; one piece if the text cannot be split for sure.
pub(super) fn split(text: &str, size: usize) -> Vec<Range<usize>> {
    let whole = std::iter::once(0..text.len());
    if text.len() <= size {
        return whole.collect();
    }
    match top_level_headers(text) {
        Some(headers) => cut(&headers, text.len(), size),
        None => whole.collect(),
    }
}

fn cut(headers: &[usize], end: usize, size: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for &header in headers.iter().skip(1) {
        if header - start >= size {
            pieces.push(start..header);
            start = header;
        }
    }
    pieces.push(start..end);
    pieces
}

/// Where the top-level headers begin, or nothing if the pieces might differ from the whole: keys
/// before the first header, quoted keys in headers, a `[table]` that stands twice or is a list as
/// well, a `[[list.part]]` that is not right under its list, or something never closed.
fn top_level_headers(text: &str) -> Option<Vec<usize>> {
    let mut headers = Vec::new();
    let mut kinds: HashMap<&str, bool> = HashMap::new();
    let mut current = None;
    let mut was_list = false;
    let mut scan = Scan {
        text: text.as_bytes(),
        at: 0,
    };
    while let Some(start) = scan.next_statement() {
        if scan.text.get(start) != Some(&b'[') {
            current?;
            scan.skip_statement()?;
            continue;
        }
        let header = scan.header(text)?;
        if let Some((root, _)) = header.key.split_once('.') {
            (current == Some(root)).then_some(())?;
            continue;
        }
        // Most stand below others of their table, and need not be looked up.
        if current != Some(header.key) || !was_list || !header.is_list {
            let before = kinds.insert(header.key, header.is_list);
            let sound = before.is_none_or(|was_list| was_list && header.is_list);
            sound.then_some(())?;
        }
        (current, was_list) = (Some(header.key), header.is_list);
        headers.push(start);
    }
    Some(headers)
}

struct Header<'a> {
    /// The key, dots and all, without blanks.
    key: &'a str,
    is_list: bool,
}

/// The byte behind the string that a text begins with, if it does and the string is closed.
pub(super) fn string_end(text: &str) -> Option<usize> {
    let mut scan = Scan {
        text: text.as_bytes(),
        at: 0,
    };
    matches!(scan.peek()?, b'"' | b'\'').then_some(())?;
    scan.skip_string()?;
    Some(scan.at)
}

/// A reader that knows where statements begin and end, and nothing of what they mean.
struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Whether a byte stands three times, as round strings of several lines.
    fn is_tripled(&self, quote: u8) -> bool {
        let at = |ahead| self.text.get(self.at + ahead) == Some(&quote);
        at(0) && at(1) && at(2)
    }

    fn rest(&self) -> &[u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_to_line_end(&mut self) {
        self.at = match memchr(b'\n', self.rest()) {
            Some(line_end) => self.at + line_end,
            None => self.text.len(),
        };
    }

    /// Goes to the next statement, over blanks and comments.
    fn next_statement(&mut self) -> Option<usize> {
        loop {
            match self.peek()? {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'#' => self.skip_to_line_end(),
                _ => return Some(self.at),
            }
        }
    }

    /// Reads a header to the end of its line; nothing if it is not a plain one.
    fn header<'a>(&mut self, text: &'a str) -> Option<Header<'a>> {
        let is_list = self.text.get(self.at + 1) == Some(&b'[');
        let brackets = if is_list { 2 } else { 1 };
        let start = self.at + brackets;
        self.skip_to_line_end();
        let line = text.get(start..self.at)?;
        let (key, rest) = line.split_once(if is_list { "]]" } else { "]" })?;
        let key = key.trim_matches([' ', '\t']);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let rest = rest.trim_start_matches([' ', '\t', '\r']);
        let ends = rest.is_empty() || rest.starts_with('#');
        (ends && !key.is_empty() && key.chars().all(plain)).then_some(Header { key, is_list })
    }

    /// Goes behind a `key = value`; nothing if something in it is never closed.
    fn skip_statement(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                None => return (depth == 0).then_some(()),
                Some(b'\n') if depth == 0 => return Some(()),
                Some(b'#') => self.skip_to_line_end(),
                Some(b'"' | b'\'') => self.skip_string()?,
                Some(byte) => {
                    match byte {
                        b'[' | b'{' => depth += 1,
                        b']' | b'}' => depth = depth.checked_sub(1)?,
                        _ => {}
                    }
                    self.at += 1;
                }
            }
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        let quote = self.peek()?;
        if self.is_tripled(quote) {
            return self.skip_multi_line_string(quote);
        }
        self.at += 1;
        loop {
            self.at += memchr3(quote, b'\\', b'\n', self.rest())?;
            match self.peek()? {
                b'\n' => return None,
                byte if byte == quote => {
                    self.at += 1;
                    return Some(());
                }
                _ if quote == b'"' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_multi_line_string(&mut self, quote: u8) -> Option<()> {
        self.at += 3;
        loop {
            self.at += memchr2(quote, b'\\', self.rest())?;
            match self.peek()? {
                b'\\' if quote == b'"' => self.at += 2,
                _ if self.is_tripled(quote) => {
                    // Up to two quotation marks may stand before the closing three.
                    self.at += 3;
                    for _ in 0..2 {
                        self.at += usize::from(self.peek() == Some(quote));
                    }
                    return Some(());
                }
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    fn pieces(text: &str) -> Vec<&str> {
        split(text, 1)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect()
    }

    #[test]
    fn a_text_is_split_at_its_top_level_headers() {
        assert_eq!(
            pieces("# c\n[a]\nx = 1\n[[b]]\n[[b.c]]\n[[b]] # d\n"),
            ["# c\n[a]\nx = 1\n", "[[b]]\n[[b.c]]\n", "[[b]] # d\n"]
        );
    }

    #[test]
    fn a_header_inside_a_string_a_comment_or_an_array_is_none() {
        for text in [
            "[a]\nx = \"\"\"\n[[b]]\n\\\"\"\"\n[[b]]\"\"\"\n",
            "[a]\nx = '''\n[[b]]\n''''\n",
            "[a]\n# [[b]]\n",
            "[a]\nx = [\n[1]\n]\n",
            "[a]\nx = \"[[b]]\" # \"\n",
            "[a]\nx = { y = \"}\" }\n",
        ] {
            assert_eq!(pieces(text), [text]);
        }
    }

    #[test]
    fn a_text_whose_pieces_might_differ_from_the_whole_stays_whole() {
        for text in [
            "x = 1\n[a]\n[[b]]\n",
            "[[a]]\n[[b]]\n[[a.c]]\n",
            "[a]\n[[b]]\n[a]\n",
            "[[a]]\n[a]\n",
            "[\"a\"]\n[[b]]\n",
            "[[a]]\nx = \"\n[[a]]\n",
            "[[a]]\nx = [\n[[a]]\n",
            "[[a]]\nx = ]\n[[a]]\n",
            "[[a]] x\n[[a]]\n",
        ] {
            assert_eq!(pieces(text), [text]);
        }
    }
}
