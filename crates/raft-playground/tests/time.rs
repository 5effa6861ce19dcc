//! Going through time without a browser: what comes next, back and forth, branches, pauses.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod pieces;

use std::rc::Rc;

use pieces::{english, sentence_of};
use raft_playground::intent::{
    Breakpoint, Client, Fault, NodeAction, Panel, Playback, Setting, Setup, Tab,
};
use raft_playground::view::MarkShape::{self, Cut, Stopped, Won};
use raft_playground::view::{MessageKind, MessageView, NodeRole, PieceKind};
use raft_playground::{Address, Command, Frame, Intent, Options, Playground, Speed};

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

fn session(seed: u64) -> Playground {
    let options = Options { seed, nodes: 5, speed: Speed::FASTEST, paused: true };
    Playground::new(&options).unwrap()
}

fn node(name: &str) -> Address {
    name.parse().unwrap()
}

/// What happens next: when, and what.
fn coming(session: &mut Playground) -> Vec<(String, String)> {
    let tab = pieces::tab(session);
    let [list] = pieces::of(&tab, PieceKind::List, "upcoming")[..] else {
        panic!("no list: {tab:?}")
    };
    let items = list.parts.iter();
    items.map(|item| (pieces::text(&item.parts[0]), pieces::text(&item.parts[1]))).collect()
}

#[test]
fn upcoming_events_are_listed() {
    let mut session = session(7);
    session.handle(Panel::Inspect(Some(Tab::Network)));
    let next = coming(&mut session);
    assert!(next.iter().all(|(_, what)| what.ends_with("’s election timer runs out")));
    assert_eq!(next.len(), 5, "nothing else is due in a cluster that has just begun");
    let (when, first) = &next[0];
    assert!(when.starts_with("in 1") && when.ends_with(" ms"), "{next:?}");
    assert!(next.is_sorted_by_key(|(when, _)| when), "they are all of three digits: {next:?}");
    session.handle(Playback::Step);
    let frame = session.frame();
    let millis = frame.motion.now_us / 1000;
    assert!(when.starts_with(&format!("in {millis}.")), "{when} before {millis} ms");
    assert!(sentence_of(&frame).starts_with(&first[..1]), "{}", sentence_of(&frame));
    let next = coming(&mut session);
    assert!(next.iter().any(|(_, what)| what.ends_with("disk completes a write")));
    session.handle(Command::Crash(node("C")));
    let found = (0..8).find_map(|_| {
        session.handle(Playback::Step);
        let next = coming(&mut session);
        next.into_iter()
            .find(|(_, what)| what.ends_with("’s vote request to C arrives, but C is stopped"))
    });
    assert!(found.is_some());
    session.handle(Playback::Play);
    let playing = coming(&mut session);
    assert!(playing[0].0.ends_with(" s"), "an instant, while time passes: {playing:?}");
}

/// What can be seen, without the number of the scene.
fn seen(session: &mut Playground) -> Frame {
    let mut frame = session.frame();
    let mut scene = (*frame.scene).clone();
    scene.revision = 0;
    frame.scene = Rc::new(scene);
    frame
}

/// Five nodes, of which one is cut off while a client waits for it.
fn eventful() -> Playground {
    let mut session = session(7);
    session.handle(Playback::Play);
    session.advance(700_000);
    let leader = leader(&session.frame());
    session.handle(isolate(leader));
    session.handle(Client::Send { text: "x=8".into(), via: Some(leader) });
    session.advance(400_123);
    session.handle(Command::Crash(node("C")));
    session.advance(55_555);
    session.handle(Playback::Pause);
    session
}

fn leader(frame: &Frame) -> Address {
    let mut nodes = frame.scene.nodes.iter();
    nodes.find(|node| node.role == NodeRole::Leader).unwrap().address
}

