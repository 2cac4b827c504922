const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand']);
const SCRIPTS = {
  Hans: ['Han'], Hant: ['Han'], Jpan: ['Han', 'Hiragana', 'Katakana'], Kore: ['Hangul', 'Han'],
};
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

// Words that are frequent in one of these languages and rare in the others.
const FREQUENT = {
  en: 'the and of with for that this was were you your they their from have will what when where which about should would is are she his her how we been can not by or if it',
  es: 'el los las que para una está están también pero cuando como por del más muy sus usted ustedes',
  fr: 'des est une pour dans avec vous nous mais cette sont pas qui',
  vi: 'và của không được những các cho là với này trong một người',
};
const FREQUENT_SETS = Object.entries(FREQUENT).map(([lang, list]) => [lang, new Set(list.split(' '))]);

const base = (lang) => lang.split('-')[0];

export function scriptOf(lang) {
  try {
    return new Intl.Locale(lang).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

export const isRightToLeft = (lang) => RIGHT_TO_LEFT.has(scriptOf(lang));

function lettersOf(lang) {
  const script = scriptOf(lang);
  const names = SCRIPTS[script] ?? [script];
  return new RegExp(`[${names.map((each) => `\\p{Script=${each}}`).join('')}]`, 'u');
}

export function shareInScript(text, lang) {
  const letters = [...text].filter((c) => /\p{L}/u.test(c));
  const own = lettersOf(lang);
  return letters.length ? letters.filter((c) => own.test(c)).length / letters.length : 1;
}

/** The language's name in itself, in lower case, as far as the platform knows it. */
export function ownName(lang) {
  const [supported] = Intl.DisplayNames.supportedLocalesOf([lang]);
  if (!supported) return null;
  const named = new Intl.DisplayNames([lang], { type: 'language' }).of(base(lang));
  return named && named !== base(lang) ? named.toLowerCase() : null;
}

/** Every kind of digits in the text, by its zero, with the first digit seen. */
export function digitSystems(text) {
  const found = new Map();
  for (const [digit] of text.matchAll(/\p{Nd}/gu)) {
    let zero = digit.codePointAt(0);
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0) - zero < 9) zero -= 1;
    if (!found.has(zero)) found.set(zero, digit);
  }
  return found;
}

/**
 * Three words or more in a row in another script than the language's, or four letters where words have no spaces.
 * A proper name needs no language of its own (WCAG 3.1.2), so as much as a name is let through where the page says it is one.
 */
export function foreignRun(text, lang, { proper = false } = {}) {
  const own = lettersOf(lang);
  let run = [];
  for (const word of text.split(/\s+/)) {
    if (!/\p{L}/u.test(word)) continue;
    if (own.test(word)) {
      run = [];
      continue;
    }
    run.push(word);
    const unspaced = (run.join('').match(UNSPACED) ?? []).length;
    if (run.length >= (proper ? 6 : 3) || unspaced >= (proper ? 10 : 4)) return run.join(' ');
  }
  return null;
}

/** Three frequent words or more, not all the same, of another language than the one the text is marked as. */
export function strayWords(text, lang) {
  const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const [other, frequent] of FREQUENT_SETS) {
    if (other === base(lang)) continue;
    const words = tokens.filter((token) => frequent.has(token));
    if (words.length >= 3 && new Set(words).size >= 2) return { lang: other, words: words.slice(0, 5) };
  }
  return null;
}
