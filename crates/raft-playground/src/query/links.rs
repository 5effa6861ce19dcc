//! What passes between nodes and clients, and how well.

use raft_sim::raft_core::NodeId;
use raft_sim::{Address, Command, LinkConfig, Simulation};

/// Whether two nodes run, and messages pass both ways between them.
pub(crate) fn hear_each_other(simulation: &Simulation, one: NodeId, other: NodeId) -> bool {
    passes(simulation, one, other) && passes(simulation, other, one)
}

/// Whether two nodes run, and what the one sends reaches the other.
pub(crate) fn passes(simulation: &Simulation, from: NodeId, to: NodeId) -> bool {
    let runs = |node: NodeId| simulation.host(node).process.is_some();
    let is_up = || simulation.network().is_up(from.into(), to.into()) == Some(true);
    runs(from) && runs(to) && (from == to || is_up())
}

/// Whether a node can send to and hear from another one: whether the link is up both ways.
pub(crate) fn reach(simulation: &Simulation, first: Address, second: Address) -> bool {
    let network = simulation.network();
    network.is_up(first, second) == Some(true) && network.is_up(second, first) == Some(true)
}

/// Whether a node has links to other nodes that are up, and links that are cut, in any direction.
pub(super) fn has_links(simulation: &Simulation, node: Address) -> (bool, bool) {
    let (mut up, mut cut) = (false, false);
    for (from, to, is_up) in simulation.network().directions() {
        if from == node || to == node {
            cut |= !is_up;
            up |= is_up && from.node().is_some() && to.node().is_some();
        }
    }
    (up, cut)
}

/// The links of which directions were cut, or mended, with one gesture: by commands of this
/// instant, the last of which has just been carried out. Each with whether both directions were.
pub(crate) fn links_changed_now(
    simulation: &Simulation,
    mended: bool,
) -> Vec<(Address, Address, bool)> {
    let commands = &simulation.run().commands;
    let done = &commands[..commands.len() - simulation.upcoming_commands().len()];
    let mut links: Vec<(Address, Address, bool)> = Vec::new();
    for timed in done.iter().rev().take_while(|timed| timed.at == simulation.now()) {
        let (from, to) = match timed.command {
            Command::Cut { from, to } if !mended => (from, to),
            Command::Mend { from, to } if mended => (from, to),
            _ => break,
        };
        let is_of = |link: &&mut (Address, Address, bool)| (link.0, link.1) == (to, from);
        match links.iter_mut().find(is_of) {
            Some(link) => link.2 = true,
            None => links.push((from, to, false)),
        }
    }
    links
}

/// The quality of every link; none if not all are alike.
pub(crate) fn common_quality(simulation: &Simulation) -> Option<LinkConfig> {
    let network = simulation.network();
    let mut qualities = network.directions().map(|(from, to, _)| network.link_config(from, to));
    let first = qualities.next().unwrap_or(Some(simulation.run().scenario.network));
    if qualities.all(|quality| quality == first) { first } else { None }
}

/// The quality that was last set for every link.
pub(crate) fn usual_quality(simulation: &Simulation) -> LinkConfig {
    let run = simulation.run();
    let done = run.commands.iter().rev().filter(|timed| timed.at <= simulation.now());
    let mut set = done.filter_map(|timed| match timed.command {
        Command::Network(quality) => Some(quality),
        _ => None,
    });
    set.next().unwrap_or(run.scenario.network)
}

/// How fast each clock runs, in thousandths of true time.
pub(crate) fn clock_rates(simulation: &Simulation) -> Vec<(Address, u16)> {
    let hosts = simulation.hosts().iter();
    hosts.map(|host| (host.id.into(), host.clock.rate_permille())).collect()
}
