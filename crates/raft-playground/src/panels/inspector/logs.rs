//! Every log side by side, with the marks of who knows what of whom.
//!
//! Only a window of the logs is drawn, however long they are. It follows their end until somebody
//! looks elsewhere.

use raft_sim::raft_core::{LogIndex, Progress};
use raft_sim::{Address, Host};

use crate::intent::{Panel, Question};
use crate::phrases;
use crate::query::{VisibleLog, role, running_node};
use crate::snapshot::Snapshot;
use crate::view::{Shape, Writer};

/// The marks below a place: what is applied, what the leader knows to be the same (`matchIndex`),
/// and what it will send next (`nextIndex`).
const MARKS: [&str; 3] = ["■", "●", "►"];

/// The tints of terms, which take turns; term 0 has none.
const TINTS: [&str; 6] = ["t1", "t2", "t3", "t4", "t5", "t6"];

/// What marks and lines mean, by how the style sheet knows the lines.
const LEGEND: [(&str, &str); 6] = [
    ("committed", "committed"),
    ("uncommitted", "not committed"),
    ("unwritten", "not on disk"),
    ("", "■ applied"),
    ("", "● matchIndex, ► nextIndex, as the leader knows"),
    ("", "tint and number: the entry’s term"),
];

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let columns = snapshot.layout().stage.log_columns();
    let first_at_end = snapshot.lane.first_entry_at_end();
    let first = snapshot.panels.first_index.map_or(first_at_end, |first| first.min(first_at_end));
    page.open(Shape::Table, "entries").call(&"Logs");
    page.open(Shape::Row, "");
    page.add(Shape::Cell, &"");
    for index in first..first + columns {
        page.add(Shape::Head, &index);
    }
    page.close();
    let leader = simulation.leader().and_then(|leader| running_node(simulation, leader));
    for host in simulation.hosts() {
        let log = VisibleLog::of(host, simulation);
        let progress = leader.and_then(|leader| leader.progress(host.id));
        page.open(Shape::Row, "");
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
    page.open(Shape::Paragraph, "legend");
    for (look, text) in LEGEND {
        page.add(Shape::Text, &text).look = look;
    }
}

/// A node, and where its log ends and what the leader knows of it, if that is before the window.
fn head(host: &Host, end: Option<LogIndex>, progress: Option<&Progress>, page: &mut Writer) {
    let (name, role) = (Address::Node(host.id), role(host).name());
    let head = page.open(Shape::Head, role);
    head.call(&format_args!("{name}, {role}")).write(&name);
    if let Some(end) = end {
        let note = page.add(Shape::Small, &format_args!("ends at {end}"));
        if let Some(Progress { match_index, next_index, .. }) = progress {
            note.write(&format_args!(", matchIndex {match_index}, nextIndex {next_index}"));
        }
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
    let (look, state) = match (index <= log.committed, index <= log.durable) {
        (true, true) => ("done", "committed"),
        (true, false) => ("done unsynced", "committed, not on its disk yet"),
        (false, true) => ("open", "not committed"),
        (false, false) => ("open unsynced", "not committed, not on its disk yet"),
    };
    let entry = log.entry(index);
    let bare = if index <= log.base.index { "compact" } else { "" };
    page.open(Shape::Cell, if entry.is_some() { look } else { bare }).key = index.0;
    if let Some(entry) = entry {
        let (node, text) = (Address::Node(host.id), phrases::entry(entry));
        let ask = Panel::Ask(Some(Question::Entry { node, index: index.0 }));
        let name = format_args!("Entry {index} of {node}: {text}, {state}. Why?");
        page.add(Shape::Button, &text).call(&name).does(ask);
        let tint = entry.term.0.checked_sub(1).map_or("t0", |term| TINTS[(term % 6) as usize]);
        page.add(Shape::Strong, &entry.term).look = tint;
    }
    let applied = host.process.as_ref().map(|process| process.node.last_applied());
    let known = [
        applied,
        progress.map(|progress| progress.match_index),
        progress.map(|progress| progress.next_index),
    ];
    let marks = page.add(Shape::Text, &"");
    marks.look = "marks";
    for (mark, at) in MARKS.into_iter().zip(known) {
        if at == Some(index) {
            marks.text.push_str(mark);
        }
    }
    page.close();
}

/// What goes through logs that are longer than the table.
fn pages(first: u64, columns: u64, first_at_end: u64, page: &mut Writer) {
    page.open(Shape::Group, "pages");
    let mut turn = |arrow: &str, name: &str, from| {
        page.add(Shape::Button, &arrow).call(&name).does(Panel::ShowEntries { from }).look = "ib";
    };
    turn("‹", "Earlier entries", first.saturating_sub(columns));
    turn("›", "Later entries", first + columns);
    page.add(Shape::Slider { most: first_at_end }, &first).call(&"First index shown");
    page.close();
}
