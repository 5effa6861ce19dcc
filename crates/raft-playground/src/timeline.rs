//! What a bar of time shows beside the present moment: terms, marks, and where branches leave.

use std::rc::Rc;

use raft_sim::history::{Branch, BranchId, Mark, MarkKind};
use raft_sim::{Address, History};

use crate::layout::Shape;
use crate::session::Session;
use crate::words;

/// How much time the bar shows at first, in simulated microseconds.
const FIRST_RANGE_US: u64 = 1_000_000;

/// Commits closer together than this part of the bar are one dot.
const COMMIT_SLOTS: u64 = 120;

/// A term shorter than this part of the bar is not seen.
const TERM_SLOTS: u64 = 240;

/// What a bar of time shows beside the present moment. Two are equal if they were drawn from the
/// same.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// How much time the whole width stands for, in simulated microseconds.
    pub range_us: u64,
    /// How far this branch is known, if that is beyond the present moment.
    pub known_us: Option<u64>,
    /// The terms, in order. What is too short to be seen is left out.
    pub terms: Vec<TermSpan>,
    /// What stands out, in order. What is too close together to be told apart is one mark.
    pub marks: Vec<MarkView>,
    /// When more was committed than ever before.
    pub commits: Vec<u64>,
    /// Every branch, in the order in which they began; none as long as there is only one.
    pub branches: Vec<BranchView>,
    /// What all this was drawn from.
    drawn_from: DrawnFrom,
}

impl PartialEq for Timeline {
    fn eq(&self, other: &Self) -> bool {
        self.drawn_from == other.drawn_from
    }
}

impl Eq for Timeline {}

/// A stretch of simulated time during which `term` was the newest term in the cluster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TermSpan {
    /// The term.
    pub term: u64,
    /// When it began, in simulated microseconds. It lasts until the next span begins.
    pub from_us: u64,
}

/// Something that stands out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkView {
    /// When, in simulated microseconds.
    pub at_us: u64,
    /// The most important thing at this place of the bar.
    pub shape: MarkShape,
    /// What happened: `B is elected`.
    pub text: Rc<str>,
    /// How many more things happened at this place.
    pub more: usize,
}

/// What a mark looks like. The later ones matter more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MarkShape {
    /// Links were cut: through the band.
    Cut,
    /// Something was done from outside.
    Act,
    /// Links were mended.
    Healed,
    /// A node started again.
    Started,
    /// A node won an election.
    Won,
    /// A node stopped.
    Stopped,
    /// A property was seen not to hold.
    Violated,
}

/// A branch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BranchView {
    /// Its number, for intents.
    pub id: BranchId,
    /// When it left, and with what: `At 1.200 s: stop C`.
    pub name: Rc<str>,
    /// Whether it is the one that is shown.
    pub shown: bool,
    /// Where it and the shown one part, in simulated microseconds.
    pub from_us: u64,
    /// How far it is known, in simulated microseconds.
    pub end_us: u64,
}

/// As long as this stays the same, so does what is drawn from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct DrawnFrom {
    run: u64,
    shown: BranchId,
    branches: usize,
    newest: Option<BranchId>,
    marks: usize,
    last_mark: Option<u64>,
    range_us: u64,
    known_us: Option<u64>,
    slots: u64,
}

/// Draws it, or gives back the one before if nothing in it differs. Marks can be thousands, and
/// there is a scene for every event, so they are looked at only if there are others.
pub(crate) fn draw(session: &Session, before: Option<&Rc<Timeline>>) -> Rc<Timeline> {
    let history = &session.history;
    let (end, marks) = (history.end(), history.marks());
    let ends = history.branches().map(|branch| branch.end.0);
    let drawn_from = DrawnFrom {
        run: session.runs_begun(),
        shown: history.current(),
        branches: history.branches().count(),
        newest: history.branches().last().map(|branch| branch.id),
        marks: marks.len(),
        last_mark: marks.last().map(|mark| mark.seq),
        range_us: range_us(ends.max().unwrap_or(0)),
        known_us: (end > history.simulation().now()).then_some(end.0),
        slots: if session.layout.stage.shape == Shape::Wide { 60 } else { 30 },
    };
    match before {
        Some(before) if before.drawn_from == drawn_from => Rc::clone(before),
        _ => Rc::new(timeline(session, drawn_from)),
    }
}

