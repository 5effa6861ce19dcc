//! Requests of administrators, to the leader or to a chosen node.

use raft_core::{Answer, Input, NodeId, ProposalId};

use crate::administration::{AdminRequest, Administration, place_of, proposal_of};
use crate::command::Command;
use crate::record::RecordKind;
use crate::simulation::Simulation;

impl Simulation {
    /// Sends a request to the chosen node, or to the leader if there is one.
    pub(super) fn administer(&mut self, command: &Command, cause: u64) {
        let (node, request) = match command {
            Command::Administer { via, request } => (via.node(), Some(request.clone())),
            command => (self.leader(), command.admin_request()),
        };
        if let (Some(node), Some(request)) = (node, request) {
            self.ask_for_administration(node, request, cause);
        }
    }

    /// A stopped or frozen node does not receive an administrator's request.
    fn ask_for_administration(&mut self, node: NodeId, request: AdminRequest, cause: u64) {
        let host = &mut self.hosts[node.0 as usize];
        let Some(process) = host.process.as_ref().filter(|process| !process.is_frozen()) else {
            return;
        };
        let proposal = proposal_of(host.administered.len());
        let redirect =
            (!process.node.is_leader()).then(|| Answer::NotLeader { hint: process.node.leader() });
        let input = if let Some((voters, learners)) = request.target(process.node.membership()) {
            Input::Reconfigure { proposal, voters, learners }
        } else {
            let AdminRequest::Transfer(to) = request else { return };
            let Some(to) = to.node() else { return }; // `check` refuses clients here
            Input::Transfer { to }
        };
        let is_transfer = matches!(input, Input::Transfer { .. });
        host.administered.push(Administration { request, answer: None });
        self.handle_input(node, input, cause);
        // The protocol itself answers a membership change.
        if let Some(answer) = redirect.filter(|_| is_transfer) {
            self.answer_administrator(node, proposal, answer, cause);
        }
    }

    /// A node answers an administrator.
    pub(crate) fn answer_administrator(
        &mut self,
        node: NodeId,
        proposal: ProposalId,
        answer: Answer,
        cause: u64,
    ) {
        let administered = &mut self.hosts[node.0 as usize].administered;
        let asked = place_of(proposal).and_then(|place| administered.get_mut(place));
        let Some(asked) = asked.filter(|asked| asked.answer.is_none()) else { return };
        asked.answer = Some(answer);
        let request = asked.request.clone();
        self.record(Some(cause), Some(node.into()), || RecordKind::Administered {
            request,
            answer,
        });
    }
}
