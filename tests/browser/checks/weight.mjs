import { gzipSync } from 'node:zlib';

export const name = 'weight';

// Ten segments of 1,460 bytes: what one round trip brings (RFC 6928).
const MOST = 14_600;
// Everyone begins here, and not everyone comes back after waiting.
const MOST_FIRST = 8_000;
const most = (page) => (page.lang && page.within === 'index.html' ? MOST_FIRST : MOST);

export function site({ pages, fail, table }) {
  const weighed = pages.map((page) => ({ page, plain: page.bytes.length, gzip: gzipSync(page.bytes, { level: 9 }).length }));
  weighed.sort((a, b) => b.gzip - a.gzip);
  for (const { page, gzip } of weighed) if (gzip > most(page)) fail(page, `${gzip} bytes gzipped, ${most(page)} at most`);
  table('the heaviest pages (bytes, bytes gzipped)', weighed.slice(0, 5).map(({ page, plain, gzip }) => [page.file, plain, gzip]));
}
