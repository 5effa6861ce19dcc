//! Beats and questions.

use raft_sim::script::{BeatReached, CommandKind, PointTarget, ScriptRun};
use raft_sim::{Script, Time};

/// A cluster without randomness: A requests votes at 2 ms and leads at 23 ms.
const CLOCKWORK: &str =
    "election-timeout 600s\nnetwork latency 10ms jitter 0ms\ndisk-latency 1ms\n";

fn script(text: &str) -> Script {
    format!("{CLOCKWORK}{text}").parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The true choices of each beat's question, and the failures.
fn judged(text: &str) -> (Vec<Vec<bool>>, Vec<String>) {
    let report = script(text).play().unwrap();
    let truths = |beat: &BeatReached| {
        let question = beat.question.as_ref()?;
        Some(question.choices.iter().map(|choice| choice.is_true).collect())
    };
    let truths = report.beats.iter().filter_map(truths).collect();
    (truths, report.failures.iter().map(ToString::to_string).collect())
}

#[test]
fn a_beat_is_reached_at_the_instant_of_its_step() {
    let text = "\
at 1ms: time out A
beat stands:
  say \"A asks for votes.\"; say \"It needs two.\"
  point at timer A, message request-vote A->B, entry 1 B, link A-X
  invite cut, time out
until leader A: say \"Alone.\"
beat leads: say \"A leads.\"
beat again: say \"Still.\"; expect leader A
";
    let report = script(text).play().unwrap();
    assert_eq!(report.failures, []);
    let reached: Vec<_> =
        report.beats.iter().map(|beat| (beat.name.as_str(), beat.at, beat.line.0)).collect();
    let (first, led) = (Time::from_millis(1), Time::from_millis(23));
    assert_eq!(reached, [("stands", first, 5), ("leads", led, 10), ("again", led, 11)]);
    assert_eq!(report.beats[0].text, "A asks for votes. It needs two.");
    assert_eq!(report.beats[0].invites, [CommandKind::Cut, CommandKind::TimeOut]);
    let [a, b] = ["A", "B"].map(|name| name.parse().unwrap());
    assert_eq!(report.beats[0].points[0], PointTarget::Timer(a));
    assert_eq!(report.beats[0].points[2].to_string(), "entry 1 B");
    assert!(!report.beats[0].points.contains(&PointTarget::End(b)));
    let said: Vec<_> = report.said.iter().map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["A asks for votes.", "It needs two.", "Alone.", "A leads.", "Still."]);
}

#[test]
fn an_expectation_of_a_beat_is_checked() {
    let text = "at 1ms: time out A\nbeat a: say \"A.\"; expect leader A; expect never leader A\n\
                end at 50ms";
    let (_, failures) = judged(text);
    assert_eq!(
        failures,
        [
            "line 5: expected leader A, but there is no leader (at 1.000 ms)",
            "line 5: expected never leader A, but it holds (at 23.000 ms)",
        ]
    );
}

#[test]
fn choices_are_judged_after_the_end_of_the_script() {
    let question = "beat who:
  say \"A asks for votes.\"
  ask \"Who leads?\"
    choice A when leader A within 1s
    choice B when leader B within 1s
    choice \"Nobody for 21 ms\" when no leader within 21ms
    choice \"Nobody for 22 ms\" when no leader within 22ms
    because \"Everyone votes for it.\"
";
    let (truths, failures) = judged(&format!("at 1ms: time out A\n{question}"));
    assert_eq!(truths, [[true, false, true, false]]);
    let two = "line 7: expected exactly one true choice, but 2 are true: A, “Nobody for 21 ms” \
               (at 1.000 ms)";
    assert_eq!(failures, [two]);
}

#[test]
fn acts_of_later_steps_count_for_a_question() {
    let text = "at 1ms: time out A
beat who:
  say \"A asks for votes.\"
  ask \"Who leads?\"
    choice A when leader A within 1s
    choice \"Nobody\" when never leader within 1s
    because \"A is stopped in time.\"
at 5ms: crash A
";
    assert_eq!(judged(text), (vec![vec![false, true]], vec![]));
}

#[test]
fn a_choice_without_a_span_is_about_the_instant_of_its_beat() {
    let text = "until leader A within 1s
beat now:
  say \"A leads.\"
  ask \"Who leads now?\"
    choice A when leader A
    choice \"Nobody\" when no leader
    choice \"Everybody\"
    because \"It has the votes.\"
after 0ms: crash A
end after 1s
";
    let text = format!("at 1ms: time out A\n{text}");
    assert_eq!(judged(&text), (vec![vec![true, false, false]], vec![]));
}

