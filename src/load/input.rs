//! What is loaded: texts with names, and where source texts are.

use std::borrow::Cow;

use crate::diagnostic::Origin;

use super::excerpt::excerpt;
use super::file::{ReadProblem, decode};
use super::seeds::Seeds;
use super::share::Share;

/// The texts of a timeline, read but not yet looked into: one layer, or several over each other.
///
/// Layers are one timeline: each refers to the items of the others. Of an id that stands in two, the
/// item of the earlier layer is shown; the `[timeline]` table is that of the first layer that has
/// one. A source's text is looked for in the seeds folder of its own layer.
#[derive(Debug)]
pub struct Input {
    pub(super) layers: Vec<Layer>,
}

/// What comes from one place, with source texts of its own.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) origin: Origin,
    pub(super) sources: Vec<(String, Cow<'static, str>)>,
    pub(super) problems: Vec<ReadProblem>,
    pub(super) seeds: Seeds,
}

impl Layer {
    fn text(name: String, text: String) -> Self {
        Self {
            origin: Origin::Stdin,
            sources: vec![(name, Cow::Owned(text))],
            problems: Vec::new(),
            seeds: Seeds::None,
        }
    }
}

impl From<Layer> for Input {
    fn from(layer: Layer) -> Self {
        Self {
            layers: vec![layer],
        }
    }
}

impl Input {
    /// Texts embedded in the program: a timeline's files and its source texts, by name.
    pub fn embedded(
        files: &'static [(&'static str, &'static str)],
        seeds: &'static [(&'static str, &'static str)],
    ) -> Self {
        let sources = files
            .iter()
            .map(|&(name, text)| (format!("data/{name}"), text.into()));
        let layer = Layer {
            origin: Origin::Program,
            sources: sources.collect(),
            problems: Vec::new(),
            seeds: Seeds::Embedded(seeds),
        };
        layer.into()
    }

    /// One text that is there already; it has no source texts.
    pub fn text(name: impl Into<String>, text: String) -> Self {
        Layer::text(name.into(), text).into()
    }

    /// One text as bytes of which nothing is known yet; it has no source texts.
    pub fn bytes(name: &str, bytes: Vec<u8>) -> Self {
        let layer = match decode(name, bytes) {
            Ok(text) => Layer::text(name.to_owned(), text),
            Err(problem) => Layer {
                origin: Origin::Stdin,
                sources: Vec::new(),
                problems: vec![problem],
                seeds: Seeds::None,
            },
        };
        layer.into()
    }

    /// A share of one text, and whether there is more of it; no text if it is none.
    pub fn share_of(name: &str, bytes: &[u8], share: Share) -> (Self, bool) {
        let how = (share.bytes, share.seeks_event);
        let (text, is_cut) = excerpt(&bytes, bytes.len() as u64, how).unwrap_or_default();
        (Layer::text(name.to_owned(), text).into(), is_cut)
    }

    /// All of them over each other, the first at the bottom. One alone is as it was.
    pub fn layered(inputs: impl IntoIterator<Item = Self>) -> Self {
        let layers = inputs.into_iter().flat_map(|input| input.layers);
        Self {
            layers: layers.collect(),
        }
    }

    /// The same with these source texts, by name, for every layer.
    #[must_use]
    pub fn with_seeds(mut self, seeds: &'static [(&'static str, &'static str)]) -> Self {
        for layer in &mut self.layers {
            layer.seeds = Seeds::Embedded(seeds);
        }
        self
    }
}
