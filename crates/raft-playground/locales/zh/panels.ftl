### The menus of nodes and messages.

## Titles

menu-node = 节点 { $node }
menu-message = { $from } 到 { $to }
menu-duplicate = { $what }（重复）
menu-stopped = 已停止
menu-leads = 任期 { $term } 的领导者
menu-asks = 任期 { $term } 的预候选人
menu-candidate = 任期 { $term } 的候选人
menu-follows = 在任期 { $term } 跟随 { $leader }
menu-follower = 任期 { $term } 的跟随者
menu-disk-question = { $node } 的磁盘会怎样？
menu-remove-question = 把 { $node } 移出集群？

## What can be done with a node

action-stop = 停止
action-start = 重新启动
action-freeze = 冻结
action-resume = 解冻
action-start-election = 立即发起选举
action-timer-sooner = 计时器提前
action-timer-later = 计时器推后
action-isolate = 隔离
action-reconnect = 恢复连接
action-snapshot = 生成快照
action-lose-disk = 丢失磁盘…
action-remove = 移除…
action-add = 加入集群
action-replace = 替换它
action-inspect = 检查
action-erase = 擦除
action-damage = 损坏
action-confirm-remove = 移除
action-keep-disk = 没有变化
action-cancel = 取消

## What can be done with a message

action-drop = 丢弃
action-duplicate = 重复
action-delay = 延迟 10 ms
action-delay-much = 延迟 200 ms
action-next-message = 下一条消息

## Links and successors

menu-cut-link-to = 切断链路到
menu-hand-over-to = 将领导权移交给
menu-cut-link = 切断链路 { $first }–{ $second }
menu-mend-link = 恢复链路 { $first }–{ $second }
menu-hand-over = 将领导权移交给 { $node }

## When a message arrives

message-arrives = 在 { $at } 发送，在 { $until } 到达。
message-will-be-lost = 在 { $at } 发送，将在 { $until } 丢失。
message-held = 暂留，直到你放行该链路。

### The inspector and its tabs.

inspector-close = 关闭检查器
tab-logs = 日志
tab-node = 节点
tab-network = 网络
tab-clients = 客户端
tab-guarantees = 保证
tab-transcript = 运行记录
tab-settings = 设置

## Logs

logs-label = 日志
legend-committed = 已提交
legend-uncommitted = 尚不知是否已提交
legend-not-on-disk = 不在磁盘上
legend-applied = ■ 已应用
legend-progress = ● matchIndex ► nextIndex：领导者所知
legend-term = 底色和数字：条目的任期
log-row = { $node }，{ $role }
log-ends-at = 到 { $index } 为止
log-ends-at-progress = 到 { $index } 为止，matchIndex { $match-index }，nextIndex { $next-index }
log-entry-name = { $node } 的条目 { $index }：{ $entry }，{ $state }。为什么？
entry-state-committed = 已提交
entry-state-committed-not-on-disk = 已提交，尚不在它的磁盘上
entry-state-open = 该节点尚不知是否已提交
entry-state-open-not-on-disk = 该节点尚不知是否已提交，尚不在它的磁盘上
entries-earlier = 更早的条目
entries-later = 更晚的条目
entries-first-shown = 显示的第一个索引

## Node

node-choice = 节点
node-disk = { $node } 的磁盘
node-writes = 正在写入磁盘
node-writes-note = 如果 { $node } 现在停止，就可能丢失
node-memory = { $node } 的内存
node-memory-note = 如果它停止，就会丢失
node-memory-none = 没有内容：它已停止
node-followers = { $node } 对其他节点的了解
node-messages-sent = 已发送的消息
node-messages-note = 自运行开始以来
node-json = 以 JSON 显示
field-term = 任期
field-vote = 选票
field-snapshot = 快照
field-log = 日志
field-role = 角色
field-leader = 领导者
field-commit-index = commitIndex
field-last-applied = lastApplied
field-voters = 投票成员
field-old-voters = 旧投票成员
field-learners = 学习者
field-value = { $key } 的值
field-frozen = 已冻结
value-none = 无
value-nodes = { $voters }
value-empty = 空
value-frozen = 消息和计时器都在等待
due-never-clock = 要等它的时钟走动
due-never-disk = 要等磁盘恢复工作
vote-yes = 投票给它
vote-counted = 计为投给它的一票
vote-no = 拒绝
would-vote-yes = 愿意投票给它
would-vote-no = 不愿投票给它
index-range = { $index }–{ $last-index }
timer-election = 选举计时器
timer-heartbeat = 心跳计时器
timer-quorum = 法定人数计时器
timer-transfer = 移交计时器
write-with-entry = { $write }：{ $entry }
follower-progress = nextIndex { $next-index }，matchIndex { $match-index }，轮次 { $answered }/{ $sent }，{ $transit }
follower-probing =
    { $count ->
       *[other] { $count } 条探测消息未应答
    }
