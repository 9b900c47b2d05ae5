//! Reading a query: text to terms, and what is wrong with the text.

use std::ops::Range;

use crate::timeline::{Facet, FacetValue, Id, Timeline};

use super::lex::{Piece, Token, tokens};
use super::names::{Found, find};
use super::range::BadRange;
use super::write::as_value;
use super::{Counts, Days, Field, Part, Query, Term, Test, Value, is_blank};

/// Something in a query's text that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the text it concerns.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What would be right, if that can be said.
    pub help: Option<String>,
}

/// The most values that are named as possible.
const MOST_NAMED: usize = 4;

/// Reads a query; the terms that could be read, and every mistake in the others.
///
/// Terms are separated by blanks and must all hold. `participant:iran,turkey` asks for one of
/// several, a `-` or `!` in front excludes, quotation marks keep words together (`\"` and `\\` stand for
/// themselves in them). Names are looked up in `timeline` and kept as keys.
pub fn parse(text: &str, timeline: &Timeline) -> (Query, Vec<Mistake>) {
    let (mut query, mut mistakes) = (Query::default(), Vec::new());
    for token in tokens(text) {
        match token.and_then(|token| term(&token, timeline)) {
            Ok(term) => query.add(term),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    (query, mistakes)
}

fn term(token: &Token, timeline: &Timeline) -> Result<Term, Mistake> {
    let test = match &token.field {
        None if is_blank(&token.text()) => {
            return Err(Mistake {
                span: token.span.clone(),
                message: String::from("there is nothing to look for"),
                help: None,
            });
        }
        None => Test::Words(token.text()),
        Some((name, span)) => match Field::named(name) {
            Some(field) => test(field, token, timeline)?,
            None => return Err(unknown_field(name, span.clone(), token)),
        },
    };
    Ok(Term {
        not: token.not,
        test,
    })
}

fn test(field: Field, token: &Token, timeline: &Timeline) -> Result<Test, Mistake> {
    Ok(match field {
        Field::Of(Facet::Year) => days(true, token)?,
        Field::Date => days(false, token)?,
        Field::Of(facet) => Test::Values(facet, values(facet, token, timeline)?),
        Field::Sources => Test::Sources(each(field, token, |piece| {
            Counts::read(piece.text.trim()).map_err(|bad| bad_range(bad, piece))
        })?),
        Field::Has => Test::Has(each(field, token, part)?),
    })
}

fn days(years: bool, token: &Token) -> Result<Test, Mistake> {
    let field = if years {
        Field::Of(Facet::Year)
    } else {
        Field::Date
    };
    let ranges = each(field, token, |piece| {
        Days::read(piece.text.trim(), years).map_err(|bad| bad_range(bad, piece))
    })?;
    Ok(Test::Days { years, ranges })
}

/// Reads each value of a token, without repeating one.
fn each<T: PartialEq>(
    field: Field,
    token: &Token,
    read: impl Fn(&Piece) -> Result<T, Mistake>,
) -> Result<Vec<T>, Mistake> {
    let mut values = Vec::with_capacity(token.pieces.len());
    for piece in &token.pieces {
        if is_blank(&piece.text) {
            return Err(no_value(field, token));
        }
        let value = read(piece)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

fn no_value(field: Field, token: &Token) -> Mistake {
    let (name, example) = (field.name(), field.example());
    Mistake {
        span: token.span.clone(),
        message: format!("`{name}:` needs a value, for instance {example}"),
        help: None,
    }
}

fn bad_range(bad: BadRange, piece: &Piece) -> Mistake {
    Mistake {
        span: piece.span.clone(),
        message: bad.message,
        help: Some(bad.help),
    }
}

fn part(piece: &Piece) -> Result<Part, Mistake> {
    Part::named(piece.text.trim()).ok_or_else(|| Mistake {
        span: piece.span.clone(),
        message: format!("nothing can have `{}`", piece.text),
        help: Some(format!(
            "it is one of {}",
            Part::ALL.map(Part::name).join(", ")
        )),
    })
}

fn values(facet: Facet, token: &Token, timeline: &Timeline) -> Result<Vec<Value>, Mistake> {
    // A name with a comma in it, typed without quotation marks.
    if let ([_, _, ..], Found::One(found)) = (
        token.pieces.as_slice(),
        find(facet, &token.text(), timeline),
    ) {
        let key = found.key.clone();
        return Ok(vec![Value { key, role: None }]);
    }
    each(Field::Of(facet), token, |piece| match piece.slash {
        Some(at) if facet == Facet::Participant => {
            let (name, role) = piece.text.split_at(at);
            let role = value(Facet::Role, role.trim_start_matches('/'), piece, timeline)?;
            Ok(Value {
                key: value(facet, name, piece, timeline)?,
                role: Id::new(&role),
            })
        }
        _ => Ok(Value {
            key: value(facet, &piece.text, piece, timeline)?,
            role: None,
        }),
    })
}

/// The key of the value that `name`, which stands in `piece`, means.
fn value(facet: Facet, name: &str, piece: &Piece, timeline: &Timeline) -> Result<String, Mistake> {
    let field = Field::Of(facet).name();
    let mistake = |message: String, help: Option<String>| Mistake {
        span: piece.span.clone(),
        message,
        help,
    };
    let written = |value: &FacetValue| format!("`{}`", as_value(&value.key));
    match find(facet, name.trim(), timeline) {
        Found::One(found) => Ok(found.key.clone()),
        Found::Several(found) => {
            let more = found.len().saturating_sub(MOST_NAMED);
            let names: Vec<String> = found.into_iter().take(MOST_NAMED).map(written).collect();
            let more = if more > 0 {
                format!(" or {more} others")
            } else {
                String::new()
            };
            let message = format!("`{}` fits several {field}s", name.trim());
            Err(mistake(
                message,
                Some(format!("it may be {}{more}", names.join(" or "))),
            ))
        }
        Found::None(nearest) => {
            let help = nearest.map_or_else(
                || possible(facet, timeline),
                |near| Some(format!("did you mean {}?", written(near))),
            );
            Err(mistake(
                format!("there is no {field} `{}`", name.trim()),
                help,
            ))
        }
    }
}

/// The values there are, where they are few.
fn possible(facet: Facet, timeline: &Timeline) -> Option<String> {
    let all = timeline.values(facet).all();
    if all.is_empty() || all.len() > 2 * MOST_NAMED {
        return None;
    }
    let keys: Vec<String> = all.iter().map(|value| as_value(&value.key)).collect();
    Some(format!("there are {}", keys.join(", ")))
}

fn unknown_field(name: &str, span: Range<usize>, token: &Token) -> Mistake {
    let as_words = || {
        let words = format!("{name}:{}", token.text());
        format!("write \"{words}\" in quotation marks to look for these words")
    };
    if name.is_empty() {
        return Mistake {
            span: span.start..span.end + 1,
            message: String::from("a field's name is missing before the colon"),
            help: Some(as_words()),
        };
    }
    let typed = name.to_lowercase();
    let scored = Field::ALL.map(|field| (strsim::jaro_winkler(field.name(), &typed), field));
    let near = scored.into_iter().rev().max_by(|a, b| a.0.total_cmp(&b.0));
    let help = match near.filter(|(score, _)| *score > 0.8) {
        Some((_, near)) => format!("did you mean `{}:`?", near.name()),
        None => as_words(),
    };
    Mistake {
        span,
        message: format!("there is no field `{name}`"),
        help: Some(help),
    }
}