#[test]
fn a_question_without_a_true_choice_is_a_failure_wherever_the_run_is_cut_into_pieces() {
    let text = "at 1ms: time out A
beat who: say \"A asks.\"; ask \"Who leads?\"; choice B when leader B within 100ms; choice \"C\"
  because \"Nobody does.\"
end at 60ms
";
    let none = "line 5: expected exactly one true choice, but none is true (at 1.000 ms)";
    assert_eq!(judged(text).1, [none]);
    let mut run = ScriptRun::new(script(text)).unwrap();
    for millis in (0..80).step_by(7) {
        run.advance(Time::from_millis(millis));
    }
    assert!(run.is_over());
    assert_eq!(run.play(), script(text).play().unwrap());
}

#[test]
fn no_leader_in_a_term_is_an_expectation() {
    let text = "at 1ms: time out A\nuntil leader A: expect no leader in term 2; \
                expect no leader in term 1";
    let failed = "line 5: expected no leader in term 1, but A leads term 1 (at 23.000 ms)";
    assert_eq!(judged(text).1, [failed]);
}

#[test]
fn texts_have_keys_and_can_be_translated() {
    let text = "title \"Title\"
summary \"Summary\"
at 1ms: time out A; say \"Hello.\"
beat who:
  say \"A asks.\"; expect no leader; say \"It waits.\"
  ask \"Who leads?\"
    choice A when leader A within 1s
    choice \"Nobody\"
    because \"It has votes.\"
after 1ms: say \"Bye.\"
task \"Stop A\"
  goal stopped A
  hint \"Press it.\"
  solution:
    crash A; say \"Done.\"
";
    let mut script: Script = text.parse().unwrap();
    let texts = script.texts();
    let keys: Vec<_> = texts.iter().map(|(key, text)| format!("{key}={text}")).collect();
    let expected = "title=Title|summary=Summary|say-1=Hello.|who-say=A asks. It waits.|\
                    who-ask=Who leads?|who-choice-2=Nobody|who-because=It has votes.|say-2=Bye.|\
                    task=Stop A|hint-1=Press it.|solution-say-1=Done.";
    assert_eq!(keys.join("|"), expected);

    script.translate(|key, text| {
        if key != "summary" {
            *text = format!("<{key}>");
        }
    });
    let translated = script.texts();
    assert_eq!(translated.len(), texts.len());
    for (key, text) in translated {
        let wanted = if key == "summary" { "Summary".into() } else { format!("<{key}>") };
        assert_eq!(text, wanted);
    }
    // Only texts have changed.
    script.translate(|key, text| {
        text.clone_from(&texts.iter().find(|(other, _)| other == key).unwrap().1);
    });
    assert_eq!(script.texts(), texts);
    assert_eq!(script.play().unwrap().failures, []);
}

/// The example of TEACHING.md, with a seed with which B leads first.
const TEACHING: &str = r#"
title "A partition"                 # shown in the gallery
summary "Two leaders in two terms, and why only one of them can commit."
level 2                             # 1 newcomer, 2 has seen an election, 3 engineer
paper "§5.2, §5.4"
seed 37

until leader B in term 1 within 500ms
beat elected:                       # a stop with a name: deep link, translation key, progress
  say "B is the leader of term 1."
  point at B, label B               # what the sentence speaks of: marked, never covered
after 100ms: partition A,B | C,D,E
beat split:
  say "The network splits: A and B on one side, C, D and E on the other."
  point at link A-E, link B-C
  invite cut, send                  # acts that the reader is encouraged to try here
  ask "Which side can elect a new leader?"
    choice "A and B"
    choice "C, D and E" when leader in C,D,E within 2s
    choice "Neither" when no leader in term 2 within 2s
    because "Three of five nodes are a majority; two are not."
task "Make C the leader without stopping a node"
  allow cut, mend, partition, time out
  goal leader C
  goal running A,B,C,D,E            # goals latch when `latch`, or must hold together at the end
  hint "A node that hears no leader starts an election."
  par 2                             # fewest acts known
  solution:
    isolate B
    until leader C within 5s
"#;

#[test]
fn the_example_of_the_design_is_played_and_checked() {
    let script: Script = TEACHING.parse().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(script.to_string().parse().as_ref(), Ok(&script));
    let mut run = ScriptRun::new(script).unwrap();
    run.advance(Time::NEVER);
    assert_eq!(run.failures(), []);
    let names: Vec<_> = run.beats().iter().map(|beat| beat.name.as_str()).collect();
    assert_eq!(names, ["elected", "split"]);
    let question = run.beats()[1].question.as_ref().unwrap();
    assert!(question.choices[1].is_true);
    assert_eq!(run.task_beginning().unwrap().check(), []);
}
