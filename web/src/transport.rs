//! Time: play, step, how late it is, how fast it goes, from the start again.

use raft_playground::frame::Scene;
use raft_playground::{Intent, Speed};
use yew::prelude::*;

use crate::dispatch::use_dispatch;
use crate::icons::{self, icon};
use crate::page;
use crate::shared::Shared;
use crate::time_bar::TimeBar;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
    pub(crate) now_us: u64,
}

#[component]
pub(crate) fn Transport(props: &Props) -> Html {
    let Props { scene, now_us } = props;
    let (playing, seed) = (scene.transport.playing, scene.transport.seed);
    let speed = scene.transport.speed;
    html! {
        <footer class="bar" aria-label="Time">
            <PlayKeys {playing} />
            <div class="clock" data-clock="" data-now-us={now_us.to_string()}
                data-playing={playing.to_string()} data-speed={speed.label()}
                data-seed={seed.to_string()}>
                { seconds(*now_us) }
                <SeedText {seed} />
            </div>
            <TimeBar {scene} {now_us} />
            <SpeedControl {speed} />
            <ResetKeys />
        </footer>
    }
}

/// Simulated time to the millisecond: `1.942 s`.
fn seconds(now_us: u64) -> String {
    format!("{}.{:03} s", now_us / 1_000_000, now_us / 1000 % 1000)
}

#[derive(Properties, PartialEq)]
struct SeedTextProps {
    seed: u64,
}

#[component]
fn SeedText(props: &SeedTextProps) -> Html {
    html! { <small title="The seed of this run">{ "seed " }{ props.seed }</small> }
}

#[derive(Properties, PartialEq)]
struct PlayKeysProps {
    playing: bool,
}

#[component]
fn PlayKeys(props: &PlayKeysProps) -> Html {
    let dispatch = use_dispatch();
    let (label, picture) =
        if props.playing { ("Pause", icons::PAUSE) } else { ("Play", icons::PLAY) };
    let toggle = dispatch.reform(|_: MouseEvent| Intent::TogglePlay);
    let step = dispatch.reform(|_: MouseEvent| Intent::Step);
    html! {
        <div class="keys">
            <button class="ib play" aria-label={label} title={format!("{label} (Space)")}
                onclick={toggle}>
                { icon(picture) }
            </button>
            <button class="ib" aria-label="Step" title="Step to the next event (→)" onclick={step}>
                { icon(icons::STEP) }
            </button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SpeedProps {
    speed: Speed,
}

#[component]
fn SpeedControl(props: &SpeedProps) -> Html {
    let dispatch = use_dispatch();
    let label = props.speed.label();
    let oninput = dispatch.reform(|event: InputEvent| {
        let slider: web_sys::HtmlInputElement = event.target_unchecked_into();
        let step = slider.value().parse().unwrap_or(Speed::default().step());
        Intent::SetSpeed(Speed::from_step(step))
    });
    html! {
        <div class="speed">
            <input type="range" min="0" max={Speed::FASTEST.step().to_string()}
                value={props.speed.step().to_string()} aria-label="Speed"
                aria-valuetext={label.clone()} title="Speed (+ and −)" {oninput} />
            <output aria-hidden="true">{ label }</output>
        </div>
    }
}

#[component]
fn ResetKeys() -> Html {
    let dispatch = use_dispatch();
    let reset = dispatch.reform(|_: MouseEvent| Intent::Reset);
    let another = dispatch.reform(|_: MouseEvent| Intent::ResetWith { seed: page::random_seed() });
    html! {
        <div class="keys">
            <button class="ib" aria-label="Reset" title="Reset: the same run again (R)"
                onclick={reset}>
                { icon(icons::RESET) }
            </button>
            <button class="ib dice" aria-label="New seed" title="New seed: another run"
                onclick={another}>
                { icon(icons::DICE) }
            </button>
        </div>
    }
}
