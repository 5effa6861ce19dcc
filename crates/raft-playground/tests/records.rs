//! The tabs that tell of messages, of clients, and of what happened.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod pieces;

use pieces::{all, english, name, named, of, own_text, press, tab, text, written};
use raft_playground::intent::{
    Client, Fault, NodeAction, Panel, Playback, Setting, Setup, Tab, Transcript, TranscriptFilter,
};
use raft_playground::text::Words;
use raft_playground::view::{NodeRole, Piece, PieceKind};
use raft_playground::{Address, Command, Intent, Options, Playground, Speed};

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

/// A cluster of five with two clients and a leader, a second old.
fn session(tab: Tab, settings: &[(&str, &str)]) -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut session = Playground::new(&options).unwrap();
    for (name, text) in settings.iter().chain(&[("clients", "2")]) {
        session.handle(Setup::Set { setting: Setting::named(name).unwrap(), text: (*text).into() });
    }
    session.handle(Setup::Restart);
    session.handle(Panel::Inspect(Some(tab)));
    session.advance(1_000_000);
    session
}

fn address(name: &str) -> Address {
    name.parse().unwrap()
}

fn send(session: &mut Playground, client: &str, text: &str, via: Option<Address>) {
    session.handle(Client::SendAs(address(client)));
    session.handle(Client::Send { text: text.into(), via });
}

fn leader(session: &mut Playground) -> Address {
    let frame = session.frame();
    let mut nodes = frame.scene.nodes.iter();
    nodes.find(|node| node.role == NodeRole::Leader).unwrap().address
}

fn follower(session: &mut Playground) -> Address {
    let frame = session.frame();
    let mut nodes = frame.scene.nodes.iter();
    nodes.find(|node| node.role == NodeRole::Follower).unwrap().address
}

/// The messages on their way: each way, fate, time and what it says.
fn flights(session: &mut Playground) -> Vec<Piece> {
    let tab = tab(session);
    of(&tab, PieceKind::List, "flights")[0].parts.clone()
}

/// An operation of the table.
#[derive(Clone, PartialEq, Debug)]
struct Bar {
    text: String,
    class: &'static str,
    row: usize,
    columns: (usize, usize),
    times: String,
}

fn bars(session: &mut Playground) -> Vec<Bar> {
    let tab = tab(session);
    let rows: Vec<_> = all(&tab).into_iter().filter(|row| row.kind == PieceKind::Row).collect();
    let bars = rows.iter().filter(|row| row.place.is_some() && row.class != "client-name");
    bars.map(|row| {
        let [first_row, first, _, last] = row.place.unwrap();
        Bar {
            text: text(&row.parts[0]),
            class: row.class,
            row: first_row,
            columns: (first, last),
            times: name(row),
        }
    })
    .collect()
}

/// What is said in the heading about the order of the operations.
fn verdict(session: &mut Playground) -> String {
    let tab = tab(session);
    let heading = all(&tab).into_iter().find(|piece| piece.kind == PieceKind::Heading).unwrap();
    text(heading)
}

/// The lines of the transcript: their class, when and where, and what they say.
fn lines(session: &mut Playground) -> Vec<(&'static str, String)> {
    let tab = tab(session);
    let items = &of(&tab, PieceKind::List, "transcript")[0].parts;
    items.iter().map(|item| (item.class, text(item))).collect()
}

#[test]
fn each_direction_is_listed_and_a_press_cuts_or_mends_only_it() {
    let mut session = session(Tab::Network, &[]);
    let lanes = |session: &mut Playground, class: &str| {
        let tab = tab(session);
        let table = of(&tab, PieceKind::Table, "lanes")[0].clone();
        of(&table, PieceKind::Button, class).into_iter().map(name).collect::<Vec<_>>()
    };
    // None from anybody to itself, and none between the two clients.
    assert_eq!(lanes(&mut session, "").len(), 7 * 7 - 7 - 2);
    press(&mut session, "A to B");
    assert_eq!(lanes(&mut session, "cut"), ["A to B, cut"]);
    press(&mut session, "A to B, cut");
    assert_eq!(lanes(&mut session, "").len(), 7 * 7 - 7 - 2);
}

