//! Where things are on the screen: one pure function, by which `view` draws and `update` pages.

use ratatui::layout::{Position, Rect, Size};

use crate::text::{Run, elide, width, wrap};

use super::app::{App, Focus, Overlay, View};
use super::split::Arrangement;

/// The smallest screen that is drawn on.
pub const SMALLEST: Size = Size {
    width: 20,
    height: 5,
};

/// The largest: cells cost memory, and a terminal may claim to have 65535 × 65535.
pub const LARGEST: Size = Size {
    width: 1000,
    height: 500,
};

/// From this height on there is room for the axis.
const AXIS_FROM: u16 = 10;
/// From this size on there is room for the axis as lanes.
pub const LANES_FROM: Size = Size {
    width: 40,
    height: 16,
};
/// The most lines that a notice takes.
const NOTICE_LINES: usize = 3;
/// The most columns that the names of lanes take.
const LANE_NAMES: usize = 14;
/// Columns that text is wrapped to at most: longer lines are hard to read.
pub const TEXT_WIDTH: u16 = 80;

/// The areas of the screen. Panes that are not shown have no area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// Title, views, counts.
    pub header: Rect,
    /// The filter; empty without one.
    pub chips: Rect,
    /// The axis with its years; empty where there is no room or the view has none.
    pub axis: Rect,
    /// Everything between those and the footer: what overlays cover.
    pub body: Rect,
    /// The list.
    pub list: Option<Rect>,
    /// The rule between the panes, one column or one row.
    pub rule: Option<Rect>,
    /// The detail.
    pub detail: Option<Rect>,
    /// What is typed below the view; empty where nothing is.
    pub prompt: Rect,
    /// Notice or keys.
    pub footer: Rect,
}

/// The areas for the app's size, or nothing if the screen is too small.
///
/// ```text
/// 100 columns and more     60 to 99        under 60
/// header                   header          header
/// chips                    chips           chips
/// axis                     axis            axis
/// list     │ detail        list            list, or
///          │               ──────          detail
///          │               detail
/// footer                   footer          footer
/// ```
pub fn areas(app: &App) -> Option<Areas> {
    let area = Rect::from((Position::ORIGIN, app.size));
    if area.width < SMALLEST.width || area.height < SMALLEST.height {
        return None;
    }
    let (header, rest) = top(area, 1);
    let (chips, rest) = top(rest, u16::from(!app.query.is_empty()));
    let (axis, rest) = top(rest, axis_height(app));
    let (rest, footer) = top(rest, rest.height.saturating_sub(footer_height(app)));
    let prompt = prompt_height(app).min(rest.height.saturating_sub(1));
    let (body, prompt) = top(rest, rest.height - prompt);
    let (list, rule, detail) = if app.view.has_detail() {
        panes(app, body)
    } else {
        (Some(body), None, None)
    };
    Some(Areas {
        header,
        chips,
        axis,
        body,
        list,
        rule,
        detail,
        prompt,
        footer,
    })
}

/// The rows of the footer: one for keys, more for a notice that needs them.
fn footer_height(app: &App) -> u16 {
    u16::try_from(notice_lines(app).len()).unwrap_or(1).max(1)
}

/// The notice, if there is one, in as many lines as it needs: what is wrong, and what would be right, is
/// of no use when it is cut. Only on a low screen it is, after a quarter of the rows.
pub fn notice_lines(app: &App) -> Vec<String> {
    let Some(notice) = &app.notice else {
        return Vec::new();
    };
    let glyphs = app.settings.glyphs;
    let notice = glyphs.set(notice);
    let columns = usize::from(app.size.width.saturating_sub(2));
    let run = Run {
        text: &notice,
        style: (),
    };
    let lines = wrap(&[run], columns, 0);
    let mut lines: Vec<String> = lines
        .iter()
        .map(|line| line.iter().map(|run| run.text).collect())
        .collect();
    let most = usize::from(app.size.height / 4).clamp(1, NOTICE_LINES);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(elide(&rest, columns, glyphs.ellipsis).into_owned());
    }
    lines
}

/// Rows that the axis takes with its labels: lanes no more than a third of the screen, for the list
/// and the detail are what they are for.
fn axis_height(app: &App) -> u16 {
    let rows = lane_rows(app).and_then(|rows| u16::try_from(rows).ok());
    if app.size.height < AXIS_FROM || !app.view.has_axis() {
        0
    } else {
        1 + rows.unwrap_or(1)
    }
}

