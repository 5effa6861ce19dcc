//! Plain sentences about what happened. All prose of the stage is here.

use raft_sim::raft_core::{Entry, Event, LogIndex, Node, NodeId, Payload, Rule, Timer, Verdict};
use raft_sim::{
    Address, ClientOperation, Command, Fact, Outcome, Record, Simulation, Status, Violation,
};

use crate::frame::RoleView;
use crate::narrator::Weight;
use crate::scene::entry_text;

/// The sentence before anything has happened.
pub(crate) const OPENING: &str =
    "Nobody leads yet. Whoever’s timer closes first will ask the others for their votes.";

/// What became of a link between two ends.
pub(crate) fn link(first: Address, second: Address, up: bool) -> String {
    let state = if up { "whole again" } else { "cut: messages on it die" };
    format!("The link {first}–{second} is {state}.")
}

/// What became of all links of a node.
pub(crate) fn links_of(node: Address, up: bool) -> String {
    let state = if up { "reaches everyone again" } else { "is cut off from the other nodes" };
    format!("{node} {state}.")
}

/// A sentence about a record, and how much it matters; none if it is not worth one.
pub(crate) fn tell(record: &Record, simulation: &Simulation) -> Option<(Weight, String)> {
    let node = match record.place {
        Some(Address::Node(node)) => Some(node),
        _ => None,
    };
    match &record.fact {
        Fact::Commanded(command) => command_sentence(command),
        Fact::Protocol(event) => event_sentence(node?, event, simulation),
        Fact::Crashed { lost_writes } => Some((Weight::Answer, crash(node?, *lost_writes))),
        Fact::RefusedToStart { reason } => {
            Some((Weight::Answer, format!("{} cannot start: {reason}.", Address::Node(node?))))
        }
        Fact::TimerFired(Timer::Heartbeat) => heartbeat(simulation, node?),
        Fact::Applied { entry, .. } => applied_by_all(simulation, entry),
        Fact::Settled { serial, status } => {
            let Some(Address::Client(client)) = record.place else { return None };
            let client = &simulation.clients()[client.0 as usize];
            let operation = client.operations().iter().find(|other| other.serial == *serial)?;
            Some((Weight::Answer, settled(record.place?, operation, status)))
        }
        Fact::Violated(what) => Some((Weight::Alarm, violation(what))),
        _ => None,
    }
}

fn command_sentence(command: &Command) -> Option<(Weight, String)> {
    let sentence = match command {
        Command::Cut { from, to } => {
            format!("Messages from {from} no longer reach {to}.")
        }
        Command::Mend { from, to } => format!("Messages from {from} reach {to} again."),
        Command::Heal => "All links carry again.".into(),
        Command::Submit { client, via: Some(node), operation } => {
            format!("{client} sends {operation} to {node}.")
        }
        Command::Submit { client, via: None, operation } => {
            format!("{client} sends {operation} to the cluster.")
        }
        Command::Crash(_) | Command::Restart(_) | Command::TimeOut(_) => return None,
    };
    Some((Weight::Answer, sentence))
}

fn event_sentence(
    node: NodeId,
    event: &Event,
    simulation: &Simulation,
) -> Option<(Weight, String)> {
    let name = Address::Node(node);
    let other = Address::Node;
    let told = match event {
        Event::Booted { term, .. } if term.0 > 0 => {
            let log = "with the term, vote and log that its disk kept";
            (Weight::Answer, format!("{name} starts again in term {term}, {log}."))
        }
        Event::ElectionStarted { term, again: true, .. } => (
            Weight::Turn,
            format!("Nobody won that election, so {name} tries again in term {term}."),
        ),
        Event::ElectionStarted { term, waited, .. } => {
            let waited = waited.0 / 1000;
            let sentence = format!(
                "{name} heard from no leader for {waited} ms, so it asks for votes in term {term}."
            );
            (Weight::Turn, sentence)
        }
        Event::VoteDecided { candidate, term, verdict, voted_for, .. } => {
            let candidate = other(*candidate);
            vote(name, candidate, term.0, *verdict, voted_for.map(other))
        }
        Event::LeaderElected { term, votes, .. } => {
            let all = simulation.hosts().len();
            (Weight::Turn, format!("{name} has {votes} of {all} votes: it leads term {term}."))
        }
        Event::SteppedDown { was_leader: true, .. } => {
            (Weight::Turn, format!("{name} hears of a newer term and steps down."))
        }
        Event::EntryCreated { position, no_op: false } => {
            let entry = entry_at(simulation, node, position.index)?;
            let (needed, all) = quorum(simulation);
            let sentence = format!(
                "{entry} is in {name}’s log. It commits once {needed} of {all} nodes hold it."
            );
            (Weight::Answer, sentence)
        }
        Event::CommitDecided { candidate, copies, verdict, .. } => {
            let entry = entry_at(simulation, node, candidate.index)?;
            return commit(simulation, name, &entry, *copies, *verdict);
        }
        Event::Truncated { first, last, leaders_term } => {
            let many = last.index > first.index;
            let what = if many {
                format!("entries {} to {}", first.index, last.index)
            } else {
                format!("entry {}", first.index)
            };
            let sentence = format!(
                "{name} drops {what} of term {}: the leader of term {leaders_term} has something else there.",
                first.term
            );
            (Weight::Answer, sentence)
        }
        Event::Redirected { hint: Some(leader) } => (
            Weight::Answer,
            format!("{name} does not lead. It points the client to {}.", other(*leader)),
        ),
        Event::Redirected { hint: None } => {
            (Weight::Answer, format!("{name} does not lead and knows of no leader."))
        }
        _ => return None,
    };
    Some(told)
}

