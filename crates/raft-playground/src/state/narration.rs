//! Which of all the things that happen is worth the one sentence under the stage.
//!
//! Time is simulated time throughout, so going to a moment gives the sentence that playing up to
//! it gives.

use std::rc::Rc;

use raft_sim::history::RECENT;
use raft_sim::raft_core::Micros;
use raft_sim::{Record, RecordKind, Time};

use crate::phrases::{self, Past};
use crate::significance::{self, Weight};
use crate::text::{Sentence, say};

/// Chooses the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Narration {
    sentence: Sentence,
    weight: Weight,
    /// Since when it has been there.
    since: Time,
    /// When something worth a sentence happened last.
    heard_at: Time,
    /// Whether anything may replace it.
    makes_way: bool,
    /// What the sentence tells of, if it tells of something that happened.
    about: Option<Rc<Record>>,
}

impl Default for Narration {
    fn default() -> Self {
        Self {
            sentence: say::opening(),
            weight: Weight::Idle,
            since: Time::default(),
            heard_at: Time::default(),
            makes_way: false,
            about: None,
        }
    }
}

impl Narration {
    /// The sentence at an instant. What happened too long ago is no longer told, since it would not
    /// be told by going there, either.
    pub(crate) fn sentence(&self, now: Time) -> Sentence {
        if self.is_quiet(now) { say::quiet() } else { self.sentence.clone() }
    }

    /// Whether another sentence is shown than this one.
    pub(crate) fn differs_from(&self, shown: &Sentence, now: Time) -> bool {
        *shown != self.sentence(now)
    }

    /// The record that the sentence tells of.
    pub(crate) fn about(&self, now: Time) -> Option<&Rc<Record>> {
        self.about.as_ref().filter(|_| !self.is_quiet(now))
    }

    fn is_quiet(&self, now: Time) -> bool {
        now.since(self.heard_at) > RECENT
    }

    /// The user did something: anything that comes of it may be told at once.
    pub(crate) fn make_way(&mut self) {
        self.makes_way = true;
    }

    /// Chooses among what happened: the weightiest, and of equals the latest. It replaces what
    /// matters more only once that has been there for as long as people need to read it.
    pub(crate) fn hear(&mut self, past: &Past, hold: Micros) {
        let simulation = past.simulation;
        let [_, records] = past.records;
        let mut news: Option<(Weight, Sentence, &Rc<Record>)> = None;
        for record in records {
            self.makes_way |= matches!(record.kind, RecordKind::Commanded(_));
            let Some(weight) = significance::weight(record, simulation) else { continue };
            if news.as_ref().is_none_or(|(weightiest, ..)| weight >= *weightiest)
                && let Some(sentence) = phrases::tell(record, past)
            {
                news = Some((weight, sentence, record));
            }
        }
        let Some((weight, sentence, record)) = news else { return };
        let now = simulation.now();
        self.heard_at = now;
        if weight >= self.weight || self.makes_way || now.since(self.since) >= hold {
            self.about = Some(Rc::clone(record));
            self.set(weight, sentence, now);
        }
    }

    /// Answers what the user did.
    pub(crate) fn say(&mut self, sentence: Sentence, now: Time) {
        self.heard_at = now;
        self.set(Weight::Answer, sentence, now);
    }

    /// Says something that anything else may replace.
    pub(crate) fn remark(&mut self, sentence: Sentence, now: Time) {
        self.heard_at = now;
        self.set(Weight::Idle, sentence, now);
    }

    fn set(&mut self, weight: Weight, sentence: Sentence, now: Time) {
        self.sentence = sentence;
        self.weight = weight;
        self.since = now;
        self.makes_way = false;
    }
}
