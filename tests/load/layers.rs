//! Layers: one timeline over another, ids kept apart by file.

use std::fs;
use std::path::Path;

use astana::diagnostic::render::render;
use astana::diagnostic::{Code, Origin};
use astana::load::{Input, Loaded, Reader, load, read};
use tempfile::TempDir;

use super::{BASE, REPORT, codes, events, load_text, only, rendered};

/// What somebody else has to say: an event, a source and a person of their own, over the base.
const NOTES: &str = r#"[[person]]
id = "observer"
name = "An Observer"
participant = "russia"

[[source]]
id = "notebook"
title = "My notebook"
file = "notebook.txt"

[[event]]
id = "corridor-talk"
kind = "round"
title = "What was said in the corridor"
start = 2017-01-24
place = "idlib"
summary = "They went on talking."
related = ["round-01"]
sources = ["notebook", "report"]
participants = [{ id = "russia", role = "guarantor", head = "observer" }]

[[event.quote]]
speaker = "lavrentiev"
form = "direct"
text = "we need peace"
sources = ["report"]

[[event.quote]]
speaker = "observer"
form = "direct"
text = "Nobody smiled."
sources = ["notebook"]
"#;

fn base() -> Input {
    Input::text("base.toml", BASE.to_owned()).with_seeds(&[("report.txt", REPORT)])
}

fn notes(text: &str) -> Input {
    Input::text("notes.toml", text.to_owned()).with_seeds(&[("notebook.txt", "Nobody smiled.\n")])
}

/// The base with a text over it.
fn over_the_base(text: &str) -> Loaded {
    load(Input::layered([base(), notes(text)]))
}

/// The base in `base/` and the notes in `notes/`, each with its source texts in it.
fn on_disk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, toml, seed, text) in [
        ("base", BASE, "report.txt", REPORT),
        ("notes", NOTES, "notebook.txt", "Nobody smiled.\n"),
    ] {
        let seeds = folder.path().join(name).join("seeds");
        fs::create_dir_all(&seeds).unwrap();
        fs::write(folder.path().join(name).join("talks.toml"), toml).unwrap();
        fs::write(seeds.join(seed), text).unwrap();
    }
    folder
}

/// Loads paths over each other, the first at the bottom.
fn load_paths(paths: &[&Path], seeds: Option<&Path>) -> Loaded {
    let mut reader = Reader::default();
    let layers = paths.iter().map(|path| reader.read(path, seeds));
    load(Input::layered(layers))
}

#[test]
fn a_layer_refers_to_what_stands_below_it_and_has_source_texts_of_its_own() {
    let loaded = over_the_base(NOTES);
    assert_eq!(rendered(&loaded), "");
    assert_eq!(events(&loaded), ["round-01", "corridor-talk"]);
    let states = loaded.timeline.events()[1].quotes.iter();
    let states: Vec<_> = states.map(|quote| quote.state.name()).collect();
    assert_eq!(states, ["verified", "verified"]);
}

#[test]
fn what_stands_below_may_refer_to_what_is_laid_over_it() {
    let input = Input::layered([notes(NOTES), base()]);
    assert_eq!(rendered(&load(input)), "");
}

#[test]
fn one_layer_is_as_it_is_alone() {
    for text in [
        BASE,
        &BASE.replace("russia", "rusia"),
        &format!("{BASE}\n{BASE}"),
        "",
        "a = ",
    ] {
        let input = Input::text("talks.toml", text.to_owned());
        let input = input.with_seeds(&[("report.txt", REPORT)]);
        let layered = load(Input::layered([input]));
        let alone = load_text(text);
        assert_eq!(rendered(&layered), rendered(&alone));
        assert_eq!(events(&layered), events(&alone));
    }
}

#[test]
fn an_id_in_two_layers_is_a_conflict_told_with_both_places_and_the_lower_layer_wins() {
    let loaded = over_the_base(
        "[[source]]\nid = \"report\"\ntitle = \"Another report\"\nfile = \"notebook.txt\"\n",
    );
    insta::assert_snapshot!(rendered(&loaded), @r#"
    notes.toml:2:6: error[E005]: two sources have the id `report`; this one is left out
       |
     2 | id = "report"
       |      ^^^^^^^^
       |
      ::: base.toml:27:6
       |
    27 | id = "report"
       |      -------- the first one
    "#);
    let sources = loaded.timeline.sources();
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0].title.raw(), "A report");
    assert_eq!(sources[0].text.as_deref(), Some(REPORT));
}

