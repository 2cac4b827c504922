/**
 * Opens sealed pages with the Web Cryptography API, as a browser would. Written from
 * docs/sealed-format.md; shares no code with the sealer or the opener.
 *
 *   node open.mjs FOLDER --link LINK | --code CODE [--out FOLDER] [--attack N]
 *   node open.mjs --vectors vectors.json
 *
 * Opens, checks, and lists everything that the link or the code may open. --attack damages N objects
 * and slots, and demands that each is refused. Ends with an error at the first thing that is wrong.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { inflateRawSync } from 'node:zlib';

const { subtle } = webcrypto;
const FORMAT = 'kinfolio/1';
const KINDS = { 1: ['page', 'html'], 2: ['picture', 'jpg'], 3: ['reader', 'json'] };
const DAMM = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

class Refused extends Error {}
const demand = (holds, what) => { if (!holds) throw new Refused(what); };
const same = (found, expected, what) => demand(JSON.stringify(found) === JSON.stringify(expected), `${what}: ${found} is not ${expected}`);

const bytes = (text) => new TextEncoder().encode(text);
const fromBase64 = (text) => Uint8Array.from(Buffer.from(text, 'base64'));
const fromHex = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (data) => Buffer.from(data).toString('hex');

function fields(...parts) {
  const out = [];
  for (const part of parts) {
    const data = typeof part === 'string' ? bytes(part) : part;
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, data.length);
    out.push(...new Uint8Array(length.buffer), ...data);
  }
  return Uint8Array.from(out);
}

async function derive(key, info, length = 32) {
  const base = await subtle.importKey('raw', key, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, base, length * 8));
}

async function mac(key, data) {
  const hmac = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', hmac, data));
}

function base32(data) {
  let value = data.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) << 2n;
  let out = '';
  for (let i = 0; i < 26; i += 1, value >>= 5n) out = 'abcdefghijklmnopqrstuvwxyz234567'[Number(value & 31n)] + out;
  return out;
}

async function unseal(key, about, data) {
  demand(data.length > 28, 'too short');
  const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  let plain;
  try {
    plain = new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: data.slice(0, 12), additionalData: about }, aes, data.slice(12)));
  } catch {
    throw new Refused('does not open');
  }
  const nonce = await mac(await derive(key, fields(`${FORMAT} nonce`)), Uint8Array.from([...about, ...plain]));
  same(hex(data.slice(0, 12)), hex(nonce.slice(0, 12)), 'nonce');
  return plain;
}

function padded(length) {
  const least = Math.max(length, 256);
  const e = 31 - Math.clz32(least);
  const low = e - (32 - Math.clz32(e));
  return ((least + (1 << low) - 1) >> low) << low;
}

function contentOf(plain) {
  const length = new DataView(plain.buffer).getUint32(1);
  demand(5 + length <= plain.length, 'the length is wrong');
  demand(plain.length === padded(5 + length), 'the padding has the wrong length');
  demand(plain.subarray(5 + length).every((byte) => !byte), 'the padding is not zeros');
  const content = plain.subarray(5, 5 + length);
  demand(KINDS[plain[0]], `kind ${plain[0]} is unknown`);
  if (plain[0] !== 2) return [plain[0], inflateRawSync(content)];
  demand(content[0] === 0xff && content[1] === 0xd8, 'a picture is not a JPEG');
  return [2, content];
}

async function openObject(keys, school, place, name, data) {
  const key = keys.key ? await derive(fromBase64(keys.key), fields(`${FORMAT} object`, name)) : keys.objects[name] && fromBase64(keys.objects[name]);
  demand(key, 'no key for this object');
  return contentOf(await unseal(key, fields(FORMAT, school, place, name), data));
}

/** Western, Arabic, Persian, Devanagari, and Bengali digits. */
function readCode(text) {
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
  const digits = Array.from(text).flatMap((char) => zeros.map((zero) => char.codePointAt(0) - zero).filter((digit) => digit >= 0 && digit < 10));
  demand(digits.length === 30, `a code has 30 digits, and this has ${digits.length}`);
  let out = '';
  for (let group = 0; group < 6; group += 1) {
    const five = digits.slice(group * 5, group * 5 + 5);
    const check = [group + 1, ...five.slice(0, 4)].reduce((at, digit) => Number(DAMM[at][digit]), 0);
    demand(check === five[4], `group ${group + 1} is wrong`);
    out += five.slice(0, 4).join('');
  }
  return out;
}

