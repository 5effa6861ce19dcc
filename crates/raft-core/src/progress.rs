//! A leader's knowledge of a follower's log, and its flow control (§5.3, diss. §10.2).

use alloc::vec::Vec;

use crate::message::Round;
use crate::types::LogIndex;

/// A leader's knowledge of a follower's log (Figure 2: `nextIndex`, `matchIndex`).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Progress {
    /// The next index to send: a guess, which the follower corrects.
    pub next_index: LogIndex,
    /// The index up to which the follower's log is known to match the leader's.
    pub match_index: LogIndex,
    /// How the leader replicates to this follower at the moment.
    pub state: ProgressState,
    /// Whether the follower answered since the leader last checked (diss. §6.2).
    pub recently_active: bool,
    /// The newest round that the follower answered.
    pub(crate) answered: Round,
    /// The last round before the follower was added to the cluster. If it was a member earlier,
    /// answers to rounds up to this one say nothing about its current log.
    pub(crate) added_after: Round,
    /// The round that began when the leader last backed off. The leader ignores rejections from
    /// earlier rounds. If it backed off for each rejected message of a window and sent a window
    /// each time, messages would multiply without end.
    pub(crate) backed_off_in: Round,
}

/// How much the leader sends to a follower at once (diss. §10.2.1, §10.2.2).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ProgressState {
    /// One message at a time, until the leader knows where the logs match.
    Probe {
        /// Whether a message is in flight. A heartbeat retries it.
        waiting: bool,
    },
    /// Several messages at once, without waiting for answers.
    Replicate {
        /// The last index of each message in flight.
        in_flight: Vec<LogIndex>,
    },
    /// A snapshot, one chunk at a time.
    Snapshot {
        /// The last index of the snapshot.
        last: LogIndex,
        /// How many bytes the follower has.
        received: u64,
    },
}

impl Progress {
    /// The progress of a follower whose log is unknown.
    pub(crate) fn new(next_index: LogIndex, added_after: Round) -> Self {
        Self {
            next_index,
            match_index: LogIndex::ZERO,
            state: ProgressState::Probe { waiting: false },
            recently_active: true,
            answered: added_after,
            added_after,
            backed_off_in: added_after,
        }
    }

    /// The newest round that the follower answered.
    pub fn answered(&self) -> Round {
        self.answered
    }

    /// Whether another message with entries may be sent.
    pub(crate) fn may_send(&self, max_in_flight: usize) -> bool {
        match &self.state {
            ProgressState::Probe { waiting } => !waiting,
            ProgressState::Replicate { in_flight } => in_flight.len() < max_in_flight,
            ProgressState::Snapshot { .. } => false,
        }
    }

    /// The leader sent entries up to `last`.
    pub(crate) fn sent(&mut self, last: LogIndex) {
        match &mut self.state {
            ProgressState::Probe { waiting } => *waiting = true,
            ProgressState::Replicate { in_flight } => {
                in_flight.push(last);
                self.next_index = last.next();
            }
            ProgressState::Snapshot { .. } => {}
        }
    }

    /// The follower's log matches the leader's up to `index`. Returns whether the leader learnt
    /// that from this answer.
    pub(crate) fn matched(&mut self, index: LogIndex) -> bool {
        let news = index > self.match_index;
        self.match_index = self.match_index.max(index);
        self.next_index = self.next_index.max(index.next());
        match &mut self.state {
            ProgressState::Replicate { in_flight } => {
                let arrived = in_flight.iter().take_while(|last| **last <= index).count();
                in_flight.drain(..arrived);
            }
            ProgressState::Probe { .. } => {
                self.state = ProgressState::Replicate { in_flight: Vec::new() }
            }
            ProgressState::Snapshot { last, .. } if index >= *last => {
                self.state = ProgressState::Replicate { in_flight: Vec::new() };
            }
            ProgressState::Snapshot { .. } => {}
        }
        news
    }

    /// The follower lacks the entry before `next_index`: continues at `next`.
    pub(crate) fn back_off(&mut self, next: LogIndex) {
        self.next_index = next.max(self.match_index.next());
        self.state = ProgressState::Probe { waiting: false };
    }
}
