//! The one thing worth trying now: a first visitor's way through the playground.

use raft_sim::raft_core::{NodeId, Payload};
use raft_sim::{Address, Command, Operation, Simulation};

use crate::frame::Suggestion;
use crate::intent::Intent;

/// What to try now. Nothing while links are cut and an old leader has been tried: then healing,
/// which has its own button, is the thing.
pub(crate) fn suggest(simulation: &Simulation, healable: bool) -> Option<Suggestion> {
    let suggestion = |label: String, intent| Some(Suggestion { label: label.into(), intent });
    let stopped = simulation.hosts().iter().find(|host| host.process.is_none());
    if let Some(host) = stopped {
        let node = Address::Node(host.id);
        return suggestion(format!("Start {node} again"), Intent::Restart(node));
    }
    let leader = simulation.leader()?;
    let node = Address::Node(leader);
    let text = example(simulation);
    if healable {
        let stale = stale_leader(simulation, leader)?;
        let via = Address::Node(stale);
        let send = Intent::Send { text: text.as_str().into(), via: Some(via) };
        return suggestion(format!("Send {text} to {via}, the old leader"), send);
    }
    let tried = |act: fn(&Command) -> bool| {
        simulation.run().commands.iter().filter(|timed| act(&timed.command)).count()
    };
    let sent = tried(|command| matches!(command, Command::Submit { .. }));
    let cut = tried(|command| matches!(command, Command::Cut { .. } | Command::Partition(_)));
    let stops = tried(|command| matches!(command, Command::Crash(_)));
    if sent == 0 {
        suggestion(format!("Send {text}"), Intent::Send { text: text.into(), via: None })
    } else if (cut == 0 || stops > 0) && simulation.hosts().len() > 1 {
        suggestion(format!("Cut off {node}, the leader"), Intent::Isolate(node))
    } else {
        suggestion(format!("Stop {node}, the leader"), Intent::Stop(node))
    }
}

/// Something to send that has not been sent before.
pub(crate) fn example(simulation: &Simulation) -> String {
    let commands = &simulation.run().commands;
    let sent = commands.iter().filter(|timed| matches!(timed.command, Command::Submit { .. }));
    Operation::Set("x".into(), (5 + 3 * sent.count() % 95).to_string()).to_string()
}

/// A leader of an older term that has not been given anything it cannot commit.
fn stale_leader(simulation: &Simulation, newest: NodeId) -> Option<NodeId> {
    let nodes = simulation.hosts().iter().filter_map(|host| Some(&host.process.as_ref()?.node));
    let mut stale = nodes.filter(|node| node.is_leader() && node.id() != newest);
    let node = stale.next()?;
    let mut waiting = node.log().entries_from(node.commit_index().next());
    let idle = waiting.all(|entry| entry.payload == Payload::NoOp);
    idle.then_some(node.id())
}
