//! Gestures: what the pointer does between a press and its release.

use raft_playground::Address;
use raft_playground::intent::Fault;
use raft_playground::layout::{Layout, Point};
use raft_playground::view::{Hit, Motion, Scene, TimerView, hit_test};

use super::PointerEffect;

/// The minimum distance between the corners of a line, in pixels.
const STRIDE: f64 = 4.0;

/// The gesture between a press and its release.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) enum Gesture {
    /// No gesture.
    #[default]
    Idle,
    /// A press at this point, without movement so far.
    Press(Point),
    /// A line through these points, each in units of the ring, so that resizing the window does not
    /// lose them.
    Line(Vec<Point>),
    /// A value being dragged from a client: the current point, and the node that would receive it.
    DragValue(Address, Point, Option<Address>),
    /// A timer being dragged: its node, and its current value.
    DragTimer(Address, TimerView),
}

impl Gesture {
    /// A gesture that begins at a point, on the pressed element.
    pub(super) fn start(pressed: Hit, from: Point, scene: &Scene, motion: &Motion) -> Self {
        match pressed {
            Hit::Client(client) => Self::DragValue(client, from, None),
            Hit::Timer(node) => {
                let number = node.node().map_or(0, |node| node.0 as usize);
                match motion.timers.get(number).copied().flatten() {
                    Some(timer) => Self::DragTimer(node, timer),
                    None => Self::Idle,
                }
            }
            _ => Self::Line(vec![scene.layout.ring().part(from)]),
        }
    }

    /// The pointer moves to a point. `None` if the dragged element is gone.
    pub(super) fn continue_to(
        &mut self,
        point: Point,
        scene: &Scene,
        motion: &Motion,
    ) -> Option<()> {
        let layout = &scene.layout;
        match self {
            Self::Idle | Self::Press(_) => {}
            Self::Line(parts) => {
                let ring = layout.ring();
                let last = parts.last().copied().unwrap_or_default();
                if point.distance(ring.place(last)) >= STRIDE {
                    parts.push(ring.part(point));
                }
            }
            Self::DragValue(_, to, over) => {
                *to = point;
                *over = hit_test(scene, motion, point).node();
            }
            Self::DragTimer(node, timer) => {
                let part = layout.part_of_dial(layout.node(*node)?, point);
                // The drag stops at twelve o'clock, from either side.
                timer.part = match timer.part {
                    last if last - part > 0.5 => 1.0,
                    last if part - last > 0.5 => 0.0,
                    _ => part,
                };
            }
        }
        Some(())
    }

    /// The effect of the release.
    pub(super) fn finish(self, layout: &Layout) -> PointerEffect {
        let line = self.line(layout);
        match self {
            Self::Idle | Self::Press(_) => PointerEffect::Nothing,
            Self::Line(_) => PointerEffect::Intent(Fault::CutAlong(line).into()),
            Self::DragValue(.., None) => PointerEffect::Redraw,
            Self::DragValue(client, _, Some(node)) => PointerEffect::SendValue(client, node),
            Self::DragTimer(node, timer) => {
                PointerEffect::Intent(Fault::SetTimer { node, after_us: timer.left_us() }.into())
            }
        }
    }

    /// The line that is being drawn.
    pub(crate) fn line(&self, layout: &Layout) -> Vec<Point> {
        let Self::Line(parts) = self else { return Vec::new() };
        let ring = layout.ring();
        parts.iter().map(|&part| ring.place(part)).collect()
    }
}
