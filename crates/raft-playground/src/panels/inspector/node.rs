//! One node: what its disk holds, what is on its way there, what only its memory has.

use std::fmt::{self, Display};

use raft_sim::raft_core::{LogIndex, NodeId, NodeSet, Pace, Role};
use raft_sim::{Address, Host, MessageKind, Simulation, Time, export};

use super::report;
use crate::intent::Panel;
use crate::phrases;
use crate::query::{entries_on_disk, role};
use crate::snapshot::Snapshot;
use crate::view::{Shape, Writer};

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let hosts = simulation.hosts();
    let shown = snapshot.panels.node.and_then(|node| hosts.get(node.0 as usize));
    let shown = shown.unwrap_or(&hosts[0]);
    page.open(Shape::Group, "letters").call(&"Node");
    for host in hosts {
        let choice = Shape::Choice { pressed: host.id == shown.id };
        page.add(choice, &name(host)).does(Panel::InspectNode(name(host)));
    }
    page.close();
    let mut parts = Writer::new();
    disk(shown, &mut parts);
    unsynced(snapshot, shown, &mut parts);
    memory(snapshot, shown, &mut parts);
    followers(simulation, shown, &mut parts);
    let parts = parts.finish();
    let json = report::write(simulation, shown, &parts);
    page.put(parts);
    begin("sent", &"Messages sent", &"since the run began", page);
    for kind in MessageKind::ALL {
        if shown.sent(kind) > 0 {
            row(&kind.name(), &shown.sent(kind), page);
        }
    }
    page.close();
    page.open(Shape::Heading, "").write(&"As JSON");
    page.add(Shape::Button, &"Copy").look = "copy";
    page.close();
    page.add(Shape::Wide, &json).call(&"As JSON").look = "json";
}

/// Begins a part of what is known: by what a crash does to it, `disk`, which is left, `unsynced`,
/// `memory` and `followers`, which are lost.
fn begin(part: &'static str, title: &dyn Display, note: &dyn Display, page: &mut Writer) {
    page.open(Shape::Heading, "").write(title);
    page.add(Shape::Small, note);
    page.close();
    page.open(Shape::List, part);
}

/// A name and a value.
fn row(name: &dyn Display, value: &dyn Display, page: &mut Writer) {
    page.open(Shape::Item, "");
    page.add(Shape::Small, name);
    page.add(Shape::Text, value);
    page.close();
}

fn disk(host: &Host, page: &mut Writer) {
    let disk = host.disk.durable();
    let damage = host.disk.damage().map(|damage| damage.to_string()).unwrap_or_default();
    begin("disk", &format_args!("Disk of {}", name(host)), &damage, page);
    row(&"term", &disk.hard_state.term, page);
    row(&"vote", &OrNobody(disk.hard_state.voted_for), page);
    if let Some(snapshot) = &disk.snapshot {
        row(&"snapshot", &format_args!("1–{}", snapshot.last.index), page);
    }
    match entries_on_disk(host) {
        Some((first, last)) => row(&"log", &Span(first, last), page),
        None => row(&"log", &"empty", page),
    }
    page.close();
}

fn unsynced(snapshot: &Snapshot, host: &Host, page: &mut Writer) {
    if host.disk.under_way().next().is_none() {
        return;
    }
    let note = format_args!("lost if {} stops now", name(host)).to_string();
    begin("unsynced", &"On its way to the disk", &note, page);
    for (at, write) in host.disk.under_way() {
        let written = export::words::write(write);
        let entry = write.log.as_ref().and_then(|log| log.entries.first());
        let text = entry.map(|entry| format!(": {}", phrases::entry(entry))).unwrap_or_default();
        row(&due(snapshot, at), &format_args!("{written}{text}"), page);
    }
    page.close();
}

/// When something is due: `in 3.0 ms`, or `at 2.874 s` while time passes.
fn due(snapshot: &Snapshot, at: Time) -> String {
    if at == Time::NEVER {
        return phrases::NOT_UNTIL_IT_WORKS.into();
    }
    let is_playing = snapshot.playback.is_playing;
    let when = phrases::when(at, snapshot.simulation().now(), is_playing);
    if is_playing { format!("at {when}") } else { when }
}

fn memory(snapshot: &Snapshot, host: &Host, page: &mut Writer) {
    let Some(process) = &host.process else {
        begin("memory", &format_args!("Memory of {}", name(host)), &"nothing: it is stopped", page);
        return page.close();
    };
    begin("memory", &format_args!("Memory of {}", name(host)), &"lost if it stops", page);
    let node = &process.node;
    row(&"role", &role(host).name(), page);
    row(&"leader", &OrNobody(node.leader()), page);
    if let Role::PreCandidate { votes } | Role::Candidate { votes } = node.role() {
        for (voter, granted) in votes.iter() {
            let vote = if *granted { "votes for it" } else { "refuses" };
            row(&Address::Node(voter), &vote, page);
        }
    }
    row(&"commitIndex", &node.commit_index(), page);
    row(&"lastApplied", &node.last_applied(), page);
    // Of a joint membership both sets of voters decide (§6).
    let membership = node.membership();
    for (title, nodes) in [
        ("voters", &membership.voters),
        ("old voters", &membership.outgoing),
        ("learners", &membership.learners),
    ] {
        if !nodes.is_empty() {
            row(&title, &Names(nodes), page);
        }
    }
    for (timer, label) in phrases::TIMERS {
        if let Some(running) = process.timer(timer) {
            row(&label, &due(snapshot, running.fires_at()), page);
        }
    }
    for (key, value) in process.machine.registers() {
        row(&format_args!("value of {key}"), &value, page);
    }
    if process.is_paused() {
        row(&"held up", &"messages and timers wait for it", page);
    }
    page.close();
}

fn name(host: &Host) -> Address {
    Address::Node(host.id)
}

/// A node's name, or `nobody`.
struct OrNobody(Option<NodeId>);

impl Display for OrNobody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(node) => Address::Node(node).fmt(f),
            None => f.write_str("nobody"),
        }
    }
}

/// Nodes by name: `A B D`.
struct Names<'a>(&'a NodeSet);

impl Display for Names<'_> {
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

impl Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        if self.0 == self.1 { Ok(()) } else { write!(f, "–{}", self.1) }
    }
}

fn followers(simulation: &Simulation, host: &Host, page: &mut Writer) {
    let Some(leader) = host.process.as_ref().and_then(|process| process.node.as_leader()) else {
        return;
    };
    begin("followers", &format_args!("What {} knows of the others", name(host)), &"", page);
    for other in simulation.hosts() {
        let Some(progress) = leader.progress(other.id) else { continue };
        let (pace, count) = match &progress.pace {
            Pace::Probe { waiting } => ("probes on their way", u64::from(*waiting)),
            Pace::Replicate { in_flight } => ("on their way", in_flight.len() as u64),
            Pace::Snapshot { received, .. } => ("bytes of a snapshot there", *received),
        };
        let (next, matched) = (progress.next_index, progress.match_index);
        let (answered, sent) = (progress.answered().0, leader.round().0);
        row(
            &name(other),
            &format_args!(
                "nextIndex {next}, matchIndex {matched}, round {answered} of {sent}, {count} {pace}"
            ),
            page,
        );
    }
    page.close();
}
