//! §6: quorum arithmetic against its definition, for every small case.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_core::{Membership, NodeId, NodeSet, QuorumSize};

const SIZES: [QuorumSize; 2] = [QuorumSize::Majority, QuorumSize::Half];

/// The nodes whose bits are set.
fn set(bits: u16) -> NodeSet {
    (0..16).filter(|bit| bits >> bit & 1 == 1).map(NodeId).collect()
}

fn holds(bits: u16, node: NodeId) -> bool {
    bits >> node.0 & 1 == 1
}

/// By definition: so many that any two such groups have a member in common; with
/// [`QuorumSize::Half`], so many that the others are no more.
fn is_enough(size: QuorumSize, agree: u32, of: u32) -> bool {
    match size {
        QuorumSize::Majority => 2 * agree > of,
        QuorumSize::Half => 2 * agree >= of,
    }
}

/// By definition: enough of the voters, and enough of the outgoing ones if there are any. Without
/// voters there is no quorum.
fn decides(size: QuorumSize, voters: u16, outgoing: u16, agree: u16) -> bool {
    let enough = |side: u16| is_enough(size, (side & agree).count_ones(), side.count_ones());
    voters != 0 && enough(voters) && (outgoing == 0 || enough(outgoing))
}

fn membership(voters: u16, outgoing: u16) -> Membership {
    Membership { voters: set(voters), outgoing: set(outgoing), learners: NodeSet::default() }
}

/// Every membership whose voters and outgoing voters are among five nodes each, from equal sets to
/// disjoint ones.
fn memberships() -> impl Iterator<Item = (u16, u16)> {
    let overlaps = 0..=5_u16;
    overlaps.flat_map(|shift| {
        (0..32).flat_map(move |voters: u16| (0..32).map(move |other: u16| (voters, other << shift)))
    })
}

#[test]
fn a_joint_quorum_needs_a_quorum_on_both_sides() {
    for (voters, outgoing) in memberships() {
        let membership = membership(voters, outgoing);
        for agree in 0..1 << 10 {
            for size in SIZES {
                assert_eq!(
                    membership.is_quorum(size, |node| holds(agree, node)),
                    decides(size, voters, outgoing, agree),
                    "{agree:b} of {voters:b} and {outgoing:b}, {size:?}"
                );
            }
        }
    }
}

#[test]
fn quorums_of_consecutive_memberships_overlap() {
    // This is why a change goes old → joint → new (§6).
    for (new, old) in memberships().filter(|(new, old)| *new != 0 && *old != 0) {
        let (both, everyone) = (new | old, 0..1 << 10_u16);
        let groups = |of: Membership| {
            let is_quorum =
                move |group: &u16| of.is_quorum(QuorumSize::Majority, |node| holds(*group, node));
            everyone.clone().filter(|group| group & !both == 0).filter(is_quorum)
        };
        let joint: Vec<_> = smallest(groups(membership(new, old)));
        for alone in [membership(new, 0), membership(old, 0), membership(new, old)] {
            for group in smallest(groups(alone)) {
                assert!(joint.iter().all(|other| other & group != 0), "{old:b} to {new:b}");
            }
        }
    }
}

/// The groups that contain no other one.
fn smallest(groups: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut smallest: Vec<u16> = Vec::new();
    for group in groups {
        if !smallest.iter().any(|other| other & group == *other) {
            smallest.push(group);
        }
    }
    smallest
}

#[test]
fn half_of_an_even_number_is_no_quorum() {
    let four = membership(0b1111, 0);
    let two = |node| holds(0b0011, node);
    assert!(!four.is_quorum(QuorumSize::Majority, two));
    assert!(four.is_quorum(QuorumSize::Half, two), "the mistake: another two may decide, too");
}

#[test]
fn the_point_reached_by_a_quorum_is_the_highest_with_a_quorum() {
    // The point of each node as digits in base three: every case of three points and five nodes.
    const POINTS: u16 = 3;
    let reached = |places: u16, node: NodeId| places / POINTS.pow(node.0 % 5) % POINTS;
    for (voters, outgoing) in memberships() {
        let membership = membership(voters, outgoing);
        for places in 0..POINTS.pow(5) {
            for size in SIZES {
                let by_definition = (0..POINTS).rev().find(|&point| {
                    membership.is_quorum(size, |node| reached(places, node) >= point)
                });
                assert_eq!(
                    membership.reached_by_quorum(size, |node| reached(places, node)),
                    by_definition.unwrap_or_default(),
                    "{places} of {voters:b} and {outgoing:b}, {size:?}"
                );
            }
        }
    }
}

#[test]
fn members_are_counted_once_each() {
    for (voters, outgoing) in memberships() {
        let membership = membership(voters, outgoing);
        let both = voters | outgoing;
        assert_eq!(membership.members(), set(both));
        for agree in [0, 0b11, 0b10101, 0b11_1111_1111_u16] {
            let count = membership.count(|node| holds(agree, node));
            assert_eq!(count, (both & agree).count_ones() as usize);
        }
        assert!((0..16).map(NodeId).all(|node| membership.is_voter(node) == holds(both, node)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(2014),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn large_clusters_follow_the_same_rule(
        reached in prop::collection::vec(0..50_u64, 1..60),
        outgoing in prop::collection::vec(0..60_u32, 0..40),
    ) {
        let voters = 0..u32::try_from(reached.len()).unwrap();
        let membership = Membership {
            voters: voters.map(NodeId).collect(),
            outgoing: outgoing.into_iter().map(NodeId).collect(),
            learners: NodeSet::default(),
        };
        let place = |node: NodeId| reached.get(node.0 as usize).copied().unwrap_or_default();
        for size in SIZES {
            let found = membership.reached_by_quorum(size, place);
            prop_assert!(membership.is_quorum(size, |node| place(node) >= found));
            prop_assert!(!membership.is_quorum(size, |node| place(node) > found));
        }
    }
}
