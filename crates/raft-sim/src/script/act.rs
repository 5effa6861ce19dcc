//! Reading what is done to the run.

use super::Deed;
use super::error::Trouble;
use super::expect;
use super::settings::{quality, rule};
use super::words::{Parsed, Words};
use crate::address::Address;
use crate::command::Command;
use crate::kv::Operation;
use crate::message_kind::MessageKind;
use crate::network::MessageId;

/// The words with which an act begins, unless it is a client's name.
pub(super) const ACTS: [&str; 32] = [
    "say",
    "expect",
    "cut",
    "mend",
    "clog",
    "unclog",
    "link",
    "network",
    "partition",
    "isolate",
    "heal",
    "drop",
    "duplicate",
    "delay",
    "crash",
    "restart",
    "pause",
    "resume",
    "wipe",
    "renew",
    "rot",
    "clock",
    "time",
    "timer",
    "snapshot",
    "members",
    "add",
    "remove",
    "replace",
    "hand",
    "waive",
    "enforce",
];

/// Reads one act. What is said of several links or nodes at once is an act for each of them.
pub(super) fn read(words: &mut Words) -> Parsed<Vec<Deed>> {
    let begins_with_name = |word: &str| word.len() == 1 && word.parse::<Address>().is_ok();
    if begins_with_name(words.peek()) {
        return submission(words).map(|command| vec![Deed::Do(command)]);
    }
    let word = words.peek();
    let act = ACTS[words.one_of("act", &ACTS).map_err(|trouble| match trouble.suggestion {
        None => trouble.suggest(word, &["time out", "hand over to"]),
        Some(_) => trouble,
    })?];
    let commands = match act {
        "say" => return Ok(vec![Deed::Say(words.quoted()?)]),
        "expect" => return Ok(vec![Deed::Expect(expect::read(words)?)]),
        "waive" => words.list(rule)?.into_iter().map(Command::Waive).collect(),
        "enforce" => words.list(rule)?.into_iter().map(Command::Enforce).collect(),
        "cut" | "mend" | "clog" | "unclog" | "link" | "network" | "partition" | "heal" | "drop"
        | "duplicate" | "delay" => on_network(act, words)?,
        _ => on_nodes(act, words)?,
    };
    Ok(commands.into_iter().map(Deed::Do).collect())
}

/// What is done to links and messages.
fn on_network(act: &str, words: &mut Words) -> Parsed<Vec<Command>> {
    Ok(match act {
        "cut" => links(words, |from, to| Command::Cut { from, to })?,
        "mend" => links(words, |from, to| Command::Mend { from, to })?,
        "clog" => links(words, |from, to| Command::Clog { from, to })?,
        "unclog" => links(words, |from, to| Command::Unclog { from, to })?,
        "link" => {
            let ends = ends(words)?;
            let quality = quality(words)?;
            ends.into_iter().map(|(from, to)| Command::Link { from, to, quality }).collect()
        }
        "network" => vec![Command::Network(quality(words)?)],
        "partition" => vec![partition(words)?],
        "heal" => vec![Command::Heal],
        "drop" if words.accept("next") => {
            let names = MessageKind::ALL.map(MessageKind::name);
            let kind = MessageKind::ALL[words.one_of("kind of message", &names)?];
            links(words, |from, to| Command::DropNext { kind, from, to })?
        }
        "drop" if words.peek() != "message" => {
            let word = words.peek();
            return Err(words.wanted("`next` or `message`").suggest(word, &["next", "message"]));
        }
        "drop" => vec![Command::Drop(message(words)?)],
        "duplicate" => vec![Command::Duplicate(message(words)?)],
        _ => {
            let message = message(words)?;
            words.expect("by")?;
            vec![Command::Delay { message, by: words.span()? }]
        }
    })
}

