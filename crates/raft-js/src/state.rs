//! The cluster at one instant, as a plain object.

use raft_sim::{Address, Host, NodeState, Status, Violation};
use serde::Serialize;

/// The cluster at one instant.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct State {
    now_us: u64,
    nodes: Vec<NodeView>,
    links: Vec<LinkView>,
    messages: usize,
    clients: Vec<ClientView>,
    violations: Vec<Violation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NodeView {
    name: Address,
    running: bool,
    /// `None` while the node is stopped.
    state: Option<NodeState>,
    value: Option<String>,
    durable_last_index: u64,
}

#[derive(Serialize)]
struct LinkView {
    from: Address,
    to: Address,
    up: bool,
}

#[derive(Serialize)]
struct ClientView {
    name: Address,
    operations: Vec<OperationView>,
}

#[derive(Serialize)]
struct OperationView {
    operation: String,
    status: Status,
}

impl State {
    pub(crate) fn of(simulation: &raft_sim::Simulation) -> Self {
        let directions = simulation.network().directions();
        Self {
            now_us: simulation.now().0,
            nodes: simulation.hosts().iter().map(NodeView::of).collect(),
            links: directions.map(|(from, to, up)| LinkView { from, to, up }).collect(),
            messages: simulation.network().messages().count(),
            clients: simulation.clients().iter().map(ClientView::of).collect(),
            violations: simulation.violations().to_vec(),
        }
    }
}

impl NodeView {
    fn of(host: &Host) -> Self {
        let process = host.process.as_ref();
        let durable = host.disk.durable().entries.last();
        Self {
            name: host.id.into(),
            running: process.is_some(),
            state: process.map(|process| NodeState::from(&process.node)),
            value: process.and_then(|process| process.machine.latest()).map(Into::into),
            durable_last_index: durable.map_or(0, |entry| entry.index.0),
        }
    }
}

impl ClientView {
    fn of(client: &raft_sim::Client) -> Self {
        let operations = client.operations().iter().map(|operation| OperationView {
            operation: operation.operation.to_string(),
            status: operation.status.clone(),
        });
        Self { name: client.id.into(), operations: operations.collect() }
    }
}
