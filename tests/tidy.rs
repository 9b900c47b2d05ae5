//! The house rules that no lint knows, read off the source tree.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "to the lint, only what is marked as a test is one"
)]

mod code;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use astana::builtin;

use code::{CodePath, Token, paths, tokens};

/// The rings, innermost first: an import points down or stays in its ring. Outside `tui` a module
/// has the ring of its top level, in `tui` that of the second.
const RINGS: [&[&str]; 5] = [
    &["timeline", "diagnostic", "text"],
    &["load", "query", "export", "map", "builtin"],
    &[
        "tui::app",
        "tui::axis",
        "tui::config",
        "tui::detail",
        "tui::document",
        "tui::glyphs",
        "tui::heading",
        "tui::keymap",
        "tui::layout",
        "tui::matrix",
        "tui::memory",
        "tui::message",
        "tui::mouse",
        "tui::moved",
        "tui::overlay",
        "tui::reading",
        "tui::rows",
        "tui::search",
        "tui::split",
        "tui::subject",
        "tui::update",
        "tui::views",
    ],
    &["tui::view", "tui::theme", "tui::picture"],
    &["main", "lib", "cli", "tui::shell"],
];

/// What only some modules may use: a path, and the modules; a longer path overrules a shorter one.
const RESERVED: [(&str, &[&str]); 11] = [
    (
        "ratatui",
        &[
            "tui::view",
            "tui::theme",
            "tui::picture",
            "tui::shell",
            "cli",
        ],
    ),
    ("ratatui::layout", &["tui", "cli::args", "cli::render"]),
    ("ratatui::crossterm", &["tui::shell"]),
    ("crossterm", &["tui::shell"]),
    ("rustix", &["load", "tui::shell"]),
    ("std::env", &["main", "cli"]),
    ("etcetera", &["cli"]),
    ("std::fs", &["load", "cli"]),
    ("tempfile", &["cli::file"]),
    ("std::thread", &["load", "tui::shell"]),
    // D7: nothing that is shown depends on what day it is.
    ("std::time", &["tui::shell"]),
];

/// The most lines a file of the program may have.
const MOST_LINES: usize = 400;

#[test]
fn every_module_has_a_ring() {
    let sources = Source::all();
    // `tui` itself only declares its modules.
    let modules = sources.iter().filter(|source| source.module != ["tui"]);
    let lost = modules.filter(|source| ring(&source.module).is_none());
    let lost = lost.map(|source| {
        let module = source.module.join("::");
        format!(
            "{}: `{module}` has no ring: add it to RINGS in tests/tidy.rs and to the table in src/lib.rs",
            source.name
        )
    });
    assert_none("a module without a ring", lost);
}

#[test]
fn imports_point_down_or_stay_in_their_ring() {
    let sources = Source::all();
    let modules: BTreeSet<Vec<String>> = sources.iter().map(|s| s.module.clone()).collect();
    let mut problems = Vec::new();
    for source in &sources {
        let Some(from) = ring(&source.module) else {
            continue;
        };
        for path in source.paths() {
            let Some(target) = path.target(&source.module, &modules) else {
                continue;
            };
            let stays = !target.is_empty() && target[0] == source.module[0] && target[0] != "tui";
            let what = match ring(&target) {
                _ if stays => continue,
                Some(to) if to <= from => continue,
                Some(to) => format!("ring {from} imports from ring {to}"),
                None if from == RINGS.len() - 1 => continue,
                None => String::from("the import must name a module that has a ring"),
            };
            problems.push(format!("{}:{}: {what}: `{}`", source.name, path.line, path));
        }
    }
    assert_none("an import that points up", problems);
}

#[test]
fn terminal_files_environment_and_threads_are_used_where_they_belong() {
    let mut problems = Vec::new();
    for source in Source::all() {
        for path in source.paths() {
            let name = path.to_string();
            let rules = RESERVED.iter().filter(|(what, _)| is_within(&name, what));
            let Some((what, places)) = rules.max_by_key(|(what, _)| what.len()) else {
                continue;
            };
            let module = source.module.join("::");
            if !places.iter().any(|place| is_within(&module, place)) {
                let places = places.join(", ");
                problems.push(format!(
                    "{}:{}: `{name}`: {what} is for {places} only",
                    source.name, path.line
                ));
            }
        }
    }
    assert_none("something used where it does not belong", problems);
}

#[test]
fn only_the_theme_names_a_colour() {
    let sources = Source::all();
    // The pen says in bytes what the theme has chosen.
    let allowed = ["src/tui/theme.rs", "src/tui/shell/style.rs"];
    let sources = sources
        .iter()
        .filter(|source| !allowed.contains(&source.name.as_str()));
    let named = sources.flat_map(|source| {
        let tokens = tokens(&source.code()).into_iter();
        let colours = tokens.filter(|(_, token)| *token == Token::Word(String::from("Color")));
        colours.map(|(line, _)| format!("{}:{line}: `Color`", source.name))
    });
    assert_none("a colour outside the theme", named);
}

