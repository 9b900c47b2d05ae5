//! Keys and actions: one table of actions, and the map from keys that is made of it.

mod action;
mod chord;
mod manual;

use std::collections::BTreeMap;

pub use action::{Action, Context, Group, Spec};
pub use chord::{Chord, Key, UnknownKey};
pub use manual::manual;

/// What a key means in a context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// It does this.
    Act(Action),
    /// It types or edits text.
    Text,
    /// Nothing.
    Unbound,
}

/// Which key does what, where.
#[derive(Debug, Clone)]
pub struct Keymap {
    table: BTreeMap<(Context, Chord), Action>,
}

impl Default for Keymap {
    /// The keys of the table of actions.
    fn default() -> Self {
        let all = Action::ALL.iter().flat_map(|&action| {
            let keys = action.spec().keys.iter();
            keys.filter_map(move |&(context, key)| Some(((context, key.parse().ok()?), action)))
        });
        Self {
            table: all.collect(),
        }
    }
}

impl Keymap {
    /// What `chord` means in `context`: what the context itself says, else text where text is
    /// taken, else what holds everywhere.
    pub fn look_up(&self, context: Context, chord: Chord) -> Lookup {
        if let Some(&action) = self.table.get(&(context, chord)) {
            return Lookup::Act(action);
        }
        if context.takes_text() && edits_text(chord) {
            return Lookup::Text;
        }
        self.table
            .get(&(Context::Global, chord))
            .map_or(Lookup::Unbound, |&action| Lookup::Act(action))
    }

    /// The keys that do `action` in `context`, those of the context itself first.
    pub fn keys(&self, action: Action, context: Context) -> Vec<Chord> {
        let of = |wanted: Context| {
            let bound = self
                .table
                .iter()
                .filter(move |((c, _), a)| *c == wanted && **a == action);
            bound.map(|((_, chord), _)| *chord)
        };
        of(context).chain(of(Context::Global)).collect()
    }
}

/// Whether a key types a character or edits the line it is typed in.
const fn edits_text(chord: Chord) -> bool {
    let moves = matches!(
        chord.key,
        Key::Left | Key::Right | Key::Home | Key::End | Key::Backspace | Key::Delete
    );
    let erases = chord.ctrl && matches!(chord.key, Key::Char('a' | 'e' | 'u' | 'w' | 'k'));
    moves || erases || chord.typed().is_some()
}

#[cfg(test)]
mod tests {
    use super::{Action, Chord, Context, Keymap, Lookup};

    #[test]
    fn every_key_of_the_table_is_a_key_and_stands_once() {
        let mut seen = std::collections::BTreeMap::new();
        for &action in Action::ALL {
            assert!(!action.spec().keys.is_empty(), "{action:?} has no key");
            for &(context, key) in action.spec().keys {
                let chord: Chord = key.parse().unwrap();
                let before = seen.insert((context, chord), action);
                assert_eq!(before, None, "{key} in {context:?}");
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let names: std::collections::BTreeSet<_> =
            Action::ALL.iter().map(|a| a.spec().name).collect();
        assert_eq!(names.len(), Action::ALL.len());
    }

    #[test]
    fn every_core_action_has_a_key_that_is_no_letter() {
        use Action::{
            Back, Close, First, Help, Last, Next, NextPane, Open, PageDown, PageUp, Previous,
        };
        for action in [
            Next,
            Previous,
            PageDown,
            PageUp,
            First,
            Last,
            Open,
            Back,
            NextPane,
            Help,
            Action::FilterDropLast,
        ] {
            let keys = Keymap::default().keys(action, Context::View);
            assert!(
                keys.iter().any(|chord| chord.typed().is_none()),
                "{action:?}: {keys:?}"
            );
        }
        // Leaving goes by Ctrl-C, which is no letter either.
        assert!(!Keymap::default().keys(Close, Context::View).is_empty());
    }

    #[test]
    fn where_text_is_taken_letters_are_text_and_arrows_move() {
        let keymap = Keymap::default();
        let look = |context, key: &str| keymap.look_up(context, key.parse().unwrap());
        assert_eq!(look(Context::Picker, "j"), Lookup::Text);
        assert_eq!(look(Context::Picker, "backspace"), Lookup::Text);
        assert_eq!(look(Context::Picker, "down"), Lookup::Act(Action::Next));
        assert_eq!(
            look(Context::Picker, "space"),
            Lookup::Act(Action::PickerMark)
        );
        assert_eq!(look(Context::Help, "space"), Lookup::Text);
        assert_eq!(look(Context::View, "j"), Lookup::Act(Action::Next));
        assert_eq!(look(Context::View, "ctrl-c"), Lookup::Act(Action::Quit));
        assert_eq!(look(Context::View, "%"), Lookup::Unbound);
    }
}
