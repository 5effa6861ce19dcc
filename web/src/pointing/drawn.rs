//! What was drawn lately. A pointer goes down on what its user sees, which is older than what the
//! page would draw now: while a slow frame is computed the screen shows the one before it, and what
//! is in the document reaches the screen only one or two frames later.

use std::rc::Rc;

use raft_playground::layout::Point;
use raft_playground::view::{Hit, Motion, Scene, hit_test};

/// How many frames before the one on the screen could still have been there when a user aimed, and
/// for how long, in milliseconds.
const EARLIER: usize = 2;
const LATELY_MS: f64 = 150.0;

/// The frames that may have been on the screen lately, the newest last.
#[derive(Default)]
pub(crate) struct Drawn {
    frames: Vec<Drawing>,
}

/// A frame, and since when it is in the document, in milliseconds of the page's life.
struct Drawing {
    scene: Rc<Scene>,
    motion: Rc<Motion>,
    since_ms: f64,
}

impl Drawn {
    /// A frame was put into the document, in place of the last one if it shows the same instant.
    pub(crate) fn add(&mut self, scene: &Rc<Scene>, motion: &Rc<Motion>, since_ms: f64) {
        let mut drawing = Drawing { scene: Rc::clone(scene), motion: Rc::clone(motion), since_ms };
        if let Some(last) = self.frames.pop_if(|last| last.motion.now_us == motion.now_us) {
            drawing.since_ms = last.since_ms;
        }
        // One more than is looked at, since the newest may not have been on the screen yet.
        if self.frames.len() > EARLIER + 1 {
            self.frames.remove(0);
        }
        self.frames.push(drawing);
    }

    /// What a pointer went down on at this time, and the simulated moment that the screen showed.
    ///
    /// What was on the screen then decides. A message that was there a frame or two before is meant
    /// if it is still on its way, and nothing else is there but a link.
    pub(crate) fn hit_test(&self, point: Point, at_ms: f64) -> (Hit, u64) {
        let Some(newest) = self.frames.last() else { return (Hit::Nothing, 0) };
        let shown = self.frames.iter().rposition(|drawing| drawing.since_ms <= at_ms);
        let shown = shown.unwrap_or(0);
        let mut found = self.frames[shown].hit_test(point);
        if matches!(found, Hit::Link(_) | Hit::Nothing) {
            let was_there_lately = |&place: &usize| {
                let until_ms = self.frames[place + 1].since_ms;
                at_ms - until_ms <= LATELY_MS
            };
            let before = (shown.saturating_sub(EARLIER)..shown).rev().filter(was_there_lately);
            let after = shown + 1..self.frames.len();
            let mut others = before.chain(after).map(|place| self.frames[place].hit_test(point));
            let is_meant = |other: &Hit| match other {
                Hit::Message(message) => is_on_its_way(&newest.motion, *message),
                _ => false,
            };
            found = others.find(is_meant).unwrap_or(found);
        }
        (found, self.frames[shown].motion.now_us)
    }
}

impl Drawing {
    fn hit_test(&self, point: Point) -> Hit {
        hit_test(&self.scene, &self.motion, point)
    }
}

/// Whether a message has not arrived yet.
pub(crate) fn is_on_its_way(motion: &Motion, message: u64) -> bool {
    let mut messages = motion.messages.iter();
    messages.any(|other| other.id == message && other.dying.is_none())
}
