//! Plain sentences about what happened. All prose of the stage is here.

mod acts;
mod administration;
mod alarms;
mod branches;
mod clients;
mod deeds;
mod events;
mod leaders;
mod promises;
mod rules;

use raft_sim::raft_core::{Node, NodeId, Timer};
use raft_sim::{Address, DiskState, Fact, Record, Simulation};

use crate::frame::RoleView;
use crate::narrator::Weight;

pub(crate) use acts::{NOBODY_TO_ASK, link, links, links_of, partition, still_counted};
pub(crate) use alarms::violation;
pub(crate) use branches::{branch, new_branch, other_branch};
pub(crate) use clients::client_status;
pub(crate) use deeds::deed;
pub(crate) use promises::promise;
pub(crate) use rules::sentence as rule_sentence;

/// The sentence before anything has happened.
pub(crate) const OPENING: &str =
    "Nobody leads yet. Whoever’s timer closes first will ask the others for their votes.";

/// The sentence at a moment before which nothing happened.
pub(crate) const QUIET: &str = "Nothing has happened for two seconds.";

/// Simulated time to the millisecond: `1.942 s`.
pub fn seconds(micros: u64) -> String {
    format!("{}.{:03} s", micros / 1_000_000, micros / 1000 % 1000)
}

/// A sentence about a record, and how much it matters; none if it is not worth one.
pub(crate) fn tell(record: &Record, simulation: &Simulation) -> Option<(Weight, String)> {
    let node = match record.place {
        Some(Address::Node(node)) => Some(node),
        _ => None,
    };
    match &record.fact {
        Fact::Commanded(command) => acts::tell(command),
        Fact::Protocol(event) => events::tell(node?, event, simulation),
        Fact::Crashed { lost_writes, .. } => {
            let fails = simulation.host(node?).disk.state() == DiskState::Fails;
            let sentence = if fails && *lost_writes > 0 {
                let name = Address::Node(node?);
                format!(
                    "{name}’s write fails, so {name} stops: it cannot know what its disk holds."
                )
            } else {
                crash(node?, *lost_writes)
            };
            Some((Weight::Answer, sentence))
        }
        Fact::TailLost { first, last } => {
            let name = Address::Node(node?);
            let what = if first == last {
                format!("entry {}", first.index)
            } else {
                format!("entries {} to {}", first.index, last.index)
            };
            let sentence =
                format!("{name}’s disk has lost {what}, although it had acknowledged that.");
            Some((Weight::Answer, sentence))
        }
        Fact::Administered { request, answer } => administration::tell(node?, request, *answer),
        Fact::RefusedToStart { reason } => {
            Some((Weight::Answer, format!("{} cannot start: {reason}.", Address::Node(node?))))
        }
        Fact::TimerFired(Timer::Heartbeat) => leaders::heartbeat(simulation, node?),
        Fact::Applied { entry, .. } => leaders::applied_by_all(simulation, entry),
        Fact::Settled { serial, status } => {
            let Some(Address::Client(client)) = record.place else { return None };
            let client = &simulation.clients()[client.0 as usize];
            let operation = client.operations().iter().find(|other| other.serial == *serial)?;
            Some((Weight::Answer, clients::settled(record.place?, operation, status)))
        }
        Fact::Violated(what) => {
            let sentence = match simulation.lost_tails().first() {
                None => violation(what),
                Some((_, node)) => format!(
                    "{} This is not Raft’s fault: {}’s disk had lost what it had acknowledged.",
                    violation(what),
                    Address::Node(*node)
                ),
            };
            Some((Weight::Alarm, sentence))
        }
        _ => None,
    }
}

fn crash(node: NodeId, lost_writes: usize) -> String {
    let name = Address::Node(node);
    match lost_writes {
        0 => format!("{name} stops. Its disk keeps its term, its vote and its log."),
        _ => format!("{name} stops in the middle of a write, which is lost."),
    }
}

/// A node in one sentence, for a screen reader.
pub(crate) fn describe_node(
    name: &str,
    role: RoleView,
    term: u64,
    status: &str,
    value: &str,
) -> String {
    let value = if value.is_empty() { "no value".into() } else { format!("value {value}") };
    match role {
        RoleView::Follower => format!("Node {name}, follower, term {term}, {status}, {value}"),
        RoleView::PreCandidate => {
            format!("Node {name}, pre-candidate, term {term}, {status}, {value}")
        }
        RoleView::Candidate => format!("Node {name}, candidate, term {term}, {status}, {value}"),
        RoleView::Leader => format!("Node {name}, leader, term {term}, {value}"),
        RoleView::Stopped => format!("Node {name}, stopped, term {term}"),
    }
}

/// How many voters are a majority, and of how many: spare nodes and learners do not count (§6).
fn quorum(simulation: &Simulation) -> (usize, usize) {
    let all = simulation.hosts().iter().filter(|host| votes(simulation, host.id)).count();
    (all / 2 + 1, all)
}

/// Whether a node is a voter, as the leader has it, or as it was at first.
fn votes(simulation: &Simulation, node: NodeId) -> bool {
    match simulation.leader().and_then(|leader| node_at(simulation, leader)) {
        Some(leader) => leader.membership().is_voter(node),
        None => node.0 < simulation.run().scenario.nodes,
    }
}

fn node_at(simulation: &Simulation, node: NodeId) -> Option<&Node> {
    Some(&simulation.host(node).process.as_ref()?.node)
}
