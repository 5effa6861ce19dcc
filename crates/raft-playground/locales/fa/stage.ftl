### One word for one thing, in the stories too. Digits are Latin, as in the picture.
### node گره · cluster خوشه · server سرور · leader رهبر · lead رهبر بودن · follower پیرو ·
### candidate نامزد · pre-candidate پیش‌نامزد · term دوره · log لاگ · entry مدخل ·
### commit ثبت نهایی کردن · index اندیس · commit index اندیس ثبت نهایی · apply اعمال کردن ·
### majority اکثریت · quorum حد نصاب · vote رأی · pre-vote پیش‌رأی · split vote تقسیم آرا ·
### heartbeat ضربان · timer زمان‌سنج · run out به پایان رسیدن · election انتخابات ·
### election timeout مهلت انتخابات · request درخواست · answer پاسخ · acknowledge تأیید دریافت ·
### confirm (that it leads) تصدیق · snapshot تصویر لحظه‌ای · member عضو · membership ترکیب اعضا ·
### joint membership ترکیب مشترک · voter رأی‌دهنده · learner یادگیرنده · spare node گرهٔ ذخیره ·
### stop leading, step down از رهبری کنار رفتن · depose برکنار کردن · hand over واگذار کردن رهبری ·
### take over به دست گرفتن رهبری · round دور پیام · lease اجاره · stale کهنه · drift انحراف ·
### link پیوند · cut قطع کردن · mend, reconnect دوباره وصل کردن · split, partition تقسیم شبکه ·
### isolate, cut off جدا کردن · hold نگه داشتن · release رها کردن · stop توقف · start راه‌اندازی ·
### freeze منجمد کردن · resume ادامه دادن · disk دیسک · write نوشتن · damage آسیب · erase پاک کردن ·
### drop دور انداختن · duplicate دو بار فرستادن، پیام تکراری · delay به تأخیر انداختن · bug باگ ·
### failure خرابی · fault خطا · client کلاینت · retry تکرار درخواست · guarantee تضمین (برقرار، نقض) ·
### rule قاعده (روشن، خاموش) · run اجرا · seed بذر · branch شاخه · story داستان · task تمرین ·
### goal هدف · act, action اقدام · transcript شرح رویدادها · inspector بازبین · linearizable خطی‌پذیر

## Lists

list-comma = { $list }، { $item }
list-and = { $list } و { $item }
list-or = { $list } یا { $item }
list-range = { $first }–{ $last }

## Quantities

time-seconds = { $amount } ثانیه
span-milliseconds = { $amount } میلی‌ثانیه
share-percent = { $amount } درصد

## Roles

role-follower = پیرو
role-pre-candidate = پیش‌نامزد
role-candidate = نامزد
role-leader = رهبر
role-stopped = متوقف

## Log entries, as short as they stand in a log

entry-command = { $operation }
entry-no-op = no-op
entry-membership = اعضا
entry-unknown = ؟

## A place in a log

log-position = مدخل { $index } (دورهٔ { $term })
log-position-none = هیچ مدخلی
count-of-all = { $count } از { $all }

## What a decision needs

quorum-of-nodes = { $needed } از { $all } گره
quorum-joint = { $needed } گره از { $old-voters } و { $other-needed } گره از { $voters }

## Where something is stated: the paper, or the dissertation

section-paper = §{ $section-number }
section-dissertation = رساله §{ $section-number }
section-figure = شکل { $section-number }

### The sentence under the stage: what has just happened.

no-leader-at-first = هنوز رهبری وجود ندارد. گره‌ای که زمان‌سنجش زودتر به پایان برسد از بقیه رأی می‌خواهد.
quiet = دو ثانیه است که هیچ اتفاقی نیفتاده است.
story-text = { $text }

## Elections

