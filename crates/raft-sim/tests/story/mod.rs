//! A run as timed commands, and its results.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_sim::raft_core::{LogIndex, Micros, NodeId, TimerRange};
use raft_sim::{
    Address, Command, LinkConfig, Property, Record, Run, Scenario, Simulation, Time, TimedCommand,
};

/// The address of a node or a client.
pub fn address(name: &str) -> Address {
    name.parse().unwrap()
}

/// Commands with their times in milliseconds.
#[derive(Default)]
pub struct Script {
    commands: Vec<TimedCommand>,
}

impl Script {
    pub fn at(mut self, millis: u64, command: Command) -> Self {
        self.commands.push(TimedCommand { at: Time::from_millis(millis), command });
        self
    }

    pub fn cut(self, millis: u64, from: &str, to: &[&str]) -> Self {
        to.iter().fold(self, |script, to| {
            script.at(millis, Command::Cut { from: address(from), to: address(to) })
        })
    }

    /// Cuts every link between two groups in both directions.
    pub fn partition(self, millis: u64, one: &[&str], other: &[&str]) -> Self {
        let script = one.iter().fold(self, |script, from| script.cut(millis, from, other));
        other.iter().fold(script, |script, from| script.cut(millis, from, one))
    }

    pub fn heal(self, millis: u64) -> Self {
        self.at(millis, Command::Heal)
    }

    pub fn crash(self, millis: u64, node: &str) -> Self {
        self.at(millis, Command::Crash(address(node)))
    }

    pub fn restart(self, millis: u64, node: &str) -> Self {
        self.at(millis, Command::Restart(address(node)))
    }

    pub fn time_out(self, millis: u64, node: &str) -> Self {
        self.at(millis, Command::TimeOut(address(node)))
    }

    pub fn send(self, millis: u64, operation: &str, via: Option<&str>) -> Self {
        let operation = operation.parse().unwrap();
        let via = via.map(address);
        self.at(millis, Command::Submit { client: address("X"), via, operation })
    }

    /// The run of these commands in a scenario.
    pub fn run(self, scenario: Scenario, seed: u64) -> Run {
        Run { scenario, seed, commands: self.commands }
    }

    /// The simulation of that run at `millis`.
    pub fn play(self, scenario: Scenario, seed: u64, millis: u64) -> Simulation {
        let mut simulation = Simulation::new(self.run(scenario, seed)).unwrap();
        simulation.run_until(Time::from_millis(millis));
        simulation
    }
}

/// A cluster without randomness: every message takes 10 ms, every write 1 ms, and elections start
/// only by command.
pub fn clockwork() -> Scenario {
    Scenario {
        election_timeout: TimerRange::exactly(Micros::from_millis(600_000)),
        network: LinkConfig {
            latency: Micros::from_millis(10),
            jitter: Micros(0),
            ..LinkConfig::default()
        },
        disk_latency: Micros::from_millis(1),
        max_entries_per_message: 1,
        ..Scenario::default()
    }
}

/// The terms in a node's log, or on its disk if it is stopped.
pub fn terms(simulation: &Simulation, node: &str) -> Vec<u64> {
    let Address::Node(NodeId(number)) = address(node) else { panic!("{node} is no node") };
    let host = &simulation.hosts()[number as usize];
    match &host.process {
        Some(process) => {
            process.node.log().entries_from(LogIndex(1)).map(|entry| entry.term.0).collect()
        }
        None => host.disk.durable().entries.iter().map(|entry| entry.term.0).collect(),
    }
}

/// The value of a key at every running node.
pub fn values<'a>(simulation: &'a Simulation, key: &str) -> Vec<Option<&'a str>> {
    let processes = simulation.hosts().iter().filter_map(|host| host.process.as_ref());
    processes.map(|process| process.machine.get(key)).collect()
}

pub fn violated(simulation: &Simulation) -> Vec<Property> {
    simulation.violations().iter().map(raft_sim::Violation::property).collect()
}

/// All nodes run, one of them leads, and all have the same applied log.
pub fn assert_settled(simulation: &Simulation) {
    assert_eq!(simulation.violations(), []);
    let leader = simulation.leader().expect("a leader");
    let log = simulation.host(leader).process.as_ref().unwrap().node.log();
    for host in simulation.hosts() {
        let process = host.process.as_ref().expect("every node runs");
        assert_eq!(process.node.log(), log, "log of {}", Address::Node(host.id));
        assert_eq!(process.node.last_applied(), log.last().index);
    }
}

/// The records of a run up to a time.
pub fn trace(run: Run, until: Time) -> Vec<Record> {
    let mut simulation = Simulation::new(run).unwrap();
    simulation.run_until(until);
    simulation.take_records()
}