/// What is done to nodes, or asked of the leader.
fn on_nodes(act: &str, words: &mut Words) -> Parsed<Vec<Command>> {
    let of_each: fn(Address) -> Command = match act {
        "isolate" => Command::Isolate,
        "crash" => Command::Crash,
        "restart" => Command::Restart,
        "pause" => Command::Pause,
        "resume" => Command::Resume,
        "wipe" => Command::Wipe,
        "renew" => Command::Renew,
        "rot" => Command::Rot,
        "snapshot" => Command::Snapshot,
        "time" => {
            words.expect("out")?;
            Command::TimeOut
        }
        _ => return on_one_node(act, words).map(|command| vec![command]),
    };
    Ok(words.list(Words::node)?.into_iter().map(of_each).collect())
}

fn on_one_node(act: &str, words: &mut Words) -> Parsed<Command> {
    Ok(match act {
        "clock" => {
            let node = words.node()?;
            Command::Clock { node, rate_permille: words.percent(100, 10_000)? }
        }
        "timer" => Command::Timer { node: words.node()?, after: words.span()? },
        "members" => {
            let voters = words.nodes()?;
            let learners = if words.accept("learners") { words.nodes()? } else { Vec::new() };
            Command::Reconfigure { voters, learners }
        }
        "replace" => {
            let node = words.node()?;
            words.expect("by")?;
            Command::Replace { node, by: words.node()? }
        }
        "hand" => {
            words.expect("over")?;
            words.expect("to")?;
            Command::Transfer(words.node()?)
        }
        // One at a time, for only one change of membership is made at once (§6).
        "add" => Command::Add(words.node()?),
        _ => Command::Remove(words.node()?),
    })
}

fn links(words: &mut Words, command: impl Fn(Address, Address) -> Command) -> Parsed<Vec<Command>> {
    Ok(ends(words)?.into_iter().map(|(from, to)| command(from, to)).collect())
}

/// Directions of links: `A->B`, `A-B` for both, `A->B,C` and `A-B,C` for several.
fn ends(words: &mut Words) -> Parsed<Vec<(Address, Address)>> {
    let from = words.end()?;
    let one_way = words.accept("->");
    if !one_way && !words.accept("-") {
        return Err(words.wanted("`->` or `-`"));
    }
    let place = words.place();
    let others = words.list(Words::end)?;
    let mut ends = Vec::new();
    for to in others {
        if to == from {
            return Err(Trouble::new(place, format!("{from} has no link to itself")));
        }
        if let (Address::Client(_), Address::Client(_)) = (from, to) {
            return Err(Trouble::new(place, "clients have no links to each other"));
        }
        ends.push((from, to));
        if !one_way {
            ends.push((to, from));
        }
    }
    Ok(ends)
}

fn partition(words: &mut Words) -> Parsed<Command> {
    if words.accept("nobody") {
        return Ok(Command::Partition(Vec::new()));
    }
    let mut groups: Vec<Vec<Address>> = Vec::new();
    loop {
        groups.push(words.list(|words| {
            let place = words.place();
            match words.end()? {
                end if groups.iter().flatten().any(|other| *other == end) => {
                    Err(Trouble::new(place, format!("{end} is named twice")))
                }
                end => Ok(end),
            }
        })?);
        if !words.accept("|") {
            return Ok(Command::Partition(groups));
        }
    }
}

fn message(words: &mut Words) -> Parsed<MessageId> {
    words.expect("message")?;
    Ok(MessageId(words.number(0, u64::MAX)?))
}

/// `X sends x=8`, `X via B sends x=8`.
fn submission(words: &mut Words) -> Parsed<Command> {
    let place = words.place();
    let client = words.end()?;
    if let Address::Node(_) = client {
        return Err(Trouble::new(place, format!("{client} is a node: only clients send")));
    }
    let via = if words.accept("via") { Some(words.node()?) } else { None };
    words.expect("sends")?;
    let place = words.place();
    let text = words.remainder()?;
    let operation = operation(&text, place)?;
    Ok(Command::Submit { client, via, operation })
}

/// An operation that stands at a place.
pub(super) fn operation(text: &str, place: usize) -> Parsed<Operation> {
    text.parse().map_err(|error: crate::kv::NotAnOperation| Trouble::new(place, error.to_string()))
}
