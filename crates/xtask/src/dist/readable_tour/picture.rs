//! A frame as a still picture: SVG with the classes of the page's own style sheet.

use std::fmt::{Display, Formatter, Result};

use raft_playground::layout::{Align, CUT_ONE_WAY, Layout, NodePlace, Point, Rect, Segment};
use raft_playground::text::{Catalog, NativeCatalog, say};
use raft_playground::view::{LinkView, MemberKind, MessageView, NodeRole, NodeView, Spotlight};
use raft_playground::{Address, Frame, Term};

use super::log::Log;
use super::message_icon::{self, REQUEST, radius};
use super::svg::{At, Line, Px};
use super::text_sizes::TextSizes;
use crate::html::Escaped;

/// A frame to draw, with the words of a language.
pub(super) struct Picture<'a> {
    pub(super) frame: &'a Frame,
    pub(super) catalog: &'a NativeCatalog,
}

/// Half the length of the stripe across a link that is cut both ways, at scale 1.
const STRIPE: f64 = 20.0;

/// Length of the line behind a message, which shows where it comes from.
const TAIL: f64 = 12.0;

/// A longer value has a smaller font.
const SHORT_VALUE: usize = 3;

impl Display for Picture<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (scene, motion) = (&self.frame.scene, &self.frame.motion);
        let layout = &scene.layout;
        let (width, height) = (Px(layout.stage.width), Px(layout.stage.height));
        let log = &layout.sizes.log;
        let class = TextSizes(&layout.sizes).class();
        write!(f, "<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" class=\"{class}\">")?;
        links(layout, &scene.links, &scene.cut_line, f)?;
        for (node, place) in scene.nodes.iter().zip(&layout.nodes) {
            Log { view: &node.log, place: place.log, sizes: log, catalog: self.catalog }.fmt(f)?;
        }
        let spotlights = scene.story.as_ref().map_or(&[][..], |story| &story.spotlights);
        f.write_str("<g class=\"spotlights\">")?;
        spotlights.iter().try_for_each(|spotlight| draw_spotlight(*spotlight, f))?;
        f.write_str("</g>")?;
        let (lost, flying): (Vec<_>, Vec<_>) =
            motion.messages.iter().partition(|message| message.dying.is_some());
        flying.iter().try_for_each(|message| draw_message(layout, message, f))?;
        for (client, centre) in scene.clients.iter().zip(&layout.clients) {
            let radius = Px(layout.sizes.client_radius);
            write!(
                f,
                "<g transform=\"{}\"><circle class=\"client-disc\" r=\"{radius}\"/>",
                At(*centre)
            )?;
            write!(f, "<text class=\"value\">{}</text></g>", Escaped(&client.name))?;
        }
        for (place, node) in scene.nodes.iter().enumerate() {
            let timer = motion.timers.get(place).copied().flatten();
            draw_node(layout, node, &layout.nodes[place], timer.map(|timer| timer.part), f)?;
            self.label(layout, node, &layout.nodes[place], f)?;
        }
        lost.iter().try_for_each(|message| draw_message(layout, message, f))?;
        f.write_str("</svg>")
    }
}

impl Picture<'_> {
    /// Name, term and status of a node.
    fn label(
        &self,
        layout: &Layout,
        node: &NodeView,
        place: &NodePlace,
        f: &mut Formatter<'_>,
    ) -> Result {
        let class = match place.align {
            Align::Start => "label start",
            Align::Middle => "label",
            Align::End => "label end",
        };
        let lines = [
            self.catalog.render(&say::node_name(node.address)),
            self.catalog.render(&say::node_term(Term(node.term))),
            self.catalog.render(&node.status),
        ];
        write!(f, "<text class=\"{class}\" transform=\"{}\">", At(place.label))?;
        for (number, line) in (0_u32..).zip(&lines) {
            let y = Px(f64::from(number) * layout.sizes.label_line);
            let name = if number == 0 { " class=\"node-name\"" } else { "" };
            write!(f, "<tspan{name} x=\"0\" y=\"{y}\"")?;
            if let Some(width) = layout.squeezed_width(line) {
                write!(f, " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Px(width))?;
            }
            write!(f, ">{}</tspan>", Escaped(line))?;
        }
        f.write_str("</text>")
    }
}

