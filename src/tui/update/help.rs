//! The help: every action, narrowed by what is typed; it runs what is selected.

use crate::text::fold;
use crate::tui::app::{App, Help, Overlay};
use crate::tui::keymap::{Action, Context, Keymap};
use crate::tui::message::Effect;

use super::{act as do_action, moved};

/// How many rows a page of the help moves.
const PAGE: usize = 10;

/// Opens the help.
pub(super) fn open(app: &mut App) {
    app.overlays.push(Overlay::Help(Help::default()));
}

/// The actions in which every typed word occurs: in their help, name or keys.
pub fn fitting_actions(keymap: &Keymap, typed: &str) -> Vec<Action> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let fits = |action: &Action| {
        let spec = action.spec();
        let keys = spec.keys.iter().map(|(context, _)| *context);
        let keys: Vec<String> = keys
            .flat_map(|context| keymap.keys(*action, context))
            .map(|chord| chord.to_string())
            .collect();
        let text = fold(&format!("{} {}", spec.help, spec.name));
        words
            .iter()
            .all(|word| text.contains(word) || keys.iter().any(|key| fold(key) == *word))
    };
    Action::ALL.iter().copied().filter(fits).collect()
}

/// Does an action in the help: moves in it, or closes it and runs what is selected.
pub(super) fn act(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::Help(help)) = app.overlays.last_mut() else {
        return None;
    };
    let fitting = fitting_actions(&app.settings.keymap, help.input.value());
    if action != Action::Open {
        if let Some(to) = moved(help.selected, fitting.len(), PAGE, action) {
            help.selected = to;
        }
        return None;
    }
    let chosen = *fitting.get(help.selected)?;
    let contexts: Vec<Context> = chosen
        .spec()
        .keys
        .iter()
        .map(|(context, _)| *context)
        .collect();
    app.overlays.pop();
    let mut here = app.context().and_wider();
    if !here.any(|context| contexts.contains(&context)) {
        app.notice = Some(format!(
            "`{}` works in another place than this",
            chosen.spec().name
        ));
        return None;
    }
    do_action(app, chosen)
}
