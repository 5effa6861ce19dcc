//! The moment of a record, seen from then or from later: only the records up to it count.

use raft_sim::raft_core::{Config, Event, LogIndex, Node, NodeId, Rule, RuleSet, Term, Verdict};
use raft_sim::{
    Address, Clock, Command, Envelope, InjectedBugs, MessageId, NodeState, Packet, Record,
    RecordKind, Time,
};

use super::super::truth::Heard;
use super::super::{Checked, Moment};
use crate::intent::Question;

/// A decision of a node: the event, the node, and its state right after.
#[derive(Clone, Copy)]
pub(super) struct Decided<'a> {
    pub(super) event: &'a Event,
    pub(super) node: NodeId,
    pub(super) state: &'a NodeState,
    pub(super) record: &'a Record,
}

/// The decision that a record reports.
pub(super) fn decided<'a>(moment: &Moment<'a>) -> Option<Decided<'a>> {
    let record = moment.record?;
    let RecordKind::Protocol(event) = &record.kind else { return None };
    let (node, state) = (record.subject?.node()?, record.state.as_ref()?);
    Some(Decided { event, node, state, record })
}

/// The rules that were off.
pub(super) fn rules_off(moment: &Moment) -> RuleSet {
    moment.truth.rules_off(moment.simulation, moment.record)
}

/// The bugs that are injected.
pub(super) fn bugs(moment: &Moment) -> InjectedBugs {
    moment.simulation.run().scenario.injected_bugs
}

/// Whether anything in the run could break a guarantee: a rule that was off, an injected bug, or a
/// disk that lost what it had acknowledged.
pub(super) fn is_faulty(moment: &Moment) -> bool {
    moment.truth.ever_off(moment.simulation) != RuleSet::EMPTY
        || bugs(moment) != InjectedBugs::default()
        || !moment.simulation.lost_tails().is_empty()
}

/// How a node is set up.
pub(super) fn config<'a>(moment: &Moment<'a>, node: NodeId) -> Option<&'a Config> {
    Some(running(moment, node)?.config())
}

/// A node, if it runs now.
pub(super) fn running<'a>(moment: &Moment<'a>, node: NodeId) -> Option<&'a Node> {
    Some(&moment.simulation.hosts().get(node.0 as usize)?.process.as_ref()?.node)
}

/// Whether no record is newer than the one that was asked about, so that nodes are still as then.
pub(super) fn is_fresh(moment: &Moment) -> bool {
    moment.record.is_none_or(|record| record.at == moment.simulation.now())
}

/// The records before a moment that happened to a node, the latest first.
pub(super) fn before<'a>(moment: &Moment<'a>, node: NodeId) -> impl Iterator<Item = &'a Record> {
    let end = moment.record.map_or(u64::MAX, |record| record.seq);
    let end = usize::try_from(end).unwrap_or(usize::MAX).min(moment.truth.records.len());
    let records = moment.truth.records[..end].iter().rev().map(AsRef::as_ref);
    records.filter(move |record: &&Record| record.subject == Some(node.into()))
}

/// The events of a node for the same cause as a record, before and after it.
pub(super) fn together<'a>(moment: &Moment<'a>, of: &'a Record) -> Vec<&'a Event> {
    let records = &moment.truth.records;
    let place = usize::try_from(of.seq).unwrap_or_default();
    let is_near = |other: &&Record| other.at == of.at;
    let later = records[place..].iter().map(AsRef::as_ref).take_while(is_near);
    let earlier = records[..place].iter().rev().map(AsRef::as_ref).take_while(is_near);
    let same = earlier.chain(later).filter(|other: &&Record| {
        other.cause.is_some() && (other.cause, other.subject) == (of.cause, of.subject)
    });
    same.filter_map(event_of).collect()
}

pub(super) fn event_of(record: &Record) -> Option<&Event> {
    match &record.kind {
        RecordKind::Protocol(event) => Some(event),
        _ => None,
    }
}

/// When a node last started or heard a leader of its term.
fn heard(moment: &Moment, node: NodeId) -> Option<Heard> {
    moment.truth.heard_before(node, moment.record.map_or(u64::MAX, |record| record.seq))
}

/// When a node last heard a leader of its term, if it has since it started.
pub(super) fn contact(moment: &Moment, node: NodeId) -> Option<Time> {
    heard(moment, node).filter(|heard| !heard.is_start).map(|heard| heard.at)
}

/// The moment of the record, or now.
pub(super) fn at(moment: &Moment) -> Time {
    moment.record.map_or(moment.simulation.now(), |record| record.at)
}

/// The clock of a node at the moment of the record, or now.
fn clock(moment: &Moment, node: NodeId) -> Clock {
    let then = moment.record.and_then(|record| moment.truth.clock(node, record));
    then.unwrap_or(moment.simulation.host(node).clock)
}

/// How long ago something was, by the clock of the run and by that of a node.
fn ago(moment: &Moment, node: NodeId, heard: Heard) -> [u64; 2] {
    let clock = clock(moment, node);
    let true_time = at(moment).since(heard.at).0;
    let by_rate = true_time * u64::from(clock.rate_permille()) / 1000;
    [true_time, by_rate.max(clock.at(at(moment)).since(heard.clock).0)]
}

