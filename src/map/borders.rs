//! Borders and coasts, read from `GeoJSON` (RFC 7946).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Position;
use crate::builtin::BORDERS;

/// A border between two countries, or a country's coast.
#[derive(Debug, Clone, PartialEq)]
pub struct Border {
    /// The countries on its sides: one for a coast.
    pub of: Vec<String>,
    /// Where it runs, in pieces.
    pub lines: Vec<Vec<Position>>,
}

impl Border {
    /// From each point to the next.
    pub fn segments(&self) -> impl Iterator<Item = (Position, Position)> {
        let pairs = self.lines.iter().flat_map(|line| line.windows(2));
        pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
    }
}

/// Every border, once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Borders(Vec<Border>);

impl Borders {
    /// Those that the program comes with, read when they are first asked for.
    ///
    /// That they can be read is held by a test; if they could not, the map would have none.
    pub fn embedded() -> &'static Self {
        static READ: OnceLock<Borders> = OnceLock::new();
        READ.get_or_init(|| Self::read(BORDERS).unwrap_or_default())
    }

    /// Reads a feature collection of multi-line strings, each with the countries on its sides as its
    /// property `of`.
    pub fn read(geojson: &str) -> serde_json::Result<Self> {
        let collection: Collection = serde_json::from_str(geojson)?;
        let borders = collection.features.into_iter().map(|feature| Border {
            of: feature.properties.of,
            lines: feature.geometry.coordinates,
        });
        Ok(Self(borders.collect()))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Border> {
        self.0.iter()
    }

    /// The country that a point lies in: the one whose borders a line from there to the east crosses an
    /// odd number of times.
    pub fn country_at(&self, [lon, lat]: Position) -> Option<&str> {
        let mut crossed: BTreeMap<&str, usize> = BTreeMap::new();
        for border in &self.0 {
            let segments = border.segments();
            let crossings = segments.filter_map(|(from, to)| crossing(from, to, lat));
            let count = crossings.filter(|&at| at > lon).count();
            for country in &border.of {
                *crossed.entry(country).or_default() += count;
            }
        }
        let mut odd = crossed.into_iter().filter(|(_, count)| count % 2 == 1);
        odd.next().map(|(country, _)| country)
    }
}

/// How far east a line from one point to another crosses a latitude. Of its ends the southern one
/// belongs to it, so that a line through the point where two meet crosses one of them.
pub fn crossing(from: Position, to: Position, lat: f64) -> Option<f64> {
    let ([x1, y1], [x2, y2]) = (from, to);
    ((y1 <= lat) != (y2 <= lat)).then(|| x1 + (lat - y1) / (y2 - y1) * (x2 - x1))
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    of: Vec<String>,
}

#[derive(Deserialize)]
struct Geometry {
    coordinates: Vec<Vec<Position>>,
}
