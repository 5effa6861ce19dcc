### The menus of nodes and messages.

## Titles

menu-node = Node { $node }
menu-message = { $from } to { $to }
menu-duplicate = { $what } (duplicate)
menu-stopped = stopped
menu-leads = leads term { $term }
menu-asks = pre-candidate in term { $term }
menu-candidate = candidate in term { $term }
menu-follows = follows { $leader } in term { $term }
menu-follower = follower in term { $term }
menu-disk-question = What happens to { $node }’s disk?
menu-remove-question = Remove { $node } from the cluster?

## What can be done with a node

action-stop = Stop
action-start = Start again
action-freeze = Freeze
action-resume = Resume
action-start-election = Start an election now
action-timer-sooner = Timer sooner
action-timer-later = Timer later
action-isolate = Isolate
action-reconnect = Reconnect
action-snapshot = Take a snapshot
action-lose-disk = Lose disk…
action-remove = Remove…
action-add = Add to the cluster
action-replace = Replace it
action-inspect = Inspect
action-erase = Erase
action-damage = Damage
action-confirm-remove = Remove
action-keep-disk = Nothing
action-cancel = Cancel

## What can be done with a message

action-drop = Drop
action-duplicate = Duplicate
action-delay = Delay 10 ms
action-delay-much = Delay 200 ms
action-next-message = Next message

## Links and successors

menu-cut-link-to = Cut link to
menu-hand-over-to = Hand leadership to
menu-cut-link = Cut link { $first }–{ $second }
menu-mend-link = Reconnect link { $first }–{ $second }
menu-hand-over = Hand leadership to { $node }

## When a message arrives

message-arrives = Sent at { $at }, arrives at { $until }.
message-will-be-lost = Sent at { $at }, will be lost at { $until }.
message-held = Held until you release the link.

### The inspector and its tabs.

inspector-close = Close the inspector
tab-logs = Logs
tab-node = Node
tab-network = Network
tab-clients = Clients
tab-guarantees = Guarantees
tab-transcript = Transcript
tab-settings = Settings

## Logs

logs-label = Logs
legend-committed = committed
legend-uncommitted = not known to be committed
legend-not-on-disk = not on disk
legend-applied = ■ applied
# matchIndex and nextIndex are the paper’s names.
legend-progress = ● matchIndex ► nextIndex: the leader’s view
legend-term = tint and number: the entry’s term
log-row = { $node }, { $role }
log-ends-at = ends at { $index }
log-ends-at-progress = ends at { $index }, matchIndex { $match-index }, nextIndex { $next-index }
log-entry-name = Entry { $index } of { $node }: { $entry }, { $state }. Why?
entry-state-committed = committed
entry-state-committed-not-on-disk = committed, not on its disk yet
entry-state-open = not known to be committed there
entry-state-open-not-on-disk = not known to be committed there, not on its disk yet
entries-earlier = Earlier entries
entries-later = Later entries
entries-first-shown = First index shown

## Node

node-choice = Node
node-disk = Disk of { $node }
node-writes = Being written to disk
node-writes-note = can be lost if { $node } stops now
node-memory = Memory of { $node }
node-memory-note = lost if it stops
node-memory-none = nothing: it is stopped
node-followers = What { $node } knows about the others
node-messages-sent = Messages sent
node-messages-note = since the run began
node-json = As JSON
field-term = term
field-vote = vote
field-snapshot = snapshot
field-log = log
field-role = role
field-leader = leader
# commitIndex and lastApplied are the paper’s names.
field-commit-index = commitIndex
field-last-applied = lastApplied
field-voters = voters
field-old-voters = old voters
field-learners = learners
field-value = value of { $key }
field-frozen = frozen
value-none = none
# The values of several nodes: “A, B, C”.
value-nodes = { $voters }
value-empty = empty
value-frozen = messages and timers wait
# When a timer fires whose clock stands still, and when a write ends on a disk that is stuck.
due-never-clock = not until its clock runs
due-never-disk = not until the disk works
vote-yes = votes for it
vote-counted = counts as a vote for it
vote-no = refuses
would-vote-yes = would vote for it
would-vote-no = would not vote for it
index-range = { $index }–{ $last-index }
timer-election = election timer
timer-heartbeat = heartbeat timer
timer-quorum = quorum timer
timer-transfer = hand-over timer
# $write: “2 entries from index 4”, $entry: “x=8”.
write-with-entry = { $write }: { $entry }
# $transit: “2 messages unanswered”.
follower-progress = nextIndex { $next-index }, matchIndex { $match-index }, round { $answered } of { $sent }, { $transit }
follower-probing =
    { $count ->
        [one] { $count } probe unanswered
       *[other] { $count } probes unanswered
    }
