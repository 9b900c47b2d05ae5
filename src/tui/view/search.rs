//! How far a search is, and its hits in the lists.

use crate::text::{Lines, elide, show};
use crate::tui::app::App;
use crate::tui::document::{Ink, Inked, highlighted};
use crate::tui::search::{Search, Standing};

/// From this width on the keys leave room for what is searched for.
const NAMED_FROM: usize = 60;

/// How far the search is, and where a line of `columns` has room for it, what is searched for:
/// "/ceasefire 3/17". These are two parts of a line.
pub(super) fn standing(app: &App, search: &Search, columns: usize) -> Vec<String> {
    let standing = Standing::of(app).to_string();
    if columns < NAMED_FROM {
        return vec![standing];
    }
    let text = show(search.text(), Lines::One);
    let text = elide(&text, columns / 4, app.settings.glyphs.ellipsis);
    vec![format!("/{text} "), standing]
}

/// A text of a list in one ink, with what is searched for highlighted.
pub(super) fn marked(app: &App, text: &str, ink: Ink) -> Vec<Inked> {
    match &app.search {
        Some(search) => highlighted(text, ink, search.forms()),
        None => vec![(text.to_owned(), ink)],
    }
}
