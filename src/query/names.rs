//! Finding a value by any of its names.

use crate::text::{Sound, fold};
use crate::timeline::{Facet, FacetValue, Timeline};

/// What a name leads to.
pub(super) enum Found<'t> {
    /// Exactly one.
    One(&'t FacetValue),
    /// More than one, in file order.
    Several(Vec<&'t FacetValue>),
    /// None, and the one whose name is nearest, if any is near.
    None(Option<&'t FacetValue>),
}

/// How alike a name must be to be suggested: 1 is equal.
const NEAR: f64 = 0.8;

/// The value that `name` means: a whole key, code, name or alias, else a beginning of a word of one that
/// only one has, else,
/// where names are proper names, one that sounds the same. Case, accents, hyphens and script make no difference.
pub(super) fn find<'t>(facet: Facet, name: &str, timeline: &'t Timeline) -> Found<'t> {
    let folded = fold(name);
    let all = timeline.values(facet).all();
    let is_key = |value: &&FacetValue| value.names.first().is_some_and(|(key, _)| *key == folded);
    if let Some(found) = all.iter().find(is_key) {
        return Found::One(found);
    }
    let wanted = plain(&folded);
    let sound = Sound::of(name);
    let has_proper_names = matches!(
        facet,
        Facet::Participant | Facet::Speaker | Facet::Place | Facet::Zone
    );
    for way in [Way::Whole, Way::Beginning, Way::Sound] {
        if matches!(way, Way::Sound) && !has_proper_names {
            continue;
        }
        let fits = |value: &&FacetValue| {
            let mut names = value.names.iter();
            names.any(|(name, other)| way.fits(&plain(name), other, &wanted, &sound))
        };
        let found: Vec<&FacetValue> = all.iter().filter(fits).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Found::One(one),
            _ => return Found::Several(found),
        }
    }
    Found::None(nearest(&wanted, all))
}

/// In which way a name may fit, the closest first.
#[derive(Clone, Copy)]
enum Way {
    Whole,
    Beginning,
    Sound,
}

impl Way {
    fn fits(self, name: &str, heard: &Sound, wanted: &str, sound: &Sound) -> bool {
        match self {
            Self::Whole => name == wanted,
            Self::Beginning => begins_a_word(name, wanted),
            Self::Sound => heard.find(sound).is_some(),
        }
    }
}

/// A folded name with its hyphens as blanks: "al-jaafari" is typed "al jaafari".
fn plain(folded: &str) -> String {
    folded.replace('-', " ")
}

/// Whether `wanted` stands at the beginning of a name or of one of its words.
pub(super) fn begins_a_word(name: &str, wanted: &str) -> bool {
    !wanted.is_empty()
        && name.match_indices(wanted).any(|(at, _)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
}

fn nearest<'t>(wanted: &str, all: &'t [FacetValue]) -> Option<&'t FacetValue> {
    let score = |value: &FacetValue| {
        let names = value.names.iter().map(|(name, _)| plain(name));
        let scores = names.map(|name| {
            let words = name
                .split(' ')
                .map(|word| strsim::jaro_winkler(word, wanted));
            words.fold(strsim::jaro_winkler(&name, wanted), f64::max)
        });
        scores.fold(0.0, f64::max)
    };
    // From the last to the first: of equals, `max_by` takes the last.
    let scored = all.iter().rev().map(|value| (score(value), value));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(score, _)| *score > NEAR)
        .map(|(_, value)| value)
}
