### Names and forms that other messages use. Node names (A to W), client names (X to Z), entries
### such as “x=8” and what scripts say are never translated.

## Lists: “A, B and C” is made from its end: list-and of “A, B” and “C”, where “A, B” is list-comma.

list-comma = { $list }, { $item }
list-and = { $list } and { $item }
list-or = { $list } or { $item }
# Three or more nodes in a row: “A–D”.
list-range = { $first }–{ $last }

## Quantities. The number is written already.

time-seconds = { $amount } s
span-milliseconds = { $amount } ms
share-percent = { $amount } %

## Roles

role-follower = follower
role-pre-candidate = pre-candidate
role-candidate = candidate
role-leader = leader
role-stopped = stopped

## Log entries, as short as they stand in a log

entry-command = { $operation }
entry-no-op = no-op
entry-membership = members
entry-unknown = ?

## A place in a log

log-position = entry { $index } (term { $term })
log-position-none = no entry
# Copies or votes, as in “3 of 5”.
count-of-all = { $count } of { $all }

## What a decision needs. After a joint membership begins, it needs a majority of both sets of voters.

quorum-of-nodes = { $needed } of { $all } nodes
quorum-joint = { $needed } of { $old-voters } and { $other-needed } of { $voters }

## Where something is stated: the paper, or the dissertation

section-paper = §{ $section-number }
section-dissertation = diss. §{ $section-number }
section-figure = Figure { $section-number }

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

### The sentence under the stage: what has just happened.

no-leader-at-first = There is no leader yet. The node whose timer runs out first will ask the others for votes.
quiet = Nothing has happened for two seconds.

## Elections

election-after-silence = { $node } heard from no leader for { $waited }, so it asks for votes in term { $term }.
election-after-silence-by-clock = By its own clock, { $node } heard from no leader for { $waited }, so it asks for votes in term { $term }.
election-forced = You made { $node }’s timer run out: it asks for votes in term { $term }.
election-forced-by-script = The script makes { $node }’s timer run out: it asks for votes in term { $term }.
election-after-transfer = { $leader } told { $node } to take over: { $node } asks for votes in term { $term }.
election-after-pre-vote = Enough nodes would vote for { $node }, so it now asks for real votes in term { $term }.
election-again = { $node } did not win, so it tries again in term { $term }.
pre-vote-after-silence = { $node } heard from no leader for { $waited }, so it first asks whether it would win.
pre-vote-after-silence-by-clock = By its own clock, { $node } heard from no leader for { $waited }, so it first asks whether it would win.
pre-vote-forced = You made { $node }’s timer run out: it first asks whether it would win.
pre-vote-forced-by-script = The script makes { $node }’s timer run out: it first asks whether it would win.
vote-granted = { $voter } votes for { $candidate } in term { $term }.
# $rule is a whole sentence, with its full stop.
vote-granted-without-rule = { $voter } votes for { $candidate } in term { $term }, only because this rule is off: { $rule }
vote-refused-voted-itself = { $voter } has already voted for itself in term { $term }, so it refuses { $candidate }.
vote-refused-voted-other = { $voter } has already voted for { $other } in term { $term }, so it refuses { $candidate }.
vote-refused-log = { $voter } refuses to vote for { $candidate }: { $voter }’s log is more up to date.
vote-refused-old-term = { $voter } refuses to vote for { $candidate }: term { $term } is over.
vote-refused-leader-alive = { $voter } refuses to vote for { $candidate }: { $voter } hears a leader.
# $rule is a whole sentence, with its full stop.
vote-refused-by-rule = { $voter } refuses to vote for { $candidate }: { $rule }
leader-elected = { $node } has { $votes } of { $all } votes: it leads term { $term }.
# It may have counted votes that it did not get: a rule is off, or a bug is injected.
leader-elected-counted = { $node } counts { $votes } of { $all } votes: it leads term { $term }.
leader-elected-plain = { $node } wins the election of term { $term }.
leader-elected-joint = { $node } has enough votes from the old and from the new members: it leads term { $term }.
leader-elected-alone = { $node } is the only voter: it leads term { $term }.

