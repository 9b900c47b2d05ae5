//! The app drawn: it changes nothing and decides nothing that `update` has not decided.

mod axis;
mod copy;
mod detail;
mod empty;
mod footer;
mod header;
mod help;
mod list;
mod map;
mod paint;
mod participants;
mod picker;
mod problems;
mod prompt;
mod quotes;
mod search;
mod sources;
mod zones;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::app::{App, Focus, Overlay, View};
use super::document::{Ink, Line};
use super::layout::{Areas, areas};
use super::theme::Theme;
use paint::Paint;

/// Draws the app into `buffer`, of which it uses as much as the app's size says.
pub fn view(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = Rect::from((ratatui::layout::Position::ORIGIN, app.size)).intersection(buffer.area);
    let mut paint = Paint {
        buffer,
        theme,
        glyphs: app.settings.glyphs,
        bidi: app.settings.bidi,
    };
    match areas(app) {
        Some(areas) if area.as_size() == app.size => draw(app, &areas, &mut paint),
        _ => too_small(area, &mut paint),
    }
}

fn draw(app: &App, areas: &Areas, paint: &mut Paint<'_>) {
    header::draw(app, areas.header, paint);
    header::draw_chips(app, areas.chips, paint);
    axis::draw(app, areas.axis, paint);
    match app.overlays.last() {
        Some(Overlay::Picker(picker)) => picker::draw(app, picker, areas.body, paint),
        Some(Overlay::Help(help)) => help::draw(app, help, areas.body, paint),
        Some(Overlay::Copy(menu)) => copy::draw(menu, areas.body, paint),
        Some(Overlay::Problems(problems)) => problems::draw(app, *problems, areas.body, paint),
        Some(Overlay::QueryLine(line)) => {
            draw_panes(app, areas, paint);
            prompt::draw_query(app, line, areas.prompt, paint);
        }
        Some(Overlay::GoTo(line)) => {
            draw_panes(app, areas, paint);
            prompt::draw_go_to(app, line, areas.prompt, paint);
        }
        Some(Overlay::Search(line)) => {
            draw_panes(app, areas, paint);
            prompt::draw_search(app, line, areas.prompt, paint);
        }
        None => draw_panes(app, areas, paint),
    }
    footer::draw(app, areas.footer, paint);
}

fn draw_panes(app: &App, areas: &Areas, paint: &mut Paint<'_>) {
    if let Some(rule) = areas.rule {
        paint.rule(rule, app.focus == Focus::Detail);
    }
    match app.view {
        View::Timeline => {
            areas.list.inspect(|&area| list::draw(app, area, paint));
            areas.detail.inspect(|&area| detail::draw(app, area, paint));
        }
        View::Participants => {
            areas
                .list
                .inspect(|&area| participants::draw(app, area, paint));
        }
        View::Sources => {
            areas.list.inspect(|&area| sources::draw(app, area, paint));
            areas.detail.inspect(|&area| detail::draw(app, area, paint));
        }
        View::Zones => {
            areas.list.inspect(|&area| zones::draw(app, area, paint));
            areas.detail.inspect(|&area| detail::draw(app, area, paint));
        }
        View::Quotes => {
            areas
                .list
                .inspect(|&area| quotes::draw_speakers(app, area, paint));
            areas
                .detail
                .inspect(|&area| quotes::draw_quotes(app, area, paint));
        }
    }
}

/// One line instead of a screen that has no room for anything.
fn too_small(area: Rect, paint: &mut Paint<'_>) {
    if let Some(row) = area.rows().next() {
        let text = "too small (20x5)";
        paint.line(row, &Line::new(0, text.to_owned(), Ink::Plain));
    }
}
