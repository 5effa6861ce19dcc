/** Simulated microseconds; for an instant, since the start of the run. */
export type Micros = number;
/** Nodes are `A` to `I`, clients `X` to `Z`. */
export type Address = string;

/** The quality of one direction of a link. */
export interface Quality {
  latency: Micros;
  jitter: Micros;
  tail: Micros;
  "loss-permille": number;
  "duplicate-permille": number;
  "reorder-permille": number;
  /** Bytes per second; null means no limit. */
  bandwidth: number | null;
}

/** Injected bugs. They are independent of the waived rules. */
export interface Mistakes {
  "votes-not-durable": boolean;
  "hasty-promises": boolean;
  "half-is-enough": boolean;
  "local-reads": boolean;
  "retries-applied": boolean;
}

/** A cluster and its environment at the start of a run. */
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

/** A command that changes a run. */
export type Command =
  | "heal"
  | { cut: { from: Address; to: Address } }
  | { mend: { from: Address; to: Address } }
  | { clog: { from: Address; to: Address } }
  | { unclog: { from: Address; to: Address } }
  /** Aliases of `clog` and `unclog`. */
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
  | { freeze: Address }
  | { resume: Address }
  | { wipe: Address }
  | { renew: Address }
  | { rot: Address }
  /** Aliases of `wipe`, `renew` and `rot`. */
  | { erase: Address }
  | { "replace-server": Address }
  | { corrupt: Address }
  /** 0 stops the clock; otherwise 100 to 10000. */
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
  /** Sends an earlier operation of the client again, by its number. */
  | { resend: { client: Address; via?: Address | null; serial: number } };

/** A change of the behaviour of a disk. */
export type DiskChange =
  | "stuck"
  | "fails"
  | "works"
  | { latency: Micros }
  | { "loses-tail": number };

/** A setting of one node that overrides the scenario. */
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

/** A request of an administrator to a node. */
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

/** The definition of a run. The same run gives the same records everywhere, byte for byte. */
export interface Run {
  scenario: Scenario;
  seed: number;
  commands: TimedCommand[];
}

/** The options of a new run; omitted keys have their default. */
export interface RunOptions {
  scenario?: Partial<Omit<Scenario, "network" | "mistakes">> & {
    network?: Partial<Quality>;
    mistakes?: Partial<Mistakes>;
  };
  seed?: number;
  commands?: TimedCommand[];
}

/** The members of the cluster (§6). Nodes are numbers here: 0 is A. */
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

/** A record of a trace. The book, “The trace format”, describes its `detail`. */
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

/** A violated property, and the facts that contradict each other. */
export interface Violation {
  violation: string;
  [fact: string]: unknown;
}

/** The result of an operation. */
export type Outcome =
  | "written"
  | "not-a-number"
  | { read: string | null }
  | { differs: string | null };

/** The state of an operation, as far as its client knows. */
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
  /** The number of messages in flight. */
  messages: number;
  clients: { name: Address; operations: { operation: string; status: Status }[] }[];
  violations: Violation[];
}

/** A branch: one of the futures of a run. */
export interface Branch {
  id: number;
  /** The parent branch, the instant of the fork, and the command that started this branch. */
  parent: number | null;
  fromUs: Micros;
  beganWith: Command | null;
  /** The instant up to which it is simulated. */
  endUs: Micros;
  isCurrent: boolean;
}

/** A beat that was reached. `points` and `invites` are written as in scripts. */
export interface BeatReached {
  line: number;
  at: Micros;
  name: string;
  text: string;
  points: string[];
  invites: string[];
  question: AskedQuestion | null;
}

/** A question to the reader. Exactly one choice is true, unless the script has failures. */
export interface AskedQuestion {
  line: number;
  text: string;
  choices: AskedChoice[];
  because: string;
}

/** A possible answer: a text, or a node to choose on the stage. */
export interface AskedChoice {
  label: { text?: string; node?: Address };
  is_true: boolean;
}

