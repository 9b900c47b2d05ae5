//! What is written on the map: marks of zones, towns, countries, the scale. What comes first has its
//! place; what finds none is left out.

use crate::map::KM_PER_DEGREE;
use crate::text::width;
use crate::timeline::{Place, PlaceIx, ZoneIx};
use crate::tui::document::Ink;

use super::super::paint::Paint;
use super::Scene;
use super::chart::{Cell, Chart, cells};
use super::countries::{Stretch, in_sight};

/// From this width on there is room for a scale.
const SCALE_FROM: u16 = 30;
/// Below so many degrees of latitude in a row a map shows the zones' own places too.
const DETAILED_BELOW: f64 = 0.2;
/// A name stands at most so many columns from its mark.
const FAR: u16 = 4;
/// What words may be written on.
const FREE: [Taken; 1] = [Taken::Nothing];

/// Draws them.
pub(super) fn draw(scene: Scene<'_>, chart: &Chart<'_>, paint: &mut Paint<'_>) {
    let mut labels = Labels {
        chart,
        cells: vec![Taken::Nothing; usize::from(chart.area.width) * usize::from(chart.area.height)],
        paint,
    };
    let marks = labels.zones(scene);
    labels.keep_zones_free(scene);
    for (at, text, ink) in marks {
        labels.write(at, &text, ink);
    }
    labels.places(scene);
    labels.scale();
    labels.countries();
}

/// What a cell of the map is taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Taken {
    Nothing,
    /// A zone: a town's mark may stand on it, words may not.
    Zone,
    Label,
}

/// What is drawn where, and what the cells are taken by.
struct Labels<'a, 'p> {
    chart: &'a Chart<'a>,
    cells: Vec<Taken>,
    paint: &'a mut Paint<'p>,
}

impl Labels<'_, '_> {
    fn index(&self, (column, row): Cell) -> Option<usize> {
        let area = self.chart.area;
        let is_inside = column < area.width && row < area.height;
        is_inside.then(|| usize::from(row) * usize::from(area.width) + usize::from(column))
    }

    /// Whether so many columns from a cell on are inside and taken by nothing but what is allowed.
    fn is_free(&self, (column, row): Cell, columns: u16, allowed: &[Taken]) -> bool {
        (column..column.saturating_add(columns)).all(|column| {
            let cell = self.index((column, row)).and_then(|at| self.cells.get(at));
            cell.is_some_and(|cell| allowed.contains(cell))
        })
    }

    /// Whether so many columns have no label beside them but their own mark.
    fn is_apart(&self, (column, row): Cell, columns: u16, mark: Cell) -> bool {
        let sides = [column.checked_sub(1), column.checked_add(columns)];
        let mut sides = sides.into_iter().flatten().map(|column| (column, row));
        sides.all(|cell| cell == mark || !self.is_label(cell))
    }

    fn is_label(&self, cell: Cell) -> bool {
        let index = self.index(cell);
        index.is_some_and(|at| self.cells.get(at) == Some(&Taken::Label))
    }

    /// Whether nothing is drawn there yet.
    fn is_blank(&self, (column, row): Cell, columns: u16) -> bool {
        let area = self.chart.area;
        (column..column.saturating_add(columns)).all(|column| {
            let cell = self.paint.buffer.cell((area.x + column, area.y + row));
            cell.is_some_and(|cell| cell.symbol() == " ")
        })
    }

    fn take(&mut self, (column, row): Cell, columns: u16, by: Taken) {
        for column in column..column.saturating_add(columns) {
            let index = self.index((column, row));
            if let Some(cell) = index.and_then(|at| self.cells.get_mut(at)) {
                *cell = by.max(*cell);
            }
        }
    }

    /// Writes over whatever is there.
    fn write(&mut self, at: Cell, text: &str, ink: Ink) {
        let Some(row) = self.chart.area.rows().nth(usize::from(at.1)) else {
            return;
        };
        let style = self.paint.theme.style(ink);
        let columns = self.paint.put_over(row, usize::from(at.0), text, style);
        self.take(at, u16::try_from(columns).unwrap_or(u16::MAX), Taken::Label);
    }

