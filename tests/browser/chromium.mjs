import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

const PHONE = { width: 360, height: 740 };
const CONTEXT = { viewport: PHONE, locale: 'en-US', timezoneId: 'UTC', serviceWorkers: 'block', acceptDownloads: false };
const MEDIA = { media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' };

export function findChromium() {
  const wanted = process.env.CHROMIUM;
  const found = wanted ? existsSync(wanted) && wanted : PLACES.find((place) => existsSync(place));
  if (!found) throw new Error(`no Chromium at ${wanted ?? PLACES.join(', ')}: install the package chromium`);
  return found;
}

/** `keepsPages`: the pages that the reader left are kept whole for the way back, as phones do. */
export async function launchChromium({ fontSize, keepsPages } = {}) {
  const { chromium } = await import('playwright-core');
  const args = fontSize ? [...FLAGS, `--blink-settings=defaultFontSize=${fontSize}`] : FLAGS;
  return chromium.launch({ executablePath: findChromium(), headless: true, args, ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [] });
}

/** One lane looks at one page of the site at a time, in a usual browser and in one whose reader has set a larger font. */
export class Lane {
  static async open(browser, largeTextBrowser) {
    const lane = new Lane();
    lane.tabs = { plain: await openTab(browser), largeText: await openTab(largeTextBrowser) };
    return lane;
  }

  /**
   * Shows `url` as if freshly loaded. Loading is most of the time that all checks take together,
   * so a page that is already there is put back in order instead.
   */
  async visit(url, { tab = 'plain', width = PHONE.width, height = PHONE.height, ...media } = {}) {
    const at = this.tabs[tab];
    const { page } = at;
    const size = page.viewportSize();
    if (size.width !== width || size.height !== height) await page.setViewportSize({ width, height });
    await page.emulateMedia({ ...MEDIA, ...media });
    if (at.url === url && page.url() === url) await page.evaluate(() => kin.reset());
    else await this.load(url, tab);
    return page;
  }

  /** Loads `url` and returns what the page asked for and what the browser complained of. */
  async load(url, tab = 'plain') {
    const at = this.tabs[tab];
    at.log.requests.length = 0;
    at.log.complaints.length = 0;
    at.url = null;
    const answer = await at.page.goto(url, { waitUntil: 'load' });
    // Complaints reach the console a moment after the page has loaded.
    await at.page.waitForTimeout(100);
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
    at.url = url;
    return at;
  }

  /** Whatever a failed check has left behind goes with the next load. */
  forget() {
    for (const tab of Object.values(this.tabs)) tab.url = null;
  }
}

async function openTab(browser) {
  const context = await browser.newContext(CONTEXT);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const log = { requests: [], complaints: [] };
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('console', (message) => log.complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => log.complaints.push(`page error: ${error.message}`));
  page.on('dialog', (dialog) => { log.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.addInitScript({ path: fileURLToPath(new URL('./inpage.js', import.meta.url)) });
  return { page, log, url: null };
}
