/** Sealed pages in a real browser: what a family does with a link or a code, and what can go wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { script, style, textsOf } from '../../openers/lock.mjs';
import { ALBUM, ALT, SOME, School } from '../../openers/school.mjs';
import { launchChromium } from '../chromium.mjs';
import { asOldPhonesReadIt } from '../oldphones.mjs';
import { serve } from '../server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [EN, AR] = ['en', 'ar'].map(textsOf);
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-US', timezoneId: 'UTC' };
const NIA = 'Nia Brooks';

let browser, server, school;
const complaints = [];
const contexts = [];

before(async () => {
  school = new School();
  server = await serve(school.out);
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  server.stop();
  school.remove();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  // Nothing on any of these pages was refused by the content policy, and no script failed.
  assert.deepEqual(complaints.splice(0), []);
});

/** A new phone. `scripts` run before each page's own. */
async function phone({ scripts = [], ...options } = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  contexts.push(context);
  for (const script of scripts) await context.addInitScript(script);
  context.on('page', (page) => {
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => { if (!/status of 404/.test(message.text())) complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  });
  return context;
}
const address = (path) => `${server.origin}/${path}`.replace('/#', '/index.html#');
async function visit(path, options) {
  const tab = await (await phone(options)).newPage();
  await tab.goto(address(path));
  return tab;
}

const seen = (selector) => `section:not([hidden]) ${selector}`;
const isOpen = (tab, heading) => tab.waitForFunction((text) => document.querySelector('h1')?.textContent.includes(text) && document.querySelector('[data-controls]:not([hidden])'), heading);
const says = (tab, text) => tab.waitForFunction((expected) => document.querySelector('section:not([hidden]) .said')?.textContent === expected && document.body.className === '', text);
const at = (tab, path) => tab.waitForURL((url) => url.pathname === `/${path}`);
async function type(tab, code) {
  await tab.waitForSelector(seen('textarea'));
  await tab.fill(seen('textarea'), code);
  await tab.click(seen('.open'));
}
const follow = (tab, text) => tab.$eval(`.pages a[href]:has-text("${text}")`, (link) => link.click());
const start = (student = 'nia') => school.page(student, 'index.html');
const english = () => school.page('nia', 'en/index.html');

test('a link opens the only student', async (t) => {
  const tab = await (await phone()).newPage();
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return ['ScriptDuration', 'TaskDuration'].map((wanted) => metrics.find(({ name }) => name === wanted).value * 1000);
  };
  const from = await spent();
  await tab.goto(address(school.link('rosa')));
  await isOpen(tab, NIA);
  const [script, all] = (await spent()).map((time, i) => Math.round(time - from[i]));
  t.diagnostic(`from the link to the open page, two files: ${script} ms of script, ${all} ms of the main thread`);
  await at(tab, english());
  assert.ok(!tab.url().includes('#'), tab.url());
  const found = await tab.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    focus: document.activeElement.tagName,
    ring: getComputedStyle(document.activeElement).outlineStyle,
    scripts: document.scripts.length,
    font: getComputedStyle(document.querySelector('h1')).fontSize,
  }));
  assert.deepEqual(found, { title: 'How school is going · Quarry Hill School', lang: 'en', dir: 'ltr', focus: 'H1', ring: 'none', scripts: 0, font: '32px' });
  await tab.waitForFunction((text) => document.querySelector('[role=status]')?.textContent === text, EN.opened);
});

test('the files say nothing about anybody', () => {
  for (const path of [start(), english(), school.place('rosa'), school.place('amal'), school.place('gone')]) {
    const file = readFileSync(join(school.out, path), 'utf8');
    for (const word of ['Nia', 'Brooks', 'Huda', 'Quarry', 'Lane', 'en/', 'rosa', 'amal']) assert.ok(!file.includes(word), `${word} in ${path}`);
  }
  const inner = (path) => readFileSync(join(school.out, school.page('nia', path)), 'utf8').replace(/(id="sealed">)[^<]*/, '$1');
  assert.equal(inner('en/index.html'), inner(ALBUM));
});

