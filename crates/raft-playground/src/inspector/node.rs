//! One node: what its disk holds, what is on its way there, what only its memory has.

use std::fmt;
use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, NodeId, NodeSet, Pace, Role, Timer};
use raft_sim::{Address, Host, MessageKind, Simulation, Time, export};

use super::parts::PartView;
use super::report;
use crate::coming::when;
use crate::scene::{entry_text, role};
use crate::session::Session;

/// One node: what its disk holds, what is on its way there, what only its memory has.
#[derive(Clone, PartialEq, Debug)]
pub struct NodeDetails {
    /// The node.
    pub node: Address,
    /// What is known of it, in parts that a crash treats differently.
    pub parts: Vec<PartView>,
    /// All of this as JSON.
    pub json: Rc<str>,
}

pub(super) fn draw(session: &Session) -> NodeDetails {
    let simulation = session.simulation();
    let hosts = simulation.hosts();
    let shown = session.inspected.node.and_then(|node| hosts.get(node.0 as usize));
    let host = shown.unwrap_or(&hosts[0]);
    let mut parts = vec![disk(host), unsynced(session, host), memory(session, host)];
    parts.push(followers(simulation, host));
    parts.retain(|part| !part.rows.is_empty() || part.kind == "memory");
    let json = report::write(simulation, host, &parts).into();
    parts.push(sent(host));
    NodeDetails { node: host.id.into(), parts, json }
}

fn disk(host: &Host) -> PartView {
    let disk = host.disk.durable();
    let damage = host.disk.damage().map(|damage| damage.to_string()).unwrap_or_default();
    let mut part = PartView::new("disk", &format_args!("Disk of {}", name(host)), &damage);
    part.add(&"term", &disk.hard_state.term);
    part.add(&"vote", &OrNobody(disk.hard_state.voted_for));
    if let Some(snapshot) = &disk.snapshot {
        part.add(&"snapshot", &format_args!("1–{}", snapshot.last.index));
    }
    match disk.entries.get(0) {
        Some(first) => part.add(&"log", &Span(first.index, disk.last().index)),
        None => part.add(&"log", &"empty"),
    }
    part
}

fn unsynced(session: &Session, host: &Host) -> PartView {
    let note = format_args!("lost if {} stops now", name(host)).to_string();
    let mut part = PartView::new("unsynced", &"On its way to the disk", &note);
    for (at, write) in host.disk.under_way() {
        let written = export::words::write(write);
        match write.log.as_ref().and_then(|log| log.entries.first()) {
            Some(entry) => {
                part.add(&due(session, at), &format_args!("{written}: {}", entry_text(entry)));
            }
            None => part.add(&due(session, at), &written),
        }
    }
    part
}

/// When something is due: `in 3.0 ms`, or `at 2.874 s` while time passes.
fn due(session: &Session, at: Time) -> String {
    let when = when(session, at);
    if session.playing { format!("at {when}") } else { when }
}

fn memory(session: &Session, host: &Host) -> PartView {
    let title = format_args!("Memory of {}", name(host)).to_string();
    let Some(process) = &host.process else {
        return PartView::new("memory", &title, &"nothing: it is stopped");
    };
    let node = &process.node;
    let mut part = PartView::new("memory", &title, &"lost if it stops");
    part.add(&"role", &role(host).name());
    part.add(&"leader", &OrNobody(node.leader()));
    if let Role::PreCandidate { votes } | Role::Candidate { votes } = node.role() {
        for (voter, granted) in votes.iter() {
            let vote = if *granted { "votes for it" } else { "refuses" };
            part.add(&Address::Node(voter), &vote);
        }
    }
    part.add(&"commitIndex", &node.commit_index());
    part.add(&"lastApplied", &node.last_applied());
    // Of a joint membership both sets of voters decide (§6).
    let membership = node.membership();
    for (title, nodes) in [
        ("voters", &membership.voters),
        ("old voters", &membership.outgoing),
        ("learners", &membership.learners),
    ] {
        if !nodes.is_empty() {
            part.add(&title, &Names(nodes));
        }
    }
    for (timer, label) in TIMERS {
        if let Some(running) = process.timer(timer) {
            part.add(&label, &due(session, running.fires_at()));
        }
    }
    for (key, value) in process.machine.registers() {
        part.add(&format_args!("value of {key}"), &value);
    }
    if process.is_paused() {
        part.add(&"held up", &"messages and timers wait for it");
    }
    part
}

/// The timers by name.
pub(super) const TIMERS: [(Timer, &str); 4] = [
    (Timer::Election, "election timer"),
    (Timer::Heartbeat, "heartbeat timer"),
    (Timer::Quorum, "quorum timer"),
    (Timer::Transfer, "hand-over timer"),
];

fn name(host: &Host) -> Address {
    Address::Node(host.id)
}

/// A node's name, or `nobody`.
struct OrNobody(Option<NodeId>);

impl fmt::Display for OrNobody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(node) => Address::Node(node).fmt(f),
            None => f.write_str("nobody"),
        }
    }
}

/// Nodes by name: `A B D`.
struct Names<'a>(&'a NodeSet);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "";
        for node in self.0 {
            write!(f, "{before}{}", Address::Node(*node))?;
            before = " ";
        }
        Ok(())
    }
}

/// Entries: `4`, or `4–6`.
struct Span(LogIndex, LogIndex);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        if self.0 == self.1 { Ok(()) } else { write!(f, "–{}", self.1) }
    }
}

fn followers(simulation: &Simulation, host: &Host) -> PartView {
    let title = format_args!("What {} knows of the others", name(host)).to_string();
    let mut part = PartView::new("followers", &title, &"");
    let leader = host.process.as_ref().and_then(|process| process.node.as_leader());
    for other in simulation.hosts() {
        if let Some(leader) = leader
            && let Some(progress) = leader.progress(other.id)
        {
            let (pace, count) = match &progress.pace {
                Pace::Probe { waiting } => ("probes on their way", u64::from(*waiting)),
                Pace::Replicate { in_flight } => ("on their way", in_flight.len() as u64),
                Pace::Snapshot { received, .. } => ("bytes of a snapshot there", *received),
            };
            let (next, matched) = (progress.next_index, progress.match_index);
            let (answered, sent) = (progress.answered().0, leader.round().0);
            part.add(
                &name(other),
                &format_args!(
                    "nextIndex {next}, matchIndex {matched}, round {answered} of {sent}, \
                     {count} {pace}"
                ),
            );
        }
    }
    part
}

fn sent(host: &Host) -> PartView {
    let mut part = PartView::new("sent", &"Messages sent", &"since the run began");
    for kind in MessageKind::ALL {
        if host.sent(kind) > 0 {
            part.add(&kind.name(), &host.sent(kind));
        }
    }
    part
}
