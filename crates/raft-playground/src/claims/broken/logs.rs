//! Facts about terms, logs and what was applied.

use std::collections::BTreeMap;

use raft_sim::raft_core::{Entry, Event, LogIndex, LogPosition, NodeId, Term};
use raft_sim::{Address, Host, Process, Property, Record, RecordKind};

use super::super::arithmetic::{has, voters};
use super::super::{Checked, Moment, claim};
use crate::text::{Sentence, Statement};

pub(super) fn check(said: &Statement, moment: &Moment) -> Option<Checked> {
    let truth = moment.truth;
    match *said {
        Statement::BrokenElectionSafety { first, second, term } => {
            let led = |node: Address| node.node().is_some_and(|node| truth.led(term, node));
            claim(first != second && led(first) && led(second), || {
                let leaders: Vec<NodeId> = truth.leaders_of(term).collect();
                format!("{leaders:?} led term {}", term.0)
            })
        }
        Statement::BrokenLeaderAppendOnly { leader, term, index } => {
            let changes = of(moment, leader).filter(|record| match &record.kind {
                RecordKind::Protocol(Event::Truncated { first, .. }) => first.index == index,
                RecordKind::Protocol(Event::SnapshotInstalled { .. }) => true,
                RecordKind::Protocol(Event::Appended { first, .. }) => *first == index,
                _ => false,
            });
            let changed = changes.count() > 0;
            claim(changed && truth.led(term, leader.node()?), || format!("changed: {changed}"))
        }
        Statement::BrokenLogMatching { first, second, position } => {
            differ(moment, first, second, position).into()
        }
        Statement::BrokenKeptConflict { node, index, last_index } => {
            let snapshots: Vec<_> = of(moment, node)
                .filter_map(|record| match &record.kind {
                    RecordKind::Protocol(
                        Event::SnapshotInstalled { last, .. } | Event::Compacted { last },
                    ) => Some((last.index, record.state.as_ref()?.last.index)),
                    _ => None,
                })
                .collect();
            let kept = snapshots.contains(&(index, last_index));
            claim(kept && last_index > index, || format!("its snapshots are {snapshots:?}"))
        }
        Statement::BrokenStateMachineSafety { index, first, first_term, second, second_term } => {
            let (one, other) = (
                applied(moment, first, index, first_term),
                applied(moment, second, index, second_term),
            );
            claim(one.iter().any(|one| other.iter().any(|other| one != other)), || {
                format!("they applied {one:?} and {other:?}")
            })
        }
        Statement::BrokenAppliedUncommitted { node, index, commit_index } => {
            let mut applying = of(moment, node).filter(|record| match &record.kind {
                RecordKind::Applied { entry, .. } => entry.index == index,
                _ => false,
            });
            let so = applying.any(|record| {
                let known = record.state.as_ref().map(|state| state.commit_index);
                known == Some(commit_index) && commit_index < index
            });
            claim(so, || format!("it did not apply entry {} then", index.0))
        }
        Statement::BrokenCommitBeyondLog { node, commit_index, last_index } => {
            let is_so = of(moment, node).any(|record| {
                record.state.as_ref().is_some_and(|state| {
                    (state.commit_index, state.last.index) == (commit_index, last_index)
                })
            });
            claim(is_so && commit_index > last_index, || "its log never was like that".into())
        }
        Statement::BrokenRewound { node, before_index, index } => {
            let reached = of(moment, node).any(|record| match &record.kind {
                RecordKind::Applied { entry, .. } => entry.index == before_index,
                RecordKind::Protocol(Event::SnapshotInstalled { last, .. }) => {
                    last.index == before_index
                }
                _ => false,
            });
            let restored = of(moment, node).any(|record| {
                matches!(&record.kind, RecordKind::Protocol(Event::SnapshotInstalled { last, .. })
                    if last.index == index)
            });
            claim(reached && restored && index < before_index, || {
                format!("it applied up to there: {reached}, and installed it: {restored}")
            })
        }
        Statement::BrokenAppliedInOrder { node, before_index, index } => {
            let mut applied = of(moment, node).filter_map(|record| match &record.kind {
                RecordKind::Applied { entry, .. } => Some(entry.index),
                _ => None,
            });
            let found = applied.any(|applied| applied == index);
            let skips = index != before_index.next();
            claim(found && skips, || format!("applied: {found}, out of order: {skips}"))
        }
        _ => copies(said, moment),
    }
}

/// Facts about who has a committed entry.
fn copies(said: &Statement, moment: &Moment) -> Option<Checked> {
    match *said {
        Statement::BrokenLeaderCompleteness { index, entry_term, committed_term, leader, term } => {
            let at = LogPosition { term: entry_term, index };
            let lacks =
                is_then(moment, leader, |host| !has(host, at) || differs_before(moment, host, at));
            committed(moment, at, committed_term)
                .and_then(|()| leads_later(moment, leader, term, committed_term))
                .and_then(|()| if lacks { Ok(()) } else { Err(format!("{leader} has it")) })
                .into()
        }
        Statement::BrokenQuorumsMeet { index, entry_term, committed_term, leader, term } => {
            let at = LogPosition { term: entry_term, index };
            let candidate = leader.node()?;
            let electing = moment
                .simulation
                .hosts()
                .iter()
                .filter(|host| moment.voted(term, host.id, candidate) && on_disk(host, at));
            let having: Vec<NodeId> = electing
                .filter(|host| !differs_before(moment, host, at))
                .map(|host| host.id)
                .collect();
            committed(moment, at, committed_term)
                .and_then(|()| leads_later(moment, leader, term, committed_term))
                .and_then(|()| {
                    if having.is_empty() || moment.record.is_none() {
                        Ok(())
                    } else {
                        Err(format!("{having:?} voted for it and have it"))
                    }
                })
                .into()
        }
        Statement::BrokenDurableQuorum { copies, node, index, entry_term } => {
            let at = LogPosition { term: entry_term, index };
            if !moment.truth.was_committed(at) {
                return Some(Err("no node counted it as committed".into()));
            }
            let Some(state) = moment.record.and_then(|record| record.state.as_ref()) else {
                return Some(Ok(()));
            };
            let voters = voters(&state.membership).into_iter();
            let having: Vec<NodeId> =
                voters.filter(|voter| on_disk(moment.simulation.host(*voter), at)).collect();
            // A copy of the entry after other entries is none of its log.
            let counted = having.len() as u64 == copies
                || having.iter().any(|id| differs_before(moment, moment.simulation.host(*id), at));
            claim(counted && state.commit_index >= index && is_of(moment, node), || {
                format!("{having:?} have it on disk; the voters are {:?}", state.membership)
            })
        }
        _ => None,
    }
}

