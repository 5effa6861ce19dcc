// Traces of a run for other tools. The simulator for JavaScript writes them; it is a program of its
// own, which the page loads only for this.
import { refusal } from "./link.js";

/** @typedef {"ndjson" | "mermaid" | "shiviz"} Format */

/**
 * The part of the package raft-js that the page uses.
 * @typedef {{ nextPiece(): string | undefined }} TraceExport
 * @typedef {{ TraceExport: new (text: string, format: Format, events: number) => TraceExport }} Simulator
 */

// A diagram of more events than this is unreadable, and a browser could not draw it.
const MOST_DRAWN = 50_000;

/**
 * The trace of the first events of a run, in pieces.
 * @param {string} script @param {Format} format @param {number} events
 */
export async function trace(script, format, events) {
  if (format !== "ndjson" && events > MOST_DRAWN) {
    throw refusal("trace-too-long", { count: events, most: MOST_DRAWN });
  }
  const { TraceExport } = await load();
  const traceExport = new TraceExport(script, format, events);
  const pieces = [];
  for (let piece; (piece = traceExport.nextPiece()) !== undefined; ) {
    pieces.push(piece);
    await new Promise(requestAnimationFrame);
  }
  return pieces;
}

/**
 * Loads the simulator, which `cargo xtask dist` puts beside the page. The page as a single file has
 * none.
 * @returns {Promise<Simulator>}
 */
async function load() {
  const address = new URL("trace/trace.js", document.baseURI);
  try {
    const simulator = await import(address.href);
    await simulator.default();
    return simulator;
  } catch {
    throw refusal("trace-not-here");
  }
}
