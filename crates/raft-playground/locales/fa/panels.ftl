### The menus of nodes and messages.

## Titles

menu-node = گرهٔ { $node }
menu-message = { $from } به { $to }
menu-duplicate = { $what } (تکراری)
menu-stopped = متوقف
menu-leads = رهبر دورهٔ { $term }
menu-asks = پیش‌نامزد در دورهٔ { $term }
menu-candidate = نامزد در دورهٔ { $term }
menu-follows = پیرو { $leader } در دورهٔ { $term }
menu-follower = پیرو در دورهٔ { $term }
menu-disk-question = چه بر سر دیسک { $node } بیاید؟
menu-remove-question = { $node } از خوشه حذف شود؟

## What can be done with a node

action-stop = توقف
action-start = راه‌اندازی دوباره
action-freeze = منجمد کردن
action-resume = ادامه دادن
action-start-election = آغاز انتخابات
action-timer-sooner = زمان‌سنج زودتر
action-timer-later = زمان‌سنج دیرتر
action-isolate = جدا کردن
action-reconnect = وصل دوباره
action-snapshot = گرفتن تصویر لحظه‌ای
action-lose-disk = از دست دادن دیسک…
action-remove = حذف…
action-add = افزودن به خوشه
action-replace = جایگزینی
action-inspect = بازبینی
action-erase = پاک شود
action-damage = آسیب ببیند
action-confirm-remove = حذف شود
action-keep-disk = هیچ
action-cancel = انصراف

## What can be done with a message

action-drop = دور انداختن
action-duplicate = دو بار فرستادن
action-delay = تأخیر 10 میلی‌ثانیه
action-delay-much = تأخیر 200 میلی‌ثانیه
action-next-message = پیام بعدی

## Links and successors

menu-cut-link-to = قطع پیوند با
menu-hand-over-to = واگذاری رهبری به
menu-cut-link = قطع پیوند { $first }–{ $second }
menu-mend-link = وصل دوبارهٔ پیوند { $first }–{ $second }
menu-hand-over = واگذاری رهبری به { $node }

## When a message arrives

message-arrives = فرستاده در زمان { $at }، رسیدن در زمان { $until }.
message-will-be-lost = فرستاده در زمان { $at }، در زمان { $until } از دست خواهد رفت.
message-held = نگه داشته شده تا پیوند را رها کنید.

### The inspector and its tabs.

inspector-close = بستن بازبین
tab-logs = لاگ‌ها
tab-node = گره
tab-network = شبکه
tab-clients = کلاینت‌ها
tab-guarantees = تضمین‌ها
tab-transcript = شرح
tab-settings = تنظیمات

## Logs

logs-label = لاگ‌ها
legend-committed = ثبت نهایی‌شده
legend-uncommitted = ثبت نهایی‌اش معلوم نیست
legend-not-on-disk = نه روی دیسک
legend-applied = ■ اعمال‌شده
legend-progress = ● یعنی matchIndex و ► یعنی nextIndex، از دید رهبر
legend-term = رنگ و عدد: دورهٔ مدخل
log-row = { $node }، { $role }
log-ends-at = پایان در { $index }
log-ends-at-progress = پایان در { $index }، مقدار matchIndex برابر { $match-index }، مقدار nextIndex برابر { $next-index }
log-entry-name = مدخل { $index } از { $node }: { $entry }، { $state }. چرا؟
entry-state-committed = ثبت نهایی‌شده
entry-state-committed-not-on-disk = ثبت نهایی‌شده، هنوز نه روی دیسک آن
entry-state-open = ثبت نهایی‌اش در آنجا معلوم نیست
entry-state-open-not-on-disk = ثبت نهایی‌اش در آنجا معلوم نیست، هنوز نه روی دیسک آن
entries-earlier = مدخل‌های قبلی
entries-later = مدخل‌های بعدی
entries-first-shown = نخستین اندیس نمایش

## Node

node-choice = گره
node-disk = دیسک { $node }
node-writes = در حال نوشتن روی دیسک
node-writes-note = اگر { $node } اکنون متوقف شود ممکن است از دست برود
node-memory = حافظهٔ { $node }
node-memory-note = با توقف آن از دست می‌رود
node-memory-none = هیچ: متوقف است
node-followers = آنچه { $node } از بقیه می‌داند
node-messages-sent = پیام‌های فرستاده
node-messages-note = از آغاز اجرا
node-json = به شکل JSON
field-term = دوره
field-vote = رأی
field-snapshot = تصویر لحظه‌ای
field-log = لاگ
field-role = نقش
field-leader = رهبر
field-commit-index = commitIndex
field-last-applied = lastApplied
field-voters = رأی‌دهندگان
field-old-voters = رأی‌دهندگان قدیم
field-learners = یادگیرندگان
field-value = مقدار { $key }
field-frozen = منجمد
value-none = هیچ
value-nodes = { $voters }
value-empty = خالی
value-frozen = پیام‌ها و زمان‌سنج‌ها منتظرند
due-never-clock = نه تا وقتی ساعتش کار کند
due-never-disk = نه تا وقتی دیسک کار کند
vote-yes = به آن رأی می‌دهد
vote-counted = رأی به آن به شمار می‌آید
vote-no = رأی نمی‌دهد
would-vote-yes = حاضر است به آن رأی بدهد
would-vote-no = حاضر نیست به آن رأی بدهد
index-range = { $index }–{ $last-index }
timer-election = زمان‌سنج انتخابات
timer-heartbeat = زمان‌سنج ضربان
timer-quorum = زمان‌سنج حد نصاب
timer-transfer = زمان‌سنج واگذاری رهبری
write-with-entry = { $write }: { $entry }
follower-progress = مقدار nextIndex برابر { $next-index }، مقدار matchIndex برابر { $match-index }، دور { $answered } از { $sent }، { $transit }
follower-probing =
    { $count ->
        [one] { $count } کاوش بی‌پاسخ
       *[other] { $count } کاوش بی‌پاسخ
    }
follower-replicating =
    { $count ->
        [one] { $count } پیام بی‌پاسخ
       *[other] { $count } پیام بی‌پاسخ
    }
