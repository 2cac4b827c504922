import { chart, choice, CSP, HEAD, page, to } from './pages.mjs';

const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const without = (key) => ({ ...HEAD, [key]: '' });
const nav = '<a href="index.html">Mateo</a>';
const pair = ({ en, ar = to('en', '../en/index.html') }) => ({
  'en/index.html': page({ nav: en }), 'ar/index.html': page({ lang: 'ar', nav: ar }),
});
const REFRESH = '<meta http-equiv="refresh" content="0; url=en/index.html">';

/** Nothing is wrong with these. */
export const good = {
  'one language': { 'en/index.html': page() },
  'two languages and a language choice': {
    'index.html': choice(['en', 'ar'], { refresh: REFRESH }),
    'en/index.html': page({ nav: `<span aria-current="true">English</span>${to('ar', '../ar/index.html')}<a href="goals/reading/index.html">Reading</a>` }),
    'ar/index.html': page({ lang: 'ar', nav: `${to('en', '../en/index.html')}<a href="goals/reading/index.html">القراءة</a>` }),
    'en/goals/reading/index.html': page({ title: 'Reading', nav: `${to('ar', '../../../ar/goals/reading/index.html')}<a href="../../index.html">Mateo</a>` }),
    'ar/goals/reading/index.html': page({ lang: 'ar', title: 'القراءة', nav: `${to('en', '../../../en/goals/reading/index.html')}<a href="../../index.html">ماتيو</a>` }),
  },
  'marked passages, names, a photo, ways to call': {
    'en/index.html': page({
      main: `<p><bdi>Señora Elena de la Cruz</bdi> wrote: <q lang="es">El maestro está muy contento con los niños</q>. <q lang="ar" dir="rtl">من ٤٣ كلمة إلى ٥٨</q></p>
<p><img src="dot.png" width="40" height="40" alt="A red dot"></p><p>Call <a href="tel:+15550143" style="white-space:nowrap">555-0143</a>, <a href="mailto:office@cedar-hollow.example">write</a>, <a href="https://example.org/">read</a> or <a href="#main">start again</a>.</p>`,
    }),
    'en/dot.png': DOT,
  },
};

