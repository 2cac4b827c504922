import { digitSystems, foreignRun, strayWords } from '../languages.mjs';

export const name = 'words';

export function site({ site, facts, fail }) {
  for (const page of site.pages) {
    const { lang: pageLang, passages } = facts.get(page.file);
    const digits = new Map();
    for (const { lang, text, where, inName } of passages) {
      if (lang === pageLang) for (const [system, digit] of digitSystems(text)) digits.set(system, digits.get(system) ?? `${digit} in ${where}`);
      const run = foreignRun(text, lang, { proper: inName });
      if (run) fail(page, `“${run}” is not in the script of ${lang} and not marked with its lang: ${where}`);
      const stray = strayWords(text, lang);
      if (stray) fail(page, `reads like ${stray.lang} (${stray.words.join(', ')}) and is marked ${lang}: ${where}`);
    }
    if (digits.size > 1) fail(page, `more than one kind of digits: ${[...digits.values()].join('; ')}`);
  }
}
