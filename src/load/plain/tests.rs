//! What is read here is what the parser reads; the rest is left to it.

use std::path::Path;

use proptest::prelude::*;
use toml::de::DeTable;

use crate::diagnostic::Files;

use crate::load::fields::Piece;
use crate::load::tree::{Table, Value};

/// One of everything that is read here.
const PLAIN: &str = "# c\n[timeline]\nschema = 1\n\n[[event]] # \u{e9}\r\n id = \"a\"\r\nkind=\"\"\r\n\t\
    start = 2017-01-23 # c\nnumber = 0\ntitle = \"\u{e9}\" \nsummary = \"\"\"\nA \"b\"\n\n[[c]] '\"\"\"\n\
    topics = [\n  \"x\", # ]\n\n  \"y\",\n]\nnext = \"\"\"one\"\"\"\nrelated = [ ]\n\
    participants = [{ id = \"p\", role = \"r\", days = [2017-01-24] }, {a=[[1],[{b=2}]]}]\n\
    [[event.quote]]\ntext = \"It's\"\n[[event.quote]]\n[[event.doubt]]\nabout = \"x\"\n\
    [[event]]\nid = \"b\"\n  [[event.quote]]\n  _ = 999999999\n[other]\n-1 = \"\"\n[[event]]\n# end";

/// Lines that are not read here.
const UNUSUAL: &[&str] = &[
    "a.b = 1",
    "'a' = 1",
    "\"a\" = 1",
    "a = 'b'",
    "a = \"\\n\"",
    "a = \"\t\"",
    "a = 1.5",
    "a = -1",
    "a = 01",
    "a = 0x1",
    "a = 1_0",
    "a = 1234567890",
    "a = true",
    "a = 2017-01-23T10:00:00Z",
    "a = 2017-01-23 10:00:00",
    "a = 2017-02-30",
    "a = 2017-13-01",
    "a = 2017-1-1",
    "a = 10:00:00",
    "a = \"\"\"b\"\"\"\"",
    "a = \"\"\"\\\n\"\"\"",
    "a = \"\"\"\r\nb\"\"\"",
    "a = '''b'''",
    "a = {}",
    "a = { b = 1, }",
    "a = {\n b = 1 }",
    "a = [1 2]",
    "a = [,]",
    "a = [",
    "a = { b = 1",
    "a = \"b",
    "a = b",
    "a =",
    "a",
    "= 1",
    "a = 1 b = 2",
    "a = \"b\"c",
    "a = \"\u{7f}\"",
    "a = 1 # \u{1}",
    "a = 1\rb",
    "a = 1\na = 2",
    "a = { b = 1, b = 2 }",
    "[x.a]",
    "[x.a.b]",
    "[[x.a.b]]",
    "[x]",
    "[[y.a]]",
    "[[x]",
    "[ x ]",
    "[[x]] y",
    "a = 1\n[[x.a]]",
    "a = [{}]\n[[x.a]]",
    "a = []\n[[x.a]]",
    "a = [[[[[[[[[1]]]]]]]]]",
    "[y]\n[y]",
    "[y]\n[[y]]",
    "[y]\n[[y.a]]",
    "[[y]]\n[y]",
    "[x.\"a\"]",
    "\u{feff}a = 1",
];

/// What is read, and what the parser reads if nothing is wrong; both in the order of the keys.
fn both(text: &str) -> (Option<Table<'_>>, Option<Table<'_>>) {
    let piece = Piece {
        file: Files::default().add("a.toml", ""),
        start: 7,
        problems: Vec::new(),
    };
    let plain = super::parse(text, &piece).map(|mut table| {
        sort(&mut table);
        table
    });
    let (parsed, errors) = DeTable::parse_recoverable(text);
    let parsed = Table::of(parsed.into_inner(), &piece);
    (plain, errors.is_empty().then_some(parsed))
}

fn sort(table: &mut Table<'_>) {
    table.sort();
    for row in &mut table.0 {
        row.value
            .iter_mut()
            .for_each(|node| sort_within(&mut node.value));
    }
}

fn sort_within(value: &mut Value<'_>) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| sort_within(&mut item.value)),
        Value::Table(table) => sort(table),
        _ => {}
    }
}

/// Whether `text` is read here; it is then as the parser reads it.
#[track_caller]
fn is_plain(text: &str) -> bool {
    let (plain, parsed) = both(text);
    if plain.is_some() {
        assert_eq!(plain, parsed, "{text}");
    }
    plain.is_some()
}

fn shipped(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            shipped(&path, texts);
        } else if path.extension().is_some_and(|it| it == "toml") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn the_usual_is_read_as_the_parser_reads_it() {
    assert!(is_plain(PLAIN));
    assert!(is_plain(""));
    assert!(is_plain(" \t"));
}

#[test]
fn what_is_unusual_or_wrong_is_left_to_the_parser() {
    for line in UNUSUAL {
        assert!(!is_plain(&format!("[[x]]\n{line}\n")), "{line}");
    }
    assert!(!is_plain("a = 1\n[[x]]\n"));
    assert!(!is_plain("\u{feff}[[x]]\n"));
    let keys = (0..60).map(|n| format!("k{n} = 1\n"));
    let keys = keys.collect::<Vec<_>>().concat();
    assert!(!is_plain(&format!("[x]\n{keys}")));
}

#[test]
fn what_is_shipped_is_read_as_the_parser_reads_it_and_most_of_it_here() {
    let mut texts = Vec::new();
    shipped(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("data"),
        &mut texts,
    );
    let plain = texts.iter().filter(|text| is_plain(text)).count();
    assert!(plain * 4 > texts.len() * 3, "{plain} of {}", texts.len());
}

/// Texts of which some bytes are others.
fn changed() -> impl Strategy<Value = String> {
    let bits = [
        "",
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\n",
        "\r\n",
        "\r",
        "#",
        "=",
        ".",
        ",",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        " ",
        "0",
        "-",
        "_",
        "a",
        "\u{e9}",
        "\u{0}",
        "\u{85}",
        "\u{feff}",
        "\t",
        "id = \"a\"\n",
        "[event]\n",
        "[[event]]\n",
        "[[event.quote]]\n",
        "2017-02-29",
        " 10:00",
        "true",
        "1.5",
        "{ a = 1 }",
        "[1, 2]",
        "quote = []\n",
    ];
    let change = (
        0..PLAIN.len(),
        0..4_usize,
        prop::sample::select(bits.to_vec()),
    );
    prop::collection::vec(change, 1..4).prop_map(|changes| {
        let mut text = PLAIN.to_owned();
        for (at, length, bit) in changes {
            let start = text.floor_char_boundary(at);
            let end = text.ceil_char_boundary(start + length);
            text.replace_range(start..end, bit);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_text_is_read_as_the_parser_reads_it_or_not_at_all(text in changed()) {
        is_plain(&text);
    }
}
