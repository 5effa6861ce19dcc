//! What somebody did from outside.

use raft_sim::{Address, Command, script};

use super::{administration, rules};
use crate::narrator::Weight;

/// A sentence about a command; none if what comes of it is told instead.
pub(super) fn tell(command: &Command) -> Option<(Weight, String)> {
    let sentence = match command {
        Command::Cut { from, to } => format!("Messages from {from} no longer reach {to}."),
        Command::Mend { from, to } => format!("Messages from {from} reach {to} again."),
        Command::Partition(groups) => partition(groups),
        Command::Isolate(node) => links_of(*node, false),
        Command::Heal => "All links carry again.".into(),
        Command::Submit { client, via: Some(node), operation } => {
            format!("{client} sends {operation} to {node}.")
        }
        Command::Submit { client, via: None, operation } => {
            format!("{client} sends {operation} to the cluster.")
        }
        Command::Pause(node) => format!("{node} is held up: it notices nothing until it goes on."),
        Command::Resume(node) => format!("{node} goes on with all that has come meanwhile."),
        Command::Wipe(node) => format!("Everything on {node}’s disk is gone: it cannot come back."),
        Command::Rot(node) => {
            format!("Something on {node}’s disk has changed, which it will notice when it starts.")
        }
        Command::Renew(node) => format!("A new server takes the place of {node}."),
        Command::Timer { node, after } => {
            format!("{node}’s election timer fires in {} ms.", after.0 / 1000)
        }
        Command::Snapshot(node) => format!("{node} puts a snapshot in the place of its log."),
        Command::Network(quality) => format!("Every link now has {quality}."),
        Command::Clock { rate_permille: 0, .. }
        | Command::ClockJump { .. }
        | Command::Disk { .. }
        | Command::Configure { .. }
        | Command::Administer { .. }
        | Command::Resend { .. } => administration::act(command)?,
        Command::Clock { node, rate_permille } => {
            let rate = script::write_share(*rate_permille);
            format!("{node}’s clock runs at {rate} of true time.")
        }
        Command::Waive(rule) => {
            format!("From now on nobody keeps this rule: {}", rules::sentence(*rule))
        }
        Command::Enforce(rule) => {
            format!("Everybody keeps this rule again: {}", rules::sentence(*rule))
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
        Command::Crash(_) | Command::Restart(_) | Command::TimeOut(_) => return None,
        other => format!("Done: {other}."),
    };
    Some((Weight::Answer, sentence))
}

/// Why nothing comes of asking the leader.
pub(crate) const NOBODY_TO_ASK: &str = "Nobody leads, so there is nobody to ask.";

/// Why a server cannot be replaced yet.
pub(crate) fn still_counted(node: Address) -> String {
    format!("Others still count on {node}. Take it out of the cluster first.")
}

/// Who can no longer talk to whom.
pub(crate) fn partition(groups: &[Vec<Address>]) -> String {
    if let [one, other] = groups {
        let are = if one.len() == 1 { "is" } else { "are" };
        return format!("{} {are} cut off from {}.", names(one), names(other));
    }
    let groups: Vec<String> = groups.iter().map(|group| names(group)).collect();
    format!("These no longer hear each other: {}.", groups.join("; "))
}

/// Names as one says them: `A, B and C`.
fn names(addresses: &[Address]) -> String {
    let mut names = String::new();
    for (place, address) in addresses.iter().enumerate() {
        let before = match place {
            0 => "",
            _ if place + 1 == addresses.len() => " and ",
            _ => ", ",
        };
        names.push_str(before);
        names.push_str(&address.to_string());
    }
    names
}

/// What became of a link between two ends.
pub(crate) fn link(first: Address, second: Address, up: bool) -> String {
    let state = if up { "whole again" } else { "cut: messages on it die" };
    format!("The link {first}–{second} is {state}.")
}

/// What became of several links.
pub(crate) fn links(count: usize) -> String {
    format!("{count} links are cut: messages on them die.")
}

/// What became of all links of a node.
pub(crate) fn links_of(node: Address, up: bool) -> String {
    let state = if up { "reaches everyone again" } else { "is cut off from the other nodes" };
    format!("{node} {state}.")
}
