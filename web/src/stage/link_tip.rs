//! What acting on the link that somebody points at would do.

use raft_playground::layout::{Layout, Shape};
use raft_playground::text::say;
use yew::prelude::*;

use crate::draw::Px;
use crate::part::View;
use crate::pointing::{self, By, Touched};
use crate::text::words;

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
    let action = pointing::action(link, touched.hit.arriving);
    let (does, more) = match (touched.by, touched.hit.arriving) {
        (By::Pointer, None) => (say::tip_click(action), Some(say::tip_near_end())),
        (By::Pointer, Some(_)) => (say::tip_click(action), None),
        (By::Finger, _) => (say::tip_tap(action), None),
        (By::Focus, _) => (say::tip_enter(action), Some(say::tip_shift_enter())),
    };
    html! {
        <div class="tip" style={place(view.layout(), &touched)}>
            <span>{ words(&does) }</span>
            <span>{ more.as_ref().map(words) }</span>
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
