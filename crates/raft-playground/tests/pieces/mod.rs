//! Reading a tab of the inspector as somebody does who sees it: by what is written there.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]

use raft_playground::Playground;
use raft_playground::view::{Piece, Shape};

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

/// All that is written in a piece.
pub fn text(piece: &Piece) -> String {
    all(piece).iter().map(|piece| &*piece.text).collect()
}

/// The pieces of a shape and look within another.
pub fn of<'a>(piece: &'a Piece, shape: Shape, look: &str) -> Vec<&'a Piece> {
    let is_such = |piece: &&Piece| piece.shape == shape && piece.look == look;
    all(piece).into_iter().filter(is_such).collect()
}

/// The one piece that is called so, or else has that written in it.
pub fn named<'a>(piece: &'a Piece, name: &str) -> &'a Piece {
    let all = all(piece);
    let mut found: Vec<_> = all.iter().filter(|piece| piece.name == name).collect();
    if found.is_empty() {
        found = all.iter().filter(|piece| piece.text == name).collect();
    }
    let [found] = found[..] else { panic!("{} are called {name}", found.len()) };
    found
}

/// Presses what is called so.
pub fn press(session: &mut Playground, name: &str) {
    let intent = named(&tab(session), name).does.clone().expect("something to press");
    session.handle(intent);
}
