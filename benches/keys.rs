//! What a key costs until its frame is drawn. It has 16 ms, a frame's time, and so has a step of what
//! goes on between keys. Percentiles of single keys are printed by the bench `latency`.

mod generate;
mod lean;
mod reader;

use std::time::{Duration, Instant};

use astana::load::{Input, load};
use astana::tui::keymap::Chord;
use astana::tui::message::Msg;
use astana::tui::update::{is_work_left, update};
use criterion::{Criterion, criterion_group, criterion_main};
use reader::Reader;

/// As many events as a curated timeline has, very many, and more than anybody has written down.
const SIZES: [usize; 3] = [75, 10_000, 100_000];
/// From so many on they are lean, and too many to be opened anew for each key.
const LEAN_FROM: usize = 50_000;

impl Reader {
    fn new(toml: &[String]) -> Self {
        let texts = toml.iter().enumerate();
        let texts = texts.map(|(at, text)| Input::text(format!("talks-{at}.toml"), text.clone()));
        Self::of(load(Input::layered(texts)), (120, 40))
    }

    /// How long it takes until the screen answers a message.
    fn send(&mut self, msg: Msg) -> Duration {
        let begin = Instant::now();
        self.see(msg);
        begin.elapsed()
    }

    /// Presses keys one after the other, each when all that the one before began is done; how long
    /// the last one takes.
    fn press(&mut self, keys: &str) -> Duration {
        let mut last = Duration::ZERO;
        for key in keys.split_whitespace() {
            while is_work_left(&self.app) {
                update(&mut self.app, Msg::Idle);
            }
            let chord: Chord = key.parse().expect("keys are written as in the manual");
            last = self.send(Msg::Key(chord));
        }
        last
    }
}

/// Keys in a timeline that was opened just now: nothing of it was read, folded or counted.
const FIRST: [&str; 10] = [
    "/",
    "/ e",
    "2",
    "2 /",
    "2 / e",
    "&",
    "& d e",
    "& speaker:",
    "f",
    "p",
];

/// The texts of a timeline of so many events.
fn texts(events: usize) -> Vec<String> {
    if events < LEAN_FROM {
        vec![generate::timeline(events)]
    } else {
        lean::timeline(events).collect()
    }
}

fn first(c: &mut Criterion) {
    for events in SIZES.into_iter().filter(|events| *events < LEAN_FROM) {
        first_of(c, events);
    }
}

fn first_of(c: &mut Criterion, events: usize) {
    let toml = texts(events);
    let mut group = c.benchmark_group(format!("first/{events}"));
    group.sample_size(10);
    for keys in FIRST {
        let name = keys.replace('/', "slash");
        group.bench_function(name, |b| {
            b.iter_custom(|times| {
                (0..times)
                    .map(|_| typed(&mut Reader::new(&toml), keys))
                    .sum()
            });
        });
    }
    for keys in ["/ e", "2 / e", "&", "f"] {
        let name = format!("{} step", keys.replace('/', "slash"));
        group.bench_function(name, |b| {
            b.iter_custom(|times| {
                let steps = (0..times).map(|_| {
                    let mut reader = Reader::new(&toml);
                    typed(&mut reader, keys);
                    reader.send(Msg::Idle)
                });
                steps.sum()
            });
        });
    }
}

/// Presses keys; a word of several letters is typed at once.
fn typed(reader: &mut Reader, keys: &str) -> Duration {
    let mut last = Duration::ZERO;
    for word in keys.split_whitespace() {
        last = match word.parse::<Chord>() {
            Ok(_) => reader.press(word),
            Err(_) => reader.send(Msg::Pasted(word.to_owned())),
        };
    }
    last
}

/// What is pressed before, and what is typed then: what is everywhere, a word, what is nowhere, a
/// name that many have.
const LATER: [(&str, &[&str]); 6] = [
    ("/", &["e", "th", "detainees", "zzz", "temirov"]),
    ("2 /", &["e", "th", "detainees", "zzz", "temirov"]),
    ("&", &["th", "detainees", "zzz", "temirov", "speaker:bard"]),
    ("f", &["e", "temirov"]),
    ("p", &["e", "zzz"]),
    ("2 tab", &["j", "pgdn", "G"]),
];

fn later(c: &mut Criterion) {
    for events in SIZES {
        let mut reader = Reader::new(&texts(events));
        later_of(c, events, &mut reader);
        frames_of(c, events, &mut reader);
    }
}

/// Frames of each view, and filters chosen and dropped in each.
fn frames_of(c: &mut Criterion, events: usize, reader: &mut Reader) {
    let mut group = c.benchmark_group(format!("view/{events}"));
    for key in ["1", "2", "3", "4"] {
        reader.press(key);
        group.bench_function(format!("{key} frame"), |b| {
            b.iter_custom(|times| (0..times).map(|_| reader.send(Msg::Idle)).sum());
        });
        group.bench_function(format!("{key} filter"), |b| {
            b.iter_custom(|times| {
                let strokes = (0..times).map(|_| {
                    reader.press("p");
                    reader.press("enter") + reader.press("X")
                });
                strokes.sum()
            });
        });
        reader.press("1");
    }
}

fn later_of(c: &mut Criterion, events: usize, reader: &mut Reader) {
    let mut group = c.benchmark_group(format!("later/{events}"));
    for (opening, needles) in LATER {
        for needle in needles {
            let name = format!("{} {needle}", opening.replace('/', "slash"));
            group.bench_function(name, |b| {
                reader.press(opening);
                b.iter_custom(|times| {
                    let strokes = (0..times).map(|_| {
                        if opening.ends_with("tab") {
                            return reader.press(needle);
                        }
                        // A word pasted is one stroke.
                        reader.press("ctrl-u left");
                        reader.send(Msg::Pasted((*needle).to_owned()))
                    });
                    strokes.sum()
                });
                reader.press("esc 1");
            });
        }
    }
}

criterion_group!(benches, first, later);
criterion_main!(benches);
