//! Faults of every kind at random times: no property is violated, and the cluster makes progress
//! when they end.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod story;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raft_sim::raft_core::NodeId;
use raft_sim::{
    Address, ClientId, Command, LinkConfig, Operation, RecordKind, Run, Scenario, Simulation,
    Status, Time, TimedCommand,
};
use story::{Script, assert_settled};

const NODES: u32 = 5;
const FAULTS_END: Time = Time::from_millis(4000);

fn node() -> impl Strategy<Value = Address> {
    (0..NODES).prop_map(|node| NodeId(node).into())
}

fn end() -> impl Strategy<Value = Address> {
    prop_oneof![5 => node(), 1 => Just(Address::Client(ClientId(0)))]
}

fn command() -> impl Strategy<Value = Command> {
    let link = (end(), end()).prop_filter("two ends", |(from, to)| from != to);
    prop_oneof![
        6 => link.prop_map(|(from, to)| Command::Cut { from, to }),
        1 => Just(Command::Heal),
        4 => node().prop_map(Command::Crash),
        4 => node().prop_map(Command::Restart),
        2 => node().prop_map(Command::TimeOut),
        6 => (prop::option::of(node()), 0..100u32).prop_map(|(via, value)| Command::Submit {
            client: ClientId(0).into(),
            via,
            operation: Operation::Set("x".into(), value.to_string()),
        }),
    ]
}

fn schedule() -> impl Strategy<Value = Run> {
    let timed = (0..FAULTS_END.0, command())
        .prop_map(|(at, command)| TimedCommand { at: Time(at), command });
    let commands = prop::collection::vec(timed, 0..40);
    (any::<u64>(), 0..300u16, commands).prop_map(|(seed, loss_permille, mut commands)| {
        commands.sort_by_key(|timed| timed.at);
        let network = LinkConfig { loss_permille, ..LinkConfig::default() };
        Run { scenario: Scenario { network, ..Scenario::default() }, seed, commands }
    })
}

/// Ends all faults, and gives the cluster time to settle.
fn heal(run: Run) -> Simulation {
    let mut simulation = Simulation::new(run).unwrap();
    simulation.run_until(FAULTS_END);
    simulation.act(Command::Heal).unwrap();
    for node in 0..NODES {
        simulation.act(Command::Restart(NodeId(node).into())).unwrap();
    }
    simulation
}

/// A thousand cases, the same in every run, since an unreliable test is useless. Campaigns search
/// longer and with other seeds.
fn thorough() -> ProptestConfig {
    ProptestConfig {
        cases: 1000,
        rng_seed: RngSeed::Fixed(2014),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn no_schedule_of_faults_violates_a_property(run in schedule()) {
        let mut simulation = heal(run);
        simulation.run_until(Time(FAULTS_END.0 + 6_000_000));
        prop_assert_eq!(simulation.violations(), []);
    }

    #[test]
    fn once_faults_stop_the_cluster_elects_a_leader_and_commits(mut run in schedule()) {
        run.scenario.network.loss_permille = 0;
        let mut simulation = heal(run);
        simulation.run_until(Time(FAULTS_END.0 + 3_000_000));
        let operation = "y=1".parse().unwrap();
        let client = ClientId(0).into();
        simulation.act(Command::Submit { client, via: None, operation }).unwrap();
        simulation.run_until(Time(FAULTS_END.0 + 6_000_000));
        assert_settled(&simulation);
        let last = simulation.clients()[0].operations().last().unwrap();
        prop_assert!(matches!(last.status, Status::Done(_)), "{:?}", last);
    }
}

/// A run with an election, three commands, and a crash at one of these moments.
fn crash_at(nth: usize, is_moment: fn(&RecordKind) -> bool) -> Option<Simulation> {
    let script =
        Script::default().send(400, "x=1", None).send(450, "x=2", None).send(500, "x+=3", None);
    let mut simulation = Simulation::new(script.run(Scenario::default(), 11)).unwrap();
    let mut passed = 0;
    while simulation.now() < Time::from_millis(1500) {
        simulation.step();
        for record in simulation.take_records() {
            if is_moment(&record.kind) {
                passed += 1;
                if passed > nth {
                    let node = record.subject.unwrap();
                    simulation.act(Command::Crash(node)).unwrap();
                    simulation.run_until(Time(simulation.now().0 + 30_000));
                    simulation.act(Command::Restart(node)).unwrap();
                    simulation.run_until(Time::from_millis(6000));
                    return Some(simulation);
                }
            }
        }
    }
    None
}

fn assert_crashes_are_harmless(is_moment: fn(&RecordKind) -> bool) {
    let mut crashes = 0;
    while let Some(simulation) = crash_at(crashes, is_moment) {
        assert_settled(&simulation);
        // Retries are applied once (§8): 2 + 3, however often the requests were sent.
        for (serial, operation) in (1..).zip(simulation.clients()[0].operations()) {
            assert!(
                matches!(operation.status, Status::Done(_)),
                "operation {serial} after crash {crashes}: {:?}",
                operation.status
            );
        }
        crashes += 1;
    }
    assert!(crashes > 20, "only {crashes} moments to crash at");
}

#[test]
fn a_crash_during_any_write_violates_no_property() {
    assert_crashes_are_harmless(|fact| matches!(fact, RecordKind::WriteBegan(_)));
}

#[test]
fn a_crash_right_after_any_write_violates_no_property() {
    assert_crashes_are_harmless(|fact| matches!(fact, RecordKind::Persisted(_)));
}
