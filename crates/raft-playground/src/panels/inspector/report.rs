//! A node as JSON, for a report or another tool. Its keys are the same in every language.

use raft_sim::raft_core::{Membership, Node, NodeId, Payload, Snapshot, Timer, Write};
use raft_sim::{Address, Host, MessageKind, Process, Simulation, Time};

use super::json::Json;
use crate::query::{entries_on_disk, role, votes_for};

/// All that is known of a node, as JSON.
pub(super) fn write(simulation: &Simulation, host: &Host) -> String {
    let mut json = Json::default();
    json.open('{');
    address(json.name("node"), host.id);
    json.name("at_us").number(simulation.now().0);
    json.name("state").text(role(host).name());
    disk(&mut json, host);
    json.name("writes").open('[');
    for (at, write) in host.disk.under_way() {
        json.open('{');
        // None while the disk is stuck.
        json.name("on_disk_at_us").number_or_null(finite(at));
        json.name("write");
        pending_write(&mut json, write);
        json.close('}');
    }
    json.close(']');
    json.name("memory");
    match &host.process {
        Some(process) => memory(&mut json, process, simulation),
        // A stopped node has none.
        None => json.word("null"),
    }
    json.name("messages_sent").open('{');
    for kind in MessageKind::ALL {
        if host.sent(kind) > 0 {
            json.name(kind.name()).number(host.sent(kind));
        }
    }
    json.close('}');
    json.close('}');
    json.finish()
}

fn disk(json: &mut Json, host: &Host) {
    let disk = host.disk.durable();
    json.name("disk").open('{');
    json.name("term").number(disk.hard_state.term.0);
    address_or_null(json.name("vote"), disk.hard_state.voted_for);
    // The last index that the snapshot replaces.
    let snapshot = disk.snapshot.as_ref().map(|snapshot| snapshot.last.index.0);
    json.name("snapshot").number_or_null(snapshot);
    json.name("log");
    match entries_on_disk(host) {
        Some((first, last)) => {
            json.open('[');
            json.number(first.0);
            json.number(last.0);
            json.close(']');
        }
        None => json.word("null"),
    }
    json.close('}');
}

/// The state that a crash loses.
fn memory(json: &mut Json, process: &Process, simulation: &Simulation) {
    let node = &process.node;
    let membership = node.membership();
    json.open('{');
    address_or_null(json.name("leader"), node.leader());
    json.name("term").open('{');
    json.name("number").number(node.term().0);
    json.name("votes").open('[');
    for host in simulation.hosts().iter().filter(|host| votes_for(host, node)) {
        address(json, host.id);
    }
    json.close(']');
    json.close('}');
    json.name("commit_index").number(node.commit_index().0);
    json.name("last_applied").number(node.last_applied().0);
    timers(json, process);
    addresses(json.name("voters"), &membership.voters);
    addresses(json.name("old_voters"), &membership.outgoing);
    addresses(json.name("learners"), &membership.learners);
    json.name("values").open('{');
    for (key, value) in process.machine.registers() {
        json.name(key).text(value);
    }
    json.close('}');
    json.name("frozen").word(if process.is_frozen() { "true" } else { "false" });
    followers(json, node, simulation);
    json.close('}');
}

/// When each running timer fires.
fn timers(json: &mut Json, process: &Process) {
    json.name("timers_fire_at_us").open('{');
    for timer in Timer::ALL {
        let name = match timer {
            Timer::Election => "election",
            Timer::Heartbeat => "heartbeat",
            Timer::Quorum => "quorum",
            Timer::Transfer => "transfer",
        };
        if let Some(at) = process.timer(timer).and_then(|timer| finite(timer.fires_at())) {
            json.name(name).number(at);
        }
    }
    json.close('}');
}

/// A leader's knowledge of its followers.
fn followers(json: &mut Json, node: &Node, simulation: &Simulation) {
    json.name("followers").open('{');
    for other in simulation.hosts() {
        if let Some(progress) = node.progress(other.id) {
            json.name(&Address::Node(other.id).to_string()).open('{');
            json.name("next_index").number(progress.next_index.0);
            json.name("match_index").number(progress.match_index.0);
            json.close('}');
        }
    }
    json.close('}');
}

