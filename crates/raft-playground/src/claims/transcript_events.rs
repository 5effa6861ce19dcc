//! Claims of the transcript's lines about entries, snapshots, reads, members and hand-overs.

use raft_sim::raft_core::{Body, Entry, Event, LogIndex, LogPosition, NodeId, Payload, Term};
use raft_sim::{Address, Host, Record, RecordKind};

use super::arithmetic::has;
use super::transcript_facts::{all_off, before, belongs_to, host, is_on, leader, moved_on, node};
use super::transcript_members::members;
use super::transcript_parts::position_is;
use super::transcript_snapshots::snapshots;
use super::{Checked, Moment, claim};
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    malformed(said, record, moment)
        .or_else(|| entries(said, record, moment))
        .or_else(|| replication(said, record, moment))
        .or_else(|| commits(said, record, moment))
        .or_else(|| snapshots(said, record, moment))
        .or_else(|| members(said, record, moment))
}

fn malformed(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let sender = || {
        let (from, term, body) = moment.truth.message(record)?;
        Some((Address::Node(from), term, body))
    };
    match *said {
        Statement::LogUnknownSender { from } => {
            let id = from.node()?;
            let knows = state.membership.contains(id) && Some(from) != record.subject;
            claim(!knows, || format!("{:?}", state.membership))
        }
        Statement::LogLastTerm { from } => {
            let (sent_by, term, _) = sender()?;
            claim(sent_by == from && term.0 == u64::MAX, || {
                format!("{sent_by} sent it in {term:?}")
            })
        }
        Statement::LogBrokenEntries { from } => {
            let (sent_by, term, body) = sender()?;
            let Body::AppendEntries { previous, entries, .. } = body else { return None };
            let mut last = *previous;
            let is_broken = entries.iter().any(|entry| {
                let wrong = entry.index != last.index.next() || entry.term < last.term;
                last = entry.position();
                wrong || entry.term > term
            });
            claim(is_broken && sent_by == from, || "its entries are in order".into())
        }
        Statement::LogBrokenSnapshot { from } => {
            claim(sender()?.0 == from, || "another sent it".into())
        }
        Statement::LogRejectsByRule { from, term, rule_name, section } => {
            claim(belongs_to(from, term, record, moment), || "it belongs to another term".into())
                .map(|checked| checked.and_then(|()| is_on(rule_name, section, moment)))
        }
        Statement::LogRejectsAnswerByRule { from, rule_name, section } => {
            answers_leader(from, sender()).and_then(|()| is_on(rule_name, section, moment)).into()
        }
        Statement::LogAcceptsAnswerWithoutRule { from, rule_names } => {
            answers_leader(from, sender()).and_then(|()| all_off(rule_names, moment)).into()
        }
        Statement::LogAcceptsWithoutRule { from, term, rule_names } => {
            claim(belongs_to(from, term, record, moment), || "it belongs to another term".into())
                .map(|checked| checked.and_then(|()| all_off(rule_names, moment)))
        }
        _ => None,
    }
}

/// The message is a node's answer to what a leader sent.
fn answers_leader(from: Address, sent: Option<(Address, Term, &Body)>) -> Checked {
    match sent {
        Some((by, _, Body::AppendEntriesReply { .. } | Body::InstallSnapshotReply { .. }))
            if by == from =>
        {
            Ok(())
        }
        other => Err(format!("{other:?} was sent")),
    }
}

