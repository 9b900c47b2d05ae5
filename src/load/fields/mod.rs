//! Reading one table key by key, each mistake reported where it stands.
//!
//! Deriving this would stop at the first mistake of a table and speak of types; reading the keys
//! one by one reports all of them and speaks of the schema. What is left over at the end is what
//! the schema does not know.

mod references;
mod values;

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic, FileId, Span};
use crate::text::{Lines, Text, Whole};
use crate::timeline::{Handle, Id};

use super::names::{as_id, nearest};
use super::tree::{Node, Table, Value};

/// A value with the place it stands in.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

/// A reference to an item by its id, not yet looked up.
pub(super) type Reference = Located<String>;

/// Where a piece of text comes from, and what was found wrong in it.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) file: FileId,
    /// The byte of the file that the piece begins at.
    pub(crate) start: usize,
    pub(crate) problems: Vec<Diagnostic>,
}

impl Piece {
    /// A range of the piece as a span of its file.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.start + range.start..self.start + range.end)
    }

    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.problems.push(Diagnostic::new(code, span, message));
    }

    pub(crate) fn report_with_help(
        &mut self,
        code: Code,
        span: Span,
        message: String,
        help: String,
    ) {
        self.problems
            .push(Diagnostic::new(code, span, message).help(help));
    }
}

/// What a piece is read into.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) piece: Piece,
    /// The text of the file that the piece is of: what is read keeps parts of it.
    pub(super) whole: Whole,
    /// Where events refer to something, as bytes of the file. Until what is referred to is looked
    /// up, a handle in an event is a place in this list.
    pub(super) references: Vec<u32>,
    /// The keys that were asked for: of the table that is being read, before them of those it stands in.
    asked: Vec<&'static str>,
}

