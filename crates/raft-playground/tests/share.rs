//! What is shared comes back as it was; what is mangled gets a sentence and changes nothing.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

mod english;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use english::english;
use raft_playground::intent::{Client, Fault, NodeAction, Playback};
use raft_playground::share::{ImportJob, ImportProgress, LARGEST, OpenedRun};
use raft_playground::text::{Sentence, say};
use raft_playground::{Address, Command, Frame, Intent, Options, Playground, Speed};
use raft_sim::script::Printed;
use raft_sim::{Script, Simulation, Time, swarm};

/// Cuts a node's links with the other nodes.
fn isolate(node: Address) -> Intent {
    Fault::Node { node, action: NodeAction::Isolate }.into()
}

fn session(seed: u64) -> Playground {
    let options = Options { seed, nodes: 5, speed: Speed::FASTEST, paused: false };
    Playground::new(&options).unwrap()
}

fn open(text: &str) -> Result<OpenedRun, String> {
    let mut opening = ImportJob::new(text, None).map_err(|sentence| english(&sentence))?;
    loop {
        match opening.resume() {
            ImportProgress::Going(going) => opening = going,
            ImportProgress::Done(opened) => return Ok(*opened),
        }
    }
}

/// Steps of a generator of Marsaglia's: the same draws every time.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(end)).unwrap()
    }
}

/// Something that a user might do.
fn act(draws: &mut Draws) -> Intent {
    let mut node = || ["A", "B", "C", "D", "E"][draws.below(5) as usize].parse().unwrap();
    let (first, second) = (node(), node());
    match draws.below(14) {
        0 | 1 => Client::Send { text: format!("x={}", draws.below(9)).into(), via: None }.into(),
        2 => Client::Send { text: "y: a;b->\"#\\\"".into(), via: Some(first) }.into(),
        3 => Command::Crash(first).into(),
        4 => Command::Restart(first).into(),
        5 => isolate(first),
        6 => Command::Heal.into(),
        7 => Command::TimeOut(first).into(),
        8 if first != second => Fault::ToggleLink { first, second }.into(),
        9 => Playback::Step.into(),
        10 => Playback::StepBack.into(),
        11 => Playback::Seek { to_us: draws.below(2_000_000).into() }.into(),
        12 => Playback::SetSpeed(Speed::from_step(draws.below(10) as usize)).into(),
        _ => Playback::Play.into(),
    }
}

/// A session in which much was done, at some moment of it.
fn lived(seed: u64) -> Playground {
    let mut session = session(seed);
    let mut draws = Draws(seed + 1);
    for _ in 0..30 {
        session.advance(draws.below(100_000).into());
        session.handle(act(&mut draws));
    }
    session.handle(Playback::Pause);
    session
}

/// What can be seen, without what is told of how it came to be seen.
fn seen(session: &mut Playground) -> impl PartialEq + std::fmt::Debug + use<> {
    let Frame { scene, motion } = session.frame();
    let clients: Vec<_> = scene.clients.iter().map(|client| client.status.clone()).collect();
    (motion, scene.nodes.clone(), scene.links.clone(), scene.properties.clone(), clients)
}

#[test]
fn a_shared_run_opens_at_the_same_moment_and_continues_identically() {
    for seed in 0..60 {
        let mut shared = lived(seed);
        let text = shared.share_snapshot().text("Look at this");
        let opened = open(&text).unwrap_or_else(|error| panic!("{seed}: {error}\n{text}"));
        assert_eq!(opened.complaint, None, "{seed}: {text}");
        let mut other = session(99);
        other.open(opened);
        assert_eq!(seen(&mut other), seen(&mut shared), "{seed}: {text}");
        let frame = other.frame();
        assert_eq!(frame.scene.caption.as_deref(), Some("Look at this"));
        assert!(!frame.scene.transport.playing, "a moment stands still");
        assert_eq!(frame.scene.transport.speed, shared.frame().scene.transport.speed);
        assert_eq!(other.share_snapshot().text("Look at this"), text, "{seed}");
        for session in [&mut shared, &mut other] {
            for _ in 0..100 {
                session.handle(Playback::Step);
            }
        }
        assert_eq!(seen(&mut other), seen(&mut shared), "{seed}: a hundred steps later\n{text}");
    }
}

#[test]
fn acting_in_an_opened_run_keeps_the_later_commands_as_a_branch() {
    let mut first = session(7);
    first.advance(1_000_000);
    first.handle(Command::Crash("A".parse().unwrap()));
    first.advance(1_000_000);
    first.handle(Playback::Seek { to_us: 500_000 });
    let mut other = session(1);
    other.open(open(&first.share_snapshot().text("")).unwrap());
    other.handle(isolate("B".parse().unwrap()));
    let text = other.share_snapshot().text("");
    assert!(text.contains("partition B |") && !text.contains("crash A"), "{text}");
}

