### The page around the stage: its title, top bar, help, stories, and what it says when it breaks.

page-title = Raft Playground
page-description = A real Raft cluster to play with: cut its links, stop its nodes, send it values, and watch what it does.
page-needs-script = The playground needs JavaScript and WebAssembly.
page-did-not-start = The playground did not start. It needs a browser with WebAssembly, and the files beside this page.

## Top bar

help = Help
help-button-title = Help (?)
presentation = Presentation
presentation-title = Presentation (F)
presentation-end = End the presentation
presentation-end-title = End the presentation (F)
theme = Dark mode
stories = Stories
guarantees-all-hold = All guarantees hold
guarantees-some-broken =
    { $count ->
        [one] { $count } guarantee is broken
       *[other] { $count } guarantees are broken
    }
dismiss = Dismiss

## Help: messages

help-messages = Messages
help-vote-request = asks for a vote
help-vote-granted = grants it
help-heartbeat = heartbeat
help-vote-refused = refuses it
help-entries = carries entries
help-entries-accepted = accepts them
help-client-request = from a client
help-client-answer = the answer

## Help: the time bar

help-time-bar = On the time bar
help-mark-leader = leader elected
help-mark-stopped = node stopped
help-mark-started = node started
help-mark-cut = links cut
help-mark-mended = links reconnected
help-mark-action = your action
help-mark-broken = guarantee broken
help-mark-committed = committed
help-time-bar-use = Drag the marker to any moment. Acting in the past starts a branch; click a dashed line to switch branch.

## Help: what can be done by hand

help-by-hand = By hand
help-by-hand-use = Click a node or a message to act on it. Click a link to cut it; click near an end to cut only one direction. Draw a line to cut every link that it crosses. Drag from a client to a node and drop the value on that node; drag the end of a timer arc to set the timer.
help-operations = Send x=8, 8, x+=2, del x, x: 5->7 or get x.

## Help: keys

help-keys = Keys
key-space = play or pause
key-arrows = step to the next event, and back
key-home-end = to the beginning, to the latest moment
key-page = on the time bar: to the next mark, and back
key-plus-minus = faster, slower
key-reset = restart this seed (your actions can be undone)
key-arrows-node = on a node: around the ring
key-enter = on a node: its menu; on a link: cut or reconnect it
key-links = on a node: to its links
key-stop-freeze = on a node: stop, freeze, start an election; start, resume
key-timer = on a node: its timer sooner, later
key-isolate = on a node: isolate it, reconnect it
key-node-menu = on a node: snapshot, lose disk, add or remove, inspect
key-next-message = the next message
key-shift-enter = on a link: only the direction towards that node
key-why = why did that happen?
key-inspector = the inspector
key-presentation = presentation: only stage, sentence and transport
key-help = this help

## Stories

story-split-vote = A split vote
story-partition = A partition, two leaders, two clients
story-figure-7 = Figure 7: six followers to repair
story-figure-8-d = Figure 8 (d): overwritten, correctly
story-figure-8-without-rule = Figure 8 without its rule
story-snapshot-catch-up = Catching up by snapshot
story-membership = Adding, replacing and removing nodes
story-stale-read = A stale read

## When something broke

crash-title = Something broke.
crash-text = This is a bug in the playground, not your fault. The report below shows exactly what you saw. Please send this report to { $address }.
crash-report = Report
crash-restart = Start again

### The share dialog, files, links, pictures and traces.

share = Share
share-link-title = A link to this moment
share-caption = Caption
share-caption-placeholder = What should people notice?
share-link = Link
share-copy = Copy
share-copy-link = Copy the link
share-link-long = Many programs cut off links this long. Send the file instead.
share-embed = Embed it in a page
share-copy-embed = Copy the embed code
share-file-title = Run as a file
share-save = Save
share-open = Open…
share-file-label = A file to open
share-drop = or drop one on the page
share-picture-title = Picture
share-record = Record
share-stop-recording = Stop recording
share-trace-title = Export the trace
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
open-bad-run = { $source } was not opened: { $error }.
# $expectation: what the script says, such as “committed x=9”.
open-expectation-failed = { $source }, line { $line }: an expectation failed: { $expectation } ({ $detail }).
open-expectations-failed = { $source }, line { $line }: an expectation failed: { $expectation } ({ $detail }). It is not the only one.
expectation-waited = waited until { $at }
open-other-version = { $source } comes from another version of the playground; it may show something else here.

## Traces

trace-too-long = A diagram of { $count } events would be too large: { $most } is the most. NDJSON has no limit.
not-loaded = This part is not loaded yet. Are you offline?
browser-failed = This browser could not do it: { $problem }

### Why what was typed or asked for in the address was not used.

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

### What people and scripts do, in two forms: what will be done (“stop C”) and what was done (“C
### stopped”, as in “Branch: C stopped at 0.3 s.”).

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
do-waive = switch off the rule { $rule-name }
do-enforce = switch on the rule { $rule-name }
do-send = send { $operation }
do-send-to = send { $operation } to { $node }
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
did-waive = rule { $rule-name } switched off
did-enforce = rule { $rule-name } switched on
did-send = { $operation } sent
did-send-to = { $operation } sent to { $node }

## Branches

branch-first = The first branch
# $action: “stop C”.
branch-name = At { $at }: { $action }
branch-begun = New branch from { $at }; the old one is kept.
story-left = You left the story at { $at }.
# $done: “C stopped”.
branch-shown = Branch: { $done } at { $at }.
branch-first-shown = This is the first branch, from before you went back.
