//! A node as JSON, for a report or another tool. Its keys are the same in every language.

use raft_sim::raft_core::{LogIndex, Node, NodeId, Term, Timer, Write};
use raft_sim::{Address, Host, MessageKind, Process, Simulation, Time};
use serde::{Serialize, Serializer};

use crate::query::{entries_on_disk, role, votes_for};

/// All that is known of a node, as JSON.
pub(super) fn write(simulation: &Simulation, host: &Host) -> String {
    let process = host.process.as_ref();
    let disk = host.disk.durable();
    let (state, writes) = (disk.hard_state, host.disk.under_way());
    let report = Report {
        node: host.id.into(),
        at_us: simulation.now().0,
        state: role(host).name(),
        disk: Disk {
            term: state.term,
            vote: state.voted_for.map(Address::Node),
            snapshot: disk.snapshot.as_ref().map(|snapshot| snapshot.last.index),
            log: entries_on_disk(host),
        },
        writes: writes
            .map(|(at, write)| PendingWrite { on_disk_at_us: finite(at), write })
            .collect(),
        memory: process.map(|process| Memory::of(process, simulation)),
        messages_sent: sent(host),
    };
    // Every key is a string and no writer is involved, so nothing can fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

#[derive(Serialize)]
struct Report<'a> {
    node: Address,
    /// In simulated microseconds.
    at_us: u64,
    state: &'static str,
    disk: Disk,
    writes: Vec<PendingWrite<'a>>,
    /// None of a node that is stopped.
    memory: Option<Memory<'a>>,
    /// How many messages of each kind it has sent, if any.
    messages_sent: Entries<&'static str, u64>,
}

/// The entries of an object in this order. A map would add sorting code to the page.
struct Entries<K, V>(Vec<(K, V)>);

#[derive(Serialize)]
struct Disk {
    term: Term,
    vote: Option<Address>,
    /// The last index that a snapshot replaces.
    snapshot: Option<LogIndex>,
    /// The first and the last index of the log.
    log: Option<(LogIndex, LogIndex)>,
}

/// A pending write.
#[derive(Serialize)]
struct PendingWrite<'a> {
    /// None while the disk is stuck.
    on_disk_at_us: Option<u64>,
    write: &'a Write,
}

/// The state that a crash loses.
#[derive(Serialize)]
struct Memory<'a> {
    leader: Option<Address>,
    term: TermAndVotes,
    commit_index: LogIndex,
    last_applied: LogIndex,
    timers_fire_at_us: Entries<Timer, u64>,
    voters: Vec<Address>,
    old_voters: Vec<Address>,
    learners: Vec<Address>,
    values: Entries<&'a str, &'a str>,
    frozen: bool,
    followers: Entries<String, Follower>,
}

/// The term of a node, and which nodes vote for it there.
#[derive(Serialize)]
struct TermAndVotes {
    number: Term,
    votes: Vec<Address>,
}

/// A leader's knowledge of a follower.
#[derive(Serialize)]
struct Follower {
    next_index: LogIndex,
    match_index: LogIndex,
}

impl<K: Serialize, V: Serialize> Serialize for Entries<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<K, V> FromIterator<(K, V)> for Entries<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<'a> Memory<'a> {
    fn of(process: &'a Process, simulation: &Simulation) -> Self {
        let node = &process.node;
        let membership = node.membership();
        let voters = simulation.hosts().iter().filter(|host| votes_for(host, node));
        let votes = voters.map(|host| host.id.into()).collect();
        Self {
            leader: node.leader().map(Address::Node),
            term: TermAndVotes { number: node.term(), votes },
            commit_index: node.commit_index(),
            last_applied: node.last_applied(),
            timers_fire_at_us: timers(process),
            voters: addresses(&membership.voters),
            old_voters: addresses(&membership.outgoing),
            learners: addresses(&membership.learners),
            values: process.machine.registers().collect(),
            frozen: process.is_frozen(),
            followers: followers(node, simulation),
        }
    }
}

fn addresses<'a>(nodes: impl IntoIterator<Item = &'a NodeId>) -> Vec<Address> {
    nodes.into_iter().copied().map(Address::Node).collect()
}

/// When each running timer fires.
fn timers(process: &Process) -> Entries<Timer, u64> {
    let timers = [Timer::Election, Timer::Heartbeat, Timer::Quorum, Timer::Transfer].into_iter();
    let fires = |timer| finite(process.timer(timer)?.fires_at());
    timers.filter_map(|timer| Some((timer, fires(timer)?))).collect()
}

/// In simulated microseconds; none while a clock has stopped or a disk is stuck.
fn finite(at: Time) -> Option<u64> {
    (at != Time::NEVER).then_some(at.0)
}

fn followers(node: &Node, simulation: &Simulation) -> Entries<String, Follower> {
    let known = simulation.hosts().iter().filter_map(|other| {
        let progress = node.progress(other.id)?;
        let (next_index, match_index) = (progress.next_index, progress.match_index);
        Some((Address::Node(other.id).to_string(), Follower { next_index, match_index }))
    });
    known.collect()
}

fn sent(host: &Host) -> Entries<&'static str, u64> {
    let sent = MessageKind::ALL.map(|kind| (kind.name(), host.sent(kind)));
    sent.into_iter().filter(|(_, count)| *count > 0).collect()
}
