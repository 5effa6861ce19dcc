//! Parses numbers, times and percentages.

use raft_core::Micros;

use super::bad_value::BadValue;
use super::words::{Parsed, Words};

/// The longest time in a script: a day.
const LONGEST: u64 = 24 * 3_600_000_000;

/// The longest time that a setting can have: an hour.
const LONGEST_SETTING: Micros = Micros::from_millis(3_600_000);

impl Words<'_> {
    /// A whole number in a range.
    pub(super) fn number(&mut self, least: u64, most: u64) -> Parsed<u64> {
        let place = self.place();
        let word = self.word();
        let out_of_range = match most {
            u64::MAX => BadValue::TooSmall(least),
            _ => BadValue::Range { least, most },
        };
        match word.parse() {
            _ if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) => {
                Err(BadValue::Number.at(place))
            }
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            Err(_) if most == u64::MAX => Err(BadValue::TooLarge.at(place)),
            Ok(_) | Err(_) => Err(out_of_range.at(place)),
        }
    }

    /// A whole number, or a word for none.
    pub(super) fn number_or(
        &mut self,
        none: &str,
        least: u64,
        otherwise: BadValue,
    ) -> Parsed<Option<u64>> {
        let place = self.place();
        if self.accept(none) {
            return Ok(None);
        }
        if !self.rest().starts_with(|first: char| first.is_ascii_digit()) {
            return Err(otherwise.at(place).suggest(self.peek(), &[none]));
        }
        self.number(least, u64::MAX).map(Some)
    }

    /// Parses a number with at most `decimals` decimals, in units of its last decimal.
    fn decimal(digits: &str, decimals: usize) -> Option<u64> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && !part.is_empty() && part.len() <= decimals.max(1);
        if !fits || !all_digits(whole) || !all_digits(part) || (decimals == 0 && part != "0") {
            return None;
        }
        let scale = 10_u64.pow(u32::try_from(decimals).ok()?);
        let part = format!("{part:0<decimals$}").get(..decimals)?.parse().unwrap_or(0);
        // A number that is too large for the type is also out of every range.
        let whole = whole.parse().unwrap_or(u64::MAX);
        Some(whole.saturating_mul(scale).saturating_add(part))
    }

    /// A time: `20ms`, `2500us`, `1.5s`.
    pub(super) fn span(&mut self) -> Parsed<Micros> {
        let place = self.place();
        let word = self.word();
        let letters = word.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (digits, unit) = word.split_at(letters.unwrap_or(word.len()));
        let decimals = match unit {
            _ if digits.is_empty() => return Err(BadValue::Time.at(place)),
            "us" | "µs" => 0,
            "ms" => 3,
            "s" => 6,
            _ => return Err(BadValue::Time.at(place)),
        };
        match Self::decimal(digits, decimals) {
            Some(micros) if micros <= LONGEST => Ok(Micros(micros)),
            Some(_) => Err(BadValue::LongerThanDay.at(place)),
            None => Err(BadValue::TimePrecision.at(place)),
        }
    }

    /// A time that a setting can have, at least `least` and at most an hour.
    pub(super) fn setting_span(&mut self, least: Micros) -> Parsed<Micros> {
        let place = self.place();
        match self.span()? {
            span if span < least => Err(BadValue::Zero.at(place)),
            span if span > LONGEST_SETTING => Err(BadValue::LongerThanHour.at(place)),
            span => Ok(span),
        }
    }

    /// A percentage in thousandths: `5%`, `0.5%`.
    pub(super) fn percent(&mut self, least: u16, most: u16) -> Parsed<u16> {
        let place = self.place();
        let digits = self.word().strip_suffix('%').unwrap_or_default();
        if !digits.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(BadValue::Share.at(place));
        }
        let permille = Self::decimal(digits, 1).ok_or(BadValue::SharePrecision.at(place))?;
        let share = u16::try_from(permille).ok().filter(|share| (least..=most).contains(share));
        let out_of_range = BadValue::ShareRange { least_permille: least, most_permille: most };
        share.ok_or_else(|| out_of_range.at(place))
    }
}
