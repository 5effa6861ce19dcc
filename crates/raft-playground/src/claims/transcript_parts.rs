//! Parts of the transcript's lines: what a message carries, what a write contains, a position, an
//! outcome, and where a rule is stated.

use raft_sim::raft_core::{AppendOutcome, Body, LogIndex, LogPosition, Message, Rule, Write};
use raft_sim::{Answer, Damage, Outcome, Packet, Reply, Simulation};

use super::Checked;
use crate::text::{Sentence, Statement};

pub(super) fn position_is(told: &Sentence, at: LogPosition) -> bool {
    match told.statement() {
        Statement::LogPositionNone {} => at.index == LogIndex(0),
        Statement::LogPosition { index, term } => (index, term) == (at.index, at.term),
        _ => false,
    }
}

pub(super) fn outcome_is(told: &Sentence, gave: &Outcome) -> bool {
    match (told.statement(), gave) {
        (Statement::OutcomeWritten {}, Outcome::Written)
        | (Statement::OutcomeUnset {}, Outcome::Read(None))
        | (Statement::OutcomeDiffersUnset {}, Outcome::Differs(None))
        | (Statement::OutcomeNotANumber {}, Outcome::NotANumber) => true,
        (Statement::OutcomeValue { value }, Outcome::Read(Some(is)))
        | (Statement::OutcomeDiffers { value }, Outcome::Differs(Some(is))) => value == is,
        _ => false,
    }
}

pub(super) fn damage_is(told: &Sentence, damage: Option<Damage>) -> Checked {
    let right = match (told.statement(), damage) {
        (Statement::DamageErased {}, Some(Damage::Erased))
        | (Statement::DamageHidden {}, Some(_)) => true,
        (Statement::DamageEntry { index }, Some(Damage::Rotten(at))) => index == at,
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
        match told.statement() {
            Statement::SectionPaper { section_number } => format!("§{section_number}"),
            Statement::SectionDissertation { section_number } => format!("diss. §{section_number}"),
            Statement::SectionFigure { section_number } => format!("Figure {section_number}"),
            Statement::ListComma { list, item } => format!("{}, {}", text(list), text(item)),
            _ => String::new(),
        }
    }
    text(told) == rule.section()
}

