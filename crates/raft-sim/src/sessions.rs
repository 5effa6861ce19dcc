//! The client sessions of the store, which ensure that a request takes effect once however often it
//! is sent (§8, diss. §6.3). They are part of the replicated state: each request says which earlier
//! ones its client will never ask about again, and every node discards these at the same entry.

use crate::address::ClientId;
use crate::kv::{Outcome, Request};

/// The sessions of all clients.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Sessions {
    /// In the order of the clients.
    sessions: Vec<Session>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Session {
    client: ClientId,
    /// Requests before this one are settled, whatever their outcomes.
    settled: u64,
    /// The outcomes of the requests that are not settled, in order.
    outcomes: Vec<(u64, Outcome)>,
}

/// What the store knows of a request before applying it.
pub(crate) enum Known<'a> {
    /// It is new.
    New,
    /// It was applied, with this outcome.
    Applied(&'a Outcome),
    /// It is settled.
    Settled,
}

impl Sessions {
    /// What the store knows of a request.
    pub(crate) fn known(&self, client: ClientId, serial: u64) -> Known<'_> {
        let Some(session) = self.sessions.iter().find(|session| session.client == client) else {
            return Known::New;
        };
        match session.outcomes.binary_search_by_key(&serial, |(serial, _)| *serial) {
            _ if serial < session.settled => Known::Settled,
            Ok(place) => Known::Applied(&session.outcomes[place].1),
            Err(_) => Known::New,
        }
    }

    /// Discards the requests that this one declares settled.
    pub(crate) fn settle(&mut self, request: &Request) {
        let session = self.session(request.client);
        if request.settled > session.settled {
            session.settled = request.settled;
            session.outcomes.retain(|(serial, _)| *serial >= request.settled);
        }
    }

    /// Records the outcome of a request.
    pub(crate) fn remember(&mut self, client: ClientId, serial: u64, outcome: Outcome) {
        let outcomes = &mut self.session(client).outcomes;
        match outcomes.binary_search_by_key(&serial, |(serial, _)| *serial) {
            Ok(place) => outcomes[place].1 = outcome,
            Err(place) => outcomes.insert(place, (serial, outcome)),
        }
    }

    /// One line for each item.
    pub(crate) fn save(&self) -> impl Iterator<Item = String> {
        self.sessions.iter().flat_map(|session| {
            let client = session.client.0;
            let settled = format!("settled {client} {}\n", session.settled);
            let outcomes = session.outcomes.iter().map(move |(serial, outcome)| {
                let (word, value) = match outcome {
                    Outcome::Written => ("written", None),
                    Outcome::NotANumber => ("not-a-number", None),
                    Outcome::Read(value) => ("read", value.as_deref()),
                    Outcome::Differs(value) => ("differs", value.as_deref()),
                };
                let value = value.map(|value| format!(" {value}")).unwrap_or_default();
                format!("outcome {client} {serial} {word}{value}\n")
            });
            [settled].into_iter().chain(outcomes)
        })
    }

    /// Reads a line that [`Sessions::save`] wrote; a line of another form is ignored.
    pub(crate) fn load(&mut self, line: &str) {
        let words: Vec<&str> = line.splitn(5, ' ').collect();
        let [kind, client, serial, ref rest @ ..] = words[..] else { return };
        let (Ok(client), Ok(serial)) = (client.parse(), serial.parse()) else { return };
        let client = ClientId(client);
        let value = rest.get(1).map(|value| (*value).to_owned());
        let outcome = match (kind, rest.first().copied()) {
            ("settled", None) => return self.session(client).settled = serial,
            ("outcome", Some("written")) => Outcome::Written,
            ("outcome", Some("not-a-number")) => Outcome::NotANumber,
            ("outcome", Some("read")) => Outcome::Read(value),
            ("outcome", Some("differs")) => Outcome::Differs(value),
            _ => return,
        };
        self.remember(client, serial, outcome);
    }

    fn session(&mut self, client: ClientId) -> &mut Session {
        let place = self.sessions.partition_point(|session| session.client < client);
        if self.sessions.get(place).is_none_or(|session| session.client != client) {
            self.sessions.insert(place, Session { client, settled: 1, outcomes: Vec::new() });
        }
        &mut self.sessions[place]
    }
}
