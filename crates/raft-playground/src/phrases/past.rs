//! The past of a record: its causes, and whether a user or a script gave the command.

use std::rc::Rc;

use raft_sim::raft_core::{Body, Event, LogIndex, Message, NodeId, Rule, Term};
use raft_sim::{
    Address, Command, Envelope, MessageId, NodeState, Packet, Record, RecordKind, Simulation, Time,
    TimedCommand,
};

use crate::query;

/// What is known about how something came about.
#[derive(Clone, Copy)]
pub(crate) struct Past<'a> {
    /// The cluster as it is now.
    pub(crate) simulation: &'a Simulation,
    /// The commands that the run had when it was opened. The user gave all others.
    pub(crate) script: &'a [TimedCommand],
    /// The records that are still known, each part in order.
    pub(crate) records: [&'a [Rc<Record>]; 2],
}

/// The source of a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Author {
    /// The user.
    User,
    /// The script of the run.
    Script,
}

impl<'a> Past<'a> {
    /// The known records, the latest first.
    pub(super) fn backwards(&self) -> impl Iterator<Item = &'a Record> + use<'a> {
        let [memorable, recent] = self.records;
        recent.iter().rev().chain(memorable.iter().rev()).map(Rc::as_ref)
    }

    /// What brought a record about, if that is still known.
    pub(super) fn cause(&self, record: &Record) -> Option<&'a RecordKind> {
        self.caused_by(record).map(|cause| &cause.kind)
    }

    /// The record of what brought a record about, if that is still known.
    pub(super) fn caused_by(&self, record: &Record) -> Option<&'a Record> {
        let cause = record.cause?;
        self.backwards().find(|other| other.seq == cause)
    }

    /// The message of another node from which a record follows, and its sender.
    pub(super) fn message(&self, record: &Record) -> Option<(Address, &'a Message)> {
        let Some(RecordKind::Delivered(envelope)) = self.cause(record) else { return None };
        match &envelope.packet {
            Packet::Raft(message) => Some((envelope.from, message)),
            _ => None,
        }
    }

    /// The message of another node from which a record follows: its sender, and what it says.
    pub(super) fn delivered(&self, record: &Record) -> Option<(Address, &'a Body)> {
        self.message(record).map(|(from, message)| (from, &message.body))
    }

    /// What else the node decided for the same cause.
    pub(super) fn decided_with(&self, record: &Record) -> impl Iterator<Item = &'a Event> {
        let (cause, place) = (record.cause, record.subject);
        let is_of = move |other: &&Record| {
            cause.is_some() && (other.cause, other.subject) == (cause, place)
        };
        self.backwards().filter(is_of).filter_map(|other| event_of(other))
    }

    /// The source of a command at an instant; none if there was no such command.
    pub(super) fn author(&self, at: Time, is_it: impl Fn(&Command) -> bool) -> Option<Author> {
        let mut then = query::commands_until(self.simulation, at).rev();
        let timed = then.find(|timed| timed.at == at && is_it(&timed.command))?;
        Some(if self.script.contains(timed) { Author::Script } else { Author::User })
    }

    /// The source of the command that made an election timer run out, if a command did.
    pub(super) fn forced(&self, record: &Record) -> Option<Author> {
        let node = record.subject?;
        let timed_out = || self.author(record.at, |command| *command == Command::TimeOut(node));
        match self.cause(record) {
            Some(RecordKind::TimerFired(_)) => self.timer_set(node, record.at),
            Some(RecordKind::Commanded(Command::TimeOut(of))) if *of == node => timed_out(),
            Some(_) => None,
            // The cause is forgotten, but the run keeps its commands.
            None => timed_out().or_else(|| self.timer_set(node, record.at)),
        }
    }

    /// The source of the command that set a node's election timer to run out at an instant, if a
    /// command did.
    pub(super) fn timer_set(&self, node: Address, at: Time) -> Option<Author> {
        let set = query::commands_until(self.simulation, at).rev().find(|timed| {
            matches!(timed.command, Command::Timer { node: of, after }
                if of == node && timed.at + after == at)
        })?;
        self.author(set.at, |command| *command == set.command)
    }

    /// The source of the command that dropped a message.
    pub(super) fn dropped_by(&self, envelope: &Envelope, at: Time) -> Option<Author> {
        let mut until = query::commands_until(self.simulation, at).rev();
        let timed = until.find(|timed| match timed.command {
            Command::Drop(message) => message == envelope.message,
            Command::DropNext { from, to, .. } => (from, to) == (envelope.from, envelope.to),
            _ => false,
        })?;
        Some(if self.script.contains(timed) { Author::Script } else { Author::User })
    }

    /// Whether a timer ran out while its node was frozen, and counts now that the node goes on.
    pub(super) fn resumed(&self, record: &Record) -> bool {
        record.subject.is_some_and(|node| {
            self.author(record.at, |command| *command == Command::Resume(node)).is_some()
        })
    }

    /// Whether the message that caused a record may say that the leader has committed up to an
    /// index: it does, or it is forgotten.
    pub(super) fn may_be_told_commit(&self, record: &Record, index: LogIndex) -> bool {
        self.cause(record).is_none()
            || matches!(self.delivered(record),
                Some((_, Body::AppendEntries { leader_commit, .. })) if *leader_commit >= index)
    }

    /// How a node last learned, before a record, that there may be a leader; none if that is not
    /// known any more.
    pub(super) fn heard_leader(&self, node: NodeId, before: u64) -> Option<HeardLeader> {
        // Only of the last records none is forgotten.
        let recent = self.records[1].iter().rev().map(Rc::as_ref);
        let hears_all = |record: &Record| {
            query::rules_off(self.simulation, record.at).contains(Rule::CurrentTerm)
        };
        let own =
            recent.filter(|record| record.subject == Some(node.into()) && record.seq < before);
        own.into_iter().find_map(|record| match &record.kind {
            RecordKind::Protocol(Event::Booted { .. }) => Some(HeardLeader::JustStarted),
            RecordKind::Delivered(envelope) => match &envelope.packet {
                Packet::Raft(Message {
                    term,
                    body: Body::AppendEntries { .. } | Body::InstallSnapshot(_),
                }) if record.state.as_ref().is_none_or(|state| *term >= state.term)
                    || hears_all(record) =>
                {
                    Some(HeardLeader::Message)
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The known records of a node before one of this number, the latest first.
    pub(super) fn before(
        &self,
        node: NodeId,
        before: u64,
    ) -> impl Iterator<Item = &'a Record> + use<'a> {
        let own =
            move |record: &&Record| record.subject == Some(node.into()) && record.seq < before;
        self.backwards().filter(own)
    }

    /// The record of a message's sending, if that is still known.
    pub(super) fn sending(&self, message: MessageId) -> Option<&'a Record> {
        self.backwards().find(|record| match &record.kind {
            RecordKind::Sent(envelope) | RecordKind::Duplicated(envelope) => {
                envelope.message == message
            }
            _ => false,
        })
    }

    /// The last vote that a node decided, before a record, about a candidate of a term, or would
    /// decide; and the node's state after that.
    pub(super) fn vote(
        &self,
        (voter, before): (NodeId, u64),
        (candidate, in_term): (NodeId, Term),
        is_pre_vote: bool,
    ) -> Option<(&'a Event, &'a NodeState)> {
        self.before(voter, before).find_map(|record| {
            let event = event_of(record)?;
            let is_wanted = match *event {
                Event::VoteDecided { candidate: other, term, .. } => {
                    !is_pre_vote && (other, term) == (candidate, in_term)
                }
                Event::PreVoteDecided { candidate: other, .. } => is_pre_vote && other == candidate,
                _ => false,
            };
            is_wanted.then_some((event, record.state.as_ref()?))
        })
    }
}

/// How a node learned that there may be a leader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HeardLeader {
    /// A leader of its term sent a message to it.
    Message,
    /// It started, and may have answered a leader before (diss. §6.4.1).
    JustStarted,
}

pub(super) fn event_of(record: &Record) -> Option<&Event> {
    match &record.kind {
        RecordKind::Protocol(event) => Some(event),
        _ => None,
    }
}
