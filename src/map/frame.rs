//! The part of the world that is drawn, and where in it a point is.

use std::collections::BTreeMap;

use super::{Borders, Position};
use crate::timeline::Timeline;

/// Kilometres in a degree of latitude.
pub const KM_PER_DEGREE: f64 = 111.2;
/// A country that reaches further than this, in degrees of latitude, is not drawn whole.
const WHOLE_COUNTRY: f64 = 24.0;
/// What is drawn at least, from the middle to the edge, in degrees of latitude.
const LEAST: f64 = 0.5;
/// A country is the zones' own if at least one in so many of their places lies in it: places beside a
/// border may lie across it where the border is drawn roughly.
const OWN_SHARE: usize = 4;

/// A part of the world, drawn with equal distances along its middle parallel and all meridians
/// (equirectangular): shapes look right as long as it is not too near to a pole.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    middle: Position,
    /// How long a degree of longitude is, in degrees of latitude.
    lon_scale: f64,
    /// From the middle to the edges, in degrees of latitude.
    half: (f64, f64),
    countries: Vec<String>,
}

impl Frame {
    /// What the zones of a timeline stand in: their places, with the country they lie in, if it is not
    /// too large. Nothing if there is no zone.
    pub fn of(timeline: &Timeline, borders: &Borders) -> Option<Self> {
        let zones = timeline.zones().iter();
        let places = zones.flat_map(|zone| zone.places.iter().map(|&at| &timeline[at]));
        let places: Vec<Position> = places.map(|place| [place.lon, place.lat]).collect();
        let around = Self::around(&places)?;
        let countries = own_countries(&places, borders);
        let is_own = |country: &String| countries.contains(country);
        let own = borders
            .iter()
            .filter(|border| border.of.iter().any(is_own))
            .flat_map(|border| border.lines.iter().flatten().copied());
        let all: Vec<Position> = places.iter().copied().chain(own).collect();
        let whole = Self::around(&all).filter(|whole| {
            let (width, height) = whole.half;
            width.max(height) * 2.0 <= WHOLE_COUNTRY
        });
        let frame = whole.unwrap_or(around);
        Some(Self { countries, ..frame })
    }

    /// A frame that holds points, with a margin.
    fn around(points: &[Position]) -> Option<Self> {
        let lon = middle_lon(points)?;
        let wrapped = points.iter().map(|point| wrap(point[0] - lon));
        let (west, east) = bounds(wrapped)?;
        let (south, north) = bounds(points.iter().map(|point| point[1]))?;
        let lat = f64::midpoint(south, north);
        let lon_scale = libm::cos(lat.to_radians()).max(0.05);
        let half = |span: f64| (span * 0.54).max(LEAST);
        Some(Self {
            middle: [wrap(lon + f64::midpoint(west, east)), lat],
            lon_scale,
            half: (half((east - west) * lon_scale), half(north - south)),
            countries: Vec::new(),
        })
    }

    /// Where a point is from the middle: to the east and to the north, in degrees of latitude. Of the two
    /// ways round the world the shorter one is meant.
    pub fn project(&self, [lon, lat]: Position) -> (f64, f64) {
        let [middle_lon, middle_lat] = self.middle;
        (wrap(lon - middle_lon) * self.lon_scale, lat - middle_lat)
    }

    /// A stretch of a border as [`Frame::project`] has it; nothing where the file's map of the world is
    /// cut (the 180th meridian, the South Pole), or this one is.
    pub fn stretch(&self, from: Position, to: Position) -> Option<[(f64, f64); 2]> {
        let is_cut = |point: Position| point[0].abs() > 179.99 || point[1] < -89.9;
        let ends = [self.project(from), self.project(to)];
        let across = (ends[0].0 - ends[1].0).abs() > 180.0 * self.lon_scale;
        let is_hidden = across || is_cut(from) && is_cut(to);
        (!is_hidden).then_some(ends)
    }

    /// How far it reaches at least from its middle, to the east and to the north.
    pub const fn half(&self) -> (f64, f64) {
        self.half
    }

    /// The countries that the zones lie in.
    pub fn countries(&self) -> &[String] {
        &self.countries
    }
}

/// The countries in which enough of the places lie.
fn own_countries(places: &[Position], borders: &Borders) -> Vec<String> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for country in places.iter().filter_map(|&place| borders.country_at(place)) {
        *count.entry(country).or_default() += 1;
    }
    count.retain(|_, count| *count * OWN_SHARE >= places.len());
    count.into_keys().map(str::to_owned).collect()
}

/// The longitude opposite to the middle of the widest gap between the points.
fn middle_lon(points: &[Position]) -> Option<f64> {
    let mut lons: Vec<f64> = points.iter().map(|point| point[0]).collect();
    lons.sort_by(f64::total_cmp);
    let (first, last) = (*lons.first()?, *lons.last()?);
    let mut widest = (first + 360.0 - last, last);
    for pair in lons.windows(2) {
        if let [from, to] = pair
            && to - from > widest.0
        {
            widest = (to - from, *from);
        }
    }
    let (gap, from) = widest;
    Some(wrap(from + gap / 2.0 + 180.0))
}

/// An angle as one from -180 to 180 degrees.
fn wrap(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |bounds, value| {
        let (low, high) = bounds.unwrap_or((value, value));
        Some((value.min(low), value.max(high)))
    })
}
