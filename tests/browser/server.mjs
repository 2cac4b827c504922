import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { REFRESH } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.txt': 'text/plain; charset=utf-8',
};

/** The content policy that a page has in itself. */
const POLICY = /http-equiv="Content-Security-Policy" content="([^"]*)"/;

/**
 * Serves `folder` on a free loopback port. `?hold` keeps a page that would send the reader on at once.
 * With `refused`, a list, the browser reports what a page's own policy made it refuse.
 */
export async function serve(folder, { refused } = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://loopback');
    // Browsers ask for it when a page declares no icon, which the check of heads reports for the right page.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (refused && url.pathname === '/refused') {
      let report = '';
      for await (const part of request) report += part;
      refused.push(report);
      return void response.writeHead(204).end();
    }
    const file = join(folder, normalize(decodeURIComponent(url.pathname)).replace(/\/$/, '/index.html'));
    try {
      let body = await readFile(file);
      if (url.searchParams.has('hold')) body = body.toString('utf8').replace(REFRESH, '');
      const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' };
      const [, policy] = (refused && POLICY.exec(body)) ?? [];
      if (policy) headers['content-security-policy'] = `${policy.replaceAll('&#39;', "'")}; report-uri /refused`;
      response.writeHead(200, headers);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => { server.closeAllConnections(); server.close(); },
  };
}
