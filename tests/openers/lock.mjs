/**
 * The files of sealed pages without the Rust program: the real template, script, style, and
 * sentences, with a reader for the few things that `lock.html` and `lock_controls.html` use of Tera.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const read = (file) => readFileSync(new URL(file, ROOT), 'utf8');

export const POLICY = (script, style) => `default-src 'none'; script-src 'sha256-${script}'; style-src 'sha256-${style}'; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types kinfolio`;

const AUTONYMS = { en: 'English', es: 'Español', ar: 'العربية', vi: 'Tiếng Việt' };
const hash = (text) => createHash('sha256').update(text).digest('base64');
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Lines that are comments, and spaces at the start of a line, are left out. */
export const script = read('themes/default/opener/opener.js').split('\n').map((line) => line.trimStart()).filter((line) => line && !line.startsWith('//')).join('\n');
export const style = read('themes/default/opener/opener.css').replace(/\/\*[^]*?\*\//g, '').split('\n').map((line) => line.trim()).filter(Boolean).join('\n')
  .replace(/: /g, ':').replace(/ \{\n?/g, '{').replace(/, /g, ',').replace(/;\n/g, ';').replace(/\}\n/g, '}');

/** The sentences of one language, as templates name them. */
export function textsOf(lang) {
  const texts = {};
  for (const line of read(`locales/${lang}/lock.ftl`).split('\n')) {
    const [, id, text] = line.match(/^lock-([\w-]+) = (.+)$/) ?? [];
    if (id) texts[id.replaceAll('-', '_')] = text;
  }
  return texts;
}

export const languageOf = (lang) => ({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr', autonym: AUTONYMS[lang], texts: textsOf(lang) });

/** A template as a function of its context. */
function compile(source) {
  const expression = (text) => text.trim().replace(/\| length/g, '.length').replace(/ or /g, ' || ').replace(/ and /g, ' && ').replace(/==/g, '===').replace(/(\w+) \| tel$/, '$1.replace(/\\D/g, "")');
  let code = "let out = '';\n";
  const whole = source.replace(/\{% include "([\w.]+)" -%\}\n/g, (_, file) => read(`themes/default/templates/${file}`));
  const tokens = whole.replace(/\{#[^]*?#\}\s*/g, '')
    .replace(/\s*(\{[%{])-/g, '$1').replace(/-([%}]\})\s*/g, '$1').split(/(\{\{.*?\}\}|\{%.*?%\})/);
  for (const token of tokens) {
    const inside = token.slice(2, -2).trim();
    const [word, ...rest] = inside.split(' ');
    if (token.startsWith('{{')) {
      code += inside.endsWith('| safe') ? `out += ${inside.slice(0, -6)};\n` : `out += escaped(${expression(inside)});\n`;
    } else if (!token.startsWith('{%')) code += `out += ${JSON.stringify(token)};\n`;
    else if (word === 'for') code += `for (const ${rest[0]} of ${rest[2]}) {\n`;
    else if (word === 'set') code += `const ${rest.join(' ')};\n`;
    else if (word === 'if') code += `if (${expression(rest.join(' '))}) {\n`;
    else if (word === 'else') code += '} else {\n';
    else code += '}\n';
  }
  return (context) => {
    const names = Object.keys(context);
    // eslint-disable-next-line no-new-func
    return new Function('escaped', ...names, `${code}return out;`)(escaped, ...names.map((name) => context[name]));
  };
}

const lock = compile(read('themes/default/templates/lock.html'));
const lockControls = compile(read('themes/default/templates/lock_controls.html'));

/** The file that holds `data`. */
export const lockPage = (data, languages, phone) => lock({
  policy: POLICY(hash(script), hash(style)),
  style,
  script,
  data: JSON.stringify(data).replace(/</g, '\\u003c'),
  role: data.role,
  phone: phone ?? null,
  languages: languages.map(languageOf),
});

/** What is added at the end of each page before it is sealed. */
export const controls = (lang) => lockControls({ texts: textsOf(lang) });
