//! §5.3: the messages that a leader sends to its followers.

use alloc::sync::Arc;

use crate::config::Config;
use crate::disk::Snapshot;
use crate::entries::Entries;
use crate::log::Log;
use crate::message::{Body, Round};
use crate::progress::{Progress, ProgressState};
use crate::rules::Rule;
use crate::step_builder::StepBuilder;
use crate::types::{LogIndex, LogPosition, NodeId, Term};

/// Everything that a leader needs to send to its followers, apart from their progress.
pub(crate) struct Replicator<'a, 'step> {
    pub(crate) config: &'a Config,
    pub(crate) log: &'a Log,
    pub(crate) snapshot: Option<&'a Arc<Snapshot>>,
    pub(crate) term: Term,
    pub(crate) leader_commit: LogIndex,
    pub(crate) round: Round,
    pub(crate) builder: &'a mut StepBuilder<'step>,
    /// The last batch that was gathered and its first index: up-to-date followers share it.
    pub(crate) batch: Option<(LogIndex, Entries)>,
}

/// The kinds of messages that a leader sends to a follower.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AppendKind {
    /// The entries that the follower lacks, as far as flow control allows.
    Entries,
    /// A heartbeat, which also retries messages that may be lost.
    Heartbeat,
    /// The next chunk of a snapshot.
    Chunk,
}

impl Replicator<'_, '_> {
    pub(crate) fn send(&mut self, kind: AppendKind, to: NodeId, progress: &mut Progress) {
        match kind {
            AppendKind::Entries => self.entries(to, progress),
            AppendKind::Heartbeat => self.heartbeat(to, progress),
            AppendKind::Chunk => self.chunk(to, progress),
        }
    }

    /// Sends the entries that a follower lacks, as far as flow control allows. They need not wait
    /// for the leader's own disk, since the leader counts itself only once its write is durable
    /// (diss. §10.2.1).
    fn entries(&mut self, to: NodeId, progress: &mut Progress) {
        while progress.next_index <= self.log.last().index
            && progress.may_send(self.config.max_in_flight)
        {
            let Some(previous) = self.position_before(progress.next_index) else {
                return self.begin_snapshot(to, progress);
            };
            let entries = self.batch_from(progress.next_index);
            let last = entries.last().map_or(previous.index, |entry| entry.index);
            self.append(to, previous, entries);
            progress.sent(last);
        }
    }

    /// Sends a heartbeat and retries messages that may be lost.
    fn heartbeat(&mut self, to: NodeId, progress: &mut Progress) {
        let Some(previous) = self.position_before(progress.next_index) else {
            return self.begin_snapshot(to, progress);
        };
        if self.config.waived.contains(Rule::CommitVerifiedPrefix) {
            // While the rule is waived, the previous entry of a heartbeat matters. This one claims
            // as little as possible, which would also be safe with the rule.
            return self.append(to, LogPosition::default(), Entries::default());
        }
        match &progress.state {
            ProgressState::Snapshot { .. } => self.chunk(to, progress),
            ProgressState::Replicate { .. } => self.append(to, previous, Entries::default()),
            ProgressState::Probe { .. } => {
                let entries = self.batch_from(progress.next_index);
                self.append(to, previous, entries);
            }
        }
    }

    fn append(&mut self, to: NodeId, previous: LogPosition, entries: Entries) {
        let Self { leader_commit, round, .. } = *self;
        let body = Body::AppendEntries { previous, entries, leader_commit, round };
        self.builder.send(to, self.term, body);
    }

    fn batch_from(&mut self, index: LogIndex) -> Entries {
        match &self.batch {
            Some((from, entries)) if *from == index => entries.clone(),
            _ => {
                let Config { max_entries_per_message, max_bytes_per_message, .. } = *self.config;
                let entries = self.log.batch(index, max_entries_per_message, max_bytes_per_message);
                self.batch = Some((index, entries.clone()));
                entries
            }
        }
    }

    /// The position of the entry before an index, unless a snapshot has replaced it.
    fn position_before(&self, next: LogIndex) -> Option<LogPosition> {
        let index = next.previous();
        Some(LogPosition { term: self.log.term_at(index)?, index })
    }
}
