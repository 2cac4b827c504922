// A small page that every check is content with, and the means to spoil one thing on it.

export const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

export const HEAD = {
  charset: '<meta charset="utf-8">',
  csp: `<meta http-equiv="Content-Security-Policy" content="${CSP}">`,
  viewport: '<meta name="viewport" content="width=device-width, initial-scale=1">',
  robots: '<meta name="robots" content="noindex, nofollow, noarchive">',
  referrer: '<meta name="referrer" content="no-referrer">',
  icon: '<link rel="icon" href="data:,">',
};

const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#222;--accent:#0b5a57}
@media screen and (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#eee;--accent:#8fd3c7}}
body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 sans-serif;overflow-wrap:anywhere}
a,summary{color:var(--accent)}
a{display:inline-block;padding:.75rem .5rem}
p a{display:inline;padding:0}
.skip{position:absolute;z-index:1;margin:.5rem;background:var(--paper);transform:translateY(-200%)}
.skip:focus{transform:none}
:focus{outline:3px solid var(--accent);outline-offset:3px}
:focus:not(:focus-visible){outline:0}
summary{padding-block-start:.75rem;padding-block-end:.75rem}
figure{margin:0}
svg{display:block;inline-size:100%;block-size:auto;direction:ltr}
svg text{font:14.5px sans-serif;fill:var(--ink)}
.line{stroke:var(--accent);stroke-width:2;fill:none}
.grid{stroke:#ddd}
@media (forced-colors:active){svg text{fill:CanvasText}.line{stroke:CanvasText}}
`;

const WORDS = {
  en: { skip: 'Skip to the page', title: 'How Mateo is doing', says: 'From 43 words in a minute to 58.', all: 'All the numbers', unit: 'Words in a minute', date: 'Date', month: 'Sep' },
  es: { skip: 'Saltar a la página', title: 'Cómo va Mateo', says: 'De 43 palabras por minuto a 58.', all: 'Todos los números', unit: 'Palabras por minuto', date: 'Fecha', month: 'sep' },
  ar: { skip: 'انتقل إلى الصفحة', title: 'كيف حال ماتيو', says: 'من 43 كلمة في الدقيقة إلى 58.', all: 'كل الأرقام', unit: 'كلمات في الدقيقة', date: 'التاريخ', month: 'سبتمبر' },
};

export function chart(lang, { name = '<title id="t">$title</title>', desc = '<desc id="d">$says</desc>', caption = '<figcaption>$says</figcaption>', marks = '', table } = {}) {
  const words = WORDS[lang];
  const rows = table ?? '<table><caption>$unit</caption><tr><th scope="col">$date</th><th scope="col">$unit</th></tr><tr><th scope="row">18 $month</th><td>58</td></tr></table>';
  return `<section><h2>$unit</h2><figure>${caption}<svg viewBox="0 0 320 120" role="img" aria-labelledby="t d">${name}${desc}
<path class="grid" d="M30 100H300"/><path class="line" d="M30 80L280 40"/><text x="30" y="115">$month</text><text x="260" y="30">58</text>${marks}</svg></figure>
<details><summary>$all</summary>${rows}</details></section>`.replace(/\$(\w+)/g, (_, key) => words[key]);
}

export function page({ lang = 'en', dir = lang === 'ar' ? 'rtl' : 'ltr', htmlLang = lang, head = HEAD, more = '', title = WORDS[lang].title, css = '', first, nav = '', main, end = '', drawn } = {}) {
  const words = WORDS[lang];
  return `<!doctype html>
<html lang="${htmlLang}" dir="${dir}"><head>${Object.values(head).join('')}<title>${title}</title>${more}<style>${STYLE}${css}</style></head>
<body>${first ?? `<a class="skip" href="#main">${words.skip}</a>`}${nav ? `<nav>${nav}</nav>` : ''}<main id="main"><h1>${words.title}</h1>
<p>${words.says}</p>${main ?? ''}${drawn ?? chart(lang)}</main>${end}</body></html>`;
}

export const NAMES = { en: 'English', es: 'Español', ar: 'العربية' };

export const to = (lang, href, { hreflang = lang, text = NAMES[lang] } = {}) => `<a lang="${lang}" hreflang="${hreflang}" href="${href}">${text}</a>`;

export const choice = (langs, { refresh = '' } = {}) => `<!doctype html>
<html lang="en" dir="ltr"><head>${Object.values(HEAD).join('')}${refresh}<title>Cedar Hollow School</title><style>${STYLE}</style></head>
<body><main><h1>Cedar Hollow School</h1><ul>${langs.map((lang) => `<li>${to(lang, `${lang}/index.html`)}</li>`).join('')}</ul></main></body></html>`;
