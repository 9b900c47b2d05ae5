//! A query's text taken apart: terms between blanks, values between commas, quotation marks.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use super::Mistake;

/// A stretch of the text between blanks.
#[derive(Debug)]
pub(super) struct Token {
    /// Whether it began with `-` or `!`.
    pub(super) not: bool,
    /// The field and its place, where the token has the form `field:values`.
    pub(super) field: Option<(String, Range<usize>)>,
    /// What follows, at its commas; at least one.
    pub(super) pieces: Vec<Piece>,
    /// All of it.
    pub(super) span: Range<usize>,
}

/// A stretch between commas, without its quotation marks.
#[derive(Debug, Default, Clone)]
pub(super) struct Piece {
    /// The text.
    pub(super) text: String,
    /// The byte of `text` at which a bare `/` stands.
    pub(super) slash: Option<usize>,
    /// Whether some of it stood in quotation marks.
    pub(super) quoted: bool,
    /// Its place.
    pub(super) span: Range<usize>,
}

impl Token {
    /// The text behind the field as a whole, commas and all.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        texts.join(",")
    }
}

/// All tokens, or what is wrong with one.
pub(super) fn tokens(text: &str) -> Vec<Result<Token, Mistake>> {
    let mut tokens = Vec::new();
    let mut lexer = Lexer {
        chars: text.char_indices().peekable(),
        end: text.len(),
    };
    while let Some(&(start, c)) = lexer.chars.peek() {
        if c.is_whitespace() {
            lexer.chars.next();
        } else {
            tokens.push(lexer.token(start));
        }
    }
    tokens
}

struct Lexer<'t> {
    chars: Peekable<CharIndices<'t>>,
    end: usize,
}

impl Lexer<'_> {
    fn token(&mut self, start: usize) -> Result<Token, Mistake> {
        let not = self
            .chars
            .next_if(|&(_, c)| matches!(c, '-' | '!'))
            .is_some();
        let from = start + usize::from(not);
        let mut token = Token {
            not,
            field: None,
            pieces: Vec::new(),
            span: start..self.end,
        };
        let mut piece = Piece {
            span: from..from,
            ..Piece::default()
        };
        while let Some(&(at, c)) = self.chars.peek() {
            if c.is_whitespace() {
                token.span.end = at;
                break;
            }
            self.chars.next();
            match c {
                '"' => {
                    piece.quoted = true;
                    self.quotation(at, &mut piece.text)?;
                }
                ':' if token.field.is_none() && token.pieces.is_empty() && !piece.quoted => {
                    token.field = Some((std::mem::take(&mut piece.text), from..at));
                    piece.slash = None;
                    piece.span = at + 1..at + 1;
                }
                ',' => {
                    piece.span.end = at;
                    token.pieces.push(std::mem::take(&mut piece));
                    piece.span = at + 1..at + 1;
                }
                _ => {
                    if c == '/' && piece.slash.is_none() {
                        piece.slash = Some(piece.text.len());
                    }
                    piece.text.push(c);
                }
            }
        }
        piece.span.end = token.span.end;
        token.pieces.push(piece);
        Ok(token)
    }

    /// Reads to the closing quotation mark; `\"` and `\\` stand for themselves.
    fn quotation(&mut self, from: usize, text: &mut String) -> Result<(), Mistake> {
        while let Some((_, c)) = self.chars.next() {
            match c {
                '"' => return Ok(()),
                '\\' => text.extend(self.chars.next().map(|(_, escaped)| escaped)),
                _ => text.push(c),
            }
        }
        Err(Mistake {
            span: from..self.end,
            message: String::from("this quotation mark is never closed"),
            help: Some(String::from("add a \" at the end of the phrase")),
        })
    }
}