follower-snapshot =
    { $count ->
        [one] { $count } بایت از تصویر لحظه‌ای دریافت شده است
       *[other] { $count } بایت از تصویر لحظه‌ای دریافت شده‌اند
    }

## Network

links = پیوندها
links-note = سطرها می‌فرستند، ستون‌ها دریافت می‌کنند
links-table = پیوندها: سطرها می‌فرستند، ستون‌ها دریافت می‌کنند
links-press-label = اثر فشردن یک پیوند
links-press-cuts = قطع
links-press-holds = نگه داشتن
lane = { $from } به { $to }
lane-cut = { $from } به { $to }، قطع
lane-held = { $from } به { $to }، نگه داشته
lane-special = { $from } به { $to }: { $quality }
messages-in-transit = پیام‌های در راه
messages-none = هیچ
messages-more = و { $count } پیام دیگر
next-events = رویدادهای بعدی
fate-held = نگه داشته
fate-cut = در محل قطع از دست می‌رود
fate-random = به‌تصادف از دست می‌رود
fate-overflow = از دست می‌رود: پیوند پر است
fate-lost = از دست می‌رود
message-why = چرا پیام { $number }؟
message-drop = دور انداختن پیام { $number }
message-duplicate = دو بار فرستادن پیام { $number }
message-delay = تأخیر پیام { $number } به اندازهٔ 10 میلی‌ثانیه

## Clients

clients = کلاینت‌ها
clients-linearizable = خطی‌پذیر
clients-not-linearizable = خطی‌ناپذیر
clients-undecided = نامعلوم: ترتیب‌های ممکن بیش از حد زیادند
clients-nothing-yet = هنوز هیچ کلاینتی درخواستی نکرده است.
clients-overlap = میله‌هایی که هم‌پوشانی دارند درخواست‌هایی هم‌زمان را نشان می‌دهند.
clients-earlier =
    { $count ->
        [one] { $count } درخواست قبلی { $client }
       *[other] { $count } درخواست قبلی { $client }
    }
clients-history = درخواست‌ها در طول زمان
clients-requests = درخواست‌ها
column-request = درخواست
column-outcome = نتیجه
column-from = از
column-until = تا
time-range = { $at } تا { $until }
time-range-open = { $at } تا اکنون
outcome-done = انجام شد
outcome-contradicts = با دیگری در تناقض است
outcome-failed = ناموفق
outcome-unknown = نامعلوم
outcome-waiting = در انتظار
request-answer = { $operation }: { $answer }
answer-unset = بی‌مقدار
answer-not-a-number = عدد نیست
answer-failed = ناموفق
answer-unknown = نامعلوم

## Transcript

transcript-filter = آنچه شرح رویدادها نشان می‌دهد
filter-highlights = مهم‌ها
filter-protocol = پروتکل
filter-messages = پیام‌ها
filter-disks = دیسک‌ها
filter-all = همه
transcript-search = جست‌وجو در شرح رویدادها
transcript-earlier = قبلی‌ها
transcript-later = بعدی‌ها
transcript-searches = جست‌وجو پیش از { $at } …
transcript-finds-nothing = هیچ سطری این متن را ندارد.
transcript-why = چرا؟

### The settings: how the cluster is made. Names and values of scripts are not translated.

settings-now = اکنون اثر می‌کند
settings-current = اکنون { $value }
settings-restart = شروع دوباره با اینها
settings-discard = رها کردن تغییرها
settings-defaults = پیش‌فرض‌ها

settings-cluster = خوشه
setting-nodes = گره‌ها
setting-nodes-hint = 1 تا 9 رأی‌دهنده
setting-spares = گره‌های ذخیره
setting-spares-hint = شاید بعداً بپیوندند؛ روی هم حداکثر 9 گره
setting-clients = کلاینت‌ها
setting-clients-hint = 0 تا 3
setting-client-timeout = مهلت کلاینت
setting-client-timeout-hint = سپس گرهٔ دیگری را می‌آزماید
setting-forward = بازفرستادن درخواست‌ها به رهبر
setting-forward-hint = خاموش: به کلاینت می‌گوید رهبر کدام است، §8

settings-network = شبکه
setting-latency = تأخیر
setting-latency-hint = کمینه، مانند 20ms
setting-jitter = نوسان تأخیر
setting-jitter-hint = افزودهٔ تصادفی، حداکثر
setting-tail = دنبالهٔ تأخیر
setting-tail-hint = تأخیر اضافی و کمیاب، به طور میانگین
setting-loss = از دست رفتن
setting-loss-hint = به‌تصادف از دست می‌رود، مانند 5%
setting-duplicate = تکراری شدن
setting-duplicate-hint = دو بار می‌رسد
setting-reorder = جابه‌جایی
setting-reorder-hint = پنج برابر طول می‌کشد
setting-bandwidth = پهنای باند
setting-bandwidth-hint = بایت در ثانیه، یا unlimited

settings-clocks = ساعت‌ها
setting-clock = ساعت { $node }
setting-clock-hint = از 10% تا 1000% سرعت واقعی، یا «stands»

settings-timing = زمان‌بندی و انتخابات
setting-election-timeout = مهلت انتخابات
setting-election-timeout-hint = یک زمان، یا دو زمان مانند 150ms to 300ms، طبق §5.2
setting-heartbeat-interval = فاصلهٔ ضربان‌ها
setting-heartbeat-interval-hint = کوتاه‌تر از مهلت انتخابات، §5.2
setting-pre-vote = پیش‌رأی
setting-pre-vote-hint = پیش از آغاز انتخابات می‌پرسد، رساله §9.6
setting-check-quorum = بررسی حد نصاب
setting-check-quorum-hint = رهبر بدون اکثریت از رهبری کنار می‌رود، رساله §6.2
setting-reads = خواندن‌ها
setting-reads-hint = «round» یا «lease 5%» (با 5 درصد انحراف ساعت)

settings-log = لاگ و تصویرهای لحظه‌ای
setting-max-entries = مدخل در هر پیام
setting-max-entries-hint = حداکثر
setting-max-in-flight = پیام‌های در راه
setting-max-in-flight-hint = حداکثر، به هر پیرو
setting-compact-after = تصویر لحظه‌ای پس از
setting-compact-after-hint = شماری از مدخل‌ها، یا never، طبق §7
setting-snapshot-chunk = تکهٔ تصویر لحظه‌ای
setting-snapshot-chunk-hint = بایت در هر پیام

