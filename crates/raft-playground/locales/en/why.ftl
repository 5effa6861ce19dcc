### Answers to “Why?”: a title, one sentence, and the values that were compared.

why-close = Close the answer
compared-what = What
compared-here = Here
compared-needed = Needed
compared-holds = holds
compared-does-not-hold = does not hold
why-place = { $at }, at { $node }
# $rule is a whole sentence, with its full stop. It follows the answer.
why-only-without-rule = Only because this rule is off: { $rule }
why-only-without-rule-then = Only because this rule was off then: { $rule }

## Questions

why-event = Why: { $node } { $event }
why-event-nowhere = Why: { $event }
why-no-leader = Why is there no leader?
why-not-replaced = Why does no node replace { $leader }?
why-leads = Why does { $leader } lead?
why-entry-committed = Why is { $entry }, entry { $index } of { $node }, committed?
why-entry-not-committed = Why is { $entry }, entry { $index } of { $node }, not known to be committed?
why-entry-unknown = Why does { $node } not know that { $entry }, entry { $index }, is committed?
why-entry-waits = Why is entry { $index } of { $node } not known to be committed?
why-votes = Why does { $voter } vote for { $candidate }?
why-would-vote-for = Why would { $voter } vote for { $candidate }?
why-does-not-vote = Why does { $voter } not vote for { $candidate }?
why-message = Why did { $from } send this to { $to }?
why-heartbeats = Why does { $leader } send heartbeats?
why-election = Why does { $node } start an election?
why-pre-vote = Why does { $node } ask whether it would win?
why-election-timer = Why does { $node }’s election timer run out?
why-quorum-timer = Why does { $leader } count who has answered?
why-transfer-timer = Why does { $leader } stop handing over?
why-steps-down = Why does { $node } stop leading?
why-candidate-ends = Why is { $node } no longer a candidate?
why-commits = Why does { $leader } commit { $position }?
why-removes-entries = Why does { $node } remove entries?
why-lost = Why is the message from { $from } to { $to } lost?
why-write = Why does { $node } write to its disk?
why-cannot-start = Why can { $node } not start?
why-answer = Why does { $client } get this answer?
why-no-answer = Why does { $client } get no answer?

why-client-waits = Why does { $client } wait for the result of { $operation }?

## Elections

why-boot = A node starts as a follower, with what its disk kept.
why-unknown-sender = The sender is not a member of this cluster as { $node } knows it.
why-malformed = No correct node of this cluster sends such a message.
why-message-ignored = The message does not count.
why-answer-outdated = It answers a message of an older term, so it does not count.
why-message-accepted = The message is accepted.
why-term-adopted = { $other } has a newer term. Terms show what is out of date, so every node joins the newest term, as a follower.
why-stepped-down-newer-term = There is a newer term, so there may be a newer leader. A leader of an older term steps down.
why-stepped-down-lost-quorum = No majority has answered it since it last counted, an election timeout ago by its clock. A leader that cannot commit anything steps down, so that clients ask another node.
why-stepped-down-removed = The new membership, in which it is not a voter, is committed. Only a voter leads.
why-stepped-down-handed-over = It handed over to { $successor }, which has started a newer term.
why-stepped-down-for-another = It accepted messages from another leader of its own term, so it follows that leader.
why-candidate-beaten = { $leader } has won this term, so the candidate follows it.
why-candidate-follows-old = { $leader } leads an older term, but the candidate accepts its message and follows it.
why-candidate-outdated = A newer term has begun, so its candidacy is over.
why-candidate-follows = It is a follower now.
why-candidate-ended = It is no longer a voter, so it does not start another election.
why-leader-elected = { $votes } of { $all } voters voted for it. Any two majorities share a node, and no node votes twice in a term: no other node can win this term.
why-leader-elected-joint = It has a majority of the old and of the new voters, so no other node can win this term.
# With half of the voters (an injected bug).
why-leader-elected-by-half = { $votes } of { $all } voters voted for it. Half the voters suffice here, so a second leader in the same term is possible.
why-leader-elected-without-rule = It counted enough votes, but a rule that protects elections is off, so a second leader in the same term is possible.
why-leader-recognised = Only the winner of an election sends entries or heartbeats in its term.
why-leader-recognised-without-rule = { $node } accepts its entries or heartbeats, so it follows that node. With a rule off, another leader of this term is possible.
why-election-forced = You made its timer run out, so it starts an election. It votes for itself and asks the others.
why-election-forced-by-script = The script made its timer run out, so it starts an election. It votes for itself and asks the others.
why-election-handed-over = Its leader told it to start an election at once, to hand over.
why-election-after-pre-vote = Enough voters said that they would vote for it, so it starts a new term and asks for real votes.
why-election-alone = It heard from no leader until its timer ran out. It is the only voter, so its own vote is enough.
why-election-after-freeze = Its timer ran out while it was frozen, so it starts an election now. A leader may have been there meanwhile.
why-pre-vote-after-freeze = Its timer ran out while it was frozen, so it asks now whether it would win. A leader may have been there meanwhile.
why-election-again = It did not win before its timer ran out, so it starts another election in a new term. Timers of different lengths make a clear winner more likely.
why-election-after-silence = It heard from no leader until its timer ran out, so there may be none. It starts a new term, votes for itself and asks the others.
why-pre-vote-after-silence = It heard from no leader until its timer ran out. A new term would depose a leader that others still hear, so it first asks whether it would win.
why-pre-vote-forced = You made its timer run out. A new term would depose a leader that others still hear, so it first asks whether it would win.
why-pre-vote-forced-by-script = The script made its timer run out. A new term would depose a leader that others still hear, so it first asks whether it would win.
why-does-not-stand = It is not a voter, so it does not start an election.
why-terms-used-up = An election needs a newer term than this one, and there is none. Only a faulty node can have caused this.
why-stands = It is not a voter, but starts an election.
why-vote-granted = It has not voted for another candidate in this term, and the candidate’s log is at least as up to date as its own.
why-vote-granted-as-remembered = As far as it remembers, it has not voted for another candidate in this term, and the candidate’s log is at least as up to date as its own.
why-vote-granted-despite = It votes for the candidate.
why-vote-refused-voted-itself = It has already voted for itself in term { $term }, and has one vote in each term.
why-vote-refused-voted-other = It has already voted for { $other } in term { $term }, and has one vote in each term.
why-vote-refused-log = Its own log is more up to date. The candidate may lack committed entries.
why-vote-refused-old-term = The candidate asks in term { $term }, which is over.
why-vote-refused-leader-alive = By its clock, it heard a leader less than an election timeout ago, and does not help to depose it.
why-vote-refused-leads = It leads, and does not help to depose itself.
why-vote-refused-just-started = By its clock, it started less than an election timeout ago. It may have answered a leader just before, whose lease relies on that answer.
why-vote-refused-by-rule = It refuses to vote.
why-would-vote = The candidate’s log is at least as up to date as its own, and it takes no leader to be alive.
why-would-vote-despite = It would vote for the candidate.
why-would-not-vote = It would not vote for the candidate.
why-vote-counted = A candidate needs the votes of { $needed } voters, its own among them.
why-vote-counted-all = A candidate needs the votes of { $needed } nodes here, its own among them: every member counts.
why-vote-counted-joint-by-half = A candidate needs half of the old and half of the new voters here.
why-vote-counted-joint = A candidate needs a majority of the old and of the new voters.

