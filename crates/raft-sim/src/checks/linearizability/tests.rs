//! Tests against the definition, and with histories written as text.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::search::SearchLimits;
use super::{Contradiction, Linearizability, Name};
use crate::address::ClientId;
use crate::kv::{Operation, Outcome};

fn name(number: usize) -> Name {
    (ClientId(0), number as u64)
}

/// What happens to the operation with this number.
#[derive(Clone, PartialEq, Debug)]
enum Event {
    Invoke(usize, Operation),
    Complete(usize, Outcome),
    Fail(usize),
    Abandon(usize),
}

fn tell(checked: &mut Linearizability, event: &Event) -> Result<(), Contradiction> {
    match event {
        Event::Invoke(number, operation) => checked.invoke(name(*number), operation),
        Event::Complete(number, outcome) => return checked.complete(name(*number), outcome),
        Event::Fail(number) => return checked.fail(name(*number)),
        Event::Abandon(number) => checked.abandon(name(*number)),
    }
    Ok(())
}

/// An operation as the definition sees it: its start, whether and when it ended and with which
/// outcome, and whether it failed.
struct Told {
    operation: Operation,
    begun: usize,
    completed: Option<(usize, Outcome)>,
    failed: bool,
}

fn told(events: &[Event]) -> Vec<Told> {
    let mut all = BTreeMap::new();
    for (time, event) in events.iter().enumerate() {
        let operation = |all: &mut BTreeMap<usize, Told>, number, change: &dyn Fn(&mut Told)| {
            change(all.get_mut(number).unwrap());
        };
        match event {
            Event::Invoke(number, operation) => {
                let operation = operation.clone();
                let told = Told { operation, begun: time, completed: None, failed: false };
                all.insert(*number, told);
            }
            Event::Complete(number, outcome) => {
                operation(&mut all, number, &|told| told.completed = Some((time, outcome.clone())));
            }
            Event::Fail(number) => operation(&mut all, number, &|told| told.failed = true),
            Event::Abandon(_) => {}
        }
    }
    all.into_values().filter(|told| !told.failed).collect()
}

/// The definition: some order of all completed operations and any of the others gives these
/// outcomes, and no operation in it follows one that started after its end.
fn is_linearizable(all: &[Told], ordered: &mut Vec<usize>, register: Option<&String>) -> bool {
    let left = (0..all.len()).filter(|number| !ordered.contains(number)).collect::<Vec<_>>();
    if left.iter().all(|number| all[*number].completed.is_none()) {
        return true;
    }
    left.iter().any(|&next| {
        let begun = all[next].begun;
        let ended = |other: &usize| all[*other].completed.as_ref().is_some_and(|c| c.0 < begun);
        let mut register = register.cloned();
        let outcome = all[next].operation.apply(&mut register);
        let fits = all[next].completed.as_ref().is_none_or(|(_, given)| *given == outcome);
        ordered.push(next);
        let found =
            fits && !left.iter().any(ended) && is_linearizable(all, ordered, register.as_ref());
        ordered.pop();
        found
    })
}

fn operation() -> impl Strategy<Value = Operation> {
    let text = prop_oneof![
        4 => prop::sample::select(vec!["x=1", "x=2", "x=a"]),
        2 => prop::sample::select(vec!["x+=1", "x+=-1", "x+=0"]),
        1 => Just("del x"),
        2 => prop::sample::select(vec!["x: 1->2", "x: 2->1", "x: 1->1", "x: a->1"]),
        4 => Just("get x"),
    ];
    text.prop_map(|text| text.parse().unwrap())
}

/// Another outcome that the operation might have had.
fn wrong(operation: &Operation, value: Option<&str>) -> Outcome {
    match operation {
        Operation::Get(_) => Outcome::Read(value.map(str::to_owned)),
        Operation::CompareAndSet(..) if value.is_some() => Outcome::Written,
        Operation::CompareAndSet(..) => Outcome::Differs(Some("1".to_owned())),
        Operation::Add(..) if value.is_none() => Outcome::NotANumber,
        _ => Outcome::Written,
    }
}

