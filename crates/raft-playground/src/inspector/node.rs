//! One node: what its disk holds, what is on its way there, what only its memory has.

use crate::session::Session;

/// One node: what its disk holds, what is on its way there, what only its memory has.
#[derive(Clone, PartialEq, Debug)]
pub struct NodeDetails {}

pub(super) fn draw(_session: &Session) -> NodeDetails {
    NodeDetails {}
}