## Messages

why-client-request = { $client } wants { $operation } done, and asks the node that it takes for the leader.
why-client-request-chosen = { $client } wants { $operation } done. A client asks the node that it takes for the leader, or else any node.
why-client-request-redirected = { $client } wants { $operation } done. { $other } has named { $node } as the leader.
why-client-request-again = { $client } has no result of { $operation } yet, so it asks again: now { $node }.
why-client-request-to = { $client } wants { $operation } done, and was told to ask { $node }.
why-client-request-any = { $client } does not know the leader, so it asks any node.
why-client-done = { $node } has applied the request, so it tells the client.
why-client-read = { $node } has read the value in what it has applied, so it tells the client.
why-client-superseded = Another entry was committed in the place of this request’s entry.
why-client-handing-over = { $node } is handing over its leadership, and accepts no new requests meanwhile.
why-client-not-accepted = { $node } has not accepted the request.
why-client-not-leader = { $node } does not lead. Only a leader accepts requests.
why-sends-pre-vote = { $from } asks whether it would win before it starts a new term. { $to } compares the last entries.
why-sends-vote-request = { $from } has started an election and asks for votes. { $to } compares the last entries.
why-sends-pre-vote-granted = { $from } would vote for { $to }: { $to }’s log is at least as up to date as its own.
why-sends-vote-granted = { $from } votes for { $to }: it has not voted for another in this term, and { $to }’s log is at least as up to date.
why-sends-vote-granted-despite = { $from } votes for { $to }.
why-sends-pre-vote-refused = { $from } would not vote for { $to }.
why-sends-vote-refused = { $from } refuses to vote for { $to }.
why-sends-vote-refused-itself = { $from } has already voted for itself in term { $term }.
why-sends-vote-refused-voted = { $from } has already voted for { $other } in term { $term }.
why-sends-vote-refused-log = { $from }’s log is more up to date than { $to }’s.
why-sends-vote-refused-leader = By its clock, { $from } heard a leader less than an election timeout ago, and does not help to depose it.
why-sends-vote-refused-leads = { $from } leads, and does not help to depose itself.
why-sends-vote-refused-old-term = { $to } asked in a term that is over.
# It was decided to send it before the leader stepped down.
why-sends-as-former-leader = { $from } led term { $term } when it prepared this, and has stopped leading since.
why-sends-heartbeat-slow = { $from } leads and sends heartbeats. Here some election timers run out sooner than they come.
why-sends-heartbeat = { $from } leads and sends heartbeats more often than election timers run out, so that { $to } does not start an election. A heartbeat also says how far the leader has committed.
# The sender leads no longer.
why-sent-heartbeat = { $from } led term { $term } when it sent this heartbeat. A leader sends heartbeats so that no other node starts an election.
why-sent-entries = { $from } led term { $term } when it sent these entries, and thought that { $to } lacked them.
why-sends-entries-unchecked = { $from } leads and thinks that { $to } lacks these entries.
why-sends-entries = { $from } leads and thinks that { $to } lacks these entries. { $to } accepts them only if it has the entry before them.
why-sends-matched = { $from } has everything up to entry { $index } on its disk, and tells { $to } so.
why-sends-matched-nothing = { $from } tells { $to } that it still follows.
why-sends-matched-early = { $from } acknowledges everything up to entry { $index }, which may not be on its disk yet, because answers are sent before the disk write here.
why-sends-mismatched = { $from } does not have the entry before these, entry { $index }, so { $to } must look further back.
why-sends-stale = { $to } sent in an older term, which is over.
why-sends-snapshot = When { $from } began to send the snapshot to { $to }, it no longer had the entries that it would have sent next.
why-sends-snapshot-reply = { $from } says how much of the snapshot it has, so that { $to } sends the rest.
why-sends-snapshot-done = { $from } tells { $to } that it needs no more of the snapshot.
why-sends-timeout-now = { $from } hands over to { $to }: it shall start an election at once.
why-sends-read-index = A follower may answer a read once its leader has said up to which entry it must have applied.
why-sends-forward = A follower forwards a client’s request to its leader, and the answer back.
why-sent-twice = Networks may deliver a message twice, so a repeated message must do no harm.
why-lost-cut = The link is cut, so the message is lost. The sender is not told.
why-lost-random = The network loses some messages at random. The sender is not told.
why-lost-dropped = You dropped it. The sender is not told.
why-lost-dropped-by-script = The script dropped it. The sender is not told.
why-lost-stopped = Its receiver is stopped. The sender is not told; it gets no answer.
why-lost-overflow = The link can carry no more at once, so the message is dropped. The sender is not told.

