/** Two programs that were written from docs/sealed-format.md open what is sealed, agree, and refuse what was damaged. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ALBUM, PHOTO, SOME, School } from './school.mjs';
import { vectors } from './seal.mjs';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const PROGRAMS = { Python: ['python3', file('open.py')], JavaScript: ['node', file('open.mjs')] };

/** What a program writes, or why it refuses. */
const run = (language, ...args) => new Promise((done) => {
  const [program, script] = PROGRAMS[language];
  execFile(program, [script, ...args], (error, stdout, stderr) => done({ failed: Boolean(error), stdout, stderr }));
});

let school;
before(() => { school = new School(); });
after(() => school.remove());

test('the frozen vectors hold', async () => {
  assert.deepEqual(vectors(), JSON.parse(readFileSync(file('vectors.json'), 'utf8')));
  for (const language of Object.keys(PROGRAMS)) {
    const { failed, stderr } = await run(language, '--vectors', file('vectors.json'));
    assert.ok(!failed, stderr);
  }
});

test('links and codes open the same in both languages', async () => {
  const files = (student) => readdirSync(join(school.out, school.ring.site(student))).length;
  const expected = { rosa: files('nia') + 1, amal: files('nia') + files('huda') + 1, sam: SOME.length + 1 };
  for (const reader of Object.keys(expected)) {
    const lists = [];
    for (const language of Object.keys(PROGRAMS)) {
      for (const by of [['--link', school.link(reader)], ['--code', school.code(reader)]]) {
        const { failed, stdout, stderr } = await run(language, school.out, ...by);
        assert.ok(!failed, `${language}, ${by}: ${stderr}`);
        lists.push(stdout);
      }
    }
    assert.deepEqual(new Set(lists).size, 1, reader);
    assert.equal(lists[0].trim().split('\n').length, expected[reader], reader);
  }
});

test('what comes out is what was sealed', async () => {
  for (const language of Object.keys(PROGRAMS)) {
    const out = join(school.folder, language);
    await run(language, school.out, '--link', school.link('rosa'), '--out', out);
    const place = join(out, school.ring.site('nia'));
    const name = (path) => school.ring.name('nia', path);
    assert.ok(readFileSync(join(place, `${name('pictures/large-picture.jpg')}.jpg`)).equals(readFileSync(PHOTO)), language);
    assert.match(readFileSync(join(place, `${name(ALBUM)}.html`), 'utf8'), /<h1>Updates<\/h1>/);
  }
});

test('every damaged object and slot is refused', async () => {
  for (const language of Object.keys(PROGRAMS)) {
    for (const by of [['--link', school.link('amal')], ['--code', school.code('amal')]]) {
      const { failed, stderr } = await run(language, school.out, ...by, '--attack', '1000');
      assert.ok(!failed, `${language}: ${stderr}`);
      assert.match(stderr, /1000 attacks, all refused/);
    }
  }
});

test('a file that was changed or swapped on the host is refused', async () => {
  const place = join(school.out, school.ring.site('nia'));
  const [one, other] = readdirSync(place).filter((name) => name !== 'index.html' && name.endsWith('.html'));
  const read = (name) => readFileSync(join(place, name), 'utf8');
  const object = (name) => /"object":"([^"]+)/.exec(read(name))[1];
  const changes = {
    'one object in the place of another': read(one).replace(object(one), object(other)),
    'a file under the name of another': read(other),
    'a character of an object': read(one).replace(object(one), (whole) => whole.slice(0, 200) + (whole[200] === 'A' ? 'B' : 'A') + whole.slice(201)),
    'another format': read(one).replace('kinfolio/1', 'kinfolio/2'),
    'an object that was cut off': read(one).replace(object(one), object(one).slice(0, -40)),
  };
  const whole = read(one);
  for (const [what, changed] of Object.entries(changes)) {
    assert.notEqual(changed, whole);
    writeFileSync(join(place, one), changed);
    for (const language of Object.keys(PROGRAMS)) {
      const { failed } = await run(language, school.out, '--link', school.link('rosa'));
      assert.ok(failed, `${what}, ${language}`);
    }
  }
  writeFileSync(join(place, one), whole);
});

test('wrong codes and links are refused', async () => {
  const code = school.code('rosa');
  const wrong = [
    ['--code', code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))], ['--code', code.slice(1)], ['--code', ''],
    ['--link', school.link('rosa').slice(0, -1)], ['--link', school.link('rosa').replace(school.ring.place('rosa'), school.ring.place('amal'))],
    ['--link', `${school.ring.place('gone')}/#${school.ring.fragment('gone')}`],
  ];
  for (const by of wrong) {
    for (const language of Object.keys(PROGRAMS)) assert.ok((await run(language, school.out, ...by)).failed, `${language}: ${by}`);
  }
});
