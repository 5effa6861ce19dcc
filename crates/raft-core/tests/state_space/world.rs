//! A cluster with its disks and its network as one value, and everything that can happen next.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use raft_core::{
    AppendOutcome, Body, Config, Disk, Effect, Entry, Incarnation, Input, LocalTime, Log, LogIndex,
    Message, Node, NodeId, ProgressState, ProposalId, Role, Round, RuleSet, Step, Term, Timer,
};

/// Clocks stand still: time matters only with leases.
const NOW: LocalTime = LocalTime(0);
/// The same for every start: incarnations do not matter here, and different ones would multiply the
/// states.
const INCARNATION: Incarnation = Incarnation(1);

/// The bounds and the start of the search.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    pub(crate) config: Arc<Config>,
    /// The disks at the start.
    pub(crate) disks: Vec<Disk>,
    /// The last term in which a node starts an election.
    pub(crate) terms: u64,
    pub(crate) elections: u8,
    pub(crate) heartbeats: u8,
    pub(crate) proposals: u64,
    pub(crate) crashes: u8,
    /// Which messages do not wait for a disk that hangs; in a correct cluster, none.
    pub(crate) leaves_early: fn(&Body) -> bool,
    /// Whether a run ends at its first violation of Figure 3.
    pub(crate) ends_when_broken: bool,
}

#[derive(Clone, PartialEq, Hash, Debug)]
pub(crate) struct World {
    pub(crate) servers: Vec<Arc<Server>>,
    pub(crate) messages: Messages,
    pub(crate) history: History,
    elections: u8,
    heartbeats: u8,
    proposals: u64,
    crashes: u8,
}

/// A node and its disk.
///
/// A slow write makes a difference only if a crash follows: otherwise it is equivalent to an
/// immediate write whose effects are delayed. So a disk either completes writes immediately or
/// hangs, and a server whose disk hangs continues with everything that needs no disk until it
/// crashes. A crash without a write in progress is equivalent to a disk that hung for no time.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Server {
    pub(crate) node: Node,
    pub(crate) disk: Disk,
    hangs: bool,
}

/// Everything that has happened, as far as Figure 3 needs it.
#[derive(Clone, PartialEq, Hash, Debug, Default)]
pub(crate) struct History {
    pub(crate) leaders: BTreeMap<Term, NodeId>,
    pub(crate) applied: Vec<Applied>,
    pub(crate) two_leaders_in_a_term: bool,
    pub(crate) two_entries_at_an_index: bool,
    pub(crate) a_leader_lost_entries: bool,
}

/// An entry as it was first applied: its leader applies it as soon as it is committed.
#[derive(Clone, PartialEq, Hash, Debug)]
pub(crate) struct Applied {
    pub(crate) entry: Entry,
    pub(crate) by: NodeId,
    pub(crate) in_term: Term,
    pub(crate) by_leader: bool,
}

/// The messages ever sent: each may arrive never or repeatedly, in any order. Their hashes identify
/// them when states are compared.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Messages(BTreeMap<u64, Arc<SentMessage>>);

#[derive(PartialEq, Debug)]
pub(crate) struct SentMessage {
    from: NodeId,
    to: NodeId,
    message: Message,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Action {
    TimeOut(usize),
    Heartbeat(usize),
    Propose(usize),
    Deliver(u64),
    Hang(usize),
    Crash(usize),
}

impl World {
    pub(crate) fn new(bounds: &Bounds) -> Self {
        let boot = |(id, disk): (u32, &Disk)| {
            let config = Arc::clone(&bounds.config);
            let (node, _) = Node::boot(NodeId(id), INCARNATION, config, disk.clone(), NOW).unwrap();
            Arc::new(Server { node, disk: disk.clone(), hangs: false })
        };
        Self {
            servers: (0..).zip(&bounds.disks).map(boot).collect(),
            messages: Messages::default(),
            history: History::default(),
            elections: 0,
            heartbeats: 0,
            proposals: 0,
            crashes: 0,
        }
    }

