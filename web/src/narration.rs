//! The latest event in one sentence, and one suggestion.

use raft_playground::intent::Playback;
use raft_playground::layout::Rect;
use raft_playground::text::{Sentence, say};
use raft_playground::{Command, Intent};
use yew::prelude::*;

use crate::svg::Px;
use crate::text::words;
use crate::tracked_view::View;
use crate::{page, story, why};

pub(crate) fn render(view: &View) -> Html {
    let tour = tour(view);
    let is_told = view.story().is_some_and(|story| story.is_told);
    html! {
        <section class="narration" aria-label={words(&say::sentence_label())}>
            { story::render_progress(view) }
            <div class="actions">
                if let Some(label) = &view.transport().undo {
                    <button class="button undo" title={words(&say::undo_title())}
                        onclick={once(view, Playback::Undo)}>
                        { words(label) }
                    </button>
                }
                if let Some(story) = view.story() {
                    { story::render_buttons(view, story) }
                } else {
                    if let Some(label) = &tour {
                        <a class="button primary tour" data-tour="" href={page::TOUR}>
                            { words(label) }
                        </a>
                    }
                    if let Some(suggestion) = view.suggestion() {
                        <button class={if tour.is_some() { "button" } else { "button primary" }}
                            onclick={once(view, suggestion.intent.clone())}>
                            { words(&suggestion.label) }
                        </button>
                    }
                }
                if view.transport().healable && view.transport().pill.is_none() && !is_told {
                    { heal("button heal", String::new(), once(view, Command::Heal)) }
                }
            </div>
            <div class="sentence-area">
                <div class="sentence">
                    <p>
                        { words(view.sentence()) }{ " " }
                        if !is_told {
                            { why::ask(view) }
                        }
                    </p>
                    if let Some(caption) = view.caption() {
                        <p class="caption">{ caption.clone() }</p>
                    } else if tour.is_some() && view.has_all_words() {
                        <p class="caption tour">{ words(&say::tour_by_hand()) }</p>
                    }
                </div>
                if let Some(story) = view.story() {
                    { story::render_below(view, story) }
                }
                { why::render(view) }
            </div>
        </section>
    }
}

/// The button that starts or continues the tour, until the user acts.
fn tour(view: &View) -> Option<Sentence> {
    if !view.is_untouched() {
        return None;
    }
    match page::tour_state().as_deref() {
        None => Some(say::tour_start()),
        Some("begun") => Some(say::tour_continue()),
        Some(_) => None,
    }
}

/// The heal button, at the end of a drawn line.
pub(crate) fn render_pill(view: &View) -> Html {
    let Some(Rect { x, y, width, height }) = view.transport().pill else { return html! {} };
    let (x, y, width, height) = (Px(x), Px(y), Px(width), Px(height));
    let style = format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px");
    // It appears where a drawn line has just ended, so a quick tap may count as the second one.
    heal("button heal pill", style, view.on_click(Command::Heal))
}

fn heal(class: &'static str, style: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button {class} ~{style} {onclick}>
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
