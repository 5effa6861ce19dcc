//! Claims about elections and votes.

use raft_sim::raft_core::{Body, Event, Node, NodeId, Rule, Term};
use raft_sim::{Address, RecordKind, Simulation};

use super::arithmetic::{decides, voters};
use super::election_causes::{
    after_freeze, after_transfer, begins, forced, lost_before, promised, silence, silence_by_clock,
};
use super::{Checked, Moment, claim, is_about};
use crate::phrases::rules::rule;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::NoLeaderAtFirst {} => {
            claim(!moment.truth.had_leader(), || "a leader was elected".into())
        }
        Statement::ElectionAfterSilence { node, waited, term } => {
            silence(moment, node, waited).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::ElectionAfterSilenceByClock { node, waited, term } => {
            silence_by_clock(moment, node, waited).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::PreVoteAfterSilenceByClock { node, waited } => {
            silence_by_clock(moment, node, waited).into()
        }
        Statement::ElectionAfterFreeze { node, term } => {
            after_freeze(moment, node).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::PreVoteAfterFreeze { node } => after_freeze(moment, node).into(),
        Statement::ElectionForced { node, term } => {
            forced(moment, node, true).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::ElectionForcedByScript { node, term } => {
            forced(moment, node, false).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::ElectionAfterTransfer { leader, node, term } => {
            after_transfer(moment, leader).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::ElectionAfterPreVote { node, term } => {
            let promised = promised(moment, node.node()?);
            promised.and_then(|()| begins(moment, node, term)).into()
        }
        Statement::ElectionAgain { node, term } => {
            lost_before(moment, node).and_then(|()| begins(moment, node, term)).into()
        }
        Statement::PreVoteAfterSilence { node, waited } => silence(moment, node, waited).into(),
        Statement::PreVoteForced { node } => forced(moment, node, true).into(),
        Statement::PreVoteForcedByScript { node } => forced(moment, node, false).into(),
        Statement::LeaderElected { node, votes, all, term } => {
            won(moment, node, votes, all, term).into()
        }
        Statement::LeaderElectedCounted { node, votes, all, term } => {
            counted(moment, node, votes, all, term).into()
        }
        Statement::LeaderElectedPlain { node, term } => {
            let leads = node.node().is_some_and(|node| moment.truth.led(term, node));
            claim(leads, || format!("{node} did not win term {}", term.0))
        }
        Statement::LeaderElectedJoint { node, term } => won_joint(moment, node, term).into(),
        Statement::LeaderElectedAlone { node, term } => {
            let state = moment.record?.state.as_ref()?;
            let only = voters(&state.membership);
            claim(only.len() == 1 && Address::Node(only[0]) == node && state.term == term, || {
                format!("the voters are {only:?} in term {}", state.term.0)
            })
        }
        Statement::CandidateBeaten { leader, term, .. } => {
            let leads = leader.node().is_some_and(|leader| moment.truth.led(term, leader));
            claim(leads, || format!("{leader} never led term {}", term.0))
        }
        Statement::CandidateOutdated { node, term } => {
            let now = moment.record?.state.as_ref()?.term;
            claim(now == term, || format!("{node} is in term {}", now.0))
        }
        _ => votes(said, moment),
    }
}

fn votes(said: &Statement, moment: &Moment) -> Option<Checked> {
    let truth = moment.truth;
    match *said {
        Statement::VoteGranted { voter, candidate, term } => {
            granted(moment, voter, candidate, term).into()
        }
        Statement::VoteGrantedWithoutRule { voter, candidate, term, rule } => {
            granted(moment, voter, candidate, term).and_then(|()| is_off(moment, rule)).into()
        }
        Statement::VoteRefusedVotedItself { voter, term, .. } => {
            let voted = voter.node().is_some_and(|voter| moment.voted(term, voter, voter));
            claim(voted, || format!("{voter} did not vote for itself in term {}", term.0))
        }
        Statement::VoteRefusedVotedOther { voter, other, term, .. } => {
            let (voter, other) = (voter.node()?, other.node()?);
            claim(moment.voted(term, voter, other), || {
                format!("{voter:?} did not vote for {other:?} in term {}", term.0)
            })
        }
        Statement::VoteRefusedLog { voter, candidate } => {
            let (from, _, body) = truth.message(moment.record?)?;
            let Body::RequestVote { last, .. } = body else { return None };
            let own = moment.record?.state.as_ref()?.last;
            let is_newer = (own.term, own.index) > (last.term, last.index);
            claim(is_newer && Address::Node(from) == candidate, || {
                format!("the log of {voter} ends at {own:?}, that of {from:?} at {last:?}")
            })
        }
        Statement::VoteRefusedOldTerm { voter, term, .. } => {
            let own = moment.record?.state.as_ref()?.term;
            claim(own > term, || format!("{voter} is in term {}", own.0))
        }
        Statement::VoteRefusedLeaderAlive { voter, .. } => hears_leader(moment, voter).into(),
        Statement::VoteRefusedWithoutRule { voter, rule, .. } => {
            is_about(moment, voter).and_then(|()| is_off(moment, rule)).into()
        }
        Statement::VoteRefusedByRule { rule, .. } => {
            let is_on = is_off(moment, rule).is_err();
            claim(is_on, || "this rule is off".into())
        }
        _ => None,
    }
}

/// The node that a record is about, as it is now.
fn running(simulation: &Simulation, node: Address) -> Option<&Node> {
    Some(&simulation.host(node.node()?).process.as_ref()?.node)
}

/// The votes that were really given to a node in a term.
fn votes_for(moment: &Moment, node: NodeId, term: Term) -> Vec<NodeId> {
    let hosts = moment.simulation.hosts().iter().map(|host| host.id);
    hosts.filter(|voter| moment.voted(term, *voter, node)).collect()
}

fn won(moment: &Moment, node: Address, votes: u64, all: u64, term: Term) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let (Some(state), Some(id)) = (state, node.node()) else {
        return Err("it tells of nothing".into());
    };
    let voters = voters(&state.membership);
    let given = votes_for(moment, id, term);
    let given = given.iter().filter(|voter| voters.contains(voter)).count();
    if (given as u64) < votes || voters.len() as u64 != all || state.term != term {
        return Err(format!(
            "{given} of {} voters gave {node} their vote; it is in term {}",
            voters.len(),
            state.term.0
        ));
    }
    Ok(())
}

/// What the node itself counts.
fn counted(moment: &Moment, node: Address, votes: u64, all: u64, term: Term) -> Checked {
    let Some(record) = moment.record else { return Err("it tells of nothing".into()) };
    let voters = record.state.as_ref().map_or(0, |state| voters(&state.membership).len());
    match record.kind {
        RecordKind::Protocol(Event::LeaderElected { term: led, votes: counted, .. })
            if (led, counted as u64, voters as u64) == (term, votes, all)
                && record.subject == Some(node) =>
        {
            Ok(())
        }
        ref other => Err(format!("{other:?} of {voters} voters")),
    }
}

fn won_joint(moment: &Moment, node: Address, term: Term) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    let (Some(state), Some(id)) = (state, node.node()) else {
        return Err("it tells of nothing".into());
    };
    let given = votes_for(moment, id, term);
    if state.membership.is_joint()
        && decides(moment.simulation, &state.membership, |voter| given.contains(&voter))
    {
        Ok(())
    } else {
        Err(format!("{given:?} gave {node} their votes; the members are {:?}", state.membership))
    }
}

fn granted(moment: &Moment, voter: Address, candidate: Address, term: Term) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    // With this rule off, a node votes in an election whose term is over.
    let is_late = moment.simulation.waived().contains(Rule::CurrentTerm);
    match state {
        Some(state) if (state.term == term || is_late) && state.voted_for == candidate.node() => {
            Ok(())
        }
        other => Err(format!("{voter} is {other:?}")),
    }
}

/// A sentence about a rule that is off at this moment.
pub(super) fn is_off(moment: &Moment, told: &Sentence) -> Checked {
    if moment.simulation.waived().iter().any(|off| rule(off) == *told) {
        Ok(())
    } else {
        Err("this rule is on".into())
    }
}

/// A leader was heard less than the shortest election timeout ago, by the node's own clock.
pub(super) fn hears_leader(moment: &Moment, voter: Address) -> Checked {
    let Some(node) = running(moment.simulation, voter) else {
        return Err(format!("{voter} is stopped"));
    };
    if node.is_leader() {
        return Ok(());
    }
    let before = moment.record.map_or(u64::MAX, |record| record.seq);
    let Some(last) = moment.truth.last_contact(node.id(), before) else {
        return Err(format!("{voter} has never heard a leader"));
    };
    let at = moment.record.map_or(moment.simulation.now(), |record| record.at);
    let silent = moment.simulation.host(node.id()).clock.at(at).since(last.clock).0;
    if silent <= node.config().election_timeout.min.0 {
        Ok(())
    } else {
        Err(format!("{voter} has heard no leader for {silent} us of its clock"))
    }
}