election-after-silence = { $node } به مدت { $waited } از هیچ رهبری خبری نشنید، پس در دورهٔ { $term } رأی می‌خواهد.
election-after-silence-by-clock = { $node } طبق ساعت خودش به مدت { $waited } از هیچ رهبری خبری نشنید، پس در دورهٔ { $term } رأی می‌خواهد.
election-after-freeze = زمان‌سنج { $node } وقتی منجمد بود به پایان رسید: این گره در دورهٔ { $term } رأی می‌خواهد.
election-forced = شما زمان‌سنج { $node } را به پایان رساندید: این گره در دورهٔ { $term } رأی می‌خواهد.
election-forced-by-script = اسکریپت زمان‌سنج { $node } را به پایان می‌رساند: این گره در دورهٔ { $term } رأی می‌خواهد.
election-after-transfer = { $leader } به { $node } گفت که رهبری را به دست بگیرد: { $node } در دورهٔ { $term } رأی می‌خواهد.
election-after-pre-vote = به اندازهٔ کافی گره حاضرند به { $node } رأی بدهند، پس اکنون در دورهٔ { $term } رأی واقعی می‌خواهد.
election-again = { $node } برنده نشد، پس در دورهٔ { $term } دوباره تلاش می‌کند.
pre-vote-after-silence = { $node } به مدت { $waited } از هیچ رهبری خبری نشنید، پس نخست می‌پرسد که آیا برنده می‌شود.
pre-vote-after-silence-by-clock = { $node } طبق ساعت خودش به مدت { $waited } از هیچ رهبری خبری نشنید، پس نخست می‌پرسد که آیا برنده می‌شود.
pre-vote-after-freeze = زمان‌سنج { $node } وقتی منجمد بود به پایان رسید: این گره نخست می‌پرسد که آیا برنده می‌شود.
pre-vote-forced = شما زمان‌سنج { $node } را به پایان رساندید: این گره نخست می‌پرسد که آیا برنده می‌شود.
pre-vote-forced-by-script = اسکریپت زمان‌سنج { $node } را به پایان می‌رساند: این گره نخست می‌پرسد که آیا برنده می‌شود.
vote-granted = { $voter } در دورهٔ { $term } به { $candidate } رأی می‌دهد.
vote-granted-without-rule = { $voter } در دورهٔ { $term } به { $candidate } رأی می‌دهد، فقط چون این قاعده خاموش است: { $rule }
vote-refused-voted-itself = { $voter } در دورهٔ { $term } پیش‌تر به خودش رأی داده است، پس به { $candidate } رأی نمی‌دهد.
vote-refused-voted-other = { $voter } در دورهٔ { $term } پیش‌تر به { $other } رأی داده است، پس به { $candidate } رأی نمی‌دهد.
vote-refused-log = { $voter } به { $candidate } رأی نمی‌دهد: لاگ { $voter } به‌روزتر است.
vote-refused-old-term = { $voter } به { $candidate } رأی نمی‌دهد: دورهٔ { $term } تمام شده است.
vote-refused-leader-alive = { $voter } به { $candidate } رأی نمی‌دهد: { $voter } از یک رهبر خبر می‌شنود.
vote-refused-by-rule = { $voter } به { $candidate } رأی نمی‌دهد: { $rule }
leader-elected = { $node } با { $votes } رأی از { $all } رأی رهبر دورهٔ { $term } می‌شود.
leader-elected-counted = طبق شمارش { $node }، رأی‌هایش { $votes } از { $all } است: رهبر دورهٔ { $term } می‌شود.
leader-elected-plain = { $node } انتخابات دورهٔ { $term } را می‌برد.
leader-elected-joint = { $node } از اعضای قدیم و از اعضای جدید به اندازهٔ کافی رأی دارد: رهبر دورهٔ { $term } می‌شود.
leader-elected-alone = { $node } تنها رأی‌دهنده است: رهبر دورهٔ { $term } می‌شود.

vote-refused-without-rule = { $voter } به { $candidate } رأی نمی‌دهد، فقط چون این قاعده خاموش است: { $rule }

## Leading, and its end

