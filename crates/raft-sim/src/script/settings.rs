//! The settings above the first step: each by its name, read and written.

use core::fmt;

use raft_core::{Micros, ReadMode, RequestMode, Rule, TimerRange};

use super::Script;
use super::error::ParseError;
use super::literals::Quoted;
use super::words::{Parsed, Words};
use crate::injected_bugs::InjectedBugs;
use crate::link_config::LinkConfig;
use crate::notation::{Permille, Span};
use crate::scenario::{MAX_CLIENTS, MAX_NODES, Scenario};

pub(super) const SETTINGS: [&str; 22] = [
    "title",
    "seed",
    "nodes",
    "spares",
    "clients",
    "election-timeout",
    "heartbeat-interval",
    "max-entries-per-message",
    "max-in-flight",
    "snapshot-chunk",
    "compact-after",
    "pre-vote",
    "check-quorum",
    "reads",
    "requests",
    "network",
    "disk-latency",
    "disk-jitter",
    "torn-writes",
    "client-patience",
    "waive",
    "mistakes",
];

/// The parts of a link's quality.
pub(super) const PARTS: [&str; 7] =
    ["latency", "jitter", "tail", "loss", "duplicate", "reorder", "bandwidth"];

pub(super) const MISTAKES: [&str; 5] =
    ["votes-not-durable", "hasty-promises", "half-is-enough", "local-reads", "retries-applied"];

/// The place of a mistake that has this number among their names.
pub(super) fn mistake(mistakes: &mut InjectedBugs, number: usize) -> &mut bool {
    match number {
        0 => &mut mistakes.votes_not_durable,
        1 => &mut mistakes.hasty_promises,
        2 => &mut mistakes.half_is_enough,
        3 => &mut mistakes.local_reads,
        _ => &mut mistakes.retries_applied,
    }
}

/// The longest span that a scenario may have: an hour.
const LONGEST: Micros = Micros::from_millis(3_600_000);

