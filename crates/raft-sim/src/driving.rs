//! Driving the nodes: what goes into the protocol, and what its steps ask for.

use std::sync::Arc;

use raft_core::{
    Answer as Verdict, Effect, Entry, Input, LocalTime, Node, NodeId, Payload, ProposalId,
    ReadAnswer, ReadId, Step,
};

use crate::address::Address;
use crate::client::{Answer, Reply};
use crate::host::{Host, Process};
use crate::kv::{Machine, Operation, Outcome, Request};
use crate::network::Packet;
use crate::record::{Fact, Parcel};
use crate::simulation::Simulation;

impl Simulation {
    /// Starts a node from what its disk holds durably.
    pub(crate) fn boot(&mut self, node: NodeId, cause: Option<u64>) {
        let disk = self.host(node).disk.durable().clone();
        let now: LocalTime = self.now.local();
        let spare = node.0 >= self.run.scenario.nodes;
        let config = if spare { &self.spare_config } else { &self.config };
        match Node::boot(node, Arc::clone(config), disk, now) {
            Ok((core, step)) => {
                let violations = self.checks.observe_boot(&core);
                self.host_mut(node).process = Some(Process::new(core));
                let cause = self.perform(node, step, cause);
                for violation in violations {
                    self.report(violation, cause);
                }
            }
            Err(damage) => {
                let reason = damage.to_string();
                self.record(cause, Some(node.into()), Fact::RefusedToStart { reason });
            }
        }
    }

    /// Gives a running node an input and does what it asks for.
    pub(crate) fn feed(&mut self, node: NodeId, input: Input, cause: u64) {
        let now = self.now.local();
        let Some(process) = &mut self.host_mut(node).process else { return };
        let step = process.node.step(input, now);
        self.perform(node, step, Some(cause));
        self.compact_if_due(node, cause);
    }

    /// Replaces a node's log by a snapshot once it has grown long enough (§7).
    fn compact_if_due(&mut self, node: NodeId, cause: u64) {
        let Some(after) = self.run.scenario.compact_after else { return };
        let Some(process) = &self.host(node).process else { return };
        let (core, index) = (&process.node, process.node.last_applied());
        if index.0 >= core.log().base().index.0.saturating_add(after.max(1)) {
            let data = process.machine.save();
            self.feed(node, Input::Compact { index, data }, cause);
        }
    }

    /// The oldest write of a node is durable: what waited for it may go.
    pub(crate) fn sync(&mut self, node: NodeId) {
        let Some(number) = self.host_mut(node).disk.complete() else { return };
        let cause = self.record(None, Some(node.into()), Fact::Persisted(number));
        let Some(process) = &mut self.host_mut(node).process else { return };
        process.durable = number;
        self.release(node, cause);
        self.feed(node, Input::Persisted(number), cause);
    }

    /// A client's request reached a node.
    pub(crate) fn take_request(&mut self, node: NodeId, request: &Request, cause: u64) {
        let command = request.encode();
        let Some(process) = &mut self.host_mut(node).process else { return };
        if let Operation::Get(_) = request.operation {
            let read = process.read(request.clone());
            return self.feed(node, Input::Read(read), cause);
        }
        let proposal = process.ask(request.client, request.serial);
        self.feed(node, Input::Propose { proposal, command }, cause);
    }

    /// Does what a step asks for; gives the record from which its consequences follow.
    fn perform(&mut self, node: NodeId, step: Step, cause: Option<u64>) -> u64 {
        let Step { write, at_once, after_write, events } = step;
        let place = Some(Address::Node(node));
        let mut newest = None;
        for event in events {
            newest = Some(self.record(cause, place, Fact::Protocol(event)));
        }
        let cause = cause.or(newest).unwrap_or_default();

        let change = write.as_ref().and_then(|write| write.log.as_ref());
        let host = &self.hosts[node.0 as usize];
        if let Some(process) = &host.process {
            if write.as_ref().is_some_and(|write| write.snapshot.is_some()) && change.is_some() {
                self.checks.observe_snapshot(&process.node);
            }
            for violation in self.checks.observe(&process.node, change) {
                self.report(violation, cause);
            }
        }
        if let Some(write) = write {
            self.record(Some(cause), place, Fact::WriteBegan(write.clone()));
            self.hosts[node.0 as usize].disk.begin(write, node, self.now, &mut self.agenda);
        }
        for effect in at_once {
            self.carry_effect(node, effect, cause);
        }
        if !after_write.is_empty() {
            if let Some(process) = &mut self.host_mut(node).process {
                process.held.push_back(after_write);
            }
            self.release(node, cause);
        }
        cause
    }

