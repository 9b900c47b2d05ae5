//! How much of a timeline is read before the rest.

use std::path::{Path, PathBuf};

/// How much is read of a timeline to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Of files whose names differ only in their digits so many, the first ones: they hold more of the same.
    pub files: usize,
    /// The most of a file, in bytes.
    pub bytes: usize,
}

impl Share {
    /// What is read one after the other until that is all there is. Each share is many times the one before: going
    /// over the same text again costs little of what the rest takes.
    pub const ALL: [Self; 3] = [
        Self {
            files: 2,
            bytes: 64 * 1024,
        },
        Self {
            files: 4,
            bytes: 1024 * 1024,
        },
        Self {
            files: 16,
            bytes: 8 * 1024 * 1024,
        },
    ];

    /// Leaves of files whose names differ only in their digits the first ones; whether there were more. `files` are
    /// in order, at least within their folders.
    pub(super) fn keep_first<T>(self, files: &mut Vec<T>, path: impl Fn(&T) -> PathBuf) -> bool {
        let count = files.len();
        let mut run = (PathBuf::new(), 0);
        files.retain(|file| {
            let path = path(file);
            let name = path.with_file_name(name_without_digits(&path));
            if run.0 != name {
                run = (name, 0);
            }
            run.1 += 1;
            run.1 <= self.files || path.extension().is_none_or(|extension| extension != "toml")
        });
        files.len() < count
    }
}

fn name_without_digits(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.chars().filter(|c| !c.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::Share;

    #[test]
    fn of_files_that_are_numbered_the_first_ones_are_read() {
        let names = [
            "1.toml", "2.toml", "3.toml", "a-1.toml", "a-2.toml", "a.toml", "x1", "x2", "x3",
        ];
        let mut paths: Vec<PathBuf> = names.map(PathBuf::from).into();
        let [share, ..] = Share::ALL;
        assert!(share.keep_first(&mut paths, PathBuf::clone));
        let left = [
            "1.toml", "2.toml", "a-1.toml", "a-2.toml", "a.toml", "x1", "x2", "x3",
        ];
        assert_eq!(paths, left.map(PathBuf::from));
        assert!(!share.keep_first(&mut paths, PathBuf::clone));
    }
}
