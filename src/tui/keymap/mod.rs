//! Keys and actions: one table of actions, and the map from keys that is made of it.

mod action;
mod chord;
mod layouts;
mod manual;
mod rebind;

use std::collections::BTreeMap;

pub use action::{Action, Context, Group, Spec};
pub use chord::{Chord, Key, UnknownKey};
pub use layouts::latin;
pub use manual::manual;
pub use rebind::{always_quits, home};

/// What a key means in a context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// It does this.
    Act(Action),
    /// It types or edits text, as this key does.
    Text(Chord),
    /// Nothing.
    Unbound,
}

/// Which key does what, where.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// Nothing stands for a key that holds everywhere else, but not in this context.
    table: BTreeMap<(Context, Chord), Option<Action>>,
}

impl Default for Keymap {
    /// The keys of the table of actions.
    fn default() -> Self {
        let all = Action::ALL.iter().flat_map(|&action| {
            let keys = action.spec().keys.iter();
            keys.filter_map(move |&(context, key)| {
                Some(((context, key.parse().ok()?), Some(action)))
            })
        });
        Self {
            table: all.collect(),
        }
    }
}

impl Keymap {
    /// What `chord` means in `context`: what the context itself says, else text where text is
    /// taken, else what holds everywhere.
    ///
    /// A character that means nothing is read by its key: `о` is `j` on a Russian keyboard.
    pub fn look_up(&self, context: Context, chord: Chord) -> Lookup {
        let readings = std::iter::once(chord).chain(by_position(chord));
        readings
            .map(|chord| self.as_produced(context, chord))
            .find(|meaning| *meaning != Lookup::Unbound)
            .unwrap_or(Lookup::Unbound)
    }

    fn as_produced(&self, context: Context, chord: Chord) -> Lookup {
        let bound = |context| self.table.get(&(context, chord)).copied();
        if bound(context).is_none() && context.takes_text() && edits_text(chord) {
            return Lookup::Text(chord);
        }
        let narrowest = context.and_wider().find_map(bound).flatten();
        narrowest.map_or(Lookup::Unbound, Lookup::Act)
    }

    /// The keys that do `action` in `context`, those of the context itself first.
    pub fn keys(&self, action: Action, context: Context) -> Vec<Chord> {
        let of = |wanted: Context| {
            let bound = self
                .table
                .iter()
                .filter(move |((c, _), a)| *c == wanted && **a == Some(action));
            bound.map(move |((_, chord), _)| (wanted, *chord))
        };
        let holds_here = |&(of, chord): &(Context, Chord)| {
            let is_text = context.takes_text() && edits_text(chord);
            let mut narrower = context.and_wider().take_while(|narrower| *narrower != of);
            of == context || (!is_text && !narrower.any(|it| self.table.contains_key(&(it, chord))))
        };
        let all = context.and_wider().flat_map(of).filter(holds_here);
        all.map(|(_, chord)| chord).collect()
    }
}