follower-replicating =
    { $count ->
        [one] { $count } message unanswered
       *[other] { $count } messages unanswered
    }
follower-snapshot =
    { $count ->
        [one] { $count } byte of a snapshot received
       *[other] { $count } bytes of a snapshot received
    }

## Network

links = Links
links-note = rows send, columns receive
links-table = Links: rows send, columns receive
links-press-label = What a press on a link does
links-press-cuts = Cut
links-press-holds = Hold
lane = { $from } to { $to }
lane-cut = { $from } to { $to }, cut
lane-held = { $from } to { $to }, held
lane-special = { $from } to { $to }: { $quality }
messages-in-transit = Messages in transit
messages-none = none
messages-more = and { $count } more
next-events = What happens next
fate-held = held
fate-cut = lost at the cut
fate-random = lost at random
fate-overflow = lost: the link is full
fate-lost = lost
message-why = Why message { $number }?
message-drop = Drop message { $number }
message-duplicate = Duplicate message { $number }
message-delay = Delay message { $number } by 10 ms

## Clients

clients = Clients
clients-linearizable = linearizable
clients-not-linearizable = not linearizable
clients-undecided = undecided: too many possible orders
clients-nothing-yet = No client has asked for anything yet.
clients-overlap = Bars that overlap show requests that ran at the same time.
clients-earlier =
    { $count ->
        [one] { $count } earlier request of { $client }
       *[other] { $count } earlier requests of { $client }
    }
clients-history = Requests over time
clients-requests = Requests
column-request = Request
column-outcome = Outcome
column-from = From
column-until = Until
time-range = { $at } to { $until }
time-range-open = { $at } to now
outcome-done = done
outcome-contradicts = contradicts another
outcome-failed = failed
outcome-unknown = unknown
outcome-waiting = waiting
# As “get x: 5” in a bar.
request-answer = { $operation }: { $answer }
answer-unset = not set
answer-not-a-number = not a number
answer-failed = failed
answer-unknown = unknown

## Transcript

transcript-filter = What the transcript shows
filter-highlights = Highlights
filter-protocol = Protocol
filter-messages = Messages
filter-disks = Disks
filter-all = All
transcript-search = Search the transcript
transcript-earlier = Earlier
transcript-later = Later
transcript-searches = Searching before { $at } …
transcript-finds-nothing = No line contains this text.
transcript-why = Why?

### The settings: how the cluster is made. Names in scripts, such as heartbeat-interval, and the
### values round, lease, never, unlimited, stands, on and off are not translated.

settings-now = takes effect now
# A setting that takes effect with the next run; $value is in effect now.
settings-current = { $value } now
settings-restart = Restart with these
settings-discard = Discard changes
settings-defaults = Defaults

settings-cluster = Cluster
setting-nodes = Nodes
setting-nodes-hint = 1 to 9 voters
setting-spares = Spare nodes
setting-spares-hint = may join later; at most 9 nodes in all
setting-clients = Clients
setting-clients-hint = 0 to 3
setting-client-timeout = Client timeout
setting-client-timeout-hint = then it tries another node
setting-forward = Forward requests to the leader
setting-forward-hint = off: tell the client who leads, §8

settings-network = Network
setting-latency = Latency
setting-latency-hint = minimum, such as 20ms
setting-jitter = Jitter
setting-jitter-hint = random extra, up to
setting-tail = Tail
setting-tail-hint = rare extra delay, on average
setting-loss = Loss
setting-loss-hint = lost at random, such as 5%
setting-duplicate = Duplication
setting-duplicate-hint = arrives twice
setting-reorder = Reordering
setting-reorder-hint = takes five times as long
setting-bandwidth = Bandwidth
setting-bandwidth-hint = bytes per second, or unlimited

settings-clocks = Clocks
setting-clock = Clock of { $node }
setting-clock-hint = 10% to 1000% of true speed, or “stands”