follower-replicating =
    { $count ->
       *[other] { $count } 条消息未应答
    }
follower-snapshot =
    { $count ->
       *[other] 已收到快照的 { $count } 字节
    }

## Network

links = 链路
links-note = 行发送，列接收
links-table = 链路：行发送，列接收
links-press-label = 按下链路时的作用
links-press-cuts = 切断
links-press-holds = 暂留
lane = { $from } 到 { $to }
lane-cut = { $from } 到 { $to }，已切断
lane-held = { $from } 到 { $to }，已暂留
lane-special = { $from } 到 { $to }：{ $quality }
messages-in-transit = 传输中的消息
messages-none = 无
messages-more = 另有 { $count } 条
next-events = 接下来会发生什么
fate-held = 已暂留
fate-cut = 在切断处丢失
fate-random = 随机丢失
fate-overflow = 丢失：链路已满
fate-lost = 丢失
message-why = 为什么有消息 { $number }？
message-drop = 丢弃消息 { $number }
message-duplicate = 重复消息 { $number }
message-delay = 把消息 { $number } 延迟 10 ms

## Clients

clients = 客户端
clients-linearizable = 线性一致
clients-not-linearizable = 不是线性一致
clients-undecided = 未定：可能的顺序太多
clients-nothing-yet = 还没有客户端请求过任何事。
clients-overlap = 重叠的横条表示同时进行的请求。
clients-earlier =
    { $count ->
       *[other] { $client } 更早的 { $count } 个请求
    }
clients-history = 各时刻的请求
clients-requests = 请求
column-request = 请求
column-outcome = 结果
column-from = 开始
column-until = 结束
time-range = { $at } 至 { $until }
time-range-open = { $at } 至现在
outcome-done = 完成
outcome-contradicts = 与另一个矛盾
outcome-failed = 失败
outcome-unknown = 未知
outcome-waiting = 等待中
request-answer = { $operation }：{ $answer }
answer-unset = 没有值
answer-not-a-number = 不是数字
answer-failed = 失败
answer-unknown = 未知

## Transcript

transcript-filter = 运行记录显示的内容
filter-highlights = 要点
filter-protocol = 协议
filter-messages = 消息
filter-disks = 磁盘
filter-all = 全部
transcript-search = 搜索运行记录
transcript-earlier = 更早
transcript-later = 更晚
transcript-searches = 正在搜索 { $at } 之前……
transcript-finds-nothing = 没有包含此文字的行。
transcript-why = 为什么？

### The settings: how the cluster is made. Names in scripts, and the values round, lease, never,
### unlimited, stands, on and off are not translated.

settings-now = 立即生效
settings-current = 目前为 { $value }
settings-restart = 用这些设置重新开始
settings-discard = 放弃更改
settings-defaults = 默认值
settings-cluster = 集群
setting-nodes = 节点
setting-nodes-hint = 1 到 9 个投票成员
setting-spares = 备用节点
setting-spares-hint = 以后可以加入；总共最多 9 个节点
setting-clients = 客户端
setting-clients-hint = 0 到 3
setting-client-timeout = 客户端超时
setting-client-timeout-hint = 之后它会尝试另一个节点
setting-forward = 把请求转发给领导者
setting-forward-hint = 关闭时：告诉客户端谁是领导者，§8
settings-network = 网络
setting-latency = 延迟
setting-latency-hint = 最小值，例如 20ms
setting-jitter = 抖动
setting-jitter-hint = 随机额外延迟的上限
setting-tail = 长尾
setting-tail-hint = 偶发额外延迟的平均值
setting-loss = 丢失
setting-loss-hint = 随机丢失，例如 5%
setting-duplicate = 重复
setting-duplicate-hint = 到达两次
setting-reorder = 乱序
setting-reorder-hint = 用时为五倍
setting-bandwidth = 带宽
setting-bandwidth-hint = 每秒字节数，或 unlimited
settings-clocks = 时钟
setting-clock = { $node } 的时钟
setting-clock-hint = 真实速度的 10% 到 1000%，或“stands”
settings-timing = 定时与选举
setting-election-timeout = 选举超时
setting-election-timeout-hint = 一个时间，或两个，例如 150ms to 300ms，§5.2
setting-heartbeat-interval = 心跳间隔
setting-heartbeat-interval-hint = 短于选举超时，§5.2
setting-pre-vote = 预投票
setting-pre-vote-hint = 发起选举之前先询问，博士论文 §9.6
setting-check-quorum = 检查法定人数
setting-check-quorum-hint = 没有多数派的领导者退位，博士论文 §6.2
setting-reads = 读取
setting-reads-hint = “round”或“lease 5%”（时钟漂移 5%）
settings-log = 日志与快照
setting-max-entries = 每条消息的条目数
setting-max-entries-hint = 最多
setting-max-in-flight = 传输中的消息
setting-max-in-flight-hint = 最多，发给一个跟随者
setting-compact-after = 多少条目后生成快照
setting-compact-after-hint = 条目数，或 never，§7
setting-snapshot-chunk = 快照分块
setting-snapshot-chunk-hint = 每条消息的字节数
settings-disks = 磁盘
setting-disk-latency = 写入时间
setting-disk-latency-hint = 包括同步
setting-disk-jitter = 抖动
setting-disk-jitter-hint = 随机额外时间的上限
setting-torn-writes = 残缺写入
setting-torn-writes-hint = 留下半次写入的崩溃所占比例
settings-bugs = 真实系统的缺陷
setting-votes-not-durable = 选票不写入磁盘
setting-votes-not-durable-hint = 图 2 要求写入
setting-early-answers = 写入磁盘之前就发送应答
setting-early-answers-hint = 图 2 要求先写入
setting-half-is-enough = 半数投票成员就够了
setting-half-is-enough-hint = §5.2 要求多数派
setting-local-reads = 任何节点都应答读请求
setting-local-reads-hint = §8 禁止这样做
setting-retries-applied = 重试会应用两次
setting-retries-applied-hint = 没有客户端会话，§8
settings-rules = 协议的规则
settings-rules-off =
    { $count ->
       *[other] { $count } 条已关闭
    }
