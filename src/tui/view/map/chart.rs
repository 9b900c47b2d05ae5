//! From the world to cells.

use ratatui::layout::Rect;

use crate::map::{Frame, Position};
use crate::timeline::{Timeline, Zone};

/// A cell: column and row of the map's area.
pub(super) type Cell = (u16, u16);

/// How far round its places a zone is drawn, in degrees of latitude: about 30 km.
const ZONE_RADIUS: f64 = 0.27;

/// A frame laid over an area; a cell is taken to be twice as high as wide.
pub(super) struct Chart<'a> {
    pub(super) frame: &'a Frame,
    pub(super) area: Rect,
    /// The degrees of latitude in a row.
    pub(super) row: f64,
}

impl<'a> Chart<'a> {
    /// The frame as large as it fits into the area; nothing if that is empty.
    pub(super) fn new(frame: &'a Frame, area: Rect) -> Option<Self> {
        if area.is_empty() {
            return None;
        }
        let (width, height) = (f64::from(area.width), f64::from(area.height));
        let (east, north) = frame.half();
        let row = (east * 4.0 / width).max(north * 2.0 / height);
        Some(Self { frame, area, row })
    }

    /// The canvas' bounds to west and east, and to south and north.
    pub(super) fn bounds(&self) -> [[f64; 2]; 2] {
        let east = f64::from(self.area.width) * self.row / 4.0;
        let north = f64::from(self.area.height) * self.row / 2.0;
        [[-east, east], [-north, north]]
    }

    /// The middle of a cell that is divided into `columns` and `rows`: of its part at a place counted
    /// in such parts.
    pub(super) fn middle(&self, (x, y): (u32, u32), columns: u32, rows: u32) -> (f64, f64) {
        let [[west, _], [_, north]] = self.bounds();
        let across = (f64::from(x) + 0.5) / f64::from(columns);
        let down = (f64::from(y) + 0.5) / f64::from(rows);
        (west + across * self.row / 2.0, north - down * self.row)
    }

    /// The column that a point falls into, which may lie outside.
    pub(super) fn column(&self, x: f64) -> f64 {
        let [[west, _], _] = self.bounds();
        ((x - west) / (self.row / 2.0)).floor()
    }

    /// The cell that a point of the world falls into, if it is in sight.
    pub(super) fn cell(&self, position: Position) -> Option<Cell> {
        let (x, y) = self.frame.project(position);
        self.projected_cell((x, y))
    }

    /// The same for a point that is projected.
    pub(super) fn projected_cell(&self, (x, y): (f64, f64)) -> Option<Cell> {
        let [_, [_, north]] = self.bounds();
        let column = whole(self.column(x), self.area.width)?;
        let row = whole(((north - y) / self.row).floor(), self.area.height)?;
        Some((column, row))
    }

    /// Where a zone's places are, projected.
    pub(super) fn places(&self, timeline: &Timeline, zone: &Zone) -> Vec<(f64, f64)> {
        let places = zone.places.iter().map(|&at| &timeline[at]);
        let places = places.map(|place| self.frame.project([place.lon, place.lat]));
        places.collect()
    }

    /// How far round its places a zone is drawn: never so little that it could not be seen.
    pub(super) fn radius(&self) -> f64 {
        ZONE_RADIUS.max(self.row * 0.8)
    }
}

/// A number as one below `end`, if it is.
fn whole(number: f64, end: u16) -> Option<u16> {
    (number >= 0.0 && number < f64::from(end)).then(|| cells(number))
}

/// A number without its fraction, or the nearest there is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast gives the nearest number"
)]
pub(super) const fn cells(number: f64) -> u16 {
    number as u16
}
