//! Builds the open panels: the inspector, answers and menus.

mod inspector;
mod menu;
mod why;

use std::rc::Rc;

use crate::snapshot::Snapshot;
use crate::view::Panels;

/// The open panels. A panel that has not changed is shared with the last one.
pub(crate) fn panels(snapshot: &Snapshot, before: &Panels) -> Panels {
    Panels {
        menu: menu::menu(snapshot).map(Rc::new),
        why: why::why(snapshot).map(|why| shared(why, before.why.as_ref())),
        inspector: inspector::inspector(snapshot)
            .map(|inspector| shared(inspector, before.inspector.as_ref())),
    }
}

/// The view before if this one is the same.
fn shared<T: PartialEq>(view: T, before: Option<&Rc<T>>) -> Rc<T> {
    match before {
        Some(before) if **before == view => Rc::clone(before),
        _ => Rc::new(view),
    }
}
