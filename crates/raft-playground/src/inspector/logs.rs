//! Every log side by side, with the marks of who knows what of whom.

use crate::session::Session;

/// Every log side by side, with the marks of who knows what of whom.
#[derive(Clone, PartialEq, Debug)]
pub struct LogsView {}

pub(super) fn draw(_session: &Session) -> LogsView {
    LogsView {}
}
