### Answers to “Why?”: a title, one sentence, and the values that were compared.

why-close = بستن پاسخ
compared-what = چه چیز
compared-here = اینجا
compared-needed = لازم
compared-holds = برقرار است
compared-does-not-hold = برقرار نیست
why-place = { $at }، در { $node }
why-only-without-rule = فقط چون این قاعده خاموش است: { $rule }
why-only-without-rule-then = فقط چون این قاعده در آن هنگام خاموش بود: { $rule }

## Questions

why-event = چرا: { $node } { $event }
why-event-nowhere = چرا: { $event }
why-no-leader = چرا رهبری وجود ندارد؟
why-not-replaced = چرا هیچ گره‌ای جای { $leader } را نمی‌گیرد؟
why-leads = چرا { $leader } رهبر است؟
why-entry-committed = چرا { $entry }، مدخل { $index } از { $node }، ثبت نهایی شده است؟
why-entry-not-committed = چرا معلوم نیست که { $entry }، مدخل { $index } از { $node }، ثبت نهایی شده باشد؟
why-entry-unknown = چرا { $node } نمی‌داند که { $entry }، مدخل { $index }، ثبت نهایی شده است؟
why-entry-waits = چرا معلوم نیست که مدخل { $index } از { $node } ثبت نهایی شده باشد؟
why-votes = چرا { $voter } به { $candidate } رأی می‌دهد؟
why-would-vote-for = چرا { $voter } حاضر است به { $candidate } رأی بدهد؟
why-does-not-vote = چرا { $voter } به { $candidate } رأی نمی‌دهد؟
why-message = چرا { $from } این را به { $to } فرستاد؟
why-heartbeats = چرا { $leader } ضربان می‌فرستد؟
why-election = چرا { $node } انتخاباتی آغاز می‌کند؟
why-pre-vote = چرا { $node } می‌پرسد که آیا برنده می‌شود؟
why-election-timer = چرا زمان‌سنج انتخابات { $node } به پایان می‌رسد؟
why-quorum-timer = چرا { $leader } می‌شمارد که کدام گره‌ها پاسخ داده‌اند؟
why-transfer-timer = چرا { $leader } واگذاری رهبری را پایان می‌دهد؟
why-steps-down = چرا { $node } از رهبری کنار می‌رود؟
why-candidate-ends = چرا { $node } دیگر نامزد نیست؟
why-commits = چرا { $leader } این را ثبت نهایی می‌کند: { $position }؟
why-removes-entries = چرا { $node } مدخل‌هایی را حذف می‌کند؟
why-lost = چرا پیام { $from } به { $to } از دست می‌رود؟
why-write = چرا { $node } روی دیسکش می‌نویسد؟
why-cannot-start = چرا { $node } نمی‌تواند راه بیفتد؟
why-answer = چرا { $client } این پاسخ را می‌گیرد؟
why-no-answer = چرا { $client } پاسخی نمی‌گیرد؟

why-client-waits = چرا { $client } منتظر نتیجهٔ { $operation } است؟

## Elections

why-boot = گره به عنوان پیرو راه می‌افتد، با آنچه دیسکش نگه داشته است.
why-unknown-sender = تا جایی که { $node } می‌داند، فرستنده عضو این خوشه نیست.
why-malformed = هیچ گرهٔ درستی از این خوشه چنین پیامی نمی‌فرستد.
why-message-ignored = این پیام به حساب نمی‌آید.
why-answer-outdated = پاسخ پیامی از دوره‌ای قدیمی‌تر است، پس به حساب نمی‌آید.
why-message-accepted = این پیام پذیرفته می‌شود.
why-term-adopted = { $other } دورهٔ جدیدتری دارد. دوره‌ها نشان می‌دهند چه چیزی کهنه است، پس هر گره به عنوان پیرو به جدیدترین دوره می‌پیوندد.
why-stepped-down-newer-term = دورهٔ جدیدتری هست، پس شاید رهبر جدیدتری هم باشد. رهبر دورهٔ قدیمی‌تر از رهبری کنار می‌رود.
why-stepped-down-lost-quorum = از آخرین شمارش، که طبق ساعت خودش یک مهلت انتخابات پیش بود، هیچ اکثریتی به آن پاسخ نداده است. رهبری که نمی‌تواند چیزی را ثبت نهایی کند از رهبری کنار می‌رود تا کلاینت‌ها از گرهٔ دیگری بخواهند.
why-stepped-down-removed = ترکیب جدید اعضا، که این گره در آن رأی‌دهنده نیست، ثبت نهایی شده است. فقط رأی‌دهنده می‌تواند رهبر باشد.
why-stepped-down-handed-over = رهبری را به { $successor } واگذار کرد که دورهٔ جدیدتری آغاز کرده است.
why-stepped-down-for-another = پیام‌های رهبر دیگری از دورهٔ خودش را پذیرفت، پس پیرو آن رهبر می‌شود.
why-candidate-beaten = { $leader } این دوره را برده است، پس نامزد پیرو آن می‌شود.
why-candidate-follows-old = { $leader } رهبر دوره‌ای قدیمی‌تر است، ولی نامزد پیامش را می‌پذیرد و پیرو آن می‌شود.
why-candidate-outdated = دورهٔ جدیدتری آغاز شده است، پس نامزدی‌اش پایان یافته است.
why-candidate-follows = اکنون پیرو است.
why-candidate-ended = دیگر رأی‌دهنده نیست، پس انتخابات دیگری آغاز نمی‌کند.
why-leader-elected = { $votes } از { $all } رأی‌دهنده به آن رأی دادند. هر دو اکثریتی گره‌ای مشترک دارند و هیچ گره‌ای در یک دوره دو بار رأی نمی‌دهد: هیچ گرهٔ دیگری نمی‌تواند این دوره را ببرد.
why-leader-elected-joint = از رأی‌دهندگان قدیم و از رأی‌دهندگان جدید اکثریت را دارد، پس هیچ گرهٔ دیگری نمی‌تواند این دوره را ببرد.
why-leader-elected-by-half = { $votes } از { $all } رأی‌دهنده به آن رأی دادند. در اینجا نیمی از رأی‌دهندگان کافی است، پس رهبر دومی در همین دوره ممکن است.
why-leader-elected-without-rule = به اندازهٔ کافی رأی شمرد، ولی قاعده‌ای که از انتخابات محافظت می‌کند خاموش است، پس رهبر دومی در همین دوره ممکن است.
why-leader-recognised = فقط برندهٔ انتخابات در دورهٔ خودش مدخل یا ضربان می‌فرستد.
why-leader-recognised-without-rule = { $node } مدخل‌ها یا ضربان‌هایش را می‌پذیرد، پس پیرو آن گره می‌شود. وقتی قاعده‌ای خاموش باشد، رهبر دیگری برای همین دوره ممکن است.
why-election-forced = شما زمان‌سنجش را به پایان رساندید، پس انتخاباتی آغاز می‌کند. به خودش رأی می‌دهد و از بقیه رأی می‌خواهد.
why-election-forced-by-script = اسکریپت زمان‌سنجش را به پایان رساند، پس انتخاباتی آغاز می‌کند. به خودش رأی می‌دهد و از بقیه رأی می‌خواهد.
why-election-handed-over = رهبرش برای واگذاری رهبری به آن گفت که بی‌درنگ انتخاباتی آغاز کند.
why-election-after-pre-vote = به اندازهٔ کافی رأی‌دهنده گفتند که حاضرند به آن رأی بدهند، پس دورهٔ تازه‌ای آغاز می‌کند و رأی واقعی می‌خواهد.
why-election-alone = تا پایان زمان‌سنجش از هیچ رهبری خبری نشنید. تنها رأی‌دهنده است، پس رأی خودش کافی است.
why-election-after-freeze = زمان‌سنجش وقتی منجمد بود به پایان رسید، پس اکنون انتخاباتی آغاز می‌کند. شاید در این میان رهبری بوده باشد.
why-pre-vote-after-freeze = زمان‌سنجش وقتی منجمد بود به پایان رسید، پس اکنون می‌پرسد که آیا برنده می‌شود. شاید در این میان رهبری بوده باشد.
why-election-again = پیش از پایان زمان‌سنجش برنده نشد، پس در دوره‌ای تازه انتخابات دیگری آغاز می‌کند. زمان‌سنج‌هایی با طول‌های متفاوت، برندهٔ روشن را محتمل‌تر می‌کنند.
why-election-after-silence = تا پایان زمان‌سنجش از هیچ رهبری خبری نشنید، پس شاید رهبری نباشد. دورهٔ تازه‌ای آغاز می‌کند، به خودش رأی می‌دهد و از بقیه رأی می‌خواهد.
why-pre-vote-after-silence = تا پایان زمان‌سنجش از هیچ رهبری خبری نشنید. دورهٔ تازه رهبری را که بقیه هنوز از آن می‌شنوند برکنار می‌کرد، پس نخست می‌پرسد که آیا برنده می‌شود.
why-pre-vote-forced = شما زمان‌سنجش را به پایان رساندید. دورهٔ تازه رهبری را که بقیه هنوز از آن می‌شنوند برکنار می‌کرد، پس نخست می‌پرسد که آیا برنده می‌شود.
why-pre-vote-forced-by-script = اسکریپت زمان‌سنجش را به پایان رساند. دورهٔ تازه رهبری را که بقیه هنوز از آن می‌شنوند برکنار می‌کرد، پس نخست می‌پرسد که آیا برنده می‌شود.
why-does-not-stand = رأی‌دهنده نیست، پس انتخاباتی آغاز نمی‌کند.
why-terms-used-up = انتخابات به دوره‌ای جدیدتر از این نیاز دارد و چنین دوره‌ای نیست. فقط یک گرهٔ معیوب می‌تواند باعث این شده باشد.
why-stands = رأی‌دهنده نیست، ولی انتخاباتی آغاز می‌کند.
why-vote-granted = در این دوره به نامزد دیگری رأی نداده است و لاگ نامزد دست‌کم به اندازهٔ لاگ خودش به‌روز است.
why-vote-granted-as-remembered = تا جایی که به یاد دارد، در این دوره به نامزد دیگری رأی نداده است و لاگ نامزد دست‌کم به اندازهٔ لاگ خودش به‌روز است.
why-vote-granted-despite = به نامزد رأی می‌دهد.
why-vote-refused-voted-itself = در دورهٔ { $term } پیش‌تر به خودش رأی داده است و در هر دوره یک رأی دارد.
why-vote-refused-voted-other = در دورهٔ { $term } پیش‌تر به { $other } رأی داده است و در هر دوره یک رأی دارد.
why-vote-refused-log = لاگ خودش به‌روزتر است. شاید نامزد مدخل‌هایی ثبت نهایی‌شده را نداشته باشد.
why-vote-refused-old-term = نامزد در دورهٔ { $term } رأی می‌خواهد که تمام شده است.
why-vote-refused-leader-alive = طبق ساعت خودش، کمتر از یک مهلت انتخابات پیش از رهبری شنیده است و به برکناری آن کمک نمی‌کند.
why-vote-refused-leads = رهبر است و به برکناری خودش کمک نمی‌کند.
why-vote-refused-just-started = طبق ساعت خودش، کمتر از یک مهلت انتخابات پیش راه افتاده است. شاید درست پیش از آن به رهبری پاسخ داده باشد که اجاره‌اش بر آن پاسخ تکیه دارد.
why-vote-refused-by-rule = رأی نمی‌دهد.
why-would-vote = لاگ نامزد دست‌کم به اندازهٔ لاگ خودش به‌روز است و هیچ رهبری را زنده نمی‌شمارد.
why-would-vote-despite = حاضر است به این نامزد رأی بدهد.
why-would-not-vote = حاضر نیست به این نامزد رأی بدهد.
why-vote-counted = نامزد به رأی { $needed } رأی‌دهنده نیاز دارد که رأی خودش هم جزو آنهاست.
why-vote-counted-all = در اینجا نامزد به رأی { $needed } گره نیاز دارد که رأی خودش هم جزو آنهاست: همهٔ اعضا به حساب می‌آیند.
why-vote-counted-joint-by-half = در اینجا نامزد به نیمی از رأی‌دهندگان قدیم و نیمی از رأی‌دهندگان جدید نیاز دارد.
why-vote-counted-joint = نامزد به اکثریتی از رأی‌دهندگان قدیم و اکثریتی از رأی‌دهندگان جدید نیاز دارد.