setting-rule-hint = { $section }。{ $name }

## What is wrong with a value

value-missing = 请写一个值。
value-trailing = 请只写一个值。
value-range = 必须在 { $least } 和 { $most } 之间。
value-range-share = 必须在 { $least-share } 和 { $most-share } 之间。
value-order = 第二个时间不能小于第一个。
value-positive = 必须大于 0。
value-too-small = 至少为 { $least }。
value-too-large = 数字太大。
value-too-long = 最多一小时。
value-too-long-for-script = 最多一天。
value-span = 请写一个时间，例如 20ms。
value-span-precision = 请写整数微秒。
value-share = 请写一个百分比，例如 5%。
value-share-precision = 最多写一位小数。
value-choice = 请写 { $choices }。
value-number = 请写一个整数。
value-reads = 请写“round”或“lease 5%”。
value-never = 请写条目数，或“never”。
value-unlimited = 请写每秒字节数，或“unlimited”。
value-too-many-nodes = 加上 { $count } 个备用节点，集群就会超过 { $most } 个节点。
value-heartbeat-too-slow = 心跳间隔（{ $span }）必须短于选举超时（{ $waited }）：否则即使领导者正常，跟随者也会发起选举。
value-lease-without-time = 允许 { $share } 时钟漂移的租约没有剩余时间。漂移必须小于 100%。
value-lease-without-check-quorum = 租约需要“检查法定人数”：否则跟随者可能在租约结束之前选出新的领导者，读到的就是旧值。要看这种情况，请关闭规则 leader-alive。
value-unknown = 没有“{ $word }”。
value-repeated = “{ $word }”出现了两次。
value-suggestion = { $error }你是想写“{ $word }”吗？
value-other = { $text }

## Advice about a setting that is valid

advice-leader-without-majority = 没有“检查法定人数”时，到达不了多数派的领导者永不退位，而仍能收到其消息的节点拒绝支持新的领导者：一条有故障的链路就可能使集群停滞。
advice-equal-timeouts = 每个节点都正好等待 { $span }，所以选票可能一再分裂。
advice-slow-votes = 一次请求、一次磁盘写入加上应答需要 { $span } 或更久：选票可能来得太迟，选举又重新开始。
advice-short-lease = 租约持续 { $span }，不长于续约它的心跳间隔，所以许多读请求必须等待一轮。

### What Raft guarantees, how a guarantee can be broken, and what each rule of the protocol says.

## Guarantees

