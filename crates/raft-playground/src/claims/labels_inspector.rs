//! Claims in the inspector: each piece is judged together with the row that it stands in.

use std::collections::BTreeMap;

use raft_sim::raft_core::{LogIndex, NodeId};
use raft_sim::{Host, Outcome, Property, Status};

use super::labels::{Labels, is_durable, knows_committed};
use super::labels_drawn::role;
use super::labels_place::{Place, expect, is_role};
use super::transcript_parts::outcome_is;
use super::{Checked, Moment, labels_network, labels_node, labels_settings};
use crate::intent::Tab;
use crate::text::{Sentence, Statement, Words};
use crate::view::{Piece, PieceKind};

/// Judges everything in a tab.
pub(super) fn tab(
    labels: &mut Labels,
    tab: Tab,
    content: &Piece,
    node: NodeId,
    lines: &BTreeMap<u64, Sentence>,
) {
    let place =
        Place { tab, tab_content: content, node, list: "", item: None, piece: content, lines };
    walk(labels, place);
}

fn walk(labels: &mut Labels, place: Place) {
    let piece = place.piece;
    for words in [&piece.text, &piece.name].into_iter().flatten() {
        if let Words::Sentence(told) = words {
            let checked = check(told, place, &labels.moment);
            labels.add(told, checked);
        }
    }
    let list = match piece.kind {
        PieceKind::List | PieceKind::Table => piece.class,
        _ => place.list,
    };
    for (number, part) in piece.parts.iter().enumerate() {
        let item = match part.kind {
            PieceKind::Item | PieceKind::Row => Some((part, number)),
            _ => place.item,
        };
        walk(labels, Place { list, item, piece: part, ..place });
    }
}

fn check(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    match place.tab {
        Tab::Logs => logs(told, place, moment),
        Tab::Node => labels_node::check(told, place, moment),
        Tab::Network => labels_network::check(told, place, moment),
        Tab::Clients => clients(told, place, moment),
        Tab::Checks => guarantees(told, place, moment),
        Tab::Transcript => transcript(told, place),
        Tab::Settings => labels_settings::check(told, place.tab_content, moment),
    }
}

fn logs(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let simulation = moment.simulation;
    match told.statement() {
        Statement::LogEndsAt { index } => {
            // The row of indexes comes before the first log.
            let host = simulation.hosts().get(place.item?.1.checked_sub(1)?)?;
            let last = last_index(host);
            expect(last == index, || format!("it ends at {last:?}"))
        }
        Statement::LogEndsAtProgress { index, match_index, next_index } => {
            let host = simulation.hosts().get(place.item?.1.checked_sub(1)?)?;
            let leader = simulation.host(simulation.leader()?).process.as_ref()?;
            let known = leader.node.progress(host.id)?;
            let right = (match_index, next_index) == (known.match_index, known.next_index);
            expect(right && last_index(host) == index, || format!("{known:?}"))
        }
        Statement::LogRow { node, role: named } => {
            let is = role(simulation.host(node.node()?));
            expect(is_role(named, is), || format!("it is {is:?}"))
        }
        Statement::LogEntryName { index, node, entry, state } => {
            let host = simulation.host(node.node()?);
            let found = match &host.process {
                Some(process) => process.node.log().entry(index).cloned(),
                None => {
                    host.disk.durable().entries.iter().find(|entry| entry.index == index).cloned()
                }
            };
            let Some(found) = found else { return Some(Err("there is no such entry".into())) };
            let (committed, durable) = match state.statement() {
                Statement::EntryStateCommitted {} => (true, true),
                Statement::EntryStateCommittedNotOnDisk {} => (true, false),
                Statement::EntryStateOpen {} => (false, true),
                _ => (false, false),
            };
            let at = found.position();
            let known = committed && !moment.truth.was_committed(at);
            let known = if known { Err("no node counted it as committed".into()) } else { Ok(()) };
            super::log::is_entry(entry, &found)
                .and(known)
                .and_then(|()| knows_committed(host, at, committed))
                .and_then(|()| is_durable(host, at, durable))
                .into()
        }
        _ => None,
    }
}

fn last_index(host: &Host) -> LogIndex {
    let running = host.process.as_ref().map(|process| process.node.log().last().index);
    running.unwrap_or(host.disk.durable().last().index)
}

fn clients(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let simulation = moment.simulation;
    let is_broken =
        simulation.violations().iter().any(|found| found.property() == Property::Linearizability);
    let undecided = || simulation.undecided_keys().next().is_some();
    match told.statement() {
        Statement::ClientsLinearizable {} => {
            expect(!is_broken && !undecided(), || "it is not".into())
        }
        Statement::ClientsNotLinearizable {} => expect(is_broken, || "nothing contradicts".into()),
        Statement::ClientsUndecided {} => expect(undecided(), || "all keys are decided".into()),
        Statement::ClientsNothingYet {} => {
            let asked = simulation.clients().iter().any(|client| !client.operations().is_empty());
            expect(!asked, || "a client has asked".into())
        }
        Statement::ClientsEarlier { count, client } => {
            let client = simulation.clients().iter().find(|other| client == other.id.into())?;
            let all = client.operations().len() as u64;
            expect(all > count, || format!("there are {all}"))
        }
        _ => request(told, place, moment),
    }
}

