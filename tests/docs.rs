//! The pages of the manual: true to the program's own tables, and their examples work.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use astana::cli;
use astana::diagnostic::{Code, Files};
use astana::timeline::Date;
use astana::tui::config;
use astana::tui::keymap::{self, Action, Context};
use clap::ValueEnum;
use clap_complete::Generator;

/// Set, it has the test write the page.
const UPDATE: &str = "ASTANA_UPDATE_DOCS";

#[test]
fn docs_keys_is_what_the_table_of_actions_says() {
    assert_is_up_to_date("docs/keys.md", &keymap::manual());
}

#[test]
fn the_picture_in_the_readme_is_what_the_command_below_it_draws() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, behind) = readme.split_once("](docs/screenshot.svg)").unwrap();
    let (_, command) = behind.split_once("`astana render ").unwrap();
    let (options, _) = command.split_once('`').unwrap();
    let drawn = Command::new(env!("CARGO_BIN_EXE_astana"))
        .arg("render")
        .args(options.split_whitespace())
        .output()
        .unwrap();
    assert!(drawn.status.success());
    let drawn = String::from_utf8(drawn.stdout).unwrap();
    assert_is_up_to_date("docs/screenshot.svg", &drawn);
}

#[test]
fn completions_and_manual_pages_are_what_the_command_line_says() {
    let generated = generated();
    let mut written: Vec<String> = Vec::new();
    for folder in ["completions", "man"] {
        let folder = format!("docs/generated/{folder}");
        let files = fs::read_dir(root().join(&folder)).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        written.extend(names.map(|name| format!("{folder}/{name}")));
    }
    written.sort_unstable();
    assert_eq!(written, generated.keys().cloned().collect::<Vec<_>>());
    for (file, text) in &generated {
        assert_is_up_to_date(file, text);
    }
}

#[test]
fn the_program_prints_the_completions_and_manual_pages_that_are_in_docs() {
    // What was just written is in the program only when that is built again.
    if env::var_os(UPDATE).is_some() {
        return;
    }
    for (file, text) in generated() {
        let (_, name) = file.rsplit_once('/').unwrap();
        let command = name.trim_start_matches("astana").trim_start_matches('-');
        let arguments = match name.rsplit_once('.') {
            Some((_, "1")) if name == "astana.1" => vec!["man"],
            Some((_, "1")) => vec!["man", command.trim_end_matches(".1")],
            Some((_, "bash")) => vec!["completions", "bash"],
            Some((_, "elv")) => vec!["completions", "elvish"],
            Some((_, "fish")) => vec!["completions", "fish"],
            Some((_, "ps1")) => vec!["completions", "powershell"],
            _ => vec!["completions", "zsh"],
        };
        let run = Command::new(env!("CARGO_BIN_EXE_astana"))
            .args(&arguments)
            .output()
            .unwrap();
        assert!(run.stdout == text.as_bytes(), "{arguments:?}");
        assert_eq!(run.status.code(), Some(0), "{arguments:?}");
    }
}

/// What is made from the definition of the command line, by the names of its files.
fn generated() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for shell in clap_complete::Shell::value_variants() {
        let mut text = Vec::new();
        clap_complete::generate(*shell, &mut cli::command(), "astana", &mut text);
        let name = shell.file_name("astana");
        files.insert(format!("docs/generated/completions/{name}"), text);
    }
    let mut program = cli::command().disable_help_subcommand(true);
    program.build();
    for command in std::iter::once(&program).chain(program.get_subcommands()) {
        let mut text = Vec::new();
        let page = clap_mangen::Man::new(command.clone());
        page.render(&mut text).unwrap();
        let name = page.get_filename();
        files.insert(format!("docs/generated/man/{name}"), text);
    }
    let texts = files.into_iter();
    let texts = texts.map(|(name, text)| (name, String::from_utf8(text).unwrap()));
    texts
        .map(|(name, text)| (name, with_examples(&text)))
        .collect()
}

/// A manual page whose examples stand under a heading of their own, line by line: what clap calls extra
/// would be filled and justified as prose.
fn with_examples(page: &str) -> String {
    let Some((before, extra)) = page.split_once(".SH EXTRA\nExamples:\n") else {
        return page.to_owned();
    };
    let extra = extra.trim_end();
    let (examples, after) = extra.split_once("\n\n").unwrap_or((extra, ""));
    let after = after.replace("\n\n", "\n.PP\n");
    let notes = if after.is_empty() {
        String::new()
    } else {
        format!(".PP\n{after}\n")
    };
    format!("{before}.SH EXAMPLES\n.nf\n{examples}\n.fi\n{notes}")
}

