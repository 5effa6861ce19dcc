//! What stands in a tab as a tree of plain pieces. Whoever draws it needs to know nothing of what
//! it means, and one function draws all of it: a tab costs the page little beside its words.

use std::fmt::{Display, Write};

use raft_sim::MessageKind;

use crate::intent::Intent;

/// A piece of a tab.
#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    /// What it is.
    pub shape: Shape,
    /// What distinguishes it in the eyes of the style sheet; empty for most.
    pub look: &'static str,
    /// What is written in it, before its parts.
    pub text: String,
    /// What it is called, if not by what is written in it.
    pub name: String,
    /// Where it stands in a grid: rows and columns from 1, the last ones excluded.
    pub place: Option<[usize; 4]>,
    /// How wide the columns of this grid should be compared with each other, after the first.
    pub columns: Vec<u64>,
    /// Tells it from its siblings as long as it is there; if 0, its place among them does.
    pub key: u64,
    /// What pressing it asks for.
    pub does: Option<Intent>,
    /// What is in it.
    pub parts: Vec<Piece>,
}

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Several pieces.
    Group,
    /// Something that may be wider than there is room for, and then can be moved.
    Wide,
    /// What follows belongs to this.
    Heading,
    /// Rows of cells.
    Table,
    /// A row of a table.
    Row,
    /// What a row or a column is about.
    Head,
    /// A cell of a row.
    Cell,
    /// Items, one below the other.
    List,
    /// An item of a list.
    Item,
    /// Sentences.
    Paragraph,
    /// Some words.
    Text,
    /// Words that matter more.
    Strong,
    /// Words that matter less.
    Small,
    /// An instant, or how long it is until then.
    Time,
    /// Something to press.
    Button,
    /// One of several buttons of which one is pressed.
    Choice {
        /// Whether it is this one.
        pressed: bool,
    },
    /// Pieces that are folded away below the first one, until somebody wants to see them.
    Fold {
        /// Whether they are seen at first.
        open: bool,
    },
    /// What stays of a fold.
    Summary,
    /// What a field is for, and the field.
    Label,
    /// A field with a text in it. Its name is that of the setting.
    Field {
        /// Whether what is in it was refused.
        refused: bool,
    },
    /// A field that is off or on. What is in it is one of these two words.
    Switch(&'static str, &'static str),
    /// A number from 1 to the most, which is in it: the first entry shown in the table of logs.
    Slider {
        /// The most.
        most: u64,
    },
    /// Why something was refused.
    Complaint,
    /// A picture.
    Picture(Picture),
    /// A message as it looks on the stage.
    Message {
        /// What it is.
        kind: MessageKind,
        /// Whether it says no.
        refusal: bool,
    },
}

/// A picture that stands for a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Picture {
    /// Yes.
    Check,
    /// No, or take it away.
    Cross,
    /// Who knows; or ask.
    Question,
    /// Still under way.
    Dots,
    /// Once more.
    Twice,
    /// Later.
    Clock,
}

impl Piece {
    fn new(shape: Shape) -> Self {
        Self {
            shape,
            look: "",
            text: String::new(),
            name: String::new(),
            place: None,
            columns: Vec::new(),
            key: 0,
            does: None,
            parts: Vec::new(),
        }
    }

    /// Writes this in it.
    pub(crate) fn write(&mut self, text: &dyn Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
    }

    /// Calls it so.
    pub(crate) fn call(&mut self, name: &dyn Display) -> &mut Self {
        let _ = write!(self.name, "{name}");
        self
    }

    /// Lets a press on it ask for this.
    pub(crate) fn does(&mut self, intent: impl Into<Intent>) -> &mut Self {
        self.does = Some(intent.into());
        self
    }
}

/// Puts pieces together in reading order.
pub(crate) struct Writer {
    /// The pieces that are not complete yet, each within the one before it.
    open: Vec<Piece>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self { open: vec![Piece::new(Shape::Group)] }
    }

    /// Begins a piece that has parts.
    pub(crate) fn open(&mut self, shape: Shape, look: &'static str) -> &mut Piece {
        let place = self.open.len();
        self.open.push(Piece { look, ..Piece::new(shape) });
        &mut self.open[place]
    }

    /// Ends the piece that was begun last.
    pub(crate) fn close(&mut self) {
        if let Some(piece) = self.open.pop() {
            self.put(piece);
        }
    }

    /// Adds a piece that has no parts.
    pub(crate) fn add(&mut self, shape: Shape, text: &dyn Display) -> &mut Piece {
        let around = self.open.len() - 1;
        let parts = &mut self.open[around].parts;
        parts.push(Piece::new(shape));
        let place = parts.len() - 1;
        parts[place].write(text);
        &mut parts[place]
    }

    /// Adds a piece that is complete.
    pub(crate) fn put(&mut self, piece: Piece) {
        if let Some(around) = self.open.last_mut() {
            around.parts.push(piece);
        }
    }

    /// All that was put together.
    pub(crate) fn finish(mut self) -> Piece {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.remove(0)
    }
}
