//! The history of every zone, and what all of them were at an event.

use crate::text::{Folded, width};
use crate::timeline::{EventIx, Status, StatusKind, Timeline, Zone, ZoneIx};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::Subject;

use super::common::sources;
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Inked, Page, Setting, Sheet};

/// Columns of a table's dates: "17 September 2018".
const DATES: usize = 17;
/// Columns of what a zone was: "contested".
const WORDS: usize = 9;

/// How much a legend says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legend {
    /// What every zone was.
    Brief,
    /// And since when.
    Dated,
    /// And how the map is to be read.
    WithNote,
}

/// How a map of zones is to be read.
const NOTE: &str = "Zones are drawn round their places, not by lines.";

/// What every zone was at an event, in words, a paragraph each: what the event changed stands out.
pub fn legend(
    timeline: &Timeline,
    at: EventIx,
    focused: Option<ZoneIx>,
    much: Legend,
    setting: Setting<'_>,
) -> Sheet {
    let mut page = Page::new(setting);
    for (nth, zone) in timeline.zones().iter().enumerate() {
        let ix = ZoneIx::new(nth);
        let status = zone.since(timeline[at].last_day());
        let is_new = timeline.zone_history(at).any(|(zone, _)| zone == ix);
        let number = match status {
            _ if focused == Some(ix) => Ink::Focused,
            Some(_) => Ink::Strong,
            None => Ink::Dim,
        };
        let words = if is_new { Ink::Strong } else { Ink::Dim };
        let mark = mark(ix, status, page.glyphs());
        entry(zone, (mark, number), (said(status, much), words), &mut page);
    }
    if much == Legend::WithNote {
        page.paragraph(0, 0, &[(NOTE, Ink::Dim)]);
    }
    page.sheet()
}

/// The lines that a legend takes at most, whatever the event: what stands beside it stays where it is.
pub fn legend_height(timeline: &Timeline, much: Legend, setting: Setting<'_>) -> usize {
    let height = |nth: usize, zone: &Zone, status: Option<&Status>| {
        let mut page = Page::new(setting);
        let mark = mark(ZoneIx::new(nth), status, page.glyphs());
        let said = said(status, much);
        entry(zone, (mark, Ink::Plain), (said, Ink::Plain), &mut page);
        page.sheet().lines.len()
    };
    let zones = timeline.zones().iter().enumerate().map(|(nth, zone)| {
        let history = zone.history.iter().map(Some);
        let all = history.chain(std::iter::once(None));
        let heights = all.map(|status| height(nth, zone, status));
        heights.max().unwrap_or_default()
    });
    let mut note = Page::new(setting);
    if much == Legend::WithNote {
        note.paragraph(0, 0, &[(NOTE, Ink::Dim)]);
    }
    let note = note.sheet().lines.len();
    zones.sum::<usize>() + note
}

/// A zone's number and the mark of what it was.
fn mark(zone: ZoneIx, status: Option<&Status>, glyphs: &Glyphs) -> String {
    let mark = status.map_or(" ", |status| glyphs.status(status.kind));
    format!("{}{mark}", zone.index() + 1)
}

/// What a zone was.
fn said(status: Option<&Status>, much: Legend) -> String {
    match status {
        None => String::from("not yet proposed"),
        Some(status) if much == Legend::Brief => status.kind.words().to_owned(),
        Some(status) => status.in_words(),
    }
}

/// A zone in a legend: its mark, its name, what it was.
fn entry(zone: &Zone, mark: Inked, said: Inked, page: &mut Page<'_>) {
    let line = Paragraph::new(0, 3)
        .text(mark.0, mark.1)
        .text(" ", Ink::Plain)
        .text(zone.name.shown(), Ink::Plain)
        .text(": ", Ink::Plain)
        .text(said.0, said.1);
    page.write(&line);
}

/// The history of every zone, to be searched.
pub fn zones_folded(timeline: &Timeline, at: EventIx, glyphs: &Glyphs) -> Folded {
    write(timeline, Some(at), Page::to_search(glyphs)).folded()
}

/// Every zone with its history; what it was at an event, if one is given, is marked.
pub(super) fn write<'a>(timeline: &Timeline, at: Option<EventIx>, mut page: Page<'a>) -> Page<'a> {
    let zones = timeline.zones().iter();
    let lists = zones.flat_map(|zone| {
        let steps = zone.history.iter().map(|status| &*status.sources);
        std::iter::once(&*zone.sources).chain(steps)
    });
    let references = References::to(lists);
    for (nth, zone) in timeline.zones().iter().enumerate() {
        page.gap();
        let line = Paragraph::new(0, 2)
            .text(format!("{} ", nth + 1), Ink::Heading)
            .link(
                zone.name.shown(),
                Ink::Heading,
                Subject::Zone(ZoneIx::new(nth)),
            )
            .mark(&references, &zone.sources);
        page.write(&line);
        for area in &zone.area {
            page.paragraph(2, 0, &[(area.shown(), Ink::Dim)]);
        }
        let now = at.and_then(|at| zone.on(timeline[at].last_day()));
        for status in &zone.history {
            let is_now = now.is_some_and(|now| std::ptr::eq(now, status));
            row(timeline, status, is_now, (&mut page, &references));
        }
    }
    sources(timeline, &references, &mut page);
    page
}

/// A step of a history as a row of a table: since when, what, by which event, on which sources; below it
/// the note.
fn row(
    timeline: &Timeline,
    status: &Status,
    is_now: bool,
    (page, references): (&mut Page<'_>, &References),
) {
    let glyphs = page.glyphs();
    let mark = if is_now { glyphs.selected } else { " " };
    let ink = if is_now { Ink::Strong } else { Ink::Plain };
    let date = status.date.in_full();
    let words = status.kind.words();
    let gap = " ".repeat(DATES.saturating_sub(width(&date)));
    let mut line = Paragraph::new(0, 4)
        .text(format!("{mark} {date}{gap}  "), ink)
        .text(
            format!("{} ", glyphs.status(status.kind)),
            status_ink(status.kind),
        )
        .text(words, ink);
    if let Some(event) = status.event {
        let gap = " ".repeat(WORDS.saturating_sub(width(words)) + 2);
        let label = timeline.label(&timeline[event]);
        line = line
            .text(gap, ink)
            .link(label, Ink::Plain, Subject::Event(event));
    }
    page.write(&line.mark(references, &status.sources));
    if let Some(note) = &status.note {
        page.paragraph(4, 0, &[(note.shown(), Ink::Dim)]);
    }
}

/// The ink of what a zone is; its mark and its word say the same.
pub const fn status_ink(status: StatusKind) -> Ink {
    match status {
        StatusKind::Proposed => Ink::Plain,
        StatusKind::Agreed => Ink::Provenance,
        StatusKind::InForce => Ink::Good,
        StatusKind::Contested => Ink::Warning,
        StatusKind::Ended => Ink::Dim,
    }
}