## Timers

why-timer-election = No leader was heard until this timer ran out, so there may be none. Each timer has a random length, so that two seldom run out together.
why-timer-election-fixed = No leader was heard until this timer ran out, so there may be none. Here it always runs for the same time.
why-timer-frozen = The timer ran out while the node was frozen. It counts now.
why-timer-too-late = It no longer leads, so this timer has no effect.
why-timer-election-set = You set this timer to run out now.
why-timer-election-set-by-script = The script set this timer to run out now.
why-timer-heartbeat-slow = A leader sends heartbeats at every such interval. Here some election timers run out sooner.
why-timer-heartbeat = A leader sends heartbeats more often than election timers run out, so that no other node starts an election.
why-timer-quorum = Once in an election timeout a leader counts the nodes that have answered. If they are too few, it may be cut off, so it steps down.
why-timer-transfer = A hand-over that takes longer than an election timeout has failed, so the leader goes on leading.

## The log

why-creates-no-op = A new leader first appends an entry that does nothing. When that entry is committed, so are all before it.
why-creates-entry = A leader first appends each request to its own log, then sends it to the others.
why-accepts-entries-by-rule = It accepts the entries.
why-accepts-entries-despite = It accepts the entries, though the entry before them differs.
why-rejects-entries = It rejects the entries, because the entry before them is not the same in both logs.
why-rejects-entries-by-rule = It rejects the entries.
why-removes = The leader has an entry of another term there, and followers take over the leader’s log. The removed entries were not committed.
why-removes-committed = The leader has an entry of another term there, and followers take over the leader’s log. Entry { $index } was committed, so it should have stayed.
why-removes-unsure = The leader has an entry of another term there, and followers take over the leader’s log.
why-removes-perhaps = It removes entries. With a rule off, they need not conflict with the leader’s.
why-removes-too-much = It removes entries though they may not conflict with the leader’s, because a rule is off.
why-appends = The entry before these is the same in both logs, so both logs agree up to the last new entry.
why-appends-after = The entry before these is the same in both logs, so it appends them.
why-appends-despite = The leader sent these entries, and the check that would reject them is off.
why-matched = The follower acknowledged everything up to there, so it counts as a copy.
why-matched-learner = The follower acknowledged everything up to there. It is not a voter, so it does not count as a copy.
why-matched-despite = The leader counts a copy, though a rule that protects such counts is off.
why-backs-off = The follower rejected what it was sent, so the leader looks further back for a place where both logs agree.
why-commit =
    { $copies ->
        [one] { $copies } copy of it is acknowledged, and it is from the leader’s own term: every later leader will have it.
       *[other] { $copies } copies of it are acknowledged, and it is from the leader’s own term: every later leader will have it.
    }
why-commit-unsure = The leader counts enough copies of it, and it is from the leader’s own term.
why-commit-joint = A majority of the old and of the new voters has acknowledged it, and it is from the leader’s own term: every later leader will have it.
why-commit-despite = The leader commits it, though it is not safe: a later leader may lack it.
why-commit-by-half = Half the voters have acknowledged it, which suffices here. A later leader may lack it.
why-commit-waits = It stays uncommitted. It can only commit together with the next entry of the leader’s own term.
why-committed = A leader commits an entry that enough nodes have; followers learn of it with the leader’s next message.
why-committed-despite = It counts its whole log as committed.
why-read-answered = The leader is sure that it still leads and knows what is committed, so it answers.
why-read-answered-despite = It answers without being sure that it still leads, so the value may be old.
why-read-answered-by-lease = A majority answered it so short a time ago that it still answers reads by its lease, so the value may be old if clocks drift too far apart.
why-read-waits = It does not answer yet.
why-compacts = A log cannot grow for ever. What is applied is in the state, so a snapshot of the state replaces that part of the log.
why-installs-snapshot = The leader sent a snapshot. The log did not have entry { $index } as the snapshot does, so the snapshot replaces the whole log.
why-installs-snapshot-before = The leader sent a snapshot. The log agrees with it at entry { $index }, so only entries up to there are replaced.
why-installs-snapshot-despite = The leader sent a snapshot. With a rule about snapshots off, the log need not agree with it afterwards.
why-applies = Committed entries are applied in the order of the log, on every node alike.
why-applies-despite = It applies an entry that is not known to be committed, because a rule is off.

