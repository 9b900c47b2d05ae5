//! Somebody at the screen, who waits for its answer.

use astana::load::Loaded;
use astana::tui::app::{App, Settings};
use astana::tui::message::Msg;
use astana::tui::theme::{Palette, Theme};
use astana::tui::update::update;
use astana::tui::view::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

pub(crate) struct Reader {
    pub(crate) app: App,
    theme: Theme,
    buffer: Buffer,
}

impl Reader {
    /// One in front of a screen of this size.
    pub(crate) fn of(loaded: Loaded, (width, height): (u16, u16)) -> Self {
        let mut app = App::new(loaded, Settings::default());
        update(&mut app, Msg::Resized(Size::new(width, height)));
        Self {
            app,
            theme: Theme::new(Palette::Auto),
            buffer: Buffer::empty(Rect::new(0, 0, width, height)),
        }
    }

    /// Hands the app a message and draws a frame.
    pub(crate) fn see(&mut self, msg: Msg) {
        update(&mut self.app, msg);
        self.buffer.reset();
        view(&self.app, &self.theme, &mut self.buffer);
    }
}
