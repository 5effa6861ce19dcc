//! What an administrator asks of the leader.

use raft_core::{Input, Membership, NodeId, NodeSet, ProposalId};

use crate::address::Address;
use crate::command::Command;
use crate::simulation::Simulation;

/// The name of what an administrator proposes; clients' proposals count from 0.
const ADMINISTRATOR: ProposalId = ProposalId(u64::MAX);

impl Simulation {
    /// What an administrator asks of the leader, if there is one.
    pub(super) fn administer(&mut self, command: &Command, cause: u64) {
        let Some(leader) = self.leader() else { return };
        let Some(process) = &self.host(leader).process else { return };
        let Membership { mut voters, mut learners, .. } = process.node.membership().clone();
        let input = match command {
            Command::Transfer(to) => to.node().map(|to| Input::Transfer { to }),
            Command::Reconfigure { voters: wanted, learners: also } => {
                (voters, learners) = (nodes_of(wanted), nodes_of(also));
                None
            }
            Command::Add(node) => {
                voters.extend(node.node());
                learners.retain(|learner| Some(learner) != node.node());
                None
            }
            Command::Remove(node) => {
                voters.retain(|voter| Some(voter) != node.node());
                learners.retain(|learner| Some(learner) != node.node());
                None
            }
            Command::Replace { node, by } => {
                voters.retain(|voter| Some(voter) != node.node());
                voters.extend(by.node());
                learners.retain(|learner| !voters.contains(&learner));
                None
            }
            _ => return,
        };
        let proposal = ADMINISTRATOR;
        let input = input.unwrap_or(Input::Reconfigure { proposal, voters, learners });
        self.feed_unless_paused(leader, input, cause);
    }

    /// Who is held up does not even hear an administrator.
    fn feed_unless_paused(&mut self, node: NodeId, input: Input, cause: u64) {
        if self.host(node).process.as_ref().is_some_and(|process| !process.is_paused()) {
            self.feed(node, input, cause);
        }
    }
}

fn nodes_of(addresses: &[Address]) -> NodeSet {
    addresses.iter().copied().filter_map(Address::node).collect()
}
