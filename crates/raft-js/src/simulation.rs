//! The class `Simulation` for JavaScript.

use raft_sim::export::ndjson;
use raft_sim::history::{Branch, BranchId};
use raft_sim::{Command, History, Run, Time};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, time, to_js};
use crate::error::{Code, failure};
use crate::state::State;

/// A simulated cluster with its whole history.
#[wasm_bindgen]
pub struct Simulation {
    pub(crate) history: History,
    /// Whether the trace header was already returned.
    pub(crate) is_traced: bool,
}

#[wasm_bindgen]
impl Simulation {
    /// Creates a run from `{ seed, scenario, commands }`, each optional.
    ///
    /// # Errors
    /// `bad-options` if the object has the wrong form, `bad-run` if the run is impossible.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "RunOptions")] options: JsValue,
    ) -> Result<Simulation, JsValue> {
        let run: Run =
            if options.is_undefined() { Run::default() } else { from_js(options, Code::Options)? };
        let history = History::new(run).map_err(|bad| failure(Code::Run, &bad))?;
        Ok(Self { history, is_traced: false })
    }

    /// Carries out the next event and returns its records; none if no event is scheduled.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "TraceRecord[]")]
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        self.history.step();
        to_js(&self.history.take_records())
    }

    /// Carries out all events up to and including an instant, in simulated microseconds since the
    /// start of the run. Returns their records.
    ///
    /// # Errors
    /// `bad-time` if the argument is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = runUntil, unchecked_return_type = "TraceRecord[]")]
    pub fn run_until(&mut self, micros: f64) -> Result<JsValue, JsValue> {
        self.history.advance(time(micros)?);
        to_js(&self.history.take_records())
    }

    /// Like `runUntil`, but discards the records, which is several times as fast. `recordsBetween`
    /// restores them.
    ///
    /// # Errors
    /// `bad-time` if the argument is not a number from 0 to 2⁵³.
    pub fn advance(&mut self, micros: f64) -> Result<(), JsValue> {
        self.history.advance(time(micros)?);
        self.history.take_records();
        Ok(())
    }

    /// Like `runUntil`, but returns the records as lines of a trace (`TRACE.md`). The first piece
    /// begins with the trace header, so all pieces together form a trace. Going to another time
    /// starts a new trace.
    ///
    /// # Errors
    /// `bad-time` if the argument is not a number from 0 to 2⁵³.
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

    /// The trace of this branch from the start of the run up to and including this instant. It
    /// costs as much as simulating that time again.
    pub fn trace(&self) -> String {
        let simulation = self.history.simulation();
        let records = self.history.records_between(Time::default(), simulation.now());
        ndjson::write(simulation.run(), &records)
    }

    /// Applies a command to the run now, such as `"heal"`, `{ crash: "A" }`,
    /// `{ cut: { from: "A", to: "B" } }` or
    /// `{ submit: { client: "X", via: "B", operation: "x=8" } }`. A command in the past starts a
    /// branch; the existing future is kept.
    ///
    /// # Errors
    /// `bad-command` if it has the wrong form or names something that this cluster lacks.
    pub fn command(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Command")] command: JsValue,
    ) -> Result<(), JsValue> {
        let command = from_js(command, Code::Command)?;
        self.history.act(command).map_err(|bad| failure(Code::Command, &bad))
    }

    /// Notes about settings that are valid but may surprise, one sentence each, such as where the
    /// cluster may stall.
    pub fn notes(&self) -> Vec<String> {
        let scenario = &self.history.simulation().run().scenario;
        scenario.advice().iter().map(ToString::to_string).collect()
    }

    /// The cluster at this instant: time, nodes, links, clients, violations.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn state(&self) -> Result<JsValue, JsValue> {
        to_js(&State::of(self.history.simulation()))
    }

    /// The definition of this run, with all commands of this branch: `new
    /// Simulation(simulation.run())` starts it again.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "Run")]
    pub fn run(&self) -> Result<JsValue, JsValue> {
        to_js(self.history.simulation().run())
    }

    /// Goes to an instant of this branch, backward or forward, after all events of that instant.
    /// Stops at the end of the branch if the instant is later.
    ///
    /// # Errors
    /// `bad-time` if the argument is not a number from 0 to 2⁵³.
    pub fn seek(&mut self, micros: f64) -> Result<(), JsValue> {
        self.history.seek(time(micros)?);
        self.arrive();
        Ok(())
    }

    /// Undoes the last event or command; time returns to the one before it. Returns false at the
    /// start of the run.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&mut self) -> bool {
        let stepped = self.history.step_back();
        if stepped {
            self.arrive();
        }
        stepped
    }

    /// The records of a span of this branch, both ends included, as far as it is simulated. The
    /// current time does not change. It costs as much as simulating that span again.
    ///
    /// # Errors
    /// `bad-time` if one end is not a number from 0 to 2⁵³.
    #[wasm_bindgen(js_name = recordsBetween, unchecked_return_type = "TraceRecord[]")]
    pub fn records_between(&self, from_micros: f64, to_micros: f64) -> Result<JsValue, JsValue> {
        to_js(&self.history.records_between(time(from_micros)?, time(to_micros)?))
    }

    /// The branches of this run, in the order in which they started.
    ///
    /// # Errors
    /// Only if memory runs out.
    #[wasm_bindgen(unchecked_return_type = "Branch[]")]
    pub fn branches(&self) -> Result<JsValue, JsValue> {
        let current = self.history.current();
        let branches = self.history.branches().map(|branch| BranchView::of(branch, current));
        to_js(&branches.collect::<Vec<_>>())
    }

    /// Switches to another branch, at the same time or at its end, whichever is earlier.
    ///
    /// # Errors
    /// `no-such-branch` if no branch has that number.
    #[wasm_bindgen(js_name = switchTo)]
    pub fn switch_to(&mut self, branch: u32) -> Result<(), JsValue> {
        self.history.switch(BranchId(branch)).map_err(|none| failure(Code::Branch, &none))?;
        self.arrive();
        Ok(())
    }

    /// Only later events are reported from here on.
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
