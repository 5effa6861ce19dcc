use raft_sim::script::{Failure, Line, ScriptRun};
use raft_sim::{Command, Run, Script, Simulation, Time, TimedCommand};

const CLOCKWORK: &str =
    "election-timeout 600s\nnetwork latency 10ms jitter 0ms\ndisk-latency 1ms\n";

/// The failures of a script, which follows three lines of settings without randomness.
fn failures(script: &str) -> Vec<String> {
    let script: Script = format!("{CLOCKWORK}{script}").parse().unwrap();
    script.play().unwrap().failures.iter().map(Failure::to_string).collect()
}

#[test]
fn a_failed_expectation_reports_the_actual_state() {
    let script = "\
at 1ms: time out A; X sends x=8
at 500ms:
  expect leader B; expect leader in term 2; expect no leader; expect one leader in term 3
  expect follower A; expect stopped B; expect candidate C
  expect uncommitted x=8 on A; expect absent x=8; expect committed x=9 on B
  expect value x=9; expect value y=1 on B; expect no value x on C
  expect X's operation 1 failed; expect X's operation 2 done
  expect term 4; expect vote for B on C; expect no vote on C
  expect log 1 on A; expect log empty on E; expect commit-index 9 on A
  expect snapshot on D; expect members A,B on A; expect joint members on A
  expect violation election-safety
  crash B
  expect value x=8 on A,B; expect running B; expect log 1 1 on B; expect term 2 on B
";
    let expected = "\
line 6: expected leader B, but A leads term 1
line 6: expected leader in term 2, but A leads term 1
line 6: expected no leader, but A leads term 1
line 6: expected one leader in term 3, but A leads term 1
line 7: expected follower A, but A leads
line 7: expected stopped B, but B is a follower
line 7: expected candidate C, but C is a follower
line 8: expected uncommitted x=8 on A, but A has it committed
line 8: expected absent x=8, but A has it committed
line 8: expected committed x=9 on B, but B does not have it
line 9: expected value x=9, but A has x=8
line 9: expected value y=1 on B, but B has no y
line 9: expected no value x on C, but C has x=8
line 10: expected X's operation 1 failed, but it is done
line 10: expected X's operation 2 done, but X has no operation 2
line 11: expected term 4, but A is in term 1
line 11: expected vote for B on C, but C voted for A
line 11: expected no vote on C, but C voted for A
line 12: expected log 1 on A, but A has 1 1
line 12: expected log empty on E, but E has 1 1
line 12: expected commit-index 9 on A, but A has commit index 2
line 13: expected snapshot on D, but D has no snapshot
line 13: expected members A,B on A, but A has the members A,B,C,D,E
line 13: expected joint members on A, but A has the members A,B,C,D,E
line 14: expected violation election-safety, but no property is violated
line 16: expected value x=8 on A,B, but B is stopped
line 16: expected running B, but B is stopped
line 16: expected term 2 on B, but B is in term 1";
    let expected: Vec<_> = expected.lines().map(|line| format!("{line} (at 500.000 ms)")).collect();
    assert_eq!(failures(script), expected);
}

#[test]
fn an_unmet_condition_ends_the_script() {
    let script = "until leader within 50ms: crash A\nat 300ms: expect stopped A";
    assert_eq!(
        failures(script),
        ["line 4: expected leader, but there is no leader (at 50.000 ms)"]
    );
}

#[test]
fn a_condition_is_checked_after_all_events_of_an_instant() {
    // A requests votes at 2 ms and receives the answers at 12 + 1 + 10 = 23 ms.
    let script: Script =
        format!("{CLOCKWORK}at 1ms: time out A\nuntil leader: crash A\n").parse().unwrap();
    let report = script.play().unwrap();
    assert_eq!(report.end, Time::from_millis(23));
    let crash = Command::Crash("A".parse().unwrap());
    let crash = TimedCommand { at: Time::from_millis(23), command: crash };
    assert_eq!(report.run.commands.last(), Some(&crash));
}

#[test]
fn a_step_in_the_past_is_a_failure() {
    let script = "at 1ms: time out A\nuntil leader\nat 20ms: heal";
    let expected = "line 6: this time had already passed when the step above ended";
    assert_eq!(failures(script), [format!("{expected} (at 23.000 ms)")]);
}

/// Two leaders of one term, since votes are not durable.
const TWO_LEADERS: &str = "\
mistakes votes-not-durable
at 0ms: partition A | D,E; time out A
at 23ms: cut A->B,C
at 50ms: crash B,C; restart B,C
at 70ms: time out D
end at 200ms
";

#[test]
fn an_unexpected_violation_is_a_failure() {
    let expected = "expected no violation until the end, but election-safety is violated";
    assert_eq!(failures(TWO_LEADERS), [format!("line 8: {expected} (at 200.000 ms)")]);
    let wanted = TWO_LEADERS.replace("end at 200ms", "at 200ms: expect violation election-safety");
    assert!(failures(&wanted).is_empty());
}

#[test]
fn time_stops_at_the_end_of_a_script() {
    let script: Script = "at 1s: say \"Halfway.\"\nend at 2s".parse().unwrap();
    let mut performance = ScriptRun::new(script).unwrap();
    performance.advance(Time::from_millis(1500));
    assert_eq!(performance.said()[0].at, Time::from_millis(1000));
    assert_eq!(performance.said()[0].line.0, Line(1).0);
    assert!(!performance.is_over());
    performance.advance(Time::from_millis(9000));
    assert!(performance.is_over());
    assert_eq!(performance.simulation().now(), Time::from_millis(2000));
}

#[test]
fn every_run_converts_to_a_script() {
    let node = |name: &str| name.parse().unwrap();
    let commands = vec![
        TimedCommand { at: Time(412_125), command: Command::Crash(node("B")) },
        TimedCommand { at: Time(412_125), command: Command::Partition(Vec::new()) },
        TimedCommand { at: Time(500_000), command: Command::Restart(node("B")) },
    ];
    let run = Run { seed: 9, commands, ..Run::default() };
    let script = Script::from(run.clone());
    let printed = "\
seed 9

at 412.125ms:
  crash B
  partition nobody

at 500ms: restart B
";
    assert_eq!(script.to_string(), printed);
    let report = script.play().unwrap();
    assert_eq!(report.run, run);
    assert!(Simulation::new(report.run).is_ok());
}
