//! Tasks and their judge.

use raft_sim::script::{
    BadSolution, CommandKind, Failure, Grade, ScriptRun, TaskBeginning, TaskJudge, TaskVerdict,
};
use raft_sim::{Command, Script, Time, TimedCommand};

/// A cluster without randomness, in which A leads at 23 ms and the task begins.
const BEGINNING: &str = "election-timeout 600s\nnetwork latency 10ms jitter 0ms\n\
                         disk-latency 1ms\nat 1ms: time out A\nuntil leader A\n";

fn beginning(task: &str) -> TaskBeginning {
    let text = format!("{BEGINNING}{task}");
    let script: Script = text.parse().unwrap_or_else(|error| panic!("{error}"));
    let mut run = ScriptRun::new(script).unwrap();
    run.advance(Time::NEVER);
    assert_eq!(run.failures(), []);
    run.task_beginning().unwrap()
}

fn command(at: u64, text: &str) -> Vec<TimedCommand> {
    let script: Script = format!("at {at}ms: {text}").parse().unwrap();
    script.play().unwrap().run.commands
}

/// Commands at times in milliseconds.
fn commands(acts: &[(u64, &str)]) -> Vec<TimedCommand> {
    acts.iter().flat_map(|(at, text)| command(*at, text)).collect()
}

fn verdict(task: &TaskBeginning, acts: &[(u64, &str)], until: u64) -> TaskVerdict {
    let mut judge = task.judge();
    judge.advance(&commands(acts), Time::from_millis(until)).clone()
}

fn met(verdict: &TaskVerdict) -> Vec<bool> {
    verdict.goals.iter().map(|judged| judged.is_met).collect()
}

fn messages(failures: &[Failure]) -> Vec<&str> {
    failures.iter().map(|failure| failure.message.as_str()).collect()
}

#[test]
fn a_task_begins_where_the_script_ends_and_is_solved_at_the_first_such_instant() {
    let task = beginning("task \"Make B the leader\"\n goal leader B\n");
    assert_eq!(task.at(), Time::from_millis(23));
    let verdict = verdict(&task, &[(100, "time out B")], 1000);
    // B asks for votes at 101 ms and receives them at 101 + 10 + 1 + 10 ms.
    assert_eq!(verdict.solved_at, Some(Time::from_millis(122)));
    assert_eq!(verdict.acts, 1);
    assert_eq!(verdict.problem(), None);
}

#[test]
fn a_latched_goal_stays_met_and_another_must_hold_at_the_end() {
    let task = "task \"B, then C\"\n goal latch leader B\n goal leader C\n goal running B\n";
    let task = beginning(task);
    assert_eq!(met(&verdict(&task, &[], 100)), [false, false, true]);
    let (first, second) = ((100, "time out B"), (200, "crash B"));
    assert_eq!(met(&verdict(&task, &[first], 190)), [true, false, true]);
    let stopped = [first, second, (210, "time out C")];
    let open = verdict(&task, &stopped, 500);
    assert_eq!((met(&open), open.solved_at), (vec![true, true, false], None));
    assert_eq!(open.problem().unwrap(), "not reached: running B");
    let detour = [first, second, (210, "time out C"), (500, "restart B")];
    assert_eq!(verdict(&task, &detour, 600).solved_at, Some(Time::from_millis(500)));
}

#[test]
fn an_act_that_is_not_allowed_prevents_a_solution_until_it_is_undone() {
    let task = beginning("task \"B\"\n allow time out\n goal leader B\n");
    let mut judge = task.judge();
    let until = Time::from_millis(200);
    let solved = commands(&[(100, "time out B")]);
    let stopped = commands(&[(25, "crash E"), (100, "time out B")]);
    let verdict = judge.advance(&stopped, until).clone();
    assert_eq!((verdict.solved_at, met(&verdict)), (None, vec![true]));
    assert_eq!(verdict.not_allowed.as_ref(), Some(&stopped[0]));
    assert_eq!(verdict.problem().unwrap(), "`crash E` at 25.000 ms is not allowed (crash)");
    // The reader undoes both acts, and then gives only the second.
    assert_eq!(judge.advance(&[], Time::from_millis(24)).not_allowed, None);
    assert_eq!(judge.advance(&solved, until).solved_at, Some(Time::from_millis(122)));
}