guarantees-summary = { $holding } 项成立，{ $broken } 项被破坏，{ $undecided } 项未定
guarantee-holds = 成立
guarantee-broken = 被破坏
guarantee-undecided = 未定
guarantee-is-broken = “{ $guarantee }”被破坏：{ $facts }
broken-after-lost-tail = { $what }这不是 Raft 的错：{ $node } 的磁盘丢失了它曾确认写入的内容。
guarantee-election-safety = 选举安全性
guarantee-leader-append-only = 领导者只追加
guarantee-log-matching = 日志匹配
guarantee-leader-completeness = 领导者完整性
guarantee-state-machine-safety = 状态机安全性
guarantee-durable-quorum = 提交于持久的法定人数
guarantee-quorums-meet = 法定人数必相交
guarantee-applied-in-order = 按序应用
guarantee-linearizability = 线性一致性
guarantee-exactly-once = 恰好一次
guarantee-stable-leadership = 领导权稳定
guarantee-liveness = 活性
meaning-election-safety = 没有任何任期有两个领导者（§5.2）。
meaning-leader-append-only = 领导者只向自己的日志追加；它从不更改或删除其中的条目（§5.3）。
meaning-log-matching = 如果两份日志有同一个条目，那么直到该条目它们都一致（§5.3）。
meaning-leader-completeness = 每个后来的领导者的日志中都有全部已提交的条目（§5.4）。
meaning-state-machine-safety = 没有两个节点在同一索引应用不同的条目（§5.4.3）。
meaning-durable-quorum = 已提交的条目在多数派的磁盘上（§5.3）。
meaning-quorums-meet = 每个选出领导者的多数派都包含一个拥有全部已提交条目的节点（§6）。
meaning-applied-in-order = 节点逐个应用条目，从不倒退（§5.3）。
meaning-linearizability = 对客户端来说，集群的表现就像一台从不出故障的服务器（§8）。
meaning-exactly-once = 一个请求无论发送多少次，都只生效一次（§8）。
meaning-stable-leadership = 有预投票时，多数派能收到其消息的领导者从不被取代（博士论文 §9.6）。
meaning-liveness = 只要多数派能够通信，请求就会提交（§5.6）。
undecided-keys = 可能的顺序太多，无法检查 { $keys }。
undecided-while-acting = 本页面不检查，因为在这里你自己就可以使领导者被取代。
undecided-no-leader = 没有领导者。
undecided-no-quorum = { $leader } 是领导者，但与它互通消息的节点太少。
undecided-entry = 领导者还没有提交条目 { $index }。

## How a guarantee was broken

broken-election-safety = { $first } 和 { $second } 都是任期 { $term } 的领导者。
broken-leader-append-only = { $leader } 是任期 { $term } 的领导者，却在索引 { $index } 处更改了自己的日志。
broken-log-matching = { $first } 和 { $second } 都有{ $position }，但它们的日志在该处或之前不同。
broken-kept-conflict = { $node } 在直到条目 { $index } 的快照之后保留了直到 { $last-index } 的条目，尽管在它的日志中，这些条目之前是别的条目。
broken-leader-completeness = 条目 { $index }（任期 { $entry-term }）在任期 { $committed-term } 提交，但任期 { $term } 的领导者 { $leader } 没有它。
broken-state-machine-safety = 在索引 { $index } 处，{ $first } 应用了任期 { $first-term } 的条目，而 { $second } 应用了任期 { $second-term } 的条目。
broken-applied-uncommitted = { $node } 应用了条目 { $index }，但只知道直到 { $commit-index } 的条目已提交。
broken-commit-beyond-log = { $node } 把条目 { $commit-index } 当作已提交，但它的日志到条目 { $last-index } 为止。
broken-rewound = { $node } 曾应用到条目 { $before-index }，而一个快照使它退回到 { $index }。
broken-durable-quorum =
    { $copies ->
        [0] { $node } 提交了条目 { $index }（任期 { $entry-term }），但没有投票成员在磁盘上有它。
       *[other] { $node } 提交了条目 { $index }（任期 { $entry-term }），但只有 { $copies } 个投票成员在磁盘上有它。
    }
broken-quorums-meet = 条目 { $index }（任期 { $entry-term }）在任期 { $committed-term } 提交，但在任期 { $term } 选出 { $leader } 的节点都没有它。
broken-applied-in-order = { $node } 应用了条目 { $before-index }，接着应用了条目 { $index }。
broken-stale-read = 在 { $other } 已被告知 { $key } = { $expected } 之后，{ $client } 读到 { $key } = { $value }。
broken-stale-read-unset = 在 { $other } 已被告知 { $key } = { $expected } 之后，{ $client } 读到 { $key } 没有值。
answer-with-outcome = { $operation }：{ $outcome }
answer-to-request = 对请求 { $number } 的应答
broken-order-after = 请求的任何顺序都无法解释 { $client } 在 { $other } 的“{ $other-answer }”之后得到“{ $answer }”。
broken-order = 请求的任何顺序都无法解释 { $client } 的“{ $answer }”。
broken-exactly-once = { $client } 的请求 { $number } 生效了两次：条目 { $index } 和条目 { $other-index }。
broken-stable-leadership = { $leader } 是任期 { $term } 的领导者，且多数派能收到它的消息，却被任期 { $other-term } 取代。
broken-liveness-leader = 所有相关的故障都已在 { $healed-at } 结束，但在 { $at }，领导者 { $leader } 不应答任何写请求。
broken-liveness-no-leader = 所有相关的故障都已在 { $healed-at } 结束，但在 { $at } 没有领导者。

