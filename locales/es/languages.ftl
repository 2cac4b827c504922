# Names of languages. Lower-case in Spanish.

language-am = amárico
language-ar = árabe
language-bn = bengalí
language-en = inglés
language-es = español
language-fa = persa
language-fil = filipino
language-fr = francés
language-hmn = hmong
language-ht = criollo haitiano
language-ja = japonés
language-ko = coreano
language-my = birmano
language-ne = nepalí
language-prs = darí
language-ps = pastún
language-pt-BR = portugués
language-ru = ruso
language-so = somalí
language-sw = swahili
language-uk = ucraniano
language-ur = urdu
language-vi = vietnamita
language-zh-Hans = chino (simplificado)
language-zh-Hant = chino (tradicional)
