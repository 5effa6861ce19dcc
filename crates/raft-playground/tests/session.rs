//! Whole user sessions without a browser: acts and the passage of time go in, frames come out.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod english;

use std::rc::Rc;

use english::{english, sentence_of};
use raft_playground::intent::{Client, Fault, NodeAction, Panel, Playback, Question};
use raft_playground::view::{NodeRole, OutcomeKind, PropertyStatus, RowView};
use raft_playground::{Address, Command, Frame, Intent, Options, Playground, Speed};

/// What became of the first client's latest request.
fn status(frame: &Frame) -> String {
    english(frame.scene.clients[0].status.as_ref().unwrap())
}

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

fn session(seed: u64) -> Playground {
    let options = Options { seed, nodes: 5, speed: Speed::FASTEST, paused: false };
    Playground::new(&options).unwrap()
}

/// Lets simulated milliseconds pass in frames of a 60th of a second.
fn pass(session: &mut Playground, millis: u64) -> Frame {
    for _ in 0..millis / 16 {
        session.advance(16_000);
    }
    session.frame()
}

fn leader(frame: &Frame) -> Address {
    let leaders = frame.scene.nodes.iter().filter(|node| node.role == NodeRole::Leader);
    leaders.max_by_key(|node| node.term).expect("a leader").address
}

fn send(text: &str, via: Option<Address>) -> Intent {
    Client::Send { text: text.into(), via }.into()
}

fn values(frame: &Frame) -> Vec<&str> {
    frame.scene.nodes.iter().map(|node| &*node.value).collect()
}

/// Everything a user might do, with frames in between.
#[derive(Clone)]
enum Moment {
    Pass(u64),
    Do(Intent),
}

fn replay(moments: &[Moment]) -> Vec<Frame> {
    let mut session = session(7);
    let frame = |moment: &Moment| {
        match moment.clone() {
            Moment::Pass(millis) => session.advance(millis * 1000),
            Moment::Do(intent) => session.handle(intent),
        }
        session.frame()
    };
    moments.iter().map(frame).collect()
}

#[test]
fn a_recorded_session_replays_to_the_same_frames() {
    let [a, b, c, x] = ["A", "B", "C", "X"].map(|name| name.parse::<Address>().unwrap());
    let mut moments = Vec::new();
    let acts: [Intent; 19] = [
        Playback::SetSpeed(Speed::default().faster()).into(),
        send("x=8", None),
        Fault::ToggleLink { first: a, second: b }.into(),
        Command::Crash(c).into(),
        send("nonsense here", None),
        Playback::Pause.into(),
        Playback::Step.into(),
        Playback::Step.into(),
        Panel::Select(Some(b)).into(),
        send("9", Some(b)),
        Playback::Toggle.into(),
        Playback::SetSpeed(Speed::FASTEST).into(),
        Fault::ToggleDirection { from: x, to: a }.into(),
        isolate(b),
        Command::Restart(c).into(),
        Command::TimeOut(c).into(),
        Fault::Reconnect(b).into(),
        Command::Heal.into(),
        send("get x", None),
    ];
    for act in acts {
        moments.extend(std::iter::repeat_n(Moment::Pass(97), 6));
        moments.push(Moment::Do(act));
    }
    let frames = replay(&moments);
    assert_eq!(frames, replay(&moments));
    assert!(frames.last().unwrap().scene.revision > 30);
}

#[test]
fn a_scene_is_shared_until_something_in_it_differs() {
    let mut session = session(7);
    let first = session.frame();
    session.advance(1000);
    let second = session.frame();
    assert!(Rc::ptr_eq(&first.scene, &second.scene));
    assert_ne!(first.motion, second.motion);
    session.handle(Playback::Pause);
    let third = session.frame();
    assert!(third.scene.revision > second.scene.revision);
    assert!(!third.scene.transport.playing);
}

#[test]
fn a_leader_is_elected_and_narrated_without_interaction() {
    let mut session = session(7);
    let mut sentences = Vec::new();
    // Long enough to read both.
    for _ in 0..400 {
        let frame = pass(&mut session, 16);
        sentences.push(sentence_of(&frame));
    }
    let frame = session.frame();
    let name = leader(&frame).to_string();
    sentences.dedup();
    assert!(sentences[0].starts_with("There is no leader yet."));
    assert!(sentences[1].contains("asks for votes in term 1"), "{sentences:?}");
    let leads = |sentence: &String| sentence.ends_with("it leads term 1.");
    assert!(sentences.iter().any(leads), "{sentences:?}");
    assert!(frame.scene.nodes.iter().all(|node| node.term == 1));
    let statuses = frame.scene.nodes.iter().map(|node| english(&node.status));
    let following = format!("Leader: {name}");
    assert_eq!(statuses.filter(|status| *status == following).count(), 4);
}

