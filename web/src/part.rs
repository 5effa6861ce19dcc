//! A part of the page that is drawn again only when what it shows changed.
//!
//! This is the panels' lane: the root is drawn in every animation frame, a part only with a new
//! scene. There is one kind of part for all of them, since every kind of component costs a
//! kilobyte; what a part looks like is a plain function.

use std::rc::Rc;

use raft_playground::Intent;
use raft_playground::frame::Scene;
use yew::prelude::*;

use crate::app::Msg;
use crate::pointing::Touched;

/// What a part shows, and whom it tells what was asked of it.
#[derive(Properties, Clone)]
pub(crate) struct View {
    pub(crate) scene: Rc<Scene>,
    /// The link that somebody points at; none for a part that does not care.
    pub(crate) touched: Option<Touched>,
    /// Where everything goes that the user does. It never changes.
    pub(crate) tell: Callback<Msg>,
    /// What the part looks like.
    pub(crate) draw: fn(&View) -> Html,
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
            && self.touched == other.touched
            && std::ptr::fn_addr_eq(self.draw, other.draw)
    }
}

impl View {
    /// What a click asks for.
    pub(crate) fn does(&self, intent: Intent) -> Callback<MouseEvent> {
        let tell = self.tell.clone();
        Callback::from(move |_| tell.emit(Msg::Do(intent.clone())))
    }
}

#[component]
pub(crate) fn Part(view: &View) -> Html {
    (view.draw)(view)
}
