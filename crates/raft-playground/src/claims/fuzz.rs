//! Performs runs, and checks every sentence that the page would show in them.

mod asking;

use std::rc::Rc;

use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{Record, Run, Simulation, Time, TimedCommand};

use super::{Checked, Futures, Moment, Report, Witness, check};
use crate::intent::Question;
use crate::phrases::{self, Past};
use crate::significance;
use crate::state::RecentEvents;
use crate::text::{Catalog, Language, NativeCatalog, Sentence, Words};

/// One run of a campaign.
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    /// It draws the run.
    pub seed: u64,
    /// What is wrong with the cluster.
    pub faults: FaultConfig,
    /// Whether a user gives the commands, rather than a script.
    pub by_hand: bool,
}

/// Performs a trial and checks everything that the page would say in it.
///
/// # Panics
/// If a run that was performed cannot be performed again.
pub fn fuzz(trial: Trial) -> Report {
    let Trial { seed, faults, by_hand } = trial;
    let drawn = swarm::trial(seed, faults, None);
    let end = drawn.simulated;
    let mut stage = Stage::new(drawn.run, by_hand, format!("{trial:?}"));
    stage.play(end);
    stage.finish()
}

/// Performs a run that somebody wrote.
pub(super) fn check_run(run: Run, end: Time, name: &str) -> Report {
    let mut stage = Stage::new(run, false, name.into());
    stage.play(end);
    stage.finish()
}

/// A run as the page shows it, and what really happens in it.
struct Stage {
    name: String,
    world: Simulation,
    /// The commands that a user is about to give.
    acts: std::vec::IntoIter<TimedCommand>,
    /// The commands of a script.
    script: Vec<TimedCommand>,
    recent: RecentEvents,
    witness: Witness,
    futures: Futures,
    report: Report,
    english: NativeCatalog,
    /// How often something happened.
    steps: u64,
    remembered: Vec<asking::Remembered>,
}

impl Stage {
    fn new(run: Run, by_hand: bool, name: String) -> Self {
        let (acts, script) =
            if by_hand { (run.commands, Vec::new()) } else { (Vec::new(), run.commands) };
        let begin = Run { commands: script.clone(), ..run };
        let mut stage = Self {
            name,
            world: Simulation::new(begin).expect("it has been performed"),
            acts: acts.into_iter(),
            script,
            recent: RecentEvents::default(),
            witness: Witness::default(),
            futures: Futures::default(),
            report: Report::default(),
            english: NativeCatalog::new(Language::English),
            steps: 0,
            remembered: Vec::new(),
        };
        stage.observe(false);
        stage
    }

    fn play(&mut self, end: Time) {
        loop {
            let act_at = self.acts.as_slice().first().map(|timed| timed.at);
            let next_at = self.world.next_at().filter(|next| *next <= end);
            match (next_at, act_at) {
                (Some(next), Some(act)) if next > act => self.act(),
                (None, Some(_)) => self.act(),
                (Some(_), _) => {
                    self.world.step();
                    self.observe(false);
                }
                (None, None) => return,
            }
        }
    }

    /// The user gives the next command.
    fn act(&mut self) {
        let Some(TimedCommand { at, command }) = self.acts.next() else { return };
        self.world.run_until(at);
        self.observe(false);
        // An act of a run with other messages may make no sense here.
        if self.world.act(command).is_ok() {
            self.observe(true);
        }
    }

    /// Checks what the page says about what just happened.
    fn observe(&mut self, by_hand: bool) {
        let records = self.world.take_records();
        if records.is_empty() {
            return;
        }
        let known = self.witness.records.len();
        self.witness.observe(&self.world, records, by_hand);
        let new = self.witness.records[known..].to_vec();
        let said = self.narrated(&new);
        self.recent.add(new.clone(), self.world.now());
        let lines = self.lines(&new);
        for (sentence, record) in said.into_iter().chain(lines) {
            self.judge_at(&sentence, Some(&record), None);
        }
        self.ask_about(&new);
        self.ask_now_and_then();
    }

    /// What the page knows of what happened lately.
    fn past(&self) -> Past<'_> {
        Past { simulation: &self.world, script: &self.script, records: self.recent.known() }
    }

    /// The sentences that may stand under the stage.
    fn narrated(&self, new: &[Rc<Record>]) -> Vec<(Sentence, Rc<Record>)> {
        let past = Past { simulation: &self.world, script: &self.script, records: [&[], new] };
        let sentences = new.iter().filter_map(|record| {
            significance::importance(record, &self.world)?;
            Some((phrases::describe(record, &past)?, Rc::clone(record)))
        });
        sentences.collect()
    }

    /// The lines of the transcript.
    fn lines(&self, new: &[Rc<Record>]) -> Vec<(Sentence, Rc<Record>)> {
        let lines = new.iter().filter_map(|record| match phrases::line(record, &self.world) {
            Words::Sentence(line) => Some((line, Rc::clone(record))),
            _ => None,
        });
        lines.collect()
    }

    fn judge_at(
        &mut self,
        sentence: &Sentence,
        record: Option<&Record>,
        question: Option<Question>,
    ) {
        let moment = Moment { simulation: &self.world, witness: &self.witness, record, question };
        let checked = check(sentence, &moment, &mut self.futures);
        self.note(sentence.id(), checked, |english| english.render(sentence));
    }

    /// Remembers how something that was said was judged.
    fn note(
        &mut self,
        id: &'static str,
        checked: Option<Checked>,
        text: impl FnOnce(&NativeCatalog) -> String,
    ) {
        let Some(checked) = checked else {
            *self.report.unjudged.entry(id).or_default() += 1;
            return;
        };
        *self.report.judged.entry(id).or_default() += 1;
        if let Err(truth) = checked {
            let (name, english) = (&self.name, &self.english);
            let now = self.world.now();
            self.report.add_wrong(id, || {
                format!("{name} at {} us: {} But {truth}.", now.0, text(english))
            });
        }
    }

    /// Judges what was said about the future.
    fn finish(mut self) -> Report {
        for (id, truth) in self.futures.refuted(&self.witness) {
            let name = &self.name;
            self.report.add_wrong(id, || format!("{name}: {truth}."));
        }
        self.report
    }
}
