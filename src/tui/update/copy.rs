//! What is at hand, out of the program: copied, or opened in the browser.

use crate::export::copy::{Form, Item, url_of};
use crate::text::{Lines, show};
use crate::tui::app::{App, Copy, Overlay};
use crate::tui::keymap::Action;
use crate::tui::message::Effect;
use crate::tui::subject::Subject;

use super::{moved, permalink, subject};

/// How many rows a page of the menu moves.
const PAGE: usize = 10;

/// Opens the menu of the forms in which what is at hand can be copied.
pub(super) fn open(app: &mut App) {
    let Some(subject) = subject::selected(app) else {
        app.notice = Some(String::from("nothing that can be copied is selected"));
        return;
    };
    let title = subject.name(&app.timeline);
    let forms = forms(app, &subject);
    show_menu(app, title, forms);
}

fn show_menu(app: &mut App, title: String, forms: Vec<(Form, String)>) {
    app.overlays.push(Overlay::Copy(Copy {
        title,
        forms,
        selected: 0,
    }));
}

/// Does an action in the menu: moves in it, or closes it and copies what is selected.
pub(super) fn act(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::Copy(menu)) = app.overlays.last_mut() else {
        return None;
    };
    if !matches!(action, Action::Open | Action::Copy) {
        if let Some(to) = moved(menu.selected, menu.forms.len(), PAGE, action) {
            menu.selected = to;
        }
        return None;
    }
    let (_, text) = menu.forms.get(menu.selected)?;
    let text = text.clone();
    app.overlays.pop();
    Some(Effect::Copy(text))
}

/// Opens the address of what is at hand in the browser; shows it for copying where there is none.
pub(super) fn open_url(app: &mut App) -> Option<Effect> {
    let subject = subject::selected(app);
    let Some(subject) = subject else {
        app.notice = Some(String::from("nothing that has an address is selected"));
        return None;
    };
    let name = subject.name(&app.timeline);
    let Some(url) = url(app, &subject) else {
        app.notice = Some(format!("no address is known for {name}"));
        return None;
    };
    if app.settings.has_browser {
        app.notice = Some(format!("opening {url}"));
        return Some(Effect::OpenUrl(url));
    }
    app.notice = Some(String::from(
        "there is no browser here; the address can be copied",
    ));
    show_menu(app, name, vec![(Form::Url, url)]);
    None
}

/// Every form that a subject has, with what would be copied.
fn forms(app: &App, subject: &Subject) -> Vec<(Form, String)> {
    let timeline = &app.timeline;
    let item = item(subject);
    let text = match item {
        Some(item) => item.text(timeline),
        None => subject.name(timeline),
    };
    let more = [
        (Form::Id, id(app, subject)),
        (Form::Command, permalink::command(app, subject)),
        (Form::Url, url(app, subject)),
    ];
    let more = more
        .into_iter()
        .filter_map(|(form, text)| Some((form, text?)));
    let cited = item.map_or_else(Vec::new, |item| item.cited(timeline));
    let all = std::iter::once((Form::Text, text)).chain(more).chain(cited);
    // It is made of what may be shown already; this holds whatever is added.
    all.map(|(form, text)| (form, show(&text, Lines::Many).into_owned()))
        .collect()
}

/// What of it can be cited; nothing for what is no event, work or quote.
const fn item(subject: &Subject) -> Option<Item> {
    match subject {
        Subject::Event(at) | Subject::Zones(at) => Some(Item::Event(*at)),
        Subject::Document(at) => Some(Item::Document(at.event, at.nth)),
        Subject::Source(at) => Some(Item::Source(*at)),
        Subject::Quote(at) | Subject::Passage(at) => Some(Item::Quote(*at)),
        Subject::Participant(_) | Subject::Person(_) | Subject::Topic(_) | Subject::Zone(_) => None,
    }
}

fn url(app: &App, subject: &Subject) -> Option<String> {
    match subject {
        Subject::Zone(at) => url_of(&app.timeline, &app.timeline[*at].sources),
        _ => item(subject)?.url(&app.timeline),
    }
}

fn id(app: &App, subject: &Subject) -> Option<String> {
    let timeline = &app.timeline;
    let id = match subject {
        Subject::Event(at) | Subject::Zones(at) => &timeline[*at].id,
        Subject::Source(at) => &timeline[*at].id,
        Subject::Participant(at) => &timeline[*at].id,
        Subject::Person(at) => &timeline[*at].id,
        Subject::Zone(at) => &timeline[*at].id,
        Subject::Document(_) | Subject::Topic(_) | Subject::Quote(_) | Subject::Passage(_) => {
            return None;
        }
    };
    Some(id.to_string())
}
