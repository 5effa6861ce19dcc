//! To come.

pub mod frame;
pub mod intent;
pub mod layout;
pub mod page_options;
mod session;
pub mod speed;

pub use frame::Frame;
pub use intent::Intent;
pub use raft_sim::raft_core::NodeId;
pub use raft_sim::{Address, ClientId};
pub use session::{Options, Session};
pub use speed::Speed;
