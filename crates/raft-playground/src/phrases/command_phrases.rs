//! What is done to a cluster from outside: as it is asked for, `stop C`, and once it is done,
//! `C stopped`.

use raft_sim::{Address, Command, TimedCommand};

use super::administration::request_phrase;
use crate::text::{Sentence, say};

/// What was done with one gesture, as it is asked for.
pub(super) fn to_do(commands: &[TimedCommand]) -> Option<Sentence> {
    describe_group(commands, action)
}

/// What was done with one gesture.
pub(super) fn did(commands: &[TimedCommand]) -> Option<Sentence> {
    describe_group(commands, done)
}

/// A command, or the cutting or mending of several directions at once.
fn describe_group(
    commands: &[TimedCommand],
    say: fn(&CommandGroup) -> Sentence,
) -> Option<Sentence> {
    let (first, rest) = commands.split_first()?;
    let group = match direction(&first.command) {
        None => CommandGroup::Command(&first.command),
        Some((cuts, from, to)) => {
            let rest = rest.iter().take_while(|timed| timed.at == first.at);
            let mut others = rest.map_while(|timed| direction(&timed.command));
            match (others.next(), others.next()) {
                (None, _) => CommandGroup::Command(&first.command),
                (Some(other), None) if other == (cuts, to, from) => {
                    CommandGroup::Link(cuts, from.min(to), from.max(to))
                }
                _ => CommandGroup::Links(cuts),
            }
        }
    };
    Some(say(&group))
}

/// What is done with one gesture.
enum CommandGroup<'a> {
    Command(&'a Command),
    /// Both directions of a link are cut, or else mended.
    Link(bool, Address, Address),
    /// Several directions are cut, or else mended.
    Links(bool),
}

/// The direction that a command cuts, or else mends.
fn direction(command: &Command) -> Option<(bool, Address, Address)> {
    match *command {
        Command::Cut { from, to } => Some((true, from, to)),
        Command::Mend { from, to } => Some((false, from, to)),
        _ => None,
    }
}

/// The node that a partition separates from all others.
fn isolated(groups: &[Vec<Address>]) -> Option<Address> {
    match groups {
        [alone, _] if alone.len() == 1 => alone.first().copied(),
        _ => None,
    }
}

fn action(group: &CommandGroup) -> Sentence {
    match group {
        CommandGroup::Command(command) => command_to_do(command),
        CommandGroup::Link(true, first, second) => say::do_cut_link(*first, *second),
        CommandGroup::Link(false, first, second) => say::do_mend_link(*first, *second),
        CommandGroup::Links(true) => say::do_cut_links(),
        CommandGroup::Links(false) => say::do_mend_links(),
    }
}

fn done(group: &CommandGroup) -> Sentence {
    match group {
        CommandGroup::Command(command) => command_done(command),
        CommandGroup::Link(true, first, second) => say::did_cut_link(*first, *second),
        CommandGroup::Link(false, first, second) => say::did_mend_link(*first, *second),
        CommandGroup::Links(true) => say::did_cut_links(),
        CommandGroup::Links(false) => say::did_mend_links(),
    }
}