#[test]
fn a_stalled_direction_releases_all_messages_at_once() {
    let mut session = session(Tab::Network, &[]);
    let way = format!("{} to {}", leader(&mut session), follower(&mut session));
    press(&mut session, "Hold");
    press(&mut session, &way);
    session.advance(60_000);
    let flights_there = |session: &mut Playground| {
        flights(session).iter().map(text).filter(|text| text.starts_with(&way)).collect::<Vec<_>>()
    };
    let waiting = flights_there(&mut session);
    assert!(!waiting.is_empty());
    assert!(waiting.iter().all(|in_flight| in_flight.starts_with(&format!("{way}held"))));
    press(&mut session, &format!("{way}, held"));
    assert!(flights_there(&mut session).iter().all(|in_flight| !in_flight.contains("held")));
    named(&tab(&mut session), &way);
}

#[test]
fn a_link_with_other_settings_is_marked_until_all_links_are_alike() {
    let mut session = session(Tab::Network, &[]);
    let quality = raft_sim::LinkConfig { loss_permille: 50, ..raft_sim::LinkConfig::default() };
    let (from, to) = (address("B"), address("C"));
    session.handle(Command::Link { from, to, config: quality });
    let link = named(&tab(&mut session), "B to C: latency 20 ms to 24 ms, 5 % lost").clone();
    assert_eq!((link.class, &*own_text(&link)), ("special", "~"));
    session.handle(Command::Network(quality));
    assert_eq!(named(&tab(&mut session), "B to C").class, "");
}

#[test]
fn messages_are_listed_with_their_delivery_and_can_be_dropped_duplicated_and_delayed() {
    let mut session = session(Tab::Network, &[]);
    send(&mut session, "X", "x=8", None);
    session.handle(Playback::Pause);
    let requests = |session: &mut Playground| {
        let mut flights = flights(session);
        flights.retain(|in_flight| text(in_flight).ends_with("Request: x=8"));
        flights
    };
    let act = |session: &mut Playground, in_flight: &Piece, act: &str| {
        let is_act = |part: &&Piece| name(part).starts_with(act);
        let intent = in_flight.parts.iter().find(is_act).unwrap().intent.clone().unwrap();
        session.handle(intent);
    };
    let first = requests(&mut session)[0].clone();
    let to = text(&first).strip_prefix("X to ").unwrap()[..1].to_owned();
    act(&mut session, &first, "Duplicate");
    assert_eq!(requests(&mut session).len(), 2);
    act(&mut session, &first, "Drop");
    let [second] = &requests(&mut session)[..] else { panic!("one is left") };
    act(&mut session, second, "Delay");
    let later = requests(&mut session)[0].clone();
    assert_ne!(text(&later), text(second));
    press(&mut session, &format!("X to {to}"));
    let fate = text(&requests(&mut session)[0]);
    assert!(fate.contains("lost at the cut"), "{fate}");
    act(&mut session, second, "Why");
    assert!(session.frame().scene.why.is_some());
}

#[test]
fn of_many_messages_the_first_are_listed_and_the_others_counted() {
    let mut session = session(Tab::Network, &[]);
    for number in 0..20 {
        send(&mut session, "X", &format!("x={number}"), None);
    }
    let count = session.frame().motion.messages.len();
    assert!(count >= 20 && flights(&mut session).len() == 12);
    named(&tab(&mut session), &format!("and {} more", count - 12));
}

#[test]
fn operations_that_overlap_in_time_overlap_as_bars() {
    let mut session = session(Tab::Clients, &[]);
    send(&mut session, "X", "x=8", None);
    session.advance(10_000);
    send(&mut session, "Y", "get x", None);
    send(&mut session, "X", "x+=1", None);
    let first = &bars(&mut session)[0];
    assert_eq!((first.class, &*first.times), ("waiting", "1.000 s to now"));
    session.advance(1_000_000);
    send(&mut session, "X", "x: 5->6", None);
    session.advance(1_000_000);
    let bars = bars(&mut session);
    let [first, second, third, other] = &bars[..] else { panic!("{bars:?}") };
    assert_eq!((&*third.text, third.class), ("x: 5->6: 9", "failed"));
    assert_eq!((&*first.text, &*other.text, other.class), ("x=8", "get x: 8", "done"));
    assert!(first.columns.0 < other.columns.0 && other.columns.0 < first.columns.1, "they overlap");
    assert!(second.columns.1 < third.columns.0, "one is over before the other begins");
    assert_eq!((first.row, second.row, third.row, other.row), (1, 2, 1, 3));
    let tab = tab(&mut session);
    let table = of(&tab, PieceKind::Table, "bars")[0];
    let last = bars.iter().map(|bar| bar.columns.1).max();
    assert_eq!(Some(table.columns.len() + 2), last, "there are as many stretches as bars need");
    assert_eq!(verdict(&mut session), "Clientslinearizable");
}

