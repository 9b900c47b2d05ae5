//! A screen without a terminal: the real app, the real keys, the real drawing.

use std::collections::BTreeMap;
use std::fmt::Write;

use astana::load::{Input, Share, first_screen, load};
use astana::tui::app::{App, Settings};
use astana::tui::glyphs::{Glyphs, UNICODE};
use astana::tui::keymap::Keymap;
use astana::tui::layout::areas;
use astana::tui::message::{Effect, Msg};
use astana::tui::theme::{Palette, Theme};
use astana::tui::update::{is_work_left, update};
use astana::tui::view::view;
use astana::{builtin, query};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Modifier, Style};

/// A timeline small enough to keep in mind: three rounds and a summit in two years, four delegations.
pub(crate) const THREE_ROUNDS: &str = r#"
[timeline]
schema = 1
title = "Talks"

[[kind]]
id = "round"
name = "Round"
plural = "Rounds"
glyph = "●"
color = "cyan"

[[kind]]
id = "summit"
name = "Summit"
plural = "Summits"
glyph = "◆"

[[role]]
id = "guarantor"
name = "Guarantor"
glyph = "G"

[[role]]
id = "observer"
name = "Observer"
glyph = "O"

[[participant]]
id = "iran"
name = "Iran"
code = "IRN"
aliases = ["Islamic Republic of Iran"]

[[participant]]
id = "turkey"
name = "Turkey"
code = "TUR"
aliases = ["Türkiye"]

[[participant]]
id = "jordan"
name = "Jordan"
code = "JOR"

[[participant]]
id = "un"
name = "United Nations"
code = "UN"

[[person]]
id = "ansari"
name = "Hossein Ansari"
participant = "iran"
title = "Deputy Minister"

[[person]]
id = "onal"
name = "Sedat Önal"
participant = "turkey"

[[source]]
id = "gazette"
publisher = "The Gazette"
title = "Talks end"
date = 2017-02-03
url = "https://example.org/talks"

[[source]]
id = "herald"
publisher = "The Herald"
title = "Talks go on"
date = 2018-05-16

[[event]]
id = "round-01"
kind = "round"
number = 1
title = "First meeting"
start = 2017-01-23
end = 2017-01-24
city = "Astana"
country = "Kazakhstan"
summary = "The delegations met for the first time and agreed to watch the ceasefire."
outcomes = [{ text = "A mechanism to watch the ceasefire", sources = ["gazette"] }]
topics = ["ceasefire"]
sources = ["gazette", "herald"]
participants = [
  { id = "iran", role = "guarantor", head = "ansari", sources = ["gazette"] },
  { id = "turkey", role = "guarantor", head = "onal", sources = ["herald"] },
  { id = "un", role = "observer" },
]

[[event.quote]]
speaker = "ansari"
form = "direct"
text = "The ceasefire holds"
sources = ["gazette"]

[[event.quote]]
speaker = "onal"
form = "indirect"
text = "He called the mechanism a beginning."
sources = ["herald"]

[[event]]
id = "round-02"
kind = "round"
number = 2
title = "Second meeting"
start = 2017-02-15
city = "Astana"
country = "Kazakhstan"
summary = "Jordan came to watch."
sources = ["gazette"]
participants = [
  { id = "iran", role = "guarantor" },
  { id = "turkey", role = "guarantor" },
  { id = "jordan", role = "observer" },
]

[[event.doubt]]
about = "venue"
text = "One paper names a hotel, the other a palace."
sources = ["gazette", "herald"]

[[event]]
id = "summit-2018"
kind = "summit"
title = "Summit of the guarantors"
start = "2018-04"
city = "Ankara"
country = "Turkey"
summary = "The presidents met."
sources = ["herald"]
participants = [
  { id = "iran", role = "guarantor" },
  { id = "turkey", role = "guarantor" },
]

