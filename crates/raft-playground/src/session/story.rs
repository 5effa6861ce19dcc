//! Going through a story and its task.

use raft_sim::history::Position;
use raft_sim::script::{ChoiceLabel, last_act};
use raft_sim::{Address, History, Time};

use super::Session;
use crate::intent::{Breakpoint, Breakpoints, Intent, Story};
use crate::state::{Story as ToldStory, TaskAttempt};

impl Session {
    pub(super) fn handle_story(&mut self, intent: Story) {
        let Some(story) = &mut self.provenance.story else { return };
        match intent {
            Story::Continue => self.continue_story(),
            Story::Back => {
                let beats = story.content.beats.len();
                let is_between = self.playback.is_playing;
                match story.place() {
                    None if story.is_at_task => self.show_beat(beats),
                    Some(place) => self.show_beat(place + usize::from(is_between)),
                    None => {}
                }
            }
            Story::GoTo(place) if place < story.content.beats.len() => self.show_beat(place + 1),
            Story::GoTo(_) | Story::StartOver => self.begin_task(),
            Story::Return => {
                let count = story.place().map_or(1, |place| place + 1);
                self.show_beat(count);
            }
            Story::Choose(choice) => story.choose(choice),
            Story::UndoAct => self.undo_act(),
            Story::Hint => {
                if let Some(task) = &mut story.task {
                    task.hints = (task.hints + 1).min(task.task().hints.len());
                }
            }
            Story::AskForSolution(is_asking) => {
                if let Some(task) = &mut story.task {
                    task.is_asking = is_asking && !task.solution.is_empty();
                }
            }
            Story::ShowSolution => self.show_solution(),
        }
    }

    /// Shows the beat with this name, or the task; whether the story has it.
    pub(crate) fn show_named_beat(&mut self, name: &str) -> bool {
        let story = self.provenance.story.as_ref();
        let place = story.and_then(|story| story.place_of(name));
        if let Some(place) = place {
            self.handle(Intent::Story(Story::GoTo(place)));
        }
        place.is_some()
    }

    pub(super) fn continue_story(&mut self) {
        let now = self.lane().now();
        let Some(story) = &self.provenance.story else { return };
        match story.next_beat() {
            Some(next) if next.at <= now || self.playback.is_playing => {
                self.show_beat(story.place().map_or(1, |place| place + 2));
            }
            Some(_) => self.play(true),
            None => self.begin_task(),
        }
    }

    /// Shows the first beat, if it is at the very beginning.
    pub(super) fn begin_story(&mut self) {
        let story = self.provenance.story.as_ref().filter(|_| self.provenance.is_story);
        let first = story.and_then(|story| story.content.beats.first());
        if first.is_some_and(|first| first.at == Time::default()) {
            self.show_beat(1);
        }
    }

    /// Shows the last of so many beats, paused.
    fn show_beat(&mut self, count: usize) {
        self.close_menu();
        let Some(story) = &mut self.provenance.story else { return };
        let Some(place) = count.checked_sub(1) else { return };
        let Some(beat) = story.content.beats.get(place) else { return };
        let at = beat.at;
        let from_task = story.is_at_task;
        story.reach(place);
        if from_task {
            let history = History::clone(&story.origin);
            self.lane_mut().begin(history);
            self.lane_mut().draw_partitions();
        } else {
            self.lane_mut().switch_to_first();
        }
        // A beat comes after everything else of its moment, also at time zero.
        self.go_to(Position::by(at));
        self.play(false);
    }

    /// Begins the task, or begins it again.
    fn begin_task(&mut self) {
        let Some(story) = &mut self.provenance.story else { return };
        let Some(task) = &mut story.task else { return };
        story.is_at_task = true;
        task.is_asking = false;
        task.is_shown = false;
        let start = History::clone(&task.start);
        self.show_attempt(start);
    }

