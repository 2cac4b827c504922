import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { page } from './pages.mjs';

const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function school(content) {
  const folder = mkdtempSync(join(tmpdir(), 'kinfolio-run-'));
  folders.push(folder);
  if (content) {
    mkdirSync(join(folder, 'mateo', 'en'), { recursive: true });
    writeFileSync(join(folder, 'mateo', 'en', 'index.html'), content);
  }
  return folder;
}

function run(args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, says: stdout + stderr };
}

function refuses(args, pattern, env) {
  const { status, says } = run(args, env);
  assert.match(says, pattern);
  assert.equal(status, 1, says);
}

test('a good page passes', () => {
  const { status, says } = run([school(page()), '--only', 'head,words,text,charts,axe']);
  assert.equal(status, 0, says);
  assert.match(says, /^5 passed, 0 failed$/m);
});

test('a bad page fails, and says where, which check, and what', () => {
  refuses([school(page({ dir: 'rtl' })), '--only', 'head,text'], /^mateo\/en\/index\.html · head · html dir is “rtl” and en is ltr$/m);
});

test('a page without a title fails', () => {
  const content = page({ title: '' });
  refuses([school(content), '--only', 'head'], /head · no title/);
});

test('a site without any chart fails', () => refuses([school(page({ drawn: ' ' })), '--only', 'charts'], /no chart on any page/));
test('no pages fail', () => refuses([school()], /no page to check/));
test('a filter that leaves no page fails', () => refuses([school(page()), '--pages', 'layla'], /no page to check/));
test('no folder fails', () => refuses(['/nowhere'], /not a folder/));
test('an unknown check fails', () => refuses([school(page()), '--only', 'axes'], /no check axes/));
test('a missing browser fails', () => refuses([school(page()), '--only', 'head'], /no Chromium at .*install/, { CHROMIUM: '/nowhere' }));
test('missing Java fails', () => refuses([school(page()), '--only', 'markup'], /no java: install/, { PATH: '/nowhere' }));

test('takes pictures', () => {
  const out = join(school(), 'shots');
  const { status, says } = run([school(page()), '--shots', out]);
  assert.equal(status, 0, says);
  for (const name of ['mateo.en.light.png', 'mateo.en.dark.png', 'mateo.en.pdf']) assert.ok(existsSync(join(out, name)), `${name} not in ${readdirSync(out)}`);
});