/// How many lanes there are; none where the axis is one row.
pub fn lane_rows(app: &App) -> Option<usize> {
    let fits = app.size.width >= LANES_FROM.width && app.size.height >= LANES_FROM.height;
    let most = usize::from(app.size.height / 3).saturating_sub(1);
    let rows = app.axis.index.kinds().take(most).count();
    let is_on = app.axis.lanes && app.view == View::Timeline;
    (is_on && fits && rows > 0).then_some(rows)
}

/// How the axis is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AxisAreas {
    /// Labels, marker, and how many events are out of sight; as wide as the columns.
    pub labels: Rect,
    /// The columns, one row or one for each lane.
    pub columns: Rect,
    /// The names of the lanes, the first column for the mark of the selected one.
    pub names: Option<Rect>,
}

/// The areas of the axis in `area`, with a margin of one column at either side; nothing where there
/// is no room for it.
pub fn axis_areas(app: &App, area: Rect) -> Option<AxisAreas> {
    let (labels, columns) = top(area, 1);
    if columns.height == 0 || area.width < 3 {
        return None;
    }
    let names = lane_rows(app).map_or(0, |_| lane_names(app, area.width / 3));
    let (names, columns) = left(columns, names);
    let inner = |rows: Rect| Rect {
        x: columns.x + 1,
        width: columns.width.saturating_sub(2),
        ..rows
    };
    Some(AxisAreas {
        labels: inner(labels),
        columns: inner(columns),
        names: (names.width > 0).then_some(names),
    })
}

/// The columns that the names of lanes take, at most `most`: a margin, a glyph, a blank, a name.
fn lane_names(app: &App, most: u16) -> u16 {
    let kinds = app.timeline.kinds().iter();
    let names = kinds.map(|kind| width(kind.name.shown()) + 2);
    let wide = names.max().unwrap_or_default().min(LANE_NAMES) + 1;
    u16::try_from(wide).unwrap_or(most).min(most)
}

/// Rows that what is typed below the view takes, with what is said of it.
fn prompt_height(app: &App) -> u16 {
    match app.overlays.last() {
        Some(Overlay::QueryLine(_)) => 3,
        Some(Overlay::GoTo(_)) => 2,
        Some(Overlay::Search(_)) => 1,
        _ => 0,
    }
}

fn panes(app: &App, body: Rect) -> (Option<Rect>, Option<Rect>, Option<Rect>) {
    let size = body.as_size();
    let (list, rest) = match app.split.arrangement(size) {
        Arrangement::Beside => left(body, app.split.list_width(size)),
        Arrangement::Below => top(body, app.split.list_height(size, app.view)),
        Arrangement::One => {
            return match app.focus {
                Focus::List => (Some(body), None, None),
                Focus::Detail => (None, None, Some(body)),
            };
        }
    };
    let (rule, detail) = if list.height == body.height {
        left(rest, 1)
    } else {
        top(rest, 1)
    };
    (Some(list), Some(rule), Some(detail))
}

/// The columns that text in the detail pane is wrapped to: a margin of one at the left, and one at
/// the right so that no glyph touches the edge.
pub fn text_width(detail: Rect) -> usize {
    usize::from(detail.width.saturating_sub(2).min(TEXT_WIDTH))
}

/// The columns that text in the detail is wrapped to now; none where it is not shown.
pub fn detail_columns(app: &App) -> usize {
    let detail = areas(app).and_then(|areas| areas.detail);
    detail.map_or(0, text_width)
}

/// How an overlay divides the body: one line that says what it is, the rows, and below them a rule
/// and more about the selected row, where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayAreas {
    /// Its title and what was typed.
    pub title: Rect,
    /// Its rows.
    pub rows: Rect,
    /// More about the selected row; empty unless asked for.
    pub more: Rect,
}

/// The areas of an overlay over `body`; what is below its rows gets so many of the body's.
pub fn overlay_areas(body: Rect, below: u16) -> OverlayAreas {
    let (title, rest) = top(body, 1);
    let (rows, more) = top(rest, rest.height.saturating_sub(below));
    OverlayAreas { title, rows, more }
}

/// An area's first rows, at most `height`, and the others.
///
/// The constraint solver of ratatui would do the same, at a cost that is felt where the layout is
/// asked for many times a frame.
fn top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let rest = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (Rect { height, ..area }, rest)
}

/// An area's first columns, at most `width`, and the others.
fn left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let rest = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (Rect { width, ..area }, rest)
}
