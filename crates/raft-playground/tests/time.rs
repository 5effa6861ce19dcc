//! Going through time without a browser: what comes next, back and forth, branches, pauses.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_playground::frame::{ComingView, Content, Tab};
use raft_playground::{Address, Frame, Intent, Options, Session, Speed};

fn session(seed: u64) -> Session {
    let options = Options { seed, nodes: 5, speed: Speed::FASTEST, paused: true };
    Session::new(&options).unwrap()
}

fn node(name: &str) -> Address {
    name.parse().unwrap()
}

fn coming(frame: &Frame) -> Vec<ComingView> {
    match &frame.scene.inspector.as_ref().unwrap().content {
        Content::Network(network) => network.coming.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_happens_next_is_told_before_it_happens() {
    let mut session = session(7);
    session.handle(Intent::Inspect(Some(Tab::Network)));
    let next = coming(&session.frame());
    assert!(next.is_sorted_by_key(|next| next.at_us));
    assert!(next.iter().all(|next| next.what.ends_with("’s election timer runs out")));
    assert_eq!(next.len(), 5, "nothing else is due in a cluster that has just begun");
    assert!(next[0].when.starts_with("in 1") && next[0].when.ends_with(" ms"), "{next:?}");
    session.handle(Intent::Step);
    let frame = session.frame();
    assert_eq!(frame.motion.now_us, next[0].at_us);
    assert!(frame.scene.sentence.starts_with(&next[0].what[..1]), "{}", frame.scene.sentence);
    assert!(coming(&frame).iter().any(|next| next.what.ends_with("disk completes a write")));
    session.handle(Intent::Stop(node("C")));
    let found = (0..8).find_map(|_| {
        session.handle(Intent::Step);
        let next = coming(&session.frame());
        next.into_iter().find(|next| next.what.ends_with("’s request-vote finds C stopped"))
    });
    assert!(found.is_some());
    session.handle(Intent::Play);
    let playing = coming(&session.frame());
    assert!(playing[0].when.ends_with(" s"), "an instant, while time passes: {playing:?}");
}
