//! Drives the built page in a real browser, as a user would.
//!
//! A [`Visit`] determines how the page is opened. [`Page`] offers the actions of a user, with real
//! pointer and key events. An [`Observation`] is what a user can see, from the page's automation
//! contract. The tests use no internals of the page.
//!
//! Tests pass on a machine of any speed. They wait for what they want to see. To aim at a moving
//! element, or to observe a short-lived one, they control the page's clock (see `frames`). The
//! environment variable `RAFT_SLOWDOWN=6` slows the processor six times in every browser.
//!
//! Each visit has its own server, chromedriver and browser, so that no test disturbs another. They
//! end with the visit.

mod actions;
mod chromium;
mod frames;
mod observation;
mod page;
mod pointer;
mod site;
mod visit;

pub use actions::Spot;
pub use chromium::Browser;
pub use observation::{Client, Clock, Link, Message, Node, Observation};
pub use page::{Page, TIMEOUT};
pub use site::{Site, Withheld};
pub use thirtyfour::Key;
pub use visit::{Visit, dist, on_page};
