//! The properties that must always hold, and how they stand.

use std::rc::Rc;

use raft_sim::Property;
use raft_sim::history::MarkKind;

use crate::frame::{PropertyView, Standing};
use crate::promises;
use crate::session::Session;
use crate::words;

/// The properties that must always hold, and how they stand.
#[derive(Clone, PartialEq, Debug)]
pub struct ChecksView {
    /// How many hold, are violated, wait.
    pub summary: Rc<str>,
    /// Every property: those of Figure 3 first, in its order.
    pub checks: Vec<CheckView>,
}

/// A property, what it means and how it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckView {
    /// Its name, and how it stands.
    pub property: PropertyView,
    /// What it means.
    pub meaning: &'static str,
    /// Where it is promised: `§5.2`, in the paper unless it says otherwise.
    pub section: &'static str,
    /// When it was violated, in simulated microseconds, if it was and that is remembered.
    pub violated_at_us: Option<u64>,
}

pub(super) fn draw(session: &Session) -> ChecksView {
    let views = promises::draw(session.simulation());
    let checks = Property::ALL.into_iter().zip(views).map(|(property, view)| {
        let (meaning, section) = words::promise(property);
        let marks = session.history.marks().iter();
        let mut violated = marks.filter(|mark| mark.kind == MarkKind::Violation(property));
        let violated_at = violated.next().filter(|_| view.standing == Standing::Violated);
        let violated_at_us = violated_at.map(|mark| mark.at.0);
        CheckView { property: view, meaning, section, violated_at_us }
    });
    let checks: Vec<CheckView> = checks.collect();
    ChecksView { summary: summary(&checks).into(), checks }
}

fn summary(checks: &[CheckView]) -> String {
    let count = |standing| checks.iter().filter(|it| it.property.standing == standing).count();
    let violated = match count(Standing::Violated) {
        0 => String::new(),
        1 => "1 is violated, ".into(),
        many => format!("{many} are violated, "),
    };
    let (hold, wait) = (count(Standing::Holds), count(Standing::Waits));
    format!("{violated}{hold} hold, {wait} not decided")
}
