//! A tab as a tree of plain pieces. The page draws all tabs with one function that does not depend
//! on their content.

use raft_sim::MessageKind;

use crate::intent::{Intent, Setting};
use crate::text::{Sentence, Words};

/// A piece of a tab.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Piece {
    /// Its kind.
    pub kind: PieceKind,
    /// Its class in the style sheet; empty for most.
    pub class: &'static str,
    /// Its text, before its parts.
    pub text: Option<Words>,
    /// Its accessible name, if that is not its text.
    pub name: Option<Words>,
    /// Its place in a grid: rows and columns from 1, the last ones excluded.
    pub place: Option<[usize; 4]>,
    /// The relative widths of the columns of this grid, after the first.
    pub columns: Vec<u64>,
    /// Identifies it among its siblings; if 0, its place does.
    pub key: u64,
    /// The effect of pressing it.
    pub intent: Option<Intent>,
    /// Its parts.
    pub parts: Vec<Piece>,
}

/// The kind of a piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PieceKind {
    /// Several pieces.
    #[default]
    Group,
    /// Something that may be wider than its room, and then scrolls.
    Wide,
    /// The title of what follows.
    Heading,
    /// Rows of cells.
    Table,
    /// A row of a table.
    Row,
    /// The head of a row or a column.
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
    /// A moment, or how long it is until then.
    Time,
    /// A button.
    Button,
    /// One of several buttons of which one is pressed.
    Choice {
        /// Whether it is this one.
        pressed: bool,
    },
    /// Pieces that are folded away below the first one until the reader opens the fold.
    Fold {
        /// Whether it is open at first.
        open: bool,
    },
    /// The part of a fold that is always visible.
    Summary,
    /// A label with its field.
    Label,
    /// A field for a setting. Its text is the value.
    Field {
        /// Which setting.
        setting: Setting,
        /// Whether the value was refused.
        refused: bool,
    },
    /// A checkbox for a setting.
    Switch {
        /// Which setting.
        setting: Setting,
        /// The value that scripts write if it is off.
        off: &'static str,
        /// The value that scripts write if it is on.
        on: &'static str,
        /// Whether it is on.
        is_on: bool,
    },
    /// A number from 1 to the most: the first entry shown in the table of logs.
    Slider {
        /// The number.
        at: u64,
        /// The most.
        most: u64,
    },
    /// A field for what to search for. Its text is what was typed.
    Search,
    /// Why something was refused.
    Complaint,
    /// A picture.
    Picture(Picture),
    /// A message as it looks on the stage.
    Message {
        /// Its kind.
        kind: MessageKind,
        /// Whether it refuses something.
        refusal: bool,
        /// Whether it is the second of a duplicated message.
        is_duplicate: bool,
    },
}

/// A picture in the place of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Picture {
    /// Yes.
    Check,
    /// No, or remove it.
    Cross,
    /// Undecided; or ask.
    Question,
    /// Not done yet.
    Dots,
    /// Once more.
    Twice,
    /// Later.
    Clock,
}

impl Piece {
    /// Writes something in it.
    pub(crate) fn write(&mut self, text: impl Into<Words>) -> &mut Self {
        self.text = Some(text.into());
        self
    }

    /// Gives it an accessible name.
    pub(crate) fn call(&mut self, name: impl Into<Words>) -> &mut Self {
        self.name = Some(name.into());
        self
    }

    /// Gives it a class in the style sheet.
    pub(crate) fn class(&mut self, class: &'static str) -> &mut Self {
        self.class = class;
        self
    }

    /// Makes pressing it ask for something.
    pub(crate) fn intent(&mut self, intent: impl Into<Intent>) -> &mut Self {
        self.intent = Some(intent.into());
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
        Self { open: vec![Piece::default()] }
    }

    /// Begins a piece that has parts.
    pub(crate) fn open(&mut self, kind: PieceKind, class: &'static str) -> &mut Piece {
        let place = self.open.len();
        self.open.push(Piece { kind, class, ..Piece::default() });
        &mut self.open[place]
    }

    /// Ends the piece that was begun last.
    pub(crate) fn close(&mut self) {
        if let Some(piece) = self.open.pop()
            && let Some(around) = self.open.last_mut()
        {
            around.parts.push(piece);
        }
    }

    /// Adds a piece that has no parts.
    pub(crate) fn add(&mut self, kind: PieceKind, text: impl Into<Words>) -> &mut Piece {
        self.add_empty(kind).write(text)
    }

    /// Adds a piece that has no parts and no text.
    pub(crate) fn add_empty(&mut self, kind: PieceKind) -> &mut Piece {
        let around = self.open.len() - 1;
        let parts = &mut self.open[around].parts;
        parts.push(Piece { kind, ..Piece::default() });
        let place = parts.len() - 1;
        &mut parts[place]
    }

    /// Adds a heading, and a note beside it.
    pub(crate) fn add_heading(&mut self, text: Sentence, note: impl Into<Option<Sentence>>) {
        self.open(PieceKind::Heading, "").write(text);
        if let Some(note) = note.into() {
            self.add(PieceKind::Small, note);
        }
        self.close();
    }

    /// Adds a button that shows a picture.
    pub(crate) fn add_picture_button(
        &mut self,
        picture: Picture,
        class: &'static str,
        name: Sentence,
        intent: impl Into<Intent>,
    ) {
        self.open(PieceKind::Button, class).call(name).intent(intent);
        self.add_empty(PieceKind::Picture(picture));
        self.close();
    }

    /// All that was put together.
    pub(crate) fn finish(mut self) -> Piece {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.remove(0)
    }
}
