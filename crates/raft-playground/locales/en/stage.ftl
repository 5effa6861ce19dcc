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

opening = There is no leader yet. The node whose timer runs out first will ask the others for votes.
quiet = Nothing has happened for two seconds.

## Elections

election-after-silence = { $node } heard from no leader for { $waited }, so it asks for votes in term { $term }.
election-forced = You made { $node }’s timer run out: it asks for votes in term { $term }.
election-forced-by-script = The script makes { $node }’s timer run out: it asks for votes in term { $term }.
election-after-transfer = { $leader } told { $node } to take over: { $node } asks for votes in term { $term }.
election-after-pre-vote = Enough nodes would vote for { $node }, so it now asks for real votes in term { $term }.
election-again = { $node } did not win, so it tries again in term { $term }.
pre-vote-after-silence = { $node } heard from no leader for { $waited }, so it first asks whether it would win.
pre-vote-forced = You made { $node }’s timer run out: it first asks whether it would win.
pre-vote-forced-by-script = The script makes { $node }’s timer run out: it first asks whether it would win.
pre-vote-again = { $node } was not promised enough votes, so it asks again.
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
leader-elected-joint = { $node } has enough votes from the old and from the new members: it leads term { $term }.
leader-elected-alone = { $node } is the only voter: it leads term { $term }.

## Leading, and its end

heartbeats-hold = { $leader } leads term { $term }. Its heartbeats stop the others from starting an election.
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
stepped-down-lost-quorum = { $node } has heard from only { $count } of { $all } nodes for a while, so it stops leading.
stepped-down-lost-everyone = { $node } has heard from no other node for a while, so it stops leading.
stepped-down-removed = { $node } is no longer a member of the cluster, so it stops leading.
stepped-down-handed-over = { $successor } takes over in term { $term }, so { $node } stops leading.
candidate-beaten = { $leader } leads term { $term }, so { $node } is no longer a candidate.
candidate-outdated = { $node } learns that term { $term } has begun, so it is no longer a candidate.
transfer-started = { $node } hands its leadership to { $successor }.
transfer-ended = { $successor } did not take over in time, so { $node } goes on leading.

## The log

entry-in-log = { $entry } is in { $leader }’s log. It commits once { $quorum } have it.
entry-in-log-alone = { $entry } is in { $leader }’s log. { $leader } is the only voter, so it commits once it is on disk.
membership-in-log = The new membership is in { $leader }’s log. It commits once { $quorum } have it.
membership-in-log-joint = The new membership is in { $leader }’s log. It needs { $quorum }.
entry-in-log-joint = { $entry } is in { $leader }’s log. It needs { $quorum }.
entry-committed = { $copies } of { $all } nodes have { $entry }: { $leader } commits it.
entry-committed-joint = Enough of the old and of the new members have { $entry }: { $leader } commits it.
entry-committed-without-rule = { $copies } of { $all } nodes have { $entry }, which is from term { $entry-term }: { $leader } commits it only because a rule is off.
membership-committed = { $copies } of { $all } nodes have the new membership: { $leader } commits it.
membership-committed-joint = Enough of the old and of the new members have the new membership: { $leader } commits it.
entry-of-older-term = { $copies } of { $all } nodes have { $entry }, but { $leader } counts copies only of entries from its own term, { $term }.
entry-applied-everywhere = All { $count } nodes have applied { $entry }.
membership-applied-everywhere = All { $count } nodes now use the new membership.
entry-removed = { $node } removes entry { $index } (term { $term }): leader { $leader } has an entry of term { $leader-term } there.
entries-removed = { $node } removes entries { $index } to { $last-index }: leader { $leader } has an entry of term { $leader-term } at { $index }.
snapshot-installed = { $node } installs a snapshot that replaces its log up to entry { $index }.

## Nodes and disks

node-started = { $node } restarts with what its disk kept: term { $term }, its vote and its log.
node-started-without-vote = { $node } restarts with what its disk kept: term { $term } and its log, but not its vote.
node-stopped = { $node } stops. Its disk keeps its term, its vote and its log.
node-stopped-without-vote = { $node } stops. Its disk keeps its term and its log, but not its vote.
node-stopped-in-write = { $node } stops in the middle of a write, which is lost.
node-stopped-torn-write = { $node } stops in the middle of a write. Only half of it reached the disk.
node-stopped-erased = { $node } stops and its disk is erased. It cannot come back; replace it.
node-cannot-start = { $node } cannot start: { $damage }.
damage-erased = its disk was erased
damage-entry = entry { $index } on its disk is damaged (its checksum does not match)
damage-hidden = its disk is damaged

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
direction-cut = Messages from { $from } no longer reach { $to }.
direction-mended = Messages from { $from } reach { $to } again.
directions-cut-from = Messages from { $from } no longer reach { $any-of }.
directions-cut-to = Messages from { $nodes } no longer reach { $to }.
node-isolated = { $node } is cut off from the other nodes.
node-reconnected = { $node } reaches every node again.
network-split-in-two = { $nodes } can no longer reach { $others }.
# $groups: “A, B / C, D / E”.
network-split = The network is split: { $groups }.
network-groups = { $groups } / { $nodes }
client-sends-to-node = { $client } sends { $operation } to { $node }.
client-sends = { $client } sends { $operation }.
node-frozen = { $node } is frozen: it does nothing until you resume it.
node-resumed = { $node } resumes, and handles everything that arrived meanwhile.
disk-erased = Everything on { $node }’s disk is gone. { $node } cannot restart; it must be replaced.
disk-damaged = { $node }’s disk is damaged. { $node } will notice when it next starts.
server-replaced = A new server with an empty disk replaces { $node }.
timer-set = { $node }’s election timer will run out in { $span }.
snapshot-taken = { $node } replaces its log with a snapshot.
network-changed = Every link now: { $quality }.
link-changed = Link { $from }→{ $to } now: { $quality }.
link-held = Link { $from }→{ $to } holds its messages until you release it.
link-released = Link { $from }→{ $to } delivers its messages again.
clock-changed = { $node }’s clock runs at { $share } of true speed.
# $rule is a whole sentence, with its full stop.
rule-off = Rule switched off: { $rule }
rule-on = Rule switched on again: { $rule }
membership-requested = The leader is asked to change the members.
member-addition-requested = The leader is asked to add { $node }.
member-removal-requested = The leader is asked to remove { $node }.
transfer-requested = The leader is asked to hand over to { $node }.
message-duplicated = { $message } is sent twice.
message-delayed = { $message } is delayed by { $span }.
message-dropped = { $message } is dropped.
no-leader-to-ask = There is no leader to ask.
replace-members-first = { $node } is still a member. Remove it first, then replace it.

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

## A client’s field

value-label = Value
value-for-node = Value for { $node }
send = Send
senders-label = Client
client-status-waiting = { $operation } sent to { $node }, waiting
client-status-committed = { $operation } committed
client-status-value = { $key } is { $value }
client-status-unset = { $key } is not set
client-status-not-a-number = { $key } is not a number
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
seed-title = The seed of this run
seed-label = seed

## The time bar

time-label = Time
time-whole-seconds = { $whole-seconds } s
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
next-client-timeout = { $client } stops waiting for { $operation }
next-your-action = you: { $action }
next-script-action = the script: { $action }
