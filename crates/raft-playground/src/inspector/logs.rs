//! Every log side by side, with the marks of who knows what of whom.
//!
//! Only a window of the logs is drawn, however long they are. It follows their end until somebody
//! looks elsewhere.

use std::rc::Rc;

use raft_sim::raft_core::{LogIndex, Progress};
use raft_sim::{Address, Host};

use crate::frame::RoleView;
use crate::layout::{Shape, Stage};
use crate::scene::{entry_text, role};
use crate::session::Session;
use crate::shown_log::ShownLog;

/// How many columns there are beside or over the stage.
const COLUMNS: u64 = 7;
/// On a phone, the room beside the columns and of each of them, in CSS pixels.
const BESIDE: f64 = 64.0;
const COLUMN: f64 = 57.0;
/// Where a page is divided as for a phone, and the inspector is as wide as the page.
const PHONE: f64 = 600.0;

/// Every log side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct LogsView {
    /// The first index shown.
    pub first: u64,
    /// How many indexes are shown.
    pub columns: usize,
    /// The first index shown when the end of the longest log is.
    pub first_at_end: u64,
    /// A row for each node, A first.
    pub rows: Vec<LogRow>,
    /// The cells of the first row, then those of the second, and so on.
    pub cells: Vec<CellView>,
}

/// The log of a node, but for its cells.
#[derive(Clone, PartialEq, Debug)]
pub struct LogRow {
    /// The node.
    pub address: Address,
    /// Its role.
    pub role: RoleView,
    /// Where its log ends and what the leader knows of it, if all that is before the window.
    pub note: Option<Rc<str>>,
}

/// A place in a log.
#[derive(Clone, PartialEq, Debug)]
pub struct CellView {
    /// What is there.
    pub state: CellState,
    /// The entry's term; 0 where none is.
    pub term: u64,
    /// What the entry carries, not shortened; none where none is.
    pub text: Option<Rc<str>>,
    /// Whether it is what the node applied last.
    pub is_applied: bool,
    /// Whether the leader knows the logs to be the same up to here (`matchIndex`).
    pub is_match: bool,
    /// Whether the leader will send this next (`nextIndex`).
    pub is_next: bool,
}

/// What is at a place in a log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellState {
    /// Nothing yet.
    Free,
    /// What a snapshot replaces.
    Snapshot,
    /// An entry.
    Entry {
        /// Whether it is known to be committed.
        committed: bool,
        /// Whether it lies on the node's disk.
        durable: bool,
    },
}

pub(super) fn draw(session: &Session) -> LogsView {
    let simulation = session.simulation();
    let (columns, first_at_end) = (columns(session.layout.stage), first_at_end(session));
    let first = session.inspected.first_index.map_or(first_at_end, |first| first.min(first_at_end));
    let leader = simulation.leader().and_then(|leader| simulation.host(leader).process.as_ref());
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for host in simulation.hosts() {
        let log = ShownLog::of(host, simulation);
        let progress = leader.and_then(|leader| leader.node.progress(host.id));
        let note = (log.last.0 < first).then(|| note(&log, progress).into());
        rows.push(LogRow { address: host.id.into(), role: role(host), note });
        for index in first..first + columns {
            cells.push(cell(host, &log, progress, LogIndex(index)));
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "few columns fit on a screen")]
    let columns = columns as usize;
    LogsView { first, columns, first_at_end, rows, cells }
}

/// The first index shown when the end of the longest log is. The place after it is shown, too: that
/// is what is sent next.
pub(super) fn first_at_end(session: &Session) -> u64 {
    let simulation = session.simulation();
    let mut longest = 0;
    for host in simulation.hosts() {
        longest = longest.max(ShownLog::of(host, simulation).last.0);
    }
    (longest + 2).saturating_sub(columns(session.layout.stage)).max(1)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a screen")]
fn columns(stage: Stage) -> u64 {
    if stage.shape == Shape::Wide || stage.width >= PHONE {
        return COLUMNS;
    }
    (((stage.width - BESIDE) / COLUMN) as u64).max(1)
}

fn note(log: &ShownLog, progress: Option<&Progress>) -> String {
    let end = log.last;
    match progress {
        Some(Progress { match_index, next_index, .. }) => {
            format!("ends at {end}, matchIndex {match_index}, nextIndex {next_index}")
        }
        None => format!("ends at {end}"),
    }
}

fn cell(host: &Host, log: &ShownLog, progress: Option<&Progress>, index: LogIndex) -> CellView {
    let entry = log.entry(index);
    let state = match entry {
        Some(_) => {
            CellState::Entry { committed: index <= log.committed, durable: index <= log.durable }
        }
        None if index <= log.base.index => CellState::Snapshot,
        None => CellState::Free,
    };
    CellView {
        state,
        term: entry.map_or(0, |entry| entry.term.0),
        text: entry.map(entry_text),
        is_applied: host.process.as_ref().is_some_and(|it| it.node.last_applied() == index),
        is_match: progress.is_some_and(|progress| progress.match_index == index),
        is_next: progress.is_some_and(|progress| progress.next_index == index),
    }
}