## Messages

why-client-request = { $client } می‌خواهد { $operation } انجام شود و از گره‌ای که آن را رهبر می‌پندارد درخواست می‌کند.
why-client-request-chosen = { $client } می‌خواهد { $operation } انجام شود. کلاینت از گره‌ای که آن را رهبر می‌پندارد درخواست می‌کند، وگرنه از یک گرهٔ دلخواه.
why-client-request-redirected = { $client } می‌خواهد { $operation } انجام شود. { $other } گفته است که { $node } رهبر است.
why-client-request-again = { $client } هنوز نتیجه‌ای برای { $operation } ندارد، پس دوباره درخواست می‌کند: این بار از { $node }.
why-client-request-to = { $client } می‌خواهد { $operation } انجام شود و به آن گفته شد که از { $node } درخواست کند.
why-client-request-any = { $client } رهبر را نمی‌شناسد، پس از یک گرهٔ دلخواه درخواست می‌کند.
why-client-done = { $node } درخواست را اعمال کرده است، پس به کلاینت خبر می‌دهد.
why-client-read = { $node } مقدار را از آنچه اعمال کرده است خوانده، پس به کلاینت خبر می‌دهد.
why-client-superseded = مدخل دیگری در جای مدخل این درخواست ثبت نهایی شد.
why-client-handing-over = { $node } در حال واگذاری رهبری خود است و در این میان هیچ درخواست تازه‌ای را نمی‌پذیرد.
why-client-not-accepted = { $node } درخواست را نپذیرفته است.
why-client-not-leader = { $node } رهبر نیست. فقط رهبر درخواست می‌پذیرد.
why-sends-pre-vote = { $from } پیش از آغاز دوره‌ای تازه می‌پرسد که آیا برنده می‌شود. { $to } آخرین مدخل‌ها را مقایسه می‌کند.
why-sends-vote-request = { $from } انتخاباتی آغاز کرده است و رأی می‌خواهد. { $to } آخرین مدخل‌ها را مقایسه می‌کند.
why-sends-pre-vote-granted = { $from } حاضر است به { $to } رأی بدهد: لاگ { $to } دست‌کم به اندازهٔ لاگ خودش به‌روز است.
why-sends-vote-granted = { $from } به { $to } رأی می‌دهد: در این دوره به گرهٔ دیگری رأی نداده است و لاگ { $to } دست‌کم به همان اندازه به‌روز است.
why-sends-vote-granted-despite = { $from } به { $to } رأی می‌دهد.
why-sends-pre-vote-refused = { $from } حاضر نیست به { $to } رأی بدهد.
why-sends-vote-refused = { $from } به { $to } رأی نمی‌دهد.
why-sends-vote-refused-itself = { $from } در دورهٔ { $term } پیش‌تر به خودش رأی داده است.
why-sends-vote-refused-voted = { $from } در دورهٔ { $term } پیش‌تر به { $other } رأی داده است.
why-sends-vote-refused-log = لاگ { $from } از لاگ { $to } به‌روزتر است.
why-sends-vote-refused-leader = { $from } طبق ساعت خودش کمتر از یک مهلت انتخابات پیش از رهبری شنیده است و به برکناری آن کمک نمی‌کند.
why-sends-vote-refused-leads = { $from } رهبر است و به برکناری خودش کمک نمی‌کند.
why-sends-vote-refused-old-term = { $to } در دوره‌ای رأی خواست که تمام شده است.
why-sends-as-former-leader = { $from } وقتی این را آماده کرد رهبر دورهٔ { $term } بود و از آن پس از رهبری کنار رفته است.
why-sends-heartbeat-slow = { $from } رهبر است و ضربان می‌فرستد. در اینجا بعضی از زمان‌سنج‌های انتخابات زودتر از رسیدن آنها به پایان می‌رسند.
why-sends-heartbeat = { $from } رهبر است و ضربان‌ها را با فاصله‌ای کوتاه‌تر از زمان‌سنج‌های انتخابات می‌فرستد تا { $to } انتخاباتی آغاز نکند. ضربان همچنین می‌گوید که رهبر تا کجا ثبت نهایی کرده است.
why-sent-heartbeat = { $from } وقتی این ضربان را فرستاد رهبر دورهٔ { $term } بود. رهبر ضربان می‌فرستد تا هیچ گرهٔ دیگری انتخاباتی آغاز نکند.
why-sent-entries = { $from } وقتی این مدخل‌ها را فرستاد رهبر دورهٔ { $term } بود و گمان می‌کرد که { $to } آنها را ندارد.
why-sends-entries-unchecked = { $from } رهبر است و گمان می‌کند که { $to } این مدخل‌ها را ندارد.
why-sends-entries = { $from } رهبر است و گمان می‌کند که { $to } این مدخل‌ها را ندارد. { $to } آنها را فقط وقتی می‌پذیرد که مدخل پیش از آنها را داشته باشد.
why-sends-matched = { $from } همه چیز را تا مدخل { $index } روی دیسک خود دارد و این را به { $to } می‌گوید.
why-sends-matched-nothing = { $from } به { $to } می‌گوید که هنوز پیرو آن است.
why-sends-matched-early = { $from } دریافت همه چیز را تا مدخل { $index } تأیید می‌کند که شاید هنوز روی دیسکش نباشد، چون در اینجا پاسخ‌ها پیش از نوشتن روی دیسک فرستاده می‌شوند.
why-sends-mismatched = { $from } مدخل پیش از اینها، یعنی مدخل { $index }، را ندارد، پس { $to } باید عقب‌تر را بگردد.
why-sends-stale = { $to } این را در دوره‌ای قدیمی‌تر فرستاد که تمام شده است.
why-sends-snapshot = وقتی { $from } فرستادن تصویر لحظه‌ای به { $to } را آغاز کرد، دیگر مدخل‌هایی را که باید پس از آن می‌فرستاد نداشت.
why-sends-snapshot-reply = { $from } می‌گوید چه مقدار از تصویر لحظه‌ای را دارد تا { $to } بقیه را بفرستد.
why-sends-snapshot-done = { $from } به { $to } می‌گوید که دیگر به چیزی از تصویر لحظه‌ای نیاز ندارد.
why-sends-timeout-now = { $from } رهبری را به { $to } واگذار می‌کند: باید بی‌درنگ انتخاباتی آغاز کند.
why-sends-read-index = پیرو وقتی می‌تواند به خواندن پاسخ دهد که رهبرش گفته باشد تا کدام مدخل را باید اعمال کرده باشد.
why-sends-forward = پیرو درخواست کلاینت را به رهبرش بازمی‌فرستد و پاسخ را برمی‌گرداند.
why-sent-twice = شبکه‌ها ممکن است پیامی را دو بار برسانند، پس پیام تکراری نباید آسیبی برساند.
why-lost-cut = پیوند قطع است، پس پیام از دست می‌رود. به فرستنده خبر داده نمی‌شود.
why-lost-random = شبکه بعضی از پیام‌ها را به‌تصادف از دست می‌دهد. به فرستنده خبر داده نمی‌شود.
why-lost-dropped = شما آن را دور انداختید. به فرستنده خبر داده نمی‌شود.
why-lost-dropped-by-script = اسکریپت آن را دور انداخت. به فرستنده خبر داده نمی‌شود.
why-lost-stopped = گیرنده‌اش متوقف است. به فرستنده خبر داده نمی‌شود؛ پاسخی نمی‌گیرد.
why-lost-overflow = پیوند بیش از این را یک‌باره نمی‌تواند ببرد، پس پیام دور انداخته می‌شود. به فرستنده خبر داده نمی‌شود.

