//! Claims about the future. The rest of the run can refute them, and so can a copy of the
//! simulation that continues without the remaining commands of the run.

mod lasting;

use std::collections::BTreeMap;
use std::rc::Rc;

use raft_sim::raft_core::{Event, Micros, NodeId, Term};
use raft_sim::{Address, ClientId, Command, Record, RecordKind, Simulation, Time};

use lasting::Lasting;

use super::arithmetic::voters;
use super::{Checked, GroundTruth, Moment};
use crate::text::Statement;

/// How long a future is watched, in simulated microseconds.
const WATCHED_US: u64 = 1_000_000;

/// How long a healed cluster gets to commit what it can, in simulated microseconds.
const HEALED_US: u64 = 3_000_000;

/// Of how many sentences of one kind the futures are watched in one run.
const MOST_WATCHED: u64 = 20;

/// The same, where many futures are watched of each.
const FEW_WATCHED: u64 = 3;

/// Claims that the rest of the run can refute.
#[derive(Default)]
pub(super) struct Futures {
    never_applied: Vec<(&'static str, ClientId, u64)>,
    /// What was said to stay, by the message.
    lasting: Vec<(&'static str, Lasting)>,
    /// What did not stay.
    undone: Vec<(&'static str, String)>,
    watched: BTreeMap<&'static str, u64>,
}

impl Futures {
    /// Remembers what a sentence says about the rest of the run: that an operation never takes
    /// effect, or that something stays.
    pub(super) fn expect(&mut self, id: &'static str, said: &Statement, moment: &Moment) {
        if let Statement::ClientToldSuperseded { .. } | Statement::WhyWriteSuperseded {} = said
            && let Some((client, serial)) = settled(moment)
        {
            self.never_applied.push((id, client, serial));
        }
        if let Some(lasting) = lasting::of(said, moment) {
            self.lasting.push((id, lasting));
        }
    }

    /// Takes in what happened next.
    pub(super) fn observe(&mut self, new: &[Rc<Record>], simulation: &Simulation) {
        let elected = |record: &&Rc<Record>| {
            matches!(record.kind, RecordKind::Protocol(Event::LeaderElected { .. }))
        };
        for record in new.iter().filter(elected) {
            for (id, lasting) in &self.lasting {
                if let Err(truth) = lasting.is_kept(record, simulation) {
                    self.undone.push((id, truth));
                }
            }
        }
    }

    /// Judges a sentence by other futures; none if it claims nothing about them.
    pub(super) fn check(
        &mut self,
        id: &'static str,
        said: &Statement,
        moment: &Moment,
    ) -> Option<Checked> {
        let future = future_of(said, moment)?;
        let most = if lasting::of(said, moment).is_some() { FEW_WATCHED } else { MOST_WATCHED };
        let watched = self.watched.entry(id).or_default();
        *watched += 1;
        let is_enough = *watched > most;
        // What a script is about to do is no part of what a sentence claims.
        let is_free = moment.simulation.upcoming_commands().is_empty();
        (is_free && !is_enough).then(|| future(moment.simulation.clone()))
    }

    /// The claims that the run refuted: which message, and what happened.
    pub(super) fn refuted(
        self,
        truth: &GroundTruth,
        simulation: &Simulation,
    ) -> impl Iterator<Item = (&'static str, String)> {
        let was_applied = |client, serial| truth.was_applied(client, serial);
        let applied = self.never_applied.into_iter();
        let may_be_undone = lasting::may_be_undone(truth, simulation);
        let undone = self.undone.into_iter().filter(move |_| !may_be_undone);
        let applied = applied.filter(move |(_, client, serial)| was_applied(*client, *serial)).map(
            |(id, client, serial)| {
                (id, format!("request {serial} of {client:?} was applied, before or afterwards"))
            },
        );
        applied.chain(undone)
    }
}

/// The client and the number of the operation whose outcome the client learned.
fn settled(moment: &Moment) -> Option<(ClientId, u64)> {
    let record = moment.record?;
    match (&record.kind, record.subject) {
        (RecordKind::Settled { serial, .. }, Some(Address::Client(client))) => {
            Some((client, *serial))
        }
        _ => None,
    }
}

type Future<'a> = Box<dyn FnOnce(Simulation) -> Checked + 'a>;

/// What has to hold in a future.
fn future_of<'a>(said: &Statement<'a>, moment: &Moment<'_>) -> Option<Future<'a>> {
    match *said {
        Statement::LeaderCutOff { leader, term, .. }
        | Statement::OldLeaderCutOff { leader, term, .. }
        | Statement::LeaderCutOffWithEntry { leader, term, .. }
        | Statement::OldLeaderCutOffWithEntry { leader, term, .. }
        | Statement::LeaderUnanswered { leader, term, .. }
        | Statement::LeaderUnansweredWithEntry { leader, term, .. }
        | Statement::LeaderCutOffJoint { leader, term, .. } => {
            let leader = leader.node()?;
            Some(Box::new(move |world| commits_nothing(world, leader, term)))
        }
        Statement::HeartbeatsHold { leader, .. } => {
            let leader = leader.node()?;
            Some(Box::new(move |world| starts_no_election(world, leader)))
        }
        Statement::NodeStoppedErased { node }
        | Statement::NodeStoppedDamaged { node }
        | Statement::DiskErased { node } => Some(Box::new(move |world| stays_down(world, node))),
        Statement::ClientToldSuperseded { .. } | Statement::WhyWriteSuperseded {} => {
            let (client, serial) = settled(moment)?;
            Some(Box::new(move |world| is_never_applied(world, client, serial)))
        }
        _ => {
            let lasting = lasting::of(said, moment)?;
            Some(Box::new(move |world| lasting.holds_in_futures(&world)))
        }
    }
}

/// Without further commands, the commit index of the leader does not advance.
fn commits_nothing(mut world: Simulation, leader: NodeId, term: Term) -> Checked {
    let commit_index = |world: &Simulation| {
        let node = &world.host(leader).process.as_ref()?.node;
        (node.is_leader() && node.term() == term).then(|| node.commit_index())
    };
    let Some(first) = commit_index(&world) else { return Ok(()) };
    let end = world.now() + Micros(WATCHED_US);
    while world.next_at().is_some_and(|next| next <= end) {
        world.step();
        match commit_index(&world) {
            None => return Ok(()),
            Some(index) if index > first => {
                return Err(format!("it commits {index:?} at {} us", world.now().0));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Without further commands, no other voter starts an election while the node leads. A removed node
/// may start one.
fn starts_no_election(mut world: Simulation, leader: NodeId) -> Checked {
    let end = world.now() + Micros(WATCHED_US);
    world.take_records();
    while world.next_at().is_some_and(|next| next <= end) {
        world.step();
        let leads = world.host(leader).process.as_ref().filter(|process| process.node.is_leader());
        let Some(process) = leads else { return Ok(()) };
        let others = voters(process.node.membership());
        for record in world.take_records() {
            if let RecordKind::Protocol(
                Event::ElectionStarted { .. } | Event::PreVoteStarted { .. },
            ) = record.kind
                && record.subject.and_then(Address::node).is_some_and(|node| others.contains(&node))
            {
                return Err(format!("{:?} starts one at {} us", record.subject, record.at.0));
            }
        }
    }
    Ok(())
}

/// Starting the node fails.
fn stays_down(mut world: Simulation, node: Address) -> Checked {
    let runs =
        |world: &Simulation| node.node().is_some_and(|node| world.host(node).process.is_some());
    if world.act(Command::Restart(node)).is_ok() && runs(&world) {
        return Err(format!("{node} can be started"));
    }
    Ok(())
}

/// No node applies the request, even after every link is mended and every node runs.
fn is_never_applied(mut world: Simulation, client: ClientId, serial: u64) -> Checked {
    world.take_records();
    let nodes: Vec<Address> = world.hosts().iter().map(|host| host.id.into()).collect();
    let mut commands = vec![Command::Heal];
    commands.extend(nodes.iter().flat_map(|&node| [Command::Restart(node), Command::Resume(node)]));
    for command in commands {
        // A node that runs cannot be started, and one with a lost disk stays down.
        let _ = world.act(command);
    }
    let end: Time = world.now() + Micros(HEALED_US);
    let mut truth = GroundTruth::default();
    while world.next_at().is_some_and(|next| next <= end) {
        world.step();
        let records = world.take_records();
        truth.observe_applied(&records);
        if truth.was_applied(client, serial) {
            return Err(format!("it is applied at {} us when all is mended", world.now().0));
        }
    }
    Ok(())
}
