//! The Raft protocol as a value.
//!
//! A [`Node`] takes one [`Input`] at a time and gives back a [`Step`]: what to make durable, what
//! to do, and what happened and why. It does no I/O, reads no clock and draws no random number;
//! whoever drives it does, so the same node runs in a page, in a test and on a server.
//!
//! # What always holds
//! - Same state, same input, same step: nothing is hidden in the environment.
//! - What rests on the disk leaves only after the disk: votes, requests for votes and
//!   acknowledgements are [`AfterWrite`]. A step that is dropped is a crash.
//! - No message and no disk image makes a node panic. What it refuses is data: an [`Event`] with a
//!   [`Verdict`] that names the [`Rule`] and its section.
//! - Every proposal that a node accepts is answered at most once, and truthfully.
//!
//! # Reading order
//! Beside the extended Raft paper: [`types`](Term) and [`Node`] (Figure 2), then `term` (§5.1),
//! `election` (§5.2, §5.4.1), `replication` and `append` (§5.3), `commit` (§5.3, §5.4.2),
//! `proposal` (§8). `rules` lists every guard; `step` is the boundary.
//!
//! # Three nodes elect a leader
//! ```
//! use std::collections::VecDeque;
//! use std::sync::Arc;
//! use raft_core::{Config, Disk, Effect, Input, LocalTime, Node, NodeId, Step, Timer};
//!
//! let config = Arc::new(Config::new((0..3).map(NodeId)));
//! let now = LocalTime(0);
//! let mut disks = vec![Disk::default(); 3];
//! let mut nodes: Vec<Node> = (0..3)
//!     .map(|id| Node::boot(NodeId(id), config.clone(), Disk::default(), now).unwrap().0)
//!     .collect();
//!
//! // A driver of the simplest kind: disks that write at once, one queue for the whole network.
//! let mut network = VecDeque::from([(NodeId(1), Input::Timeout(Timer::Election))]);
//! while let Some((id, input)) = network.pop_front() {
//!     let index = id.0 as usize;
//!     let Step { write, at_once, mut after_write, events: _ } = nodes[index].step(input, now);
//!     if let Some(write) = &write {
//!         disks[index].apply(write);
//!         network.push_back((id, Input::Persisted(write.number)));
//!     }
//!     let needs = after_write.needs();
//!     for effect in at_once.into_iter().chain(after_write.release(needs).unwrap()) {
//!         if let Effect::Send { to, message } = effect {
//!             network.push_back((to, Input::Deliver { from: id, message }));
//!         }
//!     }
//! }
//! assert!(nodes[1].is_leader());
//! assert_eq!(nodes[1].commit_index(), nodes[1].log().last().index);
//! assert_eq!(nodes[0].leader(), Some(NodeId(1)));
//! ```
#![no_std]

extern crate alloc;

mod types;

mod config;
mod quorum;
mod rules;

mod disk;
mod event;
mod message;
mod step;

mod leader;
mod log;
mod membership;
mod node;
mod node_map;
mod progress;
mod role;

mod append;
mod commit;
mod election;
mod proposal;
mod replication;
mod term;

mod pre_vote;
mod read;
mod reconfiguration;
mod snapshot;
mod transfer;

mod draft;
mod durability;

pub use config::{Config, ReadMode, RequestMode};
pub use disk::{DamagedDisk, Disk, HardState, LogWrite, Snapshot, Write, WriteNumber};
pub use event::{Event, Flaw};
pub use leader::Leader;
pub use log::{Entries, Log};
pub use message::{AppendOutcome, Body, Message, Round, SnapshotChunk};
pub use node::Node;
pub use node_map::NodeMap;
pub use progress::{Pace, Progress};
pub use quorum::{Membership, QuorumSize};
pub use role::{Role, Votes};
pub use rules::{Rule, RuleSet, UnknownRule, Verdict};
pub use step::{AfterWrite, Answer, Effect, Input, ProposalId, ReadAnswer, ReadId, Step, Timer};
pub use types::{
    Entry, LocalTime, LogIndex, LogPosition, Micros, NodeId, Payload, Term, TimerRange,
};
