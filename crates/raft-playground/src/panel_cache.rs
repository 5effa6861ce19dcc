//! The panels as they were built last, and when to build them again.

use crate::panels::panels;
use crate::snapshot::Snapshot;
use crate::view::Panels;

/// For how long a panel stands while time goes on, in wall microseconds: nobody reads faster, and a
/// long list is much to draw.
const MIN_REBUILD_INTERVAL_US: u64 = 100_000;

/// The panels as they were built last.
#[derive(Clone, Debug, Default)]
pub(crate) struct PanelCache {
    panels: Panels,
    /// Whether another question was asked since.
    lacks_answer: bool,
    /// Whether they may differ now.
    is_old: bool,
    /// For how long they have stood.
    age_us: u64,
}

impl PanelCache {
    /// The panels have stood for so much longer.
    pub(crate) fn age_panels(&mut self, wall_us: u64) {
        self.age_us = self.age_us.saturating_add(wall_us);
    }

    /// The user did something: whatever changed is shown at once.
    pub(crate) fn expire(&mut self) {
        self.age_us = u64::MAX;
    }

    /// An answer to another question does not answer this one.
    pub(crate) fn forget_answer(&mut self) {
        self.panels.why = None;
        self.lacks_answer = true;
    }

    /// Builds the panels again if one is open that was not built, or has stood for long enough and
    /// may differ now; whether it did.
    pub(crate) fn refresh(&mut self, snapshot: &Snapshot, is_stale: bool) -> bool {
        self.is_old |= is_stale;
        let (tab, subject) = (snapshot.panels.tab, snapshot.selection.subject());
        let is_open =
            tab.is_some() || snapshot.selection.open_question.is_some() || subject.is_some();
        let lacks_tab = tab != self.panels.inspector.as_ref().map(|inspector| inspector.tab);
        let lacks_menu = subject != self.panels.menu.as_ref().map(|menu| menu.subject);
        let is_due = !snapshot.playback.is_playing || self.age_us >= MIN_REBUILD_INTERVAL_US;
        let is_lacking = lacks_tab || lacks_menu || self.lacks_answer;
        let refreshes = is_open && (is_lacking || (self.is_old && is_due));
        if refreshes {
            *self = Self { panels: panels(snapshot, &self.panels), ..Self::default() };
        }
        refreshes
    }

    /// The panels that are still open, as they were built.
    pub(crate) fn open_panels(&self, snapshot: &Snapshot) -> Panels {
        let Panels { menu, why, inspector } = self.panels.clone();
        let (tab, subject) = (snapshot.panels.tab, snapshot.selection.subject());
        Panels {
            menu: menu.filter(|menu| Some(menu.subject) == subject),
            why: snapshot.selection.open_question.as_ref().and(why),
            inspector: inspector.filter(|inspector| Some(inspector.tab) == tab),
        }
    }
}
