//! The settings above the first step: one table, which the parser and the printer use.

use core::fmt;

use raft_core::{Micros, ReadMode, RequestMode, Rule, TimerRange};

use super::Script;
use super::bad_value::BadValue;
use super::error::ParseError;
use super::link_settings::link_config;
use super::literals::Quoted;
use super::words::{Parsed, Words};
use crate::injected_bugs::InjectedBugs;
use crate::notation::{Permille, Span};
use crate::scenario::{MAX_CLIENTS, MAX_NODES, Scenario};

/// A setting of a scenario.
pub(super) struct Setting {
    pub(super) name: &'static str,
    /// Reads what follows the name.
    pub(super) read: fn(&mut Words, &mut Scenario) -> Parsed<()>,
    /// Writes what follows the name.
    pub(super) write: fn(&Scenario) -> String,
}

const fn setting(
    name: &'static str,
    read: fn(&mut Words, &mut Scenario) -> Parsed<()>,
    write: fn(&Scenario) -> String,
) -> Setting {
    Setting { name, read, write }
}

/// The settings of a scenario, in the order in which scripts list them.
pub(super) static SETTINGS: [Setting; 20] = [
    setting(
        "nodes",
        |words, to| small(words, 1, MAX_NODES).map(|count| to.nodes = count),
        |of| of.nodes.to_string(),
    ),
    setting(
        "spares",
        |words, to| small(words, 0, MAX_NODES - 1).map(|count| to.spares = count),
        |of| of.spares.to_string(),
    ),
    setting(
        "clients",
        |words, to| small(words, 0, MAX_CLIENTS).map(|count| to.clients = count),
        |of| of.clients.to_string(),
    ),
    setting(
        "election-timeout",
        |words, to| range(words).map(|range| to.election_timeout = range),
        |of| match of.election_timeout {
            TimerRange { min, max } if min == max => Span(min).to_string(),
            TimerRange { min, max } => format!("{} to {}", Span(min), Span(max)),
        },
    ),
    setting(
        "heartbeat-interval",
        |words, to| words.setting_span(Micros(1)).map(|span| to.heartbeat_interval = span),
        |of| Span(of.heartbeat_interval).to_string(),
    ),
    setting(
        "max-entries-per-message",
        |words, to| size(words, 1).map(|count| to.max_entries_per_message = count),
        |of| of.max_entries_per_message.to_string(),
    ),
    setting(
        "max-in-flight",
        |words, to| size(words, 1).map(|count| to.max_in_flight = count),
        |of| of.max_in_flight.to_string(),
    ),
    setting(
        "snapshot-chunk",
        |words, to| size(words, 0).map(|bytes| to.snapshot_chunk = bytes),
        |of| of.snapshot_chunk.to_string(),
    ),
    setting(
        "compact-after",
        |words, to| {
            let count = words.number_or("never", 0, BadValue::CountOrNever);
            count.map(|count| to.compact_after = count)
        },
        |of| of.compact_after.map_or("never".into(), |count| count.to_string()),
    ),
    setting(
        "pre-vote",
        |words, to| switch(words).map(|on| to.pre_vote = on),
        |of| on_or_off(of.pre_vote).into(),
    ),
    setting(
        "check-quorum",
        |words, to| switch(words).map(|on| to.check_quorum = on),
        |of| on_or_off(of.check_quorum).into(),
    ),
    setting(
        "reads",
        |words, to| read_mode(words).map(|mode| to.reads = mode),
        |of| match of.reads {
            ReadMode::Round => "round".into(),
            ReadMode::Lease { drift_permille } => format!("lease {}", Permille(drift_permille)),
        },
    ),
    setting(
        "requests",
        |words, to| {
            let modes = [RequestMode::Redirect, RequestMode::Forward];
            choice(words, &["redirect", "forward"]).map(|chosen| to.requests = modes[chosen])
        },
        |of| match of.requests {
            RequestMode::Redirect => "redirect".into(),
            RequestMode::Forward => "forward".into(),
        },
    ),
    setting(
        "network",
        |words, to| link_config(words).map(|config| to.network = config),
        |of| of.network.to_string(),
    ),
    setting(
        "disk-latency",
        |words, to| words.setting_span(Micros(0)).map(|span| to.disk_latency = span),
        |of| Span(of.disk_latency).to_string(),
    ),
    setting(
        "disk-jitter",
        |words, to| words.setting_span(Micros(0)).map(|span| to.disk_jitter = span),
        |of| Span(of.disk_jitter).to_string(),
    ),
    setting(
        "torn-writes",
        |words, to| words.percent(0, 1000).map(|share| to.torn_permille = share),
        |of| Permille(of.torn_permille).to_string(),
    ),
    setting(
        "client-patience",
        |words, to| words.setting_span(Micros(1)).map(|span| to.client_patience = span),
        |of| Span(of.client_patience).to_string(),
    ),
    setting(
        "waive",
        |words, to| words.list(rule).map(|rules| to.waived = rules.into_iter().collect()),
        |of| of.waived.iter().map(|rule| rule.to_string()).collect::<Vec<_>>().join(", "),
    ),
    setting("mistakes", read_bugs, |of| {
        let mut injected = of.injected_bugs;
        let bugs = BUGS.iter().filter(|bug| *(bug.flag)(&mut injected));
        bugs.map(|bug| bug.name).collect::<Vec<_>>().join(", ")
    }),
];

/// A bug that can be injected.
pub(super) struct Bug {
    pub(super) name: &'static str,
    pub(super) flag: fn(&mut InjectedBugs) -> &mut bool,
}

