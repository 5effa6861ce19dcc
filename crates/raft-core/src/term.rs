//! §5.1: terms, and how roles end.

use crate::disk::HardState;
use crate::event::Event;
use crate::node::{Draft, Node};
use crate::role::Role;
use crate::step::{Effect, Timer};
use crate::types::{LocalTime, NodeId, Term};

impl Node {
    /// "If one server's current term is smaller than the other's, then it updates its current term
    /// to the larger value", and a leader or candidate becomes a follower.
    pub(crate) fn adopt_term(
        &mut self,
        term: Term,
        told_by: NodeId,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        draft.events.push(Event::TermAdopted { from_term: self.term(), to_term: term, told_by });
        self.become_follower(None, now, draft);
        self.hard_state = HardState { term, voted_for: None };
        draft.hard_state_changed = true;
    }

    /// Ends whatever role the node had. The vote stays: it belongs to the term, not to the role.
    pub(crate) fn become_follower(
        &mut self,
        leader: Option<NodeId>,
        now: LocalTime,
        draft: &mut Draft,
    ) {
        let was_leader = self.is_leader();
        if was_leader || matches!(self.role, Role::Candidate { .. }) {
            draft.events.push(Event::SteppedDown { was_leader, term: self.term() });
        }
        if was_leader {
            draft.at_once.push(Effect::CancelTimer(Timer::Heartbeat));
            self.reset_election_timer(now, draft);
        }
        self.role = Role::Follower { leader };
    }

    /// Starts the election timer afresh; the caller draws how long it runs (§5.2).
    pub(crate) fn reset_election_timer(&mut self, now: LocalTime, draft: &mut Draft) {
        self.election_timer_set = now;
        draft.at_once.push(Effect::SetTimer {
            timer: Timer::Election,
            after: self.config.election_timeout.clone(),
        });
    }
}