fn entries(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    match *said {
        Statement::LogCreatesNoOp { index, term } => {
            holds(record, moment, index, term, |payload| matches!(payload, Payload::NoOp)).into()
        }
        Statement::LogCreatesEntry { index, term } => {
            holds(record, moment, index, term, |payload| !matches!(payload, Payload::NoOp)).into()
        }
        Statement::LogAppendsEntry { index, term } => {
            holds(record, moment, index, term, |_| true).into()
        }
        Statement::LogAppendsEntries { index, last_index } => {
            let grew = index < last_index && state.last.index >= last_index;
            claim(grew, || format!("its log ends at {:?}", state.last))
        }
        Statement::LogRemovesEntry { index, term } => {
            removes(record, moment, LogPosition { term, index }, index).into()
        }
        Statement::LogRemovesEntries { index, last_index } => {
            let RecordKind::Protocol(Event::Truncated { first, .. }) = record.kind else {
                return None;
            };
            let first = LogPosition { index, ..first };
            removes(record, moment, first, last_index).into()
        }
        Statement::LogRejectsEntries { count, leader, position } => {
            let (from, sent) = sent_entries(record, moment)?;
            let told = sent.iter().position(|at| position_is(position, *at))?;
            let right = from == leader && (sent.len() - told - 1) as u64 == count;
            let missing = host(record, moment).is_some_and(|host| lacks(host, sent[told]));
            claim(right && (missing || moved_on(record, moment)), || {
                format!("{from} sent {sent:?}; it is missing: {missing}")
            })
        }
        Statement::LogRejectsEntriesByRule { leader, position, rule_name, section } => {
            let (from, sent) = sent_entries(record, moment)?;
            let base = node(record, moment).map(|node| node.log().base());
            let right = sent.iter().chain(&base).any(|at| position_is(position, *at));
            claim(from == leader && right, || format!("{from} sent {sent:?}"))
                .map(|checked| checked.and_then(|()| is_on(rule_name, section, moment)))
        }
        Statement::LogAcceptsEntriesWithoutRule { leader, position, rule_names } => {
            let (from, sent) = sent_entries(record, moment)?;
            let base = node(record, moment).map(|node| node.log().base());
            let right = sent.iter().chain(&base).any(|at| position_is(position, *at));
            claim(from == leader && right, || format!("{from} sent {sent:?}"))
                .map(|checked| checked.and_then(|()| all_off(rule_names, moment)))
        }
        _ => None,
    }
}

/// The entries whose arrival caused a record: their sender, and after the entry before them their
/// places.
fn sent_entries(record: &Record, moment: &Moment) -> Option<(Address, Vec<LogPosition>)> {
    match moment.truth.message(record)? {
        (from, _, Body::AppendEntries { previous, entries, .. }) => {
            let sent = entries.iter().map(Entry::position);
            Some((from.into(), [*previous].into_iter().chain(sent).collect()))
        }
        _ => None,
    }
}

/// Whether an entry is not in a log, nor replaced by a snapshot.
fn lacks(host: &Host, at: LogPosition) -> bool {
    let base = host.process.as_ref().map(|process| process.node.log().base());
    let is_other_base = base.is_some_and(|base| base.index == at.index && base.term != at.term);
    is_other_base || !has(host, at)
}

fn holds(
    record: &Record,
    moment: &Moment,
    index: LogIndex,
    term: Term,
    is_such: impl Fn(&Payload) -> bool,
) -> Checked {
    let Some(node) = node(record, moment) else {
        let last = record.state.as_ref().map(|state| state.last.index);
        return if last >= Some(index) { Ok(()) } else { Err(format!("its log ends at {last:?}")) };
    };
    match node.log().entry(index) {
        Some(entry) if entry.term == term && is_such(&entry.payload) => Ok(()),
        None if node.log().base().index >= index => Ok(()),
        other => Err(format!("there is {other:?}")),
    }
}

/// These entries were in the log, and no longer are.
fn removes(record: &Record, moment: &Moment, first: LogPosition, last: LogIndex) -> Checked {
    let ended = before(record, moment).map(|state| state.last.index);
    if ended.is_some_and(|ended| ended != last) {
        return Err(format!("its log ended at {ended:?}"));
    }
    match node(record, moment) {
        Some(node)
            if node.log().entry(first.index).is_some_and(|entry| entry.term == first.term) =>
        {
            Err("it is still there".into())
        }
        _ => Ok(()),
    }
}

