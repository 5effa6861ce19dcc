//! The live part of the top bar: whether Figure 3's properties hold, in one word and in full, and
//! what opens the inspector.

use raft_playground::Intent;
use raft_playground::frame::{PropertyView, Tab};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::notice::violations;
use crate::part::View;

/// The tools at the right of the top bar.
pub(crate) fn draw(view: &View) -> Html {
    let all = &view.scene.properties;
    let (class, picture, text) = match violations(&view.scene) {
        0 => ("tb checks", icons::CHECK, format!("{0} of {0} properties hold", all.len())),
        1 => ("tb checks violated", icons::CROSS, "1 property is violated".into()),
        many => ("tb checks violated", icons::CROSS, format!("{many} properties are violated")),
    };
    let text = AttrValue::from(text);
    html! {
        <div class="tools">
            <button {class} popovertarget="properties" aria-label={text.clone()}>
                { icon(picture) }
                <span class="wide-only" aria-hidden="true">{ text }</span>
            </button>
            <div id="properties" class="panel" popover="auto" role="dialog" aria-label="Properties">
                <section>
                    <h2>{ "What Raft promises at all times" }</h2>
                    <ul>
                        for property in all {
                            { item(property) }
                        }
                    </ul>
                </section>
            </div>
            { opener(view, Tab::Logs, "Inspector", icons::INSPECTOR) }
            { opener(view, Tab::Settings, "Settings", icons::SLIDERS) }
        </div>
    }
}

/// Opens a tab of the inspector, or closes the inspector.
fn opener(view: &View, tab: Tab, name: &'static str, picture: &'static str) -> Html {
    let shown = view.scene.inspector.as_ref().map(|inspector| inspector.tab);
    // One button for the settings, the other one for all other tabs.
    let open = shown.is_some_and(|shown| (shown == Tab::Settings) == (tab == Tab::Settings));
    html! {
        <button class="tb wide-only" aria-label={name} title={name}
            aria-expanded={open.to_string()}
            onclick={view.does(Intent::Inspect((!open).then_some(tab)))}>
            { icon(picture) }
        </button>
    }
}

fn item(property: &PropertyView) -> Html {
    let (state, picture) = match property.violation {
        None => ("holds", icons::CHECK),
        Some(_) => ("violated", icons::CROSS),
    };
    html! {
        <li data-property={property.key} data-state={state}>
            { icon(picture) }
            <span>
                { property.name }
                <span class="vh">{ ": " }{ state }</span>
                if let Some(what) = &property.violation {
                    <small>{ what.clone() }</small>
                }
            </span>
        </li>
    }
}
