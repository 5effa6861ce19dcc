//! What just happened in one sentence, and the one thing worth trying now.

use raft_playground::Intent;
use yew::prelude::*;

use crate::part::View;

pub(crate) fn draw(view: &View) -> Html {
    let scene = &view.scene;
    html! {
        <section class="cap" aria-label="What happens">
            <div class="acts">
                if let Some(suggestion) = &scene.suggestion {
                    <button class="btn primary" onclick={view.does(suggestion.intent.clone())}>
                        { suggestion.label.clone() }
                    </button>
                }
                if scene.transport.healable {
                    <button class="btn heal" onclick={view.does(Intent::Heal)}>{ "Heal" }</button>
                }
            </div>
            <div class="say"><p>{ scene.sentence.clone() }</p></div>
        </section>
    }
}