heartbeats-hold = { $leader } رهبر دورهٔ { $term } است. ضربان‌هایش نمی‌گذارند که بقیه انتخاباتی را آغاز کنند.
heartbeats-hold-some = { $leader } رهبر دورهٔ { $term } است. گره‌ای که ضربان‌هایش را به‌موقع بشنود، انتخاباتی را آغاز نمی‌کند.
leader-alone = { $leader } رهبر دورهٔ { $term } است. تنها رأی‌دهنده است.
leader-cut-off = { $leader } رهبر دورهٔ { $term } است، ولی فقط به { $count } از { $all } گره دسترسی دارد، پس هیچ چیز را نمی‌تواند ثبت نهایی کند.
old-leader-cut-off = { $leader } هنوز خود را رهبر دورهٔ { $term } می‌پندارد، ولی فقط به { $count } از { $all } گره دسترسی دارد، پس هیچ چیز را نمی‌تواند ثبت نهایی کند.
leader-cut-off-with-entry = { $leader } رهبر دورهٔ { $term } است، ولی فقط به { $count } از { $all } گره دسترسی دارد، پس نمی‌تواند { $entry } را ثبت نهایی کند.
old-leader-cut-off-with-entry = { $leader } هنوز خود را رهبر دورهٔ { $term } می‌پندارد، ولی فقط به { $count } از { $all } گره دسترسی دارد، پس نمی‌تواند { $entry } را ثبت نهایی کند.
leader-unanswered = { $leader } رهبر دورهٔ { $term } است، ولی فقط { $count } از { $all } گره به آن پاسخ می‌دهند، پس هیچ چیز را نمی‌تواند ثبت نهایی کند.
leader-unanswered-with-entry = { $leader } رهبر دورهٔ { $term } است، ولی فقط { $count } از { $all } گره به آن پاسخ می‌دهند، پس نمی‌تواند { $entry } را ثبت نهایی کند.
leader-cut-off-joint = { $leader } رهبر دورهٔ { $term } است، ولی به { $quorum } دسترسی ندارد، پس هیچ چیز را نمی‌تواند ثبت نهایی کند.
stepped-down-newer-term = { $node } پی می‌برد که دورهٔ { $term } آغاز شده است، پس از رهبری کنار می‌رود.
stepped-down-for-other = { $leader } هم رهبر دورهٔ { $term } است، پس { $node } از رهبری کنار می‌رود.
stepped-down-lost-quorum = مدتی است که { $node } از رأی‌دهندگان کمی پاسخ گرفته است: با خودش { $count } از { $all }. پس از رهبری کنار می‌رود.
stepped-down-own-count = طبق شمارش خودِ { $node }، مدتی است که از رأی‌دهندگان کمی پاسخ گرفته است، پس از رهبری کنار می‌رود.
stepped-down-lost-everyone = مدتی است که هیچ رأی‌دهندهٔ دیگری به { $node } پاسخ نداده است، پس از رهبری کنار می‌رود.
stepped-down-removed = { $node } دیگر رأی‌دهنده نیست، پس از رهبری کنار می‌رود.
stepped-down-handed-over = به { $successor } گفته شد که رهبری را به دست بگیرد و در دورهٔ { $term } رأی می‌خواهد، پس { $node } از رهبری کنار می‌رود.
candidate-beaten = { $leader } رهبر دورهٔ { $term } است، پس { $node } دیگر نامزد نیست.
candidate-outdated = { $node } پی می‌برد که دورهٔ { $term } آغاز شده است، پس دیگر نامزد نیست.
transfer-started = { $node } واگذاری رهبری خود به { $successor } را آغاز می‌کند.
transfer-ended = { $successor } به‌موقع رهبری را به دست نگرفت، پس { $node } رهبر می‌ماند.
transfer-withdrawn = درخواست تازه‌ای به واگذاری رهبری از { $node } به { $successor } پایان می‌دهد.
transfer-impossible = { $successor } نمی‌تواند رهبری را از { $node } بگیرد: در جدیدترین ترکیب اعضا رأی‌دهنده‌ای غیر از { $node } نیست.

## The log

entry-in-log = { $entry } در لاگ { $leader } است. وقتی { $quorum } آن را داشته باشند ثبت نهایی می‌شود.
entry-in-log-alone = { $entry } در لاگ { $leader } است. { $leader } تنها رأی‌دهنده است، پس همین که روی دیسک باشد ثبت نهایی می‌شود.
membership-in-log = ترکیب جدید اعضا در لاگ { $leader } است. وقتی { $quorum } آن را داشته باشند ثبت نهایی می‌شود.
membership-in-log-joint = ترکیب جدید اعضا در لاگ { $leader } است. به { $quorum } نیاز دارد.
entry-in-log-joint = { $entry } در لاگ { $leader } است. به { $quorum } نیاز دارد.
entry-committed = { $copies } از { $all } گره مدخل { $entry } را دارند: { $leader } آن را ثبت نهایی می‌کند.
entry-counted =
    { $copies ->
        [one] { $leader } برای { $entry } { $copies } نسخه می‌شمارد، پس آن را ثبت نهایی می‌کند.
       *[other] { $leader } برای { $entry } { $copies } نسخه می‌شمارد، پس آن را ثبت نهایی می‌کند.
    }
