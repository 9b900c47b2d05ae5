//! The participant picker.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::query::{Query, Term, Test, participants};
use crate::text::fold;
use crate::timeline::{Id, Participant, ParticipantIx};
use crate::tui::app::{App, Overlay, Picker};
use crate::tui::keymap::Action;

use super::moved;

/// A row of the picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Whom it offers.
    pub participant: ParticipantIx,
    /// In how many of the events that the rest of the filter shows they took part.
    pub events: usize,
    /// Whether they are marked.
    pub marked: bool,
}

/// How many rows a page of the picker moves.
const PAGE: usize = 10;

/// Opens the picker, with what the filter asks for marked.
pub(super) fn open(app: &mut App) {
    let asked: Vec<&Term> = app
        .query
        .terms()
        .iter()
        .filter(|term| term.asks_for_participants())
        .collect();
    let ids = asked.iter().flat_map(|term| match &term.test {
        Test::Participant(ids) => ids.as_slice(),
        Test::Words(_) => &[],
    });
    let marked = ids
        .filter_map(|id| app.timeline.participant_named(id))
        .collect();
    let all = asked.len() > 1;
    app.overlays.push(Overlay::Picker(Picker {
        input: tui_input::Input::default(),
        marked,
        all,
        selected: 0,
    }));
}

/// The participants that fit what was typed, best first; without text, most events first.
pub fn entries(app: &App, picker: &Picker) -> Vec<Entry> {
    let facets = participants(&app.timeline, &app.query);
    let typed = fold(picker.input.value());
    let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut fitting: Vec<(u32, Entry)> = Vec::new();
    for facet in facets {
        let participant = &app.timeline[facet.participant];
        if let Some(score) = score(&pattern, &mut matcher, participant) {
            let marked = picker.marked.contains(&facet.participant);
            fitting.push((
                score,
                Entry {
                    participant: facet.participant,
                    events: facet.events,
                    marked,
                },
            ));
        }
    }
    fitting.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    fitting.into_iter().map(|(_, entry)| entry).collect()
}

/// How well the best of a participant's names fits, if one does.
fn score(pattern: &Pattern, matcher: &mut Matcher, participant: &Participant) -> Option<u32> {
    let names = std::iter::once(participant.name.raw())
        .chain(std::iter::once(participant.id.as_str()))
        .chain(participant.code.iter().map(crate::text::Text::raw))
        .chain(participant.aliases.iter().map(crate::text::Text::raw));
    let mut buffer = Vec::new();
    names
        .filter_map(|name| pattern.score(Utf32Str::new(&fold(name), &mut buffer), matcher))
        .max()
}

/// Does an action in the picker.
pub(super) fn act(app: &mut App, action: Action) {
    let Some(Overlay::Picker(picker)) = app.overlays.last() else {
        return;
    };
    let entries = entries(app, picker);
    let selected = entries.get(picker.selected).map(|entry| entry.participant);
    if action == Action::Open {
        apply(app, selected);
        return;
    }
    let Some(Overlay::Picker(picker)) = app.overlays.last_mut() else {
        return;
    };
    match action {
        Action::PickerMark => mark(picker, selected),
        Action::PickerAnyAll => picker.all = !picker.all,
        _ => {
            if let Some(to) = moved(picker.selected, entries.len(), PAGE, action) {
                picker.selected = to;
            }
        }
    }
}

fn mark(picker: &mut Picker, selected: Option<ParticipantIx>) {
    let Some(selected) = selected else { return };
    if picker.marked.contains(&selected) {
        picker.marked.retain(|marked| *marked != selected);
    } else {
        picker.marked.push(selected);
    }
}

/// Filters by the marked participants, or by the selected one when none is marked.
fn apply(app: &mut App, selected: Option<ParticipantIx>) {
    let Some(Overlay::Picker(picker)) = app.overlays.last() else {
        return;
    };
    let wanted: Vec<ParticipantIx> = if picker.marked.is_empty() {
        selected.into_iter().collect()
    } else {
        picker.marked.clone()
    };
    if wanted.is_empty() {
        app.notice = Some(String::from(
            "no participant fits; Backspace shortens what you typed",
        ));
        return;
    }
    let ids: Vec<Id> = wanted
        .iter()
        .map(|&at| app.timeline[at].id.clone())
        .collect();
    let query = asking_for(&app.query, ids, picker.all);
    app.overlays.pop();
    app.set_query(query);
}

/// The query with its terms for participants replaced: any of `ids`, or all of them.
fn asking_for(query: &Query, ids: Vec<Id>, all: bool) -> Query {
    let mut query = query.without(Term::asks_for_participants);
    if all {
        for id in ids {
            query.add(Term::yes(Test::Participant(vec![id])));
        }
    } else {
        query.add(Term::yes(Test::Participant(ids)));
    }
    query
}