[[event]]
id = "round-03"
kind = "round"
number = 3
title = "Third meeting"
start = 2018-05-14
end = 2018-05-15
city = "Astana"
country = "Kazakhstan"
summary = "Detainees were spoken about."
topics = ["detainees"]
related = ["round-02"]
sources = ["herald", "gazette"]
participants = [
  { id = "iran", role = "guarantor" },
  { id = "jordan", role = "observer" },
]

[[event.quote]]
speaker = "ansari"
form = "indirect"
text = "He asked for lists of detainees."
sources = ["herald"]
"#;

/// The app with a screen of a given size.
pub(crate) struct Screen {
    pub(crate) app: App,
    theme: Theme,
    /// What the app asked for last.
    pub(crate) effect: Option<Effect>,
}

impl Screen {
    /// A screen over a timeline in TOML.
    pub(crate) fn of(toml: &str, width: u16, height: u16) -> Self {
        let input = Input::text("talks.toml", toml.to_owned());
        Self::over(input, width, height, &UNICODE, Palette::Auto)
    }

    /// A screen over [`THREE_ROUNDS`].
    pub(crate) fn new(width: u16, height: u16) -> Self {
        Self::of(THREE_ROUNDS, width, height)
    }

    /// A screen over a timeline in TOML, of which a source's `file` is `text.txt`, with that text.
    pub(crate) fn with_text(toml: &str, text: &str, width: u16, height: u16) -> Self {
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let files: &'static [_] = Box::leak(Box::new([("talks.toml", leak(toml))]));
        let seeds: &'static [_] = Box::leak(Box::new([("text.txt", leak(text))]));
        let input = Input::embedded(files, seeds);
        Self::over(input, width, height, &UNICODE, Palette::Auto)
    }

    /// A screen over the embedded timeline.
    pub(crate) fn builtin(width: u16, height: u16) -> Self {
        Self::builtin_with(width, height, &UNICODE, Palette::Auto)
    }

    /// The same in another look.
    pub(crate) fn builtin_with(
        width: u16,
        height: u16,
        glyphs: &'static Glyphs,
        palette: Palette,
    ) -> Self {
        let input = Input::embedded(builtin::DATA, builtin::SEEDS);
        Self::over(input, width, height, glyphs, palette)
    }

    fn over(
        input: Input,
        width: u16,
        height: u16,
        glyphs: &'static Glyphs,
        palette: Palette,
    ) -> Self {
        let settings = Settings {
            glyphs,
            keymap: Keymap::default(),
            ..Settings::default()
        };
        Self::with(App::new(load(input), settings), palette, width, height)
    }

    /// A screen over the beginning of a timeline in TOML, of which the rest is being read.
    pub(crate) fn beginning(toml: &str, width: u16, height: u16) -> Self {
        let input = Input::text("talks.toml", toml.to_owned());
        let loaded = first_screen(input, Share::ALL[0], None).unwrap();
        let app = App::beginning(loaded, Settings::default());
        Self::with(app, Palette::Auto, width, height)
    }

    fn with(app: App, palette: Palette, width: u16, height: u16) -> Self {
        let mut screen = Self {
            app,
            theme: Theme::new(palette),
            effect: None,
        };
        screen.resize(width, height);
        screen
    }

    /// Filters as `--filter` does.
    pub(crate) fn filter(&mut self, text: &str) {
        let (query, mistakes) = query::parse(text, &self.app.timeline);
        assert_eq!(mistakes, []);
        self.app.set_query(query);
        self.send(Msg::Told(String::new()));
        self.app.notice = None;
    }

