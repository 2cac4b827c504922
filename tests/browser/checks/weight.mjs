import { gzipSync } from 'node:zlib';

export const name = 'weight';

// Ten segments of 1,460 bytes: what one round trip brings (RFC 6928).
const MOST = 14_600;
// All pages on one, for paper: nobody meets it first, and nothing else waits for it.
const MOST_ON_PAPER = 16_400;
const most = (page) => (page.file.endsWith('/print/index.html') ? MOST_ON_PAPER : MOST);

export function site({ pages, fail, table }) {
  const weighed = pages.map((page) => ({ page, plain: page.bytes.length, gzip: gzipSync(page.bytes, { level: 9 }).length }));
  weighed.sort((a, b) => b.gzip - a.gzip);
  for (const { page, gzip } of weighed) if (gzip > most(page)) fail(page, `${gzip} bytes gzipped, ${most(page)} at most`);
  table('the heaviest pages (bytes, bytes gzipped)', weighed.slice(0, 5).map(({ page, plain, gzip }) => [page.file, plain, gzip]));
}