    /// The number and the mark of every zone, each where it has room, the nearest to its middle.
    fn zones(&mut self, scene: Scene<'_>) -> Vec<(Cell, String, Ink)> {
        let mut marks = Vec::new();
        for (zone, status) in scene.zones() {
            let mark = status.map_or(" ", |status| self.paint.glyphs.status(status));
            let text = format!("{}{mark}", zone.index() + 1);
            let ink = match status {
                _ if scene.focused == Some(zone) => Ink::Focused,
                Some(_) => Ink::Strong,
                None => Ink::Dim,
            };
            if let Some(at) = self.middle_of(scene, zone) {
                let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
                let left = at.0.saturating_sub(columns / 2);
                let around = [
                    (left, at.1),
                    (left, at.1 + 1),
                    (left, at.1.saturating_sub(1)),
                    (left + columns, at.1),
                    (left.saturating_sub(columns), at.1),
                ];
                let free = around
                    .into_iter()
                    .find(|&at| self.is_free(at, columns, &FREE));
                if let Some(at) = free {
                    self.take(at, columns, Taken::Label);
                    marks.push((at, text, ink));
                }
            }
        }
        marks
    }

    fn middle_of(&self, scene: Scene<'_>, zone: ZoneIx) -> Option<Cell> {
        let timeline = &scene.app.timeline;
        let places = self.chart.places(timeline, &timeline[zone]);
        let sum = |all: (f64, f64, f64), at: &(f64, f64)| (all.0 + at.0, all.1 + at.1, all.2 + 1.0);
        let (x, y, count) = places.iter().fold((0.0, 0.0, 0.0), sum);
        self.chart.projected_cell((x / count, y / count))
    }

    /// Nothing else is written on the zones.
    fn keep_zones_free(&mut self, scene: Scene<'_>) {
        let timeline = &scene.app.timeline;
        let drawn = scene.zones().filter(|(_, status)| status.is_some());
        let places: Vec<_> = drawn
            .flat_map(|(zone, _)| self.chart.places(timeline, &timeline[zone]))
            .collect();
        let area = self.chart.area;
        for (column, row) in
            (0..area.height).flat_map(|row| (0..area.width).map(move |column| (column, row)))
        {
            let (x, y) = self.chart.middle((u32::from(column), u32::from(row)), 1, 1);
            let is_near = |&(to_x, to_y): &(f64, f64)| {
                libm::hypot(to_x - x, to_y - y) <= self.chart.radius() + self.chart.row / 2.0
            };
            if places.iter().any(is_near) {
                self.take((column, row), 1, Taken::Zone);
            }
        }
    }

    /// The event's place, then towns, then the zones' own places.
    fn places(&mut self, scene: Scene<'_>) {
        let timeline = &scene.app.timeline;
        let event = &timeline[scene.at];
        let kind = &timeline[event.kind];
        if let Some(place) = event.place {
            let mark = self.paint.glyphs.kind(kind).into_owned();
            self.place(&timeline[place], &mark, Ink::Strong);
        }
        let of_zones: Vec<PlaceIx> = timeline
            .zones()
            .iter()
            .flat_map(|zone| zone.places.iter().copied())
            .collect();
        let all = (0..timeline.places().len()).map(PlaceIx::new);
        // The zones' own places would crowd round their marks where the map is small.
        let is_shown = |at: &PlaceIx| {
            let is_small = self.chart.row > DETAILED_BELOW;
            event.place != Some(*at) && !(is_small && of_zones.contains(at))
        };
        let (last, first): (Vec<_>, Vec<_>) =
            all.filter(is_shown).partition(|at| of_zones.contains(at));
        let town = self.paint.glyphs.town;
        for at in first.into_iter().chain(last) {
            self.place(&timeline[at], town, Ink::Plain);
        }
    }

