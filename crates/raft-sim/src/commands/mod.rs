//! Executes commands on links, messages and rules, and passes the others on.

mod administer;
mod check;
mod equipment;
mod servers;

use std::sync::Arc;

use raft_core::{Config, RuleSet};

use crate::address::Address;
use crate::command::Command;
use crate::network::Loss;
use crate::record::RecordKind;
use crate::simulation::Simulation;

impl Simulation {
    /// Executes a command that has been checked. A command without effect, such as stopping a
    /// stopped node, leaves only its record.
    pub(crate) fn execute(&mut self, command: Command) {
        let cause = self.record(None, None, || RecordKind::Commanded(command.clone()));
        match command {
            Command::Cut { from, to } => self.set_up(from, to, false),
            Command::Mend { from, to } => self.set_up(from, to, true),
            Command::Stall { from, to } => self.set_stalled(from, to, true),
            Command::Unstall { from, to } => self.set_stalled(from, to, false),
            Command::Partition(groups) => {
                let group = |end| groups.iter().position(|group| group.contains(&end));
                self.cut_where(|from, to| match (group(from), group(to)) {
                    (Some(one), Some(other)) => one != other,
                    _ => false,
                });
            }
            Command::Isolate(node) => self.cut_where(|from, to| from == node || to == node),
            Command::Heal => {
                let all: Vec<_> = self.network.directions().collect();
                for (from, to, _) in all {
                    self.set_up(from, to, true);
                    self.set_stalled(from, to, false);
                }
            }
            Command::Network(config) => {
                let all: Vec<_> = self.network.directions().collect();
                for (from, to, _) in all {
                    self.network.set_config((from, to), config);
                }
            }
            Command::Link { from, to, config } => self.network.set_config((from, to), config),
            Command::DropNext { kind, from, to } => self.network.drop_next((from, to), kind),
            Command::Drop(message) => {
                if let Some(message) = self.network.take_off(message, &mut self.event_queue) {
                    let place = message.progress_permille(self.now);
                    self.lose(message, place, Loss::Dropped);
                }
            }
            Command::Duplicate(message) => {
                if let Some(message) = self.network.message(message) {
                    let (from, to, packet) = (message.from, message.to, message.packet.clone());
                    self.send_duplicate(from, to, packet, cause);
                }
            }
            Command::Delay { message, by } => {
                self.network.delay(message, by, self.now, &mut self.event_queue);
            }
            Command::Waive(rule) => self.waive(self.waived.with(rule)),
            Command::Enforce(rule) => self.waive(self.waived.without(rule)),
            Command::Submit { client: Address::Client(client), via, operation } => {
                self.submit(client, via.and_then(Address::node), operation, cause);
            }
            Command::Resend { client: Address::Client(client), via, serial } => {
                self.resend(client, via.and_then(Address::node), serial, cause);
            }
            // `check` refuses nodes in the place of clients.
            Command::Submit { .. } | Command::Resend { .. } => {}
            other => self.execute_at_servers(&other, cause),
        }
    }

    fn set_up(&mut self, from: Address, to: Address, up: bool) {
        self.network.set_up((from, to), up, self.now, &mut self.event_queue);
    }

    fn set_stalled(&mut self, from: Address, to: Address, stalled: bool) {
        self.network.set_stalled((from, to), stalled, self.now, &mut self.event_queue);
    }

    fn cut_where(&mut self, is_cut: impl Fn(Address, Address) -> bool) {
        let cut: Vec<_> =
            self.network.directions().filter(|&(from, to, _)| is_cut(from, to)).collect();
        for (from, to, _) in cut {
            self.set_up(from, to, false);
        }
    }

    fn waive(&mut self, rules: RuleSet) {
        self.waived = rules;
        for config in [&mut self.config, &mut self.spare_config] {
            *config = Arc::new(Config { waived: rules, ..Config::clone(config) });
        }
        // A node with its own settings also starts with the scenario's rules.
        for process in self.hosts.iter_mut().filter_map(|host| host.process.as_mut()) {
            process.node.waive(rules);
        }
    }
}
