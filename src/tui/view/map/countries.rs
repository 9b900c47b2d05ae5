//! Where on the map the countries' names have room.

use std::collections::BTreeMap;

use crate::map::{Borders, crossing};

use super::chart::{Chart, cells};

/// Part of a row that lies in one country: the row, and the columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) row: u16,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// Every country in sight, with the parts of rows that lie in it.
pub(super) fn in_sight(chart: &Chart<'_>) -> BTreeMap<&'static str, Vec<Stretch>> {
    let rows: Vec<f64> = (0..u32::from(chart.area.height))
        .map(|row| chart.middle((0, row), 1, 1).1)
        .collect();
    let mut crossings: BTreeMap<(&str, usize), Vec<f64>> = BTreeMap::new();
    for border in Borders::embedded().iter() {
        for (from, to) in border.segments() {
            let Some([from, to]) = chart.frame.stretch(from, to) else {
                continue;
            };
            // North is up: the rows' latitudes fall.
            let (low, high) = (from.1.min(to.1), from.1.max(to.1));
            let first = rows.partition_point(|&y| y > high);
            for (row, &y) in rows
                .iter()
                .enumerate()
                .skip(first)
                .take_while(|(_, y)| **y >= low)
            {
                let x = crossing([from.0, from.1], [to.0, to.1], y);
                for (country, x) in border.of.iter().zip(x.into_iter().cycle()) {
                    crossings.entry((country, row)).or_default().push(x);
                }
            }
        }
    }
    let mut countries: BTreeMap<&str, Vec<Stretch>> = BTreeMap::new();
    for ((country, row), mut at) in crossings {
        at.sort_by(f64::total_cmp);
        let pairs = at.chunks_exact(2);
        let stretches = pairs.filter_map(|pair| stretch(chart, row, pair));
        countries.entry(country).or_default().extend(stretches);
    }
    countries
}

/// The columns between two crossings, as far as they are in sight.
fn stretch(chart: &Chart<'_>, row: usize, pair: &[f64]) -> Option<Stretch> {
    let width = f64::from(chart.area.width);
    let [from, to] = [pair.first()?, pair.last()?].map(|&x| chart.column(x).clamp(-1.0, width));
    // The border's own cells are left out.
    let (from, to) = (cells(from + 1.0), cells(to));
    let row = u16::try_from(row).ok()?;
    (from < to).then_some(Stretch { row, from, to })
}
