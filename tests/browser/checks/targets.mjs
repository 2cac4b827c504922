export const name = 'targets';

export async function page({ visit, fail, note }) {
  const tab = await visit({ width: 320, height: 640 });
  const found = await tab.evaluate(() => {
    kin.openDetails();
    const isInProse = (el) => kin.style(el).display === 'inline'
      && kin.words(el.parentElement.textContent).length > kin.words(el.textContent).length;
    return kin.stops().filter((el) => kin.isSeen(el) && !isInProse(el)).map((el) => {
      const { width, height } = el.getBoundingClientRect();
      return { at: kin.quote(el), label: kin.label(el), width: Math.round(width), height: Math.round(height) };
    });
  });
  for (const { at, label, width, height } of found) {
    if (Math.min(width, height) < 24) fail(`${width} × ${height} px: ${at}`);
    else if (Math.min(width, height) < 44) note(`target under 44 px: ${label}`);
  }
}
