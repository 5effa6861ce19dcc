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

### The sentence under the stage: what has just happened.

no-leader-at-first = There is no leader yet. The node whose timer runs out first will ask the others for votes.
quiet = Nothing has happened for two seconds.
# What a story says.
story-text = { $text }

## Elections

election-after-silence = { $node } heard from no leader for { $waited }, so it asks for votes in term { $term }.
election-after-silence-by-clock = By its own clock, { $node } heard from no leader for { $waited }, so it asks for votes in term { $term }.
election-after-freeze = { $node }’s timer ran out while it was frozen: it asks for votes in term { $term }.
election-forced = You made { $node }’s timer run out: it asks for votes in term { $term }.
election-forced-by-script = The script makes { $node }’s timer run out: it asks for votes in term { $term }.
election-after-transfer = { $leader } told { $node } to take over: { $node } asks for votes in term { $term }.
election-after-pre-vote = Enough nodes would vote for { $node }, so it now asks for real votes in term { $term }.
election-again = { $node } did not win, so it tries again in term { $term }.
pre-vote-after-silence = { $node } heard from no leader for { $waited }, so it first asks whether it would win.
pre-vote-after-silence-by-clock = By its own clock, { $node } heard from no leader for { $waited }, so it first asks whether it would win.
pre-vote-after-freeze = { $node }’s timer ran out while it was frozen: it first asks whether it would win.
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
stepped-down-handed-over = { $successor } was told to take over and asks for votes in term { $term }, so { $node } stops leading.
candidate-beaten = { $leader } leads term { $term }, so { $node } is no longer a candidate.
candidate-outdated = { $node } learns that term { $term } has begun, so it is no longer a candidate.
transfer-started = { $node } begins to hand its leadership to { $successor }.
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
client-told-superseded-unsafe = { $client } gets the answer: another entry counts as committed in place of { $operation }.
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
# The disks of the nodes that counted it as a member are erased, too.
replace-impossible = { $node } cannot be replaced: no node is left that could remove it from the cluster.

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
client-status-superseded-unsafe = { $operation }: another entry took its place
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
mark-mended = links are connected
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

## Top bar

tour = Tour
tour-start = Start the tour
tour-continue = Continue the tour
tour-by-hand = Or try it by hand: cut a link, click a node, send a value.
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

## What was opened: a file or story by its name in quotation marks, or a link

source-file = “{ $name }”
source-link = The link

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

