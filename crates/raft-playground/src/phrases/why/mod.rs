//! Why something happened, and why something did not: each answer in one sentence, with the values
//! that were compared and where the paper says so.

mod candidates;
mod entries;
mod events;
mod facts;
mod leaders;
mod messages;
mod stalled;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests;

use std::fmt::Display;
use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Rule, Verdict};
use raft_sim::{Address, InFlightMessage, MessageId, Packet, Simulation};

use super::rule_sentence;
use crate::intent::Question;
use crate::query;

pub(crate) use facts::explain_record;

/// One comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// What was compared: `copies`.
    pub what: &'static str,
    /// What it was.
    pub here: Rc<str>,
    /// What it had to be.
    pub needed: Rc<str>,
    /// Whether it was.
    pub holds: bool,
}

/// An answer, before it is put into a view.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) title: String,
    pub(crate) sentence: String,
    pub(crate) section: &'static str,
    pub(crate) compared: Vec<Compared>,
}

impl Answer {
    fn new(sentence: impl Into<String>, section: &'static str) -> Self {
        Self { sentence: sentence.into(), section, ..Self::default() }
    }

    fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Adds a comparison.
    fn with(
        mut self,
        what: &'static str,
        here: &dyn Display,
        needed: &dyn Display,
        holds: bool,
    ) -> Self {
        let (here, needed) = (here.to_string().into(), needed.to_string().into());
        self.compared.push(Compared { what, here, needed, holds });
        self
    }

    /// Adds what decided, if it was not simply allowed: the rule that forbids it, or those that
    /// would have.
    fn judged(mut self, verdict: Verdict) -> Self {
        match verdict {
            Verdict::Allow => {}
            Verdict::Refuse(rule) => self.add_rule(rule, ""),
            Verdict::Waive(rules) => rules.iter().for_each(|rule| {
                self.add_rule(rule, "Only because a rule is switched off, which says: ");
            }),
        }
        self
    }

    fn add_rule(&mut self, rule: Rule, before: &str) {
        for part in [" ", before, rule_sentence(rule)] {
            self.sentence.push_str(part);
        }
        self.section = rule.section();
    }
}

/// Answers a question about the present, and says of which node; none if it makes no sense now.
pub(crate) fn answer_now(
    simulation: &Simulation,
    question: Question,
) -> Option<(Answer, Option<Address>)> {
    Some(match question {
        Question::Sentence | Question::Record(_) => return None,
        Question::Message(number) => {
            let flight = simulation.network().message(MessageId(number))?;
            (message(flight, simulation), None)
        }
        Question::Entry { node, index } => {
            (entries::explain(simulation, node, LogIndex(index))?, Some(node))
        }
        Question::Leader => (leader(simulation), None),
        Question::Vote { voter, candidate } => {
            (candidates::explain(simulation, voter, candidate)?, Some(voter))
        }
    })
}

/// Why somebody leads, or nobody does, or a leader stays that reaches no majority.
fn leader(simulation: &Simulation) -> Answer {
    let stalled = simulation.leader().and_then(|leader| stalled::explain(simulation, leader));
    stalled.unwrap_or_else(|| leaders::explain(simulation))
}

/// Why a message is on its way, in one sentence.
pub(crate) fn why_sent(flight: &InFlightMessage) -> String {
    messages::explain(&flight.packet, flight.from, flight.to).sentence
}

/// Why a message is on its way, and whether its receiver will heed it.
fn message(flight: &InFlightMessage, simulation: &Simulation) -> Answer {
    let answer = messages::explain(&flight.packet, flight.from, flight.to);
    let (Packet::Raft(message), Some(to)) = (&flight.packet, flight.to.node()) else {
        return answer;
    };
    let Some(receiver) = query::running_node(simulation, to) else {
        return answer;
    };
    let own = receiver.term();
    let needed = format!("at least {own}, {}’s own", flight.to);
    answer.with("its term", &message.term, &needed, message.term >= own)
}

/// What may puzzle somebody now: there is no leader or one that stays in vain, an entry waits, a
/// vote is not given.
pub(crate) fn unanswered(simulation: &Simulation) -> Vec<(Rc<str>, Question)> {
    let mut questions = Vec::new();
    match simulation.leader() {
        None => questions.push(("Why is there no leader?".into(), Question::Leader)),
        Some(leader) if stalled::is_stalled(simulation, leader) => {
            questions.push((stalled::title(leader).into(), Question::Leader));
        }
        Some(_) => {}
    }
    if let Some((node, index)) = entries::waiting(simulation) {
        let text = format!("Why is entry {index} of {node} not committed?");
        questions.push((text.into(), Question::Entry { node, index: index.0 }));
    }
    if let Some((voter, candidate)) = candidates::unsupported(simulation) {
        let text = format!("Why does {voter} not vote for {candidate}?");
        questions.push((text.into(), Question::Vote { voter, candidate }));
    }
    questions
}