async function readLink(text) {
  let link = text;
  for (let i = 0; i < 3; i += 1) link = decodeURIComponent(link);
  const [, place, secret, check] = link.match(/([a-z2-7]{26})\/(?:index\.html)?#1\.([\w-]{22})([\w-]{2})/) ?? [];
  demand(place, 'the link is cut off');
  const raw = Uint8Array.from(Buffer.from(secret, 'base64url'));
  const digest = Buffer.from(await subtle.digest('SHA-256', fields(`${FORMAT} link check`, raw))).toString('base64url');
  same(check, digest.slice(0, 2), 'check of the link');
  return [place, raw];
}

const linkSlot = async (school, place, secret, slot) =>
  unseal(await derive(secret, fields(`${FORMAT} link slot`, place)), fields(FORMAT, school, place, 'link'), slot);
const codeSlot = async (school, place, rounds, stretched, slot) =>
  unseal(await derive(stretched, fields(`${FORMAT} code slot`, place)), fields(FORMAT, school, place, 'code', String(rounds)), slot);

async function stretch(code, salt, rounds) {
  demand(rounds >= 100_000 && rounds <= 5_000_000, 'the number of rounds is not acceptable');
  const base = await subtle.importKey('raw', bytes(code), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, base, 256));
}

async function dataOf(folder, place, file) {
  const [, json] = (await readFile(join(folder, place, file), 'utf8')).match(/<script type="application\/json" id="sealed">(.*?)<\/script>/s) ?? [];
  demand(json, `${place}/${file}: no data`);
  const data = JSON.parse(json);
  same([data.format, data.place, data.name], [FORMAT, place, parse(file).name], `${place}/${file}`);
  demand((file === 'index.html' ? ['reader', 'site', 'closed'] : ['page']).includes(data.role), `${place}/${file}: another role`);
  return data;
}

/** The slot that opens: its place, how it is opened, and what it holds. */
async function unlock(places, { link, code }) {
  if (link) {
    const [place, secret] = await readLink(link);
    demand(places[place]?.role === 'reader', 'the link leads to no reader here');
    const again = (at, slot) => linkSlot(places[place].school, at, secret, slot);
    const slot = fromBase64(places[place].link);
    return { place, slot, again, plain: await again(place, slot) };
  }
  const digits = readCode(code ?? '');
  const known = new Map();
  for (const [place, { school, salt, rounds, codes = [] }] of Object.entries(places)) {
    for (const slot of codes.map(fromBase64)) {
      if (!known.has(salt)) known.set(salt, await stretch(digits, fromBase64(salt), rounds));
      const again = (at, bad, other = rounds) => codeSlot(school, at, other, known.get(salt), bad);
      const plain = await again(place, slot).catch(() => null);
      if (plain) return { place, slot, again, plain };
    }
  }
  throw new Refused('nothing opens');
}

/** Everything that the reader may open. */
async function openAll(folder, places, { plain }) {
  const reader = base32(plain.slice(0, 16));
  const { school, object } = places[reader];
  const found = [];
  const open = async (keys, place, name, data, expected) => {
    const [kind, content] = await openObject(keys, school, place, name, data);
    same(KINDS[kind][0], expected, `kind of ${place}/${name}`);
    found.push({ keys, school, place, name, data, kind, content });
    return content;
  };
  const { sites } = JSON.parse(await open({ key: Buffer.from(plain.slice(16)).toString('base64') }, reader, 'index', fromBase64(object), 'reader'));
  for (const [place, keys] of Object.entries(sites)) {
    const files = (await readdir(join(folder, place))).sort();
    demand(files.includes(keys.start), `${place}: starts with ${keys.start}, which is missing`);
    for (const file of files) {
      const { name, ext } = parse(file);
      if (keys.objects && !keys.objects[name]) continue;
      if (ext === '.bin') await open(keys, place, name, Uint8Array.from(await readFile(join(folder, place, file))), 'picture');
      else await open(keys, place, name, fromBase64((await dataOf(folder, place, file)).object), 'page');
    }
  }
  return found;
}

const upTo = (count) => webcrypto.getRandomValues(new Uint32Array(1))[0] % count;
const oneOf = (list) => list[upTo(list.length)];
function flipped(data) {
  const bad = Uint8Array.from(data);
  bad[upTo(bad.length)] ^= 1 << upTo(8);
  return bad;
}

async function attack(objects, slot, count) {
  const others = (key, value) => [...new Set(objects.map((one) => one[key])), 'b'.repeat(26)].filter((one) => one !== value);
  const ways = {
    bit: (one) => openObject(one.keys, one.school, one.place, one.name, flipped(one.data)),
    cut: (one) => openObject(one.keys, one.school, one.place, one.name, one.data.slice(0, upTo(one.data.length))),
    longer: (one) => openObject(one.keys, one.school, one.place, one.name, Uint8Array.from([...one.data, ...new Uint8Array(1 + upTo(64))])),
    name: (one) => openObject(one.keys, one.school, one.place, oneOf(others('name', one.name)), one.data),
    place: (one) => openObject(one.keys, one.school, oneOf(others('place', one.place)), one.name, one.data),
    school: (one) => openObject(one.keys, 'c'.repeat(26), one.place, one.name, one.data),
    'bit of a slot': () => slot.again(slot.place, flipped(slot.slot)),
    'place of a slot': () => slot.again(oneOf(others('place', slot.place)), slot.slot),
  };
  for (let i = 0; i < count; i += 1) {
    const [way, run] = oneOf(Object.entries(ways));
    const one = oneOf(objects);
    const refused = await run(one).then(() => false, (error) => { if (error instanceof Refused) return true; throw error; });
    if (!refused) throw new Error(`attack ${i} (${way}) on ${one.place}/${one.name} was not noticed`);
  }
}

