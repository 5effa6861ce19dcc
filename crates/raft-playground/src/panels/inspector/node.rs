//! One node: its disk, its pending writes and its memory.

use raft_sim::raft_core::{LogIndex, NodeId, ProgressState, Role, Rule, Timer};
use raft_sim::{Address, Host, MessageKind, Simulation, Time};

use super::report;
use crate::intent::Panel;
use crate::phrases::{self, packets, vocabulary};
use crate::query::{entries_on_disk, role};
use crate::snapshot::Snapshot;
use crate::text::{Sentence, Words, say};
use crate::view::{PieceKind, Writer};

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let hosts = simulation.hosts();
    let shown = snapshot.panels.node.and_then(|node| hosts.get(node.0 as usize));
    let shown = shown.unwrap_or(&hosts[0]);
    page.open(PieceKind::Group, "node-choice").call(say::node_choice());
    for host in hosts {
        let (choice, node) = (PieceKind::Choice { pressed: host.id == shown.id }, host.id.into());
        page.add(choice, Address::Node(host.id)).intent(Panel::InspectNode(node));
    }
    page.close();
    page.open(PieceKind::Group, "");
    disk(shown, page);
    writes(snapshot, shown, page);
    memory(snapshot, shown, page);
    followers(simulation, shown, page);
    page.close();
    begin("sent", say::node_messages_sent(), Some(say::node_messages_note()), page);
    for kind in MessageKind::ALL {
        if shown.sent(kind) > 0 {
            row(packets::kind(kind), shown.sent(kind), page);
        }
    }
    page.close();
    page.open(PieceKind::Heading, "").write(say::node_json());
    page.add(PieceKind::Button, say::copy()).class("copy");
    page.close();
    page.add(PieceKind::Wide, report::write(simulation, shown))
        .call(say::node_json())
        .class("json");
}

/// Begins a section of the tab. A crash keeps the section `disk` and loses `unsynced`, `memory` and
/// `followers`.
fn begin(part: &'static str, title: Sentence, note: Option<Sentence>, page: &mut Writer) {
    page.add_heading(title, note);
    page.open(PieceKind::List, part);
}

/// A name and a value.
fn row(name: impl Into<Words>, value: impl Into<Words>, page: &mut Writer) {
    page.open(PieceKind::Item, "");
    page.add(PieceKind::Small, name);
    page.add(PieceKind::Text, value);
    page.close();
}

fn disk(host: &Host, page: &mut Writer) {
    let disk = host.disk.durable();
    begin("disk", say::node_disk(host.id), host.disk.damage().map(vocabulary::damage), page);
    row(say::field_term(), disk.hard_state.term, page);
    row(say::field_vote(), node_or_none(disk.hard_state.voted_for), page);
    if let Some(snapshot) = &disk.snapshot {
        row(say::field_snapshot(), say::index_range(LogIndex(1), snapshot.last.index), page);
    }
    let log = match entries_on_disk(host) {
        Some((first, last)) if first == last => first.into(),
        Some((first, last)) => say::index_range(first, last).into(),
        None => Words::from(say::value_empty()),
    };
    row(say::field_log(), log, page);
    page.close();
}

fn writes(snapshot: &Snapshot, host: &Host, page: &mut Writer) {
    if host.disk.under_way().next().is_none() {
        return;
    }
    begin("unsynced", say::node_writes(), Some(say::node_writes_note(host.id)), page);
    for (at, write) in host.disk.under_way() {
        let written = phrases::write(write, snapshot.simulation());
        let entry = write.log.as_ref().and_then(|log| log.entries.first());
        let what = match entry {
            Some(entry) => say::write_with_entry(written, vocabulary::entry(entry)),
            None => written,
        };
        row(due(snapshot, at, say::due_never_disk), what, page);
    }
    page.close();
}

/// When an event is due: never while a clock has stopped or a disk is stuck.
fn due(snapshot: &Snapshot, at: Time, never: fn() -> Sentence) -> Sentence {
    if at == Time::NEVER {
        return never();
    }
    phrases::due(at, snapshot.simulation().now(), snapshot.playback.is_playing)
}

fn memory(snapshot: &Snapshot, host: &Host, page: &mut Writer) {
    let title = say::node_memory(host.id);
    let Some(process) = &host.process else {
        begin("memory", title, Some(say::node_memory_none()), page);
        return page.close();
    };
    begin("memory", title, Some(say::node_memory_note()), page);
    let node = &process.node;
    row(say::field_role(), vocabulary::role(role(host)), page);
    row(say::field_leader(), node_or_none(node.leader()), page);
    if let Role::PreCandidate { votes } | Role::Candidate { votes } = node.role() {
        let is_candidate = matches!(node.role(), Role::Candidate { .. });
        // Without these rules, a candidate counts votes that it was not given.
        let off = snapshot.simulation().waived();
        let counts_all = off.contains(Rule::CountGrantedVotes) || off.contains(Rule::CurrentTerm);
        for (voter, granted) in votes.iter() {
            let answer = match (is_candidate, *granted) {
                (true, true) if counts_all => say::vote_counted(),
                (true, true) => say::vote_yes(),
                (true, false) => say::vote_no(),
                (false, true) => say::would_vote_yes(),
                (false, false) => say::would_vote_no(),
            };
            row(Address::Node(voter), answer, page);
        }
    }
    row(say::field_commit_index(), node.commit_index(), page);
    row(say::field_last_applied(), node.last_applied(), page);
    // Of a joint membership both sets of voters decide (§6).
    let membership = node.membership();
    for (title, nodes) in [
        (say::field_voters(), &membership.voters),
        (say::field_old_voters(), &membership.outgoing),
        (say::field_learners(), &membership.learners),
    ] {
        if !nodes.is_empty() {
            row(title, say::value_nodes(nodes.iter().copied()), page);
        }
    }
    for (timer, title) in [
        (Timer::Election, say::timer_election()),
        (Timer::Heartbeat, say::timer_heartbeat()),
        (Timer::Quorum, say::timer_quorum()),
        (Timer::Transfer, say::timer_transfer()),
    ] {
        if let Some(running) = process.timer(timer) {
            row(title, due(snapshot, running.fires_at(), say::due_never_clock), page);
        }
    }
    for (key, value) in process.machine.registers() {
        row(say::field_value(key), value, page);
    }
    if process.is_frozen() {
        row(say::field_frozen(), say::value_frozen(), page);
    }
    page.close();
}

/// A node’s name, or that there is none.
fn node_or_none(node: Option<NodeId>) -> Words {
    node.map_or_else(|| say::value_none().into(), |node| Address::Node(node).into())
}

fn followers(simulation: &Simulation, host: &Host, page: &mut Writer) {
    let Some(leader) = host.process.as_ref().and_then(|process| process.node.as_leader()) else {
        return;
    };
    begin("followers", say::node_followers(host.id), None, page);
    for other in simulation.hosts() {
        let Some(progress) = leader.progress(other.id) else { continue };
        let transit = match &progress.state {
            ProgressState::Probe { waiting } => say::follower_probing(u64::from(*waiting)),
            ProgressState::Replicate { in_flight } => say::follower_replicating(in_flight.len()),
            ProgressState::Snapshot { received, .. } => say::follower_snapshot(*received),
        };
        let (answered, sent) = (progress.answered().0, leader.round().0);
        let (next, matched) = (progress.next_index, progress.match_index);
        let known = say::follower_progress(next, matched, answered, sent, transit);
        row(Address::Node(other.id), known, page);
    }
    page.close();
}
