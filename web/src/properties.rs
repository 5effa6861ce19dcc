//! Figure 3's properties: in one word in the top bar, in full in a panel.

use raft_playground::frame::PropertyView;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::notice::violations;
use crate::part::View;

/// The button that says whether all properties hold, and the panel that it opens.
pub(crate) fn draw(view: &View) -> Html {
    let all = &view.scene.properties;
    let (class, picture, text) = match violations(&view.scene) {
        0 => ("tb checks", icons::CHECK, format!("{0} of {0} properties hold", all.len())),
        1 => ("tb checks violated", icons::CROSS, "1 property is violated".into()),
        many => ("tb checks violated", icons::CROSS, format!("{many} properties are violated")),
    };
    let text = AttrValue::from(text);
    html! {
        <>
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
        </>
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
