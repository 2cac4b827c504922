# Names of languages, as they stand after اللغة: with the article, feminine.

language-am = الأمهرية
language-ar = العربية
language-bn = البنغالية
language-en = الإنجليزية
language-es = الإسبانية
language-fa = الفارسية
language-fil = الفلبينية
language-fr = الفرنسية
language-hmn = الهمونغية
language-ht = الكريولية الهايتية
language-ja = اليابانية
language-ko = الكورية
language-my = البورمية
language-ne = النيبالية
language-prs = الدرية
language-ps = البشتونية
language-pt-BR = البرتغالية
language-ru = الروسية
language-so = الصومالية
language-sw = السواحلية
language-uk = الأوكرانية
language-ur = الأردية
language-vi = الفيتنامية
language-zh-Hans = الصينية المبسّطة
language-zh-Hant = الصينية التقليدية
