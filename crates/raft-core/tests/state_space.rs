//! Every run of a small cluster: each order of messages, each loss, each duplication, and a crash
//! before, during and after every write, within bounds. The properties of Figure 3 hold in every
//! state. With a rule waived, the same search finds the run that violates its property.
//!
//! `cargo test -p raft-core --test state_space -- --nocapture` prints the number of states.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
#![allow(clippy::print_stdout, reason = "how many states there are is what one wants to see")]

#[path = "state_space/world.rs"]
mod world;

use std::sync::Arc;
use std::time::Instant;

use raft_core::{
    Body, Config, Disk, Entry, HardState, Log, LogIndex, NodeId, Payload, QuorumSize, Rule, Term,
};
use stateright::{Checker, HasDiscoveries, Model, Property};
use world::{Action, Bounds, History, World};

impl Model for Bounds {
    type State = World;
    type Action = Action;

    fn init_states(&self) -> Vec<World> {
        vec![World::new(self)]
    }

    fn actions(&self, world: &World, actions: &mut Vec<Action>) {
        if !self.ends_when_broken || nothing_is_broken(world) {
            world.actions(self, actions);
        }
    }

    fn next_state(&self, world: &World, action: Action) -> Option<World> {
        let mut world = world.clone();
        world.act(action, self);
        Some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("Election Safety", |_, world: &World| {
                !world.history.two_leaders_in_a_term
            }),
            Property::always("Leader Append-Only", |_, world: &World| {
                !world.history.a_leader_lost_entries
            }),
            Property::always("Log Matching", |_, world| logs_match(world)),
            Property::always("Leader Completeness", |_, world| leaders_are_complete(world)),
            Property::always("State Machine Safety", |_, world: &World| {
                !world.history.two_entries_at_an_index
            }),
            Property::sometimes(TWO_LEADERS_COMMIT, |_, world| two_leaders_commit(world)),
            Property::sometimes(A_LOG_IS_REPAIRED, |_, world| a_log_is_repaired(world)),
        ]
    }
}

const FIGURE_3: [&str; 5] = [
    "Election Safety",
    "Leader Append-Only",
    "Log Matching",
    "Leader Completeness",
    "State Machine Safety",
];
const TWO_LEADERS_COMMIT: &str = "two leaders commit, one after the other";
const A_LOG_IS_REPAIRED: &str = "a follower replaces entries on its disk";

fn nothing_is_broken(world: &World) -> bool {
    let History { two_leaders_in_a_term, a_leader_lost_entries, .. } = world.history;
    let is_broken =
        two_leaders_in_a_term || a_leader_lost_entries || world.history.two_entries_at_an_index;
    !is_broken && logs_match(world) && leaders_are_complete(world)
}

/// If two logs have an entry with the same index and term, they are equal up to that entry.
fn logs_match(world: &World) -> bool {
    let match_each_other = |one: &Log, other: &Log| {
        let mut index = one.last().index.min(other.last().index);
        while one.term_at(index) != other.term_at(index) {
            index = index.previous();
        }
        let of = |log: &Log, index| log.entry(index).cloned();
        (1..=index.0).map(LogIndex).all(|index| of(one, index) == of(other, index))
    };
    let logs: Vec<_> = world.servers.iter().map(|server| server.node.log()).collect();
    logs.iter().all(|one| logs.iter().all(|other| match_each_other(one, other)))
}

/// The leader of a later term has every entry that was committed before.
fn leaders_are_complete(world: &World) -> bool {
    let leaders = world.servers.iter().map(|server| &server.node).filter(|node| node.is_leader());
    leaders.into_iter().all(|leader| {
        let committed = world.history.applied.iter().filter(|applied| applied.by_leader);
        let mut earlier = committed.filter(|applied| applied.in_term < leader.term());
        earlier.all(|applied| leader.log().entry(applied.entry.index) == Some(&applied.entry))
    })
}

fn two_leaders_commit(world: &World) -> bool {
    let applied = &world.history.applied;
    applied.windows(2).any(|two| two[0].by != two[1].by)
}

fn a_log_is_repaired(world: &World) -> bool {
    world.servers.iter().any(|server| {
        let (node, disk) = (server.node.log().last(), server.disk.last());
        node.index <= disk.index && node.term > disk.term
    })
}

