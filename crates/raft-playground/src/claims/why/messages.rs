//! Claims about why a message was sent, of one that was sent or delivered or is in transit: what
//! its sender knew when it sent it.

use raft_sim::raft_core::{AppendOutcome, Body, Event, LogIndex, NodeId, Rule, Term};
use raft_sim::{Address, Packet, Record, RoleName};

use super::super::{Checked, Moment, claim};
use super::client_messages;
use super::past::{Sent, bugs, event_of, in_transit, message, running};
use crate::text::Statement;

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    if let Some(checked) = client_messages::lost(said, moment) {
        return Some(checked);
    }
    let (sent, sending) = message(moment).or_else(|| in_transit(moment))?;
    match sent.packet {
        Packet::Raft(message) => {
            let (from, to) = (sent.from.node()?, sent.to.node()?);
            let told = Told { sent, from, to, sending, term: message.term, body: &message.body };
            told.check(said, moment)
        }
        Packet::Request(_) | Packet::Answer(_) => {
            client_messages::check(said, moment, sent, sending)
        }
    }
}

/// A message of the protocol.
struct Told<'a> {
    sent: Sent<'a>,
    from: NodeId,
    to: NodeId,
    /// The record of its sending; none if it is too old to be known.
    sending: Option<&'a Record>,
    term: Term,
    body: &'a Body,
}

impl<'a> Told<'a> {
    #[expect(clippy::too_many_lines, reason = "a list of sentences, each with its truth")]
    fn check(&self, said: &Statement, moment: &Moment<'a>) -> Option<Checked> {
        // What the receiver does follows from the rules at the moment that is asked about.
        let off = super::past::rules_off(moment);
        let role = self.sending.and_then(|sending| Some(sending.state.as_ref()?.role));
        match *said {
            Statement::WhySendsPreVote { from, to } => {
                let right = self.is_between(from, to) && matches!(self.body, Body::PreVote { .. });
                claim(right, || format!("{:?}", self.body))
            }
            Statement::WhySendsVoteRequest { from, to } => {
                let is_request = matches!(self.body, Body::RequestVote { .. });
                let began = self.decisions(moment).any(|(event, _)| {
                    matches!(event, Event::ElectionStarted { term, .. } if *term == self.term)
                });
                claim(self.is_between(from, to) && is_request && began, || "it did not".into())
            }
            Statement::WhySendsHeartbeat { from, to } | Statement::WhySendsEntries { from, to } => {
                let leads =
                    self.leads_now(moment) && role.is_none_or(|role| role == RoleName::Leader);
                let checks = !off.contains(Rule::ConsistencyCheck)
                    || matches!(said, Statement::WhySendsHeartbeat { .. });
                claim(self.is_between(from, to) && leads && checks, || {
                    format!("it is {role:?}; {off:?} are off")
                })
            }
            Statement::WhySendsEntriesUnchecked { from, to } => {
                let leads = self.leads_now(moment);
                let off = off.contains(Rule::ConsistencyCheck);
                claim(self.is_between(from, to) && leads && off, || format!("off: {off}"))
            }
            Statement::WhySendsAsFormerLeader { from, term } => {
                let led = moment.truth.led(self.term, self.from) && term == self.term;
                let leads = role == Some(RoleName::Leader);
                claim(self.sent.from == from && led && !leads, || format!("it is {role:?}"))
            }
            Statement::WhySendsHeartbeatSlow { from } => {
                let slow = !super::elections::are_heartbeats_enough(moment, self.from);
                claim(self.sent.from == from && slow && self.leads_now(moment), || {
                    format!("it is {role:?}; they are frequent enough: {}", !slow)
                })
            }
            Statement::WhySentHeartbeat { from, term } => self.led(moment, from, term, true).into(),
            Statement::WhySentEntries { from, term, to } => {
                let led = self.led(moment, from, term, false);
                claim(self.is_between(from, to), || format!("{:?}", self.body))
                    .map(|checked| checked.and(led))
            }
            Statement::WhySendsTimeoutNow { from, to } => {
                let leads = moment.truth.led(self.term, self.from);
                claim(self.is_between(from, to) && leads, || "it did not lead".into())
            }
            Statement::WhySendsSnapshot { to, from } => {
                claim(self.is_between(from, to), || format!("{:?}", self.body))
                    .map(|checked| checked.and_then(|()| self.has_replaced(moment)))
            }
            Statement::WhySendsSnapshotReply { from, to } => {
                let is_done = matches!(self.body, Body::InstallSnapshotReply { done: true, .. });
                claim(self.is_between(from, to) && !is_done, || "it has all of it".into())
            }
            Statement::WhySendsSnapshotDone { from, to } => {
                let is_done = matches!(self.body, Body::InstallSnapshotReply { done: true, .. });
                claim(self.is_between(from, to) && is_done, || "it needs more".into())
            }
            Statement::WhySendsMatched { from, index, to } => {
                claim(self.is_between(from, to), || format!("{:?}", self.body))
                    .map(|checked| checked.and_then(|()| self.is_on_disk(moment, index)))
            }
            Statement::WhySendsMatchedEarly { index, .. } => {
                let through = self.through();
                claim(through == Some(index) && bugs(moment).hasty_promises, || {
                    format!("{through:?}")
                })
            }
            Statement::WhySendsMatchedNothing { from, to } => {
                claim(self.is_between(from, to) && self.through() == Some(LogIndex::ZERO), || {
                    format!("{:?}", self.body)
                })
            }
            Statement::WhySendsMismatched { from, index, to } => {
                let (decided, differs) = self.rejected(moment, index);
                claim(self.is_between(from, to) && differs, || format!("{decided:?}"))
            }
            Statement::WhyRejectsEntriesByRule {} => {
                let rejects = matches!(
                    self.body,
                    Body::AppendEntriesReply { outcome: AppendOutcome::Mismatched { .. }, .. }
                );
                claim(rejects, || format!("{:?}", self.body))
            }
            Statement::WhySendsStale { to } => {
                let is_to = Address::Node(self.to) == to;
                claim(is_to && !matches!(self.body, Body::RequestVote { .. }), || "no".into())
            }
            Statement::WhySendsReadIndex {} => {
                let is_read =
                    matches!(self.body, Body::ReadIndex { .. } | Body::ReadIndexReply { .. });
                claim(is_read, || format!("{:?}", self.body))
            }
            Statement::WhySendsForward {} => {
                let is_answer = matches!(self.body, Body::ForwardReply { .. });
                let follows = matches!(self.body, Body::Forward { .. })
                    && role.is_none_or(|role| role != RoleName::Leader);
                claim(is_answer || follows, || format!("it is {role:?}: {:?}", self.body))
            }
            _ => self.vote(said, moment),
        }
    }

