//! A picture of a screen as SVG: text on a grid of cells.
//!
//! Each run of text says its column and how wide it is (`textLength`, SVG 2 §11.5), so that the columns hold
//! whatever font the reader's machine has. No font, script or address from elsewhere is in it.

use std::io::{self, Write};

use super::markup::{Attribute, Markup};

/// The width of a cell, in the units of the picture: that of a usual monospaced font at [`FONT`].
const CELL_WIDTH: u32 = 8;
/// The height of a cell.
const CELL_HEIGHT: u32 = 17;
/// From the top of a cell to the line that letters stand on.
const BASELINE: u32 = 13;
/// The size of the font.
const FONT: &str = "13";
/// What is left free on each side.
const MARGIN: u32 = 8;

/// A screen as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Cells from left to right.
    pub columns: u32,
    /// Cells from top to bottom.
    pub rows: u32,
    /// What stands in them.
    pub runs: Vec<Run>,
    /// For which background.
    pub background: Background,
}

/// The background that a picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light or dark as the reader has asked their browser for.
    Both,
    /// A light one.
    Light,
    /// A dark one.
    Dark,
}

/// A piece of a row that looks the same from one end to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its first cell.
    pub column: u32,
    /// Its row.
    pub row: u32,
    /// How many cells it takes.
    pub width: u32,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// How a piece looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The name of its colour in `svg/*.css`; none for that of plain text.
    pub colour: Option<&'static str>,
    /// In which ways it differs from plain text.
    pub ways: Vec<Way>,
    /// With foreground and background exchanged.
    pub reversed: bool,
}

/// A way in which a text differs from plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Heavier.
    Bold,
    /// Fainter.
    Dim,
    /// With a line below it.
    Underlined,
}

/// Writes a picture.
pub fn write(out: &mut impl Write, picture: &Picture) -> io::Result<()> {
    let mut markup = Markup::default();
    let width = (picture.columns * CELL_WIDTH + 2 * MARGIN).to_string();
    let height = (picture.rows * CELL_HEIGHT + 2 * MARGIN).to_string();
    let size = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &width),
        ("height", &height),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("font-size", FONT),
        ("role", "img"),
    ];
    markup.element("svg", &size, |svg| {
        svg.ours("\n<style>\n");
        svg.ours(style(picture.background));
        svg.ours("</style>\n");
        let all = [("class", "ground"), ("width", "100%"), ("height", "100%")];
        svg.element("rect", &all, |_| ());
        svg.ours("\n");
        for run in &picture.runs {
            draw(svg, run);
        }
    });
    writeln!(out, "{}", markup.finish())
}

const fn style(background: Background) -> &'static str {
    match background {
        Background::Both => concat!(
            include_str!("svg/common.css"),
            include_str!("svg/light.css"),
            "@media (prefers-color-scheme: dark) {\n",
            include_str!("svg/dark.css"),
            "}\n"
        ),
        Background::Light => concat!(
            include_str!("svg/common.css"),
            include_str!("svg/light.css")
        ),
        Background::Dark => concat!(include_str!("svg/common.css"), include_str!("svg/dark.css")),
    }
}

fn draw(svg: &mut Markup, run: &Run) {
    let top = MARGIN + run.row * CELL_HEIGHT;
    let colour = run.look.colour.unwrap_or("plain");
    if run.look.reversed {
        let cells = [
            ("class", colour),
            ("x", &left(run.column)),
            ("y", &top.to_string()),
            ("width", &(run.width * CELL_WIDTH).to_string()),
            ("height", &CELL_HEIGHT.to_string()),
        ];
        svg.element("rect", &cells, |_| ());
        svg.ours("\n");
    }
    // Renderers differ in what they make of blanks at the ends.
    let begun = run.text.trim_start_matches(' ');
    let text = begun.trim_end_matches(' ');
    let before = blanks(&run.text, begun);
    let width = run.width.saturating_sub(before + blanks(begun, text));
    if text.is_empty() {
        return;
    }
    let place: [Attribute<'_>; 5] = [
        ("class", &classes(&run.look, colour)),
        ("x", &left(run.column + before)),
        ("y", &(top + BASELINE).to_string()),
        ("textLength", &(width * CELL_WIDTH).to_string()),
        ("lengthAdjust", "spacingAndGlyphs"),
    ];
    svg.element_of("text", &place, text);
    svg.ours("\n");
}

/// Where a column begins.
fn left(column: u32) -> String {
    (MARGIN + column * CELL_WIDTH).to_string()
}

/// How many blanks a text has lost.
fn blanks(text: &str, trimmed: &str) -> u32 {
    u32::try_from(text.len() - trimmed.len()).unwrap_or(0)
}

/// The names in `svg/*.css` of how a text looks.
fn classes(look: &Look, colour: &'static str) -> String {
    let colour = if look.reversed { "ground" } else { colour };
    let ways = look.ways.iter().map(|way| match way {
        Way::Bold => "bold",
        Way::Dim => "dim",
        Way::Underlined => "underlined",
    });
    let names: Vec<&str> = std::iter::once(colour).chain(ways).collect();
    names.join(" ")
}
