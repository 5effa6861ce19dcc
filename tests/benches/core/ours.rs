//! Our core as a [`Server`].
//!
//! The disk is a [`Disk`] in memory. It applies the write of a step at once, so messages that wait
//! for the write leave with the step; the node learns of the write in its next batch. Timers count
//! ticks.

use std::mem;
use std::sync::Arc;

use raft_core::{
    Body, Config, Disk, Effect, Incarnation, Input, LocalTime, LogIndex, Message, Micros, Node,
    NodeId, Payload, ProposalId, Step, Timer, TimerRange,
};

use crate::cluster::{Network, SERVERS, Server, weigh};
use crate::limits::{ELECTION_TICKS, HEARTBEAT_TICKS, MAX_BYTES, MAX_IN_FLIGHT};

const TICK: Micros = Micros::from_millis(10);

pub(crate) struct Ours {
    pub(crate) node: Node,
    disk: Disk,
    /// The inputs for the next batch.
    inputs: Vec<Input>,
    /// The result of the last batch; its buffers are reused.
    step: Step,
    applied: Vec<Arc<[u8]>>,
    proposed: u64,
    answered: u64,
    now: LocalTime,
    /// The expiry time of each of [`Timer::ALL`].
    due: [Option<LocalTime>; Timer::ALL.len()],
    randomness: u64,
}

impl Ours {
    fn perform(&mut self, step: &mut Step, network: &mut Network<Envelope>) {
        for effect in step.at_once.drain(..) {
            self.effect(effect, network);
        }
        if let Some(write) = step.write.take() {
            self.disk.apply(&write);
            self.inputs.push(Input::Persisted(write.number));
        }
        if !step.after_write.is_empty() {
            let durable = step.after_write.needs();
            for effect in step.after_write.release(durable).into_iter().flatten() {
                self.effect(effect, network);
            }
        }
    }

    fn effect(&mut self, effect: Effect, network: &mut Network<Envelope>) {
        match effect {
            Effect::Send { to, message } => self.send(to, message, network),
            Effect::SetTimer { timer, after } => {
                let Micros(span) = self.draw(after);
                self.due[place(timer)] = Some(LocalTime(self.now.0 + span));
            }
            Effect::CancelTimer(timer) => self.due[place(timer)] = None,
            Effect::Apply(entry) => {
                if let Payload::Command(command) = entry.payload {
                    self.applied.push(command);
                }
            }
            Effect::Reply { .. } => self.answered += 1,
            Effect::Restore(_) | Effect::AnswerRead { .. } => {}
        }
    }

    fn send(&self, to: NodeId, message: Message, network: &mut Network<Envelope>) {
        let bytes = match &message.body {
            Body::AppendEntries { entries, .. } => {
                weigh(entries.iter().map(|entry| entry.payload.len()))
            }
            _ => weigh(std::iter::empty()),
        };
        network.send(to.0 as usize, Envelope { from: self.node.id(), message }, bytes);
    }

    /// A random span of whole ticks, by xorshift; its quality does not matter.
    fn draw(&mut self, range: TimerRange) -> Micros {
        self.randomness ^= self.randomness << 13;
        self.randomness ^= self.randomness >> 7;
        self.randomness ^= self.randomness << 17;
        let ticks = (range.max.0 - range.min.0) / TICK.0 + 1;
        let drawn = (u128::from(self.randomness) * u128::from(ticks)) >> 64;
        Micros(range.min.0 + drawn as u64 * TICK.0)
    }
}

/// A message and its sender.
pub(crate) struct Envelope {
    from: NodeId,
    message: Message,
}

impl Server for Ours {
    const NAME: &'static str = "raft-core";
    type Message = Envelope;
    type Command = Arc<[u8]>;
    type Proposal = Arc<[u8]>;

    fn boot(place: usize) -> Self {
        let id = node_id(place);
        let ticks = |ticks: usize| Micros(ticks as u64 * TICK.0);
        let config = Config {
            election_timeout: TimerRange {
                min: ticks(ELECTION_TICKS.start),
                max: ticks(ELECTION_TICKS.end - 1),
            },
            heartbeat_interval: ticks(HEARTBEAT_TICKS),
            max_entries_per_message: usize::MAX,
            max_bytes_per_message: MAX_BYTES,
            max_in_flight: MAX_IN_FLIGHT,
            ..Config::new((0..SERVERS).map(node_id))
        };
        let now = LocalTime(0);
        let (node, step) = Node::boot(id, Incarnation(1), Arc::new(config), Disk::default(), now)
            .expect("an empty disk is whole");
        let mut server = Self {
            node,
            disk: Disk::default(),
            inputs: Vec::new(),
            step: Step::default(),
            applied: Vec::new(),
            proposed: 0,
            answered: 0,
            now,
            due: [None; Timer::ALL.len()],
            randomness: seed() | 1,
        };
        // The only effect sets a timer.
        for effect in step.at_once {
            if let Effect::SetTimer { timer, after } = effect {
                server.due[self::place(timer)] = Some(LocalTime(server.draw(after).0));
            }
        }
        server
    }

    fn stand(&mut self, _: &mut Network<Envelope>) {
        self.inputs.push(Input::Timeout(Timer::Election));
    }

    fn propose(&mut self, command: Arc<[u8]>, _: &mut Network<Envelope>) {
        let proposal = ProposalId(self.proposed);
        self.proposed += 1;
        self.inputs.push(Input::Propose { proposal, command });
    }

    fn receive(&mut self, Envelope { from, message }: Envelope, _: &mut Network<Envelope>) {
        self.inputs.push(Input::Deliver { from, message });
    }

    fn finish(&mut self, network: &mut Network<Envelope>) {
        let mut inputs = mem::take(&mut self.inputs);
        if !inputs.is_empty() {
            let mut step = mem::take(&mut self.step);
            self.node.step_into(inputs.drain(..), self.now, &mut step);
            self.inputs = inputs;
            self.perform(&mut step, network);
            self.step = step;
        }
    }

    fn tick(&mut self, _: &mut Network<Envelope>) {
        self.now.0 += TICK.0;
        for timer in Timer::ALL {
            if self.due[place(timer)].is_some_and(|due| due <= self.now) {
                self.due[place(timer)] = None;
                self.inputs.push(Input::Timeout(timer));
            }
        }
    }

    fn is_in_office(&self) -> bool {
        let committed: LogIndex = self.node.commit_index();
        self.node.is_leader() && self.node.log().term_at(committed) == Some(self.node.term())
    }

    fn applied(&mut self) -> &mut Vec<Arc<[u8]>> {
        assert!(self.answered == self.proposed || !self.node.is_leader(), "one answer each");
        &mut self.applied
    }
}

fn node_id(place: usize) -> NodeId {
    NodeId(u32::try_from(place).expect("five servers"))
}

fn place(timer: Timer) -> usize {
    match timer {
        Timer::Election => 0,
        Timer::Heartbeat => 1,
        Timer::Quorum => 2,
        Timer::Transfer => 3,
    }
}

/// A different number at each call, the same in each run.
fn seed() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static SEED: AtomicU64 = AtomicU64::new(1);
    SEED.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
