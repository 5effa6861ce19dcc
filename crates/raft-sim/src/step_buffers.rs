//! Buffers that steps share.

use std::fmt;

use raft_core::Step;

/// The buffers of some node's last step, which serve the next. They are no part of the state: there
/// are none while a step is carried out, nor in a copy of the world.
#[derive(Default)]
pub(crate) struct StepBuffers(pub(crate) Option<Box<Step>>);

impl fmt::Debug for StepBuffers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StepBuffers")
    }
}

impl Clone for StepBuffers {
    fn clone(&self) -> Self {
        Self::default()
    }
}
