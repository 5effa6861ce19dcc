//! The compared values of an answer: each is the real one, and the verdict follows from them.

use raft_sim::raft_core::{Body, Event, LogPosition, Node, NodeId, Rule};
use raft_sim::{Packet, RecordKind, Reply};

use super::super::arithmetic::{exchange, groups, needed as quorum_size};
use super::super::{Checked, Moment};
use super::entries::acknowledging;
use super::past::{Decided, decided, in_transit, running, told};
use crate::intent::Question;
use crate::phrases::Compared;
use crate::query::entry_of;
use crate::text::{Said, Sentence, Words};

/// A comparison as plain values.
#[derive(PartialEq, Eq, Debug)]
enum Value {
    /// A number, a term, an index.
    Number(u64),
    /// A place in a log; none before its first entry.
    Position(u64, u64),
    /// How many of how many, for each group of voters.
    Groups(Vec<(u64, u64)>),
    /// The name of a node.
    Name(String),
    /// Several nodes.
    Nodes(Vec<NodeId>),
    /// There is none.
    Nothing,
    /// A span in microseconds.
    Span(u64),
    /// Words that say no value.
    Words,
}

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

fn value(words: &Words) -> Value {
    match words {
        Words::Number(number) => Value::Number(*number),
        Words::Data(name) => Value::Name(name.to_string()),
        Words::Sentence(sentence) => value_of(sentence),
        Words::Time(_) => Value::Words,
    }
}

fn value_of(sentence: &Sentence) -> Value {
    match sentence.said() {
        Said::CountOfAll { count, all } => Value::Groups(vec![(count, all)]),
        Said::ListAnd { list, item } => match (value_of(list), value_of(item)) {
            (Value::Groups(mut groups), Value::Groups(more)) => {
                groups.extend(more);
                Value::Groups(groups)
            }
            _ => Value::Words,
        },
        Said::QuorumJoint { needed, old_voters, other_needed, voters } => Value::Groups(vec![
            (needed, old_voters.len() as u64),
            (other_needed, voters.len() as u64),
        ]),
        Said::LogPosition { index, term } => Value::Position(term.0, index.0),
        Said::LogPositionNone {} => Value::Position(0, 0),
        Said::HereNone {} | Said::HereNothing {} | Said::HereNoEntry {} => Value::Nothing,
        Said::HereEntryOfTerm { term } => Value::Number(term.0),
        Said::HereSpan { span } => Value::Span(span.0),
        Said::HereNodes { voters } => {
            Value::Nodes(voters.iter().filter_map(|voter| voter.node()).collect())
        }
        _ => Value::Words,
    }
}

/// The value that is needed.
fn limit(words: &Words) -> Value {
    let Words::Sentence(sentence) = words else { return value(words) };
    match sentence.said() {
        Said::NeedAtLeast { number } => Value::Number(number),
        Said::NeedAtLeastOwn { term, .. } => Value::Number(term.0),
        Said::NeedAtMostCommit { commit_index } => Value::Number(commit_index.0),
        Said::NeedTermAt { term, .. } => Value::Number(term.0),
        Said::NeedNotBefore { position } => value_of(position),
        Said::NeedAny {} => Value::Position(0, 0),
        Said::NeedTimer { span } => Value::Span(span.0),
        _ => value_of(sentence),
    }
}

fn number(value: &Value) -> u64 {
    match value {
        Value::Number(number) | Value::Span(number) => *number,
        _ => 0,
    }
}

fn position(at: LogPosition) -> Value {
    Value::Position(at.term.0, at.index.0)
}

fn name(node: Option<NodeId>) -> Value {
    node.map_or(Value::Nothing, |node| Value::Name(raft_sim::Address::Node(node).to_string()))
}

/// The real value, and whether it is as needed.
fn truth(row: &Compared, moment: &Moment, limit: &Value) -> Option<(Value, bool)> {
    match moment.question {
        Some(question) => at_present(row, moment, question, limit),
        None => match decided(moment) {
            Some(of) => of_event(row, moment, of, limit),
            None => of_record(row, moment, limit),
        },
    }
}

