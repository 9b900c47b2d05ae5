//! What somebody meant who mistyped a name.

use crate::timeline::Id;

/// How alike two names must be to be suggested for each other: 1 is equal.
const ALIKE: f64 = 0.78;

/// The id that somebody who wrote `text` probably meant.
pub(super) fn as_id(text: &str) -> Option<Id> {
    let plain = crate::text::fold(text);
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    Id::new(&words.collect::<Vec<_>>().join("-"))
}

/// The candidate most like `wanted`, if any is like it at all; the first of equals.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = strsim::jaro_winkler(candidate, wanted);
        if score >= ALIKE && best.is_none_or(|(known, _)| score > known) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_mistyped_name_is_told_from_another_one() {
        let known = ["russia", "iran", "turkey", "summary"];
        for (typed, meant) in [
            ("rusia", Some("russia")),
            ("sumary", Some("summary")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known.into_iter()), meant, "{typed}");
        }
    }
}
