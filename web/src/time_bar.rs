//! The run so far as a band, coloured by term.

use std::fmt;

use raft_playground::frame::{Scene, TermSpan};
use yew::prelude::*;

use crate::draw::tint;

/// How much simulated time the band shows at first, in microseconds.
const FIRST_RANGE_US: u64 = 1_000_000;

pub(crate) fn draw(scene: &Scene, now_us: u64) -> Html {
    let range_us = range_us(now_us);
    let mut bands = Vec::new();
    let mut end_us = now_us;
    for span in scene.terms.iter().rev() {
        bands.extend(band(span, end_us, range_us));
        end_us = span.from_us;
    }
    html! {
        <div class="terms" aria-hidden="true">
            { bands }
            <div class="rest" style={format!("left:{}", Percent(now_us, range_us))} />
        </div>
    }
}

/// The whole run and some more, in steps of two, so that the band does not shrink all the time.
fn range_us(now_us: u64) -> u64 {
    let mut range_us = FIRST_RANGE_US;
    while now_us > range_us / 10 * 9 {
        range_us = range_us.saturating_mul(2);
    }
    range_us
}

/// A term, unless it is too short to be seen.
fn band(span: &TermSpan, end_us: u64, range_us: u64) -> Option<Html> {
    let (left, width) = (Percent(span.from_us, range_us), Percent(end_us - span.from_us, range_us));
    (span.term > 0 && width.permille() > 0).then(|| {
        html! {
            <div key={span.term} class={tint(span.term)}
                style={format!("left:{left};width:{width}")}>
                <b>{ "term " }</b><i>{ span.term }</i>
            </div>
        }
    })
}

/// A part of a whole, written as `12.3%`.
struct Percent(u64, u64);

impl Percent {
    fn permille(&self) -> u64 {
        self.0.saturating_mul(1000) / self.1
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let permille = self.permille();
        write!(f, "{}.{}%", permille / 10, permille % 10)
    }
}
