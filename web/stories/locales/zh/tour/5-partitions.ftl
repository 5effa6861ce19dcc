title = 5. 网络分区
summary = 网络分裂，两个节点在两个任期中领导。为什么只有其中一个能提交。
before-say = B 是任期 1 的领导者，x=5 已提交，五个节点都有它。现在有两个客户端，X 和 Y。
split-say = 网络分裂：A 和 B 在一边，C、D 和 E 在另一边。两边之间的消息会丢失。
split-ask = 哪一边能选出新的领导者？
split-choice-1 = A 和 B
split-choice-2 = C、D 和 E
split-choice-3 = 都不能
split-because = 五个节点中的三个是多数派，两个不是。被隔开的节点仍算在五个之内。
two-leaders-say = C、D 和 E 没有收到心跳。C 请求投票，成为任期 2 的领导者。B 不知道：它仍是任期 1 的领导者。
no-clash-say = 同一时刻有两个领导者，但属于两个任期。每个任期只有一个领导者，更新的任期会胜出。
small-side-say = X 向 B 发送 x=3。A 和 B 有它，但五个中的两个不是多数派。它一直是红色：B 无法提交它。
large-side-say = Y 向 C 发送 x=8。C 能到达 D 和 E：五个中的三个。
one-commits-say = C 已提交 x=8，Y 得到了应答。X 仍在等待：对可能丢失的条目，B 不可以说“完成”。
predict-say = 条目 3 在 A 和 B 上是 x=3，在其他节点上是 C 的空操作。链路很快会恢复。
predict-ask = 最终 A 和 B 会显示 x 的哪个值？
predict-choice-1 = 3
predict-choice-2 = 5
predict-choice-3 = 8
predict-because = x=8 已提交：多数派拥有它。x=3 从未提交，所以可以被删除。
step-down-say = 链路恢复了。B 得知任期 2，立即成为跟随者。它的轮廓消失了。
roll-back-say = 以领导者的日志为准。A 和 B 删除未提交的 x=3，接受 C 的条目：空操作和 x=8。
told-say = 现在 B 告诉 X：x=3 没有生效。分区期间 X 没有得到应答：它无从知道。
survives-say = x=5 和 x=8 保留下来：两者都曾在多数派上。新领导者也需要多数派的选票，所以有一个投票者拥有该条目。
why-say = 候选人的日志如果比自己的旧，这个投票者就会拒绝它。所以每个新领导者都拥有全部已提交的条目。
task = 只改变网络：让 E 成为领导者，并让它在五个节点上都把 x 设为 9。开始时 C 是领导者。
hint-1 = 收不到心跳的节点会在更新的任期中请求投票。
hint-2 = E 必须收不到 C 的消息，但它需要另外两个节点的选票。
hint-3 = 切断链路 C-E。切断一个方向就够了：在靠近 E 的地方单击它。
