import { launchChromium, Lane } from './chromium.mjs';
import { collectFacts } from './facts.mjs';
import { serve } from './server.mjs';
import { readSite } from './site.mjs';
import * as axe from './checks/axe.mjs';
import * as charts from './checks/charts.mjs';
import * as head from './checks/head.mjs';
import * as keyboard from './checks/keyboard.mjs';
import * as links from './checks/links.mjs';
import * as markup from './checks/markup.mjs';
import * as motion from './checks/motion.mjs';
import * as network from './checks/network.mjs';
import * as phones from './checks/phones.mjs';
import * as print from './checks/print.mjs';
import * as reflow from './checks/reflow.mjs';
import * as switcher from './checks/switcher.mjs';
import * as targets from './checks/targets.mjs';
import * as text from './checks/text.mjs';
import * as weight from './checks/weight.mjs';
import * as words from './checks/words.mjs';

// The keyboard and the old phones come last of those that share one load: they move the focus, and the first one the address.
export const CHECKS = [head, links, switcher, words, network, axe, motion, charts, text, targets, reflow, print, keyboard, phones, weight, markup];

/**
 * Runs the checks on every page of the built site in `folder`.
 * A check looks at one page at a time (`page`), at all of them together (`site`), or both.
 */
export async function audit(folder, { only = CHECKS.map((check) => check.name), wanted = () => true, jobs = 2 } = {}) {
  const checks = CHECKS.filter((check) => only.includes(check.name));
  const site = readSite(folder);
  const pages = site.pages.filter((page) => wanted(page.file));
  if (!pages.length) throw new Error(`no page to check in ${folder}`);

  const failures = [];
  const notes = [];
  const tables = [];
  const report = (check) => ({
    fail: (page, what) => { if (wanted(page.file)) failures.push({ page: page.file, check: check.name, what }); },
    note: (what) => notes.push(what),
    table: (title, rows) => tables.push({ title, rows }),
  });

  const server = await serve(folder);
  const browsers = [];
  try {
    browsers.push(await launchChromium(), await launchChromium({ fontSize: 32 }));
    const lanes = await Promise.all(Array.from({ length: jobs }, () => Lane.open(...browsers)));
    const urlOf = (page, hold = true) => `${server.origin}/${page.file.split('/').map(encodeURIComponent).join('/')}${hold && page.refresh ? '?hold' : ''}`;

    const facts = new Map();
    await inLanes(lanes, site.pages, async (lane, page) => facts.set(page.file, await collectFacts(await lane.load(urlOf(page)))));

    const together = checks.filter((check) => check.site).map((check) => check.site({
      site, pages, students: site.students, facts, origin: server.origin, filtered: pages.length < site.pages.length, ...report(check),
    }));
    // A rejection is looked at below, after the pages; Node must not take it for a forgotten one until then.
    const settled = Promise.allSettled(together);

    await inLanes(lanes, pages, async (lane, page) => {
      for (const check of checks.filter((each) => each.page)) {
        const { fail, note } = report(check);
        try {
          await check.page({
            page, site, facts, note,
            fail: (what) => fail(page, what),
            visit: (how) => lane.visit(urlOf(page), how),
            visitMoving: (from, to) => arrives(lane, urlOf(site.byFile.get(from), false), `${server.origin}/${to}`),
          });
        } catch (error) {
          lane.forget();
          fail(page, `the check itself failed: ${error.message.split('\n')[0]}`);
        }
      }
    });
    for (const { reason } of await settled) if (reason) throw reason;
  } finally {
    await Promise.allSettled(browsers.map((browser) => browser.close()));
    server.stop();
  }
  return { pages, checks, failures, notes, tables };
}

async function arrives(lane, from, to) {
  const { page } = lane.tabs.plain;
  lane.forget();
  await page.goto(from, { waitUntil: 'commit' });
  const arrived = await page.waitForURL((url) => decodeURI(url.href.replace(/#.*/, '')) === decodeURI(to), { timeout: 5_000 }).then(() => true, () => false);
  // Otherwise a page that is slow to send the reader on would do so in the middle of the next check.
  await page.goto('about:blank');
  return arrived;
}

async function inLanes(lanes, pages, work) {
  const queue = [...pages];
  await Promise.all(lanes.map(async (lane) => {
    for (let page = queue.shift(); page; page = queue.shift()) await work(lane, page);
  }));
}