    /// Whether the sender leads the term of the message at present.
    fn leads_now(&self, moment: &Moment) -> bool {
        running(moment, self.from).is_some_and(|node| node.is_leader() && node.term() == self.term)
    }

    /// The sender had won the term of the message, which is a heartbeat or carries entries.
    fn led(&self, moment: &Moment, from: Address, term: Term, is_heartbeat: bool) -> Checked {
        let is_it = matches!(self.body, Body::AppendEntries { entries, .. }
            if entries.is_empty() == is_heartbeat);
        let led = self.sent.from == from && self.term == term && moment.truth.led(term, self.from);
        if is_it && led { Ok(()) } else { Err(format!("led: {led}; {:?}", self.body)) }
    }

    fn is_between(&self, from: Address, to: Address) -> bool {
        (self.sent.from, self.sent.to) == (from, to)
    }

    fn through(&self) -> Option<LogIndex> {
        match self.body {
            Body::AppendEntriesReply { outcome: AppendOutcome::Matched { through }, .. } => {
                Some(*through)
            }
            _ => None,
        }
    }

    /// What the sender decided before it sent the message, the latest first.
    fn decisions(&self, moment: &Moment<'a>) -> impl Iterator<Item = (&'a Event, &'a Record)> {
        let end = self.sending.map_or(u64::MAX, |sending| sending.seq);
        let end = usize::try_from(end).unwrap_or(usize::MAX).min(moment.truth.records.len());
        let from = Address::Node(self.from);
        let records = moment.truth.records[..end].iter().rev().map(AsRef::as_ref);
        let own = records.filter(move |record: &&Record| record.subject == Some(from));
        own.filter_map(|record| Some((event_of(record)?, record)))
    }

    /// The last time that the sender refused what builds on an index, and whether its log differs
    /// there.
    fn rejected(&self, moment: &Moment<'a>, index: LogIndex) -> (Option<&'a Event>, bool) {
        let mut decisions = self.decisions(moment).map(|(event, _)| event);
        let decided = decisions.find(|event| {
            matches!(event, Event::AppendDecided { previous, .. } if previous.index == index)
        });
        let differs = matches!(decided, Some(Event::AppendDecided { previous, own_term, .. })
            if *own_term != Some(previous.term));
        (decided, differs)
    }

    /// What the sender says that it has is on its disk, if it still can be seen; and it is a voter,
    /// whose copies count.
    fn is_on_disk(&self, moment: &Moment, index: LogIndex) -> Checked {
        if self.through() != Some(index) {
            return Err(format!("{:?}", self.body));
        }
        let is_fresh = self.sending.is_some_and(|sending| sending.at == moment.simulation.now());
        if !is_fresh {
            return Ok(());
        }
        let last = moment.simulation.host(self.from).disk.durable().last().index;
        if last >= index { Ok(()) } else { Err(format!("its disk ends at {last:?}")) }
    }