settings-timing = Timing and elections
setting-election-timeout = Election timeout
setting-election-timeout-hint = a time, or two such as 150ms to 300ms, §5.2
setting-heartbeat-interval = Heartbeat interval
setting-heartbeat-interval-hint = shorter than the election timeout, §5.2
setting-pre-vote = Pre-vote
setting-pre-vote-hint = asks before it starts an election, diss. §9.6
setting-check-quorum = Check quorum
setting-check-quorum-hint = a leader without a majority steps down, diss. §6.2
setting-reads = Reads
setting-reads-hint = “round”, or “lease 5%” (5 % clock drift)

settings-log = Log and snapshots
setting-max-entries = Entries per message
setting-max-entries-hint = at most
setting-max-in-flight = Messages in transit
setting-max-in-flight-hint = at most, to one follower
setting-compact-after = Snapshot after
setting-compact-after-hint = a number of entries, or never, §7
setting-snapshot-chunk = Snapshot chunk
setting-snapshot-chunk-hint = bytes per message

settings-disks = Disks
setting-disk-latency = Write time
setting-disk-latency-hint = including sync
setting-disk-jitter = Jitter
setting-disk-jitter-hint = random extra, up to
setting-torn-writes = Torn writes
setting-torn-writes-hint = share of crashes that leave half a write

settings-bugs = Bugs of real systems
setting-votes-not-durable = Votes are not written to disk
setting-votes-not-durable-hint = Figure 2 requires it
setting-early-answers = Answers are sent before the disk write
setting-early-answers-hint = Figure 2 requires the write first
setting-half-is-enough = Half the voters suffice
setting-half-is-enough-hint = §5.2 requires a majority
setting-local-reads = Any node answers reads
setting-local-reads-hint = §8 forbids it
setting-retries-applied = Retries are applied twice
setting-retries-applied-hint = no client sessions, §8

settings-rules = Rules of the protocol
settings-rules-off =
    { $count ->
        [one] { $count } switched off
       *[other] { $count } switched off
    }
# $section: “§5.2”; $name: the rule’s name in scripts.
setting-rule-hint = { $section }. { $name }

## What is wrong with a value

value-missing = Write a value.
value-trailing = Write only one value.
value-range = Must be between { $least } and { $most }.
value-range-share = Must be between { $least-share } and { $most-share }.
value-order = The second time must be at least the first.
value-positive = Must be more than 0.
value-too-small = Must be at least { $least }.
value-too-large = The number is too large.
value-too-long = Must be at most an hour.
value-too-long-for-script = Must be at most a day.
value-span = Write a time such as 20ms.
value-span-precision = Write a whole number of microseconds.
value-share = Write a percentage such as 5%.
value-share-precision = Write at most one decimal.
# $choices: words, such as “on” and “off”.
value-choice = Write { $choices }.
value-number = Write a whole number.
value-reads = Write “round” or “lease 5%”.
value-never = Write a number of entries, or “never”.
value-unlimited = Write a number of bytes per second, or “unlimited”.
value-too-many-nodes = With { $count } spare nodes, the cluster would have more than { $most } nodes.
value-heartbeat-too-slow = The heartbeat interval, { $span }, must be shorter than the election timeout, { $waited }: otherwise followers start elections although their leader is alive.
value-lease-without-time = A lease that allows { $share } clock drift has no time left. The drift must be less than 100 %.
value-lease-without-check-quorum = A lease needs “Check quorum”: otherwise followers may elect a new leader before the lease ends, and reads are stale. To see that, switch off the rule leader-alive.
value-unknown = There is no “{ $word }”.
value-repeated = “{ $word }” stands twice.
value-suggestion = { $error } Did you mean “{ $word }”?
# What a script contains that is not a value, in English.
value-other = { $text }

## Advice about a setting that is valid

advice-leader-without-majority = Without “Check quorum”, a leader that reaches no majority does not step down by itself, and a node that still hears it refuses to support a new one: one bad link can stall the cluster.
advice-equal-timeouts = Every node waits exactly { $span }, so elections may split again and again.
advice-slow-votes = A request, a disk write and the answer take { $span } or more: votes may come too late, and elections begin again.
advice-short-lease = The lease lasts { $span }, no longer than the heartbeat interval that renews it, so many reads must wait for a round.

### What Raft guarantees, how a guarantee can be broken, and what each rule of the protocol says.

## Guarantees