test('a link that apps have changed still opens', async () => {
  const whole = school.link('rosa');
  const [place, fragment] = whole.split('#');
  for (const changed of [`${fragment}.`, `${fragment}&utm=1`, fragment.replace('.', '%2E'), fragment.replace('1.', '1%252E'), `/${fragment})`, `${fragment}%`]) {
    const tab = await visit(`${place}#${changed}`);
    await isOpen(tab, NIA);
  }
});

test('a link that was cut off or changed asks for the code', async () => {
  for (const change of [(link) => link.slice(0, -1), (link) => link.slice(0, -23), (link) => link.slice(0, -6) + 'AAAAAA', (link) => `${link.slice(0, -1)}%`]) {
    const tab = await visit(change(school.link('rosa')));
    await says(tab, EN.cut);
    assert.ok(await tab.isVisible(seen('textarea')));
    assert.ok(!tab.url().includes('#1'), tab.url());
  }
});

test('the whole link, pasted over the cut one, opens', async () => {
  const tab = await visit(school.link('rosa').slice(0, -3));
  await says(tab, EN.cut);
  await tab.evaluate((link) => { location.href = link; }, address(school.link('rosa')));
  await isOpen(tab, NIA);
});

test('a link that was replaced says so', async () => {
  const old = school.link('rosa');
  school.seal({ rosa: 1 });
  const tab = await visit(old);
  await says(tab, EN.replaced);
  assert.notEqual(old, school.link('rosa'));
  await type(tab, school.code('rosa'));
  await isOpen(tab, NIA);
  school.seal();
});

test('a code opens, in the digits of any script and with any signs between', async () => {
  const code = school.code('rosa');
  const inScript = (zero) => code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  // Arabic, Persian, Devanagari, Bengali, N'Ko, full width, Adlam.
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0x7c0, 0xff10, 0x1e950]) {
    const tab = await visit(school.place('rosa'));
    await type(tab, inScript(zero));
    await isOpen(tab, NIA);
  }
  for (const typed of [code.replaceAll(' ', ''), code.replaceAll(' ', '-'), `  ${code.replaceAll(' ', '. ')}\n`]) {
    const tab = await visit(school.place('rosa'));
    await type(tab, typed);
    await isOpen(tab, NIA);
  }
});

test('digits are set in groups while they are typed, and the caret stays', async () => {
  const tab = await visit(school.place('rosa'));
  const field = seen('textarea');
  const value = () => tab.inputValue(field);
  await tab.waitForSelector(field);
  await tab.click(field);
  await tab.keyboard.type('123456789012');
  assert.equal(await value(), '12345 67890 12');
  await tab.keyboard.press('Backspace');
  await tab.keyboard.press('Backspace');
  await tab.keyboard.press('Backspace');
  assert.equal(await value(), '12345 67890');
  await tab.keyboard.press('Home');
  await tab.keyboard.type('9');
  assert.equal(await value(), '912345 67890');
  assert.equal(await tab.$eval(field, (one) => one.selectionStart), 1);
  await tab.keyboard.press('End');
  await tab.keyboard.type('5');
  assert.equal(await value(), '91234 56789 05');
});

test('a wrong group is named and marked, before anything slow', async () => {
  const groups = school.code('rosa').split(' ');
  const slow = 'if (window.SubtleCrypto) SubtleCrypto.prototype.deriveBits = () => { throw Error("too early"); }';
  for (let i = 0; i < 6; i += 1) {
    const wrong = groups.map((group, at) => (at === i ? String((Number(group[0]) + 1) % 10) + group.slice(1) : group)).join(' ');
    const tab = await visit(school.place('rosa'), { scripts: [slow] });
    await type(tab, wrong);
    await says(tab, EN[`group_${i + 1}`]);
    const found = await tab.$eval(seen('textarea'), (field) => ({
      kept: field.value, marked: field.value.slice(field.selectionStart, field.selectionEnd), focus: document.activeElement === field, invalid: field.getAttribute('aria-invalid'),
    }));
    assert.deepEqual(found, { kept: wrong, marked: wrong.split(' ')[i], focus: true, invalid: 'true' });
  }
  const tab = await visit(school.place('rosa'), { scripts: [slow] });
  const swapped = [groups[1], groups[0], ...groups.slice(2)].join(' ');
  await type(tab, swapped);
  await says(tab, EN.group_1);
  await type(tab, groups.slice(1).join(' '));
  await says(tab, EN.too_few);
  await type(tab, `${groups.join(' ')} 1`);
  await says(tab, EN.too_many);
  await type(tab, '');
  await says(tab, EN.too_few);
});

