//! Parts of the transcript's lines: what a message carries, what a write contains, a position, an
//! outcome, and where a rule is stated.

use raft_sim::raft_core::{AppendOutcome, Body, LogIndex, LogPosition, Message, Rule, Write};
use raft_sim::{Answer, Damage, Outcome, Packet, Reply, Simulation};

use super::Checked;
use crate::text::{Said, Sentence};

pub(super) fn position_is(told: &Sentence, at: LogPosition) -> bool {
    match told.said() {
        Said::LogPositionNone {} => at.index == LogIndex(0),
        Said::LogPosition { index, term } => (index, term) == (at.index, at.term),
        _ => false,
    }
}

pub(super) fn outcome_is(told: &Sentence, gave: &Outcome) -> bool {
    match (told.said(), gave) {
        (Said::OutcomeWritten {}, Outcome::Written)
        | (Said::OutcomeUnset {}, Outcome::Read(None))
        | (Said::OutcomeDiffersUnset {}, Outcome::Differs(None))
        | (Said::OutcomeNotANumber {}, Outcome::NotANumber) => true,
        (Said::OutcomeValue { value }, Outcome::Read(Some(is)))
        | (Said::OutcomeDiffers { value }, Outcome::Differs(Some(is))) => value == is,
        _ => false,
    }
}

pub(super) fn damage_is(told: &Sentence, damage: Option<Damage>) -> Checked {
    let right = match (told.said(), damage) {
        (Said::DamageErased {}, Some(Damage::Erased)) | (Said::DamageHidden {}, Some(_)) => true,
        (Said::DamageEntry { index }, Some(Damage::Rotten(at))) => index == at,
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("the disk is {damage:?}")) }
}

/// The rule with this name.
pub(super) fn rule_named(name: &str) -> Option<Rule> {
    Rule::ALL.iter().copied().find(|rule| rule.to_string() == name)
}

/// Whether the page names the place where a rule is stated.
pub(super) fn section_is(told: &Sentence, rule: Rule) -> bool {
    fn text(told: &Sentence) -> String {
        match told.said() {
            Said::SectionPaper { section_number } => format!("§{section_number}"),
            Said::SectionDissertation { section_number } => format!("diss. §{section_number}"),
            Said::SectionFigure { section_number } => format!("Figure {section_number}"),
            Said::ListComma { list, item } => format!("{}, {}", text(list), text(item)),
            _ => String::new(),
        }
    }
    text(told) == rule.section()
}

/// What a write contains, part by part. A vote that the disk does not keep is not written.
pub(super) fn write_is(told: &Sentence, write: &Write, simulation: &Simulation) -> Checked {
    let mut parts = Vec::new();
    let mut rest = told;
    while let Said::LogWriteAnd { first_part, second_part } = rest.said() {
        parts.push(second_part);
        rest = first_part;
    }
    parts.push(rest);
    let votes_kept = !simulation.run().scenario.injected_bugs.votes_not_durable;
    let state = write.hard_state.filter(|state| votes_kept || state.voted_for.is_none());
    let is_part = |part: &&Sentence| match part.said() {
        Said::LogWriteTermAndVote { term, candidate } => {
            state.is_some_and(|state| (state.term, state.voted_for) == (term, candidate.node()))
        }
        Said::LogWriteTerm { term } => write
            .hard_state
            .is_some_and(|state| state.term == term && (state.voted_for.is_none() || !votes_kept)),
        Said::LogWriteSnapshot { position } => {
            write.snapshot.as_ref().is_some_and(|snapshot| position_is(position, snapshot.last))
        }
        Said::LogWriteEntries { count, index } => write
            .log
            .as_ref()
            .is_some_and(|log| (log.from, log.entries.len() as u64) == (index, count) && count > 0),
        Said::LogWriteRemoval { index } => {
            write.log.as_ref().is_some_and(|log| log.from == index && log.entries.is_empty())
        }
        _ => false,
    };
    let all = usize::from(write.hard_state.is_some())
        + usize::from(write.snapshot.is_some())
        + usize::from(write.log.is_some());
    if parts.len() == all && parts.iter().all(is_part) {
        Ok(())
    } else {
        Err(format!("it writes {write:?}; votes are kept: {votes_kept}"))
    }
}

/// What a message carries is what the page says.
pub(super) fn packet_is(told: &Sentence, packet: &Packet) -> Checked {
    let right = match packet {
        Packet::Raft(message) => is_raft(&told.said(), message),
        Packet::Request(request) => match told.said() {
            Said::PacketClientRequest { operation } | Said::SayClientRequest { operation } => {
                request.operation.to_string() == operation
            }
            _ => false,
        },
        Packet::Answer(answer) => is_answer(&told.said(), answer),
    };
    if right { Ok(()) } else { Err(format!("it is {packet:?}")) }
}