# $rule is a whole sentence, with its full stop.
vote-refused-without-rule = { $voter } refuses to vote for { $candidate }, only because this rule is off: { $rule }

## Leading, and its end

heartbeats-hold = { $leader } leads term { $term }. Its heartbeats stop the others from starting an election.
# Some do not get its messages in time.
heartbeats-hold-some = { $leader } leads term { $term }. A node that hears its heartbeats in time starts no election.
leader-alone = { $leader } leads term { $term }. It is the only voter.
leader-cut-off = { $leader } leads term { $term }, but it reaches only { $count } of { $all } nodes, so it can commit nothing.
old-leader-cut-off = { $leader } still thinks it leads term { $term }, but it reaches only { $count } of { $all } nodes, so it can commit nothing.
leader-cut-off-with-entry = { $leader } leads term { $term }, but it reaches only { $count } of { $all } nodes, so it cannot commit { $entry }.
old-leader-cut-off-with-entry = { $leader } still thinks it leads term { $term }, but it reaches only { $count } of { $all } nodes, so it cannot commit { $entry }.
# Its messages arrive, but the answers do not.
leader-unanswered = { $leader } leads term { $term }, but it gets answers from only { $count } of { $all } nodes, so it can commit nothing.
leader-unanswered-with-entry = { $leader } leads term { $term }, but it gets answers from only { $count } of { $all } nodes, so it cannot commit { $entry }.
leader-cut-off-joint = { $leader } leads term { $term }, but it does not reach { $quorum }, so it can commit nothing.
stepped-down-newer-term = { $node } learns that term { $term } has begun, so it stops leading.
stepped-down-for-other = { $leader } leads term { $term }, too, so { $node } stops leading.
# The leader itself counts as one of them.
stepped-down-lost-quorum = For a while, { $node } has had answers from too few voters: with itself, { $count } of { $all }. So it stops leading.
# A rule is off, so what it counts need not be what it was sent.
stepped-down-own-count = By its own count, { $node } has had answers from too few voters for a while, so it stops leading.
stepped-down-lost-everyone = No other voter has answered { $node } for a while, so it stops leading.
stepped-down-removed = { $node } is no longer a voter, so it stops leading.
stepped-down-handed-over = { $successor } takes over: it asks for votes in term { $term }, so { $node } stops leading.
candidate-beaten = { $leader } leads term { $term }, so { $node } is no longer a candidate.
candidate-outdated = { $node } learns that term { $term } has begun, so it is no longer a candidate.
transfer-started = { $node } hands its leadership to { $successor }.
transfer-ended = { $successor } did not take over in time, so { $node } goes on leading.
transfer-withdrawn = A new request ends { $node }’s hand-over to { $successor }.
transfer-impossible = { $successor } cannot take over from { $node }: it is not another voter of the newest membership.

## The log

entry-in-log = { $entry } is in { $leader }’s log. It commits once { $quorum } have it.
entry-in-log-alone = { $entry } is in { $leader }’s log. { $leader } is the only voter, so it commits once it is on disk.
membership-in-log = The new membership is in { $leader }’s log. It commits once { $quorum } have it.
membership-in-log-joint = The new membership is in { $leader }’s log. It needs { $quorum }.
entry-in-log-joint = { $entry } is in { $leader }’s log. It needs { $quorum }.
entry-committed = { $copies } of { $all } nodes have { $entry }: { $leader } commits it.
# Not all of the copies that it counts are there: a disk was lost, a rule is off or members changed.
entry-counted =
    { $copies ->
        [one] { $leader } counts { $copies } copy of { $entry }, so it commits it.
       *[other] { $leader } counts { $copies } copies of { $entry }, so it commits it.
    }
membership-counted =
    { $copies ->
        [one] { $leader } counts { $copies } copy of the new membership, so it commits it.
       *[other] { $leader } counts { $copies } copies of the new membership, so it commits it.
    }
