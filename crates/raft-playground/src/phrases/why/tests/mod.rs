//! Answers to what people ask, in the stories that the project keeps.

mod clients;
mod figure_8;
mod former_leaders;
mod groups;
mod promises;
mod stalled;
mod votes;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use raft_sim::raft_core::{Body, Event};
use raft_sim::script::ScriptRun;
use raft_sim::{Record, RecordKind, Script, Time};

use super::*;
use crate::phrases::{self, Compared};
use crate::text::{Catalog, Language, NativeCatalog, Words};

/// A run as far as an instant, and what happened until then.
struct Story {
    simulation: Simulation,
    records: Vec<Rc<Record>>,
}

impl Story {
    fn new(script: &str, until: Time) -> Self {
        let mut script_run = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
        script_run.advance(until);
        let records = script_run.simulation_mut().take_records().into_iter().map(Rc::new);
        Self { records: records.collect(), simulation: script_run.simulation().clone() }
    }

    fn past(&self) -> Past<'_> {
        Past {
            simulation: &self.simulation,
            script: &self.simulation.run().commands,
            records: [&[], &self.records],
        }
    }

    /// The reason of the last record for which something holds.
    fn why(&self, is_it: impl Fn(&Record) -> bool) -> Explanation {
        let record = self.records.iter().rfind(|record| is_it(record)).unwrap();
        explain_record(record, &self.past()).unwrap()
    }
}

/// A story that the project keeps, as far as an instant.
fn story(name: &str, millis: u64) -> Story {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    Story::new(&fs::read_to_string(folder.join(name)).unwrap(), Time::from_millis(millis))
}

fn play(script: &str) -> Story {
    Story::new(script, Time(u64::MAX))
}

thread_local! {
    static CATALOG: NativeCatalog = NativeCatalog::new(Language::English);
}

fn english(sentence: &Sentence) -> String {
    CATALOG.with(|catalog| catalog.render(sentence))
}

fn written(words: &Words) -> String {
    CATALOG.with(|catalog| catalog.write(words))
}

fn title(answer: &Explanation) -> String {
    english(&answer.title)
}

/// The sentences of an answer.
fn sentences(answer: &Explanation) -> String {
    answer.reason.sentences.iter().map(english).collect::<Vec<_>>().join(" ")
}

fn address(name: &str) -> Address {
    name.parse().unwrap()
}

/// What was compared, with the verdict: `copies 4 of 5 / 3 of 5 yes`.
fn compared(answer: &Explanation) -> Vec<String> {
    let verdict = |holds| if holds { "yes" } else { "no" };
    let row = |row: &Compared| {
        let (here, needed) = (written(&row.here), written(&row.needed));
        format!("{}: {here} / {needed} {}", english(&row.what), verdict(row.holds))
    };
    answer.reason.compared.iter().map(row).collect()
}

#[test]
fn every_record_has_a_line_and_a_reason_and_every_decision_a_paper_section() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut explained = 0;
    for file in fs::read_dir(folder).unwrap() {
        let story = play(&fs::read_to_string(file.unwrap().path()).unwrap());
        for (place, record) in story.records.iter().enumerate() {
            // As many as the page remembers.
            let recent = &story.records[place.saturating_sub(1000)..=place];
            let past = Past { records: [&[], recent], ..story.past() };
            let answer = explain_record(record, &past);
            let Some(answer) = answer else {
                // What somebody does, and what is nothing but that.
                let own = matches!(
                    record.kind,
                    RecordKind::Commanded(_)
                        | RecordKind::Submitted { .. }
                        | RecordKind::Crashed { .. }
                        | RecordKind::Duplicated(_)
                );
                assert!(own, "{:?}", record.kind);
                continue;
            };
            let sentences = sentences(&answer);
            assert!(sentences.ends_with(['.', '!', ')']), "{:?}: {sentences}", record.kind);
            assert!(title(&answer).starts_with("Why"), "{:?}: {}", record.kind, title(&answer));
            let decided = matches!(record.kind, RecordKind::Protocol(_));
            assert!(!decided || answer.reason.section.contains('§'), "{:?}", record.kind);
            let line = phrases::line(record, &story.simulation);
            assert_ne!(line, Words::from(say::here_nothing()), "{:?}", record.kind);
            explained += 1;
        }
    }
    assert!(explained > 1000, "{explained}");
}

#[test]
fn an_entry_of_an_older_term_waits_for_one_of_the_leaders_own() {
    let story = story("figure-8-d.raft", 306);
    let answer = entries::explain(&story.simulation, address("A"), LogIndex(2)).unwrap();
    assert_eq!(answer.reason.section, "§5.4.2");
    assert_eq!(title(&answer), "Why is x=1, entry 2 of A, not known to be committed?");
    assert_eq!(
        compared(&answer),
        [
            "acknowledged: 3 of 5 / 3 of 5 yes",
            "its term: 1 / 3 no",
            "on the disks of: A–D / 3 of 5 yes"
        ]
    );
}

#[test]
fn a_leader_that_is_cut_off_names_the_nodes_that_it_misses() {
    let Story { simulation, .. } = play(
        "seed 7\nat 1ms: time out A\nat 100ms:\n  partition A | B,C,D,E\n  X via A sends x=1\n\
         end after 100ms",
    );
    let leader = simulation.leader().unwrap();
    let answer = entries::explain(&simulation, leader.into(), LogIndex(2)).unwrap();
    assert_eq!(
        sentences(&answer),
        "A commits it once 3 of 5 nodes have acknowledged it. Missing: B (messages to it are \
         lost), C (messages to it are lost), D (messages to it are lost) and E (messages to it are \
         lost)."
    );
    assert_eq!(compared(&answer)[0], "acknowledged: 1 of 5 / 3 of 5 no");
    assert_eq!(entries::waiting(&simulation), Some((leader.into(), LogIndex(2))));
}

