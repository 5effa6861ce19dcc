//! Going back in time: every moment is reproduced exactly, and a command in the past leaves the
//! original branch unchanged.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod story;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_sim::history::{BranchId, MAX_BRANCHES, MAX_MARKS, MarkKind, Position, RECENT};
use raft_sim::raft_core::NodeId;
use raft_sim::{
    Address, ClientId, Command, History, LinkConfig, Operation, Record, Run, Scenario, Simulation,
    Time,
};
use story::{Script, address, trace};

/// The whole state of a simulation, as text.
fn state(simulation: &Simulation) -> String {
    format!("{simulation:?}")
}

/// The simulation and the records at the cursor, computed by a run from the beginning.
fn afresh(history: &History) -> (Simulation, Vec<Record>) {
    let there = history.simulation();
    let mut simulation = Simulation::new(there.run().clone()).unwrap();
    while simulation.events() < there.events() {
        assert!(simulation.step(), "no run has as many events");
    }
    if simulation.now() < there.now() {
        simulation.run_until(there.now());
    }
    let records = simulation.take_records();
    (simulation, records)
}

fn send(value: u32) -> Command {
    let operation = Operation::Set("x".into(), value.to_string());
    Command::Submit { client: ClientId(0).into(), via: None, operation }
}

fn crash(node: &str) -> Command {
    Command::Crash(address(node))
}

fn eventful() -> Run {
    let script = (0..40).fold(Script::default(), |script, turn| {
        let script = script.send(400 + turn * 700, "x=1", None);
        match turn % 4 {
            0 => script.crash(600 + turn * 700, "A"),
            1 => script.partition(600 + turn * 700, &["B", "C"], &["D", "E"]),
            2 => script.restart(600 + turn * 700, "A"),
            _ => script.heal(600 + turn * 700),
        }
    });
    let network = LinkConfig { loss_permille: 30, ..LinkConfig::default() };
    script.run(Scenario { network, ..Scenario::default() }, 5)
}

#[test]
fn each_record_is_taken_once_whether_or_not_the_cursor_goes_back() {
    let mut history = History::new(eventful()).unwrap();
    let mut records = Vec::new();
    for turn in 1..=300 {
        history.advance(Time::from_millis(turn * 100));
        records.extend(history.take_records());
        if turn % 60 == 0 {
            let (here, now) = (state(history.simulation()), history.simulation().now());
            history.seek(Time::from_millis(turn * 37));
            history.advance(now);
            assert_eq!(state(history.simulation()), here);
            history.take_records();
        }
    }
    assert_eq!(records, trace(eventful(), Time::from_millis(30_000)));
}

#[test]
fn seeking_restores_the_state_and_the_recent_records_of_any_moment() {
    let mut history = History::new(eventful()).unwrap();
    let moments: Vec<Time> = (0..=120).map(|turn| Time(turn * 250_013)).collect();
    let mut states = Vec::new();
    for moment in &moments {
        history.advance(*moment);
        states.push(state(history.simulation()));
    }
    let all = trace(eventful(), *moments.last().unwrap());
    assert!(history.keyframes().0 >= 3);
    for turn in 0..moments.len() {
        let place = turn * 47 % moments.len();
        let now = moments[place];
        history.seek(now);
        assert_eq!(state(history.simulation()), states[place], "at {now}");
        let from = Time(now.0.saturating_sub(RECENT.0));
        let recent = all.iter().filter(|record| (from..=now).contains(&record.at));
        assert!(history.take_records().iter().eq(recent), "records before {now}");
        let to = Time(now.0 + 4_000_000);
        let span = all.iter().filter(|record| (now..=to).contains(&record.at));
        assert!(history.records_between(now, to).iter().eq(span), "records after {now}");
    }
}

#[test]
fn seeking_stops_at_the_end_of_the_known_run() {
    let mut history = History::new(Run::default()).unwrap();
    history.advance(Time(5_000_000));
    history.seek(Time(9_000_000));
    assert_eq!((history.simulation().now(), history.end()), (Time(5_000_000), Time(5_000_000)));
    history.seek(Time(0));
    assert_eq!(history.simulation().events(), 0);
    assert!(!history.step_back());
    assert_eq!(history.end(), Time(5_000_000));
}

