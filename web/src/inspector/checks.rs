//! The tab “Checks”.

use raft_playground::frame::{CheckView, ChecksView, Standing};
use raft_playground::{Intent, seconds};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::part::View;

pub(super) fn draw(view: &View, content: &ChecksView) -> Html {
    html! {
        <>
            <h2>{ "What Raft promises" }<small>{ content.summary.clone() }</small></h2>
            <ul class="promises">
                for check in &content.checks {
                    { item(view, check) }
                }
            </ul>
        </>
    }
}

fn item(view: &View, check: &CheckView) -> Html {
    let standing = check.property.standing;
    let picture = match standing {
        Standing::Holds => icons::CHECK,
        Standing::Violated => icons::CROSS,
        Standing::Waits => icons::QUESTION,
    };
    html! {
        <li key={check.property.key} class={standing.name()}>
            { icon(picture) }
            <div>
                <h3>
                    { check.property.name }
                    <span class="vh">{ ": " }{ standing.name() }</span>
                    <cite>{ check.section }</cite>
                </h3>
                <p>{ check.meaning }</p>
                if let Some(why) = &check.property.why {
                    <p class="facts">{ why.clone() }</p>
                }
                if let Some(at_us) = check.violated_at_us {
                    <button class="go" onclick={view.does(Intent::Seek { to_us: at_us })}>
                        { "Go to " }{ seconds(at_us) }
                    </button>
                }
            </div>
        </li>
    }
}
