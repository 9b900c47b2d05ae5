//! Where a timeline's files are, and whether they have changed.

use std::fs::{self, DirEntry};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::read::{MAX_DEPTH, MAX_FILES, parent, seeds_folder};

/// The folders in which a change can concern the timeline at `path`: its own with all below, and that
/// of the source texts.
///
/// Folders and not files, because editors save by putting another file in the place of the old one.
pub fn folders(path: &Path, seeds: Option<&Path>) -> Vec<PathBuf> {
    let is_directory = path.is_dir();
    let mut folders = Vec::new();
    if is_directory {
        add_with_all_below(path, 0, &mut folders);
    } else {
        folders.push(parent(path));
    }
    let seeds = seeds.map(Path::to_owned);
    let seeds = seeds.or_else(|| seeds_folder(path, is_directory));
    if let Some(seeds) = seeds.filter(|seeds| !folders.contains(seeds)) {
        add_with_all_below(&seeds, 0, &mut folders);
    }
    folders
}

fn add_with_all_below(folder: &Path, depth: usize, folders: &mut Vec<PathBuf>) {
    if depth > MAX_DEPTH || folders.len() >= MAX_FILES {
        return;
    }
    folders.push(folder.to_owned());
    for entry in entries(folder) {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && is_part(entry.file_name().to_string_lossy().as_ref()) {
            add_with_all_below(&entry.path(), depth + 1, folders);
        }
    }
}

/// What cannot be listed has no entries; reading the timeline says why.
fn entries(folder: &Path) -> impl Iterator<Item = DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// Whether a file or folder of that name can be part of a timeline: not what editors leave behind.
pub fn is_part(name: &str) -> bool {
    let is_hidden = name.starts_with(['.', '#']);
    let is_left_behind = name.ends_with(['~', '#']);
    // Vim tries out whether it may write with a file of that name.
    !is_hidden && !is_left_behind && name != "4913"
}

/// What can be seen of files without reading them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces(Vec<(PathBuf, [i128; 4])>);

impl Traces {
    /// Those of every file in some folders.
    pub fn of(folders: &[PathBuf]) -> Self {
        let files = folders.iter().flat_map(|folder| entries(folder));
        let files = files.filter(|entry| is_part(entry.file_name().to_string_lossy().as_ref()));
        let mut traces: Vec<_> = files
            .filter_map(|entry| {
                let of = fs::metadata(entry.path()).ok()?;
                let (size, inode) = (i128::from(of.size()), i128::from(of.ino()));
                let (seconds, rest) = (i128::from(of.mtime()), i128::from(of.mtime_nsec()));
                Some((entry.path(), [seconds, rest, size, inode]))
            })
            .take(MAX_FILES)
            .collect();
        traces.sort();
        Self(traces)
    }
}
