/** The desk as a teacher uses it: only with a keyboard, without a script, and when kinfolio has ended. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from '../chromium.mjs';
import { ROOT, findKinfolio } from './demo.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DAY = '2026-11-18';
const GOALS = 'students/mateo/goals';

let folder, browser;

/** A copy of the demo school, with the desk open. */
class School {
  constructor() {
    this.place = mkdtempSync(join(folder, 'school-'));
    cpSync(join(ROOT, 'content'), this.place, { recursive: true });
  }

  async start() {
    this.program = spawn(findKinfolio(), ['serve', this.place, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.origin = await new Promise((found, failed) => {
      let said = '';
      this.program.stdout.on('data', (more) => {
        said += more;
        const address = /http:\/\/[^/]+/.exec(said);
        if (address) found(address[0]);
      });
      this.program.on('exit', () => failed(new Error(said)));
    });
    return this;
  }

  text(file) { return readFileSync(join(this.place, file), 'utf8'); }

  stop() { this.program?.kill(); }
}

async function desk(t, options = {}) {
  const school = await new School().start();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  t.after(async () => {
    await context.close();
    school.stop();
  });
  const tab = await context.newPage();
  const wrong = [];
  tab.on('pageerror', (error) => wrong.push(error.message));
  return { school, tab, wrong };
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinfolio-desk-'));
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('a week of numbers is typed with the keyboard alone', async (t) => {
  const { school, tab, wrong } = await desk(t);
  await tab.goto(`${school.origin}/desk/numbers?day=${DAY}&person=ortiz`);
  const cells = tab.locator('[name^="value:"]');
  await cells.first().focus();
  const values = ['61-3', '19/20', '3', '12'];
  assert.equal(await cells.count(), values.length);
  let pressed = 0;
  for (const value of values) {
    await tab.keyboard.type(value);
    await tab.keyboard.press('Enter');
    pressed += value.length + 1;
  }
  const said = tab.locator('output');
  for (let row = 0; row < values.length; row += 1) await said.nth(row).filter({ hasText: 'Saved.' }).waitFor();
  for (const [goal, line] of [
    ['reading-aloud', '{attempted: 61, errors: 3}'],
    ['vowel-pairs', '19/20'],
    ['paragraph', '3'],
    ['reading-alone', '12'],
  ]) assert.ok(school.text(`${GOALS}/${goal}.yaml`).includes(`\n  ${DAY}: ${line}\n`), goal);
  // Nothing is pressed besides what is typed and one key for each value.
  t.diagnostic(`${values.length} values: ${pressed} keys, no click`);
  await tab.reload();
  assert.deepEqual(await cells.evaluateAll((all) => all.map((cell) => cell.value)), values);
  await cells.first().fill('1');
  await tab.keyboard.press('Escape');
  assert.equal(await cells.first().inputValue(), '61-3');
  assert.deepEqual(wrong, []);
});

test('what could not be saved stays, also over a reload', async (t) => {
  const { school, tab } = await desk(t);
  await tab.goto(`${school.origin}/desk/numbers?day=${DAY}&person=ortiz`);
  const cell = tab.locator('[name="value:mateo/paragraph"]');
  const said = tab.locator('[id="said:mateo/paragraph"]');
  await cell.fill('9');
  await cell.press('Enter');
  await said.filter({ hasText: 'out of range' }).waitFor();
  assert.equal(await cell.getAttribute('aria-invalid'), 'true');
  await tab.reload();
  assert.equal(await cell.inputValue(), '9');
  await said.filter({ hasText: 'not saved yet' }).waitFor();
  school.stop();
  await cell.fill('3');
  await cell.press('Enter');
  await said.filter({ hasText: 'does not answer' }).waitFor();
  assert.ok(!school.text(`${GOALS}/paragraph.yaml`).includes(DAY));
});

test('the desk works without a script', async (t) => {
  const { school, tab } = await desk(t, { javaScriptEnabled: false });
  await tab.goto(`${school.origin}/desk/numbers?day=${DAY}&person=ortiz`);
  await tab.locator('[name="value:mateo/paragraph"]').fill('9');
  await tab.locator('[name="value:mateo/vowel-pairs"]').fill('19/20');
  await tab.getByRole('button', { name: 'Save', exact: true }).click();
  assert.ok(school.text(`${GOALS}/vowel-pairs.yaml`).includes(`\n  ${DAY}: 19/20\n`));
  assert.equal(await tab.locator('[name="value:mateo/paragraph"]').inputValue(), '9');
  assert.match(await tab.locator('[id="said:mateo/paragraph"]').textContent(), /out of range/);
  await tab.getByRole('button', { name: /Undo/ }).click();
  assert.ok(!school.text(`${GOALS}/vowel-pairs.yaml`).includes(DAY));
});

test('an update is written, and the page beside it follows', async (t) => {
  const { school, tab, wrong } = await desk(t, { viewport: { width: 1200, height: 900 } });
  await tab.goto(`${school.origin}/desk/friday?day=2026-11-20&person=ortiz`);
  const words = 'Mateo read his page about owls to the class. Two children asked him questions.';
  await tab.locator('textarea').fill(words);
  await tab.getByLabel('Reading out loud, smoothly').check();
  await tab.getByRole('button', { name: 'Save', exact: true }).click();
  await tab.locator('output').filter({ hasText: 'Saved.' }).waitFor();
  assert.equal(
    school.text('students/mateo/updates/2026-11-20.md'),
    `---\nby: ortiz\ngoals: [reading-aloud]\n---\n${words}\n`,
  );
  await tab.goto(`${school.origin}/desk/friday?day=2026-11-20&person=ortiz`);
  assert.equal(await tab.locator('textarea').inputValue(), words);
  assert.deepEqual(wrong, []);
});

test('the desk is for hands and ears', async (t) => {
  for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [1200, 'light']]) {
    const { school, tab } = await desk(t, { viewport: { width, height: 740 }, colorScheme });
    for (const page of ['numbers', 'friday']) {
      await tab.goto(`${school.origin}/desk/${page}?day=${DAY}&person=ortiz`);
      await tab.evaluate(AXE);
      const found = await tab.evaluate(() => axe.run(document));
      assert.deepEqual(found.violations.map((one) => [one.id, one.nodes[0].html]), [], `${page} ${width} ${colorScheme}`);
      const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${page} is ${beyond} pixels too wide at ${width}`);
      const small = await tab.$$eval('input:not([type=hidden]):not([type=checkbox]), select, button, textarea', (all) =>
        all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
      assert.deepEqual(small, [], page);
    }
  }
});
