//! A deterministic world around Raft nodes.
//!
//! A [`Simulation`] is a cluster at one instant of simulated time, with its network, disks, timers
//! and clients. It starts from a [`Run`]: scenario, seed and timed commands. Everything that
//! happens leaves a [`Record`] with its cause, and after every event the properties of the paper's
//! Figure 3 are checked against the whole history.
//!
//! # What always holds
//! - The same run gives the same records, byte for byte, on every target: time is an integer, all
//!   randomness comes from the seed, and no iteration order depends on hashes.
//! - Each concern draws from its own random stream, so adding a fault does not change the other
//!   draws.
//! - A violated property is a record, never a panic. An invalid run or command is an error that
//!   names the place and changes nothing.
//!
//! # Reading order
//! `scenario` and `run` (the inputs), `simulation` (one event at a time), `node_driver` (carries
//! out the protocol's steps), `commands`, `message_driver`, `request_driver` and `client_driver`,
//! `network`, `disk`, `host`, `client`, `kv` and `machine` (the replicated store); then `checks`
//! and `record`; [`history`], which can go back in a run; [`script`], the language for all of this.
//!
//! # A value is committed
//! ```
//! use raft_sim::{Command, Run, Simulation, Status, Time};
//!
//! let mut simulation = Simulation::new(Run { seed: 7, ..Run::default() })?;
//! simulation.run_until(Time::from_millis(1000));
//! let operation = "x=8".parse()?;
//! simulation.act(Command::Submit { client: "X".parse()?, via: None, operation })?;
//! simulation.run_until(Time::from_millis(2000));
//!
//! for host in simulation.hosts() {
//!     let process = host.process.as_ref().expect("nobody stopped it");
//!     assert_eq!(process.machine.get("x"), Some("8"));
//! }
//! assert!(matches!(simulation.clients()[0].operations()[0].status, Status::Done(_)));
//! assert_eq!(simulation.violations(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod administration;
mod advice;
mod checks;
mod client;
mod client_driver;
mod clock;
mod command;
mod commands;
mod disk;
mod event_queue;
pub mod export;
pub mod history;
mod host;
mod injected_bugs;
pub mod json;
mod kv;
mod link_config;
mod machine;
mod memory_use;
mod message_driver;
mod message_id;
mod message_kind;
mod network;
mod node_driver;
mod node_setting;
mod notation;
mod packet;
mod random;
mod record;
mod request_driver;
mod run;
mod scenario;
pub mod script;
mod sessions;
mod shared_list;
mod simulation;
mod step_buffers;
pub mod swarm;
mod time;

pub use address::{Address, ClientId, UnknownAddress};
pub use administration::{AdminRequest, Administration};
pub use advice::Advice;
pub use checks::{Property, Violation};
pub use client::{Answer, Client, ClientOperation, Reply, Status};
pub use clock::Clock;
pub use command::Command;
pub use disk::{Damage, DiskChange, DiskState, DurableDisk, SlowDisk};
pub use event_queue::{EventKey, EventQueue, ScheduledEvent};
pub use history::History;
pub use host::{Host, Process, RunningTimer};
pub use injected_bugs::InjectedBugs;
pub use kv::{MAX_KEY, MAX_VALUE, NotAnOperation, Operation, Outcome, Request};
pub use link_config::LinkConfig;
pub use machine::Machine;
pub use message_id::MessageId;
pub use message_kind::{MessageKind, UnknownKind};
pub use network::{Death, InFlightMessage, Loss, Network};
pub use node_setting::NodeSetting;
pub use packet::Packet;
pub use raft_core;
pub use record::{Envelope, NodeState, Record, RecordKind, RoleName};
pub use run::{BadCommand, BadRun, Run, TimedCommand};
pub use scenario::{BadScenario, MAX_CLIENTS, MAX_NODES, Scenario};
pub use script::{Script, ScriptError};
pub use shared_list::{Elements, SharedList};
pub use simulation::Simulation;
pub use time::Time;
