export const name = 'text';

export async function page({ visit, fail }) {
  const tab = await visit({ width: 320, height: 640 });
  const found = await tab.evaluate(() => {
    kin.openDetails();
    const small = new Map();
    for (const node of kin.textNodes()) {
      const el = node.parentElement;
      if (!kin.isSeen(el) || ['title', 'desc'].includes(el.localName)) continue;
      const svg = el.closest('svg');
      const scale = svg ? Math.hypot(el.getScreenCTM().a, el.getScreenCTM().b) : 1;
      const size = parseFloat(kin.style(el).fontSize) * scale;
      const least = !svg && el.closest('p,li,dd,dt,td,th,figcaption,caption,blockquote') ? 16 : 12;
      if (size < least - 0.01) small.set(kin.label(el), `${size.toFixed(1)} px, less than ${least}: ${kin.quote(el)}`);
    }
    // Broken at its hyphen, a number is hard to dial, and in right-to-left text its halves change places.
    const breakable = [...document.querySelectorAll('bdi,a[href^="tel:"],a[href^="sms:"]')]
      .filter((el) => kin.isSeen(el) && /^[+(]?\p{Nd}[\p{Nd}() .-]{5,}$/u.test(kin.words(el.textContent)))
      .filter((el) => kin.style(el).whiteSpace !== 'nowrap' && kin.style(el).display === 'inline')
      .map((el) => `number that may break over two lines: ${kin.quote(el)}`);
    return [...small.values(), ...breakable];
  });
  for (const what of found) fail(what);
}
