//! Claims of the transcript's lines about votes that are counted.

use raft_sim::raft_core::{Event, NodeId, Rule};
use raft_sim::{Address, Record, RecordKind};

use super::arithmetic::{groups, needed};
use super::log::quorum_is;
use super::{Checked, Moment};
use crate::text::Statement;

/// The votes that a candidate has, and those that it needs.
pub(super) fn counted(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let (voter, granted) = match *said {
        Statement::LogCountsVote { voter, .. } | Statement::LogCountsVoteJoint { voter, .. } => {
            (voter, true)
        }
        Statement::LogCountsRefusal { voter, .. }
        | Statement::LogCountsRefusalJoint { voter, .. } => (voter, false),
        _ => (record.subject?, true),
    };
    let tally = || tally(record, moment, voter, granted);
    let checked = match *said {
        Statement::LogCountsVote { votes, needed, .. }
        | Statement::LogCountsRefusal { votes, needed, .. }
        | Statement::LogLeads { votes, needed, .. } => tally().and_then(|counted| {
            has_votes(counted, votes).and_then(|()| {
                let needs = needs(record, moment)?;
                if needs == needed { Ok(()) } else { Err(format!("it needs {needs}")) }
            })
        }),
        Statement::LogCountsVoteJoint { votes, quorum, .. }
        | Statement::LogCountsRefusalJoint { votes, quorum, .. }
        | Statement::LogLeadsJoint { votes, quorum, .. } => tally()
            .and_then(|counted| has_votes(counted, votes))
            .and_then(|()| quorum_is(moment, quorum)),
        _ => return None,
    };
    if let Statement::LogLeads { term, .. } | Statement::LogLeadsJoint { term, .. } = *said
        && !moment.truth.led(term, record.subject?.node()?)
    {
        return Some(Err(format!("it never led term {}", term.0)));
    }
    Some(checked)
}

pub(super) fn has_votes(counted: u64, told: u64) -> Checked {
    if counted == told { Ok(()) } else { Err(format!("it has {counted} votes")) }
}

/// The votes counted until a record; the last one was of this voter.
pub(super) fn tally(
    record: &Record,
    moment: &Moment,
    last: Address,
    is_granted: bool,
) -> Result<u64, String> {
    let all = electorate(record, moment)?.concat();
    let mut begun = moment.truth.backwards(record).filter(|other| other.subject == record.subject);
    let is_real = begun.find_map(|other| match other.kind {
        RecordKind::Protocol(Event::ElectionStarted { .. }) => Some(true),
        RecordKind::Protocol(Event::PreVoteStarted { .. }) => Some(false),
        _ => None,
    });
    let off = moment.simulation.waived();
    let counts_all = is_real == Some(true) && off.contains(Rule::CountGrantedVotes);
    // It votes for itself.
    let own = record.subject.and_then(Address::node).filter(|own| all.contains(own));
    let mut counted: Vec<NodeId> = own.into_iter().collect();
    // The latest answer of a voter counts.
    let mut answered = Vec::new();
    let mut add = |voter, granted: bool| {
        if answered.contains(&voter) {
            return;
        }
        answered.push(voter);
        if (granted || counts_all) && all.contains(&voter) && !counted.contains(&voter) {
            counted.push(voter);
        }
    };
    if let RecordKind::Protocol(Event::VoteCounted { voter, granted, .. }) = record.kind {
        if (Address::Node(voter), granted) != (last, is_granted) {
            return Err(format!("{voter:?} granted its vote: {granted}"));
        }
        add(voter, granted);
    }
    for other in moment.truth.backwards(record).filter(|other| other.subject == record.subject) {
        match other.kind {
            RecordKind::Protocol(Event::VoteCounted { voter, granted, .. }) => add(voter, granted),
            RecordKind::Protocol(Event::ElectionStarted { .. } | Event::PreVoteStarted { .. }) => {
                break;
            }
            _ => {}
        }
    }
    Ok(counted.len() as u64)
}

pub(super) fn needs(record: &Record, moment: &Moment) -> Result<u64, String> {
    match &electorate(record, moment)?[..] {
        [group] => Ok(needed(moment.simulation, group.len()) as u64),
        both => Err(format!("it needs enough of each of {both:?}")),
    }
}

/// The groups that must each give enough votes. Without the rule that only voters count, all
/// members are one group.
pub(super) fn electorate(record: &Record, moment: &Moment) -> Result<Vec<Vec<NodeId>>, String> {
    let membership = &record.state.as_ref().ok_or("it is stopped")?.membership;
    if moment.simulation.waived().contains(Rule::CountOnlyVoters) {
        return Ok(vec![membership.members().iter().copied().collect()]);
    }
    Ok(groups(membership))
}
