//! Writing a query as it can be read again.

use std::fmt::{self, Display, Formatter};

use super::{Field, Query, Term, Test, Value};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, term) in self.terms().iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.not {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Words(words) if is_bare_phrase(words) => f.write_str(words),
            Test::Words(words) => f.write_str(&quoted(words)),
            Test::Values(facet, values) => list(f, Field::Of(*facet), values),
            Test::Days {
                years: true,
                ranges,
            } => list(f, Field::Of(crate::timeline::Facet::Year), ranges),
            Test::Days { ranges, .. } => list(f, Field::Date, ranges),
            Test::Sources(counts) => list(f, Field::Sources, counts),
            Test::Has(parts) => list(f, Field::Has, parts),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&as_value(&self.key))?;
        match &self.role {
            Some(role) => write!(f, "/{role}"),
            None => Ok(()),
        }
    }
}

fn list(f: &mut Formatter<'_>, field: Field, values: &[impl Display]) -> fmt::Result {
    write!(f, "{}:", field.name())?;
    for (at, value) in values.iter().enumerate() {
        write!(f, "{}{value}", if at > 0 { "," } else { "" })?;
    }
    Ok(())
}

/// A value, in quotation marks if it would else be read as several things.
pub(super) fn as_value(text: &str) -> String {
    let is_part = |c: char| c.is_whitespace() || matches!(c, ',' | '/' | '"' | '\\');
    if text.is_empty() || text.contains(is_part) {
        quoted(text)
    } else {
        text.to_owned()
    }
}

/// Whether words are read as themselves when they stand bare.
fn is_bare_phrase(words: &str) -> bool {
    !words.starts_with(['-', '!'])
        && !words.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '\\'))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