## Rules of the protocol

rule-current-term = 拒绝旧任期的消息。
rule-vote-survives-step-down = 在一个任期之内，投出的票不能收回。
rule-one-vote-per-term = 节点在一个任期中最多投一票，投给最先请求的候选人。
rule-count-granted-votes = 只统计同意的票。
rule-one-leader-per-term = 领导者在自己的任期中从不接受任何节点的条目。
rule-consistency-check = 只有前一个条目在两份日志中相同，跟随者才接受条目。
rule-truncate-only-conflicts = 只删除与领导者的条目冲突的条目。
rule-truncate-conflicts = 与领导者的条目冲突的条目会被删除。
rule-commit-verified-prefix = 跟随者只提交自己日志中这个领导者已确认相符的部分。
rule-credit-what-is-answered = 领导者只认可跟随者的应答所确认的内容。
rule-apply-committed = 只应用已提交的条目。
rule-up-to-date-log = 节点只投票给日志至少与自己的一样新的候选人。
rule-commit-own-term = 领导者只统计自己任期的条目的副本。
rule-keep-committed = 已提交的条目从不删除。
rule-membership-on-append = 成员配置一进入日志就生效。
rule-membership-rolls-back = 从日志中删除的成员配置不再有效。
rule-only-voters-stand = 只有投票成员才能成为候选人。
rule-any-member-votes = 即使节点自己的日志（可能落后）没有把它列为投票成员，它也投票。
rule-count-only-voters = 只有当前的投票成员才计算在内，学习者和已移除的节点不算。
rule-one-change-at-a-time = 成员变更一次只进行一项。
rule-own-term-before-change = 领导者提交了自己任期的条目之后，才变更成员。
rule-catch-up-first = 新节点先追上，再投票。
rule-joint-consensus = 投票成员通过联合成员配置变更。
rule-current-progress = 只有在跟随者最近一次加入之后发送的确认才算数。
rule-leader-alive = 能收到领导者消息的节点拒绝投票取代该领导者。
rule-snapshot-not-older = 比已提交内容更旧的快照会被忽略。
rule-snapshot-keeps-suffix = 如果日志与快照一致，快照之后的条目就保留。
rule-snapshot-drops-conflict = 与快照不一致的日志会被快照替换。
rule-compacted-matches = 已被快照替换的条目视为相符。
rule-nothing-during-transfer = 领导者在移交期间不接受新的请求。
rule-transfer-from-leader = 只有节点自己的领导者才能让它立即发起选举。
rule-pre-vote-spreads-term = 拒绝的节点会说明它所知道的更新的任期。
rule-current-request = 只有当请求是该节点在本任期内、自上次启动以来的最新请求时，对它的应答才算数。
rule-read-after-own-term = 领导者提交了自己任期的条目之后，才应答读请求。
rule-read-after-round = 多数派证实领导者仍在领导之后，领导者才应答读请求。
rule-lease-within-drift = 租约比选举超时短，差值为允许的时钟漂移。
rule-no-lease-during-transfer = 移交过的领导者在该任期中没有租约。

### Stories, questions and tasks.

story-label = 故事
story-back = 后退
story-continue = 继续
story-skip = 跳过
story-next = 下一个故事
story-next-chapter = 下一章
story-return = 回到故事
story-begin-task = 自己试试
story-progress = { $number }/{ $all }
story-later = { $span } 之后
story-invitation = 试试：{ $action }。
story-not-translated = 这个故事没有翻译，或只翻译了一部分：其余为英文。
story-choices = 你的回答
story-right = 对
story-wrong = 不对

## Acts, after “Try it:” or “allowed:”

act-send = 发送一个值
act-cut = 画一条线来切断链路
act-mend = 单击链路来恢复它
act-isolate = 隔离一个节点
act-heal = 修复网络
act-stall = 暂留一条链路的消息
act-drop = 丢弃一条消息
act-duplicate = 重复一条消息
act-delay = 延迟一条消息
act-stop = 停止一个节点
act-start = 启动一个已停止的节点
act-freeze = 冻结或解冻一个节点
act-disk = 损坏或替换一块磁盘
act-timer = 改变一个选举计时器
act-snapshot = 生成一个快照
act-members = 添加、移除或替换一个节点
act-hand-over = 移交领导权
act-setting = 更改一项设置

