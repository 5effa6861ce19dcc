// Uses every function of the package once. Each place where the package is tested runs this.

const STORY = `title "A value"
seed 7
nodes 3
until leader: X sends x=8
until committed x=8: say "Done."
end after 10ms
`;

const TASK = `seed 7
until leader: say "Here."
task "Stop A."
    goal stopped A
    solution:
        crash A
`;

/** Resolves with "ok" and some results; rejects with what is wrong. */
export async function exercise(api, source) {
  let forgotten;
  try {
    new api.Simulation();
  } catch (error) {
    forgotten = error;
  }
  // In a page whose worker shares nothing with it, and in Node.js, this is the first use.
  is(forgotten?.code, "not-initialized", "the error before init");
  await Promise.all([api.init(source), api.init(source)]);

  const simulation = new api.Simulation({ seed: 7 });
  let records = 0;
  for await (const record of simulation.records({ until: 1_000_000 })) {
    is(record.at <= 1_000_000, true, "the time of a record");
    records += 1;
  }
  is(records > 100, true, "the number of records");
  simulation.command({ submit: { client: "X", operation: "x=8" } });
  simulation.runUntil(2_000_000);
  is(simulation.state().nodes[4].value, "8", "the value of E");

  const copy = simulation.fork();
  is(copy instanceof api.Simulation, true, "the class of a copy");
  copy.seek(1_000_000);
  copy.command({ crash: "A" });
  is(copy.branches().length, 2, "the branches of the copy");
  is(simulation.branches().length, 1, "the branches of the original");
  is(simulation.properties().every(({ status }) => status === "holds"), true, "the properties");
  is(simulation.historyVerdict().verdict, "holds", "the verdict on the history");
  is(simulation.trace().startsWith('{"format":"raft-playground-trace"'), true, "the trace");
  copy.free();

  const { failures, run, end, trace } = api.performScript(STORY);
  is(failures.length, 0, "the failures of a script");
  is(new api.Simulation(run).traceUntil(end), trace, "the trace of its run");
  is(api.parseScript(STORY).title, "A value", "the title of a script");
  is(api.grade(TASK, "crash A\n").solved, true, "a right solution");
  is(api.grade(TASK, "crash B\n").solved, false, "a wrong solution");

  let calls = 0;
  const bug = { mutant: "6a", property: "election-safety", seeds: { from: 0, to: 100 } };
  const report = await api.search({ ...bug, onProgress: () => (calls += 1) });
  is(report.found?.violations.at(-1).violation, "election-safety", "what is found");
  is(calls > 0, true, "the calls of onProgress");
  const stopped = new AbortController();
  const endless = { seeds: { from: 0, to: 1_000_000 }, signal: stopped.signal };
  const aborted = await api
    .search({ ...endless, onProgress: () => stopped.abort() })
    .catch((error) => error.name);
  is(aborted, "AbortError", "the end of a stopped search");
  return `ok: seed ${report.found.seed}`;
}

function is(found, expected, what) {
  if (found !== expected) throw new Error(`${what}: ${found}, expected ${expected}`);
}

/** Shows the outcome in the page, for the test that opens it. */
export function show(outcomes) {
  const result = document.querySelector("#result");
  Promise.all(outcomes).then(
    (texts) => (result.textContent = texts.join("; ")),
    (error) => (result.textContent = `failed: ${error?.stack ?? error}`),
  );
}

/** The outcome that a worker sends. */
export function fromWorker(worker) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.startsWith("ok") ? resolve(data) : reject(data));
    worker.onerror = (event) => reject(event.message ?? "the worker does not start");
  });
}
