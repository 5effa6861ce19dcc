import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { Simulation, init, search } from "raft-playground";

const program = new URL(import.meta.resolve("raft-playground/raft_playground.wasm"));

test("init takes bytes, and errors have a code", async () => {
  const { buffer } = new Uint8Array(await readFile(program));
  await init(buffer);
  assert.throws(() => new Simulation({ seeds: 7 }), { code: "bad-options" });
  assert.throws(() => new Simulation({ scenario: { nodes: 10 } }), { code: "bad-run" });
  await assert.rejects(search({ mutant: "99" }), { code: "bad-options" });
  await assert.rejects(search({ expect: "x" }), { code: "bad-options" });
  await assert.rejects(search({ script: "nodez" }), { code: "bad-script", line: 1 });
  await assert.rejects(search({ signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("a search with a scenario finds the seed of the expectation", async () => {
  await init();
  const script = "nodes 3\nuntil leader: say \"Elected.\"\n";
  const { found, runs, total } = await search({ script, expect: "leader C" });
  const simulation = new Simulation(found.run);
  simulation.runUntil(found.at);
  const leader = simulation.state().nodes.find((node) => node.state.role === "leader");
  assert.equal(leader.name, "C");
  assert.deepEqual([runs, total], [found.seed + 1, 1000]);
  simulation[Symbol.dispose ?? "free"]();
});
