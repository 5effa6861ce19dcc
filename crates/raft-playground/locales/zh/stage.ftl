# Terms, one for one thing:
# 领导者 leader, 跟随者 follower, 候选人 candidate, 预候选人 pre-candidate, 任期 term, 日志 log,
# 条目 log entry, 空操作 no-op, 索引 index, 副本 copy, 提交 commit, 提交索引 commit index, 应用 apply,
# 多数派 majority, 法定人数 quorum, 心跳 heartbeat, 选举 election, 选举超时 election timeout,
# 选举计时器 election timer, 到时 run out, 选票 vote, 预投票 pre-vote, 退位 step down, 取代 depose,
# 移交 hand over, 接替 take over, 快照 snapshot, 成员 member, 成员配置 membership,
# 联合成员配置 joint membership, 投票成员 voter, 学习者 learner, 租约 lease, 读索引 read index,
# 请求 request, 应答 answer, 确认 acknowledge, 证实 confirm that a leader still leads,
# 拒绝 refuse or reject, 链路 link, 切断 cut, 恢复 mend or reconnect, 隔离 isolate, 暂留 hold,
# 放行 release, 丢弃 drop, 丢失 lose, 冻结 freeze, 解冻 resume, 停止 stop, 启动 start, 擦除 erase,
# 损坏 damage, 陈旧读 stale read, 保证 guarantee, 规则 rule, 缺陷 bug, 种子 seed, 分支 branch,
# 脚本 script, 故事 story, 任务 task, 操作 operation or act, 运行 run, 运行记录 transcript.

### Names and forms that other messages use.

## Lists

list-comma = { $list }、{ $item }
list-and = { $list } 和 { $item }
list-or = { $list } 或 { $item }
list-range = { $first }–{ $last }

## Quantities

time-seconds = { $amount } s
span-milliseconds = { $amount } ms
share-percent = { $amount }%

## Roles

role-follower = 跟随者
role-pre-candidate = 预候选人
role-candidate = 候选人
role-leader = 领导者
role-stopped = 已停止

## Log entries, as short as they stand in a log

entry-command = { $operation }
entry-no-op = 空操作
entry-membership = 成员
entry-unknown = ?

## A place in a log

log-position = 条目 { $index }（任期 { $term }）
log-position-none = 无条目
count-of-all = { $count }/{ $all }

## What a decision needs

quorum-of-nodes = { $all } 个节点中的 { $needed } 个
quorum-joint = { $old-voters } 中的 { $needed } 个以及 { $voters } 中的 { $other-needed } 个

## Where something is stated

section-paper = §{ $section-number }
section-dissertation = 博士论文 §{ $section-number }
section-figure = 图 { $section-number }

### The sentence under the stage: what has just happened.

no-leader-at-first = 还没有领导者。计时器最先到时的节点会请求其他节点投票。
quiet = 已有两秒没有发生任何事。
story-text = { $text }

## Elections

