//! The driver of the nodes: gives inputs to the protocol and carries out its steps.

use std::mem;
use std::sync::Arc;

use raft_core::{
    AfterWrite, Effect, Entry, Input, Node, NodeId, Payload, Step, Write, WriteNumber,
};

use crate::address::Address;
use crate::disk::DiskState;
use crate::host::{Host, Process, Waiting};
use crate::kv::Request;
use crate::machine::Machine;
use crate::packet::Packet;
use crate::record::RecordKind;
use crate::simulation::Simulation;

impl Simulation {
    /// Starts a node from the durable contents of its disk.
    pub(crate) fn boot(&mut self, node: NodeId, cause: Option<u64>) {
        let host = self.host_mut(node);
        host.incarnation.0 += 1;
        let incarnation = host.incarnation;
        let host = self.host(node);
        let disk = host.disk.durable().to_disk();
        let now = host.clock.at(self.now);
        let config = &self.config_of(host);
        let booted = match host.disk.damage() {
            Some(damage) => Err(damage.to_string()),
            None => Node::boot(node, incarnation, Arc::clone(config), disk, now)
                .map_err(|damage| damage.to_string()),
        };
        match booted {
            Ok((core, mut step)) => {
                let violations = self.checks.observe_boot(&core);
                let machine = Machine::new(self.run.scenario.injected_bugs);
                self.host_mut(node).process = Some(Process::new(core, machine));
                let cause = self.perform(node, &mut step, cause);
                for violation in violations {
                    self.report(violation, cause);
                }
            }
            Err(reason) => {
                self.record(cause, Some(node.into()), || RecordKind::RefusedToStart { reason });
            }
        }
    }

    /// Gives an input to a running node and carries out the step.
    pub(crate) fn handle_input(&mut self, node: NodeId, input: Input, cause: u64) {
        let now = self.host(node).clock.at(self.now);
        let mut step = self.buffers.0.take().unwrap_or_default();
        let Some(process) = &mut self.host_mut(node).process else { return };
        process.node.step_into([input], now, &mut step);
        self.perform(node, &mut step, Some(cause));
        self.buffers.0 = Some(step);
        self.compact_if_due(node, cause);
    }

    /// Replaces a node's log with a snapshot once it is long enough (§7).
    fn compact_if_due(&mut self, node: NodeId, cause: u64) {
        let host = self.host(node);
        let Some(after) = self.settings_of(host).compact_after else { return };
        let Some(process) = &host.process else { return };
        let (core, index) = (&process.node, process.node.last_applied());
        if index.0 >= core.log().base().index.0.saturating_add(after.max(1)) {
            self.compact(node, cause);
        }
    }

    /// Replaces a node's log with a snapshot of the applied entries (§7).
    pub(crate) fn compact(&mut self, node: NodeId, cause: u64) {
        let Some(process) = &self.host(node).process else { return };
        let (index, data) = (process.node.last_applied(), process.machine.save());
        if index > process.node.log().base().index {
            self.handle_input(node, Input::Compact { index, data }, cause);
        }
    }

    /// The oldest write of a node is durable, or has failed.
    pub(crate) fn sync(&mut self, node: NodeId) {
        if self.host(node).disk.state() == DiskState::Fails {
            return self.fail_write(node);
        }
        let Some(write) = self.host_mut(node).disk.complete() else { return };
        self.checks.observe_durable(node, &write);
        let cause = self.record(None, Some(node.into()), || RecordKind::Persisted(write.number));
        match self.host_mut(node).process.as_mut().map(|process| &mut process.backlog) {
            Some(Some(backlog)) => backlog.push(Waiting::Sync(write.number)),
            _ => self.persisted(node, write.number, cause),
        }
    }

    /// A server cannot know what a failed write has left on its disk, so it stops.
    fn fail_write(&mut self, node: NodeId) {
        let Some((_, write)) = self.host(node).disk.under_way().next() else { return };
        let number = write.number;
        let cause = self.record(None, Some(node.into()), || RecordKind::WriteFailed(number));
        self.crash(node, cause);
    }

    /// A node learns that a write is durable: performs the effects that waited for it.
    pub(crate) fn persisted(&mut self, node: NodeId, number: WriteNumber, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        process.durable = process.durable.max(number);
        self.release(node, cause);
        self.handle_input(node, Input::Persisted(number), cause);
    }

