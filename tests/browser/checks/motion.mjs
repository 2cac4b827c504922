export const name = 'motion';

export async function page({ visit, fail }) {
  const tab = await visit({ reducedMotion: 'reduce' });
  const found = await tab.evaluate(() => {
    const moves = new Set();
    const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
    for (const el of document.querySelectorAll('*')) {
      const { animationName, transitionDuration, scrollBehavior } = kin.style(el);
      if (animationName !== 'none') moves.add(`animation ${animationName}: ${kin.label(el)}`);
      if (long(transitionDuration)) moves.add(`transition: ${kin.label(el)}`);
      if (scrollBehavior === 'smooth') moves.add(`smooth scrolling: ${kin.label(el)}`);
      if (['animate', 'animateTransform', 'animateMotion', 'set', 'marquee', 'blink'].includes(el.localName)) moves.add(`moves by itself: ${kin.label(el)}`);
    }
    return [...moves];
  });
  for (const what of found) fail(`${what}, though the reader asked for less motion`);
}
