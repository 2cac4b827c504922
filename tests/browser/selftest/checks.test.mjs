import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { audit, CHECKS } from '../audit.mjs';
import { bad, good } from './cases.mjs';
import { choice } from './pages.mjs';

// Every case is a student of one school, so that one run of the checks sees them all.
const folder = mkdtempSync(join(tmpdir(), 'kinfolio-checks-'));
const found = new Map();
const made = new Set();

before(async () => {
  Object.values(good).forEach((files, i) => write(`good-${i}`, files));
  bad.forEach(({ files, bare }, i) => write(`bad-${i}`, files, bare));
  // The language choice of most cases is only there because every student has one.
  const { failures } = await audit(folder, { wanted: (file) => !made.has(file) });
  for (const failure of failures) {
    const student = failure.page.split('/')[0];
    found.set(student, [...(found.get(student) ?? []), failure]);
  }
}, { timeout: 600_000 });

after(() => rmSync(folder, { recursive: true }));

function write(student, files, bare = false) {
  const languages = [...new Set(Object.keys(files).map((file) => file.split('/')[0]))].filter((name) => name !== 'index.html');
  const all = { ...files };
  if (!bare && !files['index.html']) {
    all['index.html'] = choice(languages);
    made.add(`${student}/index.html`);
  }
  for (const [file, content] of Object.entries(all)) {
    const path = join(folder, student, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const list = (failures) => failures.map(({ page, check, what }) => `${page} · ${check} · ${what}`).join('\n');

Object.keys(good).forEach((title, i) => {
  test(`content with ${title}`, () => {
    const failures = found.get(`good-${i}`) ?? [];
    assert.equal(failures.length, 0, list(failures));
  });
});

bad.forEach(({ check, says, also = [] }, i) => {
  test(`${check} says ${says.source}`, () => {
    const failures = found.get(`bad-${i}`) ?? [];
    assert.ok(failures.some((failure) => failure.check === check && says.test(failure.what)), `not said, but:\n${list(failures)}`);
    const others = failures.filter((failure) => failure.check !== check && !also.includes(failure.check));
    assert.equal(others.length, 0, `said by another check too:\n${list(others)}`);
  });
});

test('every check is tried', () => {
  for (const { name } of CHECKS) assert.ok(bad.some(({ check }) => check === name), name);
});
