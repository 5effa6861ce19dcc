//! What a leader knows of a follower's log, and how much it dares to send (§5.3, diss. §10.2).

use alloc::vec::Vec;

use crate::message::Round;
use crate::types::LogIndex;

/// What a leader knows of a follower's log (Figure 2: `nextIndex`, `matchIndex`).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Progress {
    /// The index to send next: a guess, corrected by the follower.
    pub next_index: LogIndex,
    /// The index up to which the follower's log is known to be the leader's.
    pub match_index: LogIndex,
    /// How the leader replicates to this follower now.
    pub state: ProgressState,
    /// Whether it answered since the leader last checked (diss. §6.2).
    pub recently_active: bool,
    /// The newest round that it answered.
    pub(crate) answered: Round,
    /// Rounds up to this one were for an earlier stay of the follower in the cluster, whose
    /// answers say nothing about its present log.
    pub(crate) added_after: Round,
    /// The round that began when the leader last backed off. The leader ignores rejections from
    /// earlier rounds: backing off for each refused message of a window, and sending a window each
    /// time, would multiply messages without end.
    pub(crate) backed_off_in: Round,
}

/// How much is sent to a follower at once (diss. §10.2.1, §10.2.2).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ProgressState {
    /// One message at a time, until the logs are known to meet somewhere.
    Probe {
        /// Whether one is on its way. A heartbeat tries again.
        waiting: bool,
    },
    /// Messages follow one another without waiting, so many at once.
    Replicate {
        /// The last index of each message that is on its way.
        in_flight: Vec<LogIndex>,
    },
    /// A snapshot is brought over, one chunk at a time.
    Snapshot {
        /// The last index that it replaces.
        last: LogIndex,
        /// How many bytes the follower has.
        received: u64,
    },
}

impl Progress {
    /// Of a follower of whose log nothing is known, except that it may be as long as this.
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

    /// The newest round of messages that it answered.
    pub fn answered(&self) -> Round {
        self.answered
    }

    /// Whether another message with entries may go out.
    pub(crate) fn may_send(&self, max_in_flight: usize) -> bool {
        match &self.state {
            ProgressState::Probe { waiting } => !waiting,
            ProgressState::Replicate { in_flight } => in_flight.len() < max_in_flight,
            ProgressState::Snapshot { .. } => false,
        }
    }

    /// Entries up to `last` were sent.
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

    /// The follower's log is the leader's up to `index`. Says whether that is news.
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

    /// The follower does not hold the entry before `next_index`: go back to `next`.
    pub(crate) fn back_off(&mut self, next: LogIndex) {
        self.next_index = next.max(self.match_index.next());
        self.state = ProgressState::Probe { waiting: false };
    }
}
