//! What is on its way, and what is coming next.

use crate::session::Session;

/// What is on its way, and what is coming next.
#[derive(Clone, PartialEq, Debug)]
pub struct NetworkView {}

pub(super) fn draw(_session: &Session) -> NetworkView {
    NetworkView {}
}