## Members and hand-over

why-change-begins = The change begins.
why-change-leaves-no-voter = It would leave no voter.
why-change-refused = The change is refused.
why-request-refused = The leader refuses the request.
why-request-not-leader = Only the leader changes the members or hands over.
why-request-committed = The new membership is committed.
why-request-lost = This node stopped leading before the change was decided. Another leader may still finish it.
why-members-joint = While voters change, every decision needs a majority of the old and of the new voters, so two groups can never decide separately.
why-members-joint-by-half = While voters change, every decision needs half of the old and half of the new voters here.
why-members-new-later = Once this is committed, the new voters decide alone.
why-members-new = From here on, the new voters decide alone.
why-transfer-starts = It was asked to hand over. It brings its successor up to date, then tells it to start an election at once.
why-transfer-ends = The successor did not take over within an election timeout.
why-transfer-withdrawn = The leader was asked to keep leading.
why-transfer-impossible = { $successor } cannot take over, because it is not a voter other than the leader.
why-quorum-lost-own-count = By its own count, too few voters have answered it since it last counted.
why-quorum-lost = No majority has answered it since it last counted, an election timeout ago by its clock. Such a leader can commit nothing, and clients should not wait for it.
why-redirects = Only the leader accepts requests. It names the node that it takes for the leader.
why-redirects-nowhere = Only the leader accepts requests, and it knows no leader.

## Disks and clients

why-writes = Term, vote and log must be on disk before another node is told of them. A promise that a crash can undo is worthless.
why-writes-early = Term, vote and log must be on disk before another node is told of them. Here answers are sent before the disk write, so a crash can undo a promise.
why-writes-no-vote = Term, vote and log must be on disk before another node is told of them. Here the disk does not keep the vote, so a restart forgets it.
why-written = It is on disk now, so the answers that waited for it are sent.
why-written-late = It is on disk now. No answer has waited for it, because answers are sent before the disk write here.
why-crash = What was only in memory is gone: role, votes, commit index. What is on disk stays.
why-crash-losing-write = What was only in memory is gone: role, votes, commit index. What is on disk stays. A write in progress is lost, but no other node had been told of it.
why-crash-losing-promise = A write in progress is lost, though another node may have been told of it: answers are sent before the disk write here.
why-crash-erased = What was only in memory is gone, and what was on disk is erased, too.
why-write-failed = A server whose write failed cannot know what is on its disk, and must not promise anything that rests on it. So it stops.
why-tail-lost = Raft needs disks that keep what they acknowledge. A committed entry may be lost now, and no rule of the protocol can prevent that.
why-refuses-to-start = A server that has forgotten its promises could vote twice or deny what it acknowledged. It stays down until a new server replaces it.
why-refuses-to-start-damaged = What its disk keeps cannot be trusted. A server that has forgotten its promises could vote twice or deny what it acknowledged, so it stays down.
why-request-waits = No answer has come yet, so the client waits.
why-read-value = Before it answered, the node made sure that it knew everything committed.
why-read-by-rule-off = The value may be old, because this rule is off: { $rule }
why-read-by-lease = The leader relied on its lease, so the value may be old if the clocks differ too much or the followers elect another leader meanwhile.
why-read-unsure = Committed entries may be lost in this cluster, so the value may be old.
why-read-maybe-old = The node answered without making sure that it knew everything committed, so the value may be old.
why-write-done = Its entry is committed and applied, so it cannot be lost.
why-write-done-unsafe = Its entry counts as committed.
# It follows a sentence about a committed entry.
why-may-be-lost = A bug is injected into this cluster, so a later leader may still lack it.
why-may-be-lost-rule = A later leader may still lack it, because this rule is or was off: { $rule }
why-may-be-lost-disk = The disk of { $node } has lost what it had acknowledged, so a later leader may still lack it.
why-write-superseded = Another entry was committed in its place, so this one never will be.
why-write-superseded-unsafe = Another entry counts as committed in its place.
why-write-unknown = The client did not learn the result in time. The entry may be in some log and may still be committed: the client cannot know.
why-may-retry = It may retry, since a repeated request takes effect once.
why-must-not-retry = If it retries, the request may take effect twice here.
why-read-unknown = The client did not learn the value in time. A read changes nothing, so the client may ask again.

## Why a client waits

