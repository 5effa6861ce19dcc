//! Five servers in one thread, with queues as their network. Both implementations run in it.
//!
//! Time passes in rounds. A message sent in one round arrives in the next, in the order of sending
//! for each receiver. A server first handles all waiting messages and then performs the resulting
//! work, as a server with a socket and a disk would.
#![allow(dead_code, reason = "each program uses a part of it")]

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hasher};
use std::mem;

use crate::limits::HEARTBEAT_TICKS;

/// The number of servers.
pub(crate) const SERVERS: usize = 5;
/// The size of a message without its entries: sender, receiver, term, kind, index, term, commit.
const MESSAGE_BYTES: usize = 48;
/// The size of an entry without its payload: index, term, kind, length.
const ENTRY_BYTES: usize = 20;

/// One implementation's server, driven as its authors recommend.
pub(crate) trait Server: Sized {
    /// The name of the implementation.
    const NAME: &'static str;
    type Message;
    /// A client's command as the implementation carries it.
    type Command: AsRef<[u8]>;
    /// A client's command as the client submits it.
    type Proposal: From<Vec<u8>>;

    fn boot(place: usize) -> Self;
    /// The election timer expires.
    fn stand(&mut self, network: &mut Network<Self::Message>);
    /// A client submits a command; this server leads.
    fn propose(&mut self, command: Self::Proposal, network: &mut Network<Self::Message>);
    fn receive(&mut self, message: Self::Message, network: &mut Network<Self::Message>);
    /// Called after the last input of a batch: persist, apply and send.
    fn finish(&mut self, network: &mut Network<Self::Message>);
    /// 10 ms pass.
    fn tick(&mut self, network: &mut Network<Self::Message>);
    /// Whether this server leads and has committed an entry of its own term.
    fn is_in_office(&self) -> bool;
    /// The commands handed to the state machine so far.
    fn applied(&mut self) -> &mut Vec<Self::Command>;
}

/// The sent messages and bytes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Traffic {
    pub(crate) messages: usize,
    pub(crate) bytes: usize,
}

/// A queue for each server.
pub(crate) struct Network<M> {
    queues: [VecDeque<M>; SERVERS],
    traffic: Traffic,
}

impl<M> Network<M> {
    /// Sends a message of this many bytes.
    pub(crate) fn send(&mut self, to: usize, message: M, bytes: usize) {
        self.traffic.messages += 1;
        self.traffic.bytes += bytes;
        self.queues[to].push_back(message);
    }
}

/// The size of a message with entries of these payload lengths, in bytes.
pub(crate) fn weigh(payloads: impl Iterator<Item = usize>) -> usize {
    MESSAGE_BYTES + payloads.map(|payload| ENTRY_BYTES + payload).sum::<usize>()
}

/// This many commands of `size` bytes, all different if a number fits. Clients create them before
/// the clock starts, in the form that the implementation takes.
pub(crate) fn commands<S: Server>(count: usize, size: usize) -> Vec<S::Proposal> {
    let command = |number: usize| {
        let mut command = vec![0; size];
        let stamp = number.to_le_bytes();
        let length = size.min(stamp.len());
        command[..length].copy_from_slice(&stamp[..length]);
        command.into()
    };
    (0..count).map(command).collect()
}

/// Five servers and the network between them.
pub(crate) struct Cluster<S: Server> {
    servers: Vec<S>,
    network: Network<S::Message>,
    arriving: [VecDeque<S::Message>; SERVERS],
    crashed: Option<usize>,
}

impl<S: Server> Cluster<S> {
    /// A cluster in which the first server has just been elected.
    pub(crate) fn elected() -> Self {
        let network = Network { queues: Default::default(), traffic: Traffic::default() };
        let servers = (0..SERVERS).map(S::boot).collect();
        let arriving = Default::default();
        let mut cluster = Self { servers, network, arriving, crashed: None };
        cluster.servers[0].stand(&mut cluster.network);
        cluster.servers[0].finish(&mut cluster.network);
        cluster.settle();
        assert!(cluster.servers[0].is_in_office(), "{} elected nobody", S::NAME);
        // The heartbeat informs every server that the election's entry, which no client submitted,
        // is committed.
        cluster.tell_commit();
        for server in &mut cluster.servers {
            server.applied().clear();
        }
        cluster.network.traffic = Traffic::default();
        cluster
    }

    /// Commits these commands on every server, `window` at a time.
    pub(crate) fn commit(&mut self, commands: Vec<S::Proposal>, window: usize) {
        let mut left = commands.len();
        let mut commands = commands.into_iter();
        while left > 0 {
            for command in commands.by_ref().take(window) {
                self.servers[0].propose(command, &mut self.network);
            }
            self.servers[0].finish(&mut self.network);
            self.settle();
            left = left.saturating_sub(window);
        }
        self.tell_commit();
    }

    /// What was sent since the election.
    pub(crate) fn traffic(&self) -> Traffic {
        self.network.traffic
    }

    /// How many commands each server applied, and a hash over them in their order.
    pub(crate) fn applied(&mut self) -> Vec<(usize, u64)> {
        let digest = |server: &mut S| {
            let mut hasher = DefaultHasher::new();
            for command in server.applied() {
                hasher.write(command.as_ref());
            }
            (server.applied().len(), hasher.finish())
        };
        self.servers.iter_mut().map(digest).collect()
    }

    /// The number of ticks from the leader's crash, after `quiet` ticks without a fault, until
    /// another server leads and has committed an entry of its own term.
    pub(crate) fn failover_ticks(&mut self, quiet: usize) -> usize {
        for _ in 0..quiet {
            self.tick();
        }
        self.crashed = Some(0);
        let lead = |cluster: &Self| cluster.servers[1..].iter().any(S::is_in_office);
        let mut ticks = 0;
        while !lead(self) {
            self.tick();
            ticks += 1;
        }
        ticks
    }

    /// The server that was elected.
    pub(crate) fn leader(&self) -> &S {
        &self.servers[0]
    }

    fn tick(&mut self) {
        for (place, server) in self.servers.iter_mut().enumerate() {
            if self.crashed != Some(place) {
                server.tick(&mut self.network);
                server.finish(&mut self.network);
            }
        }
        self.round();
    }

    /// Sends a heartbeat, which tells the followers the commit index.
    fn tell_commit(&mut self) {
        for _ in 0..HEARTBEAT_TICKS {
            self.servers[0].tick(&mut self.network);
            self.servers[0].finish(&mut self.network);
        }
        self.settle();
    }

    fn settle(&mut self) {
        while self.round() {}
    }

    /// Delivers all sent messages. Returns whether there were any.
    fn round(&mut self) -> bool {
        mem::swap(&mut self.arriving, &mut self.network.queues);
        let mut any = false;
        for (place, (server, queue)) in self.servers.iter_mut().zip(&mut self.arriving).enumerate()
        {
            if self.crashed == Some(place) {
                queue.clear();
            }
            if queue.is_empty() {
                continue;
            }
            any = true;
            for message in queue.drain(..) {
                server.receive(message, &mut self.network);
            }
            server.finish(&mut self.network);
        }
        any
    }
}
