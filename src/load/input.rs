//! What is loaded: texts with names, and where source texts are.

use std::borrow::Cow;

use crate::diagnostic::Code;

use super::read::decode;
use super::seeds::Seeds;

/// The texts of a timeline, read but not yet looked into.
#[derive(Debug)]
pub struct Input {
    pub(super) sources: Vec<(String, Cow<'static, str>)>,
    pub(super) problems: Vec<ReadProblem>,
    pub(super) seeds: Seeds,
}

/// A file or directory that could not be read.
#[derive(Debug)]
pub(super) struct ReadProblem {
    pub(super) name: String,
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl ReadProblem {
    pub(super) fn new(name: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code,
            message: message.into(),
            help: None,
        }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
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
