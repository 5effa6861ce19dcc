//! Claims about why one node votes for another or does not, at present.

use raft_sim::raft_core::{Body, Event, Node, Role, Rule, Verdict};
use raft_sim::{Address, Packet, Process, Record, RecordKind, RoleName, Time};

use super::super::arithmetic::voters;
use super::super::{Checked, Moment, claim};
use super::past::{event_of, hears_leader, refusing, running};
use crate::intent::Question;
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let Some(Question::Vote { voter, candidate }) = moment.question else { return None };
    let (votes, stands) = (voter.node()?, candidate.node()?);
    let (own, asking) = (running(moment, votes), running(moment, stands));
    match *said {
        Statement::WhyCandidateStopped { .. } => claim(asking.is_none(), || "it runs".into()),
        Statement::WhyVoterStopped { .. } => claim(own.is_none(), || "it runs".into()),
        Statement::WhyVoterFrozen { .. } => {
            let process = moment.simulation.host(votes).process.as_ref();
            claim(process.is_some_and(Process::is_frozen), || "it is not frozen".into())
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
    fn check(&self, said: &Statement, moment: &Moment) -> Option<Checked> {
        let (voter, candidate) = (self.voter, self.candidate);
        let term = candidate.term();
        // With this rule off, a vote may answer a request of an older term.
        let careless = voter.config().waived.contains(Rule::CurrentTerm);
        let voted = |other: Address| {
            other.node().is_some_and(|other| {
                moment.voted(term, voter.id(), other)
                    || careless && voter.voted_for() == Some(other)
            })
        };
        match *said {
            Statement::WhyVotes { .. } => {
                claim(voted(candidate.id().into()), || format!("not in {term:?}"))
            }
            Statement::WhyDoesNotVote { .. } => {
                let has = voter.term() == term && voter.voted_for() == Some(candidate.id());
                claim(!has, || format!("it has voted for it in {term:?}"))
            }
            Statement::WhyGaveVote { term: told, .. } => {
                let gave = voted(candidate.id().into()) && told == term;
                claim(gave, || format!("not in {told:?}"))
            }
            Statement::WhyNotACandidate { .. } => {
                claim(!self.asks(), || format!("{:?}", candidate.role()))
            }
            Statement::WhyCandidateOldTerm { .. } => {
                claim(self.asks() && term < voter.term(), || format!("{term:?}"))
            }
            Statement::WhyVotedItself { .. } => {
                claim(voted(voter.id().into()) && voter.term() == term, || {
                    format!("it is in {:?}", voter.term())
                })
            }
            Statement::WhyVotedOther { other, .. } => {
                claim(voted(other) && voter.term() == term, || format!("not in {term:?}"))
            }
            Statement::WhyVoterLogNewer { .. } => {
                let (own, theirs) = (voter.log().last(), candidate.log().last());
                claim((own.term, own.index) > (theirs.term, theirs.index), || {
                    format!("the logs end at {own:?} and {theirs:?}")
                })
            }
            Statement::WhyVoterHearsLeader { .. } | Statement::WhyVoteRequestIgnored { .. } => {
                let decided = self.ignored(moment);
                let then = Moment { record: decided, question: None, ..*moment };
                let hears = hears_leader(&then, voter.id())
                    || decided.is_some_and(|record| {
                        record.state.as_ref().is_some_and(|state| state.role == RoleName::Leader)
                    });
                let ignored = decided.is_some();
                let needs_leader = matches!(said, Statement::WhyVoterHearsLeader { .. });
                claim(ignored && (hears || !needs_leader), || {
                    format!("it ignored it: {ignored}, heard a leader: {hears}")
                })
            }
            Statement::WhyDirectionCut { from, to } => {
                let up = moment.simulation.network().is_up(from, to);
                claim(up == Some(false), || format!("it is up: {up:?}"))
            }
            Statement::WhyNotAsked { .. } => {
                let voters = voters(candidate.membership());
                claim(!voters.contains(&voter.id()), || format!("it asks {voters:?}"))
            }
            Statement::WhyPromised { .. } | Statement::WhyWouldVoteFor { .. } => {
                let promised = matches!(candidate.role(), Role::PreCandidate { votes }
                    | Role::Candidate { votes } if votes.get(voter.id()) == Some(&true));
                claim(promised, || format!("{:?}", candidate.role()))
            }
            _ => self.exchanged(said, moment),
        }
    }

    /// What became of the request or the answer.
    fn exchanged(&self, said: &Statement, moment: &Moment) -> Option<Checked> {
        let (voter, candidate) = (self.voter, self.candidate);
        match *said {
            Statement::WhyVoteRequestInTransit { .. } => {
                let transit = self.in_transit(moment, true);
                claim(transit, || "no request is in transit".into())
            }
            Statement::WhyVoteAnswerInTransit { .. } => {
                let transit = self.in_transit(moment, false);
                claim(transit, || "no answer is in transit".into())
            }
            Statement::WhyVoteWaitsForDisk { node } => {
                let writing =
                    moment.simulation.host(node.node()?).disk.under_way().next().is_some();
                claim(writing, || format!("{node} writes nothing"))
            }
            Statement::WhyVoteRequestLost { .. } => {
                let lost = self.lost(moment, true);
                claim(lost, || "no request was lost".into())
            }
            Statement::WhyVoteAnswerLost { .. } => {
                let lost = self.lost(moment, false);
                claim(lost, || "no answer was lost".into())
            }
            Statement::WhyRefusedEarlier { .. } => {
                let refused = matches!(candidate.role(), Role::PreCandidate { votes }
                    | Role::Candidate { votes } if votes.get(voter.id()) == Some(&false));
                claim(refused, || format!("{:?}", candidate.role()))
            }
            Statement::WhyNoAnswerYet { .. } => {
                let has = matches!(candidate.role(), Role::PreCandidate { votes }
                    | Role::Candidate { votes } if votes.get(voter.id()).is_some());
                claim(!has, || "it has answered".into())
            }
            Statement::WhySendsVoteRefused { .. } | Statement::WhySendsPreVoteRefused { .. } => {
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
        let decided = moment.truth.decision(self.voter.id(), self.candidate.id())?;
        refusing(event_of(decided)?)
    }

    /// The record of the voter's ignoring of the candidate's request for a vote in its term.
    fn ignored<'a>(&self, moment: &Moment<'a>) -> Option<&'a Record> {
        if !matches!(self.candidate.role(), Role::Candidate { .. }) {
            return None;
        }
        let mut records = moment.truth.records.iter().rev().map(AsRef::as_ref);
        records.find(|record: &&Record| {
            record.subject == Some(self.voter.id().into())
                && matches!(event_of(record), Some(Event::Ignored {
                    from, term, verdict: Verdict::Refuse(Rule::LeaderAlive), ..
                }) if (*from, *term) == (self.candidate.id(), self.candidate.term()))
        })
    }

    fn is_about(&self, is_request: bool, from: Address, to: Address, packet: &Packet) -> bool {
        let ends = [Address::Node(self.voter.id()), Address::Node(self.candidate.id())];
        let Packet::Raft(message) = packet else { return false };
        ends.contains(&from)
            && ends.contains(&to)
            && match (self.candidate.role(), &message.body) {
                (Role::Candidate { .. }, Body::RequestVote { .. })
                | (Role::PreCandidate { .. }, Body::PreVote { .. }) => {
                    is_request && from == ends[1] && message.term == self.candidate.term()
                }
                (Role::Candidate { .. }, Body::RequestVoteReply { election, .. }) => {
                    !is_request && from == ends[0] && *election == self.candidate.term()
                }
                (Role::PreCandidate { .. }, Body::PreVoteReply { .. }) => {
                    !is_request && from == ends[0]
                }
                _ => false,
            }
    }

    fn in_transit(&self, moment: &Moment, is_request: bool) -> bool {
        let mut messages = moment.simulation.network().messages();
        messages.any(|flight| self.is_about(is_request, flight.from, flight.to, &flight.packet))
    }

    /// Whether a request or an answer was lost since the candidate began to ask.
    fn lost(&self, moment: &Moment, is_request: bool) -> bool {
        let began = self.began(moment);
        let recent = moment.truth.records.iter().rev().take_while(|record| record.at >= began);
        let lost = recent.filter(|record| match &record.kind {
            RecordKind::Lost { envelope, .. } => {
                self.is_about(is_request, envelope.from, envelope.to, &envelope.packet)
            }
            _ => false,
        });
        lost.count() > 0
    }

    fn began(&self, moment: &Moment) -> Time {
        let mut own = moment
            .truth
            .records
            .iter()
            .rev()
            .filter(|record| record.subject == Some(self.candidate.id().into()));
        let began = own.find(|record| {
            matches!(
                event_of(record),
                Some(Event::ElectionStarted { .. } | Event::PreVoteStarted { .. })
            )
        });
        began.map_or(Time(0), |record| record.at)
    }
}
