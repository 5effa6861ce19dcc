//! Requests of administrators to nodes, and the answers.

use core::fmt;

use raft_core::{Answer, Membership, NodeSet, ProposalId};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::notation::write_members;

/// A request of an administrator to a node.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum AdminRequest {
    /// Change the members of the cluster.
    Reconfigure {
        /// The new voters.
        voters: Vec<Address>,
        /// The new learners, which receive the log and do not vote.
        #[serde(default)]
        learners: Vec<Address>,
    },
    /// Add a voter.
    Add(Address),
    /// Remove a member.
    Remove(Address),
    /// Replace one voter with another.
    Replace {
        /// The node to remove.
        node: Address,
        /// The node to add.
        by: Address,
    },
    /// Transfer the leadership to this node.
    Transfer(Address),
}

impl AdminRequest {
    /// All nodes that the request names.
    pub(crate) fn names(&self) -> Vec<Address> {
        match self {
            Self::Reconfigure { voters, learners } => {
                voters.iter().chain(learners).copied().collect()
            }
            Self::Add(node) | Self::Remove(node) | Self::Transfer(node) => vec![*node],
            Self::Replace { node, by } => vec![*node, *by],
        }
    }

    /// The voters and learners that it requests, given the present membership; `None` if it is not
    /// about the membership.
    pub(crate) fn target(&self, present: &Membership) -> Option<(NodeSet, NodeSet)> {
        let Membership { mut voters, mut learners, .. } = present.clone();
        match self {
            Self::Reconfigure { voters: wanted, learners: also } => {
                (voters, learners) = (nodes_of(wanted), nodes_of(also));
            }
            Self::Add(node) => {
                voters.extend(node.node());
                learners.retain(|learner| Some(learner) != node.node());
            }
            Self::Remove(node) => {
                voters.retain(|voter| Some(voter) != node.node());
                learners.retain(|learner| Some(learner) != node.node());
            }
            Self::Replace { node, by } => {
                voters.retain(|voter| Some(voter) != node.node());
                voters.extend(by.node());
                learners.retain(|learner| !voters.contains(&learner));
            }
            Self::Transfer(_) => return None,
        }
        Some((voters, learners))
    }
}

impl fmt::Display for AdminRequest {
    /// Writes the form that scripts use: `remove C`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reconfigure { voters, learners } => write_members(voters, learners, f),
            Self::Add(node) => write!(f, "add {node}"),
            Self::Remove(node) => write!(f, "remove {node}"),
            Self::Replace { node, by } => write!(f, "replace {node} by {by}"),
            Self::Transfer(node) => write!(f, "hand over to {node}"),
        }
    }
}

fn nodes_of(addresses: &[Address]) -> NodeSet {
    addresses.iter().copied().filter_map(Address::node).collect()
}

/// A request of an administrator, and its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Administration {
    /// The request.
    pub request: AdminRequest,
    /// The answer; `None` while the administrator waits. A leadership transfer that starts gets no
    /// answer.
    pub answer: Option<Answer>,
}

impl Administration {
    /// Whether the node refused it.
    pub fn is_refused(&self) -> bool {
        matches!(self.answer, Some(Answer::Refused(_) | Answer::NotLeader { .. }))
    }
}

/// The identifier of an administrator's request in the protocol, from its position among the
/// requests to a node. Identifiers of client proposals count from 0.
pub(crate) fn proposal_of(place: usize) -> ProposalId {
    ProposalId(u64::MAX - place as u64)
}

/// The position of an administrator's request among the requests to a node.
pub(crate) fn place_of(proposal: ProposalId) -> Option<usize> {
    usize::try_from(u64::MAX - proposal.0).ok()
}
