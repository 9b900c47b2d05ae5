//! How list and detail share the screen.

use ratatui::layout::Size;

use super::app::{Focus, View};

/// How the panes are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The detail beside the list.
    Beside,
    /// The detail below the list.
    Below,
    /// One at a time: the one that has the keys.
    One,
}

/// What the reader made of the panes; without a choice the size of the screen decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Split {
    /// The arrangement that was chosen.
    chosen: Option<Arrangement>,
    /// The list's share of the width, in thousandths, where the divider was dragged.
    beside: Option<u16>,
    /// The list's share of the height.
    below: Option<u16>,
}

/// From this width on the detail stands beside the list unless somebody chose something else.
const BESIDE_FROM: u16 = 100;
/// The least size of a body whose panes stand side by side.
const LEAST_BESIDE: Size = Size::new(60, 1);
/// The least size of a body whose panes stand one below the other.
const LEAST_BELOW: Size = Size::new(60, 8);
/// The columns and rows that a pane has at least.
const LEAST_PANE: Size = Size::new(16, 3);
/// Columns that the detail never needs more of.
const WIDEST_DETAIL: u16 = super::layout::TEXT_WIDTH + 3;

impl Arrangement {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Below => "below",
            Self::One => "one pane at a time",
        }
    }

    const fn fits(self, body: Size) -> bool {
        let least = match self {
            Self::Beside => LEAST_BESIDE,
            Self::Below => LEAST_BELOW,
            Self::One => return true,
        };
        body.width >= least.width && body.height >= least.height
    }
}

impl Split {
    /// The arrangement of a body of that size: the chosen one if it fits, else what suits the size.
    pub fn arrangement(&self, body: Size) -> Arrangement {
        if let Some(chosen) = self.chosen.filter(|chosen| chosen.fits(body)) {
            chosen
        } else if body.width >= BESIDE_FROM {
            Arrangement::Beside
        } else if Arrangement::Below.fits(body) {
            Arrangement::Below
        } else {
            Arrangement::One
        }
    }

    /// Chooses the next arrangement that fits the body; which one, if there is another.
    pub fn choose_next(&mut self, body: Size) -> Option<Arrangement> {
        let now = self.arrangement(body);
        let order = [Arrangement::Beside, Arrangement::Below, Arrangement::One];
        let at = order.iter().position(|it| *it == now).unwrap_or(0);
        let mut others = order.iter().cycle().skip(at + 1).take(order.len() - 1);
        let next = others.find(|next| next.fits(body)).copied();
        self.chosen = next.or(self.chosen);
        next
    }

    /// Chooses an arrangement for where there is room for it, or none.
    pub const fn choose(&mut self, arrangement: Option<Arrangement>) {
        self.chosen = arrangement;
    }

    /// The arrangement that was chosen, whether there is room for it or not.
    pub const fn chosen(&self) -> Option<Arrangement> {
        self.chosen
    }

    /// Columns of the list beside the detail.
    pub fn list_width(&self, body: Size) -> u16 {
        let width = match self.beside {
            Some(thousandths) => share(body.width, thousandths),
            None => (body.width * 9 / 20).max(body.width.saturating_sub(WIDEST_DETAIL)),
        };
        within(width, body.width, LEAST_PANE.width)
    }

    /// Rows of a view's list above the detail: a map needs more of them.
    pub fn list_height(&self, body: Size, view: View) -> u16 {
        let height = match self.below {
            Some(thousandths) => share(body.height, thousandths),
            None if view == View::Zones => body.height * 3 / 5,
            None => body.height * 2 / 5,
        };
        within(height, body.height, LEAST_PANE.height)
    }

    /// Moves the divider so that the list has that many columns, or rows.
    pub fn drag(&mut self, list: u16, body: Size) {
        match self.arrangement(body) {
            Arrangement::Beside => self.beside = Some(thousandths(list, body.width)),
            Arrangement::Below => self.below = Some(thousandths(list, body.height)),
            Arrangement::One => {}
        }
    }

    /// Which panes are shown, the list first.
    pub fn shown(&self, body: Size, focus: Focus) -> (bool, bool) {
        match self.arrangement(body) {
            Arrangement::One => (focus == Focus::List, focus == Focus::Detail),
            _ => (true, true),
        }
    }
}

/// Rounds up, so that a list that was dragged to a column is as wide as that.
fn share(whole: u16, thousandths: u16) -> u16 {
    let part = (u32::from(whole) * u32::from(thousandths)).div_ceil(1000);
    u16::try_from(part).unwrap_or(whole)
}

/// Rounds down; finely, so that every column of a wide screen can be told.
fn thousandths(part: u16, whole: u16) -> u16 {
    let of_thousand = u32::from(part) * 1000 / u32::from(whole.max(1));
    u16::try_from(of_thousand).unwrap_or(1000)
}

fn within(list: u16, body: u16, least: u16) -> u16 {
    let most = body.saturating_sub(least + 1);
    list.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use super::{Arrangement, Split};
    use ratatui::layout::Size;

    #[test]
    fn a_divider_stays_where_it_is_dragged_to_and_leaves_both_panes_room() {
        for width in 60..400 {
            let body = Size::new(width, 20);
            for column in 0..width {
                let mut split = Split {
                    chosen: Some(Arrangement::Beside),
                    ..Split::default()
                };
                split.drag(column, body);
                let expected = column.clamp(16, width - 17);
                assert_eq!(split.list_width(body), expected, "{width}");
            }
        }
    }

    #[test]
    fn an_arrangement_that_does_not_fit_is_not_offered() {
        let mut split = Split::default();
        assert_eq!(split.choose_next(Size::new(40, 12)), None);
        assert_eq!(split.choose_next(Size::new(80, 20)), Some(Arrangement::One));
        assert_eq!(
            split.choose_next(Size::new(80, 20)),
            Some(Arrangement::Beside)
        );
        assert_eq!(split.arrangement(Size::new(50, 20)), Arrangement::One);
    }
}
