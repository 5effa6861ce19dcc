//! Playback controls: play, step, clock, speed, reset.

use raft_playground::intent::Playback;
use raft_playground::text::{Sentence, say};
use raft_playground::view::Scene;
use raft_playground::{Speed, seconds};
use yew::prelude::*;

use crate::icons::{self, icon};
use crate::message::Msg;
use crate::part::{Draw, View};
use crate::text::words;
use crate::{branches, page, pauses, time_bar};

/// The transport, of which only the clock and the playhead change often. `still` makes a part of
/// the rest.
pub(crate) fn draw(scene: &Scene, now_us: u64, still: &dyn Fn(Draw) -> Html) -> Html {
    let transport = &scene.transport;
    html! {
        <footer class="bar" aria-label={words(&say::transport_label())}>
            { still(play_keys) }
            <div class="clock" data-clock="" data-now-us={now_us.to_string()}
                data-playing={transport.playing.to_string()} data-speed={transport.speed.label()}
                data-seed={transport.seed.to_string()}>
                { seconds(now_us) }
                <small title={words(&say::seed_title())}>
                    <span>{ words(&say::seed_label()) }{ " " }</span>{ transport.seed }
                </small>
            </div>
            <div class="time">
                { time_bar::draw(scene, now_us, still(time_bar::draw_timeline)) }
                { still(branches::draw) }
            </div>
            { still(speed_and_reset) }
            { still(pauses::draw) }
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
            { key("ib", (say::back(), say::back_title()), icons::BACK,
                view.does(Playback::StepBack)) }
            { key("ib play", names, picture, view.does(Playback::Toggle)) }
            { key("ib", (say::step(), say::step_title()), icons::STEP,
                view.does(Playback::Step)) }
        </div>
    }
}

fn speed_and_reset(view: &View) -> Html {
    let speed = view.transport().speed;
    let oninput = view.tell.reform(|event: InputEvent| {
        let slider: web_sys::HtmlInputElement = event.target_unchecked_into();
        let step = slider.value().parse().unwrap_or(Speed::default().step());
        Msg::Do(Playback::SetSpeed(Speed::from_step(step)).into())
    });
    let another =
        view.tell.reform(|_| Msg::Do(Playback::Reset { seed: Some(page::random_seed()) }.into()));
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
                <button class="ib wide-only" popovertarget="pauses"
                    aria-label={words(&say::pause_when())} title={words(&say::pause_when_title())}>
                    { icon(icons::FLAG) }
                </button>
                { key("ib", (say::reset(), say::reset_title()), icons::RESET,
                    view.does(Playback::Reset { seed: None })) }
                { key("ib", (say::new_seed(), say::new_seed_title()), icons::DICE, another) }
            </div>
        </>
    }
}