/// Three new nodes.
fn fresh() -> Bounds {
    Bounds {
        config: Arc::new(Config { max_in_flight: 1, ..Config::new((0..3).map(NodeId)) }),
        disks: vec![Disk::default(); 3],
        terms: 2,
        elections: 2,
        heartbeats: 0,
        proposals: 0,
        crashes: 0,
        leaves_early: |_| false,
        ends_when_broken: false,
    }
}

/// Figure 8 (b) with three nodes: the leaders of terms 1 and 2 have each written an entry that no
/// other node has. Messages carry one entry each, so that an old one can be replicated alone.
fn figure_8() -> Bounds {
    let config = Config::new((0..3).map(NodeId));
    let disk = |terms: &[u64]| {
        let entry = |(index, &term)| Entry {
            term: Term(term),
            index: LogIndex(index),
            payload: Payload::NoOp,
        };
        let hard_state = HardState { term: Term(2), voted_for: None };
        Disk { hard_state, entries: (1..).zip(terms).map(entry).collect(), ..Disk::default() }
    };
    Bounds {
        config: Arc::new(Config { max_in_flight: 1, max_entries_per_message: 1, ..config }),
        disks: vec![disk(&[1]), disk(&[]), disk(&[2])],
        terms: 4,
        ..fresh()
    }
}

