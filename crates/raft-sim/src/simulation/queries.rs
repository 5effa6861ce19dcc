//! Read access to a simulation, and its records.

use std::sync::Arc;

use raft_core::{Node, NodeId, RuleSet};

use super::Simulation;
use crate::checks::Violation;
use crate::client::Client;
use crate::event_queue::EventQueue;
use crate::host::Host;
use crate::network::Network;
use crate::record::Record;
use crate::run::{Run, TimedCommand};
use crate::time::Time;

/// What can be seen from outside.
impl Simulation {
    /// The present instant.
    pub fn now(&self) -> Time {
        self.now
    }

    /// What this run is made from, with every command so far and those yet to come.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The same, to be kept: whoever keeps it makes the next command copy all of it.
    pub fn shared_run(&self) -> Arc<Run> {
        Arc::clone(&self.run)
    }

    /// The servers, A first.
    pub fn hosts(&self) -> &[Host] {
        &self.hosts
    }

    /// One server.
    ///
    /// # Panics
    /// If the cluster has no such node.
    pub fn host(&self, node: NodeId) -> &Host {
        &self.hosts[node.0 as usize]
    }

    /// The clients, X first.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// Links and messages.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is still to come, commands apart.
    pub fn event_queue(&self) -> &EventQueue {
        &self.event_queue
    }

    /// The run's commands that are still to come, in order.
    pub fn upcoming_commands(&self) -> &[TimedCommand] {
        self.run.commands.get(self.commands_done..).unwrap_or_default()
    }

    /// Rules that are switched off now.
    pub fn waived(&self) -> RuleSet {
        self.waived
    }

    /// How many events and commands there have been.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Keys whose history leaves too many possibilities open, so that linearizability is no longer
    /// checked for them.
    pub fn undecided_keys(&self) -> impl Iterator<Item = &str> {
        self.checks.undecided_keys()
    }

    /// Every contradiction found so far, the first one first.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// When which disks lost what they had acknowledged, by [`DiskChange::LosesTail`]. Raft rests
    /// on disks that do not: what is violated afterwards may be the fault of that alone.
    ///
    /// [`DiskChange::LosesTail`]: crate::DiskChange::LosesTail
    pub fn lost_tails(&self) -> &[(Time, NodeId)] {
        &self.lost_tails
    }

    /// From now on records are only counted, or kept again. A campaign looks at violations alone.
    pub fn mute(&mut self, muted: bool) {
        self.journal.mute(muted);
    }

    /// The records since the last call. A caller that wants none should still call it now and
    /// then, since they are kept until then.
    pub fn take_records(&mut self) -> Vec<Record> {
        self.journal.take()
    }

    /// The node that leads the newest term that has a leader, if any runs.
    pub fn leader(&self) -> Option<NodeId> {
        let nodes = self.hosts.iter().filter_map(|host| Some(&host.process.as_ref()?.node));
        nodes.filter(|node| node.is_leader()).max_by_key(|node| node.term()).map(Node::id)
    }
}