#[test]
fn a_value_is_red_on_the_way_and_black_when_committed() {
    let mut session = session(7);
    let frame = pass(&mut session, 1000);
    session.handle(send("x=8", Some(leader(&frame))));
    let texts = |frame: &Frame| -> Vec<(String, bool)> {
        let rows = frame.scene.nodes.iter().flat_map(|node| node.log.rows.clone());
        rows.filter_map(|row| match row {
            RowView::Entry { text, committed, .. } if english(&text) != "no-op" => {
                Some((english(&text), committed))
            }
            _ => None,
        })
        .collect()
    };
    let red = pass(&mut session, 32);
    assert_eq!(texts(&red), [("x=8".to_owned(), false)]);
    assert_eq!(red.scene.clients[0].outcome, OutcomeKind::Waiting);
    let black = pass(&mut session, 300);
    assert_eq!(texts(&black), vec![("x=8".to_owned(), true); 5]);
    assert_eq!(values(&black), ["8"; 5]);
    assert_eq!(status(&black), "x=8 committed");
}

#[test]
fn a_leader_cut_off_keeps_its_term_and_loses_its_entry_when_healed() {
    let mut session = session(7);
    let frame = pass(&mut session, 1000);
    let old = leader(&frame);
    session.handle(isolate(old));
    let frame = session.frame();
    assert_eq!(sentence_of(&frame), format!("{old} is cut off from the other nodes."));
    assert!(frame.scene.transport.healable);
    session.handle(send("x=9", Some(old)));
    let frame = pass(&mut session, 600);
    let leaders = frame.scene.nodes.iter().filter(|node| node.role == NodeRole::Leader);
    let terms: Vec<_> = leaders.map(|node| node.term).collect();
    assert_eq!(terms.len(), 2);
    assert_ne!(terms[0], terms[1]);
    session.handle(Command::Heal);
    let frame = pass(&mut session, 500);
    assert_eq!(values(&frame), [""; 5]);
    assert_eq!(status(&frame), "x=9 never committed");
    assert_eq!(frame.scene.clients[0].outcome, OutcomeKind::Failed);
    assert!(frame.scene.nodes.iter().all(|node| node.log == frame.scene.nodes[0].log));
    assert!(
        frame.scene.properties.iter().all(|property| property.status != PropertyStatus::Violated)
    );
}

#[test]
fn messages_are_lost_where_the_link_is_cut() {
    let mut session = session(7);
    let frame = pass(&mut session, 1000);
    session.handle(isolate(leader(&frame)));
    let lane = |frame: &Frame| {
        let dying = frame.motion.messages.iter().find(|message| message.dying.is_some())?;
        Some((frame.scene.layout.lane(dying.from, dying.to), dying.at))
    };
    let found = (0..200).find_map(|_| {
        session.advance(2000);
        lane(&session.frame())
    });
    let (lane, at) = found.expect("a dying message");
    assert!(lane.at(0.5).distance(at) < 1e-6);
}

#[test]
fn a_step_goes_to_the_next_event_and_pauses() {
    let mut session = session(7);
    let before = pass(&mut session, 100).motion.now_us;
    session.handle(Playback::Step);
    let frame = session.frame();
    assert!(!frame.scene.transport.playing);
    assert!(frame.motion.now_us > before);
    let stopped = session.frame();
    session.advance(1_000_000);
    assert_eq!(session.frame(), stopped, "nothing moves while paused");
}

#[test]
fn reset_begins_the_same_run_and_a_new_seed_another() {
    let mut session = session(7);
    let first = pass(&mut session, 700);
    session.handle(send("x=8", None));
    pass(&mut session, 500);
    session.handle(Playback::Reset { seed: None });
    let again = pass(&mut session, 700);
    assert_eq!(again.motion, first.motion);
    assert_eq!(again.scene.nodes, first.scene.nodes);
    session.handle(Playback::Reset { seed: Some(8) });
    let other = pass(&mut session, 700);
    assert_eq!(other.scene.transport.seed, 8);
    assert_ne!(other.motion, first.motion);
}

#[test]
fn simulated_time_follows_the_speed_without_losing_fractions() {
    let mut session = session(7);
    session.handle(Playback::SetSpeed(Speed::from_slowdown(1000).unwrap()));
    for _ in 0..1000 {
        session.advance(1999);
    }
    assert_eq!(session.frame().motion.now_us, 1999);
}

#[test]
fn an_invalid_operation_is_explained_beside_its_field() {
    let mut session = session(7);
    let b = "B".parse().unwrap();
    let long = "9".repeat(10_000);
    for text in ["", "two words", "<b>=", "=5", "x+=y", "x: 5", "9lives=1", &long, "x=\u{7}"] {
        session.handle(send(text, None));
        let frame = session.frame();
        let complaint = english(frame.scene.clients[0].complaint.as_ref().unwrap());
        assert!(complaint.ends_with('.') && complaint.len() < 100, "{text}: {complaint}");
    }
    session.handle(Panel::Select(Some(b)));
    session.handle(send("", Some(b)));
    let frame = session.frame();
    assert_eq!(frame.scene.clients[0].complaint, None);
    assert!(frame.scene.menu.as_ref().unwrap().complaint.is_some());
    session.handle(send("x=8", Some(b)));
    assert!(session.frame().scene.menu.as_ref().unwrap().complaint.is_none());
    assert!(
        session.share_snapshot().text("").contains("X via B sends x=8"),
        "only the last was a command"
    );
}

