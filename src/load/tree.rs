//! What a piece of TOML says, as a tree that is made, read once and dropped: tables are rows in the order they
//! stand in, since a dozen keys are found faster in a row than in a map, and texts are parts of the piece.
//!
//! There are two ways to it: [`super::plain`] reads what is written as most is, and the `toml` crate all else.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::fields::{Located, Piece};

/// The most keys of a table that is read without a map: each new one is compared with all before.
const MOST_ROWS: usize = 48;

/// A value and where it stands.
pub(super) type Node<'t> = Located<Value<'t>>;

/// A value.
#[derive(Debug)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) enum Value<'t> {
    String(Cow<'t, str>),
    Integer { digits: Cow<'t, str>, radix: u32 },
    Float(String),
    Boolean,
    Datetime(Datetime),
    Array(Vec<Node<'t>>),
    Table(Table<'t>),
}

impl Value<'_> {
    /// What it is, with its article.
    pub(super) const fn type_name(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Integer { .. } => "a whole number",
            Self::Float(_) => "a decimal number",
            Self::Boolean => "true or false",
            Self::Datetime(_) => "a date",
            Self::Array(_) => "an array",
            Self::Table(_) => "a table",
        }
    }
}

/// A key and its value, until that is taken.
#[derive(Debug)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Row<'t> {
    pub(super) key: Located<Cow<'t, str>>,
    pub(super) value: Option<Node<'t>>,
}

/// A table: no key stands in it twice.
#[derive(Debug, Default)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Table<'t>(pub(super) Vec<Row<'t>>);

impl<'t> Table<'t> {
    /// The tree of what the `toml` crate has parsed.
    pub(super) fn of(table: DeTable<'t>, piece: &Piece) -> Self {
        let row = |(key, value): (Spanned<Cow<'t, str>>, Spanned<DeValue<'t>>)| Row {
            key: Located {
                span: piece.span(key.span()),
                value: key.into_inner(),
            },
            value: Some(node(value, piece)),
        };
        Self(table.into_iter().map(row).collect())
    }

    /// Adds a key; nothing if it stands there already, or there are too many to tell.
    pub(super) fn add(&mut self, key: &Located<&'t str>, value: Node<'t>) -> Option<()> {
        let is_new = self.0.len() < MOST_ROWS && self.row(key.value).is_none();
        is_new.then(|| {
            let value = Some(value);
            let key = Located {
                value: Cow::Borrowed(key.value),
                span: key.span,
            };
            self.0.push(Row { key, value });
        })
    }

    /// Adds an item to the list of tables that stands under a key; nothing if something else does.
    pub(super) fn add_item(&mut self, key: &Located<&'t str>, item: Node<'t>) -> Option<()> {
        let span = item.span;
        let Some(items) = self.items(key.value) else {
            let value = Value::Array(vec![item]);
            return self.add(key, Located { value, span });
        };
        items.push(item);
        Some(())
    }

    /// The last table of the list of tables under a key.
    pub(super) fn last_item(&mut self, key: &str) -> Option<&mut Self> {
        match self.items(key)?.last_mut() {
            Some(Located {
                value: Value::Table(table),
                ..
            }) => Some(table),
            _ => None,
        }
    }

    /// The list under a key whose items have headers of their own: it stands where the first of them does.
    fn items(&mut self, key: &str) -> Option<&mut Vec<Node<'t>>> {
        let node = self.row_mut(key)?.value.as_mut()?;
        let span = node.span;
        match &mut node.value {
            Value::Array(items) if items.first().is_some_and(|first| first.span == span) => {
                Some(items)
            }
            _ => None,
        }
    }

    fn row(&self, key: &str) -> Option<&Row<'t>> {
        self.0.iter().find(|row| is_same(&row.key.value, key))
    }

    fn row_mut(&mut self, key: &str) -> Option<&mut Row<'t>> {
        self.0.iter_mut().find(|row| is_same(&row.key.value, key))
    }

    /// The value of a key, until it is taken.
    pub(super) fn value(&self, key: &str) -> Option<&Node<'t>> {
        self.row(key)?.value.as_ref()
    }

    /// Takes out the value of a key.
    pub(super) fn take(&mut self, key: &str) -> Option<Node<'t>> {
        self.row_mut(key)?.value.take()
    }

    /// The keys whose values were not taken, in order.
    pub(super) fn into_keys(mut self) -> impl Iterator<Item = Located<Cow<'t, str>>> {
        self.0.retain(|row| row.value.is_some());
        self.sort();
        self.0.into_iter().map(|row| row.key)
    }

    /// Puts the rows into the order of their keys.
    pub(super) fn sort(&mut self) {
        self.0.sort_by(|a, b| a.key.value.cmp(&b.key.value));
    }
}

/// Whether two keys are one; most that are not differ in their length or their first letter.
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.as_bytes().first() == other.as_bytes().first() && one == other
}

fn node<'t>(spanned: Spanned<DeValue<'t>>, piece: &Piece) -> Node<'t> {
    let span = piece.span(spanned.span());
    let value = match spanned.into_inner() {
        DeValue::String(text) => Value::String(text),
        DeValue::Integer(number) => Value::Integer {
            digits: Cow::Owned(number.as_str().to_owned()),
            radix: number.radix(),
        },
        DeValue::Float(number) => Value::Float(number.as_str().to_owned()),
        DeValue::Boolean(_) => Value::Boolean,
        DeValue::Datetime(moment) => Value::Datetime(moment),
        DeValue::Array(items) => {
            Value::Array(items.into_iter().map(|item| node(item, piece)).collect())
        }
        DeValue::Table(table) => Value::Table(Table::of(table, piece)),
    };
    Located { value, span }
}
