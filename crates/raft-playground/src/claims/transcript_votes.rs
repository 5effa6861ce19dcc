//! Claims of the transcript's lines about terms, elections and votes.

use raft_sim::raft_core::{Body, Event, LogPosition, NodeId, Rule, Term};
use raft_sim::{Address, Record, RecordKind, RoleName};

use super::arithmetic::{groups, needed, voters};
use super::elections::hears_leader;
use super::transcript_events::{all_off, before, is_on};
use super::{Checked, Moment, claim};
use crate::text::Said;

pub(super) fn check(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    terms(said, record, moment)
        .or_else(|| elections(said, record, moment))
        .or_else(|| pre_votes(said, record, moment))
        .or_else(|| votes(said, record, moment))
        .or_else(|| counted(said, record, moment))
}

fn terms(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    let (state, witness) = (record.state.as_ref()?, moment.witness);
    let node = record.subject?.node()?;
    match *said {
        Said::LogAdoptsTerm { term, other_term, other } => {
            let was = before(record, moment).map(|state| state.term);
            let told = witness.message(record).map(|(from, term, _)| (Address::Node(from), term));
            let right = was.is_none_or(|was| was == term)
                && state.term >= other_term
                && told == Some((other, other_term));
            claim(right, || format!("from {was:?} to {:?}, told by {told:?}", state.term))
        }
        Said::LogStepsDownLeader { term } => {
            let led = witness.led(term, node);
            claim(led && state.role != RoleName::Leader, || {
                format!("it led term {}: {led}; it is {:?}", term.0, state.role)
            })
        }
        Said::LogStepsDownCandidate { term } => {
            let stood = witness.voted(term, node, node);
            claim(stood && state.role != RoleName::Candidate, || {
                format!("it was a candidate in term {}: {stood}", term.0)
            })
        }
        Said::LogFollows { leader, term } => {
            let sent = witness.message(record).map(|(from, ..)| Address::Node(from));
            let right = state.term == term
                && state.role == RoleName::Follower
                && sent == Some(leader)
                && leader.node().is_some_and(|leader| witness.led(term, leader));
            claim(right, || format!("it is {state:?}; {sent:?} sent the message"))
        }
        Said::LogRejectsOldTerm { from, term } => {
            let sent = witness.message(record).map(|(from, term, _)| (Address::Node(from), term));
            let right = sent == Some((from, term)) && term < state.term;
            claim(right, || format!("it is in {:?}; {sent:?} sent the message", state.term))
        }
        _ => None,
    }
}

fn elections(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let node = record.subject?.node()?;
    let is_voter = state.membership.is_voter(node);
    match *said {
        Said::LogBoots { term, position } => {
            let right = state.term == term && super::transcript_parts::position_is(position, state.last);
            claim(right, || format!("{state:?}"))
        }
        Said::LogStartsElection { term } => {
            let stands = state.role != RoleName::Follower || state.term > term;
            claim(stands && state.term == term, || format!("{state:?}"))
        }
        Said::LogStartsPreVote { term } => {
            let asks = state.role != RoleName::Follower;
            let begun = term <= state.term && state.term.0 <= term.0 + 1;
            claim(asks && begun, || format!("{state:?}"))
        }
        Said::LogTermsUsedUp { term } => {
            let right = state.term == term && term.0 >= u64::MAX - 2;
            claim(right, || format!("{state:?}"))
        }
        Said::LogMayNotStand {} => claim(!is_voter && state.role != RoleName::Candidate, || {
            format!("{:?}", state.membership)
        }),
        Said::LogStandsWithoutRule { rule_names } => {
            let off = all_off(rule_names, moment);
            claim(off.is_ok() && state.role != RoleName::Follower, || {
                format!("{off:?}; it is {:?}", state.role)
            })
        }
        _ => None,
    }
}

/// The sender, the term and the last entry of the request that is answered.
fn request(record: &Record, moment: &Moment) -> Option<(Address, Term, LogPosition)> {
    let (from, term, body) = moment.witness.message(record)?;
    match body {
        Body::PreVote { last, .. } | Body::RequestVote { last, .. } => {
            Some((from.into(), term, *last))
        }
        _ => None,
    }
}

fn is_newer(one: LogPosition, other: LogPosition) -> bool {
    (one.term, one.index) > (other.term, other.index)
}

