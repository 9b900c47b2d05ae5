//! Values that are more than text: dates, numbers, addresses, marks, one of several words.

use crate::diagnostic::{Code, Span};
use crate::load::names::nearest;
use crate::load::tree::{Node, Value};
use crate::text::{Lines, Text};
use crate::timeline::Date;

use super::{Fields, Located, listed};

impl<'t> Fields<'t, '_> {
    /// A date that may be missing: a TOML date, or EDTF in a string.
    pub(in crate::load) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let found = self.take(key)?;
        self.as_date(key, &found)
    }

    /// A date that must be there.
    pub(in crate::load) fn required_date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let found = self.require(key)?;
        self.as_date(key, &found)
    }

    fn as_date(&mut self, key: &str, found: &Node<'t>) -> Option<Located<Date>> {
        let date = match &found.value {
            Value::Datetime(moment) => self.calendar_date(key, moment, found.span),
            Value::String(text) => self.edtf(key, text, found.span),
            _ => {
                self.wrong_type(key, "a date such as 2017-09-14 or \"2017-09\"", found);
                None
            }
        };
        date.map(|value| Located {
            value,
            span: found.span,
        })
    }

    /// The day as written: whoever writes a time of day means the day of the place it was at.
    fn calendar_date(
        &mut self,
        key: &str,
        moment: &toml::value::Datetime,
        span: Span,
    ) -> Option<Date> {
        let Some(date) = moment.date else {
            // An impossible date has neither: the parser has told of it.
            if moment.time.is_some() {
                let message = format!("`{key}` is a time of day without a date");
                self.reading.piece.report(Code::BadDate, span, message);
            }
            return None;
        };
        let day =
            chrono::NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
        if day.is_none() {
            self.reading
                .piece
                .report(Code::BadDate, span, format!("`{key}`: there is no {date}"));
        }
        day.map(Date::day)
    }

    fn edtf(&mut self, key: &str, text: &str, span: Span) -> Option<Date> {
        match Date::parse(text.trim()) {
            Ok(date) => Some(date),
            Err(error) => {
                let message = format!("`{key}` is not a date: {error}");
                let help = "write 2017-09-14, or EDTF in quotation marks: \"2017-09\", \"2017-09-14~\" \
                            (about), \"2017-09?\" (uncertain), \"2017-09-XX\", \"2017-09/..\"";
                self.reading
                    .piece
                    .report_with_help(Code::BadDate, span, message, help.to_owned());
                None
            }
        }
    }

    /// A whole number from 0 up, if there is one.
    pub(in crate::load) fn number(&mut self, key: &'static str) -> Option<Located<u32>> {
        let found = self.take(key)?;
        let Value::Integer { digits, radix } = &found.value else {
            self.wrong_type(key, "a whole number", &found);
            return None;
        };
        let value = u32::from_str_radix(digits, *radix).ok();
        if value.is_none() {
            let message = format!("`{key}` must be a whole number from 0 to {}", u32::MAX);
            self.reading
                .piece
                .report(Code::BadValue, found.span, message);
        }
        value.map(|value| Located {
            value,
            span: found.span,
        })
    }

    /// A number of degrees that must be there, at most `limit` either way.
    pub(in crate::load) fn degrees(&mut self, key: &'static str, limit: f64) -> Option<f64> {
        let Some(found) = self.take(key) else {
            return self.missing(key);
        };
        let value = match &found.value {
            Value::Float(number) => number.parse().ok(),
            Value::Integer { digits, .. } => digits.parse().ok(),
            _ => {
                self.wrong_type(key, "a number of degrees", &found);
                return None;
            }
        };
        let sound = value.filter(|degrees: &f64| degrees.abs() <= limit);
        if sound.is_none() {
            let message = format!("`{key}` must lie between -{limit} and {limit} degrees");
            self.reading
                .piece
                .report(Code::BadValue, found.span, message);
        }
        sound
    }

    /// One of the values that `read` knows, if the key is there; `allowed` says which they are.
    pub(in crate::load) fn choice<T>(
        &mut self,
        key: &'static str,
        allowed: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = self.take(key)?;
        self.one_of(key, allowed, read, &found)
    }

    /// The same for a key that must be there.
    pub(in crate::load) fn required_choice<T>(
        &mut self,
        key: &'static str,
        allowed: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = self.require(key)?;
        self.one_of(key, allowed, read, &found)
    }

    fn one_of<T>(
        &mut self,
        key: &'static str,
        allowed: &[&str],
        read: impl Fn(&str) -> Option<T>,
        found: &Node<'t>,
    ) -> Option<T> {
        let Value::String(word) = &found.value else {
            self.wrong_type(key, &format!("one of {}", listed(allowed)), found);
            return None;
        };
        let value = read(word);
        if value.is_none() {
            let message = format!("`{word}` is no {key}");
            let help = match nearest(word, allowed.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it is one of {}", listed(allowed)),
            };
            self.reading
                .piece
                .report_with_help(Code::BadValue, found.span, message, help);
        }
        value
    }

    /// A web address, if there is one.
    pub(in crate::load) fn url(&mut self, key: &'static str) -> Option<Text> {
        let found = self.take(key)?;
        let found = self.string(key, "a string", found)?;
        let scheme = found
            .value
            .split_once("://")
            .map(|(scheme, _)| scheme.to_ascii_lowercase());
        let blank = |c: char| c.is_whitespace() || c.is_control();
        let sound = matches!(scheme.as_deref(), Some("http" | "https"))
            && (found.value.bytes().all(|byte| byte.is_ascii_graphic())
                || !found.value.contains(blank));
        if !sound {
            let message = format!("`{key}` is no web address");
            let help = String::from("it begins with http:// or https:// and has no blanks");
            self.reading
                .piece
                .report_with_help(Code::BadValue, found.span, message, help);
            return None;
        }
        Some(self.reading.shown(key, &found, Lines::One))
    }

    /// A text of at most so many columns, at least one; kept out where it is longer.
    pub(in crate::load) fn mark(&mut self, key: &'static str, columns: usize) -> Option<Text> {
        let found = self.take(key)?;
        self.as_mark(key, columns, found)
    }

    /// The same for a key that must be there.
    pub(in crate::load) fn required_mark(
        &mut self,
        key: &'static str,
        columns: usize,
    ) -> Option<Text> {
        let found = self.require(key)?;
        self.as_mark(key, columns, found)
    }

    fn as_mark(&mut self, key: &'static str, columns: usize, found: Node<'t>) -> Option<Text> {
        let found = self.string(key, "a string", found)?;
        let text = self.reading.shown(key, &found, Lines::One);
        let width = crate::text::width(text.shown());
        if (1..=columns).contains(&width) {
            return Some(text);
        }
        let most = if columns == 1 {
            String::from("one column")
        } else {
            format!("1 to {columns} columns")
        };
        let message = format!("`{key}` must be {most} wide, not {width}");
        self.reading
            .piece
            .report(Code::BadValue, found.span, message);
        None
    }
}
