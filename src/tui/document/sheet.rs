//! What was written on a page: lines, links and hits.

use std::ops::Range;

use crate::tui::subject::Subject;

use super::Line;

/// How much of a page stands before a place on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) lines: usize,
    pub(super) hits: usize,
    pub(super) links: usize,
}

/// What was written: the lines, and where in them the hits are.
///
/// Of a long page it may be a part: what stands before that is counted only. Numbers of lines, hits and links
/// are those of the whole page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The lines.
    pub lines: Vec<Line>,
    /// For each hit the line on which it begins.
    pub hits: Vec<usize>,
    /// What leads somewhere, in reading order.
    pub links: Vec<Link>,
    /// What stands before them.
    before: Before,
}

impl Sheet {
    /// An empty sheet that begins so far down its page.
    pub(super) fn behind(before: Before) -> Self {
        Self {
            before,
            ..Self::default()
        }
    }

    /// How much of the page there is with this sheet.
    pub(super) const fn counts(&self) -> Before {
        Before {
            lines: self.before.lines + self.lines.len(),
            hits: self.before.hits + self.hits.len(),
            links: self.before.links + self.links.len(),
        }
    }

    /// The number of lines, with those that stand before.
    pub const fn length(&self) -> usize {
        self.counts().lines
    }

    /// A line.
    pub fn line(&self, number: usize) -> Option<&Line> {
        self.lines.get(number.checked_sub(self.before.lines)?)
    }

    /// The lines from one on.
    pub fn lines_from(&self, number: usize) -> &[Line] {
        let from = number.saturating_sub(self.before.lines);
        self.lines.get(from..).unwrap_or_default()
    }

    /// The line on which a hit begins.
    pub fn hit(&self, number: usize) -> Option<usize> {
        let place = number.checked_sub(self.before.hits)?;
        self.hits.get(place).copied()
    }

    pub(super) fn hit_mut(&mut self, number: usize) -> Option<&mut usize> {
        self.hits.get_mut(number.checked_sub(self.before.hits)?)
    }

    /// How many hits begin before a line of this sheet.
    pub fn hits_before(&self, line: usize) -> usize {
        self.before.hits + self.hits.partition_point(|&hit| hit < line)
    }

    /// A link.
    pub fn link(&self, number: usize) -> Option<&Link> {
        self.links.get(number.checked_sub(self.before.links)?)
    }

    pub(super) fn link_mut(&mut self, number: usize) -> Option<&mut Link> {
        self.links.get_mut(number.checked_sub(self.before.links)?)
    }

    /// The links with their numbers.
    pub fn numbered_links(&self) -> impl Iterator<Item = (usize, &Link)> {
        (self.before.links..).zip(&self.links)
    }

    /// How many links begin before a line of this sheet.
    pub fn links_before(&self, line: usize) -> usize {
        self.before.links + self.links.partition_point(|link| link.line() < line)
    }

    /// Whether the line before the next one is blank, or there is none.
    pub(super) fn is_after_gap(&self) -> bool {
        match self.lines.last() {
            Some(line) => line.runs.is_empty(),
            None => self.before.lines == 0,
        }
    }
}

/// A name, a number or an address that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub subject: Subject,
    /// The lines it stands on, with its columns there; none if wrapping left nothing of it.
    pub spans: Vec<(usize, Range<usize>)>,
    /// The first line of its paragraph.
    begins: usize,
}

impl Link {
    pub(super) const fn new(subject: Subject, begins: usize) -> Self {
        Self {
            subject,
            spans: Vec::new(),
            begins,
        }
    }

    /// The line on which it begins.
    pub fn line(&self) -> usize {
        self.spans.first().map_or(self.begins, |(line, _)| *line)
    }

    /// Whether it covers a column of a line.
    pub fn covers(&self, line: usize, column: usize) -> bool {
        let mut spans = self.spans.iter();
        spans.any(|(on, columns)| *on == line && columns.contains(&column))
    }
}
