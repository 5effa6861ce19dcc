//! Where the page begins, and what it tells and keeps of the place of a story.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

use raft_playground::intent::{Fault, NodeAction, Playback, Story};
use raft_playground::share::{ImportJob, ImportProgress, StoryPlace};
use raft_playground::{Address, Command, Options, Playground, Speed};

const STORY: &str = r#"title "Two beats"
next "tour/2"
at 0ms: time out A
until leader A within 1s
beat elected:
  say "A leads."
after 100ms:
beat later:
  say "It still leads."
task "Stop B."
  goal stopped B
  solution: crash B
"#;

fn playground(paused: bool) -> Playground {
    let options = Options { seed: 7, nodes: 5, speed: Speed::default(), paused };
    Playground::new(&options).unwrap()
}

fn story(script: &str) -> Playground {
    let mut job = ImportJob::new(script, Some("story.raft")).unwrap();
    let mut playground = playground(false);
    loop {
        match job.resume() {
            ImportProgress::Going(going) => job = going,
            ImportProgress::Done(opened) => {
                playground.open(*opened);
                return playground;
            }
        }
    }
}

/// The name of the place, the next story at the end, and the acts that solved the task.
fn place(playground: &Playground) -> Option<(String, Option<String>, Option<u32>)> {
    let shown = playground.share_snapshot();
    let place: &StoryPlace = shown.story_place()?;
    Some((place.name().into(), place.next().map(Into::into), place.solved_with()))
}

fn now_us(playground: &mut Playground) -> u64 {
    playground.frame().motion.now_us
}

#[test]
fn a_beat_is_shown_by_its_name_and_an_unknown_one_changes_nothing() {
    let mut playground = story(STORY);
    assert!(playground.show_beat("later"));
    assert_eq!(place(&playground).unwrap().0, "later");
    assert!(!playground.frame().scene.transport.playing);
    let at_us = now_us(&mut playground);
    assert!(!playground.show_beat("nowhere"));
    assert_eq!((place(&playground).unwrap().0, now_us(&mut playground)), ("later".into(), at_us));
    assert!(playground.show_beat("elected"));
    assert!(now_us(&mut playground) < at_us);
    assert!(playground.show_beat("task"));
    assert!(playground.frame().scene.story.as_ref().unwrap().task.is_some());
}

#[test]
fn a_run_that_is_no_story_has_no_beat_and_no_place() {
    let mut playground = playground(true);
    assert!(!playground.show_beat("task"));
    assert_eq!(place(&playground), None);
}

#[test]
fn the_place_of_a_story_is_its_beat_its_end_and_how_its_task_was_solved() {
    let mut playground = story(STORY);
    assert_eq!(place(&playground), None, "before the first beat");
    playground.show_beat("elected");
    assert_eq!(place(&playground), Some(("elected".into(), None, None)));
    playground.handle(Story::Continue);
    playground.advance(50_000);
    assert_eq!(place(&playground), None, "on the way to the next beat");
    playground.show_beat("later");
    assert_eq!(place(&playground).unwrap().1, None, "the task follows");
    let next = Some("tour/2".to_owned());
    playground.show_beat("task");
    assert_eq!(place(&playground), Some(("task".into(), next.clone(), None)));
    let node: Address = "B".parse().unwrap();
    playground.handle(Fault::Node { node, action: NodeAction::Stop });
    assert_eq!(place(&playground), Some(("task".into(), next, Some(1))));
    playground.handle(Story::StartOver);
    playground.handle(Story::ShowSolution);
    playground.advance(1_000_000);
    assert_eq!(place(&playground).unwrap().2, None, "a solution that was shown does not count");
}

#[test]
fn a_story_that_names_no_next_one_still_has_an_end() {
    let mut playground = story("title \"A\"\nat 10ms:\nbeat one:\n  say \"a\"\n");
    playground.show_beat("one");
    assert_eq!(place(&playground), Some(("one".into(), Some(String::new()), None)));
}

#[test]
fn acting_leaves_the_place_of_a_story() {
    let mut playground = story(STORY);
    playground.show_beat("elected");
    playground.handle(Command::Crash("C".parse().unwrap()));
    assert_eq!(place(&playground), None);
}

#[test]
fn a_run_begins_soon_before_its_first_election_and_stays_the_same_run() {
    for slowdown in [1, 10, 50, 1000] {
        let speed = Speed::from_slowdown(slowdown).unwrap();
        let options = Options { seed: 7, nodes: 5, speed, paused: false };
        let mut soon = Playground::new(&options).unwrap();
        soon.begin_soon(2_000_000);
        let begins_us = now_us(&mut soon);
        let is_calm =
            |frame: &raft_playground::Frame| frame.scene.nodes.iter().all(|node| node.term == 0);
        assert!(is_calm(&soon.frame()), "1/{slowdown}: an election has begun already");
        let mut whole = Playground::new(&options).unwrap();
        whole.show(begins_us + 2_000_000 / u64::from(slowdown));
        assert!(!is_calm(&whole.frame()), "1/{slowdown}: two seconds later it has not begun");
        soon.handle(Playback::Seek { to_us: u64::MAX });
        soon.show(begins_us + 2_000_000 / u64::from(slowdown));
        assert_eq!(soon.frame().scene.nodes, whole.frame().scene.nodes, "1/{slowdown}");
    }
}
