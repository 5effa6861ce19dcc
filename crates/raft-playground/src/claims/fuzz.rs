//! Performs runs, and checks every sentence that the page would show in them.

mod asking;

use std::collections::BTreeMap;
use std::rc::Rc;

use raft_sim::raft_core::Micros;
use raft_sim::swarm::{self, FaultConfig};
use raft_sim::{Record, Run, Simulation, Time, TimedCommand};

use super::acts::{self, Dice};
use super::page::Page;
use super::{Checked, Futures, GroundTruth, Moment, Report, check};
use crate::intent::{Intent, Question};
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
#[cfg(test)]
pub(super) fn check_run(run: Run, end: Time, name: &str) -> Report {
    let mut stage = Stage::new(run, false, name.into());
    stage.play(end);
    stage.finish()
}

/// For how long a user lets the run go on before the next look at everything.
fn between_looks(dice: &mut Dice) -> Time {
    Time(300_000 + dice.next() % 2_000_000)
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
    truth: GroundTruth,
    futures: Futures,
    report: Report,
    english: NativeCatalog,
    /// The page that shows the run.
    page: Page,
    dice: Dice,
    /// When everything that the page shows is checked next.
    look_at: Time,
    /// What the lines of the transcript said.
    lines: BTreeMap<u64, Sentence>,
    /// How often something happened.
    steps: u64,
    remembered: Vec<asking::Remembered>,
}

impl Stage {
    fn new(run: Run, by_hand: bool, name: String) -> Self {
        let (acts, script) =
            if by_hand { (run.commands, Vec::new()) } else { (Vec::new(), run.commands) };
        let begin = Run { commands: script.clone(), ..run };
        let mut dice = Dice::new(begin.seed);
        let look_at = between_looks(&mut dice);
        let mut stage = Self {
            name,
            world: Simulation::new(begin.clone()).expect("it has been performed"),
            acts: acts.into_iter(),
            script,
            recent: RecentEvents::default(),
            truth: GroundTruth::default(),
            futures: Futures::default(),
            report: Report::default(),
            english: NativeCatalog::new(Language::English),
            page: Page::new(begin),
            dice,
            look_at,
            lines: BTreeMap::new(),
            steps: 0,
            remembered: Vec::new(),
        };
        stage.observe(false);
        stage
    }

    fn play(&mut self, end: Time) {
        loop {
            let act_at = self.acts.as_slice().first().map(|timed| timed.at);
            let look_at = Some(self.look_at).filter(|at| *at <= end);
            let next_at = self.world.next_at().filter(|next| *next <= end);
            let user_at = [act_at, look_at].into_iter().flatten().min();
            match (next_at, user_at) {
                (Some(next), Some(user)) if next > user => self.turn_to_page(user),
                (None, Some(user)) => self.turn_to_page(user),
                (Some(_), _) => {
                    self.world.step();
                    self.observe(false);
                }
                (None, None) => return,
            }
        }
    }

    /// The user looks at everything on the page, or gives the next command.
    fn turn_to_page(&mut self, at: Time) {
        self.world.run_until(at);
        self.observe(false);
        self.page.play(at);
        if self.look_at > at {
            // An act of a run with other messages may make no sense here.
            if let Some(TimedCommand { command, .. }) = self.acts.next() {
                self.intend(command.into());
            }
            return;
        }
        self.look_at = at + Micros(between_looks(&mut self.dice).0);
        if self.script.is_empty() {
            let intent = match self.page.suggestion().filter(|_| self.dice.below(4) == 0) {
                Some(suggested) => suggested,
                None => acts::act(&mut self.dice, &self.world),
            };
            self.intend(intent);
        }
        // What follows at once from an act comes before the user looks.
        self.world.run_until(at);
        self.observe(false);
        self.page.play(at);
        let choice = self.dice.next();
        for (sentence, checked) in self.page.judge(&self.truth, &self.lines, choice) {
            self.note(&sentence, checked);
        }
    }

    /// The user asks for something on the page.
    fn intend(&mut self, intent: Intent) {
        for command in self.page.handle(intent) {
            let _ = self.world.act(command);
        }
        self.observe(true);
        let page = self.page.simulation();
        let is_same = (self.world.now(), self.world.events()) == (page.now(), page.events());
        assert!(is_same, "the page shows another run: {}", self.name);
    }

    /// Checks what the page says about what just happened.
    fn observe(&mut self, by_hand: bool) {
        let records = self.world.take_records();
        if records.is_empty() {
            return;
        }
        let known = self.truth.records.len();
        self.truth.observe(&self.world, records, by_hand);
        let new = self.truth.records[known..].to_vec();
        self.futures.observe(&new, &self.world);
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
    fn lines(&mut self, new: &[Rc<Record>]) -> Vec<(Sentence, Rc<Record>)> {
        let mut lines = Vec::new();
        for record in new {
            if let Words::Sentence(line) = phrases::line(record, &self.world) {
                self.lines.insert(record.seq, line.clone());
                lines.push((line, Rc::clone(record)));
            }
        }
        lines
    }

    fn judge_at(
        &mut self,
        sentence: &Sentence,
        record: Option<&Record>,
        question: Option<Question>,
    ) {
        let moment = Moment { simulation: &self.world, truth: &self.truth, record, question };
        #[cfg(test)]
        if self.world.hosts().len() > 1 {
            self.report.notice_false(sentence, &moment);
        }
        let checked = check(sentence, &moment, &mut self.futures);
        self.note(sentence, checked);
    }

    /// Counts a sentence. If it is judged, so are the sentences in it.
    fn note(&mut self, sentence: &Sentence, checked: Option<Checked>) {
        if checked.is_some() {
            let judged = &mut self.report.judged;
            sentence.parts(&mut |part| *judged.entry(part.id()).or_default() += 1);
        }
        self.note_as(sentence.id(), checked, |english| english.render(sentence));
    }

    /// Counts what was said, and keeps it if it is false.
    fn note_as(
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
        for (id, truth) in self.futures.refuted(&self.truth, &self.world) {
            let name = &self.name;
            self.report.add_wrong(id, || format!("{name}: {truth}."));
        }
        self.report
    }
}
