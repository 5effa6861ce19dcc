//! Changing what happens to nodes, links and messages, by commands of the run.

use raft_sim::raft_core::Micros;
use raft_sim::{Address, Command, MessageId};

use super::Session;
use crate::intent::{Fault, LEAST_TIMER_US, NodeAction, NodeSituation};
use crate::query;

impl Session {
    pub(super) fn handle_fault(&mut self, intent: Fault) {
        match intent {
            Fault::Do(command) => self.act(command),
            Fault::Node { node, action } => {
                if let Some(situation) = self.situation(node) {
                    self.do_to_node(action, &situation);
                }
            }
            Fault::NodeShortcut { node, key } => self.press(node, key),
            Fault::Message { message, action } => {
                self.handle((action.row().intent)(MessageId(message)));
            }
            Fault::ToggleLink { first, second } => {
                let up = query::reach(self.lane().simulation(), first, second);
                self.lane_mut().set_link(first, second, !up);
            }
            Fault::ToggleDirection { from, to } => {
                if let Some(up) = self.lane().simulation().network().is_up(from, to) {
                    self.lane_mut().set_direction(from, to, !up);
                }
            }
            Fault::Reconnect(node) => self.reconnect(node),
            Fault::CutAlong(line) => self.lane_mut().cut_along(&line),
            Fault::SetTimer { node, after_us } => {
                let after = Micros(after_us.max(LEAST_TIMER_US));
                self.act(Command::Timer { node, after });
            }
        }
    }

    fn situation(&self, node: Address) -> Option<NodeSituation> {
        query::situation(self.lane().simulation(), node, None)
    }

    fn do_to_node(&mut self, action: NodeAction, situation: &NodeSituation) {
        self.selection.stop_confirming();
        self.handle((action.row().intent)(situation));
    }

    /// Performs the action that has this shortcut in a node's menu.
    fn press(&mut self, node: Address, key: char) {
        let Some(situation) = self.situation(node) else { return };
        let key = key.to_ascii_uppercase();
        let action = NodeAction::possible(&situation).find(|action| action.row().shortcut == key);
        match action {
            Some(action) => self.do_to_node(action, &situation),
            None => self.selection.stop_confirming(),
        }
    }

    /// Mends every link of a node.
    fn reconnect(&mut self, node: Address) {
        let directions = self.lane().simulation().network().directions();
        let directions = directions.filter(|(from, to, _)| *from == node || *to == node);
        let directions: Vec<_> = directions.map(|(from, to, _)| (from, to)).collect();
        for (from, to) in directions {
            self.lane_mut().set_direction(from, to, true);
        }
    }
}
