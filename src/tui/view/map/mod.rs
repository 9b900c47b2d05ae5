//! The map: borders, towns, and the zones as they were at an event.
//!
//! The one place that draws with Braille, by ratatui's canvas: dots are finer than cells. With plain
//! characters a cell is one dot, and a zone is filled with the mark of what it was.

mod chart;
mod countries;
mod labels;
mod layers;

use ratatui::layout::Rect;

use crate::map::Frame;
use crate::timeline::{EventIx, StatusKind, ZoneIx};
use crate::tui::app::App;

use super::paint::Paint;
use chart::Chart;

/// Fewer rows than this show nothing.
pub(super) const LEAST_HEIGHT: u16 = 5;
/// Fewer columns than this show nothing.
pub(super) const LEAST_WIDTH: u16 = 24;

/// What is drawn.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    /// The event at which the zones are shown.
    pub(super) at: EventIx,
    /// The zone that is spoken of elsewhere on the screen.
    pub(super) focused: Option<ZoneIx>,
}

impl Scene<'_> {
    /// Every zone with what it was at the event; nothing before it was proposed.
    fn zones(&self) -> impl Iterator<Item = (ZoneIx, Option<StatusKind>)> {
        let timeline = &self.app.timeline;
        let day = timeline[self.at].last_day();
        let zones = timeline.zones().iter().enumerate();
        zones.map(move |(nth, zone)| {
            let status = zone.on(day).map(|status| status.kind);
            (ZoneIx::new(nth), status)
        })
    }
}

/// Draws the map.
pub(super) fn draw(scene: Scene<'_>, frame: &Frame, area: Rect, paint: &mut Paint<'_>) {
    let Some(chart) = Chart::new(frame, area) else {
        return;
    };
    layers::draw(scene, &chart, paint);
    labels::draw(scene, &chart, paint);
}

/// How much of `area` the map would fill: rows for a degree of latitude.
pub(super) fn scale(frame: &Frame, area: Rect) -> f64 {
    Chart::new(frame, area).map_or(0.0, |chart| 1.0 / chart.row)
}
