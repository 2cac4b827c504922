/**
 * A style sheet as the oldest phones that are promised read it: Safari of iOS 12.2 and Chrome 69.
 * They drop a declaration whose property or value they do not know, and a whole rule for one unknown selector.
 */
const PROPERTIES = new RegExp(`^(${[
  '(padding|margin)-(inline|block)', // each side by itself is known
  'border-(inline|block)(-(width|style|color))?',
  'inset(-.*)?',
  'text-wrap(-.*)?', 'text-underline-offset', 'text-decoration-thickness',
  'overflow-(inline|block|clip-margin)', 'scroll(bar)?-.*', 'overscroll-behavior-.*',
  'aspect-ratio', 'accent-color', 'color-scheme', 'forced-color-adjust', 'content-visibility', 'contain.*',
  'place-.*', 'translate', 'rotate', 'scale', 'view-transition-.*',
].join('|')})$`);
const VALUES = [
  /(^|[\s,(])(min|max|clamp)\(/,
  /\b(anywhere|color-mix|light-dark|subgrid)\b/,
  /\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqi|lh|rlh)\b/,
];
const SELECTORS = /:(is|where|has|focus-visible|nth-child\([^)]* of )\b|:not\([^)]*,|::(details-content|marker)|(^|[\s>+~,])&/;
const RULES = /^@(layer|container|property|starting-style|scope)\b|^@media[^{]*[<>]/;

export function asOldPhonesReadIt(css) {
  let at = 0;
  const upTo = (stops) => {
    let text = '';
    for (; at < css.length && !stops.includes(css[at]); at += 1) {
      const quote = css[at] === '"' || css[at] === "'" ? css[at] : null;
      text += css[at];
      if (!quote) continue;
      for (at += 1; at < css.length && css[at] !== quote; at += 1) text += css[at];
      text += quote;
    }
    return text.trim();
  };
  const declarations = () => {
    const found = [];
    while (at < css.length && css[at] !== '}') {
      const text = upTo(';}');
      if (text) found.push(text);
      if (css[at] === ';') at += 1;
    }
    at += 1;
    return found;
  };
  const rules = () => {
    let out = '';
    while (at < css.length && css[at] !== '}') {
      const head = upTo('{;}');
      const stop = css[at];
      if (stop === '}') break;
      at += 1;
      if (stop === ';') continue;
      if (/^@(media|supports)\b/.test(head) || RULES.test(head)) {
        const inside = rules();
        at += 1;
        if (!RULES.test(head)) out += `${head}{${inside}}`;
      } else {
        const known = declarations();
        if (!SELECTORS.test(head)) out += `${head}{${known.filter(isKnown).join(';')}}`;
      }
    }
    return out;
  };
  return rules();
}

function isKnown(declaration, _, all) {
  const [, property, value] = declaration.match(/^([\w-]+)\s*:\s*(.*)$/s) ?? [];
  if (!property || property.startsWith('--')) return true;
  // In a grid a gap is known, between boxes in a row or a column it is not.
  const isFlex = all.some((one) => /^display\s*:\s*(inline-)?flex/.test(one));
  if (isFlex && /^((row|column)-)?gap$/.test(property)) return false;
  // The line alone is known in one word.
  if (property === 'text-decoration' && /\s/.test(value.trim())) return false;
  return !PROPERTIES.test(property) && !VALUES.some((unknown) => unknown.test(value));
}