fn vote(
    voter: Address,
    candidate: Address,
    term: u64,
    verdict: Verdict,
    voted_for: Option<Address>,
) -> (Weight, String) {
    let sentence = match (verdict, voted_for) {
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) if other == voter => {
            format!("{voter} votes for itself in term {term}, so not for {candidate}.")
        }
        (Verdict::Refuse(Rule::OneVotePerTerm), Some(other)) => {
            format!("{voter} gave its vote of term {term} to {other}, so not to {candidate}.")
        }
        (Verdict::Refuse(Rule::UpToDateLog), _) => {
            let why = "it has newer entries than";
            return (
                Weight::Turn,
                format!("{voter} refuses {candidate} its vote: {why} {candidate}."),
            );
        }
        (Verdict::Refuse(_), _) => {
            format!("{voter} refuses {candidate} its vote: term {term} is over.")
        }
        _ => format!("{voter} votes for {candidate} in term {term}."),
    };
    (Weight::Step, sentence)
}

fn commit(
    simulation: &Simulation,
    leader: Address,
    entry: &str,
    copies: usize,
    verdict: Verdict,
) -> Option<(Weight, String)> {
    let (_, all) = quorum(simulation);
    match verdict {
        Verdict::Refuse(_) => Some((
            Weight::Turn,
            format!(
                "{copies} of {all} hold {entry}, but {leader} counts only entries of its own term."
            ),
        )),
        _ if entry == "no-op" => None,
        _ => Some((
            Weight::Answer,
            format!("{copies} of {all} nodes hold {entry}: {leader} commits it."),
        )),
    }
}

fn crash(node: NodeId, lost_writes: usize) -> String {
    let name = Address::Node(node);
    match lost_writes {
        0 => format!("{name} stops. Its disk keeps its term, its vote and its log."),
        _ => format!("{name} stops in the middle of a write, which is lost."),
    }
}

/// What a leader's heartbeat is good for, or why it is not good enough.
fn heartbeat(simulation: &Simulation, leader: NodeId) -> Option<(Weight, String)> {
    let node = node_at(simulation, leader)?;
    if !node.is_leader() {
        return None;
    }
    let name = Address::Node(leader);
    let term = node.term();
    let reached = reached_by(simulation, leader);
    let (needed, all) = quorum(simulation);
    if reached >= needed {
        let sentence =
            format!("{name} leads term {term}. Its heartbeats keep the others from standing.");
        return Some((Weight::Idle, sentence));
    }
    let waiting = node.log().entries_from(node.commit_index().next());
    let command = waiting.iter().find(|entry| entry.payload != Payload::NoOp);
    let sentence = match command {
        Some(entry) => {
            let entry = entry_text(entry);
            format!(
                "{name} still leads term {term}, but {reached} of {all} nodes cannot commit {entry}."
            )
        }
        None => format!(
            "{name} still leads term {term}, but {reached} of {all} nodes can commit nothing."
        ),
    };
    Some((Weight::Step, sentence))
}