pub(super) static BUGS: [Bug; 5] = [
    Bug { name: "votes-not-durable", flag: |bugs| &mut bugs.votes_not_durable },
    Bug { name: "hasty-promises", flag: |bugs| &mut bugs.hasty_promises },
    Bug { name: "half-is-enough", flag: |bugs| &mut bugs.half_is_enough },
    Bug { name: "local-reads", flag: |bugs| &mut bugs.local_reads },
    Bug { name: "retries-applied", flag: |bugs| &mut bugs.retries_applied },
];

/// The setting of a scenario that has this name.
pub(super) fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

/// The names of all settings that a script can have.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let of_script = ["title", "summary", "level", "paper", "speed", "next", "seed"];
    of_script.into_iter().chain(SETTINGS.iter().map(|setting| setting.name))
}

/// Reads what follows a setting's name.
pub(super) fn read(name: &'static str, words: &mut Words, script: &mut Script) -> Parsed<()> {
    let result = match (name, find(name)) {
        ("title", _) => words.quoted().map(|title| script.title = Some(title)),
        ("summary", _) => words.quoted().map(|summary| script.summary = Some(summary)),
        ("paper", _) => words.quoted().map(|paper| script.paper = Some(paper)),
        ("next", _) => words.quoted().map(|next| script.next = Some(next)),
        ("level", _) => small(words, 1, 3).map(|level| script.level = Some(level)),
        ("speed", _) => slowdown(words).map(|slowdown| script.slowdown = Some(slowdown)),
        ("seed", _) => words.number(0, u64::MAX).map(|seed| script.seed = seed),
        (_, Some(setting)) => (setting.read)(words, &mut script.scenario),
        (_, None) => Ok(()), // the parser passes only names of settings
    };
    result.map_err(|error| error.in_setting(name))
}

/// `1/50`: how many times slower than real time.
fn slowdown(words: &mut Words) -> Parsed<u32> {
    let place = words.place();
    let number = words.word().strip_prefix("1/").and_then(|number| number.parse().ok());
    let fits = number.filter(|number| (1..=1000).contains(number));
    fits.ok_or_else(|| ParseError::new(place, "expected a speed from 1/1 to 1/1000"))
}

fn small(words: &mut Words, least: u32, most: u32) -> Parsed<u32> {
    let number = words.number(least.into(), most.into())?;
    Ok(u32::try_from(number).unwrap_or(most))
}

fn size(words: &mut Words, least: u64) -> Parsed<usize> {
    // At most 32 bits, like the pointers of the page, so that a script means the same on every
    // target.
    let number = words.number(least, u32::MAX.into())?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

fn range(words: &mut Words) -> Parsed<TimerRange> {
    let min = words.setting_span(Micros(1))?;
    if !words.accept("to") {
        return Ok(TimerRange::exactly(min));
    }
    let place = words.place();
    let max = words.setting_span(Micros(0))?;
    if max < min { Err(BadValue::Order.at(place)) } else { Ok(TimerRange { min, max }) }
}

fn read_mode(words: &mut Words) -> Parsed<ReadMode> {
    Ok(match words.name_of(&["round", "lease"], |_| BadValue::Reads)? {
        0 => ReadMode::Round,
        _ => ReadMode::Lease { drift_permille: words.percent(0, u16::MAX)? },
    })
}

fn read_bugs(words: &mut Words, scenario: &mut Scenario) -> Parsed<()> {
    let names = BUGS.each_ref().map(|bug| bug.name);
    let chosen = words.list(|words| words.name_of(&names, BadValue::UnknownBug))?;
    scenario.injected_bugs = InjectedBugs::default();
    for bug in chosen {
        *(BUGS[bug].flag)(&mut scenario.injected_bugs) = true;
    }
    Ok(())
}

fn choice(words: &mut Words, choices: &'static [&'static str]) -> Parsed<usize> {
    words.name_of(choices, |_| BadValue::Choice(choices))
}

pub(super) fn switch(words: &mut Words) -> Parsed<bool> {
    choice(words, &["on", "off"]).map(|chosen| chosen == 0)
}

pub(super) fn on_or_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// A rule by its name.
pub(super) fn rule(words: &mut Words) -> Parsed<Rule> {
    let names: Vec<String> = Rule::ALL.iter().map(Rule::to_string).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(Rule::ALL[words.name_of(&names, BadValue::UnknownRule)?])
}

/// Writes a text of the script, if it has one.
pub(super) fn write_text(
    name: &str,
    text: Option<&str>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    text.map_or(Ok(()), |text| writeln!(f, "{name} {}", Quoted(text)))
}

/// Writes the seed, and the settings of the scenario that differ from the default.
pub(super) fn write(seed: u64, scenario: &Scenario, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if seed != 0 {
        writeln!(f, "seed {seed}")?;
    }
    scenario.changed_settings().try_for_each(|setting| writeln!(f, "{setting}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words in backquotes in a cell of a table.
    fn quoted(cell: &str) -> Vec<&str> {
        cell.split('`').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_table_in_the_grammar_has_every_setting_and_its_default() {
        let rows = include_str!("grammar.md").lines().filter(|line| line.starts_with("| `"));
        let mut listed = Vec::new();
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
            let (names, defaults) = (quoted(cells[0]), quoted(cells[cells.len() - 1]));
            let defaults = defaults.into_iter().chain(std::iter::repeat(""));
            listed.extend(names.into_iter().zip(defaults));
        }
        for setting in &SETTINGS {
            let default = (setting.write)(&Scenario::default());
            let row = listed.iter().find(|(name, _)| *name == setting.name);
            assert_eq!(row.map(|(_, default)| *default), Some(&*default), "{}", setting.name);
        }
    }
}