## Timers

why-timer-election = تا پایان این زمان‌سنج از هیچ رهبری خبری نرسید، پس شاید رهبری نباشد. هر زمان‌سنج طولی تصادفی دارد تا به‌ندرت دو زمان‌سنج با هم به پایان برسند.
why-timer-election-fixed = تا پایان این زمان‌سنج از هیچ رهبری خبری نرسید، پس شاید رهبری نباشد. در اینجا همیشه به یک اندازه طول می‌کشد.
why-timer-frozen = این زمان‌سنج وقتی گره منجمد بود به پایان رسید. اکنون به حساب می‌آید.
why-timer-too-late = دیگر رهبر نیست، پس این زمان‌سنج اثری ندارد.
why-timer-election-set = شما این زمان‌سنج را طوری تنظیم کردید که اکنون به پایان برسد.
why-timer-election-set-by-script = اسکریپت این زمان‌سنج را طوری تنظیم کرد که اکنون به پایان برسد.
why-timer-heartbeat-slow = رهبر پس از هر چنین فاصله‌ای ضربان می‌فرستد. در اینجا بعضی از زمان‌سنج‌های انتخابات زودتر به پایان می‌رسند.
why-timer-heartbeat = رهبر ضربان‌ها را با فاصله‌ای کوتاه‌تر از زمان‌سنج‌های انتخابات می‌فرستد تا هیچ گرهٔ دیگری انتخاباتی آغاز نکند.
why-timer-quorum = رهبر در هر مهلت انتخابات یک بار گره‌هایی را که پاسخ داده‌اند می‌شمارد. اگر کمتر از حد لازم باشند شاید جدا شده باشد، پس از رهبری کنار می‌رود.
why-timer-transfer = واگذاری رهبری که بیش از یک مهلت انتخابات طول بکشد ناموفق است، پس رهبر همچنان رهبر می‌ماند.

## The log

why-creates-no-op = رهبر تازه نخست مدخلی می‌افزاید که کاری نمی‌کند. وقتی آن مدخل ثبت نهایی شود، همهٔ مدخل‌های پیش از آن هم ثبت نهایی شده‌اند.
why-creates-entry = رهبر هر درخواست را نخست به لاگ خودش می‌افزاید و سپس به بقیه می‌فرستد.
why-accepts-entries-by-rule = مدخل‌ها را می‌پذیرد.
why-accepts-entries-despite = مدخل‌ها را می‌پذیرد، با اینکه مدخل پیش از آنها متفاوت است.
why-rejects-entries = مدخل‌ها را رد می‌کند، چون مدخل پیش از آنها در دو لاگ یکی نیست.
why-rejects-entries-by-rule = مدخل‌ها را رد می‌کند.
why-removes = رهبر در آنجا مدخلی از دوره‌ای دیگر دارد و پیروان لاگ رهبر را می‌گیرند. مدخل‌های حذف‌شده ثبت نهایی نشده بودند.
why-removes-committed = رهبر در آنجا مدخلی از دوره‌ای دیگر دارد و پیروان لاگ رهبر را می‌گیرند. مدخل { $index } ثبت نهایی شده بود، پس باید می‌ماند.
why-removes-unsure = رهبر در آنجا مدخلی از دوره‌ای دیگر دارد و پیروان لاگ رهبر را می‌گیرند.
why-removes-perhaps = مدخل‌هایی را حذف می‌کند. وقتی قاعده‌ای خاموش باشد، لازم نیست که با مدخل‌های رهبر در تعارض باشند.
why-removes-too-much = مدخل‌هایی را حذف می‌کند که شاید با مدخل‌های رهبر در تعارض نباشند، چون قاعده‌ای خاموش است.
why-appends = مدخل پیش از اینها در هر دو لاگ یکی است، پس هر دو لاگ تا آخرین مدخل تازه با هم یکی‌اند.
why-appends-after = مدخل پیش از اینها در هر دو لاگ یکی است، پس آنها را می‌افزاید.
why-appends-despite = رهبر این مدخل‌ها را فرستاد و بررسی‌ای که آنها را رد می‌کرد خاموش است.
why-matched = پیرو دریافت همه چیز را تا آنجا تأیید کرد، پس یک نسخه به شمار می‌آید.
why-matched-learner = پیرو دریافت همه چیز را تا آنجا تأیید کرد. رأی‌دهنده نیست، پس نسخه‌ای به شمار نمی‌آید.
why-matched-despite = رهبر یک نسخه می‌شمارد، با اینکه قاعده‌ای که از این شمارش‌ها محافظت می‌کند خاموش است.
why-backs-off = پیرو آنچه را برایش فرستاده شد رد کرد، پس رهبر عقب‌تر به دنبال جایی می‌گردد که هر دو لاگ با هم یکی باشند.
why-commit =
    { $copies ->
        [one] دریافت { $copies } نسخه از آن تأیید شده است و این مدخل از دورهٔ خودِ رهبر است: هر رهبر بعدی آن را خواهد داشت.
       *[other] دریافت { $copies } نسخه از آن تأیید شده است و این مدخل از دورهٔ خودِ رهبر است: هر رهبر بعدی آن را خواهد داشت.
    }
