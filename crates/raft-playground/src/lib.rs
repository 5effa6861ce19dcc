//! The playground without a browser.
//!
//! A [`Playground`] turns user actions ([`Intent`]) and elapsed wall time into a picture
//! ([`Frame`]). Everything that a user can see or do goes through these three, so a native test can
//! replay a whole user session.
//!
//! # What always holds
//! - The same options, intents and passages of time give the same frames.
//! - A user action becomes a command of the run, or does nothing; it never fails halfway.
//! - The scene is replaced only if something in it differs, so the page can compare pointers.
//! - A module uses only modules above it in this file, so there is no circle.
//!   Only `session` changes anything; renderers see a `Snapshot`.
//!
//! # Reading order
//! [`intent`] and [`view`] are the boundary. `session` handles intents; `stage` and `panels` build
//! views of its `snapshot`; `significance` decides what an event means to a person, `phrases`
//! chooses the sentence, and `text` has the words.
//!
//! # A session of one second
//! ```
//! use raft_playground::{Options, Playground, Speed, intent};
//!
//! let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
//! let mut playground = Playground::new(&options)?;
//! playground.advance(1_000_000);
//! playground.handle(intent::Client::Send { text: "x=8".into(), via: None });
//! playground.advance(1_000_000);
//! let frame = playground.frame();
//! assert!(frame.scene.nodes.iter().all(|node| &*node.value == "8"));
//! let status = raft_playground::text::say::client_status_committed("x=8");
//! assert_eq!(frame.scene.clients[0].status, Some(status));
//! # Ok::<(), raft_playground::BadRun>(())
//! ```

mod table;

pub mod layout;

pub mod text;

pub mod intent;

pub mod page_options;

mod query;

mod significance;

mod phrases;

pub mod view;

mod state;

mod lane;

mod snapshot;

mod stage;

mod panels;

mod session;

pub mod share;

mod panel_cache;

mod playground;

#[cfg(any(test, feature = "claims"))]
pub mod claims;

pub use intent::{Intent, Speed};
pub use playground::Playground;
pub use raft_sim::raft_core::{LogIndex, Micros, NodeId, Term};
pub use raft_sim::{Address, BadRun, ClientId, Command, Time};
pub use session::Options;
pub use text::seconds;
pub use view::Frame;