/// Links are lines, dotted where nothing passes, with a stripe where they are cut.
fn links(
    layout: &Layout,
    links: &[LinkView],
    cut_line: &[Segment],
    f: &mut Formatter<'_>,
) -> Result {
    f.write_str("<g class=\"links\"><path d=\"")?;
    let is_down = |link: &LinkView| !link.forward_up && !link.backward_up;
    let is_up = |link: &LinkView| link.forward_up && link.backward_up;
    let line = |link: &LinkView| Line(layout.link(link.first, link.second));
    // A client's link is drawn only where it is cut.
    let is_drawn = |link: &LinkView| !(is_up(link) && matches!(link.second, Address::Client(_)));
    for link in links.iter().filter(|link| is_drawn(link) && !is_down(link)) {
        line(link).fmt(f)?;
    }
    f.write_str("\"/>")?;
    if links.iter().any(is_down) {
        f.write_str("<path class=\"cut\" d=\"")?;
        links.iter().filter(|link| is_down(link)).try_for_each(|link| line(link).fmt(f))?;
        f.write_str("\"/>")?;
    }
    let across = |way: Segment, part: f64, left: f64| {
        let half = STRIPE * layout.sizes.scale;
        let (middle, Point { x, y }) = (way.at(part), way.direction());
        let from = middle.offset(y * left * half, -x * left * half);
        Line(Segment { from, to: middle.offset(-y * half, x * half) })
    };
    for link in links.iter().filter(|link| !link.in_line && !is_up(link)) {
        let way = layout.link(link.first, link.second);
        let stripe = match (link.forward_up, link.backward_up) {
            (false, true) => across(way, CUT_ONE_WAY, 0.0),
            (true, _) => across(layout.link(link.second, link.first), CUT_ONE_WAY, 0.0),
            (false, false) => across(way, link.cut_at, 1.0),
        };
        write!(f, "<path class=\"stripe\" d=\"{stripe}\"/>")?;
    }
    for piece in cut_line {
        write!(f, "<path class=\"stripe\" d=\"{}\"/>", Line(*piece))?;
    }
    f.write_str("</g>")
}

fn draw_node(
    layout: &Layout,
    node: &NodeView,
    place: &NodePlace,
    timer: Option<f64>,
    f: &mut Formatter<'_>,
) -> Result {
    let (sizes, role) = (&layout.sizes, node.role);
    let radius = sizes.node_radius;
    let member = match node.member {
        MemberKind::Voter => "",
        MemberKind::Learner => " non-voter learner",
        MemberKind::Outside => " non-voter",
    };
    write!(f, "<g class=\"node {}{member}\" transform=\"{}\">", role.name(), At(place.centre))?;
    write!(f, "<circle class=\"disc\" r=\"{}\"/>", Px(radius))?;
    if matches!(role, NodeRole::PreCandidate | NodeRole::Candidate | NodeRole::Leader) {
        let rim = Px(radius + sizes.rim / 2.0);
        write!(f, "<circle class=\"rim\" r=\"{rim}\" pathLength=\"24\"/>")?;
    }
    if node.member != MemberKind::Voter {
        write!(f, "<circle class=\"backing\" r=\"{}\"/>", Px(radius - 1.0))?;
    }
    if let Some(part) = timer {
        let (dial, part) = (Px(layout.dial_radius()), (part.clamp(0.0, 1.0) * 1000.0).round());
        write!(
            f,
            "<circle class=\"arc\" r=\"{dial}\" transform=\"rotate(-90)\" pathLength=\"1000\" \
             stroke-dasharray=\"{part} 1000\"/>",
        )?;
    }
    if role == NodeRole::Stopped {
        let arm = Px(radius * 0.27);
        write!(
            f,
            "<path class=\"cross\" d=\"M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}\"/>"
        )?;
    } else if node.frozen {
        let (aside, half) = (Px(radius * 0.13), Px(radius * 0.22));
        write!(f, "<path class=\"cross\" d=\"M-{aside}-{half}V{half}M{aside}-{half}V{half}\"/>")?;
    } else if !node.value.is_empty() {
        let long = if node.value.chars().nth(SHORT_VALUE).is_some() { " long" } else { "" };
        write!(f, "<text class=\"value{long}\">{}</text>", Escaped(&node.value))?;
    }
    f.write_str("</g>")
}

fn draw_spotlight(spotlight: Spotlight, f: &mut Formatter<'_>) -> Result {
    match spotlight {
        Spotlight::Circle(Point { x, y }, radius) => {
            write!(f, "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", Px(x), Px(y), Px(radius))
        }
        Spotlight::Box(Rect { x, y, width, height }) => {
            let (width, height) = (Px(width), Px(height));
            let (x, y) = (Px(x), Px(y));
            write!(f, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>")
        }
        Spotlight::Line(line) => write!(f, "<path class=\"line\" d=\"{}\"/>", Line(line)),
        // A control of the page, which is not in the picture.
        Spotlight::Control(_) => Ok(()),
    }
}

/// A message with a line behind it, or the place where it is lost.
fn draw_message(layout: &Layout, message: &MessageView, f: &mut Formatter<'_>) -> Result {
    let scale = Px(layout.sizes.message / REQUEST);
    let (class, radius) = (message_icon::class(message.kind), radius(message.kind));
    write!(f, "<g class=\"message {class}\" transform=\"{} scale({scale})\">", At(message.at))?;
    if message.dying.is_some() {
        let arm = Px(radius / 2.2);
        write!(
            f,
            "<circle class=\"halo\" r=\"{}\"/><circle class=\"ghost\" r=\"{}\" pathLength=\"16\"/>\
             <path d=\"M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}\"/></g>",
            Px(radius + 4.0),
            Px(radius),
        )
    } else {
        let Point { x, y } = layout.lane(message.from, message.to).direction();
        let behind = |distance: f64| Point { x: -x * distance, y: -y * distance };
        let tail = Segment { from: behind(radius + TAIL), to: behind(radius) };
        write!(f, "<path d=\"{}\"/>", Line(tail))?;
        message_icon::draw(message.kind, message.refusal, message.is_duplicate, f)?;
        f.write_str("</g>")
    }
}
