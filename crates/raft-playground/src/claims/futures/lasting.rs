//! Claims that something stays: a committed entry, or the only leader of a term.

use raft_sim::raft_core::{Event, LogPosition, Micros, NodeId, Payload, RuleSet, Term};
use raft_sim::{Address, Command, Record, RecordKind, Request, Simulation};

use super::super::arithmetic::has;
use super::super::{Checked, GroundTruth, Moment};
use crate::intent::Question;
use crate::query::entry_of;
use crate::text::Statement;

/// How long a future is watched in which another leader is elected, in simulated microseconds.
const WATCHED_US: u64 = 500_000;

/// What stays.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lasting {
    /// The leader of every term after this one has the entry.
    Entry(LogPosition, Term),
    /// No other node leads the term.
    Leader(NodeId, Term),
}

/// What a sentence says will stay.
pub(super) fn of(said: &Statement, moment: &Moment) -> Option<Lasting> {
    match said {
        Statement::WhyCommit { .. } | Statement::WhyCommitJoint {} => {
            let record = moment.record?;
            let RecordKind::Protocol(Event::CommitDecided { candidate, term, .. }) = record.kind
            else {
                return None;
            };
            Some(Lasting::Entry(candidate, term))
        }
        Statement::WhyEntrySafe {} => {
            let Some(Question::Entry { node, index }) = moment.question else { return None };
            let host = moment.simulation.host(node.node()?);
            let entry = entry_of(host, raft_sim::raft_core::LogIndex(index))?;
            Some(Lasting::Entry(entry.position(), moment.truth.newest_led()?))
        }
        Statement::WhyWriteDone {} => {
            let record = moment.record?;
            let RecordKind::Settled { serial, .. } = record.kind else { return None };
            let position = applied_as(moment, record.subject?, serial)?;
            Some(Lasting::Entry(position, moment.truth.newest_led()?))
        }
        Statement::WhyLeaderElected { .. } | Statement::WhyLeaderElectedJoint {} => {
            let record = moment.record?;
            Some(Lasting::Leader(record.subject?.node()?, record.state.as_ref()?.term))
        }
        Statement::WhyLeaderWon { leader, term, .. } => {
            Some(Lasting::Leader(leader.node()?, *term))
        }
        _ => None,
    }
}

/// The entry with which a client's request was applied.
fn applied_as(moment: &Moment, client: Address, serial: u64) -> Option<LogPosition> {
    moment.truth.records.iter().rev().find_map(|record| match &record.kind {
        RecordKind::Applied { entry, .. } => match &entry.payload {
            Payload::Command(command) => Request::decode(command)
                .filter(|request| client == request.client.into() && request.serial == serial)
                .map(|_| entry.position()),
            _ => None,
        },
        _ => None,
    })
}

impl Lasting {
    /// A record refutes it.
    pub(super) fn is_kept(self, record: &Record, simulation: &Simulation) -> Checked {
        let RecordKind::Protocol(Event::LeaderElected { term, .. }) = record.kind else {
            return Ok(());
        };
        let Some(leader) = record.subject.and_then(Address::node) else { return Ok(()) };
        match self {
            Self::Entry(position, after)
                if term > after && !has(simulation.host(leader), position) =>
            {
                Err(format!("{leader:?} leads term {} without {position:?}", term.0))
            }
            Self::Leader(first, of) if term == of && leader != first => {
                Err(format!("{leader:?} wins term {}, too", term.0))
            }
            _ => Ok(()),
        }
    }

    /// It is kept in futures in which the leader fails, or links work again, and each of the other
    /// nodes starts an election.
    pub(super) fn holds_in_futures(self, now: &Simulation) -> Checked {
        let nodes = now.hosts().iter().map(|host| Address::Node(host.id));
        let leader = now.leader().map(Address::Node);
        for node in nodes.filter(|node| Some(*node) != leader) {
            let crash = leader.map(Command::Crash);
            for first in [Some(Command::Heal), crash].into_iter().flatten() {
                let commands = [first, Command::Restart(node), Command::TimeOut(node)];
                self.holds_after(now.clone(), commands)?;
            }
        }
        Ok(())
    }

    fn holds_after(self, mut world: Simulation, commands: [Command; 3]) -> Checked {
        world.take_records();
        for command in commands {
            // A node that runs cannot be started.
            let _ = world.act(command);
        }
        let end = world.now() + Micros(WATCHED_US);
        loop {
            for record in world.take_records() {
                self.is_kept(&record, &world)?;
            }
            if world.next_at().is_none_or(|next| next > end) {
                return Ok(());
            }
            world.step();
        }
    }
}

/// Whether something in the rest of a run may have undone what stays in a correct cluster: a rule
/// was off, or a disk lost what it had acknowledged.
pub(super) fn may_be_undone(truth: &GroundTruth, simulation: &Simulation) -> bool {
    truth.ever_off(simulation) != RuleSet::EMPTY || !simulation.lost_tails().is_empty()
}
