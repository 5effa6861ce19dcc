//! Judges what a reader does in a task.

use super::command_kind::CommandKind;
use super::task::{Goal, Task};
use crate::run::TimedCommand;
use crate::simulation::Simulation;
use crate::time::Time;

/// Judges a task while a reader works on it. The verdict depends only on the commands and on the
/// time until which they are judged, not on the sequence of calls.
///
/// Goals are checked after all events of each instant, and after each command: an earlier command
/// of the same instant may already have solved the task.
#[derive(Clone, Debug)]
pub struct TaskJudge {
    task: Task,
    beginning: Simulation,
    simulation: Simulation,
    /// The commands of the reader that have been performed.
    performed: Vec<TimedCommand>,
    verdict: TaskVerdict,
}

/// What a reader has achieved in a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskVerdict {
    /// The goals.
    pub goals: Vec<JudgedGoal>,
    /// When the task was solved. Later commands do not change the verdict.
    pub solved_at: Option<Time>,
    /// The number of acts. Successive commands of one kind at one instant are one act where one
    /// gesture gives several: a drawn line cuts many links.
    pub acts: u32,
    /// The first command that the task does not allow. With it, the task cannot be solved.
    pub not_allowed: Option<TimedCommand>,
}

/// A goal, and whether it is met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JudgedGoal {
    /// The goal.
    pub goal: Goal,
    /// Whether it holds now, or has held if it is latched.
    pub is_met: bool,
}

/// Where the last act of these commands begins; none if there is no command. See
/// [`TaskVerdict::acts`].
pub fn last_act(commands: &[TimedCommand]) -> Option<usize> {
    let mut begins = commands.len().checked_sub(1)?;
    while begins > 0 && is_one_act(&commands[begins - 1], &commands[begins]) {
        begins -= 1;
    }
    Some(begins)
}

fn is_one_act(first: &TimedCommand, second: &TimedCommand) -> bool {
    let kind = CommandKind::of(&second.command);
    !kind.is_single_act() && first.at == second.at && CommandKind::of(&first.command) == kind
}

impl TaskJudge {
    /// Begins a task at the instant of a simulation. What the run of the simulation still has to
    /// do is left out.
    pub fn new(simulation: &Simulation, task: Task) -> Self {
        let mut beginning = simulation.clone();
        beginning.mute(true);
        beginning.forget_commands();
        let verdict = TaskVerdict::new(&task);
        let simulation = beginning.clone();
        let mut judge = Self { task, beginning, simulation, performed: Vec::new(), verdict };
        judge.restart();
        judge
    }

    /// Judges the reader's commands, in order of time, up to and including an instant. If they
    /// continue those of the call before, so does the judge; otherwise it begins again.
    pub fn advance(&mut self, commands: &[TimedCommand], until: Time) -> &TaskVerdict {
        let now = self.simulation.now();
        let next = commands.get(self.performed.len());
        let continues = commands.starts_with(&self.performed)
            && until >= now
            && next.is_none_or(|next| next.at >= now);
        if !continues {
            self.restart();
        }
        for timed in &commands[self.performed.len()..] {
            if timed.at > until {
                break;
            }
            self.run_until(timed.at);
            if self.verdict.solved_at.is_some() {
                break;
            }
            self.perform(timed);
        }
        self.run_until(until);
        &self.verdict
    }

    /// The verdict so far.
    pub fn verdict(&self) -> &TaskVerdict {
        &self.verdict
    }

    /// The task.
    pub fn task(&self) -> &Task {
        &self.task
    }

    fn restart(&mut self) {
        self.simulation = self.beginning.clone();
        self.performed.clear();
        self.verdict = TaskVerdict::new(&self.task);
        self.simulation.run_until(self.simulation.now());
        self.check_goals();
    }

    /// Plays up to an instant, or until the task is solved.
    fn run_until(&mut self, until: Time) {
        while self.verdict.solved_at.is_none() {
            let Some(next) = self.simulation.next_at().filter(|next| *next <= until) else {
                self.simulation.run_until(until);
                return;
            };
            self.simulation.run_until(next);
            self.check_goals();
        }
    }

    fn perform(&mut self, timed: &TimedCommand) {
        let kind = CommandKind::of(&timed.command);
        let is_one_act = self.performed.last().is_some_and(|last| is_one_act(last, timed));
        self.performed.push(timed.clone());
        if self.simulation.act(timed.command.clone()).is_err() {
            return; // the cluster lacks what it names, so nothing happened
        }
        self.verdict.acts += u32::from(!is_one_act);
        if !self.task.allows(kind) && self.verdict.not_allowed.is_none() {
            self.verdict.not_allowed = Some(timed.clone());
        }
        self.simulation.run_until(timed.at);
        self.check_goals();
    }

    fn check_goals(&mut self) {
        let mut is_solved = self.verdict.not_allowed.is_none();
        for JudgedGoal { goal, is_met } in &mut self.verdict.goals {
            if !(goal.is_latched && *is_met) {
                *is_met = goal.expectation.check(&self.simulation).is_ok();
            }
            is_solved &= *is_met;
        }
        if is_solved {
            self.verdict.solved_at = Some(self.simulation.now());
        }
    }
}

impl TaskVerdict {
    fn new(task: &Task) -> Self {
        let goals = task.goals.iter().map(|goal| JudgedGoal { goal: goal.clone(), is_met: false });
        Self { goals: goals.collect(), solved_at: None, acts: 0, not_allowed: None }
    }
}
