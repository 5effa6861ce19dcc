//! Which of all the things that happen is worth the one sentence under the stage.

use std::rc::Rc;

use raft_sim::{Record, Simulation};

use crate::words;

/// How long a sentence stands before a less important one may replace it, in wall microseconds.
const READING_US: u64 = 2_500_000;

/// How much a sentence matters. The later ones replace the earlier ones at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) enum Weight {
    /// Said when there is nothing else to say.
    #[default]
    Idle,
    /// One of several steps of something larger.
    Step,
    /// A turn in the story.
    Turn,
    /// What the user did or waits for.
    Answer,
    /// What must never happen.
    Alarm,
}

/// Chooses the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Narrator {
    sentence: Rc<str>,
    weight: Weight,
    age_us: u64,
    changed: bool,
    /// What the sentence tells of, if it tells of something that happened.
    about: Option<Rc<Record>>,
}

impl Default for Narrator {
    fn default() -> Self {
        Self {
            sentence: words::OPENING.into(),
            weight: Weight::Idle,
            age_us: 0,
            changed: true,
            about: None,
        }
    }
}

impl Narrator {
    /// Before anything is known of what happened at a moment: early in a run, or later.
    pub(crate) fn at(later: bool) -> Self {
        let sentence = if later { words::QUIET } else { words::OPENING };
        Self { sentence: sentence.into(), ..Self::default() }
    }

    /// The sentence that stands now.
    pub(crate) fn sentence(&self) -> Rc<str> {
        Rc::clone(&self.sentence)
    }

    /// The record of what the sentence tells.
    pub(crate) fn about(&self) -> Option<&Rc<Record>> {
        self.about.as_ref()
    }

    /// Whether the sentence changed since the last call.
    pub(crate) fn take_changed(&mut self) -> bool {
        core::mem::take(&mut self.changed)
    }

    /// Wall time passes, and the sentence has been read a little more.
    pub(crate) fn pass(&mut self, wall_us: u64) {
        self.age_us = self.age_us.saturating_add(wall_us);
    }

    /// The user did something: whatever comes of it may be said at once.
    pub(crate) fn make_way(&mut self) {
        self.age_us = self.age_us.max(READING_US);
    }

    /// Chooses among what happened: the weightiest, and of equals the latest.
    pub(crate) fn hear(&mut self, records: &[Rc<Record>], simulation: &Simulation) {
        let mut news = None;
        let mut weightiest = Weight::Idle;
        for record in records {
            if let Some((weight, sentence)) = words::tell(record, simulation)
                && weight >= weightiest
            {
                weightiest = weight;
                news = Some((sentence, record));
            }
        }
        let Some((sentence, record)) = news else { return };
        if weightiest >= self.weight || self.age_us >= READING_US {
            self.about = Some(Rc::clone(record));
            self.set(weightiest, sentence);
        }
    }

    /// Answers what the user did.
    pub(crate) fn say(&mut self, sentence: String) {
        self.set(Weight::Answer, sentence);
    }

    /// Says something that anything else may replace.
    pub(crate) fn remark(&mut self, sentence: String) {
        self.set(Weight::Idle, sentence);
    }

    fn set(&mut self, weight: Weight, sentence: String) {
        if *sentence != *self.sentence {
            self.sentence = sentence.into();
            self.changed = true;
        }
        self.weight = weight;
        self.age_us = 0;
    }
}
