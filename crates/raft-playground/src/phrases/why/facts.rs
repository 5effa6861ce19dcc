//! Why something happened: to a message, a disk, a process, a client.

use raft_sim::raft_core::{self, Timer, Verdict};
use raft_sim::{Loss, Outcome, Record, RecordKind, Status};

use super::{Answer, events, messages};
use crate::phrases::violation;

/// Why what a record tells has happened.
pub(crate) fn explain_record(record: &Record) -> Answer {
    let title = raft_sim::export::words::describe(&record.kind);
    let title = match record.subject {
        Some(place) => format!("Why: {place} {title}"),
        None => format!("Why: {title}"),
    };
    reason(record).titled(title)
}

fn reason(record: &Record) -> Answer {
    match &record.kind {
        RecordKind::Commanded(_) => {
            Answer::new("Somebody outside the cluster did this: you, or a scenario.", "")
        }
        RecordKind::Sent(envelope) | RecordKind::Delivered(envelope) => {
            messages::explain(&envelope.packet, envelope.from, envelope.to)
        }
        RecordKind::Duplicated(_) => Answer::new(
            "Networks may deliver a message twice, so every message must be harmless when it comes \
             again.",
            "§5.5",
        ),
        RecordKind::Lost { loss, .. } => lost(*loss),
        RecordKind::TimerFired(timer) => timer_fired(*timer),
        RecordKind::WriteBegan(_) => Answer::new(
            "Term, vote and log must be on the disk before anybody is told of them: a promise that \
             a crash can undo is none.",
            "§5, Figure 2",
        ),
        RecordKind::Persisted(_) => Answer::new(
            "The disk has it now, so the answers that waited for it may go out.",
            "§5, Figure 2",
        ),
        RecordKind::Crashed { lost_writes, .. } => Answer::new(
            "What was only in memory is gone: role, votes, commit index. What the disk holds \
             stays; a write under way is lost, but nobody had been told of it.",
            "§5, Figure 2",
        )
        .with("writes under way", &lost_writes, &"none would be lost", *lost_writes == 0),
        RecordKind::WriteFailed(_) => Answer::new(
            "A server whose write failed cannot know what is on its disk. It must not promise \
             anything that rests on it, so it stops.",
            "§5, Figure 2",
        ),
        RecordKind::TailLost { .. } => Answer::new(
            "Raft needs disks that keep what they acknowledge. An entry that was committed with \
             the help of this copy may be lost now, and no rule of the protocol can prevent that.",
            "§5, Figure 2",
        ),
        RecordKind::Administered { answer, .. } => administered(*answer),
        RecordKind::RefusedToStart { .. } => Answer::new(
            "A server that has forgotten what it promised could vote twice or deny what it \
             acknowledged, so it stays down until another takes its place.",
            "§5.1",
        ),
        RecordKind::Protocol(event) => events::explain(event),
        RecordKind::Applied { entry, .. } => Answer::new(
            "Committed entries go to the state machine, in the order of the log and on every node \
             alike.",
            "§5.3",
        )
        .with("entry", &entry.index, &commit_index(record), true),
        RecordKind::Submitted { .. } => Answer::new(
            "Requests go to the leader; who does not know it asks any node and is told.",
            "§8",
        ),
        RecordKind::Settled { status, .. } => settled(status),
        RecordKind::Violated(violation) => Answer::new(self::violation(violation), "Figure 3"),
    }
}

fn administered(answer: raft_core::Answer) -> Answer {
    match answer {
        raft_core::Answer::Refused(rule) => {
            Answer::new("The leader refuses the request.", "§6").judged(Verdict::Refuse(rule))
        }
        raft_core::Answer::NotLeader { .. } => {
            Answer::new("Only the leader changes the membership or hands leadership over.", "§6")
        }
        raft_core::Answer::Committed(_) => Answer::new(
            "The new membership is committed, and so no later leader can lack it.",
            "§6",
        ),
        raft_core::Answer::Superseded { .. } | raft_core::Answer::Unknown => Answer::new(
            "This node lost its leadership before the change was committed. Another leader may \
             still finish the change.",
            "§6",
        ),
    }
}

fn commit_index(record: &Record) -> String {
    let index = record.state.as_ref().map_or(0, |state| state.commit_index.0);
    format!("at most the commit index, {index}")
}

fn lost(loss: Loss) -> Answer {
    let sentence = match loss {
        Loss::Cut => "The link is cut, so the message dies there. Whoever sent it tries again.",
        Loss::Random => "The network loses some messages by chance. Whoever sent it tries again.",
        Loss::Dropped => "Somebody outside dropped it. Whoever sent it tries again.",
        Loss::Down => "Its receiver is stopped. Nobody is told; silence is all there is.",
        Loss::Overflow => "The link carries no more at once, so the message is dropped.",
    };
    Answer::new(sentence, "§5.3")
}

fn timer_fired(timer: Timer) -> Answer {
    match timer {
        Timer::Election => Answer::new(
            "No leader was heard for as long as this timer ran, so there may be none. Each timer \
             has a length of its own, so that rarely two run out together.",
            "§5.2",
        ),
        Timer::Heartbeat => Answer::new(
            "A leader lets itself be heard more often than any election timer runs, so that nobody \
             stands against it.",
            "§5.2",
        ),
        Timer::Quorum => Answer::new(
            "Once in an election timeout a leader counts from whom it heard: without a majority it \
             may be cut off, and steps down.",
            "diss. §6.2",
        ),
        Timer::Transfer => Answer::new(
            "A hand-over that takes longer than an election timeout has failed, so the leader goes \
             on leading.",
            "diss. §3.10",
        ),
    }
}

fn settled(status: &Status) -> Answer {
    match status {
        Status::Waiting => Answer::new("No answer has come yet, so the client waits.", "§8"),
        Status::Done(Outcome::Read(_)) => Answer::new(
            "The node that answered had made sure that nothing newer was committed elsewhere.",
            "diss. §6.4",
        ),
        Status::Done(_) => {
            Answer::new("Its entry is committed and applied, and so it can never be lost.", "§8")
        }
        Status::Failed => Answer::new(
            "Another entry was committed in the place of this one, so this one never will be.",
            "§8",
        ),
        Status::Unknown => Answer::new(
            "Nobody answered in time. The entry may be in some log and may yet be committed: the \
             client cannot know, and may send it again since a repeated request is applied once.",
            "§8",
        ),
    }
}
