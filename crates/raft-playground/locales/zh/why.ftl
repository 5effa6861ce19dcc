### Answers to “Why?”: a title, one sentence, and the values that were compared.

why-close = 关闭回答
compared-what = 项目
compared-here = 此处
compared-needed = 需要
compared-holds = 成立
compared-does-not-hold = 不成立
why-place = 在 { $at }，{ $node }
why-only-without-rule = 只因为这条规则已关闭：{ $rule }
why-only-without-rule-then = 只因为当时这条规则已关闭：{ $rule }

## Questions

why-event = 为什么：{ $node } { $event }
why-event-nowhere = 为什么：{ $event }
why-no-leader = 为什么没有领导者？
why-not-replaced = 为什么没有节点取代 { $leader }？
why-leads = 为什么 { $leader } 是领导者？
why-entry-committed = 为什么 { $node } 的条目 { $index }（{ $entry }）已提交？
why-entry-not-committed = 为什么尚不知 { $node } 的条目 { $index }（{ $entry }）是否已提交？
why-entry-unknown = 为什么 { $node } 不知道条目 { $index }（{ $entry }）已提交？
why-entry-waits = 为什么尚不知 { $node } 的条目 { $index } 是否已提交？
why-votes = 为什么 { $voter } 投票给 { $candidate }？
why-would-vote-for = 为什么 { $voter } 愿意投票给 { $candidate }？
why-does-not-vote = 为什么 { $voter } 不投票给 { $candidate }？
why-message = 为什么 { $from } 向 { $to } 发送这条消息？
why-heartbeats = 为什么 { $leader } 发送心跳？
why-election = 为什么 { $node } 发起选举？
why-pre-vote = 为什么 { $node } 询问自己能否当选？
why-election-timer = 为什么 { $node } 的选举计时器到时？
why-quorum-timer = 为什么 { $leader } 统计哪些节点已应答？
why-transfer-timer = 为什么 { $leader } 停止移交？
why-steps-down = 为什么 { $node } 不再领导？
why-candidate-ends = 为什么 { $node } 不再是候选人？
why-commits = 为什么 { $leader } 提交{ $position }？
why-removes-entries = 为什么 { $node } 删除条目？
why-lost = 为什么从 { $from } 到 { $to } 的消息丢失？
why-write = 为什么 { $node } 写入自己的磁盘？
why-cannot-start = 为什么 { $node } 无法启动？
why-answer = 为什么 { $client } 得到这个应答？
why-no-answer = 为什么 { $client } 得不到应答？
why-client-waits = 为什么 { $client } 在等待 { $operation } 的结果？

## Elections

why-boot = 节点以跟随者的身份启动，带着磁盘保存的内容。
why-unknown-sender = 就 { $node } 所知，发送者不是本集群的成员。
why-malformed = 本集群中任何正确的节点都不会发送这样的消息。
why-message-ignored = 这条消息不算数。
why-answer-outdated = 它应答的是旧任期的消息，所以不算数。
why-message-accepted = 消息被接受。
why-term-adopted = { $other } 有更新的任期。任期表明什么已经过时，所以每个节点都以跟随者的身份进入最新的任期。
why-stepped-down-newer-term = 有更新的任期，所以可能有更新的领导者。旧任期的领导者退位。
why-stepped-down-lost-quorum = 自它上次统计以来（按它的时钟，那是一个选举超时之前），没有多数派应答它。无法提交任何内容的领导者退位，好让客户端去找另一个节点。
why-stepped-down-removed = 它在新的成员配置中不是投票成员，而该配置已提交。只有投票成员才领导。
why-stepped-down-handed-over = 它移交给了 { $successor }，后者已开始更新的任期。
why-stepped-down-for-another = 它接受了自己任期中另一个领导者的消息，所以跟随那个领导者。
why-candidate-beaten = { $leader } 已在本任期当选，所以这个候选人跟随它。
why-candidate-follows-old = { $leader } 是旧任期的领导者，但这个候选人接受它的消息并跟随它。
why-candidate-outdated = 更新的任期已经开始，所以它的候选身份结束。
why-candidate-follows = 它现在是跟随者。
why-candidate-ended = 它不再是投票成员，所以不再发起选举。
why-leader-elected = { $all } 个投票成员中有 { $votes } 个投票给它。任意两个多数派都有共同的节点，而没有节点在一个任期中投两次票：其他任何节点都无法在本任期当选。
why-leader-elected-joint = 它拥有旧投票成员的多数派和新投票成员的多数派，所以其他任何节点都无法在本任期当选。
why-leader-elected-by-half = { $all } 个投票成员中有 { $votes } 个投票给它。这里半数投票成员就够了，所以同一任期可能出现第二个领导者。
why-leader-elected-without-rule = 它计得足够的选票，但有一条保护选举的规则已关闭，所以同一任期可能出现第二个领导者。
why-leader-recognised = 只有选举的当选者才会在其任期中发送条目或心跳。
why-leader-recognised-without-rule = { $node } 接受它的条目或心跳，所以跟随那个节点。由于有规则已关闭，本任期可能有另一个领导者。
why-election-forced = 你让它的计时器到时，所以它发起选举。它投票给自己，并请求其他节点投票。
why-election-forced-by-script = 脚本让它的计时器到时，所以它发起选举。它投票给自己，并请求其他节点投票。
why-election-handed-over = 它的领导者让它立即发起选举，以便移交。
why-election-after-pre-vote = 足够多的投票成员表示愿意投票给它，所以它开始新的任期，并请求真正的投票。
why-election-alone = 直到计时器到时，它都没有收到任何领导者的消息。它是唯一的投票成员，所以自己的一票就够了。
why-election-after-freeze = 它的计时器在它被冻结时到时，所以它现在发起选举。其间可能有过领导者。
why-pre-vote-after-freeze = 它的计时器在它被冻结时到时，所以它现在询问自己能否当选。其间可能有过领导者。
why-election-again = 它在计时器到时之前没有当选，所以在新的任期再次发起选举。计时器长短不同，更容易有明确的当选者。
why-election-after-silence = 直到计时器到时，它都没有收到任何领导者的消息，所以可能没有领导者。它开始新的任期，投票给自己，并请求其他节点投票。
why-pre-vote-after-silence = 直到计时器到时，它都没有收到任何领导者的消息。新的任期会取代其他节点仍能收到其消息的领导者，所以它先询问自己能否当选。
why-pre-vote-forced = 你让它的计时器到时。新的任期会取代其他节点仍能收到其消息的领导者，所以它先询问自己能否当选。
why-pre-vote-forced-by-script = 脚本让它的计时器到时。新的任期会取代其他节点仍能收到其消息的领导者，所以它先询问自己能否当选。
why-does-not-stand = 它不是投票成员，所以不发起选举。
why-terms-used-up = 选举需要比当前更新的任期，而已经没有了。只有出错的节点才可能造成这种情况。
why-stands = 它不是投票成员，却发起选举。
why-vote-granted = 它在本任期没有投票给别的候选人，而且该候选人的日志至少与它自己的一样新。
why-vote-granted-as-remembered = 就它所记得的，它在本任期没有投票给别的候选人，而且该候选人的日志至少与它自己的一样新。
why-vote-granted-despite = 它投票给该候选人。
why-vote-refused-voted-itself = 它在任期 { $term } 已经投票给自己，而每个任期只有一票。
why-vote-refused-voted-other = 它在任期 { $term } 已经投票给 { $other }，而每个任期只有一票。
why-vote-refused-log = 它自己的日志比候选人的新。候选人可能缺少已提交的条目。
why-vote-refused-old-term = 候选人在任期 { $term } 请求，而该任期已经结束。
why-vote-refused-leader-alive = 按它的时钟，它在不到一个选举超时之前收到过领导者的消息，因此不帮助取代该领导者。
why-vote-refused-leads = 它是领导者，不帮助别的节点取代自己。
why-vote-refused-just-started = 按它的时钟，它启动至今不到一个选举超时。它可能在此之前刚应答过领导者，而该领导者的租约依赖那次应答。
why-vote-refused-by-rule = 它拒绝投票。
why-would-vote = 候选人的日志至少与它自己的一样新，而且在它看来没有存活的领导者。
why-would-vote-despite = 它愿意投票给该候选人。
why-would-not-vote = 它不愿投票给该候选人。
why-vote-counted = 候选人需要 { $needed } 个投票成员的票，包括它自己的一票。
why-vote-counted-all = 这里候选人需要 { $needed } 个节点的票，包括它自己的一票：每个成员都计算在内。
why-vote-counted-joint-by-half = 这里候选人需要旧投票成员的半数和新投票成员的半数。
why-vote-counted-joint = 候选人需要旧投票成员的多数派和新投票成员的多数派。

