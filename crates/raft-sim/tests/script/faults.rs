//! Faults of a single node: its disk, its clock, its settings; requests of administrators; repeated
//! client requests; and the expectations about these.

use raft_sim::script::{Failure, Report, ScriptRun};
use raft_sim::{Property, RecordKind, Script, Time};

/// Messages take 10 ms and writes 1 ms; A leads term 1 from 23 ms on.
const CLOCKWORK: &str = "nodes 3\nelection-timeout 600s\nnetwork latency 10ms jitter 0ms\n\
    disk-latency 1ms\nat 1ms: time out A\n";

fn play(script: &str) -> Report {
    let script = format!("{CLOCKWORK}{script}");
    let script: Script = script.parse().unwrap_or_else(|error| panic!("{error}"));
    let again: Script = script.to_string().parse().unwrap();
    assert_eq!(again, script);
    let report = script.play().unwrap();
    // The run alone gives the same result, and so does the run as a script.
    let printed = Script::from(report.run.clone()).to_string();
    assert_eq!(printed.parse::<Script>().unwrap().play().unwrap().run, report.run);
    report
}

fn failures(script: &str) -> Vec<String> {
    play(script).failures.iter().map(Failure::to_string).collect()
}

fn holds(script: &str) {
    assert_eq!(failures(script), [""; 0], "{script}");
}

#[test]
fn a_slow_disk_delays_messages_that_need_it() {
    holds(
        "at 100ms: disk A latency 50ms; disk B latency 50ms; disk C latency 60ms; X sends x=8\n\
         at 160ms: expect uncommitted x=8 on A\n\
         at 180ms: expect committed x=8 on A; disk A works\n\
         at 250ms: disk B works; disk C works\n\
         at 300ms: X sends x=9\nat 335ms: expect committed x=9 on A",
    );
}

#[test]
fn a_stuck_disk_holds_writes_until_it_works_again() {
    holds(
        "at 100ms: disk B stuck; disk C stuck; X sends x=8; X sends x=9\n\
         at 2s: expect uncommitted x=9 on A,B,C\n\
         at 2s: disk C works\n\
         until committed x=9 on A within 30ms: crash B; disk B works; restart B\n\
         until committed x=9 on B within 500ms",
    );
}

#[test]
fn a_failed_write_is_lost_and_stops_the_server() {
    let report = play(
        "at 100ms: disk B fails\nat 200ms: expect running B; X sends x=8\n\
         at 300ms: expect stopped B; expect log 1 on B; restart B\n\
         at 400ms: expect stopped B; disk B works; restart B\n\
         until committed x=8 on B within 500ms",
    );
    assert_eq!(report.failures, []);
}

#[test]
fn a_violation_after_a_lost_tail_names_the_disk() {
    let script = "at 100ms: X sends x=8; cut A-C\n\
         at 200ms: expect committed x=8 on A,B; disk B loses tail 1; crash A; restart B; heal\n\
         at 201ms: expect log 1 on B; time out B\n\
         at 300ms: expect leader B in term 2; expect violation leader-completeness";
    let report = play(script);
    assert_eq!(report.failures, []);
    let violated = report.violations.iter().map(raft_sim::Violation::property);
    assert!(violated.clone().any(|property| property == Property::LeaderCompleteness));

    let calm = script.replace("; expect violation leader-completeness", "");
    let told = &failures(&calm)[0];
    assert!(told.contains("after B's disk lost acknowledged entries at 200.000 ms"), "{told}");
}

#[test]
fn a_clock_jump_fires_timers_early_and_a_stopped_clock_fires_none() {
    holds(
        "at 100ms: clock B jumps 599s; clock C stands\n\
         at 101ms: clock C jumps 700s\n\
         at 102ms: expect candidate C; expect follower B\n\
         until leader C in term 2 within 100ms: expect never leader B; clock C 100%",
    );
    holds(
        "at 100ms: crash A; clock B stands; timer B 50ms; timer C 300s\n\
         at 200s: expect follower B; clock B 100%\n\
         at 200.080s: expect leader B in term 2",
    );
}

#[test]
fn an_administrative_request_is_refused_by_a_node_that_does_not_lead() {
    holds(
        "at 100ms: remove C via B\n\
         at 100ms: expect refused B\n\
         after 100ms: expect members A,B,C learners nobody\n\
         after 0ms: hand over to C via B; expect refused B\n\
         after 0ms: remove C via A; expect never refused A\n\
         until members A,B learners nobody on A,B within 1s: hand over to B via A\n\
         until leader B in term 2 within 200ms: members A learners C via B\n\
         after 1ms: expect refused B by one-change-at-a-time\n\
         after 100ms: members A learners C via B\n\
         until members A learners C on A within 1s",
    );
    assert_eq!(
        failures("at 100ms: expect refused B; remove C via B; expect refused B by catch-up-first"),
        [
            "line 6: expected refused B, but B received no request (at 100.000 ms)",
            "line 6: expected refused B by catch-up-first, but B refused because it is \
             not the leader (at 100.000 ms)",
        ]
    );
}

