//! One run on a stage: its history, its recent events, its cut lines and its narration. There is
//! one lane; comparing two runs would need two.

mod branches;
mod marks;
mod travel;

use std::rc::Rc;

use raft_sim::history::{BranchId, Position};
use raft_sim::raft_core::Micros;
use raft_sim::{
    Address, BadRun, Command, History, InFlightMessage, Record, Run, Simulation, Time, TimedCommand,
};

use crate::intent::{Breakpoint, Breakpoints, Question};
use crate::layout::{Layout, Point, Stage};
use crate::phrases::{self, Past};
use crate::query;
use crate::significance;
use crate::state::{CutLines, Narration, News, OpenQuestion, RecentEvents, RecentRecords, groups};

pub(crate) use branches::parting;
pub(crate) use marks::{marks, range_us, slots};

/// One run on a stage.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) history: History,
    /// The commands that the run had when it was opened. The user gave all others.
    pub(crate) script: Rc<[TimedCommand]>,
    /// How many runs this lane has had before.
    pub(crate) runs: u64,
    pub(crate) layout: Rc<Layout>,
    pub(crate) recent: RecentEvents,
    pub(crate) cut_lines: CutLines,
    pub(crate) narration: Narration,
    /// The news since the last call of `take_news`.
    news: Vec<News>,
    /// Where each of the last steps began, and the narration there.
    steps: Vec<(Position, Narration)>,
    /// The branch that was just begun.
    begun: Option<BranchId>,
}

/// The outcome of advancing a run.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct AdvanceOutcome {
    /// Whether there is any record of it.
    pub(crate) any: bool,
    /// Whether any of it is visible.
    pub(crate) visible: bool,
    /// Whether playback pauses because of it.
    pub(crate) pauses: bool,
}

impl Lane {
    /// A run at its beginning, on this stage.
    pub(crate) fn new(run: Run, stage: Stage) -> Result<Self, BadRun> {
        let mut lane = Self::of(History::new(run)?, stage);
        lane.ingest_records(None, Micros(0));
        Ok(lane)
    }

    fn of(history: History, stage: Stage) -> Self {
        Self {
            layout: Rc::new(lay_out(history.simulation(), stage)),
            script: history.simulation().run().commands.clone().into(),
            history,
            runs: 0,
            recent: RecentEvents::default(),
            cut_lines: CutLines::default(),
            narration: Narration::default(),
            news: Vec::new(),
            steps: Vec::new(),
            begun: None,
        }
    }

    /// Replaces the run by another one, and returns it.
    pub(crate) fn begin(&mut self, history: History) -> Self {
        let mut next = Self::of(history, self.layout.stage);
        next.seek(Time::default(), Micros(0));
        self.replace(next)
    }

    /// Replaces the run by one that was shown before, as it was then, and returns it.
    pub(crate) fn replace(&mut self, next: Self) -> Self {
        let (runs, stage) = (self.runs + 1, self.layout.stage);
        let before = std::mem::replace(self, Self { runs, ..next });
        self.resize(stage);
        before
    }

    /// Lays the run out on a stage of this size.
    pub(crate) fn resize(&mut self, stage: Stage) {
        self.layout = Rc::new(lay_out(self.simulation(), stage));
    }

    /// The world at the cursor.
    pub(crate) fn simulation(&self) -> &Simulation {
        self.history.simulation()
    }

    pub(crate) fn now(&self) -> Time {
        self.simulation().now()
    }

    /// Whether the run is as its script has it: the user has given no command.
    pub(crate) fn is_as_told(&self) -> bool {
        self.history.current() == BranchId::default()
            && self.simulation().run().commands.len() == self.script.len()
    }

    /// How far a message has come, as it is drawn, 0 to 1.
    pub(crate) fn drawn_progress(&self, in_flight: &InFlightMessage) -> f64 {
        let way = in_flight.arrives_at.since(in_flight.sent_at);
        let come = part(self.now().since(in_flight.sent_at), way);
        self.cut_lines.drawn_progress(self.now(), in_flight, come)
    }

    /// The first index in the table of logs when the end of the longest log is shown. The place
    /// after it is shown, too: the next entry goes there.
    pub(crate) fn first_entry_at_end(&self) -> u64 {
        let longest = query::longest_log(self.simulation()).0;
        (longest + 2).saturating_sub(self.layout.stage.log_columns()).max(1)
    }

