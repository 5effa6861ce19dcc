//! The sentence for a screen reader, which changes less often than the visible one.

use js_sys::Date;
use raft_playground::text::Sentence;
use raft_playground::view::Scene;

/// The minimum interval between two sentences while time runs.
const PACE_MS: f64 = 3000.0;

/// The sentence, and the wall time at which it was set.
pub(super) struct Announcer(Sentence, f64);

impl Announcer {
    pub(super) fn new(sentence: Sentence) -> Self {
        Self(sentence, 0.0)
    }

    pub(super) fn sentence(&self) -> &Sentence {
        &self.0
    }

    /// Takes over the visible sentence, if it is due.
    pub(super) fn follow(&mut self, scene: &Scene) {
        let now_ms = Date::now();
        let due = now_ms - self.1 >= PACE_MS;
        if scene.sentence != self.0 && (due || !scene.transport.playing) {
            *self = Self(scene.sentence.clone(), now_ms);
        }
    }
}
