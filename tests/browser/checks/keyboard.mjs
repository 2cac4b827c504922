export const name = 'keyboard';

export async function page({ page, visit, fail }) {
  // A page whose only content is the choice of a language has nothing to skip.
  if (page.lang) {
    const tab = await visit();
    await tab.keyboard.press('Tab');
    const wrong = await skips(tab);
    if (wrong) fail(wrong);
  }

  const tab = await visit();
  const expected = await tab.evaluate(() => kin.stops().map(kin.quote));
  for (const [i, what] of expected.entries()) {
    await tab.keyboard.press('Tab');
    const { at, problems } = await tab.evaluate(stopped);
    if (at !== i) {
      fail(`Tab ${i + 1} should reach ${what} and reaches ${expected[at] ?? 'nothing'}`);
      return;
    }
    await tab.emulateMedia({ colorScheme: 'dark' });
    const dark = (await tab.evaluate(stopped)).problems;
    await tab.emulateMedia({ colorScheme: 'light' });
    for (const problem of new Set([...problems, ...dark])) fail(problem);
  }
}

async function skips(tab) {
  const link = await tab.evaluate(() => {
    const el = document.activeElement;
    const box = el.getBoundingClientRect();
    const seen = kin.isSeen(el) && box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    return { href: el.getAttribute('href') ?? '', seen, label: kin.quote(el) };
  });
  if (!/^#./.test(link.href)) return `the first Tab stop is not a skip link but ${link.label}`;
  if (!link.seen) return `the skip link cannot be seen when it has the focus: ${link.label}`;
  await tab.keyboard.press('Enter');
  const landed = await tab.evaluate((href) => location.hash === href && Boolean(document.getElementById(decodeURIComponent(href.slice(1)))), link.href);
  if (!landed) return `the skip link leads nowhere: ${link.href}`;
  await tab.keyboard.press('Tab');
  const past = await tab.evaluate((href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    const at = document.activeElement;
    const after = target.compareDocumentPosition(at) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
    const left = kin.stops().filter((el) => target.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
    return Boolean(after) || left.length === 0;
  }, link.href);
  return past ? null : 'the skip link skips nothing';
}

function stopped() {
  const el = document.activeElement;
  const at = kin.stops().indexOf(el);
  const problems = [];
  if (at >= 0) {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = kin.style(el);
    const width = parseFloat(outlineWidth);
    if (outlineStyle === 'none' || width < 2) problems.push(`no focus ring of 2 px or more: ${kin.label(el)}`);
    else {
      const ratio = kin.contrast(kin.rgba(outlineColor), kin.background(el.parentElement));
      if (ratio < 3) problems.push(`focus ring at ${ratio.toFixed(1)}:1: ${kin.label(el)}`);
      const reach = width + parseFloat(outlineOffset);
      const box = el.getBoundingClientRect();
      const cut = [...kin.parents(el.parentElement)].find((outer) => {
        if (outer === document.body || outer === document.documentElement || kin.style(outer).overflowX === 'visible') return false;
        const frame = outer.getBoundingClientRect();
        return box.left - reach < frame.left - 1 || box.right + reach > frame.right + 1 || box.top - reach < frame.top - 1 || box.bottom + reach > frame.bottom + 1;
      });
      if (cut) problems.push(`focus ring cut off by ${kin.label(cut)}: ${kin.label(el)}`);
      if (box.left - reach < -1 || box.right + reach > document.documentElement.clientWidth + 1) problems.push(`focus ring over the edge of the screen: ${kin.label(el)}`);
    }
    const [line] = el.getClientRects();
    const top = line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    if (top && !el.contains(top) && !top.contains(el)) problems.push(`covered by ${kin.label(top)}: ${kin.label(el)}`);
    if (!top) problems.push(`not on the screen when it has the focus: ${kin.label(el)}`);
  }
  return { at, problems };
}
