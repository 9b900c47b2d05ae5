//! How far a document is read: what of it is in sight, and which of its links is focused.

use super::document::{Link, Sheet};

/// The state of a pane that shows a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// The first line in sight.
    pub scroll: usize,
    /// The link that Enter follows, among the document's.
    pub link: Option<usize>,
}

impl Reading {
    /// Goes to the next link in sight, or scrolls a line where there is none; `page` lines are in
    /// sight.
    pub fn next(&mut self, sheet: &Sheet, page: usize) {
        let from = self
            .focused_in_sight(sheet, page)
            .map_or_else(|| sheet.links_before(self.scroll), |link| link + 1);
        let next = sheet.link(from);
        if next.is_some_and(|link| link.line() < self.scroll + page) {
            self.link = Some(from);
        } else {
            self.scroll_to(self.scroll + 1, sheet, page);
            self.link = self.focused_in_sight(sheet, page).or_else(|| {
                next.filter(|link| link.line() < self.scroll + page)
                    .map(|_| from)
            });
        }
    }

    /// Goes to the link before, or scrolls a line back.
    pub fn previous(&mut self, sheet: &Sheet, page: usize) {
        let end = self
            .focused_in_sight(sheet, page)
            .unwrap_or_else(|| sheet.links_before(self.scroll + page));
        let before = end.checked_sub(1);
        let line = before.and_then(|at| sheet.link(at)).map(Link::line);
        if line.is_some_and(|line| line >= self.scroll) {
            self.link = before;
        } else {
            self.scroll_to(self.scroll.saturating_sub(1), sheet, page);
            self.link = self
                .focused_in_sight(sheet, page)
                .or_else(|| before.filter(|_| line.is_some_and(|line| line >= self.scroll)));
        }
    }

    /// Scrolls to a line, at most so far that the last one is at the bottom; a link out of sight loses
    /// the focus.
    pub fn scroll_to(&mut self, line: usize, sheet: &Sheet, page: usize) {
        self.scroll = line.min(sheet.length().saturating_sub(page));
        self.link = self.focused_in_sight(sheet, page);
    }

    /// The focused link, if it is in sight.
    pub fn focused_in_sight(&self, sheet: &Sheet, page: usize) -> Option<usize> {
        let in_sight = |at: &usize| {
            let line = sheet.link(*at).map(Link::line);
            line.is_some_and(|line| (self.scroll..self.scroll + page).contains(&line))
        };
        self.link.filter(in_sight)
    }

    /// After a change of the pane: scrolls no further than to the end, and brings the focused link into
    /// sight.
    pub fn settle(&mut self, sheet: &Sheet, page: usize) {
        let line = self.link.and_then(|at| sheet.link(at));
        match line.map(Link::line) {
            Some(line) if line < self.scroll => self.scroll = line,
            Some(line) if line >= self.scroll + page => self.scroll = line + 1 - page,
            _ => {}
        }
        self.scroll_to(self.scroll, sheet, page);
    }

    /// Focuses a link and brings it into sight, a third of the way down where it was not.
    pub fn go_to(&mut self, at: usize, sheet: &Sheet, page: usize) {
        let Some(line) = sheet.link(at).map(Link::line) else {
            return;
        };
        if !(self.scroll..self.scroll + page).contains(&line) {
            self.scroll_to(line.saturating_sub(page / 3), sheet, page);
        }
        self.link = Some(at);
    }
}
