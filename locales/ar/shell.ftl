# Text on every page.
#
# Words between <b> and </b> are printed bold. $name is what everybody calls the
# student. $pronoun is he, she or they.
#
# Arabic: the family is addressed in the plural (اتصلوا، يمكنكم). No letter is
# joined to a value (no لـ or بـ before one): names, numbers and the school's own
# words stand as they are. Wording that fits a boy and a girl comes first;
# where there is none, select on $pronoun. Whether a member of staff is a man or
# a woman is not known, so sentences about staff are built around nouns.

skip = انتقلوا إلى محتوى الصفحة
language-menu = اللغة
page-menu = صفحات أخرى
back-to-index = صفحة { $name }
footer-record = تساعدكم هذه الصفحة على متابعة العمل. وهي لا تحل محل خطة التعليم الفردي (IEP) ولا محل الرسائل الرسمية. لطلب هذه الوثائق، اتصلوا على الرقم { $phone }.
# Shown in languages whose wording no native reader has checked yet. $phone is the interpreter's number.
footer-unreviewed = كلمات هذه الصفحة لم يراجعها بعد شخص لغته الأم هي العربية. إذا وجدتم شيئًا غير واضح، فاتصلوا على الرقم { $phone }.

# A text that has no translation. $language is the language it is in, with its
# article: الإنجليزية.
not-translated = هذا الجزء متوفر حتى الآن باللغة { $language } فقط. إذا احتجتم إلى مترجم، فاتصلوا على الرقم { $phone }. الخدمة مجانية.
not-translated-plain = هذا الجزء متوفر حتى الآن باللغة { $language } فقط. للحديث عنه، اتصلوا على الرقم { $phone }.
in-language = (باللغة { $language })
not-translated-parts = الأجزاء التي كُتب بجانبها «(باللغة { $language })» لم تُترجم بعد. إذا احتجتم إلى مترجم، فاتصلوا على الرقم { $phone }. الخدمة مجانية.
not-translated-parts-plain = الأجزاء التي كُتب بجانبها «(باللغة { $language })» لم تُترجم بعد. للحديث عنها، اتصلوا على الرقم { $phone }.
machine-translated-parts = بعض ما هنا ترجمة آلية، ولم يراجعها أحد بعد.
translation-stale-parts = قد لا يكون بعض النص باللغة { $language } هنا محدَّثًا.
picture-not-translated = وصف هذه الصورة متوفر حتى الآن باللغة { $language } فقط.
iep-translated = هذه ترجمة. النص المعتمد هو نص الخطة باللغة { $language }.
machine-translated = هذه ترجمة آلية، ولم يراجعها أحد بعد.
# The original has changed since it was translated. $language is the language of
# this page, with its article.
translation-stale = قد لا يكون هذا النص باللغة { $language } محدَّثًا.
see-original = عرض النص الأصلي

page-index = كيف تسير الأمور في المدرسة
page-support = الدعم في المدرسة
page-updates = الأخبار
page-home = في البيت
page-team = أعضاء الفريق وأدوارهم

# The front page, where a language is chosen.
choose-language = اختاروا اللغة

# A telephone number with an extension.
phone-extension = { $number } تحويلة { $extension }
text-button = رسالة نصية إلى { $phone }

# The first words of a text message or an e-mail to the school. Others may see
# them on a locked screen, so they say nothing about the student.
hello = مرحبًا، لديّ سؤال عن المدرسة.
hello-in = مرحبًا، لديّ سؤال عن المدرسة. لغتي هي { $language }.
hello-subject = سؤال عن المدرسة

# At the foot of the first page, folded.
keep = حفظ هذه الصفحة أو عرضها على العائلة
keep-iphone = على هاتف آيفون: اضغطوا زر المشاركة، وهو مربع فيه سهم إلى الأعلى، ثم اختاروا «إضافة إلى الشاشة الرئيسية».
keep-android = على هاتف أندرويد: اضغطوا النقاط الثلاث، ثم اختاروا «إضافة إلى الشاشة الرئيسية».
keep-bookmark = ويمكنكم أيضًا حفظها في المفضلة مثل أي صفحة أخرى.
keep-show = إذا أردتم أن يراها الجد أو الجدة، فأروهما إياها على هاتفكم أو مطبوعة على الورق.
keep-private = هذه الصفحات خاصة، ومن يستطيع فتحها يقرأ ما فيها عن { $name }. نرجو ألا تعطوا الرابط أو كلمة السر لأحد. وإذا كان أحد آخر من العائلة يحتاج إلى هذه الصفحات، فاتصلوا على { $phone }.
