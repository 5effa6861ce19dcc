//! Parses acts.

use super::error::ParseError;
use super::expect;
use super::link_settings::link_config;
use super::settings::rule;
use super::words::{Parsed, Words, operation};
use super::{ScriptAction, act_on_nodes};
use crate::address::Address;
use crate::command::Command;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;

/// The first words of acts that do not start with a client's name. `clog`, `unclog`, `pause`,
/// `wipe`, `renew` and `rot` are spellings of an earlier version, which are still accepted.
pub(super) const ACTS: [&str; 39] = [
    "say",
    "expect",
    "cut",
    "mend",
    "stall",
    "unstall",
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
    "freeze",
    "pause",
    "resume",
    "erase",
    "corrupt",
    "wipe",
    "renew",
    "rot",
    "clock",
    "disk",
    "node",
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

/// Parses one act. An act on several links or nodes gives a command for each of them.
pub(super) fn read(words: &mut Words) -> Parsed<Vec<ScriptAction>> {
    let begins_with_name = |word: &str| word.len() == 1 && word.parse::<Address>().is_ok();
    if begins_with_name(words.peek()) {
        return submission(words).map(|command| vec![ScriptAction::Do(command)]);
    }
    let word = words.peek();
    let act = ACTS[words.one_of("act", &ACTS).map_err(|error| {
        let others = ["time out", "hand over to", "beat", "point at", "invite", "ask", "choice"];
        let known: Vec<&str> = ACTS.into_iter().chain(others).collect();
        suggest_act(word, error.suggest(word, &known))
    })?];
    let commands = match act {
        "say" => return Ok(vec![ScriptAction::Say(words.quoted()?)]),
        "expect" if words.accept("never") => {
            return Ok(vec![ScriptAction::Never(expect::read(words)?)]);
        }
        "expect" => return Ok(vec![ScriptAction::Expect(expect::read(words)?)]),
        "waive" => words.list(rule)?.into_iter().map(Command::Waive).collect(),
        "enforce" => words.list(rule)?.into_iter().map(Command::Enforce).collect(),
        "cut" | "mend" | "stall" | "unstall" | "clog" | "unclog" | "link" | "network"
        | "partition" | "heal" | "drop" | "duplicate" | "delay" => on_network(act, words)?,
        _ => act_on_nodes::read(act, words)?,
    };
    Ok(commands.into_iter().map(ScriptAction::Do).collect())
}

/// Suggests the acts that the page names otherwise.
pub(super) fn suggest_act(word: &str, error: ParseError) -> ParseError {
    match word {
        "stop" | "kill" => error.with_suggestion(Some("crash".into())),
        "start" | "boot" => error.with_suggestion(Some("restart".into())),
        _ => error,
    }
}

/// Parses an act on links or messages.
fn on_network(act: &str, words: &mut Words) -> Parsed<Vec<Command>> {
    Ok(match act {
        "cut" => links(words, |from, to| Command::Cut { from, to })?,
        "mend" => links(words, |from, to| Command::Mend { from, to })?,
        "stall" | "clog" => links(words, |from, to| Command::Stall { from, to })?,
        "unstall" | "unclog" => links(words, |from, to| Command::Unstall { from, to })?,
        "link" => {
            let ends = ends(words)?;
            let config = link_config(words)?;
            ends.into_iter().map(|(from, to)| Command::Link { from, to, config }).collect()
        }
        "network" => vec![Command::Network(link_config(words)?)],
        "partition" => vec![partition(words)?],
        "heal" => vec![Command::Heal],
        "drop" if words.accept("next") => {
            let kind = message_kind(words)?;
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

/// Parses a kind of message.
pub(super) fn message_kind(words: &mut Words) -> Parsed<MessageKind> {
    let names = MessageKind::ALL.map(MessageKind::name);
    let kind = words.one_of("kind of message", &names).map_err(|error| {
        let message = format!("{}; the kinds are {}", error.kind(), names.join(", "));
        error.with_message(message)
    })?;
    Ok(MessageKind::ALL[kind])
}

fn links(words: &mut Words, command: impl Fn(Address, Address) -> Command) -> Parsed<Vec<Command>> {
    Ok(ends(words)?.into_iter().map(|(from, to)| command(from, to)).collect())
}

/// Parses directions of links: `A->B`, `A-B` for both, `A->B,C` and `A-B,C` for several.
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
        check_link(from, to, place)?;
        ends.push((from, to));
        if !one_way {
            ends.push((to, from));
        }
    }
    Ok(ends)
}

/// # Errors
/// If there is no link between the two.
pub(super) fn check_link(from: Address, to: Address, place: usize) -> Parsed<()> {
    if to == from {
        return Err(ParseError::new(place, format!("{from} has no link to itself")));
    }
    if let (Address::Client(_), Address::Client(_)) = (from, to) {
        return Err(ParseError::new(place, "clients have no links to each other"));
    }
    Ok(())
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
                    Err(ParseError::new(place, format!("{end} is named twice")))
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

/// `X sends x=8`, `X via B sends x=8`, `X resends 3`.
fn submission(words: &mut Words) -> Parsed<Command> {
    let place = words.place();
    let client = words.end()?;
    if let Address::Node(_) = client {
        return Err(ParseError::new(place, format!("{client} is a node: only clients send")));
    }
    let via = if words.accept("via") { Some(words.node()?) } else { None };
    if words.accept("resends") {
        return Ok(Command::Resend { client, via, serial: words.number(1, u64::MAX)? });
    }
    if !words.accept("sends") {
        let word = words.peek();
        return Err(words.wanted("`sends` or `resends`").suggest(word, &["sends", "resends"]));
    }
    let place = words.place();
    let text = words.remainder()?;
    let operation = operation(&text, place)?;
    Ok(Command::Submit { client, via, operation })
}
