//! What stands above the panes: title, views and counts, and the filter in parts that can be dropped.

use std::ops::Range;

use crate::text::{elide, plural, width};

use super::app::{App, View};
use super::document::{Ink, Inked, runs_width};

/// Columns left of the first word.
const MARGIN: usize = 1;
/// Fewer columns of a title than this say nothing.
const LEAST_TITLE: usize = 8;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The timeline's title; empty where there is no room.
    pub title: Vec<Inked>,
    /// The views with their keys.
    pub tabs: Vec<(View, Inked)>,
    /// How much is shown, and how much is wrong.
    pub counts: Vec<Inked>,
}

impl Heading {
    /// The first line of `columns`; what has no room is shortened or left out, the title first.
    pub fn of(app: &App, columns: usize) -> Self {
        let forms = [
            (Names::All, false),
            (Names::Current, false),
            (Names::Current, true),
            (Names::None, false),
            (Names::None, true),
        ];
        let made = forms.map(|(names, short)| Self {
            title: Vec::new(),
            tabs: tabs(app, names),
            counts: counts(app, short),
        });
        let fits = |it: &&Self| it.tabs_width() + runs_width(&it.counts) + 2 <= columns;
        let [.., shortest] = &made;
        let mut heading = made.iter().find(fits).unwrap_or(shortest).clone();
        let used = heading.tabs_width() + runs_width(&heading.counts) + MARGIN + 4;
        heading.title = title(app, columns.saturating_sub(used));
        heading
    }

    /// Title and views, as parts of a line.
    pub fn parts(&self) -> [Vec<Inked>; 2] {
        let tabs = self.tabs.iter().map(|(_, inked)| inked.clone());
        [self.title.clone(), tabs.collect()]
    }

    /// The view whose key or name stands at a column.
    pub fn view_at(&self, column: usize) -> Option<View> {
        let from = MARGIN + runs_width(&self.title);
        let mut spans = spans(from, self.tabs.iter().map(|(_, (text, _))| width(text)));
        let at = spans.position(|span| span.contains(&column))?;
        self.tabs.get(at).map(|(view, _)| *view)
    }

    fn tabs_width(&self) -> usize {
        self.tabs.iter().map(|(_, (text, _))| width(text)).sum()
    }
}

/// Which views are named, besides their keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    Current,
    None,
}

/// The views with their keys, the one that is shown marked.
fn tabs(app: &App, names: Names) -> Vec<(View, Inked)> {
    let views = app.views().enumerate();
    let tab = |(at, view): (usize, View)| {
        let current = view == app.view;
        let glyphs = app.settings.glyphs;
        let mark = if current { glyphs.current } else { " " };
        let has_name = names == Names::All || (names == Names::Current && current);
        let name = if has_name { view.name() } else { "" };
        let space = if has_name { " " } else { "" };
        let ink = if current { Ink::Strong } else { Ink::Dim };
        (view, (format!("{mark}{}{space}{name} ", at + 1), ink))
    };
    views.map(tab).collect()
}

/// The timeline's title, if there is room for some of it.
fn title(app: &App, room: usize) -> Vec<Inked> {
    let glyphs = app.settings.glyphs;
    let title = glyphs.set(app.timeline.meta().title.shown()).into_owned();
    if room < LEAST_TITLE || title.is_empty() {
        return Vec::new();
    }
    let title = elide(&title, room, glyphs.ellipsis).into_owned();
    vec![(title, Ink::Strong), (String::from("  "), Ink::Plain)]
}

/// How much of the timeline is shown, and how much is wrong with it.
fn counts(app: &App, short: bool) -> Vec<Inked> {
    let mut runs = Vec::new();
    let problems = app.counts();
    let problems = match (problems.errors, problems.warnings) {
        (0, 0) => None,
        (0, warnings) => Some((plural(warnings, "warning"), Ink::Warning)),
        (errors, _) => Some((plural(errors, "error"), Ink::Bad)),
    };
    if let Some(percent) = app.loading {
        runs.push((format!("loading {percent}%  "), Ink::Dim));
    }
    if let Some((text, ink)) = problems {
        runs.push((format!("{text}  "), ink));
    }
    let (shown, all, what) = match app.view {
        View::Timeline | View::Participants | View::Zones => (
            app.hits.events().len(),
            app.timeline.events().len(),
            "event",
        ),
        View::Quotes => (app.hits.quotes().len(), app.timeline.quote_count(), "quote"),
        View::Sources => (
            app.source_rows().len(),
            app.timeline.sources().len(),
            "source",
        ),
    };
    let text = match (app.is_whole, short) {
        (true, true) => format!("{shown}/{all}"),
        (true, false) => format!("{shown} of {}", plural(all, what)),
        // How many there are is not known yet.
        (false, true) => format!("{shown}{}", app.settings.glyphs.ellipsis),
        (false, false) => format!("{} so far", plural(shown, what)),
    };
    runs.push((text, Ink::Plain));
    runs
}

/// A part of the filter, or what is said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Which of the filter's terms it is; none for what is said beside them.
    pub term: Option<usize>,
    /// What it says.
    pub inked: Inked,
    /// The mark behind it, that it can be dropped.
    pub close: String,
}

impl Chip {
    /// What it says and its mark, as parts of a line.
    pub fn parts(self) -> [Vec<Inked>; 2] {
        let close = (self.close, self.inked.1);
        [vec![self.inked], vec![close]]
    }

    fn width(&self) -> usize {
        width(&self.inked.0) + width(&self.close)
    }
}

/// The filter as chips, for a line of `columns`; what has no room is counted.
pub fn chips(app: &App, columns: usize) -> Vec<Chip> {
    let glyphs = app.settings.glyphs;
    let beside = |text: String| Chip {
        term: None,
        inked: (text, Ink::Dim),
        close: String::new(),
    };
    let mut chips = vec![beside(String::from("filter:"))];
    let mut used = MARGIN + width("filter:");
    let terms = app.query.terms();
    for (at, term) in terms.iter().enumerate() {
        let text = format!(" {}", glyphs.set(&term.to_string()));
        let chip = Chip {
            term: Some(at),
            inked: (text, Ink::Strong),
            close: format!(" {} ", glyphs.close),
        };
        let left_over = format!(" +{}", terms.len() - at);
        let last = at + 1 == terms.len();
        let need = chip.width() + if last { 0 } else { width(&left_over) };
        if used + need > columns && at > 0 {
            chips.push(beside(left_over));
            break;
        }
        used += chip.width();
        chips.push(chip);
    }
    chips
}

/// The columns of things that stand side by side from a column on.
fn spans(from: usize, widths: impl Iterator<Item = usize>) -> impl Iterator<Item = Range<usize>> {
    widths.scan(from, |from, columns| {
        let span = *from..*from + columns;
        *from = span.end;
        Some(span)
    })
}

/// The term of the filter at a column of its line.
pub fn term_at(app: &App, columns: usize, column: usize) -> Option<usize> {
    let chips = chips(app, columns);
    let mut spans = spans(MARGIN, chips.iter().map(Chip::width));
    let at = spans.position(|span| span.contains(&column))?;
    chips.get(at)?.term
}
