//! The sizes of files, as a server sends them.

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A kilobyte has 1000 bytes here, as in the tools of browsers.
pub(crate) const BYTES_PER_KB: usize = 1000;

pub(crate) fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

pub(crate) fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / BYTES_PER_KB, bytes % BYTES_PER_KB / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitive_files_are_smaller_gzipped() {
        assert!(gzipped(&[b'a'; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn sizes_are_printed_with_one_decimal() {
        assert_eq!(kilobytes(1_234), "1.2 KB");
        assert_eq!(kilobytes(99), "0.0 KB");
    }
}
