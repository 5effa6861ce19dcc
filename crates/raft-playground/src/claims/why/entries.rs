//! Claims about why an entry is committed or not, at present.

use raft_sim::raft_core::{Entry, LogIndex, Node, NodeId, Payload, Rule};
use raft_sim::{Address, ClientOperation, Host, Process, Request, Status};

use super::super::arithmetic::{decides, groups, needed, passes, voters};
use super::super::{Checked, Moment, claim};
use super::past::{rules_off, running};
use crate::intent::Question;
use crate::query::entry_of;
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let (node, index) = asked(moment)?;
    let host = moment.simulation.host(node.node()?);
    let entry = entry_of(host, index)?;
    let own = running(moment, host.id);
    match *said {
        Statement::WhyEntryNeedsLeader {} => {
            let leads = moment.simulation.leader();
            claim(leads.is_none(), || format!("{leads:?} leads"))
        }
        Statement::WhyEntrySafe {} => {
            let committed = moment.truth.was_committed(entry.position());
            claim(committed, || "no node counted it as committed".into())
        }
        Statement::WhyEntryUnsafe {} => {
            let counts = |host: &Host| {
                host.process.as_ref().is_some_and(|process| {
                    process.node.commit_index() >= entry.index
                        && process.node.log().term_at(entry.index) == Some(entry.term)
                })
            };
            let counted = moment.simulation.hosts().iter().any(counts);
            claim(counted, || "no node counts it as committed".into())
        }
        Statement::WhyEntryKnownElsewhere { other, node: told } => {
            let other = running(moment, other.node()?)?;
            let known = other.commit_index() >= entry.index && has(other, entry);
            let unknown = own.is_some_and(|own| own.commit_index() < entry.index);
            claim(known && unknown && told == node, || format!("it knows it: {known}"))
        }
        Statement::WhyEntryInSnapshot { leader, index, node: told } => {
            let base = leader_of(moment, leader)?.log().base().index;
            let ends = own.map_or(host.disk.durable().last().index, Node::commit_index);
            let behind = own.is_none_or(|own| own.log().base().index < base);
            claim(base == index && entry.index < base && behind && told == node, || {
                format!("its log begins after {base:?}; {ends:?}")
            })
        }
        Statement::WhyEntryOnlyHere { leader } => {
            let has = has(leader_of(moment, leader)?, entry);
            claim(!has, || "it has it".into())
        }
        Statement::WhyEntryOlderWaits { leader, index, quorum, missing } => {
            let leader = leader_of(moment, leader)?;
            let target = leader.log().entry(index).filter(|own| own.term == leader.term())?;
            let first = leader.log().term_at(index.previous()) != Some(leader.term());
            let older = entry.term < leader.term() && first;
            let on = !rules_off(moment).contains(Rule::CommitOwnTerm);
            let right = is_quorum(moment, leader, quorum) && older && on;
            Some(if right {
                is_missing(moment, leader, target, missing)
            } else {
                Err(format!("it is of {:?}, and the other one of {:?}", entry.term, target.term))
            })
        }
        Statement::WhyEntryNotAtLeader { leader, node: told } => {
            let leader = leader_of(moment, leader)?;
            let has = has(leader, entry);
            let removes = !rules_off(moment).contains(Rule::TruncateConflicts);
            claim(!has && told == node && removes, || {
                format!("it has it: {has}; conflicts are removed: {removes}")
            })
        }
        Statement::WhyEntryNews { leader, node: told } => {
            let leader = leader_of(moment, leader)?;
            let known = leader.commit_index() >= entry.index && has(leader, entry);
            let unknown = own.is_some_and(|own| own.commit_index() < entry.index);
            claim(known && unknown && told == node, || {
                format!("the leader knows it: {known}; it does not know it: {unknown}")
            })
        }
        Statement::WhyEntryMissing { leader, quorum, missing } => {
            let leader = leader_of(moment, leader)?;
            let right = is_quorum(moment, leader, quorum);
            let counts =
                entry.term == leader.term() || rules_off(moment).contains(Rule::CommitOwnTerm);
            Some(if !right || !counts || is_acknowledged(moment, leader, entry) {
                Err(format!("needs {:?}; counts: {counts}", leader.membership()))
            } else {
                is_missing(moment, leader, entry, missing)
            })
        }
        Statement::WhyEntryOlderTerm { leader, term } => {
            let leader = leader_of(moment, leader)?;
            let older = entry.term < leader.term() && term == leader.term();
            let on = !rules_off(moment).contains(Rule::CommitOwnTerm);
            claim(older && on, || format!("{:?}", entry.term))
        }
        Statement::WhyEntryAboutToCommit { leader } => {
            let leader = leader_of(moment, leader)?;
            let enough = is_acknowledged(moment, leader, entry);
            claim(enough && leader.commit_index() < entry.index, || format!("enough: {enough}"))
        }
        _ => None,
    }
}

/// The entry that the question is about: one of a log, or the request for which a client waits.
fn asked(moment: &Moment) -> Option<(Address, LogIndex)> {
    match moment.question? {
        Question::Entry { node, index } => Some((node, LogIndex(index))),
        Question::Client(client) => {
            let operation = operation(moment, client)?;
            let own = running(moment, operation.asked)?;
            let mut open = own.log().entries_from(own.commit_index().next());
            let entry = open.find(|entry| match &entry.payload {
                Payload::Command(command) => Request::decode(command).is_some_and(|request| {
                    client == request.client.into() && request.serial == operation.serial
                }),
                _ => false,
            })?;
            Some((operation.asked.into(), entry.index))
        }
        _ => None,
    }
}