async function checkVectors(file) {
  const frozen = JSON.parse(await readFile(file, 'utf8'));
  const of = (what, parts, length) => derive(fromHex(frozen.root), fields(`${FORMAT} ${what}`, ...parts), length);
  const school = base32(await of('school', [], 16));
  const salt = await of('salt', [], 16);
  const site = base32(await of('site folder', [frozen.student], 16));
  const namesKey = await of('names', [frozen.student, '0']);
  const name = base32((await mac(namesKey, bytes(frozen.path))).slice(0, 16));
  const turns = frozen.readers.map(({ reader }) => reader).sort().flatMap((reader) => [reader, '0']);
  const siteKey = await of('site', [frozen.student, '0', ...turns]);
  const objectKey = await derive(siteKey, fields(`${FORMAT} object`, name));
  const plain = await unseal(objectKey, fields(FORMAT, school, site, name), fromBase64(frozen.object));
  same({ school, salt: hex(salt), site, namesKey: hex(namesKey), name, siteKey: hex(siteKey), objectKey: hex(objectKey), plaintext: hex(plain) },
    (({ school: a, salt: b, site: c, namesKey: d, name: e, siteKey: f, objectKey: g, plaintext: h }) => ({ school: a, salt: b, site: c, namesKey: d, name: e, siteKey: f, objectKey: g, plaintext: h }))(frozen), 'keys');
  same(contentOf(plain)[1].toString('utf8'), frozen.content, 'content');
  same(frozen.padded.map(([length]) => padded(length)), frozen.padded.map(([, expected]) => expected), 'padded lengths');
  for (const one of frozen.readers) {
    const place = base32(await of('reader folder', [one.reader], 16));
    const key = await of('reader', [one.reader, '0']);
    const raw = new DataView((await of('code', [one.reader, '0'], 48)).buffer);
    const digits = [0, 8, 16, 24, 32, 40].map((at) => String(raw.getBigUint64(at) % 10_000n).padStart(4, '0')).join('');
    const secret = await of('link', [one.reader, '0'], 16);
    same([place, hex(key), digits, hex(secret)], [one.place, one.key, one.digits, one.secret], one.reader);
    same(readCode(one.code), digits, `code of ${one.reader}`);
    same((await readLink(one.link)).map(String), [place, String(secret)], `link of ${one.reader}`);
    const stretched = await stretch(digits, salt, frozen.rounds);
    same(hex(stretched), one.stretched, `stretched code of ${one.reader}`);
    for (const inside of [
      await linkSlot(school, place, secret, fromBase64(one.linkSlot)),
      await codeSlot(school, place, frozen.rounds, stretched, fromBase64(one.codeSlot)),
      await codeSlot(school, site, frozen.rounds, stretched, fromBase64(one.codeSlotOfSite)),
    ]) same([base32(inside.slice(0, 16)), hex(inside.slice(16))], [place, one.key], `slot of ${one.reader}`);
  }
  console.log(`vectors: all as frozen, ${frozen.readers.length} readers`);
}

async function main() {
  const text = { type: 'string' };
  const { values, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { link: text, code: text, out: text, attack: text, vectors: text } });
  if (values.vectors) await checkVectors(values.vectors);
  if (!folder) return;
  const places = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (/^[a-z2-7]{26}$/.test(entry.name)) places[entry.name] = await dataOf(folder, entry.name, 'index.html');
  }
  const slot = await unlock(places, values);
  const objects = await openAll(folder, places, slot);
  for (const { place, name, data, kind, content } of objects) {
    const digest = hex(new Uint8Array(await subtle.digest('SHA-256', content)));
    console.log(`${place}/${name}\t${KINDS[kind][0]}\t${data.length}\t${digest}`);
    if (!values.out) continue;
    await mkdir(join(values.out, place), { recursive: true });
    await writeFile(join(values.out, place, `${name}.${KINDS[kind][1]}`), content);
  }
  if (values.attack) {
    await attack(objects, slot, Number(values.attack));
    console.error(`${values.attack} attacks, all refused`);
  }
}

main().catch((error) => {
  console.error(error instanceof Refused ? `refused: ${error.message}` : error);
  process.exitCode = 1;
});
