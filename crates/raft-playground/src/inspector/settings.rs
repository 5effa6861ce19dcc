//! How the cluster is made: its size, timing, network, disks, and what of the protocol is on.

use crate::session::Session;

/// How the cluster is made: its size, timing, network, disks, and what of the protocol is on.
#[derive(Clone, PartialEq, Debug)]
pub struct SettingsView {}

pub(super) fn draw(_session: &Session) -> SettingsView {
    SettingsView {}
}