fn is_answer(said: &Said, answer: &Answer) -> bool {
    let is_about = |number: u64| number == answer.serial;
    match (said, &answer.reply) {
        (Said::PacketClientDone { number, outcome }, Reply::Done(gave)) => {
            is_about(*number) && outcome_is(outcome, gave)
        }
        (Said::SayClientDone { outcome }, Reply::Done(gave)) => outcome_is(outcome, gave),
        (Said::PacketClientSuperseded { number, position }, Reply::Superseded { by, .. }) => {
            is_about(*number) && position_is(position, *by)
        }
        (Said::SayClientSuperseded { position }, Reply::Superseded { by, .. }) => {
            position_is(position, *by)
        }
        (Said::PacketClientRedirected { number, leader }, Reply::NotLeader { hint }) => {
            is_about(*number) && *hint == leader.node()
        }
        (Said::SayClientRedirected { leader }, Reply::NotLeader { hint }) => *hint == leader.node(),
        (Said::PacketClientNoLeader { number }, Reply::NotLeader { hint: None }) => {
            is_about(*number)
        }
        (Said::SayClientNoLeader {}, Reply::NotLeader { hint: None }) => true,
        _ => false,
    }
}

fn is_raft(said: &Said, Message { term: sent_in, body }: &Message) -> bool {
    let is_term = |term| term == *sent_in;
    match (*said, body) {
        (
            Said::PacketPreVote { term, position } | Said::SayPreVote { term, position },
            Body::PreVote { last, .. },
        )
        | (
            Said::PacketVoteRequest { term, position } | Said::SayVoteRequest { term, position },
            Body::RequestVote { last, .. },
        ) => is_term(term) && position_is(position, *last),
        (
            Said::PacketPreVoteGranted { term } | Said::SayPreVoteGranted { term },
            Body::PreVoteReply { granted: true, .. },
        )
        | (
            Said::PacketPreVoteRefused { term } | Said::SayPreVoteRefused { term },
            Body::PreVoteReply { granted: false, .. },
        ) => is_term(term),
        // A vote belongs to the term of its election, not to the one that the voter is in.
        (
            Said::PacketVoteGranted { term } | Said::SayVoteGranted { term },
            Body::RequestVoteReply { granted: true, election },
        )
        | (
            Said::PacketVoteRefused { term } | Said::SayVoteRefused { term },
            Body::RequestVoteReply { granted: false, election },
        ) => term == *election,
        _ => is_append(said, *sent_in, body),
    }
}

fn is_append(said: &Said, sent_in: raft_sim::raft_core::Term, body: &Body) -> bool {
    let is_term = |term| term == sent_in;
    match (*said, body) {
        (
            Said::PacketHeartbeat { term, commit_index }
            | Said::SayHeartbeat { term, commit_index },
            Body::AppendEntries { entries, leader_commit, .. },
        ) => is_term(term) && entries.is_empty() && commit_index == *leader_commit,
        (
            Said::PacketAppend { count, term, position, commit_index }
            | Said::SayAppend { count, term, position, commit_index },
            Body::AppendEntries { previous, entries, leader_commit, .. },
        ) => {
            is_term(term)
                && entries.len() as u64 == count
                && count > 0
                && position_is(position, *previous)
                && commit_index == *leader_commit
        }
        (
            Said::PacketAppendMatched { index, term } | Said::SayAppendMatched { index, term },
            Body::AppendEntriesReply { outcome: AppendOutcome::Matched { through }, .. },
        ) => is_term(term) && index == *through,
        (
            Said::PacketAppendMismatched { index, term }
            | Said::SayAppendMismatched { index, term },
            Body::AppendEntriesReply {
                outcome: AppendOutcome::Mismatched { previous, .. }, ..
            },
        ) => is_term(term) && index == *previous,
        // The term that has begun is the sender's.
        (
            Said::PacketAppendStale { term } | Said::SayAppendStale { term },
            Body::AppendEntriesReply { outcome: AppendOutcome::Stale, .. },
        ) => is_term(term),
        _ => is_other(said, sent_in, body),
    }
}

fn is_other(said: &Said, sent_in: raft_sim::raft_core::Term, body: &Body) -> bool {
    let is_term = |term| term == sent_in;
    match (*said, body) {
        (
            Said::PacketSnapshot { term, position } | Said::SaySnapshot { term, position },
            Body::InstallSnapshot(chunk),
        ) => is_term(term) && position_is(position, chunk.last),
        (
            Said::PacketSnapshotDone { term } | Said::SaySnapshotDone { term },
            Body::InstallSnapshotReply { done: true, .. },
        )
        | (Said::PacketTimeoutNow { term } | Said::SayTimeoutNow { term }, Body::TimeoutNow)
        | (Said::PacketReadIndex { term } | Said::SayReadIndex { term }, Body::ReadIndex { .. })
        | (
            Said::PacketReadIndexRefused { term } | Said::SayReadIndexRefused { term },
            Body::ReadIndexReply { index: None, .. },
        )
        | (Said::PacketForward { term } | Said::SayForward { term }, Body::Forward { .. })
        | (
            Said::PacketForwardReply { term } | Said::SayForwardReply { term },
            Body::ForwardReply { .. },
        ) => is_term(term),
        (
            Said::PacketSnapshotPart { number, term } | Said::SaySnapshotPart { number, term },
            Body::InstallSnapshotReply { done: false, received, .. },
        ) => is_term(term) && number == *received,
        (
            Said::PacketReadIndexReply { index, term } | Said::SayReadIndexReply { index, term },
            Body::ReadIndexReply { index: Some(read), .. },
        ) => is_term(term) && index == *read,
        _ => false,
    }
}