/** Each of these has one thing wrong; `check` is what should say so, and nothing else (but where one wrong is two). */
export const bad = [
  // head
  { check: 'head', says: /html lang is “en” in the folder of es/, files: { 'es/index.html': page() } },
  { check: 'head', says: /html dir is “rtl”/, ...one({ dir: 'rtl' }) },
  { check: 'head', says: /of the text is in the script of ru/, files: { 'ru/index.html': page({ htmlLang: 'ru', title: 'Mateo', drawn: '', first: '<a class="skip" href="#main">Skip it</a>' }).replace(/<h1>.*<\/p>/s, '<h1>How Mateo</h1><p>Is doing</p>') } },
  { check: 'head', says: /title .* is also that of/, files: { 'en/index.html': page({ nav: '<a href="team/index.html">Team</a>' }), 'en/team/index.html': page() } },
  { check: 'head', says: /charset/, ...one({ head: { csp: HEAD.csp, ...HEAD } }), also: ['markup'] },
  { check: 'head', says: /CSP/, ...one({ head: without('csp') }) },
  { check: 'head', says: /right after the charset/, ...one({ head: { charset: HEAD.charset, robots: HEAD.robots, ...HEAD } }) },
  { check: 'head', says: /default-src/, ...csp(CSP.replace("default-src 'none'", "default-src 'self'")) },
  { check: 'head', says: /base-uri/, ...csp(CSP.replace("base-uri 'none'; ", '')) },
  { check: 'head', says: /script-src allows/, ...csp(`${CSP}; script-src 'unsafe-inline'`) },
  { check: 'head', says: /img-src allows/, ...csp(CSP.replace("'self'", 'https://example.org')) },
  { check: 'head', says: /robots does not say noarchive/, ...one({ head: { ...HEAD, robots: '<meta name="robots" content="noindex, nofollow">' } }) },
  { check: 'head', says: /robots does not say noindex/, ...one({ head: without('robots') }) },
  { check: 'head', says: /referrer/, ...one({ head: without('referrer') }) },
  { check: 'head', says: /viewport is not/, ...one({ head: without('viewport') }) },
  { check: 'head', says: /forbids zoom/, also: ['axe', 'markup'], ...one({ head: { ...HEAD, viewport: '<meta name="viewport" content="width=device-width, user-scalable=no">' } }) },
  { check: 'head', says: /no icon/, ...one({ head: without('icon') }) },
  { check: 'head', says: /script element/, also: ['markup'], ...one({ end: '<script type="application/json">{}</script>' }) },

  // links
  { check: 'links', says: /not there: nav > a team\/index.html/, ...one({ nav: '<a href="team/index.html">Team</a>' }) },
  { check: 'links', says: /#goals, which is not there/, ...one({ nav: '<a href="#goals">Goals</a>' }) },
  { check: 'links', says: /to a folder/, ...one({ nav: '<a href="../en/">Mateo</a>' }) },
  { check: 'links', says: /out of the student's folder/, ...one({ nav: '<a href="../../good-0/en/index.html">Layla</a>' }) },
  { check: 'links', says: /out of the student's folder/, ...one({ nav: '<a href="../../../etc/index.html">Up</a>' }) },
  { check: 'links', says: /root of the host/, ...one({ nav: '<a href="/en/index.html">Mateo</a>' }) },
  { check: 'links', says: /link by http:/, ...one({ nav: '<a href="http://example.org/">School</a>' }) },
  { check: 'links', says: /link by javascript:/, ...one({ nav: '<a href="javascript:void 0">Mateo</a>' }) },
  { check: 'links', says: /with a query/, ...one({ nav: '<a href="index.html?a=b">Mateo</a>' }) },
  { check: 'links', says: /not an index.html/, files: { 'en/index.html': page({ nav: '<a href="team.html">Team</a>' }), 'en/team.html': page({ title: 'Team' }) } },
  { check: 'links', says: /no page links here/, files: { 'en/index.html': page(), 'en/team/index.html': page({ title: 'Team', nav: '<a href="../index.html">Mateo</a>' }) } },
  { check: 'links', says: /after 5 seconds/, ...root(REFRESH.replace('0;', '5;')) },
  { check: 'links', says: /refresh es\/index.html/, ...root(REFRESH.replace('en/', 'es/')) },
  { check: 'links', says: /does not send the reader on/, ...root(`<!-- ${REFRESH} -->`) },
  { check: 'links', says: /img from elsewhere/, also: ['network', 'markup'], ...one({ main: '<img src="https://example.org/dot.png" alt="A dot" width="40" height="40">' }) },

  // switcher
  { check: 'switcher', says: /no .*\/index.html to choose/, files: { 'en/index.html': page() }, bare: true },
  { check: 'switcher', says: /no link to ar/, files: { 'en/index.html': page({ nav: '<a href="../ar/index.html">Other</a>' }), 'ar/index.html': page({ lang: 'ar', nav: to('en', '../en/index.html') }) } },
  { check: 'switcher', says: /no link to ar/, ...root('', ['en'], { 'ar/index.html': page({ lang: 'ar', nav: to('en', '../en/index.html') }), 'en/index.html': page({ nav: to('ar', '../ar/index.html') }) }) },
  { check: 'switcher', says: /has lang “en”/, files: pair({ en: to('en', '../ar/index.html', { hreflang: 'ar', text: 'العربية' }) }) },
  { check: 'switcher', says: /says “Arabic”/, files: pair({ en: to('ar', '../ar/index.html', { text: 'Arabic' }) }) },
  { check: 'switcher', says: /leads to a page in “en”/, files: { ...pair({ en: `${to('ar', '../ar/index.html')}${to('es', '../es/index.html')}`, ar: `${to('en', '../en/index.html')}${to('es', '../es/index.html')}` }), 'es/index.html': page({ lang: 'es', nav: `${to('en', '../en/index.html')}${to('ar', '../en/index.html')}` }) } },
  { check: 'switcher', says: /leads to another page/, files: { ...pair({ en: `${to('ar', '../ar/index.html')}<a href="team/index.html">Team</a>` }), 'en/team/index.html': page({ title: 'Team', nav: to('ar', '../../ar/index.html') }) } },
  { check: 'switcher', says: /no link back/, files: pair({ en: to('ar', '../ar/index.html'), ar: ' ' }) },

  // words
  { check: 'words', says: /more than one kind of digits/, ...one({ lang: 'ar', main: '<p>من ٤٣ كلمة</p>' }) },
  { check: 'words', says: /more than one kind of digits/, ...one({ lang: 'ar', drawn: chart('ar', { marks: '<text x="120" y="115">٥٨</text>' }) }) },
  { check: 'words', says: /“reads out loud”/, ...one({ lang: 'ar', main: '<p>ماتيو reads out loud الآن</p>' }) },
  { check: 'words', says: /not in the script of en/, ...one({ main: '<p>من كلمة إلى</p>' }) },
  { check: 'words', says: /not in the script of en/, ...one({ main: '<p>学校的书</p>' }) },
  { check: 'words', says: /not in the script of ar/, ...one({ lang: 'ar', main: '<p><bdi>One long goal in another language entirely</bdi></p>' }) },
  { check: 'words', says: /reads like en/, ...one({ lang: 'es', main: '<p>This is the goal that we have for your son.</p>' }) },
  { check: 'words', says: /aria-label/, ...one({ lang: 'es', main: '<ul aria-label="All of the goals and what you can do with them"><li>Leer</li></ul>' }) },
  { check: 'words', says: /reads like es/, ...one({ main: '<p>Lee muy bien los libros del maestro.</p>' }) },

  // network
  // Some versions of Chromium also report this in the console.
  { check: 'markup', says: /“onclick” violates Content Security Policy/, also: ['network'], ...one({ main: '<p onclick="alert(1)">He reads.</p>' }) },
  { check: 'network', says: /against the policy: inline \(style-src-attr\)/, also: ['markup'], ...one({ head: { ...HEAD, csp: HEAD.csp.replace("'unsafe-inline'", "'unsafe-inline'; style-src-attr 'none'") }, main: '<p style="color:red">He reads.</p>' }) },
  { check: 'network', says: /console error: .*404/, also: ['links'], ...one({ main: '<p><img src="no.png" width="40" height="40" alt="A dot"></p>' }) },
  { check: 'network', says: /2 requests, 1 at most/, files: { 'en/index.html': page({ css: 'h1{background:url(dot.png)}' }), 'en/dot.png': DOT } },
  { check: 'network', says: /asks another origin/, ...one({ head: { ...HEAD, csp: HEAD.csp.replace("'self'", 'https://example.org') }, css: 'h1{background:url(https://example.org/dot.png)}' }), also: ['head'] },

  // text
  { check: 'text', says: /15.0 px, less than 16: main > p.s “Small”/, ...one({ css: 'p.s{font-size:.9375rem}', main: '<p class="s">Small</p>' }) },
  { check: 'text', says: /11.2 px, less than 12/, ...one({ css: 'b{font-size:.7rem}', main: '<div><b>Small</b></div>' }), also: ['print'] },
  { check: 'text', says: /text “Oct”/, ...one({ drawn: chart('en', { marks: '<text x="120" y="115" style="font-size:10px">Oct</text>' }) }) },

  { check: 'text', says: /number that may break over two lines/, ...one({ main: '<p>Call <bdi>555-0143</bdi> now</p>' }) },

  // targets
  { check: 'targets', says: /20 px/, ...one({ css: '.n{padding:0;line-height:20px}', nav: '<a class="n" href="#main">Mateo</a>' }), also: ['axe'] },

  // charts
  { check: 'charts', says: /no name/, also: ['axe', 'markup'], ...drawn({ name: '<title id="t"></title>', desc: '<desc id="d"></desc>' }) },
  { check: 'charts', says: /an id that is not there/, also: ['markup'], ...drawn({ name: '<title>Reading</title>' }) },
  { check: 'charts', says: /no description with a number/, ...drawn({ desc: '<desc id="d">It is going up and up and up.</desc>' }) },
  { check: 'charts', says: /no description with a number/, ...drawn({ desc: '<desc id="d">From 43 to 58.</desc>' }) },
  { check: 'charts', says: /no caption to see/, ...drawn({ caption: '' }) },
  { check: 'charts', says: /no caption to see/, ...drawn({ caption: '<figcaption hidden>From 43 words in a minute to 58.</figcaption>' }) },
  { check: 'charts', says: /no table/, ...drawn({ table: '<p>58</p>' }) },
  { check: 'charts', says: /table without caption/, ...drawn({ table: '<table><tr><th scope="col">Date</th><th scope="col">Words</th></tr><tr><th scope="row">18 Sep</th><td>58</td></tr></table>' }) },
  { check: 'charts', says: /th without scope/, ...drawn({ table: '<table><caption>Words</caption><tr><th>Date</th><th>Words</th></tr><tr><td>18 Sep</td><td>58</td></tr></table>' }) },
  { check: 'charts', says: /“November” leaves the drawing/, ...drawn({ marks: '<text x="290" y="90">November</text>' }) },
  { check: 'charts', says: /“58” over “56”/, ...drawn({ marks: '<text x="268" y="34">56</text>' }) },
  { check: 'charts', says: /over .*default font ×2/, ...drawn({ marks: '<text class="r" x="30" y="60">43</text><text class="r" x="60" y="60">goal</text>' }, 'svg .r{font-size:.95rem}') },
  { check: 'charts', says: /text at .* in light/, ...drawn({}, '@media screen and (prefers-color-scheme:light) and (forced-colors:none){svg text{fill:#999}}') },
  { check: 'charts', says: /mark at .* in dark/, ...drawn({}, '@media screen and (prefers-color-scheme:dark) and (forced-colors:none){.line{stroke:#333}}') },
  { check: 'charts', says: /in forced dark colors/, ...drawn({}, '@media (forced-colors:active){svg text{fill:#222}}') },

  // reflow
  { check: 'reflow', says: /scrolls sideways: .* \(360 px wide/, ...one({ css: '@media (min-width:350px){.w{inline-size:400px}}', main: '<p class="w">Wide</p>' }) },
  { check: 'reflow', says: /scrolls sideways: .* \(320 px wide, details open\)/, ...one({ css: '.w{min-inline-size:340px}', main: '<details><summary>More</summary><p class="w">Wide</p></details>' }) },
  { check: 'reflow', says: /scrolls sideways: .* \(text spacing/, ...one({ css: '.w{white-space:nowrap}', main: '<p class="w">Mateo reads out loud very well now</p>' }) },
  { check: 'reflow', says: /scrolls sideways inside/, also: ['axe', 'keyboard'], ...one({ css: '.w{overflow-x:auto}.w p{inline-size:30rem}', main: '<div class="w"><p>Wide</p></div>' }) },
  { check: 'reflow', says: /cut off at the side/, ...one({ css: '.w{overflow:hidden;white-space:nowrap;text-overflow:ellipsis}', main: '<p class="w">Mateo reads out loud to his little sister every evening</p>' }) },
  { check: 'reflow', says: /cut off below/, ...one({ css: '.w{overflow:hidden;block-size:2.5rem}', main: '<p class="w">Mateo reads out loud to his little sister every evening</p>' }) },
  { check: 'reflow', says: /text over text/, ...one({ css: '.w{margin-block-start:-2.4rem}', main: '<p>Mateo reads</p><p class="w">out loud</p>' }), also: ['print'] },
  { check: 'reflow', says: /over the edge of the screen/, ...one({ css: '.w{margin-inline-start:-4rem}', main: '<p class="w">Mateo reads</p>' }) },
  { check: 'reflow', says: /does not grow: .* \(default font ×2/, ...one({ css: '.w{font-size:17px}', main: '<p class="w">Fixed</p>' }) },
  { check: 'reflow', says: /does not grow: .* \(default font ×2/, ...one({ css: 'html{font-size:16px}' }) },

  // keyboard
  { check: 'keyboard', says: /not a skip link/, ...one({ first: '' }) },
  { check: 'keyboard', says: /cannot be seen/, ...one({ css: '.skip:focus{transform:translateY(-200%)}' }) },
  { check: 'keyboard', says: /leads nowhere/, also: ['links', 'axe'], ...one({ first: '<a class="skip" href="#top-of-page">Skip to the page</a>' }) },
  { check: 'keyboard', says: /does not lead to the main part/, ...one({ first: '<div id="start"><a class="skip" href="#start">Skip to the page</a></div>', nav }) },
  { check: 'keyboard', says: /Tab 1 should reach/, also: ['axe'], ...one({ end: '<footer><a href="#main" tabindex="2">Up</a></footer>' }) },
  { check: 'keyboard', says: /no focus ring/, ...one({ css: 'summary:focus-visible{outline:none}' }) },
  { check: 'keyboard', says: /no focus ring/, ...one({ css: ':focus-visible{outline-width:1px}' }) },
  { check: 'keyboard', says: /focus ring at/, ...one({ css: '@media (prefers-color-scheme:dark){summary:focus-visible{outline-color:#333}}' }) },
  { check: 'keyboard', says: /focus ring cut off/, ...one({ css: 'nav{overflow:hidden;padding-block:.1rem}', nav }) },
  { check: 'keyboard', says: /covered by/, ...one({ css: 'footer{position:fixed;inset:0 0 auto;block-size:5rem;background:var(--paper)}nav{padding-block-start:2rem}main{padding-block-start:3rem}', nav, end: '<footer></footer>' }) },

  // phones
  { check: 'phones', says: /skip link stands over the page/, ...one({ css: '.skip:is(a){transform:none;inset-block-start:-8rem}.skip:is(a):focus{inset-block-start:.5rem}.skip{transform:none}' }) },
  { check: 'phones', says: /no room at the side/, ...one({ css: 'body{padding:1rem 0;padding-inline:1rem}' }) },
  { check: 'phones', says: /a drawing looks the other way/, ...one({ css: '.turned{inline-size:1rem}.turned:is(svg){transform:scaleX(-1)}', main: '<svg class="turned" viewBox="0 0 9 9" aria-hidden="true"><path d="M1 1h7"/></svg>' }) },
  { check: 'phones', says: /text over text/, ...one({ css: '.w{margin-block-start:-2.4rem}.w{padding-block:2.4rem 0}', main: '<p>Mateo reads</p><p class="w">out loud</p>' }) },

  // print
  { check: 'print', says: /dark paper/, ...one({ css: '@media print and (prefers-color-scheme:dark){body{background:#17181a}}' }) },
  { check: 'print', says: /on white paper: .*p/, ...one({ css: '@media print{p{color:#999}}' }) },
  { check: 'print', says: /a chart does not print/, ...one({ css: '@media print{svg{display:none}}' }) },
  { check: 'print', says: /6\.8 pt on paper, less than 9: .*p/, ...one({ css: '@media print{p{font-size:9px}}' }) },
  { check: 'print', says: /on paper .*p.* lies over .*p/, ...one({ main: '<p>And another line.</p>', css: '@media print{p+p{margin-block-start:-2.4em}}' }) },
  { check: 'print', says: /sheets of Letter: 2 instead of 1/, ...one({ css: '@media print{main{min-block-size:30cm}}' }) },
  { check: 'print', says: /sheets of A4: 1 instead of 2/, files: {
    'en/index.html': page({ nav: '<a href="print/index.html">To print</a>' }),
    'en/print/index.html': page({ title: 'To print', nav: '<a href="../index.html">Mateo</a>', main: '<div class="sheet">One</div><div class="sheet">Two</div>' }),
  } },
  { check: 'print', says: /wider than the paper/, ...one({ css: '@media print{body{min-inline-size:60rem}}' }) },

  // motion
  { check: 'motion', says: /animation grow/, ...one({ css: '@keyframes grow{to{opacity:1}}h1{animation:grow 1s infinite}' }) },
  { check: 'motion', says: /transition: /, ...one({ css: 'h1{transition:opacity .3s}' }) },
  { check: 'motion', says: /smooth scrolling/, ...one({ css: 'html{scroll-behavior:smooth}' }) },

  // axe
  { check: 'axe', says: /color-contrast .* in light/, ...one({ css: '@media screen and (prefers-color-scheme:light) and (forced-colors:none){p{color:#999}}' }) },
  { check: 'axe', says: /color-contrast .* in dark/, ...one({ css: '@media screen and (prefers-color-scheme:dark) and (forced-colors:none){p{color:#444}}' }) },
  { check: 'axe', says: /color-contrast .* in forced colors/, ...one({ css: '@media (forced-colors:active){h1{forced-color-adjust:none;color:#999}}' }) },
  { check: 'axe', says: /heading-order/, also: ['markup'], ...one({ main: '<h4>Reading</h4>' }) },
  { check: 'axe', says: /link-name/, ...one({ nav: '<a href="#main"><span class="i"></span></a>', css: '.i{display:inline-block;inline-size:2rem}' }) },

  // weight
  { check: 'weight', says: /bytes gzipped/, ...one({ end: `<!--${Array.from({ length: 6_000 }, (_, i) => (i * 2_654_435_761 % 4_294_967_296).toString(36)).join('')}-->` }) },

  // markup
  { check: 'markup', says: /error: .*center/, ...one({ main: '<center>Reading</center>' }) },
  { check: 'markup', says: /error: .*colour/i, ...one({ css: 'h1{colour:red}' }) },
  { check: 'markup', says: /warning: /, ...one({ main: '<section><p>Reading</p></section>' }) },
];

function one(spoiled) {
  return { files: { [`${spoiled.lang ?? 'en'}/index.html`]: page(spoiled) } };
}

function csp(content) {
  return one({ head: { ...HEAD, csp: HEAD.csp.replace(CSP, content) } });
}

function drawn(spoiled, css = '') {
  return one({ css, drawn: chart('en', spoiled) });
}

function root(refresh, langs = ['en'], files = { 'en/index.html': page() }) {
  return { files: { 'index.html': choice(langs, { refresh }), ...files } };
}
