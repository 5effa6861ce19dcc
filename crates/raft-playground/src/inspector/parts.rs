//! A part of what is known of a node: a title, and below it names and values.

use std::fmt::Display;
use std::rc::Rc;

/// A part of what is known of a node.
#[derive(Clone, PartialEq, Debug)]
pub struct PartView {
    /// What a crash does to it: `disk` is left; `unsynced`, on its way there, is lost; `memory` and
    /// what a leader knows of `followers` are lost. Besides, what was `sent`.
    pub kind: &'static str,
    /// `Disk of D`.
    pub title: Rc<str>,
    /// What there is to say of it as a whole; empty if nothing is.
    pub note: Rc<str>,
    /// Names and values.
    pub rows: Vec<(Rc<str>, Rc<str>)>,
}

impl PartView {
    pub(super) fn new(kind: &'static str, title: &dyn Display, note: &dyn Display) -> Self {
        Self { kind, title: text(title), note: text(note), rows: Vec::new() }
    }

    /// Adds a name and a value.
    pub(super) fn add(&mut self, name: &dyn Display, value: &dyn Display) {
        self.rows.push((text(name), text(value)));
    }
}

fn text(text: &dyn Display) -> Rc<str> {
    text.to_string().into()
}