settings-disks = دیسک‌ها
setting-disk-latency = زمان نوشتن
setting-disk-latency-hint = با احتساب sync
setting-disk-jitter = نوسان
setting-disk-jitter-hint = افزودهٔ تصادفی، حداکثر
setting-torn-writes = نوشتن‌های نیمه‌کاره
setting-torn-writes-hint = سهم سقوط‌هایی که نیمی از یک نوشتن را باقی می‌گذارند

settings-bugs = باگ‌های سیستم‌های واقعی
setting-votes-not-durable = رأی‌ها روی دیسک نوشته نمی‌شوند
setting-votes-not-durable-hint = شکل 2 آن را لازم می‌داند
setting-early-answers = پاسخ‌ها پیش از نوشتن روی دیسک فرستاده می‌شوند
setting-early-answers-hint = شکل 2 نخست نوشتن را لازم می‌داند
setting-half-is-enough = نیمی از رأی‌دهندگان کافی است
setting-half-is-enough-hint = §5.2 اکثریت را لازم می‌داند
setting-local-reads = هر گره‌ای به خواندن‌ها پاسخ می‌دهد
setting-local-reads-hint = §8 آن را منع می‌کند
setting-retries-applied = درخواست‌های تکراری دو بار اعمال می‌شوند
setting-retries-applied-hint = بدون نشست کلاینت، §8

settings-rules = قاعده‌های پروتکل
settings-rules-off =
    { $count ->
        [one] { $count } قاعده خاموش
       *[other] { $count } قاعده خاموش
    }
setting-rule-hint = { $section }. { $name }

## What is wrong with a value

value-missing = مقداری بنویسید.
value-trailing = فقط یک مقدار بنویسید.
value-range = باید بین { $least } و { $most } باشد.
value-range-share = باید بین { $least-share } و { $most-share } باشد.
value-order = زمان دوم باید دست‌کم به اندازهٔ زمان نخست باشد.
value-positive = باید بیشتر از 0 باشد.
value-too-small = باید دست‌کم { $least } باشد.
value-too-large = عدد بیش از حد بزرگ است.
value-too-long = باید حداکثر یک ساعت باشد.
value-too-long-for-script = باید حداکثر یک روز باشد.
value-span = زمانی بنویسید، مانند 20ms.
value-span-precision = شمار صحیحی از میکروثانیه بنویسید.
value-share = درصدی بنویسید، مانند 5%.
value-share-precision = حداکثر یک رقم اعشار بنویسید.
value-choice = بنویسید { $choices }.
value-number = عددی صحیح بنویسید.
value-reads = بنویسید «round» یا «lease 5%».
value-never = شماری از مدخل‌ها بنویسید، یا «never».
value-unlimited = شماری از بایت در ثانیه بنویسید، یا «unlimited».
value-too-many-nodes = با { $count } گرهٔ ذخیره، خوشه بیش از { $most } گره خواهد داشت.
value-heartbeat-too-slow = فاصلهٔ ضربان‌ها، { $span }، باید کوتاه‌تر از مهلت انتخابات، { $waited }، باشد: وگرنه پیروان با اینکه رهبرشان زنده است انتخابات آغاز می‌کنند.
value-lease-without-time = اجاره‌ای که { $share } انحراف ساعت را مجاز می‌داند هیچ زمانی برایش نمی‌ماند. انحراف باید کمتر از 100 درصد باشد.
value-lease-without-check-quorum = اجاره به «بررسی حد نصاب» نیاز دارد: وگرنه ممکن است پیروان پیش از پایان اجاره رهبر تازه‌ای انتخاب کنند و خواندن‌ها کهنه باشند. برای دیدن آن، قاعدهٔ leader-alive را خاموش کنید.
value-unknown = «{ $word }» وجود ندارد.
value-repeated = «{ $word }» دو بار آمده است.
value-suggestion = { $error } آیا منظورتان «{ $word }» بود؟
value-other = { $text }

## Advice about a setting that is valid

advice-leader-without-majority = بدون «بررسی حد نصاب»، رهبری که به اکثریت دسترسی ندارد خودبه‌خود از رهبری کنار نمی‌رود، و گره‌ای که هنوز از آن می‌شنود از رهبر تازه پشتیبانی نمی‌کند: یک پیوند خراب ممکن است خوشه را از پیشرفت بازدارد.
advice-equal-timeouts = همهٔ گره‌ها درست { $span } صبر می‌کنند، پس ممکن است آرا بارها و بارها تقسیم شود.
advice-slow-votes = درخواست، نوشتن روی دیسک و پاسخ { $span } یا بیشتر طول می‌کشند: ممکن است رأی‌ها دیر برسند و انتخابات از نو آغاز شود.
advice-short-lease = اجاره { $span } طول می‌کشد، یعنی بیشتر از فاصلهٔ ضربان‌هایی که آن را تمدید می‌کنند نیست، پس بسیاری از خواندن‌ها باید منتظر یک دور پیام بمانند.

### What Raft guarantees, how a guarantee can be broken, and what each rule of the protocol says.

## Guarantees

guarantees-summary = { $holding } برقرار، { $broken } نقض‌شده، { $undecided } نامعلوم
guarantee-holds = برقرار
guarantee-broken = نقض‌شده
guarantee-undecided = نامعلوم
guarantee-is-broken = «{ $guarantee }» نقض شده است: { $facts }
broken-after-lost-tail = { $what } این تقصیر Raft نیست: دیسک { $node } آنچه را تأیید کرده بود از دست داده بود.

guarantee-election-safety = ایمنی انتخابات
guarantee-leader-append-only = رهبر فقط‌افزا
guarantee-log-matching = تطابق لاگ‌ها
guarantee-leader-completeness = کامل بودن رهبر
guarantee-state-machine-safety = ایمنی ماشین حالت
guarantee-durable-quorum = ثبت نهایی روی حد نصاب ماندگار
guarantee-quorums-meet = نبود حد نصاب‌های جدا از هم
guarantee-applied-in-order = اعمال به‌ترتیب
guarantee-linearizability = خطی‌پذیری
guarantee-exactly-once = دقیقاً یک بار
guarantee-stable-leadership = رهبری پایدار
guarantee-liveness = سرزندگی

