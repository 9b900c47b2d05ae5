//! `astana init`: files to start from.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::builtin;
use crate::text::{Lines, show};

use super::{FAULT, Failure, args, file, print};

/// Writes a timeline into a directory, or nothing at all, and says what to do with it.
pub(super) fn write(dir: &Path, from_builtin: bool) -> Result<ExitCode, Failure> {
    let files = files(dir, from_builtin);
    refuse_what_is_there(dir, &files)?;
    let mut made = Made::default();
    for (path, text) in &files {
        if let Err(error) = made.file(path, text) {
            made.take_back();
            let why = match error.kind() {
                // Somebody was faster.
                ErrorKind::AlreadyExists => String::from("is there already"),
                _ => format!("cannot be written: {}", file::reason(&error)),
            };
            return Err(refused(path, &why));
        }
    }
    print::data(|out| {
        for (path, _) in &files {
            writeln!(out, "{}", show(&path.to_string_lossy(), Lines::One))?;
        }
        let dir = args::quoted(dir);
        let dir = show(&dir, Lines::One);
        let next = "opens it, and there e edits what is selected";
        writeln!(out, "`astana {dir}` {next}; `astana check {dir}` checks it")
    })
}

/// What is to be written, and where.
fn files(dir: &Path, from_builtin: bool) -> Vec<(PathBuf, &'static str)> {
    let at = |&(name, text): &(&str, &'static str)| (dir.join(name), text);
    if !from_builtin {
        return builtin::TEMPLATE.iter().map(at).collect();
    }
    let seeds = builtin::SEEDS.iter();
    let seeds = seeds.map(|&(name, text)| (dir.join("seeds").join(name), text));
    builtin::DATA.iter().map(at).chain(seeds).collect()
}

/// Fails if something stands where a file or folder is to be, or would be part of the timeline.
fn refuse_what_is_there(dir: &Path, files: &[(PathBuf, &str)]) -> Result<(), Failure> {
    let nearest = dir.ancestors().find(|folder| is_there(folder));
    if let Some(nearest) = nearest.filter(|folder| !folder.is_dir()) {
        return Err(refused(nearest, NO_DIRECTORY));
    }
    for (path, _) in files {
        let folders = path.ancestors().skip(1);
        let mut below = folders.take_while(|folder| *folder != dir);
        if let Some(folder) = below.find(|folder| is_there(folder) && !is_folder(folder)) {
            return Err(refused(folder, NO_DIRECTORY));
        }
        if is_there(path) {
            return Err(refused(path, "is there already"));
        }
    }
    let Ok(entries) = fs::read_dir(dir) else {
        return Ok(());
    };
    let names = entries.flatten().map(|entry| entry.path());
    let mut timelines: Vec<PathBuf> = names.filter(|path| is_timeline(path)).collect();
    timelines.sort();
    timelines.first().map_or(Ok(()), |path| {
        let why = "is there already, and would be part of the timeline; name a new directory";
        Err(refused(path, why))
    })
}

const NO_DIRECTORY: &str = "is there already, and no directory";

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether it is a directory itself: a link to one leads elsewhere.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

fn is_timeline(path: &Path) -> bool {
    let is_hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && path.extension().is_some_and(|end| end == "toml")
}

fn refused(path: &Path, why: &str) -> Failure {
    let message = format!("{} {why}; nothing was written", path.display());
    Failure::new(FAULT, message)
}

/// What was made so far, to be taken back if the rest cannot be made.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    /// Outer ones first.
    folders: Vec<PathBuf>,
}

impl Made {
    /// Makes a file that is not there, in folders that are made if they are not.
    fn file(&mut self, path: &Path, text: &str) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            self.folder(folder)?;
        }
        // What is there, be it a link that leads nowhere, is neither opened nor followed.
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.files.push(path.to_owned());
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder == Path::new("") || folder.is_dir() {
            return Ok(());
        }
        if let Some(outer) = folder.parent() {
            self.folder(outer)?;
        }
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// Takes all of it away again. What cannot be taken away stays: the first failure is the one to
    /// tell of.
    fn take_back(self) {
        for file in self.files {
            fs::remove_file(file).ok();
        }
        for folder in self.folders.iter().rev() {
            fs::remove_dir(folder).ok();
        }
    }
}
