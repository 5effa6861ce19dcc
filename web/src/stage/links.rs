//! Links: their cuts, and the hovered one. Each link has a name, a state and, for the keyboard, the
//! focus. Pointer events go to the whole stage, since links overlap.

use raft_playground::layout::{Layout, Segment};
use raft_playground::text::say;
use raft_playground::view::LinkView;
use yew::prelude::*;

use super::link_shape::{capsule, line_of, stripes};
use crate::svg::{line, px, stroke};
use crate::text::words;
use crate::tracked_view::View;

/// Half the width of a link's element. It is narrow, so that the intended link is on top in the
/// middle of its way.
const REACH: f64 = 6.0;

pub(super) fn render(view: &View) -> Html {
    let (layout, links, touched) = (view.layout(), view.links(), view.touched());
    let stage = layout.stage;
    html! {
        <g class="links">
            <rect class="surface" width={px(stage.width)} height={px(stage.height)} />
            for link in links {
                { line_of(layout, link) }
            }
            if let Some(touched) = touched {
                { capsule(layout, links, &touched) }
            }
            // Later elements lie on top: a client's links give way.
            for link in links.iter().rev() {
                { target(layout, link) }
            }
            for link in links {
                if !link.in_line {
                    { stripes(layout, link) }
                }
            }
            { stroke("stripe", view.cut_line()) }
        </g>
    }
}

/// The element of a link for its name, state and focus.
fn target(layout: &Layout, link: &LinkView) -> Html {
    let &LinkView { first, second, forward_up, backward_up, .. } = link;
    let label = match (forward_up, backward_up) {
        (true, true) => say::link_up(first, second),
        (false, false) => say::link_cut_both(first, second),
        (false, true) => say::link_cut_one(first, second, first, second),
        (true, false) => say::link_cut_one(first, second, second, first),
    };
    let word = |up| if up { "up" } else { "cut" };
    html! {
        <g data-link={format!("{first}-{second}")} data-forward={word(forward_up)}
            data-backward={word(backward_up)} role="button" tabindex="-1"
            aria-label={words(&label)}>
            <path class="reach" d={band(layout.link(first, second))} />
        </g>
    }
}

/// A narrow band along a line: unlike a stroke, it has a width even if it is vertical.
fn band(way: Segment) -> String {
    let (right, left) = (way.keep_right(REACH), way.keep_right(-REACH));
    let back = Segment { from: left.to, to: left.from };
    format!("{}{}z", line(right), line(back).replace('M', "L"))
}
