//! A speaker's head and quotes, one below the other, of which only what is looked at is set.
//!
//! A speaker may have said thousands of things; how long all of it is, is never asked for.

use std::collections::BTreeMap;

use crate::tui::app::{App, QuoteScroll};
use crate::tui::search::{self, Hit, Item};

use super::{Line, Setting, Sheet, quote, speaker};

/// A line of a column: of which block, and which of its lines. Block 0 is the head, the others are
/// quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    /// The block.
    pub block: usize,
    /// The line, from the block's first.
    pub line: usize,
}

impl Spot {
    /// A block's first line.
    pub const fn top_of(block: usize) -> Self {
        Self { block, line: 0 }
    }
}

/// The selected speaker's head and quotes; each block ends with a blank line.
pub struct Column<'a> {
    app: &'a App,
    setting: Setting<'a>,
    current: Option<Hit>,
    heights: BTreeMap<usize, usize>,
}

impl<'a> Column<'a> {
    /// What is searched for is highlighted if `setting` has it, and then the hit the reader is at too.
    pub fn of(app: &'a App, setting: Setting<'a>) -> Self {
        Self {
            app,
            setting,
            current: setting.forms.and_then(|_| search::current(app)),
            heights: BTreeMap::new(),
        }
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        1 + self.app.speaker_quotes().len()
    }

    /// The block of the selected quote; of the first, if there is none.
    pub fn selected(&self) -> usize {
        let selected = self.app.selected_quote();
        let mut quotes = self.app.speaker_quotes().iter();
        let at = quotes.position(|&at| Some(at) == selected);
        at.unwrap_or(0) + 1
    }

    /// A block as it is drawn.
    pub fn block(&self, block: usize) -> Sheet {
        let timeline = &self.app.timeline;
        let setting = |item: Item| Setting {
            current: self
                .current
                .filter(|hit| hit.item == item)
                .map(|hit| hit.nth),
            ..self.setting
        };
        let Some(quotes_before) = block.checked_sub(1) else {
            let Some(selected) = self.app.selected_speaker() else {
                return Sheet::default();
            };
            let mut head = speaker(timeline, selected, setting(Item::Speaker(selected)));
            head.lines.push(Line::default());
            return head;
        };
        let at = self.app.speaker_quotes().get(quotes_before).copied();
        at.map(|at| quote(timeline, at, setting(Item::Quote(at))))
            .unwrap_or_default()
    }

    /// How many lines a block has.
    pub fn height(&mut self, block: usize) -> usize {
        if let Some(&known) = self.heights.get(&block) {
            return known;
        }
        let height = self.block(block).lines.len();
        self.heights.insert(block, height);
        height
    }

    /// The place behind the last line.
    pub fn end(&self) -> Spot {
        Spot::top_of(self.blocks())
    }

    /// So many lines further down, at most behind the last.
    pub fn below(&mut self, from: Spot, lines: usize) -> Spot {
        let (mut spot, mut lines) = (from, lines);
        while spot < self.end() {
            let left = self.height(spot.block).saturating_sub(spot.line);
            if lines < left {
                spot.line += lines;
                return spot;
            }
            lines -= left;
            spot = Spot::top_of(spot.block + 1);
        }
        self.end()
    }

    /// So many lines further up, at most the first.
    pub fn above(&mut self, from: Spot, lines: usize) -> Spot {
        let (mut spot, mut lines) = (from, lines);
        while lines > spot.line {
            lines -= spot.line;
            let Some(before) = spot.block.checked_sub(1) else {
                return Spot::default();
            };
            spot.block = before;
            spot.line = self.height(before);
        }
        spot.line -= lines;
        spot
    }

    /// The first line in sight.
    pub fn top(&mut self) -> Spot {
        let QuoteScroll { quote, line } = self.app.quotes.scroll;
        let mut quotes = self.app.speaker_quotes().iter();
        let block = match quote {
            None => Some(0),
            Some(quote) => quotes.position(|&at| at == quote).map(|at| at + 1),
        };
        block.map_or_else(Spot::default, |block| Spot {
            block,
            line: line.min(self.height(block).saturating_sub(1)),
        })
    }

    /// What is scrolled to, to have `top` as the first line in sight.
    pub fn scroll(&self, top: Spot) -> QuoteScroll {
        let quotes = self.app.speaker_quotes();
        QuoteScroll {
            quote: top
                .block
                .checked_sub(1)
                .and_then(|at| quotes.get(at))
                .copied(),
            line: top.line,
        }
    }
}
