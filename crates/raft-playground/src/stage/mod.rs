//! Builds the views of the stage and of the time bar from a snapshot.

mod badge;
mod guarantees;
mod motion;
mod nodes;
mod scene;
mod spotlights;
mod story;
mod suggestion;
mod timeline;

pub(crate) use guarantees::properties;
pub(crate) use motion::motion;
pub(crate) use scene::scene;
