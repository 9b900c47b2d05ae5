//! The JSON that scripts rely on: its keys, their order, and what they hold.

use serde_json::Value;

use super::run;

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&run(args).printed()).unwrap()
}

/// The keys of the first object in a text, in the order in which they stand.
fn keys(printed: &str, indent: usize) -> Vec<String> {
    let margin = format!("{}\"", " ".repeat(indent));
    let keys = printed.lines().filter_map(|line| {
        let (key, _) = line.strip_prefix(&margin)?.split_once("\":")?;
        Some(key.to_owned())
    });
    let mut first: Vec<String> = Vec::new();
    for key in keys {
        if first.contains(&key) {
            break;
        }
        first.push(key);
    }
    first
}

#[test]
fn an_event_of_a_list_has_these_keys() {
    let printed = run(["list", "--format", "json"]).printed();
    let expected = "id kind number label title start end date_text city country participants topics quotes sources";
    assert_eq!(keys(&printed, 4).join(" "), expected);
    let events = json(&["list", "--format", "json"]);
    let round = events
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["id"] == "round-06")
        .unwrap();
    assert_eq!(
        (&round["kind"], &round["number"]),
        (&"round".into(), &6.into())
    );
    assert_eq!(
        (&round["start"], &round["end"]),
        (&"2017-09-14".into(), &"2017-09-15".into())
    );
    assert_eq!(
        (&round["label"], &round["date_text"]),
        (&"Round 6".into(), &"14–15 September 2017".into())
    );
    let iran = &round["participants"][0];
    assert_eq!(
        (&iran["id"], &iran["role"]),
        (&"iran".into(), &"guarantor".into())
    );
    assert_eq!(
        (&iran["name"], &iran["head"]),
        (&"Iran".into(), &"Hossein Jaberi Ansari".into())
    );
    assert!(round["quotes"].as_u64().unwrap() >= 7);
    assert_eq!(round["sources"][0], "astana-times-2017-09-16");
}

#[test]
fn what_is_not_known_is_null() {
    let events = json(&["list", "--format", "json"]);
    let declaration = &events[0];
    for key in ["number", "end"] {
        assert_eq!(declaration[key], Value::Null, "{key}");
    }
    assert!(declaration.as_object().unwrap().contains_key("end"));
}

#[test]
fn an_event_whole_has_these_keys() {
    let printed = run(["show", "round-06", "--format", "json"]).printed();
    let expected = "id kind number label title start end date_text city country participants topics quotes \
                    sources venue place summary outcomes documents doubts next related";
    assert_eq!(keys(&printed, 2).join(" "), expected);
    let event = json(&["show", "round-06", "--format", "json"]);
    for (list, keys) in [
        ("outcomes", "text sources"),
        ("documents", "title kind date symbol url points sources"),
        ("doubts", "about text sources"),
        (
            "quotes",
            "event date speaker participant title form state text topics sources line",
        ),
        ("participants", "id name role head head_title sources"),
    ] {
        let item = event[list][0].as_object().unwrap();
        assert_eq!(item.len(), keys.split(' ').count(), "{list}: {item:?}");
        assert!(
            keys.split(' ').all(|key| item.contains_key(key)),
            "{list}: {item:?}"
        );
    }
}

#[test]
fn a_quote_says_its_state_and_a_verified_one_its_line() {
    let quotes = json(&["quotes", "--format", "json"]);
    let quotes = quotes.as_array().unwrap();
    let dates: Vec<&str> = quotes
        .iter()
        .map(|quote| &quote["date"].as_str().unwrap()[..4])
        .collect();
    assert!(dates.is_sorted());
    let (proven, reported): (Vec<&Value>, Vec<&Value>) = quotes
        .iter()
        .partition(|quote| quote["state"] == "verified");
    assert_eq!(proven.len(), 7);
    for quote in proven {
        assert_eq!(
            (&quote["form"], &quote["event"]),
            (&"direct".into(), &"round-06".into())
        );
        assert!(quote["line"].as_u64().unwrap() > 0, "{quote}");
        assert!(quote["speaker"]["id"].is_string() && quote["speaker"]["name"].is_string());
    }
    for quote in reported {
        assert_eq!(
            (&quote["form"], &quote["state"]),
            (&"indirect".into(), &"reported".into())
        );
        assert_eq!(quote["line"], Value::Null);
    }
}

#[test]
fn stats_agree_with_the_lists() {
    let stats = json(&["stats", "--format", "json"]);
    let events = json(&["list", "--format", "json"])
        .as_array()
        .unwrap()
        .len();
    let quotes = json(&["quotes", "--format", "json"])
        .as_array()
        .unwrap()
        .len();
    assert_eq!(stats["events"]["total"], events);
    assert_eq!(stats["quotes"]["total"], quotes);
    let sum = |list: &Value, key: &str| -> usize {
        let items = list.as_array().unwrap().iter();
        items
            .map(|item| usize::try_from(item[key].as_u64().unwrap()).unwrap())
            .sum()
    };
    assert_eq!(sum(&stats["events"]["by_kind"], "events"), events);
    assert_eq!(sum(&stats["events"]["by_year"], "events"), events);
    for by in ["by_state", "by_form"] {
        let counts = stats["quotes"][by].as_object().unwrap().values();
        let sum: u64 = counts.map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(usize::try_from(sum).unwrap(), quotes);
    }
}
