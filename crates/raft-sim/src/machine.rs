//! The state machine of one node: a key-value store that applies each request once (§8).

use std::sync::Arc;

use crate::address::ClientId;
use crate::injected_bugs::InjectedBugs;
use crate::kv::{Operation, Outcome, Request};
use crate::sessions::{Known, Sessions};

/// The store of one node, rebuilt from the log after every start.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Machine {
    /// In the order of the keys.
    registers: Vec<(String, String)>,
    latest: Option<String>,
    /// The outcomes of operations, so that a retry is answered and not applied again (§8).
    sessions: Sessions,
    /// Whether retries are applied again, an injected bug.
    applies_retries: bool,
}

impl Machine {
    /// An empty store.
    pub(crate) fn new(injected_bugs: InjectedBugs) -> Self {
        Self { applies_retries: injected_bugs.retries_applied, ..Self::default() }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.place(key).ok().map(|place| self.registers[place].1.as_str())
    }

    /// All keys with their values, in order.
    pub fn registers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.registers.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The value of the key that was changed last.
    pub fn latest(&self) -> Option<&str> {
        self.get(self.latest.as_deref()?)
    }

    /// Applies a request, or returns the outcome of its first application; `None` if the request is
    /// settled. Also returns whether it was applied.
    pub(crate) fn apply(&mut self, request: &Request) -> (Option<Outcome>, bool) {
        let Request { client, serial, .. } = *request;
        self.sessions.settle(request);
        match self.sessions.known(client, serial) {
            Known::Applied(outcome) if !self.applies_retries => (Some(outcome.clone()), false),
            Known::Settled if !self.applies_retries => (None, false),
            _ => {
                let outcome = self.execute(&request.operation);
                self.sessions.remember(client, serial, outcome.clone());
                (Some(outcome), true)
            }
        }
    }

    /// The whole store as text for a snapshot (§7): one line for each item.
    pub(crate) fn save(&self) -> Arc<[u8]> {
        let latest = self.latest.iter().map(|key| format!("latest {key}\n"));
        let registers = self.registers.iter().map(|(key, value)| format!("set {key} {value}\n"));
        let lines = latest.chain(registers).chain(self.sessions.save());
        lines.collect::<String>().into_bytes().into()
    }

    /// Reads what [`Machine::save`] wrote; lines of another form are ignored.
    pub(crate) fn load(saved: &[u8], injected_bugs: InjectedBugs) -> Self {
        let mut machine = Self::new(injected_bugs);
        for line in String::from_utf8_lossy(saved).lines() {
            let mut words = line.splitn(3, ' ');
            match (words.next(), words.next(), words.next()) {
                (Some("latest"), Some(key), None) => machine.latest = Some(key.into()),
                (Some("set"), Some(key), Some(value)) => {
                    machine.registers.push((key.into(), value.into()));
                }
                _ => machine.sessions.load(line),
            }
        }
        machine
    }

    /// The outcome of an operation that was applied and is not settled.
    pub(crate) fn outcome(&self, client: ClientId, serial: u64) -> Option<&Outcome> {
        match self.sessions.known(client, serial) {
            Known::Applied(outcome) => Some(outcome),
            Known::New | Known::Settled => None,
        }
    }

    /// The index of a key, or the index at which it would be inserted.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.registers.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    fn execute(&mut self, operation: &Operation) -> Outcome {
        let key = operation.key();
        let mut register = self.get(key).map(str::to_owned);
        let outcome = operation.apply(&mut register);
        if outcome == Outcome::Written {
            match (self.place(key), register) {
                (Ok(place), Some(value)) => self.registers[place].1 = value,
                (Ok(place), None) => drop(self.registers.remove(place)),
                (Err(place), Some(value)) => self.registers.insert(place, (key.into(), value)),
                (Err(_), None) => {}
            }
            self.latest = Some(key.into());
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_store_round_trips() {
        let mut machine = Machine::default();
        let operations = ["x=a b  c", "y+=2", "x: a b  c->5", "x: 9->1", "get y", "get z", "x+=1"];
        for (serial, operation) in (1..).zip(operations) {
            let operation = operation.parse().unwrap();
            machine.apply(&Request {
                client: ClientId(1),
                serial,
                settled: serial.min(2),
                operation,
            });
        }
        assert_eq!(machine.outcome(ClientId(1), 1), None, "it is settled");
        assert_eq!(machine.outcome(ClientId(1), 4), Some(&Outcome::Differs(Some("5".into()))));
        assert_eq!(Machine::load(&machine.save(), InjectedBugs::default()), machine);
    }
}