meaning-election-safety = هیچ دوره‌ای دو رهبر ندارد (§5.2).
meaning-leader-append-only = رهبر فقط به لاگ خودش می‌افزاید؛ هرگز مدخلی در آن را تغییر نمی‌دهد و حذف نمی‌کند (§5.3).
meaning-log-matching = اگر دو لاگ مدخل یکسانی داشته باشند، تا آن مدخل با هم یکی‌اند (§5.3).
meaning-leader-completeness = هر رهبر بعدی همهٔ مدخل‌های ثبت نهایی‌شده را در لاگ خود دارد (§5.4).
meaning-state-machine-safety = هیچ دو گره‌ای در یک اندیس مدخل‌های متفاوتی اعمال نمی‌کنند (§5.4.3).
meaning-durable-quorum = مدخل ثبت نهایی‌شده روی دیسک‌های یک اکثریت است (§5.3).
meaning-quorums-meet = هر اکثریتی که رهبری انتخاب می‌کند گره‌ای با همهٔ مدخل‌های ثبت نهایی‌شده را در بر دارد (§6).
meaning-applied-in-order = گره مدخل‌ها را یکی پس از دیگری اعمال می‌کند و هرگز به عقب برنمی‌گردد (§5.3).
meaning-linearizability = خوشه برای کلاینت‌ها مانند یک سرور رفتار می‌کند که هرگز خراب نمی‌شود (§8).
meaning-exactly-once = هر درخواست یک بار اثر می‌کند، هر چند بار که فرستاده شود (§8).
meaning-stable-leadership = با پیش‌رأی، رهبری که اکثریت از آن می‌شنود هرگز برکنار نمی‌شود (رساله §9.6).
meaning-liveness = تا وقتی یک اکثریت بتواند ارتباط داشته باشد، درخواست‌ها ثبت نهایی می‌شوند (§5.6).

undecided-keys = برای بررسی { $keys } ترتیب‌های ممکن بیش از حد زیادند.
undecided-while-acting = در این صفحه، که خودتان می‌توانید رهبری را برکنار کنید، بررسی نمی‌شود.
undecided-no-leader = رهبری وجود ندارد.
undecided-no-quorum = { $leader } رهبر است، ولی با گره‌های کمی پیام رد و بدل می‌کند.
undecided-entry = رهبر هنوز مدخل { $index } را ثبت نهایی نکرده است.

## How a guarantee was broken

broken-election-safety = هم { $first } و هم { $second } رهبر دورهٔ { $term } شدند.
broken-leader-append-only = { $leader } رهبر دورهٔ { $term } بود و لاگ خودش را در اندیس { $index } تغییر داد.
broken-log-matching = هم { $first } و هم { $second } این را داشته‌اند: { $position }؛ ولی پیش از آن یا در خود آن مدخل‌های متفاوتی داشته‌اند.
broken-kept-conflict = { $node } پس از تصویر لحظه‌ای تا مدخل { $index }، مدخل‌های خود تا { $last-index } را نگه داشت، با اینکه در لاگش پیش از آنها مدخل‌های دیگری آمده بود.
broken-leader-completeness = مدخل { $index } (دورهٔ { $entry-term }) در دورهٔ { $committed-term } ثبت نهایی شد، ولی { $leader } بدون آن رهبر دورهٔ { $term } بود.
broken-state-machine-safety = در اندیس { $index }، گرهٔ { $first } مدخلی از دورهٔ { $first-term } اعمال کرد و { $second } مدخل دیگری، از دورهٔ { $second-term }.
broken-applied-uncommitted = { $node } مدخل { $index } را اعمال کرد، ولی تا جایی که می‌دانست فقط مدخل‌های تا { $commit-index } ثبت نهایی شده بودند.
broken-commit-beyond-log = { $node } مدخل { $commit-index } را ثبت نهایی‌شده می‌شمرد، ولی لاگش در مدخل { $last-index } پایان می‌یافت.
broken-rewound = { $node } مدخل { $before-index } را اعمال کرده بود و تصویری لحظه‌ای آن را به { $index } برگرداند.
broken-durable-quorum =
    { $copies ->
        [0] { $node } مدخل { $index } (دورهٔ { $entry-term }) را ثبت نهایی کرد، ولی هیچ رأی‌دهنده‌ای آن را روی دیسک نداشت.
        [one] { $node } مدخل { $index } (دورهٔ { $entry-term }) را ثبت نهایی کرد، ولی فقط { $copies } رأی‌دهنده آن را روی دیسک داشت.
       *[other] { $node } مدخل { $index } (دورهٔ { $entry-term }) را ثبت نهایی کرد، ولی فقط { $copies } رأی‌دهنده آن را روی دیسک داشتند.
    }
broken-quorums-meet = مدخل { $index } (دورهٔ { $entry-term }) در دورهٔ { $committed-term } ثبت نهایی شد، ولی هیچ گره‌ای که { $leader } را در دورهٔ { $term } انتخاب کرد آن را نداشت.
broken-applied-in-order = { $node } مدخل { $before-index } و سپس مدخل { $index } را اعمال کرد.
broken-stale-read = { $client } خواند که { $key } برابر { $value } است، پس از آنکه به { $other } گفته شده بود { $key } برابر { $expected } است.
broken-stale-read-unset = { $client } خواند که { $key } مقداری ندارد، پس از آنکه به { $other } گفته شده بود { $key } برابر { $expected } است.
answer-with-outcome = { $operation }: { $outcome }
answer-to-request = پاسخ درخواست { $number }
broken-order-after = هیچ ترتیبی از درخواست‌ها «{ $answer }» برای { $client } را پس از «{ $other-answer }» برای { $other } توضیح نمی‌دهد.
broken-order = هیچ ترتیبی از درخواست‌ها «{ $answer }» برای { $client } را توضیح نمی‌دهد.
broken-exactly-once = درخواست { $number } از { $client } با دو مدخل اثر کرد: { $index } و { $other-index }.
broken-stable-leadership = { $leader } رهبر دورهٔ { $term } بود و اکثریتی از آن می‌شنید، ولی دورهٔ { $other-term } آن را برکنار کرد.
broken-liveness-leader = همهٔ خطاهای مؤثر در زمان { $healed-at } پایان یافتند، ولی در زمان { $at } گرهٔ { $leader } رهبر بود و به هیچ نوشتنی پاسخ نداده بود.
broken-liveness-no-leader = همهٔ خطاهای مؤثر در زمان { $healed-at } پایان یافتند، ولی در زمان { $at } رهبری وجود نداشت.

