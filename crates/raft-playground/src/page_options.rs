//! What the page's address asks for: `?seed=7&speed=1/50&paused`.
//!
//! Addresses are typed by hand, mangled by mail programs and made up by strangers, so nothing in
//! one is an error: what is of no use gets one sentence, and the page opens without it.

use std::borrow::Cow;
use std::fmt;

use crate::speed::Speed;

/// What the page's address asks for.
#[derive(Clone, PartialEq, Debug)]
pub struct PageOptions {
    /// The seed of the run; a random one if none is given.
    pub seed: Option<u64>,
    /// How fast simulated time runs.
    pub speed: Speed,
    /// Whether time stands still at first.
    pub paused: bool,
    /// How many nodes the cluster has.
    pub nodes: u32,
    /// The colours; those of the reader's device if none are given.
    pub theme: Option<Theme>,
    /// Whether only stage, sentence and transport are shown, for use inside another page.
    pub embed: bool,
}

impl Default for PageOptions {
    fn default() -> Self {
        Self {
            seed: None,
            speed: Speed::default(),
            paused: false,
            nodes: 5,
            theme: None,
            embed: false,
        }
    }
}

/// The colours of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }
}

/// Why a parameter of the address was not used, as one sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint(String);

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// More complaints than this help nobody.
const MOST_COMPLAINTS: usize = 5;

/// Reads the part of the address after `?`; the `?` itself may be there too. The last of several
/// parameters with the same name counts.
pub fn parse(query: &str) -> (PageOptions, Vec<Complaint>) {
    let mut options = PageOptions::default();
    let mut complaints = Vec::new();
    let query = query.strip_prefix('?').unwrap_or(query);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name), decode(value));
        if let Err(why) = set(&mut options, &name, &value)
            && complaints.len() < MOST_COMPLAINTS
            && !complaints.contains(&why)
        {
            complaints.push(why);
        }
    }
    (options, complaints)
}

fn set(options: &mut PageOptions, name: &str, value: &str) -> Result<(), Complaint> {
    let refuse = |allowed: &str| {
        let value = shorten(value);
        Complaint(format!("In the address, {name}={value} was not used: {allowed}."))
    };
    match name {
        "seed" => {
            let allowed = "a seed is a whole number from 0 to 18446744073709551615";
            options.seed = Some(whole_number(value).ok_or_else(|| refuse(allowed))?);
        }
        "speed" => {
            let speed = speed(value);
            options.speed = speed.ok_or_else(|| refuse(&allowed_speeds()))?;
        }
        "nodes" => {
            let nodes = whole_number(value).and_then(|nodes| u32::try_from(nodes).ok());
            let nodes = nodes.filter(|nodes| (1..=9).contains(nodes));
            options.nodes = nodes.ok_or_else(|| refuse("a cluster has 1 to 9 nodes"))?;
        }
        "theme" => {
            let theme = Theme::from_name(value);
            options.theme = Some(theme.ok_or_else(|| refuse("a theme is light or dark"))?);
        }
        "paused" => options.paused = yes(value).ok_or_else(|| refuse(YES_OR_NO))?,
        "embed" => options.embed = yes(value).ok_or_else(|| refuse(YES_OR_NO))?,
        "scenario" | "at" | "lang" => {
            return Err(Complaint(format!(
                "In the address, {name} was not used: it is not available yet."
            )));
        }
        _ => {
            return Err(Complaint(format!(
                "In the address, “{}” was not used: known are seed, speed, paused, nodes, theme \
                 and embed.",
                shorten(name)
            )));
        }
    }
    Ok(())
}

const YES_OR_NO: &str = "it is 1 or 0";