test('a code of somebody else, and what is said while it is tried', async () => {
  const tab = await visit(school.place('rosa'));
  await tab.evaluate(() => {
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle);
    crypto.subtle.deriveBits = async (...all) => {
      if (all[0].name === 'PBKDF2') await new Promise((done) => { globalThis.goOn = done; });
      return derive(...all);
    };
  });
  await type(tab, school.code('amal'));
  await says(tab, EN.opening);
  await tab.waitForFunction(() => globalThis.goOn);
  const button = await tab.$eval(seen('.open'), (one) => [one.getAttribute('aria-disabled'), one.disabled, document.activeElement === one]);
  assert.deepEqual(button, ['true', false, true]);
  await tab.evaluate(() => globalThis.goOn());
  await says(tab, EN.no_match);
  assert.equal(await tab.getAttribute(seen('.open'), 'aria-disabled'), null);
  assert.equal(await tab.inputValue(seen('textarea')), school.code('amal'));
});

test('a code typed at a bookmark opens that page', async () => {
  const tab = await visit(school.page('nia', ALBUM));
  await at(tab, start());
  await type(tab, school.code('amal'));
  await at(tab, school.page('nia', ALBUM));
  await isOpen(tab, 'Updates');
});

test('from page to page, back with the scroll position, forward, and reload', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  await tab.evaluate(() => scrollTo(0, 700));
  await follow(tab, 'Updates');
  await isOpen(tab, 'Updates');
  assert.equal(await tab.evaluate(() => scrollY), 0);
  await tab.goBack();
  await isOpen(tab, NIA);
  await tab.waitForFunction(() => Math.abs(scrollY - 700) < 3);
  await tab.goForward();
  await isOpen(tab, 'Updates');
  await tab.evaluate(() => scrollTo(0, 500));
  await tab.reload();
  await isOpen(tab, 'Updates');
  await tab.waitForFunction(() => Math.abs(scrollY - 500) < 3);
});

test('a page that the browser kept whole comes back as it was, but not after it was locked', async () => {
  const keeping = await launchChromium({ keepsPages: true });
  const tab = await (await keeping.newContext(PHONE)).newPage();
  await tab.goto(address(school.link('rosa')));
  await isOpen(tab, NIA);
  await tab.evaluate(() => {
    globalThis.isKept = true;
    scrollTo(0, 700);
  });
  await follow(tab, 'Updates');
  await isOpen(tab, 'Updates');
  await tab.goBack({ waitUntil: 'commit' });
  await tab.waitForFunction(() => globalThis.isKept && Math.abs(scrollY - 700) < 3 && getComputedStyle(document.documentElement).visibility === 'visible');
  await tab.goForward({ waitUntil: 'commit' });
  await isOpen(tab, 'Updates');
  await tab.click('[data-lock]');
  await says(tab, EN.locked);
  await tab.goBack({ waitUntil: 'commit' });
  await tab.waitForSelector(seen('textarea'));
  assert.ok(!(await tab.content()).includes(NIA));
  await keeping.close();
});

test('an address with a part leads to that part', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  await tab.goto(`${address(english())}#call`);
  await tab.reload();
  await isOpen(tab, NIA);
  await tab.waitForFunction(() => document.activeElement.id === 'call' && scrollY > 500 && document.querySelector(':target'));
});

