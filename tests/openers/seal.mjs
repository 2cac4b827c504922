/**
 * Seals folders of plain pages, for tests only, as docs/sealed-format.md says. The opener's tests run
 * on what it makes, and it writes the frozen vectors that every other program has to agree with.
 *
 *   node seal.mjs SCHOOL.json OUT     a school: {"root": hex, "phone": number, "readers": {name: {"languages": […]}},
 *                                     "students": {folder: {"pages": folder on disk, "readers": […]}}}
 *   node seal.mjs --vectors FILE      write the vectors again
 */
import { createCipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { controls, lockPage } from './lock.mjs';

const FORMAT = 'kinfolio/1';
export const ROUNDS = 600_000;
const DAMM = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export function fields(...parts) {
  return Buffer.concat(parts.flatMap((part) => {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  }));
}
export const derive = (key, info, length = 32) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, length));
const mac = (key, data) => createHmac('sha256', key).update(data).digest();

export function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}
function fromBase32(text) {
  const bits = [...text].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
}

export function padded(length) {
  const least = Math.max(length, 256);
  const e = Math.floor(Math.log2(least));
  const step = 2 ** (e - (Math.floor(Math.log2(e)) + 1));
  return Math.ceil(least / step) * step;
}

/** Encrypts so that the same plaintext gives the same bytes. */
function lockBytes(key, about, plaintext) {
  const nonce = mac(derive(key, fields(`${FORMAT} nonce`)), Buffer.concat([about, plaintext])).subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

export const KIND = { page: 1, picture: 2, reader: 3 };
export function plaintext(kind, content) {
  const bytes = kind === KIND.picture ? content : deflateRawSync(content, { level: 9 });
  const out = Buffer.alloc(padded(5 + bytes.length));
  out.writeUInt8(kind, 0);
  out.writeUInt32BE(bytes.length, 1);
  bytes.copy(out, 5);
  return out;
}

/** Each takes a fifth of a second. */
const STRETCHED = new Map();

/** Everything that follows from the root of a school. */
export class Keyring {
  constructor(root, turns = {}) {
    this.root = Buffer.from(root, 'hex');
    this.turns = turns;
    this.school = base32(this.of('school', [], 16));
    this.salt = this.of('salt', [], 16);
  }
  of(what, parts, length) { return derive(this.root, fields(`${FORMAT} ${what}`, ...parts), length); }
  turn(name) { return String(this.turns[name] ?? 0); }
  site(student) { return base32(this.of('site folder', [student], 16)); }
  namesKey(student) { return this.of('names', [student, this.turn(student)]); }
  name(student, path) { return path === 'index.html' ? 'index' : base32(mac(this.namesKey(student), path).subarray(0, 16)); }
  siteKey(student, readers) {
    const sorted = [...readers].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return this.of('site', [student, this.turn(student), ...sorted.flatMap((reader) => [reader, this.turn(reader)])]);
  }
  place(reader) { return base32(this.of('reader folder', [reader], 16)); }
  readerKey(reader) { return this.of('reader', [reader, this.turn(reader)]); }
  /** 24 digits. */
  code(reader) {
    const bytes = this.of('code', [reader, this.turn(reader)], 48);
    return [0, 1, 2, 3, 4, 5].map((i) => String(bytes.readBigUInt64BE(i * 8) % 10_000n).padStart(4, '0')).join('');
  }
  /** Six groups of five, as in the letter. */
  writtenCode(reader) {
    return this.code(reader).match(/.{4}/g).map((four, i) => four + [i + 1, ...four].reduce((check, digit) => DAMM[check][digit], 0)).join(' ');
  }
  secret(reader) { return this.of('link', [reader, this.turn(reader)], 16); }
  fragment(reader) {
    const secret = this.secret(reader);
    const check = createHash('sha256').update(fields(`${FORMAT} link check`, secret)).digest('base64url').slice(0, 2);
    return `1.${secret.toString('base64url')}${check}`;
  }
  objectKey(key, name) { return derive(key, fields(`${FORMAT} object`, name)); }
  object(key, place, name, plain) { return lockBytes(this.objectKey(key, name), fields(FORMAT, this.school, place, name), plain); }
  slotContent(reader) { return Buffer.concat([fromBase32(this.place(reader)), this.readerKey(reader)]); }
  stretched(reader) {
    const code = this.code(reader);
    const key = `${this.school} ${code}`;
    if (!STRETCHED.has(key)) STRETCHED.set(key, pbkdf2Sync(code, this.salt, ROUNDS, 32, 'sha256'));
    return STRETCHED.get(key);
  }
  codeSlot(place, reader) {
    return lockBytes(derive(this.stretched(reader), fields(`${FORMAT} code slot`, place)), fields(FORMAT, this.school, place, 'code', String(ROUNDS)), this.slotContent(reader));
  }
  linkSlot(reader) {
    const place = this.place(reader);
    return lockBytes(derive(this.secret(reader), fields(`${FORMAT} link slot`, place)), fields(FORMAT, this.school, place, 'link'), this.slotContent(reader));
  }
  /** The slots of a site's first page: at least four, in multiples of four. */
  slots(student, readers) {
    const place = this.site(student);
    const slots = readers.map((reader) => this.codeSlot(place, reader));
    const random = () => derive(this.siteKey(student, readers), fields('a slot for nobody', String(slots.length)), 76);
    while (!slots.length || slots.length % 4) slots.push(random());
    return slots.sort(Buffer.compare).map((slot) => slot.toString('base64'));
  }
}

/** A page whose links and pictures lead to the sealed names. */
function withSealedNames(html, path, nameOf) {
  const sealed = (address) => {
    if (/^(#|[a-z]+:)/i.test(address)) return address;
    const [, file, part] = address.match(/^([^#]*)(#.*)?$/);
    const target = join(dirname(path), file);
    return `${nameOf(target)}.${target.endsWith('.html') ? 'html' : 'bin'}${part ?? ''}`;
  };
  return html
    .replace(/( (?:href|src)=")([^"]+)(")/g, (_, before, address, after) => before + sealed(address) + after)
    .replace(/( srcset=")([^"]+)(")/g, (_, before, list, after) => before + list.split(', ').map((one) => one.replace(/^\S+/, sealed)).join(', ') + after)
    .replace(/(content="0; url=)([^"]+)(")/, (_, before, address, after) => before + sealed(address) + after);
}

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));

/** Writes the places of a school below `out`. Returns its keyring. */
export function sealSchool({ root, turns, readers, students, phone, style }, out) {
  const ring = new Keyring(root, turns);
  const write = (place, file, bytes) => {
    mkdirSync(join(out, place), { recursive: true });
    writeFileSync(join(out, place, file), bytes);
  };
  const common = { format: FORMAT, school: ring.school };
  const ofReader = Object.fromEntries(Object.keys(readers).map((reader) => [reader, {}]));
  for (const [student, { pages, readers: names, some }] of Object.entries(students)) {
    const place = ring.site(student);
    const key = ring.siteKey(student, names);
    const languages = [...new Set(names.flatMap((reader) => readers[reader].languages))];
    const nameOf = (path) => ring.name(student, path);
    for (const path of filesIn(pages)) {
      const name = nameOf(path);
      const bytes = readFileSync(join(pages, path));
      if (!path.endsWith('.html')) {
        write(place, `${name}.bin`, ring.object(key, place, name, plaintext(KIND.picture, bytes)));
        continue;
      }
      const lang = /<html lang="(\w+)/.exec(bytes)[1];
      let html = withSealedNames(bytes.toString('utf8'), path, nameOf).replace(/<style>[^]*?<\/style>/, () => `<style>${style ?? ''}</style>`);
      html = html.replace(/(<\/footer>\s*)?<\/body>/, (end) => controls(lang) + end);
      const data = { ...common, place, name, role: name === 'index' ? 'site' : 'page' };
      if (name === 'index') Object.assign(data, { salt: ring.salt.toString('base64'), rounds: ROUNDS, codes: ring.slots(student, names) });
      data.object = ring.object(key, place, name, plaintext(KIND.page, Buffer.from(html))).toString('base64');
      write(place, `${name}.html`, lockPage(data, languages, phone));
    }
    for (const reader of names) {
      const allowed = some?.[reader];
      const start = readers[reader].start?.[student] ?? 'index.html';
      ofReader[reader][place] = allowed
        ? { objects: Object.fromEntries(allowed.map(nameOf).map((name) => [name, ring.objectKey(key, name).toString('base64')])), start: `${nameOf(allowed[0])}.html` }
        : { key: key.toString('base64'), start: `${nameOf(start)}.html` };
    }
  }
  for (const [reader, { languages, closed, hub }] of Object.entries(readers)) {
    const place = ring.place(reader);
    if (closed) {
      write(place, 'index.html', lockPage({ ...common, place, name: 'index', role: 'closed' }, languages, phone));
      continue;
    }
    const links = Object.entries(ofReader[reader]).map(([site, { start }]) => `<li><a href="../${site}/${start}">${hub?.[site] ?? 'A student'}</a></li>`).join('');
    const page = `<!doctype html><html lang="${languages[0]}" dir="${languages[0] === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Students</title><style>${style ?? ''}</style></head><body><main id="main"><h1>Students</h1><ul class="choose">${links}</ul></main><footer>${controls(languages[0])}</footer></body></html>`;
    const opened = JSON.stringify({ page, sites: ofReader[reader] });
    const data = { ...common, place, name: 'index', role: 'reader', salt: ring.salt.toString('base64'), rounds: ROUNDS };
    data.codes = [ring.codeSlot(place, reader).toString('base64')];
    data.link = ring.linkSlot(reader).toString('base64');
    data.object = ring.object(ring.readerKey(reader), place, 'index', plaintext(KIND.reader, Buffer.from(opened))).toString('base64');
    write(place, 'index.html', lockPage(data, languages, phone));
  }
  return ring;
}

/** Values that every program has to find from the same root. */
export function vectors() {
  const root = Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('hex');
  const [student, readers, path] = ['mateo', ['rosa', 'carlos'], 'es/goals/reading-aloud/index.html'];
  const ring = new Keyring(root);
  const site = ring.site(student);
  const key = ring.siteKey(student, readers);
  const name = ring.name(student, path);
  // Stored, not compressed: programs compress differently, and the object has to be the same.
  const html = Buffer.from('<!doctype html><html lang="es"><title>Metas</title><h1>Metas</h1></html>');
  const stored = Buffer.concat([Buffer.from([1, html.length & 255, html.length >> 8, ~html.length & 255, (~html.length >> 8) & 255]), html]);
  const plain = Buffer.alloc(padded(5 + stored.length));
  plain.writeUInt8(KIND.page, 0);
  plain.writeUInt32BE(stored.length, 1);
  stored.copy(plain, 5);
  const ofReader = (reader) => ({
    reader,
    place: ring.place(reader),
    key: ring.readerKey(reader).toString('hex'),
    digits: ring.code(reader),
    code: ring.writtenCode(reader),
    secret: ring.secret(reader).toString('hex'),
    link: `${ring.place(reader)}/#${ring.fragment(reader)}`,
    stretched: ring.stretched(reader).toString('hex'),
    codeSlot: ring.codeSlot(ring.place(reader), reader).toString('base64'),
    codeSlotOfSite: ring.codeSlot(site, reader).toString('base64'),
    linkSlot: ring.linkSlot(reader).toString('base64'),
  });
  return {
    about: 'Frozen: docs/sealed-format.md promises that these never change. `turn` is 0 everywhere.',
    root,
    school: ring.school,
    salt: ring.salt.toString('hex'),
    rounds: ROUNDS,
    student,
    path,
    site,
    namesKey: ring.namesKey(student).toString('hex'),
    siteKey: key.toString('hex'),
    name,
    objectKey: ring.objectKey(key, name).toString('hex'),
    content: html.toString('utf8'),
    plaintext: plain.toString('hex'),
    object: ring.object(key, site, name, plain).toString('base64'),
    padded: [1, 255, 256, 257, 300, 1000, 4097, 65_537, 1_000_000].map((length) => [length, padded(length)]),
    readers: readers.map(ofReader),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , first, second] = process.argv;
  if (!second) throw new Error('node seal.mjs SCHOOL.json OUT, or node seal.mjs --vectors FILE');
  if (first === '--vectors') writeFileSync(second, `${JSON.stringify(vectors(), null, 2)}\n`);
  else {
    const school = JSON.parse(readFileSync(first, 'utf8'));
    const ring = sealSchool(school, second);
    for (const reader of Object.keys(school.readers)) console.log(`${reader}: ${ring.place(reader)}/#${ring.fragment(reader)}   ${ring.writtenCode(reader)}`);
  }
}
