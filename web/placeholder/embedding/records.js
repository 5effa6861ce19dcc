// The records of the visible run while it goes on, for a page that has asked for them. The simulator
// for JavaScript writes them, as it writes traces: see `web/placeholder/share/trace.js`.

/** How many records one message may have. */
const MOST_AT_ONCE = 500;
/** More events than any run has. */
const ALL = 1e15;

/**
 * A record, as `TRACE.md` describes it.
 * @typedef {{ seq: number, at: number } & Record<string, unknown>} TraceRecord
 * @typedef {{ nextPiece(): string | undefined }} Pieces
 * @typedef {{ text: string, pieces: Pieces, waiting: TraceRecord[], isFirst: boolean }} Reading
 */

/** A run as text without what changes while time passes: its moment, and how far it is known. @param {string} script */
export const commandsOf = (script) => script.replace(/^# raft-playground .*\n/, "").replace(/\nend at .*\n$/, "");

export class Records {
  #start;
  /** The moment, and the number of the last record before it. */
  #until = Infinity;
  #last = -1;
  /** @type {Reading | undefined} */
  #reading;

  /** @param {(script: string, events: number) => Pieces} start */
  constructor(start) {
    this.#start = start;
  }

  /**
   * The records since the last call, in pieces; none in the first one. After a step back in time,
   * they come again.
   * @param {number} now in simulated microseconds @param {string} script the visible run
   */
  *since(now, script) {
    const text = commandsOf(script), isBack = now < this.#until;
    if (!isBack && now === this.#until && text === this.#reading?.text) return;
    if (isBack) this.#last = -1;
    if (isBack || text !== this.#reading?.text) {
      this.#reading = { text, pieces: this.#start(script, ALL), waiting: [], isFirst: true };
    }
    this.#until = now;
    let piece = [];
    for (const record of upTo(/** @type {Reading} */ (this.#reading), now)) {
      if (record.seq <= this.#last) continue;
      this.#last = record.seq;
      if (!isBack) piece.push(record);
      if (piece.length < MOST_AT_ONCE) continue;
      yield piece;
      piece = [];
    }
    if (piece.length) yield piece;
  }
}

/** Takes the records up to a moment. @param {Reading} reading @param {number} now */
function* upTo(reading, now) {
  for (;;) {
    const later = reading.waiting.findIndex(({ at }) => at > now);
    yield* reading.waiting.splice(0, later < 0 ? reading.waiting.length : later);
    if (later >= 0) return;
    const piece = reading.pieces.nextPiece();
    if (piece === undefined) return;
    const lines = piece.split("\n").filter(Boolean);
    // The first line says which run it is.
    if (reading.isFirst && lines.length) {
      lines.shift();
      reading.isFirst = false;
    }
    reading.waiting = lines.map((line) => JSON.parse(line));
  }
}
