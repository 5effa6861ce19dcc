//! What is on its way, and what is coming next.

use crate::coming::{self, ComingView};
use crate::session::Session;

/// How much of what is coming is shown.
const MOST_COMING: usize = 12;

/// What is on its way, and what is coming next.
#[derive(Clone, PartialEq, Debug)]
pub struct NetworkView {
    /// What happens next, soonest first.
    pub coming: Vec<ComingView>,
}

pub(super) fn draw(session: &Session) -> NetworkView {
    NetworkView { coming: coming::draw(session, MOST_COMING) }
}
