/** What kinfolio publishes, opened in Firefox and in WebKitGTK, with the links and codes of the letters. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { textsOf } from '../../openers/lock.mjs';
import { launchFirefox, missingOfFirefox } from '../firefox.mjs';
import { serve } from '../server.mjs';
import { launchWebKit, missingOfWebKit } from '../webkit.mjs';
import { Demo } from './demo.mjs';

const [EN, AR] = ['en', 'ar'].map(textsOf);
const MATEO = 'Mateo';
const FIELD = 'section:not([hidden]) textarea';
const BUTTON = 'section:not([hidden]) .open';
const BROWSERS = [
  { called: 'Firefox', missing: missingOfFirefox(), launch: launchFirefox },
  { called: 'WebKitGTK', missing: missingOfWebKit(), launch: launchWebKit },
];

let demo, server;
const refused = [];
before(async () => {
  if (BROWSERS.every(({ missing }) => missing)) return;
  demo = new Demo();
  server = await serve(demo.out, { refused });
});
after(() => {
  server?.stop();
  demo?.remove();
});

const letter = (reader) => demo.letter(reader, server.origin);
const isOpen = (tab, heading) => tab.until((text) => document.querySelector('h1')?.textContent.includes(text) && document.querySelector('[data-controls]:not([hidden])') && document.readyState === 'complete', heading);
const says = (tab, text) => tab.until((expected) => document.querySelector('section:not([hidden]) .said')?.textContent === expected && document.body.className === '', text);
/** Without a pointer, for which the driver would first scroll to the link. */
const follow = (tab, text) => tab.until((wanted) => {
  const link = [...document.querySelectorAll('main a[href], .pages a[href]')].find((one) => one.textContent.includes(wanted));
  link?.click();
  return !!link;
}, text);
const facts = (tab) => tab.evaluate(() => ({ title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir, secure: isSecureContext, scripts: document.scripts.length, font: getComputedStyle(document.querySelector('h1')).fontSize }));
const hasNoSecret = async (tab, reader) => {
  const [, secret] = letter(reader).link.split('#');
  const places = [await tab.url(), ...await tab.evaluate(() => [location.href, document.referrer, JSON.stringify(history.state), performance.getEntriesByType('resource').map(({ name }) => name).join()])];
  for (const place of places) assert.ok(!String(place).includes(secret.slice(2, 12)), place);
  assert.ok(!places[0].includes('#'), places[0]);
};
const lockAndForget = async (tab, texts) => {
  await tab.click('[data-lock]');
  await says(tab, texts.locked);
  assert.deepEqual(await tab.evaluate(() => [sessionStorage.length, localStorage.length, document.querySelector('[data-controls]')]), [0, 0, null]);
};
const scrollTo = (tab, y) => tab.until((to) => {
  if (scrollY !== to) window.scrollTo(0, to);
  return history.state?.kinfolio === to;
}, y);
const isAt = (tab, y) => tab.until((to) => Math.abs(scrollY - to) < 3, y);

