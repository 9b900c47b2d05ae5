//! Reading files and directories that are not what they should be.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use astana::diagnostic::Code;
use astana::load::{Loaded, MAX_DEPTH, MAX_FILE_BYTES, load, read};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::{BASE, codes, events, only, rendered};

/// A sound timeline that needs no source text.
fn base() -> String {
    BASE.replace("file = \"report.txt\"\n", "")
}

fn event(id: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\nkind = \"round\"\ntitle = \"{id}\"\nstart = 2019-01-01\n\
         summary = \"s\"\nsources = [\"report\"]\n"
    )
}

/// A directory with the base in it.
fn directory() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("base.toml"), base()).unwrap();
    folder
}

fn load_path(path: &Path) -> Loaded {
    load(read(path, None))
}

fn file_with(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.toml");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn c1_what_is_no_regular_file_is_refused_at_once() {
    let folder = directory();
    mknodat(
        CWD,
        folder.path().join("pipe.toml"),
        FileType::Fifo,
        Mode::RUSR,
        0,
    )
    .unwrap();
    fs::create_dir(folder.path().join("directory.toml")).unwrap();
    let loaded = load_path(folder.path());
    let said = rendered(&loaded);
    assert!(
        said.contains("pipe.toml: error[E010]: this is not a regular file"),
        "{said}"
    );
    assert_eq!(events(&loaded), ["round-01"]);
    assert_eq!(
        only(&load_path(Path::new("/dev/null"))).code,
        Code::Unreadable
    );
}

#[test]
fn c2_a_file_that_lies_about_its_size_is_read_to_its_end() {
    let loaded = load_path(Path::new("/proc/self/status"));
    assert!(loaded.is_empty());
    assert!(
        codes(&loaded).contains(&Code::Syntax),
        "{}",
        rendered(&loaded)
    );
}

#[test]
fn c3_a_file_over_the_limit_is_refused_with_the_limit() {
    let (_folder, path) = file_with(b"");
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(MAX_FILE_BYTES + 1)
        .unwrap();
    let loaded = load_path(&path);
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::TooLarge);
    assert!(problem.message.contains("256 MiB"), "{}", problem.message);
    assert!(problem.help.is_some());
}

#[test]
fn c4_a_file_cut_in_the_middle_shows_what_is_whole() {
    let whole = format!("{}\n{}\n{}", base(), event("a"), event("b"));
    let cut = whole.len() - 30;
    let (_folder, path) = file_with(&whole.as_bytes()[..cut]);
    let loaded = load_path(&path);
    assert_eq!(events(&loaded), ["round-01", "a"], "{}", rendered(&loaded));
    assert!(!loaded.diagnostics.is_empty());
}

#[test]
fn c5_text_that_is_not_utf_8_is_named() {
    for bytes in [b"\xff\xfe[\0t\0".as_slice(), b"\xfe\xff\0[\0t"] {
        let (_folder, path) = file_with(bytes);
        let loaded = load_path(&path);
        assert_eq!(only(&loaded).code, Code::NotUtf8);
        assert!(only(&loaded).message.contains("UTF-16"));
    }
    let (_folder, path) = file_with(b"# one\n# two \xff\n");
    assert!(only(&load_path(&path)).message.contains("on line 2"));
    let (_folder, path) = file_with(format!("\u{feff}{}", base()).as_bytes());
    assert_eq!(codes(&load_path(&path)), []);
    let (_folder, path) = file_with(b"title = \"a\0b\"\n");
    assert!(codes(&load_path(&path)).contains(&Code::Syntax));
}

#[test]
fn c6_line_ends_of_other_systems_are_line_ends() {
    let text = format!(
        "{}\n{}",
        base(),
        event("a").replace("\"s\"", "\"\"\"one\ntwo\"\"\"")
    );
    let (_folder, path) = file_with(text.replace('\n', "\r\n").as_bytes());
    let loaded = load_path(&path);
    assert_eq!(codes(&loaded), [], "{}", rendered(&loaded));
    assert_eq!(
        loaded.timeline.events().last().unwrap().summary.shown(),
        "one\ntwo"
    );
    let (_folder, path) = file_with(base().replace('\n', "\r").as_bytes());
    assert!(codes(&load_path(&path)).contains(&Code::Syntax));
}