#[test]
fn a_step_forward_and_back_returns_to_the_same_state() {
    let mut session = eventful();
    let mut before = vec![seen(&mut session)];
    for _ in 0..120 {
        session.handle(Playback::Step);
        before.push(seen(&mut session));
    }
    let times = before.iter().map(|frame| frame.motion.now_us);
    assert!(times.is_sorted());
    let mut last = before.pop().unwrap();
    let end = last.motion.now_us;
    while let Some(before) = before.pop() {
        assert_ne!(before, last, "a step can be seen");
        session.handle(Playback::StepBack);
        last = seen(&mut session);
        // What lies ahead is known by now, and said to be.
        let (was, now) = (&before.scene.timeline, &last.scene.timeline);
        assert_eq!((was.known_us, now.known_us), (None, Some(end)));
        assert!(now.marks.starts_with(&was.marks));
        let mut expected = before.clone();
        let mut scene = (*expected.scene).clone();
        scene.timeline = Rc::clone(now);
        expected.scene = Rc::new(scene);
        assert_eq!(last, expected);
    }
}

#[test]
fn stepping_back_goes_from_event_to_event_down_to_the_beginning() {
    let mut session = eventful();
    let mut frames = vec![seen(&mut session)];
    loop {
        session.handle(Playback::StepBack);
        let frame = seen(&mut session);
        if frame == *frames.last().unwrap() {
            break;
        }
        frames.push(frame);
    }
    assert!(frames.len() > 200, "{}", frames.len());
    assert!(frames.is_sorted_by_key(|frame| u64::MAX - frame.motion.now_us));
    let first = frames.last().unwrap();
    assert_eq!(first.motion.now_us, 0);
    assert!(sentence_of(first).starts_with("There is no leader yet."));
    for frame in frames.iter().rev().skip(1).take(100) {
        session.handle(Playback::Step);
        assert_eq!(seen(&mut session).motion, frame.motion);
    }
}

#[test]
fn seeking_restores_every_moment() {
    let mut session = session(3);
    session.handle(Playback::Play);
    let mut frames = Vec::new();
    for _ in 0..100 {
        session.advance(33_333);
        frames.push(session.frame());
    }
    for place in (0..100).map(|turn| turn * 37 % 100) {
        let was = &frames[place];
        session.handle(Playback::Seek { to_us: was.motion.now_us });
        let frame = session.frame();
        assert_eq!(frame.motion, was.motion);
        assert_eq!(frame.scene.nodes, was.scene.nodes);
        assert!(frame.scene.transport.playing, "looking elsewhere does not stop time");
    }
    let end = frames.last().unwrap().motion.now_us;
    session.handle(Playback::Seek { to_us: u64::MAX });
    assert_eq!(session.frame().motion.now_us, end);
    for name in ["A", "B"] {
        session.handle(Playback::Seek { to_us: 0 });
        session.handle(Command::Crash(node(name)));
        let frame = session.frame();
        let stopped = frame.scene.nodes.iter().filter(|node| node.role == NodeRole::Stopped);
        let stopped: Vec<_> = stopped.map(|node| &*node.name).collect();
        assert_eq!((stopped, frame.motion.now_us), (vec![name], 0), "the beginning is before all");
    }
}

#[test]
fn dragging_the_playhead_pauses_time_until_release() {
    let mut session = session(7);
    session.handle(Playback::Play);
    session.advance(500_000);
    session.handle(Playback::Scrub(true));
    session.handle(Playback::Seek { to_us: 200_000 });
    session.advance(100_000);
    let frame = session.frame();
    assert_eq!(frame.motion.now_us, 200_000);
    assert!(frame.scene.transport.playing);
    session.handle(Playback::Scrub(false));
    session.advance(100_000);
    assert_eq!(session.frame().motion.now_us, 300_000);
}

