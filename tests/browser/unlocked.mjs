/**
 * Writes the sealed pages of the demo school as a browser shows them when they are open, for the
 * checks of run.mjs:  node unlocked.mjs OUT
 *
 * It takes the link of a reader of two students, and from each student's first page all links but
 * those to other languages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { Demo } from './selftest/demo.mjs';
import { serve } from './server.mjs';

const [out] = process.argv.slice(2);
if (!out) throw new Error('node unlocked.mjs OUT');

const isOpen = () => document.querySelector('[data-controls]:not([hidden]) [role=status]')?.textContent && document.querySelector('[data-offer]:not([hidden])');
const haveCome = () => [...document.images].every((image) => image.src.startsWith('blob:') && image.complete);

/** The page without its script: the rules that the browser has taken, and pictures as they are. */
function written() {
  document.activeElement.blur();
  for (const image of document.images) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext('2d').drawImage(image, 0, 0);
    image.src = canvas.toDataURL('image/jpeg');
  }
  const { lang, dir } = document.documentElement;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\n');
  const head = ['viewport', 'color-scheme'].map((name) => document.querySelector(`meta[name="${name}"]`).outerHTML).join('');
  return { lang, html: `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">${head}<title>${document.title}</title><style>${rules}</style></head>${document.body.outerHTML}</html>` };
}

async function writeAll(tab, link) {
  const urls = new Set([link]);
  for (const url of urls) {
    await tab.goto(url);
    await tab.waitForFunction(isOpen);
    const found = await tab.$$eval('a[href*=".html"]', (links) => links.filter((one) => !one.closest('.languages')).map((one) => one.href.replace(/#.*/, '')));
    for (const next of found) if (next !== listOf(link)) urls.add(next);
    await tab.emulateMedia({ media: 'print' });
    await tab.waitForFunction(haveCome);
    await tab.emulateMedia({ media: 'screen' });
    const { lang, html } = await tab.evaluate(written);
    const [place, file] = new URL(url === link ? listOf(link) : url).pathname.split('/').slice(1);
    // The list of students is nothing but links, so it has nothing to skip, like the choice of a language.
    const to = join(out, place, url === link ? '' : lang, file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, html);
  }
  return urls.size;
}

const listOf = (link) => link.replace(/#.*/, 'index.html');

const demo = new Demo();
const server = await serve(demo.out);
const browser = await launchChromium();
try {
  const tab = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  console.log(`${await writeAll(tab, demo.letter('both', server.origin).link)} pages in ${out}`);
} finally {
  await browser.close();
  server.stop();
  demo.remove();
}
