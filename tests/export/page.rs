//! HTML, read by a tokenizer that follows the standard's.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use sha2::{Digest, Sha256};

use super::{HOSTILE, HTML, TIMELINEJS, astana, exported, timeline_of};

/// What a browser makes of a page.
#[derive(Default)]
struct Read {
    /// Every element, with its attributes.
    elements: Vec<(String, BTreeMap<String, String>)>,
    /// The text that is shown.
    text: String,
    style: String,
    script: String,
    /// Comments and mistakes, which there must not be.
    others: Vec<String>,
}

#[track_caller]
fn read(html: &str) -> Read {
    let mut emitter = DefaultEmitter::default();
    // As a browser does: what is in a script or style is no markup.
    emitter.naively_switch_states(true);
    let mut page = Read::default();
    let mut open: Vec<String> = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.0).unwrap();
                let attributes = tag.attributes.into_iter().map(|(name, value)| {
                    let value = String::from_utf8(value.value.0).unwrap();
                    (String::from_utf8(name.0).unwrap(), value)
                });
                if !matches!(name.as_str(), "meta" | "input" | "br") {
                    open.push(name.clone());
                }
                page.elements.push((name, attributes.collect()));
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.0).unwrap();
                assert_eq!(open.pop(), Some(name));
            }
            Token::String(text) => {
                let text = String::from_utf8(text.value.0).unwrap();
                match open.last().map(String::as_str) {
                    Some("style") => page.style.push_str(&text),
                    Some("script") => page.script.push_str(&text),
                    _ => page.text.push_str(&text),
                }
            }
            Token::Doctype(_) => {}
            other => page.others.push(format!("{other:?}")),
        }
    }
    assert_eq!(open, [""; 0]);
    assert_eq!(page.others, [""; 0]);
    page
}

impl Read {
    fn names(&self) -> BTreeSet<&str> {
        self.elements
            .iter()
            .map(|(name, _)| name.as_str())
            .collect()
    }

    fn attributes(&self) -> BTreeSet<(&str, &str)> {
        let elements = self.elements.iter();
        let all = elements.flat_map(|(name, attributes)| {
            attributes.keys().map(|key| (name.as_str(), key.as_str()))
        });
        all.collect()
    }

    fn values(&self, attribute: &str) -> Vec<&str> {
        let values = self.elements.iter();
        let values = values.filter_map(|(_, attributes)| attributes.get(attribute));
        values.map(String::as_str).collect()
    }
}

/// The names of the elements of a page, in their order.
pub(super) fn elements(html: &str) -> Vec<String> {
    let elements = read(html).elements.into_iter();
    elements.map(|(name, _)| name).collect()
}

#[test]
fn f16_no_text_becomes_an_element_or_an_attribute() {
    let plain = exported(&timeline_of("plain"), "", HTML);
    let plain = read(&plain);
    for text in HOSTILE {
        let html = exported(&timeline_of(text), "", HTML);
        let page = read(&html);
        assert_eq!(page.names(), plain.names(), "{text}");
        assert_eq!(page.elements.len(), plain.elements.len(), "{text}");
        let unknown: Vec<_> = page
            .attributes()
            .difference(&plain.attributes())
            .copied()
            .collect();
        assert_eq!(unknown, [], "{text}");
        assert_eq!(page.script, plain.script);
        assert_eq!(page.style, plain.style);
    }
}

#[test]
fn f16_a_hostile_text_is_read_as_what_it_is() {
    let text = "</script><script>alert(1)</script> \"'&<b onclick=x>";
    let page = read(&exported(&timeline_of(text), "", HTML));
    assert!(page.text.matches(text).count() > 15, "{}", page.text);
}

#[test]
fn f16_f20_addresses_are_of_the_web_or_of_the_page_and_lead_somewhere() {
    let html = exported(&astana(), "", HTML);
    let page = read(&html);
    let ids: Vec<&str> = page.values("id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    assert!(ids.iter().all(|id| id.chars().all(is_plain)), "{ids:?}");
    for target in page.values("href") {
        let is_known = target
            .strip_prefix('#')
            .is_some_and(|id| known.contains(id));
        let is_of_web = target.starts_with("https://") || target.starts_with("http://");
        assert!(is_known || is_of_web, "{target}");
    }
    for text in HOSTILE {
        let hostile = exported(&timeline_of(text), "", HTML);
        for target in read(&hostile).values("href") {
            let is_plain = target
                .bytes()
                .all(|b| b.is_ascii_graphic() && !b"\"<>\\".contains(&b));
            let is_sound = target.starts_with('#') || target.starts_with("https://example.org/");
            assert!(is_plain && is_sound, "{target}");
        }
    }
}

#[test]
fn f16_the_policy_forbids_every_request_and_every_script_but_ours() {
    let html = exported(&astana(), "", HTML);
    let page = read(&html);
    let policies: Vec<&BTreeMap<String, String>> = page
        .elements
        .iter()
        .map(|(_, attributes)| attributes)
        .filter(|it| {
            it.get("http-equiv")
                .is_some_and(|it| it == "Content-Security-Policy")
        })
        .collect();
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(&page.style),
        hash(&page.script),
    );
    assert_eq!(policies.len(), 1);
    assert_eq!(
        policies[0]["content"], policy,
        "POLICY in src/export/html/mod.rs"
    );
}

