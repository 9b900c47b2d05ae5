//! Other keys for an action than those of the table.
//!
//! An action is rebound where it is at home: in the views, in the one view it is for, or everywhere if it
//! is bound only so. What opens over the views keeps its keys, so that whatever is rebound, one can move
//! and leave there.

use super::{Action, Chord, Context, Key, Keymap, by_position};

/// Where an action is rebound; nothing for one that is not in the views.
pub fn home(action: Action) -> Option<Context> {
    let keys = action.spec().keys;
    [Context::View, Context::Matrix, Context::Global]
        .into_iter()
        .find(|home| keys.iter().any(|(context, _)| context == home))
}

/// Whether a key leaves the program whatever is bound: Ctrl-C, on any keyboard.
pub fn always_quits(chord: Chord) -> bool {
    let quits = Chord {
        ctrl: true,
        ..Chord::from(Key::Char('c'))
    };
    chord == quits || by_position(chord).any(|chord| chord == quits)
}

impl Keymap {
    /// Takes its keys from an action where it is at home, also those it has there because it has
    /// them everywhere.
    pub fn unbind(&mut self, action: Action) {
        let Some(home) = home(action) else { return };
        self.table
            .retain(|(context, _), bound| *context != home || *bound != Some(action));
        let everywhere = self.keys(action, home).into_iter();
        for chord in everywhere.filter(|chord| !always_quits(*chord)) {
            self.table.insert((home, chord), None);
        }
    }

    /// Gives an action a key where it is at home, unless another action has it there or everywhere, or
    /// a view has it for its own: then nothing changes, and it is that action that comes back.
    pub fn bind(&mut self, action: Action, chord: Chord) -> Result<(), Action> {
        let Some(home) = home(action) else {
            return Ok(());
        };
        let holder = self.holder(home, chord);
        let in_other = holder.or_else(|| self.holder_elsewhere(action, home, chord));
        match in_other {
            Some(other) if other != action => Err(other),
            _ => {
                self.table.insert((home, chord), Some(action));
                Ok(())
            }
        }
    }

    /// Gives an action back the keys of the table that nothing else has taken.
    pub fn restore(&mut self, action: Action) {
        for (context, key) in action.spec().keys {
            let Ok(chord) = key.parse() else { continue };
            if home(action) == Some(*context) {
                // It is not an error here that another action has it.
                self.bind(action, chord).unwrap_or_default();
            } else if *context == Context::Global
                && self.table.get(&(Context::View, chord)) == Some(&None)
            {
                self.table.remove(&(Context::View, chord));
            }
        }
    }

    /// The action that has a key in `home`, whose keys are those of the views too.
    fn holder(&self, home: Context, chord: Chord) -> Option<Action> {
        let bound = |context| self.table.get(&(context, chord)).copied();
        if home == Context::Matrix {
            return bound(home).flatten();
        }
        match (home, bound(Context::View)) {
            (_, Some(Some(action))) => Some(action),
            (Context::View, Some(None)) => None,
            _ => bound(Context::Global).flatten(),
        }
    }

    /// The action that has a key where one view and all of them differ: none where they do so in the
    /// table of actions.
    fn holder_elsewhere(&self, action: Action, home: Context, chord: Chord) -> Option<Action> {
        let mut keys = action.spec().keys.iter();
        if keys.any(|(context, key)| *context == home && key.parse() == Ok(chord)) {
            return None;
        }
        if home == Context::Matrix {
            return self.holder(Context::View, chord);
        }
        let of_view = self.table.get(&(Context::Matrix, chord));
        of_view.copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Chord, Context, Keymap, Lookup};

    fn chord(text: &str) -> Chord {
        text.parse().unwrap()
    }

    #[test]
    fn an_action_without_keys_in_the_views_keeps_them_in_what_opens_over_them() {
        let mut keymap = Keymap::default();
        keymap.unbind(Action::Next);
        for (context, key, meaning) in [
            (Context::View, "j", Lookup::Unbound),
            (Context::View, "down", Lookup::Unbound),
            (Context::Problems, "j", Lookup::Act(Action::Next)),
            (Context::Picker, "down", Lookup::Act(Action::Next)),
        ] {
            assert_eq!(keymap.look_up(context, chord(key)), meaning, "{key}");
        }
        assert_eq!(keymap.keys(Action::Next, Context::View), []);
    }

    #[test]
    fn a_key_of_another_action_is_not_taken_from_it() {
        let mut keymap = Keymap::default();
        let taken = |keymap: &mut Keymap| keymap.bind(Action::PageDown, chord("down"));
        assert_eq!(taken(&mut keymap), Err(Action::Next));
        keymap.unbind(Action::Next);
        assert_eq!(taken(&mut keymap), Ok(()));
        // Everywhere it is still the other's: in the picker, for instance.
        let everywhere = keymap.bind(Action::Redraw, chord("up"));
        assert_eq!(everywhere, Err(Action::Previous));
    }

    #[test]
    fn what_is_restored_is_as_it_was_but_for_what_was_taken() {
        let mut keymap = Keymap::default();
        keymap.unbind(Action::Next);
        keymap.bind(Action::PageDown, chord("j")).unwrap();
        keymap.restore(Action::Next);
        let keys = keymap.keys(Action::Next, Context::View);
        assert_eq!(keys, [chord("down")]);
    }

    #[test]
    fn the_program_can_always_be_left() {
        let mut keymap = Keymap::default();
        keymap.unbind(Action::Quit);
        for key in ["ctrl-c", "ctrl-с"] {
            let found = keymap.look_up(Context::View, chord(key));
            assert_eq!(found, Lookup::Act(Action::Quit));
            assert!(super::always_quits(chord(key)));
        }
    }
}
