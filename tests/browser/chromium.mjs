import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
  // Whatever a page asks for elsewhere is refused before it leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

const CONTEXT = { viewport: { width: 360, height: 740 }, locale: 'en-US', timezoneId: 'UTC', serviceWorkers: 'block', acceptDownloads: false };

export function findChromium() {
  const wanted = process.env.CHROMIUM;
  const found = wanted ? existsSync(wanted) && wanted : PLACES.find((place) => existsSync(place));
  if (!found) throw new Error(`no Chromium at ${wanted ?? PLACES.join(', ')}: install the package chromium`);
  return found;
}

export async function launchChromium({ fontSize } = {}) {
  const { chromium } = await import('playwright-core');
  const args = fontSize ? [...FLAGS, `--blink-settings=defaultFontSize=${fontSize}`] : FLAGS;
  return chromium.launch({ executablePath: findChromium(), headless: true, args });
}

/** One lane: three tabs that are used again and again, for one page of the site at a time. */
export class Lane {
  static async open(browser, largeTextBrowser) {
    const lane = new Lane();
    lane.tabs = {
      plain: await openTab(browser, CONTEXT),
      // axe measures a page from inside, which its own policy rightly forbids.
      axe: await openTab(browser, { ...CONTEXT, bypassCSP: true }),
      largeText: await openTab(largeTextBrowser, CONTEXT),
    };
    return lane;
  }

  /** Loads `url` afresh, so that no check sees what another one left. */
  async visit(url, { tab = 'plain', width = 360, height = 740, ...media } = {}) {
    const { page, log } = this.tabs[tab];
    log.requests.length = 0;
    log.complaints.length = 0;
    const { width: wide, height: high } = page.viewportSize();
    if (wide !== width || high !== height) await page.setViewportSize({ width, height });
    await page.emulateMedia({
      media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', ...media,
    });
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
    return page;
  }

  get log() {
    return this.tabs.plain.log;
  }
}

async function openTab(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const log = { requests: [], complaints: [] };
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('console', (message) => log.complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => log.complaints.push(`page error: ${error.message}`));
  page.on('dialog', (dialog) => { log.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.addInitScript({ path: new URL('./inpage.js', import.meta.url).pathname });
  return { page, log };
}