#[test]
fn the_verdict_depends_only_on_the_commands_and_the_time() {
    let task = "task \"B\"\n goal latch stopped C\n goal leader B\n goal latch no leader\n";
    let task = beginning(task);
    let all = [(30, "crash C"), (30, "restart C"), (60, "crash A"), (61, "time out B")];
    let all = commands(&all);
    let mut judge = task.judge();
    for given in 0..=all.len() {
        // While time passes, while it stands still, and after going back.
        for until in (23..200).step_by(3).chain([100, 100, 40, 90]) {
            let until = Time::from_millis(until);
            let now = judge.advance(&all[..given], until).clone();
            assert_eq!(task.judge().advance(&all[..given], until), &now, "{given} {until}");
        }
    }
    assert!(judge.verdict().goals[0].is_met, "C was stopped for no time, but it was");
}

#[test]
fn a_drawn_line_is_one_act() {
    let task = beginning("task \"Cut A off\"\n allow partition\n goal leader in B,C,D,E\n");
    let lines =
        [(30, "cut A-B,C"), (30, "cut A-D,E,X"), (31, "mend A-B"), (31, "cut A-B"), (32, "heal")];
    assert_eq!(verdict(&task, &lines[..2], 40).acts, 1);
    assert_eq!(verdict(&task, &lines[..2], 40).not_allowed, None, "a drawn line");
    assert_eq!(verdict(&task, &lines, 40).acts, 4);
    let mend = command(31, "mend A-B").remove(0);
    assert_eq!(verdict(&task, &lines, 40).not_allowed, Some(mend));
}

#[test]
fn acts_on_several_nodes_at_one_instant_are_several_acts() {
    let task = beginning("task \"Two candidates\"\n goal latch candidate B,C\n goal leader D\n");
    let both = [(30, "time out B"), (30, "time out C"), (30, "crash A,E"), (30, "timer B 10ms")];
    assert_eq!(verdict(&task, &both[..2], 31).acts, 2);
    assert_eq!(verdict(&task, &both[..3], 31).acts, 4);
    let dragged = [both[3], (30, "timer B 20ms")];
    assert_eq!(verdict(&task, &dragged, 31).acts, 1, "one arc, dragged");
}

#[test]
fn each_command_has_a_kind_and_some_kinds_permit_others() {
    let kinds: Vec<_> = CommandKind::all().collect();
    assert_eq!(kinds.len(), 29);
    for (text, kind) in [
        ("X sends x=8", "send"),
        ("X resends 1", "send"),
        ("cut A->B", "cut"),
        ("link A->B loss 5%", "network"),
        ("clock B jumps 5ms", "clock"),
        ("node B: pre-vote on", "setting"),
        ("replace server A", "replace-server"),
        ("replace A by B", "members"),
        ("remove A via B", "members"),
        ("hand over to B via C", "hand-over"),
        ("drop next heartbeat A->B", "drop"),
        ("disk A fails", "disk"),
    ] {
        let given = command(1, text);
        assert_eq!(CommandKind::of(&given[0].command).name(), kind, "{text}");
    }
    let permitted = |kind: CommandKind| kinds.iter().filter(move |other| kind.permits(**other));
    let beyond = |kind: &&CommandKind| permitted(**kind).count() > 1;
    let beyond: Vec<_> = kinds.iter().filter(beyond).map(|kind| kind.name()).collect();
    assert_eq!(beyond, ["cut", "mend", "partition"]);
}

#[test]
fn a_command_that_the_cluster_cannot_carry_out_is_no_act() {
    let task = beginning("task \"B\"\n goal leader B\n");
    let commands = command(30, "crash E");
    let mut missing = commands[0].clone();
    missing.command = Command::Crash("I".parse().unwrap());
    assert_eq!(task.judge().advance(&[missing], Time::from_millis(40)).acts, 0);
}

#[test]
fn a_judge_forgets_what_the_run_would_still_do() {
    let run = format!("{BEGINNING}at 60ms: crash A\nend at 100ms");
    let run = run.parse::<Script>().unwrap().play().unwrap().run;
    let mut simulation = raft_sim::Simulation::new(run).unwrap();
    simulation.run_until(Time::from_millis(23));
    let task = "task \"Stop A\"\n goal stopped A\n";
    let task = beginning(task).task().clone();
    let mut judge = TaskJudge::new(&simulation, task);
    assert_eq!(judge.advance(&[], Time::from_millis(100)).solved_at, None);
}

