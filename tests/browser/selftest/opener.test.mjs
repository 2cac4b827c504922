/** The screen in front of sealed pages, in a real browser: links, codes, and what can go wrong with them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { script, style, textsOf } from '../../openers/lock.mjs';
import { ALBUM, SCHOOL } from '../../openers/school.mjs';
import { asOldPhonesReadIt } from '../oldphones.mjs';
import { AR, EN, NIA, address, at, complaints, english, isOpen, phone, says, school, seen, start, type, visit } from './sealed.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The same files at another origin. */
const elsewhere = (tab) => tab.route('*://pages.example/**', (route) => route.fulfill({ contentType: 'text/html', path: join(school.out, new URL(route.request().url()).pathname) }));

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

const check = async (tab, what) => {
  await tab.evaluate(AXE);
  const found = await tab.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }))
    .violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`));
  assert.deepEqual(found, [], what);
};

test('the lock screen is accessible in every language, in light, dark, and forced colors', async () => {
  for (const colors of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    const tab = await visit(school.place('amal'), colors);
    await tab.waitForSelector(seen('textarea'));
    await tab.setViewportSize({ width: 320, height: 640 });
    for (const lang of SCHOOL.readers.amal.languages) {
      const what = `${lang}, ${JSON.stringify(colors)}`;
      await tab.click(`[data-show="${lang}"]`);
      assert.equal(await tab.getAttribute('section:not([hidden])', 'lang'), lang);
      await check(tab, what);
      await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320, what);
      await tab.evaluate(() => { document.documentElement.style.fontSize = ''; });
    }
  }
});

test('axe finds nothing, and nothing is wider than a small phone with large text', async () => {
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
