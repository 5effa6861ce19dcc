//! How large things are. Everything scales with the stage, but text stays readable.

use super::{Point, Shape, in_a_row};

/// The smallest text, in CSS pixels.
const SMALLEST_TEXT: f64 = 12.0;

/// The width of a character of the labels' and logs' typeface, per size of the text.
pub(super) const CHARACTER: f64 = 0.6;

/// How large things are, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sizes {
    /// 1 in a window of 1280 by 800, and on a phone of 360 by 640.
    pub scale: f64,
    /// Radius of a node's disc.
    pub node_radius: f64,
    /// Radius of a client's disc.
    pub client_radius: f64,
    /// Width of a node's rim and of its timer's arc.
    pub rim: f64,
    /// Text of the value inside a disc.
    pub value_text: f64,
    /// Text of the labels.
    pub label_text: f64,
    /// From one line of a label to the next.
    pub label_line: f64,
    /// How many lines a label has. Three: name, term, status. Two: name and term, status.
    pub label_lines: u32,
    /// The logs.
    pub log: LogSizes,
    /// Radius of a node's request. A reply's is half of it.
    pub message: f64,
    /// From a link's centre line to the lanes on which messages travel.
    pub lane: f64,
}

/// How large the logs are, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LogSizes {
    /// How many entries are drawn.
    pub rows: usize,
    /// Above the first row, for the entries folded away; 0 if there is no room for that.
    pub head: f64,
    /// Whether there is room in the head to say which entries are folded away.
    pub head_text: bool,
    /// Width of a row.
    pub width: f64,
    /// Height of a row.
    pub row: f64,
    /// Between the committed entries and the others.
    pub gap: f64,
    /// Text of an entry.
    pub text: f64,
    /// Text of its index.
    pub small_text: f64,
    /// Text of its term.
    pub term_text: f64,
    /// Where the index ends.
    pub index_right: f64,
    /// Where the entry begins.
    pub value_left: f64,
    /// How many characters of an entry there is room for.
    pub characters: usize,
    /// Width of the cell with the term, at the right end.
    pub term: f64,
}

impl LogSizes {
    /// Height of the whole log.
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    pub fn height(&self) -> f64 {
        self.head + self.rows as f64 * self.row + self.gap
    }
}

impl Sizes {
    /// Height of a label.
    pub fn label_height(&self) -> f64 {
        f64::from(self.label_lines) * self.label_line
    }

    /// From the middle of one client to that of the next.
    pub(super) fn client_step(&self) -> f64 {
        2.0 * self.client_radius + 6.0 * self.scale
    }

    /// How far a row of clients must be from a node beside the row's middle, so that the outer one
    /// does not touch it.
    pub(super) fn away_from_node(&self, aside: f64, clients: usize) -> f64 {
        let outer = in_a_row(clients, Point::default(), Point { x: self.client_step(), y: 0.0 });
        let aside = (aside - outer.last().map_or(0.0, |last| last.x)).max(0.0);
        let apart = self.client_radius + self.node_radius + self.rim + 4.0 * self.scale;
        (apart * apart - aside * aside).max(0.0).sqrt()
    }

    /// From the top of a line of a label to its baseline.
    pub(super) fn label_ascent(&self) -> f64 {
        self.label_line * 14.0 / 18.0
    }

    /// Sizes for a stage of this shape and scale. `short` stages have less room for text above and
    /// below the ring, `crowded` ones have more than five nodes.
    pub(super) fn new(
        shape: Shape,
        scale: f64,
        short: bool,
        crowded: bool,
        clients: usize,
    ) -> Self {
        let text = |size: f64| (size * scale).max(SMALLEST_TEXT);
        let tall = shape == Shape::Tall;
        let small = tall || crowded;
        let label_text = text(match (tall, crowded) {
            (true, _) => 13.0,
            (false, true) => 14.0,
            (false, false) => 16.0,
        });
        Self {
            scale,
            node_radius: match (tall, crowded) {
                (true, true) => 18.0,
                (true, false) => 22.0,
                (false, true) => 28.0,
                (false, false) => 36.0,
            } * scale,
            // Several share the opening of the ring.
            client_radius: match (tall, clients) {
                (true, 0..=2) => 16.0,
                (true, _) => 13.0,
                (false, 0..=1) => 28.0,
                (false, 2) => 24.0,
                (false, _) => 18.0,
            } * scale,
            rim: if tall { 4.0 } else { 5.0 } * scale,
            value_text: if small { 20.0 } else { 26.0 } * scale,
            label_text,
            label_line: (label_text * if tall { 15.0 / 13.0 } else { 18.0 / 16.0 }).round(),
            label_lines: if small || short { 2 } else { 3 },
            log: LogSizes::new(
                scale,
                small,
                match (tall && crowded, small || short) {
                    (true, _) => 1,
                    (_, true) => 2,
                    _ => 4,
                },
            ),
            message: if tall { 7.5 } else { 11.0 } * scale,
            lane: if tall { 6.0 } else { 9.0 } * scale,
        }
    }
}

impl LogSizes {
    fn new(scale: f64, small: bool, rows: usize) -> Self {
        let text = if small { 12.0 } else { 15.0 } * scale;
        let text = text.max(SMALLEST_TEXT);
        let (width, row, head, term, index_right, value_left) = if small {
            (78.0, 18.0, 6.0, 18.0, 16.0, 22.0)
        } else {
            (118.0, 24.0, 22.0, 24.0, 26.0, 36.0)
        };
        let width = f64::round(width * scale);
        let term = f64::round(term * scale).max(SMALLEST_TEXT + 2.0);
        let value_left = value_left * scale;
        let room = (width - term - value_left) / (text * CHARACTER);
        Self {
            rows,
            head: if rows > 1 { f64::round(head * scale) } else { 0.0 },
            head_text: !small,
            width,
            row: f64::round(row * scale).max(SMALLEST_TEXT + 4.0),
            gap: if rows > 1 { 4.0 } else { 0.0 },
            text,
            small_text: (12.0 * scale).max(SMALLEST_TEXT),
            term_text: (if small { 12.0 } else { 13.0 } * scale).max(SMALLEST_TEXT),
            index_right: index_right * scale,
            value_left,
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "3 to 6")]
            characters: room.floor().clamp(3.0, 6.0) as usize,
            term,
        }
    }
}
