//! The panels as last built, and when to build them again.

use crate::panels::panels;
use crate::snapshot::Snapshot;
use crate::view::Panels;

/// The least time between two builds of a panel during playback, in wall microseconds: nobody reads
/// faster, and long lists take time to draw.
const MIN_REBUILD_INTERVAL_US: u64 = 100_000;

/// The panels as last built.
#[derive(Clone, Debug, Default)]
pub(crate) struct PanelCache {
    panels: Panels,
    /// Whether the user has asked another question since.
    lacks_answer: bool,
    /// Whether they may differ now.
    is_old: bool,
    /// Their age in wall microseconds.
    age_us: u64,
}

impl PanelCache {
    /// Adds to the age of the panels.
    pub(crate) fn age_panels(&mut self, wall_us: u64) {
        self.age_us = self.age_us.saturating_add(wall_us);
    }

    /// Makes the next refresh rebuild the panels, because the user acted.
    pub(crate) fn expire(&mut self) {
        self.age_us = u64::MAX;
    }

    /// Drops the answer, because the user has asked another question.
    pub(crate) fn forget_answer(&mut self) {
        self.panels.why = None;
        self.lacks_answer = true;
    }

    /// Builds the panels again if one is open that was not built, or that is old enough and may
    /// have changed; whether it did.
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

    /// The panels that are still open, as last built.
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
