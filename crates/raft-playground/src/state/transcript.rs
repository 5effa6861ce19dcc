//! The lines of the transcript: one page of all that happened, newest first. They come from the
//! recent events and, before these, from replaying the past piece by piece.

use std::rc::Rc;

use raft_sim::history::BranchId;
use raft_sim::{History, Record, Simulation, Time};

use crate::intent::TranscriptFilter;
use crate::phrases;
use crate::significance::line_kind;
use crate::text::{Contains, Words};

/// How many lines a page has.
const MOST: usize = 40;

/// How much of the past is replayed at once, in simulated microseconds: about what a frame has time
/// for.
const PIECE_US: u64 = 2_000_000;

/// What the transcript lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct TranscriptLines {
    pub(crate) filter: TranscriptFilter,
    /// What the user searches for, as it was typed; empty to list everything.
    pub(crate) search: Rc<str>,
    /// Searches in a line as the page writes it.
    pub(crate) contains: Option<Contains>,
    /// Whether the lines stand still because the pointer is on them.
    pub(crate) is_held: bool,
    /// Where the earlier pages begin to which the user has turned.
    turned: Vec<Place>,
    /// The lines, newest first, and one more if there are earlier ones.
    found: Vec<Rc<Record>>,
    /// Every record from here on to the beginning of the page was looked at.
    reached: Place,
    /// The run and its branch of which these are the lines.
    source: Option<(u64, BranchId)>,
    /// The sequence number after that of the newest record that was looked at.
    followed: u64,
}

/// A place in a run: before the record of this number, which happened at this time.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    at: Time,
    seq: u64,
}

impl Place {
    fn before(record: &Record) -> Self {
        Self { at: record.at, seq: record.seq }
    }
}

/// The recent events at the cursor.
#[derive(Clone, Copy)]
pub(crate) struct RecentRecords<'a> {
    /// The run and its branch.
    pub(crate) source: (u64, BranchId),
    /// The last records, the oldest first.
    pub(crate) all: &'a [Rc<Record>],
    /// The last records of what is remembered for longer, the oldest first.
    pub(crate) memorable: &'a [Rc<Record>],
    pub(crate) simulation: &'a Simulation,
}

impl RecentRecords<'_> {
    fn end(&self) -> Place {
        let seq = self.all.last().map_or(0, |newest| newest.seq + 1);
        Place { at: self.simulation.now(), seq }
    }
}

impl TranscriptLines {
    /// The lines of this page, newest first.
    pub(crate) fn lines(&self) -> &[Rc<Record>] {
        &self.found[..self.found.len().min(MOST)]
    }

    /// A line of this page.
    pub(crate) fn find(&self, seq: u64) -> Option<&Rc<Record>> {
        self.found.iter().find(|record| record.seq == seq)
    }

    /// Whether there are lines before this page.
    pub(crate) fn has_earlier(&self) -> bool {
        self.found.len() > MOST
    }

    /// Whether the user has turned to an earlier page.
    pub(crate) fn has_later(&self) -> bool {
        !self.turned.is_empty()
    }

    /// The time before which the run is still to be searched; none if nothing is left to find.
    pub(crate) fn searches_before(&self) -> Option<Time> {
        (!self.has_earlier() && self.reached.seq > 0).then_some(self.reached.at)
    }

    /// Lists from the newest line on what the filter and the search let through now.
    pub(crate) fn list_again(&mut self, recent: &RecentRecords) {
        self.turned.clear();
        self.begin(recent);
    }

    /// Turns to the page before this one.
    pub(crate) fn turn_earlier(&mut self, recent: &RecentRecords) {
        if let Some(last) = self.lines().last().filter(|_| self.has_earlier()) {
            self.turned.push(Place::before(last));
            self.begin(recent);
        }
    }

    /// Turns to the page after this one.
    pub(crate) fn turn_later(&mut self, recent: &RecentRecords) {
        if self.turned.pop().is_some() {
            self.begin(recent);
        }
    }

    /// Takes in what has happened since; whether that changes anything. An earlier page, and lines
    /// under the pointer, stand still.
    pub(crate) fn follow(&mut self, recent: &RecentRecords) -> bool {
        let end = recent.end();
        if self.source != Some(recent.source) {
            self.list_again(recent);
            return true;
        }
        if self.is_held || self.has_later() || end.seq == self.followed {
            return false;
        }
        let known = self.known(recent);
        let is_next = end.seq > self.followed
            && recent.all.first().is_some_and(|first| first.seq <= self.followed);
        if !is_next {
            self.begin(recent);
            return true;
        }
        let new = known.iter().rev().take_while(|record| record.seq >= self.followed);
        let new: Vec<_> =
            new.filter(|record| self.passes(record, recent.simulation)).cloned().collect();
        self.followed = end.seq;
        let changes = !new.is_empty();
        self.found.splice(0..0, new);
        if self.found.len() > MOST {
            self.found.truncate(MOST + 1);
            self.reached = self.found.last().map_or(self.reached, |last| Place::before(last));
        }
        changes
    }

    /// Looks for more lines in a piece of the past; whether any was left to look at.
    pub(crate) fn look_back(&mut self, history: &History) -> bool {
        let Some(to) = self.searches_before() else { return false };
        let from = Time(to.0.saturating_sub(PIECE_US));
        let records = history.records_between(from, to);
        self.add(records.into_iter().rev().map(Rc::new), history.simulation());
        if !self.has_earlier() {
            self.reached.at = from;
            if from == Time::default() {
                self.reached.seq = 0;
            }
        }
        true
    }

    /// Lists this page from its beginning on.
    fn begin(&mut self, recent: &RecentRecords) {
        let end = recent.end();
        self.source = Some(recent.source);
        self.followed = end.seq;
        self.reached = self.turned.last().copied().unwrap_or(end);
        self.found.clear();
        let known = self.known(recent);
        let begins_there = self.reached.seq <= end.seq
            && known.first().is_some_and(|first| first.seq < self.reached.seq);
        if begins_there {
            self.add(known.iter().rev().cloned(), recent.simulation);
        }
    }

    /// The recent events that have every line of this filter.
    fn known<'a>(&self, recent: &RecentRecords<'a>) -> &'a [Rc<Record>] {
        if self.filter == TranscriptFilter::Turns { recent.memorable } else { recent.all }
    }

    /// Adds those of earlier records that are lines, newest first, until the page is full.
    fn add(&mut self, records: impl Iterator<Item = Rc<Record>>, simulation: &Simulation) {
        for record in records {
            if self.has_earlier() {
                return;
            }
            if record.seq < self.reached.seq {
                self.reached = Place::before(&record);
                if self.passes(&record, simulation) {
                    self.found.push(record);
                }
            }
        }
    }

    /// Whether a record is a line that the user wants to see.
    fn passes(&self, record: &Record, simulation: &Simulation) -> bool {
        line_kind(&record.kind).passes(self.filter) && self.contains_search(record, simulation)
    }

    fn contains_search(&self, record: &Record, simulation: &Simulation) -> bool {
        let wanted = self.search.trim();
        let Some(contains) = self.contains.filter(|_| !wanted.is_empty()) else {
            return wanted.is_empty();
        };
        let mut line = vec![record.at.into()];
        line.extend(record.subject.map(Words::from));
        line.push(phrases::line(record, simulation));
        contains(&line, wanted)
    }
}
