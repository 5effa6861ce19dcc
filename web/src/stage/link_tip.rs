//! The tip that shows the effect of a click on the hovered link.

use raft_playground::layout::{Layout, Shape};
use raft_playground::text::say;
use yew::prelude::*;

use crate::pointing::{self, PointedBy, Touched};
use crate::svg::Px;
use crate::text::words;
use crate::tracked_view::View;

/// The distance from the middle of a link to its tip.
const BELOW: f64 = 34.0;

/// A link with less than this horizontal extent, relative to its length, is steep.
const STEEP: f64 = 0.4;

/// Height of a tip of two lines.
const HEIGHT: f64 = 48.0;

/// Half the maximum width of a tip.
const HALF_WIDTH: f64 = 110.0;

pub(crate) fn render(view: &View) -> Html {
    let Some(touched) = view.touched() else { return html! {} };
    let Some(link) = pointing::find(view.links(), &touched.hit) else { return html! {} };
    let action = pointing::action(link, touched.hit.arriving);
    let (does, more) = match (touched.by, touched.hit.arriving) {
        (PointedBy::Pointer, None) => (say::tip_click(action), Some(say::tip_near_end())),
        (PointedBy::Pointer, Some(_)) => (say::tip_click(action), None),
        (PointedBy::Finger, _) => (say::tip_tap(action), None),
        (PointedBy::Focus, _) => (say::tip_enter(action), Some(say::tip_shift_enter())),
    };
    html! {
        <div class="tip" ~style={place(view.layout(), &touched)}>
            <span>{ words(&does) }</span>
            <span>{ more.as_ref().map(words) }</span>
        </div>
    }
}

/// Below the middle of the link, above it near the lower edge, beside a steep link. A tall stage
/// has no such space, so the tip is below the stage.
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
