export const name = 'reflow';

const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

const WAYS = [
  { way: '320 px wide', width: 320, height: 640 },
  { way: '360 px wide', width: 360, height: 740 },
  { way: 'text ×2 at 320 px', width: 320, height: 640, doubled: true },
  { way: 'default font ×2 at 320 px', width: 320, height: 640, tab: 'largeText' },
  { way: 'text spacing at 320 px', width: 320, height: 640, spaced: true },
  { way: '1280 px wide', width: 1280, height: 800 },
];

export async function page({ visit, fail }) {
  let sizes = null;
  for (const { way, doubled, spaced, ...screen } of WAYS) {
    const tab = await visit(screen);
    if (doubled) await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    if (spaced) {
      await tab.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACING);
    }
    const closed = await tab.evaluate(measure);
    await tab.evaluate(() => kin.openDetails());
    const open = await tab.evaluate(measure);
    for (const what of closed) fail(`${what} (${way})`);
    for (const what of open) if (!closed.includes(what)) fail(`${what} (${way}, details open)`);

    if (way === '320 px wide') sizes = await tab.evaluate(fontSizes);
    if (doubled || screen.tab === 'largeText') {
      const stuck = new Set((await tab.evaluate(fontSizes)).filter((now, i) => now.size < 1.5 * sizes[i].size).map(({ at }) => at));
      for (const at of stuck) fail(`text does not grow: ${at} (${way})`);
    }
  }
}

// A chart's text is part of a drawing that scales with the page; its sentence and its table grow instead.
const fontSizes = () => kin.textNodes().map((node) => node.parentElement).filter((el) => !el.closest('svg'))
  .map((el) => ({ at: kin.label(el), size: parseFloat(kin.style(el).fontSize) }));

function measure() {
  const { scrollingElement: root } = document;
  const found = new Set();
  const wide = root.clientWidth;
  if (root.scrollWidth > wide) {
    const culprits = [...document.body.querySelectorAll('*')].filter((el) => {
      const box = el.getBoundingClientRect();
      return kin.isShown(el) && box.width > 0 && (box.right > wide + 0.5 || box.left < -0.5);
    });
    const inmost = culprits.filter((el) => !culprits.some((other) => other !== el && el.contains(other)));
    found.add(`scrolls sideways by ${root.scrollWidth - wide} px: ${inmost.length ? kin.quote(inmost[0]) : 'no one element'}`);
  }
  for (const el of document.body.querySelectorAll('*')) {
    if (el.closest('svg') || el.clientWidth <= 1 || el.clientHeight <= 1 || !kin.isSeen(el)) continue;
    const { overflowX, overflowY } = kin.style(el);
    const hides = (way) => way === 'hidden' || way === 'clip';
    if (overflowX !== 'visible' && el.scrollWidth > el.clientWidth + 1) found.add(`${hides(overflowX) ? 'cut off at the side' : 'scrolls sideways inside'}: ${kin.label(el)}`);
    if (hides(overflowY) && el.scrollHeight > el.clientHeight + 1) found.add(`cut off below: ${kin.label(el)}`);
  }
  const texts = kin.textNodes().filter((node) => !node.parentElement.closest('svg') && kin.isSeen(node.parentElement))
    .flatMap((node) => kin.lines(node).map((box) => ({ box, el: node.parentElement })))
    .sort((a, b) => a.box.top - b.box.top);
  texts.forEach(({ box, el }, i) => {
    const whollyAway = box.right <= 0 || box.left >= wide || box.bottom <= 0;
    if (!whollyAway && (box.left < -1 || box.right > wide + 1)) found.add(`text over the edge of the screen: ${kin.label(el)}`);
    for (let j = i + 1; j < texts.length && texts[j].box.top < box.bottom; j += 1) {
      const { across, down } = kin.overlap(box, texts[j].box);
      if (across > 2 && down > Math.min(box.height, texts[j].box.height) / 2) found.add(`text over text: ${kin.label(el)} and ${kin.label(texts[j].el)}`);
    }
  });
  return [...found];
}
