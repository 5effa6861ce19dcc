//! Chooses the event for the one sentence under the stage.
//!
//! Time is simulated time throughout: the narration is a function of the records, so seeking to a
//! moment always gives the same sentence. `Reading` holds sentences by wall time during playback.

use std::rc::Rc;

use raft_sim::history::RECENT;
use raft_sim::raft_core::{Micros, Term};
use raft_sim::{Record, RecordKind, Simulation, Time};

use crate::phrases::{self, Past};
use crate::query;
use crate::significance::{self, Importance};
use crate::text::{Sentence, say};

/// A sentence, and when it was told.
#[derive(Clone, Debug)]
pub(crate) struct News {
    pub(crate) sentence: Sentence,
    pub(crate) importance: Importance,
    pub(crate) told_at: Time,
    /// The record that the sentence reports, if it reports one.
    pub(crate) about: Option<Rc<Record>>,
    /// The term of the record's node, if that node was running.
    term: Option<Term>,
}

impl News {
    fn of_record(
        sentence: Sentence,
        importance: Importance,
        record: &Rc<Record>,
        simulation: &Simulation,
    ) -> Self {
        let (told_at, term) = (simulation.now(), term_of_subject(record, simulation));
        Self { sentence, importance, told_at, about: Some(Rc::clone(record)), term }
    }

    fn of_nothing(sentence: Sentence, importance: Importance, told_at: Time) -> Self {
        Self { sentence, importance, told_at, about: None, term: None }
    }

    /// Whether the record's node has stopped, started or changed its term since.
    pub(crate) fn is_overtaken(&self, simulation: &Simulation) -> bool {
        let about = self.about.as_ref();
        about.is_some_and(|record| term_of_subject(record, simulation) != self.term)
    }
}

fn term_of_subject(record: &Record, simulation: &Simulation) -> Option<Term> {
    let node = query::running_node(simulation, record.subject?.node()?)?;
    Some(node.term())
}

/// Chooses the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Narration {
    news: News,
    /// The number of earlier sentences.
    earlier: u64,
    /// The time of the last event that was worth a sentence.
    last_news_at: Time,
    /// Whether anything may replace the sentence.
    is_replaceable: bool,
}

impl Default for Narration {
    fn default() -> Self {
        let news = News::of_nothing(say::no_leader_at_first(), Importance::Idle, Time::default());
        Self { news, earlier: 0, last_news_at: Time::default(), is_replaceable: false }
    }
}

impl Narration {
    /// The news at an instant. Events before the last two seconds are not narrated, since seeking
    /// replays no more than that.
    pub(crate) fn news(&self, now: Time) -> Option<&News> {
        (now.since(self.last_news_at) <= RECENT).then_some(&self.news)
    }

    /// The number of earlier sentences.
    pub(crate) fn earlier(&self) -> u64 {
        self.earlier
    }

    /// Lets any event replace the sentence, because the user acted.
    pub(crate) fn allow_replacement(&mut self) {
        self.is_replaceable = true;
    }

    /// Chooses the most important of the new records, the latest of equals. It replaces a more
    /// important sentence only after that has been shown for the reading time. Returns all new
    /// sentences that are worth reading: the essential ones, and the most important other one.
    pub(crate) fn consider(&mut self, past: &Past, hold: Micros) -> Vec<News> {
        let (simulation, now) = (past.simulation, past.simulation.now());
        let [_, records] = past.records;
        let mut all: Vec<News> = Vec::new();
        for record in records {
            self.is_replaceable |= matches!(record.kind, RecordKind::Commanded(_));
            let Some(importance) = significance::importance(record, simulation) else { continue };
            let is_rival =
                |news: &News| ![news.importance, importance].contains(&Importance::Essential);
            let rival = all.iter().position(is_rival);
            if rival.is_none_or(|rival| importance >= all[rival].importance)
                && let Some(sentence) = phrases::describe(record, past)
            {
                rival.map(|rival| all.remove(rival));
                all.push(News::of_record(sentence, importance, record, simulation));
            }
        }
        if let Some(news) = all.iter().max_by_key(|news| news.importance) {
            self.last_news_at = now;
            let has_stood = now.since(self.news.told_at) >= hold;
            if news.importance >= self.news.importance || self.is_replaceable || has_stood {
                self.tell(news.clone());
            }
        }
        all.retain(|news| news.importance.is_worth_reading());
        all
    }

    /// Shows a sentence about the user's action.
    pub(crate) fn say(&mut self, sentence: Sentence, now: Time) {
        self.last_news_at = now;
        self.tell(News::of_nothing(sentence, Importance::Answer, now));
    }

    /// Shows a sentence that any other may replace.
    pub(crate) fn remark(&mut self, sentence: Sentence, now: Time) {
        self.last_news_at = now;
        self.tell(News::of_nothing(sentence, Importance::Idle, now));
    }

    fn tell(&mut self, news: News) {
        self.news = news;
        self.earlier += 1;
        self.is_replaceable = false;
    }
}
