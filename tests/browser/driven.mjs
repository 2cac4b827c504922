/** What the tests do with a browser that is driven by the commands of WebDriver, whichever way these reach it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 20_000;
/** WebDriver's name for a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The first of these programs that is installed. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)))).find((place) => existsSync(place));
}

/** Starts a program whose whole family of processes ends with `stop`. */
export function startProgram(program, args, { env = {}, pipes = [] } = {}) {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', ...pipes], env: { ...process.env, ...env } });
  let failure = null;
  const ended = new Promise((done) => {
    child.once('exit', done);
    child.once('error', (error) => { failure = error; done(); });
  });
  const end = (signal) => { try { process.kill(-child.pid, signal); } catch { /* It has ended by itself. */ } };
  const endAtOnce = () => end('SIGKILL');
  process.once('exit', endAtOnce);
  return {
    ended,
    /** The first answer of `ask`, unless the program ends before. */
    answer: (ask) => Promise.race([until(ask, program), ended.then(() => { throw failure ?? new Error(`${program} ended at once`); })]),
    said: () => child.stdio[3].read(),
    async stop() {
      process.off('exit', endAtOnce);
      if (failure) return;
      end('SIGTERM');
      await Promise.race([ended, pause(5000, undefined, { ref: false })]);
      endAtOnce();
    },
  };
}

/** Asks until the answer is neither nothing nor an error: what is asked of a page fails while another one is loaded. */
export async function until(ask, what = String(ask)) {
  const end = Date.now() + PATIENCE;
  for (let last; ; await pause(50)) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${last?.message ?? last}`);
  }
}

/** `command` takes the name and the parameters of a command, and gives its value. */
export class Tab {
  constructor(command) { this.command = command; }
  go(url) { return this.command('navigate', { url }); }
  url() { return this.command('url'); }
  back() { return this.command('back'); }
  reload() { return this.command('reload'); }
  /** A function of the page, with arguments and an answer that can be written as JSON. */
  evaluate(action, ...args) { return this.command('script', { script: `return (${action}).apply(null, arguments)`, args }); }
  until(action, ...args) { return until(() => this.evaluate(action, ...args), `${action} of ${JSON.stringify(args)}`); }
  async find(selector) {
    const found = await until(() => this.command('find', { using: 'css selector', value: selector }), selector);
    return found[ELEMENT];
  }
  async click(selector) { await this.command('click', { id: await this.find(selector) }); }
  async type(selector, text) { await this.command('type', { id: await this.find(selector), text }); }
}
