//! The keys as a page of the manual.

use super::{Action, Context, Group};

const KEYBOARDS: &str = "
Letters are read by their place on the keyboard: under a Russian, Ukrainian, Kazakh, Greek, Arabic, Persian or
Hebrew layout the key of `j` does what `j` does, with Shift and Ctrl too. A key that types an ASCII character stays
that character (`q` is `;` in Greek and `/` in Hebrew; `ctrl-c` leaves the program there). Where Arabic and Persian
have a sign on different keys, the one that does something is meant, in Arabic first.
";

/// Every action with its keys and its name, in Markdown: the text of `docs/keys.md`.
pub fn manual() -> String {
    let mut page = String::from(
        "# Keys\n\nEvery action, the keys that do it, and its name. Where text is typed, in the participant\n\
         picker and in the help, letters are text and the other keys do what they do everywhere.\n",
    );
    page.push_str(KEYBOARDS);
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
