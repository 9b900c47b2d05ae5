//! What to show: a query is data, matching is a pure function of timeline and query.
//!
//! One query filters every view. It is read from text ([`parse()`]), edited term by term and written
//! back as text (`Display`), which reads as the same query again. It does not know that a screen
//! exists.

mod facets;
mod names;
mod needle;
mod parse;
mod select;

use std::fmt;

use crate::text::fold;
use crate::timeline::Id;

pub use facets::{Facet, participants};
pub use needle::Needle;
pub use parse::{Mistake, parse};
pub use select::{Hits, select};

/// Terms that must all hold; without any, everything is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One condition: a chip on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it must not hold.
    pub not: bool,
    /// What is tested.
    pub test: Test,
}

/// What a term tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// One of these participants took part; of a quote: it was said for one of them.
    Participant(Vec<Id>),
    /// These words occur next to each other; never blank.
    Words(String),
}

impl Query {
    /// The terms, in the order they were added.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether it shows everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Adds a term, unless the very same is there.
    pub fn add(&mut self, term: Term) {
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    /// Takes the last term off.
    pub fn drop_last(&mut self) -> Option<Term> {
        self.terms.pop()
    }

    /// The same query without the terms for which `dropped` holds.
    #[must_use]
    pub fn without(&self, dropped: impl Fn(&Term) -> bool) -> Self {
        Self {
            terms: self
                .terms
                .iter()
                .filter(|term| !dropped(term))
                .cloned()
                .collect(),
        }
    }
}

impl Term {
    /// A term that must hold.
    pub const fn yes(test: Test) -> Self {
        Self { not: false, test }
    }

    /// Whether it asks for participants, rather than excludes them.
    pub const fn asks_for_participants(&self) -> bool {
        !self.not && matches!(self.test, Test::Participant(_))
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, term) in self.terms.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.not {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Participant(ids) => {
                f.write_str("participant:")?;
                for (at, id) in ids.iter().enumerate() {
                    write!(f, "{}{id}", if at > 0 { "," } else { "" })?;
                }
                Ok(())
            }
            Test::Words(words) if needs_quotation_marks(words) => {
                write!(
                    f,
                    "\"{}\"",
                    words.replace('\\', "\\\\").replace('"', "\\\"")
                )
            }
            Test::Words(words) => f.write_str(words),
        }
    }
}

/// Whether words would be read as something else when they stand bare.
fn needs_quotation_marks(words: &str) -> bool {
    words.starts_with('-')
        || words.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '\\'))
}

/// Whether words hold anything to look for.
fn is_blank(words: &str) -> bool {
    fold(words).trim().is_empty()
}
