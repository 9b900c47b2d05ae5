//! What is loaded: texts with names, and where source texts are.

use std::borrow::Cow;

use super::file::{ReadProblem, decode};
use super::seeds::Seeds;

/// The texts of a timeline, read but not yet looked into.
#[derive(Debug)]
pub struct Input {
    pub(super) sources: Vec<(String, Cow<'static, str>)>,
    pub(super) problems: Vec<ReadProblem>,
    pub(super) seeds: Seeds,
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
        Self {
            sources: sources.collect(),
            problems: Vec::new(),
            seeds: Seeds::Embedded(seeds),
        }
    }

    /// One text that is there already; it has no source texts.
    pub fn text(name: impl Into<String>, text: String) -> Self {
        let sources = vec![(name.into(), Cow::Owned(text))];
        Self {
            sources,
            problems: Vec::new(),
            seeds: Seeds::None,
        }
    }

    /// One text as bytes of which nothing is known yet; it has no source texts.
    pub fn bytes(name: &str, bytes: Vec<u8>) -> Self {
        match decode(name, bytes) {
            Ok(text) => Self::text(name, text),
            Err(problem) => Self {
                sources: Vec::new(),
                problems: vec![problem],
                seeds: Seeds::None,
            },
        }
    }

    /// The same with these source texts, by name.
    #[must_use]
    pub fn with_seeds(self, seeds: &'static [(&'static str, &'static str)]) -> Self {
        Self {
            seeds: Seeds::Embedded(seeds),
            ..self
        }
    }
}
