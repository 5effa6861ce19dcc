//! The options in the page's address: `?seed=7&speed=1/50&paused`.
//!
//! People type addresses by hand, and mail programs mangle them, so nothing in an address is fatal:
//! the page ignores an invalid option and shows one sentence about it.

#[cfg(test)]
mod tests;

use crate::intent::Speed;
use crate::table::table;
use crate::text::{Language, Sentence, say};

/// The options in the page's address.
#[derive(Clone, PartialEq, Debug)]
pub struct PageOptions {
    /// The seed of the run; a random one if none is given.
    pub seed: Option<u64>,
    /// How fast simulated time runs.
    pub speed: Speed,
    /// Whether the run is paused at first.
    pub paused: bool,
    /// How many nodes the cluster has.
    pub nodes: u32,
    /// The colours; those of the reader's device if none are given.
    pub theme: Option<Theme>,
    /// Whether only stage, sentence and transport are shown, for use inside another page.
    pub embed: bool,
    /// A script to open: the address of a file beside the page.
    pub scenario: Option<String>,
    /// The moment to go to, in simulated microseconds.
    pub at_us: Option<u64>,
    /// The beat of the story to go to.
    pub beat: Option<String>,
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
            scenario: None,
            at_us: None,
            beat: None,
        }
    }
}

table! {
    /// The colours of the page.
    pub enum Theme {
        /// Dark on light.
        Light => "light",
        /// Light on dark.
        Dark => "dark",
    }
    /// The word in the address.
    pub fn name(self) -> &'static str;
}

impl Theme {
    /// The theme with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Which controls an embedded page shows.
const CONTROLS: [&str; 3] = ["auto", "none", "full"];

/// More complaints than this are not shown.
const MOST_COMPLAINTS: usize = 5;

/// Reads the part of the address after `?`; the `?` itself may be there too. The last of several
/// parameters with the same name counts.
pub fn parse(query: &str) -> (PageOptions, Vec<Sentence>) {
    let mut options = PageOptions::default();
    let mut complaints = Vec::new();
    let query = query.strip_prefix('?').unwrap_or(query);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if let Err(why) = set(&mut options, &name, &value)
            && complaints.len() < MOST_COMPLAINTS
            && !complaints.contains(&why)
        {
            complaints.push(why);
        }
    }
    (options, complaints)
}

fn set(options: &mut PageOptions, name: &str, value: &str) -> Result<(), Sentence> {
    let shown = || format!("{name}={}", shorten(value, MOST));
    match name {
        "seed" => {
            options.seed = Some(whole_number(value).ok_or_else(|| say::address_seed(shown()))?);
        }
        "speed" => {
            let refuse = || say::address_speed(shown(), speeds());
            options.speed = speed(value).ok_or_else(refuse)?;
        }
        "nodes" => {
            let nodes = whole_number(value).and_then(|nodes| u32::try_from(nodes).ok());
            let nodes = nodes.filter(|nodes| (1..=9).contains(nodes));
            options.nodes = nodes.ok_or_else(|| say::address_nodes(shown()))?;
        }
        "theme" => {
            let theme = Theme::from_name(value);
            options.theme = Some(theme.ok_or_else(|| say::address_theme(shown()))?);
        }
        "paused" => options.paused = yes(value).ok_or_else(|| say::address_switch(shown()))?,
        "embed" => options.embed = yes(value).ok_or_else(|| say::address_switch(shown()))?,
        "scenario" => {
            let path = beside(value).ok_or_else(|| say::address_scenario(shown()))?;
            options.scenario = Some(path.into());
        }
        "at" => {
            options.at_us = Some(moment_us(value).ok_or_else(|| say::address_at(shown()))?);
        }
        "beat" => {
            let beat = is_beat(value).then(|| value.into());
            options.beat = Some(beat.ok_or_else(|| say::address_beat(shown()))?);
        }
        // The scripts of the page do what these say: see `web/placeholder/embedding`.
        "autoplay" | "pause-on-beats" => {
            yes(value).ok_or_else(|| say::address_switch(shown()))?;
        }
        // The scripts of the page have chosen the language by then.
        "controls" | "lang" => {
            let languages = Language::ALL.map(Language::tag);
            let (is_known, choices) = match name {
                "lang" => (Language::from_tag(value).is_some(), &languages[..]),
                _ => (CONTROLS.contains(&value), &CONTROLS[..]),
            };
            if !is_known {
                return Err(say::address_choice(shown(), choices.iter().copied()));
            }
        }
        _ => return Err(say::address_unknown(shorten(name, MOST))),
    }
    Ok(())
}

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

/// Every speed as the address has it, fastest first.
fn speeds() -> impl Iterator<Item = String> {
    (0..=Speed::FASTEST.step()).rev().map(|step| format!("1/{}", Speed::from_step(step).slowdown()))
}

/// The address of a script in the same folder as the page or below it.
fn beside(value: &str) -> Option<&str> {
    let is_below = !value.starts_with('/') && !value.contains([':', '\\', '?', '#']);
    let is_below = is_below && value.split('/').all(|part| part != "..");
    let is_script = value.rsplit_once('.').is_some_and(|(_, ending)| ending == "raft");
    (is_below && is_script).then_some(value)
}

/// Whether a beat can have this name: see `grammar.md` of `raft-sim`.
fn is_beat(value: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    value.starts_with(|first: char| first.is_ascii_lowercase()) && value.bytes().all(is_part)
}

/// `1200`, `1200ms` and `1.2s` alike, to the microsecond.
fn moment_us(value: &str) -> Option<u64> {
    const HOUR_US: u64 = 3_600_000_000;
    let (digits, decimals) = match (value.strip_suffix("ms"), value.strip_suffix('s')) {
        (None, Some(seconds)) => (seconds, 6),
        (millis, _) => (millis.unwrap_or(value), 3),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    if part.is_empty() || part.len() > decimals {
        return None;
    }
    let scale = |decimals: usize| 10_u64.checked_pow(u32::try_from(decimals).ok()?);
    let part = whole_number(part)? * scale(decimals - part.len())?;
    let moment_us = whole_number(whole)?.checked_mul(scale(decimals)?)?.checked_add(part)?;
    (moment_us <= HOUR_US).then_some(moment_us)
}

/// How many characters of a hostile text are shown.
const MOST: usize = 20;

/// The first characters of a text, on one line.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let mut short: String = text
        .chars()
        .take(most)
        .map(|character| if character.is_control() { '\u{fffd}' } else { character })
        .collect();
    if text.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}
