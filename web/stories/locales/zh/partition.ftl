title = 有两个领导者的网络分区
summary = 网络分成两个和三个节点：两边都有领导者，但只有一边能提交。
one-leader-say = B 是任期 1 的领导者。客户端 X 已把 x 设为 5，五个节点都有它。
split-say = 网络分裂：A 和 B 在一边，C、D 和 E 在另一边。
split-ask = 哪一边能选出新的领导者？
split-choice-1 = A 和 B
split-choice-2 = C、D 和 E
split-choice-3 = 两边都不能
split-because = 五个的多数派是三个。C、D 和 E 是三个；A 和 B 只有两个。
two-leaders-say = C、D 和 E 收不到领导者的消息，所以在任期 2 选出 E。B 不知道，仍是任期 1 的领导者。
two-values-say = X 向 B 请求 x=3，Y 向 E 请求 x=8。Y 的值已在三个节点上提交；X 的值只在两个节点上。
healed-say = 链路恢复了。两个领导者现在能到达对方。
healed-ask = 两个值中哪一个会保留下来？
healed-choice-1 = x=3，因为它更早
healed-choice-2 = x=8，因为它已提交
healed-choice-3 = 两个都保留，一先一后
healed-because = B 得知任期 2，于是退位。然后 E 替换只在 A 和 B 的日志中的内容。
rolled-back-say = B 看到了更新的任期并退位。A 和 B 删除了 x=3，接受了 x=8。
told-say = X 被告知 x=3 从未生效。在此之前它没有得到应答，所以没有被告知任何错误的内容。