/// The same chord on a Latin keyboard, if its character is of another script. With Control a letter
/// is its small one, as in the notation.
fn by_position(chord: Chord) -> impl Iterator<Item = Chord> {
    let produced = match chord.key {
        Key::Char(c) => Some(c),
        _ => None,
    };
    produced.into_iter().flat_map(latin).map(move |c| {
        let key = if chord.ctrl {
            c.to_ascii_lowercase()
        } else {
            c
        };
        Chord {
            key: Key::Char(key),
            ..chord
        }
    })
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
    use super::{Action, Chord, Context, Key, Keymap, Lookup};

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
            Back, FilterDropLast, First, Help, Last, Next, NextPane, NextYear, Open, PageDown,
            PageUp, Previous, PreviousPane, PreviousYear, Quit, ViewQuotes, ViewTimeline,
        };
        let keymap = Keymap::default();
        for action in [
            Next,
            Previous,
            PageDown,
            PageUp,
            First,
            Last,
            NextYear,
            PreviousYear,
            Open,
            Back,
            NextPane,
            PreviousPane,
            ViewTimeline,
            ViewQuotes,
            FilterDropLast,
            Help,
            // By Ctrl-C, which every terminal knows on every keyboard.
            Quit,
        ] {
            let keys = keymap.keys(action, Context::View);
            let is_letter = |chord: &Chord| chord.typed().is_some_and(char::is_alphabetic);
            assert!(!keys.iter().all(is_letter), "{action:?}: {keys:?}");
        }
    }

    #[test]
    fn every_context_that_lists_can_be_moved_in_and_left_without_letters() {
        let keymap = Keymap::default();
        for context in [
            Context::Picker,
            Context::Help,
            Context::Problems,
            Context::Copy,
        ] {
            for (key, action) in [
                ("down", Action::Next),
                ("up", Action::Previous),
                ("pgdn", Action::PageDown),
                ("pgup", Action::PageUp),
                ("esc", Action::Back),
                ("f1", Action::Help),
            ] {
                let found = keymap.look_up(context, key.parse().unwrap());
                assert_eq!(found, Lookup::Act(action), "{key} in {context:?}");
            }
        }
    }

    #[test]
    fn a_view_has_keys_of_its_own_before_those_of_all_views() {
        let keymap = Keymap::default();
        let look = |context, key: &str| keymap.look_up(context, key.parse().unwrap());
        for (key, action) in [
            ("right", Action::EventNext),
            ("д", Action::EventNext),
            ("down", Action::Next),
            ("j", Action::Next),
            ("esc", Action::Back),
            ("ctrl-c", Action::Quit),
        ] {
            assert_eq!(look(Context::Matrix, key), Lookup::Act(action), "{key}");
        }
        assert_eq!(look(Context::View, "right"), Lookup::Act(Action::Open));
        let enter: Chord = "enter".parse().unwrap();
        assert_eq!(keymap.keys(Action::Open, Context::Matrix), [enter]);
    }

    #[test]
    fn a_key_is_read_by_its_place_where_its_character_means_nothing() {
        let keymap = Keymap::default();
        let look = |context, key: &str| keymap.look_up(context, key.parse().unwrap());
        for (key, action) in [
            ("о", Action::Next),
            ("Й", Action::Quit),
            ("ctrl-в", Action::HalfPageDown),
            ("ctrl-В", Action::HalfPageDown),
        ] {
            assert_eq!(look(Context::View, key), Lookup::Act(action), "{key}");
        }
        let erase = Lookup::Text("ctrl-u".parse().unwrap());
        assert_eq!(look(Context::Picker, "ctrl-г"), erase);
        assert_eq!(look(Context::Picker, "ctrl-с"), Lookup::Act(Action::Quit));
        assert_eq!(look(Context::View, "ц"), Lookup::Unbound);
    }

    #[test]
    fn where_text_is_taken_letters_are_text_and_arrows_move() {
        let keymap = Keymap::default();
        let look = |context, key: &str| keymap.look_up(context, key.parse().unwrap());
        for key in ["j", "о", "backspace"] {
            let text = Lookup::Text(key.parse().unwrap());
            assert_eq!(look(Context::Picker, key), text, "{key}");
        }
        assert_eq!(look(Context::Picker, "down"), Lookup::Act(Action::Next));
        assert_eq!(
            look(Context::Picker, "space"),
            Lookup::Act(Action::PickerMark)
        );
        let space = Lookup::Text(Chord::from(Key::Char(' ')));
        assert_eq!(look(Context::Help, "space"), space);
        assert_eq!(look(Context::View, "j"), Lookup::Act(Action::Next));
        assert_eq!(look(Context::View, "ctrl-c"), Lookup::Act(Action::Quit));
        assert_eq!(look(Context::View, "%"), Lookup::Unbound);
    }
}
