//! The log of a node.

use std::fmt::{Display, Formatter, Result};

use raft_playground::layout::{LogSizes, Point};
use raft_playground::text::{Catalog, NativeCatalog, say};
use raft_playground::view::{LogView, RowView};

use super::svg::{At, Px};
use crate::html::Escaped;

/// A log at its place.
pub(super) struct Log<'a> {
    pub(super) view: &'a LogView,
    pub(super) place: Point,
    pub(super) sizes: &'a LogSizes,
    pub(super) catalog: &'a NativeCatalog,
}

impl Display for Log<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self { view: log, place, sizes, catalog } = *self;
        write!(f, "<g class=\"log\" transform=\"{}\">", At(place))?;
        if log.folded.is_some() {
            let (right, bottom) = (sizes.width, sizes.head);
            let (upper, lower) = (Px(bottom - 6.0), Px(bottom - 3.0));
            let (near, far) = (Px(right - 8.0), Px(right - 4.0));
            write!(f, "<path class=\"pile\" d=\"M4 {lower}H{far}M8 {upper}H{near}\"/>")?;
        }
        let head = match log.folded {
            _ if log.behind > 0 => catalog.render(&say::log_behind(log.behind)),
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => String::new(),
        };
        if sizes.head_text && !head.is_empty() {
            let (x, y) = (Px(sizes.width / 2.0), Px(sizes.head - 9.5));
            write!(f, "<text class=\"fold\" x=\"{x}\" y=\"{y}\">{}</text>", Escaped(&head))?;
        }
        for (row, top) in log.rows.iter().zip(log.row_tops(sizes)) {
            self.row(row, top, f)?;
        }
        f.write_str("</g>")
    }
}

impl Log<'_> {
    fn row(&self, row: &RowView, top: f64, f: &mut Formatter<'_>) -> Result {
        let sizes = self.sizes;
        let (width, height, cell) = (Px(sizes.width), Px(sizes.row), Px(sizes.term));
        let y = Px(top);
        match row {
            RowView::Free => Ok(()),
            RowView::Missing => {
                write!(
                    f,
                    "<rect class=\"missing\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
                )
            }
            RowView::Entry { index, term, text, committed, durable } => {
                let open = if *committed { "" } else { " open" };
                let unsynced = if *durable { "" } else { " unsynced" };
                let (left, middle) =
                    (Px(sizes.width - sizes.term), Px(sizes.width - sizes.term / 2.0));
                let (index_x, text_x) = (Px(sizes.index_right), Px(sizes.value_left));
                let baseline = Px(sizes.row / 2.0 + sizes.text * 0.31);
                let tint = if *term == 0 { 0 } else { (term - 1) % 6 + 1 };
                let text = shorten(&self.catalog.render(text), sizes.characters);
                write!(
                    f,
                    "<g class=\"row{open}{unsynced}\" transform=\"translate(0 {y})\">\
                     <rect class=\"box\" width=\"{width}\" height=\"{height}\"/>\
                     <rect class=\"term-{tint}\" x=\"{left}\" width=\"{cell}\" \
                     height=\"{height}\"/>\
                     <text y=\"{baseline}\"><tspan class=\"index\" x=\"{index_x}\">{index}</tspan>\
                     <tspan x=\"{text_x}\">{}</tspan>\
                     <tspan class=\"term\" x=\"{middle}\">{term}</tspan></text></g>",
                    Escaped(&text),
                )
            }
        }
    }
}

/// At most this many characters; a shortened text ends in an ellipsis.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}
