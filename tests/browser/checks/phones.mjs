import { asOldPhonesReadIt } from '../oldphones.mjs';
import { measure } from './reflow.mjs';

export const name = 'phones';

/** What a page says has to be there on the oldest phones that are promised, too: nothing is wrong that is not wrong on others. */
export async function page({ visit, fail }) {
  const tab = await visit();
  await tab.evaluate(() => kin.openDetails());
  const usual = await look(tab);
  const css = await tab.evaluate(() => [...document.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  await tab.evaluate((old) => {
    for (const sheet of document.styleSheets) sheet.disabled = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(old);
    document.adoptedStyleSheets = [sheet];
  }, asOldPhonesReadIt(css));
  const old = await look(tab);
  if (old.directions !== usual.directions) fail('a drawing looks the other way');
  for (const what of old.found) if (!usual.found.has(what)) fail(what);
}

async function look(tab) {
  const found = new Set();
  for (const width of [360, 320]) {
    await tab.setViewportSize({ width, height: 740 });
    for (const what of [...await tab.evaluate(measure), ...await tab.evaluate(placed)]) found.add(`${what} (${width} px)`);
  }
  for (const what of await tab.evaluate(focused)) found.add(what);
  return { found, directions: (await tab.evaluate(directions)).join() };
}

/** Which way each drawing looks. */
const directions = () => [...document.querySelectorAll('svg')].map((svg) => kin.style(svg).transform.startsWith('matrix(-1'));

function placed() {
  const found = new Set();
  const wide = document.documentElement.clientWidth;
  for (const node of kin.textNodes()) {
    const el = node.parentElement;
    if (el.closest('svg') || !kin.isSeen(el)) continue;
    const side = kin.lines(node).map(({ left, right }) => Math.min(left, wide - right));
    // Whatever is moved sideways in its own frame may end at the edge.
    if (Math.min(...side) < 8 && !el.closest('[role=group]')) found.add(`no room at the side: ${kin.label(el)}`);
  }
  for (const cell of document.querySelectorAll('td')) {
    const head = cell.closest('table').tHead?.rows[0]?.cells[cell.cellIndex];
    if (!head || cell.colSpan > 1 || !kin.isSeen(head)) continue;
    const [box, above] = [cell, head].map((one) => one.getBoundingClientRect());
    const middle = (box.left + box.right) / 2;
    if (middle < above.left || middle > above.right) found.add(`not under its heading: ${kin.label(cell)}`);
  }
  return [...found];
}

function focused() {
  const [first] = kin.stops();
  const skips = first?.getAttribute('href')?.startsWith('#') && !first.closest('main');
  if (!skips) return [];
  const seen = () => kin.isSeen(first) && first.getBoundingClientRect().bottom > 0;
  const found = [];
  for (const size of ['', '200%']) {
    document.documentElement.style.fontSize = size;
    document.activeElement?.blur();
    if (seen()) found.push(`the skip link stands over the page${size && ' in large text'}`);
    first.focus();
    if (!seen()) found.push('the skip link cannot be seen when it has the focus');
    if (kin.style(first).outlineStyle === 'none') found.push('no focus ring on the skip link');
  }
  document.documentElement.style.fontSize = '';
  first.blur();
  return found;
}
