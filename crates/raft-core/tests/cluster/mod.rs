//! A cluster driven by hand: the test decides which messages arrive, and when a disk completes
//! writes.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod test_cluster;

use std::sync::Arc;

use raft_core::{
    Answer, AppendOutcome, Body, Config, Disk, Effect, Entry, Event, Incarnation, Input, LocalTime,
    LogIndex, LogPosition, Membership, Message, Micros, Node, NodeId, Payload, ProposalId,
    ReadAnswer, ReadId, RequestId, Round, Rule, RuleSet, Step, Term, Timer, Verdict,
};

pub use test_cluster::{Cluster, change};

pub const A: NodeId = NodeId(0);
pub const B: NodeId = NodeId(1);
pub const C: NodeId = NodeId(2);
pub const D: NodeId = NodeId(3);
pub const E: NodeId = NodeId(4);

/// A node, its disk, and its effects since the test last forgot them.
pub struct Server {
    pub node: Node,
    incarnation: Incarnation,
    pub disk: Disk,
    /// Its clock, which stands still unless the test advances it.
    pub now: LocalTime,
    pub sent: Vec<(NodeId, Message)>,
    pub events: Vec<Event>,
    pub effects: Vec<Effect>,
}

pub fn config(nodes: u32) -> Config {
    Config::new((0..nodes).map(NodeId))
}

/// A log with entries of these terms.
pub fn log(terms: &[u64]) -> Vec<Entry> {
    let entries = terms.iter().zip(1..);
    entries
        .map(|(&term, index)| Entry {
            term: Term(term),
            index: LogIndex(index),
            payload: Payload::Command(format!("{term}.{index}").into_bytes().into()),
        })
        .collect()
}

pub fn voters(nodes: &[NodeId]) -> Membership {
    Membership::of(nodes.iter().copied())
}

pub fn with_learners(nodes: &[NodeId], learners: &[NodeId]) -> Membership {
    Membership { learners: learners.iter().copied().collect(), ..voters(nodes) }
}

pub fn joint(incoming: &[NodeId], outgoing: &[NodeId]) -> Membership {
    Membership { outgoing: outgoing.iter().copied().collect(), ..voters(incoming) }
}

pub fn membership_entry(term: u64, index: u64, membership: Membership) -> Entry {
    let payload = Payload::Membership(Arc::new(membership));
    Entry { term: Term(term), index: LogIndex(index), payload }
}

pub fn at(term: u64, index: u64) -> LogPosition {
    LogPosition { term: Term(term), index: LogIndex(index) }
}

pub fn message(term: u64, body: Body) -> Message {
    Message { term: Term(term), body }
}

pub fn append(term: u64, previous: LogPosition, entries: &[Entry], commit: u64) -> Message {
    let leader_commit = LogIndex(commit);
    let (entries, round) = (entries.into(), Round(1));
    message(term, Body::AppendEntries { previous, entries, leader_commit, round })
}

pub fn vote_request(term: u64, last: LogPosition) -> Message {
    message(term, Body::RequestVote { last, handover: false })
}

pub fn vote(term: u64, granted: bool) -> Message {
    message(term, Body::RequestVoteReply { election: Term(term), granted })
}

/// The identifier of a server's request in its first incarnation.
pub fn request(number: u64) -> RequestId {
    RequestId { incarnation: Incarnation(1), number }
}

pub fn matched(term: u64, through: u64) -> Message {
    reply(term, AppendOutcome::Matched { through: LogIndex(through) })
}

pub fn reply(term: u64, outcome: AppendOutcome) -> Message {
    message(term, Body::AppendEntriesReply { outcome, round: Round(1) })
}

impl Server {
    /// A node of a cluster of five, in `term`, with a log of these terms and without a vote.
    pub fn new(id: NodeId, term: u64, terms: &[u64]) -> Self {
        Self::with(config(5), id, term, terms)
    }

    pub fn waiving(waived: RuleSet, id: NodeId, term: u64, terms: &[u64]) -> Self {
        Self::with(Config { waived, ..config(5) }, id, term, terms)
    }

    pub fn with(config: Config, id: NodeId, term: u64, terms: &[u64]) -> Self {
        let mut disk = Disk { entries: log(terms), ..Disk::default() };
        disk.hard_state.term = Term(term);
        Self::boot(config, id, disk)
    }

    pub fn boot(config: Config, id: NodeId, disk: Disk) -> Self {
        Self::boot_at(LocalTime(0), Incarnation(1), config, id, disk)
    }

    fn boot_at(
        now: LocalTime,
        incarnation: Incarnation,
        config: Config,
        id: NodeId,
        disk: Disk,
    ) -> Self {
        let config = Arc::new(config);
        let (node, step) = Node::boot(id, incarnation, config, disk.clone(), now).unwrap();
        let (sent, events, effects) = (Vec::new(), Vec::new(), Vec::new());
        let mut server = Self { node, incarnation, disk, now, sent, events, effects };
        server.perform(step);
        server
    }

    /// A crash and a restart: the same disk, a new process.
    pub fn restart(self) -> Self {
        let Self { node, incarnation, disk, now, .. } = self;
        let next = Incarnation(incarnation.0 + 1);
        Self::boot_at(now, next, node.config().clone(), node.id(), disk)
    }

