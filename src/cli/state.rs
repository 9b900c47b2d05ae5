//! What one session leaves to the next, in a file: where the reader was in each timeline.
//!
//! It is a convenience and nothing else: whatever is wrong with the file, the program begins at the
//! beginning, and says nothing.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::load::read_text;
use crate::tui::app::View;
use crate::tui::config::{layout_name, layout_named};
use crate::tui::memory::Memory;
use crate::tui::split::Arrangement;

use super::args::Source;
use super::{environment, file};

/// How many timelines are remembered, the latest of them.
const MOST_TIMELINES: usize = 200;
/// The longest filter that is remembered, in bytes.
const LONGEST_FILTER: usize = 4096;
/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// What the timeline in the program is called in the file, where others have their paths, one a line.
const BUILTIN: &str = "builtin";

/// What is remembered of a timeline, and where.
#[derive(Debug)]
pub(super) struct State {
    file: PathBuf,
    timeline: String,
}

/// The file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The latest last.
    timelines: Vec<Entry>,
}

/// Where the reader was in a timeline.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    timeline: String,
    view: String,
    event: Option<String>,
    filter: String,
    layout: Option<String>,
}

impl State {
    /// That of a timeline; nothing for text piped in, and where nothing can be kept.
    pub(super) fn of(source: &Source) -> Option<Self> {
        if source.has_stdin() {
            return None;
        }
        let mut layers = Vec::new();
        if source.has_builtin() {
            layers.push(BUILTIN.to_owned());
        }
        for path in source.on_disk() {
            layers.push(path.canonicalize().ok()?.to_str()?.to_owned());
        }
        Some(Self {
            file: environment::state_file()?,
            timeline: layers.join("\n"),
        })
    }

    /// Where the reader was last, if that is known.
    pub(super) fn recall(&self) -> Option<Memory> {
        let kept = self.read()?;
        let mine = |entry: &Entry| entry.timeline == self.timeline;
        let entry = kept.timelines.into_iter().rfind(mine)?;
        Some(Memory {
            view: View::ALL
                .into_iter()
                .find(|view| key(*view) == entry.view)?,
            event: entry.event,
            filter: entry.filter,
            layout: entry.layout.as_deref().and_then(layout_named),
        })
    }

    /// Keeps where the reader is. A layout that the configuration has anyway is not kept: whoever changes that wants
    /// the change.
    pub(super) fn keep(&self, memory: &Memory, configured: Option<Arrangement>) {
        let mut kept = self.read().unwrap_or_default();
        kept.timelines
            .retain(|entry| entry.timeline != self.timeline);
        let layout = memory.layout.filter(|layout| Some(*layout) != configured);
        let is_short = memory.filter.len() <= LONGEST_FILTER;
        kept.timelines.push(Entry {
            timeline: self.timeline.clone(),
            view: key(memory.view),
            event: memory.event.clone(),
            filter: if is_short {
                memory.filter.clone()
            } else {
                String::new()
            },
            layout: layout.map(|layout| layout_name(Some(layout)).to_owned()),
        });
        let surplus = kept.timelines.len().saturating_sub(MOST_TIMELINES);
        kept.timelines.drain(..surplus);
        if let Ok(text) = serde_json::to_string_pretty(&kept) {
            // The session went well; that nothing is left of it is no reason to say otherwise.
            drop(file::replace(&self.file, &text));
        }
    }

    /// What is kept, if it is there and can be read: a later form of it will have another name.
    fn read(&self) -> Option<Kept> {
        let text = read_text(&self.file, MAX_BYTES).ok()?;
        serde_json::from_str(&text).ok()
    }
}

/// What a view is called in the file.
fn key(view: View) -> String {
    view.name().to_lowercase()
}
