//! Splitting a text at its top-level table headers, so that its pieces can be parsed side by side.
//!
//! One tree of a large file takes many times the file's memory; the trees of its pieces come and
//! go. The pieces give what the whole gives: a text for which that is not certain is not split.

use std::collections::HashMap;
use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// A piece that a text is cut into.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Whether it is the whole text after all, and the pieces before are not to be taken for anything.
    pub(super) is_instead: bool,
}

/// Consecutive pieces of about `size` bytes that each begin with a top-level header, the first with
/// the text; one piece, at last, if the text cannot be split for sure. They are cut as they are asked for.
pub(super) fn split(text: &str, size: usize) -> impl Iterator<Item = Cut> {
    Cuts {
        text,
        size,
        headers: Headers::of(text),
        start: 0,
        is_over: false,
    }
}

struct Cuts<'t> {
    text: &'t str,
    size: usize,
    headers: Headers<'t>,
    /// Where the next one starts.
    start: usize,
    is_over: bool,
}

impl Cuts<'_> {
    fn end(&mut self, start: usize, is_instead: bool) -> Cut {
        self.is_over = true;
        Cut {
            range: start..self.text.len(),
            is_instead,
        }
    }
}

impl Iterator for Cuts<'_> {
    type Item = Cut;

    fn next(&mut self) -> Option<Cut> {
        if self.is_over {
            return None;
        }
        if self.text.len() <= self.size {
            return Some(self.end(0, false));
        }
        loop {
            match self.headers.next() {
                Ok(Some(header)) if header - self.start >= self.size => {
                    let range = self.start..header;
                    self.start = header;
                    return Some(Cut {
                        range,
                        is_instead: false,
                    });
                }
                Ok(Some(_)) => {}
                Ok(None) => return Some(self.end(self.start, false)),
                Err(NotForSure) => return Some(self.end(0, self.start > 0)),
            }
        }
    }
}

/// The pieces might differ from the whole.
struct NotForSure;

/// Where the top-level headers of a text begin.
struct Headers<'t> {
    text: &'t str,
    scan: Scan<'t>,
    /// The tables so far, and whether they are lists.
    kinds: HashMap<&'t str, bool>,
    current: Option<&'t str>,
    was_list: bool,
}

impl<'t> Headers<'t> {
    fn of(text: &'t str) -> Self {
        let scan = Scan {
            text: text.as_bytes(),
            at: 0,
        };
        Self {
            text,
            scan,
            kinds: HashMap::new(),
            current: None,
            was_list: false,
        }
    }

    /// The next one but the first, with which the first piece begins, if there is one.
    ///
    /// Pieces might differ from the whole where there are keys before the first header, quoted keys in headers, a
    /// `[table]` that stands twice or is a list as well, a `[[list.part]]` that is not right under its list, or
    /// something that is never closed.
    fn next(&mut self) -> Result<Option<usize>, NotForSure> {
        while let Some(start) = self.scan.next_statement() {
            if self.scan.text.get(start) != Some(&b'[') {
                self.current.ok_or(NotForSure)?;
                self.scan.skip_statement().ok_or(NotForSure)?;
                continue;
            }
            let header = self.scan.header(self.text).ok_or(NotForSure)?;
            if let Some((root, _)) = header.key.split_once('.') {
                if self.current != Some(root) {
                    return Err(NotForSure);
                }
                continue;
            }
            let is_first = self.current.is_none();
            self.enter(&header)?;
            if !is_first {
                return Ok(Some(start));
            }
        }
        Ok(None)
    }

    fn enter(&mut self, header: &Header<'t>) -> Result<(), NotForSure> {
        // Most stand below others of their table, and need not be looked up.
        if self.current != Some(header.key) || !self.was_list || !header.is_list {
            let before = self.kinds.insert(header.key, header.is_list);
            if before.is_some_and(|was_list| !was_list || !header.is_list) {
                return Err(NotForSure);
            }
        }
        (self.current, self.was_list) = (Some(header.key), header.is_list);
        Ok(())
    }
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

    /// The pieces that hold.
    fn pieces(text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        for piece in split(text, 1) {
            if piece.is_instead {
                pieces.clear();
            }
            pieces.push(text.get(piece.range).unwrap());
        }
        pieces
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
