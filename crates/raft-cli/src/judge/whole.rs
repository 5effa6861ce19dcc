//! Whether enough of a cluster is whole for something to be expected of it.

use raft_sim::raft_core::{Membership, Micros, NodeId, QuorumSize};
use raft_sim::{Address, ClientId, Host, Simulation};

/// Whether nodes that are a quorum of every membership that may be in effect hear each other and
/// the first client well, while nobody else is heard.
pub(super) fn quorum(simulation: &Simulation) -> bool {
    let hosts = simulation.hosts();
    // What stands in the log of a node that is down may be in effect, too.
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
        let together = neighbours(simulation, host.id);
        let agrees = |node: NodeId| together.contains(&node);
        let is_quorum =
            |membership: &&Membership| membership.is_quorum(QuorumSize::Majority, agrees);
        memberships.iter().all(is_quorum)
            && together.iter().all(|node| is_well(simulation.host(*node)))
            && together.iter().all(|node| is_calm(simulation, (*node).into(), client))
            && are_calm(simulation, &together)
    })
}

/// Whether everybody but one is whole, and can do without it.
pub(super) fn everyone_but(simulation: &Simulation, away: NodeId, leader: NodeId) -> bool {
    let Some(process) = &simulation.host(leader).process else { return false };
    let membership = process.node.membership();
    let usable = |host: &&Host| host.disk.damage().is_none();
    let all: Vec<NodeId> = simulation.hosts().iter().filter(usable).map(|host| host.id).collect();
    let without = |node: NodeId| node != away && all.contains(&node);
    !membership.is_joint()
        && membership.is_quorum(QuorumSize::Majority, without)
        && all.iter().all(|node| is_well(simulation.host(*node)))
        && are_calm(simulation, &all)
}

/// A node and all who are linked with it in any direction, directly or through others.
fn neighbours(simulation: &Simulation, node: NodeId) -> Vec<NodeId> {
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

fn is_well(host: &Host) -> bool {
    host.clock.rate_permille() == 1000
        && host.disk.damage().is_none()
        && host.process.as_ref().is_some_and(|process| !process.is_paused())
}

fn are_calm(simulation: &Simulation, nodes: &[NodeId]) -> bool {
    nodes.iter().all(|&one| {
        let mut others = nodes.iter().filter(|other| **other > one);
        others.all(|&other| is_calm(simulation, one.into(), other.into()))
    })
}

/// Whether a link carries everything in both directions, much faster than anybody's patience.
fn is_calm(simulation: &Simulation, one: Address, other: Address) -> bool {
    let network = simulation.network();
    let scenario = &simulation.run().scenario;
    let patience = scenario.election_timeout.min.min(scenario.client_patience);
    [(one, other), (other, one)].into_iter().all(|(from, to)| {
        let quick = network.quality(from, to).is_some_and(|quality| {
            let travel = quality.latency.0 + quality.jitter.0;
            let disk = scenario.disk_latency.0 + scenario.disk_jitter.0;
            quality.loss_permille == 0
                && quality.reorder_permille == 0
                && quality.tail == Micros(0)
                && quality.bandwidth.is_none()
                && 5 * travel + 2 * disk <= patience.0
        });
        let (up, clogged) = (network.is_up(from, to), network.is_clogged(from, to));
        quick && up == Some(true) && clogged == Some(false)
    })
}
