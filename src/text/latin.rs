//! Letters of other scripts in plain Latin ones, as names are written in them for English readers: Cyrillic, Greek,
//! Armenian, Georgian, Hebrew, Arabic with its Persian, Urdu, Kurdish and Pashto letters, and Hangul.
//!
//! After the romanisations of BGN/PCGN, as far as one letter stands for another whatever comes next to it. A table
//! of all scripts there are would be a twelfth of the program.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Letters and what is written for each; those that no sound is written for do not stand here.
const LEFT_TO_RIGHT: [&str; 8] = [
    // Latin letters that are no letter with a mark.
    "æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ ng ə a ŧ t ƒ f",
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch \
     ш sh щ shch ы y э e ю yu я ya і i є ye ґ g ә a ғ gh қ q ң ng ө o ұ u ү u һ h ҳ h ҷ j җ j ҡ q ҙ z ҫ s \
     ђ dj ј j љ lj њ nj ћ c џ dz ѕ dz",
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o \
     չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ w փ p ք k օ o ֆ f և yev",
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh \
     ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h",
    // Hangul, decomposed: how a syllable begins, its vowel, how it ends.
    "\u{1100} g \u{1101} kk \u{1102} n \u{1103} d \u{1104} tt \u{1105} r \u{1106} m \u{1107} b \u{1108} pp \
     \u{1109} s \u{110a} ss \u{110c} j \u{110d} jj \u{110e} ch \u{110f} k \u{1110} t \u{1111} p \u{1112} h",
    "\u{1161} a \u{1162} ae \u{1163} ya \u{1164} yae \u{1165} eo \u{1166} e \u{1167} yeo \u{1168} ye \u{1169} o \
     \u{116a} wa \u{116b} wae \u{116c} oe \u{116d} yo \u{116e} u \u{116f} wo \u{1170} we \u{1171} wi \
     \u{1172} yu \u{1173} eu \u{1174} ui \u{1175} i",
    "\u{11a8} k \u{11a9} k \u{11ab} n \u{11ae} t \u{11af} l \u{11b7} m \u{11b8} p \u{11ba} t \u{11bb} t \
     \u{11bc} ng \u{11bd} t \u{11be} t \u{11bf} k \u{11c0} t \u{11c1} p",
];

/// The same for scripts written from right to left, by their code points: beside Latin letters they would be read
/// in another order.
const RIGHT_TO_LEFT: [&str; 4] = [
    "\u{5d1} b \u{5d2} g \u{5d3} d \u{5d4} h \u{5d5} w \u{5d6} z \u{5d7} h \u{5d8} t \u{5d9} y \u{5da} k \
     \u{5db} k \u{5dc} l \u{5dd} m \u{5de} m \u{5df} n \u{5e0} n \u{5e1} s \u{5e3} f \u{5e4} p \u{5e5} ts \
     \u{5e6} ts \u{5e7} q \u{5e8} r \u{5e9} sh \u{5ea} t",
    "\u{628} b \u{62a} t \u{62b} th \u{62c} j \u{62d} h \u{62e} kh \u{62f} d \u{630} dh \u{631} r \u{632} z \
     \u{633} s \u{634} sh \u{635} s \u{636} d \u{637} t \u{638} z \u{63a} gh \u{641} f \u{642} q \u{643} k \
     \u{644} l \u{645} m \u{646} n \u{647} h \u{648} w \u{64a} y",
    "\u{67e} p \u{686} ch \u{698} zh \u{6a9} k \u{6af} g \u{6cc} y \u{6d2} y \u{679} t \u{688} d \u{691} r \
     \u{6ba} n \u{6c1} h \u{6be} h \u{6c6} w \u{6ce} y \u{6b5} l \u{695} r \u{6a4} v \u{67c} t \u{689} d \
     \u{693} r \u{696} zh \u{69a} sh \u{6ab} g \u{6bc} n \u{6cd} y \u{6d0} y",
    "\u{660} 0 \u{661} 1 \u{662} 2 \u{663} 3 \u{664} 4 \u{665} 5 \u{666} 6 \u{667} 7 \u{668} 8 \u{669} 9 \
     \u{6f0} 0 \u{6f1} 1 \u{6f2} 2 \u{6f3} 3 \u{6f4} 4 \u{6f5} 5 \u{6f6} 6 \u{6f7} 7 \u{6f8} 8 \u{6f9} 9",
];

/// A folded text in plain Latin letters; what they have no letter for is left out.
pub(crate) fn latin(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii() {
            plain.push(c);
        } else if let Some(letters) = letters().get(&c) {
            plain.push_str(letters);
        }
    }
    plain
}

fn letters() -> &'static HashMap<char, &'static str> {
    static LETTERS: OnceLock<HashMap<char, &'static str>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let scripts = LEFT_TO_RIGHT.iter().chain(&RIGHT_TO_LEFT);
        let mut letters = HashMap::new();
        for script in scripts {
            let mut words = script.split_whitespace();
            while let (Some(letter), Some(plain)) = (words.next(), words.next()) {
                letters.extend(letter.chars().map(|letter| (letter, plain)));
            }
        }
        letters
    })
}

#[cfg(test)]
mod tests {
    use super::{LEFT_TO_RIGHT, RIGHT_TO_LEFT, latin};
    use crate::text::fold;

    #[test]
    fn names_are_written_in_plain_letters() {
        for (name, plain) in [
            ("Лаврентьев", "lavrentev"),
            ("Нұр-Сұлтан", "nur-sultan"),
            ("Щербаков", "shcherbakov"),
            ("Çavuşoğlu", "cavusoglu"),
            ("Łódź", "lodz"),
            ("Κύπρος", "kypros"),
            ("Երևան", "erewan"),
            ("თბილისი", "tbilisi"),
            ("박근혜", "bakgeunhye"),
            ("\u{628}\u{634}\u{627}\u{631}", "bshr"),
            ("\u{5d7}\u{5d9}\u{5e4}\u{5d4}", "hyph"),
            ("\u{6f2}\u{660}\u{661}\u{667}", "2017"),
            ("北京", ""),
        ] {
            assert_eq!(latin(&fold(name)), plain, "{name}");
        }
    }

    #[test]
    fn every_letter_stands_alone_beside_plain_ones() {
        for script in LEFT_TO_RIGHT.iter().chain(&RIGHT_TO_LEFT) {
            let words: Vec<&str> = script.split_whitespace().collect();
            for pair in words.chunks(2) {
                let is_letter = pair[0].chars().count() == 1 && !pair[0].is_ascii();
                assert!(is_letter && pair[1].is_ascii(), "{pair:?}");
            }
        }
    }
}