why-client-request-in-transit = { $client }’s request to { $node } is still in transit.
why-client-answer-in-transit = { $node }’s answer to { $client } is still in transit.
why-client-waits-for-stopped = { $client } has asked { $node } last, which is stopped.
why-client-waits-for-frozen = { $client } has asked { $node } last, which is frozen.
why-client-waits-for-follower = { $client } has asked { $node } last, which does not lead.
why-client-entry-held = { $node } has the request as entry { $index } and answers when that is committed.
why-client-has-no-answer = { $client } has asked { $node } last, and has no answer from it.
why-read-confirming = { $node } answers a read once it is sure that it still leads, for which { $quorum } must answer it.
# $missing: “B (stopped) and D (its answers are lost)”.
why-read-unconfirmed = { $node } answers a read once { $quorum } have confirmed that it still leads: another leader may have been elected since. Missing: { $missing }.

## Why there is no leader

why-all-stopped = All nodes are stopped.
# $missing: “B (stopped) and D (its answers are lost)”.
why-best-connected = The best connected voter is { $node }. Missing: { $missing }.
why-frozen-quorum = Enough voters are connected, but too few of them act. Frozen: { $nodes }.
why-no-voter-can-win = No voter can win an election.
why-no-quorum-connected = No running node can exchange messages with enough voters to win an election.
why-election-running = { $candidate } asks for votes in term { $term } and has too few so far. If its timer runs out first, it tries again.
why-election-decided = { $candidate } has enough votes in term { $term }. It leads once its own vote is on its disk.
why-pre-vote-running = { $candidate } asks whether it would win and has too few promises so far.
why-followers-wait = Followers wait for a leader until their timers run out. { $node }’s runs out next.
why-followers-wait-together = Followers wait for a leader until their timers run out. Those of { $nodes } run out next, at the same moment.
why-no-timer = No election timer is running at a node that could win.

## Why a leader without a majority is not replaced

why-stalled = { $leader } still leads term { $term } but does not reach enough voters, so it can commit nothing.
why-replacement-refused = { $candidate } cannot replace it: { $nodes } still hear { $leader } and refuse to vote against it, and the other voters are too few.
why-replacement-refused-by-one = { $candidate } cannot replace it: { $voter } still hears { $leader } and refuses to vote against it, and the other voters are too few.
why-check-quorum-would-help = With check-quorum, { $leader } would step down.
why-stalled-heard = Enough voters hear { $leader }, so they start no election, but their answers do not reach it.
why-check-quorum-will-help = If this lasts for an election timeout, { $leader } steps down.

## Why one node leads

why-leader-won = { $leader } won the election of term { $term }: { $votes } of { $all } voters voted for it, and no node votes twice in a term.
why-leader-won-plain = { $leader } won the election of term { $term } with enough votes.

## Why an entry is committed, or not

why-entry-needs-leader = Only a leader commits, and there is none.
why-entry-safe = It was on the disks of a majority together with an entry of its leader’s own term, so every later leader has it.
why-entry-unsafe = A node counts it as committed.
why-entry-not-at-leader = { $leader } leads and does not have it. If { $leader } stays leader and sends its own entry for this place, { $node } removes it.
why-entry-news = { $leader }, the leader, has committed it. { $node } has not heard of it yet.
# $missing: “B (stopped) and D (answer not back yet)”.
why-entry-known-elsewhere = { $other } counts it as committed. No leader has told { $node } so yet.
why-entry-in-snapshot = { $leader } has replaced its entries up to { $index } with a snapshot. { $node } does not have that yet.
why-entry-only-here = { $leader } leads and does not have it.
# $missing as below.
why-entry-older-waits = { $leader } counts copies only of entries from its own term, so it commits this one together with entry { $index }, once { $quorum } have acknowledged that. Missing: { $missing }.
why-entry-missing = { $leader } commits it once { $quorum } have acknowledged it. Missing: { $missing }.
why-entry-older-term = { $leader } counts copies only of entries from its own term. It can only commit together with the next entry of term { $term }.
why-entry-about-to-commit = Enough nodes have acknowledged it; { $leader } is about to commit it.
missing-writing = { $node } (still writing to disk)
missing-stopped = { $node } (stopped)
missing-frozen = { $node } (frozen)
missing-unreachable = { $node } (messages to it are lost)
missing-unheard = { $node } (its answers are lost)
missing-waiting = { $node } (answer not back yet)

## Why one node does not vote for another

why-candidate-stopped = { $candidate } is stopped.
why-voter-stopped = { $voter } is stopped.
why-voter-frozen = { $voter } is frozen.
why-gave-vote = { $voter } gave { $candidate } its vote in term { $term }.
why-not-a-candidate = { $candidate } is not a candidate, so it asks no node for votes.
why-candidate-old-term = { $candidate } is a candidate in an older term, which is over.
why-voted-itself = { $voter } has already voted for itself in this term, and has only one vote.
why-voted-other = { $voter } has already voted for { $other } in this term, and has only one vote.
why-voter-log-newer = { $voter }’s log is more up to date: { $candidate } may lack committed entries.
why-direction-cut = The link from { $from } to { $to } is cut, so messages on it are lost.
why-not-asked = { $candidate } does not ask { $voter }, because it does not count { $voter } as a voter.
why-promised = { $voter } has told { $candidate } that it would vote for it.
why-voter-hears-leader = By its clock, { $voter } heard a leader less than an election timeout before it was asked, so it ignored the request.
why-vote-request-ignored = { $voter } ignored the request.
why-vote-request-in-transit = { $candidate }’s request to { $voter } is still in transit.
why-vote-answer-in-transit = { $voter }’s answer to { $candidate } is still in transit.
why-vote-waits-for-disk = { $node } first writes to its disk.
why-vote-request-lost = { $candidate }’s request to { $voter } was lost.
why-vote-answer-lost = { $voter }’s answer to { $candidate } was lost.
why-refused-earlier = { $voter } has refused an earlier request of { $candidate }.
why-no-answer-yet = { $voter } has not answered { $candidate } yet.

