//! Acting on the world: commands from outside, and what clients do.

use std::collections::BTreeSet;

use raft_core::{Input, NodeId, ProposalId, Timer};

use crate::address::{Address, ClientId};
use crate::agenda::Due;
use crate::client::{Answer, Next, PAUSE, Status};
use crate::kv::{Operation, Request};
use crate::network::Packet;
use crate::record::Fact;
use crate::scenario::Command;
use crate::simulation::{BadCommand, Simulation};

/// The name of what an administrator proposes; clients' proposals count from 0.
const ADMINISTRATOR: ProposalId = ProposalId(u64::MAX);

fn nodes_of(addresses: &[Address]) -> BTreeSet<NodeId> {
    let node = |address: &Address| match address {
        Address::Node(node) => Some(*node),
        Address::Client(_) => None,
    };
    let mut nodes = BTreeSet::new();
    nodes.extend(addresses.iter().filter_map(node));
    nodes
}

impl Simulation {
    /// Whether this cluster has what a command names.
    pub(crate) fn check(&self, command: &Command) -> Result<(), BadCommand> {
        let known = |address: Address| match address {
            Address::Node(node) => (node.0 as usize) < self.hosts.len(),
            Address::Client(client) => (client.0 as usize) < self.clients.len(),
        };
        let node = |address: Address| match address {
            Address::Node(_) if known(address) => Ok(()),
            _ => Err(BadCommand::NoSuchNode(address)),
        };
        match *command {
            Command::Cut { from, to } | Command::Mend { from, to } => {
                self.network.is_up(from, to).map(|_| ()).ok_or(BadCommand::NoSuchLink(from, to))
            }
            Command::Heal => Ok(()),
            Command::Crash(address)
            | Command::Restart(address)
            | Command::TimeOut(address)
            | Command::Transfer(address) => node(address),
            Command::Reconfigure { ref voters, ref learners } => {
                voters.iter().chain(learners).try_for_each(|&address| node(address))
            }
            Command::Submit { client, via, .. } => match client {
                Address::Client(_) if known(client) => via.map_or(Ok(()), node),
                _ => Err(BadCommand::NoSuchClient(client)),
            },
        }
    }

    /// Carries out a command that has been checked. One that asks for what is so already, such as
    /// stopping a stopped node, leaves only its record.
    pub(crate) fn carry_out(&mut self, command: Command) {
        let cause = self.record(None, None, Fact::Commanded(command.clone()));
        match command {
            Command::Cut { from, to } => self.set_up(from, to, false),
            Command::Mend { from, to } => self.set_up(from, to, true),
            Command::Heal => {
                let cut: Vec<_> = self.network.directions().filter(|(_, _, up)| !up).collect();
                for (from, to, _) in cut {
                    self.set_up(from, to, true);
                }
            }
            Command::Crash(Address::Node(node)) => self.crash(node, cause),
            Command::Restart(Address::Node(node)) => {
                if self.host(node).process.is_none() {
                    self.boot(node, Some(cause));
                }
            }
            Command::TimeOut(Address::Node(node)) => self.time_out(node, cause),
            Command::Submit { client: Address::Client(client), via, operation } => {
                let via = via.and_then(|address| match address {
                    Address::Node(node) => Some(node),
                    Address::Client(_) => None,
                });
                self.submit(client, via, operation, cause);
            }
            Command::Reconfigure { voters, learners } => {
                let (voters, learners) = (nodes_of(&voters), nodes_of(&learners));
                let proposal = ADMINISTRATOR;
                self.tell_leader(Input::Reconfigure { proposal, voters, learners }, cause);
            }
            Command::Transfer(Address::Node(to)) => {
                self.tell_leader(Input::Transfer { to }, cause);
            }
            Command::Crash(_)
            | Command::Restart(_)
            | Command::Transfer(_)
            | Command::TimeOut(_)
            | Command::Submit { .. } => {} // `check` refuses clients in the place of nodes
        }
    }

