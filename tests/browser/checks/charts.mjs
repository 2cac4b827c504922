export const name = 'charts';

const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colors': { forcedColors: 'active' },
  'forced dark colors': { colorScheme: 'dark', forcedColors: 'active' },
};

export async function page({ page, facts, visit, fail }) {
  if (facts.get(page.file).charts === 0) return;
  const tab = await visit();
  for (const what of await tab.evaluate(described)) fail(what);
  for (const [look, media] of Object.entries(LOOKS)) {
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
    for (const what of await tab.evaluate(faint)) fail(`${what} in ${look}`);
  }
  for (const what of await tab.evaluate(crowded)) fail(`${what} (360 px)`);
  await tab.setViewportSize({ width: 320, height: 640 });
  for (const what of await tab.evaluate(crowded)) fail(`${what} (320 px)`);
  const large = await visit({ tab: 'largeText', width: 320, height: 640 });
  for (const what of await large.evaluate(crowded)) fail(`${what} (default font ×2)`);
}

/** Nothing else would notice if every chart went missing. */
export function site({ site, facts, fail, filtered }) {
  if (!filtered && !site.pages.some((page) => facts.get(page.file).charts)) fail(site.pages[0], 'no chart on any page');
}

function described() {
  const found = [];
  const byId = (svg, attribute) => (svg.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const at = kin.label(svg);
    const labels = byId(svg, 'aria-labelledby');
    const named = svg.getAttribute('aria-label') ?? (labels[0] ?? svg.querySelector(':scope > title'))?.textContent ?? '';
    if ([...labels, ...byId(svg, 'aria-describedby')].includes(null)) found.push(`names an id that is not there: ${at}`);
    if (!named.trim()) found.push(`no name: ${at}`);
    const description = (byId(svg, 'aria-describedby')[0] ?? svg.querySelector(':scope > desc'))?.textContent ?? '';
    if (kin.words(description).length < 20 || !/\p{Nd}/u.test(description)) found.push(`no description with a number, of 20 characters or more: ${at}`);
    const figure = svg.closest('figure');
    const caption = figure?.querySelector('figcaption');
    if (!caption || !kin.isSeen(caption) || !caption.textContent.trim()) found.push(`no caption to see: ${at}`);
    const table = [figure, svg.closest('section')].map((place) => place?.querySelector('table')).find(Boolean);
    if (!table) found.push(`no table with the numbers: ${at}`);
    else {
      if (!table.caption?.textContent.trim()) found.push(`table without caption: ${at}`);
      const heads = [...table.querySelectorAll('th')];
      if (!heads.length || heads.some((th) => !['col', 'row', 'colgroup', 'rowgroup'].includes(th.scope))) found.push(`table with th without scope: ${at}`);
      if (table.rows.length < 2) found.push(`table without numbers: ${at}`);
    }
  }
  return found;
}

function faint() {
  const found = new Set();
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    if (!kin.isSeen(svg)) continue;
    const under = kin.background(svg.parentElement);
    const ratio = (color) => (color === 'none' || !color ? 0 : kin.contrast(kin.rgba(color), under));
    for (const el of svg.querySelectorAll('text,path,line,polyline,polygon,circle,ellipse,rect')) {
      if (!kin.isShown(el) || el.closest('defs,clipPath,mask')) continue;
      const { fill, stroke } = kin.style(el);
      if (el.localName === 'text') {
        if (ratio(fill) < 4.5) found.add(`text at ${ratio(fill).toFixed(1)}:1: ${kin.label(el)}`);
      } else if (!el.closest('.grid')) { // grid lines are meant to stay in the background
        const best = Math.max(ratio(fill), ratio(stroke));
        if (best < 3) found.add(`mark at ${best.toFixed(1)}:1: ${kin.label(el)}`);
      }
    }
  }
  return [...found];
}

function crowded() {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (!kin.isSeen(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((el) => kin.isShown(el) && el.textContent.trim()).map((el) => {
      const { left, right, top, bottom } = el.getBoundingClientRect();
      // The box holds room for accents and tails that digits and most words leave empty.
      const air = (bottom - top) * 0.15;
      return { left, right, top: top + air, bottom: bottom - air, says: kin.words(el.textContent) };
    });
    texts.forEach((text, i) => {
      if (text.left < frame.left - 0.5 || text.right > frame.right + 0.5 || text.top < frame.top - 0.5 || text.bottom > frame.bottom + 0.5) {
        found.push(`“${text.says}” leaves the drawing`);
      }
      for (const other of texts.slice(i + 1)) {
        const { across, down } = kin.overlap(text, other);
        if (across > 0.5 && down > 0.5) found.push(`“${text.says}” over “${other.says}”`);
      }
    });
  }
  return found;
}
