//! What the cluster of a trial must have, or do, for a bug to show.

use raft_core::{Micros, ReadMode, RequestMode};

use super::plan::Plan;

/// What a cluster must do for a mistake to show.
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
    /// Changes of membership.
    Reconfigurations,
    /// Nodes that ask before they stand.
    PreVote,
    /// Nodes that crash.
    Crashes,
    /// Links that are cut.
    Partitions,
    /// Messages that overtake one another, or come twice.
    ReorderedMessages,
    /// Reads by leases.
    Leases,
    /// Clocks that go wrong.
    InaccurateClocks,
    /// Leaders that hand over and hear of nothing more.
    IsolatedTransfers,
    /// Reads by rounds.
    Rounds,
    /// Links that lose messages.
    Loss,
    /// Faults that follow one another quickly.
    FrequentFaults,
    /// Messages of one entry each.
    SmallMessages,
    /// Nodes that help whoever stands.
    NoCheckQuorum,
    /// Leaders that step down if nobody answers.
    CheckQuorum,
    /// Clients that ask for much, all about one thing.
    FrequentRequests,
    /// Servers that take the place of others under their names.
    Replacements,
    /// Elections at any time.
    FrequentElections,
    /// The same members all the time.
    FixedMembership,
    /// Nodes that pass on what they are asked.
    ForwardedRequests,
    /// Links that suddenly take long in one direction.
    SlowLinks,
}

impl Need {
    /// Adds to a plan what this asks for.
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
