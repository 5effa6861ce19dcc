//! The example `files`: the contents of its disk after a crash, a truncation and a flipped bit.
#![allow(clippy::unwrap_used, reason = "a test that fails should say so at once")]

#[path = "../examples/files/storage.rs"]
mod storage;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use raft_core::{
    Disk, Entry, HardState, LogIndex, LogWrite, NodeId, Payload, Term, Write, WriteNumber,
};
use storage::{Storage, record, replay};

fn write(hard_state: Option<(u64, Option<u32>)>, log: Option<(u64, &[(u64, &str)])>) -> Write {
    let hard_state = hard_state
        .map(|(term, voted_for)| HardState { term: Term(term), voted_for: voted_for.map(NodeId) });
    let entry = |(index, &(term, command)): (u64, &(u64, &str))| {
        let payload = match command {
            "" => Payload::NoOp,
            command => Payload::Command(command.as_bytes().into()),
        };
        Entry { term: Term(term), index: LogIndex(index), payload }
    };
    let log = log.map(|(from, entries)| LogWrite {
        from: LogIndex(from),
        entries: (from..).zip(entries).map(entry).collect(),
    });
    Write { number: WriteNumber(1), hard_state, snapshot: None, log }
}

/// A vote, a leader's entries, a newer term, and another leader's entries in place of the last.
fn writes() -> Vec<Write> {
    vec![
        write(Some((1, Some(2))), None),
        write(None, Some((1, &[(1, ""), (1, "first")]))),
        write(None, Some((3, &[(1, "second"), (1, "lost")]))),
        write(Some((2, None)), None),
        write(Some((3, Some(0))), Some((4, &[(3, ""), (3, "a longer command than the others")]))),
        write(None, Some((6, &[(3, "last")]))),
    ]
}

/// The disk before and after each write, each with the length of the file.
fn stages() -> (Vec<u8>, Vec<(usize, Disk)>) {
    let (mut bytes, mut disk) = (Vec::new(), Disk::default());
    let mut stages = vec![(0, disk.clone())];
    for write in writes() {
        bytes.extend(record(&write).unwrap());
        disk.apply(&write);
        stages.push((bytes.len(), disk.clone()));
    }
    (bytes, stages)
}

#[test]
fn a_truncated_file_yields_its_complete_writes() {
    let (bytes, stages) = stages();
    for end in 0..=bytes.len() {
        let (length, disk) = stages.iter().rfind(|(length, _)| *length <= end).unwrap();
        assert_eq!(replay(&bytes[..end]).unwrap(), (disk.clone(), *length), "cut at {end}");
    }
}

#[test]
fn bytes_after_the_last_record_are_ignored() {
    let (bytes, stages) = stages();
    let (length, disk) = stages.last().unwrap();
    for tail in [0, 255] {
        let torn = [bytes.as_slice(), &[tail; 100]].concat();
        assert_eq!(replay(&torn).unwrap(), (disk.clone(), *length));
    }
}

#[test]
fn a_flipped_bit_is_detected_except_in_the_last_record() {
    let (bytes, stages) = stages();
    let (before_last, disk) = &stages[stages.len() - 2];
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        if bit / 8 < *before_last {
            let error = replay(&flipped).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidData, "bit {bit}: {error}");
        } else {
            assert_eq!(replay(&flipped).unwrap(), (disk.clone(), *before_last), "bit {bit}");
        }
    }
}

#[test]
fn writing_continues_after_a_torn_tail() {
    let path = folder("torn").join("0.log");
    let (bytes, stages) = stages();
    let last = writes().pop().unwrap();
    for end in stages[stages.len() - 2].0..bytes.len() {
        fs::write(&path, &bytes[..end]).unwrap();
        let (mut storage, disk) = Storage::open(&path).unwrap();
        assert_eq!(disk, stages[stages.len() - 2].1);
        storage.append(&last).unwrap();
        drop(storage);
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn a_file_is_locked_by_one_node() {
    let path = folder("shared").join("0.log");
    let first = Storage::open(&path).unwrap();
    assert!(Storage::open(&path).is_err());
    drop(first);
    assert!(Storage::open(&path).is_ok());
}

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
