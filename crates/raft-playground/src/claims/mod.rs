//! Everything that the page says is a claim, and a claim is checked.
//!
//! A [`Sentence`] is judged against the simulation and against everything that happened in the run
//! ([`GroundTruth`]), without the code that chose it: the checks use the nodes, the disks, the
//! network and the records, and do their own arithmetic. A sentence about the future is judged by
//! other futures, and again when the run has ended ([`Futures`]).
//!
//! [`fuzz`] performs runs and checks every sentence that the page would show in them. This module
//! is no part of the page.

mod acts;
mod arithmetic;
mod broken;
mod commands;
mod election_causes;
mod elections;
mod futures;
mod fuzz;
mod gestures;
mod labels;
mod labels_badge;
mod labels_drawn;
mod labels_inspector;
mod labels_network;
mod labels_node;
mod labels_place;
mod labels_settings;
mod labels_timeline;
mod leading;
mod leases;
mod log;
mod no_claim;
mod offers;
mod page;
mod report;
mod servers;
mod transcript;
mod transcript_disks;
mod transcript_events;
mod transcript_facts;
mod transcript_members;
mod transcript_parts;
mod transcript_snapshots;
mod transcript_tally;
mod transcript_votes;
mod travels;
mod truth;
mod why;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]
mod tests;

use raft_sim::raft_core::{NodeId, Term};
use raft_sim::{Address, Record, Simulation};

use futures::Futures;
pub use fuzz::{Trial, fuzz};
pub use report::Report;
use truth::GroundTruth;

use crate::intent::Question;
use crate::text::{Sentence, Statement};

/// Whether a claim is true; if it is not, what is true instead.
type Checked = Result<(), String>;

/// When the page says something.
#[derive(Clone, Copy)]
struct Moment<'a> {
    /// The cluster then.
    simulation: &'a Simulation,
    /// All that happened until then.
    truth: &'a GroundTruth,
    /// The record that the sentence tells of; none if it describes the present.
    record: Option<&'a Record>,
    /// The question about the present that it answers, if it answers one.
    question: Option<Question>,
}

impl Moment<'_> {
    /// Whether a voter had given a candidate its vote in a term.
    fn voted(&self, term: Term, voter: NodeId, candidate: NodeId) -> bool {
        self.truth.voted((term, voter, candidate), self.record.map(|record| record.seq))
    }
}

/// Judges one sentence; none if it claims nothing that could be wrong.
fn check(sentence: &Sentence, moment: &Moment, futures: &mut Futures) -> Option<Checked> {
    let said = sentence.statement();
    let checks: [fn(&Statement, &Moment) -> Option<Checked>; 9] = [
        broken::check,
        elections::check,
        leading::check,
        log::check,
        servers::check,
        commands::check,
        gestures::check,
        transcript::check,
        why::check,
    ];
    futures.expect(sentence.id(), &said, moment);
    let present = checks.iter().find_map(|check| check(&said, moment));
    let present = present.or_else(|| why::check_refusing(sentence, moment));
    match present {
        Some(Ok(())) => futures.check(sentence.id(), &said, moment).or(present),
        other => other,
    }
}

/// The record is about this node or client.
fn is_about(moment: &Moment, subject: Address) -> Checked {
    match moment.record.and_then(|record| record.subject) {
        Some(actual) if actual == subject => Ok(()),
        actual => Err(format!("it happened to {actual:?}")),
    }
}

/// Returns an error with the actual facts if a statement does not hold.
fn expect(holds: bool, truth: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(truth()) }
}

/// A claim that holds if a condition does; `truth` says what is true otherwise.
#[allow(clippy::unnecessary_wraps, reason = "every check gives it to its caller")]
fn claim(holds: bool, truth: impl FnOnce() -> String) -> Option<Checked> {
    Some(if holds { Ok(()) } else { Err(truth()) })
}