fn pre_votes(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let (Said::LogWouldVote { candidate }
    | Said::LogWouldVoteWithoutRule { candidate, .. }
    | Said::LogWouldNotVoteOldTerm { candidate }
    | Said::LogWouldNotVoteLog { candidate }
    | Said::LogWouldNotVoteLeader { candidate }
    | Said::LogWouldNotVoteByRule { candidate, .. }) = *said
    else {
        return None;
    };
    let (from, term, last) = request(record, moment)?;
    if from != candidate {
        return Some(Err(format!("{from} asks")));
    }
    match *said {
        Said::LogWouldVote { .. } => claim(!is_newer(state.last, last) && term >= state.term, || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Said::LogWouldVoteWithoutRule { rule_names, .. } => all_off(rule_names, moment).into(),
        Said::LogWouldNotVoteOldTerm { .. } => {
            claim(term < state.term, || format!("{from} asks in {term:?}"))
        }
        Said::LogWouldNotVoteLog { .. } => claim(is_newer(state.last, last), || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Said::LogWouldNotVoteLeader { .. } => hears_another(record, moment).into(),
        Said::LogWouldNotVoteByRule { rule_name, section, .. } => {
            is_on(rule_name, section, moment).into()
        }
        _ => None,
    }
}

/// A leader other than itself was heard within the shortest election timeout.
fn hears_another(record: &Record, moment: &Moment) -> Checked {
    let (Some(node), Some(state)) = (record.subject, &record.state) else {
        return Err("no node".into());
    };
    if state.role == RoleName::Leader {
        return Err("it leads itself".into());
    }
    hears_leader(moment, node)
}

fn votes(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let (Said::LogVotes { candidate, term }
    | Said::LogVotesWithoutRule { candidate, term, .. }
    | Said::LogRefusesVoteVoted { candidate, term }
    | Said::LogRefusesVoteOldTerm { candidate, term }
    | Said::LogRefusesVoteLog { candidate, term }
    | Said::LogRefusesVoteLeader { candidate, term }
    | Said::LogRefusesVoteByRule { candidate, term, .. }) = *said
    else {
        return None;
    };
    let (from, asked_in, last) = request(record, moment)?;
    if (from, asked_in) != (candidate, term) {
        return Some(Err(format!("{from} asks in {asked_in:?}")));
    }
    let given = (state.term, state.voted_for) == (term, candidate.node());
    match *said {
        Said::LogVotes { .. } => claim(given, || format!("{state:?}")),
        Said::LogVotesWithoutRule { rule_names, .. } => claim(given, || format!("{state:?}"))
            .map(|checked| checked.and_then(|()| all_off(rule_names, moment))),
        Said::LogRefusesVoteVoted { .. } => {
            let other = state.voted_for.is_some_and(|other| Some(other) != candidate.node());
            claim(other && state.term == term, || format!("{state:?}"))
        }
        Said::LogRefusesVoteOldTerm { .. } => claim(term < state.term, || format!("{state:?}")),
        Said::LogRefusesVoteLog { .. } => claim(is_newer(state.last, last) && !given, || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Said::LogRefusesVoteLeader { .. } => hears_another(record, moment).into(),
        Said::LogRefusesVoteByRule { rule_name, section, .. } => {
            is_on(rule_name, section, moment).into()
        }
        _ => None,
    }
}

/// The votes that a candidate has, and those that it needs.
fn counted(said: &Said, record: &Record, moment: &Moment) -> Option<Checked> {
    let (Said::LogCountsOwnVote { votes, needed }
    | Said::LogCountsVote { votes, needed, .. }
    | Said::LogCountsRefusal { votes, needed, .. }
    | Said::LogLeads { votes, needed, .. }) = *said
    else {
        return None;
    };
    let voter = match *said {
        Said::LogCountsVote { voter, .. } | Said::LogCountsRefusal { voter, .. } => voter,
        _ => record.subject?,
    };
    let granted = !matches!(said, Said::LogCountsRefusal { .. });
    let state = record.state.as_ref()?;
    if let Said::LogLeads { term, .. } = *said
        && !moment.witness.led(term, record.subject?.node()?)
    {
        return Some(Err(format!("it is {state:?}")));
    }
    Some(tally(record, moment, voter, granted).and_then(|counted| {
        let needs = needs(record, moment)?;
        if (counted, needs) == (votes, needed) {
            Ok(())
        } else {
            Err(format!("it has {counted} votes and needs {needs}"))
        }
    }))
}

/// The votes counted until a record; the last one was of this voter.
fn tally(
    record: &Record,
    moment: &Moment,
    last: Address,
    is_granted: bool,
) -> Result<u64, String> {
    let state = record.state.as_ref().ok_or("it is stopped")?;
    let voters = voters(&state.membership);
    let counts_all = moment.simulation.waived().contains(Rule::CountGrantedVotes);
    // It votes for itself.
    let own = record.subject.and_then(Address::node).filter(|own| voters.contains(own));
    let mut counted: Vec<NodeId> = own.into_iter().collect();
    let mut add = |voter, granted: bool| {
        if (granted || counts_all) && voters.contains(&voter) && !counted.contains(&voter) {
            counted.push(voter);
        }
    };
    if let RecordKind::Protocol(Event::VoteCounted { voter, granted, .. }) = record.kind {
        if (Address::Node(voter), granted) != (last, is_granted) {
            return Err(format!("{voter:?} granted its vote: {granted}"));
        }
        add(voter, granted);
    }
    for other in moment.witness.backwards(record).filter(|other| other.subject == record.subject) {
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

fn needs(record: &Record, moment: &Moment) -> Result<u64, String> {
    let state = record.state.as_ref().ok_or("it is stopped")?;
    match &groups(&state.membership)[..] {
        [group] => Ok(needed(moment.simulation, group.len()) as u64),
        both => Err(format!("it needs enough of each of {both:?}")),
    }
}