/// A parameter without a value is a yes.
fn yes(value: &str) -> Option<bool> {
    match value {
        "" | "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// Digits only: no sign, no space, no exponent.
fn whole_number(value: &str) -> Option<u64> {
    value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok())?
}

/// `50` and `1/50` alike.
fn speed(value: &str) -> Option<Speed> {
    let slowdown = whole_number(value.strip_prefix("1/").unwrap_or(value))?;
    Speed::from_slowdown(u32::try_from(slowdown).ok()?)
}

fn allowed_speeds() -> String {
    let mut speeds: Vec<String> = Vec::new();
    let mut speed = Speed::FASTEST;
    while speed != Speed::SLOWEST {
        speeds.push(speed.slowdown().to_string());
        speed = speed.slower();
    }
    let slowest = Speed::SLOWEST.slowdown();
    format!("the speeds are 1/n with n one of {} or {slowest}", speeds.join(", "))
}

/// Enough of a text to recognise it by, on one line.
fn shorten(text: &str) -> String {
    const MOST: usize = 20;
    let mut short: String = text
        .chars()
        .take(MOST)
        .map(|character| if character.is_control() { '\u{fffd}' } else { character })
        .collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// Undoes percent-encoding; what is not properly encoded stays as it is.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match (first, after) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high * 16 + low, after),
                _ => (b'%', &rest[1..]),
            },
            (b'+', after) => (b' ', after),
            (byte, after) => (*byte, after),
        };
        bytes.push(byte);
        rest = after;
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(query: &str) -> Vec<String> {
        parse(query).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_empty_address_asks_for_nothing() {
        for query in ["", "?", "&", "?&&"] {
            assert_eq!(parse(query), (PageOptions::default(), vec![]), "{query:?}");
        }
    }

    #[test]
    fn every_parameter_is_read() {
        let (options, complaints) =
            parse("?seed=4294967296&speed=1%2F100&paused&nodes=3&theme=dark&embed=1");
        assert_eq!(complaints, []);
        assert_eq!(options.seed, Some(1 << 32));
        assert_eq!(options.speed.slowdown(), 100);
        assert!(options.paused && options.embed);
        assert_eq!(options.nodes, 3);
        assert_eq!(options.theme, Some(Theme::Dark));
    }

    #[test]
    fn a_speed_may_be_written_both_ways() {
        assert_eq!(parse("speed=50").0.speed, parse("speed=1/50").0.speed);
        assert_eq!(parse("speed=1").0.speed, Speed::FASTEST);
        assert_eq!(parse("speed=1000").0.speed, Speed::SLOWEST);
    }

    #[test]
    fn the_last_of_several_counts() {
        assert_eq!(parse("nodes=3&nodes=7").0.nodes, 7);
        assert!(!parse("paused&paused=0").0.paused);
    }

    #[test]
    fn what_is_of_no_use_gets_one_sentence_and_the_default() {
        for (query, sentence) in [
            (
                "seed=-1",
                "In the address, seed=-1 was not used: a seed is a whole number from 0 to \
                 18446744073709551615.",
            ),
            ("nodes=0", "In the address, nodes=0 was not used: a cluster has 1 to 9 nodes."),
            ("nodes=10", "In the address, nodes=10 was not used: a cluster has 1 to 9 nodes."),
            (
                "nodes=4294967301",
                "In the address, nodes=4294967301 was not used: a cluster has 1 to 9 nodes.",
            ),
            (
                "speed=fast",
                "In the address, speed=fast was not used: the speeds are 1/n with n one of 1, 2, \
                 5, 10, 20, 50, 100, 200, 500 or 1000.",
            ),
            ("theme=pink", "In the address, theme=pink was not used: a theme is light or dark."),
            ("paused=maybe", "In the address, paused=maybe was not used: it is 1 or 0."),
            ("embed=%20", "In the address, embed=  was not used: it is 1 or 0."),
            ("lang=de", "In the address, lang was not used: it is not available yet."),
            ("at=%FF", "In the address, at was not used: it is not available yet."),
            (
                "colour=red",
                "In the address, “colour” was not used: known are seed, speed, paused, nodes, \
                 theme and embed.",
            ),
        ] {
            assert_eq!(complaints(query), [sentence], "{query}");
            assert_eq!(parse(query).0, PageOptions::default(), "{query}");
        }
    }

    #[test]
    fn numbers_that_only_look_like_numbers_are_refused() {
        for seed in ["", "+1", "1e3", "0x10", "１", " 1", "1.0", "18446744073709551616"] {
            assert_eq!(parse(&format!("seed={seed}")).0.seed, None, "{seed}");
            assert_eq!(complaints(&format!("seed={seed}")).len(), 1, "{seed}");
        }
    }

    #[test]
    fn hostile_text_is_shortened_and_stays_on_one_line() {
        let long = "é<script>%0a%00".repeat(1000);
        for query in [format!("seed={long}"), format!("{long}=1"), "%".repeat(10_000)] {
            let complaints = complaints(&query);
            assert_eq!(complaints.len(), 1);
            assert!(complaints[0].chars().count() < 150, "{}", complaints[0]);
            assert!(!complaints[0].contains(char::is_control), "{}", complaints[0]);
        }
    }

    #[test]
    fn mangled_percent_encoding_is_text_like_any_other() {
        for query in ["theme=%", "theme=%4", "theme=%zz", "theme=%C3", "%=%", "theme=dark%"] {
            assert_eq!(complaints(query).len(), 1, "{query}");
        }
        assert_eq!(parse("th%65me=d%61rk").0.theme, Some(Theme::Dark));
    }

    #[test]
    fn there_are_never_many_complaints() {
        let many: Vec<String> = (0..1000).map(|number| format!("p{number}=x")).collect();
        assert_eq!(complaints(&many.join("&")).len(), MOST_COMPLAINTS);
        assert_eq!(complaints("seed=x&seed=x&seed=x").len(), 1);
    }
}
