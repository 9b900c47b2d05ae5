//! `astana export`: where it writes, what it refuses, and that a file is whole or not there.

use std::fs::{self, Permissions};
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{astana, caught, fed, run, talks};

const FORMATS: [&str; 9] = [
    "html",
    "timelinejs",
    "ics",
    "json",
    "csv",
    "md",
    "bibtex",
    "csl-json",
    "markwhen",
];

/// Runs `astana export FORMAT -o FILE` with more arguments.
fn export(format: &str, file: &Path, more: &[&str]) -> super::Run {
    let mut command = astana();
    command.args(["export", format, "-o"]).arg(file).args(more);
    caught(&mut command)
}

/// What stands in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_format_goes_to_a_file_and_to_stdout_alike() {
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let file = folder.path().join(format);
        let run = export(format, &file, &[]);
        assert_eq!(
            (run.status, run.stdout, run.stderr),
            (Some(0), String::new(), String::new())
        );
        let printed = super::run(["export", format]);
        assert_eq!((printed.status, printed.stderr.as_str()), (Some(0), ""));
        assert!(printed.stdout.len() > 10_000, "{format}");
        assert_eq!(
            fs::read_to_string(file).unwrap(),
            printed.stdout,
            "{format}"
        );
    }
    assert_eq!(names(folder.path()).len(), FORMATS.len());
}

#[test]
fn a_filter_and_a_timeline_of_ones_own() {
    let whole = fed(&["export", "csv", "-"], &talks("")).stdout;
    let some = fed(&["export", "csv", "-", "-f", "date:2017-01-02"], &talks("")).stdout;
    assert_eq!((whole.lines().count(), some.lines().count()), (4, 2));
    let run = fed(&["export", "csv", "-", "-f", "zanzibar"], &talks(""));
    assert_eq!((run.status, run.stdout.lines().count()), (Some(0), 1));
    assert_eq!(run.stderr, "astana: no event fits the filter\n");
}

#[test]
fn a_mistake_in_the_filter_is_shown_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.json");
    let said = export("json", &file, &["--filter", "participant:ira"]).failed(2);
    insta::assert_snapshot!(said, @r"
    --filter: `ira` fits several participants
      |
    1 | participant:ira
      |             ^^^
      = help: it may be `iran` or `iraq`
    ");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn f12_a_file_that_is_there_is_replaced_only_with_force() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.md");
    fs::write(&file, "mine").unwrap();
    let said = export("md", &file, &[]).failed(1);
    let expected = format!(
        "astana: {} is there already; --force replaces it\n",
        file.display()
    );
    assert_eq!(said, expected);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    export("md", &file, &["--force"]).printed();
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .starts_with("# The Astana process\n")
    );
    assert_eq!(names(folder.path()), ["out.md"]);
}

#[test]
fn f12_a_directory_or_a_link_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("file"), "mine").unwrap();
    fs::create_dir(at("directory")).unwrap();
    symlink(at("file"), at("link")).unwrap();
    symlink(at("nowhere"), at("dangling")).unwrap();
    for name in ["directory", "link", "dangling"] {
        for more in [[].as_slice(), &["--force"]] {
            let said = export("md", &at(name), more).failed(1);
            assert!(said.contains("is no regular file; without -o"), "{said}");
        }
    }
    assert_eq!(fs::read_to_string(at("file")).unwrap(), "mine");
    assert_eq!(
        names(folder.path()),
        ["dangling", "directory", "file", "link"]
    );
}

#[test]
fn f12_a_file_of_the_timeline_itself_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.toml");
    fs::write(&file, talks("")).unwrap();
    for timeline in [&file, folder.path()] {
        let mut command = astana();
        command
            .args(["export", "json"])
            .arg(timeline)
            .arg("-o")
            .arg(&file);
        let said = caught(command.arg("--force")).failed(1);
        assert!(
            said.ends_with("is a file of the timeline itself\n"),
            "{said}"
        );
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), talks(""));
}

#[test]
fn f13_a_file_that_grows_too_large_leaves_the_old_one_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.json");
    fs::write(&file, "mine").unwrap();
    let mut command = Command::new("/bin/sh");
    // A write over the limit fails instead of ending the program.
    let script = "trap '' XFSZ; ulimit -f 64; exec \"$0\" export json --force -o \"$1\"";
    command
        .args(["-c", script, env!("CARGO_BIN_EXE_astana")])
        .arg(&file);
    let said = caught(&mut command).failed(1);
    assert!(said.contains("out.json cannot be written: "), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(names(folder.path()), ["out.json"]);
}

#[test]
fn f13_a_program_that_is_killed_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.json");
    let whole = run(["export", "json"]).stdout;
    fs::write(&file, "mine").unwrap();
    for delay in 0..20 {
        let mut command = astana();
        command.args(["export", "json", "--force", "-o"]).arg(&file);
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay * 16));
        child.kill().unwrap();
        child.wait().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            text == "mine" || text == whole,
            "after {delay}: {} bytes",
            text.len()
        );
    }
    // What is left behind is never read as a file of a timeline.
    let left = names(folder.path());
    let mut others = left.iter().filter(|name| *name != "out.json");
    assert!(others.all(|name| name.starts_with(".astana-")), "{left:?}");
}

