# Names of languages.

language-am = Amharic
language-ar = Arabic
language-bn = Bengali
language-en = English
language-es = Spanish
language-fa = Persian
language-fil = Filipino
language-fr = French
language-hmn = Hmong
language-ht = Haitian Creole
language-ja = Japanese
language-ko = Korean
language-my = Burmese
language-ne = Nepali
language-prs = Dari
language-ps = Pashto
language-pt-BR = Portuguese
language-ru = Russian
language-so = Somali
language-sw = Swahili
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-zh-Hans = Chinese (simplified)
language-zh-Hant = Chinese (traditional)
