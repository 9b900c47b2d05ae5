//! A document in the making: paragraphs become lines.

mod items;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::text::{Folded, Run, find_all, width, wrap};
use crate::tui::glyphs::Glyphs;
use crate::tui::subject::Subject;

use super::hits::{Set, Style, joined, with_hits, without_hits};
use super::lengths::{Stretch, counted};
use super::milestones::{Milestone, Sought};
use super::paragraph::Paragraph;
use super::references::References;
use super::{Ink, Line, Link, Setting, Sheet};

pub use items::Folding;

/// What a writer writes on.
pub(super) struct Page<'a> {
    setting: Setting<'a>,
    /// No more lines than these are asked for: what would come after them is not even wrapped.
    most: usize,
    /// The lines that are seen: others are counted and say nothing.
    sight: Range<usize>,
    /// What is sought: what stands before it may be left out.
    sought: Sought,
    /// What the page is about, where its milestones are noted.
    subject: Option<Subject>,
    /// The milestone that it is set from, until that is reached.
    from: Option<Milestone>,
    /// The number of the next item of a list.
    item: usize,
    /// The sources that were met.
    references: References,
    /// Whether an address stays in one piece, however long: on paper it is copied, in a pane it
    /// must fit.
    whole_addresses: bool,
    sheet: Sheet,
    /// The paragraphs as they are searched; then none of them is wrapped.
    folded: Option<Folded>,
    /// The item before which folding stopped, since enough was folded.
    stopped: Option<usize>,
    /// How many bytes of folded text are enough.
    enough: usize,
}

impl<'a> Page<'a> {
    pub(super) fn new(setting: Setting<'a>) -> Self {
        Self::in_sight(0..usize::MAX, setting)
    }

    /// A page of which these lines are seen: what would come after them is not written.
    pub(super) fn in_sight(sight: Range<usize>, setting: Setting<'a>) -> Self {
        Self {
            setting,
            most: sight.end,
            sought: Sought::Line(sight.start),
            sight,
            subject: None,
            from: None,
            item: 0,
            references: References::open(),
            whole_addresses: false,
            sheet: Sheet::default(),
            folded: None,
            stopped: None,
            enough: usize::MAX,
        }
    }

    /// A page of which nothing is seen: its links, hits and length are asked for, from what is sought down to a line.
    pub(super) fn outline(sought: Sought, until: usize, setting: Setting<'a>) -> Self {
        Self {
            sight: 0..0,
            sought,
            most: until,
            ..Self::new(setting)
        }
    }

    pub(super) fn on_paper(setting: Setting<'a>) -> Self {
        Self {
            whole_addresses: true,
            ..Self::new(setting)
        }
    }

    /// A page that is not set but searched. What is counted on it is what is highlighted on one
    /// that is set: both have the same paragraphs.
    pub(super) fn to_search(glyphs: &'a Glyphs) -> Self {
        Self {
            folded: Some(Folded::default()),
            ..Self::new(Setting::plain(glyphs, 0))
        }
    }

