//! The built page in a real browser, as a person meets it.
//!
//! A [`Visit`] says how the page is opened; [`Page`] is what a person can do there, with real
//! pointer and key events; [`Observation`] is what a person can see, told by the page's automation
//! contract. Nothing here looks at the page's internals.
//!
//! Tests pass however slow the machine is. They wait for what they want to see. Where they aim at
//! what moves, or must not miss what soon passes, they hold the page's clock (see `frames`). The
//! environment variable `RAFT_SLOWDOWN=6` slows the processor six times in every browser.
//!
//! Each visit has a server, a chromedriver and a browser of its own, so that no test can disturb
//! another, and they end with it.

mod actions;
mod chromium;
mod frames;
mod observation;
mod page;
mod site;
mod visit;

pub use actions::Spot;
pub use chromium::Browser;
pub use observation::{Client, Clock, Link, Message, Node, Observation};
pub use page::{PATIENCE, Page};
pub use site::{Site, Withheld};
pub use thirtyfour::Key;
pub use visit::{Visit, dist, on_page};
