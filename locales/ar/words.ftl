# Words to know, the page for paper, and what is said about the site itself.

page-words = كلمات مفيدة

# What a kind of goal is about. $title is its name.
explainer = المزيد عن هذه المهارة: { $title }

# Over the student's own words, where they were not spoken.
voice-wrote = { $pronoun ->
    [she] ما كتبته { $name }
   *[other] ما كتبه { $name }
}
voice-drew = { $pronoun ->
    [she] ما رسمته { $name }
   *[other] ما رسمه { $name }
}

# Places outside the school that help for free.
partners = مساعدة مجانية قريبة منكم
partners-lead = هذه الأماكن ليست جزءًا من المدرسة.
partner-languages = اللغات: { $languages }
# $host is the name of the website.
partner-web = افتحوا { $host }

# About the pages themselves.
page-about = عن هذه الصفحات
about-references = أين تقرؤون المزيد
# $what is what stands there, $host the name of the website.
about-reference = { $what } ({ $host })
about-keeps = ما تحفظه هذه الصفحات عنكم
about-no-account = لا تحتاجون إلى حساب ولا إلى تطبيق. ولا تضع هذه الصفحات ملفات تعريف الارتباط (كوكيز) في هاتفكم.
about-no-counting = لا أحد يعدّ زياراتكم. ولا تجلب الصفحات شيئًا من مواقع أخرى، فلا يعرف أي موقع آخر أنكم تقرؤونها.
about-host = قد يسجّل الحاسوب الذي يرسل إليكم الصفحات الوقت ورقم اتصالكم. المدرسة مسؤولة عن هذا السجل. إذا كان لديكم سؤال، فاتصلوا على الرقم { $phone }.
about-not = ما ليست عليه هذه الصفحات
about-not-iep = ليست خطة التعليم الفردي (IEP). فالخطة هي الوثيقة المكتوبة التي تتفقون عليها مع المدرسة.
about-not-notice = وليست الإشعار الخطي المسبق. فهو الرسالة التي يجب أن ترسلها المدرسة إليكم قبل أن تغيّر الخطة أو ترفض تغييرًا.
about-not-consent = ولا تطلب موافقتكم. قراءة صفحة لا تعني أنكم وافقتم على شيء.
about-papers = لطلب خطة التعليم الفردي والرسائل الرسمية، اتصلوا على الرقم { $phone }.
about-source = من أين تأتي الكلمات
about-written = يكتبها باللغة { $language } الأشخاص الذين يعملون مع { $name }.
about-translated = ما تقرؤونه باللغة { $language } ترجمة. إذا كانت ترجمة آلية لم يراجعها أحد، فالصفحة تقول ذلك. وإذا كان جزء لم يُترجم بعد، فالصفحة تقول ذلك أيضًا.
about-fixed = العناوين والكلمات التي لا تتغيّر من طفل إلى آخر تأتي مع kinfolio، البرنامج الذي يصنع هذه الصفحات.
about-fixed-unreviewed = العناوين والكلمات التي لا تتغيّر من طفل إلى آخر تأتي مع kinfolio، البرنامج الذي يصنع هذه الصفحات. ولم يراجعها بعد شخص لغته الأم هي العربية.