## Tasks

task-label = 任务
task-acts =
    { $count ->
       *[other] 到目前为止 { $count } 个操作。
    }
task-not-allowed = 这个操作在此不算数：{ $action }。请撤销它。
task-solved =
    { $count ->
       *[other] 已用 { $count } 个操作完成。
    }
task-solved-best =
    { $count ->
       *[other] 已用 { $count } 个操作完成。已知的最佳解法需要 { $least } 个。
    }
task-solution-runs = 这是一种解法。它不算你的解法。
task-goal-reached = 已达到
task-goal-open = 未达到
task-undo = 撤销
task-start-over = 从头再来
task-hint = 提示
task-show-solution = 显示解法
task-show-question = 要显示解法吗？这样任务就不算完成。
task-show-yes = 显示
task-show-no = 继续尝试

## Goals

goal-every-node = 每个在运行的节点
goal-leader = 有领导者
goal-leader-in-term = 有任期 { $term } 的领导者
goal-leads = 领导者：{ $any-of }
goal-leads-in-term = 任期 { $term } 的领导者：{ $any-of }
goal-no-leader = 没有领导者
goal-no-leader-in-term = 没有任期 { $term } 的领导者
goal-one-leader = 任期 { $term } 恰好有一个领导者
goal-state = { $state }：{ $who }
goal-running = 在运行
goal-frozen = 已冻结
goal-committed = 已知 { $operation } 已提交：{ $who }
goal-uncommitted = { $operation } 在日志中，尚不知是否已提交：{ $who }
goal-absent = { $operation } 不在日志中：{ $who }
goal-value = { $key } 是 { $value }：{ $who }
goal-no-value = { $key } 没有值：{ $who }
goal-operation = { $client } 的操作 { $number }：{ $status }
goal-any-operation = { $client }：{ $status }
goal-waiting = 等待应答
goal-done = 完成
goal-failed = 已知永不生效
goal-unknown = 不知是否已生效
goal-read = 读到 { $value }
goal-read-nothing = 没有读到值
goal-term = 处于任期 { $term }：{ $who }
goal-vote = 投票给 { $candidate }：{ $who }
goal-no-vote = 在本任期没有投票：{ $who }
goal-commit-index = 提交索引 { $commit-index }：{ $who }
goal-snapshot = 日志以快照开头：{ $who }
goal-members = 成员 { $voters }：{ $who }
goal-joint = 处于联合成员配置：{ $who }
goal-same-log = 日志相同：{ $who }
goal-same-state = 值相同：{ $who }
goal-refused = { $node } 拒绝了请求
goal-refused-by = { $node } 拒绝了请求。{ $rule }
goal-violation = 被破坏：{ $guarantee }
goal-no-violation-of = 未被破坏：{ $guarantee }
goal-no-violation = 没有保证被破坏
goal-other = { $expectation }

## The share dialog, files, links, pictures and traces.

share-copied = 已复制。
share-press-to-copy = 按 Ctrl+C 复制。
share-saved = 已保存 { $file }。
share-drop-here = 松开鼠标即可打开
share-opening-long = { $source }包含一次很长的运行：打开它需要一点时间。

## Why something could not be opened

source-command = 该命令
command-empty = 这段文字里没有命令。
open-too-large = 没有打开{ $source }：它大于 2 MB。
open-not-text = 没有打开{ $source }：它不是文本文件。
open-not-beside = 没有打开{ $source }：它不在本页面的文件夹中。
open-no-connection = 无法加载{ $source }：没有网络连接。
open-not-found = 无法加载{ $source }：没有这个文件。
open-link-version = 没有打开该链接：它的版本是 { $version }，而本页面读取版本 1。
open-link-cut-at-start = 没有打开该链接：它的开头不完整或已损坏。
open-link-damaged-at = 没有打开该链接：网址之后的第 { $number } 个字符已损坏。
open-link-cut-short = 没有打开该链接：它不完整。{ $all } 个字符中只有 { $count } 个。
open-link-checksum = 没有打开该链接：它已损坏（校验和不符）。
open-script-error = { $source }，第 { $line } 行，第 { $column } 列：{ $error }。
open-script-error-suggestion = { $source }，第 { $line } 行，第 { $column } 列：{ $error }；你是想写“{ $word }”吗？
open-script-value = { $source }，第 { $line } 行，第 { $column } 列：{ $error }
open-script-setting = { $source }，第 { $line } 行，第 { $column } 列，{ $key }：{ $error }
open-bad-run = 没有打开{ $source }：{ $error }。
open-expectation-failed = { $source }，第 { $line } 行：一项期望没有满足：{ $expectation }（{ $detail }）。
open-expectations-failed = { $source }，第 { $line } 行：一项期望没有满足：{ $expectation }（{ $detail }）。没有满足的期望不止这一项。
open-other-version = { $source }来自演练场的另一个版本；在这里看到的可能有所不同。

