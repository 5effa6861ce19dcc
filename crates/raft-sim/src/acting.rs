//! Acting on the world: commands from outside, and what clients do.

use std::collections::BTreeSet;
use std::sync::Arc;

use raft_core::{Config, Input, Membership, NodeId, ProposalId, RuleSet, Timer};

use crate::address::{Address, ClientId};
use crate::agenda::Due;
use crate::client::{Answer, Next, PAUSE, Status};
use crate::command::Command;
use crate::disk::Damage;
use crate::host::Waiting;
use crate::kv::{Operation, Request};
use crate::network::{Loss, Packet};
use crate::record::Fact;
use crate::simulation::{BadCommand, Simulation};

/// The name of what an administrator proposes; clients' proposals count from 0.
const ADMINISTRATOR: ProposalId = ProposalId(u64::MAX);

fn nodes_of(addresses: &[Address]) -> BTreeSet<NodeId> {
    // Collecting would sort first, which is much code for the few members of a cluster.
    let mut nodes = BTreeSet::new();
    nodes.extend(addresses.iter().copied().filter_map(Address::node));
    nodes
}

impl Simulation {
    /// Whether this cluster has what a command names, and the command makes sense.
    pub(crate) fn check(&self, command: &Command) -> Result<(), BadCommand> {
        let known = |address: Address| match address {
            Address::Node(node) => (node.0 as usize) < self.hosts.len(),
            Address::Client(client) => (client.0 as usize) < self.clients.len(),
        };
        let node = |address: Address| match address {
            Address::Node(_) if known(address) => Ok(()),
            _ => Err(BadCommand::NoSuchNode(address)),
        };
        let link = |from, to| {
            self.network.is_up(from, to).map(|_| ()).ok_or(BadCommand::NoSuchLink(from, to))
        };
        match *command {
            Command::Cut { from, to }
            | Command::Mend { from, to }
            | Command::Clog { from, to }
            | Command::Unclog { from, to }
            | Command::DropNext { from, to, .. } => link(from, to),
            Command::Link { from, to, quality } => {
                quality.check().map_err(BadCommand::Quality)?;
                link(from, to)
            }
            Command::Partition(ref groups) => {
                let ends: Vec<Address> = groups.iter().flatten().copied().collect();
                for (place, &end) in ends.iter().enumerate() {
                    if !known(end) {
                        return Err(BadCommand::NoSuchEnd(end));
                    }
                    if ends[..place].contains(&end) {
                        return Err(BadCommand::Twice(end));
                    }
                }
                Ok(())
            }
            Command::Heal
            | Command::Drop(_)
            | Command::Duplicate(_)
            | Command::Delay { .. }
            | Command::Waive(_)
            | Command::Enforce(_) => Ok(()),
            Command::Clock { node: of, rate_permille } => match rate_permille {
                100..=10_000 => node(of),
                rate => Err(BadCommand::Rate(rate)),
            },
            Command::Crash(of)
            | Command::Restart(of)
            | Command::Pause(of)
            | Command::Resume(of)
            | Command::Wipe(of)
            | Command::Renew(of)
            | Command::Rot(of)
            | Command::Isolate(of)
            | Command::TimeOut(of)
            | Command::Timer { node: of, .. }
            | Command::Snapshot(of)
            | Command::Add(of)
            | Command::Remove(of)
            | Command::Transfer(of) => node(of),
            Command::Replace { node: old, by } => node(old).and_then(|()| node(by)),
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
        let cause = self.record(None, None, || Fact::Commanded(command.clone()));
        match command {
            Command::Cut { from, to } => self.set_up(from, to, false),
            Command::Mend { from, to } => self.set_up(from, to, true),
            Command::Clog { from, to } => self.set_clogged(from, to, true),
            Command::Unclog { from, to } => self.set_clogged(from, to, false),
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
                    self.set_clogged(from, to, false);
                }
            }
            Command::Link { from, to, quality } => self.network.set_quality((from, to), quality),
            Command::DropNext { kind, from, to } => self.network.drop_next((from, to), kind),
            Command::Drop(message) => {
                if let Some(flight) = self.network.take_off(message, &mut self.agenda) {
                    let place = flight.progress_permille(self.now);
                    self.lose(flight, place, Loss::Dropped);
                }
            }
            Command::Duplicate(message) => {
                if let Some(flight) = self.network.flight(message) {
                    let (from, to, packet) = (flight.from, flight.to, flight.packet.clone());
                    self.send_again(from, to, packet, cause);
                }
            }
            Command::Delay { message, by } => {
                self.network.delay(message, by, self.now, &mut self.agenda);
            }
            Command::Waive(rule) => self.waive(self.waived.with(rule)),
            Command::Enforce(rule) => self.waive(self.waived.without(rule)),
            Command::Submit { client: Address::Client(client), via, operation } => {
                self.submit(client, via.and_then(Address::node), operation, cause);
            }
            Command::Submit { .. } => {} // `check` refuses nodes in the place of clients
            other => self.carry_out_at_nodes(&other, cause),
        }
    }

    fn carry_out_at_nodes(&mut self, command: &Command, cause: u64) {
        let (Command::Crash(address)
        | Command::Restart(address)
        | Command::Pause(address)
        | Command::Resume(address)
        | Command::Wipe(address)
        | Command::Renew(address)
        | Command::Rot(address)
        | Command::TimeOut(address)
        | Command::Timer { node: address, .. }
        | Command::Clock { node: address, .. }
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
            Command::Pause(_) => {
                if let Some(process) = &mut self.host_mut(node).process {
                    process.backlog.get_or_insert_default();
                }
            }
            Command::Resume(_) => self.resume(node, cause),
            Command::Wipe(_) => {
                self.crash(node, cause);
                self.host_mut(node).disk.erase();
            }
            Command::Renew(_) => self.renew(node, cause),
            Command::Rot(_) => self.host_mut(node).disk.rot(),
            Command::TimeOut(_) => self.time_out(node, cause),
            Command::Timer { after, .. } => {
                let (now, at) = (self.now, self.now + after);
                if let Some(process) = &mut self.hosts[node.0 as usize].process
                    && process.timer(Timer::Election).is_some()
                {
                    process.set_timer(Timer::Election, now, at, &mut self.agenda);
                }
            }
            Command::Clock { rate_permille, .. } => {
                let host = &mut self.hosts[node.0 as usize];
                let old = host.clock;
                host.clock.set_rate(rate_permille, self.now);
                if let Some(process) = &mut host.process {
                    process.change_pace(old, host.clock, self.now, &mut self.agenda);
                }
            }
            _ => self.compact(node, cause),
        }
    }

    /// What an administrator asks of the leader, if there is one.
    fn administer(&mut self, command: &Command, cause: u64) {
        let Some(leader) = self.leader() else { return };
        let Some(process) = &self.host(leader).process else { return };
        let Membership { mut voters, mut learners, .. } = process.node.membership().clone();
        let input = match command {
            Command::Transfer(to) => to.node().map(|to| Input::Transfer { to }),
            Command::Reconfigure { voters: wanted, learners: also } => {
                (voters, learners) = (nodes_of(wanted), nodes_of(also));
                None
            }
            Command::Add(node) => {
                voters.extend(node.node());
                learners.retain(|learner| Some(*learner) != node.node());
                None
            }
            Command::Remove(node) => {
                voters.retain(|voter| Some(*voter) != node.node());
                learners.retain(|learner| Some(*learner) != node.node());
                None
            }
            Command::Replace { node, by } => {
                voters.retain(|voter| Some(*voter) != node.node());
                voters.extend(by.node());
                learners.retain(|learner| !voters.contains(learner));
                None
            }
            _ => return,
        };
        let proposal = ADMINISTRATOR;
        let input = input.unwrap_or(Input::Reconfigure { proposal, voters, learners });
        self.feed_unless_paused(leader, input, cause);
    }

    /// Who is held up does not even hear an administrator.
    fn feed_unless_paused(&mut self, node: NodeId, input: Input, cause: u64) {
        if self.host(node).process.as_ref().is_some_and(|process| !process.is_paused()) {
            self.feed(node, input, cause);
        }
    }

    fn set_up(&mut self, from: Address, to: Address, up: bool) {
        self.network.set_up((from, to), up, self.now, &mut self.agenda);
    }

    fn set_clogged(&mut self, from: Address, to: Address, clogged: bool) {
        self.network.set_clogged((from, to), clogged, self.now, &mut self.agenda);
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
        for process in self.hosts.iter_mut().filter_map(|host| host.process.as_mut()) {
            process.node.waive(rules);
        }
    }

    fn crash(&mut self, node: NodeId, cause: u64) {
        let host = &mut self.hosts[node.0 as usize];
        let Some(process) = host.process.take() else { return };
        let backlog = process.end(&mut self.agenda);
        let (lost_writes, torn) = host.disk.crash(&mut self.agenda);
        if let Some(write) = &torn {
            self.checks.observe_durable(node, write);
        }
        self.checks.observe_crash(node);
        self.record(Some(cause), Some(node.into()), || Fact::Crashed {
            lost_writes,
            torn: torn.is_some(),
        });
        for waiting in backlog {
            if let Waiting::Message(flight) = waiting {
                self.lose(*flight, 1000, Loss::Down);
            }
        }
    }

    /// A new server comes under the name of one that was wiped and is no member any longer.
    fn renew(&mut self, node: NodeId, cause: u64) {
        // Whoever still counts the old one could be elected by the new one, which has forgotten
        // everything. Here one can know; in a real cluster nobody can.
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
            host.disk.renew();
            host.is_spare = true;
            self.checks.observe_renewal(node);
            self.boot(node, Some(cause));
        }
    }

    /// A node that was held up goes on with all that has happened meanwhile.
    fn resume(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        for waiting in process.backlog.take().unwrap_or_default() {
            match waiting {
                Waiting::Message(flight) => self.deliver(*flight),
                Waiting::Timer(timer) => self.fire(node, timer),
                Waiting::Sync(number) => self.persisted(node, number, cause),
            }
        }
    }

    /// The election timer of a node runs out now instead of later. A leader has none.
    fn time_out(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &mut self.hosts[node.0 as usize].process else { return };
        if process.timer(Timer::Election).is_some() && !process.is_paused() {
            process.cancel_timer(Timer::Election, &mut self.agenda);
            self.feed(node, Input::Timeout(Timer::Election), cause);
        }
    }

    fn submit(&mut self, client: ClientId, via: Option<NodeId>, operation: Operation, cause: u64) {
        let now = self.now;
        let (serial, node) = self.client_mut(client).submit(operation.clone(), via, now);
        self.checks.observe_invocation(client, serial, &operation);
        let cause =
            self.record(Some(cause), Some(client.into()), || Fact::Submitted { serial, operation });
        self.ask(client, serial, node, cause);
    }

    fn ask(&mut self, client: ClientId, serial: u64, node: NodeId, cause: u64) {
        self.client_mut(client).asks(serial, node);
        let Some(asked) = self.client_mut(client).operation_mut(serial) else { return };
        let operation = asked.operation.clone();
        let settled = self.client_mut(client).settled();
        let request = Packet::Request(Request { client, serial, settled, operation });
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
            let violation = self.checks.observe_settled(client, serial, &status);
            let settled =
                self.record(cause, Some(client.into()), || Fact::Settled { serial, status });
            self.report_all(violation, settled);
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
