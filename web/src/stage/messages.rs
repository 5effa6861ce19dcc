//! Messages: in flight below the nodes, dropped ones above everything, to attract attention.

use raft_playground::intent::MenuSubject;
use raft_playground::layout::{Layout, Point};
use raft_playground::text::say;
use raft_playground::view::{MessageView, Motion, Scene};
use yew::prelude::*;

use super::message_icon::{self, message_icon};
use crate::svg::{Factor, Px, circle, px, ring};
use crate::text::words;

/// Length of the line behind a motionless message.
const TAIL: f64 = 12.0;

/// Radius of the ring around the message whose menu is open, relative to the radius of a request.
const PICKED: f64 = 1.7;

/// Messages in flight. They are one stop for the Tab key, since a single message is soon gone.
pub(super) fn render_flying(scene: &Scene, motion: &Motion) -> Html {
    let layout = &scene.layout;
    let selected = scene.menu.as_ref().map(|menu| menu.subject);
    let any = motion.messages.first().is_some_and(|message| message.dying.is_none());
    let mut picked = html! {};
    let mut flying = Vec::with_capacity(motion.messages.len());
    for message in &motion.messages {
        if message.dying.is_none() {
            flying.push(render(layout, message, None, message_icon(message.kind, message.refusal)));
            if selected == Some(MenuSubject::Message(message.id)) {
                picked = ring("picked", message.at, layout.sizes.message * PICKED, 1.0);
            }
        }
    }
    html! {
        <>
            <g class="messages" role="button" aria-haspopup="dialog"
                aria-label={words(&say::messages_label())} tabindex={if any { "0" } else { "-1" }}>
                { flying }
            </g>
            { picked }
        </>
    }
}

/// Messages that are lost: at a cut, at a stopped node's rim, or on the way.
pub(super) fn render_dying(layout: &Layout, motion: &Motion) -> Html {
    html! {
        <g class="deaths" aria-hidden="true">
            for message in &motion.messages {
                if let Some(progress) = message.dying {
                    { render(
                        layout,
                        message,
                        Some(Factor(progress).to_string()),
                        dying_icon(message_icon::radius(message.kind), progress),
                    ) }
                }
            }
        </g>
    }
}

fn render(layout: &Layout, message: &MessageView, dying: Option<String>, icon: Html) -> Html {
    let kind = message.kind;
    let at = message.at;
    let scale = layout.sizes.message / message_icon::REQUEST;
    let transform = format!("translate({} {}) scale({})", Px(at.x), Px(at.y), Factor(scale));
    html! {
        <g key={message.id} class={message_icon::class(kind)} data-message=""
            data-kind={kind.name()} data-from={message.from.to_string()}
            data-to={message.to.to_string()} data-dying={dying}
            data-duplicate={message.is_duplicate.then_some("")} {transform}>
            if let Some(heading) = message.heading {
                <path d={tail(heading, message_icon::radius(kind))} />
            }
            if message.is_duplicate {
                { message_icon::twin(kind) }
            }
            { icon }
        </g>
    }
}

/// A line behind a motionless message that shows its origin.
fn tail(heading: Point, radius: f64) -> String {
    let behind = |distance: f64| (Px(-heading.x * distance), Px(-heading.y * distance));
    let ((x, y), (from_x, from_y)) = (behind(radius), behind(radius + TAIL));
    format!("M{from_x} {from_y}L{x} {y}")
}

/// A ring that grows and fades around a cross.
fn dying_icon(radius: f64, progress: f64) -> Html {
    let grown = radius * (1.0 + 0.6 * progress);
    let arm = Px(radius / 2.2);
    html! {
        <>
            { circle("halo", grown + 4.0) }
            <circle class="ghost" r={px(grown)} pathLength="16"
                opacity={Factor(1.0 - 0.6 * progress).to_string()} />
            <path d={format!("M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}")} />
        </>
    }
}
