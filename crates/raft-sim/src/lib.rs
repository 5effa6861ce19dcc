//! To come.

mod acting;
mod address;
mod agenda;
mod checks;
mod client;
mod disk;
mod driving;
mod host;
mod kv;
mod network;
mod random;
mod record;
mod scenario;
mod simulation;
mod time;

pub use address::{Address, ClientId, UnknownAddress};
pub use agenda::{Agenda, Due, Slot};
pub use checks::{Property, Violation};
pub use client::{Answer, Client, ClientOperation, Reply, Status};
pub use disk::SlowDisk;
pub use host::{Host, Process, RunningTimer};
pub use kv::{MAX_KEY, MAX_VALUE, Machine, NotAnOperation, Operation, Outcome, Request};
pub use network::{Death, Flight, Loss, MessageId, Network, Packet, Quality};
pub use raft_core;
pub use record::{Fact, NodeState, Parcel, Record, RoleName};
pub use scenario::{BadScenario, Command, MAX_CLIENTS, MAX_NODES, Run, Scenario, TimedCommand};
pub use simulation::{BadCommand, BadRun, Simulation};
pub use time::Time;
