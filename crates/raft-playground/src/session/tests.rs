//! For how long sentences stand, in wall time.

use std::rc::Rc;

use raft_sim::raft_core::Event;
use raft_sim::{Address, Command, RecordKind};

use super::{Options, Session};
use crate::intent::{Client, Fault, NodeAction, Panel, Playback, Speed};
use crate::state::OpenQuestion;
use crate::text::{Catalog, Language, NativeCatalog, Sentence};

/// A frame of a slow browser.
const FRAME_US: u64 = 50_000;

thread_local! {
    static ENGLISH: NativeCatalog = NativeCatalog::new(Language::English);
}

fn words(sentence: &Sentence) -> usize {
    ENGLISH.with(|english| english.render(sentence)).split_whitespace().count()
}

/// How long a text of so many words has to stand.
fn time_to_read_us(words: usize) -> u64 {
    (words as u64 * 60_000_000 / 180).max(2_500_000)
}

fn session(seed: u64, speed: Speed) -> Session {
    let mut session = Session::new(&Options { seed, nodes: 5, speed, paused: false }).unwrap();
    session.count_words_with(words);
    session
}

/// Plays until that simulated moment, and tells the caller of each frame.
fn play(session: &mut Session, until_us: u64, mut see: impl FnMut(&Session)) {
    while session.lane().now().0 < until_us {
        session.advance(FRAME_US);
        see(session);
    }
}

fn leader(session: &mut Session) -> Address {
    while session.lane().simulation().leader().is_none() {
        session.advance(FRAME_US);
    }
    session.lane().simulation().leader().unwrap().into()
}

fn isolate(node: Address) -> Fault {
    Fault::Node { node, action: NodeAction::Isolate }
}

/// Sentences that matter and were replaced too early, while so much wall time passes.
fn hurried(session: &mut Session, wall_us: u64) -> Vec<String> {
    let mut hurried = Vec::new();
    let mut standing: Option<(Sentence, u64)> = None;
    for _ in 0..wall_us / FRAME_US {
        let [lane] = &session.lanes;
        let news = session.reading.news(&lane.narration, lane.now());
        let shown = news.filter(|news| news.importance.is_worth_reading());
        let shown = shown.map(|news| news.sentence.clone());
        match &mut standing {
            Some((sentence, stood_us)) if Some(&*sentence) == shown.as_ref() => {
                *stood_us += FRAME_US;
            }
            before => {
                if let Some((sentence, stood_us)) = before.take()
                    && stood_us < time_to_read_us(words(&sentence))
                {
                    hurried.push(ENGLISH.with(|english| english.render(&sentence)));
                }
                *before = shown.map(|sentence| (sentence, FRAME_US));
            }
        }
        session.advance(FRAME_US);
    }
    hurried
}

#[test]
fn a_sentence_that_matters_stands_until_it_is_read_at_every_speed() {
    for speed in
        [1, 2, 5, 20, 50, 200, 1000].map(|slowdown| Speed::from_slowdown(slowdown).unwrap())
    {
        let mut session = session(3, speed);
        let leader = leader(&mut session);
        session.handle(Client::Send { text: "x=8".into(), via: Some(leader) }.into());
        assert_eq!(hurried(&mut session, 20_000_000), [""; 0], "{speed:?}");
        session.handle(isolate(leader).into());
        assert_eq!(hurried(&mut session, 30_000_000), [""; 0], "{speed:?}");
        session.handle(Command::Heal.into());
        assert_eq!(hurried(&mut session, 30_000_000), [""; 0], "{speed:?}");
    }
}

#[test]
fn an_act_is_answered_at_once() {
    let mut session = session(7, Speed::FASTEST);
    let leader = leader(&mut session);
    let before = session.snapshot().sentence();
    session.handle(Command::Crash(leader).into());
    let answer = session.snapshot().sentence();
    assert_ne!(answer, before);
    session.advance(2_400_000);
    assert_eq!(session.snapshot().sentence(), answer);
}

#[test]
fn what_stands_when_time_is_paused_stays_until_the_user_goes_on() {
    let mut session = session(7, Speed::FASTEST);
    leader(&mut session);
    session.advance(100_000);
    let shown = session.snapshot().sentence();
    session.handle(Playback::Pause.into());
    session.advance(9_000_000);
    assert_eq!(session.snapshot().sentence(), shown);
}

#[test]
fn why_asks_about_the_sentence_that_stands() {
    let mut session = session(7, Speed::FASTEST);
    leader(&mut session);
    session.advance(300_000);
    let [lane] = &session.lanes;
    let standing = session.reading.news(&lane.narration, lane.now()).unwrap();
    let about = Rc::clone(standing.about.as_ref().unwrap());
    assert_ne!(lane.narration.news(lane.now()).unwrap().sentence, standing.sentence);
    session.handle(Panel::Ask(Some(crate::intent::Question::Sentence)).into());
    let Some(OpenQuestion::Record(record, _)) = &session.selection.open_question else {
        panic!("{:?}", session.selection.open_question)
    };
    assert_eq!(*record, about);
}

#[test]
fn after_healing_the_old_leader_is_always_seen_to_step_down() {
    for seed in 0..30 {
        let speed = if seed % 2 == 0 { Speed::FASTEST } else { Speed::default() };
        let mut session = session(seed, speed);
        let old = leader(&mut session);
        session.handle(isolate(old).into());
        session.handle(Client::Send { text: "x=1".into(), via: Some(old) }.into());
        play(&mut session, 2_000_000, |_| ());
        session.handle(Client::Send { text: "x=2".into(), via: None }.into());
        session.handle(Command::Heal.into());
        let mut is_told = false;
        for _ in 0..400 {
            session.advance(FRAME_US);
            let [lane] = &session.lanes;
            let news = session.reading.news(&lane.narration, lane.now());
            is_told |= news.and_then(|news| news.about.as_ref()).is_some_and(|about| {
                about.subject == Some(old)
                    && matches!(
                        about.kind,
                        RecordKind::Protocol(Event::SteppedDown { was_leader: true, .. })
                    )
            });
        }
        assert!(is_told, "seed {seed}");
    }
}
