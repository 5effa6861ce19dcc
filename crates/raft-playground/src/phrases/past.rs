//! The past of a record: its causes, and whether a user or a script gave the command.

use std::rc::Rc;

use raft_sim::raft_core::{Body, Event, Message, NodeId, Term};
use raft_sim::{Address, Command, Packet, Record, RecordKind, Simulation, Time, TimedCommand};

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
    fn backwards(&self) -> impl Iterator<Item = &'a Record> {
        let [memorable, recent] = self.records;
        recent.iter().rev().chain(memorable.iter().rev()).map(Rc::as_ref)
    }

    /// What brought a record about, if that is still known.
    pub(super) fn cause(&self, record: &Record) -> Option<&'a RecordKind> {
        let cause = record.cause?;
        self.backwards().find(|other| other.seq == cause).map(|cause| &cause.kind)
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

    /// The last event at a node, from a moment backwards, for which something holds.
    pub(super) fn last_event(
        &self,
        node: NodeId,
        until: Time,
        is_wanted: impl Fn(&Event) -> bool,
    ) -> Option<&'a Event> {
        let at_node =
            move |other: &&Record| other.subject == Some(node.into()) && other.at <= until;
        self.backwards().filter(at_node).filter_map(event_of).find(|event| is_wanted(event))
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
        if matches!(self.cause(record), Some(RecordKind::TimerFired(_))) {
            return self.timer_set(node, record.at);
        }
        self.author(record.at, |command| *command == Command::TimeOut(node))
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

    /// The last vote that a node decided about a candidate of a term, or would decide.
    pub(super) fn vote(
        &self,
        (voter, until): (NodeId, Time),
        (candidate, in_term): (NodeId, Term),
        is_pre_vote: bool,
    ) -> Option<&'a Event> {
        self.last_event(voter, until, |event| match *event {
            Event::VoteDecided { candidate: other, term, .. } => {
                !is_pre_vote && (other, term) == (candidate, in_term)
            }
            Event::PreVoteDecided { candidate: other, .. } => is_pre_vote && other == candidate,
            _ => false,
        })
    }
}

fn event_of(record: &Record) -> Option<&Event> {
    match &record.kind {
        RecordKind::Protocol(event) => Some(event),
        _ => None,
    }
}
