// Loaded into every page under test: how a reader sees it.
globalThis.kin = (() => {
  const style = (el) => getComputedStyle(el);
  const parents = function* (el) {
    for (let at = el; at; at = at.parentElement) yield at;
  };

  const isShown = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** Shown, and not one of the usual ways to keep a text for screen readers only. */
  const isSeen = (el) => {
    if (!isShown(el)) return false;
    const box = el.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    for (const at of parents(el)) {
      const { clipPath, clip, overflowX } = style(at);
      if (clipPath !== 'none' || clip !== 'auto') return false;
      const outer = at.getBoundingClientRect();
      if (overflowX !== 'visible' && outer.width <= 1 && outer.height <= 1) return false;
    }
    return true;
  };

  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const short = (text, most = 40) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  /** The same element on two pages has the same label, so that findings can be counted together. */
  const label = (el) => {
    const name = (at) => at.localName + (at.classList.length ? `.${[...at.classList].join('.')}` : '');
    const parent = el.parentElement && el.parentElement !== document.body ? `${name(el.parentElement)} > ` : '';
    return parent + name(el);
  };
  const quote = (el) => `${label(el)} “${short(words(el.textContent), 30)}”`;

  const textNodes = (root = document.body) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest('script,style,template')) found.push(node);
    }
    return found;
  };

  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  };

  const overlap = (a, b) => ({
    across: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    down: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });

  const opened = new Set();
  const openDetails = () => document.querySelectorAll('details:not([open])').forEach((details) => {
    details.open = true;
    opened.add(details);
  });

  /** Undoes what checks do to a page. */
  const reset = () => {
    opened.forEach((details) => { details.open = false; });
    opened.clear();
    document.adoptedStyleSheets = [];
    for (const sheet of document.styleSheets) sheet.disabled = false;
    document.documentElement.style.fontSize = '';
    scrollTo(0, 0);
  };

  const violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`against the policy: ${blockedURI} (${effectiveDirective})`);
  });

  // Colors as the browser paints them, whatever notation the style uses.
  const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const over = (top, under) => {
    const mix = (c) => top[c] * top.a + under[c] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  };
  const paper = () => {
    const dark = matchMedia('screen and (prefers-color-scheme: dark)').matches && /dark/.test(style(document.documentElement).colorScheme);
    return rgba(dark || (matchMedia('(forced-colors: active)').matches && matchMedia('(prefers-color-scheme: dark)').matches) ? '#121212' : '#fff');
  };
  const background = (el) => {
    const layers = [];
    for (const at of parents(el)) {
      const color = rgba(style(at).backgroundColor);
      if (color.a > 0) layers.push(color);
      if (color.a === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), paper());
  };
  const luminance = ({ r, g, b }) => {
    const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (color, under) => {
    const [a, b] = [luminance(over(color, under)), luminance(under)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  /** Everything the keyboard should stop at, in the order of the document. */
  const stops = () => [...document.querySelectorAll('a[href],area[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable=true]')]
    .filter((el) => el.tabIndex >= 0 && !el.disabled && isShown(el))
    .filter((el) => el.localName !== 'summary' || el.parentElement.querySelector('summary') === el);

  return {
    style, parents, isShown, isSeen, words, short, label, quote, textNodes, lines, overlap, openDetails, reset, violations,
    rgba, background, luminance, contrast, stops,
  };
})();
