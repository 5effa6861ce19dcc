//! The page: renders frames and sends intents.
//!
//! The [`app`] owns the session and the clock. Every other module renders a part of the frame and
//! reports the user's actions. The page contains no Raft logic: the meaning of a click is an
//! [`Intent`], and the visible state is a [`Frame`]. Static content is in `placeholder/`: the top
//! bar, the help, and a picture of the ring until this program draws it.
//!
//! Read `app` and `message` first, with `tracked_view`, the only kind of component below the root;
//! then `stage` and its modules, then the controls around it, then how `keys` and `pointing`
//! produce intents.
//!
//! [`Intent`]: raft_playground::Intent
//! [`Frame`]: raft_playground::Frame

mod app;
mod message;
mod tracked_view;

mod stage;
mod story;

mod branches;
mod breakpoints;
mod client;
mod menu;
mod narration;
mod time_bar;
mod transport;

mod badge;
mod banner;
mod inspector;
mod top;
mod why;

mod keys;
mod menu_focus;
mod pointing;
mod text;

pub mod share;

mod clock;
mod crash;
mod icons;
mod listen;
mod page;
mod svg;

use raft_playground::{Options, page_options};
use wasm_bindgen::prelude::wasm_bindgen;

/// Replaces the static picture of the page by the application.
#[wasm_bindgen(start)]
pub fn start() {
    crash::install();
    text::when_ready(run);
}

fn run() {
    crash::prepare();
    let Some(root) = page::element("app") else { return };
    let (options, complaints) = page_options::parse(&page::query());
    if let Some(scenario) = &options.scenario {
        page::set_on_root("data-scenario", scenario);
    }
    let props = app::Props {
        options: Options {
            seed: options.seed.unwrap_or_else(page::random_seed),
            nodes: options.nodes,
            speed: options.speed,
            paused: options.paused,
        },
        at_us: options.at_us,
        beat: options.beat,
        is_awaited: options.scenario.is_some() || page::hash().starts_with("#r"),
        stage: page::measure_stage(),
        complaints: complaints.into(),
    };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
}
