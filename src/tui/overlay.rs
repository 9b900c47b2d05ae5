//! What opens over a view, each with the state it needs and no other.

use tui_input::Input;

use crate::export::copy::Form;
use crate::query::Counted;
use crate::timeline::{EventIx, Facet};

use super::app::Place;
use super::search::Prompt;

/// Something open over the view; the last one has the keys.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// Choosing values for the filter.
    Picker(Picker),
    /// Typing the filter.
    QueryLine(QueryLine),
    /// Typing where to go.
    GoTo(GoTo),
    /// Every key, narrowed by what is typed.
    Help(Help),
    /// What is wrong with the files.
    Problems(Problems),
    /// In which form to copy something.
    Copy(Copy),
    /// What is searched for, while it is typed; the view stays in sight.
    Search(Prompt),
}

/// The state of the picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What was typed to narrow the list.
    pub input: Input,
    /// The fields whose values are offered.
    pub facets: Vec<Facet>,
    /// Their values, field by field as far as they have been counted; while it is open, the filter
    /// stays as it is.
    pub counted: Vec<Vec<Counted>>,
    /// What is to be chosen.
    pub choice: Choice,
    /// The selected row.
    pub selected: usize,
}

/// What a picker chooses.
#[derive(Debug, Clone)]
pub enum Choice {
    /// Any number of values.
    Any {
        /// Those marked so far, by their keys.
        marked: Vec<(Facet, String)>,
        /// Whether an event must have all of the marked, not any.
        all: bool,
    },
    /// One of an event's values: only such events, or none such.
    OfEvent {
        /// The event.
        event: EventIx,
        /// None such.
        not: bool,
    },
}

/// The state of the line in which the filter is typed.
#[derive(Debug, Clone)]
pub struct QueryLine {
    /// What is typed.
    pub input: Input,
    /// Where the reader was when it was opened, with the filter there was.
    pub began: Place,
    /// The completion that was put in last: the line without it, and its number among those offered.
    pub completed: Option<(Input, usize)>,
    /// The earlier line that is shown, counted from the latest.
    pub recalled: Option<usize>,
    /// Up to which event texts have been read for it.
    pub read: usize,
    /// Whether it is to be kept once it is known where its words occur.
    pub is_accepted: bool,
}

/// The state of the line that names where to go.
#[derive(Debug, Clone, Default)]
pub struct GoTo {
    /// What is typed.
    pub input: Input,
}

/// The state of the help.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What was typed to narrow the list.
    pub input: Input,
    /// The selected row among the actions that fit.
    pub selected: usize,
}

/// The state of the menu of what can be copied.
///
/// It holds the texts themselves: what is copied is what was shown, whatever becomes of the files.
#[derive(Debug, Clone)]
pub struct Copy {
    /// What it is about.
    pub title: String,
    /// The forms that it has, each with what is copied.
    pub forms: Vec<(Form, String)>,
    /// The selected row.
    pub selected: usize,
}

/// The state of the list of problems.
#[derive(Debug, Clone, Copy, Default)]
pub struct Problems {
    /// The selected row.
    pub selected: usize,
}