#[test]
fn an_unanswered_operation_has_an_open_bar() {
    let mut session = session(Tab::Clients, &[]);
    let leader = leader(&mut session);
    session.handle(isolate(leader));
    send(&mut session, "X", "x=8", Some(leader));
    session.advance(2_000_000);
    send(&mut session, "Y", "x=9", None);
    session.advance(1_000_000);
    let bars = bars(&mut session);
    let [unknown, done] = &bars[..] else { panic!("{bars:?}") };
    assert_eq!((unknown.class, &*unknown.text), ("unknown", "x=8: unknown"));
    assert_eq!(done.class, "done");
    assert!(unknown.columns.1 > done.columns.1);
}

#[test]
fn a_stale_read_names_the_two_contradicting_operations() {
    let mut session = session(Tab::Clients, &[("local-reads", "on")]);
    send(&mut session, "X", "x=1", None);
    session.advance(300_000);
    let follower = follower(&mut session);
    session.handle(isolate(follower));
    send(&mut session, "X", "x=2", None);
    session.advance(300_000);
    send(&mut session, "Y", "get x", Some(follower));
    session.advance(300_000);
    assert_eq!(verdict(&mut session), "Clientsnot linearizable");
    named(&tab(&mut session), "No order of the requests explains Y’s “get x: 1” after X’s “x=2”.");
    let mut contradict = bars(&mut session);
    contradict.retain(|bar| bar.class == "done contradicts");
    let texts: Vec<_> = contradict.iter().map(|bar| &*bar.text).collect();
    assert_eq!(texts, ["x=2", "get x: 1"]);
}

#[test]
fn of_many_operations_the_last_ones_are_shown_and_the_others_counted() {
    let mut session = session(Tab::Clients, &[]);
    for number in 0..20 {
        send(&mut session, "X", &format!("x={number}"), None);
        session.advance(200_000);
    }
    let bars = bars(&mut session);
    assert_eq!((bars.len(), &*bars[0].text), (8, "x=12"));
    named(&tab(&mut session), "12 earlier requests of X");
}

#[test]
fn the_transcript_lists_the_filtered_records_newest_first() {
    let mut session = session(Tab::Transcript, &[]);
    let node = follower(&mut session);
    session.handle(Command::Crash(node));
    let turns = lines(&mut session);
    assert_eq!(turns[0], ("turn", format!("1.000 s{node}stops")));
    assert_eq!(turns[1], ("command", format!("1.000 scrash {node}")));
    assert!(turns.iter().any(|(_, text)| text.contains("leads term 1 with")), "{turns:?}");
    for (told, wanted) in [
        (TranscriptFilter::Protocol, "applies"),
        (TranscriptFilter::Messages, "sends "),
        (TranscriptFilter::Disks, "is on disk"),
        (TranscriptFilter::All, "timer runs out"),
    ] {
        press(&mut session, &english(&told.label()));
        let lines = lines(&mut session);
        assert!(lines.iter().any(|(_, text)| text.contains(wanted)), "{told:?}: {lines:?}");
        assert!(lines.iter().any(|(class, _)| *class == "command"), "acts are always told");
        assert!(lines.is_sorted_by(|one, other| one.1[..7] >= other.1[..7]));
    }
    assert_eq!(lines(&mut session).len(), 40);
}

