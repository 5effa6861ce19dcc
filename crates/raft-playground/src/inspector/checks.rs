//! The properties that must always hold, and how they stand.

use crate::session::Session;

/// The properties that must always hold, and how they stand.
#[derive(Clone, PartialEq, Debug)]
pub struct ChecksView {}

pub(super) fn draw(_session: &Session) -> ChecksView {
    ChecksView {}
}
