//! Figure 3's properties: in one word in the top bar, in full in a panel.

use raft_playground::frame::{PropertyView, Scene};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
}

/// The button that says whether all properties hold, and the panel that it opens.
#[component]
pub(crate) fn Properties(props: &Props) -> Html {
    let all = &props.scene.properties;
    let violated = all.iter().filter(|property| property.violation.is_some()).count();
    let (class, picture, text) = match violated {
        0 => ("", icons::CHECK, format!("{0} of {0} properties hold", all.len())),
        1 => ("violated", icons::CROSS, "1 property is violated".into()),
        many => ("violated", icons::CROSS, format!("{many} properties are violated")),
    };
    html! {
        <>
            <button class={classes!("tb", "status-button", class)} popovertarget="properties"
                aria-label={text.clone()}>
                <span class="yes">{ icon(picture) }</span>
                <span class="wide-only" aria-hidden="true">{ text }</span>
            </button>
            <div id="properties" class="panel" popover="auto">
                <section>
                    <h2>{ "What Raft promises at all times" }</h2>
                    <ul>{ for all.iter().map(property) }</ul>
                </section>
            </div>
        </>
    }
}

fn property(property: &PropertyView) -> Html {
    let (state, picture) = match property.violation {
        None => ("holds", icons::CHECK),
        Some(_) => ("violated", icons::CROSS),
    };
    html! {
        <li key={property.key} data-property={property.key} data-state={state}>
            { icon(picture) }
            <span>
                { property.name }
                <span class="vh">{ if state == "holds" { " holds" } else { " is violated" } }</span>
                if let Some(what) = &property.violation {
                    <small>{ what.clone() }</small>
                }
            </span>
        </li>
    }
}
