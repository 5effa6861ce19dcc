//! A node as JSON, for a report or another tool.

use raft_sim::raft_core::{Node, Role};
use raft_sim::{Address, Host, MessageKind, Simulation};

use super::json::Json;
use super::node::TIMERS;
use super::piece::{Piece, Shape};
use crate::scene::role;

/// All that is known of a node: what a program asks for as such, then all parts as they are shown.
pub(super) fn write(simulation: &Simulation, host: &Host, parts: &Piece) -> String {
    let mut json = Json::new();
    json.text("node", &Address::Node(host.id).to_string());
    json.number("at_us", simulation.now().0);
    json.text("state", role(host).name());
    if let Some(process) = &host.process {
        let node = &process.node;
        if let Some(leader) = node.leader() {
            json.text("leader", &Address::Node(leader).to_string());
        }
        json.open("term");
        json.number("number", node.term().0);
        json.open_list("votes");
        for voter in simulation.hosts() {
            if votes_for(voter, node) {
                json.item(&Address::Node(voter.id).to_string());
            }
        }
        json.close_list();
        json.close();
        json.number("commit_index", node.commit_index().0);
        json.number("last_applied", node.last_applied().0);
        json.open("timers_fire_at_us");
        for (timer, key) in TIMERS {
            if let Some(running) = process.timer(timer) {
                json.number(key, running.fires_at().0);
            }
        }
        json.close();
    }
    for part in parts.parts.iter().filter(|part| part.shape == Shape::List) {
        json.open(part.look);
        for row in &part.parts {
            if let [name, value] = &row.parts[..] {
                json.text(&name.text, &value.text);
            }
        }
        json.close();
    }
    json.open("messages_sent");
    for kind in MessageKind::ALL {
        if host.sent(kind) > 0 {
            json.number(kind.name(), host.sent(kind));
        }
    }
    json.close();
    json.finish()
}

/// Whether somebody voted for a node in its term: as it counts while it stands, or as they
/// remember it.
fn votes_for(host: &Host, node: &Node) -> bool {
    match (node.role(), &host.process) {
        (Role::PreCandidate { votes } | Role::Candidate { votes }, _) => {
            votes.get(host.id) == Some(&true)
        }
        (_, Some(process)) => {
            (process.node.term(), process.node.voted_for()) == (node.term(), Some(node.id()))
        }
        (_, None) => false,
    }
}