    /// The recent records, and the commands of the script, which explain the present state.
    pub(crate) fn past(&self) -> Past<'_> {
        Past { simulation: self.simulation(), script: &self.script, records: self.recent.known() }
    }

    /// Takes the news since the last call.
    pub(crate) fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    /// The recent events, for the transcript.
    pub(crate) fn recent_records(&self) -> RecentRecords<'_> {
        RecentRecords {
            source: (self.runs, self.history.current()),
            all: &self.recent.records,
            memorable: &self.recent.memorable,
            simulation: self.simulation(),
        }
    }

    /// Opens a question; none if its subject is gone. `about` is the record that the shown sentence
    /// reports.
    pub(crate) fn ask(
        &self,
        question: Question,
        about: Option<&Rc<Record>>,
    ) -> Option<OpenQuestion> {
        let answer = |record: &Rc<Record>| {
            let answer = phrases::explain_record(record, &self.past())?;
            Some(OpenQuestion::Record(Rc::clone(record), Rc::new(answer)))
        };
        match question {
            Question::Sentence => {
                about.and_then(answer).or(Some(OpenQuestion::Now(Question::Leader)))
            }
            Question::Record(seq) => self.recent.find(seq).and_then(answer),
            other => Some(OpenQuestion::Now(other)),
        }
    }

    /// Carries out a command at the cursor.
    pub(crate) fn act(&mut self, command: Command) {
        self.narration.allow_replacement();
        self.steps.clear();
        let branch = self.history.current();
        // Only the menu of a node that is gone could ask for an impossible command.
        if self.history.act(command).is_ok() {
            let current = self.history.current();
            self.begun = self.begun.or((current != branch).then_some(current));
            self.ingest_records(None, Micros(0));
        }
    }

    /// Cuts the links that a drawn line crosses.
    pub(crate) fn cut_along(&mut self, line: &[Point]) {
        let crossings = self.layout.crossings(line);
        if crossings.is_empty() {
            return;
        }
        // If that separates groups of nodes, one command keeps the run readable; otherwise cut each
        // direction.
        let groups = groups(self.simulation(), &crossings);
        if groups.len() > 1 {
            self.act(Command::Partition(groups));
        }
        for crossing in &crossings {
            self.set_link(crossing.first, crossing.second, false);
        }
        self.cut_lines.add(self.now(), crossings);
    }

    /// Remembers lines for the partitions of the script, as if they had been drawn.
    pub(crate) fn draw_partitions(&mut self) {
        let script = Rc::clone(&self.script);
        for timed in &*script {
            if let Command::Partition(groups) = &timed.command {
                for crossings in self.layout.lines_between(groups) {
                    self.cut_lines.add(timed.at, crossings);
                }
            }
        }
    }

    /// Cuts or mends both directions of a link.
    pub(crate) fn set_link(&mut self, one: Address, other: Address, up: bool) {
        self.set_direction(one, other, up);
        self.set_direction(other, one, up);
    }

    /// Cuts or mends a direction of a link, if it is not as it should be.
    pub(crate) fn set_direction(&mut self, from: Address, to: Address, up: bool) {
        if self.simulation().network().is_up(from, to) == Some(!up) {
            self.act(if up { Command::Mend { from, to } } else { Command::Cut { from, to } });
        }
    }

    /// Updates narration and recent events from the new records.
    fn ingest_records(&mut self, breakpoints: Option<Breakpoints>, hold: Micros) -> AdvanceOutcome {
        let records = shared(self.history.take_records());
        let simulation = self.history.simulation();
        let now = simulation.now();
        let pause = breakpoints.and_then(|breakpoints| first_breakpoint(&records, breakpoints));
        if let Some(breakpoint) = pause {
            self.narration.allow_replacement();
            self.narration.remark(phrases::paused(breakpoint), now);
        }
        let past = Past { simulation, script: &self.script, records: [&[], &records] };
        self.news.append(&mut self.narration.consider(&past, hold));
        let any = !records.is_empty();
        let visible = self.recent.add(records, now);
        AdvanceOutcome { any, visible, pauses: pause.is_some() }
    }
}

/// The first breakpoint that the records hit.
fn first_breakpoint(records: &[Rc<Record>], breakpoints: Breakpoints) -> Option<Breakpoint> {
    let mut all = records.iter().filter_map(|record| significance::breakpoint(&record.kind));
    all.find(|breakpoint| breakpoints.on(*breakpoint))
}

/// Records that the transcript and an answer can both keep.
fn shared(records: Vec<Record>) -> Vec<Rc<Record>> {
    records.into_iter().map(Rc::new).collect()
}

fn lay_out(simulation: &Simulation, stage: Stage) -> Layout {
    Layout::new(stage, simulation.hosts().len(), simulation.clients().len())
}

/// The part of a span that has passed, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
pub(crate) fn part(passed: Micros, whole: Micros) -> f64 {
    if whole.0 == 0 { 1.0 } else { (passed.0 as f64 / whole.0 as f64).clamp(0.0, 1.0) }
}