entry-committed-joint = Enough of the old and of the new members have { $entry }: { $leader } commits it.
entry-committed-without-rule = { $copies } of { $all } nodes have { $entry }, which is from term { $entry-term }: { $leader } commits it only because a rule is off.
membership-committed = { $copies } of { $all } nodes have the new membership: { $leader } commits it.
membership-committed-joint = Enough of the old and of the new members have the new membership: { $leader } commits it.
entry-of-older-term = { $copies } of { $all } nodes have { $entry }, but { $leader } counts copies only of entries from its own term, { $term }.
entry-applied-everywhere = All { $count } nodes have applied { $entry }.
membership-applied-everywhere = All { $count } nodes now use the new membership.
entry-removed = { $node } removes entry { $index } (term { $term }): leader { $leader } has an entry of term { $leader-term } there.
entries-removed = { $node } removes entries { $index } to { $last-index }: leader { $leader } has an entry of term { $leader-term } at { $index }.
# $rule is a whole sentence, with its full stop.
entries-removed-without-rule = { $node } removes its log from entry { $index } to { $last-index }, although nothing conflicts there, because this rule is off: { $rule }
snapshot-installed = { $node } installs a snapshot that replaces its log up to entry { $index }.

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

## Clients

redirected = { $node } does not lead. It points the client to { $leader }.
redirected-nowhere = { $node } does not lead and knows no leader.
client-waits = { $client } waits for an answer to { $operation }.
client-told-committed = { $client } gets the answer: { $operation } is committed.
client-told-value = { $client } gets the answer: { $key } is { $value }.
client-told-unset = { $client } gets the answer: { $key } is not set.
client-told-differs = { $client } gets the answer: { $key } is { $value }, not { $expected }, so nothing changed.
client-told-differs-unset = { $client } gets the answer: { $key } is not set, so nothing changed.
client-told-not-a-number = { $client } gets the answer: { $key } is not a number, so nothing was added.
client-told-superseded = { $client } gets the answer: { $operation } was never committed.
client-read-unanswered = { $client } got no answer to its read of { $key }.
client-write-unanswered = { $client } got no answer: { $operation } may have taken effect, or may still.

## Your actions, or a script’s

links-all-mended = All links work again.
link-cut = Link { $first }–{ $second } is cut: its messages are lost.
link-mended = Link { $first }–{ $second } works again.
links-cut =
    { $count ->
        [one] { $count } link is cut: its messages are lost.
       *[other] { $count } links are cut: their messages are lost.
    }
links-mended =
    { $count ->
        [one] { $count } link works again.
       *[other] { $count } links work again.
    }
direction-cut = Messages from { $from } no longer reach { $to }.
direction-mended = Messages from { $from } reach { $to } again.
directions-cut-from = Messages from { $from } no longer reach { $any-of }.
directions-cut-to = Messages from { $nodes } no longer reach { $to }.
node-isolated = { $node } is cut off from the other nodes.
node-reconnected = { $node } reaches every node again.
network-split-in-two = { $nodes } can no longer reach { $others }.
# $groups: “A, B / C, D / E”.
network-split = The network is split: { $groups }.
network-group = { $nodes }
network-groups = { $groups } / { $nodes }
client-sends-to-node = { $client } sends { $operation } to { $node }.
client-sends = { $client } sends { $operation }.
client-sends-again = { $client } sends its request { $number } again.
node-frozen = { $node } is frozen: it does nothing until you resume it.
node-resumed = { $node } resumes, and handles everything that arrived meanwhile.
disk-erased = Everything on { $node }’s disk is gone. { $node } cannot restart; it must be replaced.
disk-damaged = { $node }’s disk is damaged. { $node } will notice when it next starts.
disk-nothing-to-damage = { $node }’s disk holds no log entry that could be damaged.
server-replaced = A new server with an empty disk replaces { $node }.
timer-set = { $node }’s election timer will run out in { $span }.
snapshot-taken = { $node } replaces what it has applied of its log with a snapshot.
snapshot-of-nothing = { $node } has applied nothing yet, so there is nothing to replace with a snapshot.
network-changed = Every link now: { $quality }.
link-changed = Link { $from }→{ $to } now: { $quality }.
link-held = Link { $from }→{ $to } holds its messages until you release it.
link-released = Link { $from }→{ $to } delivers its messages again.
clock-changed = { $node }’s clock runs at { $share } of true speed.
clock-stopped = { $node }’s clock stands still, and so do its timers.
clock-jumped = { $node }’s clock jumps forward by { $span }.
# $command: a setting as scripts write it, such as “pre-vote on”.
node-configured = { $node } now has a setting of its own: { $command }.
# $rule is a whole sentence, with its full stop.
rule-off = Rule switched off: { $rule }
rule-on = Rule switched on again: { $rule }
membership-requested = The leader is asked to change the members.
member-addition-requested = The leader is asked to add { $node }.
member-removal-requested = The leader is asked to remove { $node }.
replacement-requested = The leader is asked to replace { $node } by { $other }.
transfer-requested = The leader is asked to hand over to { $node }.
message-duplicated = { $message } is sent twice.
message-delayed = { $message } is delayed by { $span }.
message-dropped = { $message } is dropped.
# $what: “Vote request”.
next-message-dropped = The next message of this kind from { $from } to { $to } is dropped: { $what }.
no-leader-to-ask = There is no leader to ask.
replace-members-first = { $node } is still a member. Remove it first, then replace it.

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

