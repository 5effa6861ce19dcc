//! The Raft simulator for JavaScript and TypeScript.
//!
//! One class, `Simulation`, drives the same simulator as the page and the native tests. What goes
//! in and comes out are plain objects; a mistake is a thrown `Error` with a stable `code`, and
//! leaves the simulation as it was.
//!
//! ```js
//! const simulation = new Simulation({ seed: 7 });
//! simulation.runUntil(1_000_000);                       // microseconds
//! simulation.command({ submit: { client: "X", operation: "x=8" } });
//! const records = simulation.runUntil(2_000_000);
//! simulation.state().nodes[0].value;                    // "8"
//! ```

mod error;
mod state;

use raft_sim::Run;
use raft_sim::export::ndjson;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use error::{Code, failure};

/// A simulated cluster.
#[wasm_bindgen]
pub struct Simulation {
    world: raft_sim::Simulation,
    /// Whether a trace has begun.
    is_traced: bool,
}

#[wasm_bindgen]
impl Simulation {
    /// Begins a run: `{ seed, scenario, commands }`, each optional.
    ///
    /// # Errors
    /// `bad-options` if the object has another form, `bad-run` if such a run cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Simulation, JsValue> {
        let run: Run =
            if options.is_undefined() { Run::default() } else { from_js(options, Code::Options)? };
        let world = raft_sim::Simulation::new(run).map_err(|bad| failure(Code::Run, &bad))?;
        Ok(Self { world, is_traced: false })
    }

    /// Carries out the next event. Gives the records of it; none if nothing will ever happen.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        self.world.step();
        to_js(&self.world.take_records())
    }

    /// Lets everything happen that is due until an instant, in simulated microseconds since the
    /// run began. Gives the records of it.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = runUntil)]
    pub fn run_until(&mut self, micros: f64) -> Result<JsValue, JsValue> {
        self.advance(micros)?;
        to_js(&self.world.take_records())
    }

    /// Like `runUntil`, but gives the records as lines of a trace (`TRACE.md`). The first piece
    /// begins with the line that says what run it is, so all pieces together are a trace.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = traceUntil)]
    pub fn trace_until(&mut self, micros: f64) -> Result<String, JsValue> {
        self.advance(micros)?;
        let header = if self.is_traced { String::new() } else { ndjson::header(self.world.run()) };
        self.is_traced = true;
        Ok(header + &ndjson::lines(&self.world.take_records()))
    }

    /// Does something to the run now, such as `"heal"`, `{ crash: "A" }`, `{ cut: { from: "A", to:
    /// "B" } }` or `{ submit: { client: "X", via: "B", operation: "x=8" } }`.
    ///
    /// # Errors
    /// `bad-command` if it has another form or names what this cluster does not have.
    pub fn command(&mut self, command: JsValue) -> Result<(), JsValue> {
        let command = from_js(command, Code::Command)?;
        self.world.act(command).map_err(|bad| failure(Code::Command, &bad))
    }

    /// The cluster at this instant: time, nodes, links, clients, violations.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    pub fn state(&self) -> Result<JsValue, JsValue> {
        to_js(&state::State::of(&self.world))
    }

    /// What this run is made from; `new Simulation(simulation.run())` begins it again.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    pub fn run(&self) -> Result<JsValue, JsValue> {
        to_js(self.world.run())
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
    fn advance(&mut self, micros: f64) -> Result<(), JsValue> {
        const LAST: f64 = 9_007_199_254_740_991.0;
        if !(0.0..=LAST).contains(&micros) {
            let sentence = format!("{micros} is not a time from 0 to 2^53 microseconds");
            return Err(failure(Code::Time, &sentence));
        }
        self.world.run_until(raft_sim::Time(micros as u64));
        Ok(())
    }
}

fn from_js<T: serde::de::DeserializeOwned>(value: JsValue, code: Code) -> Result<T, JsValue> {
    // By way of a tree, since an object read straight into a struct may hold keys that the struct
    // does not have, and a misspelt option would be ignored.
    let tree: serde_json::Value =
        serde_wasm_bindgen::from_value(value).map_err(|mistake| failure(code, &mistake))?;
    serde_json::from_value(tree).map_err(|mistake| failure(code, &mistake))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}
