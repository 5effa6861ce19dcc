//! Performs runs, and checks every sentence that the page would show in them.

use std::rc::Rc;

use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{Record, Run, Simulation, Time, TimedCommand};

use super::{Futures, Moment, Report, Witness, check};
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
        let explained = self.explained(&new);
        for (sentence, record) in said.into_iter().chain(explained) {
            self.judge(&sentence, Some(&record));
        }
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

    /// The lines of the transcript, and the answers to why it happened.
    fn explained(&self, new: &[Rc<Record>]) -> Vec<(Sentence, Rc<Record>)> {
        let past =
            Past { simulation: &self.world, script: &self.script, records: self.recent.known() };
        let mut said = Vec::new();
        for record in new {
            if let Words::Sentence(line) = phrases::line(record, &self.world) {
                said.push((line, Rc::clone(record)));
            }
            if let Some(answer) = phrases::explain_record(record, &past) {
                let sentences = answer.reason.sentences.into_iter();
                said.extend(sentences.map(|sentence| (sentence, Rc::clone(record))));
            }
        }
        said
    }

    fn judge(&mut self, sentence: &Sentence, record: Option<&Record>) {
        #[cfg(test)]
        self.judge_altered(sentence, record);
        let moment = Moment { simulation: &self.world, witness: &self.witness, record };
        match check(sentence, &moment, &mut self.futures) {
            None => *self.report.unjudged.entry(sentence.id()).or_default() += 1,
            Some(checked) => {
                *self.report.judged.entry(sentence.id()).or_default() += 1;
                if let Err(truth) = checked {
                    let (name, english) = (&self.name, &self.english);
                    let now = self.world.now();
                    self.report.add_wrong(sentence.id(), || {
                        format!("{name} at {} us: {} But {truth}.", now.0, english.render(sentence))
                    });
                }
            }
        }
    }

    /// Notes whether a false sentence is found: the same message about something else.
    #[cfg(test)]
    fn judge_altered(&mut self, sentence: &Sentence, record: Option<&Record>) {
        if self.world.hosts().len() < 2 || self.report.found_false.contains(sentence.id()) {
            return;
        }
        let moment = Moment { simulation: &self.world, witness: &self.witness, record };
        let altered = sentence.altered();
        let is_found = altered.is_empty()
            || altered.iter().any(|altered| {
                matches!(check(altered, &moment, &mut Futures::default()), Some(Err(_)))
            });
        if is_found {
            self.report.found_false.insert(sentence.id());
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