guarantees-summary = { $holding } hold, { $broken } broken, { $undecided } undecided
guarantee-holds = holds
guarantee-broken = broken
guarantee-undecided = undecided
# $facts is a whole sentence, with its full stop.
guarantee-is-broken = { $guarantee } is broken: { $facts }
# $what: guarantee-is-broken.
broken-after-lost-tail = { $what } This is not Raft’s fault: { $node }’s disk had lost what it had acknowledged.

guarantee-election-safety = Election Safety
guarantee-leader-append-only = Leader Append-Only
guarantee-log-matching = Log Matching
guarantee-leader-completeness = Leader Completeness
guarantee-state-machine-safety = State Machine Safety
guarantee-durable-quorum = Committed on a Durable Quorum
guarantee-quorums-meet = No Disjoint Quorums
guarantee-applied-in-order = Applied in Order
guarantee-linearizability = Linearizability
guarantee-exactly-once = Exactly-Once
guarantee-stable-leadership = Stable Leadership
guarantee-liveness = Liveness

meaning-election-safety = No term has two leaders (§5.2).
meaning-leader-append-only = A leader only appends to its own log; it never changes or removes an entry in it (§5.3).
meaning-log-matching = If two logs have the same entry, they agree up to that entry (§5.3).
meaning-leader-completeness = Every later leader has all committed entries in its log (§5.4).
meaning-state-machine-safety = No two nodes apply different entries at the same index (§5.4.3).
meaning-durable-quorum = A committed entry is on the disks of a majority (§5.3).
meaning-quorums-meet = Every majority that elects a leader includes a node with all committed entries (§6).
meaning-applied-in-order = A node applies entries one after another and never goes back (§5.3).
meaning-linearizability = To clients, the cluster behaves like one server that never fails (§8).
meaning-exactly-once = A request takes effect once, however often it is sent (§8).
meaning-stable-leadership = With pre-vote, a leader that a majority hears is never deposed (diss. §9.6).
meaning-liveness = While a majority can communicate, requests get committed (§5.6).

undecided-keys = Too many possible orders to check { $keys }.
undecided-while-acting = Not checked on this page, where you may depose a leader yourself.
undecided-no-leader = There is no leader.
undecided-no-quorum = { $leader } leads, but it exchanges messages with too few nodes.
undecided-entry = The leader has not committed entry { $index } yet.

## How a guarantee was broken

broken-election-safety = { $first } and { $second } both became the leader of term { $term }.
broken-leader-append-only = { $leader } led term { $term } and changed its own log at index { $index }.
broken-log-matching = { $first } and { $second } have both had { $position }, with different entries before or at it.
broken-kept-conflict = { $node } kept its entries up to { $last-index } after a snapshot up to entry { $index }, although other entries came before them in its log.
broken-leader-completeness = Entry { $index } (term { $entry-term }) was committed in term { $committed-term }, but { $leader } led term { $term } without it.
broken-state-machine-safety = At index { $index }, { $first } applied an entry of term { $first-term }, and { $second } another one, of term { $second-term }.
broken-applied-uncommitted = { $node } applied entry { $index }, but knew only entries up to { $commit-index } to be committed.
broken-commit-beyond-log = { $node } counted entry { $commit-index } as committed, but its log ended at entry { $last-index }.
broken-rewound = { $node } had applied entry { $before-index }, and a snapshot put it back to { $index }.
broken-durable-quorum =
    { $copies ->
        [0] { $node } committed entry { $index } (term { $entry-term }), but no voter had it on disk.
        [one] { $node } committed entry { $index } (term { $entry-term }), but only { $copies } voter had it on disk.
       *[other] { $node } committed entry { $index } (term { $entry-term }), but only { $copies } voters had it on disk.
    }
