// The types accept real values of a run, key by key: an object literal may neither lack a key nor
// have one too many.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { Simulation, grade, init, parseScript, performScript, search } from "raft-playground";

const TASK = `title "A task"
seed 7
until leader: X sends x=1
beat led: say "Led."; ask "Now?"; choice "Yes" when leader; choice "No" when no leader; because "So."
until committed x=1: say "Here."; expect no leader
task "Stop A."
    goal stopped A
    hint "Its menu."
    solution:
        crash A
`;

async function values() {
  await init();
  const simulation = new Simulation({ seed: 7, scenario: { "pre-vote": true } });
  const records = simulation.runUntil(400_000);
  simulation.command({ submit: { client: "X", operation: "get x" } });
  simulation.command({ crash: "A" });
  simulation.runUntil(2_000_000);
  simulation.seek(500_000);
  simulation.command("heal");
  const { trace, ...performed } = performScript(TASK);
  const found = await search({ mutant: "6a" });
  const solution = TASK.replace("; expect no leader", "");
  return {
    "TraceRecord[]": records,
    State: simulation.state(),
    Run: simulation.run(),
    "Branch[]": simulation.branches(),
    "PropertyVerdict[]": simulation.properties(),
    HistoryVerdict: simulation.historyVerdict(),
    Performed: { trace: "", ...performed },
    ParsedScript: parseScript(TASK),
    Grade: grade(solution, "crash A\n"),
    SearchReport: found,
  };
}

test("the types are those of real values, and accept a program that uses everything", async () => {
  const all = Object.entries(await values());
  const names = all.map(([type]) => type.replace("[]", ""));
  const imported = `import type { ${names.join(", ")} } from "raft-playground";\n`;
  const constants = all.map(
    ([type, value], index) => `export const value${index}: ${type} = ${JSON.stringify(value)};\n`,
  );
  const folder = dirname(fileURLToPath(import.meta.url));
  writeFileSync(join(folder, "values.ts"), imported + constants.join(""));
  check(["values.ts", "uses.ts"]);
});

test("the types refuse what the package refuses", () => {
  const folder = dirname(fileURLToPath(import.meta.url));
  const lines = [
    `new Simulation({ seeds: 7 });`,
    `new Simulation().command({ crash: 7 });`,
    `new Simulation().command("explode");`,
    `search({ seed: 7 });`,
    `new Simulation().seek("1s");`,
  ];
  const refused = lines.map((line) => `// @ts-expect-error\n${line}\n`).join("");
  const imported = `import { Simulation, init, search } from "raft-playground";\n`;
  writeFileSync(join(folder, "refused.ts"), imported + refused);
  check(["refused.ts"]);
});

function check(files) {
  const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext"];
  const libraries = ["--lib", "es2022,dom,esnext.disposable", "--types", ""];
  const { status, stdout } = spawnSync("tsc", [...options, ...libraries, ...files], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stdout);
}
