//! A bar with what the reader should know now: a broken property, or a part of the address that
//! was not used.

use std::rc::Rc;

use raft_playground::frame::Scene;
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Why parts of the address were not used.
    pub(crate) complaints: Rc<[String]>,
    pub(crate) scene: Shared<Scene>,
}

#[component]
pub(crate) fn Notice(props: &Props) -> Html {
    let dismissed = use_state(|| (false, 0));
    let violations: Vec<String> = props
        .scene
        .properties
        .iter()
        .filter_map(|property| {
            let what = property.violation.as_ref()?;
            Some(format!("{} is violated: {what}", property.name))
        })
        .collect();
    let (read, seen) = *dismissed;
    let complaints: &[String] = if read { &[] } else { &props.complaints };
    let new = violations.len() > seen;
    if complaints.is_empty() && !new {
        return html! {};
    }
    let shown = violations.iter().filter(|_| new).chain(complaints);
    let dismiss = {
        let (dismissed, seen) = (dismissed.clone(), violations.len());
        move |_: MouseEvent| dismissed.set((true, seen))
    };
    html! {
        <div class="notices" role="alert">
            <div>{ for shown.map(|text| html! { <p>{ text.clone() }</p> }) }</div>
            <button class="ib" aria-label="Dismiss" onclick={dismiss}>{ icon(icons::CROSS) }</button>
        </div>
    }
}
