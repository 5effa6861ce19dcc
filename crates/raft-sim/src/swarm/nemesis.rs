//! Draws faults, depending on the state of the cluster: leaders are chosen more often, and crashes
//! happen more often during disk writes.

use std::collections::VecDeque;

use raft_core::{Micros, NodeId};

use super::draw::Dice;
use super::plan::{Faults, Plan};
use crate::address::Address;
use crate::command::Command;
use crate::host::Host;
use crate::message_kind::MessageKind;
use crate::random::{Concern, Stream};
use crate::simulation::Simulation;
use crate::time::Time;

mod sequences;

/// Draws faults and their times.
#[derive(Debug)]
pub(super) struct Nemesis {
    dice: Dice,
    kinds: Vec<Fault>,
    interval: Micros,
    next: Time,
    clock_error_permille: u16,
    kind: Fault,
    /// The remaining commands of a fault with several steps.
    queued: VecDeque<Vec<Command>>,
    /// The interval between these steps, if it differs from that between faults.
    queued_interval: Option<Micros>,
}

/// The next fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    Cut,
    DropNext,
    Partition,
    Isolate,
    CutOffFromNodes,
    CutAtRandom,
    Stall,
    Heal,
    Crash,
    Bounce,
    Restart,
    Freeze,
    Resume,
    LoseDisk,
    Clock,
    TimeOut,
    SplitVote,
    Timer,
    Transfer,
    Reconfigure,
    ChangeOneMember,
    Snapshot,
    SlowLink,
    LateAnswer,
    ReplaceServer,
    IsolatedTransfer,
}

fn kinds(faults: &Faults) -> Vec<Fault> {
    let table: [(bool, &[Fault]); 14] = [
        (faults.cuts, &[Fault::Cut, Fault::Cut, Fault::DropNext]),
        (
            faults.partitions,
            &[Fault::Partition, Fault::Isolate, Fault::CutOffFromNodes, Fault::CutAtRandom],
        ),
        (faults.stalls, &[Fault::Stall]),
        (
            faults.crashes,
            &[
                Fault::Crash,
                Fault::Crash,
                Fault::Bounce,
                Fault::Restart,
                Fault::Restart,
                Fault::Restart,
            ],
        ),
        (faults.freezes, &[Fault::Freeze, Fault::Resume, Fault::Resume]),
        (faults.lost_disks, &[Fault::LoseDisk]),
        (faults.clocks, &[Fault::Clock]),
        (faults.timeouts, &[Fault::TimeOut, Fault::SplitVote, Fault::Timer]),
        (faults.transfers, &[Fault::Transfer]),
        (
            faults.reconfigurations,
            &[Fault::Reconfigure, Fault::ChangeOneMember, Fault::ChangeOneMember],
        ),
        (faults.snapshots, &[Fault::Snapshot]),
        (faults.slow_links, &[Fault::SlowLink, Fault::SlowLink, Fault::LateAnswer]),
        (faults.replacements, &[Fault::ReplaceServer; 8]),
        (faults.isolated_transfers, &[Fault::IsolatedTransfer; 4]),
    ];
    let mut kinds: Vec<_> =
        table.iter().filter(|(on, _)| *on).flat_map(|(_, kinds)| *kinds).copied().collect();
    if faults.cuts || faults.partitions || faults.stalls {
        kinds.extend([Fault::Heal, Fault::Heal]);
    }
    kinds
}

impl Nemesis {
    pub(super) fn new(plan: &Plan, seed: u64) -> Self {
        let kinds = kinds(&plan.faults);
        let next = if kinds.is_empty() { Time(u64::MAX) } else { Time::from_millis(200) };
        Self {
            dice: Dice::new(Stream::new(seed, Concern::Nemesis, (0, 0))),
            kinds,
            interval: plan.fault_interval,
            next,
            clock_error_permille: plan.clock_error_permille,
            kind: Fault::Heal,
            queued: VecDeque::new(),
            queued_interval: None,
        }
    }

