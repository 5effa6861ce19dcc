//! Why something happened, and why something did not: each answer with the actual reason, the
//! values that were compared, and where the paper says so.

mod candidates;
mod entries;
mod facts;
mod leaders;
mod messages;
mod requests;
mod stalled;
mod titles;
mod waiting;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests;

use raft_sim::raft_core::LogIndex;
use raft_sim::{Address, InFlightMessage, MessageId, Packet, Simulation};

use super::past::Past;
use super::reason::Explanation;
use crate::intent::Question;
use crate::query;
use crate::text::{Sentence, say};

pub(crate) use facts::explain_record;

/// Answers a question about the present, and says of which node; none if it makes no sense now.
pub(crate) fn explain_now(
    past: &Past,
    question: Question,
) -> Option<(Explanation, Option<Address>)> {
    let simulation = past.simulation;
    Some(match question {
        Question::Sentence | Question::Record(_) => return None,
        Question::Message(number) => {
            let in_flight = simulation.network().message(MessageId(number))?;
            (message(in_flight, past), None)
        }
        Question::Entry { node, index } => {
            (entries::explain(simulation, node, LogIndex(index))?, Some(node))
        }
        Question::Leader => (leader(past), None),
        Question::Client(client) => (waiting::explain(simulation, client)?, Some(client)),
        Question::Vote { voter, candidate } => {
            (candidates::explain(past, voter, candidate)?, Some(voter))
        }
    })
}

/// Why one node leads, or none does, or a leader stays that does not reach enough voters.
fn leader(past: &Past) -> Explanation {
    let simulation = past.simulation;
    let stalled = simulation.leader().and_then(|leader| stalled::explain(simulation, leader));
    stalled.unwrap_or_else(|| leaders::explain(past))
}

/// Why a message is in transit.
pub(crate) fn why_sent(in_flight: &InFlightMessage, past: &Past) -> Vec<Sentence> {
    let ends = (in_flight.from, in_flight.to);
    messages::explain(&in_flight.packet, in_flight.id, ends, past.simulation.now(), past).sentences
}

/// Why a message is in transit, and whether its receiver will heed it.
fn message(in_flight: &InFlightMessage, past: &Past) -> Explanation {
    let InFlightMessage { from, to, ref packet, .. } = *in_flight;
    let reason = messages::explain(packet, in_flight.id, (from, to), past.simulation.now(), past);
    let receiver = to.node().and_then(|to| query::running_node(past.simulation, to));
    let reason = match (packet, receiver) {
        (Packet::Raft(message), Some(receiver)) => {
            let own = receiver.term();
            let needed = say::need_at_least_own(own, to);
            let term = message.term.0;
            messages::compare(reason, &message.body, receiver).with(
                say::compare_its_term(),
                term,
                needed,
                message.term >= own,
            )
        }
        _ => reason,
    };
    reason.titled(say::why_message(from, to))
}

/// What may puzzle the user now: there is no leader or one that stays in vain, an entry waits, a
/// vote is not given.
pub(crate) fn unanswered(simulation: &Simulation) -> Vec<(Sentence, Question)> {
    let mut questions = Vec::new();
    match simulation.leader() {
        None => questions.push((say::why_no_leader(), Question::Leader)),
        Some(leader) if stalled::is_stalled(simulation, leader) => {
            questions.push((say::why_not_replaced(leader), Question::Leader));
        }
        Some(_) => {}
    }
    if let Some((node, index)) = entries::waiting(simulation) {
        let question = Question::Entry { node, index: index.0 };
        questions.push((say::why_entry_waits(index, node), question));
    }
    if let Some(client) = waiting::waiting(simulation)
        && let Some(waits) = waiting::explain(simulation, client)
    {
        questions.push((waits.title, Question::Client(client)));
    }
    if let Some((voter, candidate)) = candidates::unsupported(simulation) {
        let question = Question::Vote { voter, candidate };
        questions.push((say::why_does_not_vote(voter, candidate), question));
    }
    questions
}
