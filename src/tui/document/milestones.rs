//! Milestones of a long page: how much of it stands before some of its items.
//!
//! On a source hundreds of thousands of facts may rest, and to set all of them takes longer than a key may take. So
//! it is noted every hundred lines how far the page is, and what is asked for is set from the milestone before it on.
//! They are noted as the page is set, and down to the end of its lists while nothing else happens.

use std::cell::RefCell;

use crate::text::Forms;
use crate::tui::subject::Subject;

use super::Setting;
use super::references::References;
use super::sheet::Before;

/// Lists of fewer items are set as quickly as a key is answered.
const FEW: usize = 100;
/// So many lines are between two milestones.
const APART: usize = 100;
/// So many lines more are set in a step while nothing else happens: some milliseconds where much is found.
const STEP: usize = 500;

/// What is sought on a page: what stands before it need not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// A line, and what follows.
    Line(usize),
    /// A hit, by its number.
    Hit(usize),
    /// The end, and the text of a source, which stands there.
    End,
}

/// An item, and what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Milestone {
    pub(super) item: usize,
    pub(super) before: Before,
}

/// The milestones of the long page that was read last.
#[derive(Debug, Default)]
pub(super) struct Milestones(RefCell<Option<Noted>>);

#[derive(Debug)]
struct Noted {
    subject: Subject,
    width: usize,
    forms: Option<Forms>,
    milestones: Vec<Milestone>,
    /// The sources that were met down to there.
    references: References,
    /// Down to which line the page was set.
    reached: usize,
    /// Whether that is behind its lists.
    is_whole: bool,
}

impl Noted {
    fn is_of(&self, subject: &Subject, setting: &Setting<'_>) -> bool {
        self.width == setting.width && self.subject == *subject
    }

    /// Whether the same is searched for too.
    fn is_noting(&self, subject: &Subject, setting: &Setting<'_>) -> bool {
        self.is_of(subject, setting) && self.forms.as_ref() == setting.forms
    }

    /// Whether places are the same: what is searched for moves nothing, but counts as hits.
    fn is_known(&self, subject: &Subject, setting: &Setting<'_>) -> bool {
        self.is_noting(subject, setting)
            || (setting.forms.is_none() && self.is_of(subject, setting))
    }
}

impl Milestones {
    /// The last one before what is sought.
    pub(super) fn before(
        &self,
        sought: Sought,
        subject: &Subject,
        setting: &Setting<'_>,
    ) -> Option<Milestone> {
        let noted = self.0.borrow();
        let known = noted.as_ref().filter(|it| it.is_known(subject, setting))?;
        let end = match sought {
            Sought::Line(line) => known
                .milestones
                .partition_point(|it| it.before.lines <= line),
            Sought::Hit(hit) => known.milestones.partition_point(|it| it.before.hits <= hit),
            Sought::End => known.milestones.len(),
        };
        known.milestones.get(end.checked_sub(1)?).copied()
    }

    /// The sources that are known to be met on a page.
    pub(super) fn references(
        &self,
        subject: &Subject,
        setting: &Setting<'_>,
    ) -> Option<References> {
        let noted = self.0.borrow();
        let known = noted.as_ref().filter(|it| it.is_known(subject, setting))?;
        Some(known.references.clone())
    }

    /// Begins to note those of a page with a list of so many items, unless they are known.
    pub(super) fn begin(
        &self,
        (items, references): (usize, &References),
        subject: &Subject,
        setting: &Setting<'_>,
    ) {
        let mut noted = self.0.borrow_mut();
        let is_known = noted
            .as_ref()
            .is_some_and(|it| it.is_known(subject, setting));
        if items >= FEW && !is_known {
            *noted = Some(Noted {
                subject: subject.clone(),
                width: setting.width,
                forms: setting.forms.cloned(),
                milestones: Vec::new(),
                references: references.clone(),
                reached: 0,
                is_whole: false,
            });
        }
    }

    /// Notes what stands before an item, if that is far enough from the last one noted.
    pub(super) fn note(&self, milestone: Milestone, subject: &Subject, setting: &Setting<'_>) {
        let mut noted = self.0.borrow_mut();
        let Some(noted) = noted.as_mut().filter(|it| it.is_noting(subject, setting)) else {
            return;
        };
        let last = noted.milestones.last();
        let is_far = last.is_none_or(|last| {
            milestone.item > last.item && milestone.before.lines >= last.before.lines + APART
        });
        if is_far {
            noted.milestones.push(milestone);
        }
    }

    /// Notes down to which line the page was set, and whether its lists end there.
    pub(super) fn reach(
        &self,
        line: usize,
        is_whole: bool,
        subject: &Subject,
        setting: &Setting<'_>,
    ) {
        let mut noted = self.0.borrow_mut();
        if let Some(noted) = noted.as_mut().filter(|it| it.is_noting(subject, setting)) {
            noted.reached = noted.reached.max(line);
            noted.is_whole |= is_whole;
        }
    }

    /// Down to which line the page is to be set next, if it is a long one and its lists go on.
    pub(super) fn next_step(&self, subject: &Subject, setting: &Setting<'_>) -> Option<usize> {
        let noted = self.0.borrow();
        let noted = noted
            .as_ref()
            .filter(|it| it.is_noting(subject, setting) && !it.is_whole)?;
        Some(noted.reached + STEP)
    }
}
