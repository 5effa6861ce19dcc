//! What several tabs are made of: titles, and below each of them names and values.

use yew::prelude::*;

/// A title with names and values.
pub(super) fn part(title: AttrValue, note: AttrValue, kind: &'static str, rows: Vec<Html>) -> Html {
    html! {
        <>
            <h2>{ title }<small>{ note }</small></h2>
            <dl class={kind}>{ rows }</dl>
        </>
    }
}

/// A name and a value, and a second one if there is.
pub(super) fn row(
    class: &'static str,
    name: AttrValue,
    value: AttrValue,
    second: Option<AttrValue>,
) -> Html {
    html! {
        <div {class}>
            <dt>{ name }</dt>
            <dd>{ value }</dd>
            if let Some(second) = second {
                <dd>{ second }</dd>
            }
        </div>
    }
}