    fn set_up(&mut self, from: Address, to: Address, up: bool) {
        self.network.set_up((from, to), up, self.now, &mut self.agenda);
    }

    fn crash(&mut self, node: NodeId, cause: u64) {
        let host = &mut self.hosts[node.0 as usize];
        let Some(process) = host.process.take() else { return };
        process.end(&mut self.agenda);
        let lost_writes = host.disk.crash(&mut self.agenda);
        self.record(Some(cause), Some(node.into()), Fact::Crashed { lost_writes });
    }

    /// The election timer of a node runs out now instead of later. A leader has none.
    fn time_out(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &mut self.hosts[node.0 as usize].process else { return };
        if process.timer(Timer::Election).is_some() {
            process.cancel_timer(Timer::Election, &mut self.agenda);
            self.feed(node, Input::Timeout(Timer::Election), cause);
        }
    }

    /// An administrator's wish goes to the leader, if there is one.
    fn tell_leader(&mut self, input: Input, cause: u64) {
        if let Some(leader) = self.leader() {
            self.feed(leader, input, cause);
        }
    }

    fn submit(&mut self, client: ClientId, via: Option<NodeId>, operation: Operation, cause: u64) {
        let now = self.now;
        let (serial, node) = self.client_mut(client).submit(operation.clone(), via, now);
        let fact = Fact::Submitted { serial, operation };
        let cause = self.record(Some(cause), Some(client.into()), fact);
        self.ask(client, serial, node, cause);
    }

    fn ask(&mut self, client: ClientId, serial: u64, node: NodeId, cause: u64) {
        self.client_mut(client).asks(serial, node);
        let Some(asked) = self.client_mut(client).operation_mut(serial) else { return };
        let operation = asked.operation.clone();
        let request = Packet::Request(Request { client, serial, operation });
        self.send(client.into(), node.into(), request, cause);
        self.wait(client, serial, Some(self.run.scenario.client_patience));
    }

    /// Lets a client wait, or ends its waiting.
    fn wait(&mut self, client: ClientId, serial: u64, span: Option<raft_core::Micros>) {
        let now = self.now;
        let slot = span.map(|span| self.agenda.add(now + span, Due::Patience(client, serial)));
        let Some(operation) = self.client_mut(client).operation_mut(serial) else { return };
        if let Some(old) = core::mem::replace(&mut operation.patience, slot) {
            self.agenda.remove(old);
        }
    }

    /// A client heard from a node.
    pub(crate) fn hear(&mut self, client: ClientId, from: NodeId, answer: &Answer, cause: u64) {
        let before = self.status(client, answer.serial);
        let next = self.client_mut(client).hear(from, answer);
        self.go_on(client, answer.serial, next, before.as_ref(), Some(cause));
    }

    /// A client has waited long enough.
    pub(crate) fn lose_patience(&mut self, client: ClientId, serial: u64) {
        let before = self.status(client, serial);
        if let Some(operation) = self.client_mut(client).operation_mut(serial) {
            operation.patience = None;
        }
        let next = self.client_mut(client).lose_patience(serial);
        self.go_on(client, serial, next, before.as_ref(), None);
    }

    fn go_on(
        &mut self,
        client: ClientId,
        serial: u64,
        next: Next,
        before: Option<&Status>,
        cause: Option<u64>,
    ) {
        let status = self.status(client, serial);
        if let Some(status) = status.filter(|status| Some(status) != before) {
            self.wait(client, serial, None);
            self.record(cause, Some(client.into()), Fact::Settled { serial, status });
        }
        match next {
            Next::Ask(node) => self.ask(client, serial, node, cause.unwrap_or_default()),
            Next::Pause => self.wait(client, serial, Some(PAUSE)),
            Next::Rest => {}
        }
    }

    fn status(&mut self, client: ClientId, serial: u64) -> Option<Status> {
        let operation = self.client_mut(client).operation_mut(serial)?;
        Some(operation.status.clone())
    }

    fn client_mut(&mut self, client: ClientId) -> &mut crate::client::Client {
        &mut self.clients[client.0 as usize]
    }
}
