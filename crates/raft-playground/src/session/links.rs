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

    /// Cuts or mends every link between a node and the other nodes; its clients keep theirs when
    /// it is cut.
    pub(super) fn set_links_of(&mut self, node: Address, up: bool) {
        let is_client = |address| matches!(address, Address::Client(_));
        let directions: Vec<_> = self
            .simulation()
            .network()
            .directions()
            .map(|(from, to, _)| (from, to))
            .filter(|&(from, to)| from == node || to == node)
            .filter(|&(from, to)| up || !(is_client(from) || is_client(to)))
            .collect();
        self.set_directions(&directions, up);
        self.narrator.say(words::links_of(node, up));
    }

    fn set_directions(&mut self, directions: &[(Address, Address)], up: bool) {
        for &(from, to) in directions {
            if self.simulation().network().is_up(from, to) == Some(!up) {
                self.act(if up { Command::Mend { from, to } } else { Command::Cut { from, to } });
            }
        }
    }
}