fn replication(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::LogLearnsMatch { follower, index } => {
            let id = follower.node()?;
            let Some(known) = leader(record, moment).and_then(|leader| leader.progress(id)) else {
                return Some(Ok(()));
            };
            claim(known.match_index >= index, || format!("matchIndex is {:?}", known.match_index))
        }
        Statement::LogBacksOff { follower, index } => {
            let id = follower.node()?;
            let Some(known) = leader(record, moment).and_then(|leader| leader.progress(id)) else {
                return Some(Ok(()));
            };
            claim(known.next_index == index, || format!("nextIndex is {:?}", known.next_index))
        }
        _ => None,
    }
}

fn commits(said: &Statement, record: &Record, moment: &Moment) -> Option<Checked> {
    let state = record.state.as_ref()?;
    let was = before(record, moment).map(|state| state.commit_index);
    let moves = |from: LogIndex, to: LogIndex| {
        let right = was.is_none_or(|was| was <= from) && from < to && state.commit_index >= to;
        if right { Ok(()) } else { Err(format!("from {was:?} to {:?}", state.commit_index)) }
    };
    let is_candidate = |told: &Sentence| match record.kind {
        RecordKind::Protocol(Event::CommitDecided { candidate, .. }) => {
            Some(candidate).filter(|candidate| position_is(told, *candidate))
        }
        _ => None,
    };
    match *said {
        Statement::LogCommits { position, copies } => {
            let Some(at) = is_candidate(position) else {
                return Some(Err(format!("{:?}", record.kind)));
            };
            counts(record, moment, at, copies).into()
        }
        Statement::LogCommitsWithoutRule { position, rule_names } => {
            let reached = is_candidate(position).is_some_and(|at| at.index <= state.commit_index);
            claim(reached, || format!("commit index {:?}", state.commit_index))
                .map(|checked| checked.and_then(|()| all_off(rule_names, moment)))
        }
        Statement::LogDoesNotCommit { position } => {
            let older = is_candidate(position)
                .is_some_and(|at| at.term < state.term && at.index > state.commit_index);
            claim(older, || format!("{state:?}"))
        }
        Statement::LogDoesNotCommitByRule { rule_name, section, .. } => {
            is_on(rule_name, section, moment).into()
        }
        Statement::LogCommitIndex { index, commit_index } => moves(index, commit_index).into(),
        Statement::LogCommitIndexByRule { index, commit_index, rule_name, section } => {
            moves(index, commit_index).and_then(|()| is_on(rule_name, section, moment)).into()
        }
        Statement::LogCommitIndexWithoutRule { index, commit_index, rule_names } => {
            moves(index, commit_index).and_then(|()| all_off(rule_names, moment)).into()
        }
        Statement::LogReads { index } => {
            claim(index <= state.commit_index, || format!("{state:?}"))
        }
        Statement::LogReadsWithoutRule { index, rule_names } => {
            claim(index <= state.commit_index, || format!("{state:?}"))
                .map(|checked| checked.and_then(|()| all_off(rule_names, moment)))
        }
        Statement::LogReadWaits { rule_name, section } => is_on(rule_name, section, moment).into(),
        _ => None,
    }
}

/// A leader commits an entry of which it counts so many copies: those that the members of the
/// memberships before and after it are known to have, its own among them.
fn counts(record: &Record, moment: &Moment, at: LogPosition, copies: u64) -> Checked {
    let state = record.state.as_ref().ok_or("it is stopped")?;
    if state.commit_index < at.index {
        return Err(format!("its commit index is {:?}", state.commit_index));
    }
    let (Some(node), Some(leader)) = (node(record, moment), leader(record, moment)) else {
        return Ok(());
    };
    let is_counted = |other: &NodeId| match leader.progress(*other) {
        Some(progress) => progress.match_index >= at.index,
        None => *other == node.id() && node.durable_index() >= at.index,
    };
    let memberships = [before(record, moment), Some(state)].into_iter().flatten();
    let counted: Vec<usize> = memberships
        .map(|state| state.membership.members().iter().copied().filter(is_counted).count())
        .collect();
    // Who has left is no longer known to the leader.
    let most = counted.iter().max().copied().unwrap_or_default() as u64;
    let has_left = before(record, moment).is_some_and(|was| was.membership != state.membership);
    if copies <= most || has_left { Ok(()) } else { Err(format!("it counts {counted:?}")) }
}