broken-quorums-meet = Entry { $index } (term { $entry-term }) was committed in term { $committed-term }, but no node that elected { $leader } in term { $term } had it.
broken-applied-in-order = { $node } applied entry { $before-index } and then entry { $index }.
broken-stale-read = { $client } read { $key } = { $value } after { $other } had been told that { $key } = { $expected }.
broken-stale-read-unset = { $client } read that { $key } is not set after { $other } had been told that { $key } = { $expected }.
# $answer, $other-answer: answer-with-outcome, answer-to-request, or an entry.
answer-with-outcome = { $operation }: { $outcome }
answer-to-request = answer to request { $number }
broken-order-after = No order of the requests explains { $client }’s “{ $answer }” after { $other }’s “{ $other-answer }”.
broken-order = No order of the requests explains { $client }’s “{ $answer }”.
broken-exactly-once = { $client }’s request { $number } took effect with two entries: { $index } and { $other-index }.
broken-stable-leadership = { $leader } led term { $term } and a majority heard it, but term { $other-term } deposed it.
broken-liveness-leader = All faults that matter ended at { $healed-at }, but at { $at } { $leader } led and had answered no write.
broken-liveness-no-leader = All faults that matter ended at { $healed-at }, but at { $at } there was no leader.

## Rules of the protocol

rule-current-term = Messages from older terms are rejected.
rule-vote-survives-step-down = A vote cannot be taken back within a term.
rule-one-vote-per-term = A node gives at most one vote in a term, to the first candidate that asks.
rule-count-granted-votes = Only granted votes count.
rule-one-leader-per-term = A leader never accepts entries from anyone in its own term.
rule-consistency-check = A follower accepts entries only if the entry before them is the same in both logs.
rule-truncate-only-conflicts = Only entries that conflict with the leader’s are removed.
rule-truncate-conflicts = Entries that conflict with the leader’s are removed.
rule-commit-verified-prefix = A follower commits only the part of its log that this leader has confirmed to match.
rule-credit-what-is-answered = A leader credits a follower only with what its answer confirms.
rule-apply-committed = Only committed entries are applied.
rule-up-to-date-log = A node votes only for a candidate whose log is at least as up to date as its own.
rule-commit-own-term = A leader counts copies only of entries from its own term.
rule-keep-committed = Committed entries are never removed.
rule-membership-on-append = A membership takes effect as soon as it is in the log.
rule-membership-rolls-back = A membership that is removed from the log is no longer in effect.
rule-only-voters-stand = Only voters become candidates.
rule-any-member-votes = A node votes even if its own log, which may be behind, does not list it as a voter.
rule-count-only-voters = Only current voters count, not learners or removed nodes.
rule-one-change-at-a-time = Membership changes happen one at a time.
rule-own-term-before-change = A leader changes the members only after it has committed an entry of its own term.
rule-catch-up-first = New nodes catch up before they vote.
rule-joint-consensus = Voters change through a joint membership.
rule-current-progress = An acknowledgement counts only if it was sent since the follower last joined.
rule-leader-alive = Nodes that hear a leader refuse to vote against it.
rule-snapshot-not-older = A snapshot older than what is committed is ignored.
rule-snapshot-keeps-suffix = Entries after a snapshot are kept if the log agrees with the snapshot.
rule-snapshot-drops-conflict = A log that disagrees with a snapshot is replaced by it.
rule-compacted-matches = Entries that a snapshot has replaced count as matching.
rule-nothing-during-transfer = While a leader hands over, it accepts no new requests.
rule-transfer-from-leader = Only a node’s own leader can tell it to start an election at once.
rule-pre-vote-spreads-term = A node that refuses says which newer term it knows.
rule-current-request = An answer counts only while its request is the latest one of this node, in this term and since its last start.
rule-read-after-own-term = A leader answers reads only after it has committed an entry of its own term.
rule-read-after-round = A leader answers a read only after a majority has confirmed that it still leads.
rule-lease-within-drift = A lease is shorter than the election timeout by the clock drift allowed.
rule-no-lease-during-transfer = A leader that handed over has no lease in that term.

### Stories, questions and tasks.

story-label = Story
story-back = Back
story-continue = Continue
story-skip = Skip
story-next = Next story
story-next-chapter = Next chapter
story-return = Back to the story
story-begin-task = Try it yourself
story-progress = { $number } of { $all }
story-later = { $span } later
story-invitation = Try it: { $action }.
story-not-translated = This story is not translated, or not all of it: the rest is in English.
story-choices = Your answer
story-right = True
story-wrong = Not true

## Acts, after “Try it:” or “allowed:”

act-send = send a value
act-cut = draw a line to cut links
act-mend = click a link to reconnect it
act-isolate = isolate a node
act-heal = heal the network
act-stall = hold the messages of a link
act-drop = drop a message
act-duplicate = duplicate a message
act-delay = delay a message
act-stop = stop a node
act-start = start a stopped node
act-freeze = freeze or resume a node
act-disk = damage or replace a disk
act-timer = change an election timer
act-snapshot = take a snapshot
act-members = add, remove or replace a node
act-hand-over = hand over leadership
act-setting = change a setting

