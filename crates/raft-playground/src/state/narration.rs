//! Chooses the event for the one sentence under the stage.
//!
//! Time is simulated time throughout, so going to a moment gives the sentence that playing up to
//! it gives.

use std::rc::Rc;

use raft_sim::history::RECENT;
use raft_sim::raft_core::Micros;
use raft_sim::{Record, RecordKind, Time};

use crate::phrases::{self, Past};
use crate::significance::{self, Importance};
use crate::text::{Sentence, say};

/// Chooses the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Narration {
    sentence: Sentence,
    importance: Importance,
    /// When it was first shown.
    since: Time,
    /// The time of the last event that was worth a sentence.
    last_news_at: Time,
    /// Whether anything may replace it.
    is_replaceable: bool,
    /// The record that the sentence reports, if it reports one.
    about: Option<Rc<Record>>,
}

impl Default for Narration {
    fn default() -> Self {
        Self {
            sentence: say::opening(),
            importance: Importance::Idle,
            since: Time::default(),
            last_news_at: Time::default(),
            is_replaceable: false,
            about: None,
        }
    }
}

impl Narration {
    /// The sentence at an instant. Events before the last two seconds are not narrated, since
    /// seeking replays no more than that.
    pub(crate) fn sentence(&self, now: Time) -> Sentence {
        if self.is_quiet(now) { say::quiet() } else { self.sentence.clone() }
    }

    /// Whether another sentence is shown than this one.
    pub(crate) fn differs_from(&self, shown: &Sentence, now: Time) -> bool {
        *shown != self.sentence(now)
    }

    /// The record that the sentence reports.
    pub(crate) fn about(&self, now: Time) -> Option<&Rc<Record>> {
        self.about.as_ref().filter(|_| !self.is_quiet(now))
    }

    fn is_quiet(&self, now: Time) -> bool {
        now.since(self.last_news_at) > RECENT
    }

    /// Lets any event replace the sentence, because the user acted.
    pub(crate) fn allow_replacement(&mut self) {
        self.is_replaceable = true;
    }

    /// Chooses the most important of the new records, the latest of equals. It replaces a more
    /// important sentence only after that has been shown for the reading time.
    pub(crate) fn consider(&mut self, past: &Past, hold: Micros) {
        let simulation = past.simulation;
        let [_, records] = past.records;
        let mut news: Option<(Importance, Sentence, &Rc<Record>)> = None;
        for record in records {
            self.is_replaceable |= matches!(record.kind, RecordKind::Commanded(_));
            let Some(importance) = significance::importance(record, simulation) else { continue };
            if news.as_ref().is_none_or(|(most_important, ..)| importance >= *most_important)
                && let Some(sentence) = phrases::describe(record, past)
            {
                news = Some((importance, sentence, record));
            }
        }
        let Some((importance, sentence, record)) = news else { return };
        let now = simulation.now();
        self.last_news_at = now;
        if importance >= self.importance || self.is_replaceable || now.since(self.since) >= hold {
            self.about = Some(Rc::clone(record));
            self.set(importance, sentence, now);
        }
    }

    /// Shows a sentence about the user's action.
    pub(crate) fn say(&mut self, sentence: Sentence, now: Time) {
        self.last_news_at = now;
        self.set(Importance::Answer, sentence, now);
    }

    /// Shows a sentence that any other may replace.
    pub(crate) fn remark(&mut self, sentence: Sentence, now: Time) {
        self.last_news_at = now;
        self.set(Importance::Idle, sentence, now);
    }

    fn set(&mut self, importance: Importance, sentence: Sentence, now: Time) {
        self.sentence = sentence;
        self.importance = importance;
        self.since = now;
        self.is_replaceable = false;
    }
}
