/** What the tests of sealed pages share: a sealed school, a browser, and what a family does. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { textsOf } from '../../openers/lock.mjs';
import { School } from '../../openers/school.mjs';
import { launchChromium } from '../chromium.mjs';
import { serve } from '../server.mjs';

export const [EN, AR] = ['en', 'ar'].map(textsOf);
export const PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-US', timezoneId: 'UTC' };
export const NIA = 'Nia Brooks';

export let school;
let browser, server;
export const complaints = [];
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
export async function phone({ scripts = [], ...options } = {}) {
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
export const address = (path) => `${server.origin}/${path}`.replace('/#', '/index.html#');
export async function visit(path, options) {
  const tab = await (await phone(options)).newPage();
  await tab.goto(address(path));
  return tab;
}

export const seen = (selector) => `section:not([hidden]) ${selector}`;
export const isOpen = (tab, heading) => tab.waitForFunction((text) => document.querySelector('h1')?.textContent.includes(text) && document.querySelector('[data-controls]:not([hidden])'), heading);
export const says = (tab, text) => tab.waitForFunction((expected) => document.querySelector('section:not([hidden]) .said')?.textContent === expected && document.body.className === '', text);
export const at = (tab, path) => tab.waitForURL((url) => url.pathname === `/${path}`);
export async function type(tab, code) {
  await tab.waitForSelector(seen('textarea'));
  await tab.fill(seen('textarea'), code);
  await tab.click(seen('.open'));
}
export const follow = (tab, text) => tab.$eval(`.pages a[href]:has-text("${text}")`, (link) => link.click());
export const start = (student = 'nia') => school.page(student, 'index.html');
export const english = () => school.page('nia', 'en/index.html');