/// The records about a node up to this moment.
fn of<'a>(moment: &Moment<'a>, node: Address) -> impl Iterator<Item = &'a Record> {
    let records = moment.truth.records.iter().map(AsRef::as_ref);
    records.filter(move |record: &&Record| record.subject == Some(node))
}

fn is_of(moment: &Moment, node: Address) -> bool {
    moment.record.is_none_or(|record| record.subject == Some(node))
}

/// Whether something holds of a node at the moment of the record, as far as that can be seen.
fn is_then(moment: &Moment, node: Address, is_so: impl Fn(&Host) -> bool) -> bool {
    let Some(id) = node.node() else { return false };
    let is_fresh = moment.record.is_some_and(|record| record.at == moment.simulation.now());
    !is_fresh || is_so(moment.simulation.host(id))
}

fn on_disk(host: &Host, at: LogPosition) -> bool {
    let disk = host.disk.durable();
    let replaced = disk.snapshot.as_ref().is_some_and(|snapshot| snapshot.last.index >= at.index);
    replaced || disk.entries.iter().any(|entry| entry.position() == at)
}

/// The entries that a node applied at an index in such a term.
fn applied<'a>(moment: &Moment<'a>, node: Address, index: LogIndex, term: Term) -> Vec<&'a Entry> {
    let entries = of(moment, node).filter_map(|record| match &record.kind {
        RecordKind::Applied { entry, .. } => Some(entry),
        _ => None,
    });
    entries.filter(|entry| (entry.index, entry.term) == (index, term)).collect()
}

/// An entry was committed while a node that knew so was in a term.
fn committed(moment: &Moment, at: LogPosition, term: Term) -> Checked {
    if moment.truth.was_committed_in(at, term) {
        Ok(())
    } else {
        Err(format!("{at:?} was not committed in term {}", term.0))
    }
}

fn leads_later(moment: &Moment, leader: Address, term: Term, committed: Term) -> Checked {
    let led = leader.node().is_some_and(|leader| moment.truth.led(term, leader));
    if led && term > committed { Ok(()) } else { Err(format!("it led term {}: {led}", term.0)) }
}

/// What a node ever wrote at an index.
fn written<'a>(moment: &Moment<'a>, node: Address, up_to: LogIndex) -> Vec<&'a Entry> {
    let writes = of(moment, node).filter_map(|record| match &record.kind {
        RecordKind::WriteBegan(write) => write.log.as_ref(),
        _ => None,
    });
    let entries = writes.flat_map(|write| write.entries.iter());
    entries.filter(|entry| entry.index <= up_to).collect()
}

/// Both nodes wrote an entry, and different ones at or before its index.
fn differ(moment: &Moment, first: Address, second: Address, told: &Sentence) -> Checked {
    let Statement::LogPosition { index, term } = told.statement() else {
        return Err("it names no entry".into());
    };
    let (one, other) = (written(moment, first, index), written(moment, second, index));
    let has =
        |entries: &[&Entry]| entries.iter().any(|entry| (entry.index, entry.term) == (index, term));
    let both_have = has(&one) && has(&other);
    let differ = one.iter().any(|one| {
        other.iter().any(|other| {
            one.index == other.index && (one.term, &one.payload) != (other.term, &other.payload)
        })
    });
    if both_have && differ {
        Ok(())
    } else {
        Err(format!("both wrote it: {both_have}; they differ: {differ}"))
    }
}

/// Whether a log holds, or held, other entries up to a committed one than other nodes have or
/// applied. Two leaders of one term give different entries the same index and term.
fn differs_before(moment: &Moment, host: &Host, at: LogPosition) -> bool {
    let Some(process) = &host.process else { return false };
    let applied = moment.truth.records.iter().filter_map(|record| match &record.kind {
        RecordKind::Applied { entry, .. } => Some((record.subject?, entry)),
        _ => None,
    });
    let own = applied.clone().filter(|(node, _)| *node == host.id.into()).map(|(_, entry)| entry);
    let own: BTreeMap<LogIndex, &Entry> =
        own.chain(entries(process)).map(|entry| (entry.index, entry)).collect();
    let running = moment.simulation.hosts().iter().filter_map(|other| other.process.as_ref());
    let holding = running.filter(|other| other.node.log().term_at(at.index) == Some(at.term));
    let mut others = applied.map(|(_, entry)| entry).chain(holding.flat_map(entries));
    let differs = others.any(|entry| {
        entry.index <= at.index && own.get(&entry.index).is_some_and(|own| *own != entry)
    });
    // What differed may have been replaced since: then index and term do not tell an entry.
    let mut violations = moment.simulation.violations().iter();
    differs || violations.any(|found| found.property() == Property::LogMatching)
}

fn entries(process: &Process) -> impl Iterator<Item = &Entry> {
    process.node.log().entries_from(LogIndex::ZERO)
}
