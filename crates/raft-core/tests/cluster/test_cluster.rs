//! Several servers that receive each other's messages, except those that the test has isolated.

use std::collections::{BTreeSet, VecDeque};
use std::ops::{Index, IndexMut};

use raft_core::{Config, Disk, Input, Membership, NodeId, ProposalId, Timer};

use super::Server;

pub struct Cluster {
    servers: Vec<Server>,
    cut_off: BTreeSet<NodeId>,
}

impl Cluster {
    /// The voters of a configuration, and spare servers that are not members yet.
    pub fn new(config: &Config, spares: u32) -> Self {
        let voters = u32::try_from(config.initial.voters.len()).unwrap();
        let nothing = Config { initial: Membership::default(), ..config.clone() };
        let server = |id| {
            let config = if id < voters { config } else { &nothing };
            Server::boot(config.clone(), NodeId(id), Disk::default())
        };
        Self { servers: (0..voters + spares).map(server).collect(), cut_off: BTreeSet::new() }
    }

    /// The same with a leader that all nodes follow and whose first entry is committed everywhere.
    pub fn led_by(leader: NodeId, config: &Config, spares: u32) -> Self {
        let mut cluster = Self::new(config, spares);
        cluster.time_out(leader);
        assert!(cluster[leader].node.is_leader());
        cluster.heartbeat(leader);
        cluster.forget();
        cluster
    }

    /// Isolates a server: messages to or from it are lost.
    pub fn cut_off(&mut self, id: NodeId) {
        self.cut_off.insert(id);
    }

    pub fn rejoin(&mut self, id: NodeId) {
        self.cut_off.remove(&id);
    }

    /// A crash and a restart that the other nodes do not notice.
    pub fn restart(&mut self, id: NodeId) {
        let place = usize::try_from(id.0).unwrap();
        let crashed = self.servers.remove(place);
        self.servers.insert(place, crashed.restart());
    }

    /// Handles an input and everything that follows from it.
    pub fn input(&mut self, id: NodeId, input: Input) {
        self[id].input(input);
        self.settle();
    }

    pub fn time_out(&mut self, id: NodeId) {
        self.input(id, Input::Timeout(Timer::Election));
    }

    pub fn heartbeat(&mut self, leader: NodeId) {
        self.input(leader, Input::Timeout(Timer::Heartbeat));
    }

    pub fn propose(&mut self, id: NodeId, proposal: u64) {
        self[id].propose(proposal);
        self.settle();
    }

    pub fn reconfigure(&mut self, id: NodeId, proposal: u64, voters: &[NodeId]) {
        self.input(id, change(proposal, voters, &[]));
    }

    /// Advances every clock.
    pub fn wait(&mut self, millis: u64) {
        for server in &mut self.servers {
            server.wait(millis);
        }
    }

    pub fn forget(&mut self) {
        for server in &mut self.servers {
            server.forget();
        }
    }

    /// Delivers messages in the order in which they were sent, until there are none.
    pub fn settle(&mut self) {
        let mut under_way = VecDeque::new();
        for _ in 0..10_000 {
            for server in &mut self.servers {
                let from = server.node.id();
                under_way.extend(server.sent.drain(..).map(|(to, message)| (from, to, message)));
            }
            let Some((from, to, message)) = under_way.pop_front() else { return };
            let lost = [from, to].iter().any(|end| self.cut_off.contains(end));
            if !lost && usize::try_from(to.0).unwrap() < self.servers.len() {
                self[to].deliver(from, message);
            }
        }
        panic!("they never stop talking");
    }

    pub fn leaders(&self) -> Vec<NodeId> {
        let leaders = self.servers.iter().filter(|server| server.node.is_leader());
        leaders.map(|server| server.node.id()).collect()
    }
}

impl Index<NodeId> for Cluster {
    type Output = Server;

    fn index(&self, id: NodeId) -> &Server {
        &self.servers[usize::try_from(id.0).unwrap()]
    }
}

impl IndexMut<NodeId> for Cluster {
    fn index_mut(&mut self, id: NodeId) -> &mut Server {
        &mut self.servers[usize::try_from(id.0).unwrap()]
    }
}

pub fn change(proposal: u64, voters: &[NodeId], learners: &[NodeId]) -> Input {
    Input::Reconfigure {
        proposal: ProposalId(proposal),
        voters: voters.iter().copied().collect(),
        learners: learners.iter().copied().collect(),
    }
}
