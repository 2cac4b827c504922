import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { serve } from './server.mjs';
import { readSite } from './site.mjs';

/** Pictures to look at: every page as on a phone, light and dark, and as printed. */
export async function shoot(folder, out, wanted) {
  const pages = readSite(folder).pages.filter((page) => wanted(page.file));
  if (!pages.length) throw new Error(`no page to take pictures of in ${folder}`);
  mkdirSync(out, { recursive: true });
  const server = await serve(folder);
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
    for (const { file } of pages) {
      const to = join(out, file.replace(/\/?index\.html$/, '').replaceAll('/', '.') || 'root');
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        await tab.goto(`${server.origin}/${file}?hold`);
        await allPictures(tab);
        await tab.screenshot({ path: `${to}.${colorScheme}.png`, fullPage: true });
      }
      await tab.pdf({ path: `${to}.pdf`, format: 'A4', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } });
      toPng(to);
    }
  } finally {
    await browser.close();
    server.stop();
  }
  return pages.length;
}

/** A page that nobody scrolls would not load what lies further down. */
async function allPictures(tab) {
  await tab.evaluate(() =>
    Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode()))));
}

function toPng(to) {
  try {
    execFileSync('pdftoppm', ['-r', '60', '-png', `${to}.pdf`, `${to}.print`]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
