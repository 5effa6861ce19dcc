//! All logs side by side, with marks for the applied entries and for the leader's progress.
//!
//! Only the visible entries are drawn, so a frame’s cost does not grow with the logs. The table
//! follows their end until the reader looks elsewhere.

use raft_sim::raft_core::{LogIndex, Progress};
use raft_sim::{Address, Host};

use crate::intent::{Panel, Question};
use crate::phrases::vocabulary;
use crate::query::{VisibleLog, role, running_node};
use crate::snapshot::Snapshot;
use crate::text::{Sentence, say};
use crate::view::{PieceKind, Writer};

/// The marks below a place: the last applied entry, and the leader's `matchIndex` and `nextIndex`.
const MARKS: [&str; 3] = ["■", "●", "►"];

/// The tints of terms, which take turns; term 0 has none.
const TINTS: [&str; 6] = ["term-1", "term-2", "term-3", "term-4", "term-5", "term-6"];

/// What lines and marks mean. The style sheet draws the lines by their class.
const LEGEND: [(&str, Sentence); 6] = [
    ("committed", say::legend_committed()),
    ("uncommitted", say::legend_uncommitted()),
    ("unwritten", say::legend_not_on_disk()),
    ("", say::legend_applied()),
    ("", say::legend_progress()),
    ("", say::legend_term()),
];

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let columns = snapshot.layout().stage.log_columns();
    let first_at_end = snapshot.lane.first_entry_at_end();
    let first = snapshot.panels.first_index.map_or(first_at_end, |first| first.min(first_at_end));
    page.open(PieceKind::Table, "entries").call(say::logs_label());
    page.open(PieceKind::Row, "");
    page.add_empty(PieceKind::Cell);
    for index in first..first + columns {
        page.add(PieceKind::Head, index);
    }
    page.close();
    let leader = simulation.leader().and_then(|leader| running_node(simulation, leader));
    for host in simulation.hosts() {
        let log = VisibleLog::of(host, simulation);
        let progress = leader.and_then(|leader| leader.progress(host.id));
        page.open(PieceKind::Row, "");
        head(host, (log.last.0 < first).then_some(log.last), progress, page);
        for index in first..first + columns {
            cell(host, &log, progress, LogIndex(index), page);
        }
        page.close();
    }
    page.close();
    if first_at_end > 1 {
        pages(first, columns, first_at_end, page);
    }
    page.open(PieceKind::Paragraph, "legend");
    for (class, text) in LEGEND {
        page.add(PieceKind::Text, text).class(class);
    }
}

/// A node; if its log ends before the window, also its end and the leader's progress.
fn head(host: &Host, end: Option<LogIndex>, progress: Option<&Progress>, page: &mut Writer) {
    let (node, role) = (Address::Node(host.id), role(host));
    let name = say::log_row(node, vocabulary::role(role));
    page.open(PieceKind::Head, role.name()).call(name).write(node);
    if let Some(end) = end {
        let note = match progress {
            Some(Progress { match_index, next_index, .. }) => {
                say::log_ends_at_progress(end, *match_index, *next_index)
            }
            None => say::log_ends_at(end),
        };
        page.add(PieceKind::Small, note);
    }
    page.close();
}

/// A place in a log. Pressing its entry asks why it is committed, or not.
fn cell(
    host: &Host,
    log: &VisibleLog,
    progress: Option<&Progress>,
    index: LogIndex,
    page: &mut Writer,
) {
    let (class, state) = match (index <= log.committed, index <= log.durable) {
        (true, true) => ("done", say::entry_state_committed()),
        (true, false) => ("done unsynced", say::entry_state_committed_not_on_disk()),
        (false, true) => ("open", say::entry_state_open()),
        (false, false) => ("open unsynced", say::entry_state_open_not_on_disk()),
    };
    let entry = log.entry(index);
    let bare = if index <= log.base.index { "compact" } else { "" };
    page.open(PieceKind::Cell, if entry.is_some() { class } else { bare }).key = index.0;
    if let Some(entry) = entry {
        let (node, text) = (Address::Node(host.id), vocabulary::entry(entry));
        let ask = Panel::Ask(Some(Question::Entry { node, index: index.0 }));
        let name = say::log_entry_name(index, node, text.clone(), state);
        page.add(PieceKind::Button, text).call(name).intent(ask);
        let tint = entry.term.0.checked_sub(1).map_or("term-0", |term| TINTS[(term % 6) as usize]);
        page.add(PieceKind::Strong, entry.term).class(tint);
    }
    let applied = host.process.as_ref().map(|process| process.node.last_applied());
    let known = [
        applied,
        progress.map(|progress| progress.match_index),
        progress.map(|progress| progress.next_index),
    ];
    let marks = MARKS.into_iter().zip(known).filter(|(_, at)| *at == Some(index));
    page.add(PieceKind::Text, marks.map(|(mark, _)| mark).collect::<String>()).class("marks");
    page.close();
}

/// The controls to go through logs that are longer than the table.
fn pages(first: u64, columns: u64, first_at_end: u64, page: &mut Writer) {
    page.open(PieceKind::Group, "pages");
    let mut turn = |arrow: &str, name, from| {
        page.add(PieceKind::Button, arrow)
            .call(name)
            .intent(Panel::ShowEntries { from })
            .class("icon-button");
    };
    turn("‹", say::entries_earlier(), first.saturating_sub(columns));
    turn("›", say::entries_later(), first + columns);
    let slider = PieceKind::Slider { at: first, most: first_at_end };
    page.add_empty(slider).call(say::entries_first_shown());
    page.close();
}
