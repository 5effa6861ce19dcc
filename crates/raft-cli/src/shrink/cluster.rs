//! A smaller cluster, with settings as they usually are.

use raft_sim::raft_core::{NodeId, RuleSet};
use raft_sim::{Address, ClientId, Command, Mistakes, Run, Scenario};

use super::Search;

/// Each makes one setting as it usually is. Those that make a world simple come first.
pub(super) const SETTINGS: [fn(&mut Scenario); 25] = [
    |scenario| scenario.network.loss_permille = 0,
    |scenario| scenario.network.duplicate_permille = 0,
    |scenario| scenario.network.reorder_permille = 0,
    |scenario| scenario.network.tail = usual().network.tail,
    |scenario| scenario.network.bandwidth = None,
    |scenario| scenario.network = usual().network,
    |scenario| scenario.torn_permille = 0,
    |scenario| scenario.disk_jitter = usual().disk_jitter,
    |scenario| scenario.disk_latency = usual().disk_latency,
    |scenario| scenario.compact_after = None,
    |scenario| scenario.snapshot_chunk = usual().snapshot_chunk,
    |scenario| scenario.pre_vote = usual().pre_vote,
    |scenario| scenario.check_quorum = usual().check_quorum,
    |scenario| scenario.reads = usual().reads,
    |scenario| scenario.requests = usual().requests,
    |scenario| scenario.max_entries_per_message = usual().max_entries_per_message,
    |scenario| scenario.max_in_flight = usual().max_in_flight,
    |scenario| scenario.client_patience = usual().client_patience,
    |scenario| scenario.election_timeout = usual().election_timeout,
    |scenario| scenario.heartbeat_interval = usual().heartbeat_interval,
    |scenario| {
        scenario.election_timeout = usual().election_timeout;
        scenario.heartbeat_interval = usual().heartbeat_interval;
    },
    |scenario| scenario.network.jitter = usual().network.jitter,
    |scenario| scenario.network.latency = usual().network.latency,
    |scenario| scenario.waived = RuleSet::EMPTY,
    |scenario| scenario.mistakes = Mistakes::default(),
];

fn usual() -> Scenario {
    Scenario::default()
}

impl Search {
    pub(super) fn simplify_settings(&mut self) {
        for setting in SETTINGS {
            let mut candidate = self.best.clone();
            setting(&mut candidate.scenario);
            if candidate.scenario != self.best.scenario {
                self.attempt(&candidate, 6);
            }
        }
        // Of several rules that are switched off, one may be enough.
        for rule in self.best.scenario.waived.iter() {
            let mut candidate = self.best.clone();
            candidate.scenario.waived = candidate.scenario.waived.without(rule);
            self.attempt(&candidate, 6);
        }
    }

    pub(super) fn drop_nodes(&mut self) {
        let mut node = self.best.scenario.nodes + self.best.scenario.spares;
        while node > 0 && !self.is_over() {
            node -= 1;
            let mut candidate = self.best.clone();
            let scenario = &mut candidate.scenario;
            if node >= scenario.nodes {
                scenario.spares -= 1;
            } else {
                scenario.nodes -= 1;
            }
            leave_out(&mut candidate, NodeId(node).into());
            self.attempt(&candidate, 8);
        }
    }

    pub(super) fn drop_clients(&mut self) {
        for client in (0..self.best.scenario.clients).rev() {
            let mut candidate = self.best.clone();
            candidate.scenario.clients -= 1;
            leave_out(&mut candidate, ClientId(client).into());
            if candidate.scenario.clients > 0 && !self.attempt(&candidate, 3) {
                // Perhaps what it asks for matters, not who asks.
                candidate = self.best.clone();
                candidate.scenario.clients -= 1;
                for timed in &mut candidate.commands {
                    if let Command::Submit { client: of, .. } = &mut timed.command {
                        *of = ClientId(0).into();
                    }
                }
                leave_out(&mut candidate, ClientId(client).into());
                self.attempt(&candidate, 3);
            }
        }
    }
}

/// Takes a node or client out of every command; those after it move up by one.
fn leave_out(run: &mut Run, gone: Address) {
    let renamed = |address: Address| match (address, gone) {
        _ if address == gone => None,
        (Address::Node(node), Address::Node(gone)) if node > gone => {
            Some(NodeId(node.0 - 1).into())
        }
        (Address::Client(client), Address::Client(gone)) if client > gone => {
            Some(ClientId(client.0 - 1).into())
        }
        _ => Some(address),
    };
    run.commands.retain_mut(|timed| rename(&mut timed.command, renamed).is_some());
}

/// Renames everybody in a command; none if somebody whom it needs is gone.
fn rename(command: &mut Command, renamed: impl Fn(Address) -> Option<Address>) -> Option<()> {
    let all = |addresses: &mut Vec<Address>| {
        *addresses = addresses.iter().filter_map(|address| renamed(*address)).collect();
    };
    let one = |address: &mut Address| renamed(*address).map(|name| *address = name);
    match command {
        Command::Cut { from, to }
        | Command::Mend { from, to }
        | Command::Clog { from, to }
        | Command::Unclog { from, to }
        | Command::Link { from, to, .. }
        | Command::DropNext { from, to, .. }
        | Command::Replace { node: from, by: to } => one(from).and_then(|()| one(to)),
        Command::Partition(groups) => {
            groups.iter_mut().for_each(all);
            groups.retain(|group| !group.is_empty());
            (groups.len() > 1).then_some(())
        }
        Command::Reconfigure { voters, learners } => {
            all(voters);
            all(learners);
            (!voters.is_empty()).then_some(())
        }
        Command::Isolate(node)
        | Command::Crash(node)
        | Command::Restart(node)
        | Command::Pause(node)
        | Command::Resume(node)
        | Command::Wipe(node)
        | Command::Renew(node)
        | Command::Rot(node)
        | Command::Clock { node, .. }
        | Command::TimeOut(node)
        | Command::Timer { node, .. }
        | Command::Snapshot(node)
        | Command::Add(node)
        | Command::Remove(node)
        | Command::Transfer(node) => one(node),
        Command::Submit { client, via, .. } => {
            *via = via.and_then(&renamed);
            one(client)
        }
        Command::Heal
        | Command::Network(_)
        | Command::Drop(_)
        | Command::Duplicate(_)
        | Command::Delay { .. }
        | Command::Waive(_)
        | Command::Enforce(_) => Some(()),
    }
}
