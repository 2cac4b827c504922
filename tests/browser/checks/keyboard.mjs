export const name = 'keyboard';

export async function page({ page, visit, fail }) {
  const tab = await visit();
  const expected = await tab.evaluate(() => {
    globalThis.reached = [];
    document.addEventListener('focusin', ({ target }) => globalThis.reached.push(kin.stops().indexOf(target)));
    return kin.stops().map(kin.quote);
  });
  for (let i = 0; i < expected.length; i += 1) await tab.keyboard.press('Tab');
  const reached = await tab.evaluate(() => globalThis.reached);
  const lost = expected.findIndex((what, i) => reached[i] !== i);
  if (lost >= 0) fail(`Tab ${lost + 1} should reach ${expected[lost]} and reaches ${expected[reached[lost]] ?? 'nothing'}`);

  const problems = await tab.evaluate(rings);
  await tab.emulateMedia({ colorScheme: 'dark' });
  problems.push(...await tab.evaluate(rings));
  for (const what of new Set(problems)) fail(what);

  // A page whose only content is the choice of a language has nothing to skip.
  const wrong = page.lang && await skips(tab);
  if (wrong) fail(wrong);
}

async function skips(tab) {
  const link = await tab.evaluate(() => {
    const [el] = kin.stops();
    if (!el) return null;
    el.focus();
    const box = el.getBoundingClientRect();
    const seen = kin.isSeen(el) && box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    const href = el.getAttribute('href') ?? '';
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    return { href, seen, label: kin.quote(el), there: Boolean(target), inMain: Boolean(target?.closest('main')) };
  });
  if (!link || !/^#./.test(link.href)) return `the first Tab stop is not a skip link but ${link?.label ?? 'nothing'}`;
  if (!link.seen) return `the skip link cannot be seen when it has the focus: ${link.label}`;
  if (!link.there) return `the skip link leads nowhere: ${link.href}`;
  if (!link.inMain) return `the skip link does not lead to the main part: ${link.href}`;
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const past = await tab.evaluate((href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    const isAfter = (el) => target.compareDocumentPosition(el) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
    return location.hash === href && (isAfter(document.activeElement) || !kin.stops().some(isAfter));
  }, link.href);
  return past ? null : 'the skip link skips nothing';
}

/** Moving the focus by script shows the ring as Tab does, because the last thing used was the keyboard. */
function rings() {
  return kin.stops().flatMap((el) => {
    el.focus();
    const problems = [];
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = kin.style(el);
    const width = parseFloat(outlineWidth);
    if (outlineStyle === 'none' || width < 2) problems.push(`no focus ring of 2 px or more: ${kin.label(el)}`);
    else {
      const ratio = kin.contrast(kin.rgba(outlineColor), kin.background(el.parentElement));
      if (ratio < 3) problems.push(`focus ring at ${ratio.toFixed(1)}:1: ${kin.label(el)}`);
      const reach = width + parseFloat(outlineOffset);
      const box = el.getBoundingClientRect();
      const leaves = (frame) => box.left - reach < frame.left - 1 || box.right + reach > frame.right + 1
        || box.top - reach < frame.top - 1 || box.bottom + reach > frame.bottom + 1;
      const cut = [...kin.parents(el.parentElement)].find((outer) => outer !== document.body && outer !== document.documentElement
        && kin.style(outer).overflowX !== 'visible' && leaves(outer.getBoundingClientRect()));
      if (cut) problems.push(`focus ring cut off by ${kin.label(cut)}: ${kin.label(el)}`);
      if (box.left - reach < -1 || box.right + reach > document.documentElement.clientWidth + 1) problems.push(`focus ring over the edge of the screen: ${kin.label(el)}`);
    }
    const [line] = el.getClientRects();
    const top = line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    if (!top) problems.push(`not on the screen when it has the focus: ${kin.label(el)}`);
    else if (!el.contains(top) && !top.contains(el)) problems.push(`covered by ${kin.label(top)}: ${kin.label(el)}`);
    return problems;
  });
}