## Rules of the protocol

rule-current-term = پیام‌های دوره‌های قدیمی‌تر رد می‌شوند.
rule-vote-survives-step-down = رأی را در همان دوره نمی‌توان پس گرفت.
rule-one-vote-per-term = گره در هر دوره حداکثر یک رأی می‌دهد، به نخستین نامزدی که بخواهد.
rule-count-granted-votes = فقط رأی‌های داده‌شده شمرده می‌شوند.
rule-one-leader-per-term = رهبر در دورهٔ خودش هرگز از هیچ گره‌ای مدخل نمی‌پذیرد.
rule-consistency-check = پیرو مدخل‌ها را فقط وقتی می‌پذیرد که مدخل پیش از آنها در هر دو لاگ یکی باشد.
rule-truncate-only-conflicts = فقط مدخل‌هایی حذف می‌شوند که با مدخل‌های رهبر در تعارض‌اند.
rule-truncate-conflicts = مدخل‌هایی که با مدخل‌های رهبر در تعارض‌اند حذف می‌شوند.
rule-commit-verified-prefix = پیرو فقط بخشی از لاگ خود را ثبت نهایی می‌کند که همین رهبر تطابق آن را تصدیق کرده است.
rule-credit-what-is-answered = رهبر فقط آنچه را پاسخ پیرو تأیید می‌کند به حساب آن پیرو می‌گذارد.
rule-apply-committed = فقط مدخل‌های ثبت نهایی‌شده اعمال می‌شوند.
rule-up-to-date-log = گره فقط به نامزدی رأی می‌دهد که لاگش دست‌کم به اندازهٔ لاگ خود گره به‌روز باشد.
rule-commit-own-term = رهبر فقط نسخه‌های مدخل‌های دورهٔ خودش را می‌شمارد.
rule-keep-committed = مدخل‌های ثبت نهایی‌شده هرگز حذف نمی‌شوند.
rule-membership-on-append = ترکیب اعضا همین که در لاگ باشد اثر می‌کند.
rule-membership-rolls-back = ترکیب اعضایی که از لاگ حذف شود دیگر اثری ندارد.
rule-only-voters-stand = فقط رأی‌دهندگان نامزد می‌شوند.
rule-any-member-votes = گره رأی می‌دهد حتی اگر لاگ خودش، که شاید عقب باشد، آن را رأی‌دهنده نشمارد.
rule-count-only-voters = فقط رأی‌دهندگان کنونی به حساب می‌آیند، نه یادگیرندگان و گره‌های حذف‌شده.
rule-one-change-at-a-time = تغییرهای ترکیب اعضا یکی‌یکی انجام می‌شوند.
rule-own-term-before-change = رهبر فقط پس از ثبت نهایی مدخلی از دورهٔ خودش اعضا را تغییر می‌دهد.
rule-catch-up-first = گره‌های تازه پیش از رأی دادن به بقیه می‌رسند.
rule-joint-consensus = رأی‌دهندگان از راه یک ترکیب مشترک تغییر می‌کنند.
rule-current-progress = تأیید دریافت فقط وقتی به حساب می‌آید که پس از آخرین پیوستن پیرو فرستاده شده باشد.
rule-leader-alive = گره‌هایی که از یک رهبر می‌شنوند بر ضد آن رأی نمی‌دهند.
rule-snapshot-not-older = تصویر لحظه‌ای قدیمی‌تر از آنچه ثبت نهایی شده است نادیده گرفته می‌شود.
rule-snapshot-keeps-suffix = اگر لاگ با تصویر لحظه‌ای سازگار باشد، مدخل‌های پس از تصویر نگه داشته می‌شوند.
rule-snapshot-drops-conflict = لاگی که با تصویر لحظه‌ای ناسازگار باشد با آن جایگزین می‌شود.
rule-compacted-matches = مدخل‌هایی که تصویر لحظه‌ای جایشان را گرفته است مطابق به شمار می‌آیند.
rule-nothing-during-transfer = رهبر هنگام واگذاری رهبری هیچ درخواست تازه‌ای را نمی‌پذیرد.
rule-transfer-from-leader = فقط رهبر خود گره می‌تواند به آن بگوید که بی‌درنگ انتخاباتی آغاز کند.
rule-pre-vote-spreads-term = گره‌ای که رد می‌کند می‌گوید از چه دورهٔ جدیدتری خبر دارد.
rule-current-request = پاسخ فقط تا وقتی به حساب می‌آید که درخواست آن آخرین درخواست این گره در این دوره و از آخرین راه‌اندازی‌اش باشد.
rule-read-after-own-term = رهبر فقط پس از ثبت نهایی مدخلی از دورهٔ خودش به خواندن‌ها پاسخ می‌دهد.
rule-read-after-round = رهبر فقط پس از آنکه اکثریتی تصدیق کرد که هنوز رهبر است به خواندن پاسخ می‌دهد.
rule-lease-within-drift = اجاره به اندازهٔ انحراف مجاز ساعت از مهلت انتخابات کوتاه‌تر است.
rule-no-lease-during-transfer = رهبری که رهبری را واگذار کرده است در آن دوره اجاره‌ای ندارد.

### Stories, questions and tasks.

story-label = داستان
story-back = قبلی
story-continue = ادامه
story-skip = رد کردن
story-next = داستان بعدی
story-next-chapter = فصل بعدی
story-return = بازگشت به داستان
story-begin-task = خودتان بیازمایید
story-progress = { $number } از { $all }
story-later = { $span } بعد
story-invitation = بیازمایید: { $action }.
story-not-translated = این داستان ترجمه نشده است، یا فقط بخشی از آن: بقیه به انگلیسی است.
story-choices = پاسخ شما
story-right = درست
story-wrong = نادرست

