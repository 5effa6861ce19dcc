//! Client requests at a node: passed to the protocol, and its answers returned to the clients.

use raft_core::{Answer as Verdict, Input, NodeId, ProposalId, ReadAnswer, ReadId};

use crate::client::{Answer, Reply};
use crate::host::PendingRequest;
use crate::kv::{Operation, Outcome, Request};
use crate::message_id::MessageId;
use crate::packet::Packet;
use crate::simulation::Simulation;

impl Simulation {
    /// A client's request arrived at a node.
    pub(crate) fn handle_request(
        &mut self,
        node: NodeId,
        request: &Request,
        message: MessageId,
        cause: u64,
    ) {
        let asked =
            PendingRequest { client: request.client, serial: request.serial, request: message };
        let local_reads = self.run.scenario.injected_bugs.local_reads;
        let Some(process) = &mut self.host_mut(node).process else { return };
        if let Operation::Get(_) = request.operation {
            let read = process.add_read(request.operation.clone(), asked);
            if local_reads {
                let index = process.node.last_applied();
                return self.answer_read(node, read, ReadAnswer::Ready { index }, cause);
            }
            return self.handle_input(node, Input::Read(read), cause);
        }
        let command = request.encode();
        let proposal = process.add_proposal(asked);
        self.handle_input(node, Input::Propose { proposal, command }, cause);
    }

    pub(crate) fn reply(
        &mut self,
        node: NodeId,
        proposal: ProposalId,
        verdict: Verdict,
        cause: u64,
    ) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        let Some(asked) = process.take_proposal(proposal) else {
            return self.answer_administrator(node, proposal, verdict, cause);
        };
        let PendingRequest { client, serial, .. } = asked;
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
        self.answer(node, asked, reply, cause);
    }

    pub(crate) fn answer_read(
        &mut self,
        node: NodeId,
        read: ReadId,
        answer: ReadAnswer,
        cause: u64,
    ) {
        let Some(process) = &mut self.host_mut(node).process else { return };
        let Some((operation, asked)) = process.take_read(read) else { return };
        let reply = match answer {
            ReadAnswer::Ready { .. } => {
                let value = process.machine.get(operation.key());
                Reply::Done(Outcome::Read(value.map(str::to_owned)))
            }
            ReadAnswer::NotLeader { hint } => Reply::NotLeader { hint },
        };
        self.answer(node, asked, reply, cause);
    }

    fn answer(&mut self, node: NodeId, asked: PendingRequest, reply: Reply, cause: u64) {
        let PendingRequest { client, serial, request } = asked;
        let answer = Packet::Answer(Answer { serial, request, reply });
        self.send(node.into(), client.into(), answer, cause);
    }
}