/// What stands in the row of a request. Its range says when it began.
fn request(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let row = place.item?.0;
    let Some(Words::Sentence(range)) = &row.name else { return None };
    let (at, until) = match range.statement() {
        Statement::TimeRange { at, until } => (at, Some(until)),
        Statement::TimeRangeOpen { at } => (at, None),
        _ => return None,
    };
    let all =
        moment.simulation.clients().iter().flat_map(|client| {
            client.operations().iter().map(move |operation| (client.id, operation))
        });
    let then = all.filter(|(_, other)| (other.submitted_at, other.settled_at) == (at, until));
    let written = row.parts.first()?.parts.iter().find_map(|part| match &part.text {
        Some(Words::Sentence(written)) => Some(written),
        _ => None,
    });
    let (text, answer) = match written?.statement() {
        Statement::EntryCommand { operation } => (operation, None),
        Statement::RequestAnswer { operation, answer } => (operation, Some(answer)),
        _ => return None,
    };
    // Several requests of one instant look alike but for what is asked.
    let mut asked = then.filter(|(_, other)| other.operation.to_string() == text);
    let Some((client, operation)) = asked.next() else {
        return Some(Err(format!("no request began at {at:?} and ended at {until:?}")));
    };
    let applied = moment.truth.was_applied(client, operation.serial);
    let status = &operation.status;
    let right = match told.statement() {
        Statement::TimeRange { .. } | Statement::TimeRangeOpen { .. } | Statement::Now {} => true,
        Statement::EntryCommand { .. } => {
            matches!(status, Status::Waiting | Status::Done(Outcome::Written))
        }
        Statement::RequestAnswer { .. } => match (answer?.statement(), status) {
            (
                Statement::AnswerUnset {},
                Status::Done(Outcome::Read(None) | Outcome::Differs(None)),
            )
            | (Statement::AnswerNotANumber {}, Status::Done(Outcome::NotANumber))
            | (Statement::AnswerUnknown {}, Status::Unknown) => true,
            (Statement::AnswerFailed {}, Status::Failed) => !applied,
            (Statement::OutcomeValue { value }, Status::Done(Outcome::Differs(Some(is)))) => {
                value == is
            }
            (_, Status::Done(gave)) => outcome_is(answer?, gave),
            _ => false,
        },
        Statement::OutcomeDone {} | Statement::OutcomeContradicts {} => {
            matches!(status, Status::Done(Outcome::Written | Outcome::Read(_)))
        }
        Statement::OutcomeFailed {} => match status {
            Status::Failed => !applied,
            Status::Done(Outcome::Differs(_) | Outcome::NotANumber) => true,
            _ => false,
        },
        Statement::OutcomeUnknown {} => *status == Status::Unknown,
        Statement::OutcomeWaiting {} => *status == Status::Waiting,
        _ => return None,
    };
    expect(right, || format!("{operation:?}, applied: {applied}"))
}

fn guarantees(told: &Sentence, place: Place, moment: &Moment) -> Option<Checked> {
    let broken = |property: Property| {
        moment.simulation.violations().iter().any(|found| found.property() == property)
    };
    match told.statement() {
        Statement::GuaranteesSummary { holding, broken: told, undecided } => {
            let all = Property::ALL.len() as u64;
            let is = Property::ALL.into_iter().filter(|property| broken(*property)).count() as u64;
            expect(told == is && holding + told + undecided == all, || {
                format!("{is} of {all} are broken")
            })
        }
        Statement::GuaranteeHolds {} | Statement::GuaranteeUndecided {} => {
            let property = *Property::ALL.get(place.item?.1)?;
            expect(!broken(property), || "it is broken".into())
        }
        Statement::GuaranteeBroken {} => {
            let property = *Property::ALL.get(place.item?.1)?;
            expect(broken(property), || "it is not broken".into())
        }
        said => {
            super::broken::facts(&said, moment).or_else(|| super::labels::undecided(told, moment))
        }
    }
}

/// A line says later what it said at first.
fn transcript(told: &Sentence, place: Place) -> Option<Checked> {
    if place.list != "transcript" || !matches!(place.piece.kind, PieceKind::Text) {
        return None;
    }
    let seq = place.item?.0.key.checked_sub(1)?;
    let first = place.lines.get(&seq);
    expect(first == Some(told), || format!("it said {first:?} at first"))
}