    pub(super) const fn glyphs(&self) -> &'a Glyphs {
        self.setting.glyphs
    }

    /// Whether nothing more is asked for.
    pub(super) const fn is_full(&self) -> bool {
        let written = self.sheet.counts();
        let is_found = matches!(self.sought, Sought::Hit(hit) if hit < written.hits);
        written.lines >= self.most || is_found || self.stopped.is_some()
    }

    /// What was written to be searched.
    pub(super) fn folded(self) -> Folded {
        self.folded.unwrap_or_default()
    }

    /// A blank line, unless there is one already.
    pub(super) fn gap(&mut self) {
        if !self.sheet.is_after_gap() {
            self.sheet.lines.push(Line::default());
        }
    }

    /// The heading of a section, after a gap.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(0, 0, &[(text, Ink::Heading)]);
    }

    /// Wraps a paragraph without links `left` columns from the edge, its further lines `hang`
    /// columns more.
    pub(super) fn paragraph(&mut self, left: usize, hang: usize, runs: &[(&str, Ink)]) {
        let mut paragraph = Paragraph::new(left, hang);
        for &(text, ink) in runs {
            paragraph = paragraph.text(text, ink);
        }
        self.write(&paragraph);
    }

    /// Wraps facts, with dots between them; nothing for none.
    pub(super) fn facts<'f>(&mut self, ink: Ink, facts: impl IntoIterator<Item = &'f str>) {
        let dot = format!(" {} ", self.setting.glyphs.dot);
        let mut runs = Vec::new();
        for fact in facts {
            if !runs.is_empty() {
                runs.push((dot.as_str(), ink));
            }
            runs.push((fact, ink));
        }
        if !runs.is_empty() {
            self.paragraph(0, 0, &runs);
        }
    }

    /// Wraps a paragraph.
    pub(super) fn write(&mut self, paragraph: &Paragraph<'_>) {
        if self.is_full() || self.from.is_some() {
            return;
        }
        let here = self.sheet.length();
        let glyphs = self.setting.glyphs;
        let mut set: Vec<Set<'_>> = Vec::with_capacity(paragraph.pieces.len());
        let mut text = 0;
        for piece in &paragraph.pieces {
            text += usize::from(!piece.is_joined);
            let mut style = Style {
                text,
                ..Style::plain(piece.ink)
            };
            if let Some(subject) = piece.to.as_ref().filter(|_| self.folded.is_none()) {
                style.link = Some(self.link(subject, piece.goes_on));
            }
            set.push((glyphs.set(&piece.text), style));
        }
        if let Some(folded) = &mut self.folded {
            folded.add_line(&joined(&set));
            return;
        }
        let first_hit = self.sheet.counts().hits;
        let (runs, hits) = match self.setting.forms {
            Some(forms) => with_hits(&set, forms, first_hit),
            None => (without_hits(&set), 0),
        };
        // Where wrapping leaves nothing of a hit, the paragraph stands for it.
        self.sheet.hits.extend(std::iter::repeat_n(here, hits));
        self.wrap(paragraph, &runs);
    }

    /// The stretches in which a text is set `left` columns from the edge.
    pub(super) fn stretches(&self, left: usize, text: &Arc<str>) -> Arc<[Stretch]> {
        let (columns, glyphs) = (self.setting.width.saturating_sub(left), self.glyphs());
        match self.setting.lengths {
            Some(lengths) => lengths.of(text, columns, glyphs),
            None => counted(text, columns, glyphs).into(),
        }
    }

    /// Passes over a text that takes so many lines, leaving them blank, if none of them is in sight and
    /// nothing of it is found; whether it did.
    pub(super) fn pass<'t>(&mut self, lines: usize, text: &dyn Fn() -> Cow<'t, str>) -> bool {
        let from = self.sheet.length();
        let to = from + lines;
        let is_in_sight = from < self.sight.end && to > self.sight.start;
        let glyphs = self.glyphs();
        let has_hits = |forms| !find_all(&glyphs.set(&text()), forms).is_empty();
        if self.folded.is_some() || is_in_sight || self.setting.forms.is_some_and(has_hits) {
            return false;
        }
        let blank = std::iter::repeat_n(Line::default(), lines);
        self.sheet.lines.extend(blank);
        true
    }

    /// The link to something, a new one unless the last one goes on.
    fn link(&mut self, subject: &Subject, goes_on: bool) -> usize {
        let number = self.sheet.counts().links;
        let known = |links: &[Link]| links.iter().rev().position(|it| it.subject == *subject);
        if let Some(back) = goes_on.then(|| known(&self.sheet.links)).flatten() {
            return number - 1 - back;
        }
        let link = Link::new(subject.clone(), self.sheet.length());
        self.sheet.links.push(link);
        number
    }

    fn wrap(&mut self, paragraph: &Paragraph<'_>, runs: &[Run<'_, Style>]) {
        let left = paragraph.left;
        let columns = self.setting.width.saturating_sub(left);
        let hang = paragraph.hang.min(columns / 2);
        let begins = self.sheet.lines.len();
        let mut last_hit = None;
        for (at, line) in wrap(runs, columns, hang).into_iter().enumerate() {
            let left = if at == 0 { left } else { left + hang };
            let mut column = left;
            let number = self.sheet.length();
            let mut set = Line::of(left, Vec::with_capacity(line.len()));
            let mut last_text = line.first().map(|run| run.style.text);
            for run in line {
                if last_text.replace(run.style.text) != Some(run.style.text) {
                    set.parts.push(set.runs.len());
                }
                if let Some(hit) = run.style.hit.filter(|hit| last_hit < Some(*hit)) {
                    last_hit = Some(hit);
                    if let Some(begins) = self.sheet.hit_mut(hit) {
                        *begins = number;
                    }
                }
                let end = column + width(run.text);
                let link = run.style.link.and_then(|at| self.sheet.link_mut(at));
                if let Some(link) = link {
                    link.spans.push((number, column..end));
                }
                column = end;
                if !self.sight.is_empty() && number >= self.sight.start {
                    set.runs.push((run.text.to_owned(), self.ink(run.style)));
                } else if set.runs.is_empty() {
                    // It is told from a blank line, and no more is asked of it.
                    set.runs.push((String::new(), Ink::Plain));
                }
            }
            self.sheet.lines.push(set);
        }
        if let (Some(margin), Some(line)) = (&paragraph.margin, self.sheet.lines.get_mut(begins)) {
            let margin = (format!("{margin:left$}"), Ink::Dim);
            *line = std::mem::take(line).behind(0, margin);
        }
    }

    fn ink(&self, style: Style) -> Ink {
        match style.hit {
            Some(_) if style.hit == self.setting.current => Ink::CurrentHit,
            _ if style.link.is_some() && style.link == self.setting.focused => Ink::Focused,
            Some(_) => Ink::Hit,
            None => style.ink,
        }
    }

    /// An address on a line of its own, or on several if it must fit.
    pub(super) fn address(&mut self, left: usize, url: &str, ink: Ink) {
        if self.whole_addresses {
            self.sheet.lines.push(Line::new(left, url, ink));
        } else {
            self.paragraph(left, 0, &[(url, ink)]);
        }
    }

    /// The beginning of an item of a list: a bullet.
    pub(super) fn item<'p>(&self) -> Paragraph<'p> {
        Paragraph::new(0, 2).text(format!("{} ", self.setting.glyphs.bullet), Ink::Plain)
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::text::{Forms, fold};
    use crate::tui::document::{Ink, Inked, Setting, Sheet};
    use crate::tui::glyphs::UNICODE;

    fn set(needle: &str, width: usize, current: Option<usize>, runs: &[(&str, Ink)]) -> Sheet {
        let forms = Forms::typed(needle, &[fold(needle)]);
        let setting = Setting {
            forms: Some(&forms),
            current,
            ..Setting::plain(&UNICODE, width)
        };
        let mut page = Page::new(setting);
        page.paragraph(0, 0, runs);
        page.sheet()
    }

    fn inked(runs: &[(&str, Ink)]) -> Vec<Inked> {
        runs.iter()
            .map(|(text, ink)| ((*text).to_owned(), *ink))
            .collect()
    }

    #[test]
    fn a_hit_that_is_broken_over_lines_is_one_hit_on_the_line_on_which_it_begins() {
        let runs = [("the joint force met", Ink::Plain)];
        let sheet = set("joint force", 9, None, &runs);
        let lines: Vec<_> = sheet.lines.iter().map(|line| line.runs.clone()).collect();
        assert_eq!(
            lines,
            [
                inked(&[("the ", Ink::Plain), ("joint", Ink::Hit)]),
                inked(&[("force", Ink::Hit), (" met", Ink::Plain)]),
            ]
        );
        assert_eq!(sheet.hits, [0]);
    }

    #[test]
    fn a_hit_goes_over_runs_of_several_inks_and_the_current_one_is_told_apart() {
        let runs = [("an Asta", Ink::Strong), ("na in Astana", Ink::Dim)];
        let sheet = set("astana", 40, Some(1), &runs);
        assert_eq!(
            sheet.lines[0].runs,
            inked(&[
                ("an ", Ink::Strong),
                ("Asta", Ink::Hit),
                ("na", Ink::Hit),
                (" in ", Ink::Dim),
                ("Astana", Ink::CurrentHit),
            ])
        );
        assert_eq!(sheet.hits, [0, 0]);
    }

    #[test]
    fn what_wrapping_leaves_out_is_still_a_hit() {
        let sheet = set("文", 1, None, &[("a文文", Ink::Plain)]);
        assert_eq!(sheet.hits, [0, 0]);
    }
}
