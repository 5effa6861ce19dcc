//! Checks expectations.

use raft_core::{Entry, Membership, NodeId, Payload, Role, Term};

use super::expectation::{EntryState, Expectation, ExpectedStatus, State, state_word};
use super::observe_several::{refused, same, violated, violations};
use super::verdict::{Verdict, whether};
use crate::address::Address;
use crate::client::Status;
use crate::host::{Host, Process};
use crate::kv::{Operation, Outcome, Request};
use crate::notation::names;
use crate::simulation::Simulation;

impl Expectation {
    /// Checks whether the expectation holds at this instant.
    ///
    /// # Errors
    /// What holds instead, as the end of a sentence.
    pub fn check(&self, simulation: &Simulation) -> Result<(), String> {
        match self {
            Self::Leader(nodes, term) => leader(simulation, nodes, *term),
            Self::NoLeader(term) => {
                let leads = |(_, other): &(NodeId, Term)| term.is_none_or(|term| term == *other);
                whether(!leaders(simulation).iter().any(leads), || who_leads(simulation))
            }
            Self::OneLeader(term) => {
                let count = leaders(simulation).iter().filter(|(_, other)| other == term).count();
                whether(count == 1, || who_leads(simulation))
            }
            Self::Operation(id, serial, expected) => {
                let client = simulation.clients().get(id.0 as usize);
                let operations =
                    client.map(|client| client.operations().clone()).unwrap_or_default();
                match operations.iter().find(|operation| operation.serial == *serial) {
                    Some(operation) => status_is(expected, &operation.status),
                    None => Err(format!("{} has no operation {serial}", Address::Client(*id))),
                }
            }
            Self::Violation(property) => {
                whether(violated(simulation, Some(*property)), || violations(simulation))
            }
            Self::NoViolation(property) => {
                whether(!violated(simulation, *property), || violations(simulation))
            }
            Self::Same(of, _) => same(simulation, *of, self.nodes()),
            Self::Refused(node, rule) => refused(simulation, *node, *rule),
            Self::Either(choices) => {
                let mut actual = Vec::new();
                for choice in choices {
                    match choice.check(simulation) {
                        Ok(()) => return Ok(()),
                        Err(other) if actual.contains(&other) => {}
                        Err(other) => actual.push(other),
                    }
                }
                Err(actual.join("; "))
            }
            _ => self.check_nodes(simulation),
        }
    }

    /// Checks every listed node, or every running one, and reports the first that differs.
    fn check_nodes(&self, simulation: &Simulation) -> Verdict {
        let nodes = self.nodes();
        let is_meant = |host: &&Host| match nodes {
            [] => host.process.is_some(),
            nodes => nodes.contains(&host.id.into()),
        };
        simulation.hosts().iter().filter(is_meant).try_for_each(|host| {
            let verdict = match &host.process {
                Some(process) => self.check_running(host, process),
                None => self.check_stopped(host),
            };
            verdict.map_err(|actual| format!("{} {actual}", Address::Node(host.id)))
        })
    }

    /// Checks a running node.
    fn check_running(&self, host: &Host, process: &Process) -> Verdict {
        let node = &process.node;
        match self {
            Self::State(state, _) => {
                let actual = state_of(host);
                whether(actual == *state || *state == State::Running, || in_state(actual))
            }
            Self::Entry(state, operation, _) => {
                let actual = entry_state(process, operation);
                whether(actual == *state, || in_entry_state(actual))
            }
            Self::Value(key, value, _) => {
                let actual = process.machine.get(key);
                whether(actual == value.as_deref(), || match actual {
                    Some(actual) => format!("has {key}={actual}"),
                    None => format!("has no {key}"),
                })
            }
            Self::CommitIndex(index, _) => {
                let actual = node.commit_index();
                whether(actual == *index, || format!("has commit index {}", actual.0))
            }
            Self::Members(voters, learners, _) => {
                let actual = node.membership();
                let same = !actual.is_joint() && are(voters, &actual.voters);
                let learn =
                    learners.as_ref().is_none_or(|learners| are(learners, &actual.learners));
                whether(same && learn, || members(actual))
            }
            Self::Joint(_) => {
                let actual = node.membership();
                whether(actual.is_joint(), || members(actual))
            }
            Self::Term(term, _) => is_in_term(*term, node.term()),
            Self::Vote(wanted, _) => voted(*wanted, node.voted_for()),
            Self::Log(terms, _) => {
                let entries = node.log().entries_from(node.log().base().index.next());
                has_terms(terms, entries)
            }
            _ => has_snapshot(node.snapshot().is_some()),
        }
    }

    /// Checks a stopped node by the contents of its disk.
    fn check_stopped(&self, host: &Host) -> Verdict {
        let disk = host.disk.durable();
        match self {
            Self::State(State::Stopped, _) => Ok(()),
            Self::Term(term, _) => is_in_term(*term, disk.hard_state.term),
            Self::Vote(wanted, _) => voted(*wanted, disk.hard_state.voted_for),
            Self::Log(terms, _) => has_terms(terms, disk.entries.iter()),
            Self::Snapshot(_) => has_snapshot(disk.snapshot.is_some()),
            _ => Err(in_state(State::Stopped)),
        }
    }
}

