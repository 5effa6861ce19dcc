title = 8. 成长
summary = 不会无限增长的日志，一边工作一边更换成员的集群，以及移交领导权的领导者。
log-grows-say = A 是领导者，C 已停止。每次写入都添加一个条目：x=1 和 x=2 都在日志中，尽管只有 x=2 起作用。
snapshot-say = A 和 B 已用快照替换了自己的日志：快照是所有这些条目得出的状态。
snapshot-ask = C 带着空日志重新启动。它怎样得到那些值？
snapshot-choice-1 = A 把快照发给它
snapshot-choice-2 = A 把每个条目发给它
snapshot-choice-3 = 得不到
snapshot-because = A 不再拥有最前面的条目，所以无法发送它们。快照代替了它们。
first-chunk-say = C 回来了。A 把快照分块发给它，这样没有消息会太大。
caught-up-say = C 已安装快照。它有了与其他节点相同的状态，却从未见过那些条目。
newcomer-say = D 和 E 在运行，但不是成员。要添加 D，所以 A 先让它追上最新内容。D 还没有投票权。
joint-say = D 已追上。A 的下一个条目开始联合成员配置：现在一项决定需要 A、B、C 的多数派，以及 A、B、C、D 的多数派。
added-say = 两个多数派都已同意。第二个条目结束联合成员配置，D 成为成员。任何时刻都不会有两组节点能撇开对方各自做决定（§6）。
removed-say = B 以同样的方式被移除，并已停止。A、C 和 D 不再把它计算在内。
maintenance-say = A 需要维护。如果领导者直接停止，其他节点要等一个选举超时。A 可以改为移交领导权。
maintenance-ask = A 移交给 C。C 多久会成为领导者？
maintenance-choice-1 = 在 100 ms 之内
maintenance-choice-2 = 150 ms 或更久之后
maintenance-because = A 让 C 立即发起选举，所以 C 不等自己的计时器。这里最短的选举超时是 150 ms。
handed-over-say = A 确保 C 的日志完整，然后让 C 立即发起选举。C 成为任期 2 的领导者，A 跟随。
unnoticed-say = A 已停止，而且不需要选举。C 和 D 是 A、C、D 的多数派：x=9 已提交。
task = A 不会再回来。让 E 取代它的位置，并让 D 成为领导者。x 保持为 9。
hint-1 = 添加 E，移除 A。领导者一次只做一项变更。
hint-2 = 等到联合成员配置结束。然后移交给 D。
