import { resolveLink } from '../site.mjs';

export const name = 'links';

export function site({ site, students, facts, fail }) {
  for (const { pages } of students.values()) {
    const reached = new Set();
    for (const page of pages) {
      const { links, sources } = facts.get(page.file);
      const follow = (href, what) => {
        const { wrong, file, fragment } = resolveLink(site, page, href);
        if (wrong) return fail(page, `${wrong}: ${what}`);
        if (!file) return undefined;
        if (file !== page.file) reached.add(file);
        if (/\.html?$/i.test(file) && !file.endsWith('index.html')) fail(page, `link to a page that is not an index.html: ${what}`);
        const target = facts.get(file);
        if (fragment && target && !target.ids.includes(fragment)) fail(page, `link to #${fragment}, which is not there: ${what}`);
        return undefined;
      };
      for (const { href, label } of links) follow(href, `${label} ${href}`);
      for (const { tag, at } of sources) {
        if (/^data:/i.test(at)) continue;
        if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(at)) fail(page, `${tag} from elsewhere: ${at}`);
        else follow(at, `${tag} ${at}`);
      }
      if (page.refresh) {
        if (page.refresh.delay !== 0) fail(page, `sends the reader on after ${page.refresh.delay} seconds: only 0 is not a surprise`);
        follow(page.refresh.target, `refresh ${page.refresh.target}`);
      }
    }
    for (const page of pages) {
      if (page.within !== 'index.html' && pages.length > 1 && !reached.has(page.file)) fail(page, 'no page links here');
    }
  }
}

/** A page that sends the reader on gets there in a real browser, under its own policy. */
export async function page({ page, site, visitMoving, fail }) {
  if (page.refresh?.delay !== 0) return;
  const { file } = resolveLink(site, page, page.refresh.target);
  if (!file) return;
  const arrived = await visitMoving(page.file, file);
  if (!arrived) fail(`does not send the reader on to ${page.refresh.target}`);
}
