//! The session, and what comes with the page's second file (see `share`): settings are read and the
//! inspector, answers and menus are written and drawn there, when somebody first asks for them.
//!
//! Whatever this program calls by its name is in its first file. So the second one gives its
//! functions to the first when it arrives.

use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;

use raft_playground::share::{Opened, Shown};
use raft_playground::{Frame, Intent, Session};
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

use crate::app::Msg;
use crate::part::{Draw, View};
use crate::{inspector, menu, share, why};

/// What the second file can do.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    write: fn(&mut Session),
    set: fn(&mut Session, Rc<str>, Rc<str>),
    pub(crate) inspector: Draw,
    pub(crate) menu: Draw,
    pub(crate) why: Draw,
}

thread_local! {
    static LATER: Cell<Option<Later>> = const { Cell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// Gets the second file, unless it is on its way.
    #[wasm_bindgen(js_name = loadLater)]
    fn load();
}

/// The second file arrived.
#[wasm_bindgen]
pub fn later_arrive() {
    let later = Later {
        write: Session::write,
        set: Session::set,
        inspector: inspector::draw,
        menu: menu::draw,
        why: why::draw,
    };
    // Otherwise the compiler sees that these functions, if any, are called: by their names.
    LATER.set(Some(black_box(later)));
    share::tell(Msg::Redraw);
}

/// What draws a part, nothing as long as that is not there.
pub(crate) fn draw(part: fn(Later) -> Draw) -> Draw {
    fn nothing(_: &View) -> Html {
        Html::default()
    }
    LATER.get().map_or(nothing, part)
}

/// The session of the page.
pub(crate) struct Home {
    session: Session,
    /// What was typed for settings and could not be read yet.
    typed: Vec<(Rc<str>, Rc<str>)>,
}

impl Home {
    pub(crate) fn new(session: Session) -> Self {
        Self { session, typed: Vec::new() }
    }

    /// Does what the user asked.
    pub(crate) fn handle(&mut self, intent: Intent) {
        match intent {
            Intent::Set { name, text } => self.typed.push((name, text)),
            intent => self.session.handle_at_once(intent),
        }
    }

    /// What to draw now.
    pub(crate) fn frame(&mut self) -> Frame {
        if self.session.is_to_write() || !self.typed.is_empty() {
            match LATER.get() {
                Some(later) => {
                    for (name, text) in self.typed.drain(..) {
                        (later.set)(&mut self.session, name, text);
                    }
                    (later.write)(&mut self.session);
                }
                None => load(),
            }
        }
        self.session.frame_as_written()
    }

    pub(crate) fn advance(&mut self, elapsed_us: u64) {
        self.session.advance(elapsed_us);
    }

    pub(crate) fn advance_to_event(&mut self) {
        self.session.advance_to_event();
    }

    pub(crate) fn open(&mut self, opened: Opened) {
        self.session.open(opened);
    }

    pub(crate) fn show(&mut self, at_us: u64) {
        self.session.show(at_us);
    }

    pub(crate) fn shown(&self) -> Shown {
        self.session.shown()
    }
}
