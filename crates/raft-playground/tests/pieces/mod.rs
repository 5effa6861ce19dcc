//! Reading a tab of the inspector as a person who sees it: by what is written there.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test file uses a part of it")]

#[path = "../english/mod.rs"]
mod english;

use raft_playground::Playground;
use raft_playground::view::{Piece, PieceKind};

pub use english::{english, sentence_of, written};

/// What is in the open tab.
pub fn tab(session: &mut Playground) -> Piece {
    let scene = session.frame().scene;
    scene.inspector.as_ref().expect("an open inspector").content.clone()
}

/// A piece and all that is in it, in reading order.
pub fn all(piece: &Piece) -> Vec<&Piece> {
    let parts = piece.parts.iter().flat_map(all);
    std::iter::once(piece).chain(parts).collect()
}

/// What is written in a piece itself.
pub fn own_text(piece: &Piece) -> String {
    piece.text.as_ref().map(written).unwrap_or_default()
}

/// The accessible name of a piece that is not its text.
pub fn name(piece: &Piece) -> String {
    piece.name.as_ref().map(written).unwrap_or_default()
}

/// All that is written in a piece.
pub fn text(piece: &Piece) -> String {
    all(piece).into_iter().map(own_text).collect()
}

/// The pieces of a kind and class within another.
pub fn of<'a>(piece: &'a Piece, kind: PieceKind, class: &str) -> Vec<&'a Piece> {
    let is_such = |piece: &&Piece| piece.kind == kind && piece.class == class;
    all(piece).into_iter().filter(is_such).collect()
}

/// The one piece that has this name, or else this text.
pub fn named<'a>(piece: &'a Piece, wanted: &str) -> &'a Piece {
    let all = all(piece);
    let mut found: Vec<_> = all.iter().filter(|piece| name(piece) == wanted).collect();
    if found.is_empty() {
        found = all.iter().filter(|piece| own_text(piece) == wanted).collect();
    }
    let [found] = found[..] else { panic!("{} are called {wanted}", found.len()) };
    found
}

/// Presses the piece that has this name.
pub fn press(session: &mut Playground, name: &str) {
    let intent = named(&tab(session), name).intent.clone().expect("something to press");
    session.handle(intent);
}
