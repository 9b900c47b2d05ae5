//! What the detail pane shows where it shows a document, and how far it is read.

use super::app::{App, Focus, View};
use super::document::{self, Setting, Sheet};
use super::layout::areas;
use super::reading::Reading;
use super::search::setting;
use super::subject::Subject;

/// What the document in the detail pane is about; none where the pane shows none.
pub fn subject(app: &App) -> Option<Subject> {
    match app.view {
        View::Timeline => {
            let page = app.events.page.clone();
            page.or_else(|| app.selected_event().map(Subject::Event))
        }
        View::Sources => app.selected_source().map(Subject::Source),
        View::Zones => app.selected_event().map(Subject::Zones),
        View::Quotes | View::Participants => None,
    }
}

/// The links, hits and length of the whole document as it is set now, see [`document::page_outline`];
/// none where the pane shows none, or is not shown.
pub fn sheet(app: &App) -> Option<Sheet> {
    outline(app, usize::MAX, setting(app))
}

/// The same down to what is a page below what is in sight, and to the focused link: what is further
/// down makes no difference to steps and pages. A document of thousands of facts takes long to set.
pub fn sheet_in_reach(app: &App) -> Option<Sheet> {
    in_reach(app, setting(app))
}

fn in_reach(app: &App, setting: Setting<'_>) -> Option<Sheet> {
    let reading = reading(app)?;
    let until = reading.scroll + 2 * page_height(app) + 2;
    let sheet = outline(app, until, setting)?;
    let has_link = |link: usize| link < sheet.links.len();
    if sheet.lines.len() < until || reading.link.is_none_or(has_link) {
        return Some(sheet);
    }
    outline(app, usize::MAX, setting)
}

fn outline(app: &App, until: usize, setting: Setting<'_>) -> Option<Sheet> {
    let subject = subject(app).filter(|_| setting.width > 0)?;
    Some(document::page_outline(
        &app.timeline,
        &subject,
        until,
        setting,
    ))
}

/// How far the document is read.
pub const fn reading(app: &App) -> Option<&Reading> {
    match app.view {
        View::Timeline => Some(&app.events.reading),
        View::Sources => Some(&app.sources.reading),
        View::Zones => Some(&app.zones.reading),
        View::Quotes | View::Participants => None,
    }
}

/// The same, to be changed.
pub const fn reading_mut(app: &mut App) -> Option<&mut Reading> {
    match app.view {
        View::Timeline => Some(&mut app.events.reading),
        View::Sources => Some(&mut app.sources.reading),
        View::Zones => Some(&mut app.zones.reading),
        View::Quotes | View::Participants => None,
    }
}

/// The lines of the detail pane; none where it is not shown.
pub fn page_height(app: &App) -> usize {
    let detail = areas(app).and_then(|areas| areas.detail);
    detail.map_or(0, |area| usize::from(area.height))
}

/// What the focused link leads to, while the detail has the keys.
pub fn focused(app: &App) -> Option<Subject> {
    if app.focus == Focus::List {
        return None;
    }
    let link = reading(app)?.link?;
    let plain = Setting {
        forms: None,
        ..setting(app)
    };
    let links = in_reach(app, plain)?.links;
    links.get(link).map(|link| link.subject.clone())
}
