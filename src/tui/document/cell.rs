//! What a cell of the attendance matrix says: who was where as what, who led them, who says so.

use crate::text::Text;
use crate::timeline::{Attendance, EventIx, RoleIx, SourceIx, Timeline, range_in_full};
use crate::tui::glyphs::Glyphs;
use crate::tui::matrix::Part;

use super::common::cited;
use super::{Ink, Inked};

/// Up to three lines, each in pieces that are texts of their own: participant, role and event; the head of
/// delegation; the sources.
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
    let name = (
        timeline[part.participant].name.shown().to_owned(),
        Ink::Strong,
    );
    let line = |what: &[&str]| {
        let mut line = vec![name.clone()];
        line.extend(inked(what, Ink::Plain));
        line.push(dates.clone());
        line
    };
    let role = |role: RoleIx| timeline[role].name.shown().to_lowercase();
    let of_part = role(part.role);
    let Some(attendance) = part.at(event) else {
        let mut others = event.participants.iter();
        let other = others.find(|other| other.participant == part.participant);
        return vec![match other {
            Some(other) => {
                let of_other = role(other.role);
                let (not, at) = (", not as ", ", at ");
                line(&[" is reported as ", &of_other, not, &of_part, at, &label])
            }
            None => line(&[" is not reported at ", &label]),
        }];
    };
    let dot = format!(" {} ", glyphs.dot);
    let sources = if attendance.sources.is_empty() {
        &event.sources
    } else {
        &attendance.sources
    };
    vec![
        line(&[&dot, &of_part, &dot, &label]),
        led(timeline, attendance),
        based(timeline, sources),
    ]
}

/// Who led a delegation.
fn led(timeline: &Timeline, attendance: &Attendance) -> Vec<Inked> {
    let title = timeline.head_title(attendance).map(Text::shown);
    let head = attendance.head.map(|head| timeline[head].name.shown());
    let words = match (head, title) {
        (Some(head), Some(title)) => vec!["led by ", head, ", ", title],
        (Some(by), None) | (None, Some(by)) => vec!["led by ", by],
        (None, None) => vec!["no head of delegation is named"],
    };
    inked(&words, Ink::Plain)
}

/// What it rests on.
fn based(timeline: &Timeline, sources: &[SourceIx]) -> Vec<Inked> {
    let mut words = match sources.len() {
        0 => vec![String::from("no source is named")],
        1 => Vec::new(),
        count => vec![format!("{count} sources: ")],
    };
    for (nth, &source) in sources.iter().enumerate() {
        if nth > 0 {
            words.push(String::from("; "));
        }
        words.extend(cited(timeline, source));
    }
    inked(&words, Ink::Provenance)
}

fn inked(words: &[impl AsRef<str>], ink: Ink) -> Vec<Inked> {
    let words = words.iter().map(|word| (word.as_ref().to_owned(), ink));
    words.collect()
}