/// What a command does: `stop C`.
pub(crate) fn command_to_do(command: &Command) -> Sentence {
    match command {
        Command::Partition(groups) => match isolated(groups) {
            Some(node) => say::do_isolate(node),
            None => say::do_partition(),
        },
        Command::Cut { from, to } => say::do_cut(*from, *to),
        Command::Mend { from, to } => say::do_mend(*from, *to),
        Command::Isolate(node) => say::do_isolate(*node),
        Command::Stall { from, to } => say::do_hold(*from, *to),
        Command::Unstall { from, to } => say::do_release(*from, *to),
        Command::Heal => say::do_heal(),
        Command::Link { from, to, .. } => say::do_link(*from, *to),
        Command::Network(_) => say::do_network(),
        Command::DropNext { .. } | Command::Drop(_) => say::do_drop(),
        Command::Duplicate(_) => say::do_duplicate(),
        Command::Delay { .. } => say::do_delay(),
        Command::Crash(node) => say::do_stop(*node),
        Command::Restart(node) => say::do_start(*node),
        Command::Pause(node) => say::do_freeze(*node),
        Command::Resume(node) => say::do_resume(*node),
        Command::EraseDisk(node) => say::do_erase(*node),
        Command::ReplaceServer(node) => say::do_replace(*node),
        Command::CorruptDisk(node) => say::do_damage(*node),
        Command::Replace { node, by } => say::do_replace_by(*node, *by),
        Command::Clock { node, .. } | Command::ClockJump { node, .. } => say::do_clock(*node),
        Command::Disk { node, .. } => say::do_disk(*node),
        Command::Configure { node, .. } => say::do_configure(*node),
        Command::TimeOut(node) => say::do_time_out(*node),
        Command::Timer { node, .. } => say::do_set_timer(*node),
        Command::Snapshot(node) => say::do_snapshot(*node),
        Command::Reconfigure { .. } => say::do_change_members(),
        Command::Add(node) => say::do_add(*node),
        Command::Remove(node) => say::do_remove(*node),
        Command::Transfer(node) => say::do_transfer(*node),
        Command::Administer { via, request } => say::do_ask(*via, request_phrase(request)),
        Command::Waive(rule) => say::do_waive(rule.to_string()),
        Command::Enforce(rule) => say::do_enforce(rule.to_string()),
        Command::Submit { via: None, operation, .. } => say::do_send(operation.to_string()),
        Command::Submit { via: Some(node), operation, .. } => {
            say::do_send_to(operation.to_string(), *node)
        }
        Command::Resend { client, serial, .. } => say::do_send_again(*client, *serial),
    }
}

/// What a command did: `C stopped`.
fn command_done(command: &Command) -> Sentence {
    match command {
        Command::Partition(groups) => match isolated(groups) {
            Some(node) => say::did_isolate(node),
            None => say::did_partition(),
        },
        Command::Cut { from, to } => say::did_cut(*from, *to),
        Command::Mend { from, to } => say::did_mend(*from, *to),
        Command::Isolate(node) => say::did_isolate(*node),
        Command::Stall { from, to } => say::did_hold(*from, *to),
        Command::Unstall { from, to } => say::did_release(*from, *to),
        Command::Heal => say::did_heal(),
        Command::Link { from, to, .. } => say::did_link(*from, *to),
        Command::Network(_) => say::did_network(),
        Command::DropNext { .. } | Command::Drop(_) => say::did_drop(),
        Command::Duplicate(_) => say::did_duplicate(),
        Command::Delay { .. } => say::did_delay(),
        Command::Crash(node) => say::did_stop(*node),
        Command::Restart(node) => say::did_start(*node),
        Command::Pause(node) => say::did_freeze(*node),
        Command::Resume(node) => say::did_resume(*node),
        Command::EraseDisk(node) => say::did_erase(*node),
        Command::ReplaceServer(node) => say::did_replace(*node),
        Command::CorruptDisk(node) => say::did_damage(*node),
        Command::Replace { node, by } => say::did_replace_by(*node, *by),
        Command::Clock { node, .. } | Command::ClockJump { node, .. } => say::did_clock(*node),
        Command::Disk { node, .. } => say::did_disk(*node),
        Command::Configure { node, .. } => say::did_configure(*node),
        Command::TimeOut(node) => say::did_time_out(*node),
        Command::Timer { node, .. } => say::did_set_timer(*node),
        Command::Snapshot(node) => say::did_snapshot(*node),
        Command::Reconfigure { .. } => say::did_change_members(),
        Command::Add(node) => say::did_add(*node),
        Command::Remove(node) => say::did_remove(*node),
        Command::Transfer(node) => say::did_transfer(*node),
        Command::Administer { via, request } => say::did_ask(*via, request_phrase(request)),
        Command::Waive(rule) => say::did_waive(rule.to_string()),
        Command::Enforce(rule) => say::did_enforce(rule.to_string()),
        Command::Submit { via: None, operation, .. } => say::did_send(operation.to_string()),
        Command::Submit { via: Some(node), operation, .. } => {
            say::did_send_to(operation.to_string(), *node)
        }
        Command::Resend { client, serial, .. } => say::did_send_again(*client, *serial),
    }
}
