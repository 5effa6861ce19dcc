//! Faults with several steps: each returns its first commands and queues the others.

use raft_core::Micros;

use super::Nemesis;
use crate::address::{Address, ClientId};
use crate::command::Command;
use crate::kv::Operation;
use crate::link_config::LinkConfig;
use crate::simulation::Simulation;

impl Nemesis {
    /// A node sends a request to the leader, whose answer takes long. The node crashes, restarts
    /// and sends another request, while a write changes the value. The fault starts with another
    /// restart, so that both requests may get the same identifier.
    pub(super) fn late_answer(
        &mut self,
        nodes: &[Address],
        simulation: &Simulation,
    ) -> Option<Vec<Command>> {
        let from = Address::from(simulation.leader()?);
        let to = self.dice.one_of(nodes);
        let usual = simulation.network().link_config(from, to)?;
        // Shorter than an election, which would end the term and the request with it.
        let pace = self.dice.between(15, 50);
        let slow = |latency| LinkConfig { latency: Micros::from_millis(latency), ..usual };
        let (late, hidden) = (slow(self.dice.between(3 * pace, 5 * pace)), slow(3000));
        self.queued_interval = Some(Micros::from_millis(pace));
        let client = ClientId(0).into();
        let submit =
            |via, operation: Operation| Command::Submit { client, via: Some(via), operation };
        let (key, value) = ("x".to_owned(), self.next.0.to_string());
        let read = Operation::Get(key.clone());
        let asks =
            if self.dice.percent(75) { read.clone() } else { Operation::Add(key.clone(), 1) };
        let link = |config| Command::Link { from, to, config };
        self.queued.extend([
            vec![link(late), submit(to, asks)],
            vec![link(usual), Command::Crash(to), Command::Restart(to)],
            vec![link(hidden), submit(from, Operation::Set(key, value))],
            vec![submit(to, read)],
            vec![link(usual)],
        ]);
        Some(vec![Command::Crash(to), Command::Restart(to)])
    }

    /// A new server replaces a follower under its name, while the follower's messages are stalled.
    pub(super) fn replace_server(
        &mut self,
        nodes: &[Address],
        leader: Address,
    ) -> Option<Vec<Command>> {
        let node = nodes.iter().copied().find(|node| *node != leader)?;
        let (from, to) = (node, leader);
        let steps = [
            Command::Stall { from, to },
            Command::Remove(node),
            Command::EraseDisk(node),
            Command::ReplaceServer(node),
            Command::Add(node),
            Command::Unstall { from, to },
        ];
        self.queued.extend(steps.map(|step| vec![step]));
        Some(repair(nodes))
    }

    /// A leader starts a transfer and no longer hears the other nodes, but clients reach it.
    pub(super) fn isolated_transfer(
        &mut self,
        nodes: &[Address],
        leader: Address,
    ) -> Option<Vec<Command>> {
        let successor = nodes.iter().copied().find(|node| *node != leader)?;
        let client = ClientId(0).into();
        let submit =
            |via, operation: Operation| Command::Submit { client, via: Some(via), operation };
        let write = Operation::Add("x".into(), 1);
        self.queued.extend([
            vec![submit(successor, write)],
            vec![submit(leader, Operation::Get("x".into()))],
            vec![submit(leader, Operation::Get("x".into())), Command::Heal],
        ]);
        let cuts = nodes.iter().filter(|node| **node != leader);
        let cuts = cuts.map(|from| Command::Cut { from: *from, to: leader });
        Some([Command::Transfer(successor)].into_iter().chain(cuts).collect())
    }
}

/// Ends the other faults.
fn repair(nodes: &[Address]) -> Vec<Command> {
    let each = nodes.iter().flat_map(|node| [Command::Restart(*node), Command::Resume(*node)]);
    [Command::Heal].into_iter().chain(each).collect()
}
