//! Why an entry is committed, or not.

use raft_sim::raft_core::{Entry, LogIndex, Node, NodeId, Payload};
use raft_sim::{Address, Host, Simulation};

use super::Answer;
use crate::phrases::{entry as written, quorums};
use crate::query::{self, entry_of, hear_each_other, holds_on_disk, running};

/// Why the entry at an index of a node's log is committed, or not; none if it has no such entry.
pub(super) fn explain(simulation: &Simulation, at: Address, index: LogIndex) -> Option<Answer> {
    let host = simulation.hosts().get(at.node()?.0 as usize)?;
    let entry = entry_of(host, index)?;
    let committed =
        host.process.as_ref().is_some_and(|process| process.node.commit_index() >= index);
    let state = if committed { "committed" } else { "not committed" };
    let title = format!("Why is {}, entry {index} of {at}, {state}?", written(entry));
    Some(reason(simulation, host, entry, committed).titled(title))
}

fn reason(simulation: &Simulation, host: &Host, entry: &Entry, committed: bool) -> Answer {
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    let Some(leader) = leader else {
        if committed {
            return with_copies(
                Answer::new("A leader saw it on the disks of a majority.", "§5.3"),
                simulation,
                host,
                entry,
            );
        }
        let answer = Answer::new("Only a leader commits, and there is none.", "§5.3");
        return with_copies(answer, simulation, host, entry);
    };
    let name = Address::Node(leader.id());
    let leaders_term = leader.log().term_at(entry.index);
    if committed {
        let answer = Answer::new(
            "It was on the disks of a majority together with an entry of its leader’s term, so no \
             later leader can lack it.",
            "§5.3, §5.4",
        );
        return with_copies(answer, simulation, host, entry);
    }
    if leaders_term != Some(entry.term) {
        let theirs =
            leaders_term.map_or_else(|| "nothing".into(), |term| format!("one of term {term}"));
        return Answer::new(
            format!(
                "{name} leads and does not have it: a leader’s log decides, so it will be dropped."
            ),
            "§5.3",
        )
        .with(
            "leader’s entry there",
            &theirs,
            &format!("one of term {}", entry.term),
            false,
        );
    }
    if leader.commit_index() >= entry.index {
        return Answer::new(
            format!(
                "{name}, the leader, has committed it. This node hears of it with the next message."
            ),
            "§5.3",
        )
        .with("leader’s commit", &leader.commit_index(), &entry.index, true);
    }
    waits(simulation, leader, host, entry)
}

/// The leader has it and has not committed it.
fn waits(simulation: &Simulation, leader: &Node, host: &Host, entry: &Entry) -> Answer {
    let membership = leader.membership();
    let acknowledged = |node: NodeId| {
        if node == leader.id() {
            leader.durable_index() >= entry.index
        } else {
            leader.progress(node).is_some_and(|progress| progress.match_index >= entry.index)
        }
    };
    let name = Address::Node(leader.id());
    let quorum = query::needed_by(leader);
    let answer = if !quorum.is_met(acknowledged) {
        let lacking = membership.members().into_iter().filter(|&node| !acknowledged(node));
        let reasons: Vec<String> = lacking.map(|node| lack(simulation, leader, node)).collect();
        let sentence = format!(
            "{name} commits it once a majority has acknowledged it. Missing: {}.",
            reasons.join(", ")
        );
        Answer::new(sentence, "§5.3")
    } else if entry.term != leader.term() {
        Answer::new(
            format!(
                "A majority holds it, but {name} counts copies only for entries of its own term. \
                 It \
                 will commit together with the next one of term {}.",
                leader.term()
            ),
            "§5.4.2",
        )
    } else {
        Answer::new(
            format!("A majority has acknowledged it; {name} is about to commit it."),
            "§5.3",
        )
    };
    let counted = quorums::counted(&quorum, acknowledged);
    let answer = answer
        .with("acknowledged", &counted, &quorums::needed(&quorum), quorum.is_met(acknowledged))
        .with("its term", &entry.term, &leader.term(), entry.term == leader.term());
    with_copies(answer, simulation, host, entry)
}

/// Why a node has not acknowledged what its leader wants to commit.
fn lack(simulation: &Simulation, leader: &Node, node: NodeId) -> String {
    let name = Address::Node(node);
    let why = if node == leader.id() {
        "its disk is writing"
    } else if simulation.host(node).process.is_none() {
        "stopped"
    } else if !hear_each_other(simulation, leader.id(), node) {
        "cut off"
    } else {
        "on the way"
    };
    format!("{name} ({why})")
}

/// Says which disks hold an entry.
fn with_copies(answer: Answer, simulation: &Simulation, host: &Host, entry: &Entry) -> Answer {
    let holders = simulation.hosts().iter().filter(|host| holds_on_disk(host, entry));
    let holders: Vec<NodeId> = holders.map(|host| host.id).collect();
    let quorum = match &host.process {
        Some(process) => query::needed_by(&process.node),
        None => query::quorum(simulation),
    };
    let names: Vec<String> = holders.iter().map(|&node| Address::Node(node).to_string()).collect();
    let here = if names.is_empty() { "none".into() } else { names.join(", ") };
    let is_enough = quorum.is_met(|node| holders.contains(&node));
    answer.with("on the disks of", &here, &quorums::needed(&quorum), is_enough)
}

/// The oldest command that its node does not know to be committed, of the leader's log if it has
/// one.
pub(super) fn waiting(simulation: &Simulation) -> Option<(Address, LogIndex)> {
    let leader = simulation.leader().and_then(|leader| query::running_node(simulation, leader));
    leader.into_iter().chain(running(simulation)).find_map(|node| {
        let mut open = node.log().entries_from(node.commit_index().next());
        let entry = open.find(|entry| matches!(entry.payload, Payload::Command(_)))?;
        Some((node.id().into(), entry.index))
    })
}