/// Histories of a real register in which some outcomes are replaced.
fn history(operations: usize) -> impl Strategy<Value = Vec<Event>> {
    let value = prop::sample::select(vec![None, Some("1"), Some("2"), Some("a"), Some("3")]);
    let move_ = (any::<prop::sample::Index>(), 0..12_u8, 0..100_u8, value);
    let moves = prop::collection::vec(move_, 4..operations * 5);
    let mistakes = prop_oneof![1 => Just(0_u8), 2 => Just(25), 1 => Just(60)];
    let known = prop::collection::vec(operation(), 2..=operations);
    (known, mistakes, moves).prop_map(|(known, mistakes, moves)| {
        let mut register = None;
        let mut begun = 0;
        let mut pending: Vec<(usize, Option<Outcome>)> = Vec::new();
        let mut events = Vec::new();
        for (which, kind, chance, value) in moves {
            if (kind < 4 || pending.is_empty()) && begun < known.len() {
                events.push(Event::Invoke(begun, known[begun].clone()));
                pending.push((begun, None));
                begun += 1;
            } else if !pending.is_empty() {
                let place = which.index(pending.len());
                let (number, mut given) = pending[place].clone();
                if given.is_none() && kind < 10 {
                    given = Some(known[number].apply(&mut register));
                    pending[place].1.clone_from(&given);
                }
                match (kind, given) {
                    (6..10, Some(given)) => {
                        let mistaken = chance < mistakes;
                        let given = if mistaken { wrong(&known[number], value) } else { given };
                        events.push(Event::Complete(number, given));
                    }
                    (10, given) if given.is_none() || chance < mistakes => {
                        events.push(Event::Fail(number));
                    }
                    (11, _) => events.push(Event::Abandon(number)),
                    _ => continue,
                }
                pending.remove(place);
            }
        }
        events
    })
}

/// Replays the events up to the first contradiction, and checks that the result matches the
/// definition.
fn assert_as_defined(events: &[Event]) -> Result<(), TestCaseError> {
    let mut checked = Linearizability::default();
    for (place, event) in events.iter().enumerate() {
        let expected = is_linearizable(&told(&events[..=place]), &mut Vec::new(), None);
        let said = tell(&mut checked, event).is_ok();
        prop_assert_eq!(checked.undecided().count(), 0);
        prop_assert_eq!(said, expected, "after {:?}", &events[..=place]);
        if !said {
            break;
        }
    }
    Ok(())
}

fn many(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(1993);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(many(60_000))]

    #[test]
    fn the_search_agrees_with_the_definition(events in history(7)) {
        assert_as_defined(&events)?;
    }
}

/// Replays a history: `1 x=8` starts operation 1, `1 -> written` completes it, then `1 failed`, `1
/// abandoned`. Returns the contradictions.
fn told_story(lines: &[&str]) -> (Linearizability, Vec<Contradiction>) {
    let mut checked = Linearizability::default();
    let mut contradictions = Vec::new();
    for line in lines {
        let (number, rest) = line.split_once(' ').unwrap();
        let number = number.parse().unwrap();
        let value = |text: &str| (text != "nothing").then(|| text.to_owned());
        let event = match rest.strip_prefix("-> ") {
            Some("written") => Event::Complete(number, Outcome::Written),
            Some("not a number") => Event::Complete(number, Outcome::NotANumber),
            Some(text) => match text.split_once(' ').unwrap() {
                ("read", text) => Event::Complete(number, Outcome::Read(value(text))),
                (_, text) => Event::Complete(number, Outcome::Differs(value(text))),
            },
            None if rest == "failed" => Event::Fail(number),
            None if rest == "abandoned" => Event::Abandon(number),
            None => Event::Invoke(number, rest.parse().unwrap()),
        };
        contradictions.extend(tell(&mut checked, &event).err());
    }
    (checked, contradictions)
}

fn assert_fits(lines: &[&str]) {
    assert_eq!(told_story(lines).1, []);
}

fn assert_contradicts(lines: &[&str], operation: usize, after: Option<usize>) {
    let expected = Contradiction { operation: name(operation), after: after.map(name) };
    assert_eq!(told_story(lines).1, [expected]);
    assert_fits(&lines[..lines.len() - 1]);
}

#[test]
fn a_stale_read_contradicts_the_write_before_it() {
    let lines = ["1 x=1", "1 -> written", "2 x=2", "2 -> written", "3 get x", "3 -> read 1"];
    assert_contradicts(&lines, 3, Some(2));
    assert_fits(&["1 x=1", "1 -> written", "3 get x", "2 x=2", "2 -> written", "3 -> read 1"]);
}

#[test]
fn reads_do_not_go_back_in_time() {
    let begin = ["1 x=1", "2 get x", "2 -> read 1", "3 get x"];
    assert_fits(&[&begin[..], &["3 -> read 1"]].concat());
    assert_contradicts(&[&begin[..], &["3 -> read nothing"]].concat(), 3, Some(2));
}

#[test]
fn a_read_of_a_value_never_written_is_a_contradiction() {
    assert_contradicts(&["1 get x", "1 -> read 7"], 1, None);
}

#[test]
fn a_lost_update_is_a_contradiction() {
    let both = ["1 x+=1", "2 x+=1", "1 -> written", "2 -> written", "3 get x"];
    assert_fits(&[&both[..], &["3 -> read 2"]].concat());
    assert_contradicts(&[&both[..], &["3 -> read 1"]].concat(), 3, Some(2));
    let compared = ["1 x=5", "1 -> written", "2 x: 5->6", "3 x: 5->7", "2 -> written"];
    assert_fits(&[&compared[..], &["3 -> differs 6"]].concat());
    assert_contradicts(&[&compared[..], &["3 -> written"]].concat(), 3, Some(2));
}

