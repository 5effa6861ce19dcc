//! What clients asked for and what they were told, and whether any order explains it.

use std::rc::Rc;

use raft_sim::{Address, ClientId, ClientOperation, Outcome, Simulation, Status, Violation};

use crate::frame::OutcomeView;
use crate::scene;
use crate::session::Session;
use crate::words;

/// How many operations of each client are shown.
const MOST: usize = 8;

/// What clients asked for and what they were told, on one axis of time.
#[derive(Clone, PartialEq, Debug)]
pub struct ClientsView {
    /// Whether the answers could come from one that does one thing at a time.
    pub verdict: VerdictView,
    /// The clients, X first.
    pub clients: Vec<RowsView>,
    /// Their operations, each client's in order.
    pub operations: Vec<OperationView>,
    /// How wide the stretches of the axis should be compared with each other. Each ends where an
    /// operation begins or ends, so what is side by side was under way at the same time.
    pub stretches: Vec<u64>,
}

/// Whether there is an order of all operations that explains what everybody was told.
#[derive(Clone, PartialEq, Debug)]
pub enum VerdictView {
    /// There is one.
    Linearizable,
    /// There is none, and why.
    Violated(Rc<str>),
    /// For the keys that this names, nobody looked any further.
    Undecided(Rc<str>),
}

/// The rows of one client.
#[derive(Clone, PartialEq, Debug)]
pub struct RowsView {
    /// Its name.
    pub name: Rc<str>,
    /// Its first row, from 0. It has more than one if it did several things at once.
    pub first_row: usize,
    /// How many of its operations are too long ago to be shown.
    pub folded: usize,
}

/// An operation.
#[derive(Clone, PartialEq, Debug)]
pub struct OperationView {
    /// Whose it is.
    pub client: Rc<str>,
    /// Its number among the client's: with the client the key among siblings.
    pub serial: u64,
    /// What was asked, and what was answered if that says anything: `get x: 5`.
    pub text: Rc<str>,
    /// How it stands.
    pub outcome: OutcomeView,
    /// When it was asked.
    pub from: Rc<str>,
    /// When the client learnt how it stands.
    pub until: Rc<str>,
    /// Its row, from 0.
    pub row: usize,
    /// From which border between stretches to which it lasts, the first one being 0.
    pub span: (usize, usize),
    /// Whether it is one of those that no order explains.
    pub contradicts: bool,
}

pub(super) fn draw(session: &Session) -> ClientsView {
    let simulation = session.simulation();
    let now = simulation.now().0;
    let shown = |client: &raft_sim::Client| client.operations().len().saturating_sub(MOST);
    let all = || {
        let clients = simulation.clients().iter();
        clients.flat_map(|client| {
            client.operations().iter_from(shown(client)).map(|operation| (client.id, operation))
        })
    };
    let borders = Borders::of(all().map(|(_, operation)| bounds(operation, now)));
    let culprits = culprits(simulation);
    let mut view = ClientsView {
        verdict: verdict(simulation),
        clients: Vec::new(),
        operations: Vec::new(),
        stretches: borders.stretches(),
    };
    let mut first_row = 0;
    for client in simulation.clients() {
        let name: Rc<str> = Address::Client(client.id).to_string().into();
        view.clients.push(RowsView { name: Rc::clone(&name), first_row, folded: shown(client) });
        // Until when each row of this client is taken.
        let mut rows = vec![0];
        for (_, operation) in all().filter(|(id, _)| *id == client.id) {
            let (from, until) = bounds(operation, now);
            let row = rows.iter().position(|taken| *taken <= from).unwrap_or(rows.len());
            if row == rows.len() {
                rows.push(0);
            }
            rows[row] = until;
            view.operations.push(OperationView {
                client: Rc::clone(&name),
                serial: operation.serial,
                text: text(operation).into(),
                outcome: scene::outcome(operation),
                from: words::seconds(from).into(),
                until: operation.settled_at.map_or("—".into(), |at| words::seconds(at.0).into()),
                row: first_row + row,
                span: (borders.place(from), borders.place(until)),
                contradicts: culprits.contains(&Some((client.id, operation.serial))),
            });
        }
        first_row += rows.len();
    }
    view
}

/// From when to when an operation lasts, as it is drawn: what may still take effect is not over.
fn bounds(operation: &ClientOperation, now: u64) -> (u64, u64) {
    let over = operation.settled_at.filter(|_| operation.status != Status::Unknown);
    (operation.submitted_at.0, over.map_or(now, |at| at.0))
}

/// Every instant at which an operation begins or ends, in order.
struct Borders(Vec<u64>);

impl Borders {
    fn of(spans: impl Iterator<Item = (u64, u64)>) -> Self {
        let mut borders = Self(Vec::new());
        for (from, until) in spans {
            borders.add(from);
            borders.add(until);
        }
        borders
    }

    fn add(&mut self, at: u64) {
        let place = self.place(at);
        if self.0.get(place) != Some(&at) {
            self.0.insert(place, at);
        }
    }

    /// Where an instant is among them, or would be.
    fn place(&self, at: u64) -> usize {
        self.0.partition_point(|border| *border < at)
    }

    /// A long stretch is wider than a short one, but not by as much as it is longer.
    fn stretches(&self) -> Vec<u64> {
        self.0.windows(2).map(|pair| 1 + ((pair[1] - pair[0]) / 1000).isqrt()).collect()
    }
}

fn text(operation: &ClientOperation) -> String {
    let what = &operation.operation;
    let answer = match &operation.status {
        Status::Waiting | Status::Done(Outcome::Written) => return what.to_string(),
        Status::Done(Outcome::Read(Some(value))) => value.as_str(),
        Status::Done(Outcome::Differs(Some(value))) => return format!("{what}: it is {value}"),
        Status::Done(Outcome::Read(None) | Outcome::Differs(None)) => "not set",
        Status::Done(Outcome::NotANumber) => "no number",
        Status::Failed => "failed",
        Status::Unknown => "unknown",
    };
    format!("{what}: {answer}")
}

/// The operations that no order explains.
fn culprits(simulation: &Simulation) -> Vec<Option<(ClientId, u64)>> {
    let mut culprits = Vec::new();
    for violation in simulation.violations() {
        if let Violation::Linearizability { client, serial, after } = violation {
            culprits.extend([Some((*client, *serial)), *after]);
        }
    }
    culprits
}

fn verdict(simulation: &Simulation) -> VerdictView {
    let asked = |(client, serial): (ClientId, u64)| {
        let operations = simulation.clients().get(client.0 as usize)?.operations();
        let operation = operations.iter().find(|other| other.serial == serial)?;
        Some(format!("{}’s {}", Address::Client(client), text(operation)))
    };
    if let [Some(one), other, ..] = culprits(simulation)[..] {
        let one = asked(one).unwrap_or_default();
        let after = other.and_then(asked).map(|other| format!(" after {other}"));
        return VerdictView::Violated(
            format!("No order explains {one}{}.", after.unwrap_or_default()).into(),
        );
    }
    let mut keys = String::new();
    for key in simulation.undecided_keys() {
        keys.push_str(if keys.is_empty() { "" } else { ", " });
        keys.push_str(key);
    }
    if keys.is_empty() { VerdictView::Linearizable } else { VerdictView::Undecided(keys.into()) }
}
