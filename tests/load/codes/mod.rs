//! What is said of every mistake there is, with the excerpt: one approved text for each case.

mod between;
mod configuration;
mod tables;

use std::fs::{self, File};

use astana::diagnostic::render::render;
use astana::diagnostic::{Code, Files};
use astana::load::{Loaded, MAX_FILE_BYTES, MAX_SEED_BYTES, load, read};
use astana::tui::config;

use super::{BASE, codes, load_text, load_with, rendered};

/// A code, the name of a case, and TOML with that mistake and no other.
type Mistake = (Code, &'static str, &'static str);

/// Mistakes of a timeline as a whole: each a whole file.
const WHOLE: &[Mistake] = &[
    (Code::TimelineTable, "no_timeline_table", ""),
    (
        Code::TimelineTable,
        "a_timeline_table_in_double_brackets",
        "[[timeline]]\nschema = 1\ntitle = \"Talks\"\n",
    ),
    (
        Code::SchemaVersion,
        "a_schema_of_the_future",
        "[timeline]\nschema = 2\ntitle = \"Talks\"\n",
    ),
    (
        Code::SchemaVersion,
        "no_schema",
        "[timeline]\ntitle = \"Talks\"\n",
    ),
    (
        Code::NotAList,
        "a_table_in_single_brackets",
        "[timeline]\nschema = 1\ntitle = \"Talks\"\n\n[place]\nid = \"homs\"\n",
    ),
];

/// Mistakes that only files have: each a folder with these files, and one that is too large.
type Folder = (
    Code,
    &'static str,
    &'static [(&'static str, &'static [u8])],
    Option<(&'static str, u64)>,
);

const FOLDERS: &[Folder] = &[
    (
        Code::TimelineTable,
        "two_timeline_tables",
        &[
            ("a.toml", b"[timeline]\nschema = 1\ntitle = \"Talks\"\n"),
            (
                "b.toml",
                b"# More\n\n[timeline]\nschema = 1\ntitle = \"Others\"\n",
            ),
        ],
        None,
    ),
    (Code::Unreadable, "a_folder_without_files", &[], None),
    (
        Code::NotUtf8,
        "a_file_in_another_encoding",
        &[(
            "a.toml",
            b"[timeline]\nschema = 1\ntitle = \"Gespr\xe4che\"\n",
        )],
        None,
    ),
    (
        Code::NotUtf8,
        "a_source_text_in_another_encoding",
        &[
            ("a.toml", SOURCE_WITH_TEXT.as_bytes()),
            ("seeds/text.txt", b"One line.\nGespr\xe4che\n"),
        ],
        None,
    ),
    (
        Code::TooLarge,
        "a_file_over_the_limit",
        &[],
        Some(("a.toml", MAX_FILE_BYTES + 1)),
    ),
    (
        Code::TooLarge,
        "a_source_text_over_the_limit",
        &[("a.toml", SOURCE_WITH_TEXT.as_bytes())],
        Some(("seeds/text.txt", MAX_SEED_BYTES + 1)),
    ),
];

/// A timeline whose one source has a text.
const SOURCE_WITH_TEXT: &str = r#"[timeline]
schema = 1
title = "Talks"

[[source]]
id = "page"
title = "A page"
file = "text.txt"

[[place]]
id = "idlib"
name = "Idlib"
lat = 35.9
lon = 36.6

[[zone]]
id = "idlib"
name = "Idlib"
places = ["idlib"]
sources = ["page"]
"#;

/// A mistake with what is said of it.
struct Case {
    code: Code,
    name: &'static str,
    codes: Vec<Code>,
    said: String,
}

impl Case {
    fn of(code: Code, name: &'static str, loaded: &Loaded) -> Self {
        Self {
            code,
            name,
            codes: codes(loaded),
            said: rendered(loaded),
        }
    }

    fn of_configuration(&(code, name, toml): &Mistake) -> Self {
        let mut files = Files::default();
        let file = files.add("config.toml", toml);
        let (_, problems) = config::read(toml, file);
        let said: Vec<String> = problems.iter().map(|it| render(it, &files)).collect();
        Self {
            code,
            name,
            codes: problems.iter().map(|problem| problem.code).collect(),
            said: said.join("\n"),
        }
    }

    fn of_folder(&(code, name, files, large): &Folder) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("seeds")).unwrap();
        for (file, bytes) in files {
            fs::write(folder.path().join(file), bytes).unwrap();
        }
        if let Some((file, size)) = large {
            let file = File::create(folder.path().join(file)).unwrap();
            file.set_len(size).unwrap();
        }
        let mut case = Self::of(code, name, &load(read(folder.path(), None)));
        let place = folder.path().display().to_string();
        case.said = case.said.replace(&place, "FOLDER");
        case
    }
}

fn cases() -> Vec<Case> {
    let after_base = tables::AFTER_BASE.iter().chain(between::AFTER_BASE);
    let after_base = after_base.map(|(code, name, toml)| Case::of(*code, name, &load_with(toml)));
    let whole = WHOLE.iter();
    let whole = whole.map(|(code, name, toml)| Case::of(*code, name, &load_text(toml)));
    let folders = FOLDERS.iter().map(Case::of_folder);
    let configurations = configuration::CONFIGURATIONS.iter();
    let configurations = configurations.map(Case::of_configuration);
    let of_timelines = after_base.chain(whole).chain(folders);
    of_timelines.chain(configurations).collect()
}

#[test]
fn the_base_is_sound() {
    assert_eq!(rendered(&load_text(BASE)), "");
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    for code in Code::ALL {
        assert!(cases.iter().any(|case| case.code == *code), "{code:?}");
    }
}

#[test]
fn every_mistake_is_told_once_and_nothing_else() {
    let astray = cases().into_iter().filter(|case| case.codes != [case.code]);
    let astray: Vec<String> = astray
        .map(|case| format!("{}:\n{}", case.name, case.said))
        .collect();
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}

#[test]
fn every_mistake_is_told_as_approved() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    settings.bind(|| {
        for case in cases() {
            let name = format!("{}-{}", case.code.text(), case.name);
            insta::assert_snapshot!(name, case.said);
        }
    });
}
