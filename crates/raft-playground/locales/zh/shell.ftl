### The page around the stage: its title, top bar, help, stories, and what it says when it breaks.

page-title = Raft 演练场
page-description = 一个可以动手操作的真实 Raft 集群：切断链路，停止节点，给它发送值，观察它怎么做。
page-needs-script = 演练场需要 JavaScript 和 WebAssembly。
page-did-not-start = 演练场没有启动。它需要支持 WebAssembly 的浏览器，以及与本页面放在一起的文件。

## Top bar

help = 帮助
help-button-title = 帮助（?）
presentation = 演示
presentation-title = 演示（F）
presentation-end = 结束演示
presentation-end-title = 结束演示（F）
theme = 深色模式
language = 语言

## Help: the stage

help-stage = 舞台上
help-stage-use = 节点显示它最后改变的键的值。实线轮廓是领导者，虚线轮廓是候选人。白色圆弧是选举定时器：它闭合时，节点发起选举。旁边是日志的最后几个条目，各带索引和任期。红色虚线：该节点不知道此条目已提交。斜线底纹：还没有写入它的磁盘。条目旁的竖条：刚刚提交。穿过条目的线：刚刚删除。

## Help: messages

help-messages = 消息
help-vote-request = 请求投票
help-vote-granted = 同意投票
help-heartbeat = 心跳
help-vote-refused = 拒绝投票
help-entries = 携带条目
help-entries-accepted = 接受条目
help-client-request = 来自客户端
help-client-answer = 应答
help-duplicate = 重复的消息

## Help: the time bar

help-time-bar = 时间条上
help-mark-leader = 领导者当选
help-mark-stopped = 节点停止
help-mark-started = 节点启动
help-mark-cut = 链路切断
help-mark-mended = 链路恢复
help-mark-action = 你的操作
help-mark-broken = 保证被破坏
help-mark-committed = 已提交
help-time-bar-use = 把标记拖到任意时刻。在过去的时刻进行操作会产生一个分支；单击虚线可切换分支。

## Help: what can be done by hand

help-by-hand = 动手操作
help-by-hand-use = 单击节点或消息，对它进行操作。单击链路可切断它；单击靠近一端的位置，只切断一个方向。画一条线，可切断它穿过的每条链路。从客户端拖到节点，把值放在该节点上；拖动计时器圆弧的末端，可设定计时器。
help-operations = 可发送 x=8、8、x+=2、del x、x: 5->7 或 get x。

## 文字版导览

help-readable-tour = 文字版导览（可打印）
help-book = 手册：指南与参考（英文）
readable-title = Raft Playground 导览
readable-about = 整个导览合为一页文字。每段文字旁的图显示集群在那一刻的状态；在 Raft Playground 中，集群会实际运行。
readable-chapters = 章节
readable-paper = Raft 论文：{ $section-number }
readable-open = 在 Raft Playground 中打开
readable-answer = 答案
readable-goals = 目标
readable-log = { $node } 的日志，从条目 { $index } 起：{ $list }
readable-log-empty = { $node } 的日志：空
readable-entry = { $entry }（任期 { $term }）
readable-entry-open = { $entry }（任期 { $term }，{ $state }）

## Help: keys

glossary = 术语表
glossary-learn = 学习
glossary-learn-about = 在导览中学习“{ $name }”
help-keys = 按键
key-space = 播放或暂停
key-arrows = 前进到下一个事件、后退
key-home-end = 到开头、到最新时刻
key-page = 在时间条上：到下一个标记、返回
key-plus-minus = 加快、减慢
key-reset = 用这个种子重新开始（你的操作可以恢复）
key-undo = 撤销重新开始或新种子；再按一次：重做
key-arrows-node = 在节点上：沿环移动；在链路上：到下一条
key-enter = 在节点上：它的菜单；在链路上：切断或恢复它
key-links = 在节点上：到它的链路
key-stop-freeze = 在节点上：停止、冻结、发起选举；启动、解冻
key-timer = 在节点上：让计时器提前、推后
key-isolate = 在节点上：隔离它、恢复连接
key-node-menu = 在节点上：快照、丢失磁盘、添加或移除、检查
key-next-message = 下一条消息
key-shift-enter = 在链路上：只作用于朝向该节点的方向
key-why = 为什么会这样？
key-glossary = 句子中术语的含义
key-inspector = 检查器
key-presentation = 演示：只显示舞台、说明句和播放控制
key-help = 本帮助

## 故事库：导览、故事和任务

gallery-tour = 导览
gallery-story = 故事
gallery-task = 任务
gallery-parts = 部分
gallery-search = 搜索
gallery-search-hint = 标题、主题或论文章节
gallery-level = 难度
gallery-all-levels = 所有难度
gallery-level-1 = 初学者
gallery-level-2 = 见过选举
gallery-level-3 = 工程师
gallery-minutes = { $count } 分钟
gallery-begun = 已开始
gallery-done = 已完成
gallery-solved = 用 { $count } 步完成
gallery-found = 找到 { $count } 个，共 { $all } 个
gallery-save = 保存我的进度
gallery-load = 载入进度…
gallery-no-progress = { $file } 不含本页面的进度。
gallery-close = 关闭

### The share dialog, files, links, pictures and traces.

share-link-title = 指向这一时刻的链接
share-caption = 说明
share-caption-placeholder = 希望大家注意什么？
share-link = 链接
share-copy = 复制
share-copy-link = 复制链接
share-link-long = 许多程序会截断这么长的链接。请改为发送文件。
share-embed = 嵌入网页
share-file-title = 以文件保存运行
share-save = 保存
share-open = 打开…
share-file-label = 要打开的文件
share-drop = 或把文件拖放到页面上
share-picture-title = 图片
share-record = 录制
share-stop-recording = 停止录制
share-trace-title = 导出跟踪记录

### Recording a story or a task.

share-author = 录制故事
author-title = 录制故事
author-close = 关闭（保留录制内容）
author-kept = 离开本页之前，录制内容会一直保留。用“分享”对话框中的“录制故事”可再次打开。
author-name = 标题
author-summary = 展示什么
author-beats = 停顿点
author-text = 读者在这一时刻应看到什么？
author-points = 指向
author-add-beat = 添加停顿点
author-remove = 移除
author-other-run = 此时刻之前的运行已改变。请检查文字是否仍然正确。
author-task = 任务
author-begin-task = 任务从这里开始
author-task-text = 读者要达成什么
author-goal = 目标
author-latch = 达到一次即可
author-add-goal = 这就是目标
author-hint = 提示
author-add-hint = 添加提示
author-remove-task = 移除任务
author-beat-in-task = 停顿点必须在任务开始之前。
author-save = 保存
author-try = 试一试
author-edit = 以文本编辑
author-open = 打开此文本
author-back = 回到停顿点
author-source = 故事的文本
author-unsaved = 回到未保存的录制

### The Embed dialog, and the button in a frame.

embed-title = 嵌入这一时刻
embed-controls = 控件
embed-controls-auto = 按钮和时间条
embed-controls-none = 无
embed-controls-full = 整个页面
embed-theme = 颜色
embed-theme-auto = 跟随读者的设备
embed-theme-light = 浅色
embed-theme-dark = 深色
embed-language-auto = 读者的语言
embed-autoplay = 立即播放
embed-preview = 预览
embed-tag = 放入你网页的两行代码
embed-frame = 或者一个普通的框架
embed-copy-tag = 复制这两行
embed-copy-frame = 复制框架代码
embed-in-playground = 在完整页面中打开
