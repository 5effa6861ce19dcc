//! One line of JSON for each record.

use crate::record::Record;

/// Every record as a line of JSON.
pub fn write(records: &[Record]) -> String {
    records.iter().map(|record| record.to_json() + "\n").collect()
}