#[test]
fn a_stopped_node_shows_what_its_disk_holds() {
    let mut session = session(7);
    pass(&mut session, 1000);
    let c: Address = "C".parse().unwrap();
    session.handle(Command::Crash(c));
    session.handle(Command::Crash(c));
    let frame = session.frame();
    let node = &frame.scene.nodes[2];
    assert_eq!(english(&node.status), "Stopped");
    assert_eq!((node.role, node.last_index), (NodeRole::Stopped, 1));
    assert_eq!(frame.motion.timers[2], None);
    session.handle(Command::Restart(c));
    let frame = session.frame();
    assert!(sentence_of(&frame).starts_with("C restarts with what its disk kept: term 1"));
    assert!(frame.motion.timers[2].is_some());
}

#[test]
fn long_logs_fold_and_a_lagging_log_shows_its_lag() {
    let mut session = session(7);
    let frame = pass(&mut session, 1000);
    let behind = frame.scene.nodes.iter().find(|node| node.role == NodeRole::Follower).unwrap();
    let (behind, old) = (behind.address, leader(&frame));
    session.handle(Command::Crash(behind));
    for value in 0..9 {
        session.handle(send(&format!("x={value}"), Some(old)));
        pass(&mut session, 200);
    }
    let frame = session.frame();
    let log = |address| &frame.scene.nodes.iter().find(|node| node.address == address).unwrap().log;
    assert_eq!(log(old).folded, Some((1, 6)));
    assert_eq!((log(behind).behind, log(behind).folded), (9, None));
    assert_eq!(log(behind).rows.len(), frame.scene.layout.log_rows());
}

#[test]
fn the_suggestions_lead_through_a_first_visit() {
    let mut session = session(7);
    let frame = session.frame();
    assert_eq!(frame.scene.suggestion, None);
    let mut taken = Vec::new();
    // The last step is taken, too: nothing is suggested a second time.
    for _ in 0..8 {
        let frame = pass(&mut session, 1200);
        let (label, intent) = match &frame.scene.suggestion {
            Some(suggestion) => (english(&suggestion.label), suggestion.intent.clone()),
            None if frame.scene.transport.healable => ("Heal".into(), Command::Heal.into()),
            None => break,
        };
        taken.push(label);
        session.handle(intent);
    }
    let verbs: Vec<_> = taken.iter().map(|label| label.split(' ').next().unwrap()).collect();
    assert_eq!(verbs, ["Send", "Cut", "Send", "Heal", "Stop", "Start", "Hand"], "{taken:?}");
}

#[test]
fn motionless_messages_are_halfway_and_show_their_direction() {
    let mut session = session(7);
    let frame = pass(&mut session, 1000);
    assert!(frame.motion.messages.iter().all(|message| message.heading.is_none()));
    session.handle(Playback::ReducedMotion(true));
    session.handle(Playback::Step);
    let (first, second) = loop {
        session.handle(Playback::Step);
        let frame = session.frame();
        if let [first, second, ..] = &frame.motion.messages[..] {
            break (first.clone(), second.clone());
        }
    };
    for message in [first, second] {
        let heading = message.heading.expect("it stands still");
        assert!((heading.x.hypot(heading.y) - 1.0).abs() < 1e-9);
        let lane = session.frame().scene.layout.lane(message.from, message.to);
        assert_eq!(message.at, lane.at(0.5));
    }
}

#[test]
fn time_stops_while_an_answer_is_read() {
    let mut session = session(7);
    let now = |session: &mut Playground| session.frame().motion.now_us;
    let open = now(&mut session);
    pass(&mut session, 500);
    session.handle(Panel::Ask(Some(Question::Sentence)));
    let asked = now(&mut session);
    assert!(asked > open && !session.frame().scene.transport.playing);
    pass(&mut session, 500);
    assert_eq!(now(&mut session), asked);
    session.handle(Panel::Ask(None));
    pass(&mut session, 500);
    assert!(now(&mut session) > asked, "closing the answer resumes playback");

    session.handle(Panel::Ask(Some(Question::Leader)));
    session.handle(Playback::Play);
    let asked = now(&mut session);
    pass(&mut session, 500);
    assert!(now(&mut session) > asked, "the user plays although an answer is open");
    session.handle(Playback::Pause);
    session.handle(Panel::Ask(None));
    assert!(!session.frame().scene.transport.playing, "the user paused");
}