election-after-silence = { $node } 已有 { $waited } 没有收到任何领导者的消息，因此在任期 { $term } 请求投票。
election-after-silence-by-clock = 按自己的时钟，{ $node } 已有 { $waited } 没有收到任何领导者的消息，因此在任期 { $term } 请求投票。
election-after-freeze = { $node } 的计时器在冻结期间到时：它在任期 { $term } 请求投票。
election-forced = 你让 { $node } 的计时器到时：它在任期 { $term } 请求投票。
election-forced-by-script = 脚本让 { $node } 的计时器到时：它在任期 { $term } 请求投票。
election-after-transfer = { $leader } 让 { $node } 接替：{ $node } 在任期 { $term } 请求投票。
election-after-pre-vote = 愿意投票给 { $node } 的节点已经足够，因此它接着在任期 { $term } 请求真正的投票。
election-again = { $node } 没有当选，因此在任期 { $term } 再试一次。
pre-vote-after-silence = { $node } 已有 { $waited } 没有收到任何领导者的消息，因此先询问自己能否当选。
pre-vote-after-silence-by-clock = 按自己的时钟，{ $node } 已有 { $waited } 没有收到任何领导者的消息，因此先询问自己能否当选。
pre-vote-after-freeze = { $node } 的计时器在冻结期间到时：它先询问自己能否当选。
pre-vote-forced = 你让 { $node } 的计时器到时：它先询问自己能否当选。
pre-vote-forced-by-script = 脚本让 { $node } 的计时器到时：它先询问自己能否当选。
vote-granted = { $voter } 在任期 { $term } 投票给 { $candidate }。
vote-granted-without-rule = { $voter } 在任期 { $term } 投票给 { $candidate }，只因为这条规则已关闭：{ $rule }
vote-refused-voted-itself = { $voter } 在任期 { $term } 已经投票给自己，因此拒绝 { $candidate }。
vote-refused-voted-other = { $voter } 在任期 { $term } 已经投票给 { $other }，因此拒绝 { $candidate }。
vote-refused-log = { $voter } 拒绝投票给 { $candidate }：{ $voter } 的日志比 { $candidate } 的日志新。
vote-refused-old-term = { $voter } 拒绝投票给 { $candidate }：任期 { $term } 已经结束。
vote-refused-leader-alive = { $voter } 拒绝投票给 { $candidate }：{ $voter } 能收到一个领导者的消息。
vote-refused-by-rule = { $voter } 拒绝投票给 { $candidate }：{ $rule }
leader-elected = { $node } 得到 { $all } 票中的 { $votes } 票：它成为任期 { $term } 的领导者。
leader-elected-counted = { $node } 计得 { $all } 票中的 { $votes } 票：它成为任期 { $term } 的领导者。
leader-elected-plain = { $node } 在任期 { $term } 的选举中当选。
leader-elected-joint = { $node } 从新、旧成员中都得到了足够的选票：它成为任期 { $term } 的领导者。
leader-elected-alone = { $node } 是唯一的投票成员：它成为任期 { $term } 的领导者。
vote-refused-without-rule = { $voter } 拒绝投票给 { $candidate }，只因为这条规则已关闭：{ $rule }

## Leading, and its end

heartbeats-hold = { $leader } 是任期 { $term } 的领导者。它的心跳使其他节点不会发起选举。
heartbeats-hold-some = { $leader } 是任期 { $term } 的领导者。及时收到其心跳的节点不会发起选举。
leader-alone = { $leader } 是任期 { $term } 的领导者。它是唯一的投票成员。
leader-cut-off = { $leader } 是任期 { $term } 的领导者，但它只能到达 { $all } 个节点中的 { $count } 个，因此什么也无法提交。
old-leader-cut-off = { $leader } 仍以为自己是任期 { $term } 的领导者，但它只能到达 { $all } 个节点中的 { $count } 个，因此什么也无法提交。
leader-cut-off-with-entry = { $leader } 是任期 { $term } 的领导者，但它只能到达 { $all } 个节点中的 { $count } 个，因此无法提交 { $entry }。
old-leader-cut-off-with-entry = { $leader } 仍以为自己是任期 { $term } 的领导者，但它只能到达 { $all } 个节点中的 { $count } 个，因此无法提交 { $entry }。
leader-unanswered = { $leader } 是任期 { $term } 的领导者，但它只能得到 { $all } 个节点中 { $count } 个的应答，因此什么也无法提交。
leader-unanswered-with-entry = { $leader } 是任期 { $term } 的领导者，但它只能得到 { $all } 个节点中 { $count } 个的应答，因此无法提交 { $entry }。
leader-cut-off-joint = { $leader } 是任期 { $term } 的领导者，但它到达不了 { $quorum }，因此什么也无法提交。
stepped-down-newer-term = { $node } 得知任期 { $term } 已经开始，因此不再领导。
stepped-down-for-other = { $leader } 也是任期 { $term } 的领导者，因此 { $node } 不再领导。
stepped-down-lost-quorum = 有一段时间，应答 { $node } 的投票成员太少：连同它自己，{ $all } 个中有 { $count } 个。因此它不再领导。
stepped-down-own-count = 按 { $node } 自己的统计，有一段时间应答它的投票成员太少，因此它不再领导。
stepped-down-lost-everyone = 有一段时间，没有任何其他投票成员应答 { $node }，因此它不再领导。
stepped-down-removed = { $node } 不再是投票成员，因此不再领导。
stepped-down-handed-over = { $successor } 接替：它在任期 { $term } 请求投票，因此 { $node } 不再领导。
candidate-beaten = { $leader } 是任期 { $term } 的领导者，因此 { $node } 不再是候选人。
candidate-outdated = { $node } 得知任期 { $term } 已经开始，因此不再是候选人。
transfer-started = { $node } 将领导权移交给 { $successor }。
transfer-ended = { $successor } 没有及时接替，因此 { $node } 继续领导。
transfer-withdrawn = 一个新的请求终止了 { $node } 向 { $successor } 的移交。
transfer-impossible = { $successor } 无法接替 { $node }：它不是最新成员配置中的另一个投票成员。