#[test]
fn acting_in_the_past_begins_a_branch_and_the_old_one_is_kept() {
    let mut session = session(7);
    session.handle(Playback::Play);
    session.advance(2_000_000);
    session.handle(Playback::Pause);
    assert_eq!(session.frame().scene.timeline.branches, []);
    let old = seen(&mut session);
    session.handle(Playback::Seek { to_us: 1_200_000 });
    session.handle(Command::Crash(node("C")));
    let frame = session.frame();
    assert_eq!(sentence_of(&frame), "New branch from 1.200 s; the old one is kept.");
    let branches = &frame.scene.timeline.branches;
    let named = branches.iter().map(|branch| (english(&branch.name), branch.shown));
    let names = [("The first branch", false), ("At 1.200 s: stop C", true)];
    assert!(named.eq(names.map(|(name, shown)| (name.to_owned(), shown))));
    assert_eq!((branches[0].from_us, branches[0].end_us), (1_200_000, 2_000_000));
    assert_eq!(frame.scene.timeline.known_us, None, "nothing of it is known yet");
    session.handle(Playback::Play);
    session.advance(1_500_000);
    session.handle(Playback::Pause);
    let new = session.frame();

    session.handle(Playback::SwitchBranch(branches[0].id));
    let frame = session.frame();
    assert_eq!((&frame.motion, &frame.scene.nodes), (&old.motion, &old.scene.nodes));
    assert!(sentence_of(&frame).starts_with("This is the first branch"));
    session.handle(Playback::SwitchBranch(branches[1].id));
    session.handle(Playback::Seek { to_us: u64::MAX });
    let frame = session.frame();
    assert_eq!((frame.motion, &frame.scene.nodes), (new.motion, &new.scene.nodes));
}

#[test]
fn a_branch_is_named_after_the_gesture_that_began_it() {
    let (a, b) = (node("A"), node("B"));
    let acts = [
        (isolate(a), "cut off A"),
        (Fault::ToggleLink { first: a, second: b }.into(), "cut link A–B"),
        (Fault::ToggleDirection { from: a, to: b }.into(), "cut A to B"),
        (Client::Send { text: "x=5".into(), via: Some(b) }.into(), "send x=5 to B"),
        (Command::TimeOut(b).into(), "make B’s timer run out"),
        (Command::Crash(b).into(), "stop B"),
    ];
    for (act, name) in acts {
        let mut session = session(7);
        session.handle(Playback::Play);
        session.advance(900_000);
        session.handle(Playback::Seek { to_us: 800_000 });
        session.handle(act);
        session.advance(100_000);
        let frame = session.frame();
        let branch = frame.scene.timeline.branches.last().unwrap();
        assert_eq!(english(&branch.name), format!("At 0.800 s: {name}"));
    }
}

#[test]
fn branches_begin_where_they_diverge() {
    let mut session = session(7);
    session.handle(Playback::Play);
    session.advance(3_000_000);
    for (at, name) in [(2_000_000, "A"), (2_500_000, "B"), (1_000_000, "C")] {
        session.handle(Playback::Seek { to_us: at });
        session.handle(Command::Crash(node(name)));
        session.advance(1_000_000);
    }
    let parts = |session: &mut Playground| -> Vec<u64> {
        let branches = &session.frame().scene.timeline.branches;
        branches.iter().filter(|branch| !branch.shown).map(|branch| branch.from_us).collect()
    };
    assert_eq!(parts(&mut session), [1_000_000; 3]);
    let ids: Vec<_> =
        session.frame().scene.timeline.branches.iter().map(|branch| branch.id).collect();
    session.handle(Playback::SwitchBranch(ids[2]));
    assert_eq!(parts(&mut session), [2_000_000, 2_500_000, 1_000_000]);
}

#[test]
fn playback_pauses_exactly_at_a_breakpoint() {
    let mut session = session(7);
    session.handle(Playback::ToggleBreakpoint(Breakpoint::Leader));
    session.handle(Playback::Play);
    session.advance(2_000_000);
    let frame = session.frame();
    assert!(!frame.scene.transport.playing);
    assert!(sentence_of(&frame).ends_with("it leads term 1."));
    assert_eq!(frame.scene.timeline.marks.last().unwrap().at_us, frame.motion.now_us);
    session.handle(Playback::Play);
    session.advance(500_000);
    assert!(session.frame().scene.transport.playing, "the same event does not pause it twice");

    session.handle(Playback::ToggleBreakpoint(Breakpoint::Loss));
    session.handle(isolate(leader(&frame)));
    session.advance(2_000_000);
    let frame = session.frame();
    assert_eq!(sentence_of(&frame), "Paused: a message is lost.");
    assert!(frame.motion.messages.iter().any(|message| message.dying.is_some()));

    session.handle(Playback::ToggleBreakpoint(Breakpoint::Loss));
    session.handle(Playback::ToggleBreakpoint(Breakpoint::Leader));
    session.handle(Playback::Play);
    session.advance(2_000_000);
    assert!(session.frame().scene.transport.playing, "nothing is left to pause on");
}