#[test]
fn a_step_forward_and_a_step_back_return_to_the_same_state() {
    let mut history = History::new(eventful()).unwrap();
    history.advance(Time::from_millis(9000));
    history.step();
    let mut states = vec![state(history.simulation())];
    for _ in 0..300 {
        assert!(history.step());
        states.push(state(history.simulation()));
    }
    let end = history.end();
    while let Some(last) = states.pop() {
        assert_eq!(state(history.simulation()), last);
        assert!(history.step_back());
    }
    assert_eq!(history.end(), end, "what is known stays known");
    assert_eq!(history.branches().count(), 1);
}

#[test]
fn a_replay_observer_sees_the_state_after_each_event() {
    let mut history = History::new(eventful()).unwrap();
    history.advance(Time::from_millis(9000));
    let mut stops = Vec::new();
    for _ in 0..200 {
        assert!(history.step());
        stops.push((history.position(), state(history.simulation()), history.take_records()));
    }
    let [first, .., last] = &stops[..] else { panic!() };
    let (from, to) = (Time(first.0.at.0 + 1), last.0);
    let mut seen = Vec::new();
    history.watch(from, to, &mut |world, records| {
        let position = Position { events: world.events(), at: world.now() };
        seen.push((position, state(world), records));
    });
    let shown = stops.iter().filter(|(position, ..)| position.at >= from);
    assert!(seen.iter().eq(shown), "each once, in order");
    for (position, world, _) in stops.iter().rev().step_by(7) {
        history.go_to(*position, &mut |_, _| {});
        assert_eq!((history.position(), state(history.simulation())), (*position, world.clone()));
    }
}

#[test]
fn the_end_is_the_last_event_stepped_to_within_an_instant() {
    let mut history = History::new(Run::default()).unwrap();
    history.advance(Time::from_millis(1000));
    let is_first_of_several = |history: &History| {
        let now = history.simulation().now();
        history.simulation().next_at() == Some(now)
    };
    while !is_first_of_several(&history) {
        assert!(history.step());
    }
    let end = history.position();
    history.seek(Time(0));
    history.seek(Time(u64::MAX));
    assert_eq!(history.position(), end);
}

#[test]
fn acting_in_the_past_keeps_the_original_branch() {
    let mut history = History::new(Run { seed: 3, ..Run::default() }).unwrap();
    history.advance(Time::from_millis(3000));
    history.act(send(1)).unwrap();
    history.advance(Time::from_millis(12_000));
    let old = state(history.simulation());

    history.seek(Time::from_millis(2000));
    history.act(crash("B")).unwrap();
    assert_eq!(history.current(), BranchId(1));
    assert_eq!(history.end(), Time::from_millis(2000));
    assert_eq!(history.simulation().run().commands.len(), 1, "the other was not done here");
    history.advance(Time::from_millis(15_000));
    let new = state(history.simulation());
    assert_eq!(new, state(&afresh(&history).0));

    let branches: Vec<_> = history.branches().collect();
    assert_eq!((branches[0].parent, branches[0].began_with), (None, None));
    assert_eq!(
        (branches[1].parent, branches[1].began_with),
        (Some(BranchId(0)), Some(&crash("B")))
    );
    assert_eq!(branches[1].from, Time::from_millis(2000));

    history.switch(BranchId(0)).unwrap();
    assert_eq!(history.simulation().now(), Time::from_millis(12_000), "it is known no further");
    assert_eq!(state(history.simulation()), old);
    history.switch(BranchId(1)).unwrap();
    history.seek(Time::from_millis(15_000));
    assert_eq!(state(history.simulation()), new);
    assert!(history.switch(BranchId(2)).is_err());
    assert_eq!(state(history.simulation()), new);
}

#[test]
fn a_quiet_branch_is_not_replayed_from_a_keyframe_of_another_branch() {
    let mut history = History::new(Run::default()).unwrap();
    history.advance(Time::from_millis(60_000));
    assert!(history.keyframes().0 > 4);
    history.seek(Time::from_millis(5000));
    for node in ["A", "B", "C", "D", "E"] {
        history.act(crash(node)).unwrap();
    }
    history.advance(Time::from_millis(60_000));
    for seconds in [4, 5, 20, 59] {
        history.seek(Time::from_millis(seconds * 1000));
        assert_eq!(state(history.simulation()), state(&afresh(&history).0), "at {seconds} s");
    }
}

