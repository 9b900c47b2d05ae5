//! Events as text: what stdout gets when it is no terminal.

use astana::{builtin, load};

use super::{astana, caught, fed, run, talks};

/// The ids of the events a run printed.
fn ids(printed: &str) -> Vec<&str> {
    let ids = printed
        .lines()
        .map(|line| line.split_whitespace().nth(1).unwrap());
    ids.collect()
}

#[test]
fn b12_without_a_terminal_the_events_are_printed_one_a_line() {
    let loaded = load::load(load::Input::embedded(builtin::DATA, builtin::SEEDS));
    let events = loaded
        .timeline
        .events()
        .iter()
        .map(|event| event.id.as_str());
    let printed = run::<&str>([]).printed();
    assert_eq!(ids(&printed), events.collect::<Vec<_>>());
    let round_6 = printed
        .lines()
        .find(|line| line.contains(" round-06 "))
        .unwrap();
    assert!(
        round_6.starts_with("2017-09-14/2017-09-15  round-06 "),
        "{round_6}"
    );
    assert!(round_6.ends_with("(Astana, Kazakhstan)"), "{round_6}");
}

#[test]
fn list_prints_the_same() {
    assert_eq!(run(["list"]).printed(), run::<&str>([]).printed());
}

#[test]
fn a_filter_leaves_out_what_does_not_fit() {
    for args in [
        ["--filter", "participant:jordan"].as_slice(),
        &["-f", "participant:JORDAN"],
        &["list", "--filter", "participant:jordan"],
    ] {
        let printed = run(args).printed();
        let with_jordan = ids(&printed);
        let all = run::<&str>([]).printed();
        assert!(with_jordan.contains(&"round-06"), "{printed}");
        assert!(!with_jordan.contains(&"round-01"), "{printed}");
        let in_order = ids(&all).into_iter().filter(|id| with_jordan.contains(id));
        assert_eq!(in_order.collect::<Vec<_>>(), with_jordan);
    }
}

#[test]
fn a_filter_that_nothing_fits_says_so() {
    let run = run(["--filter", "zanzibar"]).harmless();
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(run.stderr, "astana: no event fits the filter\n");
}

#[test]
fn a_minus_reads_stdin() {
    for args in [["-"].as_slice(), &["list", "-"]] {
        assert_eq!(
            fed(args, &talks("")).printed(),
            "2017-01-01  e1  First\n2017-01-02  e2  Second\n2017-01-03  e3  Third\n"
        );
    }
}

#[test]
fn a_file_and_a_directory_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.toml");
    std::fs::write(&file, talks("")).unwrap();
    for path in [folder.path(), &file] {
        assert_eq!(ids(&run([path]).printed()), ["e1", "e2", "e3"]);
    }
}

#[test]
fn what_is_sound_is_printed_and_that_something_is_broken_is_said() {
    for (broken, said) in [
        ("number = \"two\"", "1 error"),
        ("end = 2017-13-01\nsurprise = 1", "1 error"),
    ] {
        let run = fed(&["-"], &talks(broken)).harmless();
        assert_eq!(run.status, Some(0), "{broken}");
        assert!(ids(&run.stdout).starts_with(&["e1"]), "{}", run.stdout);
        assert!(ids(&run.stdout).ends_with(&["e3"]), "{}", run.stdout);
        assert_eq!(
            run.stderr,
            format!(
                "astana: {said} in the timeline: what is broken is left out; \
                 `astana check -` says what\n"
            ),
            "{broken}"
        );
    }
}

#[test]
fn a18_texts_are_made_harmless_for_a_pipe_too() {
    let hostile = r"\u001b]0;title\u0007\u001b[31mred\u009b2J\u202eback\r\nnext\u0000";
    let text = talks("").replace("\"Second\"", &format!("\"{hostile}\""));
    let run = fed(&["-"], &text).harmless();
    let line = run.stdout.lines().nth(1).unwrap();
    assert_eq!(run.stdout.lines().count(), 3, "{}", run.stdout);
    assert!(
        line.contains("␛]0;title␇␛[31mred\u{fffd}2J\u{fffd}back"),
        "{line}"
    );
}

#[test]
fn help_and_version_go_to_stdout() {
    let help = run(["--help"]).printed();
    for word in ["Usage: astana", "--filter", "--event", "list", "Examples:"] {
        assert!(help.contains(word), "{help}");
    }
    assert!(run(["list", "--help"]).printed().contains("--filter"));
    let version = run(["--version"]).printed();
    assert_eq!(version, concat!("astana ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn d4_d7_where_and_when_it_is_read_makes_no_difference() {
    let text = talks("end = 2017-01-02T23:30:00+14:00\n");
    let here = fed(&["list", "-", "--format", "json"], &text).printed();
    assert!(here.contains("\"end\": \"2017-01-02\""), "{here}");
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    for zone in ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"] {
        let mut command = astana();
        command.args(["list", "--format", "json"]).arg(file.path());
        assert_eq!(caught(command.env("TZ", zone)).printed(), here, "{zone}");
    }
}
