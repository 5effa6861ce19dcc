//! To come.

mod address;

pub use address::{Address, ClientId, UnknownAddress};
pub use raft_core;
