//! Your actions, or a script's.

use raft_sim::raft_core::{LogIndex, Timer};
use raft_sim::{Address, Command, Damage, DiskChange, Host, MessageId, Process, RecordKind};

use super::administration;
use super::packets;
use super::past::Past;
use super::rules::rule;
use super::vocabulary::quality;
use crate::query;
use crate::text::{Sentence, say};

/// A sentence about a command that has just been carried out; none where its effect says more.
pub(super) fn describe(command: &Command, past: &Past) -> Option<Sentence> {
    let simulation = past.simulation;
    Some(match command {
        Command::Crash(_)
        | Command::Restart(_)
        | Command::TimeOut(_)
        | Command::Disk { change: DiskChange::LosesTail(_), .. } => return None,
        Command::Cut { .. } => cut(&query::links_changed_now(simulation, false)),
        Command::Mend { .. } => mended(&query::links_changed_now(simulation, true)),
        Command::Partition(groups) => return partition(groups, simulation.hosts().len()),
        Command::Isolate(node) => say::node_isolated(*node),
        Command::Stall { from, to } => say::link_held(*from, *to),
        Command::Unstall { from, to } => say::link_released(*from, *to),
        Command::Heal => say::links_all_mended(),
        Command::Link { from, to, config: link } => say::link_changed(*from, *to, quality(link)),
        Command::Network(all) => say::network_changed(quality(all)),
        Command::DropNext { kind, from, to } => {
            say::next_message_dropped(*from, *to, packets::kind(*kind))
        }
        Command::Drop(id) => say::message_dropped(message(*id, past)?),
        Command::Duplicate(id) => say::message_duplicated(message(*id, past)?),
        Command::Delay { message: id, by } => say::message_delayed(message(*id, past)?, *by),
        Command::Freeze(node) => {
            process(*node, past).filter(|process| process.is_frozen())?;
            say::node_frozen(*node)
        }
        Command::Resume(node) => {
            process(*node, past).filter(|_| was_frozen(*node, past))?;
            say::node_resumed(*node)
        }
        Command::EraseDisk(node) => say::disk_erased(*node),
        Command::CorruptDisk(node) => match simulation.host(node.node()?).disk.damage() {
            Some(Damage::Rotten(_)) => say::disk_damaged(*node),
            Some(Damage::Erased) => return None,
            None => say::disk_nothing_to_damage(*node),
        },
        Command::ReplaceServer(node) => {
            let host = simulation.hosts().get(node.node()?.0 as usize)?;
            match host.disk.damage() {
                Some(Damage::Erased) if query::is_known_member(simulation, host.id) => {
                    say::replace_members_first(*node)
                }
                Some(Damage::Erased) => say::replace_impossible(*node),
                // One that runs already is not replaced, and one that keeps something is not new.
                None if host.process.is_some() && is_empty(host) => say::server_replaced(*node),
                _ => return None,
            }
        }
        Command::Clock { node, rate_permille: 0 } => say::clock_stopped(*node),
        Command::Clock { node, rate_permille } => say::clock_changed(*node, *rate_permille),
        Command::ClockJump { node, by } => say::clock_jumped(*node, *by),
        Command::Disk { node, change: DiskChange::Latency(span) } => say::disk_slow(*node, *span),
        Command::Disk { node, change: DiskChange::Stuck } => say::disk_stuck(*node),
        Command::Disk { node, change: DiskChange::Fails } => say::disk_fails(*node),
        Command::Disk { node, change: DiskChange::Works } => say::disk_works(*node),
        Command::Configure { node, setting } => say::node_configured(*node, setting.to_string()),
        Command::Timer { node, after } => {
            let timer = process(*node, past)?.timer(Timer::Election)?;
            if timer.fires_at().since(simulation.now()) != *after {
                return None;
            }
            say::timer_set(*node, *after)
        }
        Command::Snapshot(node) => {
            let raft = &process(*node, past)?.node;
            match raft.last_applied() {
                LogIndex::ZERO => say::snapshot_of_nothing(*node),
                applied if raft.log().base().index == applied => say::snapshot_taken(*node),
                _ => return None,
            }
        }
        Command::Administer { via, request } => {
            say::node_asked(*via, administration::request_phrase(request))
        }
        Command::Waive(off) => say::rule_off(rule(*off)),
        Command::Enforce(on) => say::rule_on(rule(*on)),
        Command::Submit { client, via: Some(node), operation } => {
            say::client_sends_to_node(*client, operation.to_string(), *node)
        }
        Command::Submit { client, via: None, operation } => {
            say::client_sends(*client, operation.to_string())
        }
        Command::Resend { client, serial, .. } => say::client_sends_again(*client, *serial),
        Command::Reconfigure { .. }
        | Command::Replace { .. }
        | Command::Add(_)
        | Command::Remove(_)
        | Command::Transfer(_)
            if simulation.leader().is_none() =>
        {
            say::no_leader_to_ask()
        }
        Command::Reconfigure { .. } => say::membership_requested(),
        Command::Replace { node, by } => say::replacement_requested(*node, *by),
        Command::Add(node) => say::member_addition_requested(*node),
        Command::Remove(node) => say::member_removal_requested(*node),
        Command::Transfer(node) => say::transfer_requested(*node),
    })
}

