// The interface. Each function says so if `init` was forgotten.

import * as bindings from "./bindings.js";
import { requireInit } from "./init.js";

/** How long a search may block the page, in milliseconds. */
const TURN_MS = 20;

export class Simulation extends bindings.Simulation {
  constructor(options) {
    requireInit();
    super(options);
  }

  fork() {
    return Object.setPrototypeOf(super.fork(), Simulation.prototype);
  }

  async *records({ until, signal }) {
    // A caller that stops early should not wait for records that it does not take.
    for (let events = 50; ; events = Math.min(events * 2, 500)) {
      signal?.throwIfAborted();
      const records = this.nextRecords(until, events);
      if (!records) return;
      yield* records;
      await nextTurn();
    }
  }
}

export class TraceExport extends bindings.TraceExport {
  constructor(text, format, events) {
    requireInit();
    super(text, format, events);
  }
}

export function performScript(text) {
  requireInit();
  return bindings.performScript(text);
}

export function parseScript(text) {
  requireInit();
  return bindings.parseScript(text);
}

export function grade(task, solution) {
  requireInit();
  return bindings.grade(task, solution);
}

export async function search({ onProgress, signal, ...options } = {}) {
  requireInit();
  signal?.throwIfAborted();
  const job = new bindings.SearchJob(options);
  try {
    for (let runs = 1; ; ) {
      const began = performance.now();
      const goesOn = job.advance(runs);
      const took = Math.max(performance.now() - began, 0.1);
      const { found, ...progress } = job.report();
      onProgress?.(progress);
      if (!goesOn) return { found, ...progress };
      // How many runs fit into a turn affects no result.
      runs = Math.max(1, Math.min(runs * 2, Math.floor((runs * TURN_MS) / took)));
      await nextTurn();
      signal?.throwIfAborted();
    }
  } finally {
    job.free();
  }
}

// Lets the page respond. A timer would wait for a second in a hidden tab.
function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
