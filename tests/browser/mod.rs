//! The built page in a real browser, as a person meets it.
//!
//! A [`Visit`] says how the page is opened; [`Page`] is what a person can do there, with real
//! pointer and key events; [`Seen`] is what a person can see, told by the page's automation
//! contract. Nothing here looks at the page's internals.
//!
//! Each visit has a server, a chromedriver and a browser of its own, so that no test can disturb
//! another, and they end with it.

mod chromium;
mod hands;
mod page;
mod seen;
mod site;
mod visit;

pub use chromium::Browser;
pub use hands::Spot;
pub use page::Page;
pub use seen::{Client, Clock, Link, Message, Node, Seen};
pub use site::{Site, Withheld};
pub use thirtyfour::Key;
pub use visit::{Visit, dist, on_page};