    /// Takes back the last act, and goes to its moment.
    fn undo_act(&mut self) {
        let Some(task) = self.task() else { return };
        let acts = task.acts(self.lane().simulation());
        let Some(kept) = last_act(acts) else { return };
        let last_at = acts[kept].at;
        let mut history = History::clone(&task.start);
        for act in &acts[..kept] {
            history.advance(act.at);
            // It could be done there before.
            drop(history.act(act.command.clone()));
        }
        history.advance(last_at);
        self.show_attempt(history);
    }

    /// Plays the solution from the beginning of the task.
    fn show_solution(&mut self) {
        let Some(story) = &mut self.provenance.story else { return };
        let Some(task) = story.task.as_mut().filter(|_| story.is_at_task) else { return };
        (task.is_asking, task.is_shown) = (false, true);
        let begins_at = task.begins_at();
        let mut history = History::clone(&task.start);
        for timed in &*task.solution {
            history.advance(timed.at);
            drop(history.act(timed.command.clone()));
        }
        self.show_attempt(history);
        self.seek(begins_at);
        self.play(true);
    }

    /// Shows an attempt at the task at the end of its history, paused.
    fn show_attempt(&mut self, history: History) {
        self.close_menu();
        let end = history.position();
        self.lane_mut().begin(history);
        if let Some(story) = &self.provenance.story {
            let script = story.content.commands.clone();
            self.lane_mut().script = script;
            self.lane_mut().draw_partitions();
        }
        self.go_to(end);
        self.play(false);
    }

    /// Answers the shown question with a node; whether that is a possible answer.
    pub(super) fn choose_node(&mut self, node: Address) -> bool {
        if self.told_story().is_none() {
            return false;
        }
        let Some(story) = &mut self.provenance.story else { return false };
        let asked = story.beat().and_then(|beat| beat.question.as_ref());
        let chosen = asked.filter(|_| story.answer().is_none()).and_then(|asked| {
            let label = ChoiceLabel::Node(node);
            asked.choices.iter().position(|choice| choice.label == label)
        });
        chosen.map(|chosen| story.choose(chosen)).is_some()
    }

    /// The task, while the reader is at it.
    fn task(&self) -> Option<&TaskAttempt> {
        let story = self.provenance.story.as_ref()?;
        story.task.as_ref().filter(|_| story.is_at_task)
    }

    /// Where playback pauses. A story stops at its own beats, and a task may need a violation.
    pub(super) fn breakpoints(&self) -> Breakpoints {
        let breakpoints = self.playback.breakpoints;
        let is_at_task = self.provenance.story.as_ref().is_some_and(|story| story.is_at_task);
        if is_at_task || self.told_story().is_some() {
            return breakpoints.without(Breakpoint::Violation);
        }
        breakpoints
    }

    /// The story, unless the reader has left it by acting, or is at its task.
    pub(super) fn told_story(&self) -> Option<&ToldStory> {
        let is_told = self.lane().is_as_told();
        self.provenance.story.as_ref().filter(|story| is_told && !story.is_at_task)
    }

    /// The moment of the next beat.
    pub(super) fn next_beat_at(&self) -> Option<Time> {
        Some(self.told_story()?.next_beat()?.at)
    }

    /// Pauses at the next beat, if the run has come to it.
    pub(super) fn stop_at_beat(&mut self) {
        let now = self.lane().now();
        if self.next_beat_at().is_some_and(|beat| beat <= now) {
            self.follow_story();
            self.playback.is_playing = false;
        }
    }

    /// Shows the beat of the moment to which the run has gone.
    pub(super) fn follow_story(&mut self) {
        let (now, is_told) = (self.lane().now(), self.lane().is_as_told());
        if let Some(story) = &mut self.provenance.story
            && is_told
            && !story.is_at_task
        {
            story.follow(now);
        }
    }

    /// Judges what the reader has done at the task.
    pub(super) fn judge_attempt(&mut self) {
        let [lane] = &self.lanes;
        if let Some(story) = &mut self.provenance.story
            && story.is_at_task
            && let Some(task) = &mut story.task
        {
            task.follow(lane.simulation());
        }
    }
}
