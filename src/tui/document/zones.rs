//! The history of every zone.

use crate::timeline::{EventIx, Timeline, Zone, ZoneIx};
use crate::tui::subject::Subject;

use super::common::sources;
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Page};

/// Every zone with its history; what it was at an event, if one is given, is marked.
pub(super) fn write<'a>(timeline: &Timeline, at: Option<EventIx>, mut page: Page<'a>) -> Page<'a> {
    let zones = timeline.zones().iter();
    let lists = zones.flat_map(|zone| {
        let steps = zone.history.iter().map(|status| &status.sources);
        std::iter::once(&zone.sources).chain(steps)
    });
    let references = References::to(lists);
    for (nth, zone) in timeline.zones().iter().enumerate() {
        page.gap();
        let name = zone.name.shown();
        let line = Paragraph::new(0, 2).link(name, Ink::Strong, Subject::Zone(ZoneIx::new(nth)));
        page.write(&line.mark(&references, &zone.sources));
        history(timeline, zone, at, (&mut page, &references));
    }
    sources(timeline, &references, &mut page);
    page
}

fn history(
    timeline: &Timeline,
    zone: &Zone,
    at: Option<EventIx>,
    (page, references): (&mut Page<'_>, &References),
) {
    let now = at.and_then(|at| zone.on(timeline[at].last_day()));
    for status in &zone.history {
        let is_now = now.is_some_and(|now| std::ptr::eq(now, status));
        let mark = if is_now { page.glyphs().selected } else { " " };
        let ink = if is_now { Ink::Strong } else { Ink::Plain };
        let mut line = Paragraph::new(0, 4)
            .text(format!("{mark} {}", status.date.in_full()), ink)
            .text(format!(": {}", status.kind.words()), ink);
        if let Some(event) = status.event {
            let label = timeline.label(&timeline[event]);
            let dot = format!(" {} ", page.glyphs().dot);
            let to = Subject::Event(event);
            line = line.text(dot, Ink::Dim).link(label, Ink::Plain, to);
        }
        page.write(&line.mark(references, &status.sources));
        if let Some(note) = &status.note {
            page.paragraph(4, 0, &[(note.shown(), Ink::Dim)]);
        }
    }
}
