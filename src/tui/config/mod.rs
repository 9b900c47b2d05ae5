//! The configuration: a text to what it sets, and everything that is wrong in it.
//!
//! Like a timeline it never fails: what is sound is used, the rest is reported where it stands. It
//! is read by the command line; nothing here knows of files.

mod example;
mod keys;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::load::{Piece, drop_what_follows, nearest, report_syntax, type_name};

use crate::text::Bidi;

use super::keymap::Keymap;
use super::split::Arrangement;

pub use example::example;

/// What a user has set.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The colours, unless the command line says others.
    pub theme: Colours,
    /// Whether the mouse is on at the start.
    pub mouse: bool,
    /// Whether lines and marks are plain characters, whatever the locale has.
    pub ascii: bool,
    /// How the panes stand where there is room for it; none if the size decides.
    pub layout: Option<Arrangement>,
    /// Who sets text from right to left.
    pub bidi: Bidi,
    /// Which key does what.
    pub keymap: Keymap,
}

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// Those that the environment asks for, or that any background suits.
    #[default]
    Auto,
    /// Those for a light background.
    Light,
    /// Those for a dark background.
    Dark,
    /// None.
    Mono,
}

/// The names of colours.
const THEMES: [(&str, Colours); 4] = [
    ("auto", Colours::Auto),
    ("light", Colours::Light),
    ("dark", Colours::Dark),
    ("mono", Colours::Mono),
];

/// The names of arrangements.
const LAYOUTS: [(&str, Option<Arrangement>); 4] = [
    ("auto", None),
    ("beside", Some(Arrangement::Beside)),
    ("below", Some(Arrangement::Below)),
    ("one", Some(Arrangement::One)),
];

/// Who sets text from right to left.
const BIDI: [(&str, Bidi); 2] = [("terminal", Bidi::Terminal), ("app", Bidi::App)];

/// Every key of the configuration.
const SETTINGS: [&str; 6] = ["theme", "mouse", "ascii", "layout", "bidi", "keys"];

/// The name of an arrangement, as it is read from the configuration.
pub fn layout_name(arrangement: Option<Arrangement>) -> &'static str {
    let named = LAYOUTS.iter().find(|(_, named)| *named == arrangement);
    named.map_or("auto", |(name, _)| name)
}

/// The arrangement of a name; nothing if it names none, or leaves it to the size of the screen.
pub fn layout_named(name: &str) -> Option<Arrangement> {
    let named = LAYOUTS.iter().find(|(known, _)| *known == name);
    named.and_then(|(_, arrangement)| *arrangement)
}

/// Reads the text of a configuration, which is `file`.
pub fn read(text: &str, file: FileId) -> (Config, Vec<Diagnostic>) {
    let mut piece = Piece {
        file,
        start: 0,
        problems: Vec::new(),
    };
    let (root, errors) = DeTable::parse_recoverable(text);
    report_syntax(&errors, text, &mut piece);
    let mut config = Config::default();
    for (name, value) in root.into_inner() {
        let name = Spanned::new(name.span(), name.get_ref().to_string());
        set(&mut config, &name, value, &mut piece);
    }
    let mut problems = piece.problems;
    if !errors.is_empty() {
        drop_what_follows(&mut problems);
    }
    problems.sort_by_key(|problem| (problem.at, problem.code));
    (config, problems)
}

fn set(
    config: &mut Config,
    name: &Spanned<String>,
    value: Spanned<DeValue<'_>>,
    piece: &mut Piece,
) {
    match (name.get_ref().as_str(), value.get_ref()) {
        ("theme", _) => config.theme = one_of(name, &value, &THEMES, piece).unwrap_or_default(),
        ("layout", _) => config.layout = one_of(name, &value, &LAYOUTS, piece).unwrap_or_default(),
        ("bidi", _) => config.bidi = one_of(name, &value, &BIDI, piece).unwrap_or_default(),
        ("mouse", _) => config.mouse = switch(name, &value, piece),
        ("ascii", _) => config.ascii = switch(name, &value, piece),
        ("keys", DeValue::Table(_)) => {
            if let DeValue::Table(table) = value.into_inner() {
                config.keymap = keys::keymap(table, piece);
            }
        }
        ("keys", other) => {
            let message = format!("`keys` must be a table, not {}", type_name(other));
            let help = String::from("write [keys] on a line of its own");
            let span = piece.span(value.span());
            piece.report_with_help(Code::WrongType, span, message, help);
        }
        (_, value) => unknown(name, matches!(value, DeValue::Table(_)), piece),
    }
}

/// A value that is one of some names; what it means, if it is.
fn one_of<T: Copy>(
    name: &Spanned<String>,
    value: &Spanned<DeValue<'_>>,
    known: &[(&'static str, T)],
    piece: &mut Piece,
) -> Option<T> {
    let span = piece.span(value.span());
    let setting = name.get_ref();
    let names = known.iter().map(|(name, _)| format!("\"{name}\""));
    let names = names.collect::<Vec<_>>().join(", ");
    let DeValue::String(text) = value.get_ref() else {
        let found = type_name(value.get_ref());
        let message = format!("`{setting}` must be a name in quotation marks, not {found}");
        piece.report_with_help(Code::WrongType, span, message, format!("there are {names}"));
        return None;
    };
    let found = known.iter().find(|(name, _)| name == text);
    if found.is_none() {
        let help = match nearest(text, known.iter().map(|(name, _)| *name)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("there are {names}"),
        };
        let message = format!("`{setting}` cannot be \"{text}\"");
        piece.report_with_help(Code::BadValue, span, message, help);
    }
    found.map(|(_, meaning)| *meaning)
}

/// A value that is true or false; false if it is neither.
fn switch(name: &Spanned<String>, value: &Spanned<DeValue<'_>>, piece: &mut Piece) -> bool {
    if let DeValue::Boolean(on) = value.get_ref() {
        return *on;
    }
    let span = piece.span(value.span());
    let (name, found) = (name.get_ref(), type_name(value.get_ref()));
    let message = format!("`{name}` must be true or false, not {found}");
    let help = format!("write {name} = true, without quotation marks");
    piece.report_with_help(Code::WrongType, span, message, help);
    false
}

fn unknown(name: &Spanned<String>, is_table: bool, piece: &mut Piece) {
    let span = piece.span(name.span());
    let name = name.get_ref();
    let what = if is_table { "table" } else { "key" };
    let message = format!("the configuration has no {what} `{name}`");
    let help = match nearest(name, SETTINGS.into_iter()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => String::from("there are theme, mouse, ascii, layout, bidi and [keys]"),
    };
    piece.report_with_help(Code::UnknownKey, span, message, help);
}
