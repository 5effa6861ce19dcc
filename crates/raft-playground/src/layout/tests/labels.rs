//! Labels in every language: their lines touch nothing, and stay readable.

use raft_sim::raft_core::{NodeId, Term};

use super::things::{Form, all_clients, things};
use crate::layout::labels::visible_characters;
use crate::layout::{Layout, Stage};
use crate::text::{Catalog, Language, NativeCatalog, say};

/// The lines that a label can have in a language.
fn lines(language: Language) -> Vec<String> {
    let node = NodeId(4);
    let lines = [
        say::node_name(node),
        say::node_term(Term(12)),
        say::status_stopped(),
        say::status_frozen(),
        say::status_learner(),
        say::status_outside(),
        say::status_leader(),
        say::status_would_vote(2_usize, 5_usize),
        say::status_votes(2_usize, 5_usize),
        say::status_follows(node),
        say::status_voted(node),
        say::status_follower(),
    ];
    let catalog = NativeCatalog::new(language);
    // Where a label has two lines, the first one is name and term.
    let term = catalog.render(&say::node_term(Term(12)));
    lines.iter().map(|line| catalog.render(line)).chain([format!("E {term}")]).collect()
}

/// Every stage, and the length of the longest line that is written on it in a language.
fn stages_and_lines(language: Language) -> impl Iterator<Item = (Layout, u32)> {
    let longest = lines(language).iter().map(|line| visible_characters(line)).max().unwrap();
    (1..=9).flat_map(all_clients).map(move |layout| (layout, longest))
}

#[test]
fn in_every_language_labels_touch_nothing() {
    for language in Language::ALL {
        for (layout, longest) in stages_and_lines(language) {
            let mut forms: Vec<Form> = things(&layout)
                .into_iter()
                .filter(|thing| !thing.name.starts_with("label"))
                .map(|thing| thing.form)
                .collect();
            let drawn = longest.min(layout.label_characters);
            for place in &layout.nodes {
                let label = Form::Box(layout.label_box_of(place, drawn));
                let bounds = label.bounds();
                let stage = layout.stage;
                assert!(bounds.x >= 0.0 && bounds.x + bounds.width <= stage.width, "{stage:?}");
                for other in &forms {
                    assert!(
                        label.gap(other) > 0.0,
                        "{language:?}, {stage:?}: {label:?}, {other:?}"
                    );
                }
                forms.push(label);
            }
        }
    }
}

#[test]
fn in_every_language_a_long_line_is_squeezed_to_no_less_than_half_its_width() {
    for language in Language::ALL {
        for (layout, longest) in stages_and_lines(language) {
            let room = layout.label_characters;
            assert!(longest <= 2 * room, "{language:?}, {:?}: {longest} in {room}", layout.stage);
        }
    }
}

#[test]
fn a_line_that_has_room_is_not_squeezed_and_direction_marks_need_no_room() {
    let layout = Layout::new(Stage::default(), 5, 1);
    let most = layout.label_characters as usize;
    assert_eq!(layout.squeezed_width(&"é".repeat(most)), None);
    assert_eq!(layout.squeezed_width(&format!("\u{202e}{}\u{202c}", "x".repeat(most))), None);
    assert_eq!(layout.squeezed_width(&"任".repeat(most / 2)), None);
    assert!(layout.squeezed_width(&"任".repeat(most / 2 + 1)).is_some());
    let width = layout.squeezed_width(&"x".repeat(most + 1)).unwrap();
    assert_eq!(layout.squeezed_width(&"x".repeat(most + 2)), Some(width));
}