    /// A leader of `term` elected by all nodes, without the messages that it sent.
    pub fn leader(id: NodeId, term: u64, terms: &[u64]) -> Self {
        let mut server = Self::new(id, term - 1, terms);
        server.elect();
        server
    }

    pub fn elect(&mut self) {
        self.input(Input::Timeout(Timer::Election));
        let term = self.node.term().0;
        let (id, voters) = (self.node.id(), self.node.membership().voters.clone());
        for voter in voters.into_iter().filter(|&voter| voter != id) {
            self.deliver(voter, vote(term, true));
        }
        assert!(self.node.is_leader());
        self.forget();
    }

    pub fn forget(&mut self) {
        self.sent.clear();
        self.events.clear();
        self.effects.clear();
    }

    pub fn deliver(&mut self, from: NodeId, message: Message) {
        self.input(Input::Deliver { from, message });
    }

    /// Handles an input with a disk that completes writes immediately.
    pub fn input(&mut self, input: Input) {
        let step = self.node.step(input, self.now);
        self.perform(step);
    }

    pub fn wait(&mut self, millis: u64) {
        self.now.0 += Micros::from_millis(millis).0;
    }

    pub fn propose(&mut self, proposal: u64) {
        let command = format!("p{proposal}").into_bytes().into();
        self.input(Input::Propose { proposal: ProposalId(proposal), command });
    }

    pub fn read(&mut self, read: u64) {
        self.input(Input::Read(ReadId(read)));
    }

    fn perform(&mut self, step: Step) {
        let Step { write, at_once, mut after_write, events } = step;
        self.events.extend(events);
        self.effects(at_once);
        let needs = after_write.needs();
        if let Some(write) = &write {
            self.disk.apply(write);
        }
        self.effects(after_write.release(needs).unwrap());
        if let Some(write) = write {
            let step = self.node.step(Input::Persisted(write.number), self.now);
            self.perform(step);
        }
    }

    fn effects(&mut self, effects: impl IntoIterator<Item = Effect>) {
        for effect in effects {
            if let Effect::Send { to, message } = &effect {
                self.sent.push((*to, message.clone()));
            }
            self.effects.push(effect);
        }
    }

    /// The terms of its log.
    pub fn terms(&self) -> Vec<u64> {
        let entries = self.node.log().entries_from(LogIndex(1));
        entries.map(|entry| entry.term.0).collect()
    }

    /// The only message sent since the test last forgot.
    pub fn answer(&mut self) -> Message {
        let sent = std::mem::take(&mut self.sent);
        let [(_, message)] = sent.as_slice() else { panic!("sent {sent:?}") };
        message.clone()
    }

    /// The outcome in the only message sent since the test last forgot.
    pub fn outcome(&mut self) -> AppendOutcome {
        match self.answer().body {
            Body::AppendEntriesReply { outcome, .. } => outcome,
            other => panic!("{other:?}"),
        }
    }

    /// The messages sent to one node since the test last forgot.
    pub fn sent_to(&self, node: NodeId) -> Vec<&Message> {
        self.sent.iter().filter(|(to, _)| *to == node).map(|(_, message)| message).collect()
    }

    /// The answers to proposals since the test last forgot.
    pub fn answers(&self) -> Vec<(u64, Answer)> {
        let answer = |effect: &Effect| match effect {
            Effect::Reply { proposal, answer } => Some((proposal.0, *answer)),
            _ => None,
        };
        self.effects.iter().filter_map(answer).collect()
    }

    /// The answers to reads since the test last forgot.
    pub fn read_answers(&self) -> Vec<(u64, ReadAnswer)> {
        let answer = |effect: &Effect| match effect {
            Effect::AnswerRead { read, answer } => Some((read.0, *answer)),
            _ => None,
        };
        self.effects.iter().filter_map(answer).collect()
    }

    /// The indexes handed to the state machine since the test last forgot.
    pub fn applied(&self) -> Vec<u64> {
        let index = |effect: &Effect| match effect {
            Effect::Apply(entry) => Some(entry.index.0),
            _ => None,
        };
        self.effects.iter().filter_map(index).collect()
    }

    /// Whether a message was ignored because of this rule since the test last forgot.
    pub fn ignored(&self, rule: Rule) -> bool {
        let refused = Verdict::Refuse(rule);
        let is_it =
            |event: &Event| matches!(event, Event::Ignored { verdict, .. } if *verdict == refused);
        self.events.iter().any(is_it)
    }

    /// How often a timer was set since the test last forgot.
    pub fn timer_set(&self, which: Timer) -> usize {
        let is_it =
            |effect: &&Effect| matches!(effect, Effect::SetTimer { timer, .. } if *timer == which);
        self.effects.iter().filter(is_it).count()
    }
}

/// Delivers the messages between two servers until there are none.
pub fn converse(one: &mut Server, other: &mut Server) {
    loop {
        let to_other = std::mem::take(&mut one.sent);
        let to_one = std::mem::take(&mut other.sent);
        if to_other.is_empty() && to_one.is_empty() {
            return;
        }
        let (first, second) = (one.node.id(), other.node.id());
        for (_, message) in to_other.into_iter().filter(|(to, _)| *to == second) {
            other.deliver(first, message);
        }
        for (_, message) in to_one.into_iter().filter(|(to, _)| *to == first) {
            one.deliver(second, message);
        }
    }
}
