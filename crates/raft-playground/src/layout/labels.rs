//! The room of a node's label. Its text is in any language, so a line that is too long for the room
//! is squeezed into it.

use super::sizes::CHARACTER;
use super::{Align, Layout, NodePlace, Rect};

/// The longest usual line of a label: `A Term: 12`, `Votes: 2/5`. Every stage has room for it.
pub(super) const LABEL_CHARACTERS: u32 = 10;

/// No line is longer than this.
const LONGEST_LINE: u32 = 24;

/// The least gap between a label and anything else, in CSS pixels.
const CLEAR: f64 = 0.25;

impl Layout {
    /// The box of a node's label.
    pub fn label_box(&self, place: &NodePlace) -> Rect {
        self.label_box_of(place, LABEL_CHARACTERS)
    }

    /// The box of a node's label whose longest line has so many characters.
    pub(super) fn label_box_of(&self, place: &NodePlace, characters: u32) -> Rect {
        let sizes = &self.sizes;
        let width = self.line_width(characters);
        let x = match place.align {
            Align::Start => place.label.x,
            Align::Middle => place.label.x - width / 2.0,
            Align::End => place.label.x - width,
        };
        // No text is taller than a capital or deeper than a comma.
        let y = place.label.y - 0.65 * sizes.label_text;
        let lines = f64::from(sizes.label_lines - 1) * sizes.label_line;
        Rect { x, y, width, height: lines + 0.8 * sizes.label_text }
    }

    /// The width into which a line of a label has to be squeezed, in CSS pixels; none if the line
    /// has room as it is.
    pub fn squeezed_width(&self, line: &str) -> Option<f64> {
        let is_long = visible_characters(line) > self.label_characters;
        is_long.then(|| self.line_width(self.label_characters))
    }

    fn line_width(&self, characters: u32) -> f64 {
        f64::from(characters) * CHARACTER * self.sizes.label_text
    }

    /// How many characters the lines of all labels can have before one touches something.
    pub(super) fn room_of_labels(&self) -> u32 {
        let longer = LABEL_CHARACTERS + 1..=LONGEST_LINE;
        longer.take_while(|&most| self.has_room_for(most)).last().unwrap_or(LABEL_CHARACTERS)
    }

    fn has_room_for(&self, characters: u32) -> bool {
        let labels: Vec<Rect> =
            self.nodes.iter().map(|place| self.label_box_of(place, characters)).collect();
        labels.iter().enumerate().all(|(number, label)| {
            let rim = self.sizes.node_radius + self.sizes.rim + CLEAR;
            let is_clear_of_nodes = self.nodes.iter().all(|node| {
                label.distance(node.centre) > rim && self.log_box(node).gap(*label) > CLEAR
            });
            let radius = self.sizes.client_radius + CLEAR;
            self.holds(*label)
                && is_clear_of_nodes
                && self.clients.iter().all(|client| label.distance(*client) > radius)
                && self.field.is_none_or(|field| field.gap(*label) > CLEAR)
                && labels[number + 1..].iter().all(|other| other.gap(*label) > CLEAR)
        })
    }
}

/// The length of a line in Latin characters: one in Chinese is as wide as two, and marks of
/// direction have no width.
pub(super) fn visible_characters(line: &str) -> u32 {
    line.chars().map(characters).sum()
}

/// Whether a character is of a script that is written without spaces, and is about as wide as two
/// Latin ones.
pub(crate) fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

fn characters(letter: char) -> u32 {
    match letter {
        '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => 0,
        _ if is_wide(letter) => 2,
        _ => 1,
    }
}