test('pictures: the right size, when they come near, and all for paper', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  const asked = [];
  tab.on('request', (request) => asked.push(request.url()));
  await tab.goto(address(school.page('nia', ALBUM)));
  await isOpen(tab, 'Updates');
  const sources = () => tab.$$eval('img', (images) => images.map((image) => image.src.slice(0, 4)));
  await tab.waitForFunction(() => document.images[0].src.startsWith('blob:') && document.images[0].complete);
  assert.deepEqual(await sources(), ['blob', 'data']);
  const files = asked.filter((url) => url.endsWith('.bin'));
  assert.deepEqual(files, [address(`${school.ring.site('nia')}/${school.ring.name('nia', 'pictures/small-picture.jpg')}.bin`)]);
  const size = () => tab.$$eval('img', (images) => images.map((image) => image.getBoundingClientRect().height > 100));
  assert.deepEqual(await size(), [true, true]);
  await tab.emulateMedia({ media: 'print' });
  await tab.waitForFunction(() => [...document.images].every((image) => image.src.startsWith('blob:') && image.complete && image.naturalWidth > 1000));
});

test('a picture that is missing or damaged leaves its description', async () => {
  for (const response of [{ status: 404 }, { status: 200, body: 'x'.repeat(500) }]) {
    const tab = await visit(school.link('rosa'));
    await isOpen(tab, NIA);
    await tab.route('**/*.bin', (route) => route.fulfill(response));
    await tab.goto(address(school.page('nia', ALBUM)));
    await isOpen(tab, 'Updates');
    await tab.waitForFunction(() => !document.images[0].hasAttribute('src'));
    assert.equal(await tab.$eval('img', (image) => image.alt), ALT);
    assert.ok(await tab.$eval('img', (image) => image.getBoundingClientRect().width > 50));
  }
});

test('two children: a list first, then each of them, and back to the list', async () => {
  const tab = await visit(school.link('amal'));
  await isOpen(tab, 'Students');
  assert.deepEqual(await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  await tab.click('.choose li:nth-child(2) a');
  await tab.waitForFunction(() => document.querySelector('html[dir=rtl] [data-students]:not([hidden])'));
  assert.equal(await tab.textContent('[data-lock]'), AR.forget);
  await tab.click('[data-students] a');
  await isOpen(tab, 'Students');
  assert.ok(!tab.url().includes('#'));
  await tab.click('.choose li:nth-child(1) a');
  await isOpen(tab, NIA);
  assert.equal(await tab.evaluate(() => document.documentElement.dir), 'ltr');
});

test('whoever may read some pages opens those and no other', async () => {
  const tab = await visit(school.link('sam'));
  await isOpen(tab, NIA);
  await at(tab, english());
  await tab.goto(address(school.page('nia', SOME[1])));
  await isOpen(tab, 'Who does what');
  await tab.goto(address(school.page('nia', ALBUM)));
  await at(tab, english());
  await isOpen(tab, NIA);
});

test('keys that were renewed are fetched once, and then the reader is told', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  school.seal({ nia: 1 });
  // The folder stays, the names of the other pages change with their key.
  await tab.goto(address(start()));
  await isOpen(tab, NIA);
  school.seal({ nia: 2 });
  const stale = readFileSync(join(school.out, school.place('rosa')), 'utf8');
  school.seal({ nia: 3 });
  await tab.evaluate(() => {
    const key = Object.keys(sessionStorage)[0];
    sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage[key]), renewed: {} }));
  });
  await tab.route(`**/${school.place('rosa')}`, (route) => route.fulfill({ contentType: 'text/html', body: stale }));
  await tab.goto(address(start()));
  await says(tab, EN.renewed);
  assert.ok(await tab.isVisible(seen('.call')));
  await tab.unroute(`**/${school.place('rosa')}`);
  await tab.click(seen('[data-again]'));
  await isOpen(tab, NIA);
  school.seal();
});

