### The page around the stage: its title, top bar, help, stories, and what it says when it breaks.

page-title = زمین بازی Raft
page-description = یک خوشهٔ واقعی Raft برای بازی: پیوندهایش را قطع کنید، گره‌هایش را متوقف کنید، برایش مقدار بفرستید و ببینید چه می‌کند.
page-needs-script = این برنامه به JavaScript و WebAssembly نیاز دارد.
page-did-not-start = برنامه شروع به کار نکرد. به مرورگری با WebAssembly و به فایل‌های کنار این صفحه نیاز دارد.

## Top bar

help = راهنما
help-button-title = راهنما (?)
presentation = ارائه
presentation-title = ارائه (F)
presentation-end = پایان ارائه
presentation-end-title = پایان ارائه (F)
theme = حالت تیره
language = زبان

## Help: the stage

help-stage = روی صحنه
help-stage-use = هر گره مقدار آخرین کلیدی را نشان می‌دهد که تغییر داده است. خط دور پیوسته یعنی رهبر، خط‌چین یعنی نامزد. وقتی کمان سفید، یعنی زمان‌سنج انتخابات، بسته شود، گره انتخاباتی آغاز می‌کند. کنار آن آخرین مدخل‌های لاگش هستند، هر یک با اندیس و دوره‌اش. قرمز و خط‌چین: گره نمی‌داند که ثبت نهایی شده است. هاشورخورده: هنوز روی دیسکش نیست. نوار کنار یک مدخل: همین حالا ثبت نهایی شد. خطی روی آن: همین حالا حذف شد.

## Help: messages

help-messages = پیام‌ها
help-vote-request = رأی می‌خواهد
help-vote-granted = رأی می‌دهد
help-heartbeat = ضربان
help-vote-refused = رأی نمی‌دهد
help-entries = مدخل‌ها را می‌برد
help-entries-accepted = آنها را می‌پذیرد
help-client-request = از یک کلاینت
help-client-answer = پاسخ
help-duplicate = پیام تکراری

## Help: the time bar

help-time-bar = روی نوار زمان
help-mark-leader = انتخاب رهبر
help-mark-stopped = توقف گره
help-mark-started = راه‌اندازی گره
help-mark-cut = قطع پیوندها
help-mark-mended = وصل دوبارهٔ پیوندها
help-mark-action = اقدام شما
help-mark-broken = نقض تضمین
help-mark-committed = ثبت نهایی
help-time-bar-use = نشانگر را به هر لحظه‌ای بکشید. اقدام در گذشته شاخه‌ای تازه آغاز می‌کند؛ برای رفتن به شاخهٔ دیگر روی خط‌چین کلیک کنید.

## Help: what can be done by hand

help-by-hand = با دست
help-by-hand-use = برای کار با گره یا پیام روی آن کلیک کنید. برای قطع یک پیوند روی آن کلیک کنید؛ کلیک نزدیک یک سر فقط یک جهت را قطع می‌کند. خطی بکشید تا همهٔ پیوندهایی که خط از آنها می‌گذرد قطع شوند. از کلاینت به یک گره بکشید و مقدار را روی آن گره رها کنید؛ سر کمان زمان‌سنج را بکشید تا زمان‌سنج تنظیم شود.
help-operations = بفرستید x=8 یا 8 یا x+=2 یا del x یا x: 5->7 یا get x.

help-readable-tour = گشت به صورت متن، برای چاپ
help-book = کتاب: راهنماها و مرجع (به انگلیسی)
readable-title = گشت Raft Playground
readable-about = همهٔ گشت در یک صفحهٔ متن. تصویر کنار هر متن خوشه را در همان لحظه نشان می‌دهد؛ در Raft Playground خوشه اجرا می‌شود.
readable-chapters = فصل‌ها
readable-paper = در مقالهٔ Raft: { $section-number }
readable-open = باز کردن در Raft Playground
readable-answer = پاسخ
readable-goals = هدف‌ها
readable-log = لاگ { $node }، از مدخل { $index }: { $list }
readable-log-empty = لاگ { $node }: خالی
readable-entry = { $entry } (دورهٔ { $term })
readable-entry-open = { $entry } (دورهٔ { $term }، { $state })

## Help: keys

