//! The Raft protocol as a value.
//!
//! A [`Node`] handles one [`Input`] at a time and returns a [`Step`]: what to write durably, what
//! to do, and what happened and why. A node does no I/O, reads no clock and draws no random
//! numbers. Its driver does, so the same node runs in a page, in a test and on a server.
//!
//! # What always holds
//! - The same state and the same input give the same step. A node depends on nothing else.
//! - Votes, requests for votes and acknowledgements leave a node only after the disk write that
//!   they depend on: they are [`AfterWrite`]. Dropping a step has the effect of a crash.
//! - No message and no disk image makes a node panic. A refusal is data: an [`Event`] with a
//!   [`Verdict`], which names the [`Rule`] and its section.
//! - A node answers every proposal at most once, and the answer is true.
//! - A node ignores late answers: answers to an older request, from an older term, or to an earlier
//!   incarnation of the node.
//!
//! # What a driver owes
//! - Writes become durable in order and atomically. The driver sends [`Input::Persisted`] only
//!   afterwards.
//! - Each start of a node has an [`Incarnation`] that no server of this name had before.
//! - Readings of [`LocalTime`] never decrease, and clocks drift no further apart than a lease
//!   allows.
//! - Pending proposals have different identifiers, and so do pending reads. Identifiers may repeat
//!   in another incarnation.
//!
//! # Reading order
//! Beside the extended Raft paper: [`types`](Term), [`entry`](Entry) and [`Node`] (Figure 2), then
//! `term` (§5.1), `election` (§5.2, §5.4.1), `replication` and `append` (§5.3), `commit` (§5.3,
//! §5.4.2), `proposal` (§8). `rules` lists every guard; `step` is the boundary.
//!
//! # A driver
//! A driver carries out the effects of a step, and delays those that must wait for the disk. In
//! this example a write becomes durable when its turn in the queue comes; a crash before that would
//! lose it. `examples/files` has real files, threads and clocks.
//! ```
//! use std::collections::VecDeque;
//! use std::sync::Arc;
//! use raft_core::{
//!     AfterWrite, Answer, Config, Disk, Effect, Incarnation, Input, LocalTime, Node, NodeId,
//!     ProposalId, Step, Timer, Write,
//! };
//!
//! const NODES: u32 = 5;
//! const NOW: LocalTime = LocalTime(0); // The clocks stand still: the example fires timers itself.
//!
//! /// The next event of a node: an input, or the end of a write and the effects that wait for it.
//! enum Next {
//!     Input(NodeId, Input),
//!     Written(NodeId, Option<Write>, AfterWrite),
//! }
//!
//! let config = Arc::new(Config::new((0..NODES).map(NodeId)));
//! let mut disks = vec![Disk::default(); NODES as usize];
//! let boot = |id, starts, disk: &Disk| {
//!     Node::boot(NodeId(id), Incarnation(starts), config.clone(), disk.clone(), NOW)
//! };
//! let empty = Disk::default();
//! let mut nodes: Vec<Node> = (0..NODES).map(|id| boot(id, 1, &empty).unwrap().0).collect();
//! let mut answers = Vec::new();
//!
//! // One queue for all nodes. The run ends when only timers could cause more events.
//! let mut run = |nodes: &mut [Node], id: u32, input: Input| {
//!     let mut queue = VecDeque::from([Next::Input(NodeId(id), input)]);
//!     while let Some(next) = queue.pop_front() {
//!         let (from, effects) = match next {
//!             Next::Input(id, input) => {
//!                 let step = nodes[id.0 as usize].step(input, NOW);
//!                 let Step { write, at_once, after_write, events: _ } = step;
//!                 queue.push_back(Next::Written(id, write, after_write));
//!                 (id, at_once)
//!             }
//!             Next::Written(id, write, mut after_write) => {
//!                 if let Some(write) = write {
//!                     disks[id.0 as usize].apply(&write);
//!                     queue.push_back(Next::Input(id, Input::Persisted(write.number)));
//!                 }
//!                 // Writes end in the order of the queue, so all up to this one are durable.
//!                 let durable = after_write.needs();
//!                 (id, after_write.release(durable).unwrap().collect())
//!             }
//!         };
//!         for effect in effects {
//!             match effect {
//!                 Effect::Send { to, message } => {
//!                     queue.push_back(Next::Input(to, Input::Deliver { from, message }));
//!                 }
//!                 Effect::Reply { proposal, answer } => answers.push((proposal, answer)),
//!                 _ => {} // timers, and the state machine that applies committed entries
//!             }
//!         }
//!     }
//! };
//!
//! // The election timer of node 1 runs out first, and the node is elected.
//! run(&mut nodes, 1, Input::Timeout(Timer::Election));
//! assert!(nodes[1].is_leader());
//!
//! // A client's command is in every log before the leader answers that it is committed.
//! let propose = Input::Propose { proposal: ProposalId(7), command: b"x <- 3".as_slice().into() };
//! run(&mut nodes, 1, propose);
//! run(&mut nodes, 1, Input::Timeout(Timer::Heartbeat));
//! let committed = nodes[1].log().last();
//! assert!(nodes.iter().all(|node| node.commit_index() == committed.index));
//! assert_eq!(answers, [(ProposalId(7), Answer::Committed(committed))]);
//!
//! // After a crash, the disk still holds the vote and the log.
//! let (restarted, _) = boot(1, 2, &disks[1]).unwrap();
//! assert!(!restarted.is_leader());
//! assert_eq!((restarted.voted_for(), restarted.log().last()), (Some(NodeId(1)), committed));
//! ```
#![no_std]

extern crate alloc;

mod types;

mod config;
mod quorum;
mod rules;

mod answer;
mod disk;
mod event;
mod message;
mod step;

mod entries;
mod entry;
mod leader;
mod log;
mod membership;
mod node;
mod node_map;
mod node_set;
mod progress;
mod role;

mod append;
mod change;
mod commit;
mod election;
mod proposal;
mod replication;
mod replicator;
mod term;

mod pre_vote;
mod read;
mod reconfiguration;
mod request;
mod snapshot;
mod transfer;

mod durability;
mod local_clock;
mod step_builder;

pub use answer::{Answer, ReadAnswer};
pub use config::{BadConfig, Config, ReadMode, RequestMode};
pub use disk::{DamagedDisk, Disk, HardState, LogWrite, Snapshot, Write, WriteNumber};
pub use entries::Entries;
pub use entry::{Entry, Payload};
pub use event::{Event, MalformedReason};
pub use leader::Leader;
pub use log::Log;
pub use message::{AppendOutcome, Body, Message, RequestId, Round, SnapshotChunk};
pub use node::Node;
pub use node_map::NodeMap;
pub use node_set::NodeSet;
pub use progress::{Progress, ProgressState};
pub use quorum::{Membership, QuorumSize};
pub use role::{Role, Votes};
pub use rules::{Rule, RuleSet, UnknownRule, Verdict};
pub use step::{AfterWrite, Effect, Input, ProposalId, ReadId, Step, Timer};
pub use types::{Incarnation, LocalTime, LogIndex, LogPosition, Micros, NodeId, Term, TimerRange};
