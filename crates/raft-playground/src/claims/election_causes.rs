//! Claims about what began an election.

use raft_sim::raft_core::{Body, Event, Micros, NodeId, Rule, Term};
use raft_sim::{Address, Command, Record, RecordKind, RoleName};

use super::arithmetic::{decides, needed};
use super::{Checked, Moment};

/// It is a candidate, in this term.
pub(super) fn begins(moment: &Moment, node: Address, term: Term) -> Checked {
    let state = moment.record.and_then(|record| record.state.as_ref());
    match state {
        Some(state) if state.term == term && state.role != RoleName::Follower => Ok(()),
        other => Err(format!("{node} is {other:?}")),
    }
}

/// No leader was heard for so long, and the timer ran out by itself.
pub(super) fn silence(moment: &Moment, node: Address, waited: Micros) -> Checked {
    if after_freeze(moment, node).is_ok() {
        return Err("it was frozen, and heard what came meanwhile only now".into());
    }
    let Some((record, id)) = moment.record.zip(node.node()) else {
        return Err("it tells of nothing".into());
    };
    if let Some(last) = moment.truth.last_contact(id, record.seq) {
        let silent = record.at.since(last.at);
        if silent < waited {
            return Err(format!("{node} heard a leader {} us ago", silent.0));
        }
    }
    ran_out_by_itself(moment, record, node)
}

/// The node has just resumed.
pub(super) fn after_freeze(moment: &Moment, node: Address) -> Checked {
    let record = moment.record.ok_or("it tells of nothing")?;
    let mut then = moment.truth.commands_at(record.at);
    if then.any(|(command, _)| *command == Command::Resume(node)) {
        Ok(())
    } else {
        Err(format!("{node} did not resume"))
    }
}

/// The same by the node's own clock.
pub(super) fn silence_by_clock(moment: &Moment, node: Address, waited: Micros) -> Checked {
    let Some((record, id)) = moment.record.zip(node.node()) else {
        return Err("it tells of nothing".into());
    };
    if let Some(last) = moment.truth.last_contact(id, record.seq) {
        let silent = moment.simulation.host(id).clock.at(record.at).since(last.clock);
        if silent < waited {
            return Err(format!("by its clock, {node} heard a leader {} us ago", silent.0));
        }
    }
    ran_out_by_itself(moment, record, node)
}

fn ran_out_by_itself(moment: &Moment, record: &Record, node: Address) -> Checked {
    let by_command = command_for_timer(moment, record, node);
    match by_command {
        Some(by_hand) => Err(format!("a command made the timer run out (by hand: {by_hand})")),
        None => Ok(()),
    }
}

/// Whether a command made a node's timer run out, and whether a person gave it.
fn command_for_timer(moment: &Moment, record: &Record, node: Address) -> Option<bool> {
    let mut commands = moment.truth.commands_at(record.at);
    let timed_out = commands.find(|(command, _)| **command == Command::TimeOut(node));
    let moved = || {
        let set = moment.truth.backwards(record).find(|other| {
            matches!(other.kind,
                RecordKind::Commanded(Command::Timer { node: of, .. }) if of == node)
        })?;
        let RecordKind::Commanded(Command::Timer { after, .. }) = set.kind else { return None };
        if set.at + after != record.at {
            return None;
        }
        let mut then = moment.truth.commands_at(set.at);
        then.find(|(command, _)| matches!(command, Command::Timer { node: of, .. } if *of == node))
    };
    timed_out.or_else(moved).map(|(_, by_hand)| by_hand)
}

pub(super) fn forced(moment: &Moment, node: Address, by_hand: bool) -> Checked {
    let by_command = moment.record.and_then(|record| command_for_timer(moment, record, node));
    if by_command == Some(by_hand) { Ok(()) } else { Err(format!("given by hand: {by_command:?}")) }
}

/// The leader's request to take over is what began the election.
pub(super) fn after_transfer(moment: &Moment, leader: Address) -> Checked {
    let cause = moment.record.and_then(|record| moment.truth.message(record));
    match cause {
        Some((from, term, Body::TimeoutNow))
            if Address::Node(from) == leader && moment.truth.led(term, from) =>
        {
            Ok(())
        }
        other => Err(format!("the cause is {other:?}")),
    }
}

/// Enough voters have promised their votes since the node began to ask. Without a rule, other
/// members count, too.
pub(super) fn promised(moment: &Moment, node: NodeId) -> Checked {
    let record = moment.record.ok_or("it tells of nothing")?;
    let state = record.state.as_ref().ok_or("it has no state")?;
    let mut promising = vec![node];
    for other in moment.truth.backwards(record) {
        if other.subject != Some(node.into()) {
            continue;
        }
        match &other.kind {
            RecordKind::Protocol(Event::PreVoteStarted { .. }) => break,
            RecordKind::Protocol(Event::VoteCounted { voter, granted: true, .. }) => {
                promising.push(*voter);
            }
            _ => {}
        }
    }
    let off = moment.truth.rules_off(moment.simulation, Some(record));
    let members = needed(moment.simulation, state.membership.members().len());
    let counts_all = off.contains(Rule::CountOnlyVoters);
    if counts_all && promising.len() >= members
        || decides(moment.simulation, &state.membership, |voter| promising.contains(&voter))
    {
        Ok(())
    } else {
        Err(format!("only {promising:?} have promised their votes"))
    }
}

/// The node stood in an earlier election, and did not win it.
pub(super) fn lost_before(moment: &Moment, node: Address) -> Checked {
    let Some(record) = moment.record else { return Err("it tells of nothing".into()) };
    let mut before = moment.truth.backwards(record).filter(|other| other.subject == Some(node));
    let ended = before.find_map(|other| match other.kind {
        RecordKind::Protocol(Event::LeaderElected { .. }) => Some(true),
        RecordKind::Protocol(Event::ElectionStarted { .. } | Event::PreVoteStarted { .. }) => {
            Some(false)
        }
        _ => None,
    });
    match ended {
        Some(false) => Ok(()),
        Some(true) => Err(format!("{node} won the election before")),
        None => Err(format!("{node} was no candidate before")),
    }
}
