//! Lists of a page: from which of their items it is set or folded, and at which that stops.

use std::rc::Rc;

use crate::text::Folded;
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::Subject;

use super::Page;
use crate::tui::document::lists::Lists;
use crate::tui::document::milestones::{Milestone, Milestones};
use crate::tui::document::references::References;
use crate::tui::document::sheet::Before;
use crate::tui::document::{Setting, Sheet};

/// What was folded of a page to search it.
#[derive(Debug, Default)]
pub struct Folding {
    /// The item before which it goes on; none if it is whole, or nothing is folded yet.
    item: Option<usize>,
    text: Folded,
}

impl Folding {
    /// Whether the page goes on.
    pub const fn is_part(&self) -> bool {
        self.item.is_some()
    }

    /// The folded text.
    pub fn into_text(self) -> Folded {
        self.text
    }
}

impl<'a> Page<'a> {
    /// The same page from where folding stopped, until so many bytes more are folded: one item at least.
    pub(in crate::tui::document) fn to_search_on(
        glyphs: &'a Glyphs,
        before: Folding,
        more: usize,
    ) -> Self {
        let from = before.item.map(|item| Milestone {
            item,
            before: Before::default(),
        });
        Self {
            from,
            enough: before.text.text().len().saturating_add(more.max(1)),
            folded: Some(before.text),
            ..Self::to_search(glyphs)
        }
    }

    /// The same page, as that of a subject: it is set from the last milestone before what is sought.
    pub(in crate::tui::document) fn about(mut self, subject: &Subject) -> Self {
        if let Some(lengths) = self.setting.lengths {
            let milestones = &lengths.milestones;
            self.from = milestones.before(self.sought, subject, &self.setting);
            if let Some(references) = milestones.references(subject, &self.setting) {
                self.references = references;
            }
            self.subject = Some(subject.clone());
        }
        self
    }

    /// What the page lists: it is made, unless it is known.
    pub(in crate::tui::document) fn lists(&self, make: impl FnOnce() -> Lists) -> Rc<Lists> {
        match (self.setting.lengths, &self.subject) {
            (Some(lengths), Some(subject)) => lengths.lists.of(subject, make),
            _ => Rc::new(make()),
        }
    }

    /// The sources as they are met on the page.
    pub(in crate::tui::document) fn references(&self) -> References {
        self.references.clone()
    }

    /// Writes the items of a list, as far as they are asked for.
    pub(in crate::tui::document) fn items<T>(
        &mut self,
        items: &[T],
        mut write: impl FnMut(&mut Self, usize, &T),
    ) {
        let first = self.item;
        self.item += items.len();
        let passed = match self.from {
            Some(from) if from.item >= self.item => return,
            Some(from) => {
                self.from = None;
                self.sheet = Sheet::behind(from.before);
                from.item.saturating_sub(first)
            }
            None => 0,
        };
        self.milestones(|milestones, subject, setting| {
            milestones.begin((items.len(), &self.references), subject, setting);
        });
        for (nth, item) in items.iter().enumerate().skip(passed) {
            if !self.begin_item(first + nth) {
                return;
            }
            write(self, nth, item);
        }
    }

    /// Notes what stands before an item; whether it is asked for.
    fn begin_item(&mut self, item: usize) -> bool {
        let milestone = Milestone {
            item,
            before: self.sheet.counts(),
        };
        self.milestones(|milestones, subject, setting| {
            milestones.note(milestone, subject, setting);
        });
        let folded = self.folded.as_ref().map_or(0, |it| it.text().len());
        if folded >= self.enough {
            self.stopped.get_or_insert(item);
        }
        !self.is_full()
    }

    fn milestones(&self, what: impl FnOnce(&Milestones, &Subject, &Setting<'_>)) {
        if let (Some(lengths), Some(subject)) = (self.setting.lengths, &self.subject) {
            what(&lengths.milestones, subject, &self.setting);
        }
    }

    /// What was written.
    pub(in crate::tui::document) fn sheet(self) -> Sheet {
        self.note_end();
        self.sheet
    }

    /// Notes how far its lists were written: what follows has no milestones.
    pub(in crate::tui::document) fn note_end(&self) {
        self.milestones(|milestones, subject, setting| {
            milestones.reach(self.sheet.length(), !self.is_full(), subject, setting);
        });
    }

    /// What was written to be searched, and where it is to go on.
    pub(in crate::tui::document) fn folding(self) -> Folding {
        Folding {
            item: self.stopped,
            text: self.folded.unwrap_or_default(),
        }
    }
}
