//! What somebody did from outside.

use raft_sim::{Address, Command, Damage, DiskChange, Simulation, script};

use super::{administration, names, rules};
use crate::query;

/// A sentence about a command that has just been carried out.
pub(super) fn tell(command: &Command, simulation: &Simulation) -> String {
    match command {
        Command::Cut { .. } => cut(simulation),
        Command::Mend { .. } => mended(simulation),
        Command::Partition(groups) => partition(groups, simulation),
        Command::Isolate(node) => cut_off(*node),
        Command::Heal => "All links carry again.".into(),
        Command::Submit { client, via: Some(node), operation } => {
            format!("{client} sends {operation} to {node}.")
        }
        Command::Submit { client, via: None, operation } => {
            format!("{client} sends {operation} to the cluster.")
        }
        Command::Pause(node) => format!("{node} is held up: it notices nothing until it goes on."),
        Command::Resume(node) => format!("{node} goes on with all that has come meanwhile."),
        Command::EraseDisk(node) => {
            format!("Everything on {node}’s disk is gone: it cannot come back.")
        }
        Command::CorruptDisk(node) => {
            format!("Something on {node}’s disk has changed, which it will notice when it starts.")
        }
        Command::ReplaceServer(node) if is_erased(simulation, *node) => {
            format!("Others still count on {node}. Take it out of the cluster first.")
        }
        Command::ReplaceServer(node) => format!("A new server takes the place of {node}."),
        Command::Timer { node, after } => {
            format!("{node}’s election timer fires in {} ms.", after.0 / 1000)
        }
        Command::Snapshot(node) => format!("{node} puts a snapshot in the place of its log."),
        Command::Network(quality) => format!("Every link now has {quality}."),
        Command::Clock { node, rate_permille: 0 } => {
            format!("{node}’s clock stands still, and its timers with it.")
        }
        Command::Clock { node, rate_permille } => {
            let rate = script::write_share(*rate_permille);
            format!("{node}’s clock runs at {rate} of true time.")
        }
        Command::ClockJump { node, by } => {
            format!("{node}’s clock jumps forward by {} ms.", by.0 / 1000)
        }
        Command::Disk { node, change } => disk(*node, *change),
        Command::Configure { node, setting } => format!("Only {node} is set up so: {setting}."),
        Command::Administer { via, request } => {
            format!("{via} is asked to {}.", administration::asked(request))
        }
        Command::Resend { client, serial, .. } => {
            format!("{client} sends its operation {serial} again.")
        }
        Command::Waive(rule) => {
            format!("From now on nobody keeps this rule: {}", rules::rule_sentence(*rule))
        }
        Command::Enforce(rule) => {
            format!("Everybody keeps this rule again: {}", rules::rule_sentence(*rule))
        }
        Command::Reconfigure { .. }
        | Command::Replace { .. }
        | Command::Add(_)
        | Command::Remove(_)
        | Command::Transfer(_)
            if simulation.leader().is_none() =>
        {
            "Nobody leads, so there is nobody to ask.".into()
        }
        Command::Reconfigure { .. } => "The leader is asked for another membership.".into(),
        Command::Add(node) => format!("The leader is asked to take {node} into the cluster."),
        Command::Remove(node) => format!("The leader is asked to take {node} out of the cluster."),
        Command::Transfer(node) => format!("The leader is asked to hand over to {node}."),
        Command::Duplicate(message) => format!("Message {} goes out twice.", message.0),
        Command::Delay { message, by } => {
            format!("Message {} takes {} ms longer.", message.0, by.0 / 1000)
        }
        Command::Drop(message) => format!("Message {} is taken off its way.", message.0),
        other => format!("Done: {other}."),
    }
}

/// Whether a node's disk is still erased, after a new server was to take its place.
fn is_erased(simulation: &Simulation, node: Address) -> bool {
    let host = node.node().and_then(|node| simulation.hosts().get(node.0 as usize));
    host.is_some_and(|host| host.disk.damage() == Some(Damage::Erased))
}

/// What becomes of a node's disk.
fn disk(node: Address, change: DiskChange) -> String {
    match change {
        DiskChange::Latency(latency) => {
            format!("A write to {node}’s disk now takes {} ms.", latency.0 / 1000)
        }
        DiskChange::Stuck => format!("{node}’s disk is stuck: no write ends until it works again."),
        DiskChange::Fails => format!("{node}’s disk fails: {node} will stop at its next write."),
        DiskChange::Works => format!("{node}’s disk works again."),
        DiskChange::LosesTail(_) => format!("{node}’s disk loses the end of its log."),
    }
}

/// Which nodes and clients can no longer talk to which.
fn partition(groups: &[Vec<Address>], simulation: &Simulation) -> String {
    let [one, other] = groups else {
        let groups: Vec<String> = groups.iter().map(|group| names(group.iter().copied())).collect();
        return format!("These no longer hear each other: {}.", groups.join("; "));
    };
    let all_nodes = || one.len() + other.len() == simulation.hosts().len();
    if let [node @ Address::Node(_)] = one[..]
        && all_nodes()
    {
        return cut_off(node);
    }
    let are = if one.len() == 1 { "is" } else { "are" };
    format!("{} {are} cut off from {}.", names(one.iter().copied()), names(other.iter().copied()))
}

fn cut_off(node: Address) -> String {
    format!("{node} is cut off from the other nodes.")
}

/// What was cut with one gesture: a direction, a link, or several links.
fn cut(simulation: &Simulation) -> String {
    match query::links_changed_now(simulation, false)[..] {
        [(from, to, false)] => format!("Messages from {from} no longer reach {to}."),
        [(first, second, true)] => {
            format!(
                "The link {}–{} is cut: messages on it die.",
                first.min(second),
                first.max(second)
            )
        }
        ref links => format!("{} links are cut: messages on them die.", links.len()),
    }
}

/// What was mended with one gesture: a direction, a link, or the links of a node.
fn mended(simulation: &Simulation) -> String {
    let links = query::links_changed_now(simulation, true);
    match links[..] {
        [(from, to, false)] => format!("Messages from {from} reach {to} again."),
        [(first, second, true)] => {
            format!("The link {}–{} is whole again.", first.min(second), first.max(second))
        }
        [(first, second, _), ..] => {
            let is_of_all =
                |end: &Address| links.iter().all(|link| link.0 == *end || link.1 == *end);
            match [first, second].into_iter().find(is_of_all) {
                Some(node) => format!("{node} reaches everyone again."),
                None => format!("{} links work again.", links.len()),
            }
        }
        [] => "All links carry again.".into(),
    }
}
