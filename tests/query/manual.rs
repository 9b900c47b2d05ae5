//! docs/query.md: its examples can be read, and every field is in it.

use astana::builtin::{DATA, SEEDS};
use astana::load::{Input, load};
use astana::query::{Field, parse, select};

#[test]
fn every_example_of_the_manual_is_a_filter_that_shows_something() {
    let page = include_str!("../../docs/query.md");
    let timeline = load(Input::embedded(DATA, SEEDS)).timeline;
    let examples = page.split('`').skip(1).step_by(2);
    let examples = examples.filter(|text| text.contains(':') || text.contains('"'));
    let mut count = 0;
    for example in examples.filter(|text| text.len() > 2) {
        let (query, mistakes) = parse(example, &timeline);
        assert_eq!(mistakes, [], "{example}");
        let hits = select(&timeline, &query);
        let nothing = ["state:refuted", "state:unverified"].contains(&example);
        assert_eq!(hits.events().is_empty(), nothing, "{example}");
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn every_field_is_in_the_manual() {
    let page = include_str!("../../docs/query.md");
    for field in Field::ALL {
        assert!(
            page.contains(&format!("| `{}:", field.name())),
            "{}",
            field.name()
        );
    }
}
