//! Reading a query: text to terms, and what is wrong with the text.

use std::ops::Range;

use crate::timeline::{Id, Timeline};

use super::names::{Found, find_participant};
use super::{Query, Term, Test, is_blank};

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

/// Fields that a term can name.
const FIELDS: [&str; 1] = ["participant"];

/// Reads a query; the terms that could be read, and every mistake in the others.
///
/// Terms are separated by blanks and must all hold. `participant:iran,turkey` asks for one of
/// several, a `-` in front excludes, quotation marks keep words together (`\"` and `\\` stand for
/// themselves in them). Names of participants are looked up in `timeline` and kept as ids.
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

/// A stretch of the text between blanks, taken apart.
struct Token {
    not: bool,
    /// The field and its place, where the token has the form `field:value`.
    field: Option<(String, Range<usize>)>,
    /// What follows, without quotation marks.
    value: String,
    /// The byte of the text at which what follows begins, if it stands there as it is.
    value_start: Option<usize>,
    span: Range<usize>,
}

fn tokens(text: &str) -> Vec<Result<Token, Mistake>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some(&(start, c)) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
            continue;
        }
        tokens.push(token(start, text.len(), &mut chars));
    }
    tokens
}

fn token(
    start: usize,
    text_end: usize,
    chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>,
) -> Result<Token, Mistake> {
    let mut token = Token {
        not: false,
        field: None,
        value: String::new(),
        value_start: None,
        span: start..text_end,
    };
    token.not = chars.next_if(|&(_, c)| c == '-').is_some();
    let field_start = start + usize::from(token.not);
    let mut quoted_from = None;
    while let Some(&(at, c)) = chars.peek() {
        if quoted_from.is_none() && c.is_whitespace() {
            token.span.end = at;
            break;
        }
        chars.next();
        match c {
            '"' if quoted_from.is_some() => quoted_from = None,
            '"' => {
                quoted_from = Some(at);
                token.value_start = None;
            }
            '\\' if quoted_from.is_some() => {
                token.value.extend(chars.next().map(|(_, escaped)| escaped));
            }
            ':' if quoted_from.is_none() && token.field.is_none() => {
                token.field = Some((std::mem::take(&mut token.value), field_start..at));
                token.value_start = Some(at + 1);
            }
            _ => token.value.push(c),
        }
    }
    match quoted_from {
        None => Ok(token),
        Some(at) => Err(Mistake {
            span: at..text_end,
            message: String::from("this quotation mark is never closed"),
            help: Some(String::from("add a \" at the end of the phrase")),
        }),
    }
}

fn term(token: &Token, timeline: &Timeline) -> Result<Term, Mistake> {
    let test = match &token.field {
        None if is_blank(&token.value) => {
            return Err(mistake(token, "there is nothing to look for"));
        }
        None => Test::Words(token.value.clone()),
        Some((field, span)) if !FIELDS.contains(&field.as_str()) => {
            return Err(unknown_field(field, span.clone(), &token.value));
        }
        Some(_) => Test::Participant(participants(token, timeline)?),
    };
    Ok(Term {
        not: token.not,
        test,
    })
}

fn mistake(token: &Token, message: &str) -> Mistake {
    Mistake {
        span: token.span.clone(),
        message: message.to_owned(),
        help: None,
    }
}

fn unknown_field(field: &str, span: Range<usize>, value: &str) -> Mistake {
    let as_words =
        || format!("write \"{field}:{value}\" in quotation marks to look for these words");
    if field.is_empty() {
        return Mistake {
            span: span.start..span.end + 1,
            message: String::from("a field's name is missing before the colon"),
            help: Some(as_words()),
        };
    }
    let near = FIELDS
        .iter()
        .find(|known| strsim::jaro_winkler(known, field) > 0.8);
    let help = match near {
        Some(near) => format!("did you mean `{near}:`?"),
        None => as_words(),
    };
    Mistake {
        span,
        message: format!("there is no field `{field}`"),
        help: Some(help),
    }
}

fn participants(token: &Token, timeline: &Timeline) -> Result<Vec<Id>, Mistake> {
    let mut ids: Vec<Id> = Vec::new();
    let mut at = token.value_start;
    for name in token.value.split(',') {
        let blanks = name.len() - name.trim_start().len();
        let place = at.map(|at| at + blanks..at + blanks + name.trim().len());
        at = at.map(|at| at + name.len() + 1);
        let id = participant(name.trim(), timeline).map_err(|mistake| Mistake {
            span: place
                .filter(|place| !place.is_empty())
                .unwrap_or_else(|| token.span.clone()),
            ..mistake
        })?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// The participant that `name` means; the caller knows where the name stands.
fn participant(name: &str, timeline: &Timeline) -> Result<Id, Mistake> {
    let mistake = |message: String, help: Option<String>| Mistake {
        span: 0..0,
        message,
        help,
    };
    if is_blank(name) {
        let message = "`participant:` needs a name, for instance `participant:iran`";
        return Err(mistake(message.to_owned(), None));
    }
    match find_participant(name, timeline) {
        Found::One(found) => Ok(timeline[found].id.clone()),
        Found::Several(found) => {
            let names: Vec<&str> = found.iter().map(|&one| timeline[one].id.as_str()).collect();
            let help = format!("it may be {}", names.join(" or "));
            Err(mistake(
                format!("`{name}` fits several participants"),
                Some(help),
            ))
        }
        Found::None(nearest) => {
            let help = nearest.map(|near| format!("did you mean `{}`?", timeline[near].id));
            Err(mistake(format!("there is no participant `{name}`"), help))
        }
    }
}