## Messages

why-client-request = { $client } 想完成 { $operation }，于是请求它认为是领导者的节点。
why-client-request-chosen = { $client } 想完成 { $operation }。客户端请求它认为是领导者的节点，否则请求任意一个节点。
why-client-request-redirected = { $client } 想完成 { $operation }。{ $other } 指明 { $node } 是领导者。
why-client-request-again = { $client } 还没有得到 { $operation } 的结果，所以再次请求：现在请求 { $node }。
why-client-request-to = { $client } 想完成 { $operation }，并被要求去请求 { $node }。
why-client-request-any = { $client } 不知道谁是领导者，所以请求任意一个节点。
why-client-done = { $node } 已应用该请求，所以告知客户端。
why-client-read = { $node } 已从自己应用过的内容中读出该值，所以告知客户端。
why-client-superseded = 在这个请求的条目的位置上，提交了另一个条目。
why-client-handing-over = { $node } 正在移交领导权，其间不接受新的请求。
why-client-not-accepted = { $node } 没有接受该请求。
why-client-not-leader = { $node } 不是领导者。只有领导者接受请求。
why-sends-pre-vote = { $from } 在开始新的任期之前询问自己能否当选。{ $to } 比较最后的条目。
why-sends-vote-request = { $from } 已发起选举并请求投票。{ $to } 比较最后的条目。
why-sends-pre-vote-granted = { $from } 愿意投票给 { $to }：{ $to } 的日志至少与它自己的一样新。
why-sends-vote-granted = { $from } 投票给 { $to }：它在本任期没有投票给别的节点，而且 { $to } 的日志至少与它的一样新。
why-sends-vote-granted-despite = { $from } 投票给 { $to }。
why-sends-pre-vote-refused = { $from } 不愿投票给 { $to }。
why-sends-vote-refused = { $from } 拒绝投票给 { $to }。
why-sends-vote-refused-itself = { $from } 在任期 { $term } 已经投票给自己。
why-sends-vote-refused-voted = { $from } 在任期 { $term } 已经投票给 { $other }。
why-sends-vote-refused-log = { $from } 的日志比 { $to } 的新。
why-sends-vote-refused-leader = 按 { $from } 的时钟，它在不到一个选举超时之前收到过领导者的消息，因此不帮助取代该领导者。
why-sends-vote-refused-leads = { $from } 是领导者，不帮助别的节点取代自己。
why-sends-vote-refused-old-term = { $to } 请求时所在的任期已经结束。
why-sends-as-former-leader = { $from } 准备这条消息时是任期 { $term } 的领导者，此后已不再是领导者。
why-sends-heartbeat-slow = { $from } 是领导者，并发送心跳。这里有些选举计时器到时比心跳到来更早。
why-sends-heartbeat = { $from } 是领导者，它发送心跳的间隔短于选举计时器的时长，好让 { $to } 不发起选举。心跳还说明领导者已提交到哪里。
why-sent-heartbeat = { $from } 发送这次心跳时是任期 { $term } 的领导者。领导者发送心跳，好让别的节点不发起选举。
why-sent-entries = { $from } 发送这些条目时是任期 { $term } 的领导者，并认为 { $to } 缺少它们。
why-sends-entries-unchecked = { $from } 是领导者，并认为 { $to } 缺少这些条目。
why-sends-entries = { $from } 是领导者，并认为 { $to } 缺少这些条目。只有当 { $to } 拥有它们前面的那个条目时，才会接受它们。
why-sends-matched = { $from } 的磁盘上有直到条目 { $index } 的全部内容，并这样告知 { $to }。
why-sends-matched-nothing = { $from } 告知 { $to }：它仍在跟随。
why-sends-matched-early = { $from } 确认直到条目 { $index } 的全部内容，但这些内容可能还不在它的磁盘上，因为这里在写入磁盘之前就发送应答。
why-sends-mismatched = { $from } 没有这些条目前面的那个条目，即条目 { $index }，所以 { $to } 必须再往前找。
why-sends-stale = { $to } 发送时在旧的任期中，该任期已经结束。
why-sends-snapshot = { $from } 开始向 { $to } 发送快照时，已没有本来接着要发送的条目。
why-sends-snapshot-reply = { $from } 说明它已收到多少快照，好让 { $to } 发送其余部分。
why-sends-snapshot-done = { $from } 告知 { $to }：它不再需要快照的其他部分。
why-sends-timeout-now = { $from } 移交给 { $to }：{ $to } 应立即发起选举。
why-sends-read-index = 领导者说明跟随者必须已应用到哪个条目之后，跟随者才可以应答读请求。
why-sends-forward = 跟随者把客户端的请求转发给自己的领导者，并把应答转发回去。
why-sent-twice = 网络可能把一条消息传递两次，所以重复的消息不得造成危害。
why-lost-cut = 链路已切断，所以消息丢失。发送者不会得知。
why-lost-random = 网络会随机丢失一些消息。发送者不会得知。
why-lost-dropped = 你丢弃了它。发送者不会得知。
why-lost-dropped-by-script = 脚本丢弃了它。发送者不会得知。
why-lost-stopped = 它的接收者已停止。发送者不会得知；它得不到应答。
why-lost-overflow = 链路同时承载的消息已到上限，所以消息被丢弃。发送者不会得知。

