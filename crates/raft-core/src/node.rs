//! A node: Figure 2's state, how it boots, and the one door by which anything happens to it.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::append::Append;
use crate::config::Config;
use crate::disk::{DamagedDisk, Disk, HardState, LogWrite, Write, WriteNumber};
use crate::durability::Durability;
use crate::event::{Event, Flaw};
use crate::log::Log;
use crate::message::{Body, Message};
use crate::role::{Progress, Role};
use crate::step::{AfterWrite, Effect, Input, ProposalId, Step, Timer};
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId, Term};

/// A server of the cluster, as a value: it holds no clock, no randomness, no connection.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Node {
    pub(crate) id: NodeId,
    pub(crate) config: Arc<Config>,
    pub(crate) hard_state: HardState,
    pub(crate) log: Log,
    pub(crate) durability: Durability,
    pub(crate) commit_index: LogIndex,
    pub(crate) last_applied: LogIndex,
    pub(crate) role: Role,
    /// When the election timer was last set, so that an election can say how long it waited.
    pub(crate) election_timer_set: LocalTime,
    /// Proposals without an answer, by the place where their entry was put.
    pub(crate) proposals: BTreeMap<(LogIndex, Term), ProposalId>,
}

/// A step in the making.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) hard_state_changed: bool,
    pub(crate) log_changed_from: Option<LogIndex>,
    pub(crate) at_once: Vec<Effect>,
    pub(crate) after_write: Vec<Effect>,
    pub(crate) events: Vec<Event>,
}

impl Node {
    /// Starts a node from its disk, as a follower (§5.2). A fresh disk is an empty one.
    ///
    /// # Errors
    /// If the disk holds what this protocol cannot have written.
    pub fn boot(
        id: NodeId,
        config: Arc<Config>,
        disk: Disk,
        now: LocalTime,
    ) -> Result<(Self, Step), DamagedDisk> {
        disk.check()?;
        let log = Log::from_checked(disk.entries);
        let mut node = Self {
            id,
            config,
            hard_state: disk.hard_state,
            durability: Durability::of(log.last().index),
            log,
            commit_index: LogIndex::ZERO,
            last_applied: LogIndex::ZERO,
            role: Role::Follower { leader: None },
            election_timer_set: now,
            proposals: BTreeMap::new(),
        };
        let mut draft = Draft::default();
        let HardState { term, voted_for } = node.hard_state;
        draft.events.push(Event::Booted { term, voted_for, last: node.log.last() });
        node.reset_election_timer(now, &mut draft);
        let step = node.finish(draft);
        Ok((node, step))
    }

    /// Lets one thing happen. `now` is this node's own clock.
    pub fn step(&mut self, input: Input, now: LocalTime) -> Step {
        let mut draft = Draft::default();
        match input {
            Input::Deliver { from, message } => self.deliver(from, message, now, &mut draft),
            Input::Timeout(Timer::Election) => self.start_election(now, &mut draft),
            Input::Timeout(Timer::Heartbeat) => self.send_heartbeats(&mut draft),
            Input::Persisted(number) => self.persisted(number, &mut draft),
            Input::Propose { proposal, command } => self.propose(proposal, command, &mut draft),
        }
        self.finish(draft)
    }

    fn deliver(&mut self, from: NodeId, message: Message, now: LocalTime, draft: &mut Draft) {
        if from == self.id || !self.config.voters.contains(&from) {
            draft.events.push(Event::Malformed { from, flaw: Flaw::UnknownSender });
            return;
        }
        if message.term > self.term() {
            self.adopt_term(message.term, from, now, draft);
        }
        let term = message.term;
        match message.body {
            Body::RequestVote { last } => self.decide_vote(from, term, last, now, draft),
            Body::RequestVoteReply { granted } => self.count_vote(from, term, granted, draft),
            Body::AppendEntries { previous, entries, leader_commit } => {
                let entries = &entries;
                let append = Append { leader: from, term, previous, entries, leader_commit };
                self.receive_append(&append, now, draft);
            }
            Body::AppendEntriesReply(outcome) => self.learn_outcome(from, term, outcome, draft),
        }
    }

    fn persisted(&mut self, number: WriteNumber, draft: &mut Draft) {
        self.durability.persisted(number);
        self.advance_commit(draft);
    }

    /// Turns a draft into a step, gathering what must be written.
    fn finish(&mut self, draft: Draft) -> Step {
        let changed = draft.hard_state_changed || draft.log_changed_from.is_some();
        let write = changed.then(|| Write {
            number: self.durability.issue(self.log.last().index),
            hard_state: draft.hard_state_changed.then_some(self.hard_state),
            log: draft
                .log_changed_from
                .map(|from| LogWrite { from, entries: self.log.entries_from(from).to_vec() }),
        });
        let needs = self.durability.issued();
        Step {
            write,
            at_once: draft.at_once,
            after_write: AfterWrite { needs, effects: draft.after_write },
            events: draft.events,
        }
    }
}

/// What a node lets others see of itself.
impl Node {
    /// Its name.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// What is fixed for its life.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The newest term it has seen (`currentTerm`).
    pub fn term(&self) -> Term {
        self.hard_state.term
    }

    /// Whom it voted for in this term (`votedFor`).
    pub fn voted_for(&self) -> Option<NodeId> {
        self.hard_state.voted_for
    }

    /// Its log.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The last entry known to be committed (`commitIndex`).
    pub fn commit_index(&self) -> LogIndex {
        self.commit_index
    }

    /// The last entry handed to the state machine (`lastApplied`).
    pub fn last_applied(&self) -> LogIndex {
        self.last_applied
    }

    /// The last entry of its log that a crash now would leave in place.
    pub fn durable_index(&self) -> LogIndex {
        self.durability.durable_index()
    }

    /// What it is in this term.
    pub fn role(&self) -> &Role {
        &self.role
    }

    /// Whether it leads this term.
    pub fn is_leader(&self) -> bool {
        matches!(self.role, Role::Leader { .. })
    }

    /// The leader of this term as far as it knows: itself, the one it follows, or none.
    pub fn leader(&self) -> Option<NodeId> {
        match self.role {
            Role::Follower { leader } => leader,
            Role::Candidate { .. } => None,
            Role::Leader { .. } => Some(self.id),
        }
    }

    /// What it knows of a follower's log; none unless it leads.
    pub fn progress(&self, follower: NodeId) -> Option<Progress> {
        match &self.role {
            Role::Leader { progress } => progress.get(&follower).copied(),
            _ => None,
        }
    }

    /// Its last entry as §5.4.1 compares it.
    pub(crate) fn last(&self) -> LogPosition {
        self.log.last()
    }

    /// The other members of the cluster.
    pub(crate) fn peers(&self) -> impl Iterator<Item = NodeId> + use<> {
        let others = |&voter: &NodeId| voter != self.id;
        self.config.voters.iter().copied().filter(others).collect::<Vec<_>>().into_iter()
    }
}