/// Checks every state. The approximate number of states is known, so that the search cannot shrink
/// unnoticed. The number varies slightly, since of equivalent states the first one found stands for
/// all. The bounds are wide enough for these states to occur.
fn holds_everywhere(bounds: Bounds, states: usize, reached: &[&'static str]) {
    let began = Instant::now();
    let checker = bounds.checker().threads(2).spawn_bfs().join();
    let (found, depth) = (checker.unique_state_count(), checker.max_depth());
    println!("{found} states, {depth} steps deep at most, in {:?}", began.elapsed());
    for (property, path) in checker.discoveries() {
        assert!(reached.contains(&property), "{property}: {:#?}", path.into_actions());
    }
    for property in reached {
        checker.assert_any_discovery(property);
    }
    assert!(found >= states, "{found} states; there should be {states} at least");
}

#[test]
fn figure_3_holds_in_every_run_of_two_terms_and_a_command() {
    let bounds = Bounds { proposals: 1, heartbeats: 1, crashes: 1, ..fresh() };
    holds_everywhere(bounds, 790_000, &[TWO_LEADERS_COMMIT, A_LOG_IS_REPAIRED]);
}

#[test]
fn figure_3_holds_in_every_run_with_a_split_vote() {
    let bounds = Bounds { elections: 3, heartbeats: 1, crashes: 1, ..fresh() };
    holds_everywhere(bounds, 127_000, &[TWO_LEADERS_COMMIT, A_LOG_IS_REPAIRED]);
}

#[test]
fn figure_3_holds_in_every_run_with_two_crashes() {
    let bounds = Bounds { crashes: 2, ..fresh() };
    holds_everywhere(bounds, 55_000, &[TWO_LEADERS_COMMIT, A_LOG_IS_REPAIRED]);
}

#[test]
fn figure_3_holds_in_every_continuation_of_figure_8() {
    let bounds = Bounds { crashes: 1, ..figure_8() };
    holds_everywhere(bounds, 89_000, &[TWO_LEADERS_COMMIT, A_LOG_IS_REPAIRED]);
}

fn without<const N: usize>(rules: [Rule; N], bounds: Bounds) -> Bounds {
    let waived = rules.into_iter().collect();
    Bounds { config: Arc::new(Config { waived, ..(*bounds.config).clone() }), ..bounds }
}

/// Every run ends at its first violation, which must be of this property.
fn breaks(property: &'static str, bounds: Bounds) {
    let bounds = Bounds { ends_when_broken: true, ..bounds };
    assert_eq!(search_for(property, bounds), [property]);
}

/// Searches for a violation of this property and returns all properties violated until then.
fn search_for(property: &'static str, bounds: Bounds) -> Vec<&'static str> {
    let began = Instant::now();
    let enough = HasDiscoveries::AnyOf([property].into());
    let checker = bounds.checker().finish_when(enough).spawn_bfs().join();
    checker.assert_any_discovery(property);
    let broken = checker.discoveries().into_keys().filter(|name| FIGURE_3.contains(name)).collect();
    let states = checker.unique_state_count();
    println!("{property}: {states} states in {:?}; {broken:?}", began.elapsed());
    broken
}

#[test]
fn voting_twice_in_a_term_elects_two_leaders() {
    breaks("Election Safety", without([Rule::OneVotePerTerm], fresh()));
}

#[test]
fn counting_refused_votes_elects_two_leaders() {
    breaks("Election Safety", without([Rule::CountGrantedVotes], fresh()));
}

#[test]
fn counting_votes_of_older_terms_elects_two_leaders() {
    breaks("Election Safety", without([Rule::CurrentTerm], Bounds { elections: 3, ..fresh() }));
}

#[test]
fn votes_sent_before_they_are_durable_elect_two_leaders() {
    let leaves_early = |body: &Body| matches!(body, Body::RequestVoteReply { .. });
    breaks("Election Safety", Bounds { crashes: 1, leaves_early, ..fresh() });
}

/// A candidate counts its own vote only once it is durable. That alone is enough: its requests need
/// not wait.
#[test]
fn figure_3_holds_even_if_vote_requests_are_sent_before_they_are_durable() {
    let leaves_early = |body: &Body| matches!(body, Body::RequestVote { .. });
    let bounds = Bounds { crashes: 1, leaves_early, ..fresh() };
    holds_everywhere(bounds, 12_000, &[TWO_LEADERS_COMMIT, A_LOG_IS_REPAIRED]);
}

#[test]
fn acknowledgements_sent_before_they_are_durable_lose_committed_entries() {
    let leaves_early = |body: &Body| matches!(body, Body::AppendEntriesReply { .. });
    breaks("Leader Completeness", Bounds { crashes: 1, leaves_early, ..fresh() });
}

#[test]
fn a_quorum_of_half_the_voters_elects_two_leaders() {
    let config = Config { quorum: QuorumSize::Half, ..Config::new((0..2).map(NodeId)) };
    let disks = vec![Disk::default(); 2];
    breaks("Election Safety", Bounds { config: Arc::new(config), disks, terms: 1, ..fresh() });
}

#[test]
fn a_candidate_with_an_outdated_log_becomes_a_leader_without_committed_entries() {
    breaks("Leader Completeness", without([Rule::UpToDateLog], fresh()));
}

#[test]
fn committing_old_entries_by_counting_loses_committed_entries() {
    breaks("Leader Completeness", without([Rule::CommitOwnTerm], figure_8()));
}

#[test]
fn truncating_on_stale_messages_loses_committed_entries() {
    let bounds = Bounds { proposals: 1, ..fresh() };
    breaks("Leader Completeness", without([Rule::TruncateOnlyConflicts], bounds));
}

#[test]
fn a_leader_that_accepts_entries_of_a_second_leader_loses_its_own() {
    let Bounds { config, mut disks, .. } = figure_8();
    disks.remove(1);
    let initial = Config::new((0..2).map(NodeId)).initial;
    let config = Config { initial, quorum: QuorumSize::Half, ..(*config).clone() };
    let bounds = Bounds { config: Arc::new(config), disks, terms: 3, ..fresh() };
    let rules = [Rule::OneLeaderPerTerm, Rule::KeepCommitted];
    let broken = search_for("Leader Append-Only", without(rules, bounds));
    assert!(broken.contains(&"Election Safety"), "or it would have nobody to take them from");
}

#[test]
fn skipping_the_consistency_check_breaks_log_matching() {
    breaks("Log Matching", without([Rule::ConsistencyCheck], figure_8()));
}

#[test]
fn keeping_conflicting_entries_breaks_log_matching() {
    let bounds = Bounds { config: fresh().config, ..figure_8() };
    breaks("Log Matching", without([Rule::TruncateConflicts], bounds));
}

#[test]
fn applying_uncommitted_entries_makes_state_machines_differ() {
    breaks("State Machine Safety", without([Rule::ApplyCommitted], figure_8()));
}