const TASK: &str = "task \"Make B the leader\"\n allow time out, send\n goal leader B\n \
                    goal latch committed x=8 on B\n par 2\n solution:\n  X sends x=8\n  \
                    until committed x=8 on B within 1s: time out B\n";

#[test]
fn a_good_task_passes_its_check() {
    let task = beginning(TASK);
    assert_eq!(task.check(), []);
    assert!(!task.solves_itself());
}

#[test]
fn a_bad_task_fails_its_check() {
    for (from, to, wrong) in [
        ("goal leader B", "goal leader C", "not reached: leader C"),
        ("leader B\n goal latch committed x=8 on B", "leader A", "already solved when it begins"),
        ("time out B\n", "crash A\n", "is not allowed (crash)"),
        ("par 2", "par 1", "the solution needs 2 acts, more than par 1"),
        ("time out B\n", "say \"Done.\"\n", "not reached: leader B"),
        ("until committed x=8 on B", "until committed x=9", "expected committed x=9, but A"),
        ("solution:\n  X sends x=8\n  ", "hint \"\"\n solution:\n  ", "not reached: leader B; "),
    ] {
        let failures = beginning(&TASK.replace(from, to)).check();
        let messages = messages(&failures);
        assert!(messages.iter().any(|message| message.contains(wrong)), "{to}: {messages:?}");
    }
    let unsolved = TASK.split(" solution").next().unwrap();
    assert_eq!(messages(&beginning(unsolved).check()), ["the task has no solution"]);
}

#[test]
fn a_task_that_needs_no_act_solves_itself() {
    let task = beginning("task \"Wait\"\n goal commit-index 1 on C\n");
    assert!(task.solves_itself());
}

fn grade(text: &str) -> Result<Grade, BadSolution> {
    beginning(TASK).grade_text(text)
}

#[test]
fn a_solution_is_a_list_of_steps_or_a_whole_run() {
    let steps = "X sends x=8 # at once\nafter 100ms: time out B";
    let at = grade(steps).unwrap().verdict.solved_at.unwrap();
    assert_eq!(at, Time::from_millis(23 + 100 + 22));

    // The page saves a whole run, with the commands before the task.
    let whole = "at 1ms: time out A\nat 23ms: X sends x=8\nat 123ms: time out B\nend at 200ms\n";
    let settings = BEGINNING.lines().take(3).collect::<Vec<_>>().join("\n");
    let whole = format!("# moment\n{settings}\n{whole}");
    assert_eq!(grade(&whole).unwrap().verdict.solved_at, Some(at));
    let early = whole.replace("end at 200ms", "end at 140ms");
    assert_eq!(grade(&early).unwrap().verdict.solved_at, None, "it is judged until its end");

    // A copy of the task, with a solution in it.
    let copy = format!("{BEGINNING}{TASK}").replace("until committed x=8 on B", "after 100ms");
    let copy = copy.replace(" within 1s:", ":");
    assert_eq!(grade(&copy).unwrap().verdict.solved_at, Some(at));

    let other = whole.replace("at 1ms: time out A", "at 1ms: time out C");
    assert_eq!(grade(&other), Err(BadSolution::OtherBeginning(Time::from_millis(23))));
    let early = whole.replace("at 1ms: time out A", "at 1ms: time out A; crash E");
    assert_eq!(grade(&early), Err(BadSolution::OtherBeginning(Time::from_millis(23))));
    assert_eq!(grade(&format!("seed 7\n{whole}")), Err(BadSolution::OtherScenario));
}

#[test]
fn an_invalid_solution_is_refused_where_it_is_wrong() {
    let settings = BEGINNING.lines().take(3).collect::<Vec<_>>().join("\n");
    for (text, place) in [
        ("X sends x=8\ntime oot B", (2, 6)),
        ("crash F", (1, 7)),
        ("after 5ms: beat a: say \"A.\"", (1, 12)),
        ("crash A\nend at 5s", (2, 1)),
        (&format!("{settings}\nat 1ms: time oot A"), (4, 14)),
    ] {
        match grade(text) {
            Err(BadSolution::Script(error)) => {
                assert_eq!((error.line, error.column), place, "{text}: {error}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_solution_whose_condition_never_holds_reports_it() {
    let grade = grade("until leader C within 50ms: time out B").unwrap();
    assert_eq!(grade.verdict.solved_at, None);
    assert_eq!(messages(&grade.failures), ["expected leader C, but A leads term 1"]);
}
