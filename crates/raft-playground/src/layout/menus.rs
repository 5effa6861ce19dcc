//! The place of a menu: beside its node or message, where it hides the least.

use super::{Layout, Point, Rect, Shape};

/// Widths of a menu with one, two and three columns of actions.
const WIDTHS: [usize; 3] = [196, 304, 396];

/// From the edges of the stage.
const MARGIN: f64 = 6.0;

/// From the node or message to its menu.
const GAP: f64 = 12.0;

/// How far a menu may reach below the stage, beside the narration.
const BELOW: f64 = 84.0;

/// Padding at the sides, a row's picture and words, and a letter.
const PADDING: usize = 20;
const WORDS: usize = 130;
const LETTER: usize = 30;

/// The content of a menu, as far as it takes up room.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MenuSize {
    /// Lines of text below the title, the field for a value counting as two.
    pub lines: usize,
    /// Actions, in columns.
    pub actions: usize,
    /// For each row the number of its letters; a row without any is not there.
    pub rows: [usize; 2],
}

/// The place of a menu.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MenuPlace {
    /// Its box; what does not fit into it is scrolled.
    pub place: Rect,
    /// The number of columns of actions.
    pub columns: usize,
}

impl MenuSize {
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    fn height(self, columns: usize) -> f64 {
        let inner = WIDTHS[columns - 1] - PADDING;
        let mut rows = 0;
        for letters in self.rows {
            rows += match (letters, columns) {
                (0, _) => 0,
                (_, 1) => 1 + (letters * LETTER).div_ceil(inner),
                _ => (WORDS + letters * LETTER).div_ceil(inner),
            };
        }
        let lines = match columns {
            1 => 3 + self.lines,
            2 => 2 + self.lines,
            // The field for a value is beside the title.
            _ => 2.max(self.lines),
        };
        (28 + lines * 19 + self.actions.div_ceil(columns) * 28 + rows * 29) as f64
    }
}

impl Layout {
    /// The best place of the menu of a node or message, given its centre and radius. None on a tall
    /// stage, where the menu is a sheet below the stage.
    #[expect(clippy::cast_precision_loss, reason = "pixels")]
    pub fn menu(&self, middle: Point, radius: f64, size: MenuSize) -> Option<MenuPlace> {
        if self.stage.shape == Shape::Tall {
            return None;
        }
        let mut best: Option<(u32, MenuPlace)> = None;
        // What only asks or tells has few actions.
        let three = if size.rows == [0, 0] { 2 } else { 3 };
        let away = radius + GAP;
        for columns in [2, three, 1] {
            let (width, height) = (WIDTHS[columns - 1] as f64, size.height(columns));
            let bottom = self.stage.height + BELOW;
            let height = height.min(bottom - 2.0 * MARGIN);
            let [right, left, across] = [away, -away - width, -width / 2.0];
            let [level, above, below] = [-height / 2.0, -away - height, away];
            for (x, y) in [
                (right, radius - height),
                (right, -radius),
                (right, level),
                (left, radius - height),
                (left, -radius),
                (left, level),
                (across, below),
                (across, above),
                (right, below),
                (left, below),
            ] {
                let x = (middle.x + x).min(self.stage.width - MARGIN - width).max(MARGIN);
                let y = (middle.y + y).min(bottom - MARGIN - height).max(MARGIN);
                let place = Rect { x, y, width, height };
                let mut hidden = self.hides(place, middle);
                if place.distance(middle) < radius {
                    hidden += 1000;
                }
                // The user wants to watch the messages on the links.
                for (first, second) in self.pairs() {
                    if place.distance(self.centres(first, second).at(0.5)) == 0.0 {
                        hidden += 8;
                    }
                }
                if columns == 1 {
                    hidden += 12;
                }
                if best.is_none_or(|(least, _)| hidden < least) {
                    best = Some((hidden, MenuPlace { place, columns }));
                }
            }
        }
        best.map(|(_, place)| place)
    }

    /// The cost of what a box beside this centre hides: discs cost most, the label and the log of
    /// the node at the centre least.
    pub(super) fn hides(&self, place: Rect, middle: Point) -> u32 {
        let mut hidden = 0;
        let mut hide = |gap: f64, cost: u32| {
            if gap < 0.0 {
                hidden += cost;
            }
        };
        for node in &self.nodes {
            let near = if node.centre == middle { 1 } else { 10 };
            hide(place.distance(node.centre) - self.sizes.node_radius, 10 * near);
            hide(self.log_box(node).gap(place), near);
            hide(self.label_box(node).gap(place), 2 * near);
        }
        for &client in &self.clients {
            hide(place.distance(client) - self.sizes.client_radius, 25);
        }
        if let Some(field) = self.field {
            hide(field.gap(place), 5);
        }
        hide(self.stage.height - place.y - place.height, 1);
        hidden
    }

    /// Whether a box lies within the stage.
    pub(super) fn holds(&self, place: Rect) -> bool {
        place.x >= 0.0
            && place.y >= 0.0
            && place.x + place.width <= self.stage.width
            && place.y + place.height <= self.stage.height
    }
}
