//! The sentence under the stage: the right numbers, and the same for going to a moment as for
//! having played up to it.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod english;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use english::{english, sentence_of};
use raft_playground::intent::{
    Breakpoint, Client, Fault, MessageAction, NodeAction, Playback, Setting, Setup,
};
use raft_playground::share::{ImportJob, ImportProgress, OpenedRun};
use raft_playground::{Command, Options, Playground, Speed};

fn playground() -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    Playground::new(&options).unwrap()
}

fn open(script: &str) -> OpenedRun {
    let mut job = ImportJob::new(script, Some("story.raft")).unwrap();
    loop {
        match job.resume() {
            ImportProgress::Going(going) => job = going,
            ImportProgress::Done(opened) => return *opened,
        }
    }
}

fn sentence(playground: &mut Playground) -> String {
    sentence_of(&playground.frame())
}

/// Every sentence of so many simulated milliseconds, event by event.
fn sentences(playground: &mut Playground, millis: u64) -> BTreeSet<String> {
    let end_us = playground.frame().motion.now_us + 1000 * millis;
    let mut narrated = BTreeSet::new();
    while playground.frame().motion.now_us < end_us {
        playground.handle(Playback::Step);
        narrated.insert(sentence(playground));
    }
    narrated
}

#[test]
fn a_moment_has_the_same_sentence_however_one_gets_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut moments = 0;
    for file in &files {
        let script = fs::read_to_string(file).unwrap();
        for speed in [Speed::FASTEST, Speed::default()] {
            let [mut played, mut calm] = [playground(), playground()];
            for playground in [&mut played, &mut calm] {
                playground.open(open(&script));
                playground.handle(Playback::SetSpeed(speed));
            }
            calm.handle(Playback::Pause);
            for turn in 0..40 {
                played.handle(Playback::Play);
                played.advance(37_003 * u64::from(speed.slowdown()));
                played.handle(Playback::Pause);
                let to_us = turn * 17 % 40 * 37_003;
                played.show(to_us);
                calm.show(to_us);
                let [here, there] = [&mut played, &mut calm].map(sentence);
                assert_eq!(here, there, "{} at {to_us} us", file.display());
                moments += 1;
            }
        }
    }
    assert!(moments > 1500, "{moments}");
}

