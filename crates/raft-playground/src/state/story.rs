//! The story that is shown: its beats, and how far the reader has come.

use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::script::BeatReached;
use raft_sim::{History, Time, TimedCommand};

use super::TaskAttempt;
use crate::intent::Speed;

/// Before a beat, at most this much simulated time runs at the speed of the story.
const WATCHED_US: u64 = 160_000;

/// What comes before that takes this much wall time, however long it is.
const SKIPPED_WALL_US: u64 = 1_500_000;

/// The page says how much time it skipped, unless it was less than this.
const LEAST_SKIP_US: u64 = 400_000;

/// The name of the task in an address, where a beat has its own name.
pub(crate) const TASK: &str = "task";

/// What a story consists of.
#[derive(Clone, Debug, Default)]
pub(crate) struct StoryContent {
    /// Its beats in order of time. Several may be at the same moment.
    pub(crate) beats: Vec<BeatReached>,
    /// The commands of its script.
    pub(crate) commands: Rc<[TimedCommand]>,
    /// How fast it plays, unless the reader chooses another speed.
    pub(crate) speed: Option<Speed>,
    /// The next story: the path of its file in the folder of stories, without the ending.
    pub(crate) next: Option<Rc<str>>,
}

/// A story, and where the reader is in it.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) content: Rc<StoryContent>,
    /// The run of the story, as far as the story goes.
    pub(crate) origin: Rc<History>,
    /// The number of beats that the story has reached; the last of them is shown.
    reached: usize,
    /// The reader's answer to the question of each beat.
    answers: Vec<Option<usize>>,
    /// The task at the end of the story.
    pub(crate) task: Option<TaskAttempt>,
    /// Whether the reader is at the task.
    pub(crate) is_at_task: bool,
}

impl Story {
    /// A story before its first beat; none if it has neither beats nor a task.
    pub(crate) fn new(
        content: StoryContent,
        origin: History,
        task: Option<TaskAttempt>,
    ) -> Option<Self> {
        let answers = vec![None; content.beats.len()];
        let is_any = task.is_some() || !answers.is_empty();
        let (content, origin) = (Rc::new(content), Rc::new(origin));
        is_any.then_some(Self { content, origin, reached: 0, answers, task, is_at_task: false })
    }

    /// The place of the shown beat; none before the first one, and none at the task.
    pub(crate) fn place(&self) -> Option<usize> {
        if self.is_at_task { None } else { self.reached.checked_sub(1) }
    }

    /// The shown beat.
    pub(crate) fn beat(&self) -> Option<&BeatReached> {
        self.content.beats.get(self.place()?)
    }

    /// The next beat.
    pub(crate) fn next_beat(&self) -> Option<&BeatReached> {
        if self.is_at_task { None } else { self.content.beats.get(self.reached) }
    }

    /// Whether the reader has come to its end: the last beat, or the task if it has one.
    pub(crate) fn is_at_end(&self) -> bool {
        self.next_beat().is_none() && (self.task.is_none() || self.is_at_task)
    }

    /// The answer to the shown question.
    pub(crate) fn answer(&self) -> Option<usize> {
        self.answers[self.place()?]
    }

    /// Answers the shown question, once.
    pub(crate) fn choose(&mut self, choice: usize) {
        let choices = self.beat().and_then(|beat| Some(beat.question.as_ref()?.choices.len()));
        if let Some(place) = self.place()
            && choices.is_some_and(|choices| choice < choices)
        {
            self.answers[place].get_or_insert(choice);
        }
    }

    /// Shows a beat.
    pub(crate) fn reach(&mut self, place: usize) {
        self.reached = (place + 1).min(self.content.beats.len());
        self.is_at_task = false;
    }

    /// Follows the run to a moment: shows the first beat of the last moment with a beat, unless
    /// another one of that moment is shown.
    pub(crate) fn follow(&mut self, now: Time) {
        let beats = &self.content.beats;
        let last = beats.iter().rfind(|beat| beat.at <= now).map(|beat| beat.at);
        if self.beat().map(|beat| beat.at) != last {
            let first = beats.iter().position(|beat| Some(beat.at) == last);
            self.reached = first.map_or(0, |first| first + 1);
        }
    }

    /// The place of the beat with this name, as `Story::GoTo` of the intents has it.
    pub(crate) fn place_of(&self, beat: &str) -> Option<usize> {
        let beats = &self.content.beats;
        let place = beats.iter().position(|other| other.name == beat);
        place.or_else(|| (beat == TASK && self.task.is_some()).then_some(beats.len()))
    }

    /// Goes back to the beginning.
    pub(crate) fn rewind(&mut self) {
        (self.reached, self.is_at_task) = (0, false);
    }

    /// How much simulated time passes on the way to the next beat, where `by` would at the chosen
    /// speed: all but the last part of a long way takes as much wall time as a short one.
    pub(crate) fn pace(&self, now: Time, by: Micros, wall_us: u64) -> Micros {
        let Some(next) = self.next_beat() else { return by };
        let Some(skipped_us) = self.skipped_us() else { return by };
        let left_us = (next.at.0.saturating_sub(WATCHED_US)).saturating_sub(now.0);
        let fast_us = skipped_us.saturating_mul(wall_us) / SKIPPED_WALL_US;
        Micros(by.0.max(fast_us.min(left_us)))
    }

    /// The part of the way to the next beat that is skipped, if any is.
    fn skipped_us(&self) -> Option<u64> {
        let from = self.place().map_or(Time::default(), |place| self.content.beats[place].at);
        let way_us = self.next_beat()?.at.since(from).0;
        way_us.checked_sub(WATCHED_US)
    }

    /// How much later than the beat before the shown one it is, if much of that was skipped.
    pub(crate) fn later(&self) -> Option<Micros> {
        let beats = &self.content.beats;
        let before = self.place()?.checked_sub(1)?;
        let way = beats[before + 1].at.since(beats[before].at);
        (way.0 >= WATCHED_US + LEAST_SKIP_US).then_some(way)
    }
}
