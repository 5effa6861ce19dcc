//! What just happened in one sentence, and the one thing worth trying now.

use raft_playground::Intent;
use yew::prelude::*;

use crate::part::View;
use crate::why;

pub(crate) fn draw(view: &View) -> Html {
    html! {
        <section class="cap" aria-label="What happens">
            <div class="acts">
                if let Some(suggestion) = view.suggestion() {
                    <button class="btn primary" onclick={once(view, suggestion.intent.clone())}>
                        { suggestion.label.clone() }
                    </button>
                }
                if view.transport().healable {
                    <button class="btn heal" onclick={once(view, Intent::Heal)}>{ "Heal" }</button>
                }
            </div>
            <div class="say">
                <p>{ view.sentence().clone() }{ " " }{ why::ask(view) }</p>
                if let Some(caption) = view.caption() {
                    <p class="told">{ caption.clone() }</p>
                }
            </div>
            { why::draw(view) }
        </section>
    }
}

/// What a click asks for. The second click of a double click asks for nothing: by then another
/// button may have come to the same place, and nobody meant that one.
fn once(view: &View, intent: Intent) -> Callback<MouseEvent> {
    let does = view.does(intent);
    Callback::from(move |click: MouseEvent| {
        if click.detail() < 2 {
            does.emit(click);
        }
    })
}
