//! §7: log compaction, and sending a snapshot to a follower that is too far behind.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::disk::Snapshot;
use crate::entries::Entries;
use crate::event::{Event, MalformedReason};
use crate::message::{Body, Round, SnapshotChunk};
use crate::node::Node;
use crate::progress::{Progress, ProgressState};
use crate::replicator::{AppendKind, Replicator};
use crate::role::Role;
use crate::rules::{Rule, Verdict};
use crate::step::Effect;
use crate::step_builder::StepBuilder;
use crate::types::{LocalTime, LogIndex, LogPosition, NodeId, Term};

/// A snapshot of which some chunks have arrived.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Incoming {
    /// The term of the leader that sends it: another leader may have saved the same state as
    /// different bytes.
    term: Term,
    last: LogPosition,
    data: Vec<u8>,
}

/// How much of a snapshot a follower has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Received {
    /// The last index of the snapshot.
    pub(crate) last: LogIndex,
    pub(crate) bytes: u64,
    /// Whether the follower needs no more chunks.
    pub(crate) done: bool,
}

impl Node {
    /// The state machine was saved as of an applied entry: removes the log up to it.
    pub(crate) fn compact(&mut self, index: LogIndex, data: Arc<[u8]>, builder: &mut StepBuilder) {
        let Some(term) = self.log.term_at(index) else { return };
        if index > self.last_applied || index <= self.log.base().index {
            return;
        }
        let last = LogPosition { term, index };
        let membership = Arc::clone(self.memberships.as_of(index));
        self.memberships.compacted(index, Arc::clone(&membership));
        self.log.compact_to(last);
        builder.step.events.push(Event::Compacted { last });
        self.keep(Snapshot { last, membership, data }, builder);
    }

    fn keep(&mut self, snapshot: Snapshot, builder: &mut StepBuilder) {
        let snapshot = Arc::new(snapshot);
        self.snapshot = Some(Arc::clone(&snapshot));
        builder.snapshot = Some(snapshot);
    }

    /// A chunk arrived. Replies how many bytes are here, so that the leader knows what to send
    /// next.
    pub(crate) fn handle_snapshot_chunk(
        &mut self,
        from: NodeId,
        term: Term,
        chunk: &SnapshotChunk,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        if chunk.last.term > term || chunk.last.index == LogIndex::ZERO {
            builder
                .step
                .events
                .push(Event::Malformed { from, reason: MalformedReason::BrokenSnapshot });
            return;
        }
        let admitted = self.admit_leader(from, term, now, builder);
        let round = match admitted {
            Verdict::Refuse(Rule::CurrentTerm) => Round::default(),
            Verdict::Refuse(_) => return,
            Verdict::Allow | Verdict::Waive(_) => chunk.round,
        };
        let mut reply = |node: &Self, received, done| {
            let last = chunk.last.index;
            let body = Body::InstallSnapshotReply { last, received, done, round };
            builder.send_after_write(from, node.term(), body);
        };
        if !admitted.is_allowed() {
            return reply(self, 0, false);
        }
        let newer = chunk.last.index > self.commit_index;
        let verdict = self.config.waived.judge([(Rule::SnapshotNotOlder, newer)]);
        if !verdict.is_allowed() {
            return reply(self, 0, true); // the node already has what the snapshot contains
        }
        let incoming = match &mut self.incoming {
            Some(incoming) if (incoming.term, incoming.last) == (term, chunk.last) => incoming,
            other => other.insert(Incoming { term, last: chunk.last, data: Vec::new() }),
        };
        if incoming.data.len() as u64 == chunk.offset {
            incoming.data.extend_from_slice(&chunk.data);
        }
        let received = incoming.data.len() as u64;
        let end = chunk.offset.checked_add(chunk.data.len() as u64);
        let complete = chunk.done && end == Some(received);
        reply(self, received, complete);
        if complete {
            let data = self.incoming.take().map(|incoming| incoming.data).unwrap_or_default();
            let (last, membership) = (chunk.last, Arc::clone(&chunk.membership));
            self.install(Snapshot { last, membership, data: data.into() }, verdict, builder);
        }
    }

