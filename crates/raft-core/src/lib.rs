//! To come.
#![no_std]

extern crate alloc;

mod types;

pub use types::{
    Entry, LocalTime, LogIndex, LogPosition, Micros, NodeId, Payload, Term, TimerRange,
};
