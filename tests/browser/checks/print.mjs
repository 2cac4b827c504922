export const name = 'print';

// The text of A4 with margins of 1 cm; Letter is wider.
const PAPER = { width: 718, height: 1000 };

export async function page({ page, facts, visit, fail, note }) {
  const tab = await visit({ ...PAPER, media: 'print', colorScheme: 'dark' });
  for (const what of await tab.evaluate(onPaper)) fail(what);
  if (!/^(index\.html|goals\/.*)$/.test(page.within)) return;
  const charts = await tab.evaluate(() => [...document.querySelectorAll('svg[role=img]')].filter((svg) => kin.isSeen(svg)).length);
  if (charts < facts.get(page.file).charts) fail('a chart does not print');
  await tab.emulateMedia({ media: null });
  const pdf = await tab.pdf({ format: 'A4', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } });
  if (pdf.subarray(0, 5).toString() !== '%PDF-') fail('does not print to PDF');
  if (page.within !== 'index.html') note(`sheets of paper for a goal: ${pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length}`);
}

function onPaper() {
  const found = new Set();
  const white = { r: 255, g: 255, b: 255, a: 1 };
  for (const el of [document.documentElement, document.body]) {
    const colour = kin.rgba(kin.style(el).backgroundColor);
    if (colour.a > 0 && kin.luminance(colour) < 0.9) found.add(`dark paper: ${el.localName} is ${kin.style(el).backgroundColor}`);
  }
  for (const node of kin.textNodes()) {
    const el = node.parentElement;
    if (!kin.isSeen(el)) continue;
    const { color, fill } = kin.style(el);
    const ratio = kin.contrast(kin.rgba(el.closest('svg') ? fill : color), white);
    if (ratio < 4.5) found.add(`text at ${ratio.toFixed(1)}:1 on white paper: ${kin.label(el)}`);
  }
  const { scrollingElement: root } = document;
  if (root.scrollWidth > root.clientWidth) found.add('wider than the paper');
  return [...found];
}
