//! Claims about how votes are decided and counted.

use raft_sim::raft_core::{Event, LogPosition, NodeId, Rule};
use raft_sim::{NodeState, RoleName};

use super::super::arithmetic::{groups, needed as quorum_size};
use super::super::{Checked, Moment, claim};
use super::past::{Decided, bugs, decided, has_just_started, hears_leader, refusing, rules_off};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let of = decided(moment)?;
    match *of.event {
        Event::VoteDecided { candidate, term, voted_for, candidate_last, own_last, .. } => {
            let vote = Vote { of, candidate, term, voted_for, candidate_last, own_last };
            vote.check(said, moment)
        }
        Event::PreVoteDecided { candidate, term, candidate_last, own_last, .. } => {
            let voted_for = None;
            let vote = Vote { of, candidate, term, voted_for, candidate_last, own_last };
            vote.check(said, moment)
        }
        Event::VoteCounted { .. } => counted(said, moment, of.state),
        _ => None,
    }
}

/// A vote that was decided.
struct Vote<'a> {
    of: Decided<'a>,
    candidate: NodeId,
    term: raft_sim::raft_core::Term,
    voted_for: Option<NodeId>,
    candidate_last: LogPosition,
    own_last: LogPosition,
}

impl Vote<'_> {
    fn check(&self, said: &Statement, moment: &Moment) -> Option<Checked> {
        let Decided { event, node, state, .. } = self.of;
        let allowed = super::past::verdict(event)?.is_allowed();
        let off = rules_off(moment);
        // With this rule off, a vote may answer a request of an older term.
        let careless = off.contains(Rule::CurrentTerm);
        let voted = |other: NodeId| {
            moment.voted(state.term, node, other) || careless && self.voted_for == Some(other)
        };
        match *said {
            Statement::WhyVoteGranted {} => {
                let hosts = moment.simulation.hosts().iter().map(|host| host.id);
                let others: Vec<_> =
                    hosts.filter(|other| *other != self.candidate && voted(*other)).collect();
                claim(others.is_empty() && self.is_up_to_date() && allowed, || {
                    format!("it voted for {others:?}; {}", self.logs())
                })
            }
            Statement::WhyVoteGrantedAsRemembered {} => {
                let forgets = self.voted_for.is_none_or(|other| other == self.candidate);
                claim(forgets && self.is_up_to_date() && allowed, || {
                    format!("it remembers {:?}; {}", self.voted_for, self.logs())
                })
            }
            Statement::WhyVoteGrantedDespite {} => {
                claim(state.voted_for == Some(self.candidate), || format!("{state:?}"))
            }
            Statement::WhyVoteRefusedVotedItself { term } => {
                claim(voted(node) && term == state.term && !allowed, || {
                    format!("it did not vote for itself in {term:?}")
                })
            }
            Statement::WhyVoteRefusedVotedOther { other, term } => {
                let right = other.node().is_some_and(voted) && term == state.term && !allowed;
                claim(right, || format!("it did not vote for {other} in {term:?}"))
            }
            Statement::WhyVoteRefusedLog {} => {
                claim(!self.is_up_to_date() && !allowed, || self.logs())
            }
            Statement::WhyVoteRefusedOldTerm { term } => {
                claim(term == self.term && term < state.term && !allowed, || {
                    format!("it asks in {:?}, the voter is in {:?}", self.term, state.term)
                })
            }
            Statement::WhyVoteRefusedLeaderAlive {} => {
                claim(hears_leader(moment, node) && !allowed, || {
                    let heard = super::past::contact(moment, node);
                    format!("it heard a leader at {heard:?}")
                })
            }
            Statement::WhyVoteRefusedLeads {} => {
                claim(state.role == RoleName::Leader && !allowed, || format!("{:?}", state.role))
            }
            Statement::WhyVoteRefusedJustStarted {} => {
                let just = has_just_started(moment, node);
                claim(just && !allowed, || "it started long ago, or heard a leader".into())
            }
            Statement::WhyVoteRefusedByRule {} | Statement::WhyWouldNotVote {} => {
                claim(refusing(event).is_some(), || "no rule refused".into())
            }
            Statement::WhyWouldVote {} => {
                // It may have started an election itself since it heard a leader. If it could act
                // on older terms meanwhile, its vote does not tell.
                let careless = moment.truth.ever_off(moment.simulation).contains(Rule::CurrentTerm);
                let hears = super::past::surely_hears_leader(moment, node)
                    && !careless
                    && state.role == RoleName::Follower
                    && state.voted_for != Some(node);
                let leads = state.role == RoleName::Leader;
                claim(self.is_up_to_date() && !(hears || leads) && allowed, || {
                    format!("hears a leader: {hears}; {}", self.logs())
                })
            }
            Statement::WhyWouldVoteDespite {} => claim(allowed, || "it would not".into()),
            _ => None,
        }
    }

    fn is_up_to_date(&self) -> bool {
        let key = |last: LogPosition| (last.term, last.index);
        key(self.candidate_last) >= key(self.own_last)
    }

    fn logs(&self) -> String {
        format!("the logs end at {:?} and {:?}", self.candidate_last, self.own_last)
    }
}

fn counted(said: &Statement, moment: &Moment, state: &NodeState) -> Option<Checked> {
    let groups = groups(&state.membership);
    match *said {
        Statement::WhyVoteCounted { needed } => {
            let size = quorum_size(moment.simulation, groups[0].len()) as u64;
            claim(groups.len() == 1 && needed == size, || format!("it needs {size} of {groups:?}"))
        }
        Statement::WhyVoteCountedAll { needed } => {
            let members = state.membership.members().len();
            let size = quorum_size(moment.simulation, members) as u64;
            let off = rules_off(moment).contains(Rule::CountOnlyVoters);
            claim(off && needed == size, || format!("it needs {size} of {members}"))
        }
        Statement::WhyVoteCountedJointByHalf {} => {
            let is_half = bugs(moment).half_is_enough;
            claim(groups.len() == 2 && is_half, || format!("the voters are {groups:?}"))
        }
        Statement::WhyVoteCountedJoint {} => {
            let is_majority = !bugs(moment).half_is_enough;
            claim(groups.len() == 2 && is_majority, || format!("the voters are {groups:?}"))
        }
        _ => None,
    }
}

/// What the answer to a request for votes claims if nothing is known of the decision: nothing but
/// that it was given, or not.
pub(super) fn of_message(said: &Statement) -> Option<Checked> {
    match said {
        Statement::WhySendsVoteGrantedDespite { .. }
        | Statement::WhyWouldVoteDespite {}
        | Statement::WhySendsPreVoteRefused { .. }
        | Statement::WhySendsVoteRefused { .. } => Some(Ok(())),
        Statement::WhySendsPreVoteGranted { .. }
        | Statement::WhySendsVoteGranted { .. }
        | Statement::WhySendsVoteRefusedVoted { .. }
        | Statement::WhySendsVoteRefusedLog { .. }
        | Statement::WhySendsVoteRefusedOldTerm { .. }
        | Statement::WhySendsVoteRefusedLeader { .. } => {
            claim(false, || "it never decided so".into())
        }
        _ => None,
    }
}
