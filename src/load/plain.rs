//! Reading TOML that is written as most timelines are, several times as fast as the parser reads all of it.
//!
//! It knows headers of tables and of lists, bare keys, strings in quotation marks without escapes, whole days,
//! short numbers, arrays and tables in one line. Whatever else it meets, a mistake among them, it reads nothing at
//! all: the parser then does, and says what is wrong. Where it reads something, that is what the parser reads.

use std::ops::Range;

use memchr::memchr;
use toml::value::Datetime;

use super::fields::{Located, Piece};
use super::tree::{Node, Table, Value};

/// How deep arrays and tables in one line may stand in each other.
const MOST_DEPTH: usize = 8;
/// The most digits of a number: it fits, whatever it is read into.
const MOST_DIGITS: usize = 9;
/// How many keys an event has that has most of them.
const USUAL_ROWS: usize = 16;

/// The tables of a piece in the order of their names; nothing if anything in it is out of the ordinary.
pub(super) fn parse<'t>(text: &'t str, piece: &Piece) -> Option<Table<'t>> {
    let mut scan = Scan { text, at: 0, piece };
    let mut root = Table::default();
    scan.skip_lines()?;
    while scan.peek().is_some() {
        let header = scan.header()?;
        let table = Value::Table(scan.body()?);
        let table = scan.located(header.whole.clone(), table);
        add(&mut root, header, table)?;
    }
    root.sort();
    Some(root)
}

/// The header of a table, or of the next table of a list.
struct Header<'t> {
    root: Located<&'t str>,
    part: Option<Located<&'t str>>,
    is_list: bool,
    /// Where it stands, with its brackets.
    whole: Range<usize>,
}

/// Adds a table where its header says.
fn add<'t>(root: &mut Table<'t>, header: Header<'t>, table: Node<'t>) -> Option<()> {
    match (header.part, header.is_list) {
        (None, false) => root.add(&header.root, table),
        (None, true) => root.add_item(&header.root, table),
        (Some(part), true) => root.last_item(header.root.value)?.add_item(&part, table),
        (Some(_), false) => None,
    }
}

/// A reader of a piece. What it does not know, and what is wrong, is nothing to it.
struct Scan<'t, 'p> {
    text: &'t str,
    at: usize,
    piece: &'p Piece,
}