## The log

entry-in-log = { $entry } 已在 { $leader } 的日志中。一旦 { $quorum }拥有它，它就会提交。
entry-in-log-alone = { $entry } 已在 { $leader } 的日志中。{ $leader } 是唯一的投票成员，因此该条目一旦写入磁盘就会提交。
membership-in-log = 新的成员配置已在 { $leader } 的日志中。一旦 { $quorum }拥有它，它就会提交。
membership-in-log-joint = 新的成员配置已在 { $leader } 的日志中。它需要 { $quorum }。
entry-in-log-joint = { $entry } 已在 { $leader } 的日志中。它需要 { $quorum }。
entry-committed = { $all } 个节点中有 { $copies } 个拥有 { $entry }：{ $leader } 提交它。
entry-counted =
    { $copies ->
       *[other] { $leader } 数到 { $entry } 的 { $copies } 份副本，因此提交它。
    }
membership-counted =
    { $copies ->
       *[other] { $leader } 数到新成员配置的 { $copies } 份副本，因此提交它。
    }
entry-committed-joint = 新、旧成员中拥有 { $entry } 的都已足够：{ $leader } 提交它。
entry-committed-without-rule = { $all } 个节点中有 { $copies } 个拥有 { $entry }，它来自任期 { $entry-term }：{ $leader } 提交它，只因为有一条规则已关闭。
membership-committed = { $all } 个节点中有 { $copies } 个拥有新的成员配置：{ $leader } 提交它。
membership-committed-joint = 新、旧成员中拥有新成员配置的都已足够：{ $leader } 提交它。
entry-of-older-term = { $all } 个节点中有 { $copies } 个拥有 { $entry }，但 { $leader } 只统计自己任期（{ $term }）的条目的副本。
entry-applied-everywhere = 全部 { $count } 个节点都已应用 { $entry }。
membership-applied-everywhere = 全部 { $count } 个节点现在都使用新的成员配置。
entry-removed = { $node } 删除条目 { $index }（任期 { $term }）：领导者 { $leader } 在那里有任期 { $leader-term } 的条目。
entries-removed = { $node } 删除条目 { $index } 至 { $last-index }：领导者 { $leader } 在 { $index } 处有任期 { $leader-term } 的条目。
entries-removed-without-rule = { $node } 删除自己日志中的条目 { $index } 至 { $last-index }，尽管那里没有任何冲突，因为这条规则已关闭：{ $rule }
snapshot-installed = { $node } 安装快照，替换其日志中直到条目 { $index } 的部分。

## Clients

redirected = { $node } 不是领导者。它让客户端去找 { $leader }。
redirected-nowhere = { $node } 不是领导者，也不知道谁是领导者。
client-waits = { $client } 等待对 { $operation } 的应答。
client-told-committed = { $client } 得到应答：{ $operation } 已提交。
client-told-value = { $client } 得到应答：{ $key } 是 { $value }。
client-told-unset = { $client } 得到应答：{ $key } 没有值。
client-told-differs = { $client } 得到应答：{ $key } 是 { $value }，不是 { $expected }，因此没有任何改变。
client-told-differs-unset = { $client } 得到应答：{ $key } 没有值，因此没有任何改变。
client-told-not-a-number = { $client } 得到应答：{ $key } 不是数字，因此没有做加法。
client-told-superseded = { $client } 得到应答：{ $operation } 从未提交。
client-told-superseded-unsafe = { $client } 得到应答：另一个条目在 { $operation } 的位置上被视为已提交。
client-read-unanswered = { $client } 对 { $key } 的读取没有得到应答。
client-write-unanswered = { $client } 没有得到应答：{ $operation } 可能已经生效，也可能以后才生效。

## Your actions, or a script’s

links-all-mended = 所有链路都恢复了。
link-cut = 链路 { $first }–{ $second } 被切断：其上的消息会丢失。
link-mended = 链路 { $first }–{ $second } 恢复了。
links-cut =
    { $count ->
       *[other] { $count } 条链路被切断：其上的消息会丢失。
    }