#[test]
fn every_swarm_run_round_trips() {
    for seed in 0..40 {
        let trial = swarm::trial(seed, None, None);
        let printed =
            Printed { title: None, run: &trial.run, said: &[], end: trial.simulated }.to_string();
        let mut session = session(1);
        session.open(open(&printed).unwrap());
        // It began at its beginning, and so its first line differs.
        let text = session.share_snapshot().text("");
        assert_eq!(text.split_once('\n').unwrap().1, printed, "{seed}");
    }
}

#[test]
fn any_caption_round_trips_as_text() {
    for caption in
        ["“é”", "<img src=q onerror=alert(1)>", "a \"b\" \\ c # d ; e\nend at 1s", "\u{7}"]
    {
        let mut other = session(1);
        other.open(open(&session(7).share_snapshot().text(caption)).unwrap());
        assert_eq!(other.frame().scene.caption.as_deref(), Some(caption));
    }
}

#[test]
fn an_invalid_script_is_refused_with_a_position() {
    let huge = "#".repeat(LARGEST + 1);
    for (text, sentence) in [
        (
            "sed 7",
            "The link, line 1, column 1: there is no setting or step `sed`; did you mean “seed”?",
        ),
        ("nodes 12", "The link, line 1, column 7, nodes: Must be between 1 and 9."),
        (
            "waive commit-own-trem",
            "The link, line 1, column 7, waive: There is no “commit-own-trem”. Did you mean \
             “commit-own-term”?",
        ),
        ("at 0ms: X sends x+=y", "The link, line 1, column 17: Add a whole number, such as x+=2."),
        (
            "nodes 5\nat 0ms: crash Q",
            "The link, line 2, column 15: there is no node Q: the nodes are A to E.",
        ),
        (
            "\u{0}\u{1}PNG",
            "The link, line 1, column 1: \u{2068}there is no setting or step \
             `\u{fffd}\u{fffd}PNG`\u{2069}.",
        ),
        (&huge, "The link was not opened: it is larger than 2 MB."),
    ] {
        assert_eq!(open(text).unwrap_err(), sentence);
    }
    let hostile = english(&ImportJob::new("x", Some(&"<b>\n".repeat(1000))).unwrap_err());
    assert!(hostile.chars().count() < 200 && !hostile.contains('\n'), "{hostile}");
}