#[test]
fn a_transcript_line_links_to_its_moment_and_explanation() {
    let mut session = session(Tab::Transcript, &[]);
    session.advance(3_000_000);
    let tab = tab(&mut session);
    let items = &of(&tab, PieceKind::List, "transcript")[0].parts;
    let elected = items.iter().find(|item| text(item).contains("leads term")).unwrap();
    let [there, why] = &elected.parts[..] else { panic!("{elected:?}") };
    session.handle(why.intent.clone().unwrap());
    let answer = session.frame().scene.why.clone().unwrap();
    let title = english(&answer.title);
    assert!(title.ends_with(" lead?"), "{title}");
    let Some(Intent::Playback(Playback::Seek { to_us })) = there.intent else {
        panic!("{there:?}")
    };
    session.handle(Playback::Seek { to_us });
    assert_eq!(session.frame().motion.now_us, to_us);
    let then = lines(&mut session);
    assert!(then.len() <= items.len() && then[0].1[..7] == text(elected)[..7], "{then:?}");
    // What happens from here on is told in the place of what had happened afterwards.
    let node = follower(&mut session);
    session.handle(Command::Crash(node));
    let crash = format!("crash {node}");
    assert!(lines(&mut session).iter().any(|(_, text)| text.ends_with(&crash)));
}

#[test]
fn an_election_that_the_user_forced_says_so() {
    let mut session = session(Tab::Transcript, &[]);
    let node = follower(&mut session);
    session.handle(Command::TimeOut(node));
    let tab = tab(&mut session);
    let items = &of(&tab, PieceKind::List, "transcript")[0].parts;
    let began = items.iter().find(|item| text(item).contains("starts an election")).unwrap();
    let [_, why] = &began.parts[..] else { panic!("{began:?}") };
    session.handle(why.intent.clone().unwrap());
    let answer = session.frame().scene.why.clone().unwrap();
    assert_eq!(english(&answer.title), format!("Why does {node} start an election?"));
    let [sentence] = &answer.sentences[..] else { panic!("{answer:?}") };
    assert!(english(sentence).starts_with("You made its timer run out"), "{sentence:?}");
}

#[test]
fn important_events_are_kept_in_long_runs() {
    let mut session = session(Tab::Transcript, &[]);
    for _ in 0..100 {
        session.advance(100_000);
    }
    assert!(lines(&mut session).iter().any(|(_, text)| text.contains("leads term 1")));
}

/// Searches in a line as a page does.
fn contains(line: &[Words], wanted: &str) -> bool {
    let line: Vec<_> = line.iter().map(written).collect();
    line.join(" ").to_lowercase().contains(&wanted.to_lowercase())
}

/// Looks back as a page does, frame by frame, until there is nothing left to look for.
fn look_back(session: &mut Playground) {
    while session.frame().scene.inspector.as_ref().unwrap().looks_back {
        session.look_back();
    }
}

/// All lines from this page on to the beginning of the run, page by page.
fn all_lines(session: &mut Playground) -> Vec<String> {
    let mut all = Vec::new();
    loop {
        look_back(session);
        all.extend(lines(session).into_iter().map(|(_, text)| text));
        if !pieces::all(&tab(session)).into_iter().any(|piece| own_text(piece) == "Earlier") {
            return all;
        }
        press(session, "Earlier");
    }
}

#[test]
fn the_transcript_has_the_whole_run() {
    let mut session = session(Tab::Transcript, &[]);
    press(&mut session, "All");
    session.advance(20_000);
    let mut playing = Vec::new();
    let newest = lines(&mut session)[0].1.clone();
    let mut whole = all_lines(&mut session);
    whole.reverse();
    assert!(whole.len() > 300 && *whole.last().unwrap() == newest, "{}", whole.len());
    // The same as if every line had been read when it was new.
    let options = Options { seed: 7, nodes: 5, speed: Speed::FASTEST, paused: false };
    let mut again = Playground::new(&options).unwrap();
    again.handle(Setup::Set { setting: Setting::named("clients").unwrap(), text: "2".into() });
    again.handle(Setup::Restart);
    again.handle(Panel::Inspect(Some(Tab::Transcript)));
    again.handle(Transcript::Filter(TranscriptFilter::All));
    for _ in 0..1020 {
        again.advance(1000);
        again.handle(Playback::Play);
        let new = lines(&mut again);
        let known = new.iter().position(|(_, line)| Some(line) == playing.last());
        playing.extend(new.into_iter().take(known.unwrap_or(40)).rev().map(|(_, line)| line));
    }
    let differing = whole.iter().zip(&playing).find(|(one, other)| one != other);
    assert_eq!((whole.len(), differing), (playing.len(), None));
    press(&mut session, "Later");
    press(&mut session, "Later");
    assert_eq!(lines(&mut session).len(), 40);
}