/// How many running nodes a leader can hear and be heard by, itself among them.
fn reached_by(simulation: &Simulation, leader: NodeId) -> usize {
    let leader = Address::Node(leader);
    let network = simulation.network();
    let hosts = simulation.hosts().iter().filter(|host| host.process.is_some());
    hosts
        .map(|host| Address::Node(host.id))
        .filter(|&node| {
            let both = [(leader, node), (node, leader)];
            node == leader || both.iter().all(|&(from, to)| network.is_up(from, to) == Some(true))
        })
        .count()
}

fn applied_by_all(simulation: &Simulation, entry: &Entry) -> Option<(Weight, String)> {
    if entry.payload == Payload::NoOp {
        return None;
    }
    let everywhere = simulation.hosts().iter().all(|host| {
        host.process.as_ref().is_some_and(|process| process.node.last_applied() >= entry.index)
    });
    let all = simulation.hosts().len();
    everywhere
        .then(|| (Weight::Turn, format!("All {all} nodes have applied {}.", entry_text(entry))))
}

fn settled(client: Address, operation: &ClientOperation, status: &Status) -> String {
    let what = &operation.operation;
    match status {
        Status::Waiting => format!("{client} waits for {what}."),
        Status::Done(Outcome::Written) => format!("{client} is told: {what} is committed."),
        Status::Done(Outcome::Read(Some(value))) => {
            format!("{client} is told: {} is {value}.", what.key())
        }
        Status::Done(Outcome::Read(None)) => {
            format!("{client} is told: {} is not set.", what.key())
        }
        Status::Done(Outcome::Differs(_)) => {
            format!("{client} is told: {} was something else, so nothing changed.", what.key())
        }
        Status::Done(Outcome::NotANumber) => {
            format!("{client} is told: {} is not a number.", what.key())
        }
        Status::Failed => format!("{client} is told: {what} was never committed."),
        Status::Unknown => {
            format!("{client} had no answer: {what} may have been committed, or may yet be.")
        }
    }
}

/// One line under the client's field.
pub(crate) fn client_status(operation: &ClientOperation) -> String {
    let what = &operation.operation;
    let asked = Address::Node(operation.asked);
    match &operation.status {
        Status::Waiting => format!("{what} sent to {asked}, waiting"),
        Status::Done(Outcome::Written) => format!("{what} committed"),
        Status::Done(Outcome::Read(Some(value)) | Outcome::Differs(Some(value))) => {
            format!("{} is {value}", what.key())
        }
        Status::Done(Outcome::Read(None) | Outcome::Differs(None)) => {
            format!("{} is not set", what.key())
        }
        Status::Done(Outcome::NotANumber) => format!("{} is no number", what.key()),
        Status::Failed => format!("{what} never committed"),
        Status::Unknown => format!("{what} at {asked}: no answer"),
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
        RoleView::Candidate => format!("Node {name}, candidate, term {term}, {status}, {value}"),
        RoleView::Leader => format!("Node {name}, leader, term {term}, {value}"),
        RoleView::Stopped => format!("Node {name}, stopped, term {term}"),
    }
}

/// The two facts that contradict each other.
pub(crate) fn violation(violation: &Violation) -> String {
    let name = Address::Node;
    let property = violation.property().name();
    let facts = match *violation {
        Violation::ElectionSafety { term, first, second } => {
            format!("{} and {} both led term {term}", name(first), name(second))
        }
        Violation::LeaderAppendOnly { leader, term, changed, .. } => {
            format!("{} led term {term} and changed entry {changed} of its log", name(leader))
        }
        Violation::LogMatching { position, first, second } => format!(
            "{} and {} both have entry {} of term {}, but differ up to it",
            name(first),
            name(second),
            position.index,
            position.term
        ),
        Violation::LeaderCompleteness { committed, committed_in, leader, leads, .. } => format!(
            "entry {} was committed in term {committed_in}, but {} leads term {leads} without it",
            committed.index,
            name(leader)
        ),
        Violation::StateMachineSafety { index, first, second } => format!(
            "{} and {} applied different entries at index {index}",
            name(first.0),
            name(second.0)
        ),
    };
    format!("{property} is violated: {facts}.")
}

fn quorum(simulation: &Simulation) -> (usize, usize) {
    let all = simulation.hosts().len();
    (all / 2 + 1, all)
}

fn node_at(simulation: &Simulation, node: NodeId) -> Option<&Node> {
    Some(&simulation.host(node).process.as_ref()?.node)
}

fn entry_at(simulation: &Simulation, node: NodeId, index: LogIndex) -> Option<String> {
    let entry = node_at(simulation, node)?.log().entry(index)?;
    Some(entry_text(entry).to_string())
}