membership-counted =
    { $copies ->
        [one] { $leader } برای ترکیب جدید اعضا { $copies } نسخه می‌شمارد، پس آن را ثبت نهایی می‌کند.
       *[other] { $leader } برای ترکیب جدید اعضا { $copies } نسخه می‌شمارد، پس آن را ثبت نهایی می‌کند.
    }
entry-committed-joint = از اعضای قدیم و از اعضای جدید به اندازهٔ کافی { $entry } را دارند: { $leader } آن را ثبت نهایی می‌کند.
entry-committed-without-rule = { $copies } از { $all } گره مدخل { $entry } را دارند که از دورهٔ { $entry-term } است: { $leader } آن را فقط به این دلیل ثبت نهایی می‌کند که قاعده‌ای خاموش است.
membership-committed = { $copies } از { $all } گره ترکیب جدید اعضا را دارند: { $leader } آن را ثبت نهایی می‌کند.
membership-committed-joint = از اعضای قدیم و از اعضای جدید به اندازهٔ کافی ترکیب جدید اعضا را دارند: { $leader } آن را ثبت نهایی می‌کند.
entry-of-older-term = { $copies } از { $all } گره مدخل { $entry } را دارند، ولی { $leader } فقط نسخه‌های مدخل‌های دورهٔ خودش، یعنی { $term }، را می‌شمارد.
entry-applied-everywhere = هر { $count } گره مدخل { $entry } را اعمال کرده‌اند.
membership-applied-everywhere = اکنون هر { $count } گره ترکیب جدید اعضا را به کار می‌برند.
entry-removed = { $node } مدخل { $index } (دورهٔ { $term }) را حذف می‌کند: رهبر، { $leader }، در آنجا مدخلی از دورهٔ { $leader-term } دارد.
entries-removed = { $node } مدخل‌های { $index } تا { $last-index } را حذف می‌کند: رهبر، { $leader }، در { $index } مدخلی از دورهٔ { $leader-term } دارد.
entries-removed-without-rule = { $node } لاگ خود را از مدخل { $index } تا { $last-index } حذف می‌کند، با اینکه در آنجا تعارضی نیست، چون این قاعده خاموش است: { $rule }
snapshot-installed = { $node } تصویری لحظه‌ای را نصب می‌کند که جای لاگش را تا مدخل { $index } می‌گیرد.

## Clients

redirected = { $node } رهبر نیست. کلاینت را به { $leader } راهنمایی می‌کند.
redirected-nowhere = { $node } رهبر نیست و هیچ رهبری را نمی‌شناسد.
client-waits = { $client } منتظر پاسخ { $operation } است.
client-told-committed = { $client } پاسخ می‌گیرد: { $operation } ثبت نهایی شده است.
client-told-value = { $client } پاسخ می‌گیرد: { $key } برابر { $value } است.
client-told-unset = { $client } پاسخ می‌گیرد: { $key } مقداری ندارد.
client-told-differs = { $client } پاسخ می‌گیرد: { $key } برابر { $value } است، نه { $expected }، پس چیزی تغییر نکرد.
client-told-differs-unset = { $client } پاسخ می‌گیرد: { $key } مقداری ندارد، پس چیزی تغییر نکرد.
client-told-not-a-number = { $client } پاسخ می‌گیرد: { $key } عدد نیست، پس چیزی به آن افزوده نشد.
client-told-superseded = { $client } پاسخ می‌گیرد: { $operation } هرگز ثبت نهایی نشد.
client-told-superseded-unsafe = { $client } پاسخ می‌گیرد: مدخل دیگری به جای { $operation } ثبت نهایی شده به شمار می‌آید.
client-read-unanswered = { $client } برای خواندن { $key } پاسخی نگرفت.
client-write-unanswered = { $client } پاسخی نگرفت: شاید { $operation } اثر کرده باشد، یا هنوز اثر کند.

