//! What a reader does to solve the task of a story.

use std::rc::Rc;

use raft_sim::script::{Task, TaskBeginning, TaskJudge, TaskVerdict};
use raft_sim::{History, Simulation, Time, TimedCommand};

/// A task, and what the reader has done so far.
#[derive(Clone, Debug)]
pub(crate) struct TaskAttempt {
    /// The run where the task begins: the end of its history.
    pub(crate) start: Rc<History>,
    /// The commands of a solution.
    pub(crate) solution: Rc<[TimedCommand]>,
    judge: TaskJudge,
    /// How many hints are shown.
    pub(crate) hints: usize,
    /// Whether the reader is asked whether to show the solution.
    pub(crate) is_asking: bool,
    /// Whether the solution is shown.
    pub(crate) is_shown: bool,
}

impl TaskAttempt {
    /// The task at its beginning.
    pub(crate) fn new(task: &TaskBeginning, start: History) -> Self {
        let (judge, start) = (task.judge(), Rc::new(start));
        let solution = task.solution().into();
        Self { start, solution, judge, hints: 0, is_asking: false, is_shown: false }
    }

    /// When the task begins.
    pub(crate) fn begins_at(&self) -> Time {
        self.start.simulation().now()
    }

    /// The commands of a run since the task began, up to the moment of the run.
    pub(crate) fn acts<'a>(&self, simulation: &'a Simulation) -> &'a [TimedCommand] {
        let before = self.start.simulation().run().commands.len();
        let acts = simulation.run().commands.get(before..).unwrap_or_default();
        &acts[..acts.partition_point(|act| act.at <= simulation.now())]
    }

    /// Judges a run that began as the task does.
    pub(crate) fn follow(&mut self, simulation: &Simulation) {
        let before = self.start.simulation().run().commands.len();
        let acts = simulation.run().commands.get(before..).unwrap_or_default();
        self.judge.advance(acts, simulation.now());
    }

    /// The task.
    pub(crate) fn task(&self) -> &Task {
        self.judge.task()
    }

    /// How many acts solved it without the solution being shown; none until then.
    pub(crate) fn solved_with(&self) -> Option<u32> {
        let verdict = self.verdict();
        (verdict.solved_at.is_some() && !self.is_shown).then_some(verdict.acts)
    }

    /// The verdict so far.
    pub(crate) fn verdict(&self) -> &TaskVerdict {
        self.judge.verdict()
    }
}
