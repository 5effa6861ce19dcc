import * as bindings from "./bindings.js";
import type { RunOptions, SearchOptions, SearchReport, TraceRecord } from "./bindings.js";

export type * from "./bindings.js";
export { TraceExport, grade, parseScript, performScript } from "./bindings.js";

/** Where the program (`raft_playground.wasm`) is. */
export type InitSource =
  | string
  | URL
  | Response
  | ArrayBuffer
  | ArrayBufferView
  | WebAssembly.Module;

/**
 * Starts the program. Await it before anything else; importing the package costs nothing. Without a
 * source, it loads the program that lies beside this module. All calls share one start; after a
 * failure, the next call tries again.
 *
 * It rejects with an `InitError`.
 */
export function init(source?: InitSource | PromiseLike<InitSource>): Promise<void>;
export default init;

/** The error of a forgotten or failed `init`. */
export interface InitError extends Error {
  code: "not-initialized" | "init-failed";
}

/** A simulated cluster with its whole history. */
export class Simulation extends bindings.Simulation {
  constructor(options?: RunOptions);
  /** An independent copy with all branches. */
  fork(): Simulation;
  /**
   * Carries out all events up to and including an instant, and returns their records one by one.
   * It pauses now and then, so that a page can respond meanwhile.
   */
  records(options: { until: number; signal?: AbortSignal }): AsyncGenerator<TraceRecord, void>;
}

/** How much a search has tried. */
export type SearchProgress = Omit<SearchReport, "found">;

/**
 * Tries one run after another, until one violates a property or meets the expectation. The result
 * depends on nothing but the options. It pauses every few milliseconds and calls `onProgress`;
 * `signal` ends it early, with the reason of the signal as its error.
 */
export function search(
  options?: SearchOptions & {
    onProgress?: (progress: SearchProgress) => void;
    signal?: AbortSignal;
  },
): Promise<SearchReport>;