#[test]
fn c11_links_that_go_round_in_circles_are_followed_once() {
    let folder = directory();
    symlink(folder.path(), folder.path().join("again")).unwrap();
    symlink("base.toml", folder.path().join("twin.toml")).unwrap();
    symlink("self.toml", folder.path().join("self.toml")).unwrap();
    let loaded = load_path(folder.path());
    assert_eq!(events(&loaded), ["round-01"]);
    let problem = only(&loaded);
    assert_eq!(problem.code, Code::Unreadable);
    assert!(problem.message.contains("circle"), "{}", problem.message);
}

#[test]
fn c11_a_link_that_leads_out_of_the_directory_is_refused() {
    let (folder, (_other, outside)) = (directory(), file_with(event("secret").as_bytes()));
    symlink(&outside, folder.path().join("out.toml")).unwrap();
    let loaded = load_path(folder.path());
    assert_eq!(events(&loaded), ["round-01"]);
    assert!(
        only(&loaded).message.contains("leads out"),
        "{}",
        rendered(&loaded)
    );
}

#[test]
fn c11_directories_are_followed_to_a_depth() {
    let folder = directory();
    let mut deep = folder.path().to_owned();
    for _ in 0..=MAX_DEPTH {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("deep.toml"), event("deep")).unwrap();
    let loaded = load_path(folder.path());
    assert_eq!(events(&loaded), ["round-01"]);
    assert_eq!(only(&loaded).code, Code::TooLarge);
}

#[test]
fn c12_what_editors_leave_behind_is_no_part_of_a_timeline() {
    let folder = directory();
    for name in [
        "x.toml~",
        ".#x.toml",
        "4913",
        ".hidden.toml",
        "#x.toml#",
        "x.toml.swp",
        "x.txt",
    ] {
        fs::write(folder.path().join(name), "not = TOML = at all").unwrap();
    }
    let loaded = load_path(folder.path());
    assert_eq!(codes(&loaded), [], "{}", rendered(&loaded));
}

#[test]
fn c13_what_may_not_be_read_is_named_and_the_rest_is_shown() {
    let folder = directory();
    let path = folder.path().join("locked.toml");
    fs::write(&path, event("locked")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
    let loaded = load_path(folder.path());
    // Nothing is locked for the superuser.
    if fs::read(&path).is_err() {
        assert_eq!(events(&loaded), ["round-01"]);
        assert!(
            rendered(&loaded).contains("locked.toml: error[E010]"),
            "{}",
            rendered(&loaded)
        );
    } else {
        assert_eq!(events(&loaded), ["round-01", "locked"]);
    }
    let gone = load_path(&folder.path().join("gone.toml"));
    assert!(rendered(&gone).contains("gone.toml: error[E010]: there is no such file"));
}

#[test]
fn c14_odd_names_are_shown_harmless_and_their_files_are_read() {
    let folder = directory();
    for (at, name) in [
        b"a\nb.toml".as_slice(),
        b"\x1b[31m.toml",
        b"-rf.toml",
        b"\xff\xfe.toml",
    ]
    .iter()
    .enumerate()
    {
        let text = format!("{}titel = 1\n", event(&format!("odd-{at}")));
        fs::write(folder.path().join(OsStr::from_bytes(name)), text).unwrap();
    }
    let loaded = load_path(folder.path());
    assert_eq!(loaded.timeline.events().len(), 5, "{}", rendered(&loaded));
    let said = rendered(&loaded);
    assert_eq!(codes(&loaded), [Code::UnknownKey; 4], "{said}");
    assert!(
        !said.contains('\u{1b}') && said.contains("␛[31m.toml:"),
        "{said}"
    );
    assert!(
        said.contains("a b.toml:") && said.contains("-rf.toml:"),
        "{said}"
    );
}

#[test]
fn a_directory_without_a_timeline_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let loaded = load_path(folder.path());
    assert!(loaded.is_empty());
    assert!(
        only(&loaded).message.contains("no *.toml"),
        "{}",
        rendered(&loaded)
    );
}

#[test]
fn files_are_named_as_the_user_would_type_them() {
    let folder = directory();
    let path = folder.path().join("more");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("x.toml"), "titel = 1\n").unwrap();
    let loaded = load_path(folder.path());
    let expected = format!("{}:1:1: warning[W001]", path.join("x.toml").display());
    assert!(
        rendered(&loaded).starts_with(&expected),
        "{}",
        rendered(&loaded)
    );
}
