/** The search of the staff dashboard, in a real browser, on a board of a few rows. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../chromium.mjs';

const SCRIPT = readFileSync(new URL('../../../src/cli/staff_dashboard/dashboard.js', import.meta.url), 'utf8');
const STUDENTS = [
  ['Khôi Nguyễn', 'Ms. Osman', 'fault'],
  ['Đạt', 'Mr. Haddad', 'update translation'],
  ['أحمد الخطيب', 'Ms. Osman', 'translation'],
  ['Zoë Łucka', 'Mr. Haddad', ''],
];
const row = ([name, manager, needs]) => `<tr data-manager="${manager}" data-needs="${needs}"><th><a href="other.html">${name}</a></th><td>${manager}</td></tr>`;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><form class="filter" autocomplete="off" hidden>
<input type="search" name="find"><select name="manager"><option value="">Everyone</option><option>Ms. Osman</option><option>Mr. Haddad</option></select>
<select name="need"><option value="">Any</option><option value="translation">translate</option></select><output>4</output></form>
<table><tbody>${STUDENTS.map(row).join('')}</tbody></table>`;

let browser;
let tab;
const folder = mkdtempSync(join(tmpdir(), 'kinfolio-board-'));
const address = (file) => pathToFileURL(join(folder, file)).href;

before(async () => {
  writeFileSync(join(folder, 'board.html'), `${PAGE}<script>${SCRIPT}</script>`);
  writeFileSync(join(folder, 'plain.html'), PAGE);
  writeFileSync(join(folder, 'other.html'), '<!doctype html><html lang="en"><title>x</title>');
  browser = await launchChromium();
  tab = await browser.newPage();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const shown = async () => ({
  names: await tab.$$eval('tbody tr', (rows) => rows.filter((row) => !row.hidden).map((row) => row.querySelector('a').textContent)),
  count: await tab.$eval('output', (output) => output.value),
});
const shows = async (...names) => assert.deepEqual(await shown(), { names, count: String(names.length) });

test('letters are found however they are typed', async () => {
  await tab.goto(address('board.html'));
  const check = async (typed, ...names) => {
    await tab.fill('[name=find]', typed);
    await shows(...names);
  };
  await check('khoi', 'Khôi Nguyễn');
  await check(' NGUYEN  khô ', 'Khôi Nguyễn');
  await check('dat', 'Đạt');
  await check('zoe lucka', 'Zoë Łucka');
  await check('احمد', 'أحمد الخطيب');
  await check('أحمد', 'أحمد الخطيب');
  await check('osman', 'Khôi Nguyễn', 'أحمد الخطيب');
  await check('nobody');
  await check('', ...STUDENTS.map(([name]) => name));
});

test('what was chosen is there again after "reload" and "back", and in no address', async () => {
  await tab.goto(address('board.html'));
  await tab.selectOption('[name=need]', 'translation');
  await tab.fill('[name=find]', 'osman');
  await shows('أحمد الخطيب');
  await tab.reload();
  await shows('أحمد الخطيب');
  assert.equal(await tab.inputValue('[name=find]'), 'osman');
  await tab.click('tbody tr:not([hidden]) a');
  await tab.goBack();
  await shows('أحمد الخطيب');
  assert.equal(await tab.inputValue('[name=need]'), 'translation');
  assert.equal(tab.url(), address('board.html'));
});

test('without script every student is shown', async () => {
  await tab.goto(address('plain.html'));
  assert.equal((await shown()).names.length, STUDENTS.length);
  assert.equal(await tab.isVisible('form'), false);
});
