//! Claims of the transcript's lines about terms, elections and votes.

use raft_sim::raft_core::{Body, LogPosition, NodeId, Rule, Term};
use raft_sim::{Address, Record, RoleName};

use super::elections::hears_leader;
use super::transcript_facts::{all_off, before, belongs_to, is_on};
use super::transcript_tally::counted;
use super::{Checked, Moment, claim};
use crate::text::Statement;

pub(super) fn check(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    terms(said, record, moment)
        .or_else(|| elections(said, record, moment))
        .or_else(|| pre_votes(said, record, moment))
        .or_else(|| votes(said, record, moment))
        .or_else(|| counted(said, record, moment))
}

fn terms(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let (state, truth) = (record.state.as_ref()?, moment.truth);
    let node = record.subject?.node()?;
    match *said {
        Statement::LogAdoptsTerm { term, other_term, other } => {
            let was = before(record, moment).map(|state| state.term);
            let told = truth.message(record).map(|(from, term, _)| (Address::Node(from), term));
            let right = was.is_none_or(|was| was == term)
                && state.term >= other_term
                && told == Some((other, other_term));
            claim(right, || format!("from {was:?} to {:?}, told by {told:?}", state.term))
        }
        Statement::LogStepsDownLeader { term } => {
            let led = truth.led(term, node);
            claim(led && state.role != RoleName::Leader, || {
                format!("it led term {}: {led}; it is {:?}", term.0, state.role)
            })
        }
        Statement::LogStepsDownCandidate { term } => {
            let stood = moment.voted(term, node, node);
            claim(stood && state.role != RoleName::Candidate, || {
                format!("it was a candidate in term {}: {stood}", term.0)
            })
        }
        Statement::LogFollows { leader, term } => {
            // What it takes for true need not be.
            let sent = truth.message(record).map(|(from, ..)| Address::Node(from));
            let takes_it_so = state.term == term && state.role == RoleName::Follower;
            claim(takes_it_so && sent == Some(leader), || {
                format!("it is {state:?}; {sent:?} sent the message")
            })
        }
        Statement::LogRejectsOldTerm { from, term } => {
            let right = belongs_to(from, term, record, moment) && term < state.term;
            claim(right, || format!("it is in {:?}", state.term))
        }
        Statement::LogRejectsOldAnswer { from } => answers_older_term(from, record, moment).into(),
        Statement::LogAcceptsOldAnswer { from, rule_names } => {
            answers_older_term(from, record, moment)
                .and_then(|()| all_off(rule_names, moment))
                .into()
        }
        _ => None,
    }
}

/// An answer to what a leader sent in an older term names no round of this one.
fn answers_older_term(from: Address, record: &Record, moment: &Moment) -> Checked {
    match moment.truth.message(record) {
        Some((sender, _, body)) if Address::Node(sender) == from => match body {
            Body::AppendEntriesReply { round, .. } | Body::InstallSnapshotReply { round, .. }
                if round.0 == 0 =>
            {
                Ok(())
            }
            other => Err(format!("{other:?}")),
        },
        other => Err(format!("{other:?}")),
    }
}

