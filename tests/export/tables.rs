//! CSV, read by a parser of it.

use astana::export::TableName;
use astana::export::csv::Cells;

use super::{HOSTILE, TABLES, astana, table, timeline_of};

#[track_caller]
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    // Rows of different lengths are an error.
    let mut reader = builder
        .has_headers(false)
        .flexible(false)
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn f15_every_cell_stands_in_quotation_marks_and_lines_end_with_crlf() {
    for name in TABLES {
        let written = table(&astana(), name, Cells::Guarded);
        for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
            assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
            assert!(!line.contains(['\r', '\n']), "{line}");
        }
    }
}

#[test]
fn f15_no_cell_is_a_formula_and_without_the_guard_it_is_the_very_text() {
    let begins = |c: char| "=+-@\t\r＝＋－＠".contains(c);
    for text in HOSTILE {
        let timeline = timeline_of(text);
        for name in TABLES {
            let guarded = read(&table(&timeline, name, Cells::Guarded));
            let raw = read(&table(&timeline, name, Cells::Raw));
            assert_eq!(guarded.len(), 2 + usize::from(name == TableName::Sources));
            for (guarded, raw) in guarded.iter().flatten().zip(raw.iter().flatten()) {
                assert!(!guarded.starts_with(begins), "{guarded}");
                let is_guarded = raw.trim_start_matches('\'').starts_with(begins);
                let without = guarded.strip_prefix('\'').filter(|_| is_guarded);
                assert_eq!(without.unwrap_or(guarded), raw);
            }
        }
    }
}

#[test]
fn the_tables_have_these_columns() {
    for (name, columns) in [
        (
            TableName::Events,
            "id kind number title start end edtf precision city country venue summary outcomes topics \
             participants next sources doubts",
        ),
        (
            TableName::Participants,
            "event_id who role head head_title sources",
        ),
        (
            TableName::Quotes,
            "event_id n speaker speaker_title for date text sources form state",
        ),
        (
            TableName::Documents,
            "event_id n title date kind symbol points sources url",
        ),
        (
            TableName::Sources,
            "id publisher title date url language accessed author",
        ),
    ] {
        let rows = read(&table(&astana(), name, Cells::Raw));
        assert_eq!(rows[0].join(" "), columns);
        assert!(rows.len() > 50, "{name:?}");
    }
}

#[test]
fn an_event_has_the_days_it_may_have_had_and_the_date_as_written() {
    let rows = read(&table(&timeline_of("plain"), TableName::Events, Cells::Raw));
    assert_eq!(
        rows[1][4..8],
        ["2017-01-20", "2017-01-29", "2017-01-2X", "range"]
    );
    let rows = read(&table(&astana(), TableName::Events, Cells::Raw));
    let round = rows.iter().find(|row| row[0] == "round-06").unwrap();
    assert_eq!(
        round[4..8],
        ["2017-09-14", "2017-09-15", "2017-09-14/2017-09-15", "day"]
    );
    assert!(
        round[14].starts_with("Iran; Russia; Turkey; "),
        "{}",
        round[14]
    );
}