test('without storage of any kind the pages still open', async () => {
  const none = `for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`;
  const tab = await visit(school.link('rosa'), { scripts: [none] });
  await isOpen(tab, NIA);
  await tab.click('.pages a[href]:has-text("Updates")');
  await isOpen(tab, 'Updates');
  await tab.click('[data-remember]');
  await tab.waitForSelector('[data-remember-failed]:not([hidden])');
  await tab.click('[data-lock]');
  await says(tab, EN.locked);
  assert.equal(await tab.evaluate(() => window.name), '');
  const asked = await visit(school.page('nia', ALBUM), { scripts: [none] });
  await asked.waitForSelector(seen('textarea'));
});

test('a browser whose storage never answers, and one of 2018', async () => {
  const silent = 'indexedDB.open = () => ({});';
  const old = 'for (const name of ["IntersectionObserver", "trustedTypes", "DecompressionStream"]) delete window[name];';
  const tab = await visit(school.page('nia', ALBUM), { scripts: [silent] });
  await type(tab, school.code('rosa'));
  await isOpen(tab, 'Updates');
  const plain = await (await phone({ scripts: [old] })).newPage();
  await plain.route('**/*.html', async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html', body: body.replace('require-trusted-types-for &#39;script&#39;; trusted-types kinfolio', '') });
  });
  await plain.goto(address(school.link('rosa')));
  await isOpen(plain, NIA);
  await plain.goto(address(school.page('nia', ALBUM)));
  await plain.waitForFunction(() => document.images.length === 2 && [...document.images].every((image) => image.src.startsWith('blob:')));
});

/** The same files at another origin. */
const elsewhere = (tab) => tab.route('*://pages.example/**', (route) => route.fulfill({ contentType: 'text/html', path: join(school.out, new URL(route.request().url()).pathname) }));

test('over http a link with https is offered, with its secret', async () => {
  const tab = await (await phone()).newPage();
  await elsewhere(tab);
  const link = `http://pages.example/${school.link('rosa')}`.replace('/#', '/index.html#');
  await tab.goto(link);
  await says(tab, EN.https);
  assert.equal(await tab.getAttribute(seen('[data-link=https] a'), 'href'), link.replace('http:', 'https:'));
  assert.ok(await tab.isVisible(seen('[data-link=https] a')));
  assert.ok(!tab.url().includes('#'));
});

test('a browser that is too old, one without scripts, and one that cannot read the script', async () => {
  const tab = await (await phone({ scripts: ['Object.defineProperty(crypto, "subtle", { value: undefined })'] })).newPage();
  await elsewhere(tab);
  await tab.goto(`https://pages.example/${school.place('rosa')}`);
  await says(tab, EN.browser);
  const plain = await visit(school.place('amal'), { javaScriptEnabled: false });
  const text = await plain.innerText('body');
  for (const lang of ['ar', 'en', 'es', 'vi']) assert.ok(text.includes(textsOf(lang).no_script), lang);
  assert.ok(text.includes('555-0162') && !text.includes(EN.browser));
  const broken = await (await phone()).newPage();
  await broken.route('**/index.html', async (route) => route.fulfill({ contentType: 'text/html', body: readFileSync(join(school.out, school.place('rosa')), 'utf8').replace("'use strict';", 'this is no script') }));
  await broken.goto(address(school.place('rosa')));
  await broken.waitForTimeout(3500);
  assert.equal(await broken.$eval('.stuck', (one) => getComputedStyle(one).visibility), 'visible');
  complaints.splice(0);
});

test('a reader without access is told so', async () => {
  await says(await visit(school.place('gone')), EN.closed);
});