#[test]
fn a_read_of_a_failed_write_is_a_contradiction() {
    assert_contradicts(&["1 x=1", "1 failed", "2 get x", "2 -> read 1"], 2, None);
    assert_contradicts(&["1 x=1", "2 get x", "2 -> read 1", "1 failed"], 1, Some(2));
}

#[test]
fn an_unknown_write_may_take_effect_late_but_not_be_undone() {
    for unknown in [&["1 x=1"][..], &["1 x=1", "1 abandoned"]] {
        let late = ["2 get x", "2 -> read nothing", "3 get x", "3 -> read 1", "4 get x"];
        let late = [unknown, &late].concat();
        assert_fits(&[&late[..], &["4 -> read 1"]].concat());
        assert_contradicts(&[&late[..], &["4 -> read nothing"]].concat(), 4, Some(3));
    }
}

#[test]
fn a_concurrent_read_may_see_an_overwritten_value() {
    let begin = ["1 get x", "2 x=2", "3 x=3", "3 -> written", "1 -> read 2"];
    assert_fits(&[&begin[..], &["4 get x", "4 -> read 2"]].concat());
    let over = [&begin[..], &["4 get x", "4 -> read 3", "2 -> written", "5 get x"]].concat();
    assert_fits(&[&over[..], &["5 -> read 3"]].concat());
    assert_contradicts(&[&over[..], &["5 -> read 2"]].concat(), 5, Some(2));
}

#[test]
fn a_pending_write_may_have_overwritten_another() {
    let begin = ["1 x=1", "2 x=2", "3 get x", "3 -> read 2", "1 -> written", "4 get x"];
    assert_fits(&[&begin[..], &["4 -> read 2"]].concat());
    assert_fits(&[&begin[..], &["4 -> read 1"]].concat());
    assert_contradicts(&[&begin[..], &["4 -> read nothing"]].concat(), 4, Some(1));
}

#[test]
fn concurrent_reads_may_see_different_values() {
    let begin = ["1 x=1", "2 x=2", "3 get x", "4 get x", "5 get x", "6 x=6", "6 -> written"];
    let read = [&begin[..], &["3 -> read 1", "4 -> read 2", "5 -> read nothing"]].concat();
    assert_fits(&read);
    let last = [&read[..], &["1 -> written", "2 -> written", "7 get x"]].concat();
    for value in ["7 -> read 6", "7 -> read 1", "7 -> read 2"] {
        assert_fits(&[&last[..], &[value]].concat());
    }
    assert_contradicts(&[&last[..], &["7 -> read nothing"]].concat(), 7, Some(2));
    let failed = [&begin[..], &["3 -> read 1", "4 -> read 1", "2 failed"]].concat();
    assert_contradicts(&[&failed[..], &["5 -> read 2"]].concat(), 5, Some(4));
}

#[test]
fn adding_to_a_non_number_is_checked() {
    let begin = ["1 x=a", "1 -> written", "2 x+=1"];
    assert_fits(&[&begin[..], &["2 -> not a number"]].concat());
    assert_contradicts(&[&begin[..], &["2 -> written"]].concat(), 2, Some(1));
}

#[test]
fn keys_are_checked_independently() {
    let both = ["1 x=1", "2 y=2", "1 -> written", "2 -> written", "3 get y", "3 -> read 1"];
    assert_contradicts(&both, 3, Some(2));
    let more = ["4 get x", "5 get y", "5 -> read 9", "4 -> read 2"];
    let (checked, contradictions) = told_story(&[&both[..], &more].concat());
    let named = contradictions.iter().map(|one| one.operation).collect::<Vec<_>>();
    assert_eq!(named, [name(3), name(4)], "a contradiction is told once for each key");
    assert_eq!(checked.undecided().count(), 0);
}

/// The maximum number of possibilities that any key had.
fn most(checked: &Linearizability) -> usize {
    checked.keys.iter().map(|(_, history)| history.possibilities.len()).max().unwrap()
}

/// Operations with numbers from `from` on that never end.
fn unknown(from: usize, operations: impl Iterator<Item = String>, abandoned: bool) -> Vec<Event> {
    let begun = |(number, text): (usize, String)| {
        let abandoned = abandoned.then_some(Event::Abandon(number));
        [Some(Event::Invoke(number, text.parse().unwrap())), abandoned]
    };
    (from..).zip(operations).flat_map(begun).flatten().collect()
}

