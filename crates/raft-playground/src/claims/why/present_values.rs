//! The real values of answers about the present.

use raft_sim::Packet;
use raft_sim::raft_core::{Body, LogIndex, Node, NodeId};

use super::super::Moment;
use super::super::arithmetic::{decides, exchange, groups};
use super::entries::acknowledging;
use super::past::{in_transit, running};
use super::value::{Value, number, position, value};
use crate::intent::Question;
use crate::phrases::Compared;
use crate::query::entry_of;
use crate::text::Statement;

pub(super) fn truth(
    row: &Compared,
    moment: &Moment,
    question: Question,
    limit: &Value,
) -> Option<(Value, bool)> {
    match question {
        Question::Leader => leading(row, moment, limit),
        Question::Entry { node, index } => {
            let index = LogIndex(index);
            entry(row, moment, node.node()?, index, limit)
        }
        Question::Vote { voter, candidate } => {
            let (voter, stands) =
                (running(moment, voter.node()?)?, running(moment, candidate.node()?)?);
            match row.what.statement() {
                Statement::CompareCandidateTerm {} => {
                    let right = number(limit) == voter.term().0;
                    (Value::Number(stands.term().0), stands.term() >= voter.term() && right).into()
                }
                Statement::CompareCandidateLast {} => {
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
    Some(match (row.what.statement(), body) {
        (Statement::CompareItsTerm {}, _) => {
            let own = receiver.term().0;
            (Value::Number(term), term >= own && number(limit) == own)
        }
        (
            Statement::CompareLastEntry {},
            Body::PreVote { last, .. } | Body::RequestVote { last, .. },
        ) => {
            let own = receiver.log().last();
            (position(*last), (last.term, last.index) >= (own.term, own.index))
        }
        (Statement::CompareEntryBefore {}, Body::AppendEntries { previous, .. }) => {
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
    match row.what.statement() {
        // For some node it is so many, and for none more.
        Statement::CompareReachEachOther {} => {
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
        Statement::CompareVotes {} | Statement::CompareVotesPromised {} => {
            let Value::Groups(told) = &here else { return Some((Value::Words, false)) };
            let enough = match limit {
                Value::Groups(limit) => {
                    told.iter().zip(limit).all(|(told, limit)| told.0 >= limit.0)
                }
                _ => false,
            };
            Some((value(&row.here), enough))
        }
        Statement::CompareRunsOut {} => {
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
    index: LogIndex,
    limit: &Value,
) -> Option<(Value, bool)> {
    let host = moment.simulation.host(node);
    let entry = entry_of(host, index)?;
    let leader = moment.simulation.leader().and_then(|leader| running(moment, leader));
    let enough = |groups: &[(u64, u64)]| match limit {
        Value::Groups(limit) => groups.iter().zip(limit).all(|(here, limit)| here.0 >= limit.0),
        _ => false,
    };
    Some(match row.what.statement() {
        Statement::CompareAcknowledged {} => {
            let counted = acknowledging(leader?, entry);
            let is_met = enough(&counted);
            (Value::Groups(counted), is_met)
        }
        Statement::CompareItsTerm {} => (Value::Number(entry.term.0), entry.term == leader?.term()),
        Statement::CompareOnDisks {} => {
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
                    decides(moment.simulation, &membership, |voter| holders.contains(&voter))
                }
                None => row.holds,
            };
            (if holders.is_empty() { Value::Nothing } else { Value::Nodes(holders) }, holds)
        }
        Statement::CompareLeaderEntry {} => {
            let theirs = leader?.log().term_at(index);
            let here = theirs.map_or(Value::Nothing, |term| Value::Number(term.0));
            (here, theirs == Some(entry.term) && number(limit) == entry.term.0)
        }
        Statement::CompareLeaderCommit {} => {
            let known = leader?.commit_index();
            (Value::Number(known.0), known >= index && number(limit) == index.0)
        }
        _ => return None,
    })
}