## Traces

trace-too-long = { $count } 个事件的图会太大：最多 { $most } 个。NDJSON 没有限制。
trace-not-here = 本页无法写出跟踪记录：缺少文件夹 trace/，或者无法加载它。
browser-failed = 此浏览器无法完成：{ $problem }

## What happens next

in-time = { $due } 后
now = 现在
at-time = 在 { $at }
next-lost = { $message }在途中丢失
next-finds-stopped = { $message }到达，但 { $to } 已停止
next-arrives = { $message }到达
next-election-timer = { $node } 的选举计时器到时
next-heartbeats = { $node } 发送下一轮心跳
next-quorum-check = { $node } 统计已应答的节点
next-transfer-timeout = { $node } 的移交时限已到
next-disk-write = { $node } 的磁盘完成一次写入
next-disk-write-fails = 向 { $node } 的磁盘写入失败
next-timer-of-frozen = { $node } 的一个计时器到时，而 { $node } 已冻结
next-client-timeout = { $client } 等待 { $operation } 的应答已经够久
next-your-action = 你：{ $action }
next-script-action = 脚本：{ $action }

## The address: name=value

address-seed = 已忽略 { $parameter }：种子是 0 到 18446744073709551615 之间的整数。
address-speed = 已忽略 { $parameter }：请使用 { $choices }。
address-nodes = 已忽略 { $parameter }：集群有 1 到 9 个节点。
address-theme = 已忽略 { $parameter }：请使用 light 或 dark。
address-switch = 已忽略 { $parameter }：请使用 1 或 0。
address-scenario = 已忽略 { $parameter }：请使用本页面文件夹中的 .raft 文件，例如 stories/x.raft。
address-at = 已忽略 { $parameter }：请使用第一个小时内的时间，例如 1200、1200ms 或 1.2s。
address-beat = 已忽略 { $parameter }：步骤的名称由小写字母、数字和连字符组成。
address-beat-unknown = 已忽略 { $parameter }：此运行没有这个步骤。
address-choice = 已忽略 { $parameter }：请使用 { $choices }。
address-unknown = 已忽略网址中的“{ $name }”：请使用 seed、speed、paused、nodes、theme、embed、scenario、at、beat、controls、autoplay、pause-on-beats 或 lang。

## Pause when …

pause-when = 何时暂停
pause-when-title = 何时暂停……
pause-on-broken = 有保证被破坏
pause-on-leader = 有领导者当选
pause-on-election = 有选举开始
pause-on-commit = 有条目提交
pause-on-roll-back = 有日志回退
pause-on-refusal = 有消息被拒绝
pause-on-loss = 有消息丢失
pause-on-stop = 有节点停止
pause-on-answer = 有客户端得到应答
paused-on = 已暂停：{ $what }。

## Kinds of messages, as a title

kind-pre-vote = 预投票请求
kind-pre-vote-reply = 预投票应答
kind-vote-request = 投票请求
kind-vote-reply = 投票应答
kind-heartbeat = 心跳
kind-append = 条目
kind-append-reply = 确认
kind-snapshot = 快照
kind-snapshot-reply = 快照确认
kind-timeout-now = 接替请求
kind-read-index = 向领导者发出的读请求
kind-read-index-reply = 领导者给出的读索引
kind-forward = 转发的请求
kind-forward-reply = 转发的应答
kind-client-request = 客户端请求
kind-client-reply = 给客户端的应答

## A message with its sender, at the beginning of a sentence

message-pre-vote = { $from } 发给 { $to } 的预投票请求
message-pre-vote-reply = { $from } 发给 { $to } 的预投票应答
message-vote-request = { $from } 发给 { $to } 的投票请求
message-vote-reply = { $from } 发给 { $to } 的投票应答
message-heartbeat = { $from } 发给 { $to } 的心跳
message-append = { $from } 发给 { $to } 的条目
message-append-reply = { $from } 发给 { $to } 的确认
message-snapshot = { $from } 发给 { $to } 的快照
message-snapshot-reply = { $from } 发给 { $to } 的快照确认
message-timeout-now = { $from } 让 { $to } 接替的请求
message-read-index = { $from } 发给 { $to } 的读请求
message-read-index-reply = { $from } 发给 { $to } 的读索引
message-forward = { $from } 转发给 { $to } 的请求
message-forward-reply = { $from } 转发给 { $to } 的应答
message-client-request = { $from } 发给 { $to } 的请求
message-client-reply = { $from } 发给 { $to } 的应答

