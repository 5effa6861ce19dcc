//! Messages between nodes and clients: their kind, their name, what they carry.

use raft_sim::raft_core::{AppendOutcome, Body, Message, Term};
use raft_sim::{Address, Answer, MessageKind, Packet, Reply};

use super::vocabulary::{outcome, position};
use crate::text::{Sentence, say};

/// What kind of message it is, as a title: `Vote request`.
pub(crate) fn kind(kind: MessageKind) -> Sentence {
    match kind {
        MessageKind::PreVote => say::kind_pre_vote(),
        MessageKind::PreVoteReply => say::kind_pre_vote_reply(),
        MessageKind::VoteRequest => say::kind_vote_request(),
        MessageKind::VoteReply => say::kind_vote_reply(),
        MessageKind::Heartbeat => say::kind_heartbeat(),
        MessageKind::Append => say::kind_append(),
        MessageKind::AppendReply => say::kind_append_reply(),
        MessageKind::Snapshot => say::kind_snapshot(),
        MessageKind::SnapshotReply => say::kind_snapshot_reply(),
        MessageKind::TimeoutNow => say::kind_timeout_now(),
        MessageKind::ReadIndex => say::kind_read_index(),
        MessageKind::ReadIndexReply => say::kind_read_index_reply(),
        MessageKind::Forward => say::kind_forward(),
        MessageKind::ForwardReply => say::kind_forward_reply(),
        MessageKind::ClientRequest => say::kind_client_request(),
        MessageKind::ClientReply => say::kind_client_reply(),
    }
}

/// A message, so that a sentence can begin with it: `D’s vote answer to A`.
pub(crate) fn message(packet: &Packet, from: Address, to: Address) -> Sentence {
    match MessageKind::of(packet) {
        MessageKind::PreVote => say::message_pre_vote(from, to),
        MessageKind::PreVoteReply => say::message_pre_vote_reply(from, to),
        MessageKind::VoteRequest => say::message_vote_request(from, to),
        MessageKind::VoteReply => say::message_vote_reply(from, to),
        MessageKind::Heartbeat => say::message_heartbeat(from, to),
        MessageKind::Append => say::message_append(from, to),
        MessageKind::AppendReply => say::message_append_reply(from, to),
        MessageKind::Snapshot => say::message_snapshot(from, to),
        MessageKind::SnapshotReply => say::message_snapshot_reply(from, to),
        MessageKind::TimeoutNow => say::message_timeout_now(from, to),
        MessageKind::ReadIndex => say::message_read_index(from, to),
        MessageKind::ReadIndexReply => say::message_read_index_reply(from, to),
        MessageKind::Forward => say::message_forward(from, to),
        MessageKind::ForwardReply => say::message_forward_reply(from, to),
        MessageKind::ClientRequest => say::message_client_request(from, to),
        MessageKind::ClientReply => say::message_client_reply(from, to),
    }
}

/// What a message carries, for a line of the transcript: `a vote (term 2)`.
pub(crate) fn packet(packet: &Packet) -> Sentence {
    match packet {
        Packet::Request(request) => say::packet_client_request(request.operation.to_string()),
        Packet::Answer(Answer { serial, reply, .. }) => match reply {
            Reply::Done(what) => say::packet_client_done(*serial, outcome(what)),
            Reply::Superseded { by, .. } => say::packet_client_superseded(*serial, position(*by)),
            Reply::NotLeader { hint: Some(leader) } => {
                say::packet_client_redirected(*serial, *leader)
            }
            Reply::NotLeader { hint: None } => say::packet_client_no_leader(*serial),
        },
        Packet::Raft(Message { term, body }) => raft_packet(*term, body),
    }
}

