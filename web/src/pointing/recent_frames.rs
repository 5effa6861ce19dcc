//! The recently drawn frames. The user aims at the screen, which is older than the page's current
//! state: while the page computes a slow frame the screen shows the previous one, and a change of
//! the document reaches the screen only one or two frames later.

use std::rc::Rc;

use raft_playground::layout::Point;
use raft_playground::view::{Hit, Motion, Scene, hit_test};

/// How many frames before the visible one a user may have aimed at, and for how long, in
/// milliseconds.
const EARLIER: usize = 2;
const LATELY_MS: f64 = 150.0;

/// The frames that may have been visible recently, the newest last.
#[derive(Default)]
pub(crate) struct RecentFrames {
    frames: Vec<RecentFrame>,
}

/// A frame, and the time of its insertion into the document, in milliseconds of the page's age.
struct RecentFrame {
    scene: Rc<Scene>,
    motion: Rc<Motion>,
    since_ms: f64,
}

impl RecentFrames {
    /// Adds a frame that was inserted into the document. It replaces the last one if both show the
    /// same instant.
    pub(crate) fn add(&mut self, scene: &Rc<Scene>, motion: &Rc<Motion>, since_ms: f64) {
        let mut frame =
            RecentFrame { scene: Rc::clone(scene), motion: Rc::clone(motion), since_ms };
        if let Some(last) = self.frames.pop_if(|last| last.motion.now_us == motion.now_us) {
            frame.since_ms = last.since_ms;
        }
        // Keep one more, since the newest may not have been visible yet.
        if self.frames.len() > EARLIER + 1 {
            self.frames.remove(0);
        }
        self.frames.push(frame);
    }

    /// The target of a press at this time, and the simulated moment that the screen showed.
    ///
    /// The visible frame decides. A message of the frame or two before is the target if it is still
    /// in
    /// flight, and the visible frame has nothing or only a link there.
    pub(crate) fn hit_test(&self, point: Point, at_ms: f64) -> (Hit, u64) {
        let Some(newest) = self.frames.last() else { return (Hit::Nothing, 0) };
        let shown = self.frames.iter().rposition(|frame| frame.since_ms <= at_ms);
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

impl RecentFrame {
    fn hit_test(&self, point: Point) -> Hit {
        hit_test(&self.scene, &self.motion, point)
    }
}

/// Whether a message has not arrived yet.
pub(crate) fn is_on_its_way(motion: &Motion, message: u64) -> bool {
    let mut messages = motion.messages.iter();
    messages.any(|other| other.id == message && other.dying.is_none())
}