    /// Presses keys, in the notation of help and configuration, separated by blanks.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.send(Msg::Key(key.parse().unwrap()));
        }
        self
    }

    /// Hands the app a message, and lets it finish what takes long.
    pub(crate) fn send(&mut self, msg: Msg) {
        self.send_without_pause(msg);
        while is_work_left(&self.app) {
            self.pause();
        }
    }

    /// Hands the app a message, as if the next one were there already.
    pub(crate) fn send_without_pause(&mut self, msg: Msg) {
        self.effect = update(&mut self.app, msg);
    }

    /// Lets the app do a step of what takes long.
    pub(crate) fn pause(&mut self) {
        update(&mut self.app, Msg::Idle);
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.send(Msg::Resized(Size { width, height }));
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::from((
            ratatui::layout::Position::ORIGIN,
            self.app.size,
        )));
        view(&self.app, &self.theme, &mut buffer);
        buffer
    }

    /// The text on the screen.
    pub(crate) fn text(&self) -> String {
        lines(&self.buffer()).join("\n")
    }

    /// The line of the screen that holds the selection's mark.
    pub(crate) fn selected_line(&self) -> String {
        let lines = lines(&self.buffer());
        lines
            .into_iter()
            .find(|line| line.contains('▸'))
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// The id of the selected event.
    pub(crate) fn selected(&self) -> String {
        let event = self.app.selected_event();
        event.map_or_else(String::new, |event| self.app.timeline[event].id.to_string())
    }

    /// What the selected event is called in tight places.
    pub(crate) fn selected_label(&self) -> String {
        let event = self.app.selected_event().unwrap();
        self.app.timeline.label(&self.app.timeline[event])
    }

    /// The text of the cells of the panes that have exactly these modifiers, one piece for each stretch of
    /// them in a row.
    pub(crate) fn pieces(&self, modifier: Modifier) -> Vec<String> {
        let buffer = self.buffer();
        let mut pieces = Vec::new();
        for row in areas(&self.app).unwrap().body.rows() {
            let mut piece = String::new();
            for position in row.positions() {
                if buffer[position].style().add_modifier == modifier {
                    piece.push_str(buffer[position].symbol());
                } else if !piece.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
            }
            pieces.extend((!piece.is_empty()).then_some(piece));
        }
        pieces
    }

    /// Text and styles: below the text the same cells again, each with the letter of its style.
    pub(crate) fn snapshot(&self) -> String {
        let buffer = self.buffer();
        let mut legend: BTreeMap<String, char> = BTreeMap::new();
        let mut styles = Vec::new();
        for row in buffer.area.rows() {
            let mut line = String::new();
            for position in row.positions() {
                let style = buffer[position].style();
                line.push(if plain(style) {
                    ' '
                } else {
                    letter(&mut legend, style)
                });
            }
            styles.push(line.trim_end().to_owned());
        }
        let mut text = format!("{}\n", lines(&buffer).join("\n"));
        writeln!(text, "{}", "=".repeat(usize::from(buffer.area.width))).unwrap();
        writeln!(text, "{}", styles.join("\n")).unwrap();
        for (style, letter) in legend {
            writeln!(text, "{letter} = {style}").unwrap();
        }
        text
    }
}

fn plain(style: Style) -> bool {
    style_name(style).is_empty()
}

fn style_name(style: Style) -> String {
    let mut parts = Vec::new();
    if let Some(color) = style.fg.filter(|color| color.to_string() != "Reset") {
        parts.push(color.to_string());
    }
    if let Some(color) = style.bg.filter(|color| color.to_string() != "Reset") {
        parts.push(format!("on {color}"));
    }
    if !style.add_modifier.is_empty() {
        parts.push(format!("{:?}", style.add_modifier));
    }
    parts.join(" ")
}

fn letter(legend: &mut BTreeMap<String, char>, style: Style) -> char {
    let next = char::from(b'a' + u8::try_from(legend.len()).unwrap());
    *legend.entry(style_name(style)).or_insert(next)
}

/// The text of every row; the cells a wide glyph covers besides its first are left out.
pub(crate) fn lines(buffer: &Buffer) -> Vec<String> {
    let rows = buffer.area.rows().map(|row| {
        let mut line = String::new();
        let mut covered = 0;
        for position in row.positions() {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let symbol = buffer[position].symbol();
            covered = astana::text::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        line.trim_end().to_owned()
    });
    rows.collect()
}
