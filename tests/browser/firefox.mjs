/**
 * Firefox, by the way that its own WebDriver program takes: the same commands over a socket that
 * Firefox opens. A message is the length of its text, a colon, and the text.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Tab, findProgram, startProgram } from './driven.mjs';

const PROGRAMS = ['firefox-esr', 'firefox'];
const NAMES = {
  navigate: 'WebDriver:Navigate',
  url: 'WebDriver:GetCurrentURL',
  back: 'WebDriver:Back',
  reload: 'WebDriver:Refresh',
  script: 'WebDriver:ExecuteScript',
  find: 'WebDriver:FindElement',
  click: 'WebDriver:ElementClick',
  type: 'WebDriver:ElementSendKeys',
};
// Whatever a page or Firefox itself asks for elsewhere goes to a port where nothing answers.
const PREFERENCES = {
  'marionette.port': 0,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'intl.accept_languages': 'en-US',
};

export const missingOfFirefox = () => (findProgram(...PROGRAMS) ? null : 'Firefox (package firefox-esr)');

/** One socket on which each command waits for the answer with its number. */
async function speak(port) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map();
  let rest = Buffer.alloc(0);
  let number = 0;
  const failAll = () => { for (const { fail } of waiting.values()) fail(new Error('Firefox has ended')); waiting.clear(); };
  socket.on('error', failAll).on('close', failAll).on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (colon < 0 || rest.length < end) return;
      const message = JSON.parse(rest.subarray(colon + 1, end));
      rest = rest.subarray(end);
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const [, id, error, value] = message;
      const { done, fail } = waiting.get(id);
      waiting.delete(id);
      if (error) fail(new Error(`${error.error}: ${error.message}`));
      else done(value && Object.keys(value).length === 1 && 'value' in value ? value.value : value);
    }
  });
  return (name, parameters = {}) => new Promise((done, fail) => {
    number += 1;
    waiting.set(number, { done, fail });
    const text = Buffer.from(JSON.stringify([0, number, name, parameters]));
    socket.write(`${text.length}:`);
    socket.write(text);
  });
}

async function startFirefox(profile) {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const program = startProgram(findProgram(...PROGRAMS), ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile], { env: { MOZ_CRASHREPORTER_DISABLE: '1', LC_ALL: 'C.UTF-8' } });
  try {
    const send = await speak(await program.answer(() => Number(readFileSync(portFile, 'utf8'))));
    const { capabilities } = await send('WebDriver:NewSession', { strictFileInteractability: true });
    return { program, send, version: capabilities.browserVersion };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

/** What the console says of errors in pages since it was asked last. */
async function errorsOf(send) {
  const script = `
    const messages = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError);
    Services.console.reset();
    return messages.filter((one) => !(one.flags & one.warningFlag) && one.sourceName.startsWith('http:')).map((one) => one.category + ': ' + one.errorMessage);`;
  await send('Marionette:SetContext', { value: 'chrome' });
  const errors = await send('WebDriver:ExecuteScript', { script, args: [] });
  await send('Marionette:SetContext', { value: 'content' });
  return errors;
}

export async function launchFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'kinfolio-firefox-'));
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES).map((one) => `user_pref(${one.map((part) => JSON.stringify(part)).join(', ')});\n`).join(''));
  let running = await startFirefox(profile);
  const quit = async () => {
    const { send, program } = running;
    await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    await Promise.race([program.ended, pause(10_000, undefined, { ref: false })]);
    await program.stop();
  };
  const tab = new Tab((name, parameters) => running.send(NAMES[name], parameters));
  return {
    name: `Firefox ${running.version}`,
    tab,
    /** Firefox is closed, and opened again with what it has on its disk. */
    async newSession() {
      await quit();
      running = await startFirefox(profile);
    },
    errors: () => errorsOf(running.send),
    async stop() {
      await quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