## Timers

why-timer-election = 直到这个计时器到时，都没有收到领导者的消息，所以可能没有领导者。每个计时器的时长都是随机的，所以很少有两个同时到时。
why-timer-election-fixed = 直到这个计时器到时，都没有收到领导者的消息，所以可能没有领导者。这里它的时长总是相同。
why-timer-frozen = 计时器在节点被冻结时到时。它现在才起作用。
why-timer-too-late = 它不再是领导者，所以这个计时器没有作用。
why-timer-election-set = 你把这个计时器设为现在到时。
why-timer-election-set-by-script = 脚本把这个计时器设为现在到时。
why-timer-heartbeat-slow = 领导者每隔这样一段时间发送心跳。这里有些选举计时器更早到时。
why-timer-heartbeat = 领导者发送心跳的间隔短于选举计时器的时长，好让其他节点都不发起选举。
why-timer-quorum = 每过一个选举超时，领导者就统计已应答的节点。如果不到多数派，它可能已被隔离，所以退位。
why-timer-transfer = 耗时超过一个选举超时的移交已经失败，所以领导者继续领导。

## The log

why-creates-no-op = 新领导者首先追加一个什么也不做的条目。该条目提交时，它前面的所有条目也都提交。
why-creates-entry = 领导者先把每个请求追加到自己的日志，然后发送给其他节点。
why-accepts-entries-by-rule = 它接受这些条目。
why-accepts-entries-despite = 它接受这些条目，尽管它们前面的那个条目不同。
why-rejects-entries = 它拒绝这些条目，因为它们前面的那个条目在两份日志中不同。
why-rejects-entries-by-rule = 它拒绝这些条目。
why-removes = 领导者在那里有另一个任期的条目，而跟随者采用领导者的日志。被删除的条目没有提交。
why-removes-committed = 领导者在那里有另一个任期的条目，而跟随者采用领导者的日志。条目 { $index } 已提交，所以本该保留。
why-removes-unsure = 领导者在那里有另一个任期的条目，而跟随者采用领导者的日志。
why-removes-perhaps = 它删除条目。由于有规则已关闭，它们不一定与领导者的条目冲突。
why-removes-too-much = 它删除条目，尽管它们可能与领导者的条目并不冲突，因为有规则已关闭。
why-appends = 这些条目前面的那个条目在两份日志中相同，所以直到最后一个新条目，两份日志都一致。
why-appends-after = 这些条目前面的那个条目在两份日志中相同，所以它追加这些条目。
why-appends-despite = 领导者发送了这些条目，而会拒绝它们的检查已关闭。
why-matched = 跟随者已确认直到那里的全部内容，所以算作一份副本。
why-matched-learner = 跟随者已确认直到那里的全部内容。它不是投票成员，所以不算作副本。
why-matched-despite = 领导者计入一份副本，尽管有一条保护这种统计的规则已关闭。
why-backs-off = 跟随者拒绝了发给它的内容，所以领导者再往前找两份日志一致的位置。
why-commit =
    { $copies ->
       *[other] 它有 { $copies } 份副本得到确认，而且它来自领导者自己的任期：每个后来的领导者都会拥有它。
    }
