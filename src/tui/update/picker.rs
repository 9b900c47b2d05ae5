//! Choosing values for the filter: participants, any field's values, or those of one event.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::query::{Counted, Field, Query, Term, count_in};
use crate::text::fold;
use crate::timeline::{Facet, FacetValue};
use crate::tui::app::{App, Choice, Overlay, Picker};
use crate::tui::keymap::Action;

use super::work::STEP;
use super::{moved, places};

/// A row of the picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The field it belongs to.
    pub facet: Facet,
    /// Its place among the field's values.
    pub place: usize,
    /// How many of the events that the rest of the filter shows have it.
    pub events: usize,
    /// Whether it is marked.
    pub marked: bool,
}

/// How many rows a page of the picker moves.
const PAGE: usize = 10;
/// What can be asked of one event.
const OF_EVENT: [Facet; 5] = [
    Facet::Kind,
    Facet::Place,
    Facet::Topic,
    Facet::Participant,
    Facet::Speaker,
];

/// Opens the picker over some fields, with what the filter asks for marked.
pub(super) fn open(app: &mut App, facets: &[Facet]) {
    let picked = facets.iter().map(|&facet| (facet, picked(app, facet)));
    let marked: Vec<(Facet, String)> = picked
        .flat_map(|(facet, terms)| terms.into_iter().flatten().map(move |key| (facet, key)))
        .collect();
    let all = facets.iter().any(|&facet| picked_terms(app, facet) > 1);
    push(app, facets, Choice::Any { marked, all });
}

/// Opens the picker over what the selected event has, to show only such events, or none such.
pub(super) fn open_for_event(app: &mut App, not: bool) {
    let Some(event) = app.selected_event() else {
        app.notice = Some(String::from("no event is selected"));
        return;
    };
    push(app, &OF_EVENT, Choice::OfEvent { event, not });
}

fn push(app: &mut App, facets: &[Facet], choice: Choice) {
    app.overlays.push(Overlay::Picker(Picker {
        input: tui_input::Input::default(),
        facets: facets.to_vec(),
        counted: Vec::new(),
        choice,
        selected: 0,
    }));
    read_on(app);
}

/// Counts the values of one more field, once they are known: those of many take longer than a key may.
pub(super) fn read_on(app: &mut App) {
    if let Some(Overlay::Picker(picker)) = app.overlays.last_mut()
        && let Some(&facet) = picker.facets.get(picker.counted.len())
        && app.timeline.gather_values(facet, STEP)
    {
        let counted = count_in(&app.timeline, &app.query, &app.hits, facet);
        picker.counted.push(counted);
    }
}

/// Whether there are fields whose values are still to be counted.
pub const fn is_reading(picker: &Picker) -> bool {
    picker.counted.len() < picker.facets.len()
}

/// The values of each term that the picker can show marks for.
fn picked(app: &App, facet: Facet) -> Vec<Vec<String>> {
    let terms = app.query.terms().iter();
    terms
        .filter_map(|term| picked_by(app, term, facet))
        .collect()
}

/// Most terms ask for another field: its values need not be known.
fn picked_by(app: &App, term: &Term, facet: Facet) -> Option<Vec<String>> {
    let asks = term.asks_for(facet);
    asks.then(|| term.picked(facet, app.timeline.values(facet).all()))?
}

fn picked_terms(app: &App, facet: Facet) -> usize {
    picked(app, facet).len()
}

/// The values that fit what was typed, best first; without text by field, most events first.
pub fn entries(app: &App, picker: &Picker) -> Vec<Entry> {
    let typed = fold(picker.input.value());
    let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut fitting: Vec<(u32, Entry)> = Vec::new();
    for (&facet, counted) in picker.facets.iter().zip(&picker.counted) {
        let values = app.timeline.values(facet).all();
        for entry in offered(app, picker, counted) {
            let score = values
                .get(entry.place)
                .and_then(|value| score(&pattern, &mut matcher, facet, value));
            fitting.extend(score.map(|score| (score, entry)));
        }
    }
    if !typed.is_empty() {
        fitting.sort_by_key(|(score, entry)| Reverse((*score, entry.events)));
    }
    fitting.into_iter().map(|(_, entry)| entry).collect()
}

/// The values of a field that are offered, marked or not.
fn offered(app: &App, picker: &Picker, counted: &[Counted]) -> Vec<Entry> {
    let entry = counted.iter().filter_map(|counted| {
        let facet = counted.facet;
        let values = app.timeline.values(facet);
        let value = values.all().get(counted.place)?;
        let (marked, offered) = match &picker.choice {
            Choice::Any { marked, .. } => {
                let marked = marked
                    .iter()
                    .any(|(of, key)| *of == facet && *key == value.key);
                // Of many fields only what would show something; all participants are worth seeing.
                (
                    marked,
                    marked || counted.events > 0 || picker.facets.len() == 1,
                )
            }
            Choice::OfEvent { event, .. } => (false, values.has(*event, counted.place)),
        };
        offered.then_some(Entry {
            facet,
            place: counted.place,
            events: counted.events,
            marked,
        })
    });
    entry.collect()
}

