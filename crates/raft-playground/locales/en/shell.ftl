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
language = Language

## Help: the stage

help-stage = On the stage
help-stage-use = A node shows the value of the key that it changed last. A solid outline is a leader, a dashed one a candidate. When the white arc, its election timer, closes, a node starts an election. Beside it are its last log entries, each with its index and its term. Red and dashed: the node does not know that it is committed. Hatched: not on its disk yet. A bar beside an entry: committed just now. A line through it: just removed.

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
help-duplicate = a duplicate

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

## The tour as one page of text

help-readable-tour = The tour as text, for printing
help-book = The book: guides and reference
readable-title = The tour of the Raft Playground
readable-about = The whole tour as one page of text. The picture beside a text shows the cluster at that moment; in the playground, it runs.
readable-chapters = Chapters
readable-paper = In the Raft paper: { $section-number }
readable-open = Open in the playground
readable-answer = Answer
readable-goals = Goals
readable-log = Log of { $node }, from entry { $index } on: { $list }
readable-log-empty = Log of { $node }: empty
readable-entry = { $entry } (term { $term })
readable-entry-open = { $entry } (term { $term }, { $state })

## Help: keys

glossary = Glossary
glossary-learn = Learn this
glossary-learn-about = Learn about “{ $name }” in the tour
help-keys = Keys
key-space = play or pause
key-arrows = step to the next event, and back
key-home-end = to the beginning, to the latest moment
key-page = on the time bar: to the next mark, and back
key-plus-minus = faster, slower
key-reset = restart this seed (your actions can be undone)
key-undo = undo a restart or a new seed; again: redo
key-arrows-node = on a node: around the ring; on a link: to the next one
key-enter = on a node: its menu; on a link: cut or reconnect it
key-links = on a node: to its links
key-stop-freeze = on a node: stop, freeze, start an election; start, resume
key-timer = on a node: its timer sooner, later
key-isolate = on a node: isolate it, reconnect it
key-node-menu = on a node: snapshot, lose disk, add or remove, inspect
key-next-message = the next message
key-shift-enter = on a link: only the direction towards that node
key-why = why did that happen?
key-glossary = what the terms of the sentence mean
key-inspector = the inspector
key-presentation = presentation: only stage, sentence and transport
key-help = this help

## The gallery: tour, stories and tasks

gallery-tour = Tour
gallery-story = Stories
gallery-task = Tasks
gallery-parts = Parts
gallery-search = Search
gallery-search-hint = Title, topic or paper section
gallery-level = Level
gallery-all-levels = All levels
gallery-level-1 = Newcomer
gallery-level-2 = Has seen an election
gallery-level-3 = Engineer
gallery-minutes = { $count } min
gallery-begun = Begun
gallery-done = Done
gallery-solved =
    { $count ->
        [one] Solved with { $count } act
       *[other] Solved with { $count } acts
    }
gallery-found = { $count } of { $all } found
gallery-save = Save my progress
gallery-load = Load a progress…
gallery-no-progress = { $file } holds no progress of this page.
gallery-close = Close

### The share dialog, files, links, pictures and traces.

share-link-title = A link to this moment
share-caption = Caption
share-caption-placeholder = What should people notice?
share-link = Link
share-copy = Copy
share-copy-link = Copy the link
share-link-long = Many programs cut off links this long. Send the file instead.
share-embed = Embed it in a page
share-file-title = Run as a file
share-save = Save
share-open = Open…
share-file-label = A file to open
share-drop = or drop one on the page
share-picture-title = Picture
share-record = Record
share-stop-recording = Stop recording
share-trace-title = Export the trace

### Recording a story or a task.

share-author = Record a story
author-title = Record a story
author-close = Close; the recording is kept
author-kept = The recording is kept until you leave this page. “Record a story” in the Share dialog opens it again.
author-name = Title
author-summary = What it shows
author-beats = Beats
author-text = What should readers see at this moment?
author-points = Point at
author-add-beat = Add a beat
author-remove = Remove
author-other-run = The run before this moment has changed. Check that the text is still true.
author-task = Task
author-begin-task = The task begins here
author-task-text = What readers should achieve
author-goal = Goal
author-latch = It is enough to reach it once
author-add-goal = This is the goal
author-hint = Hint
author-add-hint = Add a hint
author-remove-task = Remove the task
author-beat-in-task = A beat stands before the beginning of the task.
author-save = Save
author-try = Try it
author-edit = Edit as text
author-open = Open this text
author-back = Back to the beats
author-source = The story as text
author-unsaved = Return to the unsaved recording

### The Embed dialog, and the button in a frame.

embed-title = Embed this moment
embed-controls = Controls
embed-controls-auto = Buttons and time bar
embed-controls-none = None
embed-controls-full = The whole page
embed-theme = Colours
embed-theme-auto = Those of the reader’s device
embed-theme-light = Light
embed-theme-dark = Dark
embed-language-auto = That of the reader
embed-autoplay = Play at once
embed-preview = Preview
embed-tag = Two lines for your page
embed-frame = A plain frame instead
embed-copy-tag = Copy the two lines
embed-copy-frame = Copy the frame
embed-in-playground = Open in the playground
