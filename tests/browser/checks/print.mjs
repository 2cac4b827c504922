export const name = 'print';

// The text of A4; Letter is wider and less high.
const TEXT = { width: 688, height: 1040 };
const SHEETS = ['Letter', 'A4'];

export async function page({ page, facts, visit, fail }) {
  const tab = await visit({ ...TEXT, media: 'print', colorScheme: 'dark' });
  for (const what of await tab.evaluate(onPaper)) fail(what);
  const sheets = await tab.evaluate(() => document.querySelectorAll('.sheet').length);
  // The first page, a goal, and everything that has sheets.
  const counted = page.lang && (/^(index\.html|goals\/.*)$/.test(page.within) ? 1 : sheets);
  if (!counted) return;
  const charts = await tab.evaluate(() => [...document.querySelectorAll('svg[role=img]')].filter((svg) => kin.isSeen(svg)).length);
  if (charts < facts.get(page.file).charts) fail('a chart does not print');
  await tab.emulateMedia({ media: null });
  for (const format of SHEETS) {
    const printed = countSheets(await tab.pdf({ format }));
    if (printed !== counted) fail(`sheets of ${format}: ${printed} instead of ${counted}`);
  }
}

/** Chromium writes one object for each page, and those in the clear. */
const countSheets = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

function onPaper() {
  const LEAST = 12; // 9 pt
  const found = new Set();
  const white = { r: 255, g: 255, b: 255, a: 1 };
  for (const el of [document.documentElement, document.body]) {
    const color = kin.rgba(kin.style(el).backgroundColor);
    if (color.a > 0 && kin.luminance(color) < 0.9) found.add(`dark paper: ${el.localName} is ${kin.style(el).backgroundColor}`);
  }
  const lines = [];
  for (const node of kin.textNodes()) {
    const el = node.parentElement;
    if (!kin.isSeen(el) || ['title', 'desc'].includes(el.localName)) continue;
    const svg = el.closest('svg');
    const { color, fill, fontSize } = kin.style(el);
    const ratio = kin.contrast(kin.rgba(svg ? fill : color), white);
    if (ratio < 4.5) found.add(`text at ${ratio.toFixed(1)}:1 on white paper: ${kin.label(el)}`);
    const size = parseFloat(fontSize) * (svg ? Math.hypot(el.getScreenCTM().a, el.getScreenCTM().b) : 1);
    if (size < LEAST - 0.01) found.add(`${(size * 0.75).toFixed(1)} pt on paper, less than 9: ${kin.quote(el)}`);
    if (!svg) lines.push(...kin.lines(node).map((box) => ({ el, box: middle(box) })));
  }
  lines.forEach((one, i) => lines.slice(i + 1).forEach((other) => {
    const { across, down } = kin.overlap(one.box, other.box);
    if (across > 1 && down > 1) found.add(`on paper ${kin.quote(one.el)} lies over ${kin.quote(other.el)}`);
  }));
  const { scrollingElement: root } = document;
  if (root.scrollWidth > root.clientWidth) found.add('wider than the paper');
  return [...found];

  /** A line's box is as high as the tallest letter of its font; letters themselves rarely leave the middle. */
  function middle({ left, right, top, bottom }) {
    const trim = (bottom - top) * 0.3;
    return { left, right, top: top + trim, bottom: bottom - trim };
  }
}