    /// Everything that can happen next.
    pub(crate) fn actions(&self, bounds: &Bounds, actions: &mut Vec<Action>) {
        for (at, server) in self.servers.iter().enumerate() {
            let node = &server.node;
            if server.hangs {
                actions.push(Action::Crash(at));
            } else if self.crashes < bounds.crashes {
                actions.push(Action::Hang(at));
            }
            if node.is_leader() {
                if self.heartbeats < bounds.heartbeats {
                    actions.push(Action::Heartbeat(at));
                }
                if self.proposals < bounds.proposals {
                    actions.push(Action::Propose(at));
                }
            } else if node.term() < Term(bounds.terms)
                && self.elections < bounds.elections
                && (at == 0 || !self.is_untouched())
            {
                actions.push(Action::TimeOut(at));
            }
        }
        actions.extend(self.messages.0.keys().map(|key| Action::Deliver(*key)));
    }

    /// At the start, equal nodes are interchangeable, so only one of them needs to start an
    /// election.
    fn is_untouched(&self) -> bool {
        let first = &self.servers[0];
        self.elections == 0
            && self.servers.iter().all(|server| server.disk == first.disk && !server.hangs)
    }

    pub(crate) fn act(&mut self, action: Action, bounds: &Bounds) {
        match action {
            Action::TimeOut(at) => {
                self.elections += 1;
                self.step(at, Input::Timeout(Timer::Election), bounds);
            }
            Action::Heartbeat(at) => {
                self.heartbeats += 1;
                self.step(at, Input::Timeout(Timer::Heartbeat), bounds);
            }
            Action::Propose(at) => {
                self.proposals += 1;
                let proposal = ProposalId(self.proposals);
                let command = self.proposals.to_be_bytes().as_slice().into();
                self.step(at, Input::Propose { proposal, command }, bounds);
            }
            Action::Deliver(key) => {
                let sent = Arc::clone(&self.messages.0[&key]);
                let (from, message) = (sent.from, sent.message.clone());
                self.step(index(sent.to), Input::Deliver { from, message }, bounds);
            }
            Action::Hang(at) => {
                self.crashes += 1;
                Arc::make_mut(&mut self.servers[at]).hangs = true;
            }
            Action::Crash(at) => {
                let disk = self.servers[at].disk.clone();
                let (config, id) = (Arc::clone(&bounds.config), self.servers[at].node.id());
                let (node, _) = Node::boot(id, INCARNATION, config, disk.clone(), NOW).unwrap();
                self.servers[at] = Arc::new(Server { node, disk, hangs: false });
            }
        }
        if bounds.config.waived == RuleSet::EMPTY {
            self.drop_dead_messages(bounds);
        }
    }

    fn step(&mut self, at: usize, input: Input, bounds: &Bounds) {
        let server = Arc::make_mut(&mut self.servers[at]);
        let (term, log) = (server.node.term(), server.node.log().clone());
        let Step { write, at_once, mut after_write, events: _ } = server.node.step(input, NOW);
        let needs = after_write.needs();
        let promises = after_write.release(needs).unwrap();
        let (hangs, written) = (server.hangs, write.as_ref().map(|write| write.number));
        if let Some(write) = write.filter(|_| !hangs) {
            server.disk.apply(&write);
        }
        self.history.check_node(&server.node, term, &log);
        self.carry_out(at, at_once);
        let may_leave = |effect: &Effect| match effect {
            Effect::Send { message, .. } => !hangs || (bounds.leaves_early)(&message.body),
            _ => !hangs,
        };
        self.carry_out(at, promises.into_iter().filter(may_leave));
        if let Some(number) = written.filter(|_| !hangs) {
            self.step(at, Input::Persisted(number), bounds);
        }
    }

    fn carry_out(&mut self, at: usize, effects: impl IntoIterator<Item = Effect>) {
        let node = &self.servers[at].node;
        let (from, in_term, by_leader) = (node.id(), node.term(), node.is_leader());
        for effect in effects {
            match effect {
                Effect::Send { to, message } => {
                    self.messages.add(SentMessage { from, to, message });
                }
                Effect::Apply(entry) => {
                    self.history.apply(Applied { entry, by: from, in_term, by_leader });
                }
                _ => {}
            }
        }
    }

