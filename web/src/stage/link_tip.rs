//! What acting on the link that somebody points at would do.

use raft_playground::layout::{Layout, Shape};
use yew::prelude::*;

use crate::draw::Px;
use crate::part::View;
use crate::pointing::{self, By, Touched};

/// From the middle of a link to its tip.
const BELOW: f64 = 34.0;

/// A link that goes across less than this, per its length, is steep.
const STEEP: f64 = 0.4;

/// Height of a tip of two lines.
const HEIGHT: f64 = 48.0;

/// Half the width that the longest tip may have.
const HALF_WIDTH: f64 = 110.0;

pub(crate) fn draw(view: &View) -> Html {
    let Some(touched) = view.touched() else { return html! {} };
    let Some(link) = pointing::find(view.links(), &touched.hit) else { return html! {} };
    let does = pointing::words(link, touched.hit.arriving);
    let (how, more) = match (touched.by, touched.hit.arriving) {
        (By::Pointer, None) => ("Click: ", "Near an end: one way only"),
        (By::Pointer, Some(_)) => ("Click: ", ""),
        (By::Finger, _) => ("Tap again: ", ""),
        (By::Focus, _) => ("Enter: ", "Shift+Enter: one way only"),
    };
    html! {
        <div class="tip" style={place(view.layout(), &touched)}>
            <span>{ how }{ does }</span>
            <span>{ more }</span>
        </div>
    }
}

/// Below the middle of the link, above it near the lower edge, beside it if it is steep. A tall
/// stage has no such room: there it is below the stage.
fn place(layout: &Layout, touched: &Touched) -> String {
    let stage = layout.stage;
    if stage.shape == Shape::Tall {
        return format!("left:{}px;top:{}px", Px(stage.width / 2.0), Px(stage.height));
    }
    let link = layout.link(touched.hit.first, touched.hit.second);
    let middle = link.at(0.5);
    let fits = middle.y + BELOW + HEIGHT < stage.height;
    let (x, y) = match link.direction() {
        direction if direction.x.abs() < STEEP => {
            (middle.x + BELOW + HALF_WIDTH, middle.y - HEIGHT / 2.0)
        }
        _ if fits => (middle.x, middle.y + BELOW),
        _ => (middle.x, middle.y - BELOW - HEIGHT),
    };
    let x = x.min(stage.width - HALF_WIDTH).max(HALF_WIDTH);
    format!("left:{}px;top:{}px", Px(x), Px(y))
}
