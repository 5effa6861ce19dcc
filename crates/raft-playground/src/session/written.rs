//! What is written only for who asks: the open tab of the inspector, and why something happened.
//!
//! On the page this is in a file of its own, which is loaded when it is first wanted. So nothing
//! else may call what is called by [`Session::write`] and by [`Session::set`].

use std::rc::Rc;

use super::Session;
use crate::frame::{Frame, InspectorView, WhyView};
use crate::intent::Intent;
use crate::{inspector, why};

/// What was written last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    inspector: Option<Rc<InspectorView>>,
    /// None also if there is nothing to say.
    why: Option<Rc<WhyView>>,
    /// Whether something else was asked since.
    lacks_answer: bool,
}

impl Session {
    /// Does what the user asked. What makes no sense now, such as stopping a stopped node, does
    /// nothing.
    pub fn handle(&mut self, intent: Intent) {
        match intent {
            Intent::Set { name, text } => self.set(name, text),
            intent => self.handle_at_once(intent),
        }
    }

    /// What to draw now. Cheap when nothing happened: the scene is shared with the last frame.
    pub fn frame(&mut self) -> Frame {
        if self.is_to_write() {
            self.write();
        }
        self.frame_as_written()
    }

    /// Whether somebody asks for something that has not been written yet, or may be otherwise now.
    pub fn is_to_write(&self) -> bool {
        let Written { inspector, lacks_answer, .. } = &self.written;
        let lacks_tab = self.tab != inspector.as_ref().map(|inspector| inspector.tab);
        let asks = self.tab.is_some() || self.asked.is_some();
        asks && (self.stale || lacks_tab || *lacks_answer)
    }

    /// Writes what somebody asks for.
    pub fn write(&mut self) {
        self.choose_node();
        let inspector = inspector::draw(self, self.written.inspector.as_ref());
        let why = why::draw(self, self.written.why.as_ref());
        self.written = Written { inspector, why, lacks_answer: false };
        self.stale = true;
    }

    /// The inspector with what was written for its open tab; with nothing in it, if that is still
    /// to come.
    pub(crate) fn written_tab(&self) -> Option<Rc<InspectorView>> {
        let tab = self.tab?;
        let written = self.written.inspector.as_ref().filter(|written| written.tab == tab);
        Some(written.map_or_else(|| Rc::new(InspectorView::empty(tab)), Rc::clone))
    }

    /// The answer, if something was asked and it was written.
    pub(crate) fn written_answer(&self) -> Option<Rc<WhyView>> {
        self.asked.as_ref().and(self.written.why.clone())
    }

    /// What was written about another question does not answer this one.
    pub(super) fn forget_answer(&mut self) {
        self.written.why = None;
        self.written.lacks_answer = true;
    }
}