#[test]
fn g6_neither_library_nor_program_may_be_unsafe() {
    for name in ["src/lib.rs", "src/main.rs"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let forbids = text.lines().any(|line| line == "#![forbid(unsafe_code)]");
        assert!(forbids, "{name}");
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(
        manifest
            .lines()
            .any(|line| line == "unsafe_code = \"forbid\"")
    );
}

#[test]
fn g11_no_invisible_character_stands_raw_in_a_file_of_ours() {
    let mut problems = Vec::new();
    for name in ["src", "tests", "docs", "data", "template"] {
        for file in files_below(&root().join(name)) {
            invisible_in(&file, &mut problems);
        }
    }
    for name in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"] {
        invisible_in(&root().join(name), &mut problems);
    }
    assert_none("an invisible character; write it as an escape", problems);
}

#[test]
fn no_source_file_is_too_long_to_read_in_one_sitting() {
    let sources = Source::all();
    let long = sources.iter().filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > MOST_LINES).then(|| format!("{}: {lines} lines", source.name))
    });
    assert_none("a file to be split", long);
}

#[test]
fn no_test_file_is_forgotten() {
    let tests = root().join("tests");
    let mut reached = BTreeSet::new();
    reach(&tests.join("main.rs"), &tests, &mut reached);
    let written = files_below(&tests).into_iter().filter(|file| is_rust(file));
    let forgotten = written.filter(|file| !reached.contains(file));
    let forgotten = forgotten.map(|file| format!("{}: no `mod` leads to it", name_of(&file)));
    assert_none("a test file that never runs", forgotten);
}

#[test]
fn every_file_of_the_timeline_is_embedded() {
    let mut problems = Vec::new();
    for (folder, files) in [
        ("data", builtin::DATA),
        ("seeds", builtin::SEEDS),
        ("template", builtin::TEMPLATE),
    ] {
        let folder = root().join(folder);
        let written = files_below(&folder).into_iter();
        let written = written.filter(|file| !folder.ends_with("data") || is_toml(file));
        let written: Vec<PathBuf> = written.collect();
        let embedded: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
        let missing = written.iter().filter(|file| !embedded.contains(file));
        problems.extend(missing.map(|file| format!("{} is not in src/builtin.rs", name_of(file))));
        for (file, (_, text)) in embedded.iter().zip(files) {
            if fs::read_to_string(file).unwrap_or_default() != *text {
                problems.push(format!("{} is embedded otherwise", name_of(file)));
            }
        }
        assert!(
            embedded.is_sorted(),
            "a list in src/builtin.rs is out of order"
        );
    }
    assert_none("a file that the program does not have", problems);
}

/// A file of the program.
struct Source {
    /// From the root of the repository.
    name: String,
    module: Vec<String>,
    text: String,
}

impl Source {
    fn all() -> Vec<Self> {
        let files = files_below(&root().join("src")).into_iter();
        let files = files.filter(|file| is_rust(file)).map(|file| {
            let name = name_of(&file);
            let path = name.trim_start_matches("src/").trim_end_matches(".rs");
            let path = path.trim_end_matches("/mod").split('/');
            Self {
                module: path.map(str::to_owned).collect(),
                text: fs::read_to_string(&file).unwrap(),
                name,
            }
        });
        files.collect()
    }

    /// What is not test code: unit tests stand at the end, and may use anything.
    fn code(&self) -> String {
        let lines = self.text.lines();
        let code = lines.take_while(|line| line.trim() != "#[cfg(test)]");
        code.collect::<Vec<_>>().join("\n")
    }

    fn paths(&self) -> Vec<CodePath> {
        paths(&tokens(&self.code()))
    }
}

/// The ring of a module or of something in it.
fn ring(module: &[String]) -> Option<usize> {
    let name = module.join("::");
    let is_home = |ring: &&[&str]| ring.iter().any(|home| is_within(&name, home));
    RINGS.iter().position(is_home)
}

fn is_within(path: &str, module: &str) -> bool {
    path.strip_prefix(module)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Notes every test file that `file` leads to by `mod`, itself among them.
fn reach(file: &Path, folder: &Path, reached: &mut BTreeSet<PathBuf>) {
    reached.insert(file.to_owned());
    let text = fs::read_to_string(file).unwrap();
    for [first, second, third] in tokens(&text).array_windows() {
        let (Token::Word(keyword), Token::Word(name)) = (&first.1, &second.1) else {
            continue;
        };
        if keyword != "mod" || third.1 != Token::Other(';') {
            continue;
        }
        let below = folder.join(name);
        let file = below.with_extension("rs");
        let file = if file.exists() {
            file
        } else {
            below.join("mod.rs")
        };
        // One with a `#[path]` is no test.
        if file.exists() {
            reach(&file, &below, reached);
        }
    }
}

fn invisible_in(file: &Path, problems: &mut Vec<String>) {
    // Not every page has been written, and not every file is text.
    let Ok(text) = fs::read_to_string(file) else {
        return;
    };
    for (line, text) in text.split('\n').enumerate() {
        for c in text.chars().filter(|&c| is_invisible(c)) {
            let line = line + 1;
            problems.push(format!("{}:{line}: {}", name_of(file), c.escape_unicode()));
        }
    }
}

/// Controls but tab and line feed, `Bidi_Control`, what has no width, fillers, tags.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}'
            | '\u{b}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// From the root of the repository.
fn name_of(file: &Path) -> String {
    let name = file.strip_prefix(root()).unwrap();
    name.to_str().unwrap().to_owned()
}

fn is_rust(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "rs")
}

fn is_toml(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "toml")
}

/// Every file below a folder, in order; none if there is no such folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files = paths.into_iter().flat_map(|path| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    });
    files.collect()
}

#[track_caller]
fn assert_none(what: &str, found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}