## What was compared: a label, the value here, the value needed

compare-votes = votes
compare-votes-promised = votes promised
compare-copies = copies
compare-acknowledged = acknowledged
compare-on-disks = on the disks of
compare-term = term
compare-vote = vote
compare-last-entry = last entry
compare-own-term = own term
compare-its-term = its term
compare-candidate-term = candidate’s term
compare-candidate-last = candidate’s last
compare-vote-in-term = vote in this term
compare-silence = election timer ran for
compare-election-term = term of the election
compare-waited = waited
compare-entry-before = entry before
compare-term-before = term of the entry before
compare-term-there = term of its entry
compare-leader-entry = leader’s entry there
compare-leader-commit = leader’s commit index
compare-writes-lost = writes lost
compare-entry = entry
compare-heard-from = heard from
compare-known-leader = leader it knows
compare-reach-each-other = reach each other
compare-runs-out = runs out in
compare-committed-there = committed there
need-on-disk = as on its disk
need-at-least = at least { $number }
need-below-last = below the last
need-at-least-own = at least { $term }, { $to }’s own
need-at-most-commit = at most the commit index, { $commit-index }
need-none-or = none, or { $candidate }
need-any = any
need-not-before = at least { $position }
need-up-to-date = at least as up to date as the voter’s
need-same = the same in both logs
need-itself = itself
need-timer = timer set to { $span }
need-votes = enough votes
need-term-at = term { $term }, at index { $index }
here-none = none
here-nothing = nothing
here-no-entry = no such entry
here-entry-of-term = one of term { $term }
# Values alone: names, a span of time.
here-nodes = { $voters }
here-span = { $span }

### The transcript: one line for each event. The node or client stands before it, so no message
### begins with a name: “C | votes for B in term 2”.

## Messages: $message is one of packet-…

log-sends = sends { $to } { $packet }
log-sent-twice = { $packet } to { $to } is sent twice
log-receives = receives { $packet } from { $from }
log-lost-cut = { $packet } from { $from } to { $to } is lost: the link is cut
log-lost-random = { $packet } from { $from } to { $to } is lost at random
log-lost-dropped = { $packet } from { $from } to { $to } is lost: it was dropped
log-lost-stopped = { $packet } from { $from } to { $to } is lost: { $to } is stopped
log-lost-overflow = { $packet } from { $from } to { $to } is lost: the link is full

## What a message says. As a sentence of its own it begins with a capital letter, see say-….

packet-pre-vote = a pre-vote request (term { $term }, last: { $position })
packet-pre-vote-granted = a promise to vote (term { $term })
packet-pre-vote-refused = a refusal to promise a vote (term { $term })
packet-vote-request = a vote request (term { $term }, last: { $position })
packet-vote-granted = a vote in term { $term }
packet-vote-refused = a refusal to vote in term { $term }
packet-heartbeat = a heartbeat (term { $term }, commit index { $commit-index })
packet-append =
    { $count ->
        [one] { $count } entry (term { $term }, after { $position }, commit index { $commit-index })
       *[other] { $count } entries (term { $term }, after { $position }, commit index { $commit-index })
    }
packet-append-matched = an acknowledgement up to entry { $index } (term { $term })
packet-append-mismatched = a rejection of what follows entry { $index } (term { $term })
packet-append-stale = a rejection: term { $term } has begun
packet-snapshot = a snapshot (term { $term }, up to { $position })
packet-snapshot-part = an acknowledgement of { $number } bytes of a snapshot (term { $term })
packet-snapshot-done = an acknowledgement of the whole snapshot (term { $term })
packet-timeout-now = a request to take over (term { $term })
packet-read-index = a read request to the leader (term { $term })
packet-read-index-reply = a read index: { $index } (term { $term })
packet-read-index-refused = no read index (term { $term })
packet-forward = a forwarded request (term { $term })
packet-forward-reply = a forwarded answer (term { $term })
packet-client-request = the request { $operation }
packet-client-done = the answer to request { $number }: { $outcome }
packet-client-superseded = the answer to request { $number }: replaced by { $position }
packet-client-redirected = the answer to request { $number }: ask { $leader }
packet-client-no-leader = the answer to request { $number }: no leader known

## The same in the menu of a message

say-pre-vote = Would you vote for me? (term { $term }, last: { $position })
say-pre-vote-granted = Would vote (term { $term })
say-pre-vote-refused = Would not vote (term { $term })
say-vote-request = Vote requested (term { $term }, last: { $position })
say-vote-granted = Vote granted in term { $term }
say-vote-refused = Vote refused in term { $term }
say-heartbeat = Heartbeat (term { $term }, commit index { $commit-index })
say-append =
    { $count ->
        [one] { $count } entry (term { $term }, after { $position }, commit index { $commit-index })
       *[other] { $count } entries (term { $term }, after { $position }, commit index { $commit-index })
    }
