//! A node: Figure 2's state, how a node boots, and the method that handles all inputs.

use alloc::collections::VecDeque;
use alloc::sync::Arc;

use crate::append::Append;
use crate::config::{Config, ReadMode};
use crate::disk::{DamagedDisk, Disk, HardState, LogWrite, Snapshot, Write};
use crate::durability::Durability;
use crate::entries::Entries;
use crate::event::{Event, MalformedReason};
use crate::local_clock::LocalClock;
use crate::log::Log;
use crate::membership::Memberships;
use crate::message::{Body, Message};
use crate::node_set::NodeSet;
use crate::proposal::ProposalOrigin;
use crate::quorum::Membership;
use crate::request::Requests;
use crate::role::Role;
use crate::rules::RuleSet;
use crate::snapshot::{Incoming, Received};
use crate::step::{Effect, Input, Step, Timer};
use crate::step_builder::StepBuilder;
use crate::types::{Incarnation, LocalTime, LogIndex, LogPosition, NodeId, Term};

mod queries;

/// A server of the cluster, as a value without clock, randomness or connections.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Node {
    pub(crate) id: NodeId,
    pub(crate) config: Arc<Config>,
    // Persistent state (Figure 2), and the snapshot that replaces the beginning of the log (§7).
    pub(crate) hard_state: HardState,
    pub(crate) log: Log,
    pub(crate) snapshot: Option<Arc<Snapshot>>,
    // State derived from it.
    pub(crate) memberships: Memberships,
    pub(crate) durability: Durability,
    // Volatile state (Figure 2).
    pub(crate) commit_index: LogIndex,
    pub(crate) last_applied: LogIndex,
    pub(crate) role: Role,
    /// When the election timer was last set, so that an election can report how long the node
    /// waited.
    pub(crate) election_timer_set: LocalTime,
    /// When the node last heard from a leader. A newer term does not reset it: the leader may not
    /// know that term yet and may still read under a lease that this node's answer extended.
    pub(crate) leader_heard: Option<LocalTime>,
    /// A snapshot of which some chunks have arrived (§7).
    pub(crate) incoming: Option<Incoming>,
    /// Proposals without an answer, in the order of their entries.
    pub(crate) proposals: VecDeque<(LogPosition, ProposalOrigin)>,
    /// The requests to other nodes.
    pub(crate) requests: Requests,
    clock: LocalClock,
}

impl Node {
    /// Starts a node from its disk, as a follower (§5.2). A new node has an empty disk. No server
    /// of this name may have had this incarnation before.
    ///
    /// # Errors
    /// If this protocol cannot have written the contents of the disk.
    pub fn boot(
        id: NodeId,
        incarnation: Incarnation,
        config: Arc<Config>,
        disk: Disk,
        now: LocalTime,
    ) -> Result<(Self, Step), DamagedDisk> {
        disk.check()?;
        let base = disk.base();
        let before_log = match &disk.snapshot {
            Some(snapshot) => Arc::clone(&snapshot.membership),
            None => Arc::new(config.initial.clone()),
        };
        // The node may have answered a leader just before it stopped, and that leader may still
        // have a lease.
        let leases = matches!(config.reads, ReadMode::Lease { .. });
        let may_have_answered = leases && disk.hard_state.term > Term::default();
        let log = Log::from_checked(base, &disk.entries);
        let mut node = Self {
            id,
            config,
            hard_state: disk.hard_state,
            memberships: Memberships::new(before_log, log.entries_from(LogIndex::ZERO)),
            durability: Durability::of(log.last().index),
            log,
            snapshot: disk.snapshot,
            commit_index: base.index,
            last_applied: base.index,
            role: Role::Follower { leader: None },
            election_timer_set: now,
            leader_heard: may_have_answered.then_some(now),
            incoming: None,
            proposals: VecDeque::new(),
            requests: Requests::new(incarnation),
            clock: LocalClock::new(now),
        };
        let mut step = Step::default();
        let mut builder = StepBuilder::within(&mut step);
        let HardState { term, voted_for } = node.hard_state;
        builder.step.events.push(Event::Booted { term, voted_for, last: node.log.last() });
        if let Some(snapshot) = &node.snapshot {
            builder.step.at_once.push(Effect::Restore(Arc::clone(snapshot)));
        }
        node.reset_election_timer(now, &mut builder);
        node.finish(builder);
        Ok((node, step))
    }

    /// Handles one input. `now` is the reading of this node's own clock.
    pub fn step(&mut self, input: Input, now: LocalTime) -> Step {
        let mut step = Step::default();
        self.step_into([input], now, &mut step);
        step
    }

    /// Handles several inputs and combines their results in one step, which replaces the contents
    /// of `step`: one write, one message to each follower, one acknowledgement. A busy driver
    /// should use this and keep one step for its whole life, so that its buffers are reused.
    pub fn step_into(
        &mut self,
        inputs: impl IntoIterator<Item = Input>,
        now: LocalTime,
        step: &mut Step,
    ) {
        let (now, has_fallen) = self.clock.read(now);
        if has_fallen {
            self.forget_lease();
        }
        let mut builder = StepBuilder::within(step);
        for input in inputs {
            self.handle_input(input, now, &mut builder);
        }
        if builder.commit_due {
            self.advance_commit(now, &mut builder);
        }
        self.send_due(&mut builder);
        self.finish(builder);
    }

