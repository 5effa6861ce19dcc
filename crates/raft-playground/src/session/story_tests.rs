//! Stories: where they stop, what they say there, their questions and tasks.

use std::fs;
use std::path::Path;

use raft_sim::{Address, Command, Time};

use super::{Options, Session};
use crate::intent::{Intent, Panel, Playback, Speed, Story};
use crate::share::{ImportJob, ImportProgress, OpenedRun};
use crate::stage;
use crate::text::{Catalog, Language, NativeCatalog, Sentence, say};
use crate::view::{
    ChoiceState, Panels, PropertyStatus, PropertyView, Scene, Spotlight, StoryView, TaskView,
};

/// A frame of a slow browser.
const FRAME_US: u64 = 50_000;

const STORY: &str = r#"title "Two beats"
seed 7
speed 1/20
at 0ms: time out A
until leader A within 1s
beat elected:
  say "A leads."
  point at A, label B, log C, timer D, link A-E, X, clock
  invite crash, cut
beat again:
  say "It leads term 1."
after 1s: crash A
beat stopped:
  say "A stops."
  ask "Who leads next?"
    choice A
    choice B when leader B within 2s
    choice "Somebody else" when leader in C,D,E within 2s
    because "The rest are a majority."
task "Stop B, then start it."
  allow crash, restart
  goal latch stopped B
  goal running B
  hint "Click B."
  par 2
  solution:
    crash B
    after 10ms: restart B
"#;

fn opened(script: &str) -> OpenedRun {
    let mut job = ImportJob::new(script, Some("story.raft")).unwrap();
    loop {
        match job.resume() {
            ImportProgress::Going(going) => job = going,
            ImportProgress::Done(opened) => return *opened,
        }
    }
}

/// A session in which a story has just been opened.
fn session(script: &str) -> Session {
    let speed = Speed::default();
    let options = Options { seed: 1, nodes: 5, speed, paused: false };
    let mut session = Session::new(&options).unwrap();
    let opened = opened(script);
    assert_eq!(opened.complaint, None);
    session.open(opened);
    session
}

fn scene(session: &Session) -> Scene {
    Scene::clone(&stage::scene(&session.snapshot(), Panels::default(), None))
}

fn story(session: &Session) -> StoryView {
    StoryView::clone(scene(session).story.as_ref().unwrap())
}

fn task(session: &Session) -> TaskView {
    story(session).task.unwrap()
}

fn sentence(session: &Session) -> Sentence {
    session.snapshot().sentence()
}

/// Plays until the story stops; returns how many frames that took.
fn play(session: &mut Session) -> u64 {
    let mut frames = 0;
    while session.playback.is_playing {
        session.advance(FRAME_US);
        frames += 1;
        assert!(frames < 10_000, "it does not stop");
    }
    frames
}

fn act(session: &mut Session, intent: impl Into<Intent>) {
    session.handle(intent.into());
}

fn node(name: &str) -> Address {
    name.parse().unwrap()
}

#[test]
fn a_story_stops_at_each_beat_and_goes_on_when_the_reader_wants() {
    let mut session = session(STORY);
    assert_eq!(sentence(&session), say::story_text("Two beats"));
    assert_eq!(session.playback.speed.slowdown(), 20);
    play(&mut session);
    assert_eq!((story(&session).place, sentence(&session)), (Some(0), say::story_text("A leads.")));
    let at = session.lane().now();
    act(&mut session, Story::Continue);
    assert_eq!(sentence(&session), say::story_text("It leads term 1."));
    assert_eq!((session.lane().now(), session.playback.is_playing), (at, false));
    act(&mut session, Story::Continue);
    play(&mut session);
    assert_eq!((story(&session).place, sentence(&session)), (Some(2), say::story_text("A stops.")));
    assert!(story(&session).later.is_some(), "most of a second was skipped");
    act(&mut session, Story::Back);
    assert_eq!((session.lane().now(), story(&session).place), (at, Some(1)));
    act(&mut session, Story::GoTo(0));
    assert_eq!(sentence(&session), say::story_text("A leads."));
    assert!(!story(&session).has_back);
}

#[test]
fn continue_on_the_way_goes_to_the_next_beat_and_back_to_the_last_one() {
    let mut session = session(STORY);
    act(&mut session, Story::Continue);
    assert_eq!((story(&session).place, session.playback.is_playing), (Some(0), false));
    act(&mut session, Story::Continue);
    act(&mut session, Story::Continue);
    session.advance(FRAME_US);
    act(&mut session, Story::Back);
    assert_eq!((story(&session).place, session.playback.is_playing), (Some(1), false));
    act(&mut session, Playback::Toggle);
    assert!(session.playback.is_playing, "the key that plays continues the story");
}