## Your actions, or a script’s

links-all-mended = همهٔ پیوندها دوباره کار می‌کنند.
link-cut = پیوند { $first }–{ $second } قطع است: پیام‌هایش از دست می‌روند.
link-mended = پیوند { $first }–{ $second } دوباره کار می‌کند.
links-cut =
    { $count ->
        [one] { $count } پیوند قطع است: پیام‌هایش از دست می‌روند.
       *[other] { $count } پیوند قطع‌اند: پیام‌هایشان از دست می‌روند.
    }
links-mended =
    { $count ->
        [one] { $count } پیوند دوباره کار می‌کند.
       *[other] { $count } پیوند دوباره کار می‌کنند.
    }
direction-cut = پیام‌های { $from } دیگر به { $to } نمی‌رسند.
direction-mended = پیام‌های { $from } دوباره به { $to } می‌رسند.
directions-cut-from = پیام‌های { $from } دیگر به { $any-of } نمی‌رسند.
directions-cut-to = پیام‌های { $nodes } دیگر به { $to } نمی‌رسند.
node-isolated = { $node } از گره‌های دیگر جدا شده است.
node-reconnected = { $node } دوباره به همهٔ گره‌ها دسترسی دارد.
network-split-in-two = دیگر دسترسی { $nodes } به { $others } ممکن نیست.
network-split = شبکه تقسیم شده است: { $groups }.
network-group = { $nodes }
network-groups = { $groups } / { $nodes }
client-sends-to-node = { $client } { $operation } را به { $node } می‌فرستد.
client-sends = { $client } { $operation } را می‌فرستد.
client-sends-again = { $client } درخواست { $number } خود را دوباره می‌فرستد.
node-frozen = { $node } منجمد شده است: تا وقتی به آن اجازهٔ ادامه ندهید کاری نمی‌کند.
node-resumed = { $node } ادامه می‌دهد و به هر چه در این میان رسیده است رسیدگی می‌کند.
disk-erased = همهٔ محتوای دیسک { $node } از میان رفته است. { $node } نمی‌تواند دوباره راه بیفتد و باید جایگزین شود.
disk-damaged = دیسک { $node } آسیب دیده است. { $node } در راه‌اندازی بعدی متوجه آن خواهد شد.
disk-nothing-to-damage = روی دیسک { $node } هیچ مدخلی از لاگ نیست که بتواند آسیب ببیند.
server-replaced = سروری تازه با دیسک خالی جای { $node } را می‌گیرد.
timer-set = زمان‌سنج انتخابات { $node } تا { $span } دیگر به پایان خواهد رسید.
snapshot-taken = { $node } بخش اعمال‌شدهٔ لاگ خود را با تصویری لحظه‌ای جایگزین می‌کند.
snapshot-of-nothing = { $node } هنوز چیزی را اعمال نکرده است، پس چیزی نیست که با تصویر لحظه‌ای جایگزین شود.
network-changed = اکنون هر پیوند: { $quality }.
link-changed = اکنون پیوند { $from } به { $to }: { $quality }.
link-held = پیوند { $from } به { $to } پیام‌هایش را نگه می‌دارد تا آن را رها کنید.
link-released = پیوند { $from } به { $to } دوباره پیام‌هایش را می‌رساند.
clock-changed = ساعت { $node } با { $share } سرعت واقعی کار می‌کند.
clock-stopped = ساعت { $node } ایستاده است و زمان‌سنج‌هایش هم ایستاده‌اند.
clock-jumped = ساعت { $node } به اندازهٔ { $span } به جلو می‌پرد.
node-configured = { $node } اکنون تنظیم ویژهٔ خود را دارد: { $command }.
rule-off = قاعده خاموش شد: { $rule }
rule-on = قاعده دوباره روشن شد: { $rule }
membership-requested = از رهبر خواسته می‌شود که اعضا را تغییر دهد.
member-addition-requested = از رهبر خواسته می‌شود که { $node } را بیفزاید.
member-removal-requested = از رهبر خواسته می‌شود که { $node } را حذف کند.
replacement-requested = از رهبر خواسته می‌شود که { $other } را جایگزین { $node } کند.
transfer-requested = از رهبر خواسته می‌شود که رهبری را به { $node } واگذار کند.
message-duplicated = { $message } دو بار فرستاده می‌شود.
message-delayed = { $message } به اندازهٔ { $span } به تأخیر می‌افتد.
message-dropped = { $message } دور انداخته می‌شود.
next-message-dropped = پیام بعدی از این نوع از { $from } به { $to } دور انداخته می‌شود: { $what }.
no-leader-to-ask = رهبری وجود ندارد که بتوان چیزی از آن خواست.
replace-members-first = { $node } هنوز عضو است. نخست آن را حذف و سپس جایگزین کنید.
replace-impossible = { $node } را نمی‌توان جایگزین کرد: گره‌ای نمانده است که بتواند آن را از خوشه حذف کند.

