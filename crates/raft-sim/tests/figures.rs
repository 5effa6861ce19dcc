//! The stories of the paper's figures, and the rules that they illustrate.

mod story;

use raft_sim::raft_core::{LogIndex, NodeId, Rule, RuleSet, Term};
use raft_sim::{InjectedBugs, Property, Scenario, Violation};
use story::{Script, clockwork, terms, violated};

/// Figure 8 up to (c), with A for S1 and E for S5. In addition to the figure's entries, each term
/// starts with a no-op: index 1 is A's, and E's entry at index 2 is its no-op.
fn figure_8_until_c() -> Script {
    Script::default()
        .time_out(1, "A")
        // (a) A leads term 1; its entry 2 reaches only B.
        .partition(100, &["A"], &["C", "D", "E"])
        .send(100, "x=1", Some("A"))
        .crash(150, "A")
        // (b) E leads term 2 with the votes of C and D; its entry 2 reaches no other node.
        .time_out(150, "E")
        .cut(165, "E", &["B", "C", "D"])
        .crash(200, "E")
        .heal(200)
        .restart(200, "A")
        // (c) A leads term 3 and replicates entry 2, of term 1, to C and D, but not entry 3.
        .partition(200, &["A"], &["B"])
        .time_out(200, "A")
        .time_out(230, "A")
        .cut(295, "A", &["C", "D"])
}

/// (d) A crashes, and B, C and D elect E.
fn figure_8_d() -> Script {
    figure_8_until_c()
        .crash(310, "A")
        .heal(310)
        .restart(310, "E")
        .time_out(310, "E")
        .time_out(340, "E")
}

fn without(rule: Rule) -> Scenario {
    Scenario { waived: RuleSet::EMPTY.with(rule), ..clockwork() }
}

#[test]
fn figure_8_c_does_not_commit_an_older_entry_on_a_majority() {
    let simulation = figure_8_until_c().play(clockwork(), 0, 305);
    for (node, log) in
        [("A", &[1, 1, 3][..]), ("B", &[1, 1]), ("C", &[1, 1]), ("D", &[1, 1]), ("E", &[1, 2])]
    {
        assert_eq!(terms(&simulation, node), log, "log of {node}");
    }
    let leader = &simulation.host(NodeId(0)).process.as_ref().unwrap().node;
    assert_eq!(leader.progress(NodeId(2)).unwrap().match_index, LogIndex(2));
    assert_eq!(leader.progress(NodeId(3)).unwrap().match_index, LogIndex(2));
    assert_eq!(leader.commit_index(), LogIndex(0), "A has restarted, and commits nothing");
}

#[test]
fn figure_8_d_overwrites_that_entry_without_a_violation() {
    let simulation = figure_8_d().restart(500, "A").play(clockwork(), 0, 1000);
    for node in ["A", "B", "C", "D", "E"] {
        assert_eq!(terms(&simulation, node), [1, 2, 4], "log of {node}");
    }
    assert_eq!(simulation.violations(), []);
}

#[test]
fn figure_8_e_commits_both_entries_with_one_of_the_current_term() {
    // The links work again before A crashes, so its entry 3 reaches C and D.
    let simulation = figure_8_until_c()
        .heal(305)
        .crash(400, "A")
        .restart(400, "E")
        .time_out(400, "E")
        .time_out(430, "E")
        .time_out(460, "E")
        .time_out(490, "C")
        .restart(700, "A")
        .play(clockwork(), 0, 1000);
    for node in ["A", "B", "C", "D", "E"] {
        assert_eq!(terms(&simulation, node)[..3], [1, 1, 3], "log of {node}");
    }
    assert_eq!(simulation.violations(), []);
}

#[test]
fn figure_8_without_the_own_term_rule_violates_leader_completeness() {
    let simulation = figure_8_d().play(without(Rule::CommitOwnTerm), 0, 1000);
    let Some(Violation::LeaderCompleteness { committed, committed_in, leader, leads }) =
        simulation.violations().first().cloned()
    else {
        panic!("{:?}", simulation.violations());
    };
    assert_eq!((committed.term, committed.index), (Term(1), LogIndex(2)));
    assert_eq!(committed_in, Term(3));
    assert_eq!((leader, leads), (NodeId(4), Term(4)));
}

#[test]
fn figure_8_without_that_rule_makes_two_state_machines_diverge() {
    let waived = [Rule::CommitOwnTerm, Rule::KeepCommitted].into_iter().collect();
    let scenario = Scenario { waived, ..clockwork() };
    let simulation = figure_8_d().restart(500, "A").play(scenario, 0, 1000);
    assert!(violated(&simulation).contains(&Property::StateMachineSafety));
}

/// B and C elect A and then crash; D asks the same two nodes in the same term.
fn lost_votes() -> Script {
    Script::default()
        .partition(0, &["A"], &["D", "E"])
        .time_out(1, "A")
        .cut(24, "A", &["B", "C"])
        .crash(50, "B")
        .crash(50, "C")
        .restart(60, "B")
        .restart(60, "C")
        .time_out(70, "D")
}

#[test]
fn a_vote_survives_a_crash() {
    let simulation = lost_votes().play(clockwork(), 0, 200);
    assert_eq!(simulation.violations(), []);
    assert_eq!(simulation.leader(), Some(NodeId(0)));
}

#[test]
fn votes_that_are_not_durable_violate_election_safety() {
    let injected_bugs = InjectedBugs { votes_not_durable: true, ..InjectedBugs::default() };
    let simulation = lost_votes().play(Scenario { injected_bugs, ..clockwork() }, 0, 200);
    let two = Violation::ElectionSafety { term: Term(1), first: NodeId(0), second: NodeId(3) };
    assert_eq!(simulation.violations().first(), Some(&two));
}

#[test]
fn voting_for_an_outdated_log_violates_leader_completeness() {
    let script = Script::default()
        .time_out(1, "A")
        .partition(100, &["E"], &["A", "B", "C", "D"])
        .send(100, "x=1", Some("A"))
        .crash(200, "A")
        .heal(200)
        .time_out(210, "E");
    let simulation = script.play(without(Rule::UpToDateLog), 0, 300);
    assert!(violated(&simulation).contains(&Property::LeaderCompleteness));
}
