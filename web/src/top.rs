//! The live part of the top bar: whether what Raft promises holds, and what opens the inspector.

use raft_playground::intent::{Panel, Tab};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::notice::violations;
use crate::part::View;

/// The tools at the right of the top bar.
pub(crate) fn draw(view: &View) -> Html {
    let shown = view.tab();
    let is_shown = |tab| shown == Some(tab);
    let toggle = |tab| Panel::Inspect((!is_shown(tab)).then_some(tab));
    let (class, picture, text) = match violations(view.properties()) {
        0 => ("tb checks", icons::CHECK, "Nothing is violated".into()),
        1 => ("tb checks violated", icons::CROSS, "1 property is violated".into()),
        many => ("tb checks violated", icons::CROSS, format!("{many} properties are violated")),
    };
    let text = AttrValue::from(text);
    let inspects = shown.is_some_and(|tab| tab != Tab::Settings);
    html! {
        <div class="tools">
            <button class="tb wide-only" popovertarget="stories">{ "Stories" }</button>
            <button class="tb wide-only" popovertarget="share">{ "Share" }</button>
            <button {class} aria-label={text.clone()} title="What Raft promises"
                aria-expanded={is_shown(Tab::Checks).to_string()}
                onclick={view.does(toggle(Tab::Checks))}>
                { icon(picture) }
                <span class="wide-only" aria-hidden="true">{ text }</span>
            </button>
            { opener(view, "Inspector", "Inspector (I)", inspects, Panel::ToggleInspector,
                icons::INSPECTOR) }
            { opener(view, "Settings", "Settings", is_shown(Tab::Settings), toggle(Tab::Settings),
                icons::SLIDERS) }
            <div hidden=true>
                for property in view.properties() {
                    <i data-property={property.key} data-state={property.status.name()} />
                }
            </div>
        </div>
    }
}

/// Opens a tab of the inspector, or closes the inspector.
fn opener(
    view: &View,
    name: &'static str,
    title: &'static str,
    open: bool,
    intent: Panel,
    picture: &'static str,
) -> Html {
    html! {
        <button class="tb wide-only" aria-label={name} {title} aria-expanded={open.to_string()}
            onclick={view.does(intent)}>
            { icon(picture) }
        </button>
    }
}
