//! The tabs that tell of messages, of clients, and of what happened.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_playground::frame::{
    ClientsView, Content, LaneState, LaneView, LineKind, NetworkView, OperationView, OutcomeView,
    Question, RoleView, Tab, Told, TranscriptView, VerdictView,
};
use raft_playground::{Address, Intent, Options, Session, Speed};

/// A cluster of five with two clients and a leader, a second old.
fn session(tab: Tab, settings: &[(&str, &str)]) -> Session {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Session::new(&options).unwrap();
    for (name, text) in settings.iter().chain(&[("clients", "2")]) {
        session.handle(Intent::Set { name: (*name).into(), text: (*text).into() });
    }
    session.handle(Intent::BeginAgain);
    session.handle(Intent::Inspect(Some(tab)));
    session.advance(1_000_000);
    session
}

fn content(session: &mut Session) -> Content {
    session.frame().scene.inspector.as_ref().unwrap().content.clone()
}

fn network(session: &mut Session) -> NetworkView {
    let Content::Network(view) = content(session) else { panic!("another tab is open") };
    view
}

fn clients(session: &mut Session) -> ClientsView {
    let Content::Clients(view) = content(session) else { panic!("another tab is open") };
    view
}

fn transcript(session: &mut Session) -> TranscriptView {
    let Content::Transcript(view) = content(session) else { panic!("another tab is open") };
    view
}

fn address(name: &str) -> Address {
    name.parse().unwrap()
}

fn send(session: &mut Session, client: &str, text: &str, via: Option<Address>) {
    session.handle(Intent::SendAs(address(client)));
    session.handle(Intent::Send { text: text.into(), via });
}

fn leader(session: &mut Session) -> Address {
    let frame = session.frame();
    let mut nodes = frame.scene.nodes.iter();
    nodes.find(|node| node.role == RoleView::Leader).unwrap().address
}

fn follower(session: &mut Session) -> Address {
    let frame = session.frame();
    let mut nodes = frame.scene.nodes.iter();
    nodes.find(|node| node.role == RoleView::Follower).unwrap().address
}

/// The direction of a link from one end to another.
fn lane(view: &NetworkView, from: &str, to: &str) -> LaneView {
    let place = |name| view.ends.iter().position(|end| *end == address(name)).unwrap();
    view.lanes[place(from) * view.ends.len() + place(to)].clone().unwrap()
}

fn operation<'a>(view: &'a ClientsView, client: &str, serial: u64) -> &'a OperationView {
    let mut operations = view.operations.iter();
    operations.find(|other| (&*other.client, other.serial) == (client, serial)).unwrap()
}

#[test]
fn every_direction_is_told_and_pressing_it_cuts_or_mends_only_that_one() {
    let mut session = session(Tab::Network, &[]);
    let view = network(&mut session);
    assert_eq!(view.ends.len(), 7);
    let links = view.lanes.iter().flatten();
    // None from anybody to itself, and none between clients.
    assert_eq!(links.clone().count(), 7 * 7 - 7 - 2);
    assert!(links.clone().all(|lane| lane.state == LaneState::Up));
    let up = lane(&view, "A", "B");
    assert_eq!(&*up.label, "A to B");
    session.handle(up.intent);
    let view = network(&mut session);
    let cut = lane(&view, "A", "B");
    assert_eq!((cut.state, &*cut.label), (LaneState::Cut, "A to B, cut"));
    assert_eq!(lane(&view, "B", "A").state, LaneState::Up);
    session.handle(cut.intent);
    assert_eq!(lane(&network(&mut session), "A", "B").state, LaneState::Up);
}