#[test]
fn a_long_way_between_beats_takes_seconds_at_every_speed() {
    for slowdown in [1000, 50, 1] {
        let mut session = session(&STORY.replace("1/20", &format!("1/{slowdown}")));
        act(&mut session, Story::GoTo(1));
        act(&mut session, Story::Continue);
        let wall_us = play(&mut session) * FRAME_US;
        let watched_us = 160_000 * slowdown;
        assert!(wall_us <= 1_600_000 + watched_us, "1/{slowdown}: {wall_us}");
        assert!(wall_us >= watched_us.min(1_000_000), "1/{slowdown}: {wall_us}");
    }
}

#[test]
fn acting_leaves_the_story_and_the_reader_can_return_to_the_beat() {
    for place in 0..3 {
        let mut session = session(STORY);
        act(&mut session, Story::GoTo(place));
        let (at, told) = (session.lane().now(), sentence(&session));
        act(&mut session, Command::Crash(node("C")));
        assert!(!story(&session).is_told, "{place}");
        assert_ne!(sentence(&session), told, "{place}");
        act(&mut session, Playback::Play);
        session.advance(30_000_000);
        assert!(session.lane().now() > at);
        act(&mut session, Story::Return);
        assert!(story(&session).is_told, "{place}");
        assert_eq!((session.lane().now(), sentence(&session)), (at, told), "{place}");
        assert!(session.lane().simulation().hosts()[2].process.is_some());
    }
}

#[test]
fn acting_in_a_story_says_that_the_reader_left_it() {
    let english = NativeCatalog::new(Language::English);
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(0));
    act(&mut session, Command::Crash(node("B")));
    let told = english.render(&sentence(&session));
    assert!(told.starts_with("You left the story at"), "{told}");
}

#[test]
fn a_question_is_answered_by_a_choice_or_on_the_stage_and_shows_what_is_true() {
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(2));
    let question = story(&session).question.unwrap();
    assert_eq!(question.choices.len(), 3);
    assert!(question.choices.iter().all(|choice| choice.state == ChoiceState::Open));
    assert_eq!(question.because, None);
    act(&mut session, Panel::Select(Some(node("A"))));
    let question = story(&session).question.unwrap();
    assert_eq!(question.choices[0].state, ChoiceState::Wrong);
    let right = |choice: &&crate::view::ChoiceView| choice.state == ChoiceState::Right;
    assert_eq!(question.choices.iter().filter(right).count(), 1);
    assert!(question.because.is_some());
    act(&mut session, Story::Choose(1));
    assert_eq!(story(&session).question.unwrap(), question, "the first answer counts");
    act(&mut session, Panel::Select(Some(node("A"))));
    assert!(session.selection.node().is_some(), "then a click opens the menu again");
}

#[test]
fn a_beat_points_at_what_its_text_speaks_of_inside_the_stage() {
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(0));
    let scene = scene(&session);
    let spotlights = &scene.story.as_ref().unwrap().spotlights;
    assert_eq!(spotlights.len(), 7);
    let stage = scene.layout.stage;
    for spotlight in spotlights {
        let (left, top, right, bottom) = match *spotlight {
            Spotlight::Circle(centre, radius) => {
                (centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius)
            }
            Spotlight::Box(place) => {
                (place.x, place.y, place.x + place.width, place.y + place.height)
            }
            Spotlight::Line(line) => (line.from.x, line.from.y, line.to.x, line.to.y),
            Spotlight::Control(_) => continue,
        };
        assert!(left >= 0.0 && top >= 0.0, "{spotlight:?}");
        assert!(right.max(left) <= stage.width && bottom.max(top) <= stage.height, "{spotlight:?}");
    }
    act(&mut session, Story::Continue);
    assert_eq!(story(&session).spotlights, []);
}

#[test]
fn a_task_is_solved_by_the_readers_own_acts() {
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(3));
    assert_eq!(task(&session).goals.iter().filter(|(_, is_met)| *is_met).count(), 1);
    act(&mut session, Command::Crash(node("B")));
    assert_eq!(task(&session).status, Some(say::task_acts(1_u64)));
    act(&mut session, Command::Isolate(node("C")));
    assert_eq!(task(&session).solved_with, None);
    act(&mut session, Story::UndoAct);
    assert_eq!(task(&session).status, Some(say::task_acts(1_u64)), "the first act stays");
    act(&mut session, Playback::Play);
    session.advance(1_000_000);
    act(&mut session, Command::Restart(node("B")));
    assert_eq!(task(&session).solved_with, Some(2));
    assert_eq!(task(&session).status, Some(say::task_solved(2_u64)));
    act(&mut session, Story::UndoAct);
    assert_eq!(task(&session).solved_with, None, "going back takes the verdict back");
    act(&mut session, Story::StartOver);
    assert_eq!(task(&session).status, None);
    act(&mut session, Story::Back);
    assert_eq!((story(&session).place, story(&session).is_told), (Some(2), true));
}

#[test]
fn an_act_that_a_task_does_not_allow_is_named_until_it_is_undone() {
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(3));
    act(&mut session, Command::TimeOut(node("C")));
    assert_eq!(task(&session).status, Some(say::task_not_allowed(say::act_timer())));
    act(&mut session, Story::UndoAct);
    assert_eq!(task(&session).status, None);
}