why-commit-unsure = 领导者数到足够多的副本，而且它来自领导者自己的任期。
why-commit-joint = 旧投票成员的多数派和新投票成员的多数派都已确认它，而且它来自领导者自己的任期：每个后来的领导者都会拥有它。
why-commit-despite = 领导者提交它，尽管这并不安全：后来的领导者可能没有它。
why-commit-by-half = 半数投票成员已确认它，这在这里就够了。后来的领导者可能没有它。
why-commit-waits = 它仍未提交。它只能与领导者自己任期的下一个条目一起提交。
why-committed = 领导者提交足够多的节点拥有的条目；跟随者从领导者的下一条消息中得知。
why-committed-despite = 它把自己的整份日志都当作已提交。
why-read-answered = 领导者确信自己仍在领导，并且知道哪些内容已提交，所以应答。
why-read-answered-despite = 它不确定自己是否仍在领导就应答，所以该值可能是旧的。
why-read-answered-by-lease = 多数派不久前应答过它，所以它仍凭租约应答读请求；如果时钟相差太大，该值可能是旧的。
why-read-waits = 它暂不应答。
why-compacts = 日志不能无限增长。已应用的内容都在状态中，所以用状态的快照替换那部分日志。
why-installs-snapshot = 领导者发来了快照。日志中没有与快照相同的条目 { $index }，所以快照替换整份日志。
why-installs-snapshot-before = 领导者发来了快照。日志在条目 { $index } 处与快照一致，所以只替换直到那里的条目。
why-installs-snapshot-despite = 领导者发来了快照。由于有一条关于快照的规则已关闭，之后日志不一定与快照一致。
why-applies = 已提交的条目按日志中的顺序应用，每个节点都一样。
why-applies-despite = 它应用了尚不知是否已提交的条目，因为有规则已关闭。

## Members and hand-over

why-change-begins = 变更开始。
why-change-leaves-no-voter = 这样就没有投票成员了。
why-change-refused = 变更被拒绝。
why-request-refused = 领导者拒绝该请求。
why-request-not-leader = 只有领导者变更成员或移交。
why-request-committed = 新的成员配置已提交。
why-request-lost = 变更有结果之前，这个节点就不再领导了。另一个领导者仍可能完成它。
why-members-joint = 在投票成员变更期间，每项决定都需要旧投票成员的多数派和新投票成员的多数派，所以绝不会有两组节点各自做决定。
why-members-joint-by-half = 在投票成员变更期间，这里每项决定都需要旧投票成员的半数和新投票成员的半数。
why-members-new-later = 这一项提交之后，就由新的投票成员单独决定。
why-members-new = 从这里起，由新的投票成员单独决定。
why-transfer-starts = 它被请求移交。它让接替者追上最新内容，然后让接替者立即发起选举。
why-transfer-ends = 接替者没有在一个选举超时之内接替。
why-transfer-withdrawn = 领导者被请求继续领导。
why-transfer-impossible = { $successor } 无法接替，因为它不是除领导者之外的投票成员。
why-quorum-lost-own-count = 按它自己的统计，自它上次统计以来，应答它的投票成员太少。
why-quorum-lost = 自它上次统计以来（按它的时钟，那是一个选举超时之前），没有多数派应答它。这样的领导者什么也无法提交，客户端不应等待它。
why-redirects = 只有领导者接受请求。它指明自己认为是领导者的节点。
why-redirects-nowhere = 只有领导者接受请求，而它不知道谁是领导者。

## Disks and clients

why-writes = 任期、选票和日志必须先写入磁盘，才能告知其他节点。崩溃就能作废的承诺毫无价值。
why-writes-early = 任期、选票和日志必须先写入磁盘，才能告知别的节点。这里在写入磁盘之前就发送应答，所以崩溃可能使承诺作废。
why-writes-no-vote = 任期、选票和日志必须先写入磁盘，才能告知别的节点。这里磁盘不保存选票，所以重新启动后节点会忘记它。
why-written = 它现在已在磁盘上，所以等待它的应答被发送。
why-written-late = 它现在已在磁盘上。没有应答等待过它，因为这里在写入磁盘之前就发送应答。
why-crash = 只在内存中的内容没有了：角色、计得的选票、提交索引。磁盘上的内容保留。
why-crash-losing-write = 只在内存中的内容没有了：角色、计得的选票、提交索引。磁盘上的内容保留。进行中的写入丢失，但其他节点都没有被告知过它。
why-crash-losing-promise = 进行中的写入丢失，而其他节点可能已被告知它：这里在写入磁盘之前就发送应答。
why-crash-erased = 只在内存中的内容没有了，磁盘上的内容也被擦除。
why-write-failed = 写入失败的服务器无法知道自己的磁盘上有什么，不得做出任何以此为依据的承诺。所以它停止。
why-tail-lost = Raft 需要能保住已确认内容的磁盘。现在可能丢失已提交的条目，而协议的任何规则都无法防止这一点。
why-refuses-to-start = 忘记了承诺的服务器可能投两次票，或否认自己确认过的内容。在新的服务器替换它之前，它保持停止。
why-refuses-to-start-damaged = 它的磁盘保存的内容不可信。忘记了承诺的服务器可能投两次票，或否认自己确认过的内容，所以它保持停止。
why-request-waits = 还没有应答到来，所以客户端等待。
why-read-value = 应答之前，该节点确保自己知道所有已提交的内容。
why-read-by-rule-off = 该值可能是旧的，因为这条规则已关闭：{ $rule }
why-read-by-lease = 领导者依靠自己的租约，所以如果时钟相差太大，或跟随者在此期间选出另一个领导者，该值可能是旧的。
why-read-unsure = 在这个集群中，已提交的条目可能丢失，所以该值可能是旧的。
why-read-maybe-old = 该节点没有确保自己知道所有已提交的内容就应答了，所以该值可能是旧的。
why-write-done = 它的条目已提交并应用，所以不会丢失。
why-write-done-unsafe = 它的条目被当作已提交。
why-may-be-lost = 这个集群被注入了缺陷，所以后来的领导者仍可能没有它。
why-may-be-lost-rule = 后来的领导者仍可能没有它，因为这条规则现在或曾经关闭：{ $rule }
why-may-be-lost-disk = { $node } 的磁盘丢失了它曾确认写入的内容，所以后来的领导者仍可能没有它。
why-write-superseded = 在它的位置上提交了另一个条目，所以它永远不会提交。
why-write-superseded-unsafe = 另一个条目在它的位置上被视为已提交。
why-write-unknown = 客户端没有及时得知结果。该条目可能在某份日志中，仍可能提交：客户端无法知道。
why-may-retry = 它可以重试，因为重复的请求只生效一次。
why-must-not-retry = 如果它重试，该请求在这里可能生效两次。
why-read-unknown = 客户端没有及时得知该值。读取不改变任何内容，所以客户端可以再次请求。

