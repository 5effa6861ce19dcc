//! The end of a trial: the faults stop, and the cluster must make progress again.

use raft_core::{Membership, Micros, NodeId, QuorumSize};

use super::{TRIAL, TrialRun, progress};
use crate::address::Address;
use crate::checks::Violation;
use crate::command::Command;
use crate::link_config::LinkConfig;
use crate::time::Time;

impl TrialRun {
    /// Ends all faults of some nodes and isolates the others. Clients reach only the former.
    fn repair(&mut self, whole: &[NodeId]) {
        self.act(Command::Heal);
        let (nodes, clients) = {
            let scenario = &self.simulation.run().scenario;
            (scenario.node_addresses(), scenario.client_addresses())
        };
        let clean = LinkConfig {
            latency: Micros::from_millis(5),
            jitter: Micros::from_millis(2),
            ..LinkConfig::default()
        };
        for &from in nodes.iter().chain(&clients) {
            for &to in nodes.iter().chain(&clients) {
                if self.simulation.network().link_config(from, to).is_some_and(|now| now != clean) {
                    self.act(Command::Link { from, to, config: clean });
                }
            }
        }
        for &node in &nodes {
            let Some(id) = node.node() else { continue };
            let host = self.simulation.host(id);
            if host.clock.rate_permille() != 1000 {
                self.act(Command::Clock { node, rate_permille: 1000 });
            }
            if !whole.contains(&id) {
                self.act(Command::Isolate(node));
            }
            match &self.simulation.host(id).process {
                None if self.simulation.host(id).disk.damage().is_none() => {
                    self.act(Command::Restart(node));
                }
                Some(process) if process.is_frozen() => self.act(Command::Resume(node)),
                _ => {}
            }
        }
    }

    /// The nodes whose disks are intact.
    fn nodes_with_intact_disks(&self) -> Vec<NodeId> {
        let hosts = self.simulation.hosts().iter();
        hosts.filter(|host| host.disk.damage().is_none()).map(|host| host.id).collect()
    }

    /// Every membership that may be or come into effect: those in a log from its node's commit
    /// index on, the targets of leaders, and all in the logs of lost nodes.
    fn memberships(&self) -> Vec<Membership> {
        let mut all: Vec<Membership> = Vec::new();
        for host in self.simulation.hosts() {
            let known: Vec<&Membership> = match &host.process {
                Some(process) => {
                    let target = process.node.as_leader().and_then(raft_core::Leader::target);
                    process.node.possible_memberships().chain(target).collect()
                }
                None => self.simulation.checks.memberships(host.id).collect(),
            };
            for membership in known {
                if !membership.voters.is_empty() && !all.contains(membership) {
                    all.push(membership.clone());
                }
            }
        }
        all
    }

    fn is_quorum(memberships: &[Membership], nodes: &[NodeId]) -> bool {
        let agrees = |node: NodeId| nodes.contains(&node);
        memberships.iter().all(|membership| membership.is_quorum(QuorumSize::Majority, agrees))
    }

    /// Heals a random quorum of minimal size, which must then make progress.
    pub(super) fn heal_quorum(&mut self) {
        if self.is_over() {
            return;
        }
        // Nodes start first, since their logs determine the quorums.
        for id in self.nodes_with_intact_disks() {
            if self.simulation.host(id).process.is_none() {
                self.act(Command::Restart(id.into()));
            }
        }
        let memberships = self.memberships();
        let mut quorum = self.nodes_with_intact_disks();
        if !Self::is_quorum(&memberships, &quorum) {
            return; // too much is lost for any quorum
        }
        for place in (0..quorum.len()).rev() {
            let other = usize::try_from(self.draws.up_to(place as u64)).unwrap_or(place);
            quorum.swap(place, other);
        }
        for place in (0..quorum.len()).rev() {
            let without = quorum.remove(place);
            if !Self::is_quorum(&memberships, &quorum) {
                quorum.insert(place, without);
            }
        }
        self.repair(&quorum);
        self.reported = progress(&mut self.simulation, self.target);
    }

    /// Heals all nodes. With pre-vote, a node that was isolated must not disturb the others.
    pub(super) fn heal_all(&mut self, stable: bool) {
        if self.is_over() {
            return;
        }
        self.repair(&self.nodes_with_intact_disks());
        self.run_for(Micros::from_millis(3000));
        if stable {
            self.check_stability();
        }
        let end = Time(TRIAL.0);
        if !self.is_over() && self.simulation.now() < end {
            self.simulation.run_until(end);
        }
    }

    fn check_stability(&mut self) {
        let Some(leader) = self.simulation.leader() else { return };
        let Some(process) = &self.simulation.host(leader).process else { return };
        let (term, membership) = (process.node.term(), process.node.membership().clone());
        let others = membership.voters.iter().copied().filter(|voter| *voter != leader);
        let others: Vec<_> =
            others.filter(|id| self.nodes_with_intact_disks().contains(id)).collect();
        let alive = |id: NodeId| id == leader || others[1..].contains(&id);
        if membership.is_joint()
            || others.is_empty()
            || !membership.is_quorum(QuorumSize::Majority, alive)
        {
            return;
        }
        let away: Address = others[0].into();
        self.act(Command::Isolate(away));
        self.run_for(Micros::from_millis(2000));
        self.act(Command::Heal);
        self.run_for(Micros::from_millis(1000));
        let now = self.simulation.host(leader).process.as_ref().map(|process| &process.node);
        let newer = now.map_or(term, raft_core::Node::term);
        if newer != term && !self.is_over() {
            self.reported = Some(Violation::StableLeadership { leader, term, newer });
        }
    }
}
