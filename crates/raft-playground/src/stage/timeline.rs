//! The timeline of the time bar: terms, marks, commits and branches.

use std::rc::Rc;

use raft_sim::history::{Branch, MarkKind};

use crate::lane::{Lane, marks, parting, range_us, slots};
use crate::phrases;
use crate::view::{BranchView, TermSpan, Timeline, TimelineKey};

/// Commits closer together than this part of the bar are one dot.
const COMMIT_SLOTS: u64 = 120;

/// A term shorter than this part of the bar is not seen.
const TERM_SLOTS: u64 = 240;

/// The timeline, or the one before if nothing in it differs. Marks can be thousands, and there is a
/// scene for every event, so they are looked at only if there are others.
pub(super) fn timeline(lane: &Lane, before: Option<&Rc<Timeline>>) -> Rc<Timeline> {
    let history = &lane.history;
    let (end, marks) = (history.end(), history.marks());
    let key = TimelineKey {
        run: lane.runs,
        shown: history.current(),
        branches: history.branches().count(),
        newest: history.branches().last().map(|branch| branch.id),
        marks: marks.len(),
        last_mark: marks.last().map(|mark| mark.seq),
        range_us: range_us(lane),
        known_us: (end > lane.now()).then_some(end.0),
        slots: slots(lane),
    };
    match before {
        Some(before) if before.key == key => Rc::clone(before),
        _ => Rc::new(new(lane, key)),
    }
}

fn new(lane: &Lane, key: TimelineKey) -> Timeline {
    let TimelineKey { range_us, known_us, .. } = key;
    let (mut terms, mut commits) = (Vec::new(), Vec::new());
    for mark in lane.history.marks() {
        let at_us = mark.at.0;
        match mark.kind {
            MarkKind::Term(term) => add_term(&mut terms, term.0, at_us, range_us / TERM_SLOTS),
            MarkKind::Commit(_) => {
                let slot = |at_us: u64| at_us / (range_us / COMMIT_SLOTS);
                if commits.last().is_none_or(|&last| slot(last) != slot(at_us)) {
                    commits.push(at_us);
                }
            }
            _ => {}
        }
    }
    let (marks, branches) = (marks(lane), branches(lane));
    Timeline { range_us, known_us, terms, marks, commits, branches, key }
}

/// Adds a term; one that was too short to be seen gives its place to it.
fn add_term(terms: &mut Vec<TermSpan>, term: u64, from_us: u64, least_us: u64) {
    match terms.last_mut() {
        Some(last) if from_us - last.from_us < least_us => last.term = term,
        _ => terms.push(TermSpan { term, from_us }),
    }
}

fn branches(lane: &Lane) -> Vec<BranchView> {
    let history = &lane.history;
    let current = history.current();
    let view = |branch: Branch<'_>| BranchView {
        id: branch.id,
        name: phrases::branch(&branch),
        shown: branch.id == current,
        from_us: parting(history, current, branch.id),
        end_us: branch.end.0,
    };
    if history.branches().count() > 1 { history.branches().map(view).collect() } else { Vec::new() }
}
