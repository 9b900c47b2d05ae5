//! The texts that diagnostics and items point into.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::text::Whole;

use super::At;

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

/// Where a text is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// The program itself.
    #[default]
    Program,
    /// Text piped in.
    Stdin,
    /// A file, which can be edited and read anew.
    File,
}

#[derive(Debug)]
struct File {
    name: String,
    origin: Origin,
    text: Arc<Cow<'static, str>>,
    /// Where the lines begin, found when the first position is asked for: a file with many
    /// mistakes is not read again for each.
    lines: OnceLock<Vec<usize>>,
}

impl File {
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let behind = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(behind).collect()
        })
    }
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
        self.add_from(Origin::File, name, text)
    }

    /// Adds a text that may be from elsewhere.
    pub fn add_from(
        &mut self,
        origin: Origin,
        name: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
    ) -> FileId {
        let id = FileId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(File {
            name: name.into(),
            origin,
            text: Arc::new(text.into()),
            lines: OnceLock::new(),
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

    /// Where it is from; an id of other `Files` leads to no file that could be edited.
    pub fn origin(&self, id: FileId) -> Origin {
        let file = self.list.get(id.0 as usize);
        file.map_or(Origin::Program, |file| file.origin)
    }

    /// Its text; empty for an id of other `Files`.
    pub fn text(&self, id: FileId) -> &str {
        self.list
            .get(id.0 as usize)
            .map_or("", |file| file.text.as_ref())
    }

    /// Its text, to take parts of that outlive this list.
    pub fn whole(&self, id: FileId) -> Whole {
        let text = self.list.get(id.0 as usize).map(|file| &file.text);
        Whole::shared(text.cloned().unwrap_or_default())
    }

    /// The line in which a place begins; none for a file as a whole.
    pub fn line(&self, at: At) -> Option<usize> {
        match at {
            At::File(_) => None,
            At::Text(span) => Some(self.position(span.file, span.range().start).line),
        }
    }

    /// The line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, id: FileId, offset: usize) -> Position {
        let Some(file) = self.list.get(id.0 as usize) else {
            return Position { line: 1, column: 1 };
        };
        let lines = file.lines();
        let line = lines.partition_point(|&start| start <= offset);
        let start = lines.get(line - 1).copied().unwrap_or_default();
        let before = file.text.get(start..offset);
        let before = before
            .or_else(|| file.text.get(start..))
            .unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn lines_and_columns_count_from_one_and_columns_by_characters() {
        let mut files = Files::default();
        let file = files.add("a.toml", "ab\nйц\n\nx");
        for (offset, at) in [
            (0, (1, 1)),
            (2, (1, 3)),
            (3, (2, 1)),
            (5, (2, 2)),
            (7, (2, 3)),
            (8, (3, 1)),
            (9, (4, 1)),
            (10, (4, 2)),
            (99, (4, 2)),
        ] {
            let position = files.position(file, offset);
            assert_eq!((position.line, position.column), at, "{offset}");
        }
    }
}
