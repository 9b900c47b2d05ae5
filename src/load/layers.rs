//! Layers while they are loaded: which one a file is of, and where that one has its source texts.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, FileId, Files};

use super::fields::Located;
use super::input::Input;
use super::seeds::{Refusal, Seeds};

/// The layers of a timeline, by their numbers; the bottom one is 0.
pub(super) struct Layers {
    of: HashMap<FileId, usize>,
    seeds: Vec<Seeds>,
    /// Whether there is more than these texts: what they refer to may stand in the rest.
    pub(super) is_beginning: bool,
}

impl Layers {
    /// Adds the texts of all layers to `files`, the bottom one first; then what could not be read,
    /// which becomes diagnostics.
    pub(super) fn add(
        input: Input,
        files: &mut Files,
        problems: &mut Vec<Diagnostic>,
    ) -> (Self, Vec<FileId>) {
        let mut layers = Self {
            of: HashMap::new(),
            seeds: Vec::with_capacity(input.layers.len()),
            is_beginning: false,
        };
        let mut unread = Vec::new();
        for layer in input.layers {
            for (name, text) in layer.sources {
                let file = files.add_from(layer.origin, name, text);
                layers.of.insert(file, layers.seeds.len());
            }
            let of_layer = layer.problems.into_iter();
            unread.extend(of_layer.map(|problem| (layer.origin, problem)));
            layers.seeds.push(layer.seeds);
        }
        let readable = files.ids().collect();
        let unread = unread.into_iter();
        problems.extend(unread.map(|(origin, problem)| problem.diagnostic(origin, files)));
        (layers, readable)
    }

    /// The same for texts that are not all there is; source texts are left for later.
    pub(super) fn of_a_beginning(mut self) -> Self {
        self.is_beginning = true;
        self.seeds.fill_with(|| Seeds::None);
        self
    }

    /// The layer that a file is of.
    pub(super) fn of(&self, file: FileId) -> Option<usize> {
        self.of.get(&file).copied()
    }

    /// The text that a source's `file` names, in the seeds folder of the layer that the source
    /// stands in.
    pub(super) fn source_text(&self, file: &Located<String>) -> Result<Arc<str>, Refusal> {
        let layer = self.of(file.span.file);
        let seeds = layer.and_then(|layer| self.seeds.get(layer));
        seeds.unwrap_or(&Seeds::None).text(&file.value)
    }
}
