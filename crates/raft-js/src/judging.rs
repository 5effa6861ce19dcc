//! What a simulation can say about the guarantees of Raft, and copies of a simulation.

use raft_sim::Property;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{time, to_js};
use crate::simulation::Simulation;

/// Whether a property holds so far.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum PropertyStatus {
    Holds,
    Violated,
    Undecided,
}

#[derive(Serialize)]
struct PropertyView {
    property: Property,
    name: &'static str,
    status: PropertyStatus,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HistoryVerdict<'a> {
    verdict: PropertyStatus,
    undecided_keys: Vec<&'a str>,
}

#[wasm_bindgen]
impl Simulation {
    /// The properties that are checked after every event, and whether they hold so far. Stable
    /// leadership and liveness are about the end of a run, so only `search` checks them.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "PropertyVerdict[]")]
    pub fn properties(&self) -> Result<JsValue, JsValue> {
        let mut views = Vec::new();
        for property in Property::ALL {
            if !matches!(property, Property::StableLeadership | Property::Liveness) {
                views.push(PropertyView {
                    property,
                    name: property.name(),
                    status: self.status(property),
                });
            }
        }
        to_js(&views)
    }

    /// Whether the history of the clients is linearizable: there is an order of all operations that
    /// explains what every client received.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(js_name = historyVerdict, unchecked_return_type = "HistoryVerdict")]
    pub fn history_verdict(&self) -> Result<JsValue, JsValue> {
        let verdict = self.status(Property::Linearizability);
        let undecided_keys = self.history.simulation().undecided_keys().collect();
        to_js(&HistoryVerdict { verdict, undecided_keys })
    }

    /// An independent copy with all branches. Large parts are shared until one copy changes them,
    /// so a copy is cheap.
    pub fn fork(&self) -> Simulation {
        Self { history: self.history.clone(), is_traced: false }
    }

    /// Carries out at most this many events up to an instant and returns their records; `undefined`
    /// if that instant was reached before.
    ///
    /// # Errors
    /// `bad-time` if the instant is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = nextRecords, unchecked_return_type = "TraceRecord[] | undefined")]
    pub fn next_records(&mut self, until_micros: f64, events: u32) -> Result<JsValue, JsValue> {
        let until = time(until_micros)?;
        if self.history.simulation().now() >= until {
            return Ok(JsValue::UNDEFINED);
        }
        let last = self.history.simulation().events() + u64::from(events);
        loop {
            let simulation = self.history.simulation();
            let next = simulation.next_at().filter(|next| *next <= until);
            if next.is_none() {
                self.history.advance(until);
                break;
            }
            if simulation.events() >= last {
                break;
            }
            self.history.step();
        }
        to_js(&self.history.take_records())
    }

    fn status(&self, property: Property) -> PropertyStatus {
        let simulation = self.history.simulation();
        for violation in simulation.violations() {
            if violation.property() == property {
                return PropertyStatus::Violated;
            }
        }
        if property == Property::Linearizability && simulation.undecided_keys().next().is_some() {
            return PropertyStatus::Undecided;
        }
        PropertyStatus::Holds
    }
}
