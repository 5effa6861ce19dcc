//! Messages between nodes and clients: their kind, their name, what they carry.

use raft_sim::raft_core::{AppendOutcome, Body, Term};
use raft_sim::{Address, Answer, MessageKind, Packet, Reply};

use super::vocabulary::{outcome, position};
use crate::text::{Sentence, say};

/// What kind of message it is, as a title: `Vote request`.
pub(crate) fn kind(kind: MessageKind) -> Sentence {
    kind_and_message(kind).0
}

/// A message, so that a sentence can begin with it: `D’s vote answer to A`.
pub(crate) fn message(packet: &Packet, from: Address, to: Address) -> Sentence {
    message_of_kind(MessageKind::of(packet), from, to)
}

/// The same for a message of which only the kind is known.
pub(crate) fn message_of_kind(kind: MessageKind, from: Address, to: Address) -> Sentence {
    kind_and_message(kind).1(from, to)
}

fn kind_and_message(kind: MessageKind) -> (Sentence, fn(Address, Address) -> Sentence) {
    match kind {
        MessageKind::PreVote => (say::kind_pre_vote(), say::message_pre_vote),
        MessageKind::PreVoteReply => (say::kind_pre_vote_reply(), say::message_pre_vote_reply),
        MessageKind::VoteRequest => (say::kind_vote_request(), say::message_vote_request),
        MessageKind::VoteReply => (say::kind_vote_reply(), say::message_vote_reply),
        MessageKind::Heartbeat => (say::kind_heartbeat(), say::message_heartbeat),
        MessageKind::Append => (say::kind_append(), say::message_append),
        MessageKind::AppendReply => (say::kind_append_reply(), say::message_append_reply),
        MessageKind::Snapshot => (say::kind_snapshot(), say::message_snapshot),
        MessageKind::SnapshotReply => (say::kind_snapshot_reply(), say::message_snapshot_reply),
        MessageKind::TimeoutNow => (say::kind_timeout_now(), say::message_timeout_now),
        MessageKind::ReadIndex => (say::kind_read_index(), say::message_read_index),
        MessageKind::ReadIndexReply => {
            (say::kind_read_index_reply(), say::message_read_index_reply)
        }
        MessageKind::Forward => (say::kind_forward(), say::message_forward),
        MessageKind::ForwardReply => (say::kind_forward_reply(), say::message_forward_reply),
        MessageKind::ClientRequest => (say::kind_client_request(), say::message_client_request),
        MessageKind::ClientReply => (say::kind_client_reply(), say::message_client_reply),
    }
}

/// The two ways to say what a message carries.
pub(crate) struct PacketPhrases {
    /// In a line of the transcript: `a vote (term 2)`.
    pub(crate) in_line: Sentence,
    /// In the menu of the message: `Vote granted (term 2)`.
    pub(crate) in_menu: Sentence,
}

fn both(in_line: Sentence, in_menu: Sentence) -> PacketPhrases {
    PacketPhrases { in_line, in_menu }
}

/// What a message carries.
pub(crate) fn packet(packet: &Packet) -> PacketPhrases {
    match packet {
        Packet::Request(request) => {
            let what = || request.operation.to_string();
            both(say::packet_client_request(what()), say::say_client_request(what()))
        }
        Packet::Answer(answer) => client_answer(answer),
        Packet::Raft(message) => raft_packet(message.term, &message.body),
    }
}

#[rustfmt::skip]
fn client_answer(&Answer { serial, ref reply, .. }: &Answer) -> PacketPhrases {
    match reply {
        Reply::Done(what) => both(
            say::packet_client_done(serial, outcome(what)), say::say_client_done(outcome(what))),
        Reply::Superseded { by, .. } => both(
            say::packet_client_superseded(serial, position(*by)),
            say::say_client_superseded(position(*by))),
        Reply::NotLeader { hint: Some(leader) } => both(
            say::packet_client_redirected(serial, *leader), say::say_client_redirected(*leader)),
        Reply::NotLeader { hint: None } => both(
            say::packet_client_no_leader(serial), say::say_client_no_leader()),
    }
}

#[rustfmt::skip]
fn raft_packet(term: Term, body: &Body) -> PacketPhrases {
    match body {
        Body::PreVote { last, .. } => both(
            say::packet_pre_vote(term, position(*last)), say::say_pre_vote(term, position(*last))),
        Body::PreVoteReply { granted: true, .. } => both(
            say::packet_pre_vote_granted(term), say::say_pre_vote_granted(term)),
        Body::PreVoteReply { .. } => both(
            say::packet_pre_vote_refused(term), say::say_pre_vote_refused(term)),
        Body::RequestVote { last, .. } => both(
            say::packet_vote_request(term, position(*last)),
            say::say_vote_request(term, position(*last))),
        // A vote belongs to the term of its election, which may be older than the voter's.
        Body::RequestVoteReply { granted: true, election } => both(
            say::packet_vote_granted(*election), say::say_vote_granted(*election)),
        Body::RequestVoteReply { election, .. } => both(
            say::packet_vote_refused(*election), say::say_vote_refused(*election)),
        Body::AppendEntries { previous, entries, leader_commit, .. } => match entries.len() {
            0 => both(
                say::packet_heartbeat(term, *leader_commit),
                say::say_heartbeat(term, *leader_commit)),
            count => both(
                say::packet_append(count, term, position(*previous), *leader_commit),
                say::say_append(count, term, position(*previous), *leader_commit)),
        },
        Body::AppendEntriesReply { outcome, .. } => match outcome {
            AppendOutcome::Matched { through } => both(
                say::packet_append_matched(*through, term),
                say::say_append_matched(*through, term)),
            AppendOutcome::Mismatched { previous, .. } => both(
                say::packet_append_mismatched(*previous, term),
                say::say_append_mismatched(*previous, term)),
            AppendOutcome::Stale => both(
                say::packet_append_stale(term), say::say_append_stale(term)),
        },
        Body::InstallSnapshot(chunk) => both(
            say::packet_snapshot(term, position(chunk.last)),
            say::say_snapshot(term, position(chunk.last))),
        Body::InstallSnapshotReply { done: true, .. } => both(
            say::packet_snapshot_done(term), say::say_snapshot_done(term)),
        Body::InstallSnapshotReply { received, .. } => both(
            say::packet_snapshot_part(*received, term), say::say_snapshot_part(*received, term)),
        Body::TimeoutNow => both(say::packet_timeout_now(term), say::say_timeout_now(term)),
        Body::ReadIndex { .. } => both(say::packet_read_index(term), say::say_read_index(term)),
        Body::ReadIndexReply { index: Some(index), .. } => both(
            say::packet_read_index_reply(*index, term), say::say_read_index_reply(*index, term)),
        Body::ReadIndexReply { .. } => both(
            say::packet_read_index_refused(term), say::say_read_index_refused(term)),
        Body::Forward { .. } => both(say::packet_forward(term), say::say_forward(term)),
        Body::ForwardReply { .. } => both(
            say::packet_forward_reply(term), say::say_forward_reply(term)),
    }
}