/// The node, if it leads.
pub(super) fn leader_of<'a>(moment: &Moment<'a>, leader: Address) -> Option<&'a Node> {
    running(moment, leader.node()?).filter(|node| node.is_leader())
}

fn has(node: &Node, entry: &Entry) -> bool {
    node.log().base().index > entry.index || node.log().term_at(entry.index) == Some(entry.term)
}

fn acknowledged(leader: &Node, voter: NodeId, entry: &Entry) -> bool {
    if voter == leader.id() {
        leader.durable_index() >= entry.index
    } else {
        leader.progress(voter).is_some_and(|progress| progress.match_index >= entry.index)
    }
}

/// Whether enough voters have acknowledged an entry.
pub(super) fn is_acknowledged(moment: &Moment, leader: &Node, entry: &Entry) -> bool {
    decides(moment.simulation, leader.membership(), |voter| acknowledged(leader, voter, entry))
}

/// How many of each group have acknowledged an entry.
pub(super) fn acknowledging(leader: &Node, entry: &Entry) -> Vec<(u64, u64)> {
    let count = |group: &Vec<NodeId>| {
        let count = group.iter().filter(|voter| acknowledged(leader, **voter, entry)).count();
        (count as u64, group.len() as u64)
    };
    groups(leader.membership()).iter().map(count).collect()
}

fn lacking(leader: &Node, entry: &Entry) -> Vec<NodeId> {
    let voters = voters(leader.membership()).into_iter();
    voters.filter(|voter| !acknowledged(leader, *voter, entry)).collect()
}

fn is_quorum(moment: &Moment, leader: &Node, told: &Sentence) -> bool {
    let groups = groups(leader.membership());
    let sizes: Vec<u64> =
        groups.iter().map(|group| needed(moment.simulation, group.len()) as u64).collect();
    match told.statement() {
        Statement::QuorumOfNodes { needed, all } => {
            sizes == [needed] && groups[0].len() as u64 == all
        }
        Statement::QuorumJoint { needed, other_needed, .. } => sizes == [needed, other_needed],
        _ => false,
    }
}

/// The list names all voters that have not acknowledged an entry, each with why.
fn is_missing(moment: &Moment, leader: &Node, entry: &Entry, told: &Sentence) -> Checked {
    let (told, lacking) = (list(told), lacking(leader, entry));
    if told.iter().map(|(node, _)| *node).ne(lacking.iter().copied()) {
        return Err(format!("{lacking:?} have not acknowledged it"));
    }
    told.iter().try_for_each(|(node, why)| lacks(moment, leader, *node, why))
}

/// The nodes of a list of what is missing, each with why.
pub(super) fn list(told: &Sentence) -> Vec<(NodeId, Sentence)> {
    match told.statement() {
        Statement::ListAnd { list: first, item } | Statement::ListComma { list: first, item } => {
            let mut all = list(first);
            all.extend(list(item));
            all
        }
        said => named(&said).map(|node| (node, told.clone())).into_iter().collect(),
    }
}

fn named(said: &Statement) -> Option<NodeId> {
    match *said {
        Statement::MissingWriting { node }
        | Statement::MissingStopped { node }
        | Statement::MissingFrozen { node }
        | Statement::MissingUnreachable { node }
        | Statement::MissingUnheard { node }
        | Statement::MissingWaiting { node } => node.node(),
        _ => None,
    }
}

/// Why a node has not acknowledged an entry is so.
pub(super) fn lacks(moment: &Moment, leader: &Node, node: NodeId, why: &Sentence) -> Checked {
    let simulation = moment.simulation;
    let process = simulation.host(node).process.as_ref();
    let is_frozen = process.is_some_and(Process::is_frozen);
    let (gets, answers) =
        (passes(simulation, leader.id(), node), passes(simulation, node, leader.id()));
    let right = match why.statement() {
        Statement::MissingStopped { .. } => process.is_none(),
        Statement::MissingFrozen { .. } => is_frozen,
        Statement::MissingWriting { .. } => {
            node == leader.id() && simulation.host(node).disk.under_way().next().is_some()
        }
        Statement::MissingUnreachable { .. } => process.is_some() && !gets,
        Statement::MissingUnheard { .. } => process.is_some() && gets && !answers,
        Statement::MissingWaiting { .. } => process.is_some() && gets && answers && !is_frozen,
        _ => false,
    };
    if right {
        Ok(())
    } else {
        let runs = process.is_some();
        Err(format!("{node:?} runs: {runs}, frozen: {is_frozen}, gets: {gets}, answers: {answers}"))
    }
}

/// The oldest operation for which a client waits.
pub(super) fn operation<'a>(moment: &Moment<'a>, client: Address) -> Option<&'a ClientOperation> {
    let mut clients = moment.simulation.clients().iter();
    let client = clients.find(|other| client == other.id.into())?;
    client.operations().iter().find(|operation| operation.status == Status::Waiting)
}
