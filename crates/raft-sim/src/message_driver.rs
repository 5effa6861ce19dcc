//! Messages: sending, duplication, delivery and loss.

use raft_core::Input;

use crate::address::Address;
use crate::host::Waiting;
use crate::kv::Request;
use crate::message_id::MessageId;
use crate::message_kind::MessageKind;
use crate::network::{InFlightMessage, Loss};
use crate::packet::Packet;
use crate::record::{Envelope, RecordKind};
use crate::simulation::Simulation;

impl Simulation {
    pub(crate) fn send(&mut self, from: Address, to: Address, packet: Packet, cause: u64) {
        if let Some(node) = from.node() {
            self.host_mut(node).sent[MessageKind::of(&packet) as usize] += 1;
        }
        let message = self.network.next_id();
        self.note_request(&packet, message);
        let sent = self.record(Some(cause), Some(from), || {
            RecordKind::Sent(Envelope { message, from, to, packet: packet.clone() })
        });
        let duplicated =
            self.network.send((from, to), packet, sent, self.now, &mut self.event_queue);
        if duplicated && let Some(message) = self.network.message(message) {
            let packet = message.packet.clone();
            self.send_duplicate(from, to, packet, sent);
        }
    }

    /// Sends a copy of a message.
    pub(crate) fn send_duplicate(
        &mut self,
        from: Address,
        to: Address,
        packet: Packet,
        cause: u64,
    ) {
        let message = self.network.next_id();
        self.note_request(&packet, message);
        let sent = self.record(Some(cause), Some(from), || {
            RecordKind::Duplicated(Envelope { message, from, to, packet: packet.clone() })
        });
        self.network.send_duplicate((from, to), packet, sent, self.now, &mut self.event_queue);
    }

    /// A client cannot know that an operation failed while any request for it may still take
    /// effect.
    fn note_request(&mut self, packet: &Packet, message: MessageId) {
        if let Packet::Request(Request { client, serial, .. }) = packet {
            self.clients[client.0 as usize].sent(*serial, message);
        }
    }

    pub(crate) fn end_transit(&mut self, id: MessageId) {
        let Some(message) = self.network.take(id) else { return };
        if let Some(death) = message.death {
            return self.lose(message, death.place_permille, death.loss);
        }
        let Address::Node(node) = message.to else { return self.deliver(message) };
        match &mut self.host_mut(node).process {
            None => self.lose(message, 1000, Loss::Down),
            Some(process) => match &mut process.backlog {
                Some(backlog) => backlog.push(Waiting::Message(Box::new(message))),
                None => self.deliver(message),
            },
        }
    }

    /// A message is lost.
    pub(crate) fn lose(&mut self, message: InFlightMessage, place_permille: u16, loss: Loss) {
        let InFlightMessage { id, from, to, packet, cause, .. } = message;
        self.record(Some(cause), None, || {
            let envelope = Envelope { message: id, from, to, packet };
            RecordKind::Lost { envelope, place_permille, loss }
        });
    }

    /// The receiver handles a message.
    pub(crate) fn deliver(&mut self, message: InFlightMessage) {
        let InFlightMessage { id, from, to, packet, cause, .. } = message;
        let cause = self.record(Some(cause), Some(to), || {
            RecordKind::Delivered(Envelope { message: id, from, to, packet: packet.clone() })
        });
        match (from, to, packet) {
            (Address::Node(from), Address::Node(to), Packet::Raft(message)) => {
                self.handle_input(to, Input::Deliver { from, message }, cause);
            }
            (Address::Client(_), Address::Node(to), Packet::Request(request)) => {
                self.handle_request(to, &request, id, cause);
            }
            (Address::Node(from), Address::Client(to), Packet::Answer(answer)) => {
                self.handle_answer(to, from, &answer, cause);
            }
            _ => {} // no other pair of addresses occurs
        }
    }
}
