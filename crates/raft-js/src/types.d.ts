/** Simulated microseconds: of an instant, since the run began. */
export type Micros = number;
/** Nodes are `A` to `I`, clients `X` to `Z`. */
export type Address = string;

/** How well one direction of a link carries. */
export interface Quality {
  latency: Micros;
  jitter: Micros;
  tail: Micros;
  "loss-permille": number;
  "duplicate-permille": number;
  "reorder-permille": number;
  /** Bytes a second; without a limit, if null. */
  bandwidth: number | null;
}

/** Mistakes that are not a rule switched off. */
export interface Mistakes {
  "votes-not-durable": boolean;
  "hasty-promises": boolean;
  "half-is-enough": boolean;
  "local-reads": boolean;
  "retries-applied": boolean;
}

/** A cluster and its world before anything happens. */
export interface Scenario {
  nodes: number;
  spares: number;
  clients: number;
  "election-timeout": { min: Micros; max: Micros };
  "heartbeat-interval": Micros;
  "max-entries-per-message": number;
  "max-in-flight": number;
  "snapshot-chunk": number;
  "compact-after": number | null;
  "pre-vote": boolean;
  "check-quorum": boolean;
  reads: "round" | { lease: { drift_permille: number } };
  requests: "redirect" | "forward";
  network: Quality;
  "disk-latency": Micros;
  "disk-jitter": Micros;
  "torn-permille": number;
  "client-patience": Micros;
  /** Rules that are switched off, such as `commit-own-term`. */
  waived: string[];
  mistakes: Mistakes;
}

/** What can be done to a run. */
export type Command =
  | "heal"
  | { cut: { from: Address; to: Address } }
  | { mend: { from: Address; to: Address } }
  | { clog: { from: Address; to: Address } }
  | { unclog: { from: Address; to: Address } }
  /** The same as `clog` and `unclog`. */
  | { stall: { from: Address; to: Address } }
  | { unstall: { from: Address; to: Address } }
  | { partition: Address[][] }
  | { isolate: Address }
  | { link: { from: Address; to: Address; quality: Partial<Quality> } }
  | { network: Partial<Quality> }
  | { "drop-next": { kind: string; from: Address; to: Address } }
  | { drop: number }
  | { duplicate: number }
  | { delay: { message: number; by: Micros } }
  | { crash: Address }
  | { restart: Address }
  | { pause: Address }
  | { resume: Address }
  | { wipe: Address }
  | { renew: Address }
  | { rot: Address }
  /** The same as `wipe`, `renew` and `rot`. */
  | { erase: Address }
  | { "replace-server": Address }
  | { corrupt: Address }
  /** At 0 it stands still; otherwise 100 to 10000. */
  | { clock: { node: Address; "rate-permille": number } }
  | { "clock-jump": { node: Address; by: Micros } }
  | { disk: { node: Address; change: DiskChange } }
  | { configure: { node: Address; setting: NodeSetting } }
  | { administer: { via: Address; request: AdminRequest } }
  | { "time-out": Address }
  | { timer: { node: Address; after: Micros } }
  | { snapshot: Address }
  | { reconfigure: { voters: Address[]; learners?: Address[] } }
  | { add: Address }
  | { remove: Address }
  | { replace: { node: Address; by: Address } }
  | { transfer: Address }
  | { waive: string }
  | { enforce: string }
  /** An operation is `x=8`, `x+=2`, `del x`, `x: 5->7` or `get x`. */
  | { submit: { client: Address; via?: Address | null; operation: string } }
  /** Sends an operation of the client's again, by its number. */
  | { resend: { client: Address; via?: Address | null; serial: number } };

/** What becomes of a disk. */
export type DiskChange =
  | "stuck"
  | "fails"
  | "works"
  | { latency: Micros }
  | { "loses-tail": number };

/** A setting that one node may have otherwise than the scenario says. */
export type NodeSetting =
  | { "election-timeout": { min: Micros; max: Micros } }
  | { "heartbeat-interval": Micros }
  | { "max-entries-per-message": number }
  | { "max-in-flight": number }
  | { "snapshot-chunk": number }
  | { "compact-after": number | null }
  | { "pre-vote": boolean }
  | { "check-quorum": boolean }
  | { reads: "round" | { lease: { drift_permille: number } } }
  | { requests: "redirect" | "forward" };

