//! Sets of places in a long list, a bit for each place: joined and counted sixty-four at a time.

use std::ops::Range;

/// How many places a word has.
const WORD: usize = Bits::WORD;

/// A set of places in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    /// How long the list is.
    places: usize,
}

impl Bits {
    /// How many places stand together in a word.
    pub const WORD: usize = 64;

    /// The empty set in a list of so many places.
    pub fn none(places: usize) -> Self {
        Self {
            words: vec![0; places.div_ceil(WORD)],
            places,
        }
    }

    /// The set of all places.
    pub fn every(places: usize) -> Self {
        let mut bits = Self::none(places);
        bits.flip();
        bits
    }

    /// How long the list is.
    pub const fn places(&self) -> usize {
        self.places
    }

    /// Adds a place; nothing for one that is not in the list.
    pub fn insert(&mut self, at: usize) {
        if at < self.places
            && let Some(word) = self.words.get_mut(at / WORD)
        {
            *word |= bit(at);
        }
    }

    /// Adds a range of places.
    pub fn insert_range(&mut self, range: Range<usize>) {
        let end = range.end.min(self.places);
        let mut at = range.start;
        while at < end {
            let next = ((at / WORD + 1) * WORD).min(end);
            if let Some(word) = self.words.get_mut(at / WORD) {
                *word |= from(at) & until(next);
            }
            at = next;
        }
    }

    /// Adds the places of another set of the same list.
    pub fn unite(&mut self, other: &Self) {
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(word, other)| *word |= other);
    }

    /// Leaves only the places that are in another set of the same list, too.
    pub fn intersect(&mut self, other: &Self) {
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(word, other)| *word &= other);
    }

    /// Leaves only the places that are not in another set of the same list.
    pub fn subtract(&mut self, other: &Self) {
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(word, other)| *word &= !other);
    }

    /// Takes every place out that was in, and in that was out.
    pub fn flip(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        let behind = self.places % WORD;
        if let Some(last) = self.words.last_mut().filter(|_| behind > 0) {
            *last &= (1 << behind) - 1;
        }
    }

    /// Whether a place is in it.
    pub fn contains(&self, at: usize) -> bool {
        let word = self.words.get(at / WORD);
        word.is_some_and(|word| word & bit(at) != 0)
    }

    /// How many places are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| ones(*word)).sum()
    }

    /// How many places are in both.
    pub fn count_in(&self, other: &Self) -> usize {
        let words = self.words.iter().zip(&other.words);
        words.map(|(word, other)| ones(word & other)).sum()
    }

    /// Whether a place is in both.
    pub fn meets(&self, other: &Self) -> bool {
        let mut words = self.words.iter().zip(&other.words);
        words.any(|(word, other)| word & other != 0)
    }

    /// The places in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.iter_from(0)
    }

    /// The places in it from one on, in order.
    pub fn iter_from(&self, at: usize) -> impl Iterator<Item = usize> + use<'_> {
        let words = self.words.iter().enumerate().skip(at / WORD);
        words.flat_map(move |(nth, word)| {
            let mask = if nth == at / WORD { from(at) } else { u64::MAX };
            let left =
                std::iter::successors(Some(word & mask), |left| Some(left & left.checked_sub(1)?));
            let left = left.take_while(|left| *left != 0);
            left.map(move |left| nth * WORD + lowest(left))
        })
    }

    /// The last place in it before one.
    pub fn last_before(&self, at: usize) -> Option<usize> {
        let at = at.min(self.places);
        let words = self.words.get(..at.div_ceil(WORD))?.iter().enumerate();
        words.rev().find_map(|(nth, word)| {
            let mask = if nth == at / WORD {
                until(at)
            } else {
                u64::MAX
            };
            let left = word & mask;
            let highest = left.checked_ilog2()? as usize;
            Some(nth * WORD + highest)
        })
    }

    /// The places in it word by word: the place of the word's lowest bit, and the word.
    pub fn words(&self) -> impl Iterator<Item = (usize, u64)> + use<'_> {
        let words = self.words.iter().enumerate();
        words.map(|(nth, word)| (nth * WORD, *word))
    }
}

/// A set that does not change any more: it is known at once how many of its places come before one,
/// and which is its nth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    bits: Bits,
    /// How many come before each word, and at the end how many there are.
    before: Vec<u32>,
}

impl From<Bits> for Set {
    fn from(bits: Bits) -> Self {
        let counts = bits.words.iter().scan(0, |before, word| {
            *before += word.count_ones();
            Some(*before)
        });
        let before = std::iter::once(0).chain(counts).collect();
        Self { bits, before }
    }
}

impl Set {
    /// The set itself.
    pub const fn bits(&self) -> &Bits {
        &self.bits
    }

