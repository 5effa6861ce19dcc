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

use raft_sim::raft_core::{LogIndex, LogPosition, Rule, Verdict};
use raft_sim::{Address, Flight, MessageId, Packet, Record, Simulation};

use crate::session::Session;
use crate::words;

pub(crate) use leaders::hear_each_other;

/// What can be asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// Why what the sentence tells has happened.
    Sentence,
    /// Why what this record tells has happened; the records of the transcript can be asked about.
    Record(u64),
    /// Why a message on its way was sent.
    Message(u64),
    /// Why the entry at an index is committed or not, as this node has it.
    Entry {
        /// In whose log.
        node: Address,
        /// Where in it.
        index: u64,
    },
    /// Why somebody leads, or nobody does.
    Leader,
    /// Why a node voted for another in its term, or did not.
    Vote {
        /// Who voted or did not.
        voter: Address,
        /// For whom.
        candidate: Address,
    },
}

/// An answer.
#[derive(Clone, PartialEq, Debug)]
pub struct WhyView {
    /// The question in words: `Why is entry 6 not committed?`.
    pub title: Rc<str>,
    /// When and where: `2.871 s, at D`.
    pub place: Rc<str>,
    /// The answer.
    pub sentence: Rc<str>,
    /// Where it is stated: `§5.4.2`, `diss. §9.6`; empty where nothing of the protocol decided.
    pub section: &'static str,
    /// The values that were compared.
    pub compared: Vec<Compared>,
    /// What else one may ask now, in words and as data.
    pub also: Vec<(Rc<str>, Question)>,
}

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

/// A question that was asked, with what it needs to be answered later on.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// About what happened once.
    Record(Rc<Record>),
    /// About what is so now.
    Now(Question),
}

/// What there is to say, before it is put into a frame.
#[derive(Default)]
struct Answer {
    title: String,
    sentence: String,
    section: &'static str,
    compared: Vec<Compared>,
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
        for part in [" ", before, words::rule_sentence(rule)] {
            self.sentence.push_str(part);
        }
        self.section = rule.section();
    }
}

/// Takes a question; none if there is nothing that it could be about.
pub(crate) fn ask(session: &Session, question: Question) -> Option<Asked> {
    let about = match question {
        Question::Sentence => match session.narrator.about() {
            Some(record) => record,
            None => return Some(Asked::Now(Question::Leader)),
        },
        Question::Record(seq) => session.recent.find(seq)?,
        other => return Some(Asked::Now(other)),
    };
    Some(Asked::Record(Rc::clone(about)))
}

/// Answers the question that was asked, if one was and it still makes sense.
pub(crate) fn draw(session: &Session, before: Option<&Rc<WhyView>>) -> Option<Rc<WhyView>> {
    let simulation = session.simulation();
    let (answer, at, place) = match session.asked.as_ref()? {
        Asked::Record(record) => (facts::explain(record), record.at, record.place),
        Asked::Now(question) => {
            let (answer, place) = answer_now(simulation, *question)?;
            (answer, simulation.now(), place)
        }
    };
    let seconds = words::seconds(at.0);
    let place = match place {
        Some(place) => format!("{seconds}, at {place}"),
        None => seconds,
    };
    let view = WhyView {
        title: answer.title.into(),
        place: place.into(),
        sentence: answer.sentence.into(),
        section: answer.section,
        compared: answer.compared,
        also: also(simulation, session.asked.as_ref()),
    };
    match before {
        Some(before) if **before == view => Some(Rc::clone(before)),
        _ => Some(Rc::new(view)),
    }
}

fn answer_now(simulation: &Simulation, question: Question) -> Option<(Answer, Option<Address>)> {
    Some(match question {
        Question::Sentence | Question::Record(_) => return None,
        Question::Message(number) => {
            let flight = simulation.network().flight(MessageId(number))?;
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
pub(crate) fn why_sent(flight: &Flight) -> String {
    messages::explain(&flight.packet, flight.from, flight.to).sentence
}

/// Why a message is on its way, and whether its receiver will heed it.
fn message(flight: &Flight, simulation: &Simulation) -> Answer {
    let answer = messages::explain(&flight.packet, flight.from, flight.to);
    let (Packet::Raft(message), Some(to)) = (&flight.packet, flight.to.node()) else {
        return answer;
    };
    let Some(receiver) = leaders::running(simulation).find(|node| node.id() == to) else {
        return answer;
    };
    let own = receiver.term();
    let needed = format!("at least {own}, {}’s own", flight.to);
    answer.with("its term", &message.term, &needed, message.term >= own)
}

/// What may puzzle somebody now: nobody leads, an entry waits, a vote is not given.
fn also(simulation: &Simulation, asked: Option<&Asked>) -> Vec<(Rc<str>, Question)> {
    let mut also = Vec::new();
    match simulation.leader() {
        None => also.push(("Why is there no leader?".into(), Question::Leader)),
        Some(leader) if stalled::explain(simulation, leader).is_some() => {
            also.push((stalled::title(leader).into(), Question::Leader));
        }
        Some(_) => {}
    }
    if let Some((node, index)) = entries::waiting(simulation) {
        let text = format!("Why is entry {index} of {node} not committed?");
        also.push((text.into(), Question::Entry { node, index: index.0 }));
    }
    if let Some((voter, candidate)) = candidates::unsupported(simulation) {
        let text = format!("Why does {voter} not vote for {candidate}?");
        also.push((text.into(), Question::Vote { voter, candidate }));
    }
    also.retain(|(_, question)| !matches!(asked, Some(Asked::Now(other)) if other == question));
    also
}

/// A place in a log in words.
fn position(at: LogPosition) -> String {
    if at.index == LogIndex::ZERO {
        return "none".into();
    }
    format!("entry {} of term {}", at.index, at.term)
}

/// So many of so many.
fn of(count: usize, all: usize) -> String {
    format!("{count} of {all}")
}
