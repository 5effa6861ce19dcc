title = 靠快照追上
summary = 离开太久的节点得到的是状态，而不是条目。
compacted-say = E 已停止。其他节点提交了六个值。结果的快照替换了它们最前面的条目。
back-say = E 带着空日志重新启动。
back-ask = E 会怎样得到 x、y 和 z？
back-choice-1 = A 发送所有旧条目
back-choice-2 = A 发送快照
back-choice-3 = E 询问客户端
back-because = A 不再拥有旧条目，所以无法发送它们。
installed-say = E 已安装 A 分块发送的快照。它代替条目 1 至 4：x 是 2，y 是 3。
newer-entries-say = A 仍有较新的条目 5 至 7，并照常发送它们。
follows-say = 从此 E 像其他节点一样跟随。下一个条目 x=7 已在五个节点上提交。