fn timeline(session: &Session, drawn_from: DrawnFrom) -> Timeline {
    let DrawnFrom { range_us, known_us, slots, .. } = drawn_from;
    let (mut terms, mut commits) = (Vec::new(), Vec::new());
    let mut marks = Vec::new();
    for mark in session.history.marks() {
        let at_us = mark.at.0;
        match mark.kind {
            MarkKind::Term(term) => add_term(&mut terms, term.0, at_us, range_us / TERM_SLOTS),
            MarkKind::Commit(_) => {
                let slot = |at_us: u64| at_us / (range_us / COMMIT_SLOTS);
                if commits.last().is_none_or(|&last| slot(last) != slot(at_us)) {
                    commits.push(at_us);
                }
            }
            _ => {
                if let Some((shape, text)) = shape(mark) {
                    let mark = MarkView { at_us, shape, text: text.into(), more: 0 };
                    add_mark(&mut marks, mark, range_us / slots);
                }
            }
        }
    }
    let branches = branches(session);
    Timeline { range_us, known_us, terms, marks, commits, branches, drawn_from }
}

/// The whole run and some more, in steps of two, so that the bar does not shrink all the time.
fn range_us(end_us: u64) -> u64 {
    let mut range_us = FIRST_RANGE_US;
    while end_us > range_us / 10 * 9 {
        range_us = range_us.saturating_mul(2);
    }
    range_us
}

/// Adds a term; one that was too short to be seen gives its place to it.
fn add_term(terms: &mut Vec<TermSpan>, term: u64, from_us: u64, least_us: u64) {
    match terms.last_mut() {
        Some(last) if from_us - last.from_us < least_us => last.term = term,
        _ => terms.push(TermSpan { term, from_us }),
    }
}

/// Adds a mark; of those in the same slot the most important is seen. A cut goes through the band,
/// so it is in nobody's way.
fn add_mark(marks: &mut Vec<MarkView>, mut mark: MarkView, slot_us: u64) {
    let is_cut = |mark: &MarkView| mark.shape == MarkShape::Cut;
    let shares = |other: &MarkView| {
        other.at_us / slot_us == mark.at_us / slot_us && is_cut(other) == is_cut(&mark)
    };
    if let Some(place) = marks.iter().rposition(shares) {
        if marks[place].shape >= mark.shape {
            marks[place].more += 1;
            return;
        }
        mark.more = marks.remove(place).more + 1;
    }
    marks.push(mark);
}

fn shape(mark: &Mark) -> Option<(MarkShape, String)> {
    Some(match mark.kind {
        MarkKind::Term(_) | MarkKind::Commit(_) | MarkKind::Election(_) => return None,
        MarkKind::Leader(node) => (MarkShape::Won, format!("{} is elected", Address::Node(node))),
        MarkKind::Crash(node) => (MarkShape::Stopped, format!("{} stops", Address::Node(node))),
        MarkKind::Restart(node) => (MarkShape::Started, format!("{} starts", Address::Node(node))),
        MarkKind::Cut => (MarkShape::Cut, "links are cut".into()),
        MarkKind::Heal => (MarkShape::Healed, "links are mended".into()),
        MarkKind::Act => (MarkShape::Act, "something is done by hand".into()),
        MarkKind::Violation(property) => {
            (MarkShape::Violated, format!("{} is violated", property.name()))
        }
    })
}

fn branches(session: &Session) -> Vec<BranchView> {
    let history = &session.history;
    let current = history.current();
    let view = |branch: Branch<'_>| BranchView {
        id: branch.id,
        name: words::branch(&branch).into(),
        shown: branch.id == current,
        from_us: parting(history, current, branch.id),
        end_us: branch.end.0,
    };
    if history.branches().count() > 1 { history.branches().map(view).collect() } else { Vec::new() }
}

/// When two branches part. One goes back from whichever began later to the one that it left, which
/// was there before it, until both are the same.
fn parting(history: &History, mut one: BranchId, mut other: BranchId) -> u64 {
    let mut at = u64::MAX;
    while one != other {
        let later = one.max(other);
        let branch = history.branches().find(|branch| branch.id == later);
        let Some((from, Some(parent))) = branch.map(|branch| (branch.from, branch.parent)) else {
            break;
        };
        at = at.min(from.0);
        (one, other) = (one.min(other), parent);
    }
    at
}
