//! What the inspector remembers: which tab was open, and what was looked at there.

use crate::inspector::{Tab, Told};
use crate::session::Session;

/// What the inspector remembers while it is closed, or shows another tab.
#[derive(Clone, Debug)]
pub(crate) struct Inspected {
    /// The tab that was open last, the settings apart.
    last_tab: Tab,
    /// Whether a press on a direction of a link holds it up instead of cutting it.
    pub(crate) holds_up: bool,
    /// What the transcript tells.
    pub(crate) told: Told,
}

impl Default for Inspected {
    fn default() -> Self {
        Self { last_tab: Tab::Logs, holds_up: false, told: Told::Turns }
    }
}

impl Session {
    /// Opens a tab, or closes the inspector.
    pub(crate) fn inspect(&mut self, tab: Option<Tab>) {
        self.tab = tab;
        if let Some(tab) = tab.filter(|tab| *tab != Tab::Settings) {
            self.inspected.last_tab = tab;
        }
    }

    /// Opens the last tab, or closes the inspector.
    pub(crate) fn toggle_inspector(&mut self) {
        let open = self.tab.is_some_and(|tab| tab != Tab::Settings);
        self.inspect((!open).then_some(self.inspected.last_tab));
    }
}