## The quality of links: “latency 20–24 ms, 30 % lost”

quality-latency = latency { $latency }
quality-latency-range = latency { $latency } to { $most-latency }
quality-tail = rare extra delay of { $span }
quality-loss = { $share } lost
quality-duplicate = { $share } duplicated
quality-reorder = { $share } reordered
quality-bandwidth = { $count } bytes per second

### Labels and accessible names on the stage.

node-name = Node { $node }
client-name = Client { $client }
node-term = Term: { $term }
status-stopped = Stopped
status-frozen = Frozen
status-learner = Learner
status-outside = Not a member
status-leader = Leader
status-would-vote = Would vote: { $votes }/{ $all }
status-votes = Votes: { $votes }/{ $all }
status-follows = Leader: { $leader }
status-voted = Voted: { $candidate }
status-follower = Follower

## One sentence for a screen reader

node-follower = Node { $node }, follower, term { $term }, { $status }, value { $value }
node-follower-unset = Node { $node }, follower, term { $term }, { $status }, no value
node-pre-candidate = Node { $node }, pre-candidate, term { $term }, { $status }, value { $value }
node-pre-candidate-unset = Node { $node }, pre-candidate, term { $term }, { $status }, no value
node-candidate = Node { $node }, candidate, term { $term }, { $status }, value { $value }
node-candidate-unset = Node { $node }, candidate, term { $term }, { $status }, no value
node-leader = Node { $node }, leader, term { $term }, value { $value }
node-leader-unset = Node { $node }, leader, term { $term }, no value
node-leader-frozen = Node { $node }, leader, term { $term }, frozen, value { $value }
node-leader-frozen-unset = Node { $node }, leader, term { $term }, frozen, no value
node-stopped-description = Node { $node }, stopped, term { $term }
client-description = Client { $client }. { $status }
link-up = Link { $first }–{ $second }: up
link-cut-both = Link { $first }–{ $second }: cut both ways
link-cut-one = Link { $first }–{ $second }: cut from { $from } to { $to }
cluster-label = Cluster
nodes-and-links-label = Nodes and links
messages-label = Messages in transit
cluster-drawing-label = Five nodes and a client

## Logs

log-behind = { $count } behind
log-folded = { $index }–{ $last-index }

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

## Under the sentence

sentence-label = What happens
heal = Heal
why-button = Why?
why-button-title = Why? (W)
suggest-start = Start { $node } again
suggest-replace = Replace { $node }
suggest-send = Send { $operation }
suggest-send-to-old-leader = Send { $operation } to { $node }, the old leader
suggest-isolate-leader = Cut off { $node }, the leader
suggest-stop-leader = Stop { $node }, the leader
suggest-hand-over = Hand leadership to { $node }

