//! The inspector: the details behind the picture, in tabs.
//!
//! Each tab has a file of its own, and is built only while it is open.

mod checks;
mod clients;
mod json;
mod links;
mod logs;
mod network;
mod node;
mod report;
mod settings;
mod transcript;
mod upcoming_events;

use crate::intent::Tab;
use crate::snapshot::Snapshot;
use crate::view::{InspectorView, Writer};

/// The open tab, if any is open.
pub(super) fn inspector(snapshot: &Snapshot) -> Option<InspectorView> {
    let tab = snapshot.panels.tab?;
    let mut page = Writer::new();
    match tab {
        Tab::Logs => logs::add(snapshot, &mut page),
        Tab::Node => node::add(snapshot, &mut page),
        Tab::Network => network::add(snapshot, &mut page),
        Tab::Clients => clients::add(snapshot, &mut page),
        Tab::Checks => checks::add(snapshot, &mut page),
        Tab::Transcript => transcript::add(snapshot, &mut page),
        Tab::Settings => settings::add(snapshot, &mut page),
    }
    let looks_back =
        tab == Tab::Transcript && snapshot.panels.transcript.searches_before().is_some();
    Some(InspectorView { tab, content: page.finish(), looks_back })
}
