//! What can be expected of a run: whether it is so.

use raft_core::{Entry, Membership, NodeId, Payload, Role, Term};

use super::expectation::{Expectation, Fate, Standing, State, state_word};
use super::print::Names;
use crate::address::Address;
use crate::client::Status;
use crate::host::{Host, Process};
use crate::kv::{Operation, Outcome, Request};
use crate::simulation::Simulation;

/// Whether it is so; if not, what is so instead, as the end of a sentence.
type Verdict = Result<(), String>;

impl Expectation {
    /// Whether it is so at this instant.
    ///
    /// # Errors
    /// What is so instead, as the end of a sentence.
    pub fn check(&self, simulation: &Simulation) -> Result<(), String> {
        match self {
            Self::Leader(nodes, term) => leader(simulation, nodes, *term),
            Self::NoLeader => whether(leaders(simulation).is_empty(), || who_leads(simulation)),
            Self::OneLeader(term) => {
                let count = leaders(simulation).iter().filter(|(_, other)| other == term).count();
                whether(count == 1, || who_leads(simulation))
            }
            Self::State(state, nodes) => on_each(simulation, nodes, |host| {
                let is_so = state_of(host) == *state
                    || (*state == State::Running && host.process.is_some());
                whether(is_so, || match state_of(host) {
                    State::Running => "leads".into(),
                    other @ (State::Stopped | State::Paused) => {
                        format!("is {}", state_word(other))
                    }
                    role => format!("is a {}", state_word(role)),
                })
            }),
            Self::Entry(standing, operation, nodes) => on_each(simulation, nodes, |host| {
                let actual = standing_of(host, operation);
                whether(actual == *standing, || {
                    let word = match actual {
                        Standing::Committed => "knows it to be committed",
                        Standing::Uncommitted => "has it and does not know it to be committed",
                        Standing::Absent => "does not have it",
                    };
                    word.into()
                })
            }),
            Self::Value(key, value, nodes) => on_each(simulation, nodes, |host| {
                let actual = running(host)?.machine.get(key);
                whether(actual == value.as_deref(), || match actual {
                    Some(actual) => format!("has {key}={actual}"),
                    None => format!("has no {key}"),
                })
            }),
            Self::Operation(id, serial, fate) => {
                let client = simulation.clients().get(id.0 as usize);
                let operations = client.map_or(&[][..], |client| client.operations());
                match operations.iter().find(|operation| operation.serial == *serial) {
                    None => Err(format!("{} has sent {}", Address::Client(*id), operations.len())),
                    Some(operation) => fate_is(fate, &operation.status),
                }
            }
            Self::Term(term, nodes) => on_each(simulation, nodes, |host| {
                let actual = term_of(host);
                whether(actual == *term, || format!("is in term {}", actual.0))
            }),
            Self::Vote(wanted, nodes) => on_each(simulation, nodes, |host| {
                let actual = match &host.process {
                    Some(process) => process.node.voted_for(),
                    None => host.disk.durable().hard_state.voted_for,
                };
                let actual = actual.map(Address::Node);
                whether(actual == *wanted, || match actual {
                    Some(node) => format!("voted for {node}"),
                    None => "did not vote".into(),
                })
            }),
            Self::Log(terms, nodes) => on_each(simulation, nodes, |host| {
                let actual: Vec<Term> = entries_of(host).iter().map(|entry| entry.term).collect();
                whether(actual == *terms, || {
                    let terms: Vec<_> = actual.iter().map(|term| term.0.to_string()).collect();
                    format!(
                        "has {}",
                        if terms.is_empty() { "none".into() } else { terms.join(" ") }
                    )
                })
            }),
            Self::CommitIndex(index, nodes) => on_each(simulation, nodes, |host| {
                let actual = running(host)?.node.commit_index();
                whether(actual == *index, || format!("knows of {}", actual.0))
            }),
            Self::Snapshot(nodes) => on_each(simulation, nodes, |host| {
                let has = match &host.process {
                    Some(process) => process.node.snapshot().is_some(),
                    None => host.disk.durable().snapshot.is_some(),
                };
                whether(has, || "has its whole log".into())
            }),
            Self::Members(voters, nodes) => on_each(simulation, nodes, |host| {
                let actual = running(host)?.node.membership();
                let mut voters = voters.clone();
                voters.sort_unstable();
                let same = !actual.is_joint() && voters == addresses(actual.voters.iter());
                whether(same, || members(actual))
            }),
            Self::Joint(nodes) => on_each(simulation, nodes, |host| {
                let actual = running(host)?.node.membership();
                whether(actual.is_joint(), || members(actual))
            }),
            Self::Violation(property) => {
                let mut violations = simulation.violations().iter();
                whether(violations.any(|violation| violation.property() == *property), || {
                    what_is_violated(simulation)
                })
            }
            Self::NoViolation(property) => {
                let mut violations = simulation.violations().iter();
                let any = violations
                    .any(|violation| property.is_none_or(|other| violation.property() == other));
                whether(!any, || what_is_violated(simulation))
            }
        }
    }
}

fn whether(so: bool, otherwise: impl FnOnce() -> String) -> Verdict {
    if so { Ok(()) } else { Err(otherwise()) }
}