/// How well the best of a value's names fits, if one does; the field's name counts as well.
fn score(
    pattern: &Pattern,
    matcher: &mut Matcher,
    facet: Facet,
    value: &FacetValue,
) -> Option<u32> {
    let field = Field::Of(facet).name();
    let mut buffer = Vec::new();
    let names = value.names.iter();
    names
        .filter_map(|(name, _)| {
            let text = format!("{name} {field}");
            pattern.score(Utf32Str::new(&text, &mut buffer), matcher)
        })
        .max()
}

/// Does an action in the picker.
pub(super) fn act(app: &mut App, action: Action) {
    // Whoever is this fast knows the rows: those that were still to come must not shift them.
    while let Some(Overlay::Picker(picker)) = app.overlays.last()
        && is_reading(picker)
    {
        read_on(app);
    }
    let Some(Overlay::Picker(picker)) = app.overlays.last() else {
        return;
    };
    let entries = entries(app, picker);
    let selected = entries.get(picker.selected).copied();
    if action == Action::Open {
        apply(app, selected);
        return;
    }
    let selected = selected.and_then(|entry| key_of(app, entry));
    let Some(Overlay::Picker(picker)) = app.overlays.last_mut() else {
        return;
    };
    match (action, &mut picker.choice) {
        (Action::PickerMark, Choice::Any { marked, .. }) => mark(marked, selected),
        (Action::PickerAnyAll, Choice::Any { all, .. }) => *all = !*all,
        _ => {
            if let Some(to) = moved(picker.selected, entries.len(), PAGE, action) {
                picker.selected = to;
            }
        }
    }
}

fn key_of(app: &App, entry: Entry) -> Option<(Facet, String)> {
    let value = app.timeline.values(entry.facet).all().get(entry.place)?;
    Some((entry.facet, value.key.clone()))
}

fn mark(marked: &mut Vec<(Facet, String)>, selected: Option<(Facet, String)>) {
    let Some(selected) = selected else { return };
    if marked.contains(&selected) {
        marked.retain(|other| *other != selected);
    } else {
        marked.push(selected);
    }
}

/// Filters by what is marked, or by the selected row when nothing is.
fn apply(app: &mut App, selected: Option<Entry>) {
    let selected = selected.and_then(|entry| key_of(app, entry));
    let Some(Overlay::Picker(picker)) = app.overlays.last() else {
        return;
    };
    let query = match (&picker.choice, selected) {
        (Choice::Any { marked, all }, _) if !marked.is_empty() => {
            asking_for(app, &picker.facets, marked, *all)
        }
        (Choice::Any { .. }, Some(selected)) => asking_for(app, &picker.facets, &[selected], false),
        (Choice::OfEvent { not, .. }, Some((facet, key))) => only(&app.query, facet, &key, *not),
        (_, None) => {
            app.notice = Some(String::from(
                "nothing fits; Backspace shortens what you typed",
            ));
            return;
        }
    };
    app.overlays.pop();
    places::remember(app);
    app.set_query(query);
}

/// The query with what the picker shows of it replaced: any of the marked values of a field, or all.
fn asking_for(app: &App, facets: &[Facet], marked: &[(Facet, String)], all: bool) -> Query {
    let is_shown = |term: &Term| {
        let mut facets = facets.iter();
        facets.any(|&facet| picked_by(app, term, facet).is_some())
    };
    let mut query = app.query.without(is_shown);
    for &facet in facets {
        let keys = marked.iter().filter(|(of, _)| *of == facet);
        let keys: Vec<String> = keys.map(|(_, key)| key.clone()).collect();
        if all {
            let terms = keys
                .iter()
                .filter_map(|key| Term::asking_for(facet, std::slice::from_ref(key)));
            terms.for_each(|term| query.add(term));
        } else if let Some(term) = Term::asking_for(facet, &keys) {
            query.add(term);
        }
    }
    query
}

/// The query with this value as the only one of its field, or excluded.
pub(super) fn only(query: &Query, facet: Facet, key: &str, not: bool) -> Query {
    let keys = [key.to_owned()];
    let mut query = if not {
        query.clone()
    } else {
        query.without(|term| term.asks_for(facet))
    };
    if let Some(term) = Term::asking_for(facet, &keys) {
        query.add(Term { not, ..term });
    }
    query
}