impl<'t> Scan<'t, '_> {
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a byte, if it is the next one.
    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// How many bytes of one sort come next.
    fn count(&self, is_of_it: impl Fn(u8) -> bool) -> usize {
        let rest = self.rest();
        rest.iter()
            .position(|byte| !is_of_it(*byte))
            .unwrap_or(rest.len())
    }

    /// The same where they may be many: they are looked at side by side.
    fn count_many(&self, fits: impl Fn(u8) -> bool) -> usize {
        let all_fit = |piece: &&[u8]| piece.iter().fold(true, |all, byte| all & fits(*byte));
        let pieces = self.rest().chunks(32).take_while(all_fit);
        let many: usize = pieces.map(<[u8]>::len).sum();
        let rest = self.rest().get(many..).unwrap_or_default();
        many + rest.iter().take_while(|byte| fits(**byte)).count()
    }

    fn skip_blanks(&mut self) {
        self.at += self.count(is_blank);
    }

    fn located<T>(&self, range: Range<usize>, value: T) -> Located<T> {
        let span = self.piece.span(range);
        Located { value, span }
    }

    /// Goes over blanks, comments and line ends.
    fn skip_lines(&mut self) -> Option<()> {
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b'\n') => self.at += 1,
                Some(b'\r' | b'#') => self.end_line()?,
                _ => return Some(()),
            }
        }
    }

    /// Goes to the next line, over blanks and a comment; nothing if something else stands there.
    fn end_line(&mut self) -> Option<()> {
        self.skip_blanks();
        if self.peek() == Some(b'#') {
            let rest = self.rest();
            let comment = rest.get(..memchr(b'\n', rest).unwrap_or(rest.len()))?;
            let comment = comment.strip_suffix(b"\r").unwrap_or(comment);
            let is_sound = |byte: &u8| *byte == b'\t' || !byte.is_ascii_control();
            comment.iter().all(is_sound).then_some(())?;
            self.at += comment.len();
        }
        match self.peek() {
            None => Some(()),
            Some(b'\r') => {
                self.at += 1;
                self.eat(b'\n')
            }
            Some(_) => self.eat(b'\n'),
        }
    }

    fn header(&mut self) -> Option<Header<'t>> {
        let start = self.at;
        self.eat(b'[')?;
        let is_list = self.eat(b'[').is_some();
        let root = self.key()?;
        let part = match self.eat(b'.') {
            Some(()) => Some(self.key()?),
            None => None,
        };
        self.eat(b']')?;
        if is_list {
            self.eat(b']')?;
        }
        let whole = start..self.at;
        self.end_line()?;
        Some(Header {
            root,
            part,
            is_list,
            whole,
        })
    }

    /// The rows up to the next header.
    fn body(&mut self) -> Option<Table<'t>> {
        let mut table = Table(Vec::with_capacity(USUAL_ROWS));
        loop {
            self.skip_lines()?;
            if matches!(self.peek(), None | Some(b'[')) {
                return Some(table);
            }
            self.row(&mut table, 0)?;
            self.end_line()?;
        }
    }

    fn row(&mut self, table: &mut Table<'t>, depth: usize) -> Option<()> {
        let key = self.key()?;
        self.skip_blanks();
        self.eat(b'=')?;
        self.skip_blanks();
        let value = self.value(depth)?;
        table.add(&key, value)
    }

    fn key(&mut self) -> Option<Located<&'t str>> {
        let start = self.at;
        self.at += self.count(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let key = self.text.get(start..self.at)?;
        (!key.is_empty()).then(|| self.located(start..self.at, key))
    }

    fn value(&mut self, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let value = match self.peek()? {
            b'"' => Value::String(self.string()?.into()),
            b'[' if depth < MOST_DEPTH => Value::Array(self.array(depth + 1)?),
            b'{' if depth < MOST_DEPTH => Value::Table(self.inline_table(depth + 1)?),
            b'0'..=b'9' => self.date_or_number()?,
            _ => return None,
        };
        Some(self.located(start..self.at, value))
    }

    /// A string in quotation marks without escapes.
    fn string(&mut self) -> Option<&'t str> {
        self.eat(b'"')?;
        if self.rest().starts_with(b"\"\"") {
            self.at += 2;
            return self.string_of_lines();
        }
        let start = self.at;
        self.at +=
            self.count_many(|byte| !matches!(byte, b'"' | b'\\') && !byte.is_ascii_control());
        let string = self.text.get(start..self.at)?;
        self.eat(b'"')?;
        Some(string)
    }

    /// The rest of one that may have several lines; three marks end it, and none stands before them.
    fn string_of_lines(&mut self) -> Option<&'t str> {
        if self.peek() == Some(b'\n') {
            self.at += 1;
        }
        let start = self.at;
        loop {
            self.at += self.count_many(|byte| {
                byte == b'\n' || !matches!(byte, b'"' | b'\\') && !byte.is_ascii_control()
            });
            let string = self.text.get(start..self.at)?;
            let marks = self.count(|byte| byte == b'"');
            self.at += marks;
            match marks {
                1 | 2 => {}
                3 => return Some(string),
                _ => return None,
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Node<'t>>> {
        self.eat(b'[')?;
        let mut items = Vec::new();
        loop {
            self.skip_lines()?;
            if self.eat(b']').is_some() {
                return Some(items);
            }
            items.push(self.value(depth)?);
            self.skip_lines()?;
            if self.eat(b',').is_none() {
                self.eat(b']')?;
                return Some(items);
            }
        }
    }

    /// A table in one line that has a row and ends without a comma.
    fn inline_table(&mut self, depth: usize) -> Option<Table<'t>> {
        self.eat(b'{')?;
        let mut table = Table::default();
        loop {
            self.skip_blanks();
            self.row(&mut table, depth)?;
            self.skip_blanks();
            if self.eat(b',').is_none() {
                self.eat(b'}')?;
                return Some(table);
            }
        }
    }

    /// A day, or a number of few digits.
    fn date_or_number(&mut self) -> Option<Value<'t>> {
        let start = self.at;
        self.at += self.count(|byte| byte.is_ascii_digit() || byte == b'-');
        let word = self.text.get(start..self.at)?;
        if word.contains('-') {
            let day: Datetime = word.parse().ok()?;
            return Some(Value::Datetime(day));
        }
        let is_sound = word.len() <= MOST_DIGITS && (word.len() == 1 || !word.starts_with('0'));
        is_sound.then_some(Value::Integer {
            digits: word.into(),
            radix: 10,
        })
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

#[cfg(test)]
mod tests;