## Tasks

task-label = Task
task-acts =
    { $count ->
        [one] { $count } act so far.
       *[other] { $count } acts so far.
    }
task-not-allowed = That act does not count here: { $action }. Undo it.
task-solved =
    { $count ->
        [one] Solved with { $count } act.
       *[other] Solved with { $count } acts.
    }
task-solved-best =
    { $count ->
        [one] Solved with { $count } act. The best known solution needs { $least }.
       *[other] Solved with { $count } acts. The best known solution needs { $least }.
    }
task-solution-runs = This is a solution. It does not count as yours.
task-goal-reached = reached
task-goal-open = not reached
task-undo = Undo
task-start-over = Start over
task-hint = Hint
task-show-solution = Show the solution
task-show-question = Show the solution? The task then does not count as solved.
task-show-yes = Show it
task-show-no = Keep trying

## Goals. $who is “A, B, C” or “every running node”.

goal-every-node = every running node
goal-leader = a leader
goal-leader-in-term = a leader of term { $term }
goal-leads = leader: { $any-of }
goal-leads-in-term = leader of term { $term }: { $any-of }
goal-no-leader = no leader
goal-no-leader-in-term = no leader of term { $term }
goal-one-leader = exactly one leader of term { $term }
goal-state = { $state }: { $who }
goal-running = running
goal-frozen = frozen
goal-committed = { $operation } known to be committed: { $who }
goal-uncommitted = { $operation } in the log, not known to be committed: { $who }
goal-absent = { $operation } not in the log: { $who }
goal-value = { $key } is { $value }: { $who }
goal-no-value = no value of { $key }: { $who }
goal-operation = operation { $number } of { $client }: { $status }
goal-any-operation = { $client }: { $status }
goal-waiting = waiting for an answer
goal-done = done
goal-failed = known never to take effect
goal-unknown = unknown whether it took effect
goal-read = read { $value }
goal-read-nothing = read no value
goal-term = in term { $term }: { $who }
goal-vote = vote for { $candidate }: { $who }
goal-no-vote = no vote in this term: { $who }
goal-commit-index = commit index { $commit-index }: { $who }
goal-snapshot = log begins with a snapshot: { $who }
goal-members = members { $voters }: { $who }
goal-joint = in a joint membership: { $who }
goal-same-log = the same log: { $who }
goal-same-state = the same values: { $who }
goal-refused = { $node } refused the request
goal-refused-by = { $node } refused the request. { $rule }
goal-violation = broken: { $guarantee }
goal-no-violation-of = not broken: { $guarantee }
goal-no-violation = no guarantee is broken
goal-other = { $expectation }

## The share dialog, files, links, pictures and traces.

share-copied = Copied.
share-press-to-copy = Press Ctrl+C to copy.
share-saved = { $file } is saved.
# While a file is dragged over the page.
share-drop-here = Drop it to open it
share-opening-long = { $source } holds a long run: opening it takes a moment.

## Why something could not be opened

source-command = The command
command-empty = There is no command in this text.
open-too-large = { $source } was not opened: it is larger than 2 MB.
open-not-text = { $source } was not opened: it is not a text file.
open-not-beside = { $source } was not opened: it is not in this page’s folder.
open-no-connection = { $source } could not be loaded: no connection.
open-not-found = { $source } could not be loaded: there is no such file.
open-link-version = The link was not opened: it has version { $version }, and this page reads version 1.
open-link-cut-at-start = The link was not opened: it is incomplete or damaged at its beginning.
open-link-damaged-at = The link was not opened: character { $number } after the address is damaged.
open-link-cut-short = The link was not opened: it is incomplete. It has { $count } of { $all } characters.
open-link-checksum = The link was not opened: it is damaged (its checksum does not match).
# $error: what is wrong, without a full stop.
open-script-error = { $source }, line { $line }, column { $column }: { $error }.
open-script-error-suggestion = { $source }, line { $line }, column { $column }: { $error }; did you mean “{ $word }”?
# $error: a whole sentence about the value; $key: the name of the setting.
open-script-value = { $source }, line { $line }, column { $column }: { $error }
open-script-setting = { $source }, line { $line }, column { $column }, { $key }: { $error }
open-bad-run = { $source } was not opened: { $error }.
# $expectation: what the script says, such as “committed x=9”.
open-expectation-failed = { $source }, line { $line }: an expectation failed: { $expectation } ({ $detail }).
open-expectations-failed = { $source }, line { $line }: an expectation failed: { $expectation } ({ $detail }). It is not the only one.
open-other-version = { $source } comes from another version of the playground; it may show something else here.