#[test]
fn a_committed_entry_says_whose_disks_hold_it() {
    let Story { simulation, .. } = play("seed 7\nuntil leader:\n  X sends x=1\nend after 300ms");
    let leader = simulation.leader().unwrap();
    let answer = entries::explain(&simulation, leader.into(), LogIndex(2)).unwrap();
    assert!(title(&answer).ends_with(", committed?"), "{}", title(&answer));
    assert!(
        sentences(&answer).ends_with("so every later leader has it."),
        "{}",
        sentences(&answer)
    );
    assert_eq!(compared(&answer), ["on the disks of: A–E / 3 of 5 yes"]);
    assert!(entries::explain(&simulation, leader.into(), LogIndex(3)).is_none());
}

#[test]
fn with_a_rule_off_a_committed_entry_is_not_said_to_be_safe() {
    let Story { simulation, .. } =
        play("seed 7\nwaive commit-own-term\nuntil leader:\n  X sends x=1\nend after 300ms");
    let leader = simulation.leader().unwrap();
    let answer = entries::explain(&simulation, leader.into(), LogIndex(2)).unwrap();
    assert!(
        sentences(&answer)
            .contains("A later leader may still lack it, because this rule is or was off"),
        "{}",
        sentences(&answer)
    );
}

#[test]
fn a_missing_leader_is_explained_by_no_majority_or_pending_timers() {
    let story = play("seed 7\nat 1ms: crash A,B,C\nend at 2s");
    let answer = leaders::explain(&story.past());
    assert_eq!(title(&answer), "Why is there no leader?");
    assert_eq!(compared(&answer), ["reach each other: 2 of 5 / 3 of 5 no"]);

    let story = play("seed 7\nend at 10ms");
    let answer = leaders::explain(&story.past());
    assert!(sentences(&answer).contains("until their timers run out"), "{}", sentences(&answer));

    let story = play("seed 7\nuntil leader: heal\nend after 10ms");
    let answer = leaders::explain(&story.past());
    assert!(title(&answer).ends_with(" lead?"));
    assert!(sentences(&answer).contains("3 of 5 voters voted for it"), "{}", sentences(&answer));
}

/// Whether a record is about an event at a node.
fn event(node: &str, is_it: impl Fn(&Event) -> bool) -> impl Fn(&Record) -> bool {
    let node = address(node);
    move |record| {
        let RecordKind::Protocol(event) = &record.kind else { return false };
        record.subject == Some(node) && is_it(event)
    }
}

#[test]
fn an_election_names_what_began_it() {
    let began = |event: &Event| matches!(event, Event::ElectionStarted { .. });
    let forced = play("seed 7\nat 1ms: time out A\nend at 100ms").why(event("A", began));
    let sentence = "The script made its timer run out, so it starts an election. It votes for \
                    itself and asks the others.";
    assert_eq!(sentences(&forced), sentence);
    assert_eq!(compared(&forced), [""; 0]);

    let story = play("seed 7\nuntil leader: heal\nend after 10ms");
    let leader = Address::Node(story.simulation.leader().unwrap()).to_string();
    let waited = story.why(event(&leader, began));
    assert!(sentences(&waited).starts_with("It heard from no leader"), "{}", sentences(&waited));
    assert!(
        compared(&waited)[0].starts_with("election timer ran for: "),
        "{:?}",
        compared(&waited)
    );

    let story = play("seed 7\npre-vote on\nat 1ms: time out A\nend at 100ms");
    let asked = story.why(event("A", began));
    assert!(sentences(&asked).starts_with("Enough voters said"), "{}", sentences(&asked));
    let first = story.why(event("A", |event| matches!(event, Event::PreVoteStarted { .. })));
    assert!(
        sentences(&first).starts_with("The script made its timer run out"),
        "{}",
        sentences(&first)
    );
}

#[test]
fn a_leader_that_steps_down_says_what_deposed_it() {
    let ended = |event: &Event| matches!(event, Event::SteppedDown { was_leader: true, .. });
    let newer = "seed 7\nat 1ms: time out A\nat 200ms: isolate A\nat 1500ms: heal\nend at 2s";
    let answer = play(newer).why(event("A", ended));
    assert!(sentences(&answer).starts_with("There is a newer term"), "{}", sentences(&answer));

    let alone = "seed 7\ncheck-quorum on\nat 1ms: time out A\nat 200ms: isolate A\nend at 2s";
    let answer = play(alone).why(event("A", ended));
    assert!(
        sentences(&answer).starts_with("No majority has answered it"),
        "{}",
        sentences(&answer)
    );
    assert_eq!(compared(&answer), ["heard from: 1 / 3 of 5 no"]);

    let over = "seed 7\nat 1ms: time out A\nat 300ms: hand over to B\nend at 600ms";
    let answer = play(over).why(event("A", ended));
    assert!(sentences(&answer).starts_with("It handed over to B"), "{}", sentences(&answer));
}

#[test]
fn entries_that_a_correct_cluster_removes_were_not_committed() {
    let answer = story("partition.raft", 60_000)
        .why(event("A", |event| matches!(event, Event::Truncated { .. })));
    assert!(sentences(&answer).ends_with("The removed entries were not committed."));
}