    /// Carries out a step. Returns the record that is the cause of its consequences.
    fn perform(&mut self, node: NodeId, step: &mut Step, cause: Option<u64>) -> u64 {
        let place = Some(Address::Node(node));
        let mut newest = None;
        for event in step.events.drain(..) {
            newest = Some(self.record(cause, place, || RecordKind::Protocol(event)));
        }
        let cause = cause.or(newest).unwrap_or_default();

        let write = step.write.take();
        self.observe(node, write.as_ref(), cause);
        let hasty = self.run.scenario.injected_bugs.hasty_promises;
        let mut hastily_persisted = None;
        if let Some(write) = write {
            self.record(Some(cause), place, || RecordKind::WriteBegan(write.clone()));
            hastily_persisted = Some(write.number).filter(|_| hasty);
            self.hosts[node.0 as usize].disk.begin(write, node, self.now, &mut self.event_queue);
        }
        for effect in step.at_once.drain(..) {
            self.perform_effect(node, effect, cause);
        }
        self.perform_after_write(node, &mut step.after_write, cause);
        if let Some(number) = hastily_persisted {
            self.persisted(node, number, cause); // the bug: nothing has waited for the disk
        }
        cause
    }

    /// Lets the checks examine a node after a step.
    fn observe(&mut self, node: NodeId, write: Option<&Write>, cause: u64) {
        let Some(process) = &self.hosts[node.0 as usize].process else { return };
        let change = write.and_then(|write| write.log.as_ref());
        let mut violations = Vec::new();
        if let Some(snapshot) = write.and_then(|write| write.snapshot.as_ref()) {
            if change.is_some() {
                self.checks.observe_snapshot(&process.node);
            } else {
                let kept = self.checks.observe_kept_suffix(&process.node, snapshot.last);
                violations.extend(kept);
            }
        }
        self.checks.observe(&process.node, change, &mut violations);
        self.report_all(violations, cause);
    }

    /// Performs effects, or queues them behind those that already wait for the disk.
    fn perform_after_write(&mut self, node: NodeId, after_write: &mut AfterWrite, cause: u64) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        if after_write.is_empty() {
            return;
        }
        // Most need not wait, such as the reply to a heartbeat.
        let durable = process.durable;
        if process.held.is_empty()
            && let Some(effects) = after_write.release(durable)
        {
            return effects.for_each(|effect| self.perform_effect(node, effect, cause));
        }
        process.held.push(mem::take(after_write));
        self.release(node, cause);
    }

    /// Performs the effects whose writes are durable.
    fn release(&mut self, node: NodeId, cause: u64) {
        while let Some(mut held) = self.host_mut(node).process.as_mut().and_then(Process::release) {
            for effect in held.release(held.needs()).into_iter().flatten() {
                self.perform_effect(node, effect, cause);
            }
        }
    }

    fn perform_effect(&mut self, node: NodeId, effect: Effect, cause: u64) {
        let now = self.now;
        match effect {
            Effect::Send { to, message } => {
                self.send(node.into(), to.into(), Packet::Raft(message), cause);
            }
            Effect::SetTimer { timer, after } => {
                let Host { process: Some(process), timer_draws, clock, .. } =
                    &mut self.hosts[node.0 as usize]
                else {
                    return;
                };
                let span = timer_draws.span(&after);
                process.set_timer(timer, now, clock.stretch(span), &mut self.event_queue);
            }
            Effect::CancelTimer(timer) => {
                if let Some(process) = &mut self.hosts[node.0 as usize].process {
                    process.cancel_timer(timer, &mut self.event_queue);
                }
            }
            Effect::Apply(entry) => self.apply(node, entry, cause),
            Effect::Reply { proposal, answer } => self.reply(node, proposal, answer, cause),
            Effect::Restore(snapshot) => {
                let injected_bugs = self.run.scenario.injected_bugs;
                let violation = self.checks.observe_restore(node, snapshot.last.index);
                if let Some(process) = &mut self.host_mut(node).process {
                    process.machine = Machine::load(&snapshot.data, injected_bugs);
                }
                self.report_all(violation, cause);
            }
            Effect::AnswerRead { read, answer } => self.answer_read(node, read, answer, cause),
        }
    }

    fn apply(&mut self, node: NodeId, entry: Entry, cause: u64) {
        let Some(process) = &mut self.hosts[node.0 as usize].process else { return };
        let commit_index = process.node.commit_index();
        let mut violations = self.checks.observe_apply(node, &entry, commit_index);
        let request = match &entry.payload {
            Payload::NoOp | Payload::Membership(_) => None,
            Payload::Command(command) => Request::decode(command),
        };
        let outcome = request.and_then(|request| {
            let (outcome, executed) = process.machine.apply(&request);
            if executed {
                let twice = self.checks.observe_execution(&request, entry.index);
                violations.extend(twice);
            }
            outcome
        });
        let cause =
            self.record(Some(cause), Some(node.into()), || RecordKind::Applied { entry, outcome });
        self.report_all(violations, cause);
    }
}
