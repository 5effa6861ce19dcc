//! Claims about how votes are decided and counted.

use raft_sim::raft_core::{Event, LogPosition, NodeId, Rule};
use raft_sim::{NodeState, RoleName};

use super::super::arithmetic::{groups, needed as quorum_size};
use super::super::{Checked, Moment, claim};
use super::past::{Decided, bugs, decided, has_just_started, hears_leader, refusing, rules_off};
use crate::text::Said;

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
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
    fn check(&self, said: &Said, moment: &Moment) -> Option<Checked> {
        let Decided { event, node, state, .. } = self.of;
        let allowed = super::past::verdict(event)?.is_allowed();
        let off = rules_off(moment);
        // With this rule off, a vote may answer a request of an older term.
        let careless = off.contains(Rule::CurrentTerm);
        let voted = |other: NodeId| {
            moment.witness.voted(state.term, node, other)
                || careless && self.voted_for == Some(other)
        };
        match *said {
            Said::WhyVoteGranted {} => {
                let hosts = moment.simulation.hosts().iter().map(|host| host.id);
                let others: Vec<_> =
                    hosts.filter(|other| *other != self.candidate && voted(*other)).collect();
                claim(others.is_empty() && self.is_up_to_date() && allowed, || {
                    format!("it voted for {others:?}; {}", self.logs())
                })
            }
            Said::WhyVoteGrantedAsRemembered {} => {
                let forgets = self.voted_for.is_none_or(|other| other == self.candidate);
                claim(forgets && self.is_up_to_date() && allowed, || {
                    format!("it remembers {:?}; {}", self.voted_for, self.logs())
                })
            }
            Said::WhyVoteGrantedDespite {} => {
                claim(state.voted_for == Some(self.candidate), || format!("{state:?}"))
            }
            Said::WhyVoteRefusedVotedItself { term } => {
                claim(voted(node) && term == state.term && !allowed, || {
                    format!("it did not vote for itself in {term:?}")
                })
            }
            Said::WhyVoteRefusedVotedOther { other, term } => {
                let right = other.node().is_some_and(voted) && term == state.term && !allowed;
                claim(right, || format!("it did not vote for {other} in {term:?}"))
            }
            Said::WhyVoteRefusedLog {} => claim(!self.is_up_to_date() && !allowed, || self.logs()),
            Said::WhyVoteRefusedOldTerm { term } => {
                claim(term == self.term && term < state.term && !allowed, || {
                    format!("it asks in {:?}, the voter is in {:?}", self.term, state.term)
                })
            }
            Said::WhyVoteRefusedLeaderAlive {} => {
                claim(hears_leader(moment, node) && !allowed, || {
                    let heard = super::past::contact(moment, node);
                    format!("it heard a leader at {heard:?}")
                })
            }
            Said::WhyVoteRefusedLeads {} => {
                claim(state.role == RoleName::Leader && !allowed, || format!("{:?}", state.role))
            }
            Said::WhyVoteRefusedJustStarted {} => {
                let just = has_just_started(moment, node);
                claim(just && !allowed, || "it started long ago, or heard a leader".into())
            }
            Said::WhyVoteRefusedByRule {} | Said::WhyWouldNotVote {} => {
                claim(refusing(event).is_some(), || "no rule refused".into())
            }
            Said::WhyWouldVote {} => {
                let hears = super::past::surely_hears_leader(moment, node);
                let leads = state.role == RoleName::Leader;
                claim(self.is_up_to_date() && !(hears || leads) && allowed, || {
                    format!("hears a leader: {hears}; {}", self.logs())
                })
            }
            Said::WhyWouldVoteDespite {} => claim(allowed, || "it would not".into()),
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

fn counted(said: &Said, moment: &Moment, state: &NodeState) -> Option<Checked> {
    let groups = groups(&state.membership);
    match *said {
        Said::WhyVoteCounted { needed } => {
            let size = quorum_size(moment.simulation, groups[0].len()) as u64;
            claim(groups.len() == 1 && needed == size, || format!("it needs {size} of {groups:?}"))
        }
        Said::WhyVoteCountedAll { needed } => {
            let members = state.membership.members().len();
            let size = quorum_size(moment.simulation, members) as u64;
            let off = rules_off(moment).contains(Rule::CountOnlyVoters);
            claim(off && needed == size, || format!("it needs {size} of {members}"))
        }
        Said::WhyVoteCountedJointByHalf {} => {
            let is_half = bugs(moment).half_is_enough;
            claim(groups.len() == 2 && is_half, || format!("the voters are {groups:?}"))
        }
        Said::WhyVoteCountedJoint {} => {
            let is_majority = !bugs(moment).half_is_enough;
            claim(groups.len() == 2 && is_majority, || format!("the voters are {groups:?}"))
        }
        _ => None,
    }
}

/// What the answer to a request for votes claims if nothing is known of the decision: nothing but
/// that it was given, or not.
pub(super) fn of_message(said: &Said) -> Option<Checked> {
    match said {
        Said::WhySendsVoteGrantedDespite { .. }
        | Said::WhyWouldVoteDespite {}
        | Said::WhySendsPreVoteRefused { .. }
        | Said::WhySendsVoteRefused { .. } => Some(Ok(())),
        Said::WhySendsPreVoteGranted { .. }
        | Said::WhySendsVoteGranted { .. }
        | Said::WhySendsVoteRefusedVoted { .. }
        | Said::WhySendsVoteRefusedLog { .. }
        | Said::WhySendsVoteRefusedOldTerm { .. }
        | Said::WhySendsVoteRefusedLeader { .. } => claim(false, || "it never decided so".into()),
        _ => None,
    }
}