/// What runs on a node.
fn process<'a>(node: Address, past: &Past<'a>) -> Option<&'a Process> {
    past.simulation.hosts().get(node.node()?.0 as usize)?.process.as_ref()
}

/// Whether a node was frozen before the last command.
fn was_frozen(node: Address, past: &Past) -> bool {
    let before = query::commands_until(past.simulation, past.simulation.now()).rev().skip(1);
    let mut decisive = before.filter_map(|timed| match timed.command {
        Command::Freeze(of) if of == node => Some(true),
        Command::Resume(of)
        | Command::Crash(of)
        | Command::Restart(of)
        | Command::EraseDisk(of)
            if of == node =>
        {
            Some(false)
        }
        _ => None,
    });
    decisive.next() == Some(true)
}

/// A message that a command was about. If it was dropped, it is no longer in transit.
fn message(id: MessageId, past: &Past) -> Option<Sentence> {
    if let Some(in_flight) = past.simulation.network().message(id) {
        return Some(packets::message(&in_flight.packet, in_flight.from, in_flight.to));
    }
    let [_, records] = past.records;
    records.iter().find_map(|record| match &record.kind {
        RecordKind::Lost { envelope, .. } if envelope.message == id => {
            Some(packets::message(&envelope.packet, envelope.from, envelope.to))
        }
        _ => None,
    })
}

/// Which nodes and clients can no longer reach which.
fn partition(groups: &[Vec<Address>], nodes: usize) -> Option<Sentence> {
    let groups: Vec<_> = groups.iter().filter(|group| !group.is_empty()).collect();
    if let [one, other] = groups[..]
        && let [node @ Address::Node(_)] = one[..]
        && other.len() + 1 == nodes
    {
        return Some(say::node_isolated(node));
    }
    let names = |group: &Vec<Address>| group.clone();
    Some(match groups[..] {
        [] | [_] => return None,
        [one, other] => say::network_split_in_two(names(one), names(other)),
        [first, ref others @ ..] => {
            let all = others.iter().fold(say::network_group(names(first)), |groups, group| {
                say::network_groups(groups, names(group))
            });
            say::network_split(all)
        }
    })
}

/// What was cut with one gesture: a direction, several directions at one node, or links.
fn cut(links: &[(Address, Address, bool)]) -> Sentence {
    let is_one_way = links.iter().all(|link| !link.2);
    match *links {
        [(from, to, false)] => say::direction_cut(from, to),
        [(first, second, true)] => say::link_cut(first.min(second), first.max(second)),
        [(from, ..), ..] if is_one_way && links.iter().all(|link| link.0 == from) => {
            say::directions_cut_from(from, links.iter().rev().map(|link| link.1))
        }
        [(_, to, _), ..] if is_one_way && links.iter().all(|link| link.1 == to) => {
            say::directions_cut_to(links.iter().rev().map(|link| link.0), to)
        }
        _ => say::links_cut(links.len()),
    }
}

/// What was mended with one gesture: a direction, a link, or the links of a node.
fn mended(links: &[(Address, Address, bool)]) -> Sentence {
    match *links {
        [(from, to, false)] => say::direction_mended(from, to),
        [(first, second, true)] => say::link_mended(first.min(second), first.max(second)),
        [(first, second, _), ..] => {
            let is_of_all =
                |end: &Address| links.iter().all(|link| link.0 == *end || link.1 == *end);
            match [first, second].into_iter().find(is_of_all) {
                Some(node) => say::node_reconnected(node),
                None => say::links_mended(links.len()),
            }
        }
        [] => say::links_all_mended(),
    }
}

/// Whether nothing was ever written to a disk.
fn is_empty(host: &Host) -> bool {
    let disk = host.disk.durable();
    disk.hard_state.term.0 == 0 && disk.last().index.0 == 0
}
