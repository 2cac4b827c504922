export const name = 'reflow';

const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

/** Nothing is cut off, covered or out of sight on a small phone, with larger text, or with wider text. */
export async function page({ visit, fail }) {
  const said = new Set();
  const look = async (tab, way) => {
    for (const what of await tab.evaluate(measure)) {
      if (!said.has(what)) fail(`${what} (${way})`);
      said.add(what);
    }
  };
  const grows = (sizes, way) => {
    const stuck = new Set(sizes.filter((now, i) => now.size < 1.5 * usual[i].size).map(({ at }) => at));
    for (const at of stuck) fail(`text does not grow: ${at} (${way})`);
  };

  const tab = await visit({ width: 320, height: 640 });
  const usual = await tab.evaluate(fontSizes);
  await look(tab, '320 px wide');
  await tab.evaluate(() => kin.openDetails());
  await look(tab, '320 px wide, details open');

  await tab.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  await look(tab, 'text spacing at 320 px');

  await tab.evaluate(() => {
    document.adoptedStyleSheets = [];
    document.documentElement.style.fontSize = '200%';
  });
  await look(tab, 'text ×2 at 320 px');
  grows(await tab.evaluate(fontSizes), 'text ×2');

  await tab.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await tab.setViewportSize({ width: 360, height: 740 });
  await look(tab, '360 px wide, details open');

  // A font size in the reader's settings also moves media queries, and does not move sizes in px.
  const large = await visit({ width: 320, height: 640, tab: 'largeText' });
  await look(large, 'default font ×2 at 320 px');
  await large.evaluate(() => kin.openDetails());
  await look(large, 'default font ×2 at 320 px, details open');
  grows(await large.evaluate(fontSizes), 'default font ×2');
}

// A chart's text is part of a drawing that scales with the page; its sentence and its table grow instead.
const fontSizes = () => kin.textNodes().map((node) => node.parentElement).filter((el) => !el.closest('svg'))
  .map((el) => ({ at: kin.label(el), size: parseFloat(kin.style(el).fontSize) }));

export function measure() {
  const { scrollingElement: root } = document;
  const found = new Set();
  const wide = root.clientWidth;
  // With large or wide text a table may be wider than the screen: in a frame of its own, moved by finger or by keyboard.
  const large = parseFloat(kin.style(document.documentElement).fontSize) > 20 || kin.style(document.body).letterSpacing !== 'normal';
  const inFrame = (el) => large && el.closest('[role=group][aria-label][tabindex="0"]')?.firstElementChild?.localName === 'table';
  if (root.scrollWidth > wide) {
    const culprits = [...document.body.querySelectorAll('*')].filter((el) => {
      const box = el.getBoundingClientRect();
      return kin.isShown(el) && box.width > 0 && (box.right > wide + 0.5 || box.left < -0.5);
    });
    const inmost = culprits.filter((el) => !culprits.some((other) => other !== el && el.contains(other)));
    found.add(`scrolls sideways: ${inmost.length ? kin.quote(inmost[0]) : 'no one element'}`);
  }
  for (const el of document.body.querySelectorAll('*')) {
    if (el.clientWidth <= 1 || el.clientHeight <= 1 || el.closest('svg')) continue;
    const { overflowX, overflowY } = kin.style(el);
    const hides = (way) => way === 'hidden' || way === 'clip';
    const across = overflowX !== 'visible' && el.scrollWidth > el.clientWidth + 1;
    const down = hides(overflowY) && el.scrollHeight > el.clientHeight + 1;
    if (!(across || down) || !kin.isSeen(el)) continue;
    if (across && !inFrame(el)) found.add(`${hides(overflowX) ? 'cut off at the side' : 'scrolls sideways inside'}: ${kin.label(el)}`);
    if (down) found.add(`cut off below: ${kin.label(el)}`);
  }
  const texts = kin.textNodes().filter((node) => !node.parentElement.closest('svg') && kin.isSeen(node.parentElement))
    .flatMap((node) => kin.lines(node).map((box) => ({ box, el: node.parentElement })))
    .sort((a, b) => a.box.top - b.box.top);
  texts.forEach(({ box, el }, i) => {
    const whollyAway = box.right <= 0 || box.left >= wide || box.bottom <= 0;
    if (!whollyAway && !inFrame(el) && (box.left < -1 || box.right > wide + 1)) found.add(`text over the edge of the screen: ${kin.label(el)}`);
    for (let j = i + 1; j < texts.length && texts[j].box.top < box.bottom; j += 1) {
      const { across, down } = kin.overlap(box, texts[j].box);
      if (across > 2 && down > Math.min(box.height, texts[j].box.height) / 2) found.add(`text over text: ${kin.label(el)} and ${kin.label(texts[j].el)}`);
    }
  });
  return [...found];
}
