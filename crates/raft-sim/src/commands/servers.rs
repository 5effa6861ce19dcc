//! Executes commands on one server: its process, its disk, its clock.

use raft_core::{Input, Micros, NodeId, Timer};

use crate::clock::{Clock, Stretch};
use crate::command::Command;
use crate::disk::Damage;
use crate::host::{Host, Waiting};
use crate::network::Loss;
use crate::record::RecordKind;
use crate::simulation::Simulation;
use crate::time::Time;

impl Simulation {
    /// Executes a command on one server; all others are requests of administrators.
    pub(super) fn execute_at_servers(&mut self, command: &Command, cause: u64) {
        let (Command::Crash(address)
        | Command::Restart(address)
        | Command::Freeze(address)
        | Command::Resume(address)
        | Command::EraseDisk(address)
        | Command::ReplaceServer(address)
        | Command::CorruptDisk(address)
        | Command::TimeOut(address)
        | Command::Timer { node: address, .. }
        | Command::Clock { node: address, .. }
        | Command::ClockJump { node: address, .. }
        | Command::Disk { node: address, .. }
        | Command::Configure { node: address, .. }
        | Command::Snapshot(address)) = command
        else {
            return self.administer(command, cause);
        };
        let Some(node) = address.node() else { return }; // `check` refuses clients here
        match *command {
            Command::Crash(_) => self.crash(node, cause),
            Command::Restart(_) => {
                if self.host(node).process.is_none() {
                    self.boot(node, Some(cause));
                }
            }
            Command::Freeze(_) => {
                if let Some(process) = &mut self.host_mut(node).process {
                    process.backlog.get_or_insert_default();
                }
            }
            Command::Resume(_) => self.resume(node, cause),
            Command::EraseDisk(_) => {
                self.crash(node, cause);
                self.host_mut(node).disk.erase();
            }
            Command::ReplaceServer(_) => self.replace_server(node, cause),
            Command::CorruptDisk(_) => self.host_mut(node).disk.corrupt(),
            Command::TimeOut(_) => self.time_out(node, cause),
            Command::Timer { after, .. } => {
                let Host { clock, process, .. } = &mut self.hosts[node.0 as usize];
                let runs = if clock.stands() {
                    Stretch::Endless { left: after }
                } else {
                    Stretch::Ends(after)
                };
                if let Some(process) = process {
                    process.set_remaining_election_time(
                        self.now,
                        after,
                        runs,
                        &mut self.event_queue,
                    );
                }
            }
            Command::Clock { rate_permille, .. } => {
                self.change_clock(node, Micros(0), |clock, now| clock.set_rate(rate_permille, now));
            }
            Command::ClockJump { by, .. } => {
                self.change_clock(node, by, |clock, now| clock.jump(by, now));
            }
            Command::Disk { change, .. } => self.change_disk(node, change, cause),
            Command::Configure { setting, .. } => self.configure(node, setting, cause),
            _ => self.compact(node, cause),
        }
    }

    fn change_clock(&mut self, node: NodeId, jump: Micros, change: impl FnOnce(&mut Clock, Time)) {
        let host = &mut self.hosts[node.0 as usize];
        let old = host.clock;
        change(&mut host.clock, self.now);
        if let Some(process) = &mut host.process {
            process.change_clock((old, host.clock), jump, self.now, &mut self.event_queue);
        }
    }

    pub(crate) fn crash(&mut self, node: NodeId, cause: u64) {
        let host = &mut self.hosts[node.0 as usize];
        let Some(process) = host.process.take() else { return };
        let backlog = process.end(&mut self.event_queue);
        let (lost_writes, torn) = host.disk.crash(&mut self.event_queue);
        if let Some(write) = &torn {
            self.checks.observe_durable(node, write);
        }
        self.checks.observe_crash(node);
        self.record(Some(cause), Some(node.into()), || RecordKind::Crashed {
            lost_writes,
            torn: torn.is_some(),
        });
        for waiting in backlog {
            if let Waiting::Message(message) = waiting {
                self.lose(*message, 1000, Loss::Down);
            }
        }
    }

    /// Starts a new server under the name of one whose disk was erased and that is no longer a
    /// member.
    fn replace_server(&mut self, node: NodeId, cause: u64) {
        // The new server has forgotten its promises, so nodes that still count the old one as a
        // voter could be elected with its vote. The simulator can check this; a real cluster
        // cannot.
        let gone =
            self.hosts.iter().filter(|host| host.id != node).all(|host| match &host.process {
                Some(process) => {
                    process.node.possible_memberships().all(|membership| !membership.contains(node))
                }
                None => {
                    self.checks.memberships(host.id).all(|membership| !membership.contains(node))
                }
            });
        let host = self.host_mut(node);
        if gone && host.process.is_none() && host.disk.damage() == Some(Damage::Erased) {
            host.disk.replace();
            host.is_spare = true;
            self.checks.observe_replacement(node);
            self.boot(node, Some(cause));
        }
    }

    /// A frozen node resumes and handles everything that arrived meanwhile.
    fn resume(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        for waiting in process.backlog.take().unwrap_or_default() {
            match waiting {
                Waiting::Message(message) => self.deliver(*message),
                Waiting::Timer(timer) => self.fire(node, timer),
                Waiting::Sync(number) => self.persisted(node, number, cause),
            }
        }
    }

    /// A node's election timer runs out early. A leader has none.
    fn time_out(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &mut self.hosts[node.0 as usize].process else { return };
        if process.timer(Timer::Election).is_some() && !process.is_frozen() {
            process.cancel_timer(Timer::Election, &mut self.event_queue);
            self.handle_input(node, Input::Timeout(Timer::Election), cause);
        }
    }
}