#[test]
fn the_page_asks_for_nothing_outside_itself() {
    let html = exported(&astana(), "", HTML);
    let page = read(&html);
    for attribute in ["src", "srcset", "style", "action", "data", "background"] {
        assert_eq!(page.values(attribute), [""; 0], "{attribute}");
    }
    for text in [&page.style, &page.script] {
        for word in [
            "http",
            "url(",
            "@import",
            "@font-face",
            "fetch(",
            "innerHTML",
            "eval(",
        ] {
            assert!(!text.contains(word), "{word}");
        }
    }
    assert!(!page.names().contains("link") && !page.names().contains("base"));
    let out: Vec<_> = page
        .elements
        .iter()
        .filter(|(_, it)| it.get("href").is_some_and(|it| it.starts_with("http")))
        .collect();
    assert!(out.len() > 500);
    for (_, attributes) in out {
        assert_eq!(attributes["rel"], "noopener noreferrer");
    }
}

#[test]
fn without_its_script_the_page_is_a_document_with_all_there_is() {
    let timeline = astana();
    let html = exported(&timeline, "", HTML);
    let page = read(&html);
    for event in timeline.events() {
        assert!(page.text.contains(event.summary.shown()), "{}", event.id);
        for quote in &event.quotes {
            assert!(page.text.contains(quote.text.shown()));
        }
        for doubt in &event.doubts {
            assert!(page.text.contains(doubt.text.shown()));
        }
    }
    // Nothing is hidden but what only works with it.
    let hidden = page
        .elements
        .iter()
        .filter(|(_, it)| it.contains_key("hidden"));
    let hidden: Vec<&str> = hidden.map(|(_, it)| it["class"].as_str()).collect();
    assert_eq!(hidden, ["controls"]);
}

#[test]
fn every_element_that_the_script_asks_for_is_there() {
    let html = exported(&timeline_of("plain"), "", HTML);
    let page = read(&html);
    let asked = page.script.split("$(\"").skip(1);
    let asked: BTreeSet<&str> = asked.map(|rest| rest.split('"').next().unwrap()).collect();
    let ids: BTreeSet<&str> = page.values("id").into_iter().collect();
    assert!(
        asked.len() > 5 && asked.is_subset(&ids),
        "{asked:?} {ids:?}"
    );
}

#[test]
fn a_text_has_the_direction_of_its_letters_and_a_title_its_language() {
    let html = exported(&timeline_of("السلام"), "", HTML);
    let page = read(&html);
    let of = |name: &str| {
        let found = page.elements.iter().find(|(it, _)| it == name);
        found.unwrap().1.clone()
    };
    for name in ["h1", "blockquote", "cite"] {
        assert_eq!(of(name)["dir"], "auto", "{name}");
    }
    // What is no language is left out.
    assert_eq!(of("html")["lang"], "en");
    assert!(!of("cite").contains_key("lang"));
    let html = exported(&astana(), "", HTML);
    let languages: BTreeSet<String> = read(&html)
        .values("lang")
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert!(
        languages.contains("ar") && languages.contains("ru"),
        "{languages:?}"
    );
}

#[test]
fn f16_slides_hold_no_element_but_ours() {
    for text in HOSTILE {
        let slides = exported(&timeline_of(text), "", TIMELINEJS);
        let slides: serde_json::Value = serde_json::from_str(&slides).unwrap();
        for words in [&slides["title"]["text"], &slides["events"][0]["text"]] {
            for html in [&words["headline"], &words["text"]] {
                let page = read(html.as_str().unwrap());
                let known = BTreeSet::from(["p", "ul", "li", "a"]);
                assert!(page.names().is_subset(&known), "{html}");
                assert!(
                    page.attributes()
                        .is_subset(&BTreeSet::from([("a", "href")])),
                    "{html}"
                );
            }
        }
    }
}
