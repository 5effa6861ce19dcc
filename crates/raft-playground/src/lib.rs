//! The playground without a browser.
//!
//! A [`Session`] owns a simulated cluster. It takes what the user asks for ([`Intent`]) and the
//! wall time that passes, and gives back what there is to draw ([`Frame`]). Everything a user can
//! see or do goes through these three, so a whole user session can be replayed in a native test.
//!
//! # What always holds
//! - The same options, intents and passages of time give the same frames.
//! - What a user does becomes a command of the run, or nothing; it never fails halfway.
//! - A scene is a new one only if something in it differs: the drawer can compare pointers.
//!
//! # Reading order
//! [`frame`] and [`intent`] are the boundary; `session` connects them; `scene`, `motion`, `menu`,
//! `suggestion`, `promises`, `coming` and `inspector` draw; `narrator`, `words` and `why` tell;
//! [`layout`] says where everything stands.
//!
//! # A session of one second
//! ```
//! use raft_playground::{Intent, Options, Session, Speed};
//!
//! let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
//! let mut session = Session::new(&options)?;
//! session.advance(1_000_000);
//! session.handle(Intent::Send { text: "x=8".into(), via: None });
//! session.advance(1_000_000);
//! let frame = session.frame();
//! assert!(frame.scene.nodes.iter().all(|node| &*node.value == "8"));
//! assert_eq!(&*frame.scene.clients[0].status, "x=8 committed");
//! # Ok::<(), raft_playground::BadRun>(())
//! ```

pub mod frame;
pub mod intent;
pub mod layout;
pub mod page_options;
pub mod share;
pub mod speed;
pub mod text;

mod session;

mod coming;
mod inspector;
mod menu;
mod motion;
mod narrator;
mod pauses;
mod promises;
mod scene;
mod shown_log;
mod suggestion;
mod timeline;
mod why;
mod words;

pub use frame::Frame;
pub use intent::Intent;
pub use raft_sim::raft_core::NodeId;
pub use raft_sim::{Address, BadRun, ClientId};
pub use session::{Options, Session};
pub use speed::Speed;
pub use words::seconds;