links-mended =
    { $count ->
       *[other] { $count } 条链路恢复了。
    }
direction-cut = { $from } 的消息不再到达 { $to }。
direction-mended = { $from } 的消息又能到达 { $to }。
directions-cut-from = { $from } 的消息不再到达 { $any-of }。
directions-cut-to = { $nodes } 的消息不再到达 { $to }。
node-isolated = { $node } 与其他节点隔离。
node-reconnected = { $node } 又能到达每个节点。
network-split-in-two = { $nodes } 不再能到达 { $others }。
network-split = 网络发生分区：{ $groups }。
network-group = { $nodes }
network-groups = { $groups } / { $nodes }
client-sends-to-node = { $client } 向 { $node } 发送 { $operation }。
client-sends = { $client } 发送 { $operation }。
client-sends-again = { $client } 再次发送自己的请求 { $number }。
node-frozen = { $node } 被冻结：在你解冻它之前，它什么也不做。
node-resumed = { $node } 解冻，并处理这段时间里到达的一切。
disk-erased = { $node } 磁盘上的一切都没有了。{ $node } 无法重新启动；必须替换它。
disk-damaged = { $node } 的磁盘已损坏。{ $node } 下次启动时会发现。
disk-nothing-to-damage = { $node } 的磁盘上没有可以损坏的日志条目。
server-replaced = 一台磁盘为空的新服务器替换 { $node }。
timer-set = { $node } 的选举计时器将在 { $span } 后到时。
snapshot-taken = { $node } 用快照替换其日志中已应用的部分。
snapshot-of-nothing = { $node } 还没有应用任何条目，因此没有可以用快照替换的内容。
network-changed = 现在每条链路：{ $quality }。
link-changed = 现在链路 { $from }→{ $to }：{ $quality }。
link-held = 链路 { $from }→{ $to } 暂留其上的消息，直到你放行。
link-released = 链路 { $from }→{ $to } 重新传递消息。
clock-changed = { $node } 的时钟以真实速度的 { $share } 运行。
clock-stopped = { $node } 的时钟停住了，它的计时器也一样。
clock-jumped = { $node } 的时钟向前跳了 { $span }。
node-configured = { $node } 现在有自己的设置：{ $command }。
rule-off = 已关闭规则：{ $rule }
rule-on = 已重新开启规则：{ $rule }
membership-requested = 已请求领导者变更成员。
member-addition-requested = 已请求领导者添加 { $node }。
member-removal-requested = 已请求领导者移除 { $node }。
replacement-requested = 已请求领导者用 { $other } 替换 { $node }。
transfer-requested = 已请求领导者移交给 { $node }。
message-duplicated = { $message }被发送两次。
message-delayed = { $message }被延迟 { $span }。
message-dropped = { $message }被丢弃。
next-message-dropped = { $from } 发给 { $to } 的下一条此类消息将被丢弃：{ $what }。
no-leader-to-ask = 没有可以请求的领导者。
replace-members-first = { $node } 仍是成员。请先移除它，再替换它。
replace-impossible = 无法替换 { $node }：已没有节点能把它从集群中移除。

### Labels and accessible names on the stage.

node-name = 节点 { $node }
client-name = 客户端 { $client }
node-term = 任期 { $term }
status-stopped = 已停止
status-frozen = 已冻结
status-learner = 学习者
status-outside = 非成员
status-leader = 领导者
status-would-vote = 愿投 { $votes }/{ $all }
status-votes = 得票 { $votes }/{ $all }
status-follows = 领导者：{ $leader }
status-voted = 已投：{ $candidate }
status-follower = 跟随者

## One sentence for a screen reader

