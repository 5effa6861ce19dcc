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
    let range_us = range_us(props.now_us);
    let now = percent(props.now_us, range_us);
    html! {
        <div class="terms" aria-hidden="true">
            <Terms terms={&props.scene.terms} {range_us} />
            <div class="rest" style={format!("left:{now}")} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TermsProps {
    terms: Rc<[TermSpan]>,
    range_us: u64,
}

#[component]
fn Terms(props: &TermsProps) -> Html {
    let ends = props.terms.iter().skip(1).map(|span| span.from_us).chain([props.range_us]);
    let bands = props.terms.iter().zip(ends).filter(|(span, _)| span.term > 0);
    let band = |(span, end): (&TermSpan, u64)| {
        let left = percent(span.from_us, props.range_us);
        let width = percent(end.saturating_sub(span.from_us), props.range_us);
        html! {
            <div key={span.term} class={tint(span.term)} style={format!("left:{left};width:{width}")}>
                <b>{ "term " }</b><i>{ span.term }</i>
            </div>
        }
    };
    html! { <>{ for bands.map(band) }</> }
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
