//! A configuration that says everything there is to set, and sets nothing.

use crate::tui::keymap::{Action, Group, Keymap, home};

const SETTINGS: &str = r#"# The configuration of astana. Every setting is a comment that says what holds without it: take the
# `#` away and change what stands behind it. `astana config --check` says what is wrong in yours.

# The colours: "light" or "dark" for that background, "mono" for none; "auto" uses what is readable on
# both, unless NO_COLOR or COLORFGBG say more. --theme overrules it.
#theme = "auto"

# Whether the mouse is on from the start: click, wheel, drag the divider. The terminal's own way of
# selecting text is off meanwhile; F2 switches.
#mouse = false

# Whether lines and marks are plain characters, as with --ascii. They are anyway where the locale has no
# UTF-8.
#ascii = false

# How list and detail share the screen where there is room: "beside", "below", or "one" at a time; "auto"
# goes by the size of the screen. v changes it while the program runs.
#layout = "auto"

# Who puts text from right to left, such as Arabic and Hebrew, into order: "terminal", or "app" for a
# terminal that shows it from left to right, as Windows Terminal does. Both at once would undo each other.
#bidi = "terminal"

# Which key does what. An action has in the views the keys that it is given and no others; [] leaves it
# without. docs/keys.md says how keys are written.
[keys]
"#;

/// The text of a configuration with every setting as a comment, with its default and what it means.
pub fn example() -> String {
    let mut text = String::from(SETTINGS);
    for group in Group::ALL {
        let of_group = Action::ALL
            .iter()
            .filter(|action| action.spec().group == group);
        let lines: Vec<String> = of_group.filter_map(|action| line(*action)).collect();
        if !lines.is_empty() {
            text.push_str("\n# ");
            text.push_str(group.name());
            text.push('\n');
            text.push_str(&lines.concat());
        }
    }
    text
}

/// The keys of an action as they are written in `[keys]`; nothing for one that cannot be bound.
fn line(action: Action) -> Option<String> {
    let home = home(action)?;
    let spec = action.spec();
    let keys = Keymap::default().keys(action, home);
    let keys = keys.iter().map(|key| {
        format!(
            "\"{}\"",
            key.to_string().replace('\\', "\\\\").replace('"', "\\\"")
        )
    });
    let keys: Vec<String> = keys.collect();
    Some(format!(
        "#{} = [{}]  # {}\n",
        spec.name,
        keys.join(", "),
        spec.help
    ))
}