## Why a client waits

why-client-request-in-transit = { $client } 发给 { $node } 的请求仍在传输中。
why-client-answer-in-transit = { $node } 发给 { $client } 的应答仍在传输中。
why-client-waits-for-stopped = { $client } 最后请求的是 { $node }，它已停止。
why-client-waits-for-frozen = { $client } 最后请求的是 { $node }，它已冻结。
why-client-waits-for-follower = { $client } 最后请求的是 { $node }，它不是领导者。
why-client-entry-held = { $node } 已把该请求作为条目 { $index }，在该条目提交时应答。
why-client-has-no-answer = { $client } 最后请求的是 { $node }，还没有得到它的应答。
why-read-confirming = { $node } 确信自己仍在领导之后才应答读请求，为此需要 { $quorum }应答它。
why-read-unconfirmed = 等 { $quorum }证实 { $node } 仍在领导之后，{ $node } 才应答读请求：在此期间可能已选出另一个领导者。缺少：{ $missing }。

## Why there is no leader

why-all-stopped = 所有节点都已停止。
why-best-connected = 连接最好的投票成员是 { $node }。缺少：{ $missing }。
why-frozen-quorum = 连通的投票成员足够，但其中在行动的太少。已冻结：{ $nodes }。
why-no-voter-can-win = 没有投票成员能当选。
why-no-quorum-connected = 没有任何在运行的节点能与足够多的投票成员互通消息，因而无法当选。
why-election-running = { $candidate } 在任期 { $term } 请求投票，目前得票太少。如果它的计时器先到时，它就再试一次。
why-election-decided = { $candidate } 在任期 { $term } 已有足够的选票。它自己的一票写入磁盘后，它就成为领导者。
why-pre-vote-running = { $candidate } 询问自己能否当选，目前得到的投票承诺太少。
why-followers-wait = 跟随者等待领导者，直到自己的计时器到时。下一个到时的是 { $node }。
why-followers-wait-together = 跟随者等待领导者，直到自己的计时器到时。接下来 { $nodes } 的计时器会在同一时刻到时。
why-no-timer = 能够当选的节点上没有正在运行的选举计时器。

## Why a leader without a majority is not replaced

why-stalled = { $leader } 仍是任期 { $term } 的领导者，但到达不了足够多的投票成员，所以什么也无法提交。
why-replacement-refused = { $candidate } 无法取代它：{ $nodes } 仍能收到 { $leader } 的消息，拒绝投票取代它，而其余的投票成员太少。
why-replacement-refused-by-one = { $candidate } 无法取代它：{ $voter } 仍能收到 { $leader } 的消息，拒绝投票取代它，而其余的投票成员太少。
why-check-quorum-would-help = 如果开启 check-quorum，{ $leader } 会退位。
why-stalled-heard = 足够多的投票成员能收到 { $leader } 的消息，所以不发起选举，但它们的应答到不了它那里。
why-check-quorum-will-help = 如果这种情况持续一个选举超时，{ $leader } 就退位。

## Why one node leads

why-leader-won = { $leader } 在任期 { $term } 的选举中当选：{ $all } 个投票成员中有 { $votes } 个投票给它，而没有节点在一个任期中投两次票。
why-leader-won-plain = { $leader } 以足够的选票在任期 { $term } 的选举中当选。

## Why an entry is committed, or not

why-entry-needs-leader = 只有领导者才提交，而现在没有领导者。
why-entry-safe = 它与其领导者自己任期的一个条目一起，曾在多数派的磁盘上，所以每个后来的领导者都拥有它。
why-entry-unsafe = 有一个领导者把它当作已提交。
why-entry-not-at-leader = { $leader } 是领导者，却没有它。如果 { $leader } 继续领导，并发送自己在这个位置的条目，{ $node } 就会删除它。
why-entry-news = 领导者 { $leader } 已提交它。{ $node } 还没有得知。
why-entry-known-elsewhere = { $other } 把它当作已提交。还没有领导者这样告知 { $node }。
why-entry-in-snapshot = { $leader } 已用快照替换了直到 { $index } 的条目。{ $node } 还没有该快照。
why-entry-only-here = { $leader } 是领导者，却没有它。
why-entry-older-waits = { $leader } 只统计自己任期的条目的副本，所以要等 { $quorum }确认条目 { $index } 之后，才把它与该条目一起提交。缺少：{ $missing }。
why-entry-missing = 等 { $quorum }确认它之后，{ $leader } 就提交它。缺少：{ $missing }。
why-entry-older-term = { $leader } 只统计自己任期的条目的副本。它只能与任期 { $term } 的下一个条目一起提交。
why-entry-about-to-commit = 足够多的节点已确认它；{ $leader } 即将提交它。
missing-writing = { $node }（仍在写入磁盘）
missing-stopped = { $node }（已停止）
missing-frozen = { $node }（已冻结）
missing-unreachable = { $node }（发给它的消息会丢失）
missing-unheard = { $node }（它的应答会丢失）
missing-waiting = { $node }（应答尚未返回）

## Why one node does not vote for another

why-candidate-stopped = { $candidate } 已停止。
why-voter-stopped = { $voter } 已停止。
why-voter-frozen = { $voter } 已冻结。
why-gave-vote = { $voter } 在任期 { $term } 投票给了 { $candidate }。
why-not-a-candidate = { $candidate } 不是候选人，所以不向任何节点请求投票。
why-candidate-old-term = { $candidate } 是旧任期的候选人，该任期已经结束。
why-voted-itself = { $voter } 在本任期已经投票给自己，而它只有一票。
why-voted-other = { $voter } 在本任期已经投票给 { $other }，而它只有一票。
why-voter-log-newer = { $voter } 的日志比 { $candidate } 的新：{ $candidate } 可能缺少已提交的条目。
why-direction-cut = 从 { $from } 到 { $to } 的链路已切断，所以其上的消息会丢失。
why-not-asked = { $candidate } 不请求 { $voter }，因为它不把 { $voter } 算作投票成员。
why-promised = { $voter } 已告知 { $candidate }：愿意投票给它。
why-voter-hears-leader = 按自己的时钟，{ $voter } 在被请求之前不到一个选举超时内收到过领导者的消息，所以忽略了该请求。
why-vote-request-ignored = { $voter } 忽略了该请求。
why-vote-request-in-transit = { $candidate } 发给 { $voter } 的请求仍在传输中。
why-vote-answer-in-transit = { $voter } 发给 { $candidate } 的应答仍在传输中。
why-vote-waits-for-disk = { $node } 先写入自己的磁盘。
why-vote-request-lost = { $candidate } 发给 { $voter } 的请求丢失了。
why-vote-answer-lost = { $voter } 发给 { $candidate } 的应答丢失了。
why-refused-earlier = { $voter } 已拒绝 { $candidate } 之前的一个请求。
why-no-answer-yet = { $voter } 还没有应答 { $candidate }。