#[test]
fn a_refused_command_makes_no_branch() {
    let mut history = History::new(Run::default()).unwrap();
    history.advance(Time::from_millis(2000));
    history.seek(Time::from_millis(1000));
    let before = state(history.simulation());
    assert!(history.act(Command::Crash(NodeId(7).into())).is_err());
    assert_eq!(history.branches().count(), 1);
    assert_eq!(state(history.simulation()), before);
}

#[test]
fn stepping_back_undoes_only_the_second_of_two_commands_at_one_instant() {
    let mut history = History::new(Run::default()).unwrap();
    history.advance(Time::from_millis(1000));
    history.act(crash("A")).unwrap();
    history.act(crash("B")).unwrap();
    assert!(history.step_back());
    history.act(crash("C")).unwrap();
    let commands: Vec<_> =
        history.simulation().run().commands.iter().map(|timed| timed.command.clone()).collect();
    assert_eq!(commands, [crash("A"), crash("C")]);
    history.advance(Time::from_millis(2000));
    assert_eq!(state(history.simulation()), state(&afresh(&history).0));
}

#[test]
fn scripted_commands_happen_in_every_branch() {
    let run = Script::default().crash(3000, "A").restart(4000, "A").run(Scenario::default(), 1);
    let mut history = History::new(run).unwrap();
    history.advance(Time::from_millis(3500));
    history.act(send(1)).unwrap();
    history.advance(Time::from_millis(5000));
    history.seek(Time::from_millis(2000));
    history.act(crash("B")).unwrap();
    let at: Vec<u64> =
        history.simulation().run().commands.iter().map(|timed| timed.at.0 / 1000).collect();
    assert_eq!(at, [2000, 3000, 4000]);
}

#[test]
fn a_branch_has_only_its_own_marks() {
    let mut history = History::new(Run { seed: 7, ..Run::default() }).unwrap();
    history.advance(Time::from_millis(2000));
    history.act(crash("A")).unwrap();
    history.advance(Time::from_millis(4000));
    let crashes = |history: &History| {
        let kinds = history.marks().iter().map(|mark| mark.kind);
        kinds.filter(|kind| matches!(kind, MarkKind::Crash(_))).collect::<Vec<_>>()
    };
    assert_eq!(crashes(&history), [MarkKind::Crash(NodeId(0))]);
    assert!(history.marks().iter().any(|mark| matches!(mark.kind, MarkKind::Term(_))));
    let all = history.marks().to_vec();
    history.seek(Time::from_millis(1500));
    history.advance(Time::from_millis(3000));
    assert_eq!(history.marks(), all, "what is known leaves no second mark");
    history.seek(Time::from_millis(2000));
    assert!(history.step_back());
    history.act(crash("B")).unwrap();
    assert_eq!(crashes(&history), [MarkKind::Crash(NodeId(1))]);
    assert!(history.marks().is_sorted_by_key(|mark| mark.seq));
}

#[test]
fn each_command_leaves_one_mark() {
    let mut history = History::new(Run { seed: 7, ..Run::default() }).unwrap();
    history.advance(Time::from_millis(1000));
    let (from, to) = (address("A"), address("B"));
    let acts = [
        (send(1), MarkKind::Act),
        (crash("C"), MarkKind::Crash(NodeId(2))),
        (Command::Restart(address("C")), MarkKind::Restart(NodeId(2))),
        (Command::Cut { from, to }, MarkKind::Cut),
        (Command::Heal, MarkKind::Heal),
    ];
    for (command, mark) in acts {
        let before = history.marks().len();
        history.act(command).unwrap();
        let kinds: Vec<_> = history.marks()[before..].iter().map(|mark| mark.kind).collect();
        assert_eq!(kinds, [mark]);
    }
}

#[test]
fn the_number_of_branches_is_bounded() {
    let mut history = History::new(Run::default()).unwrap();
    for turn in 0..200 {
        // Each branch leaves the one before, later and later, then always at the same time.
        let at = if turn < 100 { 1000 + turn * 100 } else { 15_000 };
        history.advance(Time::from_millis(at + 200));
        history.seek(Time::from_millis(at));
        history.act(send(u32::try_from(turn).unwrap())).unwrap();
    }
    assert_eq!(history.branches().count(), MAX_BRANCHES);
    history.advance(Time::from_millis(20_000));
    let ids: Vec<_> = history.branches().map(|branch| branch.id).collect();
    for id in ids {
        history.switch(id).unwrap();
        assert_eq!(state(history.simulation()), state(&afresh(&history).0), "{id:?}");
    }
}