#[test]
fn a_damaged_script_never_panics() {
    let mut draws = Draws(2014);
    let (mut opened, mut refused) = (0, 0);
    for seed in 0..20 {
        let text = lived(seed).share_snapshot().text("Mangled");
        for _ in 0..100 {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=draws.below(3) {
                let at = draws.below(u32::try_from(bytes.len()).unwrap()) as usize;
                match draws.below(3) {
                    0 => bytes[at] = u8::try_from(draws.below(256)).unwrap(),
                    1 => drop(bytes.remove(at)),
                    _ => bytes.truncate(at.max(1)),
                }
            }
            match ImportJob::new(&String::from_utf8_lossy(&bytes), None) {
                Err(sentence) => {
                    refused += 1;
                    let sentence = english(&sentence);
                    assert!(sentence.starts_with("The link, line "), "{sentence}");
                    assert_eq!(sentence.lines().count(), 1, "{sentence}");
                }
                // However much it asks for, a call of it is short.
                Ok(mut opening) => {
                    for _ in 0..3 {
                        match opening.resume() {
                            ImportProgress::Going(going) => opening = going,
                            ImportProgress::Done(done) => {
                                opened += 1;
                                session(1).open(*done);
                                break;
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(opened > 100 && refused > 100, "{opened} were opened, {refused} refused");
}

#[test]
fn a_day_long_run_is_opened_in_steps() {
    let text = "nodes 9\nend at 86400s";
    let mut opening = ImportJob::new(text, None).unwrap();
    for _ in 0..20 {
        let ImportProgress::Going(going) = opening.resume() else { panic!("a day in 20 calls") };
        opening = going;
    }
}

#[test]
fn a_report_with_comments_above_the_run_opens() {
    let session = lived(5);
    let text = session.share_snapshot().text("");
    let mut other = crate::session(1);
    other.open(open(&format!("# what broke\n# where\n{text}")).unwrap());
    assert_eq!(other.share_snapshot().text(""), text);
}

#[test]
fn seeking_beyond_the_simulated_time_works() {
    let mut session = session(7);
    session.show(3_500_000);
    assert_eq!(session.frame().motion.now_us, 3_500_000);
    session.show(1_000_000);
    let mut other = crate::session(7);
    other.advance(1_000_000);
    assert_eq!(seen(&mut session), seen(&mut other));
}

#[test]
fn a_moment_of_another_version_is_reported() {
    let text = session(7).share_snapshot().text("");
    let text = text.replacen("event 0", "event 5", 1);
    let complaint = english(&open(&text).unwrap().complaint.unwrap());
    assert!(complaint.contains("another version"), "{complaint}");
}

/// The stories by name.
fn stories() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "raft"));
    let mut files: Vec<_> = files
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into(), path))
        .map(|(name, path)| (name, fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    assert!(files.len() >= 15);
    files
}

#[test]
fn a_story_starts_at_time_zero_and_shows_each_text_at_its_moment() {
    for (name, text) in stories() {
        let opened = open(&text).unwrap();
        assert_eq!(opened.complaint, None, "{name}");
        let mut session = session(1);
        session.open(opened);
        // It plays, unless it says something at the beginning.
        let scene = session.frame().scene;
        let has_spoken = scene.story.as_ref().is_some_and(|story| story.place.is_some());
        assert!(scene.transport.playing != has_spoken, "{name}");
        let text_of_beginning = session.share_snapshot().text("");
        let is_at_beginning = text_of_beginning.starts_with("# raft-playground 1: event 0,");
        assert!(is_at_beginning != has_spoken, "{name}: {text_of_beginning}");
        let report = text.parse::<Script>().unwrap().play().unwrap();
        for said in &report.said {
            session.handle(Playback::Seek { to_us: said.at.0 });
            let same = report.said.iter().filter(|other| other.at == said.at);
            let together: Vec<_> = same.map(|other| &*other.text).collect();
            let told = say::story_text(&*together.join(" "));
            assert_eq!(session.frame().scene.sentence, told, "{name}");
        }
        session.handle(Playback::Seek { to_us: report.end.0 });
        let said: Vec<_> = report
            .said
            .chunk_by(|one, other| one.at == other.at)
            .map(|said| {
                let texts: Vec<_> = said.iter().map(|said| &*said.text).collect();
                (said[0].at, Rc::from(texts.join(" ")))
            })
            .collect();
        // It is known up to the next event, so that acting at its end begins a branch.
        let mut simulation = Simulation::new(report.run.clone()).unwrap();
        simulation.run_until(report.end);
        let end = simulation.next_at().unwrap_or(report.end);
        let printed = Printed { title: None, run: &report.run, said: &said, end };
        let printed = printed.to_string();
        assert_eq!(
            session.share_snapshot().text("").split_once('\n').unwrap().1,
            printed,
            "{name}"
        );
    }
}

/// The sentence and its caption.
fn told(session: &mut Playground) -> (Sentence, Option<Rc<str>>) {
    let scene = session.frame().scene;
    (scene.sentence.clone(), scene.caption.clone())
}

#[test]
fn a_shared_story_keeps_its_lines_and_shows_the_caption_of_whoever_shared_it() {
    for (name, text) in stories() {
        let mut story = session(1);
        story.open(open(&text).unwrap());
        let report = text.parse::<Script>().unwrap().play().unwrap();
        let Some(first) = report.said.first() else { continue };
        let at_us = first.at.0 + 1;
        let title = story.share_snapshot().title().to_owned();
        for caption in [&*title, "", "Look at \"this\"; # now"] {
            story.handle(Playback::Seek { to_us: at_us });
            let shared = story.share_snapshot().text(caption);
            let opened = open(&shared).unwrap_or_else(|error| panic!("{name}: {error}\n{shared}"));
            assert_eq!(opened.complaint, None, "{name}: {shared}");
            let mut other = session(2);
            other.open(opened);
            let shown = |session: &mut Playground, to_us| {
                session.handle(Playback::Seek { to_us });
                told(session)
            };
            let has_own = !caption.is_empty() && caption != title;
            let expected = shown(&mut story, at_us);
            let expected = if has_own { (say::story_text(caption), None) } else { expected };
            assert_eq!(told(&mut other), expected, "{name}");
            for said in report.said.iter().filter(|said| said.at.0 != at_us) {
                let here = shown(&mut other, said.at.0);
                assert_eq!(here, shown(&mut story, said.at.0), "{name}");
            }
        }
    }
}

#[test]
fn a_story_can_be_left_and_restarted() {
    let (_, text) = stories().into_iter().find(|(name, _)| name == "partition").unwrap();
    let title = text.parse::<Script>().unwrap().title;
    let mut session = session(1);
    session.open(open(&text).unwrap());
    let beginning = session.share_snapshot().text("");
    session.handle(Playback::Seek { to_us: 100_000 });
    session.handle(Command::Crash("A".parse().unwrap()));
    session.advance(1_000_000);
    assert_eq!(session.frame().scene.caption.as_deref(), title.as_deref(), "it was left");
    session.handle(Playback::Reset { seed: None });
    assert_eq!(session.share_snapshot().text(""), beginning);
    assert_ne!(session.frame().scene.caption.as_deref(), title.as_deref(), "it is told again");
    session.handle(Playback::Reset { seed: Some(4) });
    assert_eq!(session.frame().scene.caption, None);
    assert!(session.share_snapshot().text("").contains("\nseed 4\n\nend at 0ms\n"));
}

#[test]
fn an_unmet_expectation_is_reported_with_its_line() {
    let text = "title \"No\"\nat 10ms: expect leader A\nexpect stopped B\nend at 1s";
    let complaint = english(&open(text).unwrap().complaint.unwrap());
    assert_eq!(
        complaint,
        "The link, line 2: an expectation failed: expected leader A, but there is no leader (at \
         0.010 s). It is not the only one."
    );
}

#[test]
fn a_trace_can_be_written_from_the_text_of_the_moment_shown() {
    let mut session = lived(3);
    session.handle(Playback::Seek { to_us: 10_000_000 });
    session.handle(Playback::SetSpeed(Speed::FASTEST));
    session.handle(Playback::Play);
    session.advance(1_000_000);
    let shown = session.share_snapshot();
    let text = shown.text("");
    let script: Script = text.parse().unwrap();
    let (run, end, _) = script.plain_run().unwrap();
    let report = script.play().unwrap();
    assert!(!run.commands.is_empty() && run == report.run);
    assert_eq!(end, report.end);
    assert!(shown.events() > 100);
    assert!(text.contains(&format!(" event {}, ", shown.events())), "{text}");
}

#[test]
fn a_story_and_its_moment_say_everything_until_the_user_acts() {
    let (_, text) = stories().into_iter().find(|(name, _)| name == "partition").unwrap();
    let mut session = session(1);
    assert_eq!(session.share_snapshot().story_moment(), None);
    session.open(open(&text).unwrap());
    session.handle(Playback::Seek { to_us: 100_000 });
    assert_eq!(session.share_snapshot().story_moment(), Some(Time(100_000)));
    session.handle(Command::Crash("A".parse().unwrap()));
    assert_eq!(session.share_snapshot().story_moment(), None);
    session.show(60_000_000);
    session.handle(Playback::Reset { seed: None });
    session.show(60_000_000);
    assert_eq!(session.share_snapshot().story_moment(), Some(Time(60_000_000)));
    session.handle(Command::Crash("A".parse().unwrap()));
    assert_eq!(session.share_snapshot().story_moment(), None, "no branch, but an act");
}

#[test]
fn restarting_a_story_can_be_undone_and_redone() {
    let (_, text) = stories().into_iter().find(|(name, _)| name == "partition").unwrap();
    let mut session = session(1);
    session.open(open(&text).unwrap());
    session.handle(Playback::Seek { to_us: 700_000 });
    session.handle(Command::Crash("A".parse().unwrap()));
    let (left, shared) = (seen(&mut session), session.share_snapshot().text(""));
    session.handle(Playback::Reset { seed: None });
    let begun = seen(&mut session);
    session.handle(Playback::Undo);
    assert_eq!((seen(&mut session), session.share_snapshot().text("")), (left, shared));
    session.handle(Playback::Undo);
    assert_eq!(seen(&mut session), begun);
}

#[test]
fn a_text_has_the_commands_of_its_actions_for_the_visible_cluster() {
    let commands = |text: &str| session(7).share_snapshot().commands(text);
    let [a, b] = ["A", "B"].map(|name| name.parse().unwrap());
    assert_eq!(commands("crash A; restart B"), Ok(vec![Command::Crash(a), Command::Restart(b)]));
    assert_eq!(commands("crash A\nheal"), Ok(vec![Command::Crash(a), Command::Heal]));
    let refused = |text: &str| english(&commands(text).unwrap_err());
    assert!(refused("heal; crsh A").starts_with("The command, line 1, column 7: "));
    // There is no such node.
    assert!(refused("crash I").starts_with("The command, line 1, column "));
    for no_command in ["", "  ", "say \"hello\"", "expect no leader"] {
        assert!(!refused(no_command).is_empty(), "{no_command}");
    }
    // Another step would happen at another moment.
    assert!(!refused("heal\nat 5s: crash A").is_empty());
}

#[test]
fn a_command_of_a_text_is_for_the_settings_of_the_visible_run() {
    let text = "nodes 3\nspares 1\nclients 2\nat 10ms: crash A\nend at 20ms\n";
    let mut page = session(1);
    page.open(open(text).unwrap());
    let snapshot = page.share_snapshot();
    assert!(snapshot.commands("Y sends x=1; X via C sends y=2").is_ok());
    assert!(snapshot.commands("crash E").is_err());
}
