//! §5.3, the leader's side: sending entries and learning what arrived.

use alloc::collections::BTreeMap;

use crate::event::Event;
use crate::message::{AppendOutcome, Body, Message};
use crate::node::{Draft, Node};
use crate::role::{Progress, Role};
use crate::step::{Effect, Timer};
use crate::types::{LogIndex, LogPosition, NodeId, Payload, Term, TimerRange};

impl Node {
    /// Takes office: lets itself be heard at once, with an entry of its own term so that entries of
    /// earlier terms can be committed (§5.4.2, §8).
    pub(crate) fn become_leader(&mut self, draft: &mut Draft) {
        let next_index = self.last().index.next();
        let progress = Progress { next_index, match_index: LogIndex::ZERO };
        self.role = Role::Leader {
            progress: self.peers().map(|peer| (peer, progress)).collect::<BTreeMap<_, _>>(),
        };
        draft.at_once.push(Effect::CancelTimer(Timer::Election));
        self.set_heartbeat_timer(draft);
        self.create_entry(Payload::NoOp, draft);
    }

    /// Adds an entry to the leader's log and sends it to everyone.
    pub(crate) fn create_entry(&mut self, payload: Payload, draft: &mut Draft) -> LogPosition {
        let no_op = payload == Payload::NoOp;
        let position = self.log.append(self.term(), payload);
        draft.log_changed_from.get_or_insert(position.index);
        draft.events.push(Event::EntryCreated { position, no_op });
        self.send_to_all(draft);
        position
    }

    /// The heartbeat timer ran out. A heartbeat is an AppendEntries like any other: if the follower
    /// lacks something, its answer says so.
    pub(crate) fn send_heartbeats(&mut self, draft: &mut Draft) {
        if self.is_leader() {
            self.set_heartbeat_timer(draft);
            self.send_to_all(draft);
        }
    }

    /// A follower answered.
    pub(crate) fn learn_outcome(
        &mut self,
        from: NodeId,
        term: Term,
        outcome: AppendOutcome,
        draft: &mut Draft,
    ) {
        if self.is_stale_reply(from, term, draft) {
            return;
        }
        let end = self.last().index;
        let Role::Leader { progress } = &mut self.role else { return };
        let Some(progress) = progress.get_mut(&from) else { return };
        match outcome {
            AppendOutcome::Matched { through } => {
                let through = through.min(end);
                if through > progress.match_index {
                    progress.match_index = through;
                    draft.events.push(Event::Matched { follower: from, index: through });
                }
                progress.next_index = progress.next_index.max(through.next());
                let more = progress.next_index <= end;
                self.advance_commit(draft);
                if more {
                    self.send_append(from, draft);
                }
            }
            // A refusal of something that the follower has acknowledged since is old news.
            AppendOutcome::Mismatched { previous, last } if previous > progress.match_index => {
                let next = previous.min(last.next()).max(progress.match_index.next());
                progress.next_index = next.min(end.next());
                draft.events.push(Event::WentBack { follower: from, next });
                self.send_append(from, draft);
            }
            AppendOutcome::Mismatched { .. } | AppendOutcome::Stale => {}
        }
    }

    fn send_to_all(&mut self, draft: &mut Draft) {
        for peer in self.peers() {
            self.send_append(peer, draft);
        }
    }

    /// Sends what a follower is thought to lack and takes for granted that it arrives; if it does
    /// not, the next heartbeat finds out. It need not wait for the leader's own disk, since the
    /// leader counts itself only when its write is durable (diss. §10.2.1).
    fn send_append(&mut self, to: NodeId, draft: &mut Draft) {
        let (term, leader_commit) = (self.term(), self.commit_index);
        let Role::Leader { progress } = &mut self.role else { return };
        let Some(progress) = progress.get_mut(&to) else { return };
        let index = progress.next_index.previous();
        let previous = LogPosition { term: self.log.term_at(index).unwrap_or_default(), index };
        let entries = self.log.entries_from(progress.next_index);
        let entries = entries[..entries.len().min(self.config.max_entries_per_message)].to_vec();
        if let Some(last) = entries.last() {
            progress.next_index = last.index.next();
        }
        let body = Body::AppendEntries { previous, entries, leader_commit };
        draft.at_once.push(Effect::Send { to, message: Message { term, body } });
    }

    fn set_heartbeat_timer(&mut self, draft: &mut Draft) {
        let after = TimerRange::exactly(self.config.heartbeat_interval);
        draft.at_once.push(Effect::SetTimer { timer: Timer::Heartbeat, after });
    }
}
