/** Plain pages behind a real web server that asks who is reading, in a real browser. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../chromium.mjs';
import { ROOT, findKinfolio } from './demo.mjs';

const ADDRESS = 'https://pages.cedarhollow.example';
let folder, nginx, browser, port, letter;

const freePort = () => new Promise((resolve) => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => resolve(port)); });
});
const listens = () => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});

/** What a letter tells its reader. */
function readLetter(html) {
  const plain = (part) => part.replace(/<[^>]*>/g, '');
  const [user, password] = [...html.matchAll(/class="typed"[^>]*>(.*?)<\/bdi>/g)].map(([, value]) => value);
  return { address: plain(/class="address"[^>]*>(.*?)<\/bdi>/.exec(html)[1]), user, password };
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinfolio-login-'));
  const at = (name) => join(folder, name);
  cpSync(join(ROOT, 'content'), at('school'), { recursive: true });
  const school = join(at('school'), 'school.yaml');
  writeFileSync(school, readFileSync(school, 'utf8').replace('\naddress:', '\naccess: host-login\naddress:'));
  writeFileSync(join(at('school'), 'families.yaml'), 'both: {students: [mateo, layla], language: es}\n');
  const program = findKinfolio();
  const kinfolio = (...args) => execFileSync(program, args, { env: { ...process.env, XDG_CONFIG_HOME: at('config') }, stdio: ['ignore', 'ignore', 'pipe'] });
  kinfolio('keys', 'init', at('school'));
  kinfolio('build', at('school'), '--to', at('public'), '--work', at('state'));
  kinfolio('host-files', at('school'), '--for', 'nginx', '--to', at('rules'), '--root', at('public'), '--from', at('public'), '--work', at('state'));
  kinfolio('letters', at('school'), '--to', at('letters'), '--reader', 'both');
  const [file] = readdirSync(at('letters'));
  letter = readLetter(readFileSync(join(at('letters'), file), 'utf8'));
  chmodSync(folder, 0o755);
  mkdirSync(at('work'));
  port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at('work')}/${name};`);
  writeFileSync(at('work/main.conf'), `daemon off; master_process off; pid ${at('work')}/pid; events {}
http { ${temporary.join(' ')} access_log off; include ${at('rules')}/nginx-http.conf;
server { listen 127.0.0.1:${port}; include ${at('rules')}/nginx-server.conf; } }`);
  nginx = spawn('nginx', ['-p', at('work'), '-c', at('work/main.conf'), '-e', 'stderr'], { stdio: 'ignore', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  nginx.on('error', () => {});
  for (let tries = 0; !(await listens()); tries += 1) {
    assert.ok(tries < 100, 'nginx does not answer: apt-get install nginx-light');
    await pause(50);
  }
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  nginx?.kill('SIGKILL');
  if (folder) rmSync(folder, { recursive: true });
});

/** A tab that types what the letter says whenever the browser asks, and counts how often. */
async function reader() {
  const tab = await (await browser.newContext()).newPage();
  const devtools = await tab.context().newCDPSession(tab);
  const asked = [];
  devtools.on('Fetch.requestPaused', ({ requestId }) => devtools.send('Fetch.continueRequest', { requestId }));
  devtools.on('Fetch.authRequired', ({ requestId, authChallenge }) => {
    asked.push(authChallenge.realm);
    const typed = { response: 'ProvideCredentials', username: letter.user, password: letter.password };
    devtools.send('Fetch.continueWithAuth', { requestId, authChallengeResponse: typed });
  });
  await devtools.send('Fetch.enable', { handleAuthRequests: true });
  return { tab, asked };
}

test('a family of two children is asked once', async () => {
  const { tab, asked } = await reader();
  const own = `http://127.0.0.1:${port}${letter.address.slice(ADDRESS.length)}`;
  await tab.goto(own);
  assert.equal(await tab.getAttribute('html', 'lang'), 'es');
  const links = await tab.$$eval('.choose a', (all) => all.map((link) => [link.textContent, link.href]));
  assert.deepEqual(links.map(([name]) => name), ['Layla', 'Mateo']);
  for (const [, href] of links) {
    const answer = await tab.goto(href);
    assert.equal(answer.status(), 200);
    const shows = await tab.$$eval('img', (all) => Promise.all(all.map((one) => { one.loading = 'eager'; return one.decode().then(() => one.naturalWidth > 0); })));
    assert.ok(shows.every(Boolean));
    const next = await tab.$eval('main a[href$="index.html"]', (link) => link.href);
    assert.equal((await tab.goto(next)).status(), 200);
  }
  assert.deepEqual(asked, ['Pages for families']);
});
