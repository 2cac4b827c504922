import { isRightToLeft, scriptOf, shareInScript } from '../languages.mjs';

export const name = 'head';

export function site({ students, facts, fail }) {
  for (const { pages } of students.values()) {
    const byTitle = new Map();
    for (const page of pages) {
      for (const what of problems(page, facts.get(page.file))) fail(page, what);
      const { title } = facts.get(page.file);
      if (byTitle.has(title)) fail(page, `title “${title}” is also that of ${byTitle.get(title)}`);
      else byTitle.set(title, page.file);
    }
  }
}

function* problems(page, { lang, dir, title, head, robots, referrer, viewport, scripts, passages }) {
  if (page.lang && lang !== page.lang) yield `html lang is “${lang}” in the folder of ${page.lang}`;
  if (!lang) yield 'html has no lang';
  else {
    const wanted = isRightToLeft(lang) ? 'rtl' : 'ltr';
    if (dir !== wanted) yield `html dir is “${dir}” and ${lang} is ${wanted}`;
    const own = passages.filter((passage) => passage.lang === lang).map((passage) => passage.text).join(' ');
    const share = shareInScript(own, lang);
    if (share < 0.5) yield `only ${Math.round(share * 100)}% of the text is in the script of ${lang} (${scriptOf(lang)})`;
  }
  if (!title) yield 'no title';

  const policies = head.filter((el) => el.tag === 'meta' && el.httpEquiv === 'content-security-policy');
  const [first, second] = head;
  if (!(first?.tag === 'meta' && first.charset)) yield 'the first thing in head is not the charset';
  if (policies.length !== 1 || second !== policies[0]) yield 'the policy (CSP) is not the one meta right after the charset';
  const rules = new Map((policies[0]?.content ?? '').split(';').map((rule) => rule.trim().split(/\s+/)).map(([key, ...values]) => [key, values.join(' ')]));
  for (const key of ['default-src', 'base-uri', 'form-action']) {
    if (policies.length && rules.get(key) !== "'none'") yield `CSP ${key} is “${rules.get(key) ?? ''}”, not 'none'`;
  }
  for (const [key, value] of rules) {
    if (/https?:|\*|'unsafe-eval'/.test(value) || (key.startsWith('script-src') && /unsafe-inline/.test(value))) yield `CSP ${key} allows ${value}`;
  }

  const told = (robots ?? '').toLowerCase().split(/[\s,]+/);
  for (const word of ['noindex', 'nofollow', 'noarchive']) if (!told.includes(word)) yield `robots does not say ${word}`;
  if (referrer !== 'no-referrer') yield `referrer is “${referrer ?? ''}”, not no-referrer`;
  if (!/width=device-width/.test(viewport ?? '')) yield 'viewport is not width=device-width';
  if (/user-scalable\s*=\s*(no|0)|maximum-scale/.test(viewport ?? '')) yield 'viewport forbids zoom';
  if (!head.some((el) => el.tag === 'link' && /\bicon\b/.test(el.rel))) yield 'no icon declared, so browsers ask the host for one';
  if (scripts) yield `${scripts} script element(s)`;
}