#[test]
fn a_number_that_another_layers_event_has_is_told_with_both_places() {
    let more = NOTES.replace("kind = \"round\"", "kind = \"round\"\nnumber = 1");
    let loaded = over_the_base(&more);
    assert_eq!(only(&loaded).code, Code::Duplicate);
    let said = rendered(&loaded);
    assert!(
        said.contains("notes.toml:14:10: error") && said.contains("base.toml:"),
        "{said}"
    );
    assert_eq!(events(&loaded), ["round-01", "corridor-talk"]);
}

#[test]
fn each_layer_may_say_what_it_is_and_the_lowest_that_does_is_heard() {
    let title = |loaded: &Loaded| loaded.timeline.meta().title.raw().to_owned();
    let mine = "[timeline]\nschema = 1\ntitle = \"Mine\"\n";
    let loaded = over_the_base(&format!("{mine}{NOTES}"));
    assert_eq!(
        (rendered(&loaded).as_str(), title(&loaded).as_str()),
        ("", "Talks")
    );
    let nameless = BASE.split_once("\n\n").unwrap().1;
    let nameless = Input::text("base.toml", nameless.to_owned());
    let nameless = nameless.with_seeds(&[("report.txt", REPORT)]);
    let loaded = load(Input::layered([nameless, notes(&format!("{mine}{NOTES}"))]));
    assert_eq!(
        (rendered(&loaded).as_str(), title(&loaded).as_str()),
        ("", "Mine")
    );
}

#[test]
fn in_one_layer_it_still_stands_once_and_its_schema_is_one_that_is_known() {
    let mine = "[timeline]\nschema = 2\ntitle = \"Mine\"\n";
    let again = Input::text(
        "again.toml",
        String::from("[timeline]\nschema = 1\ntitle = \"A\"\n"),
    );
    assert_eq!(
        codes(&over_the_base(&format!("{mine}{NOTES}"))),
        [Code::SchemaVersion]
    );
    let folder = on_disk();
    let second = folder.path().join("notes/second.toml");
    fs::write(&second, "[timeline]\nschema = 1\ntitle = \"B\"\n").unwrap();
    let first = folder.path().join("notes/first.toml");
    fs::write(&first, "[timeline]\nschema = 1\ntitle = \"C\"\n").unwrap();
    let paths = [folder.path().join("base"), folder.path().join("notes")];
    let loaded = load_paths(&[&paths[0], &paths[1]], None);
    assert_eq!(only(&loaded).code, Code::TimelineTable);
    assert!(
        rendered(&loaded).contains("second.toml:1:1: error"),
        "{}",
        rendered(&loaded)
    );
    assert_eq!(codes(&load(Input::layered([base(), again]))), []);
}

#[test]
fn without_any_it_is_missing_once() {
    let nameless = BASE.split_once("\n\n").unwrap().1;
    let nameless = Input::text("base.toml", nameless.to_owned());
    let nameless = nameless.with_seeds(&[("report.txt", REPORT)]);
    let loaded = load(Input::layered([nameless, notes(NOTES)]));
    assert_eq!(only(&loaded).code, Code::TimelineTable);
}

#[test]
fn e1_a_source_is_looked_for_in_the_seeds_folder_of_its_own_layer_alone() {
    let folder = on_disk();
    let (base, notes) = (folder.path().join("base"), folder.path().join("notes"));
    assert_eq!(rendered(&load_paths(&[&base, &notes], None)), "");
    // The text is in the other layer's folder.
    let toml = NOTES.replace("notebook.txt", "report.txt");
    fs::write(notes.join("talks.toml"), toml).unwrap();
    let loaded = load_paths(&[&base, &notes], None);
    assert_eq!(codes(&loaded), [Code::Unreadable, Code::UnverifiedQuote]);
    for file in ["../../base/seeds/report.txt", "/etc/passwd"] {
        fs::write(
            notes.join("talks.toml"),
            NOTES.replace("notebook.txt", file),
        )
        .unwrap();
        let loaded = load_paths(&[&base, &notes], None);
        assert_eq!(
            codes(&loaded)[0],
            Code::OutsideSeeds,
            "{}",
            rendered(&loaded)
        );
    }
}

