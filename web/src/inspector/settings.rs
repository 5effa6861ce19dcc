//! The tab “Settings”.

use raft_playground::frame::SettingsView;
use yew::prelude::*;

use crate::part::View;

pub(super) fn draw(_view: &View, _content: &SettingsView) -> Html {
    html! {}
}
