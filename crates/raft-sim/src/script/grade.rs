//! Judges solutions of a task, and checks the task itself.

use super::command_kind::CommandKind;
use super::error::ScriptError;
use super::parse::read_solution;
use super::perform::ScriptRun;
use super::report::Failure;
use super::task::Task;
use super::task_judge::{TaskJudge, TaskVerdict};
use super::{PATIENCE, Script, Step};
use crate::run::{Run, TimedCommand};
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::time::Time;

/// A task at the instant at which it begins.
#[derive(Clone, Debug)]
pub struct TaskBeginning {
    script: Script,
    task: Task,
    simulation: Simulation,
}

/// The result of a solution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grade {
    /// What the solution achieves.
    pub verdict: TaskVerdict,
    /// The conditions and expectations of the solution that failed.
    pub failures: Vec<Failure>,
}

/// Why a text is not a solution of a task.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadSolution {
    /// It is not a script.
    #[error(transparent)]
    Script(ScriptError),
    /// It is a script of another cluster.
    #[error("its settings or its seed are not those of the task")]
    OtherScenario,
    /// It is a script of the same cluster, but not of the same run.
    #[error("its commands before the task begins (at {0}) are not those of the task")]
    OtherBeginning(Time),
}

impl ScriptRun {
    /// The beginning of the script's task, if it has one and the script has ended.
    pub fn task_beginning(&self) -> Option<TaskBeginning> {
        let task = self.script().task.clone().filter(|_| self.is_over())?;
        let mut simulation = self.simulation().clone();
        simulation.mute(true);
        Some(TaskBeginning { script: self.script().clone(), task, simulation })
    }
}

impl TaskBeginning {
    /// The task.
    pub fn task(&self) -> &Task {
        &self.task
    }

    /// When the task begins.
    pub fn at(&self) -> Time {
        self.simulation.now()
    }

    /// A judge of this task.
    pub fn judge(&self) -> TaskJudge {
        TaskJudge::new(&self.simulation, self.task.clone())
    }

    /// Judges a solution that is a list of steps. After its last step, the run goes on for
    /// [`PATIENCE`].
    pub fn grade(&self, solution: &[Step]) -> Grade {
        let run = self.perform(solution);
        let commands = self.own_commands(&run);
        let verdict = self.verdict(commands, run.simulation().now() + PATIENCE);
        Grade { verdict, failures: run.failures().to_vec() }
    }

    /// The commands of the task's own solution, with their times.
    pub fn solution(&self) -> Vec<TimedCommand> {
        self.own_commands(&self.perform(&self.task.solution)).to_vec()
    }

    fn perform(&self, solution: &[Step]) -> ScriptRun {
        let mut run = ScriptRun::continued(self.simulation.clone(), solution.to_vec());
        run.advance(Time::NEVER);
        run
    }

    fn own_commands<'a>(&self, run: &'a ScriptRun) -> &'a [TimedCommand] {
        &run.simulation().run().commands[self.simulation.run().commands.len()..]
    }

    /// Judges a solution in a file of its own: a whole run of the task's scenario, as the page
    /// saves it, or only steps, which are performed from the task's beginning. A whole run is
    /// judged until its `end`. If it has a task with a solution, this solution is judged.
    ///
    /// # Errors
    /// If the text is neither.
    pub fn grade_text(&self, text: &str) -> Result<Grade, BadSolution> {
        let whole = text.parse::<Script>();
        let has_settings = match &whole {
            Ok(script) => script.seed != 0 || script.scenario != Scenario::default(),
            Err(_) => false,
        };
        let of_run = whole.map_err(BadSolution::Script).and_then(|script| self.grade_run(script));
        let Err(error) = of_run else { return of_run };
        match (read_solution(text, &self.script), error) {
            (Ok(steps), _) => Ok(self.grade(&steps)),
            // The reading that comes further is the one that was meant.
            (Err(of_steps), BadSolution::Script(error)) => {
                let is_further = (of_steps.line, of_steps.column) > (error.line, error.column);
                Err(BadSolution::Script(if is_further { of_steps } else { error }))
            }
            (Err(of_steps), _) if !has_settings => Err(BadSolution::Script(of_steps)),
            (Err(_), error) => Err(error),
        }
    }

    /// Judges the commands of a whole run that come after those of the script.
    fn grade_run(&self, script: Script) -> Result<Grade, BadSolution> {
        let Run { scenario, seed, commands } = self.simulation.run();
        if script.scenario != *scenario || script.seed != *seed {
            return Err(BadSolution::OtherScenario);
        }
        if let Some(task) = script.task.as_ref().filter(|task| !task.solution.is_empty()) {
            return Ok(self.grade(&task.solution));
        }
        let begins = self.at();
        let patience = if script.end.is_some() { raft_core::Micros(0) } else { PATIENCE };
        let Ok(report) = script.play() else { return Err(BadSolution::OtherScenario) };
        let own = report.run.commands.strip_prefix(&commands[..]);
        let own = own.filter(|own| own.iter().all(|timed| timed.at >= begins));
        let own = own.ok_or(BadSolution::OtherBeginning(begins))?;
        let verdict = self.verdict(own, report.end.max(begins) + patience);
        Ok(Grade { verdict, failures: Vec::new() })
    }

    fn verdict(&self, commands: &[TimedCommand], until: Time) -> TaskVerdict {
        self.judge().advance(commands, until).clone()
    }

    /// Whether the task is solved [`PATIENCE`] after its beginning although the reader does
    /// nothing.
    pub fn solves_itself(&self) -> bool {
        self.verdict(&[], self.at() + PATIENCE).solved_at.is_some()
    }

    /// What is wrong with the task: it is already solved when it begins, or its own solution does
    /// not solve it, does something that is not allowed, or needs more acts than `par`.
    pub fn check(&self) -> Vec<Failure> {
        let Task { line, solution, par, .. } = &self.task;
        let mut failures = Vec::new();
        let mut fail = |message: String| {
            failures.push(Failure { line: *line, at: self.at(), message });
        };
        if self.judge().verdict().solved_at.is_some() {
            fail("the task is already solved when it begins".into());
        }
        if solution.is_empty() {
            fail("the task has no solution".into());
            return failures;
        }
        let Grade { verdict, failures: of_solution } = self.grade(solution);
        if let Some(problem) = verdict.problem() {
            fail(format!("the solution does not solve the task: {problem}"));
        }
        if let Some(par) = par.filter(|par| *par < verdict.acts) {
            fail(format!("the solution needs {} acts, more than par {par}", verdict.acts));
        }
        failures.extend(of_solution);
        failures
    }
}

impl TaskVerdict {
    /// Why the task is not solved, as the end of a sentence; `None` if it is solved.
    pub fn problem(&self) -> Option<String> {
        if self.solved_at.is_some() {
            return None;
        }
        if let Some(timed) = &self.not_allowed {
            let kind = CommandKind::of(&timed.command);
            return Some(format!("`{}` at {} is not allowed ({kind})", timed.command, timed.at));
        }
        let mut problem = String::new();
        for judged in self.goals.iter().filter(|judged| !judged.is_met) {
            problem.push_str(if problem.is_empty() { "not reached: " } else { "; " });
            problem.push_str(&judged.goal.expectation.text());
        }
        Some(problem)
    }
}