/// A write as in a trace (`TRACE.md`).
fn pending_write(json: &mut Json, write: &Write) {
    json.open('{');
    json.name("number").number(write.number.0);
    json.name("hard_state");
    match &write.hard_state {
        Some(state) => {
            json.open('{');
            json.name("term").number(state.term.0);
            let vote = state.voted_for.map(|vote| vote.0.into());
            json.name("voted_for").number_or_null(vote);
            json.close('}');
        }
        None => json.word("null"),
    }
    json.name("snapshot");
    match &write.snapshot {
        Some(written) => snapshot(json, written),
        None => json.word("null"),
    }
    json.name("log");
    match &write.log {
        Some(log) => {
            json.open('{');
            json.name("from").number(log.from.0);
            json.name("entries").open('[');
            for entry in log.entries.iter() {
                json.open('{');
                json.name("term").number(entry.term.0);
                json.name("index").number(entry.index.0);
                payload(json.name("payload"), &entry.payload);
                json.close('}');
            }
            json.close(']');
            json.close('}');
        }
        None => json.word("null"),
    }
    json.close('}');
}

fn snapshot(json: &mut Json, snapshot: &Snapshot) {
    json.open('{');
    json.name("last").open('{');
    json.name("term").number(snapshot.last.term.0);
    json.name("index").number(snapshot.last.index.0);
    json.close('}');
    members(json.name("membership"), &snapshot.membership);
    numbers(json.name("data"), snapshot.data.iter().map(|byte| (*byte).into()));
    json.close('}');
}

fn payload(json: &mut Json, payload: &Payload) {
    if let Payload::NoOp = payload {
        return json.text("no-op");
    }
    json.open('{');
    match payload {
        Payload::Membership(membership) => members(json.name("membership"), membership),
        Payload::Command(command) => {
            json.name("command").text(&String::from_utf8_lossy(command));
        }
        Payload::NoOp => {}
    }
    json.close('}');
}

fn members(json: &mut Json, membership: &Membership) {
    json.open('{');
    let sets = [
        ("voters", &membership.voters),
        ("outgoing", &membership.outgoing),
        ("learners", &membership.learners),
    ];
    for (name, set) in sets {
        numbers(json.name(name), set.iter().map(|node| node.0.into()));
    }
    json.close('}');
}

fn numbers(json: &mut Json, numbers: impl Iterator<Item = u64>) {
    json.open('[');
    numbers.for_each(|number| json.number(number));
    json.close(']');
}

fn address(json: &mut Json, node: NodeId) {
    json.text(&Address::Node(node).to_string());
}

fn address_or_null(json: &mut Json, node: Option<NodeId>) {
    match node {
        Some(node) => address(json, node),
        None => json.word("null"),
    }
}

fn addresses(json: &mut Json, nodes: &[NodeId]) {
    json.open('[');
    for node in nodes {
        address(json, *node);
    }
    json.close(']');
}

/// In simulated microseconds; none while a clock has stopped or a disk is stuck.
fn finite(at: Time) -> Option<u64> {
    (at != Time::NEVER).then_some(at.0)
}

#[cfg(test)]
mod tests {
    use raft_sim::raft_core::{
        Entry, HardState, LogIndex, LogPosition, LogWrite, Term, WriteNumber,
    };

    use super::*;

    #[test]
    fn a_pending_write_is_written_as_in_a_trace() {
        let mut membership = Membership::of([NodeId(0), NodeId(2)]);
        membership.learners.insert(NodeId(3));
        let entry = |index, payload| Entry { term: Term(2), index: LogIndex(index), payload };
        let entries = [
            entry(4, Payload::NoOp),
            entry(5, Payload::Membership(membership.clone().into())),
            entry(6, Payload::Command(b"x=\"\n\xff".as_slice().into())),
        ];
        let full = Write {
            number: WriteNumber(9),
            hard_state: Some(HardState { term: Term(2), voted_for: Some(NodeId(1)) }),
            snapshot: Some(
                Snapshot {
                    last: LogPosition { term: Term(1), index: LogIndex(3) },
                    membership: membership.into(),
                    data: [0, 255].into(),
                }
                .into(),
            ),
            log: Some(LogWrite { from: LogIndex(4), entries: entries.into_iter().collect() }),
        };
        let empty = Write { hard_state: None, snapshot: None, log: None, ..full.clone() };
        for write in [full, empty] {
            let mut json = Json::default();
            pending_write(&mut json, &write);
            let value: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
            assert_eq!(value, serde_json::to_value(&write).unwrap());
        }
    }
}