impl Reading {
    pub(super) const fn new(piece: Piece, whole: Whole) -> Self {
        Self {
            piece,
            whole,
            references: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// A handle for what is referred to at `span`, to be looked up later.
    fn refer<H: Handle>(&mut self, span: Span) -> H {
        self.references.push(span.start);
        H::at(self.references.len() - 1)
    }

    /// A text as it is kept; what is hidden in it is reported.
    fn shown(&mut self, key: &str, found: &Located<Cow<'_, str>>, lines: Lines) -> Text {
        let text = Text::of(&self.whole, &found.value, lines);
        if text.is_neutralised() {
            let message =
                format!("`{key}` holds characters that control a terminal or turn text round");
            let help = String::from("they are shown as symbols; take them out of the text");
            self.piece
                .report_with_help(Code::ControlCharacters, found.span, message, help);
        }
        text
    }
}

/// A table whose keys are being taken out.
pub(super) struct Fields<'t, 'p> {
    left: Table<'t>,
    /// What it is called, with its article: "an event".
    what: &'static str,
    span: Span,
    /// Where to say what is missing: at the id, which tells which one it is, else at the header.
    named_at: Span,
    /// What the table's id was meant to be, if it is none.
    meant: Option<Id>,
    /// How many keys were asked for of the tables it stands in.
    asked_before: usize,
    reading: &'p mut Reading,
}

impl<'t, 'p> Fields<'t, 'p> {
    pub(super) fn new(
        left: Table<'t>,
        what: &'static str,
        span: Span,
        reading: &'p mut Reading,
    ) -> Self {
        Self {
            left,
            what,
            span,
            named_at: span,
            meant: None,
            asked_before: reading.asked.len(),
            reading,
        }
    }

    /// Where the table stands.
    pub(super) const fn span(&self) -> Span {
        self.span
    }

    fn take(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.reading.asked.push(key);
        self.left.take(key)
    }

    fn missing<T>(&mut self, key: &str) -> Option<T> {
        let message = format!("{} needs `{key}`", self.what);
        self.reading
            .piece
            .report(Code::MissingKey, self.named_at, message);
        None
    }

    fn wrong_type(&mut self, key: &str, wanted: &str, found: &Node<'_>) {
        let message = format!("`{key}` must be {wanted}, not {}", found.value.type_name());
        self.reading
            .piece
            .report(Code::WrongType, found.span, message);
    }

    /// The value of a key that must be there.
    fn require(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.take(key).or_else(|| self.missing(key))
    }

    /// A string as it stands, if it is one.
    fn string(
        &mut self,
        key: &'static str,
        wanted: &str,
        found: Node<'t>,
    ) -> Option<Located<Cow<'t, str>>> {
        if let Value::String(value) = found.value {
            let span = found.span;
            return Some(Located { value, span });
        }
        self.wrong_type(key, wanted, &found);
        None
    }

    /// Where a key's value stands, if it is there.
    pub(super) fn value_span(&self, key: &str) -> Option<Span> {
        self.left.value(key).map(|value| value.span)
    }

    /// A text that may be missing or blank.
    pub(super) fn text(&mut self, key: &'static str, lines: Lines) -> Option<Text> {
        let found = self.take(key)?;
        let found = self.string(key, "a string", found)?;
        let text = self.reading.shown(key, &found, lines);
        (!text.raw().trim().is_empty()).then_some(text)
    }

    /// A text that must be there and say something.
    pub(super) fn required_text(&mut self, key: &'static str, lines: Lines) -> Option<Text> {
        let found = self.require(key)?;
        let found = self.string(key, "a string", found)?;
        if found.value.trim().is_empty() {
            self.reading.piece.report(
                Code::EmptyText,
                found.span,
                format!("`{key}` must not be empty"),
            );
            return None;
        }
        Some(self.reading.shown(key, &found, lines))
    }

    /// The table's own id.
    pub(super) fn id(&mut self) -> Option<Located<Id>> {
        let found = self.require("id")?;
        let found = self.string("id", "a string", found)?;
        self.named_at = found.span;
        let Some(value) = Id::of(&self.reading.whole, &found.value) else {
            let message = format!("`{}` is not an id", found.value);
            self.meant = as_id(&found.value);
            let help = match &self.meant {
                Some(id) => {
                    format!("ids are lower-case letters and digits joined by hyphens: `{id}`")
                }
                None => String::from("ids are lower-case letters and digits joined by hyphens"),
            };
            self.reading
                .piece
                .report_with_help(Code::BadId, found.span, message, help);
            return None;
        };
        Some(Located {
            value,
            span: found.span,
        })
    }

    /// A list of strings, of which `read` makes something.
    fn strings<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        read: impl Fn(&mut Reading, Located<Cow<'t, str>>) -> Option<T>,
    ) -> Vec<T> {
        let Some(found) = self.take(key) else {
            return Vec::new();
        };
        let Value::Array(array) = found.value else {
            self.wrong_type(key, &format!("an array of {wanted}"), &found);
            return Vec::new();
        };
        let mut strings = Vec::with_capacity(array.len());
        for Located { value, span } in array {
            match value {
                Value::String(value) => {
                    strings.extend(read(self.reading, Located { value, span }));
                }
                value => {
                    let item = Located { value, span };
                    self.wrong_type(key, &format!("an array of {wanted}"), &item);
                }
            }
        }
        strings
    }

    /// Texts, none if the key is missing; blank ones are left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        self.strings(key, "strings", |reading, found| {
            let says_something = !found.value.trim().is_empty();
            says_something.then(|| reading.shown(key, &found, Lines::One))
        })
    }

    /// Reads a list of tables with `read`, each as fields of its own. An item that is not a table
    /// goes to `other`, where there is another way to write it.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl Fn(Fields<'_, '_>) -> Option<T>,
        other: impl Fn(&mut Reading, &Node<'_>) -> Option<T>,
    ) -> Box<[T]> {
        let Some(found) = self.take(key) else {
            return Box::default();
        };
        let array = match found.value {
            Value::Array(array) => array,
            Value::Table(_) => {
                let message = format!("`{key}` must be a list of tables");
                let table = self.what.rsplit(' ').next().unwrap_or_default();
                let help =
                    format!("write [[{table}.{key}]] with two brackets, or {key} = [ {{ … }}, ]");
                self.reading
                    .piece
                    .report_with_help(Code::NotAList, found.span, message, help);
                return Box::default();
            }
            _ => {
                self.wrong_type(key, "a list of tables", &found);
                return Box::default();
            }
        };
        let mut items = Vec::with_capacity(array.len());
        for Located { value, span } in array {
            let item = match value {
                Value::Table(table) => read(Fields::new(table, what, span, self.reading)),
                value => other(self.reading, &Located { value, span }),
            };
            items.extend(item);
        }
        items.into()
    }

    /// What the table's id was meant to be, if it is none.
    pub(super) fn take_meant_id(&mut self) -> Option<Id> {
        self.meant.take()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        let Self {
            left,
            what,
            asked_before,
            reading,
            ..
        } = self;
        let known = reading.asked.get(asked_before..).unwrap_or_default();
        for key in left.into_keys() {
            let message = format!("{what} has no key `{}`", key.value);
            let diagnostic = unknown(&key, message, known);
            reading.piece.problems.push(diagnostic);
        }
        reading.asked.truncate(asked_before);
    }
}

/// What to say of a key that is none of those known.
pub(super) fn unknown(key: &Located<Cow<'_, str>>, message: String, known: &[&str]) -> Diagnostic {
    let help = match nearest(&key.value, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", listed(known)),
    };
    Diagnostic::new(Code::UnknownKey, key.span, message).help(help)
}

/// Reports that an item of a list is no table.
pub(super) fn not_a_table<T>(reading: &mut Reading, found: &Node<'_>) -> Option<T> {
    let message = format!("this must be a table, not {}", found.value.type_name());
    let piece = &mut reading.piece;
    piece.report(Code::WrongType, found.span, message);
    None
}

/// What a value is, with its article.
pub(crate) const fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

/// Words in a row, each in backticks.
fn listed(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
