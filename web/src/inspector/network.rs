//! The tab “Network”.

use raft_playground::frame::NetworkView;
use yew::prelude::*;

use super::coming;
use crate::part::View;

pub(super) fn draw(_view: &View, content: &NetworkView) -> Html {
    html! {
        <section>
            <h2>{ "What happens next" }</h2>
            { coming::draw(&content.coming) }
        </section>
    }
}