#[test]
fn user_commands_are_narrated_the_same_after_seeking_back() {
    let [a, b] = ["A", "B"].map(|name| name.parse().unwrap());
    let acts = [
        Fault::ToggleLink { first: a, second: b },
        Fault::ToggleDirection { from: a, to: b },
        Fault::ToggleLink { first: b, second: a },
        Fault::Node { node: b, action: NodeAction::Isolate },
        Fault::Reconnect(b),
        Fault::Do(Command::Heal),
        Fault::Node { node: a, action: NodeAction::Freeze },
    ];
    let mut playground = playground();
    let mut lived = Vec::new();
    for act in acts {
        playground.advance(300_000);
        playground.handle(act);
        let frame = playground.frame();
        lived.push((frame.motion.now_us, sentence_of(&frame)));
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
    let narrated = sentences(&mut playground, 1500);
    let needs = narrated.iter().find(|sentence| sentence.contains("It needs"));
    assert!(
        needs.is_some_and(|sentence| {
            sentence.ends_with("It needs 3 of A–D and 3 of A, C–E.")
        }),
        "{narrated:#?}"
    );
}

#[test]
fn with_half_quorums_the_narration_says_half() {
    let mut playground = playground();
    for (name, text) in [("nodes", "4"), ("half-is-enough", "on")] {
        let setting = Setting::named(name).unwrap();
        playground.handle(Setup::Set { setting, text: text.into() });
    }
    playground.handle(Setup::Restart);
    playground.handle(Playback::ToggleBreakpoint(Breakpoint::Violation));
    playground.advance(1_000_000);
    playground.handle(Client::Send { text: "x=8".into(), via: None });
    let narrated = sentences(&mut playground, 300);
    let of_four = |count| narrated.iter().any(|sentence| sentence.contains(count));
    assert!(of_four("It commits once 2 of 4 nodes have it."), "{narrated:#?}");
    assert!(!of_four("3 of 4 nodes have it."), "{narrated:#?}");
}

/// Every sentence of two seconds of a script.
fn sentences_of(script: &str) -> BTreeSet<String> {
    let mut playground = playground();
    playground.open(open(script));
    sentences(&mut playground, 2000)
}

fn assert_narrated(script: &str, expected: &str) {
    let narrated = sentences_of(script);
    assert!(narrated.contains(expected), "{expected}: {narrated:#?}");
}

#[test]
fn user_commands_and_script_commands_are_distinguished() {
    let b = "B".parse().unwrap();
    let mut user = playground();
    user.handle(Command::TimeOut(b));
    let expected = "You made B’s timer run out: it asks for votes in term 1.";
    assert_eq!(sentence(&mut user), expected);
    user.advance(300_000);
    user.handle(Command::Heal);
    let marks = |playground: &mut Playground| -> Vec<String> {
        let marks = &playground.frame().scene.timeline.marks;
        marks.iter().map(|mark| english(&mark.text)).collect()
    };
    assert!(marks(&mut user).contains(&"your action".to_owned()));
    let script = "seed 7\nat 1ms: time out B\nat 300ms: freeze C\nend at 1s";
    assert_narrated(script, "The script makes B’s timer run out: it asks for votes in term 1.");
    let mut story = playground();
    story.open(open(script));
    story.advance(400_000);
    assert!(marks(&mut story).contains(&"the script acts".to_owned()), "{:?}", marks(&mut story));
    story.handle(Command::TimeOut("D".parse().unwrap()));
    assert!(sentence(&mut story).starts_with("You left the story at "));
}

#[test]
fn several_directions_cut_with_one_gesture_give_one_sentence() {
    let cut = "seed 7\nat 1ms: time out A\nat 500ms: cut A->B; cut A->C; cut A->D\nend at 1s";
    assert_narrated(cut, "Messages from A no longer reach B, C or D.");
    let cut = "seed 7\nat 1ms: time out A\nat 500ms: cut B->A; cut C->A\nend at 1s";
    assert_narrated(cut, "Messages from B and C no longer reach A.");
    let cut = "seed 7\nat 1ms: time out A\nat 500ms: cut B->A; cut A->C\nend at 1s";
    assert_narrated(cut, "2 links are cut: their messages are lost.");
}

#[test]
fn a_leader_that_stops_leading_says_why() {
    let old = "seed 7\nat 1ms: time out A\nat 300ms: isolate A\nat 1s: heal\nend at 2s";
    let narrated = sentences_of(old);
    let learns = |sentence: &String| {
        sentence.starts_with("A learns that term ") && sentence.ends_with("so it stops leading.")
    };
    assert!(narrated.iter().any(learns), "{narrated:#?}");
    let alone = "seed 7\ncheck-quorum on\nat 1ms: time out A\nat 300ms: isolate A\nend at 2s";
    assert_narrated(alone, "No other voter has answered A for a while, so it stops leading.");
    let few = "seed 7\ncheck-quorum on\nat 1ms: time out A\n\
               at 300ms: partition A,B | C,D,E\nend at 2s";
    assert_narrated(
        few,
        "For a while, A has had answers from too few voters: with itself, 2 of 5. So it stops \
         leading.",
    );
    let handed = "seed 7\nat 1ms: time out A\nat 300ms: hand over to B\nend at 1s";
    assert_narrated(
        handed,
        "B was told to take over and asks for votes in term 2, so A stops leading.",
    );
    assert_narrated(handed, "A told B to take over: B asks for votes in term 2.");
}

#[test]
fn a_leader_without_a_quorum_says_whether_it_reaches_the_others() {
    let cut = "seed 7\nat 1ms: time out A\nat 300ms: isolate A\nend at 2s";
    let narrated = sentences_of(cut);
    let reached = "reaches only 1 of 5 nodes, so it can commit nothing.";
    assert!(narrated.contains(&format!("A leads term 1, but it {reached}")), "{narrated:#?}");
    assert!(narrated.contains(&format!("A still thinks it leads term 1, but it {reached}")));
    let deaf = "seed 7\nelection-timeout 1500ms to 1600ms\nat 1ms: time out A\n\
                at 300ms: cut B->A; cut C->A; cut D->A; cut E->A\nend at 2s";
    let expected = "A leads term 1, but it gets answers from only 1 of 5 nodes, so it can commit \
                    nothing.";
    assert_narrated(deaf, expected);
}

#[test]
fn a_lone_voter_needs_no_others() {
    let script = "seed 7\nnodes 1\nat 500ms: X sends x=8\nend at 1s";
    assert_narrated(script, "A is the only voter: it leads term 1.");
    assert_narrated(script, "A leads term 1. It is the only voter.");
    let expected = "x=8 is in A’s log. A is the only voter, so it commits once it is on disk.";
    assert_narrated(script, expected);
}

#[test]
fn an_answer_says_what_a_key_was_instead() {
    let script = "seed 7\nat 1ms: time out A\nat 300ms: X sends x=8\n\
                  at 800ms: X sends x: 5->7\nend at 2s";
    assert_narrated(script, "X gets the answer: x is 8, not 5, so nothing changed.");
}

#[test]
fn a_message_is_named_by_its_kind_and_its_sender() {
    let mut playground = playground();
    playground.handle(Command::TimeOut("A".parse().unwrap()));
    playground.advance(5_000);
    let frame = playground.frame();
    let message = frame.motion.messages.iter().find(|message| message.to == "C".parse().unwrap());
    let id = message.unwrap().id;
    for (action, expected) in [
        (MessageAction::Duplicate, "A’s vote request to C is sent twice."),
        (MessageAction::Delay, "A’s vote request to C is delayed by 10 ms."),
        (MessageAction::Drop, "A’s vote request to C is dropped."),
    ] {
        playground.handle(Fault::Message { message: id, action });
        assert_eq!(sentence(&mut playground), expected);
    }
}

#[test]
fn an_erased_node_is_to_be_replaced_not_started() {
    let mut playground = playground();
    playground.advance(1_000_000);
    let suggested = |playground: &mut Playground| {
        playground.frame().scene.suggestion.as_ref().map(|suggestion| english(&suggestion.label))
    };
    playground.handle(Command::Crash("B".parse().unwrap()));
    assert_eq!(suggested(&mut playground).as_deref(), Some("Start B again"));
    playground.handle(Command::EraseDisk("B".parse().unwrap()));
    assert_eq!(suggested(&mut playground).as_deref(), Some("Send x=5"), "it is still a member");
    playground.handle(Command::Restart("B".parse().unwrap()));
    assert_eq!(sentence(&mut playground), "B cannot start: its disk was erased.");
    playground.handle(Command::Remove("B".parse().unwrap()));
    playground.advance(1_000_000);
    assert_eq!(suggested(&mut playground).as_deref(), Some("Replace B"));
}
