//! What a campaign found.

use std::collections::BTreeMap;
use std::fmt;

use super::no_claim::NO_CLAIM;
#[cfg(test)]
use super::{Futures, Moment, check};
#[cfg(test)]
use crate::text::Sentence;

/// How many examples of each kind are kept.
const MOST_EXAMPLES: usize = 3;

/// What was checked, and what was wrong.
#[derive(Default, Debug)]
pub struct Report {
    /// How often each message was judged.
    pub judged: BTreeMap<&'static str, u64>,
    /// How often a message was said that no check judges.
    pub unjudged: BTreeMap<&'static str, u64>,
    /// The messages of which a false sentence, made by hand, was found.
    #[cfg(test)]
    pub(super) found_false: std::collections::BTreeSet<&'static str>,
    /// The messages of which false sentences were made.
    #[cfg(test)]
    pub(super) made_false: std::collections::BTreeSet<&'static str>,
    /// The wrong sentences by kind.
    pub wrong: BTreeMap<&'static str, Wrong>,
}

/// Wrong sentences of one kind.
#[derive(Default, Debug)]
pub struct Wrong {
    /// How many there were.
    pub count: u64,
    /// Some of them: where, what was said, and what is true.
    pub examples: Vec<String>,
}

impl Report {
    /// Notes whether a false sentence is found: the same message about something else.
    #[cfg(test)]
    pub(super) fn notice_false(&mut self, sentence: &Sentence, moment: &Moment) {
        if self.found_false.contains(sentence.id()) {
            return;
        }
        let altered = sentence.altered();
        if altered.is_empty() {
            return;
        }
        self.made_false.insert(sentence.id());
        let is_found = altered
            .iter()
            .any(|altered| matches!(check(altered, moment, &mut Futures::default()), Some(Err(_))));
        if is_found {
            self.found_false.insert(sentence.id());
        }
    }

    /// The messages that were said and that no check judged, although they claim something.
    pub fn unchecked(&self) -> Vec<&'static str> {
        let unjudged = self.unjudged.keys().copied();
        let claims = unjudged.filter(|id| !NO_CLAIM.contains(id));
        claims.filter(|id| !self.judged.contains_key(id)).collect()
    }

    /// Adds a wrong sentence.
    pub(super) fn add_wrong(&mut self, id: &'static str, example: impl FnOnce() -> String) {
        let wrong = self.wrong.entry(id).or_default();
        wrong.count += 1;
        if wrong.examples.len() < MOST_EXAMPLES {
            wrong.examples.push(example());
        }
    }

    /// Both reports together.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        for (mine, theirs) in
            [(&mut self.judged, other.judged), (&mut self.unjudged, other.unjudged)]
        {
            for (id, count) in theirs {
                *mine.entry(id).or_default() += count;
            }
        }
        #[cfg(test)]
        {
            self.found_false.extend(other.found_false);
            self.made_false.extend(other.made_false);
        }
        for (id, wrong) in other.wrong {
            let mine = self.wrong.entry(id).or_default();
            mine.count += wrong.count;
            let room = MOST_EXAMPLES.saturating_sub(mine.examples.len());
            mine.examples.extend(wrong.examples.into_iter().take(room));
        }
        self
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let judged: u64 = self.judged.values().sum();
        let wrong: u64 = self.wrong.values().map(|wrong| wrong.count).sum();
        writeln!(
            formatter,
            "{judged} sentences of {} kinds judged, {wrong} wrong of {} kinds",
            self.judged.len(),
            self.wrong.len()
        )?;
        let unchecked = self.unchecked();
        if !unchecked.is_empty() {
            writeln!(formatter, "no check judges {}", unchecked.join(", "))?;
        }
        for (id, wrong) in &self.wrong {
            writeln!(formatter, "{id}: {}", wrong.count)?;
            for example in &wrong.examples {
                writeln!(formatter, "    {example}")?;
            }
        }
        Ok(())
    }
}
