//! The latest event in one sentence, and one suggestion.

use raft_playground::intent::Playback;
use raft_playground::layout::Rect;
use raft_playground::text::say;
use raft_playground::{Command, Intent};
use yew::prelude::*;

use crate::svg::Px;
use crate::text::words;
use crate::tracked_view::View;
use crate::why;

pub(crate) fn render(view: &View) -> Html {
    html! {
        <section class="narration" aria-label={words(&say::sentence_label())}>
            <div class="actions">
                if let Some(label) = &view.transport().undo {
                    <button class="button undo" title={words(&say::undo_title())}
                        onclick={once(view, Playback::Undo)}>
                        { words(label) }
                    </button>
                }
                if let Some(suggestion) = view.suggestion() {
                    <button class="button primary" onclick={once(view, suggestion.intent.clone())}>
                        { words(&suggestion.label) }
                    </button>
                }
                if view.transport().healable && view.transport().pill.is_none() {
                    { heal(view, "button heal", None) }
                }
            </div>
            <div class="sentence-area">
                <div class="sentence">
                    <p>{ words(view.sentence()) }{ " " }{ why::ask(view) }</p>
                    if let Some(caption) = view.caption() {
                        <p class="caption">{ caption.clone() }</p>
                    }
                </div>
                { why::render(view) }
            </div>
        </section>
    }
}

/// The heal button, at the end of a drawn line.
pub(crate) fn render_pill(view: &View) -> Html {
    let Some(Rect { x, y, width, height }) = view.transport().pill else { return html! {} };
    let (x, y, width, height) = (Px(x), Px(y), Px(width), Px(height));
    let style = format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px");
    heal(view, "button heal pill", Some(style))
}

fn heal(view: &View, class: &'static str, style: Option<String>) -> Html {
    html! {
        <button {class} {style} onclick={once(view, Command::Heal)}>
            { words(&say::heal()) }
        </button>
    }
}

/// The intent of a click. The second click of a double click has no effect: another button may have
/// replaced the first one.
pub(crate) fn once(view: &View, intent: impl Into<Intent>) -> Callback<MouseEvent> {
    let onclick = view.on_click(intent);
    Callback::from(move |click: MouseEvent| {
        if click.detail() < 2 {
            onclick.emit(click);
        }
    })
}