why-commit-unsure = رهبر به اندازهٔ کافی از آن نسخه می‌شمارد و این مدخل از دورهٔ خودِ رهبر است.
why-commit-joint = اکثریتی از رأی‌دهندگان قدیم و اکثریتی از رأی‌دهندگان جدید دریافت آن را تأیید کرده‌اند و این مدخل از دورهٔ خودِ رهبر است: هر رهبر بعدی آن را خواهد داشت.
why-commit-despite = رهبر آن را ثبت نهایی می‌کند، با اینکه ایمن نیست: شاید رهبری در آینده آن را نداشته باشد.
why-commit-by-half = نیمی از رأی‌دهندگان دریافت آن را تأیید کرده‌اند که در اینجا کافی است. شاید رهبری در آینده آن را نداشته باشد.
why-commit-waits = ثبت نهایی نشده می‌ماند. فقط همراه با مدخل بعدی از دورهٔ خودِ رهبر می‌تواند ثبت نهایی شود.
why-committed = رهبر مدخلی را ثبت نهایی می‌کند که به اندازهٔ کافی گره آن را داشته باشند؛ پیروان با پیام بعدی رهبر از آن باخبر می‌شوند.
why-committed-despite = همهٔ لاگ خود را ثبت نهایی‌شده می‌شمارد.
why-read-answered = رهبر اطمینان دارد که هنوز رهبر است و می‌داند چه چیزی ثبت نهایی شده است، پس پاسخ می‌دهد.
why-read-answered-despite = بدون اطمینان از اینکه هنوز رهبر است پاسخ می‌دهد، پس شاید مقدار قدیمی باشد.
why-read-answered-by-lease = اکثریتی چنان تازه به آن پاسخ داده است که هنوز به کمک اجارهٔ خود به خواندن‌ها پاسخ می‌دهد، پس اگر ساعت‌ها بیش از حد از هم دور شوند شاید مقدار قدیمی باشد.
why-read-waits = هنوز پاسخ نمی‌دهد.
why-compacts = لاگ نمی‌تواند تا ابد بزرگ شود. آنچه اعمال شده در حالت هست، پس تصویری لحظه‌ای از حالت جای آن بخش از لاگ را می‌گیرد.
why-installs-snapshot = رهبر تصویری لحظه‌ای فرستاد. لاگ مدخل { $index } را آن‌گونه که در تصویر است نداشت، پس تصویر جای همهٔ لاگ را می‌گیرد.
why-installs-snapshot-before = رهبر تصویری لحظه‌ای فرستاد. لاگ در مدخل { $index } با آن سازگار است، پس فقط مدخل‌های تا آنجا جایگزین می‌شوند.
why-installs-snapshot-despite = رهبر تصویری لحظه‌ای فرستاد. وقتی قاعده‌ای دربارهٔ تصویرهای لحظه‌ای خاموش باشد، لازم نیست لاگ پس از آن با تصویر سازگار باشد.
why-applies = مدخل‌های ثبت نهایی‌شده به ترتیب لاگ اعمال می‌شوند، در همهٔ گره‌ها یکسان.
why-applies-despite = مدخلی را اعمال می‌کند که ثبت نهایی‌اش معلوم نیست، چون قاعده‌ای خاموش است.

## Members and hand-over

why-change-begins = تغییر آغاز می‌شود.
why-change-leaves-no-voter = هیچ رأی‌دهنده‌ای باقی نمی‌گذاشت.
why-change-refused = تغییر رد می‌شود.
why-request-refused = رهبر درخواست را رد می‌کند.
why-request-not-leader = فقط رهبر اعضا را تغییر می‌دهد یا رهبری را واگذار می‌کند.
why-request-committed = ترکیب جدید اعضا ثبت نهایی شده است.
why-request-lost = رهبری این گره پیش از تعیین تکلیف تغییر پایان یافت. شاید رهبر دیگری هنوز آن را به پایان برساند.
why-members-joint = هنگام تغییر رأی‌دهندگان، هر تصمیم به اکثریتی از رأی‌دهندگان قدیم و اکثریتی از رأی‌دهندگان جدید نیاز دارد، پس دو گروه هرگز نمی‌توانند جدا از هم تصمیم بگیرند.
why-members-joint-by-half = هنگام تغییر رأی‌دهندگان، هر تصمیم در اینجا به نیمی از رأی‌دهندگان قدیم و نیمی از رأی‌دهندگان جدید نیاز دارد.
why-members-new-later = پس از ثبت نهایی این، رأی‌دهندگان جدید به‌تنهایی تصمیم می‌گیرند.
why-members-new = از اینجا به بعد، رأی‌دهندگان جدید به‌تنهایی تصمیم می‌گیرند.
why-transfer-starts = از آن خواسته شد که رهبری را واگذار کند. جانشینش را به‌روز می‌کند و سپس به آن می‌گوید که بی‌درنگ انتخاباتی آغاز کند.
why-transfer-ends = جانشین در یک مهلت انتخابات رهبری را به دست نگرفت.
why-transfer-withdrawn = از رهبر خواسته شد که رهبر بماند.
why-transfer-impossible = { $successor } نمی‌تواند رهبری را به دست بگیرد، چون رأی‌دهنده‌ای غیر از رهبر نیست.
why-quorum-lost-own-count = طبق شمارش خودش، از آخرین شمارش رأی‌دهندگان کمی به آن پاسخ داده‌اند.
why-quorum-lost = از آخرین شمارش، که طبق ساعت خودش یک مهلت انتخابات پیش بود، هیچ اکثریتی به آن پاسخ نداده است. چنین رهبری هیچ چیز را نمی‌تواند ثبت نهایی کند و کلاینت‌ها نباید منتظر آن بمانند.
why-redirects = فقط رهبر درخواست می‌پذیرد. گره‌ای را که رهبر می‌پندارد نام می‌برد.
why-redirects-nowhere = فقط رهبر درخواست می‌پذیرد و این گره هیچ رهبری را نمی‌شناسد.

## Disks and clients

why-writes = دوره، رأی و لاگ باید روی دیسک باشند پیش از آنکه گرهٔ دیگری از آنها باخبر شود. وعده‌ای که یک سقوط بتواند آن را از میان ببرد بی‌ارزش است.
why-writes-early = دوره، رأی و لاگ باید روی دیسک باشند پیش از آنکه گرهٔ دیگری از آنها باخبر شود. در اینجا پاسخ‌ها پیش از نوشتن روی دیسک فرستاده می‌شوند، پس یک سقوط می‌تواند وعده‌ای را از میان ببرد.
why-writes-no-vote = دوره، رأی و لاگ باید روی دیسک باشند پیش از آنکه گرهٔ دیگری از آنها باخبر شود. در اینجا دیسک رأی را نگه نمی‌دارد، پس راه‌اندازی دوباره آن را فراموش می‌کند.
why-written = اکنون روی دیسک است، پس پاسخ‌هایی که منتظر آن بودند فرستاده می‌شوند.
why-written-late = اکنون روی دیسک است. هیچ پاسخی منتظر آن نمانده است، چون در اینجا پاسخ‌ها پیش از نوشتن روی دیسک فرستاده می‌شوند.
why-crash = آنچه فقط در حافظه بود از میان رفته است: نقش، رأی‌ها، اندیس ثبت نهایی. آنچه روی دیسک است می‌ماند.
why-crash-losing-write = آنچه فقط در حافظه بود از میان رفته است: نقش، رأی‌ها، اندیس ثبت نهایی. آنچه روی دیسک است می‌ماند. نوشتنی که در جریان بود از دست می‌رود، ولی به هیچ گرهٔ دیگری از آن خبر داده نشده بود.
why-crash-losing-promise = نوشتنی که در جریان بود از دست می‌رود، با اینکه شاید به گرهٔ دیگری از آن خبر داده شده باشد: در اینجا پاسخ‌ها پیش از نوشتن روی دیسک فرستاده می‌شوند.
why-crash-erased = آنچه فقط در حافظه بود از میان رفته و آنچه روی دیسک بود هم پاک شده است.
why-write-failed = سروری که نوشتنش ناموفق بوده است نمی‌تواند بداند چه چیزی روی دیسکش هست و نباید وعده‌ای بدهد که بر آن تکیه دارد. پس متوقف می‌شود.
why-tail-lost = پروتکل Raft به دیسک‌هایی نیاز دارد که آنچه را تأیید کرده‌اند نگه دارند. اکنون شاید مدخلی ثبت نهایی‌شده از دست رفته باشد و هیچ قاعده‌ای از پروتکل نمی‌تواند جلوی آن را بگیرد.
why-refuses-to-start = سروری که وعده‌هایش را فراموش کرده باشد ممکن است دو بار رأی دهد یا آنچه را تأیید کرده است انکار کند. متوقف می‌ماند تا سروری تازه جای آن را بگیرد.
why-refuses-to-start-damaged = به آنچه دیسکش نگه داشته است نمی‌توان اعتماد کرد. سروری که وعده‌هایش را فراموش کرده باشد ممکن است دو بار رأی دهد یا آنچه را تأیید کرده است انکار کند، پس متوقف می‌ماند.
why-request-waits = هنوز پاسخی نیامده است، پس کلاینت منتظر می‌ماند.
why-read-value = گره پیش از پاسخ اطمینان یافت که از همهٔ آنچه ثبت نهایی شده باخبر است.
why-read-by-rule-off = شاید مقدار قدیمی باشد، چون این قاعده خاموش است: { $rule }
why-read-by-lease = رهبر به اجارهٔ خود تکیه کرد، پس اگر ساعت‌ها بیش از حد تفاوت داشته باشند یا پیروان در این میان رهبر دیگری انتخاب کنند شاید مقدار قدیمی باشد.
why-read-unsure = در این خوشه ممکن است مدخل‌های ثبت نهایی‌شده از دست بروند، پس شاید مقدار قدیمی باشد.
why-read-maybe-old = گره بدون اطمینان از اینکه از همهٔ آنچه ثبت نهایی شده باخبر است پاسخ داد، پس شاید مقدار قدیمی باشد.
why-write-done = مدخلش ثبت نهایی و اعمال شده است، پس نمی‌تواند از دست برود.
why-write-done-unsafe = مدخلش ثبت نهایی‌شده به شمار می‌آید.
why-may-be-lost = باگی در این خوشه گذاشته شده است، پس هنوز ممکن است رهبری در آینده آن را نداشته باشد.
why-may-be-lost-rule = هنوز ممکن است رهبری در آینده آن را نداشته باشد، چون این قاعده خاموش است یا بوده است: { $rule }
why-may-be-lost-disk = دیسک { $node } آنچه را تأیید کرده بود از دست داده است، پس هنوز ممکن است رهبری در آینده آن را نداشته باشد.
why-write-superseded = مدخل دیگری در جای آن ثبت نهایی شد، پس این یکی هرگز نخواهد شد.
why-write-superseded-unsafe = مدخل دیگری در جای آن ثبت نهایی شده به شمار می‌آید.
why-write-unknown = کلاینت به‌موقع از نتیجه باخبر نشد. شاید مدخل در لاگی باشد و هنوز ممکن است ثبت نهایی شود: کلاینت نمی‌تواند بداند.
why-may-retry = می‌تواند درخواست را تکرار کند، چون درخواست تکراری یک بار اثر می‌کند.
why-must-not-retry = در اینجا اگر درخواست را تکرار کند ممکن است درخواست دو بار اثر کند.
why-read-unknown = کلاینت به‌موقع از مقدار باخبر نشد. خواندن چیزی را تغییر نمی‌دهد، پس کلاینت می‌تواند دوباره بپرسد.

