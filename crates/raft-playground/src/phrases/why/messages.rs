//! Why a message was sent.

use raft_sim::raft_core::{AppendOutcome, Body};
use raft_sim::{Address, Packet, Reply};

use super::Answer;
use crate::phrases::position;

/// Why one sent this to the other.
pub(super) fn explain(packet: &Packet, from: Address, to: Address) -> Answer {
    let answer = match packet {
        Packet::Raft(message) => explain_body(&message.body, from, to),
        Packet::Request(request) => Answer::new(
            format!(
                "{from} wants {} done and asks whom it takes for the leader.",
                request.operation
            ),
            "§8",
        ),
        Packet::Answer(answer) => explain_reply(&answer.reply, from),
    };
    answer.titled(format!("Why this message from {from} to {to}?"))
}

fn explain_reply(reply: &Reply, from: Address) -> Answer {
    match reply {
        Reply::Done(_) => {
            Answer::new(format!("{from} has applied the request, so it may tell the client."), "§8")
        }
        Reply::Superseded { lost, by } => Answer::new(
            "Another entry was committed in the place of the client’s: it never will be.",
            "§5.3",
        )
        .with("committed there", &position(*by), &position(*lost), false),
        Reply::NotLeader { .. } => {
            Answer::new(format!("{from} does not lead; only a leader takes requests."), "§8")
        }
    }
}

fn explain_body(body: &Body, from: Address, to: Address) -> Answer {
    match body {
        Body::PreVote { last, .. } => Answer::new(
            format!(
                "{from} heard no leader and asks whether it could win, before it begins a new \
                     term. Its last entry goes along for {to} to compare."
            ),
            "diss. §9.6",
        )
        .with("its last entry", &position(*last), &"as new as the voter’s", true),
        Body::RequestVote { last, .. } => Answer::new(
            format!(
                "{from} is a candidate and needs the votes of a majority. Its last entry goes \
                     along for {to} to compare."
            ),
            "§5.2, §5.4.1",
        )
        .with("its last entry", &position(*last), &"as new as the voter’s", true),
        Body::PreVoteReply { granted: true, .. } | Body::RequestVoteReply { granted: true, .. } => {
            Answer::new(
                format!(
                    "{from} supports {to}: it is free to, and {to}’s log is as \
                                 new."
                ),
                "§5.2, §5.4.1",
            )
        }
        Body::PreVoteReply { .. } | Body::RequestVoteReply { .. } => Answer::new(
            format!(
                "{from} does not support {to}: it supports another, its log is newer, or it \
                     hears a leader."
            ),
            "§5.2, §5.4.1",
        ),
        Body::AppendEntries { previous, entries, leader_commit, .. } => {
            let sentence = if entries.is_empty() {
                format!(
                    "{from} leads and lets itself be heard, so that {to} does not stand. It \
                         also says how far it has committed."
                )
            } else {
                format!(
                    "{from} leads and thinks that {to} lacks these. {to} takes them only if \
                         it holds the entry before."
                )
            };
            Answer::new(sentence, if entries.is_empty() { "§5.2" } else { "§5.3" })
                .with("entry before", &position(*previous), &"the same in both logs", true)
                .with("leader’s commit", &leader_commit, &"what may be applied", true)
        }
        Body::AppendEntriesReply { outcome, .. } => match outcome {
            AppendOutcome::Matched { through } => Answer::new(
                format!("{from} holds everything up to there on its disk: {to} may count a copy."),
                "§5.3",
            )
            .with("agrees through", &through, &"what was sent", true),
            AppendOutcome::Mismatched { previous, hint } => Answer::new(
                format!("{from} does not hold the entry before, so {to} must look further back."),
                "§5.3",
            )
            .with("entry before", &previous, &"in its log", false)
            .with("may agree at", &position(*hint), &"to be tried", true),
            AppendOutcome::Stale => {
                Answer::new(format!("{to} spoke in an older term, which is over."), "§5.1")
            }
        },
        Body::InstallSnapshot(chunk) => Answer::new(
            format!(
                "{to} lacks entries that {from} has already replaced by a snapshot, so it \
                     gets that."
            ),
            "§7",
        )
        .with("snapshot up to", &position(chunk.last), &"what it lacks", true),
        Body::InstallSnapshotReply { .. } => Answer::new(
            format!("{from} says how much of the snapshot it has, so that {to} goes on there."),
            "§7",
        ),
        Body::TimeoutNow => Answer::new(
            format!("{from} hands over its leadership: {to} shall stand at once, without waiting."),
            "diss. §3.10",
        ),
        Body::ReadIndex { .. } | Body::ReadIndexReply { .. } => Answer::new(
            "A follower may answer a read once its leader has said up to where it must have \
             applied.",
            "diss. §6.4",
        ),
        Body::Forward { .. } | Body::ForwardReply { .. } => Answer::new(
            "A follower passes a client’s request on to its leader, and the answer back.",
            "§8",
        ),
    }
}
