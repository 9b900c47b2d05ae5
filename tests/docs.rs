//! The pages of the manual that are made of the program's own tables.

use std::{env, fs};

use astana::tui::keymap;

/// Set, it has the test write the page.
const UPDATE: &str = "ASTANA_UPDATE_DOCS";

#[test]
fn docs_keys_is_what_the_table_of_actions_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    let right = keymap::manual();
    if env::var_os(UPDATE).is_some() {
        fs::write(page, &right).unwrap();
    }
    let written = fs::read_to_string(page).unwrap_or_default();
    assert!(
        written == right,
        "docs/keys.md is out of date: run `{UPDATE}=1 cargo test --test suite docs::`"
    );
}
