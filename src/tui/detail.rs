//! What the detail pane shows where it shows a document, and how far it is read.

use super::app::{App, Focus, View};
use super::document::{self, Setting, Sheet, Sought};
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

/// The links, hits and length of the document as it is set now, from what is sought to the end, see
/// [`document::page_outline`]; none where the pane shows none, or is not shown.
pub fn sheet(app: &App, sought: Sought) -> Option<Sheet> {
    outline(app, (sought, usize::MAX), setting(app))
}

/// The same from a page above what is in sight to a page below it, with the focused link: what is further
/// away makes no difference to steps and pages. A document of thousands of facts takes long to set.
pub fn sheet_in_reach(app: &App) -> Option<Sheet> {
    in_reach(app, setting(app))
}

/// The lines in sight, as they are read.
pub fn sheet_in_sight(app: &App) -> Option<Sheet> {
    let (subject, scroll) = (subject(app)?, reading(app)?.scroll);
    let sight = scroll..scroll + page_height(app);
    Some(document::page_in_sight(
        &app.timeline,
        &subject,
        sight,
        setting(app),
    ))
}

fn in_reach(app: &App, setting: Setting<'_>) -> Option<Sheet> {
    let reading = reading(app)?;
    let page = page_height(app);
    let from = Sought::Line(reading.scroll.saturating_sub(page));
    let until = reading.scroll + 2 * page + 2;
    let sheet = outline(app, (from, until), setting)?;
    let has_link = |link: usize| sheet.link(link).is_some();
    if reading.link.is_none_or(has_link) {
        return Some(sheet);
    }
    outline(app, (Sought::Line(0), usize::MAX), setting)
}

fn outline(app: &App, part: (Sought, usize), setting: Setting<'_>) -> Option<Sheet> {
    let subject = subject(app).filter(|_| setting.width > 0)?;
    Some(document::page_outline(
        &app.timeline,
        &subject,
        part,
        setting,
    ))
}

/// Whether the document is so long that it is to be counted while nothing else happens, and was not yet.
pub fn is_uncounted(app: &App) -> bool {
    subject(app).is_some_and(|subject| document::is_uncounted(&subject, &setting(app)))
}

/// Counts some more of it.
pub fn count_on(app: &App) {
    if let Some(subject) = subject(app) {
        document::page_count_on(&app.timeline, &subject, setting(app));
    }
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
    let sheet = in_reach(app, plain)?;
    sheet.link(link).map(|link| link.subject.clone())
}
