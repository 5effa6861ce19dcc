//! Claims of the questions themselves: what is asked about is so.

use raft_sim::raft_core::{Event, LogIndex, LogPosition, Node, Timer};
use raft_sim::{Address, RecordKind, RoleName, Status};

use super::super::arithmetic::{decides, exchange};
use super::super::log::is_entry;
use super::super::{Checked, Moment, claim};
use super::past::{self, decided, is_fresh, running, verdict};
use crate::query::entry_of;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::WhyNoLeader {} => {
            let leader = leaders(moment);
            claim(leader == 0, || format!("{leader} nodes lead"))
        }
        Statement::WhyNotReplaced { leader } => {
            let node = running(moment, leader.node()?)?;
            let reaches = |voter| exchange(moment.simulation, node.id(), voter);
            let enough = decides(moment.simulation, node.membership(), reaches);
            claim(node.is_leader() && !enough, || format!("it reaches enough: {enough}"))
        }
        Statement::WhyLeads { leader } => {
            if let Some(of) = decided(moment) {
                let won = matches!(of.event, Event::LeaderElected { .. });
                claim(won && leader.node() == Some(of.node), || format!("{:?}", of.event))
            } else {
                let leads = running(moment, leader.node()?)?.is_leader();
                claim(leads, || format!("{leader} does not lead"))
            }
        }
        Statement::WhyEntryCommitted { entry, index, node } => {
            let host = moment.simulation.host(node.node()?);
            let found = entry_of(host, index)?;
            let commit_index = running(moment, node.node()?).map(Node::commit_index);
            let known = commit_index.is_some_and(|known| known >= index);
            let known = known || moment.truth.was_committed(found.position());
            Some(is_entry(entry, found).and_then(|()| {
                let truth = || format!("{node} has committed up to {commit_index:?}");
                if known { Ok(()) } else { Err(truth()) }
            }))
        }
        Statement::WhyEntryNotCommitted { entry, index, node } => {
            let found = entry_of(moment.simulation.host(node.node()?), index)?;
            let open = not_committed(moment, found.position());
            Some(is_entry(entry, found).and(open))
        }
        Statement::WhyEntryUnknown { node, entry, index } => {
            let found = entry_of(moment.simulation.host(node.node()?), index)?;
            let own = running(moment, node.node()?).map(Node::commit_index);
            let known = not_committed(moment, found.position()).is_err();
            let unknown = own.is_some_and(|own| own < index);
            Some(is_entry(entry, found).and_then(|()| {
                let truth = || format!("known elsewhere: {known}; it knows up to {own:?}");
                if known && unknown { Ok(()) } else { Err(truth()) }
            }))
        }
        Statement::WhyEntryWaits { index, node } => {
            let found = entry_of(moment.simulation.host(node.node()?), index)?;
            not_committed(moment, found.position()).into()
        }
        _ => of_record(said, moment),
    }
}

fn leaders(moment: &Moment) -> usize {
    let hosts = moment.simulation.hosts().iter();
    hosts.filter(|host| running(moment, host.id).is_some_and(Node::is_leader)).count()
}

/// No node counts an entry as committed.
fn not_committed(moment: &Moment, position: LogPosition) -> Checked {
    let known = moment.simulation.hosts().iter().find(|host| {
        let commit_index = running(moment, host.id).map_or(LogIndex::ZERO, |node| {
            let same = node.log().term_at(position.index) == Some(position.term);
            if same { node.commit_index() } else { LogIndex::ZERO }
        });
        commit_index >= position.index
    });
    match known {
        Some(host) => Err(format!("{:?} counts it as committed", host.id)),
        None => Ok(()),
    }
}