#[test]
fn a_direction_that_is_held_up_lets_everything_go_at_once() {
    let mut session = session(Tab::Network, &[]);
    let (leader, other) = (leader(&mut session).to_string(), follower(&mut session).to_string());
    session.handle(Intent::HoldUp(true));
    let press = lane(&network(&mut session), &leader, &other).intent;
    session.handle(press);
    session.advance(60_000);
    let view = network(&mut session);
    let held = lane(&view, &leader, &other);
    assert_eq!(held.state, LaneState::HeldUp);
    let way = format!("{leader} to {other}");
    let waiting = view.flights.iter().filter(|flight| *flight.way == *way);
    assert!(waiting.clone().count() > 0);
    assert!(waiting.clone().all(|flight| flight.fate == Some("held up") && flight.when.is_empty()));
    session.handle(held.intent);
    let view = network(&mut session);
    assert_eq!(lane(&view, &leader, &other).state, LaneState::Up);
    assert!(view.flights.iter().all(|flight| flight.fate.is_none()));
}

#[test]
fn messages_are_told_with_their_fate_and_can_be_dropped_doubled_and_delayed() {
    let mut session = session(Tab::Network, &[]);
    send(&mut session, "X", "x=8", None);
    session.handle(Intent::Pause);
    let view = network(&mut session);
    let request = view.flights.iter().find(|flight| &*flight.says == "client-request x=8").unwrap();
    assert!(request.way.starts_with("X to ") && request.when.starts_with("in 2"), "{request:?}");
    session.handle(request.double.clone());
    let says = |session: &mut Session| {
        let flights = network(session).flights;
        flights.into_iter().filter(|flight| flight.says.contains("x=8")).collect::<Vec<_>>()
    };
    assert_eq!(says(&mut session).len(), 2);
    session.handle(request.drop.clone());
    assert_eq!(says(&mut session).len(), 1);
    let before = says(&mut session)[0].when.clone();
    let delay = says(&mut session)[0].delay.clone();
    session.handle(delay);
    assert_ne!(says(&mut session)[0].when, before);
    let (from, to) = request.way.split_once(" to ").unwrap();
    let press = lane(&network(&mut session), from, to).intent;
    session.handle(press);
    assert_eq!(says(&mut session)[0].fate, Some("lost at the cut"));
}

#[test]
fn operations_that_overlap_in_time_overlap_as_bars() {
    let mut session = session(Tab::Clients, &[]);
    send(&mut session, "X", "x=8", None);
    session.advance(10_000);
    send(&mut session, "Y", "get x", None);
    send(&mut session, "X", "x+=1", None);
    let waiting = clients(&mut session);
    assert_eq!(operation(&waiting, "X", 1).outcome, OutcomeView::Waiting);
    assert_eq!(&*operation(&waiting, "X", 1).until, "—");
    session.advance(1_000_000);
    send(&mut session, "X", "x: 5->6", None);
    session.advance(1_000_000);
    let view = clients(&mut session);
    let [first, second, third] = [1, 2, 3].map(|serial| operation(&view, "X", serial));
    let other = operation(&view, "Y", 1);
    assert_eq!(&*third.text, "x: 5->6: it is 9");
    assert_eq!(third.outcome, OutcomeView::Failed);
    assert!(first.span.0 < other.span.0 && other.span.0 < first.span.1, "they overlap");
    assert!(second.span.1 < third.span.0, "one is over before the other begins");
    assert_eq!((first.row, second.row, third.row, other.row), (0, 1, 0, 2));
    assert_eq!(view.stretches.len(), view.operations.iter().map(|one| one.span.1).max().unwrap());
    assert_eq!(view.verdict, VerdictView::Linearizable);
}

#[test]
fn what_nobody_answered_may_still_take_effect_so_its_bar_is_open() {
    let mut session = session(Tab::Clients, &[]);
    let leader = leader(&mut session);
    session.handle(Intent::Isolate(leader));
    send(&mut session, "X", "x=8", Some(leader));
    session.advance(2_000_000);
    send(&mut session, "Y", "x=9", None);
    session.advance(1_000_000);
    let view = clients(&mut session);
    let (unknown, done) = (operation(&view, "X", 1), operation(&view, "Y", 1));
    assert_eq!((unknown.outcome, &*unknown.text), (OutcomeView::Unknown, "x=8: unknown"));
    assert_eq!(done.outcome, OutcomeView::Done);
    assert!(unknown.span.1 > done.span.1);
}

