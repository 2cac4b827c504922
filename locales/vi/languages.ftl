# Names of languages.
#
# Lower-case, because they stand inside sentences: "Nói tiếng Anh và tiếng Việt."

language-am = tiếng Amhara
language-ar = tiếng Ả Rập
language-bn = tiếng Bengal
language-en = tiếng Anh
language-es = tiếng Tây Ban Nha
language-fa = tiếng Ba Tư
language-fil = tiếng Philippines
language-fr = tiếng Pháp
language-hmn = tiếng H’Mông
language-ht = tiếng Creole Haiti
language-ja = tiếng Nhật
language-ko = tiếng Hàn
language-my = tiếng Miến Điện
language-ne = tiếng Nepal
language-prs = tiếng Dari
language-ps = tiếng Pashto
language-pt-BR = tiếng Bồ Đào Nha
language-ru = tiếng Nga
language-so = tiếng Somali
language-sw = tiếng Swahili
language-uk = tiếng Ukraina
language-ur = tiếng Urdu
language-vi = tiếng Việt
language-zh-Hans = tiếng Trung (giản thể)
language-zh-Hant = tiếng Trung (phồn thể)
