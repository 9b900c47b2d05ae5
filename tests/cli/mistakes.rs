//! Requests that cannot be fulfilled: what is said, and the exit status.

use super::{fed, run, talks};

#[test]
fn a_mistake_in_the_filter_is_shown_in_its_place() {
    let said = run(["--filter", "by:x participant:ira"]).failed(2);
    insta::assert_snapshot!(said, @r#"
    --filter: there is no field `by`
      |
    1 | by:x participant:ira
      | ^^
      = help: write "by:x" in quotation marks to look for these words
    --filter: `ira` fits several participants
      |
    1 | by:x participant:ira
      |                  ^^^
      = help: it may be `iran` or `iraq`
    "#);
}

#[test]
fn what_cannot_be_read_is_named() {
    let said = run(["/nowhere/at all"]).failed(1);
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("/nowhere/at all: error["), "{said}");
    assert!(
        first.ends_with(": there is no such file or directory"),
        "{said}"
    );
}

#[test]
fn a_timeline_without_anything_sound_is_told_by_its_mistakes() {
    let said = fed(&["-"], "[[event]]\nid = \"x\"\nname = 1 1\n").failed(1);
    assert!(said.contains("(stdin):3:8: error["), "{said}");
    assert!(said.contains("3 | name = 1 1"), "{said}");
}

#[test]
fn an_impossible_day_is_told_once() {
    let said = fed(&["-"], "[[event]]\nid = \"x\"\nstart = 2017-02-30\n").failed(1);
    assert_eq!(said.matches("start = 2017-02-30").count(), 1, "{said}");
}

#[test]
fn an_unknown_option_or_value_is_a_usage_mistake() {
    for (args, word) in [
        (["--filtr", "x"].as_slice(), "--filter"),
        (&["--theme", "blue"], "mono"),
        (&["init", "a", "b"], "'b'"),
        (&["--filter"], "<QUERY>"),
    ] {
        let said = run(args).failed(2);
        assert!(said.starts_with("error: "), "{said}");
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn source_texts_belong_to_a_timeline_in_files() {
    let said = fed(&["-", "--seeds", "/"], "").failed(2);
    assert_eq!(
        said,
        "astana: --seeds needs a timeline in a file or directory\n"
    );
}

#[test]
fn a_broken_file_among_sound_ones_costs_itself_only() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.toml"), talks("")).unwrap();
    std::fs::write(folder.path().join("b.toml"), b"\xff\xfe").unwrap();
    let run = run([folder.path()]).harmless();
    assert_eq!((run.status, run.stdout.lines().count()), (Some(0), 3));
    assert!(
        run.stderr.starts_with("astana: 1 error in the timeline"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_date_to_start_at_that_is_none_is_a_usage_mistake() {
    let said = run(["--date", "soon"]).failed(2);
    insta::assert_snapshot!(said, @"astana: `soon` is no date; try 2017, 2018-05, 2017-09-15 or '15 sep 2017'");
    let said = run(["--date", "2017", "--event", "round-06"]).failed(2);
    assert!(said.contains("cannot be used with"), "{said}");
}

#[test]
fn g4_the_exit_status_says_whether_it_went_well_and_what_is_at_fault() {
    for (args, status) in [
        (["list"].as_slice(), 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["list", "-f", "kind:nothing-of-the-kind"], 2),
        (&["list", "/nowhere"], 1),
        (&["check", "/nowhere"], 1),
        (&["show", "round-99"], 1),
        (&["--event", "round-99"], 1),
        (&["export", "json", "-o", "/nowhere/file"], 1),
        (&["man", "nothing"], 2),
        (&["completions", "cmd"], 2),
        (&["render", "--size", "big"], 2),
        (&["nothing", "at", "all"], 1),
        (&["--nothing"], 2),
    ] {
        let run = run(args);
        assert_eq!(run.status, Some(status), "{args:?}: {}", run.stderr);
        assert_eq!(
            run.stderr.is_empty(),
            status == 0 || args[0] == "check",
            "{args:?}"
        );
    }
    assert_eq!(
        fed(&["check", "-"], &talks("kind = \"nothing\"\n")).status,
        Some(1)
    );
}

#[test]
fn the_help_of_each_command_has_examples_that_can_be_given_as_they_stand() {
    let mut program = astana::cli::command();
    program.build();
    let commands = program
        .get_subcommands()
        .map(|command| command.get_name().to_owned());
    let commands: Vec<String> = commands.filter(|name| name != "help").collect();
    assert!(commands.len() > 8);
    for command in std::iter::once("").chain(commands.iter().map(String::as_str)) {
        let args: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|arg| !arg.is_empty())
            .collect();
        let help = run(args).printed();
        let (_, examples) = help.split_once("Examples:\n").unwrap();
        let examples = examples.lines().map_while(|line| line.strip_prefix("  "));
        let mut count = 0;
        for example in examples {
            let given = example.split(['|', '>', '&']).next().unwrap();
            let given = given.split("   ").next().unwrap();
            let words = shell_words::split(given).unwrap();
            let read = astana::cli::command().try_get_matches_from(&words);
            assert!(read.is_ok(), "{example}: {words:?}: {}", read.unwrap_err());
            let flag = words
                .iter()
                .position(|word| word == "-f" || word == "--filter");
            if let Some(flag) = flag {
                run(["list", "-f", &words[flag + 1]]).printed();
            }
            count += 1;
        }
        assert!(count >= 2, "{command}: {help}");
    }
}
