# The printed letter that gives a reader the address and the code of the pages, and the
# message that tells the reader of news.
#
# The reader is a parent, a grandparent, or somebody else whom the family chose, with one
# student or several. A letter can be lost, so no sentence here may use $name or $pronoun.
# The letter is one sheet of paper, often in two languages: every word takes space.
# The family is addressed in the plural.

# The heading.
access-title = صفحاتكم الخاصة عن المدرسة
# $date is the day on which the letter was made.
access-made = { $date }. نرجو استخدام أحدث رسالة وصلتكم فقط.
access-what = أعدّت لكم المدرسة صفحات خاصة على الإنترنت. تجدون فيها كيف تسير الأمور في المدرسة، ومن يقدّم المساعدة، وما يمكنكم فعله في البيت. من يحصل على هذه الرسالة يستطيع فتح الصفحات، فنرجو حفظ الرسالة في مكان آمن.

access-open = كيف تفتحون صفحاتكم
# The square is a QR code. It holds the address and the secret that opens the pages.
access-scan-key = من هاتفكم الخاص: وجّهوا كاميرا الهاتف نحو المربع، ثم اضغطوا الرابط الذي يظهر. لا تحتاجون إلى الرمز.
# The square holds only the address.
access-scan = من الهاتف: وجّهوا كاميرا الهاتف نحو المربع، ثم اضغطوا الرابط الذي يظهر، ثم اكتبوا الرمز.
access-type = بلا كاميرا: اكتبوا العنوان في متصفح الإنترنت، ثم اكتبوا الرمز.
# The same where the web host asks for a user name and a password. The square holds only
# the address.
access-scan-login = من الهاتف: وجّهوا كاميرا الهاتف نحو المربع، ثم اضغطوا الرابط الذي يظهر.
access-type-login = بلا كاميرا: اكتبوا العنوان في متصفح الإنترنت.
# Follows both. A web host takes a password only in the way it is printed.
access-exactly = ثم اكتبوا اسم المستخدم وكلمة المرور تمامًا كما طُبعا: مع الشرطات وبلا مسافات، بحروف لاتينية صغيرة وبالأرقام 0 إلى 9 (وليس ٠ إلى ٩). على هاتفكم الخاص، يمكنكم السماح للمتصفح بحفظهما.
# Above the address, the code, the user name, and the password, which are the same in all
# languages.
access-address = العنوان
access-code = الرمز
access-user = اسم المستخدم
access-password = كلمة المرور

# A heading, and what to do there. $button is what stands on the button of the page.
access-shared = على هاتف أو حاسوب يستخدمه آخرون
access-forget-key = لا تستخدموا المربع هناك، فقد يحتفظ الجهاز بالرابط. اكتبوا العنوان والرمز. وعند الانتهاء، اضغطوا «{ $button }» في آخر الصفحة.
access-forget = عند الانتهاء، اضغطوا «{ $button }» في آخر الصفحة.
# The host cannot be told to forget a password, and the browser keeps it until it is closed.
access-forget-login = استخدموا نافذة خاصة (تُسمى أيضًا التصفح المتخفي)، ولا تحفظوا كلمة المرور. وعند الانتهاء، أغلقوا جميع نوافذ المتصفح.

# A heading, and what to do then.
access-lost = إذا ضاع هاتفكم أو ضاعت هذه الرسالة
access-lost-do = نرجو الاتصال بنا قريبًا. ستحصلون على رسالة جديدة، ولن تعمل الرسالة القديمة بعد ذلك.

# A heading, and whom to call. $who is the case manager.
access-questions = هل لديكم أسئلة؟
access-call = للتواصل مع { $who }، اتصلوا على الرقم { $phone }.
access-call-school = اتصلوا بالمدرسة على الرقم { $phone }.

# On the strip at the top, for staff. $reader is the word for the reader in files, such as
# mateo/mother. Names of students are next to it.
access-reader = الرسالة إلى: { $reader }
access-cut = للعاملين في المدرسة: تُسلَّم هذه الرسالة إلى هذا الشخص وحده، في ظرف مغلق. يُقصّ هذا الشريط أولًا، فليس تحته اسم أي طالب.

# A text message. The school adds it to its own messenger. $address is the address of the
# reader's pages. Others may see the message on a locked screen.
access-news = يوجد جديد في صفحتكم: { $address }
