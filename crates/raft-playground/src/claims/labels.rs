//! Claims of labels: on the stage, in menus and in the inspector. A label says little by itself, so
//! it is judged together with what it stands beside.

use raft_sim::raft_core::{LogIndex, LogPosition, NodeId, Role, Term};
use raft_sim::{Address, Host, Outcome, Property, Status};

use super::arithmetic::{decides, passes, voters};
use super::log::is_entry;
use super::{Checked, Moment};
use crate::query::{MemberKind, NodeRole};
use crate::text::{Sentence, Statement};
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
        for view in &scene.links {
            self.add(&scene.sentence, Some(link_is(view, &self.moment)));
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
        if let Some(why) = view.why.as_ref().filter(|_| !is_broken) {
            self.add(why, undecided(why, &self.moment));
        }
    }
}

fn expect(holds: bool, truth: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(truth()) }
}

/// A node as a screen reader hears it: what it is called, what it is, its term and its value.
fn describes(told: &Sentence, view: &NodeView, host: &Host) -> Checked {
    let role = role(host);
    let (node, of, term, status, value) = match told.statement() {
        Statement::NodeFollower { node, term, status, value } => {
            (node, NodeRole::Follower, term, Some(status), value)
        }
        Statement::NodeFollowerUnset { node, term, status } => {
            (node, NodeRole::Follower, term, Some(status), "")
        }
        Statement::NodePreCandidate { node, term, status, value } => {
            (node, NodeRole::PreCandidate, term, Some(status), value)
        }
        Statement::NodePreCandidateUnset { node, term, status } => {
            (node, NodeRole::PreCandidate, term, Some(status), "")
        }
        Statement::NodeCandidate { node, term, status, value } => {
            (node, NodeRole::Candidate, term, Some(status), value)
        }
        Statement::NodeCandidateUnset { node, term, status } => {
            (node, NodeRole::Candidate, term, Some(status), "")
        }
        Statement::NodeLeaderFrozen { node, term, value } => {
            (node, NodeRole::Leader, term, Some(&view.status), value)
        }
        Statement::NodeLeaderFrozenUnset { node, term } => {
            (node, NodeRole::Leader, term, Some(&view.status), "")
        }
        Statement::NodeLeader { node, term, value } => (node, NodeRole::Leader, term, None, value),
        Statement::NodeLeaderUnset { node, term } => (node, NodeRole::Leader, term, None, ""),
        Statement::NodeStoppedDescription { node, term } => {
            (node, NodeRole::Stopped, term, None, "")
        }
        _ => return Err("it is no description".into()),
    };
    let latest = host.process.as_ref().and_then(|process| process.machine.latest());
    let is_frozen = host.process.as_ref().is_some_and(raft_sim::Process::is_frozen);
    let says_frozen =
        status.is_some_and(|status| matches!(status.statement(), Statement::StatusFrozen {}));
    let right = node == host.id.into()
        && of == role
        && term == term_of(host)
        && value == latest.unwrap_or_default()
        && status.is_none_or(|status| *status == view.status)
        && (!is_frozen || says_frozen);
    expect(right, || {
        format!(
            "{:?} is {role:?} in {:?} with {latest:?}, frozen: {is_frozen}",
            host.id,
            term_of(host)
        )
    })
}

fn term_of(host: &Host) -> Term {
    let running = host.process.as_ref().map(|process| process.node.term());
    running.unwrap_or(host.disk.durable().hard_state.term)
}

pub(super) fn role(host: &Host) -> NodeRole {
    match host.process.as_ref().map(|process| process.node.role()) {
        None => NodeRole::Stopped,
        Some(Role::Follower { .. }) => NodeRole::Follower,
        Some(Role::PreCandidate { .. }) => NodeRole::PreCandidate,
        Some(Role::Candidate { .. }) => NodeRole::Candidate,
        Some(Role::Leader(_)) => NodeRole::Leader,
    }
}

fn is_drawn_so(view: &NodeView, host: &Host) -> Checked {
    let (commit, last, frozen) = match &host.process {
        Some(process) => {
            let node = &process.node;
            (node.commit_index().0, node.log().last().index.0, process.is_frozen())
        }
        None => (0, host.disk.durable().last().index.0, false),
    };
    let drawn = (view.role, view.term, view.commit, view.last_index, view.frozen);
    let is = (role(host), term_of(host).0, commit, last, frozen);
    expect(drawn == is, || format!("drawn {drawn:?}, is {is:?}"))
}

/// The status below a node's name.
fn status_is(told: &Sentence, host: &Host, moment: &Moment) -> Checked {
    let said = told.statement();
    let Some(process) = &host.process else {
        return expect(matches!(said, Statement::StatusStopped {}), || "it is stopped".into());
    };
    let node = &process.node;
    let right = match said {
        Statement::StatusFrozen {} => process.is_frozen(),
        _ if process.is_frozen() => false,
        Statement::StatusLearner {} => is_member(host.id, moment, MemberKind::Learner),
        Statement::StatusOutside {} => is_member(host.id, moment, MemberKind::Outside),
        Statement::StatusLeader {} => node.is_leader(),
        Statement::StatusFollows { leader } => !node.is_leader() && node.leader() == leader.node(),
        Statement::StatusVoted { candidate } => {
            role(host) == NodeRole::Follower
                && node.leader().is_none()
                && node.voted_for() == candidate.node()
        }
        Statement::StatusFollower {} => {
            role(host) == NodeRole::Follower
                && node.leader().is_none()
                && node.voted_for().is_none()
        }
        Statement::StatusWouldVote { votes, all } => {
            let Role::PreCandidate { votes: counted } = node.role() else {
                return Err("it is no pre-candidate".into());
            };
            let voters = voters(node.membership());
            let granted = voters.iter().filter(|voter| counted.get(**voter) == Some(&true));
            (votes, all) == (granted.count() as u64, voters.len() as u64)
        }
        Statement::StatusVotes { votes, all } => {
            let Role::Candidate { votes: counted } = node.role() else {
                return Err("it is no candidate".into());
            };
            let voters = voters(node.membership());
            let granted = voters.iter().filter(|voter| {
                let given = moment.truth.voted(node.term(), **voter, host.id);
                counted.get(**voter) == Some(&true) && given
            });
            (votes, all) == (granted.count() as u64, voters.len() as u64)
        }
        _ => false,
    };
    expect(right, || {
        format!("{:?} in {:?}, the members are {:?}", node.role(), node.term(), node.membership())
    })
}

/// What a node is to the cluster, as its newest leader knows; without one, as any node knows that
/// runs.
fn is_member(node: NodeId, moment: &Moment, told: MemberKind) -> bool {
    let running = || moment.simulation.hosts().iter().filter_map(|host| host.process.as_ref());
    let leader = running().map(|process| &process.node).filter(|node| node.is_leader());
    let leader = leader.max_by_key(|node| node.term());
    let kind = |by: &raft_sim::raft_core::Node| {
        if by.membership().is_voter(node) {
            MemberKind::Voter
        } else if by.membership().contains(node) || by.progress(node).is_some() {
            MemberKind::Learner
        } else {
            MemberKind::Outside
        }
    };
    match leader {
        Some(leader) => kind(leader) == told,
        None => running().any(|process| kind(&process.node) == told),
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
