//! Reading a line: numbers, spans of time, shares.

use raft_core::Micros;

use super::error::ParseError;
use super::words::{Parsed, Words, short};

/// The longest span that a script may speak of: a day.
const LONGEST: u64 = 24 * 3_600_000_000;

impl Words<'_> {
    /// A whole number in a range.
    pub(super) fn number(&mut self, least: u64, most: u64) -> Parsed<u64> {
        let place = self.place();
        if !self.rest().starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.wanted("a whole number"));
        }
        let word = self.word();
        match word.parse() {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            Ok(_) if most == u64::MAX => {
                Err(ParseError::new(place, format!("{} is less than {least}", short(word))))
            }
            Ok(_) => {
                let message = format!("{} is not from {least} to {most}", short(word));
                Err(ParseError::new(place, message))
            }
            Err(_) if word.bytes().all(|byte| byte.is_ascii_digit()) => {
                Err(ParseError::new(place, format!("{} is too large", short(word))))
            }
            Err(_) => Err(ParseError::new(place, format!("`{}` is no whole number", short(word)))),
        }
    }

    /// A number with at most so many decimals, as a whole number of its last place.
    fn decimal(digits: &str, decimals: usize) -> Option<u64> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && !part.is_empty() && part.len() <= decimals.max(1);
        if !fits || !all_digits(whole) || !all_digits(part) || (decimals == 0 && part != "0") {
            return None;
        }
        let scale = 10_u64.pow(u32::try_from(decimals).ok()?);
        let part = format!("{part:0<decimals$}").get(..decimals)?.parse().unwrap_or(0);
        // What is too large for the type is too large for its use, too.
        let whole = whole.parse().unwrap_or(u64::MAX);
        Some(whole.saturating_mul(scale).saturating_add(part))
    }

    /// A span of time: `20ms`, `2500us`, `1.5s`.
    pub(super) fn span(&mut self) -> Parsed<Micros> {
        let place = self.place();
        if !self.rest().starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.wanted("a span such as 20ms"));
        }
        let word = self.word();
        let letters = word.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (digits, unit) = word.split_at(letters.unwrap_or(word.len()));
        let decimals = match unit {
            "us" | "µs" => 0,
            "ms" => 3,
            "s" => 6,
            "" => {
                let message = format!("{digits} needs a unit: us, ms or s");
                return Err(ParseError::new(place, message));
            }
            _ => {
                let message = format!("there is no unit `{}`: write us, ms or s", short(unit));
                return Err(ParseError::new(place + digits.len(), message));
            }
        };
        match Self::decimal(digits, decimals) {
            Some(micros) if micros <= LONGEST => Ok(Micros(micros)),
            Some(_) => Err(ParseError::new(place, format!("{} is longer than a day", short(word)))),
            None => {
                let message = format!("`{}` is no whole number of microseconds", short(word));
                Err(ParseError::new(place, message))
            }
        }
    }

    /// A share in thousandths: `5%`, `0.5%`.
    pub(super) fn percent(&mut self, least: u16, most: u16) -> Parsed<u16> {
        let place = self.place();
        if !self.rest().starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.wanted("a share such as 5%"));
        }
        let word = self.word();
        let Some(digits) = word.strip_suffix('%') else {
            return Err(ParseError::new(place, format!("{} needs a unit: %", short(word))));
        };
        let Some(permille) = Self::decimal(digits, 1) else {
            let message = format!("`{}` is no share: write at most one decimal", short(word));
            return Err(ParseError::new(place, message));
        };
        u16::try_from(permille).ok().filter(|share| (least..=most).contains(share)).ok_or_else(
            || {
                let (least, most) = (least / 10, most / 10);
                let message = format!("{} is not from {least}% to {most}%", short(word));
                ParseError::new(place, message)
            },
        )
    }
}
