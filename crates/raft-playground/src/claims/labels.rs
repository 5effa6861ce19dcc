//! Claims of labels: on the stage, in menus and in the inspector. A label says little by itself, so
//! it is judged together with what it stands beside.

use raft_sim::raft_core::{LogIndex, LogPosition, NodeId, Term};
use raft_sim::{Address, Host, Outcome, Property, Status};

use super::arithmetic::{decides, passes};
use super::labels_drawn::{describes, is_drawn_so, status_is};
use super::log::is_entry;
use super::{Checked, Moment, expect};
use crate::text::{Sentence, Statement, say};
use crate::view::{ClientView, LinkView, NodeView, PropertyStatus, PropertyView, RowView, Scene};

/// Sentences with what became of judging them; none of those that nothing judges.
pub(super) struct Labels<'a> {
    pub(super) moment: Moment<'a>,
    pub(super) judged: Vec<(Sentence, Option<Checked>)>,
}

impl<'a> Labels<'a> {
    pub(super) fn new(moment: Moment<'a>) -> Self {
        Self { moment, judged: Vec::new() }
    }

    pub(super) fn add(&mut self, told: &Sentence, checked: Option<Checked>) {
        self.judged.push((told.clone(), checked));
    }

    /// Judges everything that stands on the stage.
    pub(super) fn scene(&mut self, scene: &Scene) {
        for (view, host) in scene.nodes.iter().zip(self.moment.simulation.hosts()) {
            self.node(view, host);
        }
        for view in &scene.clients {
            self.client(view);
        }
        for told in scene.badge.iter().flat_map(|badge| badge.text.iter().chain([&badge.title])) {
            self.add(told, Some(super::labels_badge::check(told, &self.moment)));
        }
        for view in &scene.links {
            self.add(&say::links(), Some(link_is(view, &self.moment)));
        }
        for (view, property) in scene.properties.iter().zip(Property::ALL) {
            self.property(view, property);
        }
    }

    fn node(&mut self, view: &NodeView, host: &Host) {
        let described = describes(&view.description, view, host);
        self.add(&view.description, Some(described.and_then(|()| is_drawn_so(view, host))));
        self.add(&view.status, Some(status_is(&view.status, host, &self.moment)));
        for row in &view.log.rows {
            if let RowView::Entry { index, term, text, committed, durable } = row {
                let at = LogPosition { index: LogIndex(*index), term: Term(*term) };
                let checked = entry_is(text, host, at).and_then(|()| {
                    knows_committed(host, at, *committed)
                        .and_then(|()| is_durable(host, at, *durable))
                });
                self.add(text, Some(checked));
            }
        }
    }

    fn client(&mut self, view: &ClientView) {
        let Some(status) = &view.status else { return };
        let checked = client_status_is(status, view.address, &self.moment);
        self.add(status, Some(checked));
    }

    pub(super) fn property(&mut self, view: &PropertyView, property: Property) {
        let violations = self.moment.simulation.violations();
        let is_broken = violations.iter().any(|found| found.property() == property);
        let holds_so = (view.status == PropertyStatus::Violated) == is_broken;
        let truth = format!("it is broken: {is_broken}");
        self.add(&view.name, Some(if holds_so { Ok(()) } else { Err(truth) }));
        self.add(&view.meaning, None);
        if let Some(why) = &view.why {
            let facts = super::broken::facts(&why.statement(), &self.moment);
            self.add(why, facts.or_else(|| undecided(why, &self.moment)));
        }
    }
}

/// What a log holds at a position.
pub(super) fn entry_is(told: &Sentence, host: &Host, at: LogPosition) -> Checked {
    let found = match &host.process {
        Some(process) => process.node.log().entry(at.index).cloned(),
        None => host.disk.durable().entries.iter().find(|entry| entry.index == at.index).cloned(),
    };
    match found {
        Some(entry) if entry.term == at.term => is_entry(told, &entry),
        other => Err(format!("there is {other:?}")),
    }
}