glossary = واژه‌نامه
glossary-learn = یادگیری
glossary-learn-about = یادگیری «{ $name }» در گشت
help-keys = کلیدها
key-space = پخش یا مکث
key-arrows = گام به رویداد بعدی، و برگشت
key-home-end = به آغاز، به آخرین لحظه
key-page = روی نوار زمان: به نشانهٔ بعدی، و برگشت
key-plus-minus = تندتر، کندتر
key-reset = شروع دوبارهٔ همین بذر (اقدام‌هایتان را می‌توان برگرداند)
key-undo = لغو شروع دوباره یا بذر تازه؛ بار دوم: انجام دوباره
key-arrows-node = روی گره: دور حلقه؛ روی پیوند: به پیوند بعدی
key-enter = روی گره: منوی آن؛ روی پیوند: قطع یا وصل دوباره
key-links = روی گره: به پیوندهایش
key-stop-freeze = روی گره: توقف، منجمد کردن، آغاز انتخابات؛ راه‌اندازی، ادامه دادن
key-timer = روی گره: زمان‌سنجش زودتر، دیرتر
key-isolate = روی گره: جدا کردن، وصل دوباره
key-node-menu = روی گره: تصویر لحظه‌ای، از دست دادن دیسک، افزودن یا حذف، بازبینی
key-next-message = پیام بعدی
key-shift-enter = روی پیوند: فقط جهت به سوی آن گره
key-why = چرا چنین شد؟
key-glossary = معنای اصطلاح‌های جمله
key-inspector = بازبین
key-presentation = ارائه: فقط صحنه، جمله و دکمه‌های پخش
key-help = همین راهنما

## Stories

gallery-tour = تور آموزشی
gallery-story = داستان‌ها
gallery-task = تمرین‌ها
gallery-parts = بخش‌ها
gallery-search = جست‌وجو
gallery-search-hint = عنوان، موضوع یا بخشی از مقاله
gallery-level = سطح
gallery-all-levels = همهٔ سطح‌ها
gallery-level-1 = تازه‌کار
gallery-level-2 = انتخاباتی را دیده است
gallery-level-3 = مهندس
gallery-minutes = { $count } دقیقه
gallery-begun = آغازشده
gallery-done = پایان‌یافته
gallery-solved =
    { $count ->
        [one] با { $count } اقدام حل شد
       *[other] با { $count } اقدام حل شد
    }
gallery-found = { $count } از { $all } یافت شد
gallery-save = ذخیرهٔ پیشرفت من
gallery-load = بارگذاری پیشرفت…
gallery-no-progress = { $file } پیشرفتی از این صفحه ندارد.
gallery-close = بستن

### The share dialog, files, links, pictures and traces.

share-link-title = لینکی به این لحظه
share-caption = زیرنویس
share-caption-placeholder = چه چیزی باید به چشم بیاید؟
share-link = لینک
share-copy = رونوشت
share-copy-link = رونوشت از لینک
share-link-long = بسیاری از برنامه‌ها لینک‌هایی به این درازی را می‌بُرند. به جای آن فایل را بفرستید.
share-embed = گنجاندن در یک صفحه
share-file-title = اجرا به صورت فایل
share-save = ذخیره
share-open = باز کردن…
share-file-label = فایلی برای باز کردن
share-drop = یا فایلی را روی صفحه رها کنید
share-picture-title = تصویر
share-record = ضبط
share-stop-recording = پایان ضبط
share-trace-title = خروجی گرفتن از رد اجرا

### Recording a story or a task.

share-author = ضبط داستان
author-title = ضبط داستان
author-close = بستن؛ آنچه ضبط شده می‌ماند
author-kept = آنچه ضبط شده تا وقتی که این صفحه را ترک کنید می‌ماند. «ضبط داستان» در پنجرهٔ هم‌رسانی آن را دوباره باز می‌کند.
author-name = عنوان
author-summary = چه چیزی را نشان می‌دهد
author-beats = ایستگاه‌ها
author-text = خواننده در این لحظه چه چیزی باید ببیند؟
author-points = اشاره به
author-add-beat = افزودن ایستگاه
author-remove = حذف
author-other-run = اجرای پیش از این لحظه تغییر کرده است. بررسی کنید که متن هنوز درست باشد.
author-task = تمرین
author-begin-task = تمرین از اینجا آغاز می‌شود
author-task-text = خواننده باید به چه چیزی برسد
author-goal = هدف
author-latch = یک بار رسیدن به آن کافی است
author-add-goal = هدف این است
author-hint = راهنمایی
author-add-hint = افزودن راهنمایی
author-remove-task = حذف تمرین
author-beat-in-task = ایستگاه‌ها پیش از آغاز تمرین‌اند.
author-save = ذخیره
author-try = امتحان
author-edit = ویرایش به صورت متن
author-open = باز کردن این متن
author-back = بازگشت به ایستگاه‌ها
author-source = متن داستان
author-unsaved = بازگشت به آنچه ذخیره نشده

### The Embed dialog, and the button in a frame.

embed-title = گنجاندن این لحظه
embed-controls = کنترل‌ها
embed-controls-auto = دکمه‌ها و نوار زمان
embed-controls-none = هیچ
embed-controls-full = همهٔ صفحه
embed-theme = رنگ‌ها
embed-theme-auto = رنگ‌های دستگاه خواننده
embed-theme-light = روشن
embed-theme-dark = تیره
embed-language-auto = زبان خواننده
embed-autoplay = پخش از همان آغاز
embed-preview = پیش‌نمایش
embed-tag = دو خط برای صفحهٔ شما
embed-frame = یا یک قاب ساده
embed-copy-tag = رونوشت از دو خط
embed-copy-frame = رونوشت از قاب
embed-in-playground = باز کردن در صفحهٔ کامل