node-follower = 节点 { $node }，跟随者，任期 { $term }，{ $status }，值 { $value }
node-follower-unset = 节点 { $node }，跟随者，任期 { $term }，{ $status }，没有值
node-pre-candidate = 节点 { $node }，预候选人，任期 { $term }，{ $status }，值 { $value }
node-pre-candidate-unset = 节点 { $node }，预候选人，任期 { $term }，{ $status }，没有值
node-candidate = 节点 { $node }，候选人，任期 { $term }，{ $status }，值 { $value }
node-candidate-unset = 节点 { $node }，候选人，任期 { $term }，{ $status }，没有值
node-leader = 节点 { $node }，领导者，任期 { $term }，值 { $value }
node-leader-unset = 节点 { $node }，领导者，任期 { $term }，没有值
node-leader-frozen = 节点 { $node }，领导者，任期 { $term }，已冻结，值 { $value }
node-leader-frozen-unset = 节点 { $node }，领导者，任期 { $term }，已冻结，没有值
node-stopped-description = 节点 { $node }，已停止，任期 { $term }
client-description = 客户端 { $client }。{ $status }
link-up = 链路 { $first }–{ $second }：畅通
link-cut-both = 链路 { $first }–{ $second }：双向切断
link-cut-one = 链路 { $first }–{ $second }：从 { $from } 到 { $to } 切断
cluster-label = 集群
nodes-and-links-label = 节点与链路
messages-label = 传输中的消息
cluster-drawing-label = 五个节点和一个客户端

## Logs

log-behind = 落后 { $count }
log-folded = { $index }–{ $last-index }

## Under the sentence

sentence-label = 正在发生什么
heal = 修复网络
why-button = 为什么？
why-button-title = 为什么？（W）
suggest-start = 重新启动 { $node }
suggest-replace = 替换 { $node }
suggest-send = 发送 { $operation }
suggest-send-to-old-leader = 向旧领导者 { $node } 发送 { $operation }
suggest-isolate-leader = 隔离领导者 { $node }
suggest-stop-leader = 停止领导者 { $node }
suggest-hand-over = 将领导权移交给 { $node }

## A client’s field

value-label = 值
value-for-node = 给 { $node } 的值
send = 发送
senders-label = 客户端
client-status-waiting = { $operation } 已发给 { $node }，等待中
client-status-committed = { $operation } 已提交
client-status-value = 应答：{ $key } 是 { $value }
client-status-unset = 应答：{ $key } 没有值
client-status-not-a-number = 应答：{ $key } 不是数字
client-status-superseded = { $operation } 从未提交
client-status-superseded-unsafe = { $operation }：另一个条目取代了它
client-status-unanswered = { $node } 没有应答 { $operation }

### Transport, the time bar and its marks, branches, and what playing pauses on.

transport-label = 时间
play = 播放
play-title = 播放（空格键）
pause = 暂停
pause-title = 暂停（空格键）
step = 前进
step-title = 前进到下一个事件（→）
back = 后退
back-title = 后退到上一个事件（←）
speed = 速度
speed-title = 速度（+ 和 −）
reset = 重置
reset-title = 用这个种子重新开始（R）；你的操作可以恢复
new-seed = 新种子
new-seed-title = 新的随机运行
badge-rule = 规则已关闭：{ $rule-name }
badge-bug = 缺陷：{ $name }
badge-rules =
    { $count ->
       *[other] { $count } 条规则已关闭
    }
badge-bugs =
    { $count ->
       *[other] { $count } 个缺陷
    }
badge-rules-and-bugs = { $rules }，{ $bugs }
badge-title = { $badge }。打开设置
badge-title-names = { $badge }：{ $keys }。打开设置
undo-reset = 撤销重置
undo-new-seed = 撤销新种子
undo-restart = 撤销重新开始
redo = 重做
undo-title = 恢复之前的运行（U）
seed-title = 这次运行的种子
seed-label = 种子

## The time bar

time-label = 时间
time-whole-seconds = { $whole-seconds } s
time-position = { $at }
time-of-end = { $at } / { $until }
time-in-term = { $position }，任期 { $term }
time-at-mark = { $position }，{ $mark }
term-band = 任期 { $term }
mark-leader = { $node } 成为领导者
mark-stopped = { $node } 停止
mark-started = { $node } 启动
mark-cut = 链路被切断
mark-mended = 链路恢复
mark-action = 你的操作
mark-script-action = 脚本的操作
mark-broken = “{ $guarantee }”被破坏
mark-and-more = { $mark }，另有 { $count } 项
branches = 分支
branches-count =
    { $count ->
       *[other] { $count } 个分支
    }

## Top bar

tour = 导览
tour-start = 开始导览
tour-continue = 继续导览
tour-by-hand = 也可以自己动手：切断一条链路，点击一个节点，发送一个值。
stories = 故事
share = 分享
guarantees = 保证
inspector = 检查器
inspector-title = 检查器（I）
settings = 设置
guarantees-all-hold = 所有保证都成立
guarantees-some-broken =
    { $count ->
       *[other] { $count } 项保证被破坏
    }
