//! Shows each important sentence for its reading time during playback.
//!
//! The narration is a function of the records. Here wall time counts: at every speed, an important
//! sentence is shown until it can be read. Later sentences wait; one that would come too late is
//! left to the transcript. After a seek or a step, the narration is shown as it is.

use raft_sim::{Simulation, Time};

use super::{Narration, News};
use crate::significance::Importance;
use crate::text::{Sentence, say};

/// The shortest reading time, in wall microseconds.
const LEAST_US: u64 = 2_500_000;

/// The time to read a word: people read 180 words a minute.
const WORD_US: u64 = 60_000_000 / 180;

/// A sentence that has waited for longer than this is dropped, in wall microseconds.
const LATEST_US: u64 = 6_000_000;

/// The largest number of waiting sentences.
const MOST_WAITING: usize = 3;

/// The sentence on screen, with its remaining reading time.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The shown sentence, with its remaining reading time.
    standing: Option<(News, u64)>,
    /// The sentences to show next, with the time that each has waited.
    waiting: Vec<(News, u64)>,
    /// Counts the words of a sentence in the language of the page.
    count_words: fn(&Sentence) -> usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self { standing: None, waiting: Vec::new(), count_words: |_| 0 }
    }
}

impl Reading {
    /// Sets the function that counts the words of a sentence.
    pub(crate) fn count_words_with(&mut self, count_words: fn(&Sentence) -> usize) {
        self.count_words = count_words;
    }

    /// Counts wall time for the shown sentence, which is that of the narration if no other one is
    /// held.
    pub(crate) fn pass(&mut self, wall_us: u64, narration: &Narration, now: Time) {
        self.take_over(narration, now);
        if let Some((_, left_us)) = &mut self.standing {
            *left_us = left_us.saturating_sub(wall_us);
        }
        for (_, waited_us) in &mut self.waiting {
            *waited_us += wall_us;
        }
    }

    /// Adds new sentences. Each is shown after the reading time of the one before it.
    pub(crate) fn hear(&mut self, all: Vec<News>, simulation: &Simulation) {
        for news in all {
            if news.importance == Importance::Alarm {
                self.stand(news);
                continue;
            }
            self.waiting.push((news, 0));
            if self.waiting.len() > MOST_WAITING {
                // The first of the least important ones.
                let importance = |place: &usize| self.waiting[*place].0.importance;
                let least = (0..self.waiting.len()).min_by_key(importance);
                least.map(|place| self.waiting.remove(place));
            }
        }
        self.waiting.retain(|(news, waited_us)| {
            let is_late = *waited_us > LATEST_US || news.is_overtaken(simulation);
            !is_late || news.importance == Importance::Essential
        });
        let is_read = self.standing.as_ref().is_none_or(|(_, left_us)| *left_us == 0);
        if is_read && !self.waiting.is_empty() {
            let (news, _) = self.waiting.remove(0);
            self.stand(news);
        }
    }

    /// Lets the narration answer the user's action at once. Essential sentences keep waiting.
    pub(crate) fn give_way(&mut self) {
        self.standing = None;
        self.waiting.retain(|(news, _)| news.importance == Importance::Essential);
    }

    /// Forgets everything, since the user went to another moment.
    pub(crate) fn forget(&mut self) {
        *self = Self { count_words: self.count_words, ..Self::default() };
    }

    /// The sentence that is shown.
    pub(crate) fn sentence(&self, narration: &Narration, now: Time) -> Sentence {
        self.news(narration, now).map_or_else(say::quiet, |news| news.sentence.clone())
    }

    /// The shown news; none if nothing happened for a while.
    pub(crate) fn news<'a>(&'a self, narration: &'a Narration, now: Time) -> Option<&'a News> {
        let told = narration.news(now);
        match &self.standing {
            Some((news, left_us)) if *left_us > 0 || is_newest(news, told) => Some(news),
            _ => told,
        }
    }

    /// Holds an important sentence that the narration shows itself, such as an answer to the user.
    fn take_over(&mut self, narration: &Narration, now: Time) {
        let told = narration.news(now);
        let has_room = match &self.standing {
            Some((news, left_us)) => *left_us == 0 && !is_newest(news, told),
            None => true,
        };
        if has_room && let Some(news) = told.filter(|news| news.importance.is_worth_reading()) {
            self.stand(news.clone());
        }
    }

    fn stand(&mut self, news: News) {
        let time_us = reading_time_us((self.count_words)(&news.sentence));
        self.standing = Some((news, time_us));
    }
}

/// Whether the narration has nothing later than this.
fn is_newest(news: &News, told: Option<&News>) -> bool {
    told.is_some_and(|told| told.told_at <= news.told_at)
}

/// The reading time of a number of words, in wall microseconds.
fn reading_time_us(words: usize) -> u64 {
    (words as u64 * WORD_US).max(LEAST_US)
}