test('lock and forget closes every tab and leaves nothing behind', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  const other = await tab.context().newPage();
  await other.goto(address(school.link('rosa')));
  await isOpen(other, NIA);
  await tab.click('[data-remember]');
  await tab.waitForFunction(() => document.activeElement.matches('[data-remembered]'));
  await tab.click('.pages a[href]:has-text("Updates")');
  await isOpen(tab, 'Updates');
  await tab.waitForSelector('[data-remembered]:not([hidden])');
  await tab.click('[data-lock]');
  for (const one of [tab, other]) {
    await says(one, EN.locked);
    await at(one, school.place('rosa'));
    assert.ok(!one.url().includes('#'));
    assert.deepEqual(await one.evaluate(() => [sessionStorage.length, localStorage.length]), [0, 0]);
  }
  await tab.goBack();
  await tab.waitForSelector(seen('textarea'));
  assert.ok(!(await tab.content()).includes(NIA));
  await tab.goto(address(english()));
  await tab.waitForSelector(seen('textarea'));
});

test('the list of two children can be locked, too', async () => {
  const tab = await visit(school.link('amal'));
  await isOpen(tab, 'Students');
  await tab.click('[data-lock]');
  await says(tab, AR.locked);
  assert.ok(!(await tab.content()).includes('Students'));
});

test('a phone that remembers opens without the code, until 90 days are over or its clock was wrong', async () => {
  const tab = await visit(school.link('amal'));
  await isOpen(tab, 'Students');
  await tab.click('[data-remember]');
  await tab.waitForFunction(() => document.activeElement.matches('[data-remembered]'));
  const key = await tab.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open('kinfolio');
    opening.onsuccess = () => {
      opening.result.transaction('readers').objectStore('readers').getAll().onsuccess = ({ target }) => done(target.result.map((entry) => [entry.key.extractable, entry.sites.length]));
    };
  }));
  assert.deepEqual(key, [[false, 2]]);
  const again = async (path, days) => {
    const next = await tab.context().newPage();
    await next.addInitScript((late) => { const now = Date.now.bind(Date); Date.now = () => now() + late; }, days * 86_400_000);
    await next.goto(address(path));
    return next;
  };
  await isOpen(await again(school.place('amal'), 0), 'Students');
  const deep = await again(school.page('nia', ALBUM), 89);
  await isOpen(deep, 'Updates');
  await at(deep, school.page('nia', ALBUM));
  await deep.waitForSelector('[data-remembered]:not([hidden])');
  await (await again(school.page('nia', ALBUM), 91)).waitForSelector(seen('textarea'));
  await (await again(school.page('nia', ALBUM), 0)).waitForSelector(seen('textarea'));
  const early = await visit(school.link('amal'), { scripts: ['const now = Date.now.bind(Date); if (!location.search) Date.now = () => now() + 365 * 86400000;'] });
  await isOpen(early, 'Students');
  await early.click('[data-remember]');
  await early.waitForFunction(() => document.activeElement.matches('[data-remembered]'));
  await early.evaluate(() => sessionStorage.clear());
  await early.goto(`${address(school.place('amal'))}?right`);
  await early.waitForSelector(seen('textarea'));
});

test('what a phone remembers ends when the reader gets a new link', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  await tab.click('[data-remember]');
  await tab.waitForFunction(() => document.activeElement.matches('[data-remembered]'));
  school.seal({ rosa: 1 });
  const next = await tab.context().newPage();
  await next.goto(address(start()));
  await says(next, EN.replaced);
  await at(next, school.place('rosa'));
  school.seal();
});

test('the language is the letter’s, and can be changed with what was typed', async () => {
  const tab = await visit(school.place('amal'));
  assert.deepEqual(await tab.evaluate(() => [document.title, document.documentElement.dir]), [AR.title, 'rtl']);
  await type(tab, '12');
  await says(tab, AR.too_few);
  await tab.click('[data-show=en]');
  await says(tab, EN.too_few);
  assert.deepEqual(await tab.evaluate(() => [document.title, document.documentElement.dir, document.activeElement.lang]), [EN.title, 'ltr', 'en']);
  assert.equal(await tab.inputValue(seen('textarea')), '12');
  const site = await visit(start(), { locale: 'vi-VN' });
  assert.equal(await site.title(), textsOf('vi').title);
});