## Acts, after “Try it:” or “allowed:”

act-send = فرستادن یک مقدار
act-cut = کشیدن خطی برای قطع پیوندها
act-mend = کلیک روی یک پیوند برای وصل دوباره
act-isolate = جدا کردن یک گره
act-heal = ترمیم شبکه
act-stall = نگه داشتن پیام‌های یک پیوند
act-drop = دور انداختن یک پیام
act-duplicate = دو بار فرستادن یک پیام
act-delay = به تأخیر انداختن یک پیام
act-stop = توقف یک گره
act-start = راه‌اندازی یک گرهٔ متوقف
act-freeze = منجمد کردن یا ادامه دادن یک گره
act-disk = آسیب زدن به یک دیسک یا جایگزینی آن
act-timer = تغییر یک زمان‌سنج انتخابات
act-snapshot = گرفتن تصویر لحظه‌ای
act-members = افزودن، حذف یا جایگزینی یک گره
act-hand-over = واگذاری رهبری
act-setting = تغییر یک تنظیم

## Tasks

task-label = تمرین
task-acts =
    { $count ->
        [one] تا اینجا { $count } اقدام.
       *[other] تا اینجا { $count } اقدام.
    }
task-not-allowed = این اقدام در اینجا به حساب نمی‌آید: { $action }. آن را برگردانید.
task-solved =
    { $count ->
        [one] با { $count } اقدام حل شد.
       *[other] با { $count } اقدام حل شد.
    }
task-solved-best =
    { $count ->
        [one] با { $count } اقدام حل شد. بهترین راه‌حل شناخته‌شده { $least } اقدام لازم دارد.
       *[other] با { $count } اقدام حل شد. بهترین راه‌حل شناخته‌شده { $least } اقدام لازم دارد.
    }
task-solution-runs = این یک راه‌حل است. به حساب شما گذاشته نمی‌شود.
task-goal-reached = به دست آمده
task-goal-open = به دست نیامده
task-undo = برگرداندن
task-start-over = از سر گرفتن
task-hint = راهنمایی
task-show-solution = نمایش راه‌حل
task-show-question = راه‌حل نشان داده شود؟ در این صورت تمرین حل‌شده به حساب نمی‌آید.
task-show-yes = نشان بده
task-show-no = باز هم می‌کوشم

## Goals. $who is “A, B, C” or “every running node”.

goal-every-node = همهٔ گره‌های در حال کار
goal-leader = یک رهبر
goal-leader-in-term = یک رهبر برای دورهٔ { $term }
goal-leads = رهبر: { $any-of }
goal-leads-in-term = رهبر دورهٔ { $term }: { $any-of }
goal-no-leader = بدون رهبر
goal-no-leader-in-term = دورهٔ { $term } بدون رهبر
goal-one-leader = دقیقاً یک رهبر برای دورهٔ { $term }
goal-state = { $state }: { $who }
goal-running = در حال کار
goal-frozen = منجمد
goal-committed = باخبر از ثبت نهایی { $operation }: { $who }
goal-uncommitted = { $operation } در لاگ، بی‌خبر از ثبت نهایی آن: { $who }
goal-absent = بدون { $operation } در لاگ: { $who }
goal-value = { $key } برابر { $value }: { $who }
goal-no-value = بدون مقداری برای { $key }: { $who }
goal-operation = عملیات { $number } از { $client }: { $status }
goal-any-operation = { $client }: { $status }
goal-waiting = در انتظار پاسخ
goal-done = انجام شده
goal-failed = معلوم است که هرگز اثر نمی‌کند
goal-unknown = معلوم نیست که اثر کرده است یا نه
goal-read = مقدار { $value } را خوانده
goal-read-nothing = مقداری نخوانده
goal-term = در دورهٔ { $term }: { $who }
goal-vote = رأی به { $candidate }: { $who }
goal-no-vote = بدون رأی در این دوره: { $who }
goal-commit-index = اندیس ثبت نهایی { $commit-index }: { $who }
goal-snapshot = آغاز لاگ با تصویر لحظه‌ای: { $who }
goal-members = اعضا { $voters }: { $who }
goal-joint = در ترکیب مشترک: { $who }
goal-same-log = لاگ یکسان: { $who }
goal-same-state = مقدارهای یکسان: { $who }
goal-refused = { $node } درخواست را رد کرده است
goal-refused-by = { $node } درخواست را رد کرده است. { $rule }
goal-violation = نقض‌شده: { $guarantee }
goal-no-violation-of = نقض‌نشده: { $guarantee }
goal-no-violation = هیچ تضمینی نقض نشده است
goal-other = { $expectation }

## The share dialog, files, links, pictures and traces.

share-copied = رونوشت برداشته شد.
share-press-to-copy = برای رونوشت Ctrl+C را بزنید.
share-saved = { $file } ذخیره شد.
share-drop-here = برای باز شدن رها کنید
share-opening-long = { $source } اجرایی طولانی دارد: باز کردنش کمی زمان می‌برد.

## Why something could not be opened

source-command = فرمان
command-empty = در این متن فرمانی نیست.
open-too-large = { $source } باز نشد: بزرگ‌تر از 2 مگابایت است.
open-not-text = { $source } باز نشد: فایل متنی نیست.
open-not-beside = { $source } باز نشد: در پوشهٔ این صفحه نیست.
open-no-connection = { $source } بارگیری نشد: ارتباطی نیست.
open-not-found = { $source } بارگیری نشد: چنین فایلی نیست.
open-link-version = لینک باز نشد: نسخهٔ آن { $version } است و این صفحه نسخهٔ 1 را می‌خواند.
open-link-cut-at-start = لینک باز نشد: آغاز آن ناقص یا آسیب‌دیده است.
open-link-damaged-at = لینک باز نشد: نویسهٔ { $number } پس از نشانی آسیب دیده است.
open-link-cut-short = لینک باز نشد: ناقص است. { $count } از { $all } نویسه را دارد.
open-link-checksum = لینک باز نشد: آسیب دیده است (جمع کنترلی آن مطابقت ندارد).
open-script-error = { $source }، سطر { $line }، ستون { $column }: { $error }.
open-script-error-suggestion = { $source }، سطر { $line }، ستون { $column }: { $error }؛ آیا منظورتان «{ $word }» بود؟
open-script-value = { $source }، سطر { $line }، ستون { $column }: { $error }
open-script-setting = { $source }، سطر { $line }، ستون { $column }، { $key }: { $error }
open-bad-run = { $source } باز نشد: { $error }.
open-expectation-failed = { $source }، سطر { $line }: انتظاری برآورده نشد: { $expectation } ({ $detail }).
open-expectations-failed = { $source }، سطر { $line }: انتظاری برآورده نشد: { $expectation } ({ $detail }). این تنها مورد نیست.
open-other-version = { $source } از نسخهٔ دیگری از این برنامه آمده است؛ شاید اینجا چیز دیگری نشان دهد.

