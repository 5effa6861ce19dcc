//! Focus and space around an open menu: the focus moves in and back, and on a phone the stage makes
//! room.

use raft_playground::intent::MenuSubject;
use raft_playground::text::Sentence;
use raft_playground::view::Scene;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::page;
use crate::svg::Px;

/// The distance between a node and the sheet.
const CLEAR: f64 = 40.0;

/// The menu at the last update.
#[derive(Default)]
pub(crate) struct MenuFocus {
    open: Option<Open>,
}

#[derive(PartialEq)]
struct Open {
    subject: MenuSubject,
    /// A complaint makes the sheet higher.
    complaint: Option<Sentence>,
}

impl MenuFocus {
    /// Follows a drawn scene.
    pub(crate) fn follow(&mut self, scene: &Scene) {
        let open = scene
            .menu
            .as_ref()
            .map(|menu| Open { subject: menu.subject, complaint: menu.complaint.clone() });
        if open == self.open {
            // The action that was just used may be gone: a stopped node cannot be stopped.
            if open.is_some() && page::focus_is_lost() {
                focus_first_action();
            }
            return;
        }
        let before = self.open.as_ref().map(|open| open.subject);
        let now = open.as_ref().map(|open| open.subject);
        self.open = open;
        lift(0.0);
        if let Some(subject) = now {
            make_room(subject);
        }
        match (before, now) {
            (Some(MenuSubject::Node(node)), None) if page::focus_is_lost() => {
                page::focus_node(node);
            }
            (Some(_), None) if page::focus_is_lost() => {
                page::find(".messages").iter().for_each(page::focus);
            }
            (before, Some(subject)) if before != Some(subject) => focus_first_action(),
            _ => {}
        }
    }
}

/// The first action comes after the field and its button. Focusing the field would open a phone's
/// keyboard.
fn focus_first_action() {
    if let Some(action) = page::find(".menu .menu-item") {
        page::focus(&action);
    }
}

/// On a phone, lifts the stage so that the sheet does not cover its subject.
fn make_room(subject: MenuSubject) {
    if !page::is_tall() {
        return;
    }
    let disc = match subject {
        MenuSubject::Node(node) => page::find(&format!("[data-node=\"{node}\"] .disc")),
        MenuSubject::Message(_) => page::find(".picked"),
    };
    if let (Some(menu), Some(disc)) = (page::find(".menu"), disc) {
        let bottom = disc.get_bounding_client_rect().bottom();
        lift(bottom + CLEAR - menu.get_bounding_client_rect().top());
    }
}

/// Moves the stage up by this much.
fn lift(by: f64) {
    let Some(stage) = page::find(".stage") else { return };
    let transform = if by > 0.0 { format!("translateY(-{}px)", Px(by)) } else { String::new() };
    let _ = stage.unchecked_into::<HtmlElement>().style().set_property("transform", &transform);
}
