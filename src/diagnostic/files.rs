//! The texts that diagnostics and items point into.

use std::borrow::Cow;

/// A file of a timeline, by its place in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A line and a column, both from 1; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

#[derive(Debug)]
struct File {
    name: String,
    text: Cow<'static, str>,
}

/// The files a timeline was read from, with their texts.
///
/// A file that could not be read stands here with its name and an empty text, so that a
/// diagnostic can name it.
#[derive(Debug, Default)]
pub struct Files {
    list: Vec<File>,
}

impl Files {
    /// Adds a file; `name` is the path as the user would type it, not yet sanitised.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> FileId {
        let id = FileId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(File {
            name: name.into(),
            text: text.into(),
        });
        id
    }

    /// The ids of all files, in the order they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.list.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// The path it was added under; empty for an id of other `Files`.
    pub fn name(&self, id: FileId) -> &str {
        self.list.get(id.0 as usize).map_or("", |file| &file.name)
    }

    /// Its text; empty for an id of other `Files`.
    pub fn text(&self, id: FileId) -> &str {
        self.list.get(id.0 as usize).map_or("", |file| &file.text)
    }

    /// The line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, id: FileId, offset: usize) -> Position {
        let text = self.text(id);
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before
                .get(line_start..)
                .map_or(0, |line| line.chars().count())
                + 1,
        }
    }
}
