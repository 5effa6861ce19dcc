//! What there is to see on the stage and around it, from a snapshot.

mod guarantees;
mod motion;
mod nodes;
mod scene;
mod suggestion;
mod timeline;

pub(crate) use guarantees::properties;
pub(crate) use motion::motion;
pub(crate) use scene::scene;
