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

/// Queries.
impl Simulation {
    /// The current time.
    pub fn now(&self) -> Time {
        self.now
    }

    /// The run, with all its commands, executed or not.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The run as a shared pointer. While the caller keeps it, the next command copies the whole
    /// run.
    pub fn shared_run(&self) -> Arc<Run> {
        Arc::clone(&self.run)
    }

    /// The servers, A first.
    pub fn hosts(&self) -> &[Host] {
        &self.hosts
    }

    /// A server.
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

    /// The links, and the messages in flight.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The future events, without commands.
    pub fn event_queue(&self) -> &EventQueue {
        &self.event_queue
    }

    /// The commands that have not been executed, in order.
    pub fn upcoming_commands(&self) -> &[TimedCommand] {
        self.run.commands.get(self.commands_done..).unwrap_or_default()
    }

    /// The waived rules.
    pub fn waived(&self) -> RuleSet {
        self.waived
    }

    /// The number of events and commands so far.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The keys whose linearizability is no longer checked, since their histories leave too many
    /// possibilities.
    pub fn undecided_keys(&self) -> impl Iterator<Item = &str> {
        self.checks.undecided_keys()
    }

    /// All violations so far, oldest first.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// When disks lost entries that they had acknowledged, by [`DiskChange::LosesTail`]. Raft
    /// relies on disks that keep these, so this alone may be the cause of later violations.
    ///
    /// [`DiskChange::LosesTail`]: crate::DiskChange::LosesTail
    pub fn lost_tails(&self) -> &[(Time, NodeId)] {
        &self.lost_tails
    }

    /// Starts or stops keeping records. A campaign needs only violations.
    pub fn mute(&mut self, muted: bool) {
        self.journal.mute(muted);
    }

    /// Takes the records since the last call. They are kept until then, so a caller that does not
    /// need them should still call this now and then.
    pub fn take_records(&mut self) -> Vec<Record> {
        self.journal.take()
    }

    /// The running node that leads the newest term with a leader.
    pub fn leader(&self) -> Option<NodeId> {
        let nodes = self.hosts.iter().filter_map(|host| Some(&host.process.as_ref()?.node));
        nodes.filter(|node| node.is_leader()).max_by_key(|node| node.term()).map(Node::id)
    }
}
