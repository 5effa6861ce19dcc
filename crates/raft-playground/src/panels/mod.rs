//! What opens when asked for: the inspector, answers, menus.

mod inspector;
mod menu;
mod why;

use std::rc::Rc;

use crate::snapshot::Snapshot;
use crate::view::Panels;

/// The panels that are open. A panel in which nothing differs is the one before.
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