    pub(super) fn next_at(&self) -> Time {
        self.next
    }

    /// Draws the next fault and waits for a good time: a crash finds most bugs during a disk write.
    pub(super) fn prepare(&mut self, simulation: &mut Simulation) {
        self.kind = self.dice.one_of(&self.kinds);
        if matches!(self.kind, Fault::Crash | Fault::Bounce) && self.dice.percent(75) {
            let deadline = simulation.now() + Micros::from_millis(100);
            while simulation.next_at().is_some_and(|next| next <= deadline)
                && simulation.hosts().iter().all(|host| !is_writing(host))
            {
                simulation.step();
            }
        }
        let pause = match self.queued_interval.filter(|_| !self.queued.is_empty()) {
            Some(pace) => pace,
            None => self.dice.interval(self.interval),
        };
        self.next = self.next.max(simulation.now()) + pause;
    }

    /// The commands of the next fault; empty if no node qualifies.
    pub(super) fn draw(&mut self, simulation: &Simulation) -> Vec<Command> {
        self.draw_fault(simulation).unwrap_or_default()
    }

    fn draw_fault(&mut self, simulation: &Simulation) -> Option<Vec<Command>> {
        if let Some(next) = self.queued.pop_front() {
            return Some(next);
        }
        let nodes = simulation.run().scenario.node_addresses();
        let ends: Vec<Address> =
            [nodes.clone(), simulation.run().scenario.client_addresses()].concat();
        let struck = self.node(simulation, |_| true);
        self.queued_interval = None;
        let one = match self.kind {
            Fault::Cut | Fault::Stall | Fault::DropNext => self.one_direction(&ends, simulation)?,
            Fault::Partition => {
                let mut groups = vec![Vec::new(), Vec::new()];
                for &end in &ends {
                    groups[self.dice.place(2)].push(end);
                }
                groups.retain(|group| !group.is_empty());
                Command::Partition(groups)
            }
            Fault::CutAtRandom => {
                let mut cuts = Vec::new();
                for (from, to, _) in simulation.network().directions() {
                    if self.dice.percent(25) {
                        cuts.push(Command::Cut { from, to });
                    }
                }
                return Some(cuts);
            }
            Fault::Isolate => Command::Isolate(struck?),
            Fault::CutOffFromNodes => {
                let one = struck?;
                let others = nodes.iter().copied().filter(|node| *node != one).collect();
                let mut groups = vec![vec![one], others];
                groups.retain(|group| !group.is_empty());
                Command::Partition(groups)
            }
            Fault::Heal => Command::Heal,
            Fault::Bounce => {
                let node = self.dice.one_of(&nodes);
                return Some(vec![Command::Crash(node), Command::Restart(node)]);
            }
            Fault::Crash => {
                let writing = self.dice.percent(75);
                let victim =
                    self.node(simulation, |host| host.process.is_some() && is_writing(host));
                Command::Crash(victim.filter(|_| writing).or(struck)?)
            }
            Fault::Restart => {
                Command::Restart(self.node(simulation, |host| {
                    host.process.is_none() && host.disk.damage().is_none()
                })?)
            }
            Fault::Freeze => Command::Freeze(struck?),
            Fault::Resume => Command::Resume(self.node(simulation, is_frozen)?),
            Fault::LoseDisk => return self.lose_disk(struck?, simulation),
            Fault::Clock => {
                let error = self.clock_error_permille;
                let rate_permille = self.dice.between_u16(1000 - error, 1000 + error);
                Command::Clock { node: self.dice.one_of(&nodes), rate_permille }
            }
            Fault::TimeOut => Command::TimeOut(self.dice.one_of(&nodes)),
            Fault::SplitVote => {
                let several = nodes.iter().filter(|_| self.dice.percent(60));
                return Some(several.map(|node| Command::TimeOut(*node)).collect());
            }
            Fault::Timer => {
                let after = Micros::from_millis(self.dice.between(1, 1000));
                Command::Timer { node: self.dice.one_of(&nodes), after }
            }
            Fault::Transfer => Command::Transfer(self.dice.one_of(&nodes)),
            Fault::Reconfigure => self.reconfigure(&nodes)?,
            Fault::ChangeOneMember => {
                let (node, by) = (self.dice.one_of(&nodes), self.dice.one_of(&nodes));
                match self.dice.between(0, 2) {
                    0 => Command::Add(node),
                    1 => Command::Remove(node),
                    _ => Command::Replace { node, by },
                }
            }
            Fault::Snapshot => Command::Snapshot(struck?),
            Fault::SlowLink => self.slow_link(&nodes, simulation)?,
            Fault::LateAnswer => return self.late_answer(&nodes, simulation),
            Fault::ReplaceServer => {
                return self.replace_server(&nodes, simulation.leader()?.into());
            }
            Fault::IsolatedTransfer => {
                return self.isolated_transfer(&nodes, simulation.leader()?.into());
            }
        };
        Some(vec![one])
    }

