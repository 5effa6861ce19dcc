//! The sentence under the stage: the right numbers, and the same for going to a moment as for
//! having played up to it.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

mod english;

use english::told;
use raft_playground::intent::{Breakpoint, Client, Fault, NodeAction, Playback, Setting, Setup};
use raft_playground::share::{ImportJob, OpenedRun, Progress};
use raft_playground::{Command, Options, Playground, Speed};

fn playground() -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    Playground::new(&options).unwrap()
}

fn open(script: &str) -> OpenedRun {
    let mut job = ImportJob::new(script, Some("story.raft")).unwrap();
    loop {
        match job.resume() {
            Progress::Going(going) => job = going,
            Progress::Done(opened) => return *opened,
        }
    }
}

fn sentence(playground: &mut Playground) -> String {
    told(&playground.frame())
}

/// Every sentence that is shown while so many simulated milliseconds pass.
fn sentences(playground: &mut Playground, millis: u64) -> BTreeSet<String> {
    let sentence = |_| {
        playground.advance(1000);
        sentence(playground)
    };
    (0..millis).map(sentence).collect()
}

#[test]
fn going_to_a_moment_gives_the_sentence_of_playing_up_to_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut moments = 0;
    for file in &files {
        let script = fs::read_to_string(file).unwrap();
        for speed in [Speed::FASTEST, Speed::default()] {
            let mut played = playground();
            played.open(open(&script));
            played.handle(Playback::SetSpeed(speed));
            played.handle(Playback::Play);
            played.handle(Playback::ToggleBreakpoint(Breakpoint::Violation));
            let mut lived = Vec::new();
            for _ in 0..40 {
                played.advance(37_003 * u64::from(speed.slowdown()));
                let frame = played.frame();
                lived.push((frame.motion.now_us, told(&frame)));
            }
            for turn in 0..lived.len() {
                let (to_us, was) = &lived[turn * 17 % lived.len()];
                played.handle(Playback::Seek { to_us: *to_us });
                let now = sentence(&mut played);
                assert_eq!(now, *was, "{} at {to_us} us", file.display());
                moments += 1;
            }
        }
    }
    assert!(moments > 1500, "{moments}");
}

#[test]
fn what_was_done_by_hand_is_told_alike_after_going_back_to_it() {
    let [a, b] = ["A", "B"].map(|name| name.parse().unwrap());
    let acts = [
        Fault::ToggleLink { first: a, second: b },
        Fault::ToggleDirection { from: a, to: b },
        Fault::ToggleLink { first: b, second: a },
        Fault::Node { node: b, action: NodeAction::Isolate },
        Fault::Reconnect(b),
        Fault::Do(Command::Heal),
        Fault::Node { node: a, action: NodeAction::Pause },
    ];
    let mut playground = playground();
    let mut lived = Vec::new();
    for act in acts {
        playground.advance(300_000);
        playground.handle(act);
        let frame = playground.frame();
        lived.push((frame.motion.now_us, told(&frame)));
    }
    let sentences: Vec<&str> = lived.iter().map(|(_, sentence)| &**sentence).collect();
    assert_eq!(sentences[0], "Link A–B is cut: its messages are lost.");
    assert_eq!(sentences[3], "B is cut off from the other nodes.");
    assert_eq!(sentences[4], "B reaches every node again.");
    for (to_us, was) in lived {
        playground.handle(Playback::Seek { to_us });
        assert_eq!(sentence(&mut playground), was);
    }
}

#[test]
fn a_joint_membership_needs_a_majority_of_both_groups() {
    let script = "seed 7\nnodes 4\nspares 1\nat 1ms: time out A\n\
                  at 300ms: replace B by E\nend at 2s";
    let mut playground = playground();
    playground.open(open(script));
    playground.handle(Playback::Play);
    let told = sentences(&mut playground, 1500);
    let needs = told.iter().find(|sentence| sentence.contains("It needs"));
    assert!(
        needs.is_some_and(|sentence| {
            sentence.ends_with("It needs 3 of A–D and 3 of A, C–E.")
        }),
        "{told:#?}"
    );
}

#[test]
fn where_half_is_enough_half_is_what_it_says() {
    let mut playground = playground();
    for (name, text) in [("nodes", "4"), ("half-is-enough", "on")] {
        let setting = Setting::named(name).unwrap();
        playground.handle(Setup::Set { setting, text: text.into() });
    }
    playground.handle(Setup::Restart);
    playground.handle(Playback::ToggleBreakpoint(Breakpoint::Violation));
    playground.advance(1_000_000);
    playground.handle(Client::Send { text: "x=8".into(), via: None });
    let told = sentences(&mut playground, 300);
    let of_four = |count| told.iter().any(|sentence| sentence.contains(count));
    assert!(of_four("It commits once 2 of 4 nodes have it."), "{told:#?}");
    assert!(!of_four("3 of 4 nodes have it."), "{told:#?}");
}
