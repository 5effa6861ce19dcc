//! A bar with what the reader should know now: a broken property, or a part of the address that
//! was not used.

use raft_playground::text::{Sentence, Words, say};
use raft_playground::view::{PropertyStatus, PropertyView, Scene};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::text::{words, written};

/// How many properties are violated.
pub(crate) fn violations(properties: &[PropertyView]) -> usize {
    properties.iter().filter(|property| property.status == PropertyStatus::Violated).count()
}

/// The bar, unless there is nothing in it that is news. `complaints` are about the address,
/// `complaint` about what was tried last. `dismissed` says how many violations were known when it
/// was closed.
pub(crate) fn draw(
    scene: &Scene,
    complaints: &[Sentence],
    complaint: Option<&Words>,
    dismissed: Option<usize>,
    tell: &Callback<Msg>,
) -> Html {
    let known = dismissed.unwrap_or(0);
    let mut lines = Vec::new();
    for property in &scene.properties {
        let is_news =
            property.status == PropertyStatus::Violated && violations(&scene.properties) > known;
        if let Some(facts) = property.why.as_ref().filter(|_| is_news) {
            let broken = say::guarantee_is_broken(property.name.clone(), facts.clone());
            lines.push(words(&broken));
        }
    }
    if dismissed.is_none() {
        lines.extend(complaints.iter().map(words));
    }
    lines.extend(complaint.map(written));
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <div class="notices" role="alert">
            <div>
                for line in lines {
                    <p>{ line }</p>
                }
            </div>
            <button class="ib" aria-label={words(&say::dismiss())}
                onclick={tell.reform(|_| Msg::Dismiss)}>
                { icon(icons::CROSS) }
            </button>
        </div>
    }
}