/// Where a name stands among those that are known.
pub(super) fn place(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

/// Reads what follows a setting's name.
pub(super) fn read(name: &str, words: &mut Words, script: &mut Script) -> Parsed<()> {
    match name {
        "title" => script.title = Some(words.quoted()?),
        "seed" => script.seed = words.number(0, u64::MAX)?,
        _ => read_one(name, words, &mut script.scenario)?,
    }
    Ok(())
}

pub(super) fn read_one(name: &str, words: &mut Words, scenario: &mut Scenario) -> Parsed<()> {
    match name {
        "nodes" => scenario.nodes = small(words, 1, MAX_NODES)?,
        "spares" => scenario.spares = small(words, 0, MAX_NODES - 1)?,
        "clients" => scenario.clients = small(words, 0, MAX_CLIENTS)?,
        "election-timeout" => scenario.election_timeout = range(words)?,
        "heartbeat-interval" => scenario.heartbeat_interval = span(words, Micros(1))?,
        "max-entries-per-message" => scenario.max_entries_per_message = size(words, 1)?,
        "max-in-flight" => scenario.max_in_flight = size(words, 1)?,
        "snapshot-chunk" => scenario.snapshot_chunk = size(words, 0)?,
        "compact-after" if words.accept("never") => scenario.compact_after = None,
        "compact-after" => scenario.compact_after = Some(words.number(0, u64::MAX)?),
        "pre-vote" => scenario.pre_vote = switch(words)?,
        "check-quorum" => scenario.check_quorum = switch(words)?,
        "reads" => {
            scenario.reads = match words.one_of("way to read", &["round", "lease"])? {
                0 => ReadMode::Round,
                _ => ReadMode::Lease { drift_permille: words.percent(0, u16::MAX)? },
            }
        }
        "requests" => {
            let ways = ["redirect", "forward"];
            scenario.requests = match words.one_of("way to treat requests", &ways)? {
                0 => RequestMode::Redirect,
                _ => RequestMode::Forward,
            }
        }
        "network" => scenario.network = quality(words)?,
        "disk-latency" => scenario.disk_latency = span(words, Micros(0))?,
        "disk-jitter" => scenario.disk_jitter = span(words, Micros(0))?,
        "torn-writes" => scenario.torn_permille = words.percent(0, 1000)?,
        "client-patience" => scenario.client_patience = span(words, Micros(1))?,
        "waive" => scenario.waived = words.list(rule)?.into_iter().collect(),
        "mistakes" => {
            scenario.mistakes = InjectedBugs::default();
            for number in words.list(|words| words.one_of("mistake", &MISTAKES))? {
                *mistake(&mut scenario.mistakes, number) = true;
            }
        }
        _ => return Err(ParseError::new(0, format!("there is no setting `{name}`"))),
    }
    Ok(())
}

fn small(words: &mut Words, least: u32, most: u32) -> Parsed<u32> {
    let number = words.number(least.into(), most.into())?;
    Ok(u32::try_from(number).unwrap_or(most))
}

fn size(words: &mut Words, least: u64) -> Parsed<usize> {
    // No larger than the page's pointers can count, so that it means the same everywhere.
    let number = words.number(least, u32::MAX.into())?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

pub(super) fn span(words: &mut Words, least: Micros) -> Parsed<Micros> {
    let place = words.place();
    match words.span()? {
        span if span < least => Err(ParseError::new(place, "must be more than 0ms")),
        span if span > LONGEST => {
            Err(ParseError::new(place, format!("{} is longer than an hour", Span(span))))
        }
        span => Ok(span),
    }
}

fn range(words: &mut Words) -> Parsed<TimerRange> {
    let min = span(words, Micros(1))?;
    if !words.accept("to") {
        return Ok(TimerRange::exactly(min));
    }
    let place = words.place();
    let max = span(words, min)
        .map_err(|_| ParseError::new(place, format!("must be from {} to an hour", Span(min))))?;
    Ok(TimerRange { min, max })
}

pub(super) fn switch(words: &mut Words) -> Parsed<bool> {
    match (words.accept("on"), words.accept("off")) {
        (false, false) => Err(words.wanted("`on` or `off`").suggest(words.peek(), &["off"])),
        (on, _) => Ok(on),
    }
}

pub(super) fn on_or_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// A rule by its name.
pub(super) fn rule(words: &mut Words) -> Parsed<Rule> {
    let names: Vec<String> = Rule::ALL.iter().map(Rule::to_string).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(Rule::ALL[words.one_of("rule", &names)?])
}

/// How well a link carries: any parts of it, each once. What is not named is as by default.
pub(super) fn quality(words: &mut Words) -> Parsed<LinkConfig> {
    let mut quality = LinkConfig::default();
    let mut named = [false; PARTS.len()];
    loop {
        let place = words.place();
        let part = words.one_of("part of a link's quality", &PARTS)?;
        if core::mem::replace(&mut named[part], true) {
            return Err(ParseError::new(place, format!("`{}` is named twice", PARTS[part])));
        }
        read_part(part, words, &mut quality)?;
        if words.peek().is_empty() {
            return Ok(quality);
        }
    }
}

/// Reads what follows the name of one part.
pub(super) fn read_part(part: usize, words: &mut Words, quality: &mut LinkConfig) -> Parsed<()> {
    match part {
        0 => quality.latency = span(words, Micros(0))?,
        1 => quality.jitter = span(words, Micros(0))?,
        2 => quality.tail = span(words, Micros(0))?,
        3 => quality.loss_permille = words.percent(0, 1000)?,
        4 => quality.duplicate_permille = words.percent(0, 1000)?,
        5 => quality.reorder_permille = words.percent(0, 1000)?,
        _ if words.accept("unlimited") => quality.bandwidth = None,
        _ => quality.bandwidth = Some(words.number(1, u64::MAX)?),
    }
    Ok(())
}

/// What follows the name of one part.
pub(super) fn part_of(quality: &LinkConfig, part: usize) -> String {
    match part {
        0 => Span(quality.latency).to_string(),
        1 => Span(quality.jitter).to_string(),
        2 => Span(quality.tail).to_string(),
        3 => Permille(quality.loss_permille).to_string(),
        4 => Permille(quality.duplicate_permille).to_string(),
        5 => Permille(quality.reorder_permille).to_string(),
        _ => quality.bandwidth.map_or("unlimited".into(), |most| most.to_string()),
    }
}

/// Writes title and seed, and of the scenario what differs from the default.
pub(super) fn write(
    title: Option<&str>,
    seed: u64,
    scenario: &Scenario,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some(title) = title {
        writeln!(f, "title {}", Quoted(title))?;
    }
    if seed != 0 {
        writeln!(f, "seed {seed}")?;
    }
    scenario.changed_settings().try_for_each(|setting| writeln!(f, "{setting}"))
}

/// Every setting of a scenario with what follows its name.
pub(super) fn values(scenario: &Scenario) -> [(&'static str, String); 20] {
    // All of it, so that a new setting cannot be forgotten here.
    let Scenario {
        nodes,
        spares,
        clients,
        election_timeout: TimerRange { min, max },
        heartbeat_interval,
        max_entries_per_message,
        max_in_flight,
        snapshot_chunk,
        compact_after,
        pre_vote,
        check_quorum,
        reads,
        requests,
        network,
        disk_latency,
        disk_jitter,
        torn_permille,
        client_patience,
        waived,
        mut mistakes,
    } = *scenario;
    let switch = |on| on_or_off(on).to_owned();
    let span = |span| Span(span).to_string();
    let made: Vec<&str> =
        (0..MISTAKES.len()).filter(|n| *mistake(&mut mistakes, *n)).map(|n| MISTAKES[n]).collect();
    let waived: Vec<String> = waived.iter().map(|rule: Rule| rule.to_string()).collect();
    [
        ("nodes", nodes.to_string()),
        ("spares", spares.to_string()),
        ("clients", clients.to_string()),
        (
            "election-timeout",
            if min == max { span(min) } else { format!("{} to {}", Span(min), Span(max)) },
        ),
        ("heartbeat-interval", span(heartbeat_interval)),
        ("max-entries-per-message", max_entries_per_message.to_string()),
        ("max-in-flight", max_in_flight.to_string()),
        ("snapshot-chunk", snapshot_chunk.to_string()),
        ("compact-after", compact_after.map_or("never".into(), |after| after.to_string())),
        ("pre-vote", switch(pre_vote)),
        ("check-quorum", switch(check_quorum)),
        (
            "reads",
            match reads {
                ReadMode::Round => "round".into(),
                ReadMode::Lease { drift_permille } => format!("lease {}", Permille(drift_permille)),
            },
        ),
        (
            "requests",
            match requests {
                RequestMode::Redirect => "redirect".into(),
                RequestMode::Forward => "forward".into(),
            },
        ),
        ("network", network.to_string()),
        ("disk-latency", span(disk_latency)),
        ("disk-jitter", span(disk_jitter)),
        ("torn-writes", Permille(torn_permille).to_string()),
        ("client-patience", span(client_patience)),
        ("waive", waived.join(", ")),
        ("mistakes", made.join(", ")),
    ]
}
