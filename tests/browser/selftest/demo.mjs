/** The demo school as a technician publishes it, sealed, with the letters that families get. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ADDRESS = 'https://pages.cedarhollow.example';
/** One reader of two students, one whose pages are in English, and one who may open some pages only. */
const READERS = `
both: {students: [mateo, layla], language: ar}
grandmother: {students: [mateo], language: en}
club: {students: [mateo], pages: [updates, home], language: en}
`;

/** The program that was built last. */
export function findKinfolio() {
  const target = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'));
  const built = ['release', 'debug'].map((kind) => join(target, kind, 'kinfolio')).filter((place) => existsSync(place));
  const [newest] = built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const found = process.env.KINFOLIO ?? newest;
  if (!found) throw new Error(`no kinfolio in ${target}: run cargo build --release`);
  return found;
}

/** What a phone's camera reads: the black squares of the drawing, four pixels wide each. */
function readQr(svg) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)[1]);
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, long] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h/g)) {
    for (let row = y * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = x * scale; column < (Number(x) + Number(long)) * scale; column += 1) pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return jsQR(pixels, width, width).data;
}

/** What one letter tells its reader. */
function readLetter(html) {
  const plain = (part) => part.replace(/<[^>]*>/g, '');
  return {
    reader: plain(/Letter for: (.*?)<\/span>/.exec(html)[1]),
    address: plain(/class="address"[^>]*>(.*?)<\/bdi>/.exec(html)[1]),
    code: plain(/class="code"[^>]*>(.*?)<\/bdi>/.exec(html)[1]).trim(),
    link: readQr(/<svg.*?<\/svg>/s.exec(html)[0]),
  };
}

/** What the letters in a folder tell their readers, by reader. */
export function readLetters(folder) {
  const letters = readdirSync(folder).filter((name) => name.startsWith('letter-')).map((name) => readLetter(readFileSync(join(folder, name), 'utf8')));
  return new Map(letters.map(({ reader, ...letter }) => [reader, letter]));
}

export class Demo {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'kinfolio-demo-'));
    const at = (name) => join(this.folder, name);
    const school = at('school');
    cpSync(join(ROOT, 'content'), school, { recursive: true });
    writeFileSync(join(school, 'families.yaml'), READERS);
    const program = findKinfolio();
    const kinfolio = (...args) => execFileSync(program, args, { env: { ...process.env, XDG_CONFIG_HOME: at('config') }, stdio: ['ignore', 'ignore', 'pipe'] });
    this.out = at('public');
    kinfolio('keys', 'init', school);
    kinfolio('build', school, '--to', this.out, '--work', at('state'));
    kinfolio('letters', school, '--to', at('letters'));
    this.letters = readLetters(at('letters'));
  }

  /** The letter of a reader, as if the school's pages were at `origin`. */
  letter(reader, origin) {
    const { code, address, link } = this.letters.get(reader);
    const here = (url) => {
      if (!url.startsWith(`${ADDRESS}/`)) throw new Error(`${url} is not an address of the school`);
      return origin + url.slice(ADDRESS.length);
    };
    return { code, address: here(address), link: here(link) };
  }

  remove() { rmSync(this.folder, { recursive: true }); }
}