#[test]
fn playback_pauses_when_a_message_is_refused() {
    let mut session = session(7);
    for candidate in ["A", "B"] {
        session.handle(Command::TimeOut(node(candidate)));
    }
    session.handle(Playback::ToggleBreakpoint(Breakpoint::Refusal));
    session.handle(Playback::Play);
    session.advance(2_000_000);
    let frame = session.frame();
    assert!(!frame.scene.transport.playing, "two candidates do not get each other's vote");
    assert!(sentence_of(&frame).contains("refuses"), "{}", sentence_of(&frame));
    let begins = |message: &&MessageView| message.refusal && message.kind == MessageKind::VoteReply;
    assert!(frame.motion.messages.iter().any(|message| begins(&message)));
}

/// Two nodes stand in term 1, and everybody votes for both.
fn with_two_leaders_to_come() -> Playground {
    let mut session = session(7);
    session.handle(Setup::Set {
        setting: Setting::named("one-vote-per-term").unwrap(),
        text: "off".into(),
    });
    session.handle(Command::TimeOut(node("A")));
    session.handle(Command::TimeOut(node("B")));
    session.handle(Playback::Play);
    session
}

#[test]
fn a_violation_pauses_at_its_event_and_is_reported() {
    let mut session = with_two_leaders_to_come();
    session.advance(500_000);
    let frame = session.frame();
    assert!(!frame.scene.transport.playing);
    assert!(sentence_of(&frame).starts_with("Election Safety is"));
    let mark = frame.scene.timeline.marks.last().unwrap();
    assert_eq!(english(&mark.text), "Election Safety is broken");
    assert_eq!(mark.at_us, frame.motion.now_us);
}

#[test]
fn pausing_on_violations_can_be_switched_off() {
    let mut session = with_two_leaders_to_come();
    session.handle(Playback::ToggleBreakpoint(Breakpoint::Violation));
    session.advance(500_000);
    let frame = session.frame();
    assert!(frame.scene.transport.playing);
    assert_eq!(frame.motion.now_us, 500_000);
    let violated = frame.scene.properties.iter().filter(|property| property.why.is_some());
    assert_eq!(violated.map(|property| property.key).next(), Some("election-safety"));
}

#[test]
fn without_motion_playing_goes_from_event_to_event_and_pauses_too() {
    let mut session = session(7);
    session.handle(Playback::ToggleBreakpoint(Breakpoint::Leader));
    session.handle(Playback::Play);
    let mut before = session.frame().motion.now_us;
    let mut events = 0;
    while session.frame().scene.transport.playing {
        session.advance_to_event(700_000);
        let now = session.frame().motion.now_us;
        assert!(now >= before);
        (before, events) = (now, events + 1);
        assert!(events < 200);
    }
    assert!(events > 10, "{events}");
    assert!(sentence_of(&session.frame()).ends_with("it leads term 1."));
}

#[test]
fn the_time_bar_shows_the_run_and_is_shared_until_the_run_grows() {
    let mut session = eventful();
    let frame = session.frame();
    let timeline = &frame.scene.timeline;
    let shapes: Vec<_> = timeline.marks.iter().map(|mark| mark.shape).collect();
    let [Won, Cut, MarkShape::Command, .., Stopped] = shapes[..] else { panic!("{shapes:?}") };
    let terms: Vec<_> = timeline.terms.iter().map(|span| span.term).collect();
    assert_eq!(terms, [1, 2]);
    assert_eq!((timeline.range_us, timeline.known_us), (2_000_000, None));
    session.handle(Playback::Play);
    let quiet = (0..200).map(|_| {
        session.advance(500);
        Rc::clone(&session.frame().scene.timeline)
    });
    let quiet: Vec<_> = quiet.collect();
    let shared = quiet.windows(2).filter(|pair| Rc::ptr_eq(&pair[0], &pair[1])).count();
    assert!(shared > 190, "{shared}");
    session.handle(Playback::Seek { to_us: 100_000 });
    let known = session.frame().scene.timeline.known_us;
    assert_eq!(known, Some(session_end(&mut session)));
}

fn session_end(session: &mut Playground) -> u64 {
    session.handle(Playback::Seek { to_us: u64::MAX });
    session.frame().motion.now_us
}