#[test]
fn a_stale_read_is_told_with_the_two_operations_that_contradict_each_other() {
    let mut session = session(Tab::Clients, &[("local-reads", "on")]);
    send(&mut session, "X", "x=1", None);
    session.advance(300_000);
    let follower = follower(&mut session);
    session.handle(Intent::Isolate(follower));
    send(&mut session, "X", "x=2", None);
    session.advance(300_000);
    send(&mut session, "Y", "get x", Some(follower));
    session.advance(300_000);
    let view = clients(&mut session);
    let told = "No order explains Y’s get x: 1 after X’s x=2.";
    assert_eq!(view.verdict, VerdictView::Violated(told.into()));
    let contradict = view.operations.iter().filter(|operation| operation.contradicts);
    let names: Vec<_> = contradict.map(|one| (&*one.client, one.serial)).collect();
    assert_eq!(names, [("X", 2), ("Y", 1)]);
}

#[test]
fn of_many_operations_the_last_ones_are_shown_and_the_others_counted() {
    let mut session = session(Tab::Clients, &[]);
    for number in 0..20 {
        send(&mut session, "X", &format!("x={number}"), None);
        session.advance(200_000);
    }
    let view = clients(&mut session);
    assert_eq!((view.operations.len(), view.clients[0].folded, view.clients[1].folded), (8, 12, 0));
    assert_eq!(view.operations[0].serial, 13);
}

#[test]
fn the_transcript_tells_what_was_chosen_the_latest_first() {
    let mut session = session(Tab::Transcript, &[]);
    let node = follower(&mut session);
    session.handle(Intent::Stop(node));
    let mut lines = |told| {
        session.handle(Intent::Tell(told));
        let view = transcript(&mut session);
        assert!(view.lines.is_sorted_by(|one, other| one.seq > other.seq));
        assert!(view.lines.len() <= 80);
        view.lines
    };
    let turns = lines(Told::Turns);
    let texts: Vec<_> = turns.iter().map(|line| &*line.text).collect();
    assert_eq!(texts[..2], ["stops; 0 writes are lost", &format!("crash {node}")]);
    assert_eq!((turns[1].kind, &*turns[1].time), (LineKind::Act, "1.000 s"));
    assert!(texts.iter().any(|text| text.starts_with("leads term 1 with")), "{texts:?}");
    for (told, kind) in [
        (Told::Protocol, LineKind::Step),
        (Told::Messages, LineKind::Message),
        (Told::Disks, LineKind::Disk),
    ] {
        let lines = lines(told);
        assert!(lines.iter().any(|line| line.kind == kind));
        assert!(lines.iter().any(|line| line.kind == LineKind::Act), "acts are always told");
    }
    assert_eq!(lines(Told::All).len(), 80);
}

#[test]
fn a_line_leads_to_its_moment_and_to_why() {
    let mut session = session(Tab::Transcript, &[]);
    session.advance(3_000_000);
    let lines = transcript(&mut session).lines;
    let elected = lines.iter().find(|line| line.text.starts_with("leads term")).unwrap();
    session.handle(Intent::Ask(Some(Question::Record(elected.seq))));
    let why = session.frame().scene.why.clone().unwrap();
    assert!(why.title.contains("leads term 1"), "{}", why.title);
    session.handle(Intent::Seek { to_us: elected.at_us });
    assert_eq!(session.frame().motion.now_us, elected.at_us);
    let then = transcript(&mut session).lines;
    assert_eq!((then[0].at_us, then.len() <= lines.len()), (elected.at_us, true));
    // The same number on another branch is another record.
    let node = follower(&mut session);
    session.handle(Intent::Stop(node));
    assert!(
        transcript(&mut session).lines.iter().any(|line| *line.text == *format!("crash {node}"))
    );
}

#[test]
fn turns_are_remembered_when_much_else_has_happened() {
    let mut session = session(Tab::Transcript, &[]);
    for _ in 0..100 {
        session.advance(100_000);
    }
    let view = transcript(&mut session);
    assert!(view.is_cut);
    assert!(view.lines.iter().any(|line| line.text.starts_with("leads term 1")));
}
