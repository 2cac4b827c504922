/** A small sealed school: the pages of the golden sites, two photos, and four readers. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sealSchool } from './seal.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PHOTO = join(ROOT, 'content/students/mateo/files/bat-page.jpg');
const [SMALL, LARGE] = ['small-picture.jpg', 'large-picture.jpg'];
export const ALT = 'A page about bats in two colors';
/** The page with pictures, one of them far below the first screen, and the pages that one reader may see. */
export const ALBUM = 'en/updates/index.html';
export const SOME = ['en/index.html', 'en/team/index.html'];

export const SCHOOL = {
  root: '07'.repeat(32),
  phone: '555-0162',
  readers: {
    rosa: { languages: ['en'], start: { nia: 'en/index.html' } },
    amal: { languages: ['ar', 'en', 'es', 'vi'] },
    sam: { languages: ['en'] },
    gone: { languages: ['en'], closed: true },
  },
};

export class School {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'kinfolio-sealed-'));
    this.out = join(this.folder, 'host');
    for (const student of ['nia', 'huda']) cpSync(join(ROOT, 'tests/golden/sites', student), join(this.folder, student), { recursive: true });
    mkdirSync(join(this.folder, 'nia/pictures'));
    for (const name of [SMALL, LARGE]) cpSync(PHOTO, join(this.folder, 'nia/pictures', name));
    const picture = `<figure class="picture"><img src="../../pictures/${LARGE}" srcset="../../pictures/${SMALL} 480w, ../../pictures/${LARGE} 960w" sizes="100vw" width="960" height="720" alt="${ALT}" decoding="async"></figure>`;
    this.edit('nia', ALBUM, (html) => html.replace('</main>', `${picture}<div>${'<p>More.</p>'.repeat(150)}</div>${picture}</main>`));
    this.seal();
  }

  edit(student, path, change) {
    const file = join(this.folder, student, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  /** Publishes everything again, after `turns` of keys. */
  seal(turns = {}) {
    const students = {
      nia: { pages: join(this.folder, 'nia'), readers: ['rosa', 'amal', 'sam'], some: { sam: SOME } },
      huda: { pages: join(this.folder, 'huda'), readers: ['amal'] },
    };
    const style = readFileSync(join(ROOT, 'themes/default/theme.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    this.ring = sealSchool({ ...SCHOOL, students, style, turns }, this.out);
  }

  /** The address of a reader's place, below the origin. */
  place(reader) { return `${this.ring.place(reader)}/index.html`; }
  link(reader) { return `${this.ring.place(reader)}/#${this.ring.fragment(reader)}`; }
  code(reader) { return this.ring.writtenCode(reader); }
  page(student, path) { return `${this.ring.site(student)}/${this.ring.name(student, path)}.html`; }
  remove() { rmSync(this.folder, { recursive: true }); }
}
