//! `[keys]`: which key does what.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::load::{Piece, nearest, type_name};
use crate::tui::keymap::{Action, Chord, Keymap, always_quits, home};

/// How keys are written, for whoever wrote something else.
const NOTATION: &str =
    "keys are written `j`, `G`, `?`, `space`, `pgdn`, `f5`, `ctrl-d`, `alt-x`, `shift-tab`";

/// An action with the keys it is to have.
struct Entry {
    action: Action,
    /// Where its name stands.
    span: Span,
    /// Those that are keys.
    keys: Vec<(Chord, Span)>,
}

/// The keymap that a table asks for, as far as it is sound.
pub(super) fn keymap(table: DeTable<'_>, piece: &mut Piece) -> Keymap {
    let entries = entries(table, piece);
    Rebinding::of(&entries, piece)
}

/// The sound entries of `[keys]`, in the order of the text.
fn entries(table: DeTable<'_>, piece: &mut Piece) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (name, value) in table {
        let span = piece.span(name.span());
        let Some(action) = action(name.get_ref(), span, piece) else {
            continue;
        };
        // Whoever wrote no sound key has not asked for no key.
        let is_empty = matches!(value.get_ref(), DeValue::Array(keys) if keys.is_empty());
        let keys = keys(action, value, piece);
        if is_empty || !keys.is_empty() {
            entries.push(Entry { action, span, keys });
        }
    }
    entries.sort_by_key(|entry| entry.span);
    entries
}

/// The action of a name, if its keys can be set.
fn action(name: &str, span: Span, piece: &mut Piece) -> Option<Action> {
    let found = Action::ALL.iter().find(|action| action.spec().name == name);
    if let Some(action) = found
        && home(*action).is_none()
    {
        let message = format!("`{name}` is not bound in the views, and keeps its keys");
        piece.report(Code::UnknownAction, span, message);
        return None;
    }
    if found.is_none() {
        let names = || {
            let bindable = Action::ALL.iter().filter(|action| home(**action).is_some());
            bindable.map(|action| action.spec().name)
        };
        let help = match nearest(name, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
        };
        let message = format!("no action is called `{name}`");
        piece.report_with_help(Code::UnknownAction, span, message, help);
    }
    found.copied()
}

/// The keys that an action is to have: one, or a list.
fn keys(action: Action, value: Spanned<DeValue<'_>>, piece: &mut Piece) -> Vec<(Chord, Span)> {
    let span = value.span();
    let items = match value.into_inner() {
        DeValue::Array(items) => items.into_iter().collect(),
        one => vec![Spanned::new(span, one)],
    };
    let keys = items.iter().filter_map(|item| key(action, item, piece));
    keys.collect()
}

fn key(action: Action, item: &Spanned<DeValue<'_>>, piece: &mut Piece) -> Option<(Chord, Span)> {
    let span = piece.span(item.span());
    let name = action.spec().name;
    let DeValue::String(text) = item.get_ref() else {
        let found = type_name(item.get_ref());
        let message = format!("`{name}` must be a key in quotation marks or a list of them");
        let help = format!("this is {found}; write for instance {name} = [\"1\", \"f5\"]");
        piece.report_with_help(Code::WrongType, span, message, help);
        return None;
    };
    let chord = match text.parse::<Chord>() {
        Ok(chord) => chord,
        Err(error) => {
            let help = NOTATION.to_owned();
            piece.report_with_help(Code::NotAKey, span, error.to_string(), help);
            return None;
        }
    };
    if always_quits(chord) && action != Action::Quit {
        let message = format!("`{chord}` cannot be `{name}`: it always leaves the program");
        piece.report(Code::KeyToLeave, span, message);
        return None;
    }
    Some((chord, span))
}

/// A keymap in which actions are being rebound.
struct Rebinding<'p> {
    keymap: Keymap,
    /// Where the actions with keys of their own are named.
    named: BTreeMap<Action, Span>,
    /// Where the keys bound so far stand.
    bound: BTreeMap<Chord, Span>,
    piece: &'p mut Piece,
}

impl<'p> Rebinding<'p> {
    /// The keys of the table of actions, but for those of `entries`.
    ///
    /// All of them give up the keys they had before the first takes one: so two can change places.
    fn of(entries: &[Entry], piece: &'p mut Piece) -> Keymap {
        let mut rebinding = Self {
            keymap: Keymap::default(),
            named: entries
                .iter()
                .map(|entry| (entry.action, entry.span))
                .collect(),
            bound: BTreeMap::new(),
            piece,
        };
        for entry in entries {
            rebinding.keymap.unbind(entry.action);
        }
        for entry in entries {
            rebinding.bind(entry);
        }
        rebinding.keymap
    }

    /// Gives an action its keys, or those it had if all of them have another action.
    fn bind(&mut self, entry: &Entry) {
        let mut is_bound = entry.keys.is_empty();
        for &(chord, span) in &entry.keys {
            match self.keymap.bind(entry.action, chord) {
                Ok(()) => {
                    self.bound.entry(chord).or_insert(span);
                    is_bound = true;
                }
                Err(other) => self.report(entry.action, chord, span, other),
            }
        }
        if !is_bound {
            self.keymap.restore(entry.action);
        }
    }

    fn report(&mut self, action: Action, chord: Chord, span: Span, other: Action) {
        let (name, other_name) = (action.spec().name, other.spec().name);
        let message = format!("`{chord}` cannot be `{name}`: it is `{other_name}`");
        let diagnostic = Diagnostic::new(Code::KeyTaken, span, message);
        let diagnostic = match (self.bound.get(&chord), self.named.get(&other)) {
            (Some(place), _) => diagnostic.label(*place, format!("here it is `{other_name}`")),
            (None, Some(place)) => diagnostic
                .label(
                    *place,
                    format!("`{other_name}` has other keys in the views"),
                )
                .help(format!(
                    "in what opens over the views it stays `{other_name}`"
                )),
            (None, None) => diagnostic.help(format!(
                "give `{other_name}` other keys too, or none: {other_name} = []"
            )),
        };
        self.piece.problems.push(diagnostic);
    }
}