    fn one_direction(&mut self, ends: &[Address], simulation: &Simulation) -> Option<Command> {
        let (from, to) = (self.dice.one_of(ends), self.dice.one_of(ends));
        simulation.network().is_up(from, to)?;
        Some(match self.kind {
            Fault::Cut => Command::Cut { from, to },
            Fault::Stall => Command::Stall { from, to },
            _ => Command::DropNext { kind: self.dice.one_of(&MessageKind::ALL), from, to },
        })
    }

    /// Makes one direction between two nodes slow, or restores its normal latency.
    fn slow_link(&mut self, nodes: &[Address], simulation: &Simulation) -> Option<Command> {
        let (from, to) = (self.dice.one_of(nodes), self.dice.one_of(nodes));
        let mut config = simulation.run().scenario.network;
        if simulation.network().link_config(from, to)? == config {
            config.latency = Micros::from_millis(self.dice.between(50, 3000));
        }
        Some(Command::Link { from, to, config })
    }

    /// Erases or corrupts a disk, as long as most disks are intact.
    fn lose_disk(&mut self, node: Address, simulation: &Simulation) -> Option<Vec<Command>> {
        let whole = simulation.hosts().iter().filter(|host| host.disk.damage().is_none());
        if whole.count() * 2 <= simulation.hosts().len() + 1 {
            return None;
        }
        let erased = self.dice.percent(50);
        let corrupt = vec![Command::CorruptDisk(node), Command::Crash(node)];
        Some(if erased { vec![Command::EraseDisk(node)] } else { corrupt })
    }

    fn reconfigure(&mut self, nodes: &[Address]) -> Option<Command> {
        let voters: Vec<_> = nodes.iter().copied().filter(|_| self.dice.percent(60)).collect();
        let learners = nodes.iter().copied().filter(|node| !voters.contains(node));
        let learners = learners.filter(|_| self.dice.percent(20)).collect();
        (!voters.is_empty()).then_some(Command::Reconfigure { voters, learners })
    }

    /// A node that qualifies, preferably the leader.
    fn node(&mut self, simulation: &Simulation, fits: impl Fn(&Host) -> bool) -> Option<Address> {
        let leader = simulation.leader().filter(|_| self.dice.percent(40));
        let leader = leader.filter(|&leader| fits(simulation.host(leader)));
        let fitting: Vec<NodeId> =
            simulation.hosts().iter().filter(|host| fits(host)).map(|host| host.id).collect();
        let any = (!fitting.is_empty()).then(|| self.dice.one_of(&fitting));
        leader.or(any).map(Address::Node)
    }
}

fn is_writing(host: &Host) -> bool {
    host.disk.under_way().next().is_some()
}

fn is_frozen(host: &Host) -> bool {
    host.process.as_ref().is_some_and(crate::host::Process::is_frozen)
}