/** One family after another in one browser: each case begins where the one before ends. */
const CASES = {
  async 'the policy is in force, and its refusals are reported'({ tab, errors }) {
    await tab.go(letter('grandmother').address);
    await tab.until((field) => document.querySelector(field)?.offsetParent, FIELD);
    await tab.evaluate(() => { document.body.setAttribute('style', 'opacity: 0.5'); });
    const end = Date.now() + 5000;
    while (!refused.length && Date.now() < end) await new Promise((done) => { setTimeout(done, 50); });
    assert.ok(refused.splice(0).length > 0, 'the browser sent no report');
    assert.equal(await tab.evaluate(() => getComputedStyle(document.body).opacity), '1');
    if (errors) assert.ok((await errors()).some((error) => error.includes('style-src')), 'the console did not show it');
  },

  async 'a link opens the only student, and the secret leaves the address'({ tab }) {
    await tab.go(letter('grandmother').link);
    await isOpen(tab, MATEO);
    assert.deepEqual(await facts(tab), { title: 'How school is going · Cedar Hollow School', lang: 'en', dir: 'ltr', secure: true, scripts: 0, font: '32px' });
    await hasNoSecret(tab, 'grandmother');
    assert.ok(!(await tab.url()).includes(letter('grandmother').address));
  },

  async 'from page to page, back with the scroll position, and reload'({ tab }) {
    await scrollTo(tab, 700);
    await follow(tab, 'Updates');
    await isOpen(tab, 'Updates');
    await isAt(tab, 0);
    await tab.back();
    await isOpen(tab, MATEO);
    await isAt(tab, 700);
    await scrollTo(tab, 400);
    await tab.reload();
    await isOpen(tab, MATEO);
    await isAt(tab, 400);
    await hasNoSecret(tab, 'grandmother');
  },

  async 'a picture is shown'({ tab }) {
    await follow(tab, 'Writing a paragraph');
    await isOpen(tab, 'Writing a paragraph');
    await tab.evaluate(() => document.querySelector('main img').scrollIntoView());
    await tab.until(() => {
      const image = document.querySelector('main img');
      return image.src.startsWith('blob:') && image.complete && image.naturalWidth > 300 && image.getBoundingClientRect().height > 100;
    });
  },

  async 'lock and forget, and nothing comes back'({ tab }) {
    await lockAndForget(tab, EN);
    await tab.back();
    await tab.until((field) => document.querySelector(field)?.offsetParent, FIELD);
    assert.equal(await tab.evaluate((name) => document.body.textContent.includes(name), MATEO), false);
  },

  async 'a wrong group is named and marked'({ tab }) {
    const { address, code } = letter('layla/mother');
    await tab.go(address);
    const groups = code.split(' ');
    groups[2] = String((Number(groups[2][0]) + 1) % 10) + groups[2].slice(1);
    await tab.type(FIELD, groups.join(' '));
    await tab.click(BUTTON);
    await says(tab, AR.group_3);
    const found = await tab.evaluate((field) => {
      const typed = document.querySelector(field);
      return { kept: typed.value, marked: typed.value.slice(typed.selectionStart, typed.selectionEnd), focus: document.activeElement === typed, invalid: typed.getAttribute('aria-invalid') };
    }, FIELD);
    assert.deepEqual(found, { kept: groups.join(' '), marked: groups[2], focus: true, invalid: 'true' });
  },

  async 'a code in Arabic-Indic digits opens, in Arabic'({ tab }) {
    const { address, code } = letter('layla/mother');
    await tab.go(address);
    const digits = code.replaceAll(' ', '').replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    await tab.type(FIELD, digits);
    assert.equal(await tab.evaluate((field) => document.querySelector(field).value, FIELD), digits.match(/.{5}/g).join(' '));
    await tab.click(BUTTON);
    await isOpen(tab, 'ليلى');
    const { lang, dir } = await facts(tab);
    assert.deepEqual([lang, dir], ['ar', 'rtl']);
    await lockAndForget(tab, AR);
  },

  async 'a reader of two students goes from one to the other'({ tab }) {
    await tab.go(letter('both').link);
    await tab.until(() => document.querySelectorAll('.choose a').length === 2);
    await hasNoSecret(tab, 'both');
    const { lang, dir } = await facts(tab);
    assert.deepEqual([lang, dir], ['ar', 'rtl']);
    const heading = () => tab.evaluate(() => document.querySelector('h1').textContent);
    const headings = [];
    for (const nth of [1, 2]) {
      await tab.click(`.choose li:nth-child(${nth}) a`);
      await tab.until(() => document.querySelector('[data-students]:not([hidden])'));
      headings.push(await heading());
      await tab.click('[data-students] a');
      await tab.until(() => document.querySelectorAll('.choose a').length === 2);
    }
    assert.ok(headings.some((one) => one.includes(MATEO)) && headings.some((one) => one.includes('ليلى')), headings.join());
    await lockAndForget(tab, AR);
  },

  async 'a reader of some pages finds no link to the others'({ tab }) {
    await tab.go(letter('club').link);
    await isOpen(tab, 'Updates');
    await hasNoSecret(tab, 'club');
    const found = await tab.evaluate(() => {
      const words = document.querySelector('.links a');
      return { ways: [...document.querySelectorAll('.back, .more, .pages a')].map(({ textContent }) => textContent), isWords: !words.matches(':link') && getComputedStyle(words).color === getComputedStyle(document.body).color };
    });
    assert.deepEqual(found, { ways: ['At home'], isWords: true });
    await follow(tab, 'At home');
    await isOpen(tab, 'At home');
    await lockAndForget(tab, EN);
  },

  async 'what a phone remembers opens in a new session, until it is forgotten'({ tab, newSession }) {
    const { link, address } = letter('grandmother');
    await tab.go(link);
    await isOpen(tab, MATEO);
    const page = await tab.url();
    await tab.click('[data-remember]');
    await tab.until(() => document.activeElement.matches('[data-remembered]'));
    await newSession();
    await tab.go(page);
    await isOpen(tab, MATEO);
    await tab.go(address);
    await isOpen(tab, MATEO);
    await tab.until(() => document.querySelector('[data-remembered]:not([hidden])'));
    await lockAndForget(tab, EN);
    await newSession();
    await tab.go(page);
    await tab.until((field) => document.querySelector(field)?.offsetParent, FIELD);
  },
};

for (const { called, missing, launch } of BROWSERS) {
  test(`sealed pages in ${called}`, { skip: missing ? `NOT TESTED: ${missing} is not installed` : false }, async (t) => {
    const browser = await launch();
    t.after(() => browser.stop());
    t.diagnostic(browser.name);
    for (const [name, run] of Object.entries(CASES)) {
      await t.test(name, async () => {
        await run(browser);
        // Nothing was refused by the content policy, and no script failed.
        assert.deepEqual(refused.splice(0), []);
        if (browser.errors) assert.deepEqual(await browser.errors(), []);
      });
    }
  });
}
