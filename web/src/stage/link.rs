//! A link as a thing that has a name, a state and, for the keyboard, the focus.

use std::cell::Cell;
use std::rc::Rc;

use raft_playground::frame::LinkView;
use raft_playground::layout::{Layout, LinkHit};
use raft_playground::{Address, Intent};
use web_sys::Element;
use yew::prelude::*;

use super::touch::{self, By, Touched};
use crate::dispatch::{Dispatch, use_dispatch};
use crate::draw::line;
use crate::page;

/// The node from which the keyboard reached its links.
pub(super) type Via = Rc<Cell<Option<Address>>>;

/// The name of a link: `A-B`.
pub(super) fn name(link: &LinkView) -> String {
    format!("{}-{}", link.first, link.second)
}

/// Moves the focus to the first link of a node.
pub(super) fn focus_first(via: &Via, node: Address) {
    via.set(Some(node));
    if let Some(link) = links_of(node).into_iter().next() {
        page::focus(&link);
    }
}

fn links_of(node: Address) -> Vec<Element> {
    page::find_all(&format!("[data-link^=\"{node}-\"],[data-link$=\"-{node}\"]"))
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) link: LinkView,
    pub(super) layout: Rc<Layout>,
    pub(super) on_touch: Callback<Option<Touched>>,
    pub(super) via: Via,
}

#[component]
pub(super) fn Link(props: &Props) -> Html {
    let Props { link, layout, on_touch, .. } = props;
    let &LinkView { first, second, forward_up, backward_up } = link;
    let hit = LinkHit { first, second, arriving: None };
    let keys = Keys { hit, via: Rc::clone(&props.via), dispatch: use_dispatch() };
    // A click that no pointer made, such as a screen reader's: the others are the layer's.
    let onclick = {
        let dispatch = keys.dispatch.clone();
        move |event: MouseEvent| {
            if event.detail() == 0 {
                dispatch.emit(touch::intent(&hit));
            }
        }
    };
    // A pointer that presses the link moves the focus too, but then it is the pointer that points.
    let onfocus = {
        let on_touch = on_touch.clone();
        move |event: FocusEvent| {
            let link = event.target_dyn_into::<Element>();
            if link.is_some_and(|link| link.matches(":focus-visible").unwrap_or(false)) {
                on_touch.emit(Some(Touched { hit, by: By::Focus }));
            }
        }
    };
    let onblur = on_touch.reform(|_: FocusEvent| None);
    let onkeydown = move |event: KeyboardEvent| {
        if keys.press(&event) {
            event.prevent_default();
        }
    };
    let label = match (forward_up, backward_up) {
        (true, true) => format!("Link {first}–{second}: up"),
        (false, false) => format!("Link {first}–{second}: cut both ways"),
        (false, true) => format!("Link {first}–{second}: cut from {first} to {second}"),
        (true, false) => format!("Link {first}–{second}: cut from {second} to {first}"),
    };
    let word = |up| if up { "up" } else { "cut" };
    html! {
        <g data-link={name(link)} data-forward={word(forward_up)} data-backward={word(backward_up)}
            role="button" tabindex="-1" aria-label={label}
            {onclick} {onfocus} {onblur} {onkeydown}>
            <path class="reach" d={line(layout.link(first, second))} />
        </g>
    }
}

/// What keys do on a link.
struct Keys {
    hit: LinkHit,
    via: Via,
    dispatch: Dispatch,
}

impl Keys {
    /// Enter acts, with Shift only on what arrives at the node that one came from; arrows go on to
    /// that node's next link, Escape goes back to it. Says whether the key meant something.
    fn press(&self, event: &KeyboardEvent) -> bool {
        let LinkHit { first, second, .. } = self.hit;
        let via = self.via.get().filter(|via| *via == first || *via == second).unwrap_or(first);
        match event.key().as_str() {
            "Enter" | " " if event.shift_key() => {
                let from = if via == first { second } else { first };
                self.dispatch.emit(Intent::ToggleDirection { from, to: via });
            }
            "Enter" | " " => self.dispatch.emit(touch::intent(&self.hit)),
            "ArrowRight" | "ArrowDown" => page::focus_next(&links_of(via), true),
            "ArrowLeft" | "ArrowUp" => page::focus_next(&links_of(via), false),
            "Escape" => {
                if let Some(node) = page::find(&format!("[data-node=\"{via}\"]")) {
                    page::focus(&node);
                }
            }
            _ => return false,
        }
        true
    }
}
