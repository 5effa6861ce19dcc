//! Problems that other systems reported, with the correct outcome.

use raft_sim::script::Failure;
use raft_sim::{Advice, Property, Script};

fn report(script: &str) -> raft_sim::script::Report {
    script.parse::<Script>().unwrap_or_else(|error| panic!("{error}")).play().unwrap()
}

fn failures(script: &str) -> Vec<String> {
    report(script).failures.iter().map(Failure::to_string).collect()
}

/// A lease that followers do not respect (diss. §6.4.1 needs §4.2.3).
const LEASE: &str = "\
nodes 3
clients 2
seed 1
network latency 5ms jitter 0ms
disk-latency 1ms
check-quorum off
reads lease 10%
at 0ms: time out A
until leader A in term 1 within 1s: X sends x=1
until committed x=1 on A,B,C within 1s
after 100ms: partition A | B,C; time out B
until leader B in term 2 within 100ms: X via B sends x=2
until X's operation 2 done within 100ms: Y via A sends get x
after 40ms: expect violation linearizability
end after 100ms
";

#[test]
fn a_lease_without_check_quorum_needs_the_waived_rule() {
    let error = LEASE.parse::<Script>().unwrap_err();
    assert_eq!((error.line, error.column), (7, 7), "{error}");
    let asked = LEASE.replace("at 0ms", "waive leader-alive\nat 0ms");
    let report = report(&asked);
    assert_eq!(report.failures, []);
    assert_eq!(report.violations[0].property(), Property::Linearizability);
}

/// openraft#2080, and Cloudflare in 2020: the leader A hears only B, and B hears all nodes.
const BRIDGE: &str = "\
seed 3
nodes 5
pre-vote on
at 0ms: time out A
until leader A in term 1 within 1s: X sends x=1
until committed x=1 within 1s:
  cut A-C,D,E
  cut E-B,C,D
  cut X-A
  expect never leader in B,C,D
after 10s
end after 100ms
";

#[test]
fn pre_vote_without_check_quorum_stalls_behind_a_bridge_and_gives_advice() {
    let script: Script = BRIDGE.parse().unwrap();
    let advice = script.scenario.advice();
    assert_eq!(advice, [Advice::LeaderWithoutMajority]);
    assert_eq!(failures(BRIDGE), [""; 0]);

    let both = BRIDGE.replace("pre-vote on", "pre-vote on\ncheck-quorum on");
    assert!(both.parse::<Script>().unwrap().scenario.advice().is_empty());
    let told = failures(&both);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("line 11: expected never leader in B,C,D, but it holds (at "));
}

#[test]
fn a_refused_membership_change_reports_its_reason() {
    // raft-rs#192: the new voter is down and never catches up.
    let script = "\
seed 2
nodes 3
spares 2
at 0ms: time out A
until leader A in term 1 within 1s: X sends x=1
until committed x=1 on A,B,C within 1s: crash D; add D
until refused A by catch-up-first within 10s: expect never joint members
after 100ms: add D; add E
after 1ms: expect refused A by one-change-at-a-time
end after 100ms
";
    assert_eq!(failures(script), [""; 0]);
}
