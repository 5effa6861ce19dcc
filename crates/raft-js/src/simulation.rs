//! The class that JavaScript drives.

use raft_sim::export::ndjson;
use raft_sim::history::{Branch, BranchId};
use raft_sim::{Command, History, Run, Time};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, time, to_js};
use crate::error::{Code, failure};
use crate::state::State;

/// A simulated cluster, and all that has become of it.
#[wasm_bindgen]
pub struct Simulation {
    history: History,
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
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "RunOptions")] options: JsValue,
    ) -> Result<Simulation, JsValue> {
        let run: Run =
            if options.is_undefined() { Run::default() } else { from_js(options, Code::Options)? };
        let history = History::new(run).map_err(|bad| failure(Code::Run, &bad))?;
        Ok(Self { history, is_traced: false })
    }

    /// Carries out the next event. Gives the records of it; none if nothing will ever happen.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    #[wasm_bindgen(unchecked_return_type = "TraceRecord[]")]
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        self.history.step();
        to_js(&self.history.take_records())
    }

    /// Lets everything happen that is due until an instant, in simulated microseconds since the
    /// run began. Gives the records of it.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = runUntil, unchecked_return_type = "TraceRecord[]")]
    pub fn run_until(&mut self, micros: f64) -> Result<JsValue, JsValue> {
        self.history.advance(time(micros)?);
        to_js(&self.history.take_records())
    }

    /// Like `runUntil`, but lets go of the records, which is several times as quick;
    /// `recordsBetween` brings them back.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    pub fn advance(&mut self, micros: f64) -> Result<(), JsValue> {
        self.history.advance(time(micros)?);
        self.history.take_records();
        Ok(())
    }

    /// Like `runUntil`, but gives the records as lines of a trace (`TRACE.md`). The first piece
    /// begins with the line that says what run it is, so all pieces together are a trace. Going
    /// elsewhere in time begins another.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = traceUntil)]
    pub fn trace_until(&mut self, micros: f64) -> Result<String, JsValue> {
        self.history.advance(time(micros)?);
        let records = ndjson::lines(&self.history.take_records());
        if self.is_traced {
            return Ok(records);
        }
        self.is_traced = true;
        Ok(ndjson::header(self.history.simulation().run()) + &records)
    }

    /// The trace of this branch from the run's beginning until now, this instant included. It
    /// costs as much as playing all that again.
    pub fn trace(&self) -> String {
        let simulation = self.history.simulation();
        let records = self.history.records_between(Time::default(), simulation.now());
        ndjson::write(simulation.run(), &records)
    }

    /// Does something to the run now, such as `"heal"`, `{ crash: "A" }`, `{ cut: { from: "A", to:
    /// "B" } }` or `{ submit: { client: "X", via: "B", operation: "x=8" } }`. Done in the past it
    /// begins a branch; what had become of the run stays.
    ///
    /// # Errors
    /// `bad-command` if it has another form or names what this cluster does not have.
    pub fn command(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Command")] command: JsValue,
    ) -> Result<(), JsValue> {
        let command = from_js(command, Code::Command)?;
        self.history.act(command).map_err(|bad| failure(Code::Command, &bad))
    }

    /// What is worth knowing about the settings of this run, which are right: one sentence each,
    /// such as where they may stall.
    pub fn notes(&self) -> Vec<String> {
        let scenario = &self.history.simulation().run().scenario;
        scenario.advice().iter().map(ToString::to_string).collect()
    }

    /// The cluster at this instant: time, nodes, links, clients, violations.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn state(&self) -> Result<JsValue, JsValue> {
        to_js(&State::of(self.history.simulation()))
    }

    /// What this run is made from, with all commands of this branch: `new
    /// Simulation(simulation.run())` begins it again.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    #[wasm_bindgen(unchecked_return_type = "Run")]
    pub fn run(&self) -> Result<JsValue, JsValue> {
        to_js(self.history.simulation().run())
    }

    /// Goes to an instant of this branch, back or forth, after all that happened at it: to its end,
    /// if the branch is not known that far.
    ///
    /// # Errors
    /// `bad-time` if that is not a number from 0 to 2⁵³.
    pub fn seek(&mut self, micros: f64) -> Result<(), JsValue> {
        self.history.seek(time(micros)?);
        self.arrive();
        Ok(())
    }

    /// Takes the last event or command back; time goes back to the one before it. False at the
    /// run's beginning.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&mut self) -> bool {
        let stepped = self.history.step_back();
        if stepped {
            self.arrive();
        }
        stepped
    }

    /// The records of a span of this branch, both ends included, as far as it is known. Time stays.
    /// It costs as much as playing that span again.
    ///
    /// # Errors
    /// `bad-time` if one end is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = recordsBetween, unchecked_return_type = "TraceRecord[]")]
    pub fn records_between(&self, from_micros: f64, to_micros: f64) -> Result<JsValue, JsValue> {
        to_js(&self.history.records_between(time(from_micros)?, time(to_micros)?))
    }

    /// The futures that this run has had, in the order in which they began.
    ///
    /// # Errors
    /// Never, but for lack of memory.
    #[wasm_bindgen(unchecked_return_type = "Branch[]")]
    pub fn branches(&self) -> Result<JsValue, JsValue> {
        let current = self.history.current();
        let branches = self.history.branches().map(|branch| BranchView::of(branch, current));
        to_js(&branches.collect::<Vec<_>>())
    }

    /// Goes over to another branch, to the same time or its end, whichever is earlier.
    ///
    /// # Errors
    /// `no-such-branch` if there is none of that number.
    #[wasm_bindgen(js_name = switchTo)]
    pub fn switch_to(&mut self, branch: u32) -> Result<(), JsValue> {
        self.history.switch(BranchId(branch)).map_err(|none| failure(Code::Branch, &none))?;
        self.arrive();
        Ok(())
    }

    /// What is told is what happens from here on.
    fn arrive(&mut self) {
        self.history.take_records();
        self.is_traced = false;
    }
}

/// A branch as a plain object.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BranchView<'a> {
    id: u32,
    parent: Option<u32>,
    from_us: Time,
    began_with: Option<&'a Command>,
    end_us: Time,
    is_current: bool,
}

impl<'a> BranchView<'a> {
    fn of(branch: Branch<'a>, current: BranchId) -> Self {
        Self {
            id: branch.id.0,
            parent: branch.parent.map(|parent| parent.0),
            from_us: branch.from,
            began_with: branch.began_with,
            end_us: branch.end,
            is_current: branch.id == current,
        }
    }
}