## What was compared: a label, the value here, the value needed

compare-votes = 票数
compare-votes-promised = 承诺的票数
compare-copies = 副本数
compare-acknowledged = 已确认
compare-on-disks = 磁盘上有它的节点
compare-term = 任期
compare-vote = 选票
compare-last-entry = 最后的条目
compare-own-term = 自己的任期
compare-its-term = 它的任期
compare-candidate-term = 候选人的任期
compare-candidate-last = 候选人最后的条目
compare-vote-in-term = 本任期的选票
compare-silence = 选举计时器已运行
compare-election-term = 选举的任期
compare-waited = 已等待
compare-entry-before = 前一个条目
compare-term-before = 前一个条目的任期
compare-term-there = 其条目的任期
compare-leader-entry = 领导者在那里的条目
compare-leader-commit = 领导者的提交索引
compare-writes-lost = 丢失的写入
compare-entry = 条目
compare-heard-from = 收到过消息的节点
compare-known-leader = 它所知的领导者
compare-reach-each-other = 能互相到达
compare-runs-out = 距离到时
compare-committed-there = 该处已提交
need-on-disk = 与其磁盘上相同
need-at-least = 至少 { $number }
need-below-last = 小于最后一个
need-at-least-own = 至少 { $term }，即 { $to } 自己的任期
need-at-most-commit = 至多为提交索引 { $commit-index }
need-none-or = 无，或 { $candidate }
need-any = 任意
need-not-before = 至少为{ $position }
need-up-to-date = 至少与投票者的一样新
need-same = 在两份日志中相同
need-itself = 它自己
need-timer = 计时器设为 { $span }
need-votes = 足够的选票
need-term-at = 任期 { $term }，在索引 { $index } 处
here-none = 无
here-nothing = 没有
here-no-entry = 没有这样的条目
here-entry-of-term = 任期 { $term } 的条目
here-nodes = { $voters }
here-span = { $span }

### The transcript: one line for each event. The node or client stands before it, so no message
### begins with a name: “C | votes for B in term 2”.

## Messages: $message is one of packet-…

log-sends = 向 { $to } 发送{ $packet }
log-sent-twice = 发给 { $to } 的{ $packet }被发送两次
log-receives = 收到 { $from } 的{ $packet }
log-lost-cut = 从 { $from } 到 { $to } 的{ $packet }丢失：链路已切断
log-lost-random = 从 { $from } 到 { $to } 的{ $packet }随机丢失
log-lost-dropped = 从 { $from } 到 { $to } 的{ $packet }丢失：它被丢弃
log-lost-stopped = 从 { $from } 到 { $to } 的{ $packet }丢失：{ $to } 已停止
log-lost-overflow = 从 { $from } 到 { $to } 的{ $packet }丢失：链路已满

## What a message says

packet-pre-vote = 预投票请求（任期 { $term }，最后：{ $position }）
packet-pre-vote-granted = 投票承诺（任期 { $term }）
packet-pre-vote-refused = 拒绝承诺投票的应答（任期 { $term }）
packet-vote-request = 投票请求（任期 { $term }，最后：{ $position }）
packet-vote-granted = 任期 { $term } 的选票
packet-vote-refused = 拒绝投票的应答（任期 { $term }）
packet-heartbeat = 心跳（任期 { $term }，提交索引 { $commit-index }）
packet-append =
    { $count ->
       *[other] 条目（{ $count } 个，任期 { $term }，前一个：{ $position }，提交索引 { $commit-index }）
    }
packet-append-matched = 直到条目 { $index } 的确认（任期 { $term }）
packet-append-mismatched = 对条目 { $index } 之后内容的拒绝（任期 { $term }）
packet-append-stale = 拒绝的应答（任期 { $term } 已经开始）
packet-snapshot = 快照（任期 { $term }，直到{ $position }）
packet-snapshot-part = 对快照 { $number } 字节的确认（任期 { $term }）
packet-snapshot-done = 对整个快照的确认（任期 { $term }）
packet-timeout-now = 接替请求（任期 { $term }）
packet-read-index = 给领导者的读请求（任期 { $term }）
packet-read-index-reply = 读索引 { $index }（任期 { $term }）
packet-read-index-refused = 没有读索引的应答（任期 { $term }）
packet-forward = 转发的请求（任期 { $term }）
packet-forward-reply = 转发的应答（任期 { $term }）
packet-client-request = 请求 { $operation }
packet-client-done = 对请求 { $number } 的应答（{ $outcome }）
packet-client-superseded = 对请求 { $number } 的应答（被{ $position }取代）
packet-client-redirected = 对请求 { $number } 的应答（去找 { $leader }）
packet-client-no-leader = 对请求 { $number } 的应答（不知道谁是领导者）

## The same in the menu of a message

say-pre-vote = 你愿意投票给我吗？（任期 { $term }，最后：{ $position }）
say-pre-vote-granted = 愿意投票（任期 { $term }）
say-pre-vote-refused = 不愿投票（任期 { $term }）
say-vote-request = 请求投票（任期 { $term }，最后：{ $position }）
say-vote-granted = 在任期 { $term } 同意投票
say-vote-refused = 在任期 { $term } 拒绝投票
say-heartbeat = 心跳（任期 { $term }，提交索引 { $commit-index }）
say-append =
    { $count ->
       *[other] { $count } 个条目（任期 { $term }，前一个：{ $position }，提交索引 { $commit-index }）
    }
