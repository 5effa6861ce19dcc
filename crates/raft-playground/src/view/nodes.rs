//! Nodes with their logs, links, and clients.

use std::rc::Rc;

use raft_sim::Address;

use crate::layout::LogSizes;
use crate::query::{MemberKind, NodeRole, OutcomeKind};
use crate::text::Sentence;

/// One node.
#[derive(Clone, PartialEq, Debug)]
pub struct NodeView {
    /// Its name: A, B, C …
    pub name: Rc<str>,
    /// Its address, for intents.
    pub address: Address,
    /// Its role.
    pub role: NodeRole,
    /// Whether its process is frozen.
    pub frozen: bool,
    /// Its membership.
    pub member: MemberKind,
    /// Its term.
    pub term: u64,
    /// Its commit index.
    pub commit: u64,
    /// The index of the last entry in its log.
    pub last_index: u64,
    /// The value that it applied last, shortened to fit the circle; empty if none.
    pub value: Rc<str>,
    /// The line below its name and term: `Leader`, `Leader: B`, `Votes: 2/5`, `Stopped`.
    pub status: Sentence,
    /// Its log as far as it is drawn.
    pub log: LogView,
    /// One sentence for a screen reader: name, role, term, value.
    pub description: Sentence,
}

/// The visible window of a node's log. All nodes show the same window, so rows line up.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct LogView {
    /// First and last index of the entries folded away before the rows.
    pub folded: Option<(u64, u64)>,
    /// One row per slot, top first. The slot is the place in this list.
    pub rows: Vec<RowView>,
    /// How far the log ends before the window, if it does: drawn as "8 behind".
    pub behind: u64,
}

impl LogView {
    /// The top of each row, from the top of the log. Uncommitted entries are set slightly apart.
    pub fn row_tops(&self, sizes: &LogSizes) -> Vec<f64> {
        let mut tops = Vec::with_capacity(self.rows.len());
        let mut next = sizes.head;
        let mut open = false;
        for row in &self.rows {
            if !open && !matches!(row, RowView::Entry { committed: true, .. }) {
                open = true;
                next += sizes.gap;
            }
            tops.push(next);
            next += sizes.row;
        }
        tops
    }

    /// The top of the row of this index; `None` if it is not shown.
    pub fn row_top(&self, sizes: &LogSizes, index: u64) -> Option<f64> {
        let first = self.folded.map_or(1, |(_, last)| last + 1);
        let place = usize::try_from(index.checked_sub(first)?).ok()?;
        self.row_tops(sizes).get(place).copied()
    }
}

/// One slot of a log.
#[derive(Clone, PartialEq, Debug)]
pub enum RowView {
    /// An entry.
    Entry {
        /// Its index.
        index: u64,
        /// Its term.
        term: u64,
        /// Its content: `x=8`, `no-op`. The page shortens it.
        text: Sentence,
        /// Whether this node knows it to be committed.
        committed: bool,
        /// Whether this node's disk holds it durably.
        durable: bool,
    },
    /// An entry that the longest log has and this one lacks.
    Missing,
    /// A slot that no log has reached.
    Free,
}

/// A link between two addresses, their names in order: A–B, A–X.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LinkView {
    /// The end whose name comes first.
    pub first: Address,
    /// The other end.
    pub second: Address,
    /// Whether messages pass from `first` to `second`.
    pub forward_up: bool,
    /// Whether messages pass from `second` to `first`.
    pub backward_up: bool,
    /// Where messages are lost if both directions are cut, as a part of the way from `first`.
    pub cut_at: f64,
    /// Whether a line drawn by hand shows where it is cut.
    pub in_line: bool,
}

/// A client.
#[derive(Clone, PartialEq, Debug)]
pub struct ClientView {
    /// Its name: X.
    pub name: Rc<str>,
    /// Its address, for intents.
    pub address: Address,
    /// Whether it sends the typed operations.
    pub sends: bool,
    /// The status of its latest operation: `x=8 sent to B, waiting`; none before the first.
    pub status: Option<Sentence>,
    /// Why the last text could not be sent, if it could not.
    pub complaint: Option<Sentence>,
    /// The outcome of the latest operation.
    pub outcome: OutcomeKind,
    /// An example of an operation, for the empty field.
    pub placeholder: Rc<str>,
}
