//! What to show: a query is data, matching is a pure function of timeline and query.
//!
//! One query filters every view. It is read from text ([`parse()`]), edited term by term and written
//! back as text (`Display`), which reads as the same query again. It does not know that a screen
//! exists.

mod complete;
mod facets;
mod field;
mod has;
mod lex;
mod names;
mod needle;
mod parse;
mod range;
mod select;
mod shown;
mod words;
mod write;

use crate::text::fold;
use crate::timeline::{Facet, FacetValue, Id};

pub use complete::{Completion, complete};
pub use facets::{Counted, count, count_in, emptying};
pub use field::Field;
pub use has::Part;
pub use needle::Needle;
pub use parse::{Mistake, parse};
pub use range::{Counts, Days};
pub use select::{select, shown};
pub use shown::{EventSet, Hits, Shown};
pub use words::{is_known, look};

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
    /// These words occur next to each other; never blank.
    Words(String),
    /// One of these values, never none. Years are [`Test::Days`].
    Values(Facet, Vec<Value>),
    /// Its days have some in common with one of these ranges, never none; whether only years were
    /// meant.
    Days {
        /// Written as `year:`, not as `date:`.
        years: bool,
        /// The ranges.
        ranges: Vec<Days>,
    },
    /// It rests on one of these numbers of sources, never none.
    Sources(Vec<Counts>),
    /// It has one of these parts, never none.
    Has(Vec<Part>),
}

/// A value of a field, as a query keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The key of a [`crate::timeline::FacetValue`]; it may have gone from the timeline since.
    pub key: String,
    /// For a participant: only in this role.
    pub role: Option<Id>,
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
        let terms = self.terms.iter().filter(|term| !dropped(term));
        Self {
            terms: terms.cloned().collect(),
        }
    }
}

impl Term {
    /// A term that must hold.
    pub const fn yes(test: Test) -> Self {
        Self { not: false, test }
    }

    /// The term that asks for these values of a field; nothing for no values.
    pub fn asking_for(facet: Facet, keys: &[String]) -> Option<Self> {
        let test = if facet == Facet::Year {
            let ranges = keys.iter().filter_map(|key| Days::read(key, true).ok());
            Test::Days {
                years: true,
                ranges: ranges.collect(),
            }
        } else {
            let values = keys.iter().map(|key| Value {
                key: key.clone(),
                role: None,
            });
            Test::Values(facet, values.collect())
        };
        (!keys.is_empty()).then_some(Self::yes(test))
    }

    /// Whether it asks for values of a field, rather than excludes them.
    pub const fn asks_for(&self, facet: Facet) -> bool {
        !self.not && self.tests(facet)
    }

    /// Whether it tests a field.
    const fn tests(&self, facet: Facet) -> bool {
        match &self.test {
            Test::Values(tested, _) => *tested as usize == facet as usize,
            Test::Days { years, .. } => *years && matches!(facet, Facet::Year),
            _ => false,
        }
    }

    /// The values it asks for, if it does no more than that: no role, no range of years, nothing that
    /// is not among `known`.
    pub fn picked(&self, facet: Facet, known: &[FacetValue]) -> Option<Vec<String>> {
        let keys: Vec<String> = match &self.test {
            Test::Values(_, values) if values.iter().all(|value| value.role.is_none()) => {
                values.iter().map(|value| value.key.clone()).collect()
            }
            Test::Days { ranges, .. } => ranges.iter().map(ToString::to_string).collect(),
            _ => return None,
        };
        let is_known = |key: &String| known.iter().any(|value| value.key == *key);
        (self.asks_for(facet) && keys.iter().all(is_known)).then_some(keys)
    }
}

/// Whether words hold anything to look for.
fn is_blank(words: &str) -> bool {
    fold(words).trim().is_empty()
}
