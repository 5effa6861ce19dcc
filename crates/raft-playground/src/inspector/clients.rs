//! What clients asked for and what they were told, and whether any order explains it.

use crate::session::Session;

/// What clients asked for and what they were told, and whether any order explains it.
#[derive(Clone, PartialEq, Debug)]
pub struct ClientsView {}

pub(super) fn draw(_session: &Session) -> ClientsView {
    ClientsView {}
}
