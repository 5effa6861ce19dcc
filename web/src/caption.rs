//! What just happened in one sentence, and the one thing worth trying now.

use raft_playground::Intent;
use raft_playground::frame::Scene;
use yew::prelude::*;

use crate::dispatch::use_dispatch;
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
}

#[component]
pub(crate) fn Caption(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let scene = &props.scene;
    let does = |intent: Intent| dispatch.reform(move |_: MouseEvent| intent.clone());
    html! {
        <section class="cap" aria-label="What happens">
            <div class="acts">
                if let Some(suggestion) = &scene.suggestion {
                    <button class="btn primary" onclick={does(suggestion.intent.clone())}>
                        { suggestion.label.clone() }
                    </button>
                }
                if scene.transport.healable {
                    <button class="btn heal" onclick={does(Intent::Heal)}>{ "Heal" }</button>
                }
            </div>
            <div class="say"><p>{ scene.sentence.clone() }</p></div>
        </section>
    }
}
