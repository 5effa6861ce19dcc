//! What Raft promises, in one sentence each.

use raft_sim::Property;

/// What a property means, and the section of the paper that promises it, or of the dissertation.
pub(crate) const fn promise(property: Property) -> &'static str {
    match property {
        Property::ElectionSafety => "No term has two leaders (§5.2).",
        Property::LeaderAppendOnly => {
            "A leader adds to its own log, and changes nothing in it (§5.3)."
        }
        Property::LogMatching => "Two logs with the same entry agree up to that entry (§5.3).",
        Property::LeaderCompleteness => {
            "Whatever was committed is in the log of every later leader (§5.4)."
        }
        Property::StateMachineSafety => {
            "What one node applies at an index, no node applies differently (§5.4.3)."
        }
        Property::DurableQuorum => "What is committed lies on the disks of a majority (§5.3).",
        Property::QuorumsMeet => "Somebody who elects a leader holds what was committed (§6).",
        Property::AppliedInOrder => {
            "A node applies one entry after another, and never goes back (§5.3)."
        }
        Property::Linearizability => {
            "To its clients the cluster looks like one server without faults (§8)."
        }
        Property::ExactlyOnce => "However often a request is sent, it is carried out once (§8).",
        Property::StableLeadership => "With pre-vote, a leader that is heard stays (diss. §9.6).",
        Property::Liveness => "While a majority can talk, what is sent gets committed (§5.6).",
    }
}