/// A node that runs knows an entry to be committed, or does not.
pub(super) fn knows_committed(host: &Host, at: LogPosition, told: bool) -> Checked {
    let Some(process) = &host.process else { return Ok(()) };
    let commit = process.node.commit_index();
    expect(told == (at.index <= commit), || format!("its commit index is {commit:?}"))
}

/// An entry is on a disk, or is not.
pub(super) fn is_durable(host: &Host, at: LogPosition, told: bool) -> Checked {
    let disk = host.disk.durable();
    let is_there = disk.entries.iter().rev().any(|entry| entry.position() == at);
    expect(told == is_there, || format!("{at:?} is on the disk: {is_there}"))
}

fn link_is(view: &LinkView, moment: &Moment) -> Checked {
    let network = moment.simulation.network();
    let forward = network.is_up(view.first, view.second) == Some(view.forward_up);
    let backward = network.is_up(view.second, view.first) == Some(view.backward_up);
    expect(forward && backward, || format!("{view:?} is drawn otherwise than it is"))
}

/// One line under a client's field.
fn client_status_is(told: &Sentence, address: Address, moment: &Moment) -> Checked {
    let Address::Client(id) = address else { return Err("it is no client".into()) };
    let client = moment.simulation.clients().iter().find(|client| client.id == id);
    let latest = client.and_then(|client| client.operations().last()).ok_or("nothing was sent")?;
    let (what, key) = (latest.operation.to_string(), latest.operation.key());
    let applied = moment.truth.was_applied(id, latest.serial);
    let right = match (told.statement(), &latest.status) {
        (Statement::ClientStatusWaiting { operation, node }, Status::Waiting)
        | (Statement::ClientStatusUnanswered { node, operation }, Status::Unknown) => {
            operation == what && node == latest.asked.into()
        }
        (Statement::ClientStatusCommitted { operation }, Status::Done(Outcome::Written)) => {
            operation == what && applied
        }
        (
            Statement::ClientStatusValue { key: told, value },
            Status::Done(Outcome::Read(Some(is)) | Outcome::Differs(Some(is))),
        ) => told == key && value == is,
        (
            Statement::ClientStatusUnset { key: told },
            Status::Done(Outcome::Read(None) | Outcome::Differs(None)),
        )
        | (Statement::ClientStatusNotANumber { key: told }, Status::Done(Outcome::NotANumber)) => {
            told == key
        }
        (Statement::ClientStatusSupersededUnsafe { operation }, Status::Failed) => {
            operation == what
        }
        (Statement::ClientStatusSuperseded { operation }, Status::Failed) => {
            operation == what && !applied
        }
        _ => false,
    };
    expect(right, || format!("{latest:?}, applied: {applied}"))
}

/// Why it is not decided whether a guarantee holds.
pub(super) fn undecided(told: &Sentence, moment: &Moment) -> Option<Checked> {
    let simulation = moment.simulation;
    let newest = || {
        let leader = simulation.leader()?;
        Some(&simulation.host(leader).process.as_ref()?.node)
    };
    Some(match told.statement() {
        Statement::UndecidedKeys { keys } => {
            let are: Vec<&str> = simulation.undecided_keys().collect();
            expect(keys.iter().map(|key| &**key).eq(are.iter().copied()), || format!("{are:?}"))
        }
        Statement::UndecidedNoLeader {} => {
            expect(newest().is_none(), || "there is a leader".into())
        }
        Statement::UndecidedNoQuorum { leader } => {
            let Some(node) = newest() else { return Some(Err("there is no leader".into())) };
            let exchanges = |other: NodeId| {
                other == node.id()
                    || passes(simulation, node.id(), other) && passes(simulation, other, node.id())
            };
            let met = decides(simulation, node.membership(), exchanges);
            expect(!met && leader == node.id().into(), || format!("{:?} leads", node.id()))
        }
        Statement::UndecidedEntry { index } => {
            let Some(node) = newest() else { return Some(Err("there is no leader".into())) };
            let waits = node.commit_index() < index && index <= node.log().last().index;
            expect(waits, || format!("commit index {:?}", node.commit_index()))
        }
        _ => return None,
    })
}
