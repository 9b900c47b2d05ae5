//! What is drawn in dots: borders, and round their places the zones.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line, Painter, Shape};

use crate::map::{Border, Borders};
use crate::timeline::{StatusKind, ZoneIx};
use crate::tui::document::{Ink, status_ink};

use super::super::paint::Paint;
use super::Scene;
use super::chart::Chart;

/// Draws them, the later over the earlier.
pub(super) fn draw(scene: Scene<'_>, chart: &Chart<'_>, paint: &mut Paint<'_>) {
    let marker = paint.glyphs.border.map_or(Marker::Braille, Marker::Custom);
    let is_own = |border: &Border| {
        let own = chart.frame.countries();
        border.of.iter().any(|country| own.contains(country))
    };
    for (own, ink) in [(false, Ink::Dim), (true, Ink::Plain)] {
        let all = Borders::embedded().iter();
        let borders = all.filter(|border| is_own(border) == own).collect();
        stamp(&Lines { chart, borders }, marker, ink, chart, paint);
    }
    let dots = if marker == Marker::Braille {
        (2, 4)
    } else {
        (1, 1)
    };
    let places = places(scene, chart);
    for (zone, status) in scene.zones() {
        let Some(status) = status else {
            continue;
        };
        let mark = paint.glyphs.status(status).chars().next();
        let marker = match mark {
            Some(mark) if marker != Marker::Braille => Marker::Custom(mark),
            _ => marker,
        };
        let patch = Patch {
            chart,
            zone,
            status,
            places: &places,
            dots,
        };
        stamp(&patch, marker, status_ink(status), chart, paint);
    }
}

/// Where the zones are drawn, projected.
fn places(scene: Scene<'_>, chart: &Chart<'_>) -> Vec<(ZoneIx, (f64, f64))> {
    let timeline = &scene.app.timeline;
    let drawn = scene.zones().filter(|(_, status)| status.is_some());
    let places = drawn.flat_map(|(zone, _)| {
        let places = chart.places(timeline, &timeline[zone]);
        places.into_iter().map(move |place| (zone, place))
    });
    places.collect()
}

/// Draws a shape in an ink; dots that are in the same cells already stay.
fn stamp(shape: &impl Shape, marker: Marker, ink: Ink, chart: &Chart<'_>, paint: &mut Paint<'_>) {
    let area = Rect {
        x: 0,
        y: 0,
        ..chart.area
    };
    let mut cells = Buffer::empty(area);
    let [x, y] = chart.bounds();
    Canvas::default()
        .x_bounds(x)
        .y_bounds(y)
        .marker(marker)
        .paint(|context| context.draw(shape))
        .render(area, &mut cells);
    let style = paint.theme.style(ink);
    for (row, line) in area.rows().zip(chart.area.rows()) {
        for (column, position) in row.positions().enumerate() {
            let Some(drawn) = cells.cell(position).map(ratatui::buffer::Cell::symbol) else {
                continue;
            };
            if drawn != " " {
                let there = (line.x + position.x, line.y);
                let there = paint.buffer.cell(there).map_or(" ", |cell| cell.symbol());
                let both = both(there, drawn);
                paint.put_over(line, column, &both, style);
            }
        }
    }
}

/// The dots of two cells in one; of other characters the second.
fn both(below: &str, above: &str) -> String {
    let dots = |symbol: &str| {
        let c = symbol.chars().next().map(u32::from);
        c.filter(|c| (0x2800..0x2900).contains(c))
    };
    let joined = dots(below).zip(dots(above)).map(|(a, b)| a | b);
    joined
        .and_then(char::from_u32)
        .map_or_else(|| above.to_owned(), String::from)
}

/// Borders as lines.
struct Lines<'a> {
    chart: &'a Chart<'a>,
    borders: Vec<&'a Border>,
}

impl Shape for Lines<'_> {
    fn draw(&self, painter: &mut Painter<'_, '_>) {
        let segments = self.borders.iter().flat_map(|border| border.segments());
        for (from, to) in segments {
            if let Some([(x1, y1), (x2, y2)]) = self.chart.frame.stretch(from, to) {
                Line {
                    x1,
                    y1,
                    x2,
                    y2,
                    ..Line::default()
                }
                .draw(painter);
            }
        }
    }
}

/// A zone: everything near to its places that is not nearer to another zone's.
struct Patch<'a> {
    chart: &'a Chart<'a>,
    zone: ZoneIx,
    status: StatusKind,
    places: &'a [(ZoneIx, (f64, f64))],
    /// How many dots a cell has, across and down.
    dots: (u32, u32),
}

impl Patch<'_> {
    /// Whether a point is in the zone, if it grows by so much.
    fn holds(&self, (x, y): (f64, f64), more: f64) -> bool {
        let distance = |(to_x, to_y): (f64, f64)| libm::hypot(to_x - x, to_y - y);
        let distances = self.places.iter().map(|&(zone, at)| (zone, distance(at)));
        let nearest = distances.min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.is_some_and(|(zone, distance)| {
            zone == self.zone && distance <= self.chart.radius() + more
        })
    }

    /// Whether a dot is drawn: an edge for what is agreed, a filling for what is in force, both thin
    /// or broken for what is less than that.
    fn has_dot(&self, (x, y): (u32, u32), is_edge: bool) -> bool {
        match self.status {
            _ if self.dots == (1, 1) => true,
            StatusKind::Proposed => is_edge && (x + y).is_multiple_of(2),
            StatusKind::Agreed => is_edge,
            StatusKind::InForce => is_edge || (x + y).is_multiple_of(2),
            StatusKind::Contested => (x + y).is_multiple_of(3),
            StatusKind::Ended => x.is_multiple_of(3) && y.is_multiple_of(2),
        }
    }
}

impl Shape for Patch<'_> {
    fn draw(&self, painter: &mut Painter<'_, '_>) {
        let (across, down) = self.dots;
        let step = self.chart.row / f64::from(down);
        let radius = self.chart.radius();
        let own = self.places.iter().filter(|(zone, _)| *zone == self.zone);
        let own: Vec<(f64, f64)> = own.map(|(_, place)| *place).collect();
        let area = self.chart.area;
        for y in 0..u32::from(area.height) * down {
            let (_, north) = self.chart.middle((0, y), across, down);
            if !own.iter().any(|place| (place.1 - north).abs() <= radius) {
                continue;
            }
            for x in 0..u32::from(area.width) * across {
                let at = self.chart.middle((x, y), across, down);
                let is_near = own.iter().any(|place| (place.0 - at.0).abs() <= radius);
                if is_near && self.holds(at, 0.0) && self.has_dot((x, y), !self.holds(at, -step)) {
                    painter.paint(x as usize, y as usize, Line::default().color);
                }
            }
        }
    }
}