## Traces

trace-too-long = A diagram of { $count } events would be too large: { $most } is the most. NDJSON has no limit.
trace-not-here = This page cannot write a trace: its folder trace/ is missing or could not be loaded.
browser-failed = This browser could not do it: { $problem }

## What happens next

in-time = in { $due }
now = now
at-time = at { $at }
next-lost = { $message } is lost on the way
next-finds-stopped = { $message } arrives, but { $to } is stopped
next-arrives = { $message } arrives
next-election-timer = { $node }’s election timer runs out
next-heartbeats = { $node } sends its next heartbeats
next-quorum-check = { $node } counts the nodes that have answered
next-transfer-timeout = { $node }’s time to hand over is up
next-disk-write = { $node }’s disk completes a write
next-disk-write-fails = a write to { $node }’s disk fails
next-timer-of-frozen = a timer of { $node }, which is frozen, runs out
next-client-timeout = { $client } has waited long enough for an answer to { $operation }
next-your-action = you: { $action }
next-script-action = the script: { $action }

## The address: name=value

address-seed = { $parameter } ignored: a seed is a whole number from 0 to 18446744073709551615.
address-speed = { $parameter } ignored: use { $choices }.
address-nodes = { $parameter } ignored: a cluster has 1 to 9 nodes.
address-theme = { $parameter } ignored: use light or dark.
address-switch = { $parameter } ignored: use 1 or 0.
address-scenario = { $parameter } ignored: use a .raft file in this page’s folder, such as stories/x.raft.
address-at = { $parameter } ignored: use a time in the first hour, such as 1200, 1200ms or 1.2s.
address-beat = { $parameter } ignored: the name of a beat consists of small letters, digits and hyphens.
address-beat-unknown = { $parameter } ignored: the run has no such beat.
address-choice = { $parameter } ignored: use { $choices }.
address-unknown = “{ $name }” in the address ignored: use seed, speed, paused, nodes, theme, embed, scenario, at, beat, controls, autoplay, pause-on-beats or lang.

## Pause when …

pause-when = Pause when
pause-when-title = Pause when …
pause-on-broken = a guarantee is broken
pause-on-leader = a leader is elected
pause-on-election = an election starts
pause-on-commit = an entry is committed
pause-on-roll-back = a log is rolled back
pause-on-refusal = a message is refused
pause-on-loss = a message is lost
pause-on-stop = a node stops
pause-on-answer = a client gets an answer
# $what: “a leader is elected”.
paused-on = Paused: { $what }.

## Kinds of messages, as a title

kind-pre-vote = Pre-vote request
kind-pre-vote-reply = Pre-vote answer
kind-vote-request = Vote request
kind-vote-reply = Vote answer
kind-heartbeat = Heartbeat
kind-append = Entries
kind-append-reply = Acknowledgement
kind-snapshot = Snapshot
kind-snapshot-reply = Snapshot acknowledgement
kind-timeout-now = Request to take over
kind-read-index = Read request to the leader
kind-read-index-reply = Read index from the leader
kind-forward = Forwarded request
kind-forward-reply = Forwarded answer
kind-client-request = Client request
kind-client-reply = Answer to a client

## A message with its sender, at the beginning of a sentence

message-pre-vote = { $from }’s pre-vote request to { $to }
message-pre-vote-reply = { $from }’s pre-vote answer to { $to }
message-vote-request = { $from }’s vote request to { $to }
message-vote-reply = { $from }’s vote answer to { $to }
message-heartbeat = { $from }’s heartbeat to { $to }
message-append = { $from }’s entries for { $to }
message-append-reply = { $from }’s acknowledgement to { $to }
message-snapshot = { $from }’s snapshot for { $to }
message-snapshot-reply = { $from }’s snapshot acknowledgement to { $to }
message-timeout-now = { $from }’s request that { $to } take over
message-read-index = { $from }’s read request to { $to }
message-read-index-reply = { $from }’s read index for { $to }
message-forward = { $from }’s forwarded request to { $to }
message-forward-reply = { $from }’s forwarded answer to { $to }
message-client-request = { $from }’s request to { $to }
message-client-reply = { $from }’s answer to { $to }