    /// Waives exactly these rules, to show what they are for.
    pub fn waive(&mut self, rules: RuleSet) {
        if self.config.waived != rules {
            self.config = Arc::new(Config { waived: rules, ..Config::clone(&self.config) });
        }
    }

    fn handle_input(&mut self, input: Input, now: LocalTime, builder: &mut StepBuilder) {
        match input {
            Input::Deliver { from, message } => self.deliver(from, message, now, builder),
            Input::Timeout(Timer::Election) => self.start_election(now, builder),
            Input::Timeout(Timer::Heartbeat) => self.send_heartbeats(now, builder),
            Input::Timeout(Timer::Quorum) => self.check_quorum(now, builder),
            Input::Timeout(Timer::Transfer) => self.abort_transfer(builder),
            Input::Persisted(number) => {
                self.durability.persisted(number);
                builder.commit_due |= self.durability.durable_index() > self.commit_index;
                self.lead_if_elected(now, builder);
            }
            Input::Propose { proposal, command } => {
                self.propose(proposal, command, now, builder);
            }
            Input::Read(read) => self.read(read, now, builder),
            Input::Reconfigure { proposal, voters, learners } => {
                let target = Membership { voters, learners, outgoing: NodeSet::default() };
                self.reconfigure(proposal, target, now, builder);
            }
            Input::Transfer { to } => self.transfer(to, builder),
            Input::Compact { index, data } => self.compact(index, data, builder),
            Input::Configure(config) => self.configure(config, now, builder),
        }
    }

    /// Changes the configuration. Restarts a timer if its setting has changed.
    fn configure(&mut self, config: Arc<Config>, now: LocalTime, builder: &mut StepBuilder) {
        let before = core::mem::replace(&mut self.config, config);
        let timeout_changed = self.config.election_timeout != before.election_timeout;
        match (self.is_leader(), self.config.check_quorum) {
            (false, _) if timeout_changed => self.reset_election_timer(now, builder),
            (true, true) if timeout_changed || !before.check_quorum => {
                self.set_quorum_timer(builder);
            }
            (true, false) if before.check_quorum => builder.cancel_timer(Timer::Quorum),
            _ => {}
        }
    }

    fn deliver(
        &mut self,
        from: NodeId,
        message: Message,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let Message { term, body } = message;
        let reason = match term {
            _ if from == self.id => Some(MalformedReason::UnknownSender),
            Term::NEVER => Some(MalformedReason::LastTerm),
            _ => None,
        };
        if let Some(reason) = reason {
            builder.step.events.push(Event::Malformed { from, reason });
            return;
        }
        if !self.observe_term(from, term, &body, now, builder) {
            return;
        }
        match body {
            Body::PreVote { last, request } => {
                let verdict = self.decide_pre_vote(from, term, last, now, builder);
                self.answer_pre_vote(from, term, request, verdict, builder);
            }
            Body::PreVoteReply { request, granted } => {
                if self.answers_newest_poll(from, term, request, builder) {
                    self.handle_pre_vote_reply(from, granted, now, builder);
                }
            }
            Body::RequestVote { last, .. } => self.decide_vote(from, term, last, now, builder),
            Body::RequestVoteReply { election, granted } => {
                self.handle_vote_reply(from, election, granted, now, builder);
            }
            Body::AppendEntries { previous, entries, leader_commit, round } => {
                let leader = from;
                let append = Append { leader, term, previous, entries, leader_commit, round };
                self.handle_append(&append, now, builder);
            }
            Body::AppendEntriesReply { outcome, round } => {
                self.handle_append_reply(from, term, outcome, round, now, builder);
            }
            Body::InstallSnapshot(chunk) => {
                self.handle_snapshot_chunk(from, term, &chunk, now, builder);
            }
            Body::InstallSnapshotReply { last, received, done, round } => {
                let received = Received { last, bytes: received, done };
                self.handle_snapshot_reply(from, term, received, round, now, builder);
            }
            Body::TimeoutNow => self.handle_timeout_now(from, term, now, builder),
            Body::ReadIndex { request } => self.read_for(from, request, now, builder),
            Body::ReadIndexReply { request, index } => {
                self.handle_read_index_reply(from, term, request, index, builder);
            }
            Body::Forward { request, command } => {
                self.propose_for(from, term, request, command, builder);
            }
            Body::ForwardReply { request, answer } => {
                self.handle_forward_reply(from, term, request, answer, builder);
            }
        }
    }

    /// Completes a step: collects what must be written.
    fn finish(&mut self, mut builder: StepBuilder) {
        builder.push_timers();
        let StepBuilder { step, hard_state_changed, log_changed_from, .. } = builder;
        if hard_state_changed || builder.snapshot.is_some() || log_changed_from.is_some() {
            step.write = Some(Write {
                number: self.durability.issue(self.log.last().index),
                hard_state: hard_state_changed.then_some(self.hard_state),
                snapshot: builder.snapshot,
                log: log_changed_from.map(|from| self.log_write(from, builder.log_changed_to)),
            });
        }
        step.after_write.needs = self.durability.issued();
    }

    /// The new end of the log, without entries that a snapshot of the same step replaces.
    fn log_write(&self, from: LogIndex, in_one_piece: Option<Entries>) -> LogWrite {
        let begin = from.max(self.log.base().index.next());
        let entries = in_one_piece
            .filter(|_| begin == from)
            .unwrap_or_else(|| self.log.batch(begin, usize::MAX, usize::MAX));
        LogWrite { from: begin, entries }
    }
}
