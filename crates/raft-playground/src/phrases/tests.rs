mod truth;

use std::rc::Rc;

use expect_test::{Expect, expect};
use raft_sim::raft_core::{Event, LogIndex, LogPosition, NodeId, Rule, RuleSet, Term, Verdict};
use raft_sim::script::ScriptRun;
use raft_sim::{NodeState, Record, RecordKind, Script, Time};

use super::{Past, describe, line};
use crate::significance;
use crate::text::{Catalog, Language, NativeCatalog};

/// Every line of the transcript of a script that has to do with one of these words.
fn assert_lines(script: &str, words: &[&str], expected: &Expect) {
    let mut run = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
    run.advance(Time(u64::MAX));
    let records = run.simulation_mut().take_records();
    let catalog = NativeCatalog::new(Language::English);
    let mut lines = String::new();
    for record in &records {
        let line = catalog.write(&line(record, run.simulation()));
        if words.iter().any(|word| line.contains(word)) {
            let place = record.subject.map(|place| place.to_string()).unwrap_or_default();
            lines.extend([&*place, " | ", &line, "\n"]);
        }
    }
    expected.assert_eq(&lines);
}

/// The narration of the administrators' requests in a script.
fn narrated_answers(script: &str) -> Vec<String> {
    let mut run = ScriptRun::new(script.parse::<Script>().unwrap()).unwrap();
    run.advance(Time(u64::MAX));
    let records = run.simulation_mut().take_records();
    let records: Vec<_> = records.into_iter().map(Rc::new).collect();
    let simulation = run.simulation();
    let past = Past { simulation, script: &[], records: [&[], &records] };
    let english = NativeCatalog::new(Language::English);
    let answers =
        records.iter().filter(|record| matches!(record.kind, RecordKind::Administered { .. }));
    let sentences = answers.filter_map(|record| {
        significance::importance(record, simulation)?;
        Some(english.render(&describe(record, &past)?))
    });
    sentences.collect()
}