    /// The sender has replaced what it would send next by a snapshot.
    fn has_replaced(&self, moment: &Moment) -> Checked {
        let is_fresh = self.sending.is_some_and(|sending| sending.at == moment.simulation.now());
        let Some(leader) = running(moment, self.from).filter(|_| is_fresh) else { return Ok(()) };
        let base = leader.log().base().index;
        match self.body {
            Body::InstallSnapshot(chunk) if chunk.last.index <= base => Ok(()),
            other => Err(format!("its log begins after {base:?}: {other:?}")),
        }
    }

    fn vote(&self, said: &Statement, moment: &Moment<'a>) -> Option<Checked> {
        if !matches!(self.body, Body::RequestVoteReply { .. } | Body::PreVoteReply { .. }) {
            return None;
        }
        let asked = |event: &&Event| match (event, self.body) {
            (
                Event::VoteDecided { candidate, term, .. },
                Body::RequestVoteReply { election, .. },
            ) => *candidate == self.to && term == election,
            (Event::PreVoteDecided { candidate, .. }, Body::PreVoteReply { .. }) => {
                *candidate == self.to
            }
            _ => false,
        };
        // Another request may have been decided before the answer to the first was sent.
        let agrees = |event: &Event| {
            super::past::verdict(event)
                .is_some_and(|verdict| verdict.is_allowed() != self.body.is_refusal())
        };
        let decided = self.decisions(moment).find(|(event, _)| asked(event) && agrees(event));
        let (decided, deciding) = decided.unzip();
        let (last, own, before) = match decided {
            Some(Event::VoteDecided { candidate_last, own_last, voted_for, .. }) => {
                (*candidate_last, *own_last, *voted_for)
            }
            Some(Event::PreVoteDecided { candidate_last, own_last, .. }) => {
                (*candidate_last, *own_last, None)
            }
            _ => return super::votes::of_message(said),
        };
        let allowed = super::past::verdict(decided?)?.is_allowed();
        let is_up_to_date = (last.term, last.index) >= (own.term, own.index);
        let truth = || format!("{decided:?}");
        let own_term = deciding?.state.as_ref()?.term;
        let careless =
            moment.truth.rules_off(moment.simulation, self.sending).contains(Rule::CurrentTerm);
        // Another server may have taken its place since.
        let then = Moment { record: deciding, ..*moment };
        let voted = |other: NodeId| {
            then.voted(own_term, self.from, other) || careless && before == Some(other)
        };
        match *said {
            Statement::WhySendsPreVoteGranted { .. } => claim(allowed && is_up_to_date, truth),
            Statement::WhySendsVoteGranted { .. } => {
                let hosts = moment.simulation.hosts().iter().map(|host| host.id);
                let others = hosts.filter(|other| *other != self.to && voted(*other)).count();
                claim(allowed && is_up_to_date && others == 0, truth)
            }
            Statement::WhyVoteGrantedAsRemembered {} => {
                claim(allowed && is_up_to_date && before.is_none_or(|of| of == self.to), truth)
            }
            Statement::WhySendsVoteGrantedDespite { .. } | Statement::WhyWouldVoteDespite {} => {
                claim(allowed, truth)
            }
            Statement::WhySendsVoteRefusedVoted { other, term: of, .. } => {
                claim(!allowed && of == own_term && other.node().is_some_and(voted), truth)
            }
            Statement::WhySendsVoteRefusedItself { term: of, .. } => {
                claim(!allowed && of == own_term && voted(self.from), truth)
            }
            Statement::WhyVoteRefusedJustStarted {} => {
                let moment = Moment { record: self.sending, ..*moment };
                claim(!allowed && super::past::has_just_started(&moment, self.from), truth)
            }
            Statement::WhySendsVoteRefusedLog { .. } => claim(!allowed && !is_up_to_date, truth),
            Statement::WhySendsVoteRefusedOldTerm { .. } => {
                let asked = match decided? {
                    Event::VoteDecided { term, .. } | Event::PreVoteDecided { term, .. } => *term,
                    _ => return None,
                };
                claim(!allowed && own_term > asked, truth)
            }
            Statement::WhySendsVoteRefusedLeader { .. } => {
                let by = super::past::refusing(decided?);
                // It may wait for the disk before it answers.
                let moment = Moment { record: deciding, ..*moment };
                let hears = super::past::hears_leader(&moment, self.from);
                claim(by == Some(Rule::LeaderAlive) && hears, truth)
            }
            Statement::WhySendsVoteRefusedLeads { from } => {
                let state = self.sending.and_then(|sending| sending.state.as_ref());
                let leads = state.is_some_and(|state| state.role == RoleName::Leader);
                claim(!allowed && leads && self.sent.from == from, truth)
            }
            Statement::WhySendsPreVoteRefused { .. } | Statement::WhySendsVoteRefused { .. } => {
                claim(!allowed, truth)
            }
            _ => None,
        }
    }
}