/** The result of a script. */
export interface Performed {
  title: string | null;
  /** The narration, including that of beats. */
  said: { line: number; at: Micros; text: string }[];
  /** The beats of the story. */
  beats: BeatReached[];
  /** The unmet expectations, and the questions without exactly one true choice. */
  failures: { line: number; at: Micros; message: string }[];
  /** Notes about valid settings that may stall the cluster. */
  notes: string[];
  violations: Violation[];
  /** The equivalent plain run: played until `end`, it gives the same records. */
  run: Run;
  end: Micros;
  /** A header line that defines the run, then one JSON line for each record (the book, “The trace format”). */
  trace: string;
}

/** A script that was parsed, but not performed. */
export interface ParsedScript {
  title: string | null;
  summary: string | null;
  level: number | null;
  paper: string | null;
  seed: number;
  scenario: Scenario;
  /** The names of its beats. */
  beats: string[];
  task: ParsedTask | null;
  /** The run that the script is; null if it must be performed first, because it waits. */
  run: Run | null;
  /** The script in its canonical form. */
  text: string;
}

/** What a reader is to do. `goals` and `allow` are written as in scripts. */
export interface ParsedTask {
  text: string;
  goals: string[];
  allow: string[];
  hints: string[];
  /** With how many acts it can be solved. */
  par: number | null;
}

/** Whether a property holds so far. */
export interface PropertyVerdict {
  /** Its key, such as `election-safety`. */
  property: string;
  /** Its name in the paper, or the usual name. */
  name: string;
  status: "holds" | "violated" | "undecided";
}

/** Whether the history of the clients is linearizable. */
export interface HistoryVerdict {
  verdict: "holds" | "violated" | "undecided";
  /** The keys that are no longer checked, since their histories leave too many possibilities. */
  undecidedKeys: string[];
}

/** What to search, and what to look for; by default, any violation. */
export interface SearchOptions {
  /** The seeds to try in order, without `to`; by default 0 to 1000. */
  seeds?: { from: number; to: number };
  /**
   * A scenario (`.raft`) that is performed with each seed. Without it, each seed draws a whole
   * trial: cluster, settings, faults and requests.
   */
  script?: string;
  /** A bug that a real system had, by its number in the book, “Known bugs”, such as `6a`; for trials. */
  mutant?: string;
  /** Rules to switch off, such as `commit-own-term`; for trials. */
  without?: string[];
  /** The key of the property that must be violated, such as `election-safety`. */
  property?: string;
  /** What must hold at some instant instead, as scripts write it, such as `leader A`. */
  expect?: string;
  /** When `expect` may hold, both ends included; by default the first ten seconds. */
  during?: { from: Micros; to: Micros };
}

/** The result of a search so far. */
export interface SearchReport {
  /** How many runs there are to try, and how many were tried. */
  total: number;
  runs: number;
  simulatedUs: Micros;
  events: number;
  /** The first run that matches, up to the instant `at`, also as a script. */
  found: { seed: number; run: Run; at: Micros; violations: Violation[]; script: string } | null;
}

/** The result of a solution of a task. */
export interface Grade {
  solved: boolean;
  solvedAt: Micros | null;
  /** How long after the beginning of the task it was solved. */
  afterUs: Micros | null;
  acts: number;
  par: number | null;
  goals: { goal: string; latch: boolean; reached: boolean }[];
  /** The first command that the task does not allow. */
  notAllowed: TimedCommand | null;
  /** The unmet conditions and expectations of the solution itself. */
  failures: { line: number; at: Micros; message: string }[];
  /** Why the task is not solved, as the end of a sentence. */
  problem: string | null;
}

/** The thrown error. Only `bad-script` and `bad-solution` have a position, counted from 1, and
 * perhaps the closest valid word. */
export interface Mistake extends Error {
  code:
    | "bad-options"
    | "bad-run"
    | "bad-command"
    | "bad-time"
    | "no-such-branch"
    | "bad-script"
    | "bad-task"
    | "bad-solution";
  line?: number;
  column?: number;
  suggestion?: string;
}
