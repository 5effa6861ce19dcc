//! Determines whether enough of a cluster is free of faults that it must make progress.

use raft_sim::raft_core::{Membership, Micros, NodeId, QuorumSize};
use raft_sim::{Address, ClientId, Host, Simulation};

/// Whether there are nodes that form a quorum of every membership that may be in effect, and that
/// exchange messages with each other and the first client without loss or delay, while no other
/// node can reach them.
pub(super) fn has_fault_free_quorum(simulation: &Simulation) -> bool {
    let hosts = simulation.hosts();
    // A membership in the log of a stopped node may be in effect, too.
    if simulation.clients().is_empty()
        || !hosts.iter().all(|host| host.process.is_some() || host.disk.damage().is_some())
    {
        return false;
    }
    let memberships: Vec<&Membership> = hosts
        .iter()
        .filter_map(|host| host.process.as_ref())
        .flat_map(|process| process.node.possible_memberships())
        .filter(|membership| !membership.voters.is_empty())
        .collect();
    let client = Address::Client(ClientId(0));
    hosts.iter().any(|host| {
        let together = connected_nodes(simulation, host.id);
        let agrees = |node: NodeId| together.contains(&node);
        let is_quorum =
            |membership: &&Membership| membership.is_quorum(QuorumSize::Majority, agrees);
        memberships.iter().all(is_quorum)
            && together.iter().all(|node| is_fault_free(simulation.host(*node)))
            && together.iter().all(|node| is_link_fault_free(simulation, (*node).into(), client))
            && are_links_fault_free(simulation, &together)
    })
}

/// Whether all nodes but `away` are free of faults and form a quorum without it.
pub(super) fn is_rest_fault_free(simulation: &Simulation, away: NodeId, leader: NodeId) -> bool {
    let Some(process) = &simulation.host(leader).process else { return false };
    let membership = process.node.membership();
    let usable = |host: &&Host| host.disk.damage().is_none();
    let all: Vec<NodeId> = simulation.hosts().iter().filter(usable).map(|host| host.id).collect();
    let without = |node: NodeId| node != away && all.contains(&node);
    !membership.is_joint()
        && membership.is_quorum(QuorumSize::Majority, without)
        && all.iter().all(|node| is_fault_free(simulation.host(*node)))
        && are_links_fault_free(simulation, &all)
}

/// A node and all running nodes that are connected with it in any direction, directly or through
/// others.
fn connected_nodes(simulation: &Simulation, node: NodeId) -> Vec<NodeId> {
    let mut together = vec![node];
    let mut at = 0;
    while let Some(&one) = together.get(at) {
        at += 1;
        for host in simulation.hosts() {
            let up = |from: NodeId, to: NodeId| {
                simulation.network().is_up(from.into(), to.into()) == Some(true)
            };
            let linked = up(one, host.id) || up(host.id, one);
            if linked && host.process.is_some() && !together.contains(&host.id) {
                together.push(host.id);
            }
        }
    }
    together
}

fn is_fault_free(host: &Host) -> bool {
    host.clock.rate_permille() == 1000
        && host.disk.damage().is_none()
        && host.process.as_ref().is_some_and(|process| !process.is_frozen())
}

fn are_links_fault_free(simulation: &Simulation, nodes: &[NodeId]) -> bool {
    nodes.iter().all(|&one| {
        let mut others = nodes.iter().filter(|other| **other > one);
        others.all(|&other| is_link_fault_free(simulation, one.into(), other.into()))
    })
}

/// Whether a link delivers every message in both directions, much faster than the election timeout
/// and the client's timeout.
fn is_link_fault_free(simulation: &Simulation, one: Address, other: Address) -> bool {
    let network = simulation.network();
    let scenario = &simulation.run().scenario;
    let patience = scenario.election_timeout.min.min(scenario.client_patience);
    [(one, other), (other, one)].into_iter().all(|(from, to)| {
        let quick = network.link_config(from, to).is_some_and(|quality| {
            let travel = quality.latency.0 + quality.jitter.0;
            let disk = scenario.disk_latency.0 + scenario.disk_jitter.0;
            quality.loss_permille == 0
                && quality.reorder_permille == 0
                && quality.tail == Micros(0)
                && quality.bandwidth.is_none()
                && 5 * travel + 2 * disk <= patience.0
        });
        let (up, stalled) = (network.is_up(from, to), network.is_stalled(from, to));
        quick && up == Some(true) && stalled == Some(false)
    })
}
