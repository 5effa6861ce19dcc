//! §5.3, the leader's side: replicating entries and handling the replies.

use crate::entry::{Entry, Payload};
use crate::event::Event;
use crate::leader::Leader;
use crate::message::{AppendOutcome, Round};
use crate::node::Node;
use crate::progress::{Progress, ProgressState};
use crate::replicator::{AppendKind, Replicator};
use crate::role::Role;
use crate::rules::Rule;
use crate::step::Timer;
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId, Term, TimerRange};

impl Node {
    /// Becomes leader: immediately sends an entry of its own term to everyone, so that entries of
    /// earlier terms can be committed (§5.4.2, §8).
    pub(crate) fn become_leader(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        let next_index = self.last().index.next();
        let followers = self.membership().members().into_iter().filter(|&node| node != self.id);
        let progress = followers.map(|node| (node, Progress::new(next_index, Round::default())));
        self.role = Role::Leader(Leader::new(progress.collect()));
        builder.cancel_timer(Timer::Election);
        self.set_heartbeat_timer(builder);
        self.set_quorum_timer(builder);
        self.begin_round(now);
        self.create_entry(Payload::NoOp, builder);
    }

    /// Appends an entry to the leader's log and sends it to every follower that is up to date.
    pub(crate) fn create_entry(
        &mut self,
        payload: Payload,
        builder: &mut StepBuilder,
    ) -> LogPosition {
        let no_op = payload == Payload::NoOp;
        let position = self.log.append(self.term(), payload);
        builder.log_changed_from.get_or_insert(position.index);
        builder.log_changed_to = None;
        builder.step.events.push(Event::EntryCreated { position, no_op });
        builder.all_due = true;
        position
    }

    /// The heartbeat timer ran out. A heartbeat is an ordinary AppendEntries: if the follower lacks
    /// entries, its reply says so.
    pub(crate) fn send_heartbeats(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        if self.is_leader() {
            self.set_heartbeat_timer(builder);
            self.give_up_on_newcomers(now, builder);
            self.confirm_reads(now, builder);
        }
    }

    /// Sends heartbeats in a new round. Answers to it prove that this node was still the leader
    /// when the round began.
    pub(crate) fn send_round(&mut self, now: LocalTime, builder: &mut StepBuilder) {
        self.begin_round(now);
        self.send_to_all(AppendKind::Heartbeat, builder);
        self.complete_rounds(now, builder);
    }

    /// A follower replied to an AppendEntries.
    pub(crate) fn handle_append_reply(
        &mut self,
        from: NodeId,
        term: Term,
        outcome: AppendOutcome,
        round: Round,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        if self.is_stale(from, term, builder) || !self.note_answer(from, round, builder) {
            return;
        }
        match outcome {
            AppendOutcome::Matched { through } => self.record_match(from, through, now, builder),
            AppendOutcome::Mismatched { previous, hint } => {
                self.back_off(from, previous, hint, round, now, builder);
            }
            AppendOutcome::Stale => {}
        }
        self.complete_rounds(now, builder);
    }

    /// Records that a follower is active and which round it answered. Returns whether the reply is
    /// about the follower's current log. A reply to a message of an older term belongs to no round
    /// of this term: the follower may have adopted a newer term after that reply and before the
    /// round began (diss. §6.4).
    pub(crate) fn note_answer(
        &mut self,
        from: NodeId,
        round: Round,
        builder: &mut StepBuilder,
    ) -> bool {
        let waived = self.config.waived;
        let (term, own_term) = (self.term(), self.term());
        let Role::Leader(leader) = &mut self.role else { return false };
        let Some(progress) = leader.progress.get_mut(from) else { return false };
        let verdict = waived.judge([
            (Rule::CurrentTerm, round > Round::default()),
            (Rule::CurrentProgress, round > progress.added_after),
        ]);
        if verdict.is_allowed() {
            progress.recently_active = true;
            progress.answered = progress.answered.max(round.min(leader.round));
        } else {
            builder.step.events.push(Event::Ignored { from, term, own_term, verdict });
        }
        verdict.is_allowed()
    }

