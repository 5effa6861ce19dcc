//! What clients asked for, which answers they got, and whether any order of the requests explains
//! them.

use raft_sim::{Address, ClientId, ClientOperation, Simulation, Status};

use crate::phrases;
use crate::query;
use crate::snapshot::Snapshot;
use crate::text::{Sentence, Words, say};
use crate::view::{OutcomeKind, Picture, PieceKind, Writer};

/// How many operations of each client are shown.
const MOST: usize = 8;

/// An operation: its client and its number among that client's.
type Name = (ClientId, u64);

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let simulation = snapshot.simulation();
    let contradicting = query::contradicting_operations(simulation);
    let mut undecided = simulation.undecided_keys();
    page.open(PieceKind::Heading, "").write(say::clients());
    let (class, picture, text) = if !contradicting.is_empty() {
        ("verdict bad", Picture::Cross, say::clients_not_linearizable())
    } else if undecided.next().is_some() {
        ("verdict maybe", Picture::Question, say::clients_undecided())
    } else {
        ("verdict ok", Picture::Check, say::clients_linearizable())
    };
    page.open(PieceKind::Text, class);
    page.add_empty(PieceKind::Picture(picture));
    page.add(PieceKind::Text, text);
    page.close();
    page.close();
    if let [one, other, ..] = contradicting[..]
        && let (Some(answer), Some(other_answer)) =
            (request_of(simulation, one), request_of(simulation, other))
    {
        let text = say::broken_order_after(one.0, answer, other.0, other_answer);
        page.add(PieceKind::Paragraph, text).class("bad");
    }
    let shown = shown(simulation);
    if shown.is_empty() {
        page.add(PieceKind::Paragraph, say::clients_nothing_yet()).class("quiet");
    } else {
        table(simulation, &shown, &contradicting, page);
        page.add(PieceKind::Paragraph, say::clients_overlap()).class("quiet");
    }
    for client in simulation.clients() {
        let earlier = client.operations().len().saturating_sub(MOST);
        if earlier > 0 {
            let text = say::clients_earlier(earlier, client.id);
            page.add(PieceKind::Paragraph, text).class("quiet");
        }
    }
}

/// The last operations of each client.
fn shown(simulation: &Simulation) -> Vec<(ClientId, &ClientOperation)> {
    let mut shown = Vec::new();
    for client in simulation.clients() {
        let first = client.operations().len().saturating_sub(MOST);
        for operation in client.operations().iter_from(first) {
            shown.push((client.id, operation));
        }
    }
    shown
}

/// A bar for each operation on one axis of time; a client that did several things at once has
/// several rows.
fn table(
    simulation: &Simulation,
    shown: &[(ClientId, &ClientOperation)],
    contradicting: &[Name],
    page: &mut Writer,
) {
    let now = simulation.now().0;
    let mut borders = Vec::new();
    for (_, operation) in shown {
        let (from, until) = bounds(operation, now);
        add_border(&mut borders, from);
        add_border(&mut borders, until);
    }
    page.open(PieceKind::Wide, "history").call(say::clients_history());
    // A long stretch is wider than a short one, but not by as much as it is longer.
    page.open(PieceKind::Table, "bars").call(say::clients_requests()).columns =
        borders.windows(2).map(|pair| 1 + ((pair[1] - pair[0]) / 1000).isqrt()).collect();
    page.open(PieceKind::Row, "visually-hidden");
    for name in
        [say::column_request(), say::column_outcome(), say::column_from(), say::column_until()]
    {
        page.add(PieceKind::Head, name);
    }
    page.close();
    // Whose each row is, and until when it is taken.
    let mut rows: Vec<(ClientId, u64)> = Vec::new();
    for &(client, operation) in shown {
        let (from, until) = bounds(operation, now);
        let is_free = |row: &(ClientId, u64)| row.0 == client && row.1 <= from;
        let row = rows.iter().position(is_free).unwrap_or(rows.len());
        if rows.last().is_none_or(|last| last.0 != client) {
            page.open(PieceKind::Row, "client-name").place = Some([row + 1, 1, row + 2, 2]);
            page.add(PieceKind::Head, Address::Client(client));
            page.close();
        }
        if row == rows.len() {
            rows.push((client, 0));
        }
        rows[row].1 = until;
        let [first, last] = [from, until].map(|at| border(&borders, at) + 2);
        let contradicts = contradicting.contains(&(client, operation.serial));
        bar(operation, contradicts, [row + 1, first, row + 2, last], page);
    }
    page.close();
    page.close();
}

fn bar(operation: &ClientOperation, contradicts: bool, place: [usize; 4], page: &mut Writer) {
    let (class, picture, outcome) = match query::outcome(operation) {
        // Only what was done can contradict anything.
        OutcomeKind::Done if contradicts => {
            ("done contradicts", Picture::Cross, say::outcome_contradicts())
        }
        OutcomeKind::Done => ("done", Picture::Check, say::outcome_done()),
        OutcomeKind::Failed => ("failed", Picture::Cross, say::outcome_failed()),
        OutcomeKind::Unknown => ("unknown", Picture::Question, say::outcome_unknown()),
        OutcomeKind::Waiting | OutcomeKind::Idle => {
            ("waiting", Picture::Dots, say::outcome_waiting())
        }
    };
    let (from, until) = (operation.submitted_at, operation.settled_at);
    let range = match until {
        Some(until) => say::time_range(from, until),
        None => say::time_range_open(from),
    };
    page.open(PieceKind::Row, class).call(range).place = Some(place);
    page.open(PieceKind::Cell, "");
    page.add_empty(PieceKind::Picture(picture));
    page.add(PieceKind::Text, phrases::request(operation));
    page.close();
    page.add(PieceKind::Cell, outcome).class("visually-hidden");
    page.add(PieceKind::Cell, from).class("visually-hidden");
    page.add(PieceKind::Cell, until.map_or_else(|| say::now().into(), Words::from))
        .class("visually-hidden");
    page.close();
}

/// From when to when an operation lasts, as it is drawn: what may still take effect is not over.
fn bounds(operation: &ClientOperation, now: u64) -> (u64, u64) {
    let over = operation.settled_at.filter(|_| operation.status != Status::Unknown);
    (operation.submitted_at.0, over.map_or(now, |at| at.0))
}

/// Where an instant is among others in order, or would be.
fn border(borders: &[u64], at: u64) -> usize {
    borders.partition_point(|border| *border < at)
}

fn add_border(borders: &mut Vec<u64>, at: u64) {
    let place = border(borders, at);
    if borders.get(place) != Some(&at) {
        borders.insert(place, at);
    }
}

/// A request and its answer.
fn request_of(simulation: &Simulation, (client, serial): Name) -> Option<Sentence> {
    let operations = simulation.clients()[client.0 as usize].operations();
    operations.iter().find(|other| other.serial == serial).map(phrases::request)
}
