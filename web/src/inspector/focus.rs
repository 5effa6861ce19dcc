//! Moves the focus into the inspector when it opens, and back when it closes.

use raft_playground::view::Scene;
use web_sys::Element;

use crate::page;

/// The focused element before the inspector opened.
#[derive(Default)]
pub(crate) struct Focus {
    is_open: bool,
    before: Option<Element>,
}

impl Focus {
    /// Follows a drawn scene.
    pub(crate) fn follow(&mut self, scene: &Scene) {
        let is_open = scene.inspector.is_some();
        if is_open == self.is_open {
            return;
        }
        self.is_open = is_open;
        if is_open {
            self.before = page::document().active_element().filter(|_| !page::focus_is_lost());
            page::find(".inspector [aria-selected=true]").iter().for_each(page::focus);
        } else if let Some(before) = self.before.take().filter(|_| page::focus_is_lost()) {
            page::focus(&before);
            // On a phone, the inspector opens from the help, which has closed since.
            if page::focus_is_lost() {
                page::element("help-button").iter().for_each(page::focus);
            }
        }
    }
}
