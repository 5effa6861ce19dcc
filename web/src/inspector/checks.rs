//! The tab “Checks”: what Raft promises, and how that stands.

use yew::prelude::*;

use super::parts;
use crate::part::View;

pub(super) fn draw(view: &View) -> Html {
    let (mut rows, mut counts) = (Vec::new(), [0; 3]);
    for property in view.properties() {
        counts[property.standing as usize] += 1;
        let (name, meaning) = (property.name.into(), property.meaning.into());
        let why = property.why.clone().map(AttrValue::from);
        rows.push(parts::row(property.standing.name(), name, meaning, why));
    }
    let [hold, violated, wait] = counts;
    let note = format!("{hold} hold, {violated} violated, {wait} not decided");
    parts::part("What Raft promises".into(), note.into(), "promises", rows)
}
