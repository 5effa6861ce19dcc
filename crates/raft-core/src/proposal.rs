//! §8: what clients ask for.

use alloc::sync::Arc;

use crate::event::Event;
use crate::node::{Draft, Node};
use crate::step::{Answer, Effect, ProposalId};
use crate::types::Payload;

impl Node {
    /// Takes a command into the leader's log; any other node names the leader it knows.
    ///
    /// The answer comes when the place of the entry is decided, which may be long after this node
    /// lost its leadership. A node that crashes never answers.
    pub(crate) fn propose(&mut self, proposal: ProposalId, command: Arc<[u8]>, draft: &mut Draft) {
        if self.is_leader() {
            let position = self.create_entry(Payload::Command(command), draft);
            self.proposals.insert((position.index, position.term), proposal);
        } else {
            let hint = self.leader();
            draft.events.push(Event::Redirected { hint });
            draft.at_once.push(Effect::Reply { proposal, answer: Answer::NotLeader { hint } });
        }
    }
}