    /// A follower's log matches the leader's up to `through`.
    pub(crate) fn record_match(
        &mut self,
        from: NodeId,
        through: LogIndex,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let end = self.last().index;
        let careless = self.config.waived.contains(Rule::CreditWhatIsAnswered);
        let Role::Leader(leader) = &mut self.role else { return };
        let Some(progress) = leader.progress.get_mut(from) else { return };
        let through = if careless {
            progress.next_index.previous() // the bug: treat the reply as one to the newest message
        } else {
            through
        };
        let through = through.min(end);
        let news = progress.matched(through);
        if progress.next_index <= end {
            builder.due.push(from);
        }
        let catching_up = news && leader.change.is_some();
        let handing_over = leader.successor == Some(from);
        if news {
            // After a majority has acknowledged an entry, further copies commit nothing.
            builder.commit_due |= through > self.commit_index;
            builder.step.events.push(Event::Matched { follower: from, index: through });
        }
        if catching_up {
            self.advance_catch_up(from, now, builder);
        }
        if handing_over {
            self.hand_over_if_ready(from, builder);
        }
    }

    /// A follower lacks the entry before a message's entries: searches for the index where the logs
    /// match (the paper's optimisation at the end of §5.3).
    fn back_off(
        &mut self,
        from: NodeId,
        previous: LogIndex,
        hint: LogPosition,
        round: Round,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        let Role::Leader(leader) = &mut self.role else { return };
        let Some(progress) = leader.progress.get_mut(from) else { return };
        // Ignores rejections that are outdated: the follower has acknowledged the entry since then,
        // or the leader has given up that guess.
        let probing = matches!(progress.state, ProgressState::Probe { .. });
        let old = previous <= progress.match_index
            || round < progress.backed_off_in
            || (probing && previous != progress.next_index.previous())
            || matches!(progress.state, ProgressState::Snapshot { .. });
        if old {
            return;
        }
        let meeting = self.log.last_up_to_term(hint.index.min(previous.previous()), hint.term);
        progress.back_off(meeting.next());
        progress.backed_off_in = leader.round.next();
        let next = progress.next_index;
        self.begin_round(now);
        builder.step.events.push(Event::WentBack { follower: from, next });
        builder.due.push(from);
    }

    /// Sends to one follower.
    pub(crate) fn send_to(&mut self, to: NodeId, kind: AppendKind, builder: &mut StepBuilder) {
        self.with_replicator(builder, |leader, replicator| {
            if let Some(progress) = leader.progress.get_mut(to) {
                replicator.send(kind, to, progress);
            }
        });
    }

    /// Sends what the inputs of this step made due.
    pub(crate) fn send_due(&mut self, builder: &mut StepBuilder) {
        let due = core::mem::take(&mut builder.due);
        if builder.all_due {
            self.send_to_all(AppendKind::Entries, builder);
        } else {
            for follower in due {
                self.send_to(follower, AppendKind::Entries, builder);
            }
        }
    }

    fn send_to_all(&mut self, kind: AppendKind, builder: &mut StepBuilder) {
        self.with_replicator(builder, |leader, replicator| {
            for (to, progress) in leader.progress.iter_mut() {
                replicator.send(kind, to, progress);
            }
        });
    }

    fn with_replicator(
        &mut self,
        builder: &mut StepBuilder,
        send: impl FnOnce(&mut Leader, &mut Replicator),
    ) {
        let term = self.term();
        let Role::Leader(leader) = &mut self.role else { return };
        let mut replicator = Replicator {
            config: &self.config,
            log: &self.log,
            snapshot: self.snapshot.as_ref(),
            term,
            leader_commit: self.commit_index,
            round: leader.round,
            builder,
            batch: None,
        };
        send(leader, &mut replicator);
        // The entries gathered for the followers are often also the ones to write.
        let Replicator { builder, batch, .. } = replicator;
        if let Some((from, entries)) = batch
            && builder.log_changed_from == Some(from)
            && entries.last().map(Entry::position) == Some(self.log.last())
        {
            builder.log_changed_to = Some(entries);
        }
    }

    fn set_heartbeat_timer(&self, builder: &mut StepBuilder) {
        builder.set_timer(Timer::Heartbeat, TimerRange::exactly(self.config.heartbeat_interval));
    }
}