#[test]
fn a_search_finds_lines_of_the_whole_run_that_contain_the_text() {
    let mut session = session(Tab::Transcript, &[]);
    session.search_with(contains);
    for _ in 0..200 {
        session.advance(100_000);
    }
    let elected = all_lines(&mut session).into_iter().filter(|line| line.contains("leads term"));
    let elected: Vec<_> = elected.collect();
    session.handle(Transcript::Search("LEADS term".into()));
    look_back(&mut session);
    let found: Vec<_> = lines(&mut session).into_iter().map(|(_, text)| text).collect();
    assert!(!found.is_empty());
    assert_eq!(found, elected);
    session.handle(Transcript::Search("nobody says this".into()));
    look_back(&mut session);
    assert_eq!(lines(&mut session), []);
    named(&tab(&mut session), "No line contains this text.");
    // What happens from now on is searched, too.
    let node = follower(&mut session);
    session.handle(Transcript::Search(format!("crash {node}").into()));
    look_back(&mut session);
    assert_eq!(lines(&mut session), []);
    session.handle(Command::Crash(node));
    assert_eq!(lines(&mut session).len(), 1);
}

#[test]
fn lines_under_the_pointer_stand_still() {
    let mut session = session(Tab::Transcript, &[]);
    press(&mut session, "All");
    session.handle(Transcript::Hold(true));
    let before = lines(&mut session);
    session.advance(300_000);
    assert_eq!(lines(&mut session), before);
    let line = before[7].1.clone();
    let go_there = tab_line(&mut session, &line).parts[0].intent.clone().unwrap();
    session.handle(go_there);
    assert_eq!(lines(&mut session), before, "also when a press goes to the moment of a line");
    session.handle(Transcript::Hold(false));
    let after = lines(&mut session);
    assert_eq!(after[0].1[..7], line[..7]);
    session.handle(Panel::Inspect(Some(Tab::Logs)));
    session.handle(Panel::Inspect(Some(Tab::Transcript)));
    session.advance(300_000);
    assert_ne!(lines(&mut session), after);
}

/// A line of the transcript.
fn tab_line(session: &mut Playground, line: &str) -> Piece {
    let tab = tab(session);
    let list = of(&tab, PieceKind::List, "transcript")[0];
    list.parts.iter().find(|item| text(item) == line).unwrap().clone()
}

#[test]
fn a_line_of_long_ago_is_explained_at_its_moment() {
    let mut session = session(Tab::Transcript, &[]);
    for _ in 0..300 {
        session.advance(100_000);
    }
    session.handle(Playback::Pause);
    session.handle(Transcript::Filter(TranscriptFilter::Protocol));
    session.search_with(contains);
    session.handle(Transcript::Search("applies no-op".into()));
    look_back(&mut session);
    let line = &lines(&mut session)[0].1;
    let why = tab_line(&mut session, line).parts[1].intent.clone().unwrap();
    session.handle(why);
    let frame = session.frame();
    let title = english(&frame.scene.why.as_ref().unwrap().title);
    assert!(title.contains("applies no-op"), "{title}");
    assert!(line.starts_with(&raft_playground::seconds(frame.motion.now_us)), "{line}");
}

#[test]
fn playing_updates_panels_every_tenth_of_a_second() {
    let mut session = session(Tab::Transcript, &[]);
    press(&mut session, "All");
    let mut written = Vec::new();
    for _ in 0..30 {
        session.advance(20_000);
        written.push(lines(&mut session));
    }
    written.dedup();
    assert!((4..=7).contains(&written.len()), "{} times in 600 ms", written.len());
    session.advance(20_000);
    session.handle(Playback::Pause);
    let now = session.frame().motion.now_us;
    let last = lines(&mut session);
    assert!(last.len() == 40 && last[0] != written[written.len() - 1][0], "at {now}: {last:?}");
    session.handle(Playback::Step);
    assert_ne!(lines(&mut session), last, "a step is told at once");
}
