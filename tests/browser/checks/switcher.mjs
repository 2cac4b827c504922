import { ownName } from '../languages.mjs';
import { resolveLink } from '../site.mjs';

export const name = 'switcher';

export function site({ site, students, facts, fail }) {
  for (const [student, { pages, languages }] of students) {
    if (languages.size && !site.has(`${student}/index.html`)) {
      fail(pages[0], `no ${student}/index.html to choose the language`);
    }
    for (const page of pages) {
      const isChoice = !page.lang && page.within === 'index.html';
      if (!page.lang && !isChoice) continue;
      const offered = facts.get(page.file).links.filter((link) => link.hreflang);
      for (const link of offered) {
        if (link.lang !== link.hreflang) fail(page, `link to ${link.hreflang} has lang “${link.lang ?? ''}”`);
        const named = ownName(link.hreflang);
        if (named && !link.text.toLowerCase().includes(named)) fail(page, `link to ${link.hreflang} says “${link.text}”, not “${named}”`);
        const { file } = resolveLink(site, page, link.href);
        const target = file && facts.get(file);
        if (!target) continue; // a dead link is reported by the check of links
        if (target.lang !== link.hreflang) fail(page, `link to ${link.hreflang} leads to a page in “${target.lang}”`);
        if (page.lang && site.byFile.get(file).within !== page.within) fail(page, `link to ${link.hreflang} leads to another page: ${link.href}`);
        if (page.lang && file !== page.file && !leadsBack(site, facts, site.byFile.get(file), page)) {
          fail(page, `the page in ${link.hreflang} has no link back`);
        }
      }
      for (const lang of languages) {
        if (lang !== page.lang && !offered.some((link) => link.hreflang === lang)) fail(page, `no link to ${lang}`);
      }
    }
  }
}

function leadsBack(site, facts, from, to) {
  return facts.get(from.file).links.some((link) => link.hreflang === to.lang && resolveLink(site, from, link.href).file === to.file);
}