## A client’s field

value-label = Value
value-for-node = Value for { $node }
send = Send
senders-label = Client
client-status-waiting = { $operation } sent to { $node }, waiting
client-status-committed = { $operation } committed
client-status-value = answer: { $key } is { $value }
client-status-unset = answer: { $key } is not set
client-status-not-a-number = answer: { $key } is not a number
client-status-superseded = { $operation } never committed
client-status-unanswered = no answer from { $node } to { $operation }

### Transport, the time bar and its marks, branches, and what playing pauses on.

transport-label = Time
play = Play
play-title = Play (Space)
pause = Pause
pause-title = Pause (Space)
step = Step
step-title = Step to the next event (→)
back = Back
back-title = Back to the previous event (←)
speed = Speed
speed-title = Speed (+ and −)
reset = Reset
reset-title = Restart this seed (R); your actions can be undone
new-seed = New seed
new-seed-title = New random run
badge-rule = Rule off: { $rule-name }
badge-bug = Bug: { $name }
badge-rules =
    { $count ->
        [one] 1 rule off
       *[other] { $count } rules off
    }
badge-bugs =
    { $count ->
        [one] 1 bug
       *[other] { $count } bugs
    }
badge-rules-and-bugs = { $rules }, { $bugs }
badge-title = { $badge }. Open the settings
badge-title-names = { $badge }: { $keys }. Open the settings
undo-reset = Undo reset
undo-new-seed = Undo new seed
undo-restart = Undo restart
redo = Redo
undo-title = Bring back the run before (U)
seed-title = The seed of this run
seed-label = seed

## The time bar

time-label = Time
time-whole-seconds = { $whole-seconds } s
# A position on the time bar, alone.
time-position = { $at }
time-of-end = { $at } of { $until }
# $position: “1.942 s of 3.000 s”.
time-in-term = { $position }, term { $term }
time-at-mark = { $position }, { $mark }
term-band = term { $term }
mark-leader = { $node } becomes leader
mark-stopped = { $node } stops
mark-started = { $node } starts
mark-cut = links are cut
mark-mended = links are reconnected
mark-action = your action
mark-script-action = the script acts
mark-broken = { $guarantee } is broken
mark-and-more = { $mark }, and { $count } more
branches = Branches
branches-count =
    { $count ->
        [one] { $count } branch
       *[other] { $count } branches
    }

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

## Top bar

stories = Stories
share = Share
guarantees = Guarantees
inspector = Inspector
inspector-title = Inspector (I)
settings = Settings
guarantees-all-hold = All guarantees hold
guarantees-some-broken =
    { $count ->
        [one] { $count } guarantee is broken
       *[other] { $count } guarantees are broken
    }
dismiss = Dismiss

## When something broke

crash-title = Something broke.
crash-text = This is a bug in the playground, not your fault. The report below shows exactly what you saw. Please send it to { $address }.
crash-report = Report
crash-restart = Start again
copy = Copy
copied = Copied
press-to-copy = Press Ctrl+C to copy

## The share dialog, files, links, pictures and traces.

share-copied = Copied.
share-press-to-copy = Press Ctrl+C to copy.
share-saved = { $file } is saved.
share-opening-long = { $source } holds a long run: opening it takes a moment.

## What was opened: a file or story by its name in quotation marks, or a link

source-file = “{ $name }”
source-link = The link

## Why something could not be opened

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
browser-failed = This browser could not do it: { $problem }

## What a client sends

operation-empty = Write something to send, such as x=8.
operation-form = Write x=8, 8, x+=2, del x, x: 5->7 or get x.
operation-key = A key has up to { $most } letters, digits or _, and begins with a letter.
operation-value = A value has up to { $most } plain characters.
operation-number = Add a whole number, such as x+=2.

## The address: name=value