/// Fails if a file of the manual is not what it should be, unless asked to write it.
#[track_caller]
fn assert_is_up_to_date(name: &str, right: &str) {
    let file = root().join(name);
    if env::var_os(UPDATE).is_some() {
        fs::write(&file, right).unwrap();
    }
    let written = fs::read_to_string(file).unwrap_or_default();
    assert!(
        written == right,
        "{name} is out of date: run `{UPDATE}=1 cargo test --test suite docs::`"
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn docs_schema_lists_every_code_that_a_timeline_can_have() {
    let page = page("schema.md");
    let (_, table) = page.split_once("<!-- codes -->\n").unwrap();
    let codes = Code::ALL.iter().filter(|code| !code.is_of_configuration());
    let rows = codes.map(|code| code.row());
    let header = "| code | severity | meaning |\n| --- | --- | --- |\n";
    assert_eq!(table, header.to_owned() + &rows.collect::<String>());
}

#[test]
fn the_example_in_docs_schema_is_a_timeline_without_fault() {
    let folder = tempfile::tempdir().unwrap();
    schema_example(folder.path());
    let path = folder.path().to_str().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_astana"))
        .args(["check", "--strict", path])
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(run.stdout).unwrap(),
        "no problems in 2 events, 2 quotes, 1 of 1 direct quote verified, 2 sources\n"
    );
}

#[test]
fn the_layer_in_docs_schema_lies_over_the_astana_process_without_fault() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes.toml");
    fs::write(&notes, example("notes.toml")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_astana"))
        .args(["check", "--strict", "--builtin"])
        .arg(notes)
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(said.starts_with("no problems in "), "{said}");
}

#[test]
fn the_example_in_docs_keys_is_a_configuration_without_fault() {
    let page = page("keys.md");
    let (_, behind) = page.split_once("```toml\n").unwrap();
    let (example, _) = behind.split_once("```").unwrap();
    let file = Files::default().add("config.toml", example.to_owned());
    let (config, problems) = config::read(example, file);
    assert_eq!(problems, []);
    let keys = config.keymap.keys(Action::Previous, Context::View);
    assert_eq!(keys.len(), 2);
}

#[test]
fn the_example_in_docs_config_is_a_configuration_without_fault() {
    let page = page("config.md");
    let (_, behind) = page.split_once("```toml\n").unwrap();
    let (example, _) = behind.split_once("```").unwrap();
    let file = Files::default().add("config.toml", example.to_owned());
    let (config, problems) = config::read(example, file);
    assert_eq!(problems, []);
    assert_eq!(config.theme, config::Colours::Dark);
    assert!(config.mouse);
}

#[test]
fn docs_config_says_the_defaults_that_the_example_says() {
    let page = page("config.md");
    let example = config::example();
    let settings = example.lines().take_while(|line| *line != "[keys]");
    let settings = settings.filter_map(|line| line.strip_prefix('#')?.split_once(" = "));
    let mut count = 0;
    for (key, value) in settings {
        let row = format!("\n| `{key}` | `{value}` | ");
        assert!(page.contains(&row), "{row}");
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn docs_schema_shows_dates_as_the_program_does() {
    let page = page("schema.md");
    let (_, dates) = page.split_once("| written | shown |\n").unwrap();
    let rows = dates.lines().skip(1).take_while(|line| !line.is_empty());
    for row in rows {
        let (written, shown) = row[2..row.len() - 2].split_once(" | ").unwrap();
        let date = Date::parse(written.trim_matches(['`', '"'])).unwrap();
        assert_eq!(date.in_full(), shown, "{written}");
    }
}

#[test]
fn docs_export_has_a_section_for_each_format_and_names_the_columns_of_each_table() {
    let page = page("export.md");
    let help = Command::new(env!("CARGO_BIN_EXE_astana"))
        .args(["export", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, formats) = help.split_once("Possible values:\n").unwrap();
    let formats = formats
        .lines()
        .map_while(|line| line.trim().strip_prefix("- "));
    let mut count = 0;
    for format in formats {
        let name = format.split(':').next().unwrap();
        assert!(page.contains(&format!("\n## {name}\n")), "{name}");
        count += 1;
    }
    assert_eq!(count, page.matches("\n| [`").count());
    for table in ["events", "participants", "quotes", "documents", "sources"] {
        let run = Command::new(env!("CARGO_BIN_EXE_astana"))
            .args(["export", "csv", "--table", table])
            .output()
            .unwrap();
        let written = String::from_utf8(run.stdout).unwrap();
        let columns = written.lines().next().unwrap();
        let columns = columns.replace(['"', '\r'], "").replace(',', " ");
        let row = format!("\n| `{table}` | `{columns}` |\n");
        assert!(page.contains(&row), "{row}");
    }
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join("docs").join(name)).unwrap()
}

/// Writes the files of the example in `docs/schema.md` into a folder.
pub(crate) fn schema_example(folder: &Path) {
    for name in ["talks.toml", "seeds/gazette.txt"] {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, example(name)).unwrap();
    }
}

/// The text of a file in `docs/schema.md`.
fn example(name: &str) -> String {
    let page = page("schema.md");
    let (_, behind) = page.split_once(&format!("<!-- {name} -->\n```")).unwrap();
    let (_, text) = behind.split_once('\n').unwrap();
    let (text, _) = text.split_once("```").unwrap();
    text.to_owned()
}
