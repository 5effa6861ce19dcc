//! Cutting and mending links, as commands of the run.

use raft_sim::{Address, Command};

use super::Session;
use crate::words;

impl Session {
    pub(super) fn toggle_link(&mut self, first: Address, second: Address) {
        let network = self.simulation().network();
        let up = network.is_up(first, second) == Some(true)
            && network.is_up(second, first) == Some(true);
        self.set_directions(&[(first, second), (second, first)], !up);
        self.narrator.say(words::link(first, second, !up));
    }

    pub(super) fn toggle_direction(&mut self, from: Address, to: Address) {
        if let Some(up) = self.simulation().network().is_up(from, to) {
            self.set_directions(&[(from, to)], !up);
        }
    }

    /// Cuts every link between a node and the other nodes; its clients keep theirs.
    pub(super) fn isolate(&mut self, node: Address) {
        let hosts = self.simulation().hosts().iter();
        let others = hosts.map(|host| host.id.into()).filter(|&other| other != node).collect();
        self.act(Command::Partition(vec![vec![node], others]));
        self.narrator.say(words::links_of(node, false));
    }

    /// Mends every link of a node.
    pub(super) fn rejoin(&mut self, node: Address) {
        let network = self.simulation().network();
        let directions: Vec<_> = network
            .directions()
            .map(|(from, to, _)| (from, to))
            .filter(|&(from, to)| from == node || to == node)
            .collect();
        self.set_directions(&directions, true);
        self.narrator.say(words::links_of(node, true));
    }

    pub(super) fn set_directions(&mut self, directions: &[(Address, Address)], up: bool) {
        for &(from, to) in directions {
            if self.simulation().network().is_up(from, to) == Some(!up) {
                self.act(if up { Command::Mend { from, to } } else { Command::Cut { from, to } });
            }
        }
    }
}