/** What an administrator asks of a node. */
export type AdminRequest =
  | { reconfigure: { voters: Address[]; learners?: Address[] } }
  | { add: Address }
  | { remove: Address }
  | { replace: { node: Address; by: Address } }
  | { transfer: Address };

export interface TimedCommand {
  at: Micros;
  command: Command;
}

/** What a run is made from. The same run gives the same records, byte for byte, everywhere. */
export interface Run {
  scenario: Scenario;
  seed: number;
  commands: TimedCommand[];
}

/** What a run is to be made from; what is left out is as usual. */
export interface RunOptions {
  scenario?: Partial<Omit<Scenario, "network" | "mistakes">> & {
    network?: Partial<Quality>;
    mistakes?: Partial<Mistakes>;
  };
  seed?: number;
  commands?: TimedCommand[];
}

/** Who belongs to the cluster (§6). Nodes are numbers here: 0 is A. */
export interface Membership {
  voters: number[];
  outgoing: number[];
  learners: number[];
}

export interface LogPosition {
  term: number;
  index: number;
}

export interface NodeState {
  role: "follower" | "pre-candidate" | "candidate" | "leader";
  term: number;
  voted_for: number | null;
  commit_index: number;
  last: LogPosition;
  membership: Membership;
}

/** A record of a trace. What its `detail` holds is described in TRACE.md. */
export interface TraceRecord {
  seq: number;
  at: Micros;
  cause?: number;
  place?: Address;
  state?: NodeState;
  kind:
    | "commanded"
    | "sent"
    | "doubled"
    | "delivered"
    | "lost"
    | "timer-fired"
    | "write-began"
    | "persisted"
    | "crashed"
    | "write-failed"
    | "tail-lost"
    | "administered"
    | "refused-to-start"
    | "protocol"
    | "applied"
    | "submitted"
    | "settled"
    | "violated";
  detail: any;
}

/** A property that does not hold, and the facts that contradict each other. */
export interface Violation {
  violation: string;
  [fact: string]: unknown;
}

/** What an operation gave. */
export type Outcome =
  | "written"
  | "not-a-number"
  | { read: string | null }
  | { differs: string | null };

/** How an operation stands, as far as its client knows. */
export type Status = "waiting" | "failed" | "unknown" | { done: Outcome };

/** The cluster at one instant. */
export interface State {
  nowUs: Micros;
  nodes: {
    name: Address;
    running: boolean;
    state: NodeState | null;
    value: string | null;
    durableLastIndex: number;
  }[];
  links: { from: Address; to: Address; up: boolean }[];
  /** How many are on their way. */
  messages: number;
  clients: { name: Address; operations: { operation: string; status: Status }[] }[];
  violations: Violation[];
}

/** One of the futures that a run has had. */
export interface Branch {
  id: number;
  /** The branch that it left, when, and what was done then instead. */
  parent: number | null;
  fromUs: Micros;
  beganWith: Command | null;
  /** How far it is known. */
  endUs: Micros;
  isCurrent: boolean;
}

/** What came of a script. */
export interface Performed {
  title: string | null;
  /** What the reader was told. */
  said: { line: number; at: Micros; text: string }[];
  /** What was not as the script has it. */
  failures: { line: number; at: Micros; message: string }[];
  /** What is worth knowing about settings that are right: where they may stall. */
  notes: string[];
  violations: Violation[];
  /** The same as a plain run: played until `end` it gives the same records. */
  run: Run;
  end: Micros;
  /** A line of JSON that says what run it is, and one for each record (TRACE.md). */
  trace: string;
}

/** What is thrown. Only `bad-script` has a place, both numbers from 1, and perhaps the word that was
 * meant. */
export interface Mistake extends Error {
  code:
    | "bad-options"
    | "bad-run"
    | "bad-command"
    | "bad-time"
    | "no-such-branch"
    | "bad-script";
  line?: number;
  column?: number;
  suggestion?: string;
}