fn of_record(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::WhyMessage { from, to } => return of_message(moment, from, to).into(),
        Statement::WhyEvent { node, event } => return told(moment, Some(node), event),
        Statement::WhyEventNowhere { event } => return told(moment, None, event),
        _ => {}
    }
    let record = moment.record?;
    let state = record.state.as_ref();
    let event = decided(moment).map(|of| of.event);
    let leads = || state.is_some_and(|state| state.role == RoleName::Leader);
    let is_about = |node: Address| record.subject == Some(node);
    let fires = |timer| matches!(record.kind, RecordKind::TimerFired(of) if of == timer);
    let right = match (said, &record.kind) {
        (Statement::WhyHeartbeats { leader }, _) => {
            leads() && is_about(*leader) && fires(Timer::Heartbeat)
        }
        (Statement::WhyQuorumTimer { leader }, _) => is_about(*leader) && fires(Timer::Quorum),
        (Statement::WhyElectionTimer { node }, _) => is_about(*node) && fires(Timer::Election),
        (Statement::WhyTransferTimer { leader }, _) => {
            let own = running(moment, leader.node()?).and_then(Node::as_leader);
            let gave_up = own.is_none_or(|own| own.successor().is_none());
            leads() && is_about(*leader) && fires(Timer::Transfer) && (gave_up || !is_fresh(moment))
        }
        (Statement::WhyRemovesEntries { node }, _) => {
            matches!(event?, Event::Truncated { .. }) && is_about(*node)
        }
        (Statement::WhyLost { from, to }, kind) => {
            matches!(kind, RecordKind::Lost { envelope, .. }
                if (envelope.from, envelope.to) == (*from, *to))
        }
        (Statement::WhyWrite { node }, kind) => {
            matches!(kind, RecordKind::WriteBegan(_)) && is_about(*node)
        }
        (Statement::WhyAnswer { client }, kind) => {
            let has_answer = |status: &Status| matches!(status, Status::Done(_) | Status::Failed);
            matches!(kind, RecordKind::Settled { status, .. } if has_answer(status))
                && is_about(*client)
        }
        (Statement::WhyNoAnswer { client }, kind) => {
            let has_none = |status: &Status| matches!(status, Status::Unknown);
            matches!(kind, RecordKind::Settled { status, .. } if has_none(status))
                && is_about(*client)
        }
        (Statement::WhyElection { .. }, _) => matches!(event?, Event::ElectionStarted { .. }),
        (Statement::WhyPreVote { .. }, _) => matches!(event?, Event::PreVoteStarted { .. }),
        (Statement::WhyStepsDown { .. }, _) => {
            matches!(event?, Event::SteppedDown { was_leader: true, .. })
                && state?.role != RoleName::Leader
        }
        (Statement::WhyCandidateEnds { .. }, _) => {
            !matches!(state?.role, RoleName::Candidate | RoleName::PreCandidate)
        }
        (Statement::WhyCommits { .. }, _) => {
            matches!(event?, Event::CommitDecided { .. }) && verdict(event?)?.is_allowed()
        }
        (Statement::WhyVotes { .. }, RecordKind::Protocol(event)) => verdict(event)?.is_allowed(),
        (Statement::WhyDoesNotVote { .. }, RecordKind::Protocol(event)) => {
            !verdict(event)?.is_allowed()
        }
        (Statement::WhyCannotStart { node }, _) => {
            moment.simulation.host(node.node()?).process.is_none() || !is_fresh(moment)
        }
        _ => return None,
    };
    claim(right, || format!("{:?}", record.kind))
}

/// A message goes or went from one to the other.
fn of_message(moment: &Moment, from: Address, to: Address) -> Checked {
    let (sent, _) =
        past::message(moment).or_else(|| past::in_transit(moment)).ok_or("there is no message")?;
    if (sent.from, sent.to) == (from, to) {
        Ok(())
    } else {
        Err(format!("it goes from {} to {}", sent.from, sent.to))
    }
}

/// A title repeats the line of the transcript, after the name of its node or client.
fn told(moment: &Moment, place: Option<Address>, event: &Sentence) -> Option<Checked> {
    let subject = moment.record?.subject;
    if subject != place {
        return claim(false, || format!("it happened to {subject:?}"));
    }
    // What the line says of a node that has stopped since was judged when it was said.
    let runs = place.and_then(Address::node).is_none_or(|node| running(moment, node).is_some());
    if !runs || !is_fresh(moment) {
        return Some(Ok(()));
    }
    let line = super::super::transcript::check(&event.statement(), moment)
        .or_else(|| super::super::broken::check(&event.statement(), moment));
    line.or_else(|| claim(false, || "no check judges the line".into()))
}
