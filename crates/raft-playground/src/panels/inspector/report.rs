//! A node as JSON, for a report or another tool.

use raft_sim::raft_core::{Node, NodeId};
use raft_sim::{Address, Host, MessageKind, Process, Simulation, Time};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::phrases;
use crate::query::{role, votes_for};
use crate::view::{Piece, Shape};

/// All that is known of a node: what a program asks for as such, then all parts as they are shown.
pub(super) fn write(simulation: &Simulation, host: &Host, parts: &Piece) -> String {
    // Every key is a string and no writer is involved, so nothing can fail.
    serde_json::to_string_pretty(&Report { simulation, host, parts }).unwrap_or_default()
}

struct Report<'a> {
    simulation: &'a Simulation,
    host: &'a Host,
    parts: &'a Piece,
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { simulation, host, parts } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("node", &name(host.id))?;
        map.serialize_entry("at_us", &simulation.now().0)?;
        map.serialize_entry("state", role(host).name())?;
        if let Some(process) = &host.process {
            let node = &process.node;
            if let Some(leader) = node.leader() {
                map.serialize_entry("leader", &name(leader))?;
            }
            map.serialize_entry("term", &Term::of(node, simulation))?;
            map.serialize_entry("commit_index", &node.commit_index().0)?;
            map.serialize_entry("last_applied", &node.last_applied().0)?;
            map.serialize_entry("timers_fire_at_us", &Pairs(timers(process)))?;
        }
        for part in parts.parts.iter().filter(|part| part.shape == Shape::List) {
            map.serialize_entry(part.look, &Pairs(rows(part)))?;
        }
        map.serialize_entry("messages_sent", &Pairs(sent(host)))?;
        map.end()
    }
}

/// The term of a node, and who votes for it there.
#[derive(Serialize)]
struct Term {
    number: u64,
    votes: Vec<String>,
}

impl Term {
    fn of(node: &Node, simulation: &Simulation) -> Self {
        let voters = simulation.hosts().iter().filter(|host| votes_for(host, node));
        Self { number: node.term().0, votes: voters.map(|host| name(host.id)).collect() }
    }
}

/// An object whose keys keep their order.
struct Pairs<'a, V>(Vec<(&'a str, V)>);

impl<V: Serialize> Serialize for Pairs<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// When each running timer fires, in simulated microseconds.
fn timers(process: &Process) -> Vec<(&'static str, u64)> {
    let fires_at = |timer| process.timer(timer).map(|running| running.fires_at());
    // While the node's clock stands still, its timers never fire.
    let fires = |timer| fires_at(timer).filter(|at| *at != Time::NEVER);
    phrases::TIMERS.iter().filter_map(|&(timer, key)| Some((key, fires(timer)?.0))).collect()
}

/// The names and the values of a list.
fn rows(list: &Piece) -> Vec<(&str, &str)> {
    let rows = list.parts.iter().filter_map(|row| match &row.parts[..] {
        [name, value] => Some((&*name.text, &*value.text)),
        _ => None,
    });
    rows.collect()
}

/// How many messages of each kind it has sent, if any.
fn sent(host: &Host) -> Vec<(&'static str, u64)> {
    let sent = MessageKind::ALL.map(|kind| (kind.name(), host.sent(kind)));
    sent.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn name(node: NodeId) -> String {
    Address::Node(node).to_string()
}
