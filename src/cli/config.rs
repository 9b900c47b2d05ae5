//! The configuration as it stands in its file.

use std::fs::symlink_metadata;
use std::io::ErrorKind;
use std::path::Path;

use crate::diagnostic::{Counts, Diagnostic, Origin, render};
use crate::load::{Loaded, read_text};
use crate::tui::config::{self, Config};
use crate::tui::keymap::{Action, Context};

use super::environment;

/// The longest configuration that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// Reads the configuration, if there is one. What is wrong in it is added to what is wrong with the
/// timeline; a sentence that says so comes back with it.
pub(super) fn load(loaded: &mut Loaded) -> (Config, Option<String>) {
    let file = environment::config_file().filter(|path| is_there(path));
    let Some(path) = file else {
        return (Config::default(), None);
    };
    let (config, problems) = read(&path, loaded);
    let notice = (!problems.is_empty()).then(|| notice(&config, &problems));
    loaded.diagnostics.extend(problems);
    (config, notice)
}

/// Whether something stands at a path, even if it cannot be read.
fn is_there(path: &Path) -> bool {
    match symlink_metadata(path) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

fn read(path: &Path, loaded: &mut Loaded) -> (Config, Vec<Diagnostic>) {
    match read_text(path, MAX_BYTES) {
        Ok(text) => {
            let file = loaded.files.add(path.to_string_lossy(), text);
            config::read(loaded.files.text(file), file)
        }
        Err(problem) => {
            let problem = problem.diagnostic(Origin::File, &mut loaded.files);
            (Config::default(), vec![problem])
        }
    }
}

fn notice(config: &Config, problems: &[Diagnostic]) -> String {
    let summary = render::summary(Counts::of(problems));
    let keys = config.keymap.keys(Action::Problems, Context::View);
    let what = keys
        .first()
        .map_or_else(String::new, |key| format!("; {key} says what"));
    format!("{summary} in the configuration{what}")
}