## Traces

trace-too-long = نموداری با { $count } رویداد بیش از حد بزرگ است: بیشترین اندازه { $most } است. NDJSON محدودیتی ندارد.
trace-not-here = این صفحه نمی‌تواند ردّ اجرا را بنویسد: پوشهٔ trace/ آن نیست یا بارگذاری نشد.
browser-failed = این مرورگر نتوانست آن را انجام دهد: { $problem }

## What happens next

in-time = { $due } دیگر
now = اکنون
at-time = در زمان { $at }
next-lost = { $message } در راه از دست می‌رود
next-finds-stopped = { $message } می‌رسد، ولی { $to } متوقف است
next-arrives = { $message } می‌رسد
next-election-timer = زمان‌سنج انتخابات { $node } به پایان می‌رسد
next-heartbeats = { $node } ضربان‌های بعدی‌اش را می‌فرستد
next-quorum-check = { $node } گره‌هایی را که پاسخ داده‌اند می‌شمارد
next-transfer-timeout = مهلت { $node } برای واگذاری رهبری تمام می‌شود
next-disk-write = دیسک { $node } نوشتنی را به پایان می‌رساند
next-disk-write-fails = نوشتنی روی دیسک { $node } ناموفق می‌شود
next-timer-of-frozen = یکی از زمان‌سنج‌های { $node }، که منجمد است، به پایان می‌رسد
next-client-timeout = { $client } به اندازهٔ کافی منتظر پاسخ { $operation } مانده است
next-your-action = شما: { $action }
next-script-action = اسکریپت: { $action }

## The address: name=value

address-seed = { $parameter } نادیده گرفته شد: بذر عددی صحیح از 0 تا 18446744073709551615 است.
address-speed = { $parameter } نادیده گرفته شد: از { $choices } استفاده کنید.
address-nodes = { $parameter } نادیده گرفته شد: خوشه 1 تا 9 گره دارد.
address-theme = { $parameter } نادیده گرفته شد: از light یا dark استفاده کنید.
address-switch = { $parameter } نادیده گرفته شد: از 1 یا 0 استفاده کنید.
address-scenario = { $parameter } نادیده گرفته شد: فایلی از نوع raft از پوشهٔ این صفحه بدهید، مانند stories/x.raft.
address-at = { $parameter } نادیده گرفته شد: زمانی در ساعت نخست بدهید، مانند 1200 یا 1200ms یا 1.2s.
address-beat = { $parameter } نادیده گرفته شد: نام یک گام از حروف کوچک، رقم و خط تیره ساخته می‌شود.
address-beat-unknown = { $parameter } نادیده گرفته شد: این اجرا چنین گامی ندارد.
address-choice = { $parameter } نادیده گرفته شد: از { $choices } استفاده کنید.
address-unknown = «{ $name }» در نشانی نادیده گرفته شد: از seed یا speed یا paused یا nodes یا theme یا embed یا scenario یا at یا beat یا controls یا autoplay یا pause-on-beats یا lang استفاده کنید.

## Pause when …

pause-when = مکث وقتی
pause-when-title = مکث وقتی …
pause-on-broken = تضمینی نقض می‌شود
pause-on-leader = یک رهبر انتخاب می‌شود
pause-on-election = انتخاباتی آغاز می‌شود
pause-on-commit = مدخلی ثبت نهایی می‌شود
pause-on-roll-back = لاگی به عقب برگردانده می‌شود
pause-on-refusal = پیامی رد می‌شود
pause-on-loss = پیامی از دست می‌رود
pause-on-stop = گره‌ای متوقف می‌شود
pause-on-answer = کلاینتی پاسخ می‌گیرد
paused-on = مکث: { $what }.

## Kinds of messages, as a title

kind-pre-vote = درخواست پیش‌رأی
kind-pre-vote-reply = پاسخ پیش‌رأی
kind-vote-request = درخواست رأی
kind-vote-reply = پاسخ رأی
kind-heartbeat = ضربان
kind-append = مدخل‌ها
kind-append-reply = تأیید دریافت
kind-snapshot = تصویر لحظه‌ای
kind-snapshot-reply = تأیید دریافت تصویر لحظه‌ای
kind-timeout-now = درخواست به دست گرفتن رهبری
kind-read-index = درخواست خواندن از رهبر
kind-read-index-reply = اندیس خواندن از رهبر
kind-forward = درخواست بازفرستاده
kind-forward-reply = پاسخ بازفرستاده
kind-client-request = درخواست کلاینت
kind-client-reply = پاسخ به کلاینت

## A message with its sender, at the beginning of a sentence

message-pre-vote = درخواست پیش‌رأی { $from } از { $to }
message-pre-vote-reply = پاسخ پیش‌رأی { $from } به { $to }
message-vote-request = درخواست رأی { $from } از { $to }
message-vote-reply = پاسخ رأی { $from } به { $to }
message-heartbeat = ضربان { $from } به { $to }
message-append = پیام مدخل‌های { $from } برای { $to }
message-append-reply = تأیید دریافت { $from } به { $to }
message-snapshot = تصویر لحظه‌ای { $from } برای { $to }
message-snapshot-reply = تأیید دریافت تصویر لحظه‌ای از { $from } به { $to }
message-timeout-now = درخواست { $from } که { $to } رهبری را به دست بگیرد
message-read-index = درخواست خواندن { $from } از { $to }
message-read-index-reply = اندیس خواندن { $from } برای { $to }
message-forward = درخواست بازفرستادهٔ { $from } به { $to }
message-forward-reply = پاسخ بازفرستادهٔ { $from } به { $to }
message-client-request = درخواست { $from } به { $to }
message-client-reply = پاسخ { $from } به { $to }