say-append-matched = Acknowledged up to entry { $index } (term { $term })
say-append-mismatched = Rejected what follows entry { $index } (term { $term })
say-append-stale = Rejected: term { $term } has begun
say-snapshot = Snapshot (term { $term }, up to { $position })
say-snapshot-part = Received { $number } bytes of the snapshot (term { $term })
say-snapshot-done = Received the whole snapshot (term { $term })
say-timeout-now = Take over (term { $term })
say-read-index = Up to where must I have applied? (term { $term })
say-read-index-reply = Answer reads after entry { $index } (term { $term })
say-read-index-refused = Cannot say (term { $term })
say-forward = Forwarded request (term { $term })
say-forward-reply = Forwarded answer (term { $term })
say-client-request = Request: { $operation }
say-client-done = Answer: { $outcome }
say-client-superseded = Never committed: replaced by { $position }
say-client-redirected = Ask { $leader }
say-client-no-leader = No leader known

## Answers of the store

outcome-written = done
outcome-value = { $value }
outcome-unset = not set
outcome-differs = no, it is { $value }
outcome-differs-unset = no, it is not set
outcome-not-a-number = no, it is not a number

## Timers, disks, nodes

log-timer-election = election timer runs out
log-timer-heartbeat = heartbeat timer runs out
log-timer-quorum = quorum timer runs out
log-timer-transfer = hand-over timer runs out
log-write-begins = begins write { $number }: { $write }
log-write-durable = write { $number } is on disk
log-write-fails = write { $number } fails
log-write-term = term { $term }
log-write-term-and-vote = term { $term }, vote for { $candidate }
log-write-snapshot = a snapshot up to { $position }
log-write-entries =
    { $count ->
        [one] { $count } entry from index { $index }
       *[other] { $count } entries from index { $index }
    }
log-write-removal = no entries from index { $index } on
log-write-and = { $first-part }; { $second-part }
log-stops = stops
log-stops-losing-writes =
    { $count ->
        [one] stops; { $count } write is lost
       *[other] stops; { $count } writes are lost
    }
log-stops-torn = stops in the middle of a write, of which its disk may have a part
log-disk-loses-entry = its disk loses entry { $index }, which it had acknowledged
log-disk-loses-entries = its disk loses entries { $index } to { $last-index }, which it had acknowledged
log-cannot-start = cannot start: { $damage }
log-applies = applies { $entry }, entry { $index } (term { $term })
log-applies-with = applies { $entry }, entry { $index } (term { $term }): { $outcome }
log-applies-membership = applies the new membership, entry { $index } (term { $term })
log-request = request { $number }: { $operation }
log-request-waits = request { $number } waits
log-request-done = request { $number } is done: { $outcome }
log-request-superseded = request { $number } never took effect
log-request-unknown = request { $number } may or may not have taken effect
log-broken = { $guarantee } is broken: { $facts }
# What an administrator asked a node to do. $command is as scripts write it: “remove C”.
log-change-committed = “{ $command }” is done and committed as { $position }
log-change-refused = refuses “{ $command }”: { $rule-name } ({ $section })
log-change-refused-no-voter = refuses “{ $command }”: no voter would be left
log-change-redirected = refuses “{ $command }”: it does not lead, { $leader } does
log-change-redirected-nowhere = refuses “{ $command }”: it does not lead and knows no leader
log-change-superseded = never carries out “{ $command }”: the entry of another leader replaced it
log-change-unknown = will not learn whether “{ $command }” was carried out

## What a node decided