    /// Lets go whatever no longer waits for the disk.
    fn release(&mut self, node: NodeId, cause: u64) {
        while let Some(mut held) = self.host_mut(node).process.as_mut().and_then(Process::release) {
            for effect in held.release(held.needs()).into_iter().flatten() {
                self.carry_effect(node, effect, cause);
            }
        }
    }

    fn carry_effect(&mut self, node: NodeId, effect: Effect, cause: u64) {
        let now = self.now;
        match effect {
            Effect::Send { to, message } => {
                self.send(node.into(), to.into(), Packet::Raft(message), cause);
            }
            Effect::SetTimer { timer, after } => {
                let Host { process: Some(process), timer_draws, .. } =
                    &mut self.hosts[node.0 as usize]
                else {
                    return;
                };
                let at = now + timer_draws.span(&after);
                process.set_timer(timer, now, at, &mut self.agenda);
            }
            Effect::CancelTimer(timer) => {
                if let Some(process) = &mut self.hosts[node.0 as usize].process {
                    process.cancel_timer(timer, &mut self.agenda);
                }
            }
            Effect::Apply(entry) => self.apply(node, entry, cause),
            Effect::Reply { proposal, answer } => self.reply(node, proposal, answer, cause),
            Effect::Restore(snapshot) => {
                if let Some(process) = &mut self.host_mut(node).process {
                    process.machine = Machine::load(&snapshot.data);
                }
            }
            Effect::AnswerRead { read, answer } => self.answer_read(node, read, answer, cause),
        }
    }

    fn apply(&mut self, node: NodeId, entry: Entry, cause: u64) {
        let violation = self.checks.observe_apply(node, &entry);
        let Some(process) = &mut self.host_mut(node).process else { return };
        let request = match &entry.payload {
            Payload::NoOp | Payload::Membership(_) => None,
            Payload::Command(command) => Request::decode(command),
        };
        let outcome = request.map(|request| process.machine.apply(&request));
        let cause = self.record(Some(cause), Some(node.into()), Fact::Applied { entry, outcome });
        if let Some(violation) = violation {
            self.report(violation, cause);
        }
    }

    fn reply(&mut self, node: NodeId, proposal: ProposalId, verdict: Verdict, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        let Some((client, serial)) = process.asker(proposal) else { return };
        let reply = match verdict {
            Verdict::Committed(_) => match process.machine.outcome(client, serial) {
                Some(outcome) => Reply::Done(outcome.clone()),
                None => return,
            },
            Verdict::Superseded { lost, by } => Reply::Superseded { lost, by },
            Verdict::NotLeader { hint } => Reply::NotLeader { hint },
            Verdict::Refused(_) => Reply::NotLeader { hint: None },
            Verdict::Unknown => return,
        };
        let answer = Packet::Answer(Answer { serial, reply });
        self.send(node.into(), client.into(), answer, cause);
    }

    fn answer_read(&mut self, node: NodeId, read: ReadId, answer: ReadAnswer, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        let Some(request) = process.reader(read) else { return };
        let reply = match answer {
            ReadAnswer::Ready { .. } => {
                let value = process.machine.get(request.operation.key());
                Reply::Done(Outcome::Read(value.map(str::to_owned)))
            }
            ReadAnswer::NotLeader { hint } => Reply::NotLeader { hint },
        };
        let answer = Packet::Answer(Answer { serial: request.serial, reply });
        self.send(node.into(), request.client.into(), answer, cause);
    }

    pub(crate) fn send(&mut self, from: Address, to: Address, packet: Packet, cause: u64) {
        let message = self.network.next_id();
        let parcel = Parcel { message, from, to, packet: packet.clone() };
        let sent = self.record(Some(cause), Some(from), Fact::Sent(parcel));
        self.network.send((from, to), packet, sent, self.now, &mut self.agenda);
    }
}
