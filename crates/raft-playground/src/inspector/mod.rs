//! The inspector: what there is to know beyond the picture, in tabs, of which one is open.
//!
//! Each tab is drawn by a file of its own, and only while it is open.

mod checks;
mod clients;
mod inspected;
mod logs;
mod network;
mod node;
mod piece;
mod report;
mod settings;
mod transcript;

use std::rc::Rc;

use crate::session::Session;
pub(crate) use piece::Writer;

pub(crate) use inspected::Inspected;
pub use piece::{Picture, Piece, Shape};
pub(crate) use transcript::LineKind;
pub use transcript::Told;

/// A tab of the inspector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Every log side by side, with the marks of who knows what of whom.
    Logs,
    /// One node: what its disk holds, what is on its way there, what only its memory has.
    Node,
    /// What is on its way, and what is coming next.
    Network,
    /// What clients asked for and what they were told, and whether any order explains it.
    Clients,
    /// The properties that must always hold, and how they stand.
    Checks,
    /// What happened, in words.
    Transcript,
    /// How the cluster is made: its size, timing, network, disks, and what of the protocol is on.
    Settings,
}

impl Tab {
    /// All tabs, in reading order.
    pub const ALL: [Self; 7] = [
        Self::Logs,
        Self::Node,
        Self::Network,
        Self::Clients,
        Self::Checks,
        Self::Transcript,
        Self::Settings,
    ];

    /// As it stands on the tab.
    pub fn name(self) -> &'static str {
        match self {
            Self::Logs => "Logs",
            Self::Node => "Node",
            Self::Network => "Network",
            Self::Clients => "Clients",
            Self::Checks => "Checks",
            Self::Transcript => "Transcript",
            Self::Settings => "Settings",
        }
    }

    /// The tab with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }
}

/// The open inspector.
#[derive(Clone, PartialEq, Debug)]
pub struct InspectorView {
    /// The open tab.
    pub tab: Tab,
    /// What is in it.
    pub content: Piece,
}

/// Draws the open tab, or gives back the one before if nothing in it differs.
pub(crate) fn draw(
    session: &Session,
    before: Option<&Rc<InspectorView>>,
) -> Option<Rc<InspectorView>> {
    let tab = session.tab?;
    let mut page = Writer::new();
    match tab {
        Tab::Logs => logs::draw(session, &mut page),
        Tab::Node => node::draw(session, &mut page),
        Tab::Network => network::draw(session, &mut page),
        Tab::Clients => clients::draw(session, &mut page),
        Tab::Checks => checks::draw(session, &mut page),
        Tab::Transcript => transcript::draw(session, &mut page),
        Tab::Settings => settings::draw(session, &mut page),
    }
    let view = InspectorView { tab, content: page.finish() };
    match before {
        Some(before) if **before == view => Some(Rc::clone(before)),
        _ => Some(Rc::new(view)),
    }
}
