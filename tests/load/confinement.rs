//! Source texts are found, and found nowhere but in the seeds folder.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use astana::diagnostic::Code;
use astana::load::{Loaded, MAX_SEED_BYTES, load, read};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::{BASE, codes, only, rendered};

const CANARY: &str = "nobody may see this";

/// A timeline in `talks/`, with `seeds/` and a canary beside it.
fn talks(file: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("talks")).unwrap();
    fs::create_dir(folder.path().join("seeds")).unwrap();
    fs::write(folder.path().join("canary.txt"), CANARY).unwrap();
    let toml = BASE.replace("report.txt", file);
    fs::write(folder.path().join("talks/base.toml"), toml).unwrap();
    folder
}

fn load_talks(folder: &TempDir) -> Loaded {
    load(read(&folder.path().join("talks"), None))
}

fn source_text(loaded: &Loaded) -> Option<&str> {
    loaded.timeline.sources().first().unwrap().text.as_deref()
}

#[test]
fn e1_a_path_out_of_the_folder_is_refused_and_not_opened() {
    for file in [
        "../canary.txt",
        "/etc/passwd",
        "a/../../canary.txt",
        "a/../report.txt",
        "..\\\\canary.txt",
        "file:canary.txt",
        "~/canary.txt",
        ".",
        "",
    ] {
        let folder = talks(file);
        let loaded = load_talks(&folder);
        assert_eq!(
            only(&loaded).code,
            Code::OutsideSeeds,
            "{file}: {}",
            rendered(&loaded)
        );
        assert_eq!(source_text(&loaded), None, "{file}");
        assert!(!rendered(&loaded).contains(CANARY));
    }
}

#[test]
fn e2_a_link_is_refused_wherever_it_leads() {
    for (link, to) in [
        ("report.txt", "../canary.txt"),
        ("report.txt", "other.txt"),
        ("report.txt", "/dev/zero"),
        ("report.txt", "report.txt"),
    ] {
        let folder = talks("report.txt");
        fs::write(folder.path().join("seeds/other.txt"), CANARY).unwrap();
        symlink(to, folder.path().join("seeds").join(link)).unwrap();
        let loaded = load_talks(&folder);
        assert_eq!(
            only(&loaded).code,
            Code::OutsideSeeds,
            "{to}: {}",
            rendered(&loaded)
        );
        assert_eq!(source_text(&loaded), None, "{to}");
    }
    let folder = talks("link/canary.txt");
    symlink("..", folder.path().join("seeds/link")).unwrap();
    assert_eq!(only(&load_talks(&folder)).code, Code::OutsideSeeds);
}

#[test]
fn e3_a_source_text_is_a_regular_file_of_bounded_size() {
    let folder = talks("report.txt");
    let path = folder.path().join("seeds/report.txt");
    assert_eq!(only(&load_talks(&folder)).code, Code::Unreadable);
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR, 0).unwrap();
    assert!(
        only(&load_talks(&folder))
            .message
            .contains("not a regular file")
    );
    fs::remove_file(&path).unwrap();
    fs::File::create(&path)
        .unwrap()
        .set_len(MAX_SEED_BYTES + 1)
        .unwrap();
    let loaded = load_talks(&folder);
    assert_eq!(only(&loaded).code, Code::TooLarge);
    assert!(
        only(&loaded).message.contains("16 MiB"),
        "{}",
        rendered(&loaded)
    );
    fs::write(&path, b"bad \xff").unwrap();
    assert_eq!(only(&load_talks(&folder)).code, Code::NotUtf8);
}

#[test]
fn source_texts_are_found_inside_the_root_before_beside_it() {
    let folder = talks("report.txt");
    fs::write(folder.path().join("seeds/report.txt"), "beside").unwrap();
    assert_eq!(source_text(&load_talks(&folder)), Some("beside"));
    fs::create_dir(folder.path().join("talks/seeds")).unwrap();
    fs::write(folder.path().join("talks/seeds/report.txt"), "inside").unwrap();
    assert_eq!(source_text(&load_talks(&folder)), Some("inside"));
}

#[test]
fn the_root_of_a_single_file_is_its_directory() {
    let folder = talks("report.txt");
    let path = folder.path().join("talks/base.toml");
    fs::write(folder.path().join("seeds/report.txt"), "beside").unwrap();
    assert_eq!(source_text(&load(read(&path, None))), Some("beside"));
}

#[test]
fn another_folder_can_be_named() {
    let folder = talks("report.txt");
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("report.txt"), "named").unwrap();
    let loaded = load(read(&folder.path().join("talks"), Some(&other)));
    assert_eq!(source_text(&loaded), Some("named"));
    let loaded = load(read(
        &folder.path().join("talks"),
        Some(Path::new("/nowhere")),
    ));
    assert!(
        codes(&loaded).contains(&Code::Unreadable),
        "{}",
        rendered(&loaded)
    );
    assert!(rendered(&loaded).contains("/nowhere: error[E010]: there is no such directory"));
}

#[test]
fn a_source_text_that_is_not_there_is_told_with_the_folder_it_was_looked_for_in() {
    let folder = talks("gone.txt");
    let loaded = load_talks(&folder);
    let seeds = folder.path().join("seeds");
    let said = format!("`gone.txt`: there is no such file in {}", seeds.display());
    assert!(
        only(&loaded).message.contains(&said),
        "{}",
        rendered(&loaded)
    );
}
