//! Buffers that steps reuse.

use std::fmt;

use raft_core::Step;

/// The buffers of the last step of any node, which the next step reuses. They are not part of the
/// state: they are absent while a step is carried out, and in clones.
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