say-append-matched = 已确认直到条目 { $index }（任期 { $term }）
say-append-mismatched = 已拒绝条目 { $index } 之后的内容（任期 { $term }）
say-append-stale = 已拒绝：任期 { $term } 已经开始
say-snapshot = 快照（任期 { $term }，直到{ $position }）
say-snapshot-part = 已收到快照的 { $number } 字节（任期 { $term }）
say-snapshot-done = 已收到整个快照（任期 { $term }）
say-timeout-now = 请接替（任期 { $term }）
say-read-index = 我必须已应用到哪里？（任期 { $term }）
say-read-index-reply = 在条目 { $index } 之后应答读请求（任期 { $term }）
say-read-index-refused = 无法回答（任期 { $term }）
say-forward = 转发的请求（任期 { $term }）
say-forward-reply = 转发的应答（任期 { $term }）
say-client-request = 请求：{ $operation }
say-client-done = 应答：{ $outcome }
say-client-superseded = 从未提交：被{ $position }取代
say-client-redirected = 去找 { $leader }
say-client-no-leader = 不知道谁是领导者

## Answers of the store

outcome-written = 完成
outcome-value = { $value }
outcome-unset = 没有值
outcome-differs = 不对，它是 { $value }
outcome-differs-unset = 不对，它没有值
outcome-not-a-number = 不对，它不是数字

## Timers, disks, nodes

log-timer-election = 选举计时器到时
log-timer-heartbeat = 心跳计时器到时
log-timer-quorum = 法定人数计时器到时
log-timer-transfer = 移交计时器到时
log-write-begins = 开始写入 { $number }：{ $write }
log-write-durable = 写入 { $number } 已在磁盘上
log-write-fails = 写入 { $number } 失败
log-write-term = 任期 { $term }
log-write-term-and-vote = 任期 { $term }，投票给 { $candidate }
log-write-snapshot = 直到{ $position }的快照
log-write-entries =
    { $count ->
       *[other] 从索引 { $index } 起的 { $count } 个条目
    }
log-write-removal = 从索引 { $index } 起没有条目
log-write-and = { $first-part }；{ $second-part }
log-stops = 停止
log-stops-losing-writes =
    { $count ->
       *[other] 停止；{ $count } 次写入丢失
    }
log-stops-torn = 在写入的中途停止，其磁盘上可能有这次写入的一部分
log-disk-loses-entry = 它的磁盘丢失了条目 { $index }，而磁盘曾确认写入
log-disk-loses-entries = 它的磁盘丢失了条目 { $index } 至 { $last-index }，而磁盘曾确认写入
log-cannot-start = 无法启动：{ $damage }
log-applies = 应用 { $entry }，条目 { $index }（任期 { $term }）
log-applies-with = 应用 { $entry }，条目 { $index }（任期 { $term }）：{ $outcome }
log-applies-membership = 应用新的成员配置，条目 { $index }（任期 { $term }）
log-request = 请求 { $number }：{ $operation }
log-request-waits = 请求 { $number } 在等待
log-request-done = 请求 { $number } 完成：{ $outcome }
log-request-superseded = 请求 { $number } 从未生效
log-request-unknown = 请求 { $number } 可能生效了，也可能没有
log-broken = “{ $guarantee }”被破坏：{ $facts }
log-change-committed = “{ $command }”已完成，并作为{ $position }提交
log-change-refused = 拒绝“{ $command }”：{ $rule-name }（{ $section }）
log-change-refused-no-voter = 拒绝“{ $command }”：这样就没有投票成员了
log-change-redirected = 拒绝“{ $command }”：它不是领导者，{ $leader } 才是
log-change-redirected-nowhere = 拒绝“{ $command }”：它不是领导者，也不知道谁是领导者
log-change-superseded = 永远不会执行“{ $command }”：另一个领导者的条目取代了它
log-change-unknown = 不会得知“{ $command }”是否已执行

## What a node decided

