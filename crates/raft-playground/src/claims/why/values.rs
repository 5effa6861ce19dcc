//! The compared values of an answer: each is the real one, and the verdict follows from them.

use raft_sim::raft_core::{Body, Event, Rule};
use raft_sim::{Packet, RecordKind, Reply};

use super::super::arithmetic::{groups, needed as quorum_size};
use super::super::{Checked, Moment};
use super::past::{Decided, decided, told};
use super::present_values;
use super::value::{Value, limit, name, number, position, value};
use crate::phrases::Compared;
use crate::text::Statement;

/// Judges a comparison; none if nothing is known that could refute it.
pub(in super::super) fn check(row: &Compared, moment: &Moment) -> Option<Checked> {
    let here = value(&row.here);
    let limit = limit(&row.needed);
    let (real, holds) = truth(row, moment, &limit)?;
    Some(if here != real {
        Err(format!("it is {real:?}, not {here:?}"))
    } else if row.holds != holds {
        Err(format!("{here:?} against {limit:?}: {}", row.holds))
    } else {
        Ok(())
    })
}

/// The real value, and whether it is as needed.
fn truth(row: &Compared, moment: &Moment, limit: &Value) -> Option<(Value, bool)> {
    match moment.question {
        Some(question) => present_values::truth(row, moment, question, limit),
        None => match decided(moment) {
            Some(of) => of_event(row, moment, of, limit),
            None => of_record(row, moment, limit),
        },
    }
}

fn of_event(row: &Compared, moment: &Moment, of: Decided, limit: &Value) -> Option<(Value, bool)> {
    let groups = groups(&of.state.membership);
    let counted = if super::past::rules_off(moment).contains(Rule::CountOnlyVoters) {
        of.state.membership.members().len()
    } else {
        groups[0].len()
    };
    let size = quorum_size(moment.simulation, counted) as u64;
    // A step that completes a change ends with other members than it began with.
    let changed = super::past::together(moment, of.record)
        .into_iter()
        .any(|event| matches!(event, Event::MembershipCreated { .. }));
    if changed {
        return None;
    }
    let enough =
        |count: usize| (Value::Number(count as u64), count as u64 >= size && number(limit) == size);
    Some(match (row.what.statement(), of.event) {
        (Statement::CompareVotes {}, Event::LeaderElected { votes, .. })
        | (
            Statement::CompareVotes {} | Statement::CompareVotesPromised {},
            Event::VoteCounted { votes, .. },
        ) => enough(*votes),
        (Statement::CompareCopies {}, Event::CommitDecided { copies, .. }) => enough(*copies),
        (Statement::CompareItsTerm {}, Event::CommitDecided { candidate, term, .. }) => {
            (Value::Number(candidate.term.0), candidate.term == *term && number(limit) == term.0)
        }
        (Statement::CompareItsTerm {}, _) => {
            let term = told(moment)?.1;
            let own = number(limit);
            (Value::Number(term.0), term.0 >= own && of.state.term.0 >= own)
        }
        (Statement::CompareOwnTerm {}, Event::TermAdopted { from_term, to_term, .. }) => {
            (Value::Number(from_term.0), from_term >= to_term)
        }
        (
            Statement::CompareCandidateLast {},
            Event::VoteDecided { .. } | Event::PreVoteDecided { .. },
        ) => {
            let (_, _, body) = moment.truth.message(of.record)?;
            let (Body::RequestVote { last, .. } | Body::PreVote { last, .. }) = body else {
                return None;
            };
            let own = of.state.last;
            let right = *limit == position(own);
            (position(*last), (last.term, last.index) >= (own.term, own.index) && right)
        }
        (Statement::CompareVoteInTerm {}, Event::VoteDecided { candidate, voted_for, .. }) => {
            (name(*voted_for), voted_for.is_none_or(|other| other == *candidate))
        }
        (
            Statement::CompareSilence {},
            Event::ElectionStarted { waited, .. } | Event::PreVoteStarted { waited, .. },
        ) => (Value::Span(waited.0), waited.0 >= number(limit)),
        (Statement::CompareWaited {}, Event::ElectionStarted { waited, .. }) => {
            // It began its last election that long ago, by its clock, and has no majority since.
            let began = super::past::before(moment, of.node).find(|record| {
                matches!(super::past::event_of(record), Some(Event::ElectionStarted { .. }))
            });
            let true_time = began.map(|began| of.record.at.since(began.at).0);
            let is_near = |span: u64| span.abs_diff(waited.0) * 2 <= span.max(waited.0);
            let real = if true_time.is_some_and(is_near) { waited.0 } else { true_time? };
            (Value::Span(real), false)
        }
        (Statement::CompareElectionTerm {}, _) => {
            let (_, _, body) = moment.truth.message(of.record)?;
            let Body::RequestVoteReply { election, .. } = body else { return None };
            (Value::Number(election.0), election.0 >= number(limit))
        }
        (Statement::CompareTermBefore {}, Event::AppendDecided { previous, own_term, .. }) => {
            let here = own_term.map_or(Value::Nothing, |term| Value::Number(term.0));
            (here, *own_term == Some(previous.term) && number(limit) == previous.term.0)
        }
        (Statement::CompareTermThere {}, Event::Truncated { first, leaders_term, .. }) => {
            let (_, _, body) = moment.truth.message(of.record)?;
            let theirs = match body {
                Body::AppendEntries { entries, .. } => {
                    entries.iter().find(|entry| entry.index == first.index)?.term
                }
                _ => *leaders_term,
            };
            (Value::Number(first.term.0), first.term == theirs && number(limit) == theirs.0)
        }
        (Statement::CompareHeardFrom {}, _) => {
            let here = value(&row.here);
            let count = number(&here);
            (here, count >= size)
        }
        (Statement::CompareKnownLeader {}, Event::Redirected { hint }) => {
            (name(*hint), *hint == Some(of.node))
        }
        (Statement::CompareTerm {}, Event::Booted { term, .. }) => (Value::Number(term.0), true),
        (Statement::CompareVote {}, Event::Booted { voted_for, .. }) => (name(*voted_for), true),
        (Statement::CompareLastEntry {}, Event::Booted { last, .. }) => (position(*last), true),
        _ => return None,
    })
}

fn of_record(row: &Compared, moment: &Moment, limit: &Value) -> Option<(Value, bool)> {
    let record = moment.record?;
    Some(match (row.what.statement(), &record.kind) {
        (Statement::CompareEntry {}, RecordKind::Applied { entry, .. }) => {
            let commit_index = record.state.as_ref()?.commit_index;
            let right = number(limit) == commit_index.0;
            (Value::Number(entry.index.0), entry.index <= commit_index && right)
        }
        (Statement::CompareWritesLost {}, RecordKind::Crashed { lost_writes, .. }) => {
            (Value::Number(*lost_writes as u64), *lost_writes == 0)
        }
        (
            Statement::CompareCommittedThere {},
            RecordKind::Sent(envelope) | RecordKind::Delivered(envelope),
        ) => {
            let Packet::Answer(answer) = &envelope.packet else { return None };
            let Reply::Superseded { lost, by } = answer.reply else { return None };
            (position(by), by == lost)
        }
        _ => return None,
    })
}
