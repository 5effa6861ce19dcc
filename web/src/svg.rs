//! Numbers in SVG attributes.

use std::fmt;

use raft_playground::layout::{Point, Segment};
use yew::prelude::*;

/// A length in CSS pixels, rounded to a tenth. Finer steps are invisible, and floating-point
/// formatting would add much code to the page.
#[derive(Clone, Copy)]
pub(crate) struct Px(pub(crate) f64);

impl fmt::Display for Px {
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() as i32;
        if tenths < 0 {
            f.write_str("-")?;
        }
        let tenths = tenths.unsigned_abs();
        match tenths % 10 {
            0 => write!(f, "{}", tenths / 10),
            tenth => write!(f, "{}.{tenth}", tenths / 10),
        }
    }
}

/// A factor, rounded to a hundredth.
#[derive(Clone, Copy)]
pub(crate) struct Factor(pub(crate) f64);

impl fmt::Display for Factor {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0 + 0.5) as u32;
        write!(f, "{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

/// A component of a direction, rounded to a ten-thousandth.
#[derive(Clone, Copy)]
pub(crate) struct Turn(pub(crate) f64);

impl fmt::Display for Turn {
    #[expect(clippy::cast_possible_truncation, reason = "-1 to 1")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = (self.0 * 10_000.0) as i32;
        write!(f, "{parts}e-4")
    }
}

/// A length as an attribute.
pub(crate) fn px(length: f64) -> AttrValue {
    Px(length).to_string().into()
}

/// `translate(…)` to a point.
pub(crate) fn at(point: Point) -> AttrValue {
    format!("translate({} {})", Px(point.x), Px(point.y)).into()
}

/// The path along a straight line.
pub(crate) fn line(piece: Segment) -> AttrValue {
    path(&[piece])
}

/// The path along line segments; a segment that begins at the end of the previous one continues it.
pub(crate) fn path(pieces: &[Segment]) -> AttrValue {
    let mut path = String::new();
    let mut end = None;
    for &Segment { from, to } in pieces {
        if end != Some(from) {
            path.push('M');
            push(&mut path, from);
        }
        path.push('L');
        push(&mut path, to);
        end = Some(to);
    }
    path.into()
}

fn push(path: &mut String, Point { x, y }: Point) {
    path.push_str(&Px(x).to_string());
    path.push(' ');
    path.push_str(&Px(y).to_string());
}

/// A mark over the stage; its class determines its look.
pub(crate) fn stroke(class: &'static str, pieces: &[Segment]) -> Html {
    html! { <path {class} d={path(pieces)} /> }
}

/// A circle around the origin.
pub(crate) fn circle(class: &'static str, radius: f64) -> Html {
    html! { <circle {class} r={px(radius)} /> }
}

/// A circle over the stage.
pub(crate) fn ring(class: &'static str, centre: Point, radius: f64, opacity: f64) -> Html {
    let opacity = Factor(opacity).to_string();
    html! { <circle {class} r={px(radius)} transform={at(centre)} {opacity} /> }
}

/// A share of a whole in thousandths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
pub(crate) fn thousandths(part: f64) -> u32 {
    (part.min(1.0) * 1000.0) as u32
}

/// The class of a term's tint. Six tints alternate; term 0 has none.
pub(crate) fn tint(term: u64) -> &'static str {
    const TINTS: [&str; 6] = ["term-1", "term-2", "term-3", "term-4", "term-5", "term-6"];
    match term {
        0 => "term-0",
        term => TINTS[((term - 1) % 6) as usize],
    }
}