## Why a client waits

why-client-request-in-transit = درخواست { $client } به { $node } هنوز در راه است.
why-client-answer-in-transit = پاسخ { $node } به { $client } هنوز در راه است.
why-client-waits-for-stopped = { $client } آخرین بار از { $node } درخواست کرده که متوقف است.
why-client-waits-for-frozen = { $client } آخرین بار از { $node } درخواست کرده که منجمد است.
why-client-waits-for-follower = { $client } آخرین بار از { $node } درخواست کرده که رهبر نیست.
why-client-entry-held = { $node } درخواست را به عنوان مدخل { $index } دارد و وقتی آن ثبت نهایی شود پاسخ می‌دهد.
why-client-has-no-answer = { $client } آخرین بار از { $node } درخواست کرده و پاسخی از آن نگرفته است.
why-read-confirming = { $node } وقتی به خواندن پاسخ می‌دهد که مطمئن باشد هنوز رهبر است و برای این باید { $quorum } به آن پاسخ دهند.
why-read-unconfirmed = { $node } وقتی به خواندن پاسخ می‌دهد که { $quorum } تصدیق کرده باشند که هنوز رهبر است: شاید در این میان رهبر دیگری انتخاب شده باشد. هنوز نه: { $missing }.

## Why there is no leader

why-all-stopped = همهٔ گره‌ها متوقف‌اند.
why-best-connected = رأی‌دهنده‌ای که بهترین ارتباط را دارد { $node } است. غایب: { $missing }.
why-frozen-quorum = به اندازهٔ کافی رأی‌دهنده با هم ارتباط دارند، ولی از آنها کمتر از حد لازم کار می‌کنند. منجمد: { $nodes }.
why-no-voter-can-win = هیچ رأی‌دهنده‌ای نمی‌تواند در انتخاباتی برنده شود.
why-no-quorum-connected = هیچ گرهٔ در حال کاری نمی‌تواند با رأی‌دهندگان کافی برای بردن انتخابات پیام رد و بدل کند.
why-election-running = { $candidate } در دورهٔ { $term } رأی می‌خواهد و تا اینجا کمتر از حد لازم دارد. اگر زمان‌سنجش زودتر به پایان برسد، دوباره تلاش می‌کند.
why-election-decided = { $candidate } در دورهٔ { $term } به اندازهٔ کافی رأی دارد. همین که رأی خودش روی دیسکش باشد رهبر می‌شود.
why-pre-vote-running = { $candidate } می‌پرسد که آیا برنده می‌شود و تا اینجا کمتر از حد لازم قول گرفته است.
why-followers-wait = پیروان تا پایان زمان‌سنج‌هایشان منتظر رهبر می‌مانند. زمان‌سنج بعدی که به پایان می‌رسد از آنِ { $node } است.
why-followers-wait-together = پیروان تا پایان زمان‌سنج‌هایشان منتظر رهبر می‌مانند. زمان‌سنج‌های بعدی که به پایان می‌رسند، هم‌زمان، از آنِ { $nodes } هستند.
why-no-timer = در هیچ گره‌ای که بتواند برنده شود زمان‌سنج انتخاباتی کار نمی‌کند.

## Why a leader without a majority is not replaced

why-stalled = { $leader } هنوز رهبر دورهٔ { $term } است ولی به رأی‌دهندگان کافی دسترسی ندارد، پس هیچ چیز را نمی‌تواند ثبت نهایی کند.
why-replacement-refused = { $candidate } نمی‌تواند جای آن را بگیرد: { $nodes } هنوز از { $leader } می‌شنوند و بر ضد آن رأی نمی‌دهند، و رأی‌دهندگان دیگر کمتر از حد لازم‌اند.
why-replacement-refused-by-one = { $candidate } نمی‌تواند جای آن را بگیرد: { $voter } هنوز از { $leader } می‌شنود و بر ضد آن رأی نمی‌دهد، و رأی‌دهندگان دیگر کمتر از حد لازم‌اند.
why-check-quorum-would-help = با check-quorum، گرهٔ { $leader } از رهبری کنار می‌رفت.
why-stalled-heard = به اندازهٔ کافی رأی‌دهنده از { $leader } می‌شنوند، پس انتخاباتی آغاز نمی‌کنند، ولی پاسخ‌هایشان به آن نمی‌رسد.
why-check-quorum-will-help = اگر این وضع یک مهلت انتخابات ادامه یابد، { $leader } از رهبری کنار می‌رود.

## Why one node leads

why-leader-won = { $leader } انتخابات دورهٔ { $term } را برد: { $votes } از { $all } رأی‌دهنده به آن رأی دادند و هیچ گره‌ای در یک دوره دو بار رأی نمی‌دهد.
why-leader-won-plain = { $leader } انتخابات دورهٔ { $term } را با رأی کافی برد.

## Why an entry is committed, or not