/// Operations that start and end one after another.
fn one_by_one(from: usize, operations: &[(&str, Outcome)]) -> Vec<Event> {
    let both = |(number, (text, outcome)): (usize, &(&str, Outcome))| {
        let operation = text.parse().unwrap();
        [Event::Invoke(number, operation), Event::Complete(number, outcome.clone())]
    };
    (from..).zip(operations).flat_map(both).collect()
}

fn read(value: &str) -> Outcome {
    Outcome::Read(Some(value.to_owned()))
}

/// Replays the events. Returns the maximum number of possibilities and the contradictions.
fn told_all(checked: &mut Linearizability, events: &[Event]) -> (usize, Vec<Contradiction>) {
    let mut bad = Vec::new();
    let counts = events.iter().map(|event| {
        bad.extend(tell(checked, event).err());
        most(checked)
    });
    (counts.max().unwrap(), bad)
}

#[test]
fn many_unknown_writes_leave_few_possibilities() {
    for abandoned in [false, true] {
        let mut checked = Linearizability::default();
        let writes = unknown(1, (0..300).map(|value| format!("x={value}")), abandoned);
        assert_eq!(told_all(&mut checked, &writes), (1, vec![]));
        let seen = [
            ("x=new", Outcome::Written),
            ("get x", read("new")),
            ("get x", read("77")),
            ("x: 77->78", Outcome::Written),
            ("get x", read("299")),
            ("x: 5->6", Outcome::Differs(Some("299".into()))),
            ("get x", read("5")),
        ];
        let (count, bad) = told_all(&mut checked, &one_by_one(1000, &seen));
        assert_eq!(bad, []);
        assert!(count <= 302, "{count}");
        let again = one_by_one(2000, &[("x=last", Outcome::Written), ("get x", read("77"))]);
        let (count, bad) = told_all(&mut checked, &again);
        assert_eq!(bad.len(), 1, "77 was written once and was read before");
        assert!(count <= 302, "{count}");
        assert_eq!(checked.undecided().count(), 0);
    }
}

#[test]
fn equal_unknown_additions_are_counted_together() {
    let mut checked = Linearizability::default();
    told_all(&mut checked, &unknown(1, (0..100).map(|_| "x+=1".into()), true));
    let sums = [("x+=1000", Outcome::Written), ("get x", read("1040")), ("get x", read("1100"))];
    let (count, bad) = told_all(&mut checked, &one_by_one(1000, &sums));
    assert_eq!((count, bad), (101, vec![]));
    let (_, bad) = told_all(&mut checked, &one_by_one(2000, &[("get x", read("1101"))]));
    assert_eq!(bad.len(), 1);
}

#[test]
fn an_exhausted_search_reports_no_violation() {
    let mut checked = Linearizability::default();
    let sums = (0..40).map(|power| format!("x+={}", 1_u64 << power));
    told_all(&mut checked, &unknown(1, sums, true));
    let other = one_by_one(500, &[("y=1", Outcome::Written)]);
    let wrong = [("x+=0", Outcome::Written), ("get x", read("nobody wrote this"))];
    let events = [other, one_by_one(1000, &wrong)].concat();
    let (count, bad) = told_all(&mut checked, &events);
    assert!(count <= SearchLimits::THOROUGH.possibilities, "{count}");
    assert_eq!(bad, []);
    assert_eq!(checked.undecided().collect::<Vec<_>>(), ["x"]);
    let (_, bad) = told_all(&mut checked, &one_by_one(2000, &[("get y", read("2"))]));
    assert_eq!(bad.len(), 1, "the other key is still looked at");
}

/// As many as a real history of three clients with long timeouts left open.
#[test]
fn a_thousand_possibilities_are_decided() {
    let mut checked = Linearizability::default();
    let sums = (0..10).map(|power| format!("x+={}", 1_u64 << power));
    told_all(&mut checked, &unknown(1, sums, true));
    let good = [("x+=0", Outcome::Written), ("get x", read("613"))];
    let (_, bad) = told_all(&mut checked, &one_by_one(1000, &good));
    assert_eq!((bad, checked.undecided().count()), (vec![], 0));
    let (_, bad) = told_all(&mut checked, &one_by_one(2000, &[("get x", read("612"))]));
    assert_eq!(bad.len(), 1, "sums only grow");
}

#[test]
fn campaign_limits_end_the_search_sooner_without_a_violation() {
    let mut checked = Linearizability::default();
    checked.set_limits(SearchLimits::CAMPAIGN);
    let sums = (0..10).map(|power| format!("x+={}", 1_u64 << power));
    told_all(&mut checked, &unknown(1, sums, true));
    let wrong = [("x+=0", Outcome::Written), ("get x", read("nobody wrote this"))];
    let (_, bad) = told_all(&mut checked, &one_by_one(1000, &wrong));
    assert_eq!(bad, []);
    assert_eq!(checked.undecided().collect::<Vec<_>>(), ["x"]);
}
