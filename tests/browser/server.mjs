import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { REFRESH } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.txt': 'text/plain; charset=utf-8',
};

/** Serves `folder` on a free loopback port. `?hold` keeps a page that would send the reader on at once. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://loopback');
    // Browsers ask for it when a page declares no icon, which the check of heads reports for the right page.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = join(folder, normalize(decodeURIComponent(url.pathname)));
    try {
      let body = await readFile(file);
      if (url.searchParams.has('hold')) body = body.toString('utf8').replace(REFRESH, '');
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
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
