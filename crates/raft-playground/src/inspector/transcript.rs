//! What happened, in words.

use std::rc::Rc;

use raft_sim::export::words;
use raft_sim::{Fact, Record};

use crate::session::Session;
use crate::words::seconds;

/// How many lines are shown.
const MOST: usize = 80;

/// What happened lately, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct TranscriptView {
    /// Of which kind the lines are.
    pub told: Told,
    /// The latest line first.
    pub lines: Vec<Rc<LineView>>,
    /// Whether more had happened before than is still known.
    pub is_cut: bool,
    /// Since when nothing else was looked at: lines of one visit can be reused.
    visit: u64,
}

/// What a transcript tells. What the user did and what must never happen is always told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// The turns of the story.
    Turns,
    /// All that nodes decided.
    Protocol,
    /// What was sent, arrived and was lost.
    Messages,
    /// What was written.
    Disks,
    /// Everything.
    All,
}

impl Told {
    /// Every choice, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Turns, Self::Protocol, Self::Messages, Self::Disks, Self::All];

    /// As it stands on its button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Turns => "Turns",
            Self::Protocol => "Protocol",
            Self::Messages => "Messages",
            Self::Disks => "Disks",
            Self::All => "All",
        }
    }

    fn has(self, kind: LineKind) -> bool {
        match kind {
            LineKind::Act | LineKind::Alarm => true,
            LineKind::Turn => matches!(self, Self::Turns | Self::Protocol | Self::All),
            LineKind::Step => matches!(self, Self::Protocol | Self::All),
            LineKind::Message => matches!(self, Self::Messages | Self::All),
            LineKind::Disk => matches!(self, Self::Disks | Self::All),
        }
    }
}

/// One line of the transcript.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineView {
    /// The number of its record: the key among siblings.
    pub seq: u64,
    /// When, in simulated microseconds.
    pub at_us: u64,
    /// The same in words.
    pub time: Rc<str>,
    /// The node or client that it happened to; empty if to none.
    pub place: Rc<str>,
    /// What happened.
    pub text: Rc<str>,
    /// What kind of thing that is.
    pub kind: LineKind,
}

/// What kind of thing happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineKind {
    /// The user did something, or a scenario.
    Act,
    /// A property was violated.
    Alarm,
    /// A turn of the story: a role, a vote, a commit, a crash, an answer to a client.
    Turn,
    /// Something else that a node decided or did.
    Step,
    /// Something about a message.
    Message,
    /// Something about a disk.
    Disk,
}

impl LineKind {
    /// What kind of thing a fact is.
    pub(crate) fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Commanded(_) => Self::Act,
            Fact::Violated(_) => Self::Alarm,
            Fact::Protocol(event) if words::is_turn(event) => Self::Turn,
            Fact::Crashed { .. } | Fact::RefusedToStart { .. } | Fact::Settled { .. } => Self::Turn,
            Fact::Sent(_) | Fact::Doubled(_) | Fact::Delivered(_) | Fact::Lost { .. } => {
                Self::Message
            }
            Fact::WriteBegan(_) | Fact::Persisted(_) => Self::Disk,
            Fact::Protocol(_)
            | Fact::TimerFired(_)
            | Fact::Applied { .. }
            | Fact::Submitted { .. } => Self::Step,
        }
    }

    /// Whether it is remembered for longer than the rest.
    pub(crate) fn is_memorable(self) -> bool {
        matches!(self, Self::Act | Self::Alarm | Self::Turn)
    }
}

pub(super) fn draw(session: &Session, before: Option<&TranscriptView>) -> TranscriptView {
    let (told, visit) = (session.inspected.told, session.recent.visit());
    let before = before.filter(|before| before.told == told && before.visit == visit);
    let known = before.map_or(&[][..], |before| &before.lines);
    let newest = known.first().map(|line| line.seq);
    let is_told = |record: &&Record| told.has(LineKind::of(&record.fact));
    let (memorable, all) = (session.recent.memorable(), session.recent.records());
    let mut lines: Vec<Rc<LineView>> = if told == Told::Turns {
        new_lines(memorable.rev().filter(is_told), newest)
    } else {
        new_lines(all.rev().filter(is_told), newest)
    };
    // What was put into words before is known still.
    lines.extend(known.iter().take(MOST - lines.len()).cloned());
    let first = session.recent.records().next();
    TranscriptView { told, lines, is_cut: first.is_some_and(|record| record.seq > 0), visit }
}

/// The records after one, in words.
fn new_lines<'a>(
    records: impl Iterator<Item = &'a Record>,
    newest: Option<u64>,
) -> Vec<Rc<LineView>> {
    let new = records.take(MOST).take_while(|record| Some(record.seq) > newest);
    new.map(|record| Rc::new(line(record))).collect()
}

fn line(record: &Record) -> LineView {
    let text = match &record.fact {
        Fact::Commanded(command) => command.to_string(),
        fact => words::fact(fact),
    };
    LineView {
        seq: record.seq,
        at_us: record.at.0,
        time: seconds(record.at.0).into(),
        place: record.place.map(|place| place.to_string()).unwrap_or_default().into(),
        text: text.into(),
        kind: LineKind::of(&record.fact),
    }
}