### Labels and accessible names on the stage.

node-name = گرهٔ { $node }
client-name = کلاینت { $client }
node-term = دوره: { $term }
status-stopped = متوقف
status-frozen = منجمد
status-learner = یادگیرنده
status-outside = غیرعضو
status-leader = رهبر
status-would-vote = پیش‌رأی: { $votes }/{ $all }
status-votes = آرا: { $votes }/{ $all }
status-follows = رهبر: { $leader }
status-voted = رأی به { $candidate }
status-follower = پیرو

## One sentence for a screen reader

node-follower = گرهٔ { $node }، پیرو، دورهٔ { $term }، { $status }، مقدار { $value }
node-follower-unset = گرهٔ { $node }، پیرو، دورهٔ { $term }، { $status }، بدون مقدار
node-pre-candidate = گرهٔ { $node }، پیش‌نامزد، دورهٔ { $term }، { $status }، مقدار { $value }
node-pre-candidate-unset = گرهٔ { $node }، پیش‌نامزد، دورهٔ { $term }، { $status }، بدون مقدار
node-candidate = گرهٔ { $node }، نامزد، دورهٔ { $term }، { $status }، مقدار { $value }
node-candidate-unset = گرهٔ { $node }، نامزد، دورهٔ { $term }، { $status }، بدون مقدار
node-leader = گرهٔ { $node }، رهبر، دورهٔ { $term }، مقدار { $value }
node-leader-unset = گرهٔ { $node }، رهبر، دورهٔ { $term }، بدون مقدار
node-leader-frozen = گرهٔ { $node }، رهبر، دورهٔ { $term }، منجمد، مقدار { $value }
node-leader-frozen-unset = گرهٔ { $node }، رهبر، دورهٔ { $term }، منجمد، بدون مقدار
node-stopped-description = گرهٔ { $node }، متوقف، دورهٔ { $term }
client-description = کلاینت { $client }. { $status }
link-up = پیوند { $first }–{ $second }: برقرار
link-cut-both = پیوند { $first }–{ $second }: قطع در هر دو جهت
link-cut-one = پیوند { $first }–{ $second }: قطع از { $from } به { $to }
cluster-label = خوشه
nodes-and-links-label = گره‌ها و پیوندها
messages-label = پیام‌های در راه
cluster-drawing-label = پنج گره و یک کلاینت

## Logs

log-behind = { $count } عقب‌تر
log-folded = { $index }–{ $last-index }

## Under the sentence

sentence-label = آنچه رخ می‌دهد
heal = ترمیم
why-button = چرا؟
why-button-title = چرا؟ (W)
suggest-start = راه‌اندازی دوبارهٔ { $node }
suggest-replace = جایگزینی { $node }
suggest-send = فرستادن { $operation }
suggest-send-to-old-leader = فرستادن { $operation } به { $node }، رهبر قدیم
suggest-isolate-leader = جدا کردن { $node }، رهبر
suggest-stop-leader = توقف { $node }، رهبر
suggest-hand-over = واگذاری رهبری به { $node }

## A client’s field