log-boots = starts in term { $term }, last: { $position }
log-last-term = rejects a message from { $from }: its term is the last one, after which no election is possible
log-unknown-sender = rejects a message from { $from }: it is not a member
log-broken-entries = rejects a message from { $from }: its entries have gaps or wrong terms
log-broken-snapshot = rejects a message from { $from }: its snapshot is impossible
# An answer belongs to the term of its request.
log-rejects-old-term = rejects { $from }’s message: it belongs to term { $term }, which is over (§5.1)
log-rejects-old-answer = rejects { $from }’s answer: it answers a message of an older term (§5.1)
log-rejects-by-rule = rejects { $from }’s message, which belongs to term { $term }: { $rule-name } ({ $section })
log-rejects-answer-by-rule = rejects { $from }’s answer: { $rule-name } ({ $section })
log-accepts-old-answer = accepts { $from }’s answer to a message of an older term, only with { $rule-names } off
log-accepts-without-rule = accepts { $from }’s message, which belongs to term { $term }, only with { $rule-names } off
log-accepts-answer-without-rule = accepts { $from }’s answer, only with { $rule-names } off
log-adopts-term = goes from term { $term } to { $other-term }, as { $other } does
log-steps-down-leader = stops leading in term { $term }
log-steps-down-candidate = is no longer a candidate in term { $term }
log-starts-election = starts an election in term { $term }
log-terms-used-up = cannot start an election: term { $term } is the last one
log-may-not-stand = does not start an election: it is not a voter (§6)
log-stands-without-rule = starts an election, only with { $rule-names } off
log-starts-pre-vote = asks after term { $term } whether it would win
log-would-vote = would vote for { $candidate }
log-would-vote-without-rule = would vote for { $candidate }, only with { $rule-names } off
log-would-not-vote-old-term = would not vote for { $candidate }: older term (§5.1)
log-would-not-vote-log = would not vote for { $candidate }: its own log is more up to date (§5.4.1)
log-would-not-vote-leader = would not vote for { $candidate }: a leader may be alive (diss. §4.2.3)
log-would-not-vote-without-rule = would not vote for { $candidate }, only with { $rule-names } off
log-would-not-vote-by-rule = would not vote for { $candidate }: { $rule-name } ({ $section })
log-votes = votes for { $candidate } in term { $term }
log-votes-without-rule = votes for { $candidate } in term { $term }, only with { $rule-names } off
log-refuses-vote-voted = refuses { $candidate } its vote in term { $term }: it has already voted (§5.2)
log-refuses-vote-old-term = refuses { $candidate } its vote: term { $term } is over (§5.1)
log-refuses-vote-log = refuses { $candidate } its vote in term { $term }: its own log is more up to date (§5.4.1)
log-refuses-vote-leader = refuses { $candidate } its vote in term { $term }: a leader may be alive (diss. §4.2.3)
log-refuses-vote-again = refuses { $candidate }’s repeated request in term { $term }: its own log is more up to date now (§5.4.1)
log-refuses-vote-without-rule = refuses { $candidate } its vote in term { $term }, only with { $rule-names } off
log-refuses-vote-by-rule = refuses { $candidate } its vote in term { $term }: { $rule-name } ({ $section })
log-counts-vote = counts { $voter }’s vote: { $votes } of the { $needed } it needs
log-counts-refusal = counts { $voter }’s refusal: { $votes } of the { $needed } it needs
# $quorum: quorum-joint
log-counts-vote-joint = counts { $voter }’s vote: it has { $votes } and needs { $quorum }
log-counts-refusal-joint = counts { $voter }’s refusal: it has { $votes } votes and needs { $quorum }
log-leads = leads term { $term } with { $votes } votes of the { $needed } it needs
log-leads-joint = leads term { $term } with { $votes } votes; it needs { $quorum }
log-follows = takes { $leader } for the leader of term { $term }
log-creates-no-op = appends a no-op, entry { $index } (term { $term })
log-creates-entry = appends entry { $index } (term { $term })
log-rejects-entries =
    { $count ->
        [0] rejects { $leader }’s message: { $position } is missing here (§5.3)
        [one] rejects { $count } entry of { $leader }: { $position } is missing here (§5.3)
       *[other] rejects { $count } entries of { $leader }: { $position } is missing here (§5.3)
    }
log-rejects-entries-by-rule = rejects { $leader }’s entries after { $position }: { $rule-name } ({ $section })
log-accepts-entries-without-rule = accepts { $leader }’s entries after { $position }, only with { $rule-names } off
log-removes-entry = removes entry { $index } (term { $term })
log-removes-entries = removes entries { $index } to { $last-index }
log-appends-entry = appends entry { $index } (term { $term })
log-appends-entries = appends entries { $index } to { $last-index }
log-learns-match = counts { $follower } as matching up to entry { $index }
log-backs-off = looks further back for a match with { $follower }: nextIndex { $index }
log-commits =
    { $copies ->
        [one] commits { $position }: it counts { $copies } copy
       *[other] commits { $position }: it counts { $copies } copies
    }
log-commits-without-rule = commits { $position }, only with { $rule-names } off
log-does-not-commit = does not commit { $position }: it is from an older term (§5.4.2)
log-does-not-commit-by-rule = does not commit { $position }: { $rule-name } ({ $section })
log-commit-index = commit index goes from { $index } to { $commit-index }
log-commit-index-by-rule = commit index goes from { $index } to { $commit-index }: { $rule-name } ({ $section })
log-commit-index-without-rule = commit index goes from { $index } to { $commit-index }, only with { $rule-names } off
log-reads = answers a read at commit index { $index }
log-reads-without-rule = answers a read at commit index { $index }, only with { $rule-names } off
log-read-waits = lets a read wait: { $rule-name } ({ $section })
log-compacts = replaces its log up to { $position } with a snapshot
log-installs-snapshot = installs a snapshot up to { $position }
log-installs-snapshot-without-rule = installs a snapshot up to { $position }, only with { $rule-names } off
log-ignores-snapshot = ignores a snapshot up to { $position }: { $rule-name } ({ $section })
log-changes-members = starts the change of members
log-changes-members-without-rule = starts the change of members, only with { $rule-names } off
log-refuses-change-another = refuses the change: another one is under way
log-refuses-change-own-term = refuses the change: no entry of its own term is committed yet (diss. §4.1)
log-refuses-change-no-voter = refuses the change: no voter would be left
log-refuses-change-by-rule = refuses the change: { $rule-name } ({ $section })
log-voters = voters are now { $voters }
log-membership-waits = appends a new membership, which is not in effect yet
log-voters-joint = voters are now { $voters } together with { $old-voters }
log-hands-over = hands over to { $successor }
log-gives-up-hand-over = does not hand over to { $successor }
log-hears-too-few = counts answers from no majority
log-redirects = does not lead; names { $leader }
log-redirects-nowhere = does not lead and knows no leader
