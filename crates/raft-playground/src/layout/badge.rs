//! Where the badge stands that names what is unusual about the run.

use super::{Layout, Rect, Segment};

/// Its widths, the largest first, in CSS pixels: for a name, for numbers, and for a sign.
const WIDTHS: [f64; 3] = [256.0, 132.0, 28.0];

/// Its height. It is for pressing, so it never shrinks.
const HEIGHT: f64 = 28.0;

/// From the edges of the stage.
const MARGIN: f64 = 8.0;

/// From everything else. The mark of committed entries stands beside a log.
const CLEAR: f64 = 7.0;

/// Between two places that are tried.
const STEP: f64 = 8.0;

/// The lines of labels that it keeps clear of, in characters.
const LABEL_CHARACTERS: u32 = 12;

/// The button that ends a presentation stands in the upper right corner of a stage without a field.
const CORNER: f64 = 52.0;

/// Where the badge stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BadgePlace {
    /// Its box.
    pub place: Rect,
    /// Whether there is room for a name.
    pub is_wide: bool,
    /// Whether there is room for words at all.
    pub has_text: bool,
}

impl Layout {
    /// The place of the badge: at an edge of the stage, where it hides nothing, and as wide as
    /// possible. A badge with numbers only needs less room.
    pub fn badge(&self, is_short: bool) -> Option<BadgePlace> {
        let [wide, narrow, sign] = WIDTHS;
        let widths = if is_short { &[narrow, sign][..] } else { &[wide, narrow, sign] };
        // With several clients, there may be messages everywhere.
        [true, false].into_iter().find_map(|keeps_lanes| {
            widths.iter().find_map(|&width| {
                let place = self.badge_place(width, keeps_lanes)?;
                Some(BadgePlace { place, is_wide: width >= wide, has_text: width > sign })
            })
        })
    }

    fn badge_place(&self, width: f64, keeps_lanes: bool) -> Option<Rect> {
        let (right, bottom) =
            (self.stage.width - MARGIN - width, self.stage.height - MARGIN - HEIGHT);
        let steps = |end: f64| {
            std::iter::successors(Some(MARGIN), |at| Some(at + STEP))
                .take_while(move |at| *at <= end)
        };
        let rows = [MARGIN, bottom].into_iter();
        let rows = rows.flat_map(|y| steps(right).chain([right]).map(move |x| (x, y)));
        let columns = [MARGIN, right].into_iter();
        let columns = columns.flat_map(|x| steps(bottom).map(move |y| (x, y)));
        let places = rows.chain(columns).map(|(x, y)| Rect { x, y, width, height: HEIGHT });
        places.into_iter().find(|place| self.is_free(*place, keeps_lanes))
    }

    /// Whether a box hides nothing that is drawn.
    fn is_free(&self, place: Rect, keeps_lanes: bool) -> bool {
        let disc = self.sizes.node_radius + self.sizes.rim + CLEAR;
        let client = self.sizes.client_radius + CLEAR;
        let is_clear_of_nodes = self.nodes.iter().all(|node| {
            place.distance(node.centre) > disc
                && self.log_box(node).gap(place) > CLEAR
                && self.label_box_of(node, LABEL_CHARACTERS).gap(place) > CLEAR
        });
        let corner = Rect { x: self.stage.width - CORNER, y: 0.0, width: CORNER, height: CORNER };
        self.holds(place)
            && is_clear_of_nodes
            && self.clients.iter().all(|centre| place.distance(*centre) > client)
            && self.field.is_none_or(|field| field.gap(place) > CLEAR)
            && (self.stage.field || corner.gap(place) > 0.0)
            && (!keeps_lanes || self.is_clear_of_lanes(place))
    }

    fn is_clear_of_lanes(&self, place: Rect) -> bool {
        let reach = self.sizes.lane + self.sizes.message + CLEAR;
        let mut links = self.pairs().into_iter().map(|(first, second)| self.centres(first, second));
        links.all(|link| distance(link, place) > reach)
    }
}

/// From a line to a box, within a pixel or two.
fn distance(line: Segment, place: Rect) -> f64 {
    let at = |step: u32| place.distance(line.at(f64::from(step) / 128.0));
    (0..=128).map(at).fold(f64::MAX, f64::min)
}
