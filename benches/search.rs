//! What opening a search costs, and each key in it. A key has 16 ms, a frame's time.

mod generate;

use std::hint::black_box;
use std::time::Instant;

use astana::load::{Input, Loaded, load};
use astana::tui::app::{App, Settings, View};
use astana::tui::glyphs::UNICODE;
use astana::tui::keymap::Chord;
use astana::tui::message::Msg;
use astana::tui::search::Index;
use astana::tui::update::update;
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::layout::Size;

/// A small timeline such as the built-in one, and a very large one.
const SIZES: [usize; 2] = [80, 10_000];

/// What one types first, which is everywhere; a word; what is nowhere; a name that many have.
const NEEDLES: [&str; 5] = ["e", "th", "detainees", "zzz", "temirov"];

fn loaded(events: usize) -> Loaded {
    let loaded = load(Input::text("talks.toml", generate::timeline(events)));
    assert_eq!(loaded.timeline.events().len(), events);
    loaded
}

fn press(app: &mut App, key: &str) {
    let chord: Chord = key.parse().expect("keys are written as in the manual");
    update(app, Msg::Key(chord));
}

fn opening(c: &mut Criterion) {
    let mut group = c.benchmark_group("open");
    group.sample_size(10);
    for events in SIZES {
        let timeline = loaded(events).timeline;
        for view in View::ALL {
            group.bench_function(format!("{}/{events}", view.name()), |b| {
                b.iter(|| {
                    let index = Index::default();
                    index.open(view, &timeline, &UNICODE);
                    black_box(index)
                });
            });
        }
    }
}

/// A needle pasted is one stroke; before it the line is emptied.
fn stroke(c: &mut Criterion) {
    let mut group = c.benchmark_group("key");
    for events in SIZES {
        let mut app = App::new(loaded(events), Settings::default());
        let size = Size::new(120, 40);
        update(&mut app, Msg::Resized(size));
        for view in ["1", "2"] {
            press(&mut app, view);
            press(&mut app, "/");
            for needle in NEEDLES {
                group.bench_function(format!("{}/{needle}/{events}", app.view.name()), |b| {
                    b.iter_custom(|times| {
                        let strokes = (0..times).map(|_| {
                            press(&mut app, "ctrl-u");
                            let begin = Instant::now();
                            update(&mut app, Msg::Pasted(needle.to_owned()));
                            begin.elapsed()
                        });
                        strokes.sum()
                    });
                });
            }
            press(&mut app, "esc");
        }
    }
}

criterion_group!(benches, opening, stroke);
criterion_main!(benches);