fn of_event(row: &Compared, moment: &Moment, of: Decided, limit: &Value) -> Option<(Value, bool)> {
    let groups = groups(&of.state.membership);
    let counted = match super::past::rules_off(moment).contains(Rule::CountOnlyVoters) {
        true => of.state.membership.members().len(),
        false => groups[0].len(),
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
    Some(match (row.what.said(), of.event) {
        (Said::CompareVotes {}, Event::LeaderElected { votes, .. })
        | (
            Said::CompareVotes {} | Said::CompareVotesPromised {},
            Event::VoteCounted { votes, .. },
        ) => enough(*votes),
        (Said::CompareCopies {}, Event::CommitDecided { copies, .. }) => enough(*copies),
        (Said::CompareItsTerm {}, Event::CommitDecided { candidate, term, .. }) => {
            (Value::Number(candidate.term.0), candidate.term == *term && number(limit) == term.0)
        }
        (Said::CompareItsTerm {}, _) => {
            let term = told(moment)?.1;
            let own = number(limit);
            (Value::Number(term.0), term.0 >= own && of.state.term.0 >= own)
        }
        (Said::CompareOwnTerm {}, Event::TermAdopted { from_term, to_term, .. }) => {
            (Value::Number(from_term.0), from_term >= to_term)
        }
        (
            Said::CompareCandidateLast {},
            Event::VoteDecided { .. } | Event::PreVoteDecided { .. },
        ) => {
            let (_, _, body) = moment.witness.message(of.record)?;
            let (Body::RequestVote { last, .. } | Body::PreVote { last, .. }) = body else {
                return None;
            };
            let own = of.state.last;
            let right = *limit == position(own);
            (position(*last), (last.term, last.index) >= (own.term, own.index) && right)
        }
        (Said::CompareVoteInTerm {}, Event::VoteDecided { candidate, voted_for, .. }) => {
            (name(*voted_for), voted_for.is_none_or(|other| other == *candidate))
        }
        (
            Said::CompareSilence {},
            Event::ElectionStarted { waited, .. } | Event::PreVoteStarted { waited, .. },
        ) => (Value::Span(waited.0), waited.0 >= number(limit)),
        (Said::CompareElectionTerm {}, _) => {
            let (_, _, body) = moment.witness.message(of.record)?;
            let Body::RequestVoteReply { election, .. } = body else { return None };
            (Value::Number(election.0), election.0 >= number(limit))
        }
        (Said::CompareTermBefore {}, Event::AppendDecided { previous, own_term, .. }) => {
            let here = own_term.map_or(Value::Nothing, |term| Value::Number(term.0));
            (here, *own_term == Some(previous.term) && number(limit) == previous.term.0)
        }
        (Said::CompareTermThere {}, Event::Truncated { first, leaders_term, .. }) => {
            let (_, _, body) = moment.witness.message(of.record)?;
            let theirs = match body {
                Body::AppendEntries { entries, .. } => {
                    entries.iter().find(|entry| entry.index == first.index)?.term
                }
                _ => *leaders_term,
            };
            (Value::Number(first.term.0), first.term == theirs && number(limit) == theirs.0)
        }
        (Said::CompareHeardFrom {}, _) => {
            let here = value(&row.here);
            let count = number(&here);
            (here, count >= size)
        }
        (Said::CompareKnownLeader {}, Event::Redirected { hint }) => {
            (name(*hint), *hint == Some(of.node))
        }
        (Said::CompareTerm {}, Event::Booted { term, .. }) => (Value::Number(term.0), true),
        (Said::CompareVote {}, Event::Booted { voted_for, .. }) => (name(*voted_for), true),
        (Said::CompareLastEntry {}, Event::Booted { last, .. }) => (position(*last), true),
        _ => return None,
    })
}

fn of_record(row: &Compared, moment: &Moment, limit: &Value) -> Option<(Value, bool)> {
    let record = moment.record?;
    Some(match (row.what.said(), &record.kind) {
        (Said::CompareEntry {}, RecordKind::Applied { entry, .. }) => {
            let commit_index = record.state.as_ref()?.commit_index;
            let right = number(limit) == commit_index.0;
            (Value::Number(entry.index.0), entry.index <= commit_index && right)
        }
        (Said::CompareWritesLost {}, RecordKind::Crashed { lost_writes, .. }) => {
            (Value::Number(*lost_writes as u64), *lost_writes == 0)
        }
        (
            Said::CompareCommittedThere {},
            RecordKind::Sent(envelope) | RecordKind::Delivered(envelope),
        ) => {
            let Packet::Answer(answer) = &envelope.packet else { return None };
            let Reply::Superseded { lost, by } = answer.reply else { return None };
            (position(by), by == lost)
        }
        _ => return None,
    })
}

fn at_present(
    row: &Compared,
    moment: &Moment,
    question: Question,
    limit: &Value,
) -> Option<(Value, bool)> {
    match question {
        Question::Leader => leading(row, moment, limit),
        Question::Entry { node, index } => {
            let index = raft_sim::raft_core::LogIndex(index);
            entry(row, moment, node.node()?, index, limit)
        }
        Question::Vote { voter, candidate } => {
            let (voter, stands) =
                (running(moment, voter.node()?)?, running(moment, candidate.node()?)?);
            match row.what.said() {
                Said::CompareCandidateTerm {} => {
                    let right = number(limit) == voter.term().0;
                    (Value::Number(stands.term().0), stands.term() >= voter.term() && right).into()
                }
                Said::CompareCandidateLast {} => {
                    let (last, own) = (stands.log().last(), voter.log().last());
                    let newer = (last.term, last.index) >= (own.term, own.index);
                    (position(last), newer && *limit == position(own)).into()
                }
                _ => None,
            }
        }
        Question::Message(_) => {
            let (sent, _) = in_transit(moment)?;
            let Packet::Raft(message) = sent.packet else { return None };
            let receiver = running(moment, sent.to.node()?)?;
            transit(row, receiver, message.term.0, &message.body, limit)
        }
        Question::Sentence | Question::Record(_) | Question::Client(_) => None,
    }
}

fn transit(
    row: &Compared,
    receiver: &Node,
    term: u64,
    body: &Body,
    limit: &Value,
) -> Option<(Value, bool)> {
    Some(match (row.what.said(), body) {
        (Said::CompareItsTerm {}, _) => {
            let own = receiver.term().0;
            (Value::Number(term), term >= own && number(limit) == own)
        }
        (
            Said::CompareLastEntry {},
            Body::PreVote { last, .. } | Body::RequestVote { last, .. },
        ) => {
            let own = receiver.log().last();
            (position(*last), (last.term, last.index) >= (own.term, own.index))
        }
        (Said::CompareEntryBefore {}, Body::AppendEntries { previous, .. }) => {
            let log = receiver.log();
            let replaced = previous.index < log.base().index;
            let same = log.term_at(previous.index) == Some(previous.term);
            (position(*previous), replaced || same)
        }
        _ => return None,
    })
}

fn leading(row: &Compared, moment: &Moment, limit: &Value) -> Option<(Value, bool)> {
    let here = value(&row.here);
    let hosts = || moment.simulation.hosts().iter().filter_map(|host| running(moment, host.id));
    match row.what.said() {
        // For some node it is so many, and for none more.
        Said::CompareReachEachOther {} => {
            let Value::Groups(told) = &here else { return Some((Value::Words, false)) };
            let reached = |node: &Node, of: &Node| -> Vec<(u64, u64)> {
                let count = |group: &Vec<NodeId>| {
                    let reach = |voter: &&NodeId| exchange(moment.simulation, node.id(), **voter);
                    (group.iter().filter(reach).count() as u64, group.len() as u64)
                };
                groups(of.membership()).iter().map(count).collect()
            };
            let is_real = hosts().any(|node| hosts().any(|of| reached(node, of) == *told));
            let enough = match limit {
                Value::Groups(limit) => {
                    told.iter().zip(limit).all(|(told, limit)| told.0 >= limit.0)
                }
                _ => false,
            };
            Some((if is_real { here } else { Value::Words }, enough))
        }
        Said::CompareVotes {} | Said::CompareVotesPromised {} => {
            let Value::Groups(told) = &here else { return Some((Value::Words, false)) };
            let enough = match limit {
                Value::Groups(limit) => {
                    told.iter().zip(limit).all(|(told, limit)| told.0 >= limit.0)
                }
                _ => false,
            };
            Some((value(&row.here), enough))
        }
        Said::CompareRunsOut {} => {
            let at = super::present::next_timeout(moment)?;
            let left = at.since(moment.simulation.now()).0;
            Some((Value::Span(left), left == 0))
        }
        _ => None,
    }
}

fn entry(
    row: &Compared,
    moment: &Moment,
    node: NodeId,
    index: raft_sim::raft_core::LogIndex,
    limit: &Value,
) -> Option<(Value, bool)> {
    let host = moment.simulation.host(node);
    let entry = entry_of(host, index)?;
    let leader = moment.simulation.leader().and_then(|leader| running(moment, leader));
    let enough = |groups: &[(u64, u64)]| match limit {
        Value::Groups(limit) => groups.iter().zip(limit).all(|(here, limit)| here.0 >= limit.0),
        _ => false,
    };
    Some(match row.what.said() {
        Said::CompareAcknowledged {} => {
            let counted = acknowledging(leader?, entry);
            let is_met = enough(&counted);
            (Value::Groups(counted), is_met)
        }
        Said::CompareItsTerm {} => (Value::Number(entry.term.0), entry.term == leader?.term()),
        Said::CompareOnDisks {} => {
            let holders: Vec<NodeId> = moment
                .simulation
                .hosts()
                .iter()
                .filter(|host| {
                    let disk = host.disk.durable();
                    disk.snapshot.as_ref().is_some_and(|kept| kept.last.index >= index)
                        || disk.entries.iter().any(|other| other.position() == entry.position())
                })
                .map(|host| host.id)
                .collect();
            let membership = host.process.as_ref().map(|process| process.node.membership().clone());
            let membership = membership.filter(|members| !members.voters.is_empty());
            let holds = match membership {
                Some(membership) => {
                    super::super::arithmetic::decides(moment.simulation, &membership, |voter| {
                        holders.contains(&voter)
                    })
                }
                None => row.holds,
            };
            (if holders.is_empty() { Value::Nothing } else { Value::Nodes(holders) }, holds)
        }
        Said::CompareLeaderEntry {} => {
            let theirs = leader?.log().term_at(index);
            let here = theirs.map_or(Value::Nothing, |term| Value::Number(term.0));
            (here, theirs == Some(entry.term) && number(limit) == entry.term.0)
        }
        Said::CompareLeaderCommit {} => {
            let known = leader?.commit_index();
            (Value::Number(known.0), known >= index && number(limit) == index.0)
        }
        _ => return None,
    })
}
