//! Reading one table key by key, each mistake reported where it stands.
//!
//! Deriving this would stop at the first mistake of a table and speak of types; reading the keys
//! one by one reports all of them and speaks of the schema. What is left over at the end is what
//! the schema does not know.

mod values;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, FileId, Span};
use crate::text::{Lines, Text, has_hidden_controls};
use crate::timeline::Id;

use super::names::{as_id, nearest};

/// A value with the place it stands in.
#[derive(Debug, Clone)]
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

/// A table whose keys are being taken out.
pub(super) struct Fields<'t, 'p> {
    table: DeTable<'t>,
    /// What it is called, with its article: "an event".
    what: &'static str,
    span: Span,
    /// Where to say what is missing: at the id, which tells which one it is, else at the header.
    named_at: Span,
    /// What the table's id was meant to be, if it is none.
    meant: Option<Id>,
    known: Vec<&'static str>,
    piece: &'p mut Piece,
}

impl<'t, 'p> Fields<'t, 'p> {
    pub(super) fn new(
        table: DeTable<'t>,
        what: &'static str,
        span: Span,
        piece: &'p mut Piece,
    ) -> Self {
        Self {
            table,
            what,
            span,
            named_at: span,
            meant: None,
            known: Vec::new(),
            piece,
        }
    }

    /// Where the table stands.
    pub(super) const fn span(&self) -> Span {
        self.span
    }

    fn take(&mut self, key: &'static str) -> Option<Located<DeValue<'t>>> {
        self.known.push(key);
        let value = self.table.remove(key)?;
        let span = self.piece.span(value.span());
        Some(Located {
            value: value.into_inner(),
            span,
        })
    }

    fn missing<T>(&mut self, key: &str) -> Option<T> {
        let message = format!("{} needs `{key}`", self.what);
        self.piece.report(Code::MissingKey, self.named_at, message);
        None
    }

    fn wrong_type(&mut self, key: &str, wanted: &str, found: &Located<DeValue<'_>>) {
        let message = format!("`{key}` must be {wanted}, not {}", type_name(&found.value));
        self.piece.report(Code::WrongType, found.span, message);
    }

    /// A string as it stands.
    fn string(&mut self, key: &'static str, wanted: &str) -> Option<Located<String>> {
        let found = self.take(key)?;
        if let DeValue::String(text) = found.value {
            let value = text.into_owned();
            return Some(Located {
                value,
                span: found.span,
            });
        }
        self.wrong_type(key, wanted, &found);
        None
    }

    /// Where a key's value stands, if it is there.
    pub(super) fn value_span(&self, key: &str) -> Option<Span> {
        self.table
            .get(key)
            .map(|value| self.piece.span(value.span()))
    }

    fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A text that may be missing or blank.
    pub(super) fn text(&mut self, key: &'static str, lines: Lines) -> Option<Text> {
        let found = self.string(key, "a string")?;
        let text = self.shown(key, &found, lines);
        (!text.raw().trim().is_empty()).then_some(text)
    }

    /// A text that must be there and say something.
    pub(super) fn required_text(&mut self, key: &'static str, lines: Lines) -> Option<Text> {
        if !self.has(key) {
            self.known.push(key);
            return self.missing(key);
        }
        let found = self.string(key, "a string")?;
        if found.value.trim().is_empty() {
            self.piece.report(
                Code::EmptyText,
                found.span,
                format!("`{key}` must not be empty"),
            );
            return None;
        }
        Some(self.shown(key, &found, lines))
    }

    fn shown(&mut self, key: &str, found: &Located<String>, lines: Lines) -> Text {
        if has_hidden_controls(&found.value) {
            let message =
                format!("`{key}` holds characters that control a terminal or turn text round");
            let help = String::from("they are shown as symbols; take them out of the text");
            self.piece
                .report_with_help(Code::ControlCharacters, found.span, message, help);
        }
        Text::new(&found.value, lines)
    }

    /// The table's own id.
    pub(super) fn id(&mut self) -> Option<Located<Id>> {
        if !self.has("id") {
            self.known.push("id");
            return self.missing("id");
        }
        let found = self.string("id", "a string")?;
        self.named_at = found.span;
        let Some(value) = Id::new(&found.value) else {
            let message = format!("`{}` is not an id", found.value);
            self.meant = as_id(&found.value);
            let help = match &self.meant {
                Some(id) => {
                    format!("ids are lower-case letters and digits joined by hyphens: `{id}`")
                }
                None => String::from("ids are lower-case letters and digits joined by hyphens"),
            };
            self.piece
                .report_with_help(Code::BadId, found.span, message, help);
            return None;
        };
        Some(Located {
            value,
            span: found.span,
        })
    }

    /// A reference that may be missing.
    pub(super) fn reference(&mut self, key: &'static str) -> Option<Reference> {
        self.string(key, "an id")
    }

    /// A reference that must be there.
    pub(super) fn required_reference(&mut self, key: &'static str) -> Option<Reference> {
        if self.has(key) {
            return self.reference(key);
        }
        self.known.push(key);
        self.missing(key)
    }

    /// A list of strings.
    fn strings(&mut self, key: &'static str, wanted: &str) -> Vec<Located<String>> {
        let Some(found) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(array) = found.value else {
            self.wrong_type(key, &format!("an array of {wanted}"), &found);
            return Vec::new();
        };
        let mut strings = Vec::with_capacity(array.len());
        for item in array {
            let item = Located {
                span: self.piece.span(item.span()),
                value: item.into_inner(),
            };
            match item.value {
                DeValue::String(text) => {
                    strings.push(Located {
                        value: text.into_owned(),
                        span: item.span,
                    });
                }
                _ => self.wrong_type(key, &format!("an array of {wanted}"), &item),
            }
        }
        strings
    }

    /// References, none if the key is missing.
    pub(super) fn references(&mut self, key: &'static str) -> Vec<Reference> {
        self.strings(key, "ids")
    }

    /// References that must be there, at least one.
    pub(super) fn required_references(&mut self, key: &'static str) -> Option<Vec<Reference>> {
        if self.has_items(key) {
            return Some(self.references(key));
        }
        drop(self.take(key));
        self.missing(key)
    }

    /// The sources of something that should have some: it is a warning if there are none.
    pub(super) fn expected_sources(&mut self) -> Vec<Reference> {
        if !self.has_items("sources") {
            let message = format!("{} should have `sources`: on what does it rest?", self.what);
            self.piece.report(Code::NoSources, self.named_at, message);
        }
        self.references("sources")
    }

    /// Whether a list stands under a key, or anything that is wrong there, but no empty list.
    fn has_items(&self, key: &str) -> bool {
        let value = self.table.get(key).map(Spanned::get_ref);
        value.is_some_and(|value| !matches!(value, DeValue::Array(items) if items.is_empty()))
    }

    /// Texts, none if the key is missing; blank ones are left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        let found = self.strings(key, "strings");
        let sound = found
            .into_iter()
            .filter(|text| !text.value.trim().is_empty());
        let sound: Vec<Located<String>> = sound.collect();
        sound
            .iter()
            .map(|text| self.shown(key, text, Lines::One))
            .collect()
    }