log-boots = 在任期 { $term } 启动，最后：{ $position }
log-last-term = 拒绝 { $from } 的一条消息：其任期是最后一个，此后不可能再有选举
log-unknown-sender = 拒绝 { $from } 的一条消息：它不是成员
log-broken-entries = 拒绝 { $from } 的一条消息：其中的条目有空缺或错误的任期
log-broken-snapshot = 拒绝 { $from } 的一条消息：其中的快照不可能存在
log-rejects-old-term = 拒绝 { $from } 的消息：它属于任期 { $term }，该任期已经结束（§5.1）
log-rejects-old-answer = 拒绝 { $from } 的应答：它应答的是旧任期的消息（§5.1）
log-rejects-by-rule = 拒绝 { $from } 的消息，它属于任期 { $term }：{ $rule-name }（{ $section }）
log-rejects-answer-by-rule = 拒绝 { $from } 的应答：{ $rule-name }（{ $section }）
log-accepts-old-answer = 接受 { $from } 对旧任期消息的应答，只因 { $rule-names } 已关闭
log-accepts-without-rule = 接受 { $from } 的消息，它属于任期 { $term }，只因 { $rule-names } 已关闭
log-accepts-answer-without-rule = 接受 { $from } 的应答，只因 { $rule-names } 已关闭
log-adopts-term = 从任期 { $term } 进入任期 { $other-term }，与 { $other } 相同
log-steps-down-leader = 在任期 { $term } 不再领导
log-steps-down-candidate = 在任期 { $term } 不再是候选人
log-starts-election = 在任期 { $term } 发起选举
log-terms-used-up = 无法发起选举：任期 { $term } 是最后一个
log-may-not-stand = 不发起选举：它不是投票成员（§6）
log-stands-without-rule = 发起选举，只因 { $rule-names } 已关闭
log-starts-pre-vote = 在任期 { $term } 之后询问自己能否当选
log-would-vote = 愿意投票给 { $candidate }
log-would-vote-without-rule = 愿意投票给 { $candidate }，只因 { $rule-names } 已关闭
log-would-not-vote-old-term = 不愿投票给 { $candidate }：旧任期（§5.1）
log-would-not-vote-log = 不愿投票给 { $candidate }：自己的日志比它的新（§5.4.1）
log-would-not-vote-leader = 不愿投票给 { $candidate }：可能有存活的领导者（博士论文 §4.2.3）
log-would-not-vote-without-rule = 不愿投票给 { $candidate }，只因 { $rule-names } 已关闭
log-would-not-vote-by-rule = 不愿投票给 { $candidate }：{ $rule-name }（{ $section }）
log-votes = 在任期 { $term } 投票给 { $candidate }
log-votes-without-rule = 在任期 { $term } 投票给 { $candidate }，只因 { $rule-names } 已关闭
log-refuses-vote-voted = 在任期 { $term } 拒绝投票给 { $candidate }：它已经投过票（§5.2）
log-refuses-vote-old-term = 拒绝投票给 { $candidate }：任期 { $term } 已经结束（§5.1）
log-refuses-vote-log = 在任期 { $term } 拒绝投票给 { $candidate }：自己的日志比它的新（§5.4.1）
log-refuses-vote-leader = 在任期 { $term } 拒绝投票给 { $candidate }：可能有存活的领导者（博士论文 §4.2.3）
log-refuses-vote-again = 在任期 { $term } 拒绝 { $candidate } 的重复请求：现在自己的日志比它的新（§5.4.1）
log-refuses-vote-without-rule = 在任期 { $term } 拒绝投票给 { $candidate }，只因 { $rule-names } 已关闭
log-refuses-vote-by-rule = 在任期 { $term } 拒绝投票给 { $candidate }：{ $rule-name }（{ $section }）
log-counts-vote = 计入 { $voter } 的票：已有 { $votes } 票，需要 { $needed } 票
log-counts-refusal = 计入 { $voter } 的拒绝：已有 { $votes } 票，需要 { $needed } 票
log-counts-vote-joint = 计入 { $voter } 的票：已有 { $votes } 票，需要 { $quorum }
log-counts-refusal-joint = 计入 { $voter } 的拒绝：已有 { $votes } 票，需要 { $quorum }
log-leads = 以 { $votes } 票成为任期 { $term } 的领导者，需要 { $needed } 票
log-leads-joint = 以 { $votes } 票成为任期 { $term } 的领导者；需要 { $quorum }
log-follows = 认定 { $leader } 是任期 { $term } 的领导者
log-creates-no-op = 追加空操作，条目 { $index }（任期 { $term }）
log-creates-entry = 追加条目 { $index }（任期 { $term }）
log-rejects-entries =
    { $count ->
        [0] 拒绝 { $leader } 的消息：这里缺少{ $position }（§5.3）
       *[other] 拒绝 { $leader } 的 { $count } 个条目：这里缺少{ $position }（§5.3）
    }
log-rejects-entries-by-rule = 拒绝 { $leader } 的条目（前一个：{ $position }）：{ $rule-name }（{ $section }）
log-accepts-entries-without-rule = 接受 { $leader } 的条目（前一个：{ $position }），只因 { $rule-names } 已关闭
log-removes-entry = 删除条目 { $index }（任期 { $term }）
log-removes-entries = 删除条目 { $index } 至 { $last-index }
log-appends-entry = 追加条目 { $index }（任期 { $term }）
log-appends-entries = 追加条目 { $index } 至 { $last-index }
log-learns-match = 把 { $follower } 算作直到条目 { $index } 都相符
log-backs-off = 再往前寻找与 { $follower } 相符之处：nextIndex { $index }
log-commits =
    { $copies ->
       *[other] 提交{ $position }：数到 { $copies } 份副本
    }
log-commits-without-rule = 提交{ $position }，只因 { $rule-names } 已关闭
log-does-not-commit = 不提交{ $position }：它来自旧任期（§5.4.2）
log-does-not-commit-by-rule = 不提交{ $position }：{ $rule-name }（{ $section }）
log-commit-index = 提交索引从 { $index } 变为 { $commit-index }
log-commit-index-by-rule = 提交索引从 { $index } 变为 { $commit-index }：{ $rule-name }（{ $section }）
log-commit-index-without-rule = 提交索引从 { $index } 变为 { $commit-index }，只因 { $rule-names } 已关闭
log-reads = 在提交索引 { $index } 处应答读请求
log-reads-without-rule = 在提交索引 { $index } 处应答读请求，只因 { $rule-names } 已关闭
log-read-waits = 让一个读请求等待：{ $rule-name }（{ $section }）
log-compacts = 用快照替换日志中直到{ $position }的部分
log-installs-snapshot = 安装直到{ $position }的快照
log-installs-snapshot-without-rule = 安装直到{ $position }的快照，只因 { $rule-names } 已关闭
log-ignores-snapshot = 忽略直到{ $position }的快照：{ $rule-name }（{ $section }）
log-changes-members = 开始变更成员
log-changes-members-without-rule = 开始变更成员，只因 { $rule-names } 已关闭
log-refuses-change-another = 拒绝变更：另一项变更正在进行
log-refuses-change-own-term = 拒绝变更：还没有提交自己任期的条目（博士论文 §4.1）
log-refuses-change-no-voter = 拒绝变更：这样就没有投票成员了
log-refuses-change-by-rule = 拒绝变更：{ $rule-name }（{ $section }）
log-voters = 投票成员现在是 { $voters }
log-membership-waits = 追加新的成员配置，它尚未生效
log-voters-joint = 投票成员现在是 { $voters } 以及 { $old-voters }
log-hands-over = 移交给 { $successor }
log-gives-up-hand-over = 不移交给 { $successor }
log-hears-too-few = 统计到的应答不足多数派
log-redirects = 不是领导者；指明 { $leader }
log-redirects-nowhere = 不是领导者，也不知道谁是领导者