## Nodes and disks

node-started = { $node } restarts with what its disk kept: term { $term }, its vote and its log.
node-started-without-vote = { $node } restarts with what its disk kept: term { $term } and its log, but not its vote.
node-stopped = { $node } stops. Its disk keeps its term, its vote and its log.
node-stopped-without-vote = { $node } stops. Its disk keeps its term and its log, but not its vote.
node-stopped-damaged = { $node } stops. Its disk is damaged, so it cannot restart.
node-stopped-in-write = { $node } stops in the middle of a write, which is lost.
node-stopped-torn-write = { $node } stops in the middle of a write. Only half of it reached the disk.
node-stopped-erased = { $node } stops and its disk is erased. It cannot come back; replace it.
node-stopped-write-failed = { $node }’s write fails, so { $node } stops: it cannot know what its disk holds.
node-cannot-start = { $node } cannot start: { $damage }.
damage-erased = its disk was erased
damage-entry = entry { $index } on its disk is damaged (its checksum does not match)
damage-hidden = its disk is damaged
disk-lost-entry = { $node }’s disk has lost entry { $index }, although it had acknowledged it.
disk-lost-entries = { $node }’s disk has lost entries { $index } to { $last-index }, although it had acknowledged them.
disk-slow = A write to { $node }’s disk now takes { $span }.
disk-stuck = { $node }’s disk is stuck: no write completes until it works again.
disk-fails = { $node }’s disk fails: { $node } will stop at its next write.
disk-works = { $node }’s disk works again.

## What one node is asked to do, and its answer. $action: “add D”.

node-asked = { $node } is asked to { $action }.
# $what: why, with its full stop.
request-refused = { $node } refuses to { $action }: { $what }
refused-another-change = another change is under way.
refused-own-term = { $node } has not committed an entry of its own term yet.
refused-newcomer = { $node } did not catch up in time.
refused-new-voter = a new voter did not catch up in time.
refused-transfer = { $node } is handing over its leadership.
refused-no-voter = no voter would be left.
# $rule is a whole sentence, with its full stop.
refused-by-rule = a rule forbids it. { $rule }
request-redirected = { $node } refuses to { $action }: it does not lead, { $leader } does.
request-redirected-nowhere = { $node } refuses to { $action }: it does not lead and knows no leader.
request-undecided = { $node } was asked to { $action }, but lost its leadership before that was decided.

## What a press on a link does, below the link

tip-click = Click: { $action }
tip-tap = Tap again: { $action }
tip-enter = Enter: { $action }
tip-near-end = Near an end: one way only
tip-shift-enter = Shift+Enter: one way only
tip-cut-both = cut { $first }–{ $second } both ways
tip-mend-both = reconnect { $first }–{ $second } both ways
tip-cut-one = cut only { $from } to { $to }
tip-mend-one = reconnect only { $from } to { $to }

## What a drag does

drag-timer = runs out in { $span }
drag-send = Send { $operation } to { $node }

## What a client sends

operation-empty = Write something to send, such as x=8.
operation-form = Write x=8, 8, x+=2, del x, x: 5->7 or get x.
operation-key = A key has up to { $most } letters, digits or _, and begins with a letter.
operation-value = A value has up to { $most } plain characters.
operation-number = Add a whole number, such as x+=2.

## The quality of links: “latency 20–24 ms, 30 % lost”

quality-latency = latency { $latency }
quality-latency-range = latency { $latency } to { $most-latency }
quality-tail = rare extra delay of { $span }
quality-loss = { $share } lost
quality-duplicate = { $share } duplicated
quality-reorder = { $share } reordered
quality-bandwidth = { $count } bytes per second

## Branches

branch-first = The first branch
# $action: “stop C”.
branch-name = At { $at }: { $action }
branch-begun = New branch from { $at }; the old one is kept.
story-left = You left the story at { $at }.
# $done: “C stopped”.
branch-shown = Branch: { $done } at { $at }.
branch-first-shown = This is the first branch, from before you went back.
