//! HTML in the making: every text is escaped on its way in, and only names and texts of ours are not.

use std::convert::Infallible;
use std::fmt;

use pulldown_cmark_escape::{StrWrite, escape_html};

/// A piece of HTML.
#[derive(Debug, Default)]
pub(super) struct Markup {
    html: String,
}

/// The name and value of an attribute.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Markup {
    /// A text; `&`, `<`, `>` and both quotation marks stand for themselves only.
    pub(super) fn text(&mut self, text: &str) {
        let Ok(()) = escape_html(self, text);
    }

    /// An element with what is written into it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
    }

    /// An element with nothing but a text in it.
    pub(super) fn element_of(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        text: &str,
    ) {
        self.element(name, attributes, |markup| markup.text(text));
    }

    /// The start of an element, which is all of one that holds nothing.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.html.push('<');
        self.html.push_str(name);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            self.text(value);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// Markup of ours, as it is.
    pub(super) fn ours(&mut self, html: &'static str) {
        self.html.push_str(html);
    }

    /// The HTML.
    pub(super) fn finish(self) -> String {
        self.html
    }
}

impl StrWrite for &mut Markup {
    type Error = Infallible;

    fn write_str(&mut self, text: &str) -> Result<(), Infallible> {
        self.html.push_str(text);
        Ok(())
    }

    fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), Infallible> {
        self.html.push_str(&text.to_string());
        Ok(())
    }
}