fn elections(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let node = record.subject?.node()?;
    let is_voter = state.membership.is_voter(node);
    match *said {
        Statement::LogBoots { term, position } => {
            let right =
                state.term == term && super::transcript_parts::position_is(position, state.last);
            claim(right, || format!("{state:?}"))
        }
        Statement::LogStartsElection { term } => {
            let stands = state.role != RoleName::Follower || state.term > term;
            claim(stands && state.term == term, || format!("{state:?}"))
        }
        Statement::LogStartsPreVote { term } => {
            let asks = state.role != RoleName::Follower;
            let begun = term <= state.term && state.term.0 <= term.0 + 1;
            claim(asks && begun, || format!("{state:?}"))
        }
        Statement::LogTermsUsedUp { term } => {
            let right = state.term == term && term.0 >= u64::MAX - 2;
            claim(right, || format!("{state:?}"))
        }
        Statement::LogMayNotStand {} => {
            claim(!is_voter && state.role != RoleName::Candidate, || {
                format!("{:?}", state.membership)
            })
        }
        Statement::LogStandsWithoutRule { rule_names } => {
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
    let (from, term, body) = moment.truth.message(record)?;
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

fn pre_votes(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let (Statement::LogWouldVote { candidate }
    | Statement::LogWouldVoteWithoutRule { candidate, .. }
    | Statement::LogWouldNotVoteOldTerm { candidate }
    | Statement::LogWouldNotVoteLog { candidate }
    | Statement::LogWouldNotVoteLeader { candidate }
    | Statement::LogWouldNotVoteWithoutRule { candidate, .. }
    | Statement::LogWouldNotVoteByRule { candidate, .. }) = *said
    else {
        return None;
    };
    let (from, term, last) = request(record, moment)?;
    if from != candidate {
        return Some(Err(format!("{from} asks")));
    }
    match *said {
        Statement::LogWouldVote { .. } => {
            claim(!is_newer(state.last, last) && term >= state.term, || {
                format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
            })
        }
        Statement::LogWouldVoteWithoutRule { rule_names, .. }
        | Statement::LogWouldNotVoteWithoutRule { rule_names, .. } => {
            all_off(rule_names, moment).into()
        }
        Statement::LogWouldNotVoteOldTerm { .. } => {
            claim(term < state.term, || format!("{from} asks in {term:?}"))
        }
        Statement::LogWouldNotVoteLog { .. } => claim(is_newer(state.last, last), || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Statement::LogWouldNotVoteLeader { .. } => knows_leader(record, moment).into(),
        Statement::LogWouldNotVoteByRule { rule_name, section, .. } => {
            is_on(rule_name, section, moment).into()
        }
        _ => None,
    }
}

/// The node led, or heard a leader within the shortest election timeout, or has started since: then
/// it does not know what it heard before.
fn knows_leader(record: &Record, moment: &Moment) -> Checked {
    // Without this rule, a leader of an older term counts as well.
    if moment.simulation.waived().contains(Rule::CurrentTerm) {
        return Ok(());
    }
    if before(record, moment).is_some_and(|was| was.role == RoleName::Leader) {
        return Ok(());
    }
    let node = record.subject.ok_or("no node")?;
    match node.node() {
        Some(id) if has_just_started(record, moment, id) => Ok(()),
        _ => hears_leader(moment, node),
    }
}

/// Whether a node started less than the shortest election timeout ago, by its clock, and has heard
/// no leader since.
fn has_just_started(record: &Record, moment: &Moment, node: NodeId) -> bool {
    let (truth, host) = (moment.truth, moment.simulation.host(node));
    let Some(heard) = truth.heard_before(node, record.seq).filter(|heard| heard.is_start) else {
        return false;
    };
    let timeout = match &host.process {
        Some(process) => process.node.config().election_timeout,
        None => moment.simulation.run().scenario.election_timeout,
    };
    let clock = truth.clock(node, record).unwrap_or(host.clock);
    clock.at(record.at).since(heard.clock) <= timeout.min
}

fn votes(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let (Statement::LogVotes { candidate, term }
    | Statement::LogVotesWithoutRule { candidate, term, .. }
    | Statement::LogRefusesVoteVoted { candidate, term }
    | Statement::LogRefusesVoteOldTerm { candidate, term }
    | Statement::LogRefusesVoteLog { candidate, term }
    | Statement::LogRefusesVoteLeader { candidate, term }
    | Statement::LogRefusesVoteAgain { candidate, term }
    | Statement::LogRefusesVoteWithoutRule { candidate, term, .. }
    | Statement::LogRefusesVoteByRule { candidate, term, .. }) = *said
    else {
        return None;
    };
    let (from, asked_in, last) = request(record, moment)?;
    if (from, asked_in) != (candidate, term) {
        return Some(Err(format!("{from} asks in {asked_in:?}")));
    }
    let given = (state.term, state.voted_for) == (term, candidate.node());
    match *said {
        Statement::LogVotes { .. } => claim(given, || format!("{state:?}")),
        Statement::LogVotesWithoutRule { rule_names, .. } => {
            // If messages of older terms count, it votes in a term that is over.
            let late = term < state.term && rule_names.iter().any(|name| &**name == "current-term");
            claim(given || late, || format!("{state:?}"))
                .map(|checked| checked.and_then(|()| all_off(rule_names, moment)))
        }
        Statement::LogRefusesVoteVoted { .. } => {
            let other = state.voted_for.is_some_and(|other| Some(other) != candidate.node());
            claim(other && state.term == term, || format!("{state:?}"))
        }
        Statement::LogRefusesVoteOldTerm { .. } => {
            claim(term < state.term, || format!("{state:?}"))
        }
        Statement::LogRefusesVoteLog { .. } => claim(is_newer(state.last, last) && !given, || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Statement::LogRefusesVoteAgain { .. } => claim(is_newer(state.last, last) && given, || {
            format!("its log ends at {:?}, that of {from} at {last:?}", state.last)
        }),
        Statement::LogRefusesVoteLeader { .. } => knows_leader(record, moment).into(),
        Statement::LogRefusesVoteWithoutRule { rule_names, .. } => {
            all_off(rule_names, moment).into()
        }
        Statement::LogRefusesVoteByRule { rule_name, section, .. } => {
            is_on(rule_name, section, moment).into()
        }
        _ => None,
    }
}