value-label = مقدار
value-for-node = مقدار برای { $node }
send = فرستادن
senders-label = کلاینت
client-status-waiting = { $operation } به { $node } فرستاده شد، در انتظار پاسخ
client-status-committed = { $operation } ثبت نهایی شد
client-status-value = پاسخ: { $key } برابر { $value } است
client-status-unset = پاسخ: { $key } مقداری ندارد
client-status-not-a-number = پاسخ: { $key } عدد نیست
client-status-superseded = { $operation } هرگز ثبت نهایی نشد
client-status-superseded-unsafe = { $operation }: مدخل دیگری جای آن را گرفت
client-status-unanswered = بی‌پاسخ از { $node }: { $operation }

### Transport, the time bar and its marks, branches, and what playing pauses on.

transport-label = زمان
play = پخش
play-title = پخش (Space)
pause = مکث
pause-title = مکث (Space)
step = گام
step-title = گام به رویداد بعدی (→)
back = عقب
back-title = بازگشت به رویداد قبلی (←)
speed = سرعت
speed-title = سرعت (+ و −)
reset = از نو
reset-title = شروع دوبارهٔ همین بذر (R)؛ اقدام‌هایتان را می‌توان برگرداند
new-seed = بذر تازه
new-seed-title = اجرای تصادفی تازه
badge-rule = قاعدهٔ خاموش: { $rule-name }
badge-bug = باگ: { $name }
badge-rules =
    { $count ->
        [one] { $count } قاعده خاموش
       *[other] { $count } قاعده خاموش
    }
badge-bugs =
    { $count ->
        [one] { $count } باگ
       *[other] { $count } باگ
    }
badge-rules-and-bugs = { $rules }، { $bugs }
badge-title = { $badge }. باز کردن تنظیمات
badge-title-names = { $badge }: { $keys }. باز کردن تنظیمات
undo-reset = لغو شروع دوباره
undo-new-seed = لغو بذر تازه
undo-restart = لغو راه‌اندازی دوباره
redo = انجام دوباره
undo-title = بازگرداندن اجرای پیشین (U)
seed-title = بذر این اجرا
seed-label = بذر

## The time bar

time-label = زمان
time-whole-seconds = { $whole-seconds } ثانیه
time-position = { $at }
time-of-end = { $at } از { $until }
time-in-term = { $position }، دورهٔ { $term }
time-at-mark = { $position }، { $mark }
term-band = دورهٔ { $term }
mark-leader = { $node } رهبر می‌شود
mark-stopped = { $node } متوقف می‌شود
mark-started = { $node } راه می‌افتد
mark-cut = پیوندهایی قطع می‌شوند
mark-mended = پیوندهایی دوباره وصل می‌شوند
mark-action = اقدام شما
mark-script-action = اقدام اسکریپت
mark-broken = «{ $guarantee }» نقض می‌شود
mark-and-more = { $mark }، و { $count } مورد دیگر
branches = شاخه‌ها
branches-count =
    { $count ->
        [one] { $count } شاخه
       *[other] { $count } شاخه
    }

## Top bar

tour = تور آموزشی
tour-start = آغاز تور آموزشی
tour-continue = ادامهٔ تور آموزشی
tour-by-hand = یا خودتان دست به کار شوید: پیوندی را قطع کنید، روی گره‌ای بزنید، مقداری بفرستید.
stories = داستان‌ها
share = هم‌رسانی
guarantees = تضمین‌ها
inspector = بازبین
inspector-title = بازبین (I)
settings = تنظیمات
guarantees-all-hold = همهٔ تضمین‌ها برقرارند
guarantees-some-broken =
    { $count ->
        [one] { $count } تضمین نقض شده است
       *[other] { $count } تضمین نقض شده‌اند
    }
dismiss = بستن

## When something broke

crash-title = چیزی خراب شد.
crash-text = این باگی در خود برنامه است و تقصیر شما نیست. گزارش زیر دقیقاً نشان می‌دهد که چه دیده‌اید. لطفاً آن را به { $address } بفرستید.
crash-report = گزارش
crash-restart = شروع دوباره
copy = رونوشت
copied = رونوشت برداشته شد
press-to-copy = برای رونوشت Ctrl+C را بزنید

## What was opened: a file or story by its name in quotation marks, or a link

source-file = «{ $name }»
source-link = لینک

## Commands: what to do, and what was done