## Nodes and disks

node-started = { $node } با آنچه دیسکش نگه داشته است دوباره راه می‌افتد: دورهٔ { $term }، رأی و لاگش.
node-started-without-vote = { $node } با آنچه دیسکش نگه داشته است دوباره راه می‌افتد: دورهٔ { $term } و لاگش، ولی نه رأیش.
node-stopped = { $node } متوقف می‌شود. دیسکش دوره، رأی و لاگش را نگه می‌دارد.
node-stopped-without-vote = { $node } متوقف می‌شود. دیسکش دوره و لاگش را نگه می‌دارد، ولی نه رأیش را.
node-stopped-damaged = { $node } متوقف می‌شود. دیسکش آسیب دیده است، پس نمی‌تواند دوباره راه بیفتد.
node-stopped-in-write = { $node } در میانهٔ نوشتن متوقف می‌شود و این نوشتن از دست می‌رود.
node-stopped-torn-write = { $node } در میانهٔ نوشتن متوقف می‌شود. فقط نیمی از آن به دیسک رسید.
node-stopped-erased = { $node } متوقف و دیسکش پاک می‌شود. نمی‌تواند برگردد؛ آن را جایگزین کنید.
node-stopped-write-failed = نوشتن { $node } ناموفق است، پس { $node } متوقف می‌شود: نمی‌تواند بداند چه چیزی روی دیسکش هست.
node-cannot-start = { $node } نمی‌تواند راه بیفتد: { $damage }.
damage-erased = دیسکش پاک شده است
damage-entry = مدخل { $index } روی دیسکش آسیب دیده است (جمع کنترلی آن مطابقت ندارد)
damage-hidden = دیسکش آسیب دیده است
disk-lost-entry = دیسک { $node } مدخل { $index } را از دست داده است، با اینکه نوشتن آن را تأیید کرده بود.
disk-lost-entries = دیسک { $node } مدخل‌های { $index } تا { $last-index } را از دست داده است، با اینکه نوشتن آنها را تأیید کرده بود.
disk-slow = نوشتن روی دیسک { $node } اکنون { $span } طول می‌کشد.
disk-stuck = دیسک { $node } گیر کرده است: تا وقتی دوباره کار کند هیچ نوشتنی به پایان نمی‌رسد.
disk-fails = دیسک { $node } خراب می‌شود: { $node } با نوشتن بعدی‌اش متوقف خواهد شد.
disk-works = دیسک { $node } دوباره کار می‌کند.

## What one node is asked to do, and its answer. $action: “add D”.

node-asked = درخواست از { $node }: { $action }.
request-refused = { $node } درخواست «{ $action }» را رد می‌کند: { $what }
refused-another-change = تغییر دیگری در جریان است.
refused-own-term = { $node } هنوز مدخلی از دورهٔ خودش را ثبت نهایی نکرده است.
refused-newcomer = { $node } به‌موقع به بقیه نرسید.
refused-new-voter = یک رأی‌دهندهٔ جدید به‌موقع به بقیه نرسید.
refused-transfer = { $node } در حال واگذاری رهبری خود است.
refused-no-voter = هیچ رأی‌دهنده‌ای باقی نمی‌ماند.
refused-by-rule = قاعده‌ای آن را منع می‌کند. { $rule }
request-redirected = { $node } درخواست «{ $action }» را رد می‌کند: رهبر نیست، { $leader } رهبر است.
request-redirected-nowhere = { $node } درخواست «{ $action }» را رد می‌کند: رهبر نیست و هیچ رهبری را نمی‌شناسد.
request-undecided = از { $node } خواسته شده بود: { $action }؛ ولی پیش از تصمیم، رهبری را از دست داد.

## What a press on a link does, below the link

tip-click = کلیک: { $action }
tip-tap = لمس دوباره: { $action }
tip-enter = Enter: { $action }
tip-near-end = نزدیک یک سر: فقط یک جهت
tip-shift-enter = Shift+Enter: فقط یک جهت
tip-cut-both = قطع { $first }–{ $second } در هر دو جهت
tip-mend-both = وصل دوبارهٔ { $first }–{ $second } در هر دو جهت
tip-cut-one = فقط قطع { $from } به { $to }
tip-mend-one = فقط وصل دوبارهٔ { $from } به { $to }

## What a drag does

drag-timer = پایان تا { $span } دیگر
drag-send = فرستادن { $operation } به { $node }

## What a client sends

operation-empty = چیزی برای فرستادن بنویسید، مانند x=8.
operation-form = بنویسید x=8 یا 8 یا x+=2 یا del x یا x: 5->7 یا get x.
operation-key = کلید حداکثر { $most } حرف، رقم یا _ دارد و با حرف آغاز می‌شود.
operation-value = مقدار حداکثر { $most } نویسهٔ ساده دارد.
operation-number = عددی صحیح بیفزایید، مانند x+=2.

## The quality of links: “latency 20–24 ms, 30 % lost”

quality-latency = تأخیر { $latency }
quality-latency-range = تأخیر { $latency } تا { $most-latency }
quality-tail = تأخیر اضافی و کمیاب { $span }
quality-loss = از دست رفتن { $share }
quality-duplicate = تکراری شدن { $share }
quality-reorder = جابه‌جا شدن { $share }
quality-bandwidth = { $count } بایت در ثانیه

## Branches

branch-first = شاخهٔ نخست
branch-name = در زمان { $at }: { $action }
branch-begun = شاخهٔ تازه از زمان { $at }؛ شاخهٔ قدیم نگه داشته می‌شود.
story-left = داستان را در زمان { $at } ترک کردید.
branch-shown = شاخه: { $done }، در زمان { $at }.
branch-first-shown = این شاخهٔ نخست است، از پیش از آنکه به عقب برگردید.
