//! Finding things by any of their names.

use crate::text::fold;
use crate::timeline::{Participant, ParticipantIx, Timeline};

/// What a name leads to.
pub(super) enum Found {
    /// Exactly one.
    One(ParticipantIx),
    /// More than one, in file order.
    Several(Vec<ParticipantIx>),
    /// None, and the one whose name is nearest, if any is near.
    None(Option<ParticipantIx>),
}

/// The participant that `name` means: a whole id, code, name or alias, else a beginning that only
/// one has. Case, accents and typographic variants make no difference.
pub(super) fn find_participant(name: &str, timeline: &Timeline) -> Found {
    let wanted = fold(name);
    let all = || timeline.participants().iter().enumerate();
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<ParticipantIx> {
        let found = all().filter(|(_, participant)| names(participant).any(|name| fits(&name)));
        found.map(|(at, _)| ParticipantIx::new(at)).collect()
    };
    let whole = fitting(&|name| name == wanted);
    let found = if whole.is_empty() {
        fitting(&|name| name.starts_with(&wanted))
    } else {
        whole
    };
    match found.as_slice() {
        [one] => Found::One(*one),
        [] => Found::None(nearest(&wanted, timeline)),
        _ => Found::Several(found),
    }
}

/// Every name a participant goes by, folded.
fn names(participant: &Participant) -> impl Iterator<Item = String> {
    let id = std::iter::once(participant.id.as_str());
    let code = participant.code.iter().map(super::super::text::Text::raw);
    let name = std::iter::once(participant.name.raw());
    let aliases = participant
        .aliases
        .iter()
        .map(super::super::text::Text::raw);
    id.chain(code).chain(name).chain(aliases).map(fold)
}

fn nearest(wanted: &str, timeline: &Timeline) -> Option<ParticipantIx> {
    let score = |participant: &Participant| {
        names(participant)
            .map(|name| strsim::jaro_winkler(&name, wanted))
            .fold(0.0, f64::max)
    };
    let scored = timeline
        .participants()
        .iter()
        .enumerate()
        .map(|(at, p)| (score(p), at));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    best.filter(|(score, _)| *score > 0.8)
        .map(|(_, at)| ParticipantIx::new(at))
}
