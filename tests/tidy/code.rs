//! Just enough of the language to find the paths in it: words, `::`, braces; no comments, no
//! strings.

use std::collections::BTreeSet;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// An identifier or keyword.
    Word(String),
    /// `::`
    Colons,
    Other(char),
}

/// The tokens of a text, each with its line.
pub(super) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut tokens = Vec::new();
    let (mut line, mut rest) = (1, text);
    while let Some(c) = rest.chars().next() {
        let (length, token) = next(rest, c);
        tokens.extend(token.map(|token| (line, token)));
        let (piece, after) = rest.split_at(length);
        line += piece.matches('\n').count();
        rest = after;
    }
    tokens
}

/// The length of what comes next, and the token it is, if it is one.
fn next(text: &str, first: char) -> (usize, Option<Token>) {
    if text.starts_with("//") {
        (text.find('\n').unwrap_or(text.len()), None)
    } else if text.starts_with("/*") {
        (text.find("*/").map_or(text.len(), |end| end + 2), None)
    } else if let Some(length) = literal(text) {
        (length, Some(Token::Other('"')))
    } else if text.starts_with("::") {
        (2, Some(Token::Colons))
    } else if is_of_word(first) {
        let length = text.find(|c| !is_of_word(c)).unwrap_or(text.len());
        (length, Some(Token::Word(text[..length].to_owned())))
    } else {
        let token = (!first.is_whitespace()).then_some(Token::Other(first));
        (first.len_utf8(), token)
    }
}

fn is_of_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The length of the string or character that `text` begins with, if it does.
fn literal(text: &str) -> Option<usize> {
    let prefix = text.find(|c| !matches!(c, 'b' | 'c' | 'r'))?;
    let body = &text[prefix..];
    let hashes = body.find(|c| c != '#')?;
    if text[..prefix].ends_with('r') && body[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let start = prefix + hashes + 1;
        return Some(start + text[start..].find(&end)? + end.len());
    }
    let mark = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let is_lifetime =
        mark == '\'' && !body[1..].starts_with('\\') && body.chars().nth(2) != Some(mark);
    if is_lifetime {
        return None;
    }
    let mut escaped = false;
    let end = body[1..].find(|c| {
        let ends = c == mark && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some(prefix + 1 + end + 1)
}

/// A path as it stands in the code, those of a `use` tree taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodePath {
    pub(super) line: usize,
    words: Vec<String>,
}

impl CodePath {
    /// What it leads to, from the root of the crate, for code in `module`; nothing if it leads out
    /// of the crate or is a single name.
    pub(super) fn target(
        &self,
        module: &[String],
        modules: &BTreeSet<Vec<String>>,
    ) -> Option<Vec<String>> {
        let (first, rest) = self.words.split_first()?;
        if rest.is_empty() {
            return None;
        }
        let supers = self
            .words
            .iter()
            .take_while(|word| *word == "super")
            .count();
        let child = [module, std::slice::from_ref(first)].concat();
        let (base, rest) = match first.as_str() {
            "crate" | "astana" => (&[][..], rest),
            "self" => (module, rest),
            "super" => {
                let up = module.len().saturating_sub(supers);
                (&module[..up], &self.words[supers..])
            }
            _ if modules.contains(&child) => (module, &self.words[..]),
            _ => return None,
        };
        Some([base, rest].concat())
    }
}

impl fmt::Display for CodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.join("::"))
    }
}

/// Every path in the code: in `use` and anywhere else.
pub(super) fn paths(tokens: &[(usize, Token)]) -> Vec<CodePath> {
    let mut found = Vec::new();
    let mut rest = tokens;
    while let Some((_, token)) = rest.first() {
        rest = match token {
            Token::Word(_) => path(rest, &[], &mut found),
            _ => &rest[1..],
        };
    }
    found
}

/// Reads one path, or the paths of one tree; returns what follows.
fn path<'a>(
    mut tokens: &'a [(usize, Token)],
    before: &[String],
    found: &mut Vec<CodePath>,
) -> &'a [(usize, Token)] {
    let mut words = before.to_vec();
    let mut line = 0;
    loop {
        match tokens {
            [(_, Token::Other('{')), rest @ ..] => return tree(rest, &words, found),
            [(at, Token::Other('*')), rest @ ..] => {
                line = *at;
                words.push(String::from("*"));
                tokens = rest;
                break;
            }
            [(at, Token::Word(word)), rest @ ..] => {
                line = *at;
                // `a::{self}` is `a`.
                if words.is_empty() || word != "self" {
                    words.push(word.clone());
                }
                tokens = rest;
            }
            _ => break,
        }
        match tokens {
            [(_, Token::Colons), rest @ ..] => tokens = rest,
            _ => break,
        }
    }
    found.push(CodePath { line, words });
    tokens
}

/// Reads the branches of a tree, to its closing brace.
fn tree<'a>(
    mut tokens: &'a [(usize, Token)],
    before: &[String],
    found: &mut Vec<CodePath>,
) -> &'a [(usize, Token)] {
    loop {
        tokens = match tokens {
            [] => return tokens,
            [(_, Token::Other('}')), rest @ ..] => return rest,
            [(_, Token::Other(',')), rest @ ..] => rest,
            [(_, Token::Word(word)), _, rest @ ..] if word == "as" => rest,
            _ => path(tokens, before, found),
        };
    }
}

#[test]
fn a_path_is_found_in_a_tree_and_in_the_code_but_not_in_comments_and_strings() {
    let text = r##"
        // crate::a
        use crate::b::{self, c::{D, E as F}, g::*}; /* crate::h */
        fn f<'a>(c: char) { super::super::i(c == '"', "crate::j", r#"crate::"k"#, 'l', std::m) }
    "##;
    let found: Vec<String> = paths(&tokens(text))
        .iter()
        .filter(|path| path.words.len() > 1)
        .map(|path| format!("{} {path}", path.line))
        .collect();
    assert_eq!(
        found,
        [
            "3 crate::b",
            "3 crate::b::c::D",
            "3 crate::b::c::E",
            "3 crate::b::g::*",
            "4 super::super::i",
            "4 std::m",
        ]
    );
}

#[test]
fn a_path_leads_where_the_language_says() {
    let module = ["tui", "view", "list"].map(String::from);
    let modules = BTreeSet::from([[&module[..], &[String::from("row")]].concat()]);
    for (text, target) in [
        ("crate::load::Loaded", Some("load::Loaded")),
        ("self::draw::x", Some("tui::view::list::draw::x")),
        ("super::paint::Paint", Some("tui::view::paint::Paint")),
        ("super::super::shell::run", Some("tui::shell::run")),
        ("row::Row", Some("tui::view::list::row::Row")),
        ("std::fs::File", None),
        ("super", None),
    ] {
        let found = paths(&tokens(text));
        let words = found[0].target(&module, &modules);
        assert_eq!(
            words.map(|words| words.join("::")).as_deref(),
            target,
            "{text}"
        );
    }
}
