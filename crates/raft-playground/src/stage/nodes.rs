//! Nodes and the visible part of their logs.

use std::rc::Rc;

use raft_sim::raft_core::LogIndex;
use raft_sim::{Address, Host, Process, Simulation};

use crate::phrases;
use crate::query::{self, VisibleLog};
use crate::view::{LogView, NodeView, RowView};

/// The longest value that fits into a node's circle, in characters.
const CIRCLE: usize = 4;

/// The indexes that every log shows, so that rows line up.
#[derive(Clone, Copy)]
struct Window {
    /// The first index shown.
    first: u64,
    /// How many are shown.
    rows: u64,
    /// The end of the longest log.
    longest: u64,
}

/// Every node, with this many rows of its log.
pub(super) fn nodes(simulation: &Simulation, rows: u64) -> Vec<Rc<NodeView>> {
    let longest = query::longest_log(simulation).0;
    let window = Window { first: (longest + 1).saturating_sub(rows).max(1), rows, longest };
    simulation.hosts().iter().map(|host| Rc::new(node(simulation, host, window))).collect()
}

fn node(simulation: &Simulation, host: &Host, window: Window) -> NodeView {
    let name: Rc<str> = Address::Node(host.id).to_string().into();
    let process = host.process.as_ref();
    let role = query::role(host);
    let term = process.map_or(host.disk.durable().hard_state.term, |process| process.node.term());
    let log = VisibleLog::of(host, simulation);
    let value = process.and_then(|process| process.machine.latest()).unwrap_or_default();
    let member = query::member(simulation, host.id);
    let status = phrases::node_status(host, member);
    let is_frozen = process.is_some_and(Process::is_frozen);
    let description = phrases::describe_node(host.id, role, term, status.clone(), is_frozen, value);
    NodeView {
        address: host.id.into(),
        role,
        frozen: is_frozen,
        member,
        term: term.0,
        commit: process.map_or(0, |process| process.node.commit_index().0),
        last_index: log.last.0,
        value: shorten(value, CIRCLE).into(),
        status,
        log: visible_part(&log, window),
        description,
        name,
    }
}

fn visible_part(log: &VisibleLog, window: Window) -> LogView {
    // A log that ends before the window shows its own end instead, and how far it is behind.
    let last = log.last.0;
    let behind = last + 1 < window.first;
    let first = if behind { (last + 2).saturating_sub(window.rows).max(1) } else { window.first };
    let row = |index: u64| match log.entry(LogIndex(index)) {
        Some(entry) => RowView::Entry {
            index,
            term: entry.term.0,
            text: phrases::vocabulary::entry(entry),
            committed: index <= log.committed.0,
            durable: index <= log.durable.0,
        },
        None if index > last && index <= window.longest => RowView::Missing,
        None => RowView::Free,
    };
    LogView {
        folded: (first > 1).then_some((1, first - 1)),
        rows: (first..first + window.rows).map(row).collect(),
        behind: if behind { window.longest - last } else { 0 },
    }
}

/// Cuts a text to this many characters; if it was longer, the last one is an ellipsis.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.into();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}
