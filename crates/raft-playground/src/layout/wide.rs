//! The wide stage: the ring opens to the left, towards the client and its field.

use super::labels::LABEL_CHARACTERS;
use super::sizes::CHARACTER;
use super::{
    Align, Layout, NodePlace, Point, Rect, Shape, Side, Sizes, Stage, crisp, directions, in_a_row,
};

/// A stage lower than this has shorter labels and logs.
const SHORT: f64 = 420.0;

/// From a disc to its label above or below it.
const LABEL_GAP: f64 = 10.0;

/// From a disc to the label or log beside it.
const BESIDE: f64 = 14.0;

/// Height of the client's name, field and status. It is for typing, so it never shrinks.
const FIELD_HEIGHT: f64 = 90.0;

/// How far the client is from the middle of the ring, per its half width.
const CLIENT: f64 = 1.02;

pub(super) fn lay_out(stage: Stage, nodes: usize, clients: usize) -> Layout {
    let Stage { width, height, .. } = stage;
    let scale = (height / 500.0).min((width + 480.0) / 1480.0).clamp(0.8, 1.6);
    let sizes = Sizes::new(Shape::Wide, scale, height < SHORT, nodes > 5, clients);
    let directions = directions(nodes, Point { x: -1.0, y: 0.0 });

    let field = if stage.field { (0.177 * width).min(226.0 * scale).max(118.0) } else { 0.0 };
    let beside = sizes.client_radius + sizes.node_radius + BESIDE * scale + sizes.log.width;

    let steepest = directions.iter().fold(0.8, |most: f64, at| most.max(at.y.abs()));
    let ry = ((height / 2.0 - room_above(&sizes)) / steepest).max(40.0 * scale);
    // The clients are clear of the first and the last node, and of the messages between these.
    let nearest = directions[0].x.abs();
    let clear = sizes.client_radius + sizes.lane + sizes.message + 2.0 * scale;
    let clear = clear.max(sizes.away_from_node(directions[0].y.abs() * ry, clients));
    let away = |rx: f64| (CLIENT * rx).max(nearest * rx + clear);
    let ring = |before_client: f64| {
        let room = width - 24.0 - before_client - beside;
        let rx = (2.04 * ry).min(room / (1.0 + CLIENT)).min((room - clear) / (1.0 + nearest));
        // A single node has no neighbour to keep a distance from.
        if nodes == 1 { rx / 2.0 } else { rx }.max(80.0 * scale)
    };
    // How far the logs at the left reach beyond the client.
    let log = label_half_width(&sizes) + BESIDE * scale + sizes.log.width - sizes.client_radius;
    let beyond = |rx| if nodes > 2 { log + nearest * rx - away(rx) } else { 0.0 };
    let before_client =
        if stage.field { field + BESIDE * scale } else { beyond(ring(0.0)).max(0.0) };
    let rx = ring(before_client);
    let away = away(rx);

    let left = (width - before_client - beside - rx - away) / 2.0;
    let client = Point { x: left + before_client + sizes.client_radius, y: height / 2.0 };
    let middle = client.offset(away, 0.0);
    Layout {
        stage,
        sizes,
        nodes: directions
            .into_iter()
            .map(|at| place(&sizes, middle.offset(at.x * rx, at.y * ry), at))
            .collect(),
        clients: in_a_row(clients, client, Point { x: 0.0, y: sizes.client_step() }),
        field: stage.field.then(|| {
            let height = FIELD_HEIGHT * scale.max(1.0);
            Rect { x: left, y: client.y - height / 2.0, width: field, height }
        }),
        label_characters: LABEL_CHARACTERS,
    }
}

/// From the centre of the uppermost node to the upper edge of the stage.
fn room_above(sizes: &Sizes) -> f64 {
    let label = sizes.node_radius + (LABEL_GAP + 4.0) * sizes.scale + sizes.label_height();
    let log = sizes.log.height() - log_overlap(sizes) + 3.0 * sizes.scale;
    label.max(log)
}

/// How far the log of an upper node reaches below the node's centre.
fn log_overlap(sizes: &Sizes) -> f64 {
    if sizes.log.head_text {
        14.0 * sizes.scale
    } else {
        -sizes.node_radius - LABEL_GAP * sizes.scale
    }
}

fn place(sizes: &Sizes, centre: Point, direction: Point) -> NodePlace {
    let side = Side::of(direction.x);
    let height = sizes.label_height();
    let reach = sizes.node_radius + LABEL_GAP * sizes.scale;
    let log = &sizes.log;
    if direction.y.abs() < 0.2 {
        let x = centre.x + sizes.node_radius + BESIDE * sizes.scale;
        let top = centre.y - height / 2.0;
        return NodePlace {
            centre,
            label: Point { x, y: top + sizes.label_ascent() },
            align: Align::Start,
            log: crisp(x, top - 8.0 * sizes.scale - log.height()),
            side,
        };
    }
    let aside = label_half_width(sizes) + BESIDE * sizes.scale;
    let log_x = match side {
        Side::Left => centre.x - aside - log.width,
        Side::Right => centre.x + aside,
    };
    let (label_top, log_top) = if direction.y < 0.0 {
        (centre.y - reach - height, centre.y + log_overlap(sizes) - log.height())
    } else {
        (centre.y + reach, centre.y - log_overlap(sizes))
    };
    NodePlace {
        centre,
        label: Point { x: centre.x, y: label_top + sizes.label_ascent() },
        align: Align::Middle,
        log: crisp(log_x, log_top),
        side,
    }
}

/// Half the width of a label's longest usual line, `A Term: 12`.
fn label_half_width(sizes: &Sizes) -> f64 {
    10.5 * CHARACTER * sizes.label_text / 2.0
}