#[test]
fn hints_come_one_by_one_and_the_shown_solution_does_not_count() {
    let mut session = session(STORY);
    act(&mut session, Story::GoTo(3));
    assert!(task(&session).hints.is_empty());
    act(&mut session, Story::Hint);
    act(&mut session, Story::Hint);
    assert_eq!(task(&session).hints.len(), 1);
    act(&mut session, Story::AskForSolution(true));
    assert_eq!(task(&session).question, Some(say::task_show_question()));
    act(&mut session, Story::ShowSolution);
    session.advance(10_000_000);
    let shown = task(&session);
    assert!(shown.goals.iter().all(|(_, is_met)| *is_met), "{shown:?}");
    assert_eq!((shown.solved_with, shown.status), (None, Some(say::task_solution_runs())));
}

#[test]
fn in_a_file_without_beats_each_moment_with_a_text_is_a_beat() {
    let script = "seed 7\nat 100ms:\n  say \"One.\"\n  say \"Two.\"\n\
                  at 100001us: say \"Three.\"\nat 1s: say \"Four.\"\nend at 2s";
    let mut session = session(script);
    let mut told = Vec::new();
    for _ in 0..3 {
        play(&mut session);
        told.push(sentence(&session));
        act(&mut session, Story::Continue);
    }
    assert_eq!(told, ["One. Two.", "Three.", "Four."].map(say::story_text));
    act(&mut session, Playback::Play);
    session.advance(5_000_000);
    assert_ne!(sentence(&session), say::story_text("Four."), "after its end, the page tells");
}

#[test]
fn steps_and_readers_who_want_no_motion_pass_over_no_beat() {
    let mut stepped = session(STORY);
    let mut calm = session(STORY);
    let (mut seen, mut shown) = (Vec::new(), Vec::new());
    for _ in 0..1500 {
        act(&mut stepped, Playback::Step);
        seen.extend(story(&stepped).place);
        calm.advance_to_event(700_000);
        if !calm.playback.is_playing {
            shown.extend(story(&calm).place);
            act(&mut calm, Story::Continue);
        }
    }
    seen.dedup();
    assert_eq!(seen, [0, 1, 2]);
    assert_eq!(shown[..3], [0, 1, 2]);
}

/// The stories and the tour, by file.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["", "tour", "tasks"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/stories").join(folder);
        let Ok(all) = fs::read_dir(path) else { continue };
        for file in all {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "raft") {
                files.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn every_beat_of_every_story_is_reached_by_continue_and_directly() {
    for (name, text) in files() {
        let mut told = session(&text);
        let beats = story(&told).beats.len();
        let mut reached = Vec::new();
        while reached.len() < beats {
            play(&mut told);
            let place = story(&told).place.unwrap();
            reached.push(place);
            let mut direct = session(&text);
            act(&mut direct, Story::GoTo(place));
            assert_eq!(direct.lane().now(), told.lane().now(), "{name}, beat {place}");
            assert_eq!(scene(&direct).nodes, scene(&told).nodes, "{name}, beat {place}");
            assert_eq!(story(&direct), story(&told), "{name}, beat {place}");
            act(&mut told, Story::Continue);
        }
        assert!(reached.iter().copied().eq(0..beats), "{name}: {reached:?}");
    }
}

#[test]
fn every_point_of_every_beat_is_on_the_stage() {
    for (name, text) in files() {
        let mut told = session(&text);
        let beats = told.provenance.story.as_ref().unwrap().content.beats.clone();
        for (place, beat) in beats.iter().enumerate() {
            act(&mut told, Story::GoTo(place));
            let shown = story(&told).spotlights.len();
            assert!(shown >= beat.points.len(), "{name}, {}: {:?}", beat.name, beat.points);
        }
    }
}

#[test]
fn every_task_begins_unsolved_and_its_solution_solves_it_in_the_page() {
    for (name, text) in files() {
        let mut session = session(&text);
        if !story(&session).has_task {
            continue;
        }
        act(&mut session, Story::GoTo(usize::MAX));
        assert_eq!(task(&session).solved_with, None, "{name}");
        let start = session.lane().now();
        act(&mut session, Story::ShowSolution);
        while task(&session).goals.iter().any(|(_, is_met)| !is_met) {
            session.advance(1_000_000);
            assert!(session.lane().now() < Time(start.0 + 30_000_000), "{name}");
        }
    }
}

#[test]
fn a_story_that_breaks_a_guarantee_does_not_stop_before_its_next_beat() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let chapter = fs::read_to_string(root.join("web/stories/tour/6-safety.raft")).unwrap();
    let mut session = session(&chapter);
    assert!(session.show_named_beat("vote-remembered"));
    let place = story(&session).place;
    act(&mut session, Story::Continue);
    play(&mut session);
    assert_eq!(story(&session).place, place.map(|place| place + 1));
    let is_broken = |property: &PropertyView| property.status == PropertyStatus::Violated;
    assert!(scene(&session).properties.iter().any(is_broken), "Election Safety is broken");
}
