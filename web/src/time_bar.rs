//! The run so far as a band, coloured by term.

use std::rc::Rc;

use raft_playground::frame::{Scene, TermSpan};
use yew::prelude::*;

use crate::draw::{thousandths, tint};
use crate::shared::Shared;

/// How much simulated time the band shows at first, in microseconds.
const FIRST_RANGE_US: u64 = 1_000_000;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) scene: Shared<Scene>,
    pub(crate) now_us: u64,
}

#[component]
pub(crate) fn TimeBar(props: &Props) -> Html {
    let Props { scene, now_us } = props;
    let range_us = range_us(*now_us);
    let last = scene.terms.last().filter(|span| span.term > 0);
    html! {
        <div class="terms" aria-hidden="true">
            <Past terms={&scene.terms} {range_us} />
            { for last.map(|span| band(span, *now_us, range_us)) }
            <div class="rest" style={format!("left:{}", percent(*now_us, range_us))} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PastProps {
    terms: Rc<[TermSpan]>,
    range_us: u64,
}

/// The terms that are over.
#[component]
fn Past(props: &PastProps) -> Html {
    let ends = props.terms.iter().skip(1).map(|span| span.from_us);
    let bands = props.terms.iter().zip(ends).filter(|(span, _)| span.term > 0);
    html! { <>{ for bands.map(|(span, end_us)| band(span, end_us, props.range_us)) }</> }
}

/// A term, unless it is too short to be seen.
fn band(span: &TermSpan, end_us: u64, range_us: u64) -> Html {
    let left = percent(span.from_us, range_us);
    let width = percent(end_us.saturating_sub(span.from_us), range_us);
    if width == "0.0%" {
        return html! {};
    }
    html! {
        <div key={span.term} class={tint(span.term)} style={format!("left:{left};width:{width}")}>
            <b>{ "term " }</b><i>{ span.term }</i>
        </div>
    }
}

/// The whole run and some more, in steps of two, so that the band is not redrawn all the time.
fn range_us(now_us: u64) -> u64 {
    let mut range_us = FIRST_RANGE_US;
    while now_us > range_us / 10 * 9 {
        range_us = range_us.saturating_mul(2);
    }
    range_us
}

#[expect(clippy::cast_precision_loss, reason = "a place on screen")]
fn percent(part_us: u64, whole_us: u64) -> String {
    let part = thousandths(part_us as f64 / whole_us as f64);
    format!("{}.{}%", part / 10, part % 10)
}
