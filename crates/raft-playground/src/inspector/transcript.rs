//! What happened, in words.

use std::rc::Rc;

use raft_sim::export::words;

use crate::session::Session;

/// How many lines are shown.
const MOST: usize = 100;

/// What happened lately, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct TranscriptView {
    /// The latest line first.
    pub lines: Vec<LineView>,
}

/// One line of the transcript.
#[derive(Clone, PartialEq, Debug)]
pub struct LineView {
    /// The number of its record: the key among siblings.
    pub seq: u64,
    /// When, in simulated microseconds.
    pub at_us: u64,
    /// What happened.
    pub text: Rc<str>,
}

pub(super) fn draw(session: &Session) -> TranscriptView {
    let latest = session.recent.records().rev().take(MOST);
    let lines = latest.map(|record| LineView {
        seq: record.seq,
        at_us: record.at.0,
        text: words::fact(&record.fact).into(),
    });
    TranscriptView { lines: lines.collect() }
}