address-seed = { $parameter } ignored: a seed is a whole number from 0 to 18446744073709551615.
address-speed = { $parameter } ignored: use { $choices }.
address-nodes = { $parameter } ignored: a cluster has 1 to 9 nodes.
address-theme = { $parameter } ignored: use light or dark.
address-switch = { $parameter } ignored: use 1 or 0.
address-scenario = { $parameter } ignored: use a .raft file in this page’s folder, such as stories/x.raft.
address-at = { $parameter } ignored: use a time in the first hour, such as 1200, 1200ms or 1.2s.
address-language = { $parameter } ignored: use { $choices }.
address-unknown = “{ $name }” in the address ignored: use seed, speed, paused, nodes, theme, embed, scenario, at or lang.

## stopped”, as in “Branch: C stopped at 0.3 s.”).

do-stop = stop { $node }
do-start = start { $node }
do-cut = cut { $from } to { $to }
do-mend = reconnect { $from } to { $to }
do-cut-link = cut link { $first }–{ $second }
do-mend-link = reconnect link { $first }–{ $second }
do-cut-links = cut links
do-mend-links = reconnect links
do-heal = reconnect every link
do-partition = split the network
do-isolate = cut off { $node }
do-time-out = make { $node }’s timer run out
do-set-timer = set { $node }’s timer
do-freeze = freeze { $node }
do-resume = resume { $node }
do-erase = erase { $node }’s disk
do-damage = damage { $node }’s disk
do-replace = replace { $node }
do-snapshot = take a snapshot on { $node }
do-drop = drop a message
do-duplicate = duplicate a message
do-delay = delay a message
do-hold = hold link { $from }→{ $to }
do-release = release link { $from }→{ $to }
do-link = change link { $from }→{ $to }
do-network = change the network
do-clock = change { $node }’s clock
do-transfer = hand over to { $node }
do-add = add { $node }
do-remove = remove { $node }
do-change-members = change the members
do-replace-by = replace { $node } by { $other }
do-disk = change { $node }’s disk
do-configure = change a setting of { $node }
do-ask = ask { $node } to { $action }
do-waive = switch off the rule { $rule-name }
do-enforce = switch on the rule { $rule-name }
do-send = send { $operation }
do-send-to = send { $operation } to { $node }
do-send-again = send { $client }’s request { $number } again
did-stop = { $node } stopped
did-start = { $node } started
did-cut = { $from } to { $to } cut
did-mend = { $from } to { $to } reconnected
did-cut-link = link { $first }–{ $second } cut
did-mend-link = link { $first }–{ $second } reconnected
did-cut-links = links cut
did-mend-links = links reconnected
did-heal = every link reconnected
did-partition = network split
did-isolate = { $node } cut off
did-time-out = { $node }’s timer made to run out
did-set-timer = { $node }’s timer set
did-freeze = { $node } frozen
did-resume = { $node } resumed
did-erase = { $node }’s disk erased
did-damage = { $node }’s disk damaged
did-replace = { $node } replaced
did-snapshot = snapshot taken on { $node }
did-drop = message dropped
did-duplicate = message duplicated
did-delay = message delayed
did-hold = link { $from }→{ $to } held
did-release = link { $from }→{ $to } released
did-link = link { $from }→{ $to } changed
did-network = network changed
did-clock = { $node }’s clock changed
did-transfer = hand-over to { $node } requested
did-add = addition of { $node } requested
did-remove = removal of { $node } requested
did-change-members = change of members requested
did-replace-by = replacement of { $node } by { $other } requested
did-disk = { $node }’s disk changed
did-configure = a setting of { $node } changed
did-ask = { $node } asked to { $action }
did-waive = rule { $rule-name } switched off
did-enforce = rule { $rule-name } switched on
did-send = { $operation } sent
did-send-to = { $operation } sent to { $node }
did-send-again = { $client }’s request { $number } sent again

## Branches

branch-first = The first branch
# $action: “stop C”.
branch-name = At { $at }: { $action }
branch-begun = New branch from { $at }; the old one is kept.
story-left = You left the story at { $at }.
# $done: “C stopped”.
branch-shown = Branch: { $done } at { $at }.
branch-first-shown = This is the first branch, from before you went back.
