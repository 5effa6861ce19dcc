//! The marks of the time bar, as many as a person can tell apart.

use super::Lane;
use crate::layout::Shape;
use crate::phrases;
use crate::significance::{MarkShape, mark_shape};
use crate::view::MarkView;

/// How much time the bar shows at first, in simulated microseconds.
const FIRST_RANGE_US: u64 = 1_000_000;

/// How much time the bar shows: the whole run and some more, in steps of two, so that it does not
/// shrink all the time.
pub(crate) fn range_us(lane: &Lane) -> u64 {
    let ends = lane.history.branches().map(|branch| branch.end.0);
    let end_us = ends.max().unwrap_or(0);
    let mut range_us = FIRST_RANGE_US;
    while end_us > range_us / 10 * 9 {
        range_us = range_us.saturating_mul(2);
    }
    range_us
}

/// How many marks a person can tell apart on the bar.
pub(crate) fn slots(lane: &Lane) -> u64 {
    if lane.layout.stage.shape == Shape::Wide { 60 } else { 30 }
}

/// The marks of this branch, in order.
pub(crate) fn marks(lane: &Lane) -> Vec<MarkView> {
    let slot_us = range_us(lane) / slots(lane);
    let mut marks = Vec::new();
    for mark in lane.history.marks() {
        let by_script = lane.script.iter().any(|timed| timed.at == mark.at);
        if let (Some(shape), Some(text)) =
            (mark_shape(mark.kind), phrases::mark(mark.kind, by_script))
        {
            add(&mut marks, MarkView { at_us: mark.at.0, shape, text, more: 0 }, slot_us);
        }
    }
    marks
}

/// Adds a mark. Each slot shows its most important mark. A cut is drawn through the band, so it
/// hides no other mark.
fn add(marks: &mut Vec<MarkView>, mut mark: MarkView, slot_us: u64) {
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
