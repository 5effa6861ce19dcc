//! Checks expectations about several nodes, or about an answer of a node.

use raft_core::{Answer, Entry, LogIndex, Rule};

use super::expectation::Sameness;
use super::verdict::{Verdict, whether};
use crate::address::Address;
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
            Some((key, value)) => format!("{first} has {key}={value}, and {other} has not"),
            None => format!("{other} has more than {first}"),
        }
    })
}

/// Whether a node refused the last request of an administrator.
pub(super) fn refused(simulation: &Simulation, node: Address, rule: Option<Rule>) -> Verdict {
    let host = simulation.hosts().iter().find(|host| node == host.id.into());
    let Some(asked) = host.and_then(|host| host.administered.last()) else {
        return Err(format!("{node} was asked for nothing"));
    };
    let is_so = match asked.answer {
        Some(Answer::Refused(by)) => rule.is_none_or(|rule| rule == by),
        Some(Answer::NotLeader { .. }) => rule.is_none(),
        _ => false,
    };
    whether(is_so, || match asked.answer {
        None => format!("{node} has not answered"),
        Some(Answer::Refused(by)) => format!("{node} refused it by {by}"),
        Some(Answer::NotLeader { .. }) => format!("{node} refused it since it does not lead"),
        Some(Answer::Committed(_)) => format!("{node} did it"),
        Some(Answer::Superseded { .. } | Answer::Unknown) => {
            format!("{node} cannot tell what becomes of it")
        }
    })
}