#[test]
fn an_hour_fits_in_memory_with_a_keyframe_near_any_moment() {
    let mut history = History::new(Run { seed: 7, ..Run::default() }).unwrap();
    for second in 1..=3600 {
        history.advance(Time::from_millis(second * 1000));
        history.act(send(u32::try_from(second).unwrap())).unwrap();
        history.take_records();
    }
    let (count, bytes) = history.keyframes();
    assert!((300..=1024).contains(&count), "{count}");
    assert!(bytes < 32 << 20, "{bytes}");
    assert!(history.marks().len() <= MAX_MARKS);
    for turn in 0..20 {
        history.seek(Time::from_millis(turn * 1_234_567 % 3_600_000));
        let (simulation, records) = afresh(&history);
        assert_eq!(state(history.simulation()), state(&simulation));
        assert!(records.ends_with(&history.take_records()));
    }
}

#[test]
fn keyframes_are_evicted_when_records_need_the_memory() {
    let mut history = History::new(Run { seed: 7, ..Run::default() }).unwrap();
    let mut most = 0;
    for turn in 1..=36_000 {
        history.advance(Time::from_millis(u64::from(turn) * 100));
        history.act(send(turn)).unwrap();
        history.take_records();
        most = most.max(history.keyframes().1);
    }
    let (count, bytes) = history.keyframes();
    assert!((64..=256).contains(&count), "{count}");
    assert!(bytes < most / 2, "{bytes} of {most}");
    history.seek(Time::from_millis(1_800_000));
    let (simulation, records) = afresh(&history);
    assert_eq!(state(history.simulation()), state(&simulation));
    assert!(records.ends_with(&history.take_records()));
}

#[derive(Clone, Debug)]
enum Move {
    Advance(u64),
    Act(Command),
    Seek(u64),
    Step,
    StepBack,
    Switch(usize),
}

fn command() -> impl Strategy<Value = Command> {
    let node = || (0..5u32).prop_map(|node| Address::from(NodeId(node)));
    prop_oneof![
        2 => (node(), node()).prop_filter("two ends", |(from, to)| from != to)
            .prop_map(|(from, to)| Command::Cut { from, to }),
        1 => Just(Command::Heal),
        2 => node().prop_map(Command::Crash),
        2 => node().prop_map(Command::Restart),
        1 => node().prop_map(Command::TimeOut),
        3 => (0..100u32).prop_map(send),
    ]
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        4 => (0..3_000_000u64).prop_map(Move::Advance),
        4 => command().prop_map(Move::Act),
        3 => (0..1000u64).prop_map(Move::Seek),
        2 => Just(Move::Step),
        2 => Just(Move::StepBack),
        2 => any::<usize>().prop_map(Move::Switch),
    ];
    prop::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        rng_seed: RngSeed::Fixed(2014),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_navigation_gives_the_state_of_playing_forward(seed in any::<u64>(), moves in moves()) {
        let network = LinkConfig { loss_permille: 50, ..LinkConfig::default() };
        let scenario = Scenario { network, ..Scenario::default() };
        let script = Script::default().crash(2000, "A").restart(6000, "A").run(scenario, seed);
        let mut history = History::new(script).unwrap();
        for one in moves {
            match one {
                Move::Advance(by) => history.advance(Time(history.simulation().now().0 + by)),
                Move::Act(command) => history.act(command).unwrap(),
                Move::Seek(permille) => history.seek(Time(history.end().0 * permille / 1000)),
                Move::Step => assert!(history.step()),
                Move::StepBack => {
                    let began = history.simulation().events() == 0;
                    prop_assert_eq!(history.step_back(), !began);
                }
                Move::Switch(nth) => {
                    let branches: Vec<_> = history.branches().map(|branch| branch.id).collect();
                    history.switch(branches[nth % branches.len()]).unwrap();
                }
            }
            let (simulation, records) = afresh(&history);
            prop_assert_eq!(state(history.simulation()), state(&simulation));
            prop_assert!(records.ends_with(&history.take_records()));
            prop_assert!(history.end() >= history.simulation().now());
        }
    }
}
