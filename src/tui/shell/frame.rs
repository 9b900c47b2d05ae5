//! Frames: from cells to the bytes that change the terminal's picture into them.

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::cursor::Hide;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, SetAttribute};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate,
};

use super::pen::Pen;
use super::scroll::Scroll;
use super::style::{has_sure_width, is_blank, joins, styled};
use crate::text::width;

/// To go to another column of a row takes about so many bytes.
const GOING: usize = 4;
/// To erase the end of a row takes so many, once the cursor is there.
const ERASING: usize = 3;
/// If more cells than these change, rows may have moved.
const MANY: usize = 250;

/// A cell and its column and row.
type Change<'b> = (u16, u16, &'b Cell);

/// What turns `shown`, which is not needed afterwards, into `next`: with rows moved, if that takes fewer bytes.
pub(super) fn changes(shown: &mut Buffer, next: &Buffer) -> io::Result<Vec<u8>> {
    let changed = shown.diff(next).len();
    if changed == 0 {
        return Ok(Vec::new());
    }
    let scroll = if changed > MANY {
        Scroll::between(shown, next)
    } else {
        None
    };
    let Some(scroll) = scroll else {
        return frame(shown, next, None);
    };
    let moved = frame(&mut shown.clone(), next, Some(scroll))?;
    let unmoved = frame(shown, next, None)?;
    Ok(if moved.len() < unmoved.len() {
        moved
    } else {
        unmoved
    })
}

/// What turns `shown` into `next`, the one or the other way.
fn frame(shown: &mut Buffer, next: &Buffer, scroll: Option<Scroll>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, BeginSynchronizedUpdate)?;
    if let Some(scroll) = scroll {
        scroll.write(shown, &mut bytes)?;
    }
    let ends = ends_to_erase(shown, next);
    let changed = with_gaps(shown.diff(next), next);
    let mut changed = changed.as_slice();
    let mut pen = Pen::new(&mut bytes, next.area.width);
    for (y, end) in (next.area.top()..).zip(ends) {
        let of_row = changed.iter().take_while(|(_, row, _)| *row == y).count();
        let (row, rest) = changed.split_at(of_row);
        for &(x, y, cell) in row {
            pen.write((x, y), cell)?;
        }
        if let Some(end) = end {
            pen.erase_from((end, y))?;
        }
        changed = rest;
    }
    pen.end()?;
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

/// What draws `next` on a terminal, whatever that shows.
///
/// Attributes are reset before the screen is cleared: a terminal clears to the current background.
pub(super) fn everything(next: &Buffer) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let plain = SetAttribute(Attribute::Reset);
    queue!(
        bytes,
        BeginSynchronizedUpdate,
        plain,
        Hide,
        Clear(ClearType::All)
    )?;
    let mut pen = Pen::new(&mut bytes, next.area.width);
    for (y, row) in rows(next) {
        let mut end = 0;
        for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !is_blank(cell)) {
            // What lies under the second half of a wide character is not drawn.
            let Some(blanks) = at.checked_sub(end) else {
                continue;
            };
            let is_short = blanks < GOING && at > blanks;
            let start = if is_short { end } else { at };
            let column = u16::try_from(start).unwrap_or(u16::MAX);
            for (x, cell) in (column..).zip(row.get(start..=at).unwrap_or_default()) {
                pen.write((x, y), cell)?;
            }
            end = at + width(cell.symbol()).max(1);
        }
    }
    pen.end()?;
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

/// The rows of a buffer, from the top.
fn rows(buffer: &Buffer) -> impl Iterator<Item = (u16, &[Cell])> {
    let columns = usize::from(buffer.area.width).max(1);
    (buffer.area.top()..).zip(buffer.content.chunks(columns))
}

/// For each row from which column on it is to be erased, where that takes fewer bytes than blanks; they are blank in
/// `shown` from then on.
fn ends_to_erase(shown: &mut Buffer, next: &Buffer) -> Vec<Option<u16>> {
    let columns = usize::from(next.area.width).max(1);
    let before = shown.content.chunks_mut(columns);
    let erased = before.zip(rows(next)).map(|(before, (_, row))| {
        let last = row.iter().rposition(|cell| !is_blank(cell));
        // The second half of a wide character is none of the end.
        let last_width = |last: usize| row.get(last).map_or(1, |cell| width(cell.symbol()));
        let start = last.map_or(0, |last| last + last_width(last).max(1));
        let is_written_to = last.is_some_and(|last| before.get(last) != row.get(last));
        // Where nothing is written before, what is blank already is gone over, to where the row below mostly begins.
        let end = before.get(start..)?;
        let kept = if is_written_to {
            0
        } else {
            end.iter().take_while(|cell| is_blank(cell)).count()
        };
        let end = before.get_mut(start + kept..)?;
        if end.iter().filter(|cell| !is_blank(cell)).count() <= ERASING {
            return None;
        }
        end.iter_mut().for_each(Cell::reset);
        let column = u16::try_from(start + kept).unwrap_or(u16::MAX);
        Some(next.area.left().saturating_add(column))
    });
    erased.collect()
}

/// The same changes with short stretches between them that are the same as before: writing those again takes fewer
/// bytes than going over them.
fn with_gaps<'b>(changes: Vec<Change<'b>>, next: &'b Buffer) -> Vec<Change<'b>> {
    let mut all: Vec<Change<'b>> = Vec::with_capacity(changes.len());
    let mut style = changes.first().map(|(.., cell)| *cell);
    for (x, y, cell) in changes {
        if let (Some(&(last_x, last_y, last)), Some(style)) = (all.last(), style)
            && last_y == y
            && usize::from(x - last_x) <= GOING
            && has_sure_width(last)
        {
            let gap = last_x.saturating_add(1)..x;
            let cells = gap.filter_map(|x| Some((x, y, next.cell((x, y))?)));
            if cells.clone().all(|(.., cell)| joins(style, cell)) {
                all.extend(cells);
            }
        }
        all.push((x, y, cell));
        style = style.map(|style| styled(style, cell));
    }
    all
}
