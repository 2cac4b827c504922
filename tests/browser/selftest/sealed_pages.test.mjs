/** Sealed pages that are open, in a real browser: going from one to another, pictures, keys, and what a phone remembers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ALBUM, ALT, SOME } from '../../openers/school.mjs';
import { launchChromium } from '../chromium.mjs';
import { AR, EN, NIA, PHONE, address, at, english, follow, isOpen, phone, says, school, seen, start, type, visit } from './sealed.mjs';

test('from page to page, back with the scroll position, forward, and reload', async () => {
  // The browser's own way of scrolling back may be over before there is a page to scroll.
  const none = 'history.scrollRestoration = "manual"; Object.defineProperty(history, "scrollRestoration", { set() {} });';
  const tab = await visit(school.link('rosa'), { scripts: [none] });
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
  await tab.waitForFunction(() => history.state?.kinfolio === 500);
  await tab.reload();
  await isOpen(tab, 'Updates');
  await tab.waitForFunction(() => Math.abs(scrollY - 500) < 3);
});

test('a page that the browser kept whole comes back as it was, but not after it was locked', async (t) => {
  const keeping = await launchChromium({ keepsPages: true });
  t.after(() => keeping.close());
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
  await tab.evaluate(() => sessionStorage.clear());
  await tab.goBack({ waitUntil: 'commit' });
  await tab.waitForSelector(seen('textarea'));
  assert.ok(!(await tab.content()).includes(NIA));
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

test('whoever may read some pages opens those and no other, and no link leads to the others', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  const words = (one) => one.$$eval('.goals h3', (headings) => headings.map(({ textContent }) => textContent));
  const [names, more] = [await words(tab), await tab.$$eval('.more', ({ length }) => length)];
  assert.ok(names.length && more);
  await tab.click('[data-lock]');
  await says(tab, EN.locked);
  await tab.goto(address(school.link('sam')));
  await isOpen(tab, NIA);
  await at(tab, english());
  const links = () => tab.$$eval('a[href*=".html"]', (all) => all.map((link) => link.getAttribute('href').split('#')[0]));
  assert.deepEqual(await links(), [school.page('nia', SOME[1]).split('/')[1]]);
  assert.deepEqual(await words(tab), names);
  const left = await tab.evaluate(() => [...document.querySelectorAll('.goals h3 a')].map((one) => [one.matches(':link'), getComputedStyle(one).color === getComputedStyle(one.parentNode).color, getComputedStyle(one).textDecorationLine]));
  assert.deepEqual(left, names.map(() => [false, true, 'none']));
  assert.deepEqual(await tab.$$eval('.more, .pages li', (all) => all.map(({ textContent }) => textContent)), ['Who does what']);
  await follow(tab, 'Who does what');
  await isOpen(tab, 'Who does what');
  assert.deepEqual(await links(), [school.page('nia', SOME[0]).split('/')[1]]);
  assert.equal(await tab.$('.pages'), null);
  await tab.click('.back a');
  await isOpen(tab, NIA);
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
  // A call or a mail keeps the pages open. A link to another site gets nothing to read.
  const nameAfter = (href) => tab.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    link.onclick = (event) => event.preventDefault();
    document.body.append(link);
    link.click();
    return window.name.length;
  }, href);
  const kept = await tab.evaluate(() => window.name);
  assert.ok(kept && await nameAfter('tel:5550162') && await nameAfter('index.html'));
  assert.equal(await nameAfter('https://example.org/'), 0);
  await tab.evaluate((name) => { window.name = name; }, kept);
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

test('what the host changed or swapped is never shown', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  const file = (path) => readFileSync(join(school.out, path), 'utf8');
  const updates = school.page('nia', ALBUM);
  const object = (html) => /"object":"([^"]+)/.exec(html)[1];
  const right = object(file(updates));
  const changes = [object(file(english())), right.slice(0, -8), `AAAA${right.slice(4)}`, `${right.slice(0, 400)}AAAA${right.slice(404)}`];
  for (const changed of changes) {
    await tab.route(`**/${updates}`, (route) => route.fulfill({ contentType: 'text/html', body: file(updates).replace(right, changed) }));
    await tab.goto(address(updates));
    await says(tab, EN.renewed);
    await tab.unroute(`**/${updates}`);
  }
});

test('an address leads to pages of this reader and nowhere else', async () => {
  const tab = await visit(school.link('rosa'));
  await isOpen(tab, NIA);
  const parts = ['to=//evil.example/index.html', 'to=../../evil.html', `to=${school.ring.site('huda')}/index.html`, 'to=javascript:alert(1)', `to=${school.ring.site('nia')}/../x.html`, 'to=', '%', '%FF', 'locked1', 'x'];
  for (const part of parts) {
    await tab.goto('about:blank');
    await tab.goto(`${address(school.place('rosa'))}#${part}`);
    await at(tab, english());
    await isOpen(tab, NIA);
  }
  await tab.goto(`${address(school.place('rosa'))}#to=${school.page('nia', ALBUM)}`);
  await isOpen(tab, 'Updates');
  await tab.goto('about:blank');
  await tab.goto(`${address(start())}#to=//evil.example/index.html`);
  await isOpen(tab, NIA);
});
