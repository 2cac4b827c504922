# The screen in front of sealed pages, and the controls at the end of an open page.
#
# The web host can read the screen, so no sentence here names the school, the
# student, or the staff. The family is addressed in the plural.

# The heading, and what the browser's tab says until the pages are open.
lock-title = هذه الصفحات خاصة
lock-languages = اللغة
# Above the field for the code.
lock-intro = اكتبوا الرمز الموجود في رسالتكم. يتكون الرمز من ست مجموعات، في كل مجموعة خمسة أرقام.
lock-code = الرمز الموجود في رسالتكم
# The button.
lock-open = فتح الصفحات
# While the code is being tried.
lock-opening = يجري فتح الصفحات. قد يستغرق ذلك بضع ثوانٍ.

# A mistake in one group of the code.
lock-group-1 = نرجو أن تقارنوا المجموعة الأولى من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-group-2 = نرجو أن تقارنوا المجموعة الثانية من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-group-3 = نرجو أن تقارنوا المجموعة الثالثة من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-group-4 = نرجو أن تقارنوا المجموعة الرابعة من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-group-5 = نرجو أن تقارنوا المجموعة الخامسة من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-group-6 = نرجو أن تقارنوا المجموعة السادسة من الأرقام بما في رسالتكم. فيها رقم مختلف واحد على الأقل.
lock-too-few = تنقص بعض الأرقام. يتكون الرمز في رسالتكم من 30 رقمًا.
lock-too-many = الأرقام أكثر من اللازم. يتكون الرمز في رسالتكم من 30 رقمًا.
# Every group is right, but the code opens nothing here.
lock-no-match = هذا الرمز لا يفتح هذه الصفحات. قد يكون من رسالة أقدم. نرجو استخدام الرمز الموجود في أحدث رسالة وصلتكم.

# The link in the letter was not copied completely. The field for the code is below.
lock-cut = ينقص جزء من الرابط. نرجو استخدام الرابط كاملًا، أو كتابة الرمز الموجود في رسالتكم.
# A link that was right once. The same is said if the phone remembers an old code.
lock-replaced = لهذه الصفحات رابط جديد ورمز جديد. نرجو استخدام ما في أحدث رسالة وصلتكم.
# The school is publishing new pages at this moment.
lock-renewed = يجري الآن تحديث هذه الصفحات. نرجو المحاولة مرة أخرى بعد بضع دقائق.
# The button below it.
lock-again = محاولة أخرى
# This reader has no access any more.
lock-closed = هذه الصفحات مغلقة الآن. إذا كنتم ترون أن في الأمر خطأ، فنرجو الاتصال بالمدرسة.
# After somebody used the button "Lock and forget".
lock-locked = أُغلقت الصفحات، ولم يعد هذا الهاتف يتذكرها.

# The address begins with http, so the browser cannot open the pages. A link is below.
lock-https = لا تُفتح الصفحات إلا باتصال آمن. نرجو استخدام هذا الرابط:
# The text of the link.
lock-https-link = فتح الصفحات باتصال آمن
lock-browser = لا يستطيع هذا المتصفح فتح هذه الصفحات. نرجو استخدام متصفح أحدث، مثل آخر إصدار من Chrome أو Safari أو Firefox.
# Shown in a browser that runs no scripts.
lock-no-script = لغة JavaScript متوقفة في هذا المتصفح. نرجو تشغيلها من الإعدادات، ثم تحميل هذه الصفحة مرة أخرى.
# Above the school's telephone number.
lock-help = هل تحتاجون إلى مساعدة؟ اتصلوا بالمدرسة.

# At the end of each open page.
lock-controls = صفحات خاصة
# Read out when a page has been opened.
lock-opened = الصفحة مفتوحة.
# A link to the list of all students whose pages the reader may open.
lock-students = كل الصفحات التي يمكنكم فتحها
lock-remember = تذكُّر الصفحات على هذا الهاتف 90 يومًا
# Below the button.
lock-remember-note = استخدموا هذا على هاتفكم الخاص فقط. لن تحتاجوا إلى الرمز مدة 90 يومًا.
# Instead of the button, once it was used.
lock-remembered = هذا الهاتف يتذكر الصفحات. يمكنكم فتحها بلا رمز.
lock-remember-failed = لا يستطيع هذا المتصفح تذكُّر الصفحات. ما زال الرابط والرمز صالحين.
# A button: closes the pages, and makes the phone forget the code.
lock-forget = إغلاق الصفحات ونسيانها

# The page at the top of the web host, above the folders of families. Everyone can read
# it, so it names nobody and does not say what is below.
lock-top-title = لا توجد صفحة هنا
lock-top = يُرجى مراجعة العنوان الذي وصل إليكم. قد يكون جزء منه ناقصًا.