## Nodes and disks

node-started = { $node } 以磁盘保存的内容重新启动：任期 { $term }、它的选票和日志。
node-started-without-vote = { $node } 以磁盘保存的内容重新启动：任期 { $term } 和日志，但没有它的选票。
node-stopped = { $node } 停止。它的磁盘保存着任期、选票和日志。
node-stopped-without-vote = { $node } 停止。它的磁盘保存着任期和日志，但没有选票。
node-stopped-damaged = { $node } 停止。它的磁盘已损坏，因此无法重新启动。
node-stopped-in-write = { $node } 在写磁盘的中途停止，这次写入丢失。
node-stopped-torn-write = { $node } 在写磁盘的中途停止。只有一半到达了磁盘。
node-stopped-erased = { $node } 停止，且其磁盘被擦除。它无法回来；请替换它。
node-stopped-write-failed = { $node } 的写入失败，因此 { $node } 停止：它无法知道磁盘上有什么。
node-cannot-start = { $node } 无法启动：{ $damage }。
damage-erased = 它的磁盘已被擦除
damage-entry = 它磁盘上的条目 { $index } 已损坏（校验和不符）
damage-hidden = 它的磁盘已损坏
disk-lost-entry = { $node } 的磁盘丢失了条目 { $index }，尽管磁盘曾确认写入。
disk-lost-entries = { $node } 的磁盘丢失了条目 { $index } 至 { $last-index }，尽管磁盘曾确认写入。
disk-slow = 现在向 { $node } 的磁盘写入一次需要 { $span }。
disk-stuck = { $node } 的磁盘卡住了：在它恢复工作之前，任何写入都不会完成。
disk-fails = { $node } 的磁盘出现故障：{ $node } 将在下一次写入时停止。
disk-works = { $node } 的磁盘恢复工作。

## What one node is asked to do, and its answer. $action: “add D”.

node-asked = { $node } 收到请求：{ $action }。
request-refused = { $node } 拒绝{ $action }：{ $what }
refused-another-change = 另一项变更正在进行。
refused-own-term = { $node } 还没有提交自己任期的条目。
refused-newcomer = { $node } 没有及时追上。
refused-new-voter = 有一个新的投票成员没有及时追上。
refused-transfer = { $node } 正在移交领导权。
refused-no-voter = 这样就没有投票成员了。
refused-by-rule = 有一条规则禁止这样做。{ $rule }
request-redirected = { $node } 拒绝{ $action }：它不是领导者，{ $leader } 才是。
request-redirected-nowhere = { $node } 拒绝{ $action }：它不是领导者，也不知道谁是领导者。
request-undecided = { $node } 收到请求（{ $action }），但在有结果之前失去了领导权。

## What a press on a link does, below the link

tip-click = 单击：{ $action }
tip-tap = 再点一次：{ $action }
tip-enter = Enter：{ $action }
tip-near-end = 靠近一端：只作用于一个方向
tip-shift-enter = Shift+Enter：只作用于一个方向
tip-cut-both = 双向切断 { $first }–{ $second }
tip-mend-both = 双向恢复 { $first }–{ $second }
tip-cut-one = 只切断从 { $from } 到 { $to }
tip-mend-one = 只恢复从 { $from } 到 { $to }

## What a drag does

drag-timer = { $span } 后到时
drag-send = 向 { $node } 发送 { $operation }

## What a client sends

operation-empty = 请写要发送的内容，例如 x=8。
operation-form = 请写 x=8、8、x+=2、del x、x: 5->7 或 get x。
operation-key = 键最多有 { $most } 个字母、数字或 _，并以字母开头。
operation-value = 值最多有 { $most } 个普通字符。
operation-number = 请加上一个整数，例如 x+=2。

## The quality of links: “latency 20–24 ms, 30 % lost”

quality-latency = 延迟 { $latency }
quality-latency-range = 延迟 { $latency } 至 { $most-latency }
quality-tail = 偶有 { $span } 的额外延迟
quality-loss = { $share } 丢失
quality-duplicate = { $share } 重复
quality-reorder = { $share } 乱序
quality-bandwidth = 每秒 { $count } 字节

## Branches

branch-first = 第一个分支
branch-name = 在 { $at }：{ $action }
branch-begun = 从 { $at } 开始的新分支；旧分支保留。
story-left = 你在 { $at } 离开了故事。
branch-shown = 分支：在 { $at }，{ $done }。
branch-first-shown = 这是第一个分支，来自你回到过去之前。