#[test]
fn a_single_node_can_have_its_own_settings_while_it_runs() {
    // Without pre-vote, C deposes a working leader; with it, C does not.
    let rejoins = |settings: &str| {
        format!(
            "at 100ms: {settings}; isolate C\nat 200ms: node C election-timeout 200ms\n\
             at 1s: heal\nuntil follower C within 200ms\nafter 1s: "
        )
    };
    holds(&(rejoins("node C: pre-vote on") + "expect leader A in term 1"));
    assert_eq!(failures(&(rejoins("heal") + "expect leader A in term 1")).len(), 1);
    // A leader whose check-quorum is switched on later steps down when it has no followers.
    holds(
        "at 100ms: isolate A\nat 200ms: expect leader A; node A election-timeout 300ms\n\
         at 250ms: node A check-quorum on\nat 900ms: expect follower A",
    );
}

#[test]
fn a_resent_request_is_applied_once_unless_a_bug_is_injected() {
    let again = "at 100ms: X sends x+=1\nat 200ms: X sends y=2\nat 300ms: X resends 1\n\
                 at 400ms: X via B resends 9; expect value x=1\nat 500ms: X via B resends 2\n\
                 at 600ms: expect no violation";
    holds(again);
    let bug = again.replace("expect value x=1", "heal").replace("no ", "");
    let script = format!("mistakes retries-applied\n{CLOCKWORK}{bug} exactly-once");
    assert_eq!(script.parse::<Script>().unwrap().play().unwrap().failures, []);
}

#[test]
fn logs_and_states_are_compared_with_each_other() {
    holds(
        "at 100ms: expect same log; X sends x=8; cut A-C\n\
         at 200ms: expect same log on A,B; expect same state on A,B\n\
         at 200ms: expect either same log on A,C or leader A",
    );
    let told = failures(
        "at 100ms: cut A-C; X sends x=8\nat 200ms: expect same log; expect same state on A,C\n\
         at 200ms: expect either leader B or same log on B,C; crash C; expect same state on A,C",
    );
    let expected = [
        "expected same log, but A's log ends at 2 and C's log at 1",
        "expected same state on A,C, but A has x=8 and C does not",
        "expected either leader B or same log on B,C, but A leads term 1; B's log ends at 2 and \
         C's log at 1",
        "expected same state on A,C, but C is stopped",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_never_expectation_fails_once_at_its_first_instant() {
    let script = "at 100ms: expect never leader C; crash A\nat 150ms: time out C\nend at 1s";
    let expected = "line 6: expected never leader C, but it holds (at 172.000 ms)";
    assert_eq!(failures(script), [expected]);
    // The result does not depend on how time is divided.
    let script: Script = format!("{CLOCKWORK}{script}").parse().unwrap();
    let mut performance = ScriptRun::new(script).unwrap();
    for piece in 1..200 {
        performance.advance(Time(piece * 7_001));
    }
    assert_eq!(performance.failures()[0].to_string(), expected);
    assert_eq!(performance.failures().len(), 1);
}

#[test]
fn a_value_may_be_a_thousand_characters_long() {
    let long = "é".repeat(500);
    holds(&format!("at 100ms: X sends x={long}\nat 200ms: expect value x={long}"));
    let longer = format!("at 100ms: X sends x={}", "a".repeat(1025));
    let error = longer.parse::<Script>().unwrap_err();
    assert_eq!(error.kind.to_string(), "A value is up to 1024 plain characters.");
}

#[test]
fn records_hold_disk_changes_and_administrative_requests() {
    let script = format!(
        "{CLOCKWORK}at 100ms: disk B fails; X sends x=8; remove B via C\n\
         at 200ms: disk A loses tail 1"
    );
    let mut performance = ScriptRun::new(script.parse().unwrap()).unwrap();
    performance.advance(Time(u64::MAX));
    let records = performance.simulation_mut().take_records();
    let words: Vec<String> = records
        .iter()
        .filter(|record| {
            matches!(
                record.kind,
                RecordKind::WriteFailed(_)
                    | RecordKind::TailLost { .. }
                    | RecordKind::Administered { .. }
            )
        })
        .map(|record| raft_sim::export::words::describe(&record.kind))
        .collect();
    assert_eq!(
        words,
        [
            "refuses remove B: A is the leader",
            "write 3 fails",
            "the disk loses 1.2 to 1.2, which it had acknowledged",
        ]
    );
}
