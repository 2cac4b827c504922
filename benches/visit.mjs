/**
 * How long a family waits on a slow phone, with the style inside each page as kinfolio builds it, and
 * with one style file for all pages, for comparison. FOLDER has built sites, such as the demo school's.
 *
 *   node benches/visit.mjs FOLDER [--site khoi] [--lang vi] [--runs 5] [--host keeps|asks|forbids] [--also OLDER-FOLDER]
 *
 * A phone on 400 kbit/s with 400 ms of latency opens the first page, a goal, and the tips of one
 * student, with an empty cache and once more with what it has kept. Each figure is a median.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { launchChromium } from '../tests/browser/chromium.mjs';

const PHONE = { width: 360, height: 740 };
const SLOW = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.jpg': 'image/jpeg' };
const VISIT = ['index.html', 'goals/*/index.html', 'home/index.html'];
const READS = 800; // How long the family reads a page, in milliseconds: what loads later may finish.

/** What a host sends with a style file: keep it for good, ask me each time, or never keep anything. */
const HOSTS = { keeps: 'private, max-age=31536000, immutable', asks: 'no-cache', forbids: 'no-store' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    site: { type: 'string', default: 'khoi' },
    lang: { type: 'string', default: 'vi' },
    host: { type: 'string', default: 'keeps' },
    also: { type: 'string' },
  },
});
if (positionals.length !== 1 || !HOSTS[values.host]) throw new Error('usage: node benches/visit.mjs FOLDER [--host keeps|asks|forbids]');

/** `html` with its style in a file instead. The first pages keep theirs if `first` says so, and fetch the file after it. */
function moved(html, path, first) {
  const depth = path.split('/').length - 3;
  const link = `<link rel="stylesheet" href="${'../'.repeat(depth)}style.css">`;
  if (first && depth === 0) return html;
  if (first && depth === 1) {
    return html.replace(/style-src /, "style-src 'self' ").replace('</style>', `</style>${link.replace('>', ' media="not all">')}`);
  }
  return html.replace(/style-src [^;]*/, "style-src 'self'").replace(/<style>.*?<\/style>/s, link);
}

const WAYS = {
  'inside each page': (html) => html,
  'in one file': (html, path) => moved(html, path, false),
  'inside the first page, then in one file': (html, path) => moved(html, path, true),
};

/** A static host: compresses, and lets nobody keep a page without asking. */
async function serve(folder, way, host) {
  const theme = await readFile(new URL('../themes/default/theme.css', import.meta.url), 'utf8');
  const css = theme.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://loopback').pathname));
    const type = extname(path);
    try {
      let body = type === '.css' ? Buffer.from(css) : await readFile(join(folder, path));
      if (type === '.html') body = Buffer.from(way(body.toString('utf8'), path));
      const headers = { 'content-type': TYPES[type] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
      if (type === '.css') headers['cache-control'] = HOSTS[host];
      if (host === 'forbids') headers['cache-control'] = HOSTS.forbids;
      else headers.etag = `"${body.length}"`;
      if (headers.etag && request.headers['if-none-match'] === headers.etag) return void response.writeHead(304, headers).end();
      if (type === '.jpg') return void response.writeHead(200, headers).end(body);
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' });
      response.end(gzipSync(body, { level: 9 }));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => { server.closeAllConnections(); server.close(); } };
}

/** Opens `urls` one after the other in one tab. Returns the times of each page in milliseconds. */
async function visit(tab, urls) {
  const pages = [];
  for (const url of urls) {
    await tab.goto(url, { waitUntil: 'load' });
    pages.push(await tab.evaluate(async () => {
      const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
      while (!painted()) await new Promise((done) => requestAnimationFrame(done));
      const [{ loadEventEnd }] = performance.getEntriesByType('navigation');
      return { painted: painted().startTime, loaded: loadEventEnd };
    }));
    await tab.waitForTimeout(READS);
  }
  return pages;
}

/** From opening the address that a family has to the first page in its language. */
async function arrive(tab, address) {
  const began = Date.now();
  await tab.goto(address, { waitUntil: 'commit' });
  await tab.waitForURL((url) => /\/[a-z-]+\/[a-z-]+\/index\.html$/.test(url.pathname), { waitUntil: 'load' });
  return tab.evaluate(async (began) => {
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
    while (!painted()) await new Promise((done) => requestAnimationFrame(done));
    return performance.timeOrigin + painted().startTime - began;
  }, began);
}

async function goalOf(folder, site, lang) {
  const index = await readFile(join(folder, site, lang, 'index.html'), 'utf8');
  return index.match(/goals\/[^/"]+\/index\.html/)[0];
}

async function fresh(browser) {
  const context = await browser.newContext({ viewport: PHONE });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  return { context, tab };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const [built] = positionals;
const compared = Object.entries(WAYS).map(([name, way]) => ({ name, way, folder: built, results: [] }));
if (values.also) compared.push({ name: values.also, way: WAYS['inside each page'], folder: values.also, results: [] });
for (const one of compared) one.server = await serve(one.folder, one.way, values.host);
const browser = await launchChromium();
try {
  for (let run = 0; run < Number(values.runs); run++) {
    for (const { folder, server, results } of compared) {
      const goal = await goalOf(folder, values.site, values.lang);
      const urls = VISIT.map((page) => `${server.origin}/${values.site}/${values.lang}/${page.includes('*') ? goal : page}`);
      const { context, tab } = await fresh(browser);
      const first = await visit(tab, urls);
      const again = await visit(tab, urls);
      await context.close();
      const other = await fresh(browser);
      const arrival = await arrive(other.tab, `${server.origin}/${values.site}/index.html`);
      await other.context.close();
      results.push({ first, again, arrival });
    }
  }
} finally {
  await browser.close();
  compared.forEach(({ server }) => server.stop());
}

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
const sum = (pages, key) => pages.reduce((all, page) => all + page[key], 0);
row(['style', 'first page', 'goal', 'tips', 'all three', 'all three loaded', 'address to first page', 'all three again']);
row(Array(8).fill('---'));
for (const { name, results } of compared) {
  const of = (pick) => Math.round(median(results.map(pick)));
  row([name, ...[0, 1, 2].map((page) => of(({ first }) => first[page].painted)),
    of(({ first }) => sum(first, 'painted')), of(({ first }) => sum(first, 'loaded')),
    of(({ arrival }) => arrival), of(({ again }) => sum(again, 'painted'))]);
}
