// A program that uses every part of the interface, for the type checker.

import init, {
  Simulation,
  TraceExport,
  grade,
  parseScript,
  performScript,
  search,
  type InitError,
  type Mistake,
  type SearchProgress,
  type TraceRecord,
} from "raft-playground";
import * as inline from "raft-playground/inline";

export async function all(module: WebAssembly.Module, signal: AbortSignal): Promise<string[]> {
  await init();
  await init(new URL("https://example.org/raft_playground.wasm"));
  await init(fetch("raft_playground.wasm"));
  await inline.init(module);
  const simulation: Simulation = new Simulation({ seed: 7, scenario: { nodes: 3 } });
  for await (const record of simulation.records({ until: 1_000_000, signal })) {
    const time: number = record.at;
    if (time > 5) break;
  }
  simulation.command({ submit: { client: "X", operation: "x=8" } });
  const records: TraceRecord[] = simulation.runUntil(2_000_000);
  const more: TraceRecord[] | undefined = simulation.nextRecords(3_000_000, 10);
  const fork: Simulation = simulation.fork();
  fork.seek(records.length + (more?.length ?? 0));
  const seen = (progress: SearchProgress): void => void progress.runs;
  const { found } = await search({ without: ["commit-own-term"], onProgress: seen, signal });
  const { goals } = grade("", "");
  const writer = new TraceExport("", "ndjson", 100);
  fork.free();
  fork[Symbol.dispose]();
  return [
    String(found?.seed),
    ...goals.map(({ goal }) => goal),
    parseScript("").text,
    performScript("").trace,
    writer.nextPiece() ?? "",
    simulation.properties()[0]?.status ?? "holds",
    simulation.historyVerdict().verdict,
  ];
}

export function codeOf(error: Mistake | InitError): string {
  return error.code;
}
