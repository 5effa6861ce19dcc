//! The time bar: the run so far as a band coloured by term, its marks, and the draggable playhead.
//! Only the playhead moves in every animation frame.

use std::fmt::{self, Write};

use raft_playground::intent::Playback;
use raft_playground::text::{Sentence, say};
use raft_playground::view::{MarkShape, MarkView, Scene, TermSpan, Timeline};
use raft_playground::{Term, Time};
use web_sys::Element;
use yew::prelude::*;

use crate::message::Msg;
use crate::svg::tint;
use crate::text::words;
use crate::tracked_view::View;

/// The bar. `timeline_html` has its static elements.
pub(crate) fn render(scene: &Scene, now_us: u64, timeline_html: Html) -> Html {
    let timeline = &*scene.timeline;
    let known_us = timeline.known_us.unwrap_or(now_us);
    let (now, known) =
        (Percentage(now_us, timeline.range_us), Percentage(known_us, timeline.range_us));
    html! {
        <div class="track" role="slider" tabindex="0" aria-label={words(&say::time_label())}
            ~style={format!("--now:{now}%;--known:{known}%")} aria-valuemin="0"
            aria-valuemax={(known_us / 1000).to_string()}
            aria-valuenow={(now_us / 1000).to_string()}
            aria-valuetext={words(&spoken(timeline, now_us, scene.transport.playing))}>
            { timeline_html }
            <div class="head" />
        </div>
    }
}

/// The position of the playhead.
fn spoken(timeline: &Timeline, now_us: u64, playing: bool) -> Sentence {
    if playing {
        // More detail would be too fast to follow, and an unchanged text costs nothing.
        return say::time_whole_seconds(now_us / 1_000_000);
    }
    let now = Time(now_us);
    let mut position = match timeline.known_us {
        Some(end_us) => say::time_of_end(now, Time(end_us)),
        None => say::time_position(now),
    };
    let mut terms = timeline.terms.iter().rev();
    if let Some(span) = terms.find(|span| span.from_us <= now_us) {
        position = say::time_in_term(position, Term(span.term));
    }
    let marks = timeline.marks.iter().filter(|mark| mark.at_us == now_us);
    marks.fold(position, |position, mark| say::time_at_mark(position, mark_text(mark)))
}

/// The static elements of the bar. Those without styles of their own are HTML text: they are
/// interactive only as a whole, and contain no text of the user.
pub(crate) fn render_timeline(view: &View) -> Html {
    let html = Html::from_html_unchecked(timeline_html(view.timeline()).into());
    let scrub = scrub(view);
    html! {
        <div class="past" onpointerdown={&scrub} onpointermove={&scrub}
            onlostpointercapture={scrub}>{ bands(view.timeline()) }{ html }</div>
    }
}

/// The terms, coloured.
fn bands(timeline: &Timeline) -> Html {
    let place = |at_us| Percentage(at_us, timeline.range_us);
    let ends = timeline.terms.iter().skip(1).map(|span| span.from_us).chain([timeline.range_us]);
    html! {
        <div class="band">
            for (&TermSpan { term, from_us }, end_us) in timeline.terms.iter().zip(ends) {
                <div class={tint(term)}
                    ~style={format!("left:{}%;width:{}%", place(from_us), place(end_us - from_us))}>
                    <i>{ term }</i><b>{ words(&say::term_band(Term(term))) }</b>
                </div>
            }
        </div>
    }
}

fn timeline_html(timeline: &Timeline) -> String {
    let place = |at_us| Percentage(at_us, timeline.range_us);
    let (mut dots, mut cuts, mut marks) = (String::new(), String::new(), String::new());
    // Writing to a string cannot fail.
    for at_us in &timeline.commits {
        let _ = write!(dots, "M{} 40h0", place(*at_us));
    }
    for mark in &timeline.marks {
        let (x, (class, path)) = (place(mark.at_us), picture(mark.shape));
        let title = escaped(&mark_text(mark));
        // Several marks at one position are underlined.
        let mut line = if mark.more > 0 { "M-5 16.5H5" } else { "" };
        if mark.shape == MarkShape::Cut {
            let _ = write!(cuts, "M{x} 3v36");
            line = "";
        }
        let _ = write!(
            marks,
            "<svg class={class} x={x}%><title>{title}</title><path class=hit d=M-7,0h14v17h-14z />\
             <path d='{path}{line}'/></svg>"
        );
    }
    format!(
        "<svg viewBox='0 0 100 48' preserveAspectRatio=none \
         aria-hidden=true><path class=dots d='{dots}'/><path class=cuts d='{cuts}'/></svg>\
         <svg aria-hidden=true>{marks}</svg>"
    )
}

/// The class of a mark, and its picture in the row above the band. Cuts cross the band and are
/// drawn together.
fn picture(shape: MarkShape) -> (&'static str, &'static str) {
    match shape {
        MarkShape::Cut => ("mark", ""),
        MarkShape::Command => ("mark", "M0 5l4.5 4.5L0 14l-4.5-4.5z"),
        MarkShape::Healed => ("mark", "M0 5.5a4 4 0 1 0 .1 0z"),
        MarkShape::Started => ("mark", "M0 5v9M-4.5 9.5h9"),
        MarkShape::Won => ("elected", "M-5.5 5h11L0 14.5z"),
        MarkShape::Stopped => ("mark", "M-4 5.5l8 8M4 5.5l-8 8"),
        MarkShape::Violated => ("bad", "M0 3.5L6 14H-6zM0 7v3.5"),
    }
}

/// The text of a mark: `B becomes leader`, `C stops, and 2 more`.
fn mark_text(mark: &MarkView) -> Sentence {
    match mark.more {
        0 => mark.text.clone(),
        more => say::mark_and_more(mark.text.clone(), more),
    }
}

/// Text escaped for HTML.
fn escaped(sentence: &Sentence) -> String {
    words(sentence).replace('&', "&amp;").replace('<', "&lt;")
}

/// Pressing and dragging seek. Playback is paused until the pointer is released.
fn scrub(view: &View) -> Callback<PointerEvent> {
    let (dispatch, range_us) = (view.dispatch.clone(), view.timeline().range_us);
    Callback::from(move |event: PointerEvent| {
        let target = event.target_dyn_into::<Element>();
        let Some(bar) = target.and_then(|target| target.closest(".past").ok().flatten()) else {
            return;
        };
        let pointer = event.pointer_id();
        match &*event.type_() {
            "lostpointercapture" => return dispatch.emit(Msg::Do(Playback::Scrub(false).into())),
            "pointerdown" if event.button() == 0 => {
                // This fails only if the pointer is gone.
                let _ = bar.set_pointer_capture(pointer);
                dispatch.emit(Msg::Do(Playback::Scrub(true).into()));
            }
            _ if !bar.has_pointer_capture(pointer) => return,
            _ => {}
        }
        let rect = bar.get_bounding_client_rect();
        let part = (f64::from(event.client_x()) - rect.left()) / rect.width();
        dispatch.emit(Msg::Do(Playback::Seek { to_us: time_at(range_us, part) }.into()));
    })
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a pixel is coarser"
)]
fn time_at(range_us: u64, part: f64) -> u64 {
    (part.clamp(0.0, 1.0) * range_us as f64) as u64
}

/// A share of a whole in hundredths, written as `12.34`.
pub(crate) struct Percentage(pub(crate) u64, pub(crate) u64);

impl fmt::Display for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.0.saturating_mul(10_000) / self.1;
        write!(f, "{}.{:02}", parts / 100, parts % 100)
    }
}
