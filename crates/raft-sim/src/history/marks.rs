//! The marks of the time bar: where terms began, and other important events.

use raft_core::{Event, LogIndex, Micros, NodeId, Term};
use serde::Serialize;

use crate::checks::Property;
use crate::command::Command;
use crate::record::{Record, RecordKind};
use crate::simulation::Simulation;
use crate::time::Time;

/// The maximum number of marks in a branch.
pub const MAX_MARKS: usize = 2048;

/// An important event of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Mark {
    /// Its time.
    pub at: Time,
    /// The number of its record.
    pub seq: u64,
    /// Its kind.
    pub kind: MarkKind,
}

/// The kind of an important event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "mark", content = "detail", rename_all = "kebab-case")]
pub enum MarkKind {
    /// A node was the first in a new term.
    Term(Term),
    /// A node started an election.
    Election(NodeId),
    /// A node won an election.
    Leader(NodeId),
    /// A node stopped.
    Crash(NodeId),
    /// A node that had stopped started again.
    Restart(NodeId),
    /// Links were cut.
    Cut,
    /// Links were restored.
    Heal,
    /// Another command, such as a client's operation.
    Act,
    /// The highest committed index so far.
    Commit(LogIndex),
    /// A property was violated.
    Violation(Property),
}

impl MarkKind {
    fn is_like(self, other: Self) -> bool {
        core::mem::discriminant(&self) == core::mem::discriminant(&other)
    }

    /// Of several marks for terms or commits, the last is kept; of all others, the first.
    fn is_a_level(self) -> bool {
        matches!(self, Self::Term(_) | Self::Commit(_))
    }
}

/// The marks of a branch, and the state needed to find the next ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    kept: Vec<Mark>,
    /// The time span in which at most one mark of each kind is kept. It doubles when there are too
    /// many marks.
    grain: Micros,
    newest_term: Term,
    committed: LogIndex,
}

impl Marks {
    /// In order of time.
    pub(super) fn as_slice(&self) -> &[Mark] {
        &self.kept
    }

    /// The marks before a record, for a branch that starts there with this simulation.
    pub(super) fn before(&self, seq: u64, simulation: &Simulation) -> Self {
        let count = self.kept.partition_point(|mark| mark.seq < seq);
        let terms = simulation.hosts().iter().map(|host| {
            let on_disk = host.disk.durable().hard_state.term;
            host.process.as_ref().map_or(on_disk, |process| process.node.term().max(on_disk))
        });
        Self {
            kept: self.kept[..count].to_vec(),
            grain: self.grain,
            newest_term: terms.max().unwrap_or_default(),
            committed: simulation.checks.committed(),
        }
    }

    /// Looks at a new record.
    pub(super) fn observe(&mut self, record: &Record) {
        let Record { at, seq, subject, kind: ref happened, ref state, .. } = *record;
        if let Some(state) = state {
            if state.term > self.newest_term {
                self.newest_term = state.term;
                self.add(Mark { at, seq, kind: MarkKind::Term(state.term) });
            }
            if state.commit_index > self.committed {
                self.committed = state.commit_index;
                self.add(Mark { at, seq, kind: MarkKind::Commit(state.commit_index) });
            }
        }
        let node = subject.and_then(crate::Address::node);
        let kind = match happened {
            RecordKind::Protocol(Event::ElectionStarted { .. }) => node.map(MarkKind::Election),
            RecordKind::Protocol(Event::LeaderElected { .. }) => node.map(MarkKind::Leader),
            RecordKind::Crashed { .. } => node.map(MarkKind::Crash),
            // A record without a cause belongs to the beginning of the run.
            RecordKind::Protocol(Event::Booted { .. }) if record.cause.is_some() => {
                node.map(MarkKind::Restart)
            }
            RecordKind::Commanded(command) => act(command),
            RecordKind::Violated(violation) => Some(MarkKind::Violation(violation.property())),
            _ => None,
        };
        if let Some(kind) = kind {
            self.add(Mark { at, seq, kind });
        }
    }

    fn add(&mut self, mark: Mark) {
        push(&mut self.kept, mark, self.grain);
        while self.kept.len() > MAX_MARKS {
            self.grain = Micros((self.grain.0 * 2).max(1000));
            let marks = core::mem::take(&mut self.kept);
            for mark in marks {
                push(&mut self.kept, mark, self.grain);
            }
        }
    }
}

/// The mark of a command. Stopping and starting a node leave marks of their own.
fn act(command: &Command) -> Option<MarkKind> {
    match command {
        Command::Crash(_) | Command::Restart(_) | Command::EraseDisk(_) => None,
        // A single group is cut from nothing, whatever empty ones stand beside it.
        Command::Partition(groups)
            if groups.iter().filter(|group| !group.is_empty()).count() < 2 =>
        {
            Some(MarkKind::Act)
        }
        Command::Cut { .. } | Command::Partition(_) | Command::Isolate(_) => Some(MarkKind::Cut),
        Command::Mend { .. } | Command::Heal => Some(MarkKind::Heal),
        _ => Some(MarkKind::Act),
    }
}

/// Adds a mark unless the same time span has one of that kind.
fn push(marks: &mut Vec<Mark>, mark: Mark, grain: Micros) {
    let span = |at: Time| at.0.checked_div(grain.0);
    if span(mark.at).is_some() {
        let earlier = marks.iter().rposition(|other| span(other.at) != span(mark.at));
        let from = earlier.map_or(0, |place| place + 1);
        let like = marks[from..].iter().position(|other| other.kind.is_like(mark.kind));
        match like {
            Some(place) if mark.kind.is_a_level() => drop(marks.remove(from + place)),
            Some(_) => return,
            None => {}
        }
    }
    marks.push(mark);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_bounded_and_rare_kinds_are_kept() {
        let mut marks = Marks::default();
        for seq in 0..100_000 {
            let kind = match seq % 50_000 {
                777 => MarkKind::Crash(NodeId(1)),
                _ => MarkKind::Commit(LogIndex(seq)),
            };
            marks.add(Mark { at: Time(seq * 10_000), seq, kind });
        }
        let kept = marks.as_slice();
        assert!((MAX_MARKS / 4..=MAX_MARKS).contains(&kept.len()), "{}", kept.len());
        assert!(kept.is_sorted_by_key(|mark| mark.seq));
        assert_eq!(kept.iter().filter(|mark| matches!(mark.kind, MarkKind::Crash(_))).count(), 2);
        assert_eq!(kept.last().map(|mark| mark.seq), Some(99_999));
    }
}
