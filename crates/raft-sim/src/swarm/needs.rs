//! What the cluster of a trial must have for a bug to show.

use raft_core::{Micros, ReadMode, RequestMode};

use super::plan::Plan;

/// A requirement of a bug.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Need {
    /// An even number of nodes.
    EvenNodes,
    /// More than two nodes.
    AtLeastThreeNodes,
    /// No more nodes than three: then one of them decides.
    ExactlyThreeNodes,
    /// Nodes that can join.
    Spares,
    /// Snapshots of short logs.
    Snapshots,
    /// Membership changes.
    Reconfigurations,
    /// Pre-votes.
    PreVote,
    /// Nodes that crash.
    Crashes,
    /// Links that are cut.
    Partitions,
    /// Messages that arrive out of order or twice.
    ReorderedMessages,
    /// Reads under leases.
    Leases,
    /// Clocks with wrong rates.
    InaccurateClocks,
    /// Leaders that are isolated from other nodes during a leadership transfer.
    IsolatedTransfers,
    /// Reads with heartbeat rounds.
    Rounds,
    /// Links that lose messages.
    Loss,
    /// Short intervals between faults.
    FrequentFaults,
    /// Messages of one entry each.
    SmallMessages,
    /// Nodes that vote against a leader that they hear.
    NoCheckQuorum,
    /// Leaders that step down without a quorum.
    CheckQuorum,
    /// Clients that send many operations on one key.
    FrequentRequests,
    /// Servers that replace others under the same name.
    Replacements,
    /// Elections at any time.
    FrequentElections,
    /// A constant membership.
    FixedMembership,
    /// Nodes that forward requests.
    ForwardedRequests,
    /// Links that become slow in one direction.
    SlowLinks,
}

impl Need {
    /// Changes a plan to meet this requirement.
    pub(super) fn provide(self, plan: &mut Plan) {
        let Plan { scenario, faults, .. } = plan;
        match self {
            Self::EvenNodes => scenario.nodes = scenario.nodes.div_ceil(2) * 2,
            Self::AtLeastThreeNodes => scenario.nodes = scenario.nodes.max(3),
            Self::ExactlyThreeNodes => scenario.nodes = 3,
            Self::Spares => scenario.spares = scenario.spares.max(2),
            Self::Snapshots => {
                scenario.compact_after = scenario.compact_after.or(Some(5));
                faults.snapshots = true;
            }
            Self::Reconfigurations => faults.reconfigurations = true,
            Self::PreVote => scenario.pre_vote = true,
            Self::Crashes => faults.crashes = true,
            Self::Partitions => faults.partitions = true,
            Self::ReorderedMessages => {
                let network = &mut scenario.network;
                network.duplicate_permille = network.duplicate_permille.max(50);
                network.reorder_permille = network.reorder_permille.max(50);
            }
            Self::Leases => scenario.reads = ReadMode::Lease { drift_permille: 100 },
            Self::InaccurateClocks => faults.clocks = true,
            Self::Rounds => scenario.reads = ReadMode::Round,
            Self::FrequentFaults => plan.fault_interval = Micros(plan.fault_interval.0 / 10),
            Self::SmallMessages => scenario.max_entries_per_message = 1,
            Self::NoCheckQuorum => {
                scenario.reads = ReadMode::Round;
                scenario.check_quorum = false;
                scenario.pre_vote = false;
                faults.reconfigurations = false;
            }
            Self::CheckQuorum => scenario.check_quorum = true,
            Self::IsolatedTransfers => faults.isolated_transfers = true,
            Self::FrequentRequests => {
                plan.request_interval = Micros::from_millis(20);
                plan.keys = 1;
                scenario.clients = 3;
            }
            Self::Replacements => faults.replacements = true,
            Self::FrequentElections => faults.timeouts = true,
            Self::ForwardedRequests => scenario.requests = RequestMode::Forward,
            Self::SlowLinks => faults.slow_links = true,
            Self::FixedMembership => faults.reconfigurations = false,
            Self::Loss => {
                let network = &mut scenario.network;
                network.loss_permille = network.loss_permille.max(50);
            }
        }
    }
}
