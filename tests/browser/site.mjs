import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const REFRESH = /<meta\s[^>]*http-equiv=["']?refresh["']?[^>]*>/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * Every page on disk below `folder`: DIR/<student>/index.html chooses the language, DIR/<student>/<lang>/… is the site.
 * `student` is '' for a page beside the students, `lang` is null for a page that is in no language's folder.
 */
export function readSite(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  const files = htmlFiles(folder);
  const pages = files.map((file) => {
    const parts = file.split('/');
    const student = parts.length > 1 ? parts[0] : '';
    const lang = parts.length > 2 && LANGUAGE.test(parts[1]) ? parts[1] : null;
    const bytes = readFileSync(join(folder, file));
    return { file, student, lang, within: parts.slice(lang ? 2 : 1).join('/'), bytes, refresh: refreshOf(bytes.toString('utf8')) };
  });
  const students = new Map();
  for (const page of pages) {
    const site = students.get(page.student) ?? { pages: [], languages: new Set() };
    students.set(page.student, site);
    site.pages.push(page);
    if (page.lang) site.languages.add(page.lang);
  }
  return { folder, pages, students, byFile: new Map(pages.map((page) => [page.file, page])), has: (file) => isFile(join(folder, file)) };
}

function htmlFiles(folder, below = folder) {
  return readdirSync(below, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return htmlFiles(folder, path);
      return /\.html?$/i.test(entry.name) ? [relative(folder, path).split(sep).join('/')] : [];
    });
}

const isFile = (path) => existsSync(path) && statSync(path).isFile();

function refreshOf(html) {
  const content = html.match(REFRESH)?.[0].match(/content=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i);
  if (!content) return null;
  const [delay, target] = (content[1] ?? content[2] ?? content[3]).split(/[;,]\s*url\s*=\s*/i);
  return { delay: Number(delay), target: target?.replace(/^['"]|['"]$/g, '') ?? '' };
}

/** Where a link of `page` leads, as the path of a file of the site, or why it leads nowhere good. */
export function resolveLink(site, page, href) {
  const scheme = href.match(/^([a-z][a-z0-9+.-]*):/i)?.[1].toLowerCase();
  if (scheme) return ['https', 'mailto', 'tel', 'sms'].includes(scheme) ? { outside: true } : { wrong: `link by ${scheme}:` };
  if (href.startsWith('/')) return { wrong: 'link from the root of the host, which breaks in a subfolder' };
  const [path, fragment] = href.split('#');
  if (path.includes('?')) return { wrong: 'link with a query' };
  const file = path === '' ? page.file : join(dirname(page.file), decodeURIComponent(path)).split(sep).join('/');
  if (file.startsWith('..') || file.split('/')[0] !== page.file.split('/')[0]) return { wrong: "link out of the student's folder" };
  if (!site.has(file)) return { wrong: path.endsWith('/') || path === '.' ? 'link to a folder, not to its index.html' : 'link to a file that is not there' };
  return { file, fragment: fragment && decodeURIComponent(fragment) };
}
