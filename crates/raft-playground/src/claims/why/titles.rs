//! Claims of the questions themselves: what is asked about is so.

use raft_sim::raft_core::{Event, LogIndex, LogPosition};
use raft_sim::{RecordKind, RoleName};

use super::super::arithmetic::{decides, exchange};
use super::super::log::is_entry;
use super::super::{Checked, Moment, claim};
use super::past::{decided, running, verdict};
use crate::query::entry_of;
use crate::text::Statement;

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
            let commit_index =
                running(moment, node.node()?).map(raft_sim::raft_core::Node::commit_index);
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
            let own = running(moment, node.node()?).map(raft_sim::raft_core::Node::commit_index);
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
    hosts
        .filter(|host| running(moment, host.id).is_some_and(raft_sim::raft_core::Node::is_leader))
        .count()
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
    let record = moment.record?;
    let state = record.state.as_ref();
    let event = decided(moment).map(|of| of.event);
    let right = match (said, &record.kind) {
        (Statement::WhyHeartbeats { .. } | Statement::WhyQuorumTimer { .. }, _) => {
            state?.role == RoleName::Leader
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
            moment.simulation.host(node.node()?).process.is_none() || !super::past::is_fresh(moment)
        }
        _ => return None,
    };
    claim(right, || format!("{:?}", record.kind))
}
