//! The actions of clients: they send requests, wait, handle answers and retry.

use raft_core::{Micros, NodeId};

use crate::address::ClientId;
use crate::client::{Answer, Client, Next, PAUSE, Status};
use crate::event_queue::ScheduledEvent;
use crate::kv::{Operation, Request};
use crate::packet::Packet;
use crate::record::RecordKind;
use crate::simulation::Simulation;

impl Simulation {
    /// Starts an operation of a client, which sends it to the given node or else chooses one.
    pub(crate) fn submit(
        &mut self,
        client: ClientId,
        via: Option<NodeId>,
        operation: Operation,
        cause: u64,
    ) {
        let now = self.now;
        let (serial, node) = self.client_mut(client).submit(operation.clone(), via, now);
        self.checks.observe_invocation(client, serial, &operation);
        let cause = self.record(Some(cause), Some(client.into()), || RecordKind::Submitted {
            serial,
            operation,
        });
        self.ask(client, serial, node, cause);
    }

    /// A client repeats an operation under its old number, whatever it knows about the outcome. An
    /// operation that will never take effect is not repeated: it would be a new operation.
    pub(crate) fn resend(
        &mut self,
        client: ClientId,
        via: Option<NodeId>,
        serial: u64,
        cause: u64,
    ) {
        let Some(asked) = self.client_mut(client).operation_mut(serial) else { return };
        if asked.status == Status::Failed {
            return;
        }
        let (node, operation) = (via.unwrap_or(asked.asked), asked.operation.clone());
        // A later answer cannot show that the operation never takes effect.
        let settled = self.client_mut(client).settled().min(serial);
        let request = Packet::Request(Request { client, serial, settled, operation });
        self.send(client.into(), node.into(), request, cause);
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

    /// Sets or cancels a client's timeout.
    fn wait(&mut self, client: ClientId, serial: u64, span: Option<Micros>) {
        let now = self.now;
        let key = span.map(|span| {
            self.event_queue.add(now + span, ScheduledEvent::ClientTimeout(client, serial))
        });
        let Some(operation) = self.client_mut(client).operation_mut(serial) else { return };
        if let Some(old) = core::mem::replace(&mut operation.timeout, key) {
            self.event_queue.remove(old);
        }
    }

    /// A client received an answer.
    pub(crate) fn handle_answer(
        &mut self,
        client: ClientId,
        from: NodeId,
        answer: &Answer,
        cause: u64,
    ) {
        let before = self.status(client, answer.serial);
        let next = self.client_mut(client).hear(from, answer);
        self.finish_turn(client, answer.serial, next, before.as_ref(), Some(cause));
    }

    /// A client's timeout has passed.
    pub(crate) fn handle_client_timeout(&mut self, client: ClientId, serial: u64) {
        let before = self.status(client, serial);
        if let Some(operation) = self.client_mut(client).operation_mut(serial) {
            operation.timeout = None;
        }
        let next = self.client_mut(client).handle_client_timeout(serial);
        self.finish_turn(client, serial, next, before.as_ref(), None);
    }

    fn finish_turn(
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
            let now = self.now;
            if let Some(operation) = self.client_mut(client).operation_mut(serial) {
                operation.settled_at = Some(now);
            }
            let violation = self.checks.observe_settled(client, serial, &status);
            let settled =
                self.record(cause, Some(client.into()), || RecordKind::Settled { serial, status });
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

    fn client_mut(&mut self, client: ClientId) -> &mut Client {
        &mut self.clients[client.0 as usize]
    }
}
