//! What is written only for who asks: the open tab of the inspector, why something happened, what
//! can be done with what is selected.

use std::rc::Rc;

use super::Session;
use super::held::Held;
use crate::frame::{InspectorView, Menu, Subject, WhyView};
use crate::{inspector, menu, why};

/// For how long what was written stands while time goes on, in wall microseconds: nobody reads
/// faster, and a long list is much to draw.
const STANDS_US: u64 = 100_000;

/// What was written last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    inspector: Option<Rc<InspectorView>>,
    /// None also if there is nothing to say.
    why: Option<Rc<WhyView>>,
    menu: Option<Rc<Menu>>,
    /// Whether something else was asked since.
    lacks_answer: bool,
    /// Whether it may be otherwise now.
    is_old: bool,
    /// For how long it has stood.
    age_us: u64,
}

impl Session {
    /// Whether somebody asks for something that has not been written yet, or has stood for long
    /// enough and may be otherwise now.
    pub(super) fn is_to_write(&mut self) -> bool {
        let (is_playing, subject) = (self.playing, self.subject());
        let asks = self.tab.is_some() || self.asked.is_some() || subject.is_some();
        let written = &mut self.written;
        written.is_old |= self.stale;
        let lacks_tab = self.tab != written.inspector.as_ref().map(|inspector| inspector.tab);
        let lacks_menu = subject != written.menu.as_ref().map(|menu| menu.subject);
        let is_due = !is_playing || written.age_us >= STANDS_US;
        let lacks = lacks_tab || lacks_menu || written.lacks_answer;
        asks && (lacks || (written.is_old && is_due))
    }

    /// Writes what somebody asks for.
    pub(super) fn write(&mut self) {
        self.choose_node();
        let inspector = inspector::draw(self, self.written.inspector.as_ref());
        let why = why::draw(self, self.written.why.as_ref());
        let menu = menu::draw(self).map(Rc::new);
        self.written = Written { inspector, why, menu, ..Written::default() };
        self.stale = true;
    }

    /// The open tab of the inspector, if it was written.
    pub(crate) fn written_tab(&self) -> Option<Rc<InspectorView>> {
        let tab = self.tab?;
        self.written.inspector.clone().filter(|written| written.tab == tab)
    }

    /// The answer, if something was asked and it was written.
    pub(crate) fn written_answer(&self) -> Option<Rc<WhyView>> {
        self.asked.as_ref().and(self.written.why.clone())
    }

    /// The menu of what is selected, if it was written.
    pub(crate) fn written_menu(&self) -> Option<Rc<Menu>> {
        let subject = self.subject()?;
        self.written.menu.clone().filter(|menu| menu.subject == subject)
    }

    /// What is selected.
    fn subject(&self) -> Option<Subject> {
        let node = self.selected.map(Subject::Node);
        node.or_else(|| self.held.as_ref().map(Held::subject))
    }

    /// What was written has stood for so much longer.
    pub(super) fn let_stand(&mut self, wall_us: u64) {
        self.written.age_us = self.written.age_us.saturating_add(wall_us);
    }

    /// What was written about another question does not answer this one.
    pub(super) fn forget_answer(&mut self) {
        self.written.why = None;
        self.written.lacks_answer = true;
    }
}