#[test]
fn a_seeds_folder_that_is_named_is_that_of_every_path() {
    let folder = on_disk();
    let (base, notes) = (folder.path().join("base"), folder.path().join("notes"));
    let both = folder.path().join("both");
    fs::create_dir(&both).unwrap();
    fs::write(both.join("report.txt"), REPORT).unwrap();
    fs::write(both.join("notebook.txt"), "Nobody smiled.").unwrap();
    fs::remove_dir_all(base.join("seeds")).unwrap();
    fs::remove_dir_all(notes.join("seeds")).unwrap();
    assert_eq!(rendered(&load_paths(&[&base, &notes], Some(&both))), "");
    let nowhere = Path::new("/nowhere");
    let said = rendered(&load_paths(&[&base, &notes], Some(nowhere)));
    assert_eq!(said.matches("/nowhere: error[E010]").count(), 1, "{said}");
}

#[test]
fn a_path_that_is_given_twice_is_read_once() {
    let folder = on_disk();
    let base = folder.path().join("base");
    let file = base.join("talks.toml");
    let round_about = folder.path().join("notes/../base");
    for paths in [
        [&base, &base],
        [&file, &file],
        [&base, &round_about],
        [&base, &file],
        [&file, &base],
    ] {
        let loaded = load_paths(&[paths[0], paths[1]], None);
        assert_eq!(rendered(&loaded), "", "{paths:?}");
        assert_eq!(events(&loaded), ["round-01"]);
    }
}

#[test]
fn a_file_inside_a_directory_that_comes_later_stands_in_the_layer_that_comes_first() {
    let folder = on_disk();
    let base = folder.path().join("base");
    let mine = base.join("mine.toml");
    fs::write(&mine, "[[source]]\nid = \"report\"\ntitle = \"Mine\"\n").unwrap();
    let title = |paths: &[&Path]| {
        let loaded = load_paths(paths, None);
        assert_eq!(codes(&loaded), [Code::Duplicate]);
        loaded.timeline.sources()[0].title.raw().to_owned()
    };
    assert_eq!(
        title(&[&base, &mine]),
        "Mine",
        "in the order of their paths, in one layer"
    );
    assert_eq!(title(&[&mine, &base]), "Mine");
    assert_eq!(title(&[&base.join("talks.toml"), &base]), "A report");
}

#[test]
fn a_path_that_is_not_there_costs_only_itself() {
    let folder = on_disk();
    let base = folder.path().join("base");
    let loaded = load_paths(&[&base, Path::new("/nowhere/notes.toml")], None);
    assert_eq!(only(&loaded).code, Code::Unreadable);
    assert_eq!(events(&loaded), ["round-01"]);
    assert!(!loaded.is_empty());
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let said = rendered(&load_paths(&[&base, &empty], None));
    assert!(
        said.contains("empty: error[E010]: there is no *.toml file in it"),
        "{said}"
    );
}

#[test]
fn of_every_file_it_is_known_whether_it_can_be_edited() {
    let folder = on_disk();
    let path = folder.path().join("base");
    let embedded = Input::embedded(
        &[("notes.toml", NOTES)],
        &[("notebook.txt", "Nobody smiled.")],
    );
    let piped = Input::bytes("(stdin)", vec![0xff]);
    let missing = read(Path::new("/nowhere"), None);
    let loaded = load(Input::layered([
        embedded,
        read(&path, None),
        piped,
        missing,
    ]));
    let files = &loaded.files;
    let origins: Vec<_> = files.ids().map(|id| files.origin(id)).collect();
    assert_eq!(
        origins,
        [Origin::Program, Origin::File, Origin::Stdin, Origin::File]
    );
    let said: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|one| render(one, files))
        .collect();
    assert_eq!(said.len(), 2, "{said:?}");
}
