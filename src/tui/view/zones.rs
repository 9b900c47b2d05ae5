//! The zones view: a map of the zones at the selected event, with its legend in words.

use ratatui::layout::Rect;

use crate::map::{Borders, Frame};
use crate::text::{elide, width};
use crate::timeline::EventIx;
use crate::tui::app::{App, Focus};
use crate::tui::detail;
use crate::tui::document::{self, Ink, Legend, Line, Setting};
use crate::tui::subject::Subject;

use super::detail::draw_lines;
use super::map::{self, LEAST_HEIGHT, LEAST_WIDTH, Scene};
use super::paint::Paint;
use super::{empty, list};

/// Columns of a legend beside the map, if there is room for as many.
const LEGEND: u16 = 44;

/// What a legend says where it has room, and where it has less.
const MOST_FIRST: [Legend; 3] = [Legend::WithNote, Legend::Dated, Legend::Brief];

/// Draws it.
pub(super) fn draw(app: &App, area: Rect, paint: &mut Paint<'_>) {
    let Some(at) = app.selected_event() else {
        let (none, hidden) = ("this timeline has no events", "no event fits the filter");
        empty::draw(app, none, hidden, area, paint);
        return;
    };
    let Some(frame) = Frame::of(&app.timeline, Borders::embedded()) else {
        return;
    };
    let focused = match detail::focused(app) {
        Some(Subject::Zone(zone)) => Some(zone),
        _ => None,
    };
    let scene = Scene { app, at, focused };
    let mut rows = area.rows();
    if let Some(row) = rows.next() {
        draw_title(app, at, row, paint);
    }
    let rest = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let plan = plan(scene, &frame, rest);
    map::draw(scene, &frame, plan.chart, paint);
    let setting = setting(scene, plan.legend.width);
    let legend = document::zone_legend(&app.timeline, at, focused, plan.much, setting);
    draw_lines(&legend.lines, plan.legend, paint);
}

/// As of when the zones are shown: the last day of the selected event.
fn draw_title(app: &App, at: EventIx, row: Rect, paint: &mut Paint<'_>) {
    let event = &app.timeline[at];
    let glyphs = app.settings.glyphs;
    let date = event.end.as_ref().unwrap_or(&event.start).in_full();
    let label = app.timeline.label(event);
    let room = usize::from(row.width).saturating_sub(2);
    let title = |words: &str| {
        let title = format!("{words} {date} {} {label}", glyphs.dot);
        glyphs.set(&title).into_owned()
    };
    let whole = Some(title("Zones as of")).filter(|title| width(title) <= room);
    let title = whole.unwrap_or_else(|| title("As of"));
    let title = elide(&title, room, glyphs.ellipsis);
    paint.line(row, &Line::new(1, title, Ink::Heading));
    if app.focus == Focus::List {
        paint.lay(row, list::selection(app));
    }
}

/// Where the map is and where its legend; how much that says.
struct Plan {
    chart: Rect,
    legend: Rect,
    much: Legend,
}

/// The legend stands below the map or beside it, where the map gets larger; where a map would show
/// nothing, there is only the legend. The event makes no difference: the map stays where it is.
fn plan(scene: Scene<'_>, frame: &Frame, area: Rect) -> Plan {
    let below = MOST_FIRST
        .into_iter()
        .find_map(|much| below(scene, area, much));
    let beside = MOST_FIRST
        .into_iter()
        .find_map(|much| beside(scene, area, much));
    let size = |plan: &Plan| map::scale(frame, plan.chart);
    match [below, beside] {
        [Some(below), Some(beside)] if size(&beside) > size(&below) => beside,
        [Some(plan), _] | [None, Some(plan)] => plan,
        [None, None] => {
            let fits = legend_height(scene, area.width, Legend::Dated) <= usize::from(area.height);
            let much = if fits { Legend::Dated } else { Legend::Brief };
            let chart = Rect::default();
            Plan {
                chart,
                legend: area,
                much,
            }
        }
    }
}

fn below(scene: Scene<'_>, area: Rect, much: Legend) -> Option<Plan> {
    let legend = legend_height(scene, area.width, much);
    let height = area.height.checked_sub(u16::try_from(legend).ok()?)?;
    let chart = Rect { height, ..area };
    let legend = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (height >= least_height(much) && area.width >= LEAST_WIDTH).then_some(Plan {
        chart,
        legend,
        much,
    })
}

fn beside(scene: Scene<'_>, area: Rect, much: Legend) -> Option<Plan> {
    let columns = LEGEND.min(area.width * 3 / 5);
    let width = area.width - columns;
    let fits = legend_height(scene, columns, much) <= usize::from(area.height);
    let chart = Rect { width, ..area };
    let legend = Rect {
        x: area.x + width,
        width: columns,
        ..area
    };
    (fits && width >= LEAST_WIDTH && area.height >= LEAST_HEIGHT).then_some(Plan {
        chart,
        legend,
        much,
    })
}

/// The height that a map above a legend needs: what there is less of, the legend leaves out.
const fn least_height(much: Legend) -> u16 {
    match much {
        Legend::WithNote => 12,
        Legend::Dated => 8,
        Legend::Brief => LEAST_HEIGHT,
    }
}

/// How a legend of so many columns is set: with a margin of one at either side.
fn setting(scene: Scene<'_>, columns: u16) -> Setting<'_> {
    let width = usize::from(columns.saturating_sub(2));
    Setting::plain(scene.app.settings.glyphs, width)
}

fn legend_height(scene: Scene<'_>, columns: u16, much: Legend) -> usize {
    let setting = setting(scene, columns);
    document::zone_legend_height(&scene.app.timeline, much, setting)
}
