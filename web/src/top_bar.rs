//! The top bar: the name, whether all properties hold, theme and help.

use raft_playground::frame::Scene;
use raft_playground::page_options::Theme;
use yew::prelude::*;

use crate::help::Help;
use crate::icons::{self, icon};
use crate::properties::Properties;
use crate::shared::Shared;
use crate::theme;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
}

#[component]
pub(crate) fn TopBar(props: &Props) -> Html {
    html! {
        <header class="top">
            <h1 class="name">{ logo() }<span class="word"><b>{ "Raft" }</b>{ " Playground" }</span></h1>
            <Properties scene={&props.scene} />
            <Help seed={props.scene.transport.seed} />
            <div class="wide-only"><ThemeButton /></div>
        </header>
    }
}

/// The button that changes the theme.
#[component]
pub(crate) fn ThemeButton() -> Html {
    let shown = use_state_eq(theme::shown);
    let (label, picture) = match *shown {
        Theme::Light => ("Dark theme", icons::MOON),
        Theme::Dark => ("Light theme", icons::SUN),
    };
    let onclick = move |_: MouseEvent| shown.set(theme::toggle());
    html! {
        <button class="tb" aria-label={label} title={label} {onclick}>{ icon(picture) }</button>
    }
}

/// The ring, with its leader.
fn logo() -> Html {
    html! {
        <svg viewBox="0 0 26 26" aria-hidden="true">
            <circle cx="5.5" cy="8" r="3.4" />
            <circle class="led" cx="16" cy="5" r="3.4" />
            <circle cx="22" cy="13.5" r="3.4" />
            <circle cx="16" cy="22" r="3.4" />
            <circle cx="5.5" cy="19" r="3.4" />
        </svg>
    }
}
