//! Suggests the next action to a first visitor.

use raft_sim::raft_core::{NodeId, Payload};
use raft_sim::{Address, Command, Damage, Operation, Simulation};

use crate::intent::{Client, Fault, Intent, NodeAction};
use crate::query;
use crate::text::{Sentence, say};
use crate::view::Suggestion;

/// The suggested action. None while links are cut and the old leader has been tried: then the user
/// should heal the network, which has its own button.
pub(super) fn suggestion(simulation: &Simulation, healable: bool) -> Option<Suggestion> {
    let stopped = simulation.hosts().iter().find(|host| host.process.is_none());
    if let Some(host) = stopped {
        let node = Address::Node(host.id);
        return Some(match host.disk.damage() {
            // A server that forgot its votes must not return under its name.
            Some(Damage::Erased) => {
                suggest(say::suggest_replace(node), Command::ReplaceServer(node))
            }
            _ => suggest(say::suggest_start(node), Command::Restart(node)),
        });
    }
    let leader = simulation.leader()?;
    let node = Address::Node(leader);
    let example = example(simulation);
    if healable {
        let stale = Address::Node(stale_leader(simulation, leader)?);
        let send = Client::Send { text: example.as_str().into(), via: Some(stale) };
        return Some(suggest(say::suggest_send_to_old_leader(&*example, stale), send));
    }
    let tried = |is_such: fn(&Command) -> bool| {
        simulation.run().commands.iter().filter(|timed| is_such(&timed.command)).count()
    };
    let sent = tried(|command| matches!(command, Command::Submit { .. }));
    let cut = tried(|command| matches!(command, Command::Cut { .. } | Command::Partition(_)));
    let stops = tried(|command| matches!(command, Command::Crash(_)));
    Some(if sent == 0 {
        suggest(say::suggest_send(&*example), Client::Send { text: example.into(), via: None })
    } else if (cut == 0 || stops > 0) && simulation.hosts().len() > 1 {
        suggest(
            say::suggest_isolate_leader(node),
            Fault::Node { node, action: NodeAction::Isolate },
        )
    } else {
        suggest(say::suggest_stop_leader(node), Command::Crash(node))
    })
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
    let mut stale =
        query::running(simulation).filter(|node| node.is_leader() && node.id() != newest);
    let node = stale.next()?;
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let idle = waiting.all(|entry| entry.payload == Payload::NoOp);
    idle.then_some(node.id())
}
