//! Short animations of recent events: a ring that expands from a new leader, one that contracts on
//! a restarting node, a bar beside committed entries, a line through rolled back ones.

use raft_playground::layout::Segment;
use raft_playground::view::{FlashKind, FlashView, Motion, Scene};
use yew::prelude::*;

use crate::svg::{ring, stroke};

/// How far a ring expands, relative to the radius of the disc.
const SPREAD: f64 = 0.7;

pub(super) fn render(scene: &Scene, motion: &Motion) -> Html {
    let mut marks = Vec::new();
    for flash in &motion.flashes {
        render_one(scene, flash, motion.now_us, &mut marks);
    }
    html! { <g class="flashes" aria-hidden="true">{ marks }</g> }
}

#[expect(clippy::cast_precision_loss, reason = "30 ms at most")]
fn render_one(scene: &Scene, flash: &FlashView, now_us: u64, marks: &mut Vec<Html>) {
    let (sizes, place) = (&scene.layout.sizes, &scene.layout.nodes[flash.node]);
    let gone = now_us.saturating_sub(flash.at_us) as f64 / FlashView::LASTS_US as f64;
    let spread = if flash.kind == FlashKind::Won { gone } else { 1.0 - gone };
    if flash.kind < FlashKind::Committed {
        let radius = sizes.node_radius * (1.0 + SPREAD * spread) + sizes.rim;
        marks.push(ring("flash", place.centre, radius, 1.0 - gone));
        return;
    }
    for index in flash.entries.0..=flash.entries.1 {
        // Entries that are folded away have no row.
        let log = &scene.nodes[flash.node].log;
        let Some(top) = log.row_top(&sizes.log, index) else { continue };
        let (class, from, to) = match flash.kind {
            FlashKind::Committed => ("flash", (-4.0, 0.0), (-4.0, sizes.log.row)),
            _ => ("removed", (0.0, sizes.log.row / 2.0), (sizes.log.width, sizes.log.row / 2.0)),
        };
        let corner = |(x, y)| place.log.offset(x, top + y);
        marks.push(stroke(class, &[Segment { from: corner(from), to: corner(to) }]));
    }
}
