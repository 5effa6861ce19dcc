//! Checks expectations about several nodes, about an answer of a node, or about violations.

use raft_core::{Answer, Entry, LogIndex, Rule};

use super::expectation::Sameness;
use super::verdict::{Verdict, whether};
use crate::address::Address;
use crate::checks::{Property, Violation};
use crate::host::Host;
use crate::simulation::Simulation;

/// Whether the listed nodes, or all running ones, have the same log or state.
pub(super) fn same(simulation: &Simulation, of: Sameness, nodes: &[Address]) -> Verdict {
    let hosts = simulation.hosts().iter().filter(|host| match nodes {
        [] => host.process.is_some(),
        nodes => nodes.contains(&host.id.into()),
    });
    let mut hosts = hosts.peekable();
    let Some(first) = hosts.peek().copied() else { return Ok(()) };
    hosts.try_for_each(|host| match of {
        Sameness::Log => same_log(first, host),
        Sameness::State => same_state(first, host),
    })
}

/// The last index before a node's log, and its entries: in memory, or on the disk of a stopped
/// node.
fn log(host: &Host) -> (LogIndex, Vec<&Entry>) {
    if let Some(process) = &host.process {
        let log = process.node.log();
        let base = log.base().index;
        return (base, log.entries_from(base.next()).collect());
    }
    let disk = host.disk.durable();
    let base = disk.snapshot.as_ref().map_or(LogIndex::ZERO, |snapshot| snapshot.last.index);
    (base, disk.entries.iter().collect())
}

fn same_log(first: &Host, other: &Host) -> Verdict {
    let ((one_base, one), (other_base, another)) = (log(first), log(other));
    let base = one_base.max(other_base);
    let after = |entries: Vec<&'_ Entry>| -> Vec<Entry> {
        entries.into_iter().filter(|entry| entry.index > base).cloned().collect()
    };
    let end = |base: LogIndex, entries: &[&Entry]| entries.last().map_or(base, |entry| entry.index);
    let (one_end, other_end) = (end(one_base, &one), end(other_base, &another));
    let (first, other) = (Address::Node(first.id), Address::Node(other.id));
    if one_end != other_end {
        return Err(format!("{first}'s log ends at {one_end} and {other}'s log at {other_end}"));
    }
    let (one, another) = (after(one), after(another));
    match one.iter().zip(&another).find(|(one, another)| one != another) {
        None => Ok(()),
        Some((entry, _)) => Err(format!("{first} and {other} differ at {}", entry.index)),
    }
}

fn same_state(first: &Host, other: &Host) -> Verdict {
    let (one, another) = match (&first.process, &other.process) {
        (Some(one), Some(another)) => (&one.machine, &another.machine),
        (None, _) => return Err(format!("{} is stopped", Address::Node(first.id))),
        (_, None) => return Err(format!("{} is stopped", Address::Node(other.id))),
    };
    let (first, other) = (Address::Node(first.id), Address::Node(other.id));
    whether(one.registers().eq(another.registers()), || {
        let lacks = |(key, value): &(&str, &str)| another.get(key) != Some(value);
        match one.registers().find(lacks) {
            Some((key, value)) => format!("{first} has {key}={value} and {other} does not"),
            None => format!("{other} has more keys than {first}"),
        }
    })
}

/// Whether a node refused the last request of an administrator.
pub(super) fn refused(simulation: &Simulation, node: Address, rule: Option<Rule>) -> Verdict {
    let host = simulation.hosts().iter().find(|host| node == host.id.into());
    let Some(asked) = host.and_then(|host| host.administered.last()) else {
        return Err(format!("{node} received no request"));
    };
    let is_so = match asked.answer {
        Some(Answer::Refused(by)) => rule.is_none_or(|rule| rule == by),
        Some(Answer::NotLeader { .. }) => rule.is_none(),
        _ => false,
    };
    whether(is_so, || match asked.answer {
        None => format!("{node} has not answered"),
        Some(Answer::Refused(by)) => format!("{node} refused because of {by}"),
        Some(Answer::NotLeader { .. }) => format!("{node} refused because it is not the leader"),
        Some(Answer::Committed(_)) => format!("{node} accepted it"),
        Some(Answer::Superseded { .. } | Answer::Unknown) => {
            format!("{node} does not know the outcome")
        }
    })
}

/// Whether a property is violated; any property if `None`.
pub(super) fn violated(simulation: &Simulation, property: Option<Property>) -> bool {
    let mut violated = simulation.violations().iter().map(Violation::property);
    violated.any(|other| property.is_none_or(|property| other == property))
}

pub(super) fn violations(simulation: &Simulation) -> String {
    let mut names: Vec<&str> = Vec::new();
    for violation in simulation.violations() {
        let name = violation.property().key();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return "no property is violated".into();
    }
    let verb = if names.len() == 1 { "is" } else { "are" };
    let violated = format!("{} {verb} violated", names.join(", "));
    // The violation is then not a fault of the protocol, which relies on disks that keep what they
    // acknowledge.
    match simulation.lost_tails().first() {
        Some((at, node)) => {
            let node = Address::Node(*node);
            format!("{violated}, after {node}'s disk lost acknowledged entries at {at}")
        }
        None => violated,
    }
}