    /// Removes messages that can have no effect any more, as long as the rules that ensure it are
    /// not waived.
    fn drop_dead_messages(&mut self, bounds: &Bounds) {
        let servers = &self.servers;
        let no_crash_to_come = self.crashes == bounds.crashes;
        self.messages.0.retain(|_, sent| {
            let (from, to) = (&servers[index(sent.from)], &servers[index(sent.to)]);
            !sent.is_dead(from, to, no_crash_to_come && !to.hangs)
        });
    }
}

impl SentMessage {
    fn is_dead(&self, from: &Server, to: &Server, to_stays: bool) -> bool {
        let (term, durable_term) = (self.message.term, to.disk.hard_state.term);
        if durable_term < term {
            return false;
        }
        let has_passed = durable_term > term;
        let matched = |leader: &Node, follower, through| {
            leader.progress(follower).is_none_or(|progress| {
                progress.match_index >= through
                    && matches!(progress.state, ProgressState::Replicate { .. })
            })
        };
        match &self.message.body {
            Body::RequestVoteReply { granted, .. } => {
                !granted || has_passed || !matches!(to.node.role(), Role::Candidate { .. })
            }
            Body::AppendEntriesReply { outcome: AppendOutcome::Matched { through }, .. } => {
                has_passed || matched(&to.node, self.from, *through)
            }
            Body::AppendEntriesReply { .. } => has_passed || !to.node.is_leader(),
            Body::RequestVote { .. } if !has_passed => {
                let counts =
                    from.node.term() == term && matches!(from.node.role(), Role::Candidate { .. });
                to.node.voted_for().is_some_and(|other| other != self.from || !counts)
            }
            Body::AppendEntries { previous, entries, leader_commit, .. } if !has_passed => {
                let through = entries.last().map_or(*previous, Entry::position);
                let log = to.node.log();
                to_stays
                    && log.term_at(through.index) == Some(through.term)
                    && to.node.commit_index() >= through.index.min(*leader_commit)
                    && (from.node.term() != term || matched(&from.node, self.to, through.index))
            }
            // The answer would only report a newer term, as the candidates of that term do.
            _ => has_passed,
        }
    }
}

impl Messages {
    /// Rounds matter only to reads, so messages that differ only in their rounds are equal.
    fn add(&mut self, mut sent: SentMessage) {
        if let Body::AppendEntries { round, .. } | Body::AppendEntriesReply { round, .. } =
            &mut sent.message.body
        {
            *round = Round(1);
        }
        let mut hasher = DefaultHasher::new();
        (sent.from, sent.to, &sent.message).hash(&mut hasher);
        self.0.entry(hasher.finish()).or_insert_with(|| Arc::new(sent));
    }
}

impl Hash for Messages {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for key in self.0.keys() {
            key.hash(state);
        }
    }
}

/// Everything that determines the future of the server. The numbers of writes and rounds do not,
/// nor, without leases and redirects, when it heard from which node.
impl Hash for Server {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let node = &self.node;
        (node.term(), node.voted_for(), node.log()).hash(state);
        (node.commit_index(), node.last_applied(), node.durable_index()).hash(state);
        match node.role() {
            Role::Follower { .. } => 0.hash(state),
            Role::Leader(leader) => {
                for follower in &node.membership().voters {
                    let progress = leader.progress(*follower);
                    progress.map(|of| (of.next_index, of.match_index, &of.state)).hash(state);
                }
            }
            other => other.hash(state),
        }
        self.hangs.hash(state);
        if self.hangs {
            self.disk.hash(state);
        }
    }
}

impl History {
    /// Checks a node after a step that it began in this term and with this log.
    fn check_node(&mut self, node: &Node, term: Term, log: &Log) {
        if term == node.term() && self.leaders.get(&term) == Some(&node.id()) {
            let mut now = node.log().entries_from(LogIndex::ZERO);
            let kept = log.entries_from(LogIndex::ZERO).all(|entry| now.next() == Some(entry));
            self.a_leader_lost_entries |= !kept;
        }
        if node.is_leader() {
            let leader = *self.leaders.entry(node.term()).or_insert(node.id());
            self.two_leaders_in_a_term |= leader != node.id();
        }
    }

    fn apply(&mut self, new: Applied) {
        let place = usize::try_from(new.entry.index.0).unwrap() - 1;
        match self.applied.get(place) {
            Some(first) => self.two_entries_at_an_index |= first.entry != new.entry,
            None => self.applied.push(new),
        }
    }
}

fn index(id: NodeId) -> usize {
    usize::try_from(id.0).unwrap()
}