/// No leader was heard for a span, by true time or by the node's clock.
pub(super) fn is_silent(moment: &Moment, node: NodeId, span_us: u64) -> Checked {
    let Some(heard) = heard(moment, node).filter(|heard| !heard.is_start) else { return Ok(()) };
    let silent = ago(moment, node, heard);
    if silent.into_iter().max() >= Some(span_us.saturating_sub(1000)) {
        Ok(())
    } else {
        Err(format!("{node:?} heard a leader {silent:?} us before"))
    }
}

/// Whether something was less than the shortest election timeout ago, by the node's clock.
fn is_recent(moment: &Moment, node: NodeId, heard: Heard) -> bool {
    let timeout = config(moment, node).map_or_else(
        || moment.simulation.run().scenario.election_timeout.min.0,
        |config| config.election_timeout.min.0,
    );
    let clock = clock(moment, node);
    let by_rate = at(moment).since(heard.at).0 * u64::from(clock.rate_permille()) / 1000;
    by_rate.min(clock.at(at(moment)).since(heard.clock).0) <= timeout
}

/// Whether a node heard a leader less than the shortest election timeout ago, by its clock.
pub(super) fn hears_leader(moment: &Moment, node: NodeId) -> bool {
    heard(moment, node).is_some_and(|heard| !heard.is_start && is_recent(moment, node, heard))
}

/// Whether a node surely heard a leader less than the shortest election timeout ago, however its
/// clock was changed meanwhile.
pub(super) fn surely_hears_leader(moment: &Moment, node: NodeId) -> bool {
    let timeout = config(moment, node).map_or(0, |config| config.election_timeout.min.0);
    let heard = heard(moment, node).filter(|heard| !heard.is_start);
    heard.is_some_and(|heard| ago(moment, node, heard).into_iter().all(|ago| ago < timeout))
}

/// Whether a node started less than the shortest election timeout ago, by its clock, and has heard
/// no leader since.
pub(super) fn has_just_started(moment: &Moment, node: NodeId) -> bool {
    heard(moment, node).is_some_and(|heard| heard.is_start && is_recent(moment, node, heard))
}

/// The message that an answer is about: its envelope, and the record of its sending.
pub(super) fn message<'a>(moment: &Moment<'a>) -> Option<(Sent<'a>, Option<&'a Record>)> {
    let sent = match (&moment.record?.kind, moment.question) {
        (RecordKind::Sent(envelope) | RecordKind::Delivered(envelope), _) => Sent::of(envelope),
        _ => return None,
    };
    Some((sent, moment.truth.sending(sent.id)))
}

/// The message in transit that was asked about.
pub(super) fn in_transit<'a>(moment: &Moment<'a>) -> Option<(Sent<'a>, Option<&'a Record>)> {
    let Some(Question::Message(number)) = moment.question else { return None };
    let flight = moment.simulation.network().message(MessageId(number))?;
    let sent = Sent { id: flight.id, from: flight.from, to: flight.to, packet: &flight.packet };
    Some((sent, moment.truth.sending(flight.id)))
}

/// A message, wherever it is.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) id: MessageId,
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) packet: &'a Packet,
}

impl<'a> Sent<'a> {
    fn of(envelope: &'a Envelope) -> Self {
        let Envelope { message, from, to, ref packet } = *envelope;
        Self { id: message, from, to, packet }
    }
}

/// The command that made a node's election timer run out, and whether a person gave it.
pub(super) fn forced(moment: &Moment, node: NodeId) -> Option<bool> {
    let now = at(moment);
    let node = Address::Node(node);
    let record = moment.record?;
    if let Some(by) = moment.truth.cause(record)
        && matches!(&by.kind, RecordKind::Commanded(Command::TimeOut(of)) if *of == node)
    {
        return Some(moment.truth.is_by_hand(by));
    }
    let set = moment.truth.timer_set(node, now, record.seq)?;
    Some(moment.truth.is_by_hand(set))
}

/// The rule by which the record's event was refused.
pub(super) fn refusing(event: &Event) -> Option<Rule> {
    match verdict(event)? {
        Verdict::Refuse(rule) => Some(rule),
        _ => None,
    }
}

/// The verdict of an event.
pub(super) fn verdict(event: &Event) -> Option<Verdict> {
    Some(match event {
        Event::Ignored { verdict, .. }
        | Event::StandDecided { verdict }
        | Event::PreVoteDecided { verdict, .. }
        | Event::VoteDecided { verdict, .. }
        | Event::AppendDecided { verdict, .. }
        | Event::CommitDecided { verdict, .. }
        | Event::Committed { verdict, .. }
        | Event::ReadDecided { verdict, .. }
        | Event::SnapshotInstalled { verdict, .. }
        | Event::ChangeDecided { verdict } => *verdict,
        _ => return None,
    })
}

/// A range of indexes that both logs hold, as far as neither is replaced by a snapshot, has the
/// same terms.
pub(super) fn agree(one: &Node, other: &Node, last: LogIndex) -> Checked {
    let mut index = one.log().base().index.max(other.log().base().index).next();
    while index <= last {
        let terms = (one.log().term_at(index), other.log().term_at(index));
        if terms.0.is_some() && terms.1.is_some() && terms.0 != terms.1 {
            return Err(format!("at {index:?} the logs have {terms:?}"));
        }
        index = index.next();
    }
    Ok(())
}

/// The term of a message that caused a record.
pub(super) fn told(moment: &Moment) -> Option<(NodeId, Term)> {
    moment.truth.message(moment.record?).map(|(from, term, _)| (from, term))
}
