//! The guarantees: the meaning and the status of each.

use crate::snapshot::Snapshot;
use crate::stage;
use crate::text::say;
use crate::view::{Picture, PieceKind, PropertyStatus, Writer};

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let properties = stage::properties(snapshot.simulation());
    let mut counts = [0_u64; 3];
    for property in &properties {
        counts[property.status as usize] += 1;
    }
    let [holding, broken, undecided] = counts;
    page.add_heading(say::guarantees(), say::guarantees_summary(holding, broken, undecided));
    page.open(PieceKind::List, "guarantees");
    for property in properties {
        page.open(PieceKind::Item, property.status.name());
        let (picture, status) = match property.status {
            PropertyStatus::Holds => (Picture::Check, say::guarantee_holds()),
            PropertyStatus::Violated => (Picture::Cross, say::guarantee_broken()),
            PropertyStatus::Waits => (Picture::Question, say::guarantee_undecided()),
        };
        page.add_empty(PieceKind::Picture(picture));
        page.add(PieceKind::Strong, property.name);
        page.add(PieceKind::Text, status).class("visually-hidden");
        page.add(PieceKind::Text, property.meaning);
        if let Some(why) = property.why {
            page.add(PieceKind::Text, why).class("facts");
        }
        page.close();
    }
}
