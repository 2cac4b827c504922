/**
 * The browser of `tests/hosts/way.rs`: for each line of JSON that it reads, it does something in
 * all tabs at once, and writes a line of JSON.
 *
 *   {letters: FOLDER}                what the letters in a folder tell their readers
 *   {open: [URL…], code, heading}    each address in a phone of its own, with a code typed by hand
 *   {follow: TEXT or NUMBER, heading}  a link by its words, or of the list of students
 *   {print: [FILE…]}                 what is open, as PDF files
 *   {refused: [URL…], code, says}    addresses that open nothing, and the sentence about that
 */
import { createInterface } from 'node:readline';
import { textsOf } from '../openers/lock.mjs';
import { launchChromium } from './chromium.mjs';
import { readLetters } from './selftest/demo.mjs';

const FIELD = 'section:not([hidden]) textarea';
const browser = await launchChromium();
let tabs = [];
const complaints = [];

async function visit(url, code) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-US', timezoneId: 'UTC' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(60_000);
  tab.on('pageerror', (error) => complaints.push(`${url}: ${error.message}`));
  tab.on('console', (message) => complaints.push(`${url}: ${message.text()}`));
  await tab.goto(url);
  if (code) {
    await tab.waitForSelector(FIELD);
    await tab.locator(FIELD).pressSequentially(code);
    await tab.click('section:not([hidden]) .open');
  }
  return tab;
}

async function visitAll(urls, code) {
  for (const tab of tabs) await tab.context().close();
  tabs = await Promise.all(urls.map((url) => visit(url, code)));
}

const inAll = (act) => Promise.all(tabs.map(act));

/** What a page shows once it is open, with all of its pictures. */
async function shown(tab, heading) {
  await tab.waitForFunction((text) => document.querySelector('h1')?.textContent.includes(text) && document.querySelector('[data-controls]:not([hidden])'), heading);
  // Pictures come when somebody gets near them.
  for (const image of await tab.locator('main img').all()) await image.scrollIntoViewIfNeeded();
  await tab.waitForFunction(() => [...document.querySelectorAll('main img')].every((image) => image.src.startsWith('blob:') && image.complete && image.naturalWidth > 100));
  return tab.evaluate(() => ({ text: document.body.innerText, lang: document.documentElement.lang, dir: document.documentElement.dir, address: location.href, pictures: document.querySelectorAll('main img').length }));
}

const STEPS = {
  letters: ({ letters }) => Object.fromEntries(readLetters(letters)),
  async open({ open, code, heading }) {
    await visitAll(open, code);
    return inAll((tab) => shown(tab, heading));
  },
  follow({ follow, heading }) {
    return inAll(async (tab) => {
      const link = typeof follow === 'number' ? `.choose li:nth-child(${follow}) a` : `main a[href]:has-text("${follow}"), .pages a[href]:has-text("${follow}")`;
      await tab.$eval(link, (one) => one.click());
      return shown(tab, heading);
    });
  },
  print({ print }) {
    return Promise.all(print.map((path, nth) => tabs[nth].pdf({ path })));
  },
  async refused({ refused, code, says }) {
    await visitAll(refused, code);
    const expected = textsOf('en')[says];
    return inAll(async (tab) => {
      await tab.waitForFunction((text) => document.querySelector('section:not([hidden])')?.innerText.includes(text) && document.body.className === '', expected);
      return { text: await tab.evaluate(() => document.body.innerText) };
    });
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const step = JSON.parse(line);
  const answer = await STEPS[Object.keys(STEPS).find((name) => name in step)](step);
  if (complaints.length) throw new Error(complaints.join('\n'));
  process.stdout.write(`${JSON.stringify(answer ?? null)}\n`);
}
await browser.close();