/// Checks every node that is named, or every one that runs, and tells of the first that differs.
fn on_each(
    simulation: &Simulation,
    nodes: &[Address],
    check: impl Fn(&Host) -> Verdict,
) -> Verdict {
    let is_meant = |host: &&Host| match nodes {
        [] => host.process.is_some(),
        nodes => nodes.contains(&host.id.into()),
    };
    simulation.hosts().iter().filter(is_meant).try_for_each(|host| {
        check(host).map_err(|actual| format!("{} {actual}", Address::Node(host.id)))
    })
}

fn running(host: &Host) -> Result<&Process, String> {
    host.process.as_ref().ok_or_else(|| "is stopped".into())
}

fn leaders(simulation: &Simulation) -> Vec<(NodeId, Term)> {
    let nodes = simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node));
    nodes.filter(|node| node.is_leader()).map(|node| (node.id(), node.term())).collect()
}

fn who_leads(simulation: &Simulation) -> String {
    let leaders: Vec<String> = leaders(simulation)
        .into_iter()
        .map(|(node, term)| format!("{} leads term {}", Address::Node(node), term.0))
        .collect();
    if leaders.is_empty() { "nobody leads".into() } else { leaders.join(" and ") }
}

fn leader(simulation: &Simulation, nodes: &[Address], term: Option<Term>) -> Verdict {
    let is_named = |node: NodeId| nodes.is_empty() || nodes.contains(&node.into());
    let so = match term {
        None => simulation.leader().is_some_and(is_named),
        Some(term) => {
            leaders(simulation).into_iter().any(|(node, of_term)| of_term == term && is_named(node))
        }
    };
    whether(so, || who_leads(simulation))
}

/// What a node is; a leader is just running, since leaders are asked for otherwise.
fn state_of(host: &Host) -> State {
    match &host.process {
        None => State::Stopped,
        Some(process) if process.is_paused() => State::Paused,
        Some(process) => match process.node.role() {
            Role::Follower { .. } => State::Follower,
            Role::PreCandidate { .. } => State::PreCandidate,
            Role::Candidate { .. } => State::Candidate,
            Role::Leader(_) => State::Running,
        },
    }
}

fn term_of(host: &Host) -> Term {
    match &host.process {
        Some(process) => process.node.term(),
        None => host.disk.durable().hard_state.term,
    }
}

/// The entries of a node's log, or of what its disk holds if it is stopped.
fn entries_of(host: &Host) -> Vec<Entry> {
    match &host.process {
        Some(process) => {
            let log = process.node.log();
            log.entries_from(log.base().index.next()).cloned().collect()
        }
        None => host.disk.durable().entries.iter().cloned().collect(),
    }
}

fn standing_of(host: &Host, operation: &Operation) -> Standing {
    let is_it = |entry: &&Entry| match &entry.payload {
        Payload::Command(command) => {
            Request::decode(command).is_some_and(|request| request.operation == *operation)
        }
        Payload::NoOp | Payload::Membership(_) => false,
    };
    let entries = entries_of(host);
    let process = host.process.as_ref();
    // A snapshot has no entries, but shows what was set.
    if let (Operation::Set(key, value), Some(process)) = (operation, process)
        && process.machine.get(key) == Some(value)
        && process.node.snapshot().is_some()
    {
        return Standing::Committed;
    }
    match entries.iter().find(is_it) {
        None => Standing::Absent,
        Some(entry)
            if process.is_some_and(|process| entry.index <= process.node.commit_index()) =>
        {
            Standing::Committed
        }
        Some(_) => Standing::Uncommitted,
    }
}

fn fate_is(wanted: &Fate, status: &Status) -> Verdict {
    let same = match (wanted, status) {
        (Fate::Waiting, Status::Waiting)
        | (Fate::Done, Status::Done(_))
        | (Fate::Failed, Status::Failed)
        | (Fate::Unknown, Status::Unknown) => true,
        (Fate::Read(wanted), Status::Done(Outcome::Read(read))) => wanted == read,
        _ => false,
    };
    let actual = match status {
        Status::Waiting => Fate::Waiting,
        Status::Done(Outcome::Read(read)) => Fate::Read(read.clone()),
        Status::Done(_) => Fate::Done,
        Status::Failed => Fate::Failed,
        Status::Unknown => Fate::Unknown,
    };
    whether(same, || format!("it is {actual}"))
}

fn addresses<'a>(nodes: impl Iterator<Item = &'a NodeId>) -> Vec<Address> {
    nodes.map(|node| Address::Node(*node)).collect()
}

fn members(membership: &Membership) -> String {
    let voters = addresses(membership.voters.iter());
    if membership.is_joint() {
        let outgoing = addresses(membership.outgoing.iter());
        format!("is between {} and {}", Names(&outgoing), Names(&voters))
    } else {
        format!("knows of {}", Names(&voters))
    }
}

pub(super) fn what_is_violated(simulation: &Simulation) -> String {
    let mut names: Vec<&str> = Vec::new();
    for violation in simulation.violations() {
        let name = violation.property().key();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        "nothing is violated".into()
    } else {
        format!("violated is {}", names.join(", "))
    }
}