#[test]
fn seeking_moves_from_mark_to_mark() {
    let mut session = eventful();
    let mut marks: Vec<_> =
        session.frame().scene.timeline.marks.iter().map(|mark| mark.at_us).collect();
    marks.dedup();
    let end = session.frame().motion.now_us;
    let mut go = |forward| {
        session.handle(Playback::SeekMark { forward });
        session.frame().motion.now_us
    };
    for &mark in marks.iter().rev() {
        assert_eq!(go(false), mark);
    }
    assert_eq!(go(false), 0);
    for &mark in &marks {
        assert_eq!(go(true), mark);
    }
    assert_eq!(go(true), end);
}

#[test]
fn a_long_run_has_only_distinguishable_marks() {
    let mut session = session(7);
    session.handle(Playback::Play);
    for turn in 0..1200 {
        let node = node(["A", "B", "C"][turn % 3]);
        session.handle(if turn % 2 == 0 { Command::Crash(node) } else { Command::Heal });
        session.handle(Client::Send { text: "x+=1".into(), via: None });
        session.advance(300_000);
        session.handle(Command::Restart(node));
        session.frame();
    }
    let timeline = Rc::clone(&session.frame().scene.timeline);
    assert!(timeline.marks.len() <= 60 && timeline.marks.len() > 30, "{}", timeline.marks.len());
    assert!(timeline.commits.len() <= 120 && timeline.terms.len() <= 240);
    assert!(timeline.marks.iter().map(|mark| mark.more).sum::<usize>() > 500);
    assert!(timeline.marks.is_sorted_by_key(|mark| mark.at_us));
}

/// What a user could lose: the moment, the sentence, the branches, the run with all that was done.
fn kept(session: &mut Playground) -> impl PartialEq + std::fmt::Debug + use<> {
    let Frame { scene, motion } = session.frame();
    let branches = scene.timeline.branches.iter().map(|branch| english(&branch.name)).collect();
    let branches: Vec<String> = branches;
    (motion, scene.nodes.clone(), scene.sentence.clone(), branches, script(session))
}

fn script(session: &Playground) -> String {
    session.share_snapshot().text("")
}

fn undo_label(session: &mut Playground) -> Option<String> {
    session.frame().scene.transport.undo.as_ref().map(english)
}

#[test]
fn a_reset_a_new_seed_and_a_restart_can_be_undone_and_redone() {
    let nodes = Setting::named("nodes").unwrap();
    let set = Setup::Set { setting: nodes, text: "3".into() };
    let resets: [(&[Intent], &str); 3] = [
        (&[Playback::Reset { seed: None }.into()], "Undo reset"),
        (&[Playback::Reset { seed: Some(9) }.into()], "Undo new seed"),
        (&[set.into(), Setup::Restart.into()], "Undo restart"),
    ];
    for (reset, label) in resets {
        let mut session = eventful();
        session.handle(Playback::Seek { to_us: 900_000 });
        assert_eq!(undo_label(&mut session), None);
        for intent in &reset[..reset.len() - 1] {
            session.handle(intent.clone());
        }
        let before = kept(&mut session);
        session.handle(reset[reset.len() - 1].clone());
        assert_eq!(undo_label(&mut session).as_deref(), Some(label));
        let after = kept(&mut session);
        assert_eq!(session.frame().motion.now_us, 0);
        session.handle(Playback::Undo);
        assert_eq!(kept(&mut session), before);
        assert_eq!(undo_label(&mut session).as_deref(), Some("Redo"));
        session.handle(Playback::Undo);
        assert_eq!(kept(&mut session), after);
        session.handle(Command::Crash(node("A")));
        assert_eq!(undo_label(&mut session), None, "the new run is in use");
        session.handle(Playback::Undo);
        assert_eq!(kept(&mut session), before, "but the key works");
    }
}

#[test]
fn the_undo_button_goes_when_the_new_run_has_played_for_a_while() {
    let mut session = eventful();
    session.handle(Playback::Reset { seed: None });
    session.handle(Playback::Play);
    session.advance(14_000_000);
    assert_eq!(undo_label(&mut session).as_deref(), Some("Undo reset"));
    session.advance(2_000_000);
    assert_eq!(undo_label(&mut session), None);
}
