//! A node's disk as one file, to which each write appends one record.
//!
//! ```text
//! record = length of the body (4 bytes), checksum of length and body (4 bytes), body
//! body   = which parts follow (1 byte), hard state, new end of the log
//! ```
//!
//! A record holds a whole write, so after a crash the file contains all of it or nothing, and never
//! a term without its vote. A partial last record is cut off, since it was never reported as
//! durable. Any other damage is an error: losing a vote or an entry would break promises.
//!
//! The file only grows. A driver that compacts the log would start a new file with the snapshot,
//! make it durable, and only then rename it over the old one.

use std::fs::{File, OpenOptions};
use std::io::{self, Error, ErrorKind, Read, Seek, SeekFrom, Write as _};
use std::path::Path;

use raft_core::{
    Disk, Entry, HardState, LogIndex, LogWrite, NodeId, Payload, Term, Write, WriteNumber,
};

/// The size of length and checksum.
const HEADER: usize = 8;
const HAS_HARD_STATE: u8 = 1;
const HAS_LOG: u8 = 2;
const NO_OP: u8 = 0;
const COMMAND: u8 = 1;

/// An open file, positioned at its end.
pub(crate) struct Storage {
    file: File,
}

impl Storage {
    /// Opens or creates a node's file and returns its contents.
    ///
    /// # Errors
    /// If the file cannot be used, is in use, or contains anything that was not written to it.
    pub(crate) fn open(path: &Path) -> io::Result<(Self, Disk)> {
        let mut options = OpenOptions::new();
        let mut file = options.read(true).write(true).create(true).truncate(false).open(path)?;
        file.try_lock()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let (disk, whole) = replay(&bytes)?;
        file.set_len(whole as u64)?;
        file.sync_all()?;
        file.seek(SeekFrom::End(0))?;
        // The folder's entry for a new file must be durable as well.
        if let Some(folder) = path.parent().filter(|_| cfg!(unix)) {
            File::open(folder)?.sync_all()?;
        }
        Ok((Self { file }, disk))
    }

    /// Makes a write durable.
    ///
    /// # Errors
    /// If that is uncertain. The contents of the disk are then unknown, so the node must stop.
    pub(crate) fn append(&mut self, write: &Write) -> io::Result<()> {
        self.file.write_all(&record(write)?)?;
        self.file.sync_data()
    }
}

/// The contents of a file, and the length of its complete records.
///
/// # Errors
/// If anything before the last record is damaged.
pub(crate) fn replay(bytes: &[u8]) -> io::Result<(Disk, usize)> {
    let (mut disk, mut whole) = (Disk::default(), 0);
    while let Some(body) = body_at(bytes, whole) {
        let damaged = || damage(whole, "a record of another kind of file");
        disk.apply(&decode(body).ok_or_else(damaged)?);
        whole += HEADER + body.len();
    }
    // Writes are appended in order, so a record that another follows was complete.
    if (whole + 1..bytes.len()).any(|later| body_at(bytes, later).is_some()) {
        return Err(damage(whole, "a damaged record"));
    }
    Ok((disk, whole))
}

fn damage(at: usize, what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("{what} at byte {at}"))
}

/// The body of the record at this offset, if it is complete.
fn body_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let (length, rest) = bytes.get(at..)?.split_first_chunk::<4>()?;
    let (checksum, rest) = rest.split_first_chunk::<4>()?;
    let body = rest.get(..usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    (u32::from_le_bytes(*checksum) == checksum_of(*length, body)).then_some(body)
}

fn checksum_of(length: [u8; 4], body: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&length);
    hasher.update(body);
    hasher.finalize()
}

/// The record of a write.
///
/// # Errors
/// If the write contains anything that this example does not support.
pub(crate) fn record(write: &Write) -> io::Result<Vec<u8>> {
    let body = encode(write)?;
    let length = u32::try_from(body.len()).map_err(Error::other)?.to_le_bytes();
    let checksum = checksum_of(length, &body).to_le_bytes();
    Ok([length.as_slice(), &checksum, &body].concat())
}

fn encode(write: &Write) -> io::Result<Vec<u8>> {
    let parts = [(write.hard_state.is_some(), HAS_HARD_STATE), (write.log.is_some(), HAS_LOG)];
    let mut body = vec![parts.iter().filter(|(is_there, _)| *is_there).map(|(_, part)| part).sum()];
    if let Some(HardState { term, voted_for }) = write.hard_state {
        body.extend(term.0.to_le_bytes());
        body.push(voted_for.is_some().into());
        body.extend(voted_for.map_or(0, |node| node.0).to_le_bytes());
    }
    if let Some(LogWrite { from, entries }) = &write.log {
        body.extend(from.0.to_le_bytes());
        body.extend((entries.len() as u64).to_le_bytes());
        for entry in entries.iter() {
            body.extend(entry.term.0.to_le_bytes());
            match &entry.payload {
                Payload::NoOp => body.push(NO_OP),
                Payload::Command(command) => {
                    body.push(COMMAND);
                    body.extend((command.len() as u64).to_le_bytes());
                    body.extend_from_slice(command);
                }
                Payload::Membership(_) => return Err(Error::from(ErrorKind::Unsupported)),
            }
        }
    }
    match write.snapshot {
        None => Ok(body),
        Some(_) => Err(Error::from(ErrorKind::Unsupported)),
    }
}

/// The write in a body; `None` if [`encode`] did not write it. Write numbers count since boot and
/// are not stored.
fn decode(body: &[u8]) -> Option<Write> {
    let mut rest = Rest(body);
    let [parts] = rest.take()?;
    let mut write =
        Write { number: WriteNumber::default(), hard_state: None, snapshot: None, log: None };
    if parts & HAS_HARD_STATE != 0 {
        let (term, [has_voted], voted_for) = (rest.number()?, rest.take()?, rest.take()?);
        let voted_for = (has_voted != 0).then(|| NodeId(u32::from_le_bytes(voted_for)));
        write.hard_state = Some(HardState { term: Term(term), voted_for });
    }
    if parts & HAS_LOG != 0 {
        let from = LogIndex(rest.number()?);
        let (mut index, count) = (from, rest.number()?);
        let entries = (0..count).map(|_| {
            let term = Term(rest.number()?);
            let payload = match rest.take()? {
                [NO_OP] => Payload::NoOp,
                [COMMAND] => Payload::Command(rest.bytes()?.into()),
                _ => return None,
            };
            let entry = Entry { term, index, payload };
            index = index.next();
            Some(entry)
        });
        write.log = Some(LogWrite { from, entries: entries.collect::<Option<_>>()? });
    }
    (rest.0.is_empty() && parts <= HAS_HARD_STATE + HAS_LOG).then_some(write)
}

/// The bytes that have not been read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn number(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    /// Bytes after their length.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}
