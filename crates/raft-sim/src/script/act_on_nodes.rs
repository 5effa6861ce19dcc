//! Parses acts on nodes, and requests of administrators.

use raft_core::Micros;

use super::error::ParseError;
use super::settings::find;
use super::words::{Parsed, Words};
use crate::address::Address;
use crate::command::Command;
use crate::disk::DiskChange;
use crate::node_setting::NodeSetting;
use crate::scenario::Scenario;

/// Parses the rest of an act on nodes, after its first word.
pub(super) fn read(act: &str, words: &mut Words) -> Parsed<Vec<Command>> {
    let of_each: fn(Address) -> Command = match act {
        "isolate" => Command::Isolate,
        "crash" => Command::Crash,
        "restart" => Command::Restart,
        "freeze" | "pause" => Command::Freeze,
        "resume" => Command::Resume,
        "erase" | "wipe" => Command::EraseDisk,
        "renew" => Command::ReplaceServer,
        "replace" if words.accept("server") => Command::ReplaceServer,
        "corrupt" | "rot" => Command::CorruptDisk,
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
        "clock" => clock(words)?,
        "disk" => Command::Disk { node: words.node()?, change: disk_change(words)? },
        "node" => {
            let node = words.node()?;
            words.accept(":"); // a colon is allowed here
            Command::Configure { node, setting: setting(words)? }
        }
        "timer" => Command::Timer { node: words.node()?, after: words.span()? },
        _ => return administration(act, words),
    })
}

/// `clock B 90%`, `clock B jumps 100ms`, `clock B stands`.
fn clock(words: &mut Words) -> Parsed<Command> {
    let node = words.node()?;
    if words.accept("stands") {
        return Ok(Command::Clock { node, rate_permille: 0 });
    }
    if words.accept("jumps") {
        if words.peek() == "back" {
            return Err(ParseError::new(
                words.place(),
                "a clock never jumps back, since nodes rely on that",
            ));
        }
        return Ok(Command::ClockJump { node, by: words.span()? });
    }
    if !words.peek().starts_with(|first: char| first.is_ascii_digit()) {
        let word = words.peek();
        let error = words.wanted("a percentage such as 90%, `jumps` or `stands`");
        return Err(error.suggest(word, &["jumps", "stands"]));
    }
    Ok(Command::Clock { node, rate_permille: words.percent(100, 10_000)? })
}

/// `latency 50ms`, `stuck`, `fails`, `works`, `loses tail 2`.
fn disk_change(words: &mut Words) -> Parsed<DiskChange> {
    let known = ["latency", "stuck", "fails", "works", "loses"];
    Ok(match words.one_of("change of disk", &known)? {
        0 => DiskChange::Latency(words.setting_span(Micros(0))?),
        1 => DiskChange::Stuck,
        2 => DiskChange::Fails,
        3 => DiskChange::Works,
        _ => {
            words.expect("tail")?;
            DiskChange::LosesTail(words.number(0, u64::MAX)?)
        }
    })
}

/// `pre-vote off`: written like a setting of the scenario, but for one node.
fn setting(words: &mut Words) -> Parsed<NodeSetting> {
    let mut scenario = Scenario::default();
    let names = NodeSetting::all(&scenario).map(NodeSetting::name);
    let chosen = words.one_of("setting of one node", &names)?;
    let name = names[chosen];
    if let Some(setting) = find(name) {
        (setting.read)(words, &mut scenario).map_err(|error| error.in_setting(name))?;
    }
    Ok(NodeSetting::all(&scenario)[chosen])
}

/// Parses a request of an administrator, to the leader or to the node after `via`.
fn administration(act: &str, words: &mut Words) -> Parsed<Command> {
    let command = match act {
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
        // Only one node, since only one membership change is made at a time (§6).
        "add" => Command::Add(words.node()?),
        _ => Command::Remove(words.node()?),
    };
    match command.admin_request() {
        Some(request) if words.accept("via") => {
            Ok(Command::Administer { via: words.node()?, request })
        }
        _ => Ok(command),
    }
}
