//! The goals of a task, and what a story invites to, in words.

use raft_sim::Address;
use raft_sim::script::{CommandKind, EntryState, Expectation, ExpectedStatus, Sameness, State};

use super::{rules, vocabulary};
use crate::text::{Sentence, say};

/// A goal, as in a list of goals.
pub(crate) fn goal(expectation: &Expectation) -> Sentence {
    match expectation {
        Expectation::Leader(nodes, term) => match (&nodes[..], *term) {
            ([], None) => say::goal_leader(),
            ([], Some(term)) => say::goal_leader_in_term(term),
            (nodes, None) => say::goal_leads(any(nodes)),
            (nodes, Some(term)) => say::goal_leads_in_term(term, any(nodes)),
        },
        Expectation::NoLeader(None) => say::goal_no_leader(),
        Expectation::NoLeader(Some(term)) => say::goal_no_leader_in_term(*term),
        Expectation::OneLeader(term) => say::goal_one_leader(*term),
        Expectation::State(state, nodes) => say::goal_state(in_state(*state), who(nodes)),
        Expectation::Entry(state, operation, nodes) => {
            let say = match state {
                EntryState::Committed => say::goal_committed,
                EntryState::Uncommitted => say::goal_uncommitted,
                EntryState::Absent => say::goal_absent,
            };
            say(operation.to_string(), who(nodes))
        }
        Expectation::Value(key, Some(value), nodes) => {
            say::goal_value(key.as_str(), value.as_str(), who(nodes))
        }
        Expectation::Value(key, None, nodes) => say::goal_no_value(key.as_str(), who(nodes)),
        Expectation::Operation(client, serial, status) => {
            say::goal_operation(*serial, Address::Client(*client), known(status))
        }
        Expectation::Term(term, nodes) => say::goal_term(*term, who(nodes)),
        Expectation::Vote(Some(candidate), nodes) => say::goal_vote(*candidate, who(nodes)),
        Expectation::Vote(None, nodes) => say::goal_no_vote(who(nodes)),
        Expectation::CommitIndex(index, nodes) => say::goal_commit_index(*index, who(nodes)),
        Expectation::Snapshot(nodes) => say::goal_snapshot(who(nodes)),
        Expectation::Members(voters, None, nodes) => {
            say::goal_members(voters.iter().copied(), who(nodes))
        }
        Expectation::Joint(nodes) => say::goal_joint(who(nodes)),
        Expectation::Same(Sameness::Log, nodes) => say::goal_same_log(who(nodes)),
        Expectation::Same(Sameness::State, nodes) => say::goal_same_state(who(nodes)),
        Expectation::Refused(node, None) => say::goal_refused(*node),
        Expectation::Refused(node, Some(rule)) => say::goal_refused_by(*node, rules::rule(*rule)),
        Expectation::Either(choices) => any_operation(choices).unwrap_or_else(|| {
            let mut all = choices.iter().map(goal);
            let first = all.next().unwrap_or_else(say::goal_leader);
            all.fold(first, say::list_or)
        }),
        Expectation::Violation(property) => {
            say::goal_violation(vocabulary::guarantee(*property).name)
        }
        Expectation::NoViolation(Some(property)) => {
            say::goal_no_violation_of(vocabulary::guarantee(*property).name)
        }
        Expectation::NoViolation(None) => say::goal_no_violation(),
        // Lists of terms and of learners are shown as scripts write them.
        Expectation::Log(..) | Expectation::Members(..) => say::goal_other(expectation.to_string()),
    }
}

/// The goal that one of a client's operations ends like this. Which one does not matter to the
/// reader.
fn any_operation(choices: &[Expectation]) -> Option<Sentence> {
    let Some(Expectation::Operation(client, _, status)) = choices.first() else {
        return None;
    };
    let is_same = |choice: &Expectation| match choice {
        Expectation::Operation(by, _, ends) => by == client && ends == status,
        _ => false,
    };
    let goal = || say::goal_any_operation(Address::Client(*client), known(status));
    choices.iter().all(is_same).then(goal)
}

fn any(nodes: &[Address]) -> impl Iterator<Item = Address> {
    nodes.iter().copied()
}

fn who(nodes: &[Address]) -> Sentence {
    if nodes.is_empty() { say::goal_every_node() } else { say::value_nodes(any(nodes)) }
}

fn in_state(state: State) -> Sentence {
    match state {
        State::Follower => say::role_follower(),
        State::PreCandidate => say::role_pre_candidate(),
        State::Candidate => say::role_candidate(),
        State::Running => say::goal_running(),
        State::Frozen => say::goal_frozen(),
        State::Stopped => say::role_stopped(),
    }
}

fn known(status: &ExpectedStatus) -> Sentence {
    match status {
        ExpectedStatus::Waiting => say::goal_waiting(),
        ExpectedStatus::Done => say::goal_done(),
        ExpectedStatus::Failed => say::goal_failed(),
        ExpectedStatus::Unknown => say::goal_unknown(),
        ExpectedStatus::Read(Some(value)) => say::goal_read(value.as_str()),
        ExpectedStatus::Read(None) => say::goal_read_nothing(),
    }
}

/// What one can do, as the page tells how to do it.
pub(crate) fn act(kind: CommandKind) -> Sentence {
    match kind {
        CommandKind::Send => say::act_send(),
        CommandKind::Cut | CommandKind::Partition => say::act_cut(),
        CommandKind::Mend => say::act_mend(),
        CommandKind::Isolate => say::act_isolate(),
        CommandKind::Heal => say::act_heal(),
        CommandKind::Stall | CommandKind::Unstall => say::act_stall(),
        CommandKind::Drop => say::act_drop(),
        CommandKind::Duplicate => say::act_duplicate(),
        CommandKind::Delay => say::act_delay(),
        CommandKind::Crash => say::act_stop(),
        CommandKind::Restart => say::act_start(),
        CommandKind::Freeze | CommandKind::Resume => say::act_freeze(),
        CommandKind::Erase | CommandKind::Corrupt | CommandKind::ReplaceServer => say::act_disk(),
        CommandKind::TimeOut | CommandKind::Timer => say::act_timer(),
        CommandKind::Snapshot => say::act_snapshot(),
        CommandKind::Members => say::act_members(),
        CommandKind::HandOver => say::act_hand_over(),
        CommandKind::Clock
        | CommandKind::Disk
        | CommandKind::Network
        | CommandKind::Waive
        | CommandKind::Enforce
        | CommandKind::Setting => say::act_setting(),
    }
}

/// Several acts as a list.
pub(crate) fn acts(kinds: &[CommandKind]) -> Option<Sentence> {
    let mut all: Vec<Sentence> = Vec::new();
    for kind in kinds {
        let act = act(*kind);
        if !all.contains(&act) {
            all.push(act);
        }
    }
    let last = all.pop()?;
    match all.into_iter().reduce(say::list_comma) {
        Some(others) => Some(say::list_or(others, last)),
        None => Some(last),
    }
}
