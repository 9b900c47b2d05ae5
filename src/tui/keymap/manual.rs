//! The keys as a page of the manual.

use crate::diagnostic::Code;

use super::{Action, Context, Group};

const KEYBOARDS: &str = "
Letters are read by their place on the keyboard: under a Russian, Ukrainian, Kazakh, Greek, Arabic, Persian or
Hebrew layout the key of `j` does what `j` does, with Shift and Ctrl too. A key that types an ASCII character stays
that character (`q` is `;` in Greek and `/` in Hebrew; `ctrl-c` leaves the program there). Where Arabic and Persian
have a sign on different keys, the one that does something is meant, in Arabic first.
";

const OWN_KEYS: &str = r#"
## Keys of your own

`$XDG_CONFIG_HOME/astana/config.toml`, or without that variable `~/.config/astana/config.toml`, gives actions
other keys, by the names in the tables above:

```toml
[keys]
next = ["m", "down"]
previous = ["i", "up"]
search-next = ["k", "f3"]
half-page-down = "alt-d"
filter-clear = []
```

A key stands in quotation marks: the character that it types (`"j"`, `"G"`, `"?"`), or `space`, `enter`, `esc`, `tab`,
`backspace`, `delete`, `up`, `down`, `left`, `right`, `home`, `end`, `pgup`, `pgdn`, `f1` to `f12`; before it may stand
`ctrl-`, `alt-`, `shift-`.

- In the views an action has the keys that it is given and no others; `[]` leaves it without one. `redraw` and `suspend` are
  given theirs everywhere. What opens over the views (the picker, the help, the list of problems, the menu of `y`) keeps its keys.
- A key does one thing. To give an action a key of another, give the other one other keys too, or none. Where two
  want the same, the first in the file has it.
- In the participants view the keys of `event-next` and `event-previous` go before those of the views; `left` and `right` are
  `back` and `open` in the others.
- `ctrl-c` leaves the program whatever is bound. An action without a key can be done from the help.

`astana config` prints all of them with the keys they have, and [config.md](config.md) says what else can be set.

Only the program in the terminal reads the file. A mistake in it costs no more than itself: the first screen says so, and `E`
lists it with what would be right, as it does mistakes in a timeline ([their codes](schema.md#what-check-finds)). These are the
configuration's own:

| code | severity | meaning |
| --- | --- | --- |
"#;

/// Every action with its keys and its name, in Markdown: the text of `docs/keys.md`.
pub fn manual() -> String {
    let mut page = String::from(
        "# Keys\n\nEvery action, the keys that do it, and its name. Where text is typed, in the participant\n\
         picker, in the help and in a search, letters are text and the other keys do what they do everywhere.\n",
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
    page.push_str(OWN_KEYS);
    for code in Code::ALL.iter().filter(|code| code.is_of_configuration()) {
        page.push_str(&code.row());
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
    let only = |wanted| spec.keys.iter().all(|(context, _)| *context == wanted);
    let place = if only(Context::Picker) {
        " in the picker"
    } else if only(Context::Matrix) {
        " in the participants view"
    } else {
        ""
    };
    format!(
        "| {}{place} | {} | {} |\n",
        keys.join(" "),
        spec.help,
        spec.name
    )
}
