//! The keys as a page of the manual.

use super::{Action, Context, Group};

/// Every action with its keys and its name, in Markdown: the text of `docs/keys.md`.
pub fn manual() -> String {
    let mut page = String::from(
        "# Keys\n\nEvery action, the keys that do it, and its name. Where text is typed, in the participant\n\
         picker, in the help and in a search, letters are text and the other keys do what they do everywhere.\n",
    );
    for group in Group::ALL {
        page.push_str("\n## ");
        page.push_str(group.name());
        page.push_str("\n\n| keys | action | name |\n| --- | --- | --- |\n");
        for action in Action::ALL
            .iter()
            .filter(|action| action.spec().group == group)
        {
            page.push_str(&row(*action));
        }
    }
    page
}

fn row(action: Action) -> String {
    let spec = action.spec();
    let mut keys: Vec<String> = Vec::new();
    for (_, key) in spec.keys {
        let key = format!("`{}`", key.replace('|', "\\|"));
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let picker_only = spec
        .keys
        .iter()
        .all(|(context, _)| *context == Context::Picker);
    let place = if picker_only { " in the picker" } else { "" };
    format!(
        "| {}{place} | {} | {} |\n",
        keys.join(" "),
        spec.help,
        spec.name
    )
}
