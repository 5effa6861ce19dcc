//! Playback controls: play, step, clock, speed, reset.

use raft_playground::intent::Playback;
use raft_playground::text::{Sentence, say};
use raft_playground::view::Scene;
use raft_playground::{Speed, seconds};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::text::words;
use crate::tracked_view::{Render, View};
use crate::{branches, breakpoints, page, time_bar};

/// The transport, of which only the clock and the playhead change often. `memo` makes
/// tracked views of the rest.
pub(crate) fn render(scene: &Scene, now_us: u64, memo: &dyn Fn(Render) -> Html) -> Html {
    let transport = &scene.transport;
    html! {
        <footer class="transport" aria-label={words(&say::transport_label())}>
            { memo(play_keys) }
            <div class="clock" data-clock="" data-now-us={now_us.to_string()}
                data-playing={transport.playing.to_string()} data-speed={transport.speed.label()}
                data-seed={transport.seed.to_string()}>
                { seconds(now_us) }
                <small title={words(&say::seed_title())}>
                    <span>{ words(&say::seed_label()) }{ " " }</span>{ transport.seed }
                </small>
            </div>
            <div class="time">
                { time_bar::render(scene, now_us, memo(time_bar::render_timeline)) }
                { memo(branches::render) }
            </div>
            { memo(speed_and_reset) }
            { memo(breakpoints::render) }
        </footer>
    }
}

fn key(
    class: &'static str,
    (label, title): (Sentence, Sentence),
    picture: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button {class} aria-label={words(&label)} title={words(&title)} {onclick}>
            { icon(picture) }
        </button>
    }
}

fn play_keys(view: &View) -> Html {
    let (names, picture) = if view.transport().playing {
        ((say::pause(), say::pause_title()), icons::PAUSE)
    } else {
        ((say::play(), say::play_title()), icons::PLAY)
    };
    html! {
        <div class="keys">
            { key("icon-button", (say::back(), say::back_title()), icons::BACK,
                view.on_click(Playback::StepBack)) }
            { key("icon-button play", names, picture, view.on_click(Playback::Toggle)) }
            { key("icon-button", (say::step(), say::step_title()), icons::STEP,
                view.on_click(Playback::Step)) }
        </div>
    }
}

fn speed_and_reset(view: &View) -> Html {
    let speed = view.transport().speed;
    let oninput = view.dispatch.reform(|event: InputEvent| {
        let slider: web_sys::HtmlInputElement = event.target_unchecked_into();
        let step = slider.value().parse().unwrap_or(Speed::default().step());
        Msg::Do(Playback::SetSpeed(Speed::from_step(step)).into())
    });
    let another = view
        .dispatch
        .reform(|_| Msg::Do(Playback::Reset { seed: Some(page::random_seed()) }.into()));
    let label = AttrValue::from(speed.label());
    html! {
        <>
            <div class="speed">
                <input type="range" min="0" max={Speed::FASTEST.step().to_string()}
                    value={speed.step().to_string()} aria-label={words(&say::speed())}
                    aria-valuetext={label.clone()} title={words(&say::speed_title())} {oninput} />
                <output aria-hidden="true">{ label }</output>
            </div>
            <div class="keys">
                <button class="icon-button wide-only" popovertarget="pauses"
                    aria-label={words(&say::pause_when())} title={words(&say::pause_when_title())}>
                    { icon(icons::FLAG) }
                </button>
                { key("icon-button", (say::reset(), say::reset_title()), icons::RESET,
                    view.on_click(Playback::Reset { seed: None })) }
                { key("icon-button", (say::new_seed(), say::new_seed_title()), icons::DICE,
                    another) }
            </div>
        </>
    }
}
