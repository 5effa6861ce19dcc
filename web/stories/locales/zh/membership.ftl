title = 添加、替换和移除节点
summary = 集群一边工作一边变更成员，最后连领导者也离开了。
three-say = A、B 和 C 是成员，A 是领导者。D 和 E 在运行，但不是成员。
joint-say = D 要加入。它先收到了日志。现在一项决定需要旧成员的多数派和新成员的多数派。
four-say = 变更完成：A、B、C 和 D 是成员。
replaced-say = 在一次变更中，E 取代了 B 的位置。B 不再是成员，所以可以停止它。
remove-leader-say = 现在要移除领导者 A 自己。
remove-leader-ask = A 不再是成员时，谁会是领导者？
remove-leader-choice-1 = A 继续领导
remove-leader-choice-2 = 经过选举，C、D 或 E
remove-leader-choice-3 = 没有节点
remove-leader-because = A 一直领导到对它的移除提交为止。然后它退位，另一个节点当选。
all-new-say = A 已离开，C、D 和 E 中的一个是领导者。x=2 已提交，整个过程中没有丢失任何值。
