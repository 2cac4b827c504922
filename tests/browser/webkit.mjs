/** WebKitGTK, the relative of Safari: W3C WebDriver over HTTP, on a screen that nobody sees. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Tab, findProgram, startProgram } from './driven.mjs';

const LIBRARIES = '/usr/lib';
const ROUTES = {
  navigate: () => ['POST', '/url'],
  url: () => ['GET', '/url'],
  back: () => ['POST', '/back'],
  reload: () => ['POST', '/refresh'],
  script: () => ['POST', '/execute/sync'],
  find: () => ['POST', '/element'],
  click: ({ id }) => ['POST', `/element/${id}/click`],
  type: ({ id }) => ['POST', `/element/${id}/value`],
};
// Whatever a page asks for elsewhere goes to a port where nothing answers.
const ARGS = ['--automation', '--proxy=http://127.0.0.1:9', '--ignore-host=127.0.0.1'];

/** Debian keeps the browser below the folder of the machine's libraries. */
function findMiniBrowser() {
  const folders = readdirSync(LIBRARIES).flatMap((name) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((folder) => join(LIBRARIES, name, folder, 'MiniBrowser')));
  return findProgram(...folders);
}

export function missingOfWebKit() {
  if (!findProgram('WebKitWebDriver')) return 'WebKitWebDriver (package webkit2gtk-driver)';
  if (!findMiniBrowser()) return 'MiniBrowser of WebKitGTK (package webkit2gtk-driver)';
  return findProgram('Xvfb') ? null : 'Xvfb (package xvfb)';
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** It keeps nothing of a driven session, so what comes nearest to another session in the same profile is another tab. */
export async function launchWebKit() {
  const screen = startProgram('Xvfb', ['-displayfd', '3', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'], { pipes: ['pipe'] });
  const programs = [screen];
  const stop = async () => { for (const program of programs.reverse()) await program.stop(); };
  try {
    const display = await screen.answer(() => screen.said());
    const port = await freePort();
    const driver = startProgram('WebKitWebDriver', [`--port=${port}`], { env: { DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: 'x11', LC_ALL: 'C.UTF-8' } });
    programs.push(driver);
    const ask = asker(`http://127.0.0.1:${port}`);
    await driver.answer(async () => (await ask('GET', '/status')).ready);
    return await startSession(ask, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

const asker = (origin) => async (method, path, body) => {
  const answer = await fetch(origin + path, { method, headers: { 'content-type': 'application/json' }, body: method === 'GET' ? undefined : JSON.stringify(body ?? {}) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
};

async function startSession(ask, stop) {
  const wanted = { 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ARGS } };
  const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch: wanted } });
  const session = `/session/${sessionId}`;
  const tab = new Tab((name, parameters = {}) => {
    const [method, path] = ROUTES[name](parameters);
    return ask(method, session + path, parameters);
  });
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    tab,
    async newSession() {
      const { handle } = await ask('POST', `${session}/window/new`, { type: 'tab' });
      await ask('POST', `${session}/window`, { handle });
    },
    // It has no command that reads the console.
    errors: null,
    async stop() {
      await ask('DELETE', session).catch(() => {});
      await stop();
    },
  };
}
