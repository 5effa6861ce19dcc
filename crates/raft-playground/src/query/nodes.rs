//! What a node is, what it holds, and what can be done with it.

use raft_sim::raft_core::{
    Body, Entry, LogIndex, LogPosition, Membership, Node, NodeId, Payload, Role, Rule, Timer,
};
use raft_sim::{Address, Command, Damage, Host, Packet, Process, Simulation, Time};

use super::links::has_links;
use crate::intent::{Confirmation, ElectionTimer, NodeSituation, ProcessState};
use crate::table::table;

table! {
    /// The role of what runs on a host, as it is drawn and as `data-role` says it.
    pub enum NodeRole {
        /// Listens to a leader, or waits for one.
        Follower => "follower",
        /// Asks whether it could win an election.
        PreCandidate => "pre-candidate",
        /// Asks for votes.
        Candidate => "candidate",
        /// Leads its term.
        Leader => "leader",
        /// Not running.
        Stopped => "stopped",
    }
    /// The word of the automation contract.
    pub fn name(self) -> &'static str;
}

table! {
    /// What a node is to the cluster (§6), as `data-member` says it.
    pub enum MemberKind {
        /// It votes.
        Voter => "voter",
        /// It is only sent the log.
        Learner => "learner",
        /// It does not belong to the cluster.
        Outside => "outside",
    }
    /// The word of the automation contract.
    pub fn name(self) -> &'static str;
}

/// The running nodes.
pub(crate) fn running(simulation: &Simulation) -> impl Iterator<Item = &Node> {
    simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node))
}

/// A node, if there is one of this number and it runs.
pub(crate) fn running_node(simulation: &Simulation, node: NodeId) -> Option<&Node> {
    Some(&simulation.hosts().get(node.0 as usize)?.process.as_ref()?.node)
}

/// The role of what runs on a host.
pub(crate) fn role(host: &Host) -> NodeRole {
    match host.process.as_ref().map(|process| process.node.role()) {
        None => NodeRole::Stopped,
        Some(Role::Follower { .. }) => NodeRole::Follower,
        Some(Role::PreCandidate { .. }) => NodeRole::PreCandidate,
        Some(Role::Candidate { .. }) => NodeRole::Candidate,
        Some(Role::Leader { .. }) => NodeRole::Leader,
    }
}

/// The node whose membership counts as the cluster's: the newest leader, or else the node that
/// knows the most.
pub(super) fn best_informed(simulation: &Simulation) -> Option<&Node> {
    running(simulation).max_by_key(|node| (node.is_leader(), node.term(), node.log().last().index))
}

/// What a node is to the cluster.
pub(crate) fn member(simulation: &Simulation, node: NodeId) -> MemberKind {
    let Some(best) = best_informed(simulation) else { return MemberKind::Voter };
    match best.membership() {
        membership if membership.is_voter(node) => MemberKind::Voter,
        membership if membership.contains(node) => MemberKind::Learner,
        // A newcomer is sent the log, although it stands in no membership yet (diss. §4.2.1).
        _ if best.progress(node).is_some() => MemberKind::Learner,
        _ => MemberKind::Outside,
    }
}

/// The voters to which a leader can hand its leadership.
pub(crate) fn transfer_targets(node: &Node) -> impl Iterator<Item = Address> {
    let others = node.membership().voters.iter().filter(|&&other| other != node.id());
    others.filter(|_| node.is_leader()).map(|&other| Address::Node(other))
}

/// Whether any node counts another one as a member: a stopped one by what is on its disk.
pub(crate) fn is_known_member(simulation: &Simulation, node: NodeId) -> bool {
    let counts = |members: &Membership| members.contains(node);
    simulation.hosts().iter().any(|host| {
        let disk = host.disk.durable();
        match &host.process {
            Some(process) => process.node.possible_memberships().any(counts),
            None => {
                disk.snapshot.as_ref().is_some_and(|snapshot| counts(&snapshot.membership))
                    || disk.entries.iter().any(|entry| match &entry.payload {
                        Payload::Membership(members) => counts(members),
                        _ => false,
                    })
            }
        }
    })
}

/// Whether a leader hands its leadership over, or its request to take over is still in transit.
pub(crate) fn hands_over(simulation: &Simulation, node: &Node) -> bool {
    let is_request = |packet: &Packet| {
        matches!(packet, Packet::Raft(message)
            if message.term == node.term() && message.body == Body::TimeoutNow)
    };
    node.as_leader().is_some_and(|leader| leader.successor().is_some())
        || simulation
            .network()
            .messages()
            .any(|in_flight| in_flight.from == node.id().into() && is_request(&in_flight.packet))
}