    /// Replaces the log up to the snapshot's last entry. Later entries stay if the log agrees with
    /// the snapshot; otherwise the whole log is discarded (Figure 13).
    fn install(&mut self, snapshot: Snapshot, verdict: Verdict, builder: &mut StepBuilder) {
        let Snapshot { last, ref membership, .. } = snapshot;
        let agrees = self.log.term_at(last.index) == Some(last.term);
        let waived = self.config.waived;
        let keep_suffix = if agrees {
            !waived.contains(Rule::SnapshotKeepsSuffix)
        } else {
            waived.contains(Rule::SnapshotDropsConflict) && self.log.term_at(last.index).is_some()
        };
        if keep_suffix {
            self.log.compact_to(last);
            self.memberships.compacted(last.index, Arc::clone(membership));
        } else {
            self.log.replace_by(last);
            self.memberships.replaced(Arc::clone(membership));
            self.durability.truncated(last.index.next());
            builder.log_changed_from = Some(last.index.next());
            builder.log_changed_to = Some(Entries::default());
        }
        self.durability.reached(last.index);
        builder.step.events.push(Event::SnapshotInstalled {
            last,
            kept_suffix: keep_suffix,
            verdict,
        });
        self.commit_index = last.index;
        self.last_applied = last.index;
        self.keep(snapshot, builder);
        builder.step.at_once.extend(self.snapshot.clone().map(Effect::Restore));
        self.answer_proposals(builder);
        self.answer_decided(builder);
    }

    /// A follower reported how much of a snapshot it has.
    pub(crate) fn handle_snapshot_reply(
        &mut self,
        from: NodeId,
        term: Term,
        received: Received,
        round: Round,
        now: LocalTime,
        builder: &mut StepBuilder,
    ) {
        if self.is_stale(from, term, builder) || !self.note_answer(from, round, builder) {
            return;
        }
        let Role::Leader(leader) = &mut self.role else { return };
        let Some(progress) = leader.progress.get_mut(from) else { return };
        match &mut progress.state {
            ProgressState::Snapshot { last, .. } if *last != received.last => {}
            ProgressState::Snapshot { last, .. } if received.done => {
                let last = *last;
                self.record_match(from, last, now, builder);
            }
            ProgressState::Snapshot { received: known, .. } if *known < received.bytes => {
                *known = received.bytes;
                self.send_to(from, AppendKind::Chunk, builder);
            }
            // The follower has lost its chunks, unless this report is outdated.
            ProgressState::Snapshot { received: known, .. }
                if *known > received.bytes && round >= progress.backed_off_in =>
            {
                *known = received.bytes;
                progress.backed_off_in = leader.round.next();
                self.begin_round(now);
                self.send_to(from, AppendKind::Chunk, builder);
            }
            _ => {}
        }
        self.complete_rounds(now, builder);
    }
}

impl Replicator<'_, '_> {
    /// The log no longer has the entries that the follower lacks: sends the snapshot instead.
    pub(crate) fn begin_snapshot(&mut self, to: NodeId, progress: &mut Progress) {
        let Some(snapshot) = self.snapshot else { return };
        let last = snapshot.last.index;
        match progress.state {
            ProgressState::Snapshot { last: under_way, .. } if under_way == last => {}
            _ => progress.state = ProgressState::Snapshot { last, received: 0 },
        }
        self.chunk(to, progress);
    }

    /// Sends the next chunk. If there is a newer snapshot, starts to send that one instead.
    pub(crate) fn chunk(&mut self, to: NodeId, progress: &mut Progress) {
        let ProgressState::Snapshot { last, received } = progress.state else { return };
        let Some(snapshot) = self.snapshot else { return };
        if snapshot.last.index != last {
            return self.begin_snapshot(to, progress);
        }
        let whole = &snapshot.data;
        let start = usize::try_from(received).unwrap_or(usize::MAX).min(whole.len());
        let end = start.saturating_add(self.config.snapshot_chunk.max(1)).min(whole.len());
        let chunk = SnapshotChunk {
            last: snapshot.last,
            membership: Arc::clone(&snapshot.membership),
            offset: start as u64,
            data: whole[start..end].into(),
            done: end == whole.len(),
            round: self.round,
        };
        self.builder.send(to, self.term, Body::InstallSnapshot(chunk));
    }
}
