//! The operations of clients: writes of unique values, so that every read identifies the write that
//! it saw, additions, deletions, comparisons and reads, each to the leader or to any node.

use raft_core::{Micros, NodeId};

use super::draw::Dice;
use super::plan::Plan;
use crate::client::{Client, ClientOperation, Status};
use crate::command::Command;
use crate::kv::Operation;
use crate::random::{Concern, Stream};
use crate::time::Time;

/// A client starts no operation while this many have no answer.
const MOST_WAITING: usize = 3;

/// Draws client operations and their times.
#[derive(Debug)]
pub(super) struct Workload {
    dice: Dice,
    interval: Micros,
    next: Time,
    keys: u64,
    nodes: u32,
    written: u64,
}

impl Workload {
    pub(super) fn new(plan: &Plan, seed: u64) -> Self {
        Self {
            dice: Dice::new(Stream::new(seed, Concern::Workload, (0, 0))),
            interval: plan.request_interval,
            next: Time::from_millis(300),
            keys: plan.keys,
            nodes: plan.scenario.hosts(),
            written: 0,
        }
    }

    pub(super) fn next_at(&self) -> Time {
        self.next
    }

    /// The next operation; `None` if its client already waits for many answers.
    pub(super) fn draw(&mut self, clients: &[Client]) -> Option<Command> {
        self.next = self.next + self.dice.interval(self.interval);
        let client = &clients[self.dice.place(clients.len())];
        let to_any = self.dice.percent(10);
        let any = NodeId(self.dice.between_u32(0, self.nodes - 1)).into();
        let via = to_any.then_some(any);
        let operation = self.operation();
        let waiting = |asked: &&ClientOperation| asked.status == Status::Waiting;
        let patient = client.operations().iter().rev().filter(waiting).count() < MOST_WAITING;
        patient.then(|| Command::Submit { client: client.id.into(), via, operation })
    }

    fn operation(&mut self) -> Operation {
        let key = ["x", "y", "z"][self.dice.place(usize::try_from(self.keys).unwrap_or(1))];
        let key = key.to_owned();
        self.written += 1;
        let value = self.written.to_string();
        match self.dice.between(0, 99) {
            0..35 => Operation::Get(key),
            35..65 => Operation::Set(key, value),
            65..85 => Operation::Add(key, 1),
            85..95 => {
                let recent = self.written.saturating_sub(self.dice.between(1, 4));
                Operation::CompareAndSet(key, recent.to_string(), value)
            }
            _ => Operation::Delete(key),
        }
    }
}
