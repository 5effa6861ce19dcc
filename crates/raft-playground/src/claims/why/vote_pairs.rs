//! Claims about why one node votes for another or does not, at present.

use raft_sim::raft_core::{Body, Node, Role, Rule};
use raft_sim::{Address, Packet, Process, RecordKind, Time};

use super::super::arithmetic::passes;
use super::super::{Checked, Moment, claim};
use super::past::{event_of, hears_leader, refusing, running};
use crate::intent::Question;
use crate::text::Said;

pub(super) fn check(said: &Said, moment: &Moment) -> Option<Checked> {
    let Some(Question::Vote { voter, candidate }) = moment.question else { return None };
    let (votes, stands) = (voter.node()?, candidate.node()?);
    let (own, asking) = (running(moment, votes), running(moment, stands));
    match *said {
        Said::WhyCandidateStopped { .. } => claim(asking.is_none(), || "it runs".into()),
        Said::WhyVoterStopped { .. } => claim(own.is_none(), || "it runs".into()),
        Said::WhyVoterFrozen { .. } => {
            let process = moment.simulation.host(votes).process.as_ref();
            claim(process.is_some_and(Process::is_paused), || "it is not frozen".into())
        }
        _ => Pair { voter: own?, candidate: asking? }.check(said, moment),
    }
}

/// Two running nodes.
struct Pair<'a> {
    voter: &'a Node,
    candidate: &'a Node,
}

impl Pair<'_> {
    fn check(&self, said: &Said, moment: &Moment) -> Option<Checked> {
        let (voter, candidate) = (self.voter, self.candidate);
        let term = candidate.term();
        let voted = |other: Address| {
            other.node().is_some_and(|other| moment.witness.voted(term, voter.id(), other))
        };
        match *said {
            Said::WhyVotes { .. } => {
                claim(voted(candidate.id().into()), || format!("not in {term:?}"))
            }
            Said::WhyDoesNotVote { .. } => {
                let has = voter.term() == term && voter.voted_for() == Some(candidate.id());
                claim(!has, || format!("it has voted for it in {term:?}"))
            }
            Said::WhyGaveVote { term: told, .. } => {
                let gave = moment.witness.voted(told, voter.id(), candidate.id());
                claim(gave, || format!("not in {told:?}"))
            }
            Said::WhyNotACandidate { .. } => claim(!self.asks(), || format!("{:?}", candidate.role())),
            Said::WhyCandidateOldTerm { .. } => {
                claim(self.asks() && term < voter.term(), || format!("{term:?}"))
            }
            Said::WhyVotedItself { .. } => {
                claim(voted(voter.id().into()) && voter.term() == term, || {
                    format!("it is in {:?}", voter.term())
                })
            }
            Said::WhyVotedOther { other, .. } => {
                claim(voted(other) && voter.term() == term, || format!("not in {term:?}"))
            }
            Said::WhyVoterLogNewer { .. } => {
                let (own, theirs) = (voter.log().last(), candidate.log().last());
                claim((own.term, own.index) > (theirs.term, theirs.index), || {
                    format!("the logs end at {own:?} and {theirs:?}")
                })
            }
            Said::WhyVoterHearsLeader { .. } => {
                let hears = hears_leader(moment, voter.id()) == Ok(true) || voter.is_leader();
                let refused = self.refused(moment) == Some(Rule::LeaderAlive);
                claim(hears || refused, || "it hears no leader".into())
            }
            Said::WhyCannotExchange { .. } => {
                let passes = |one: &Node, other: &Node| passes(moment.simulation, one.id(), other.id());
                let either = passes(candidate, voter) || passes(voter, candidate);
                claim(!either, || "messages pass one way".into())
            }
            Said::WhyVoteInTransit {} => {
                let transit = self.in_transit(moment);
                claim(transit, || "no such message is in transit".into())
            }
            Said::WhyVoteWaitsForDisk { node } => {
                let writing = moment.simulation.host(node.node()?).disk.under_way().next().is_some();
                claim(writing, || format!("{node} writes nothing"))
            }
            Said::WhyVoteLost {} => {
                let lost = self.lost(moment);
                claim(lost, || "no such message was lost".into())
            }
            Said::WhySendsVoteRefused { .. } | Said::WhySendsPreVoteRefused { .. } => {
                let by = self.refused(moment);
                claim(by.is_some(), || "it has not refused".into())
            }
            _ => None,
        }
    }

    fn asks(&self) -> bool {
        matches!(self.candidate.role(), Role::Candidate { .. } | Role::PreCandidate { .. })
    }

    /// The rule by which the voter last refused the candidate.
    fn refused(&self, moment: &Moment) -> Option<Rule> {
        let decided = moment.witness.decision(self.voter.id(), self.candidate.id())?;
        refusing(event_of(decided)?)
    }

    fn is_about(&self, from: Address, to: Address, packet: &Packet) -> bool {
        let ends = [Address::Node(self.voter.id()), Address::Node(self.candidate.id())];
        let Packet::Raft(message) = packet else { return false };
        ends.contains(&from)
            && ends.contains(&to)
            && match message.body {
                Body::PreVote { .. } | Body::RequestVote { .. } => from == ends[1],
                Body::PreVoteReply { .. } | Body::RequestVoteReply { .. } => from == ends[0],
                _ => false,
            }
    }

    fn in_transit(&self, moment: &Moment) -> bool {
        let mut messages = moment.simulation.network().messages();
        messages.any(|flight| {
            flight.death.is_none() && self.is_about(flight.from, flight.to, &flight.packet)
        })
    }

    /// Whether a request or an answer was lost, or will be, since the candidate began to ask.
    fn lost(&self, moment: &Moment) -> bool {
        let mut messages = moment.simulation.network().messages();
        let dying = messages.any(|flight| {
            flight.death.is_some() && self.is_about(flight.from, flight.to, &flight.packet)
        });
        let began = self.began(moment);
        let recent = moment.witness.records.iter().rev().take_while(|record| record.at >= began);
        let lost = recent.filter(|record| match &record.kind {
            RecordKind::Lost { envelope, .. } => {
                self.is_about(envelope.from, envelope.to, &envelope.packet)
            }
            _ => false,
        });
        dying || lost.count() > 0
    }

    fn began(&self, moment: &Moment) -> Time {
        use raft_sim::raft_core::Event;
        let mut own = moment.witness.records.iter().rev().filter(|record| {
            record.subject == Some(self.candidate.id().into())
        });
        let began = own.find(|record| {
            matches!(
                event_of(record),
                Some(Event::ElectionStarted { .. } | Event::PreVoteStarted { .. })
            )
        });
        began.map_or(Time(0), |record| record.at)
    }
}

