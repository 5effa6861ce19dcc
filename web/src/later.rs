//! The session, and what of it is done by functions that come with the page's second file (see
//! `share`): settings are read and the inspector and answers are written there, when somebody first
//! asks for them.
//!
//! The script calls these functions, since whatever this program calls by itself is in its first
//! file. So it asks the script, and the session has a place where both find it.

use std::cell::RefCell;
use std::rc::Rc;

use raft_playground::share::{Opened, Shown};
use raft_playground::{Frame, Intent, Session};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SESSION: RefCell<Option<Rc<RefCell<Session>>>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// Calls [`later_write`] now if it is there; otherwise gets it and has the page drawn again.
    #[wasm_bindgen(js_name = writeLater)]
    fn write_later();

    /// Calls [`later_set`] as soon as it is there, and has the page drawn again.
    #[wasm_bindgen(js_name = setLater)]
    fn set_later(name: &str, text: &str);
}

/// The session of the page.
pub(crate) struct Home(Rc<RefCell<Session>>);

impl Home {
    pub(crate) fn new(session: Session) -> Self {
        let session = Rc::new(RefCell::new(session));
        SESSION.set(Some(Rc::clone(&session)));
        Self(session)
    }

    /// Does what the user asked.
    pub(crate) fn handle(&self, intent: Intent) {
        match intent {
            Intent::Set { name, text } => set_later(&name, &text),
            intent => self.0.borrow_mut().handle_at_once(intent),
        }
    }

    /// What to draw now.
    pub(crate) fn frame(&self) -> Frame {
        // The script comes back here, so nothing may be borrowed.
        let is_to_write = self.0.borrow_mut().is_to_write();
        if is_to_write {
            write_later();
        }
        self.0.borrow_mut().frame_as_written()
    }

    pub(crate) fn advance(&self, elapsed_us: u64) {
        self.0.borrow_mut().advance(elapsed_us);
    }

    pub(crate) fn advance_to_event(&self) {
        self.0.borrow_mut().advance_to_event();
    }

    pub(crate) fn open(&self, opened: Opened) {
        self.0.borrow_mut().open(opened);
    }

    pub(crate) fn show(&self, at_us: u64) {
        self.0.borrow_mut().show(at_us);
    }

    pub(crate) fn shown(&self) -> Shown {
        self.0.borrow().shown()
    }
}

fn with_session(act: impl FnOnce(&mut Session)) {
    if let Some(session) = SESSION.with_borrow(Clone::clone) {
        act(&mut session.borrow_mut());
    }
}

/// Writes what somebody asks for: the open tab of the inspector, an answer.
#[wasm_bindgen]
pub fn later_write() {
    with_session(Session::write);
}

/// Reads what was typed for a setting.
#[wasm_bindgen]
pub fn later_set(name: &str, text: &str) {
    with_session(|session| session.set(name.into(), text.into()));
}