/// What a write contains, part by part. A vote that the disk does not keep is not written.
pub(super) fn write_is(told: &Sentence, write: &Write, simulation: &Simulation) -> Checked {
    let mut parts = Vec::new();
    let mut rest = told;
    while let Statement::LogWriteAnd { first_part, second_part } = rest.statement() {
        parts.push(second_part);
        rest = first_part;
    }
    parts.push(rest);
    let votes_kept = !simulation.run().scenario.injected_bugs.votes_not_durable;
    let state = write.hard_state.filter(|state| votes_kept || state.voted_for.is_none());
    let is_part = |part: &&Sentence| match part.statement() {
        Statement::LogWriteTermAndVote { term, candidate } => {
            state.is_some_and(|state| (state.term, state.voted_for) == (term, candidate.node()))
        }
        Statement::LogWriteTerm { term } => write
            .hard_state
            .is_some_and(|state| state.term == term && (state.voted_for.is_none() || !votes_kept)),
        Statement::LogWriteSnapshot { position } => {
            write.snapshot.as_ref().is_some_and(|snapshot| position_is(position, snapshot.last))
        }
        Statement::LogWriteEntries { count, index } => write
            .log
            .as_ref()
            .is_some_and(|log| (log.from, log.entries.len() as u64) == (index, count) && count > 0),
        Statement::LogWriteRemoval { index } => {
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
        Packet::Raft(message) => is_raft(&told.statement(), message),
        Packet::Request(request) => match told.statement() {
            Statement::PacketClientRequest { operation }
            | Statement::SayClientRequest { operation } => {
                request.operation.to_string() == operation
            }
            _ => false,
        },
        Packet::Answer(answer) => is_answer(&told.statement(), answer),
    };
    if right { Ok(()) } else { Err(format!("it is {packet:?}")) }
}

fn is_answer(said: &Statement, answer: &Answer) -> bool {
    let is_about = |number: u64| number == answer.serial;
    match (said, &answer.reply) {
        (Statement::PacketClientDone { number, outcome }, Reply::Done(gave)) => {
            is_about(*number) && outcome_is(outcome, gave)
        }
        (Statement::SayClientDone { outcome }, Reply::Done(gave)) => outcome_is(outcome, gave),
        (Statement::PacketClientSuperseded { number, position }, Reply::Superseded { by, .. }) => {
            is_about(*number) && position_is(position, *by)
        }
        (Statement::SayClientSuperseded { position }, Reply::Superseded { by, .. }) => {
            position_is(position, *by)
        }
        (Statement::PacketClientRedirected { number, leader }, Reply::NotLeader { hint }) => {
            is_about(*number) && *hint == leader.node()
        }
        (Statement::SayClientRedirected { leader }, Reply::NotLeader { hint }) => {
            *hint == leader.node()
        }
        (Statement::PacketClientNoLeader { number }, Reply::NotLeader { hint: None }) => {
            is_about(*number)
        }
        (Statement::SayClientNoLeader {}, Reply::NotLeader { hint: None }) => true,
        _ => false,
    }
}

fn is_raft(said: &Statement, Message { term: sent_in, body }: &Message) -> bool {
    let is_term = |term| term == *sent_in;
    match (*said, body) {
        (
            Statement::PacketPreVote { term, position } | Statement::SayPreVote { term, position },
            Body::PreVote { last, .. },
        )
        | (
            Statement::PacketVoteRequest { term, position }
            | Statement::SayVoteRequest { term, position },
            Body::RequestVote { last, .. },
        ) => is_term(term) && position_is(position, *last),
        (
            Statement::PacketPreVoteGranted { term } | Statement::SayPreVoteGranted { term },
            Body::PreVoteReply { granted: true, .. },
        )
        | (
            Statement::PacketPreVoteRefused { term } | Statement::SayPreVoteRefused { term },
            Body::PreVoteReply { granted: false, .. },
        ) => is_term(term),
        // A vote belongs to the term of its election, not to the one that the voter is in.
        (
            Statement::PacketVoteGranted { term } | Statement::SayVoteGranted { term },
            Body::RequestVoteReply { granted: true, election },
        )
        | (
            Statement::PacketVoteRefused { term } | Statement::SayVoteRefused { term },
            Body::RequestVoteReply { granted: false, election },
        ) => term == *election,
        _ => is_append(said, *sent_in, body),
    }
}

fn is_append(said: &Statement, sent_in: raft_sim::raft_core::Term, body: &Body) -> bool {
    let is_term = |term| term == sent_in;
    match (*said, body) {
        (
            Statement::PacketHeartbeat { term, commit_index }
            | Statement::SayHeartbeat { term, commit_index },
            Body::AppendEntries { entries, leader_commit, .. },
        ) => is_term(term) && entries.is_empty() && commit_index == *leader_commit,
        (
            Statement::PacketAppend { count, term, position, commit_index }
            | Statement::SayAppend { count, term, position, commit_index },
            Body::AppendEntries { previous, entries, leader_commit, .. },
        ) => {
            is_term(term)
                && entries.len() as u64 == count
                && count > 0
                && position_is(position, *previous)
                && commit_index == *leader_commit
        }
        (
            Statement::PacketAppendMatched { index, term }
            | Statement::SayAppendMatched { index, term },
            Body::AppendEntriesReply { outcome: AppendOutcome::Matched { through }, .. },
        ) => is_term(term) && index == *through,
        (
            Statement::PacketAppendMismatched { index, term }
            | Statement::SayAppendMismatched { index, term },
            Body::AppendEntriesReply {
                outcome: AppendOutcome::Mismatched { previous, .. }, ..
            },
        ) => is_term(term) && index == *previous,
        // The term that has begun is the sender's.
        (
            Statement::PacketAppendStale { term } | Statement::SayAppendStale { term },
            Body::AppendEntriesReply { outcome: AppendOutcome::Stale, .. },
        ) => is_term(term),
        _ => is_other(said, sent_in, body),
    }
}

fn is_other(said: &Statement, sent_in: raft_sim::raft_core::Term, body: &Body) -> bool {
    let is_term = |term| term == sent_in;
    match (*said, body) {
        (
            Statement::PacketSnapshot { term, position }
            | Statement::SaySnapshot { term, position },
            Body::InstallSnapshot(chunk),
        ) => is_term(term) && position_is(position, chunk.last),
        (
            Statement::PacketSnapshotDone { term } | Statement::SaySnapshotDone { term },
            Body::InstallSnapshotReply { done: true, .. },
        )
        | (
            Statement::PacketTimeoutNow { term } | Statement::SayTimeoutNow { term },
            Body::TimeoutNow,
        )
        | (
            Statement::PacketReadIndex { term } | Statement::SayReadIndex { term },
            Body::ReadIndex { .. },
        )
        | (
            Statement::PacketReadIndexRefused { term } | Statement::SayReadIndexRefused { term },
            Body::ReadIndexReply { index: None, .. },
        )
        | (
            Statement::PacketForward { term } | Statement::SayForward { term },
            Body::Forward { .. },
        )
        | (
            Statement::PacketForwardReply { term } | Statement::SayForwardReply { term },
            Body::ForwardReply { .. },
        ) => is_term(term),
        (
            Statement::PacketSnapshotPart { number, term }
            | Statement::SaySnapshotPart { number, term },
            Body::InstallSnapshotReply { done: false, received, .. },
        ) => is_term(term) && number == *received,
        (
            Statement::PacketReadIndexReply { index, term }
            | Statement::SayReadIndexReply { index, term },
            Body::ReadIndexReply { index: Some(read), .. },
        ) => is_term(term) && index == *read,
        _ => false,
    }
}
