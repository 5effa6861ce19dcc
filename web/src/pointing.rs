//! Pointing at links, by mouse, finger or focus, and what acting on one would do.

use raft_playground::frame::{LinkView, Scene};
use raft_playground::layout::{LinkHit, Point};
use raft_playground::{Address, Intent};
use web_sys::Element;
use yew::prelude::*;

use crate::page;

/// How somebody points at a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum By {
    /// A mouse or pen hovers over it: a click acts.
    Pointer,
    /// A finger touched it: a second touch acts.
    Finger,
    /// The focus is on it: Enter acts.
    Focus,
}

/// A link that somebody points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Touched {
    pub(crate) hit: LinkHit,
    pub(crate) by: By,
}

/// What a pointer or the focus does where the links are.
pub(crate) enum Pointer {
    Moved(PointerEvent),
    Left(PointerEvent),
    Pressed(PointerEvent),
    Clicked(MouseEvent),
    Focused(FocusEvent),
    Blurred,
}

/// What is known about pointing from one event to the next.
#[derive(Default)]
pub(crate) struct Pointing {
    pub(crate) touched: Option<Touched>,
    /// The last press was a finger's.
    finger: bool,
    /// The last press closed a menu, so that its click does nothing else.
    closed_menu: bool,
}

impl Pointing {
    /// Takes in what happened; says what is asked for by it.
    pub(crate) fn follow(&mut self, pointer: &Pointer, scene: &Scene) -> Option<Intent> {
        match pointer {
            Pointer::Moved(event) if event.pointer_type() != "touch" => {
                let hit = hit(event, scene);
                self.touched = hit.map(|hit| Touched { hit, by: By::Pointer });
            }
            Pointer::Left(event) if event.pointer_type() != "touch" => self.touched = None,
            Pointer::Pressed(event) => {
                self.finger = event.pointer_type() == "touch";
                self.closed_menu = scene.menu.is_some();
            }
            Pointer::Clicked(event) => return self.click(event, scene),
            Pointer::Focused(event) => {
                let link = event.target_dyn_into::<Element>()?;
                // A pointer that presses a link moves the focus too, but it is the one that points.
                if link.matches(":focus-visible").unwrap_or(false) {
                    self.touched = link_of(&link).map(|hit| Touched { hit, by: By::Focus });
                }
            }
            Pointer::Blurred => self.touched = None,
            Pointer::Moved(_) | Pointer::Left(_) => {}
        }
        None
    }

    fn click(&mut self, event: &MouseEvent, scene: &Scene) -> Option<Intent> {
        if event.detail() == 0 {
            // No pointer made this click, but a screen reader or a script, on the link it names.
            return event.target_dyn_into().as_ref().and_then(link_of).map(|hit| intent(&hit));
        }
        if std::mem::take(&mut self.closed_menu) {
            return None;
        }
        let hit = hit(event, scene);
        if self.finger && hit != self.touched.map(|touched| touched.hit) {
            self.touched = hit.map(|hit| Touched { hit, by: By::Finger });
            return None;
        }
        hit.map(|hit| intent(&hit))
    }
}

/// The link under a pointer.
fn hit(event: &MouseEvent, scene: &Scene) -> Option<LinkHit> {
    let rect = page::find(".surface")?.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - rect.left();
    let y = f64::from(event.client_y()) - rect.top();
    scene.layout.link_at(Point { x, y })
}

/// The link that an element stands for, or is a part of.
pub(crate) fn link_of(element: &Element) -> Option<LinkHit> {
    let link = element.closest("[data-link]").ok()??.get_attribute("data-link")?;
    let (first, second) = link.split_once('-')?;
    Some(LinkHit { first: first.parse().ok()?, second: second.parse().ok()?, arriving: None })
}

/// The link as the scene knows it.
pub(crate) fn find<'a>(links: &'a [LinkView], hit: &LinkHit) -> Option<&'a LinkView> {
    links.iter().find(|link| (link.first, link.second) == (hit.first, hit.second))
}

/// What acting on it does.
pub(crate) fn intent(hit: &LinkHit) -> Intent {
    let &LinkHit { first, second, arriving } = hit;
    match arriving {
        Some(to) => {
            let from = if to == first { second } else { first };
            Intent::ToggleDirection { from, to }
        }
        None => Intent::ToggleLink { first, second },
    }
}

/// What acting on it does, in words: `cut D–E both ways`.
pub(crate) fn words(link: &LinkView, arriving: Option<Address>) -> String {
    let &LinkView { first, second, forward_up, backward_up } = link;
    let verb = |up| if up { "cut" } else { "mend" };
    match arriving {
        None => format!("{} {first}–{second} both ways", verb(forward_up && backward_up)),
        Some(to) if to == first => format!("{} only {second} to {first}", verb(backward_up)),
        Some(_) => format!("{} only {first} to {second}", verb(forward_up)),
    }
}
