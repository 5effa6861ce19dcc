//! What Raft promises, what that means, and how it stands.

use super::piece::{Picture, Shape, Writer};
use crate::frame::Standing;
use crate::promises;
use crate::session::Session;

pub(super) fn draw(session: &Session, page: &mut Writer) {
    let properties = promises::draw(session.simulation());
    let mut counts = [0; 3];
    for property in &properties {
        counts[property.standing as usize] += 1;
    }
    let [hold, violated, wait] = counts;
    page.open(Shape::Heading, "").write(&"What Raft promises");
    let summary = format_args!("{hold} hold, {violated} violated, {wait} not decided");
    page.add(Shape::Small, &summary);
    page.close();
    page.open(Shape::List, "promises");
    for property in &properties {
        page.open(Shape::Item, property.standing.name());
        let picture = match property.standing {
            Standing::Holds => Picture::Check,
            Standing::Violated => Picture::Cross,
            Standing::Waits => Picture::Question,
        };
        page.add(Shape::Picture(picture), &"");
        page.add(Shape::Strong, &property.name);
        page.add(Shape::Text, &property.standing.name()).look = "vh";
        page.add(Shape::Text, &property.meaning);
        if let Some(why) = &property.why {
            page.add(Shape::Text, why).look = "facts";
        }
        page.close();
    }
}
