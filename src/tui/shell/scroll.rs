//! Rows that move: a terminal moves them by itself, in a few bytes.
//!
//! A list that scrolls by a row moves on all of its rows, and to write them again takes more than all else that a
//! key changes. Margins, "delete line" and "insert line" are those of the VT102, which every terminal knows; "scroll
//! up" the Linux console does not. Margins hold for whole rows: what stands beside the list moves with it, and is
//! written again.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};

/// So many cells must be right where rows have moved, that were not: to move rows takes bytes too.
const LEAST: i32 = 30;

/// Lists scroll by a row, by two where a heading comes into sight, and by three with the wheel.
const FARTHEST: usize = 3;

/// Rows that move up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The first row and the last, with those into which rows move.
    first: usize,
    last: usize,
    /// By how many rows.
    by: usize,
    is_up: bool,
}

impl Scroll {
    /// What brings most of `shown` to where it is in `next`, if that is worth trying.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let (before, after) = (rows(shown), rows(next));
        let stay: Vec<i32> = before.iter().zip(&after).map(alike).collect();
        let best = |by: usize, is_up: bool| {
            let (from, to) = if is_up { (by, 0) } else { (0, by) };
            let moved = before
                .iter()
                .skip(from)
                .zip(after.iter().skip(to))
                .map(alike);
            let gains = moved.zip(stay.iter().skip(to));
            let (first, last, gain) = best_stretch(gains.map(|(moved, stay)| moved - stay))?;
            let last = last + by;
            let scroll = Self {
                first,
                last,
                by,
                is_up,
            };
            Some((gain, scroll))
        };
        let found = (1..=FARTHEST).flat_map(|by| [best(by, true), best(by, false)]);
        let (gain, scroll) = found.flatten().max_by_key(|(gain, _)| *gain)?;
        (gain >= LEAST).then_some(scroll)
    }

    /// Has the terminal move the rows, and `shown` with them. The style must be the plain one, of which the rows are
    /// that become free; where the cursor is afterwards depends on the terminal.
    pub(super) fn write(self, shown: &mut Buffer, bytes: &mut Vec<u8>) -> io::Result<()> {
        let (first, last, by) = (self.first + 1, self.last + 1, self.by);
        let what = if self.is_up { 'M' } else { 'L' };
        write!(bytes, "\x1b[{first};{last}r\x1b[{first}H\x1b[")?;
        if by > 1 {
            write!(bytes, "{by}")?;
        }
        write!(bytes, "{what}\x1b[r")?;
        let columns = usize::from(shown.area.width).max(1);
        let rows = self.first * columns..(self.last + 1) * columns;
        let Some(rows) = shown.content.get_mut(rows) else {
            return Ok(());
        };
        let moved = by * columns;
        let free = if self.is_up {
            rows.rotate_left(moved);
            rows.len() - moved..rows.len()
        } else {
            rows.rotate_right(moved);
            0..moved
        };
        rows.get_mut(free)
            .into_iter()
            .flatten()
            .for_each(Cell::reset);
        Ok(())
    }
}

fn rows(buffer: &Buffer) -> Vec<&[Cell]> {
    let columns = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(columns).collect()
}

/// How many cells of two rows are the same.
fn alike((a, b): (&&[Cell], &&[Cell])) -> i32 {
    let same = a.iter().zip(*b).filter(|(a, b)| a == b).count();
    i32::try_from(same).unwrap_or(i32::MAX)
}

/// The stretch that gains most: its first place, its last, and what it gains.
fn best_stretch(gains: impl IntoIterator<Item = i32>) -> Option<(usize, usize, i32)> {
    let mut best: Option<(usize, usize, i32)> = None;
    let mut current = (0, 0);
    for (at, gain) in gains.into_iter().enumerate() {
        let (first, sum) = current;
        current = if sum > 0 {
            (first, sum + gain)
        } else {
            (at, gain)
        };
        if best.is_none_or(|(.., most)| current.1 > most) {
            best = Some((current.0, at, current.1));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::best_stretch;

    #[test]
    fn the_stretch_that_gains_most_may_hold_losses() {
        assert_eq!(best_stretch([-5, 3, -1, 4, -9, 2]), Some((1, 3, 6)));
        assert_eq!(best_stretch([-2, -1]), Some((1, 1, -1)));
        assert_eq!(best_stretch([]), None);
    }
}
