use super::*;

fn log(terms: impl IntoIterator<Item = u64>) -> Log {
    let mut log = Log::default();
    for term in terms {
        log.append(Term(term), Payload::NoOp);
    }
    log
}

fn at(term: u64, index: u64) -> LogPosition {
    LogPosition { term: Term(term), index: LogIndex(index) }
}

fn indexes<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<u64> {
    entries.into_iter().map(|entry| entry.index.0).collect()
}

#[test]
fn a_log_of_many_chunks_reads_as_one() {
    let log = log((0..1000).map(|index| index / 10));
    assert_eq!(log.last(), at(99, 1000));
    assert_eq!(log.entry(LogIndex(257)).map(Entry::position), Some(at(25, 257)));
    assert_eq!(indexes(log.entries_from(LogIndex(998))), [998, 999, 1000]);
    assert_eq!(indexes(log.batch(LogIndex(255), 4, 0).iter()), [255, 256, 257, 258]);
    assert_eq!(log.last_up_to_term(LogIndex(999), Term(97)), LogIndex(980));
    assert_eq!(log.entry(LogIndex(1001)), None);
    assert!(log.batch(LogIndex(1001), 9, 9).is_empty());
}

#[test]
fn compaction_keeps_only_the_position_of_the_last_entry() {
    let mut log = log((0..1000).map(|_| 1));
    let whole = log.clone();
    log.compact_to(at(1, 600));
    assert_eq!(log.term_at(LogIndex(600)), Some(Term(1)));
    assert_eq!(log.term_at(LogIndex(599)), None);
    assert_eq!(indexes(log.entries_from(LogIndex(1))).first(), Some(&601));
    log.append(Term(2), Payload::NoOp);
    log.truncate_from(LogIndex(700));
    assert_eq!(log.last(), at(1, 699));
    log.truncate_from(LogIndex(1));
    assert_eq!(log.last(), at(1, 600), "what is replaced cannot be removed");
    assert_eq!(whole.last(), at(1, 1000), "a clone is apart");
}

#[test]
fn a_conflicting_snapshot_leaves_the_log_empty() {
    let mut other = log([1, 1, 1]);
    other.replace_by(at(2, 9));
    assert_eq!((other.base(), other.last()), (at(2, 9), at(2, 9)));
    assert_eq!(other.append(Term(3), Payload::NoOp), at(3, 10));
}

#[test]
fn a_batch_keeps_its_limits_but_holds_at_least_one_entry() {
    let mut log = Log::default();
    for size in [10, 10, 10] {
        log.append(Term(1), Payload::Command(alloc::vec![0; size].into()));
    }
    assert_eq!(log.batch(LogIndex(1), 9, 25).len(), 2);
    assert_eq!(log.batch(LogIndex(1), 9, 1).len(), 1);
    assert_eq!(log.batch(LogIndex(2), 1, 99).len(), 1);
}

#[test]
fn log_equality_does_not_depend_on_chunking() {
    let mut long = log((0..600).map(|_| 1));
    let mut short = Log::from_checked(at(1, 500), &[]);
    long.compact_to(at(1, 500));
    long.truncate_from(LogIndex(501));
    assert_eq!(long, short);
    short.append(Term(1), Payload::NoOp);
    assert_ne!(long, short);
}