#[rustfmt::skip]
fn raft_packet(term: Term, body: &Body) -> Sentence {
    match body {
        Body::PreVote { last, .. } => say::packet_pre_vote(term, position(*last)),
        Body::PreVoteReply { granted: true, .. } => say::packet_pre_vote_granted(term),
        Body::PreVoteReply { .. } => say::packet_pre_vote_refused(term),
        Body::RequestVote { last, .. } => say::packet_vote_request(term, position(*last)),
        Body::RequestVoteReply { granted: true, .. } => say::packet_vote_granted(term),
        Body::RequestVoteReply { .. } => say::packet_vote_refused(term),
        Body::AppendEntries { previous, entries, leader_commit, .. } => match entries.len() {
            0 => say::packet_heartbeat(term, *leader_commit),
            count => say::packet_append(count, term, position(*previous), *leader_commit),
        },
        Body::AppendEntriesReply { outcome, .. } => match outcome {
            AppendOutcome::Matched { through } => say::packet_append_matched(*through, term),
            AppendOutcome::Mismatched { previous, .. } => {
                say::packet_append_mismatched(*previous, term)
            }
            AppendOutcome::Stale => say::packet_append_stale(term),
        },
        Body::InstallSnapshot(chunk) => say::packet_snapshot(term, position(chunk.last)),
        Body::InstallSnapshotReply { done: true, .. } => say::packet_snapshot_done(term),
        Body::InstallSnapshotReply { received, .. } => say::packet_snapshot_part(*received, term),
        Body::TimeoutNow => say::packet_timeout_now(term),
        Body::ReadIndex { .. } => say::packet_read_index(term),
        Body::ReadIndexReply { index: Some(index), .. } => {
            say::packet_read_index_reply(*index, term)
        }
        Body::ReadIndexReply { .. } => say::packet_read_index_refused(term),
        Body::Forward { .. } => say::packet_forward(term),
        Body::ForwardReply { .. } => say::packet_forward_reply(term),
    }
}

/// What a message says, for its menu: `Vote granted (term 2)`.
pub(crate) fn say_packet(packet: &Packet) -> Sentence {
    match packet {
        Packet::Request(request) => say::say_client_request(request.operation.to_string()),
        Packet::Answer(answer) => match &answer.reply {
            Reply::Done(what) => say::say_client_done(outcome(what)),
            Reply::Superseded { by, .. } => say::say_client_superseded(position(*by)),
            Reply::NotLeader { hint: Some(leader) } => say::say_client_redirected(*leader),
            Reply::NotLeader { hint: None } => say::say_client_no_leader(),
        },
        Packet::Raft(Message { term, body }) => say_raft_packet(*term, body),
    }
}

#[rustfmt::skip]
fn say_raft_packet(term: Term, body: &Body) -> Sentence {
    match body {
        Body::PreVote { last, .. } => say::say_pre_vote(term, position(*last)),
        Body::PreVoteReply { granted: true, .. } => say::say_pre_vote_granted(term),
        Body::PreVoteReply { .. } => say::say_pre_vote_refused(term),
        Body::RequestVote { last, .. } => say::say_vote_request(term, position(*last)),
        Body::RequestVoteReply { granted: true, .. } => say::say_vote_granted(term),
        Body::RequestVoteReply { .. } => say::say_vote_refused(term),
        Body::AppendEntries { previous, entries, leader_commit, .. } => match entries.len() {
            0 => say::say_heartbeat(term, *leader_commit),
            count => say::say_append(count, term, position(*previous), *leader_commit),
        },
        Body::AppendEntriesReply { outcome, .. } => match outcome {
            AppendOutcome::Matched { through } => say::say_append_matched(*through, term),
            AppendOutcome::Mismatched { previous, .. } => {
                say::say_append_mismatched(*previous, term)
            }
            AppendOutcome::Stale => say::say_append_stale(term),
        },
        Body::InstallSnapshot(chunk) => say::say_snapshot(term, position(chunk.last)),
        Body::InstallSnapshotReply { done: true, .. } => say::say_snapshot_done(term),
        Body::InstallSnapshotReply { received, .. } => say::say_snapshot_part(*received, term),
        Body::TimeoutNow => say::say_timeout_now(term),
        Body::ReadIndex { .. } => say::say_read_index(term),
        Body::ReadIndexReply { index: Some(index), .. } => say::say_read_index_reply(*index, term),
        Body::ReadIndexReply { .. } => say::say_read_index_refused(term),
        Body::Forward { .. } => say::say_forward(term),
        Body::ForwardReply { .. } => say::say_forward_reply(term),
    }
}