/// What has to be known of a node to say what can be done with it; none if there is no such node.
pub(crate) fn situation(
    simulation: &Simulation,
    node: Address,
    confirming: Option<Confirmation>,
) -> Option<NodeSituation> {
    let host = simulation.hosts().get(node.node()?.0 as usize)?;
    let state = match &host.process {
        None => ProcessState::Stopped,
        Some(process) if process.is_frozen() => ProcessState::Frozen,
        Some(process) => {
            let timer = process.timer(Timer::Election).map(|timer| timer.fires_at());
            ProcessState::Running(match timer {
                None => ElectionTimer::NotSet,
                Some(Time::NEVER) => ElectionTimer::Stands,
                Some(at) => ElectionTimer::Runs { left_us: at.since(simulation.now()).0 },
            })
        }
    };
    let others = simulation.hosts().iter().map(|host| Address::Node(host.id));
    let (has_links_up, has_links_cut) = has_links(simulation, node);
    Some(NodeSituation {
        node,
        others: others.filter(|other| *other != node).collect(),
        state,
        is_voter: member(simulation, host.id) == MemberKind::Voter,
        has_links_up,
        has_links_cut,
        may_stand: host.process.as_ref().is_some_and(|process| may_stand(&process.node)),
        can_compact: host.process.as_ref().is_some_and(|process| {
            // With a bug, a node may have removed entries that it had applied.
            let (log, applied) = (process.node.log(), process.node.last_applied());
            log.base().index < applied && applied <= log.last().index
        }),
        has_disk: host.disk.damage() != Some(Damage::Erased),
        can_be_damaged: host.disk.damage().is_none() && !host.disk.durable().entries.is_empty(),
        can_be_replaced: can_be_replaced(simulation, host),
        is_leader_awake: !simulation.leader().is_some_and(|leader| is_frozen(simulation, leader)),
        confirming,
    })
}

/// Whether a node becomes a candidate if its election timer runs out (§6).
fn may_stand(node: &Node) -> bool {
    let is_voter = node.possible_memberships().any(|membership| membership.is_voter(node.id()));
    is_voter || node.config().waived.contains(Rule::OnlyVotersStand)
}

/// Whether a node's process is frozen.
pub(crate) fn is_frozen(simulation: &Simulation, node: NodeId) -> bool {
    simulation.host(node).process.as_ref().is_some_and(Process::is_frozen)
}

/// Whether a new server can take the place of one whose disk was erased. What stopped nodes count
/// as members only the simulator knows, so this is tried on a copy.
pub(crate) fn can_be_replaced(simulation: &Simulation, host: &Host) -> bool {
    if host.process.is_some() || host.disk.damage() != Some(Damage::Erased) {
        return false;
    }
    let mut copy = simulation.clone();
    let done = copy.act(Command::ReplaceServer(host.id.into()));
    done.is_ok() && copy.host(host.id).process.is_some()
}

/// The entry at an index of what a node holds, if it is there and no snapshot replaces it.
pub(crate) fn entry_of(host: &Host, index: LogIndex) -> Option<&Entry> {
    if let Some(process) = &host.process {
        return process.node.log().entry(index);
    }
    let entries = &host.disk.durable().entries;
    let place = index.0.checked_sub(entries.get(0)?.index.0)?;
    entries.get(usize::try_from(place).ok()?)
}

/// The first and the last index of the entries on a node's disk; none if there are none.
pub(crate) fn entries_on_disk(host: &Host) -> Option<(LogIndex, LogIndex)> {
    let disk = host.disk.durable();
    disk.entries.get(0).map(|first| (first.index, disk.last().index))
}

/// Whether a node has an entry in its log, or a snapshot that replaces it; of a stopped node, on
/// its disk.
pub(crate) fn holds(host: &Host, entry: LogPosition) -> bool {
    match &host.process {
        Some(process) => {
            let log = process.node.log();
            log.base().index >= entry.index || log.term_at(entry.index) == Some(entry.term)
        }
        None => holds_on_disk(host, entry),
    }
}

/// Whether a node's disk holds an entry, or a snapshot that replaces it.
pub(crate) fn holds_on_disk(host: &Host, entry: LogPosition) -> bool {
    let disk = host.disk.durable();
    let replaced =
        disk.snapshot.as_ref().is_some_and(|snapshot| snapshot.last.index >= entry.index);
    replaced || disk.entries.iter().rev().any(|other| other.position() == entry)
}

/// Whether a host voted for a node in its term: as the node counts while it is a candidate, or as
/// the host remembers it.
pub(crate) fn votes_for(host: &Host, node: &Node) -> bool {
    match (node.role(), &host.process) {
        (Role::PreCandidate { votes } | Role::Candidate { votes }, _) => {
            votes.get(host.id) == Some(&true)
        }
        (_, Some(process)) => {
            (process.node.term(), process.node.voted_for()) == (node.term(), Some(node.id()))
        }
        (_, None) => false,
    }
}

/// Whether the protocol can have written the log on a disk. If not, no node starts from it.
pub(crate) fn is_log_in_order(host: &Host) -> bool {
    let disk = host.disk.durable();
    let mut last = disk.snapshot.as_ref().map(|kept| kept.last).unwrap_or_default();
    let newest = disk.hard_state.term;
    last.term <= newest
        && disk.entries.iter().all(|entry| {
            let terms = last.term..=newest;
            let follows = entry.index == last.index.next() && terms.contains(&entry.term);
            last = entry.position();
            follows
        })
}
