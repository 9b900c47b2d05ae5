//! A file that is written whole or not at all.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::load::Loaded;

use super::{FAULT, Failure};

/// What a new file may be used for, less what the umask takes away.
const NEW_FILE: u32 = 0o666;
/// What the user alone may use a file for.
const OWN_FILE: u32 = 0o600;
/// What the user alone may use a folder for.
const OWN_FOLDER: u32 = 0o700;
/// The bits of a file's mode that do not say what kind of file it is.
const ALL_MODES: u32 = 0o7777;

/// Writes a file: first one beside it, which then takes its name.
///
/// Whatever happens on the way, the file is as it was, or not there. One that is there is replaced
/// only if `force` says so, and keeps who may read it. A directory, a device or a link is never
/// replaced.
pub(super) fn write(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>,
) -> Result<(), Failure> {
    let refused = |why: &str| Failure::new(FAULT, format!("{} {why}", path.display()));
    let failed = |error: &io::Error| refused(&format!("cannot be written: {}", reason(error)));
    let old_mode = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(&error)),
        Ok(there) if !there.is_file() => {
            return Err(refused(
                "is no regular file; without -o, the export goes to stdout",
            ));
        }
        Ok(_) if !force => return Err(refused(EXISTS)),
        Ok(there) => Some(there.permissions().mode() & ALL_MODES),
    };
    let written = || {
        let mut file = beside(path, old_mode.unwrap_or(NEW_FILE))?;
        let mut out = BufWriter::new(file.as_file_mut());
        write(&mut out)?;
        out.flush()?;
        drop(out);
        if let Some(mode) = old_mode {
            file.as_file()
                .set_permissions(Permissions::from_mode(mode))?;
        }
        file.as_file().sync_all()?;
        Ok(file)
    };
    let file = written().map_err(|error| failed(&error))?;
    let persisted = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    persisted.map_err(|error| match error.error.kind() {
        // Somebody was faster.
        ErrorKind::AlreadyExists => refused(EXISTS),
        _ => failed(&error.error),
    })?;
    let folder = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
    folder.map_err(|error| failed(&error))
}

/// Puts a text in the place of a file of ours, for its user's eyes alone; makes the folder it is in. The file
/// is as it was, or has all of the text.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut folders = DirBuilder::new();
    folders.recursive(true).mode(OWN_FOLDER);
    folders.create(folder_of(path))?;
    let mut file = beside(path, OWN_FILE)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

const EXISTS: &str = "is there already; --force replaces it";

/// Fails if the file is one that the timeline was read from: data is for the curator to write.
pub(super) fn keep_from_own_timeline(path: &Path, loaded: &Loaded) -> Result<(), Failure> {
    let Ok(target) = path.canonicalize() else {
        return Ok(());
    };
    let files = &loaded.files;
    let mut read = files.ids().map(|id| PathBuf::from(files.name(id)));
    if read.any(|name| name.canonicalize().is_ok_and(|name| name == target)) {
        let message = format!("{} is a file of the timeline itself", path.display());
        return Err(Failure::new(FAULT, message));
    }
    Ok(())
}

/// A new file in the folder of `path`, gone again unless it is given that name. Its own begins with
/// a dot, so that it is never read as a file of a timeline.
fn beside(path: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".astana-").suffix(".tmp");
    builder.permissions(Permissions::from_mode(mode));
    builder.tempfile_in(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Why, without the name of the file beside it, which nobody has asked for.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => String::from("there is no such directory"),
        ErrorKind::NotADirectory => String::from("what should be its directory is none"),
        ErrorKind::PermissionDenied => String::from("permission denied"),
        ErrorKind::ReadOnlyFilesystem => String::from("the file system is read-only"),
        ErrorKind::StorageFull => String::from("the disk is full"),
        _ => error.to_string(),
    }
}