    /// How many places are in it.
    pub fn len(&self) -> usize {
        self.before.last().map_or(0, |count| *count as usize)
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a place is in it.
    pub fn contains(&self, at: usize) -> bool {
        self.bits.contains(at)
    }

    /// How many of its places come before one.
    pub fn rank(&self, at: usize) -> usize {
        let (Some(before), Some(word)) =
            (self.before.get(at / WORD), self.bits.words.get(at / WORD))
        else {
            return self.len();
        };
        *before as usize + ones(word & until_within(at))
    }

    /// Its nth place, from 0.
    pub fn nth(&self, nth: usize) -> Option<usize> {
        if nth >= self.len() {
            return None;
        }
        let word = self
            .before
            .partition_point(|before| *before as usize <= nth)
            - 1;
        let before = self.before.get(word).map_or(0, |before| *before as usize);
        let bits = self.bits.words.get(word)?;
        let left = (before..nth).fold(*bits, |left, _| left & left.wrapping_sub(1));
        (left != 0).then(|| word * WORD + lowest(left))
    }
}

/// A place's bit within its word.
const fn bit(at: usize) -> u64 {
    1 << (at % WORD)
}

/// The bits of a word from a place on.
const fn from(at: usize) -> u64 {
    u64::MAX << (at % WORD)
}

/// The bits of a word before a place that may begin the next one.
const fn until(at: usize) -> u64 {
    match at % WORD {
        0 => u64::MAX,
        bits => (1 << bits) - 1,
    }
}

/// The bits of a word before a place in it.
const fn until_within(at: usize) -> u64 {
    bit(at) - 1
}

const fn ones(word: u64) -> usize {
    word.count_ones() as usize
}

const fn lowest(word: u64) -> usize {
    word.trailing_zeros() as usize
}

/// Some places of a list, kept as what is smaller: few as they are, many as a set.
#[derive(Debug, Clone)]
pub enum Members {
    /// In order, each once.
    Few(Vec<u32>),
    /// As a set.
    Many(Bits),
}

impl Default for Members {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Members {
    /// Adds a place behind the last one, of a list of so many.
    pub(super) fn push(&mut self, at: usize, places: usize) {
        match self {
            Self::Few(few) if few.len() < places / 32 + 8 => {
                few.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
            Self::Few(few) => {
                let mut many = Bits::none(places);
                for &at in few.iter() {
                    many.insert(at as usize);
                }
                many.insert(at);
                *self = Self::Many(many);
            }
            Self::Many(many) => many.insert(at),
        }
    }

    /// Whether a place is among them.
    pub fn contains(&self, at: usize) -> bool {
        match self {
            Self::Few(few) => u32::try_from(at).is_ok_and(|at| few.binary_search(&at).is_ok()),
            Self::Many(many) => many.contains(at),
        }
    }

    /// How many of them are in a set.
    pub fn count_in(&self, set: &Bits) -> usize {
        match self {
            Self::Few(few) => few.iter().filter(|at| set.contains(**at as usize)).count(),
            Self::Many(many) => many.count_in(set),
        }
    }

    /// Whether one of them is in a set.
    pub fn meet(&self, set: &Bits) -> bool {
        match self {
            Self::Few(few) => few.iter().any(|at| set.contains(*at as usize)),
            Self::Many(many) => many.meets(set),
        }
    }

    /// Adds them to a set.
    pub fn add_to(&self, set: &mut Bits) {
        match self {
            Self::Few(few) => few.iter().for_each(|at| set.insert(*at as usize)),
            Self::Many(many) => set.unite(many),
        }
    }

    /// Them, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<'_> {
        let (few, many) = match self {
            Self::Few(few) => (Some(few), None),
            Self::Many(many) => (None, Some(many)),
        };
        let few = few.into_iter().flatten().map(|at| *at as usize);
        few.chain(many.into_iter().flat_map(Bits::iter))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Bits, Members, Set};

    fn places() -> impl Strategy<Value = (usize, BTreeSet<usize>)> {
        (0..300_usize).prop_flat_map(|all| {
            let some = prop::collection::btree_set(0..all.max(1), 0..=all);
            (
                Just(all),
                some.prop_map(move |some| some.into_iter().filter(|at| *at < all).collect()),
            )
        })
    }

    fn bits(all: usize, some: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::none(all);
        for at in some {
            bits.insert(*at);
        }
        bits
    }

    proptest! {
        #[test]
        fn a_set_says_what_going_through_all_says((all, some) in places(), at in 0..320_usize) {
            let set = Set::from(bits(all, &some));
            let list: Vec<usize> = some.iter().copied().collect();
            prop_assert_eq!(set.bits().iter().collect::<Vec<_>>(), list.clone());
            prop_assert_eq!(set.len(), list.len());
            prop_assert_eq!(set.contains(at), some.contains(&at));
            prop_assert_eq!(set.rank(at), some.range(..at).count());
            prop_assert_eq!(set.nth(at), list.get(at).copied());
            prop_assert_eq!(set.bits().iter_from(at).next(), some.range(at..).next().copied());
            prop_assert_eq!(set.bits().last_before(at), some.range(..at).next_back().copied());
            let mut others = set.bits().clone();
            others.flip();
            let hidden: Vec<usize> = (0..all).filter(|at| !some.contains(at)).collect();
            prop_assert_eq!(others.iter().collect::<Vec<_>>(), hidden);
        }

        #[test]
        fn a_range_is_every_place_in_it((all, some) in places(), start in 0..320_usize, len in 0..200_usize) {
            let mut set = bits(all, &some);
            set.insert_range(start..start + len);
            let mut each = bits(all, &some);
            (start..start + len).for_each(|at| each.insert(at));
            prop_assert_eq!(set, each);
        }

        #[test]
        fn few_and_many_are_the_same_members((all, some) in places(), at in 0..320_usize) {
            let mut members = Members::default();
            for at in &some {
                members.push(*at, all);
            }
            prop_assert_eq!(members.iter().collect::<BTreeSet<_>>(), some.clone());
            prop_assert_eq!(members.contains(at), some.contains(&at));
            let mut set = Bits::none(all);
            members.add_to(&mut set);
            prop_assert_eq!(&set, &bits(all, &some));
            prop_assert_eq!(members.count_in(&set), some.len());
        }
    }
}