dismiss = 关闭

## When something broke

crash-title = 出错了。
crash-text = 这是演练场的缺陷，不是你的错。下面的报告准确记录了你所看到的内容。请把它发送到 { $address }。
crash-report = 报告
crash-restart = 重新开始
copy = 复制
copied = 已复制
press-to-copy = 按 Ctrl+C 复制

## What was opened: a file or story by its name in quotation marks, or a link

source-file = “{ $name }”
source-link = 该链接

## Actions, to be done and done

do-stop = 停止 { $node }
do-start = 启动 { $node }
do-cut = 切断从 { $from } 到 { $to }
do-mend = 恢复从 { $from } 到 { $to }
do-cut-link = 切断链路 { $first }–{ $second }
do-mend-link = 恢复链路 { $first }–{ $second }
do-cut-links = 切断链路
do-mend-links = 恢复链路
do-heal = 恢复每条链路
do-partition = 把网络分区
do-isolate = 隔离 { $node }
do-time-out = 让 { $node } 的计时器到时
do-set-timer = 设定 { $node } 的计时器
do-freeze = 冻结 { $node }
do-resume = 解冻 { $node }
do-erase = 擦除 { $node } 的磁盘
do-damage = 损坏 { $node } 的磁盘
do-replace = 替换 { $node }
do-snapshot = 在 { $node } 上生成快照
do-drop = 丢弃一条消息
do-duplicate = 重复一条消息
do-delay = 延迟一条消息
do-hold = 暂留链路 { $from }→{ $to }
do-release = 放行链路 { $from }→{ $to }
do-link = 更改链路 { $from }→{ $to }
do-network = 更改网络
do-clock = 更改 { $node } 的时钟
do-transfer = 移交给 { $node }
do-add = 添加 { $node }
do-remove = 移除 { $node }
do-change-members = 变更成员
do-replace-by = 用 { $other } 替换 { $node }
do-disk = 更改 { $node } 的磁盘
do-configure = 更改 { $node } 的一项设置
do-ask = 请求 { $node } { $action }
do-waive = 关闭规则 { $rule-name }
do-enforce = 开启规则 { $rule-name }
do-send = 发送 { $operation }
do-send-to = 向 { $node } 发送 { $operation }
do-send-again = 再次发送 { $client } 的请求 { $number }
did-stop = { $node } 已停止
did-start = { $node } 已启动
did-cut = 从 { $from } 到 { $to } 已切断
did-mend = 从 { $from } 到 { $to } 已恢复
did-cut-link = 链路 { $first }–{ $second } 已切断
did-mend-link = 链路 { $first }–{ $second } 已恢复
did-cut-links = 链路已切断
did-mend-links = 链路已恢复
did-heal = 每条链路都已恢复
did-partition = 网络已分区
did-isolate = { $node } 已隔离
did-time-out = 已让 { $node } 的计时器到时
did-set-timer = 已设定 { $node } 的计时器
did-freeze = { $node } 已冻结
did-resume = { $node } 已解冻
did-erase = { $node } 的磁盘已擦除
did-damage = { $node } 的磁盘已损坏
did-replace = { $node } 已替换
did-snapshot = 已在 { $node } 上生成快照
did-drop = 消息已丢弃
did-duplicate = 消息已重复
did-delay = 消息已延迟
did-hold = 链路 { $from }→{ $to } 已暂留
did-release = 链路 { $from }→{ $to } 已放行
did-link = 链路 { $from }→{ $to } 已更改
did-network = 网络已更改
did-clock = { $node } 的时钟已更改
did-transfer = 已请求移交给 { $node }
did-add = 已请求添加 { $node }
did-remove = 已请求移除 { $node }
did-change-members = 已请求变更成员
did-replace-by = 已请求用 { $other } 替换 { $node }
did-disk = { $node } 的磁盘已更改
did-configure = { $node } 的一项设置已更改
did-ask = 已请求 { $node } { $action }
did-waive = 规则 { $rule-name } 已关闭
did-enforce = 规则 { $rule-name } 已开启
did-send = 已发送 { $operation }
did-send-to = 已向 { $node } 发送 { $operation }
did-send-again = 已再次发送 { $client } 的请求 { $number }

## Branches