    /// A mark where the place is, unless a label is there; its name beside it where that has room.
    fn place(&mut self, place: &Place, mark: &str, ink: Ink) {
        let Some(at) = self.chart.cell([place.lon, place.lat]) else {
            return;
        };
        if self.is_free(at, 1, &[Taken::Nothing, Taken::Zone]) {
            self.write(at, mark, ink);
        }
        let name = self.paint.glyphs.set(place.name.shown()).into_owned();
        let columns = u16::try_from(width(&name)).unwrap_or(u16::MAX);
        let beside = self.beside(at, columns).into_iter().flatten();
        let free = beside
            .into_iter()
            .find(|&spot| self.is_free(spot, columns, &FREE) && self.is_apart(spot, columns, at));
        if let Some(at) = free {
            self.write(at, &name, ink);
        }
    }

    /// Where a name may stand, the best first: at the right or the left of its mark, above, below, at last
    /// beyond the zone that the mark is on.
    fn beside(&self, (column, row): Cell, columns: u16) -> [Option<Cell>; 8] {
        let left = |from: u16| from.checked_sub(columns);
        let centred = column.saturating_sub(columns / 2);
        let (above, below) = (row.checked_sub(1), row + 1);
        let is_beyond = |at: &u16| self.is_free((*at, row), 1, &FREE);
        let right_of_zone = (column..=column + FAR).find(is_beyond);
        let left_of_zone = (column.saturating_sub(FAR)..=column).rev().find(is_beyond);
        [
            Some((column + 1, row)),
            left(column).map(|left| (left, row)),
            above.map(|row| (centred, row)),
            Some((centred, below)),
            above.map(|row| (column + 1, row)),
            Some((column + 1, below)),
            right_of_zone.map(|at| (at, row)),
            left_of_zone
                .and_then(|at| left(at + 1))
                .map(|left| (left, row)),
        ]
    }

    /// A country's name where it has most room; nothing where it has none.
    fn countries(&mut self) {
        for (country, stretches) in in_sight(self.chart) {
            let name = self.paint.glyphs.set(country).into_owned();
            let columns = u16::try_from(width(&name)).unwrap_or(u16::MAX);
            let fits = |stretch: &&Stretch| self.spot(**stretch, columns).is_some();
            let middle = stretches
                .get(stretches.len() / 2)
                .map_or(0, |stretch| stretch.row);
            let best = stretches.iter().filter(fits).max_by_key(|stretch| {
                (i32::from((stretch.to - stretch.from).min(columns * 2)))
                    - 3 * i32::from(stretch.row.abs_diff(middle))
            });
            if let Some(at) = best.and_then(|best| self.spot(*best, columns)) {
                self.write(at, &name, Ink::Dim);
            }
        }
    }

    /// Where in a stretch so many columns are free, with a blank at either side and without a border: the nearest to its
    /// middle.
    fn spot(&self, stretch: Stretch, columns: u16) -> Option<Cell> {
        let last = stretch.to.checked_sub(columns.checked_add(2)?)?;
        let middle = u16::midpoint(stretch.from, last);
        let starts = (stretch.from..=last)
            .filter(|&at| self.is_free((at, stretch.row), columns + 2, &FREE))
            .filter(|&at| self.is_blank((at, stretch.row), columns + 2));
        let start = starts.min_by_key(|at| at.abs_diff(middle))?;
        Some((start + 1, stretch.row))
    }

    /// A round distance in the lower left corner.
    fn scale(&mut self) {
        let area = self.chart.area;
        let km_in_column = self.chart.row / 2.0 * KM_PER_DEGREE;
        let longest = f64::from(area.width) / 4.0 * km_in_column;
        let lengths = [1, 2, 5].map(|digit| (0..5).map(move |power| digit * 10_i32.pow(power)));
        let fitting = lengths
            .into_iter()
            .flatten()
            .filter(|&km| f64::from(km) <= longest);
        let Some(km) = fitting.max().filter(|_| area.width >= SCALE_FROM) else {
            return;
        };
        let columns = usize::from(cells(f64::from(km) / km_in_column));
        let [left, line, right] = self.paint.glyphs.scale;
        let text = format!(
            "{left}{}{right} {km} km",
            line.repeat(columns.saturating_sub(2))
        );
        let at = (1, area.height.saturating_sub(1));
        let taken = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        if self.is_free(at, taken, &FREE) {
            self.write(at, &text, Ink::Dim);
        }
    }
}