#[test]
fn a_value_is_followed_from_the_client_to_its_answer() {
    let script = "seed 2\nnodes 3\nat 0ms: time out A\n\
                  until leader A in term 1 within 1s: X via A sends x=1\n\
                  until committed x=1 on A within 1s";
    assert_lines(
        script,
        &["x=1", "request 1", "index 2", "commits entry 2"],
        &expect![[r"
             | X via A sends x=1
            X | request 1: x=1
            X | sends A the request x=1
            A | receives the request x=1 from X
            A | begins write 3: 1 entry from index 2
            B | begins write 3: 1 entry from index 2
            C | begins write 3: 1 entry from index 2
            A | commits entry 2 (term 1): it counts 2 copies
            A | applies x=1, entry 2 (term 1)
            A | sends X the answer to request 1: done
        "]],
    );
}

#[test]
fn a_crash_reports_lost_and_restored_entries() {
    let script = "seed 2\nnodes 3\nat 0ms: time out A\n\
                  until leader A in term 1 within 1s: crash A; restart A; erase B; restart B";
    assert_lines(
        script,
        &["stops", "starts in", "cannot start", "crash", "erase"],
        &expect![[r"
            A | starts in term 0, last: no entry
            B | starts in term 0, last: no entry
            C | starts in term 0, last: no entry
             | crash A
            A | stops; 1 write is lost
            A | starts in term 1, last: no entry
             | erase B
            B | stops
            B | cannot start: its disk was erased
        "]],
    );
}

#[test]
fn a_refused_membership_change_gives_its_reason() {
    // The new node is stopped, so it never catches up (raft-rs#192).
    let script = "seed 2\nnodes 3\nspares 2\nat 0ms: time out A\n\
                  until leader A in term 1 within 1s: add E; X sends x=1\n\
                  until committed x=1 on A,B,C within 1s: crash D; add D; remove C via B\n\
                  until refused A by catch-up-first within 10s";
    assert_lines(
        script,
        &["“"],
        &expect![[r"
        A | refuses “add E”: own-term-before-change (diss. §4.1)
        B | refuses “remove C”: it does not lead, A does
        A | refuses “add D”: catch-up-first (diss. §4.2.1)
    "]],
    );
    assert_eq!(
        narrated_answers(script),
        [
            "A refuses to add E: A has not committed an entry of its own term yet.",
            "B refuses to remove C: it does not lead, A does.",
            "A refuses to add D: D did not catch up in time.",
        ]
    );
}

#[test]
fn a_decision_names_the_rule_that_made_it() {
    let (node, candidate, term) = (NodeId(0), NodeId(2), Term(3));
    let last = LogPosition { index: LogIndex(2), term: Term(1) };
    let waive = |rule| Verdict::Waive(RuleSet::EMPTY.with(rule));
    let vote = |verdict| Event::VoteDecided {
        candidate,
        term,
        voted_for: None,
        candidate_last: last,
        own_last: last,
        verdict,
    };
    let append = |entries, verdict| Event::AppendDecided {
        leader: candidate,
        previous: last,
        own_term: None,
        entries,
        verdict,
    };
    let commit =
        |verdict| Event::CommitDecided { candidate: last, copies: 3, needed: 3, term, verdict };
    let counted = |voter, granted| Event::VoteCounted { voter, granted, votes: 2, needed: 3 };
    let told = [
        vote(Verdict::Allow),
        vote(Verdict::Refuse(Rule::OneVotePerTerm)),
        vote(Verdict::Refuse(Rule::UpToDateLog)),
        vote(waive(Rule::UpToDateLog)),
        counted(candidate, true),
        counted(candidate, false),
        append(0, Verdict::Refuse(Rule::ConsistencyCheck)),
        append(1, Verdict::Refuse(Rule::KeepCommitted)),
        append(2, waive(Rule::ConsistencyCheck)),
        commit(Verdict::Allow),
        commit(Verdict::Refuse(Rule::CommitOwnTerm)),
        commit(waive(Rule::CommitOwnTerm)),
        Event::Ignored {
            from: candidate,
            term,
            own_term: Term(4),
            verdict: Verdict::Refuse(Rule::CurrentTerm),
        },
        Event::Ignored {
            from: candidate,
            term,
            own_term: Term(4),
            verdict: waive(Rule::CurrentTerm),
        },
        Event::StandDecided { verdict: Verdict::Refuse(Rule::OnlyVotersStand) },
        Event::StandDecided { verdict: waive(Rule::OnlyVotersStand) },
        Event::ReadDecided { index: LogIndex(2), verdict: Verdict::Refuse(Rule::ReadAfterRound) },
        Event::ChangeDecided { verdict: Verdict::Refuse(Rule::OneChangeAtATime) },
    ];
    let catalog = NativeCatalog::new(Language::English);
    let script = "nodes 3".parse::<Script>().unwrap();
    let performance = ScriptRun::new(script).unwrap();
    let simulation = performance.simulation();
    let process = simulation.host(node).process.as_ref().unwrap();
    let state = Some(NodeState { term, ..NodeState::from(&process.node) });
    let lines = told.map(|event| {
        let (subject, state) = (Some(node.into()), state.clone());
        let kind = RecordKind::Protocol(event);
        let record = Record { seq: 0, at: Time(0), cause: None, subject, state, kind };
        catalog.write(&line(&record, simulation))
    });
    expect![[r"
        votes for C in term 3
        refuses C its vote in term 3: it has already voted (§5.2)
        refuses C its vote in term 3: its own log is more up to date (§5.4.1)
        votes for C in term 3, only with up-to-date-log off
        counts C’s vote: 2 of the 3 it needs
        counts C’s refusal: 2 of the 3 it needs
        rejects C’s message: entry 2 (term 1) is missing here (§5.3)
        rejects C’s entries after entry 2 (term 1): keep-committed (§5.4.3)
        accepts C’s entries after entry 2 (term 1), only with consistency-check off
        commits entry 2 (term 1): it counts 3 copies
        does not commit entry 2 (term 1): it is from an older term (§5.4.2)
        commits entry 2 (term 1), only with commit-own-term off
        rejects C’s message: it belongs to term 3, which is over (§5.1)
        accepts C’s message, which belongs to term 3, only with current-term off
        does not start an election: it is not a voter (§6)
        starts an election, only with only-voters-stand off
        lets a read wait: read-after-round (diss. §6.4)
        refuses the change: another one is under way"]]
    .assert_eq(&lines.join("\n"));
}