fn is_in_term(wanted: Term, actual: Term) -> Verdict {
    whether(actual == wanted, || format!("is in term {}", actual.0))
}

fn voted(wanted: Option<Address>, actual: Option<NodeId>) -> Verdict {
    let actual = actual.map(Address::Node);
    whether(actual == wanted, || match actual {
        Some(node) => format!("voted for {node}"),
        None => "did not vote".into(),
    })
}

fn has_terms<'a>(wanted: &[Term], entries: impl Iterator<Item = &'a Entry>) -> Verdict {
    let actual: Vec<Term> = entries.map(|entry| entry.term).collect();
    whether(actual == wanted, || {
        let terms: Vec<_> = actual.iter().map(|term| term.0.to_string()).collect();
        format!("has {}", if terms.is_empty() { "no entries".into() } else { terms.join(" ") })
    })
}

fn has_snapshot(has: bool) -> Verdict {
    whether(has, || "has no snapshot".into())
}

fn leaders(simulation: &Simulation) -> Vec<(NodeId, Term)> {
    let nodes = simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node));
    nodes.filter(|node| node.is_leader()).map(|node| (node.id(), node.term())).collect()
}

fn who_leads(simulation: &Simulation) -> String {
    let leads =
        |(node, term): (NodeId, Term)| format!("{} leads term {}", Address::Node(node), term.0);
    let leaders: Vec<String> = leaders(simulation).into_iter().map(leads).collect();
    if leaders.is_empty() { "there is no leader".into() } else { leaders.join(" and ") }
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

/// The state of a node. A leader counts as running, since other expectations are about leaders.
fn state_of(host: &Host) -> State {
    match &host.process {
        None => State::Stopped,
        Some(process) if process.is_frozen() => State::Frozen,
        Some(process) => match process.node.role() {
            Role::Follower { .. } => State::Follower,
            Role::PreCandidate { .. } => State::PreCandidate,
            Role::Candidate { .. } => State::Candidate,
            Role::Leader(_) => State::Running,
        },
    }
}

fn in_state(state: State) -> String {
    match state {
        State::Running => "leads".into(),
        State::Stopped | State::Frozen => format!("is {}", state_word(state)),
        role => format!("is a {}", state_word(role)),
    }
}

fn entry_state(process: &Process, operation: &Operation) -> EntryState {
    let node = &process.node;
    // A snapshot has no entries, but its values show what was set.
    if let Operation::Set(key, value) = operation
        && process.machine.get(key) == Some(value)
        && node.snapshot().is_some()
    {
        return EntryState::Committed;
    }
    let text = operation.to_string();
    let is_it = |entry: &&Entry| match &entry.payload {
        Payload::Command(command) => Request::operation_text(command) == Some(text.as_bytes()),
        Payload::NoOp | Payload::Membership(_) => false,
    };
    match node.log().entries_from(node.log().base().index.next()).find(is_it) {
        None => EntryState::Absent,
        Some(entry) if entry.index <= node.commit_index() => EntryState::Committed,
        Some(_) => EntryState::Uncommitted,
    }
}

fn in_entry_state(state: EntryState) -> String {
    match state {
        EntryState::Committed => "has it committed".into(),
        EntryState::Uncommitted => "has it uncommitted".into(),
        EntryState::Absent => "does not have it".into(),
    }
}

fn status_is(wanted: &ExpectedStatus, status: &Status) -> Verdict {
    let actual = match status {
        Status::Waiting => ExpectedStatus::Waiting,
        Status::Done(Outcome::Read(read)) => ExpectedStatus::Read(read.clone()),
        Status::Done(_) => ExpectedStatus::Done,
        Status::Failed => ExpectedStatus::Failed,
        Status::Unknown => ExpectedStatus::Unknown,
    };
    let is_done = matches!(status, Status::Done(_));
    let same = actual == *wanted || (is_done && *wanted == ExpectedStatus::Done);
    whether(same, || format!("it is {}", actual.text()))
}

fn addresses(nodes: &[NodeId]) -> Vec<Address> {
    nodes.iter().map(|node| Address::Node(*node)).collect()
}

/// Whether two lists contain the same nodes, in any order.
fn are(wanted: &[Address], actual: &[NodeId]) -> bool {
    let is_wanted = |node: &NodeId| wanted.contains(&Address::Node(*node));
    wanted.len() == actual.len() && actual.iter().all(is_wanted)
}

fn members(membership: &Membership) -> String {
    let voters = addresses(&membership.voters);
    let learners = match &addresses(&membership.learners)[..] {
        [] => String::new(),
        learners => format!(" and the learners {}", names(learners)),
    };
    if membership.is_joint() {
        let outgoing = addresses(&membership.outgoing);
        format!(
            "is in the joint membership of {} and {}{learners}",
            names(&outgoing),
            names(&voters)
        )
    } else {
        format!("has the members {}{learners}", names(&voters))
    }
}
