//! What a cell of the attendance matrix says: who was where as what, who led them, who says so.

use crate::text::Text;
use crate::timeline::{EventIx, RoleIx, Timeline, range_in_full};
use crate::tui::glyphs::Glyphs;
use crate::tui::matrix::Part;

use super::common::cited;
use super::{Ink, Inked};

/// Up to three lines: participant, role and event; the head of delegation; the sources.
pub fn cell(
    timeline: &Timeline,
    glyphs: &Glyphs,
    part: Option<Part>,
    at: EventIx,
) -> Vec<Vec<Inked>> {
    let event = &timeline[at];
    let dates = range_in_full(&event.start, event.end.as_ref());
    let dates = (format!(" {} {dates}", glyphs.dot), Ink::Dim);
    let label = timeline.label(event);
    let Some(part) = part else {
        return vec![vec![(label, Ink::Plain), dates]];
    };
    let name = timeline[part.participant].name.shown().to_owned();
    let role = |role: RoleIx| timeline[role].name.shown().to_lowercase();
    let name = (name, Ink::Strong);
    let Some(attendance) = part.at(event) else {
        let mut others = event.participants.iter();
        let other = others.find(|other| other.participant == part.participant);
        let what = match other {
            Some(other) => format!(
                " is reported as {}, not as {}, at {label}",
                role(other.role),
                role(part.role)
            ),
            None => format!(" is not reported at {label}"),
        };
        return vec![vec![name, (what, Ink::Plain), dates]];
    };
    let dot = glyphs.dot;
    let what = format!(" {dot} {} {dot} {label}", role(part.role));
    let title = timeline.head_title(attendance).map(Text::shown);
    let head = attendance.head.map(|head| timeline[head].name.shown());
    let led = match (head, title) {
        (Some(head), Some(title)) => format!("led by {head}, {title}"),
        (Some(by), None) | (None, Some(by)) => format!("led by {by}"),
        (None, None) => String::from("no head of delegation is named"),
    };
    let sources = if attendance.sources.is_empty() {
        &event.sources
    } else {
        &attendance.sources
    };
    let cited: Vec<String> = sources.iter().map(|&at| cited(timeline, at)).collect();
    let cited = match cited.len() {
        0 => String::from("no source is named"),
        1 => cited.concat(),
        count => format!("{count} sources: {}", cited.join("; ")),
    };
    vec![
        vec![name, (what, Ink::Plain), dates],
        vec![(led, Ink::Plain)],
        vec![(cited, Ink::Provenance)],
    ]
}