#[test]
fn f13_a_full_disk_is_told() {
    let mut command = Command::new("/bin/sh");
    let script = "exec \"$0\" export json > /dev/full";
    let said = caught(command.args(["-c", script, env!("CARGO_BIN_EXE_astana")])).failed(1);
    assert!(
        said.starts_with("astana: stdout cannot be written: "),
        "{said}"
    );
}

#[test]
fn f14_stdout_by_name_works_and_devices_are_refused_in_words() {
    let printed = run(["export", "md", "-o", "-"]);
    assert_eq!((printed.status, printed.stderr.as_str()), (Some(0), ""));
    assert!(printed.stdout.starts_with("# The Astana process\n"));
    for device in ["/dev/stdout", "/dev/null"] {
        let said = export("md", Path::new(device), &["--force"]).failed(1);
        let expected =
            format!("astana: {device} is no regular file; without -o, the export goes to stdout\n");
        assert_eq!(said, expected);
    }
}

#[test]
fn f14_a_pipe_with_a_name_is_refused_without_waiting_for_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = Command::new("/usr/bin/mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let said = export("md", &pipe, &[]).failed(1);
    assert!(said.contains("is no regular file"), "{said}");
}

#[test]
fn f22_a_new_file_is_for_whom_the_umask_says_and_an_old_one_for_whom_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mode = |file: &Path| fs::metadata(file).unwrap().permissions().mode() & 0o7777;
    for (umask, expected) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        let file = folder.path().join(umask);
        let mut command = Command::new("/bin/sh");
        let script = "umask \"$2\"; exec \"$0\" export md -o \"$1\"";
        command.args(["-c", script, env!("CARGO_BIN_EXE_astana")]);
        caught(command.arg(&file).arg(umask)).printed();
        assert_eq!(mode(&file), expected, "{umask}");
    }
    let file = folder.path().join("022");
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    export("md", &file, &["--force"]).printed();
    assert_eq!(mode(&file), 0o640);
}

#[test]
fn a_place_that_cannot_be_written_is_named_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "mine").unwrap();
    for (path, reason) in [
        ("nowhere/out", "there is no such directory"),
        ("file/out", "what should be its directory is none"),
    ] {
        let path = folder.path().join(path);
        let said = export("md", &path, &[]).failed(1);
        let expected = format!("astana: {} cannot be written: {reason}\n", path.display());
        assert_eq!(said, expected);
    }
    let said = export("md", Path::new("/nowhere/\u{1b}[31m\u{202e}"), &[]).failed(1);
    assert!(said.contains("/nowhere/␛[31m"), "{said}");
    // Not even the superuser makes a file here.
    let said = export("md", Path::new("/proc/self/out"), &[]).failed(1);
    assert!(
        said.starts_with("astana: /proc/self/out cannot be written: "),
        "{said}"
    );
}

#[test]
fn b11_a_reader_who_has_seen_enough_ends_an_export_quietly() {
    for format in FORMATS {
        let mut command = astana();
        command
            .args(["export", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut beginning = [0; 16];
        child
            .stdout
            .take()
            .unwrap()
            .read_exact(&mut beginning)
            .unwrap();
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(said, "", "{format}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{format}");
    }
}

#[test]
fn an_option_of_another_format_or_without_its_other_is_a_usage_mistake() {
    for (args, word) in [
        (
            ["export", "json", "--table", "quotes"].as_slice(),
            "--table is for csv only",
        ),
        (&["export", "md", "--raw"], "--raw is for csv only"),
        (&["export", "json", "--force"], "--output <FILE>"),
        (&["export", "pdf"], "csv"),
        (&["export"], "<FORMAT>"),
    ] {
        let said = run(args).failed(2);
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn f15_csv_is_guarded_unless_a_program_wants_it_raw() {
    let text = talks("").replace("They met.", "=1+1");
    let cell = |args: &[&str]| {
        let run = fed(args, &text);
        let line = run.stdout.lines().nth(1).unwrap().to_owned();
        line.split(',')
            .map(|cell| cell.trim_matches('"').to_owned())
            .nth(11)
            .unwrap()
    };
    assert_eq!(cell(&["export", "csv", "-"]), "'=1+1");
    assert_eq!(cell(&["export", "csv", "-", "--raw"]), "=1+1");
    let title = talks("").replace("First", "=1+1");
    let list = fed(&["list", "-", "--format", "csv"], &title).stdout;
    assert!(list.contains(",'=1+1,"), "{list}");
}

#[test]
fn the_help_of_export_shows_every_format_and_how_it_is_used() {
    let help = run(["export", "--help"]).printed();
    for word in FORMATS {
        assert!(help.contains(&format!("- {word}")), "{word}: {help}");
    }
    assert!(
        help.contains("astana export csv --table quotes -o quotes.csv"),
        "{help}"
    );
}
