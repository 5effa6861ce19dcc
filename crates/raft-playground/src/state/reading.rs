//! What stands under the stage while time goes on, and for how long.
//!
//! A `Narration` says what matters at a moment of the run. Here wall time counts: whatever the
//! speed, a sentence that matters stands until people have read it, and what comes meanwhile waits,
//! or is left to the transcript if it would come too late. When time stands still and the user goes
//! elsewhere, the narration is shown as it is.

use std::rc::Rc;

use raft_sim::{Simulation, Time};

use super::{Narration, News};
use crate::significance::Importance;
use crate::text::{Sentence, say};

/// The shortest time that a sentence stands, in wall microseconds.
const LEAST_US: u64 = 2_500_000;

/// The time to read a word: people read 180 words a minute.
const WORD_US: u64 = 60_000_000 / 180;

/// What has waited for longer than this is no news any more, in wall microseconds.
const LATEST_US: u64 = 4_000_000;

/// More sentences than this do not wait.
const MOST_WAITING: usize = 3;

/// What a reader sees, and for how long.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// What is shown, and for how much longer at least.
    standing: Option<(News, u64)>,
    /// What is to be shown, and for how long it has waited.
    waiting: Vec<(News, u64)>,
    /// What the story said last, and for how much longer it is shown at least.
    line: Option<(Rc<str>, u64)>,
    /// How many words a sentence has in the reader's language.
    count_words: fn(&Sentence) -> usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self { standing: None, waiting: Vec::new(), line: None, count_words: |_| 0 }
    }
}

impl Reading {
    /// Sentences stand for as long as their words need.
    pub(crate) fn count_words_with(&mut self, count_words: fn(&Sentence) -> usize) {
        self.count_words = count_words;
    }

    /// Wall time passes in front of what is shown: the sentence of this narration if no other one
    /// stands, and this line of a story.
    pub(crate) fn pass(
        &mut self,
        wall_us: u64,
        narration: &Narration,
        line: Option<Rc<str>>,
        now: Time,
    ) {
        self.take_over(narration, now);
        if let Some((_, left_us)) = &mut self.standing {
            *left_us = left_us.saturating_sub(wall_us);
        }
        for (_, waited_us) in &mut self.waiting {
            *waited_us += wall_us;
        }
        self.show_line(line);
        if let Some((_, left_us)) = &mut self.line {
            *left_us = left_us.saturating_sub(wall_us);
        }
    }

    /// What just happened is told as soon as the sentence before has been read, the first first.
    pub(crate) fn hear(&mut self, all: Vec<News>, simulation: &Simulation) {
        for news in all {
            if news.importance == Importance::Alarm {
                self.stand(news);
                continue;
            }
            self.waiting.push((news, 0));
            if self.waiting.len() > MOST_WAITING {
                // The first of the lightest.
                let importance = |place: &usize| self.waiting[*place].0.importance;
                let lightest = (0..self.waiting.len()).min_by_key(importance);
                lightest.map(|place| self.waiting.remove(place));
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

    /// The user did something, and the narration answers at once. What nobody may miss comes after
    /// that.
    pub(crate) fn give_way(&mut self) {
        self.standing = None;
        self.waiting.retain(|(news, _)| news.importance == Importance::Essential);
    }

    /// The user went elsewhere.
    pub(crate) fn forget(&mut self) {
        *self = Self { count_words: self.count_words, ..Self::default() };
    }

    /// The sentence that is shown.
    pub(crate) fn sentence(&self, narration: &Narration, now: Time) -> Sentence {
        self.news(narration, now).map_or_else(say::quiet, |news| news.sentence.clone())
    }

    /// What is told by the sentence that is shown; nothing if nothing happened for long.
    pub(crate) fn news<'a>(&'a self, narration: &'a Narration, now: Time) -> Option<&'a News> {
        let told = narration.news(now);
        match &self.standing {
            Some((news, left_us)) if *left_us > 0 || is_newest(news, told) => Some(news),
            _ => told,
        }
    }

    /// Whether the last line of the story has been there for long enough.
    pub(crate) fn has_read_line(&self) -> bool {
        self.line.as_ref().is_none_or(|(_, left_us)| *left_us == 0)
    }

    /// What the narration says itself, such as an answer to the user, stands like all that matters.
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

    fn show_line(&mut self, line: Option<Rc<str>>) {
        if self.line.as_ref().map(|(text, _)| text) != line.as_ref() {
            self.line = line.map(|text| {
                let time_us = reading_time_us(text.split_whitespace().count());
                (text, time_us)
            });
        }
    }
}

/// Whether nothing was told later than this.
fn is_newest(news: &News, told: Option<&News>) -> bool {
    told.is_some_and(|told| told.told_at <= news.told_at)
}

/// How long so many words stand, in wall microseconds.
fn reading_time_us(words: usize) -> u64 {
    (words as u64 * WORD_US).max(LEAST_US)
}
