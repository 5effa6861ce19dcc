//! What Raft promises, what that means, and how it stands.

use crate::snapshot::Snapshot;
use crate::stage;
use crate::view::{Picture, PropertyStatus, Shape, Writer};

pub(super) fn add(snapshot: &Snapshot, page: &mut Writer) {
    let properties = stage::properties(snapshot.simulation());
    let mut counts = [0; 3];
    for property in &properties {
        counts[property.status as usize] += 1;
    }
    let [hold, violated, wait] = counts;
    page.open(Shape::Heading, "").write(&"What Raft promises");
    let summary = format_args!("{hold} hold, {violated} violated, {wait} not decided");
    page.add(Shape::Small, &summary);
    page.close();
    page.open(Shape::List, "promises");
    for property in &properties {
        page.open(Shape::Item, property.status.name());
        let picture = match property.status {
            PropertyStatus::Holds => Picture::Check,
            PropertyStatus::Violated => Picture::Cross,
            PropertyStatus::Waits => Picture::Question,
        };
        page.add(Shape::Picture(picture), &"");
        page.add(Shape::Strong, &property.name);
        page.add(Shape::Text, &property.status.name()).look = "vh";
        page.add(Shape::Text, &property.meaning);
        if let Some(why) = &property.why {
            page.add(Shape::Text, why).look = "facts";
        }
        page.close();
    }
}