do-stop = توقف { $node }
do-start = راه‌اندازی { $node }
do-cut = قطع { $from } به { $to }
do-mend = وصل دوبارهٔ { $from } به { $to }
do-cut-link = قطع پیوند { $first }–{ $second }
do-mend-link = وصل دوبارهٔ پیوند { $first }–{ $second }
do-cut-links = قطع پیوندها
do-mend-links = وصل دوبارهٔ پیوندها
do-heal = وصل دوبارهٔ همهٔ پیوندها
do-partition = تقسیم شبکه
do-isolate = جدا کردن { $node }
do-time-out = به پایان رساندن زمان‌سنج { $node }
do-set-timer = تنظیم زمان‌سنج { $node }
do-freeze = منجمد کردن { $node }
do-resume = ادامه دادن { $node }
do-erase = پاک کردن دیسک { $node }
do-damage = آسیب زدن به دیسک { $node }
do-replace = جایگزینی { $node }
do-snapshot = گرفتن تصویر لحظه‌ای در { $node }
do-drop = دور انداختن یک پیام
do-duplicate = دو بار فرستادن یک پیام
do-delay = به تأخیر انداختن یک پیام
do-hold = نگه داشتن پیوند { $from } به { $to }
do-release = رها کردن پیوند { $from } به { $to }
do-link = تغییر پیوند { $from } به { $to }
do-network = تغییر شبکه
do-clock = تغییر ساعت { $node }
do-transfer = واگذاری رهبری به { $node }
do-add = افزودن { $node }
do-remove = حذف { $node }
do-change-members = تغییر اعضا
do-replace-by = جایگزینی { $node } با { $other }
do-disk = تغییر دیسک { $node }
do-configure = تغییر یکی از تنظیمات { $node }
do-ask = درخواست از { $node }: { $action }
do-waive = خاموش کردن قاعدهٔ { $rule-name }
do-enforce = روشن کردن قاعدهٔ { $rule-name }
do-send = فرستادن { $operation }
do-send-to = فرستادن { $operation } به { $node }
do-send-again = فرستادن دوبارهٔ درخواست { $number } از { $client }
did-stop = { $node } متوقف شد
did-start = { $node } راه افتاد
did-cut = { $from } به { $to } قطع شد
did-mend = { $from } به { $to } دوباره وصل شد
did-cut-link = پیوند { $first }–{ $second } قطع شد
did-mend-link = پیوند { $first }–{ $second } دوباره وصل شد
did-cut-links = پیوندهایی قطع شدند
did-mend-links = پیوندهایی دوباره وصل شدند
did-heal = همهٔ پیوندها دوباره وصل شدند
did-partition = شبکه تقسیم شد
did-isolate = { $node } جدا شد
did-time-out = زمان‌سنج { $node } به پایان رسانده شد
did-set-timer = زمان‌سنج { $node } تنظیم شد
did-freeze = { $node } منجمد شد
did-resume = { $node } ادامه داد
did-erase = دیسک { $node } پاک شد
did-damage = دیسک { $node } آسیب دید
did-replace = { $node } جایگزین شد
did-snapshot = در { $node } تصویر لحظه‌ای گرفته شد
did-drop = پیامی دور انداخته شد
did-duplicate = پیامی دو بار فرستاده شد
did-delay = پیامی به تأخیر افتاد
did-hold = پیوند { $from } به { $to } نگه داشته شد
did-release = پیوند { $from } به { $to } رها شد
did-link = پیوند { $from } به { $to } تغییر کرد
did-network = شبکه تغییر کرد
did-clock = ساعت { $node } تغییر کرد
did-transfer = واگذاری رهبری به { $node } درخواست شد
did-add = افزودن { $node } درخواست شد
did-remove = حذف { $node } درخواست شد
did-change-members = تغییر اعضا درخواست شد
did-replace-by = جایگزینی { $node } با { $other } درخواست شد
did-disk = دیسک { $node } تغییر کرد
did-configure = یکی از تنظیمات { $node } تغییر کرد
did-ask = از { $node } خواسته شد: { $action }
did-waive = قاعدهٔ { $rule-name } خاموش شد
did-enforce = قاعدهٔ { $rule-name } روشن شد
did-send = { $operation } فرستاده شد
did-send-to = { $operation } به { $node } فرستاده شد
did-send-again = درخواست { $number } از { $client } دوباره فرستاده شد

## Branches