why-entry-needs-leader = فقط رهبر ثبت نهایی می‌کند و رهبری وجود ندارد.
why-entry-safe = همراه با مدخلی از دورهٔ خودِ رهبرش روی دیسک‌های یک اکثریت بود، پس هر رهبر بعدی آن را دارد.
why-entry-unsafe = رهبری آن را ثبت نهایی‌شده شمرد.
why-entry-not-at-leader = { $leader } رهبر است و آن را ندارد. اگر { $leader } رهبر بماند و مدخل خودش را برای این جایگاه بفرستد، { $node } آن را حذف می‌کند.
why-entry-news = رهبر، یعنی { $leader }، آن را ثبت نهایی کرده است. { $node } هنوز از آن خبر ندارد.
why-entry-known-elsewhere = { $other } آن را ثبت نهایی‌شده می‌شمارد. هنوز هیچ رهبری این را به { $node } نگفته است.
why-entry-in-snapshot = { $leader } مدخل‌های خود تا { $index } را با تصویری لحظه‌ای جایگزین کرده است. { $node } هنوز آن را ندارد.
why-entry-only-here = { $leader } رهبر است و آن را ندارد.
why-entry-older-waits = { $leader } فقط نسخه‌های مدخل‌های دورهٔ خودش را می‌شمارد، پس این یکی را همراه با مدخل { $index } ثبت نهایی می‌کند، وقتی { $quorum } دریافت آن مدخل را تأیید کرده باشند. هنوز نه: { $missing }.
why-entry-missing = { $leader } آن را وقتی ثبت نهایی می‌کند که { $quorum } دریافتش را تأیید کرده باشند. هنوز نه: { $missing }.
why-entry-older-term = { $leader } فقط نسخه‌های مدخل‌های دورهٔ خودش را می‌شمارد. این مدخل فقط همراه با مدخل بعدی از دورهٔ { $term } می‌تواند ثبت نهایی شود.
why-entry-about-to-commit = به اندازهٔ کافی گره دریافت آن را تأیید کرده‌اند؛ { $leader } در آستانهٔ ثبت نهایی آن است.
missing-writing = { $node } (هنوز روی دیسک می‌نویسد)
missing-stopped = { $node } (متوقف)
missing-frozen = { $node } (منجمد)
missing-unreachable = { $node } (پیام‌ها به آن از دست می‌روند)
missing-unheard = { $node } (پاسخ‌هایش از دست می‌روند)
missing-waiting = { $node } (پاسخش هنوز نیامده)

## Why one node does not vote for another

why-candidate-stopped = { $candidate } متوقف است.
why-voter-stopped = { $voter } متوقف است.
why-voter-frozen = { $voter } منجمد است.
why-gave-vote = { $voter } در دورهٔ { $term } رأی خود را به { $candidate } داد.
why-not-a-candidate = { $candidate } نامزد نیست، پس از هیچ گره‌ای رأی نمی‌خواهد.
why-candidate-old-term = { $candidate } نامزد دوره‌ای قدیمی‌تر است که تمام شده است.
why-voted-itself = { $voter } در این دوره پیش‌تر به خودش رأی داده است و فقط یک رأی دارد.
why-voted-other = { $voter } در این دوره پیش‌تر به { $other } رأی داده است و فقط یک رأی دارد.
why-voter-log-newer = لاگ { $voter } به‌روزتر است: شاید { $candidate } مدخل‌هایی ثبت نهایی‌شده را نداشته باشد.
why-direction-cut = پیوند { $from } به { $to } قطع است، پس پیام‌های روی آن از دست می‌روند.
why-not-asked = { $candidate } از { $voter } رأی نمی‌خواهد، چون { $voter } را رأی‌دهنده نمی‌شمارد.
why-promised = { $voter } به { $candidate } گفته است که حاضر است به آن رأی بدهد.
why-voter-hears-leader = { $voter } طبق ساعت خودش، کمتر از یک مهلت انتخابات پیش از آنکه از آن رأی بخواهند، از رهبری شنیده بود، پس درخواست را نادیده گرفت.
why-vote-request-ignored = { $voter } درخواست را نادیده گرفت.
why-vote-request-in-transit = درخواست { $candidate } از { $voter } هنوز در راه است.
why-vote-answer-in-transit = پاسخ { $voter } به { $candidate } هنوز در راه است.
why-vote-waits-for-disk = { $node } نخست روی دیسکش می‌نویسد.
why-vote-request-lost = درخواست { $candidate } از { $voter } از دست رفت.
why-vote-answer-lost = پاسخ { $voter } به { $candidate } از دست رفت.
why-refused-earlier = { $voter } درخواست پیشین { $candidate } را رد کرده است.
why-no-answer-yet = { $voter } هنوز به { $candidate } پاسخ نداده است.

## What was compared: a label, the value here, the value needed

compare-votes = رأی‌ها
compare-votes-promised = رأی‌های قول‌داده
compare-copies = نسخه‌ها
compare-acknowledged = تأیید دریافت
compare-on-disks = روی دیسک‌های
compare-term = دوره
compare-vote = رأی
compare-last-entry = آخرین مدخل
compare-own-term = دورهٔ خود
compare-its-term = دورهٔ آن
compare-candidate-term = دورهٔ نامزد
compare-candidate-last = آخرین مدخل نامزد
compare-vote-in-term = رأی در این دوره
compare-silence = مدت زمان‌سنج انتخابات
compare-election-term = دورهٔ انتخابات
compare-waited = مدت انتظار
compare-entry-before = مدخل پیشین
compare-term-before = دورهٔ مدخل پیشین
compare-term-there = دورهٔ مدخل آن
compare-leader-entry = مدخل رهبر در آنجا
compare-leader-commit = اندیس ثبت نهایی رهبر
compare-writes-lost = نوشتن‌های از دست رفته
compare-entry = مدخل
compare-heard-from = شنیده از
compare-known-leader = رهبری که می‌شناسد
compare-reach-each-other = دسترسی به یکدیگر
compare-runs-out = پایان تا
compare-committed-there = ثبت نهایی در آنجا
need-on-disk = مانند دیسک آن
need-at-least = دست‌کم { $number }
need-below-last = کمتر از آخرین
need-at-least-own = دست‌کم { $term }، دورهٔ خودِ { $to }
need-at-most-commit = حداکثر اندیس ثبت نهایی، { $commit-index }
need-none-or = هیچ، یا { $candidate }
need-any = هر چه باشد
need-not-before = دست‌کم { $position }
need-up-to-date = دست‌کم به‌روز به اندازهٔ لاگ رأی‌دهنده
need-same = یکسان در هر دو لاگ
need-itself = خودش
need-timer = زمان‌سنج روی { $span }
need-votes = رأی کافی
need-term-at = دورهٔ { $term }، در اندیس { $index }
here-none = هیچ
here-nothing = هیچ چیز
here-no-entry = چنین مدخلی نیست
here-entry-of-term = مدخلی از دورهٔ { $term }
here-nodes = { $voters }
here-span = { $span }

### The transcript: one line for each event. The node or client stands before it, so no message
### begins with a name: “C | votes for B in term 2”.

## Messages: $message is one of packet-…

log-sends = به { $to } می‌فرستد: { $packet }
log-sent-twice = دو بار به { $to } فرستاده می‌شود: { $packet }
log-receives = از { $from } دریافت می‌کند: { $packet }
log-lost-cut = { $packet } از { $from } به { $to } از دست می‌رود: پیوند قطع است
log-lost-random = { $packet } از { $from } به { $to } به‌تصادف از دست می‌رود
log-lost-dropped = { $packet } از { $from } به { $to } از دست می‌رود: دور انداخته شد
log-lost-stopped = { $packet } از { $from } به { $to } از دست می‌رود: { $to } متوقف است
log-lost-overflow = { $packet } از { $from } به { $to } از دست می‌رود: پیوند پر است

## What a message says

packet-pre-vote = درخواست پیش‌رأی (دورهٔ { $term }، آخرین: { $position })
packet-pre-vote-granted = قول رأی (دورهٔ { $term })
packet-pre-vote-refused = خودداری از قول رأی (دورهٔ { $term })
packet-vote-request = درخواست رأی (دورهٔ { $term }، آخرین: { $position })
packet-vote-granted = رأی در دورهٔ { $term }
packet-vote-refused = خودداری از رأی دادن در دورهٔ { $term }
packet-heartbeat = ضربان (دورهٔ { $term }، اندیس ثبت نهایی { $commit-index })
packet-append =
    { $count ->
        [one] { $count } مدخل (دورهٔ { $term }، پس از { $position }، اندیس ثبت نهایی { $commit-index })
       *[other] { $count } مدخل (دورهٔ { $term }، پس از { $position }، اندیس ثبت نهایی { $commit-index })
    }
