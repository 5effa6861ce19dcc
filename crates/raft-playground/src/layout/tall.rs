//! The tall stage: the ring opens downwards, towards the client above its field.

use super::labels::LABEL_CHARACTERS;
use super::{
    Align, Layout, NodePlace, Point, Shape, Side, Sizes, Stage, crisp, directions, in_a_row,
};

/// From a disc to its label.
const LABEL_GAP: f64 = 4.0;

/// From the edge of the stage to the labels and logs along it.
const MARGIN: f64 = 3.0;

/// From the lowest nodes down to the client's centre.
const CLIENT: f64 = 33.0;

/// From there to the lower edge of the stage, above which the labels beside the clients end, too.
const BELOW_CLIENT: f64 = 25.0;

/// From a disc at the side to its label, over which the messages of the top node pass.
const SIDE_LABEL_GAP: f64 = 8.0;

/// How far outward the label of a lower node is, so that the client's lanes pass.
const LOWER_LABEL: f64 = 17.0;

/// The same for three clients.
const FURTHER_LABEL: f64 = 24.0;

/// More nodes than this leave no room for logs within the ring's bays.
const CROWD: usize = 5;

pub(super) fn lay_out(stage: Stage, nodes: usize, clients: usize) -> Layout {
    let Stage { width, height, .. } = stage;
    let scale = (width / 360.0).min(height / 368.0).clamp(0.85, 1.5);
    let crowded = nodes > CROWD;
    let sizes = Sizes::new(Shape::Tall, scale, false, crowded, clients);
    let directions = directions(nodes, Point { x: 0.0, y: 1.0 });

    let rx = half_width(stage, &sizes, &directions, crowded);
    let highest = directions.iter().fold(f64::MAX, |least, at| least.min(at.y));
    let lowest = directions.iter().fold(f64::MIN, |most, at| most.max(at.y)).max(highest + 0.5);
    let above = 2.0 + sizes.log.height() + 2.0 + sizes.label_height();
    let top_gap = if nodes % 2 == 1 { LABEL_GAP } else { SIDE_LABEL_GAP };
    let above = above + top_gap * scale + sizes.node_radius;
    let drop = (CLIENT * scale).max(sizes.away_from_node(directions[0].x.abs() * rx, clients));
    let below = drop + BELOW_CLIENT * scale;
    let fits = (height - above - below) / (lowest - highest);
    let ry = fits.min(if crowded { 2.0 * rx } else { rx }).max(40.0 * scale);

    let spare = (height - above - below - ry * (lowest - highest)).max(0.0);
    let middle = Point { x: width / 2.0, y: above + spare / 2.0 - highest * ry };
    let client = middle.offset(0.0, lowest * ry + drop);
    Layout {
        stage,
        sizes,
        nodes: directions
            .into_iter()
            .map(|at| {
                let centre = middle.offset(at.x * rx, at.y * ry);
                if crowded && at.x.abs() > 0.01 {
                    place_in_column(&sizes, width, centre)
                } else {
                    place(&sizes, width, centre, at, clients)
                }
            })
            .collect(),
        clients: in_a_row(clients, client, Point { x: sizes.client_step(), y: 0.0 }),
        field: None,
        label_characters: LABEL_CHARACTERS,
    }
}

/// Half the width of the ring: the logs of the lower nodes, or all logs if crowded, stand between
/// it and the edges.
fn half_width(stage: Stage, sizes: &Sizes, directions: &[Point], crowded: bool) -> f64 {
    let room = stage.width / 2.0 - MARGIN - sizes.log.width - beside(sizes);
    if crowded {
        return room - MARGIN;
    }
    let lower = directions.iter().filter(|at| at.y > 0.2).map(|at| at.x.abs());
    let widest = lower.fold(0.0, f64::max);
    (0.342 * stage.width).min(room / widest.max(0.01))
}

fn place(sizes: &Sizes, width: f64, centre: Point, direction: Point, clients: usize) -> NodePlace {
    let side = Side::of(direction.x);
    let log = &sizes.log;
    if direction.y > 0.2 {
        let outward = if clients > 2 { FURTHER_LABEL } else { LOWER_LABEL } * sizes.scale;
        let y = centre.y + sizes.node_radius + LABEL_GAP * sizes.scale + sizes.label_ascent();
        let beside = beside(sizes);
        let log_y = centre.y - 26.0 * sizes.scale;
        let (x, log_x) = match side {
            Side::Left => (centre.x - outward, centre.x - beside - log.width),
            Side::Right => (centre.x + outward, centre.x + beside),
        };
        return NodePlace {
            centre,
            label: Point { x, y },
            align: Align::Middle,
            log: crisp(log_x, log_y),
            side,
        };
    }
    let (align, gap, x, log_x) = if direction.x.abs() < 0.01 {
        (Align::Middle, LABEL_GAP, centre.x, centre.x - log.width / 2.0)
    } else if side == Side::Left {
        (Align::Start, SIDE_LABEL_GAP, MARGIN, MARGIN)
    } else {
        (Align::End, SIDE_LABEL_GAP, width - MARGIN, width - MARGIN - log.width)
    };
    let label_top = centre.y - sizes.node_radius - gap * sizes.scale - sizes.label_height();
    NodePlace {
        centre,
        label: Point { x, y: label_top + sizes.label_ascent() },
        align,
        log: crisp(log_x, label_top - 3.0 - log.height()),
        side,
    }
}

/// With more nodes, labels and logs form columns at the edges, level with their nodes.
fn place_in_column(sizes: &Sizes, width: f64, centre: Point) -> NodePlace {
    let side = Side::of(centre.x - width / 2.0);
    let height = sizes.label_height() + sizes.log.height();
    let top = centre.y - height / 2.0;
    let (align, x, log_x) = match side {
        Side::Left => (Align::Start, MARGIN, MARGIN),
        Side::Right => (Align::End, width - MARGIN, width - MARGIN - sizes.log.width),
    };
    NodePlace {
        centre,
        label: Point { x, y: top + sizes.label_ascent() },
        align,
        log: crisp(log_x, top + sizes.label_height()),
        side,
    }
}

/// From the centre of a disc to the log beside it, past the rim of a leader.
fn beside(sizes: &Sizes) -> f64 {
    sizes.node_radius + sizes.rim + 1.5
}