    /// Reads a list of tables with `read`, each as fields of its own. An item that is not a table
    /// goes to `other`, where there is another way to write it.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl Fn(Fields<'_, '_>) -> Option<T>,
        other: impl Fn(&mut Piece, &Located<DeValue<'_>>) -> Option<T>,
    ) -> Vec<T> {
        let Some(found) = self.take(key) else {
            return Vec::new();
        };
        let array = match found.value {
            DeValue::Array(array) => array,
            DeValue::Table(_) => {
                let message = format!("`{key}` must be a list of tables");
                let table = self.what.rsplit(' ').next().unwrap_or_default();
                let help =
                    format!("write [[{table}.{key}]] with two brackets, or {key} = [ {{ … }}, ]");
                self.piece
                    .report_with_help(Code::NotAList, found.span, message, help);
                return Vec::new();
            }
            _ => {
                self.wrong_type(key, "a list of tables", &found);
                return Vec::new();
            }
        };
        let mut items = Vec::with_capacity(array.len());
        for item in array {
            let span = self.piece.span(item.span());
            let item = match item.into_inner() {
                DeValue::Table(table) => read(Fields::new(table, what, span, self.piece)),
                value => other(self.piece, &Located { value, span }),
            };
            items.extend(item);
        }
        items
    }

    /// What the table's id was meant to be, if it is none.
    pub(super) fn take_meant_id(&mut self) -> Option<Id> {
        self.meant.take()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        let Self {
            table,
            what,
            known,
            piece,
            ..
        } = self;
        for (key, _) in table {
            let message = format!("{what} has no key `{}`", key.get_ref());
            let diagnostic = unknown(&key, message, &known, piece);
            piece.problems.push(diagnostic);
        }
    }
}

/// What to say of a key that is none of those known.
pub(super) fn unknown(
    key: &Spanned<std::borrow::Cow<'_, str>>,
    message: String,
    known: &[&str],
    piece: &Piece,
) -> Diagnostic {
    let help = match nearest(key.get_ref(), known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", listed(known)),
    };
    Diagnostic::new(Code::UnknownKey, piece.span(key.span()), message).help(help)
}

/// Reports that an item of a list is no table.
pub(super) fn not_a_table<T>(piece: &mut Piece, found: &Located<DeValue<'_>>) -> Option<T> {
    let message = format!("this must be a table, not {}", type_name(&found.value));
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
