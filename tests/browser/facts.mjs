/** What the checks that compare pages with each other need to know of one page, read from the page as the browser built it. */
export async function collectFacts({ page, log }) {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].filter((image) => !image.complete).map((image) => image.decode().catch(() => {})));
  });
  const facts = await page.evaluate(read);
  await hearAll(page);
  const complaints = [...log.complaints.filter((each) => !each.endsWith(LAST_WORD)), ...await page.evaluate(() => kin.violations)];
  return { ...facts, requests: [...log.requests], complaints };
}

const LAST_WORD = 'kinfolio: that was all';

/** Complaints arrive one after the other, so once ours has arrived, those of the page have too. */
async function hearAll(page) {
  const heard = page.waitForEvent('console', (message) => message.text() === LAST_WORD);
  await page.evaluate((word) => setTimeout(() => console.debug(word)), LAST_WORD);
  await heard;
}

function read() {
  const langOf = (el) => el.closest('[lang]')?.lang ?? '';
  const meta = (name) => document.querySelector(`meta[name="${name}" i]`)?.content ?? null;

  const passages = [];
  const add = (lang, text, where, inName = false) => passages.push({ lang, text: kin.words(text), where, inName });
  add(document.documentElement.lang, document.title, 'title');
  const blockOf = (el) => {
    if (el.closest('svg')) return el;
    for (const at of kin.parents(el)) if (kin.style(at).display !== 'inline') return at;
    return document.body;
  };
  let last = null;
  for (const node of kin.textNodes()) {
    const el = node.parentElement;
    const [block, lang, inName] = [blockOf(el), langOf(el), Boolean(el.closest('bdi'))];
    if (last?.block === block && last.lang === lang && last.inName === inName) last.text += node.data;
    else {
      if (last) add(last.lang, last.text, last.where, last.inName);
      last = { block, lang, inName, text: node.data, where: kin.label(el) };
    }
  }
  if (last) add(last.lang, last.text, last.where, last.inName);
  for (const attribute of ['aria-label', 'alt', 'title', 'placeholder', 'aria-description', 'aria-roledescription']) {
    for (const el of document.querySelectorAll(`[${attribute}]`)) {
      if (el.getAttribute(attribute).trim()) add(langOf(el), el.getAttribute(attribute), `${kin.label(el)} ${attribute}`);
    }
  }

  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title.trim(),
    head: [...document.head.children].map((el) => ({
      tag: el.localName, name: (el.name ?? '').toLowerCase(), httpEquiv: (el.httpEquiv ?? '').toLowerCase(),
      charset: el.getAttribute('charset'), content: el.content ?? '', rel: el.rel ?? '',
    })),
    robots: meta('robots'), referrer: meta('referrer'), viewport: meta('viewport'),
    scripts: document.querySelectorAll('script').length,
    photos: new Set([...document.images].map((image) => image.currentSrc || image.src).filter((src) => !src.startsWith('data:'))).size,
    charts: document.querySelectorAll('svg[role=img]').length,
    ids: [...document.querySelectorAll('[id]')].map((el) => el.id),
    links: [...document.querySelectorAll('a[href],area[href]')].map((el) => ({
      href: el.getAttribute('href'), lang: el.getAttribute('lang'), hreflang: el.getAttribute('hreflang'),
      text: kin.words(el.textContent), label: kin.label(el),
    })),
    sources: [...document.querySelectorAll('[src],link[href],form[action],object[data]')].map((el) => ({
      tag: el.localName, rel: el.rel ?? '', at: el.getAttribute('src') ?? el.getAttribute('href') ?? el.getAttribute('action') ?? el.getAttribute('data'),
    })),
    passages,
  };
}
