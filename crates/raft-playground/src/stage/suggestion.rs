//! Suggests the next action to a first visitor.

use raft_sim::raft_core::{NodeId, Payload};
use raft_sim::{Address, AdminRequest, Command, Host, Operation, Simulation};

use crate::intent::{Client, Fault, Intent, NodeAction};
use crate::query;
use crate::text::{Sentence, say};
use crate::view::Suggestion;

/// What to try now: what has not been tried yet, in this order, and nothing after that. Nothing
/// while links are cut and an old leader has been tried: then healing, which has its own button, is
/// the thing. Nothing in a story, which has its own order.
pub(super) fn suggestion(
    simulation: &Simulation,
    healable: bool,
    is_story: bool,
) -> Option<Suggestion> {
    if is_story {
        return None;
    }
    let mut stopped = simulation.hosts().iter().filter(|host| host.process.is_none());
    if let Some(returned) = stopped.find_map(|host| return_of(host, simulation)) {
        return Some(returned);
    }
    let leader = simulation.leader()?;
    let node = Address::Node(leader);
    let example = example(simulation);
    if healable {
        let stale = Address::Node(stale_leader(simulation, leader)?);
        let send = Client::Send { text: example.as_str().into(), via: Some(stale) };
        return Some(suggest(say::suggest_send_to_old_leader(&*example, stale), send));
    }
    let is_new = |is_such: fn(&Command) -> bool| {
        !simulation.run().commands.iter().any(|timed| is_such(&timed.command))
    };
    if is_new(|command| matches!(command, Command::Submit { .. }))
        && !simulation.clients().is_empty()
    {
        let send = Client::Send { text: example.as_str().into(), via: None };
        return Some(suggest(say::suggest_send(example), send));
    }
    let successor = query::transfer_targets(query::running_node(simulation, leader)?).next()?;
    if is_new(|command| matches!(command, Command::Cut { .. } | Command::Partition(_))) {
        let isolate = Fault::Node { node, action: NodeAction::Isolate };
        return Some(suggest(say::suggest_isolate_leader(node), isolate));
    }
    if is_new(|command| matches!(command, Command::Crash(_))) {
        return Some(suggest(say::suggest_stop_leader(node), Command::Crash(node)));
    }
    let is_awake = !query::is_frozen(simulation, leader);
    (is_awake && is_new(is_transfer))
        .then(|| suggest(say::suggest_hand_over(successor), Command::Transfer(successor)))
}

fn is_transfer(command: &Command) -> bool {
    matches!(
        command,
        Command::Transfer(_) | Command::Administer { request: AdminRequest::Transfer(_), .. }
    )
}

/// What brings a stopped node back, if anything does. A node that forgot its votes must not return
/// under its name.
fn return_of(host: &Host, simulation: &Simulation) -> Option<Suggestion> {
    let node = Address::Node(host.id);
    match host.disk.damage() {
        // A log that the protocol cannot have written keeps it down.
        None => query::is_log_in_order(host)
            .then(|| suggest(say::suggest_start(node), Command::Restart(node))),
        Some(_) => query::can_be_replaced(simulation, host)
            .then(|| suggest(say::suggest_replace(node), Command::ReplaceServer(node))),
    }
}

fn suggest(label: Sentence, intent: impl Into<Intent>) -> Suggestion {
    Suggestion { label, intent: intent.into() }
}

/// An operation that has not been sent before.
pub(super) fn example(simulation: &Simulation) -> String {
    let commands = &simulation.run().commands;
    let sent = commands.iter().filter(|timed| matches!(timed.command, Command::Submit { .. }));
    Operation::Set("x".into(), (5 + 3 * sent.count() % 95).to_string()).to_string()
}

/// A leader of an older term that has no uncommitted command.
fn stale_leader(simulation: &Simulation, newest: NodeId) -> Option<NodeId> {
    // With a rule off, two nodes may lead the same term, and neither is the old leader.
    let term = query::running_node(simulation, newest)?.term();
    let mut stale =
        query::running(simulation).filter(|node| node.is_leader() && node.term() < term);
    let node = stale.next()?;
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let idle = waiting.all(|entry| entry.payload == Payload::NoOp);
    idle.then_some(node.id())
}