packet-append-matched = تأیید دریافت تا مدخل { $index } (دورهٔ { $term })
packet-append-mismatched = رد آنچه پس از مدخل { $index } می‌آید (دورهٔ { $term })
packet-append-stale = رد: دورهٔ { $term } آغاز شده است
packet-snapshot = تصویر لحظه‌ای (دورهٔ { $term }، تا { $position })
packet-snapshot-part = تأیید دریافت { $number } بایت از تصویر لحظه‌ای (دورهٔ { $term })
packet-snapshot-done = تأیید دریافت کل تصویر لحظه‌ای (دورهٔ { $term })
packet-timeout-now = درخواست به دست گرفتن رهبری (دورهٔ { $term })
packet-read-index = درخواست خواندن از رهبر (دورهٔ { $term })
packet-read-index-reply = اندیس خواندن: { $index } (دورهٔ { $term })
packet-read-index-refused = نبود اندیس خواندن (دورهٔ { $term })
packet-forward = درخواست بازفرستاده (دورهٔ { $term })
packet-forward-reply = پاسخ بازفرستاده (دورهٔ { $term })
packet-client-request = درخواست { $operation }
packet-client-done = پاسخ درخواست { $number }: { $outcome }
packet-client-superseded = پاسخ درخواست { $number }: جایگزین‌شده با { $position }
packet-client-redirected = پاسخ درخواست { $number }: از { $leader } بخواه
packet-client-no-leader = پاسخ درخواست { $number }: رهبر نامعلوم

## The same in the menu of a message

say-pre-vote = حاضری به من رأی بدهی؟ (دورهٔ { $term }، آخرین: { $position })
say-pre-vote-granted = حاضرم رأی بدهم (دورهٔ { $term })
say-pre-vote-refused = حاضر نیستم رأی بدهم (دورهٔ { $term })
say-vote-request = درخواست رأی (دورهٔ { $term }، آخرین: { $position })
say-vote-granted = رأی داده شد، دورهٔ { $term }
say-vote-refused = رأی داده نشد، دورهٔ { $term }
say-heartbeat = ضربان (دورهٔ { $term }، اندیس ثبت نهایی { $commit-index })
say-append =
    { $count ->
        [one] { $count } مدخل (دورهٔ { $term }، پس از { $position }، اندیس ثبت نهایی { $commit-index })
       *[other] { $count } مدخل (دورهٔ { $term }، پس از { $position }، اندیس ثبت نهایی { $commit-index })
    }
say-append-matched = دریافت تا مدخل { $index } تأیید شد (دورهٔ { $term })
say-append-mismatched = آنچه پس از مدخل { $index } می‌آید رد شد (دورهٔ { $term })
say-append-stale = رد شد: دورهٔ { $term } آغاز شده است
say-snapshot = تصویر لحظه‌ای (دورهٔ { $term }، تا { $position })
say-snapshot-part = { $number } بایت از تصویر لحظه‌ای دریافت شد (دورهٔ { $term })
say-snapshot-done = کل تصویر لحظه‌ای دریافت شد (دورهٔ { $term })
say-timeout-now = رهبری را به دست بگیر (دورهٔ { $term })
say-read-index = تا کجا باید اعمال کرده باشم؟ (دورهٔ { $term })
say-read-index-reply = پس از مدخل { $index } به خواندن‌ها پاسخ بده (دورهٔ { $term })
say-read-index-refused = نمی‌توانم بگویم (دورهٔ { $term })
say-forward = درخواست بازفرستاده (دورهٔ { $term })
say-forward-reply = پاسخ بازفرستاده (دورهٔ { $term })
say-client-request = درخواست: { $operation }
say-client-done = پاسخ: { $outcome }
say-client-superseded = هرگز ثبت نهایی نشد: جایگزین‌شده با { $position }
say-client-redirected = از { $leader } بخواه
say-client-no-leader = رهبر نامعلوم

## Answers of the store

outcome-written = انجام شد
outcome-value = { $value }
outcome-unset = بی‌مقدار
outcome-differs = نه، مقدارش { $value } است
outcome-differs-unset = نه، مقداری ندارد
outcome-not-a-number = نه، عدد نیست

## Timers, disks, nodes

log-timer-election = زمان‌سنج انتخاباتش به پایان می‌رسد
log-timer-heartbeat = زمان‌سنج ضربانش به پایان می‌رسد
log-timer-quorum = زمان‌سنج حد نصابش به پایان می‌رسد
log-timer-transfer = زمان‌سنج واگذاری رهبری‌اش به پایان می‌رسد
log-write-begins = نوشتن { $number } را آغاز می‌کند: { $write }
log-write-durable = نوشتن { $number } روی دیسک است
log-write-fails = نوشتن { $number } ناموفق است
log-write-term = دورهٔ { $term }
log-write-term-and-vote = دورهٔ { $term }، رأی به { $candidate }
log-write-snapshot = تصویر لحظه‌ای تا { $position }
log-write-entries =
    { $count ->
        [one] { $count } مدخل از اندیس { $index }
       *[other] { $count } مدخل از اندیس { $index }
    }
log-write-removal = هیچ مدخلی از اندیس { $index } به بعد
log-write-and = { $first-part }؛ { $second-part }
log-stops = متوقف می‌شود
log-stops-losing-writes =
    { $count ->
        [one] متوقف می‌شود؛ { $count } نوشتن از دست می‌رود
       *[other] متوقف می‌شود؛ { $count } نوشتن از دست می‌روند
    }
log-stops-torn = در میانهٔ نوشتنی متوقف می‌شود که شاید بخشی از آن روی دیسکش باشد
log-disk-loses-entry = دیسکش مدخل { $index } را که نوشتنش را تأیید کرده بود از دست می‌دهد
log-disk-loses-entries = دیسکش مدخل‌های { $index } تا { $last-index } را که نوشتنشان را تأیید کرده بود از دست می‌دهد
log-cannot-start = نمی‌تواند راه بیفتد: { $damage }
log-applies = اعمال می‌کند: { $entry }، مدخل { $index } (دورهٔ { $term })
log-applies-with = اعمال می‌کند: { $entry }، مدخل { $index } (دورهٔ { $term }): { $outcome }
log-applies-membership = ترکیب جدید اعضا را اعمال می‌کند، مدخل { $index } (دورهٔ { $term })
log-request = درخواست { $number }: { $operation }
log-request-waits = درخواست { $number } منتظر است
log-request-done = درخواست { $number } انجام شد: { $outcome }
log-request-superseded = درخواست { $number } هرگز اثر نکرد
log-request-unknown = شاید درخواست { $number } اثر کرده باشد و شاید نه
log-broken = «{ $guarantee }» نقض شده است: { $facts }
log-change-committed = «{ $command }» انجام و ثبت نهایی شده است، به عنوان { $position }
log-change-refused = درخواست «{ $command }» را رد می‌کند: { $rule-name } ({ $section })
log-change-refused-no-voter = درخواست «{ $command }» را رد می‌کند: هیچ رأی‌دهنده‌ای باقی نمی‌ماند
log-change-redirected = درخواست «{ $command }» را رد می‌کند: رهبر نیست، { $leader } رهبر است
log-change-redirected-nowhere = درخواست «{ $command }» را رد می‌کند: رهبر نیست و هیچ رهبری را نمی‌شناسد
log-change-superseded = هرگز «{ $command }» را انجام نمی‌دهد: مدخل رهبر دیگری جای آن را گرفت
log-change-unknown = باخبر نخواهد شد که «{ $command }» انجام شده است یا نه

## What a node decided