test('axe finds nothing, and nothing is wider than a small phone with large text', async () => {
  const check = async (tab, what) => {
    await tab.evaluate(AXE);
    const found = await tab.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }))
      .violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`));
    assert.deepEqual(found, [], what);
  };
  for (const colorScheme of ['light', 'dark']) {
    for (const [reader, student, heading] of [['rosa', 'nia', NIA], ['amal', 'huda', '']]) {
      const tab = await visit(school.place(reader), { colorScheme });
      await tab.waitForSelector(seen('textarea'));
      await check(tab, `the lock of ${reader}, ${colorScheme}`);
      await type(tab, '1234');
      await check(tab, `the lock of ${reader} with a mistake, ${colorScheme}`);
      await tab.setViewportSize({ width: 320, height: 640 });
      const measure = async () => {
        const room = await tab.evaluate(() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('textarea')].filter((one) => one.offsetParent).map((one) => one.scrollHeight - one.clientHeight)]);
        assert.deepEqual(room, [320, 0], `${reader}: something is cut off`);
      };
      await tab.fill(seen('textarea'), '12345 12345 12345 12345 12345 12345');
      await measure();
      await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await tab.fill(seen('textarea'), '12345 12345 12345 12345 12345 1234');
      await measure();
      const open = await visit(school.link(reader), { colorScheme });
      await open.waitForSelector('[data-controls]:not([hidden])');
      await check(open, `the first page of ${reader}, ${colorScheme}`);
      await open.goto(address(start(student)));
      await isOpen(open, heading);
      await check(open, `${student}, ${colorScheme}`);
    }
  }
});

test('the script and the style are small, and phones of 2019 can read them', () => {
  const packed = (text) => gzipSync(text, { level: 9 }).length;
  assert.ok(packed(script) <= 8 * 1024, `${packed(script)} bytes of script`);
  assert.ok(packed(style) <= 2 * 1024, `${packed(style)} bytes of style`);
  // What came after them: optional chaining, ??, fields of classes, named groups, and methods.
  const newer = /\?\.(?!\d)|\?\?|\.#|\(\?<|\bawait (?=import)|\.(at|flat|flatMap|fromEntries|replaceAll|replaceChildren|matchAll|allSettled|any|randomUUID)\(|\bglobalThis\b|\bBigInt\b|\d_\d|catch \{/;
  assert.doesNotMatch(script.replace(/`[^`]*`|'[^']*'|\/[^/\n]+\/\w*/g, ''), newer);
  // Only what colors the form controls, and how lines of a heading are balanced, is left out.
  const words = (css) => css.replace(/\s+/g, '').split(/[;{}]/).filter(Boolean);
  const old = words(asOldPhonesReadIt(style));
  const lost = words(style.slice(0, style.indexOf('@keyframes'))).filter((word) => !old.includes(word));
  assert.deepEqual(lost, ['color-scheme:lightdark', 'text-wrap:balance']);
});

test('the opener inflates whatever a compressor makes', () => {
  const source = readFileSync(new URL('../../../themes/default/opener/opener.js', import.meta.url), 'utf8');
  const inflate = new Function(`${source.slice(source.indexOf('  const inflate ='), source.indexOf('  // --- Keys ---'))} return inflate;`)();
  const text = readFileSync(new URL('./opener.test.mjs', import.meta.url));
  const noise = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * i * 2_654_435_761) >>> 13));
  const inputs = [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(100_000), text, noise, Buffer.concat([text, noise, text])];
  const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
  for (const input of inputs) {
    for (const strategy of [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE]) {
      for (const level of [0, 1, 6, 9]) {
        const packed = new Uint8Array(deflateRawSync(input, { level, strategy }));
        assert.ok(input.equals(Buffer.from(inflate(packed))), `${input.length} bytes, ${level}, ${strategy}`);
        if (packed.length > 10) assert.throws(() => { if (inflate(packed.subarray(0, packed.length >> 1)).length !== input.length) throw Error('short'); });
      }
    }
  }
});