log-boots = در دورهٔ { $term } راه می‌افتد، آخرین: { $position }
log-last-term = پیامی از { $from } را رد می‌کند: دورهٔ آن آخرین دوره است که پس از آن انتخاباتی ممکن نیست
log-unknown-sender = پیامی از { $from } را رد می‌کند: عضو نیست
log-broken-entries = پیامی از { $from } را رد می‌کند: مدخل‌هایش جای خالی یا دوره‌های نادرست دارند
log-broken-snapshot = پیامی از { $from } را رد می‌کند: تصویر لحظه‌ای آن ناممکن است
log-rejects-old-term = پیام { $from } را رد می‌کند: از دورهٔ { $term } است که تمام شده است (§5.1)
log-rejects-old-answer = پاسخ { $from } را رد می‌کند: پاسخ پیامی از دوره‌ای قدیمی‌تر است (§5.1)
log-rejects-by-rule = پیام { $from } را که از دورهٔ { $term } است رد می‌کند: { $rule-name } ({ $section })
log-rejects-answer-by-rule = پاسخ { $from } را رد می‌کند: { $rule-name } ({ $section })
log-accepts-old-answer = پاسخ { $from } به پیامی از دوره‌ای قدیمی‌تر را می‌پذیرد، فقط با خاموش بودن { $rule-names }
log-accepts-without-rule = پیام { $from } را که از دورهٔ { $term } است می‌پذیرد، فقط با خاموش بودن { $rule-names }
log-accepts-answer-without-rule = پاسخ { $from } را می‌پذیرد، فقط با خاموش بودن { $rule-names }
log-adopts-term = از دورهٔ { $term } به دورهٔ { $other-term } می‌رود، مانند { $other }
log-steps-down-leader = در دورهٔ { $term } از رهبری کنار می‌رود
log-steps-down-candidate = در دورهٔ { $term } دیگر نامزد نیست
log-starts-election = در دورهٔ { $term } انتخاباتی آغاز می‌کند
log-terms-used-up = نمی‌تواند انتخاباتی آغاز کند: دورهٔ { $term } آخرین دوره است
log-may-not-stand = انتخاباتی آغاز نمی‌کند: رأی‌دهنده نیست (§6)
log-stands-without-rule = انتخاباتی آغاز می‌کند، فقط با خاموش بودن { $rule-names }
log-starts-pre-vote = پس از دورهٔ { $term } می‌پرسد که آیا برنده می‌شود
log-would-vote = حاضر است به { $candidate } رأی بدهد
log-would-vote-without-rule = حاضر است به { $candidate } رأی بدهد، فقط با خاموش بودن { $rule-names }
log-would-not-vote-old-term = حاضر نیست به { $candidate } رأی بدهد: دورهٔ قدیمی‌تر (§5.1)
log-would-not-vote-log = حاضر نیست به { $candidate } رأی بدهد: لاگ خودش به‌روزتر است (§5.4.1)
log-would-not-vote-leader = حاضر نیست به { $candidate } رأی بدهد: شاید رهبری زنده باشد (رساله §4.2.3)
log-would-not-vote-without-rule = حاضر نیست به { $candidate } رأی بدهد، فقط با خاموش بودن { $rule-names }
log-would-not-vote-by-rule = حاضر نیست به { $candidate } رأی بدهد: { $rule-name } ({ $section })
log-votes = در دورهٔ { $term } به { $candidate } رأی می‌دهد
log-votes-without-rule = در دورهٔ { $term } به { $candidate } رأی می‌دهد، فقط با خاموش بودن { $rule-names }
log-refuses-vote-voted = در دورهٔ { $term } به { $candidate } رأی نمی‌دهد: پیش‌تر رأی داده است (§5.2)
log-refuses-vote-old-term = به { $candidate } رأی نمی‌دهد: دورهٔ { $term } تمام شده است (§5.1)
log-refuses-vote-log = در دورهٔ { $term } به { $candidate } رأی نمی‌دهد: لاگ خودش به‌روزتر است (§5.4.1)
log-refuses-vote-leader = در دورهٔ { $term } به { $candidate } رأی نمی‌دهد: شاید رهبری زنده باشد (رساله §4.2.3)
log-refuses-vote-again = درخواست تکراری { $candidate } در دورهٔ { $term } را رد می‌کند: لاگ خودش اکنون به‌روزتر است (§5.4.1)
log-refuses-vote-without-rule = در دورهٔ { $term } به { $candidate } رأی نمی‌دهد، فقط با خاموش بودن { $rule-names }
log-refuses-vote-by-rule = در دورهٔ { $term } به { $candidate } رأی نمی‌دهد: { $rule-name } ({ $section })
log-counts-vote = رأی { $voter } را می‌شمارد: { $votes } از { $needed } رأی لازم
log-counts-refusal = رأی ندادن { $voter } را می‌شمارد: { $votes } از { $needed } رأی لازم
log-counts-vote-joint = رأی { $voter } را می‌شمارد: { $votes } رأی دارد و به { $quorum } نیاز دارد
log-counts-refusal-joint = رأی ندادن { $voter } را می‌شمارد: { $votes } رأی دارد و به { $quorum } نیاز دارد
log-leads = با { $votes } رأی از { $needed } رأی لازم رهبر دورهٔ { $term } می‌شود
log-leads-joint = با { $votes } رأی رهبر دورهٔ { $term } می‌شود؛ به { $quorum } نیاز دارد
log-follows = رهبر دورهٔ { $term } را { $leader } می‌شمارد
log-creates-no-op = یک no-op می‌افزاید، مدخل { $index } (دورهٔ { $term })
log-creates-entry = مدخل { $index } (دورهٔ { $term }) را می‌افزاید
log-rejects-entries =
    { $count ->
        [0] پیام { $leader } را رد می‌کند: { $position } در اینجا نیست (§5.3)
        [one] { $count } مدخل از { $leader } را رد می‌کند: { $position } در اینجا نیست (§5.3)
       *[other] { $count } مدخل از { $leader } را رد می‌کند: { $position } در اینجا نیست (§5.3)
    }
log-rejects-entries-by-rule = مدخل‌های { $leader } پس از { $position } را رد می‌کند: { $rule-name } ({ $section })
log-accepts-entries-without-rule = مدخل‌های { $leader } پس از { $position } را می‌پذیرد، فقط با خاموش بودن { $rule-names }
log-removes-entry = مدخل { $index } (دورهٔ { $term }) را حذف می‌کند
log-removes-entries = مدخل‌های { $index } تا { $last-index } را حذف می‌کند
log-appends-entry = مدخل { $index } (دورهٔ { $term }) را می‌افزاید
log-appends-entries = مدخل‌های { $index } تا { $last-index } را می‌افزاید
log-learns-match = لاگ { $follower } را تا مدخل { $index } مطابق می‌شمارد
log-backs-off = عقب‌تر به دنبال تطابق با { $follower } می‌گردد: مقدار nextIndex برابر { $index }
log-commits =
    { $copies ->
        [one] ثبت نهایی می‌کند: { $position }؛ { $copies } نسخه می‌شمارد
       *[other] ثبت نهایی می‌کند: { $position }؛ { $copies } نسخه می‌شمارد
    }
log-commits-without-rule = ثبت نهایی می‌کند: { $position }، فقط با خاموش بودن { $rule-names }
log-does-not-commit = ثبت نهایی نمی‌کند: { $position }؛ از دوره‌ای قدیمی‌تر است (§5.4.2)
log-does-not-commit-by-rule = ثبت نهایی نمی‌کند: { $position }؛ { $rule-name } ({ $section })
log-commit-index = اندیس ثبت نهایی از { $index } به { $commit-index } می‌رود
log-commit-index-by-rule = اندیس ثبت نهایی از { $index } به { $commit-index } می‌رود: { $rule-name } ({ $section })
log-commit-index-without-rule = اندیس ثبت نهایی از { $index } به { $commit-index } می‌رود، فقط با خاموش بودن { $rule-names }
log-reads = در اندیس ثبت نهایی { $index } به خواندنی پاسخ می‌دهد
log-reads-without-rule = در اندیس ثبت نهایی { $index } به خواندنی پاسخ می‌دهد، فقط با خاموش بودن { $rule-names }
log-read-waits = خواندنی را منتظر می‌گذارد: { $rule-name } ({ $section })
log-compacts = لاگش را تا { $position } با تصویری لحظه‌ای جایگزین می‌کند
log-installs-snapshot = تصویری لحظه‌ای را تا { $position } نصب می‌کند
log-installs-snapshot-without-rule = تصویری لحظه‌ای را تا { $position } نصب می‌کند، فقط با خاموش بودن { $rule-names }
log-ignores-snapshot = تصویری لحظه‌ای را تا { $position } نادیده می‌گیرد: { $rule-name } ({ $section })
log-changes-members = تغییر اعضا را آغاز می‌کند
log-changes-members-without-rule = تغییر اعضا را آغاز می‌کند، فقط با خاموش بودن { $rule-names }
log-refuses-change-another = تغییر را رد می‌کند: تغییر دیگری در جریان است
log-refuses-change-own-term = تغییر را رد می‌کند: هنوز مدخلی از دورهٔ خودش ثبت نهایی نشده است (رساله §4.1)
log-refuses-change-no-voter = تغییر را رد می‌کند: هیچ رأی‌دهنده‌ای باقی نمی‌ماند
log-refuses-change-by-rule = تغییر را رد می‌کند: { $rule-name } ({ $section })
log-voters = اکنون رأی‌دهندگان { $voters } هستند
log-membership-waits = ترکیب جدیدی از اعضا را می‌افزاید که هنوز اثر ندارد
log-voters-joint = اکنون رأی‌دهندگان { $voters } همراه با { $old-voters } هستند
log-hands-over = رهبری را به { $successor } واگذار می‌کند
log-gives-up-hand-over = رهبری را به { $successor } واگذار نمی‌کند
log-hears-too-few = پاسخ‌هایی می‌شمارد که اکثریت نیستند
log-redirects = رهبر نیست؛ { $leader } را نام می‌برد
log-redirects-nowhere = رهبر نیست و هیچ رهبری را نمی‌شناسد
