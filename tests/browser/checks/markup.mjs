import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

export const name = 'markup';

/** The Nu HTML checker starts slowly and checks fast, so it sees every page in one call. */
export async function site({ site, pages, fail, note }) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar');
  const files = new Map(pages.map((page) => [resolve(join(site.folder, page.file)), page]));
  const output = await run('java', ['-jar', jar.replace(/vnu-jar\.js$/, 'build/dist/vnu.jar'), '--format', 'json', '--stdout', '--exit-zero-always', ...files.keys()]);
  // Read from a file, a page has no origin for the policy's 'self' to mean; the check of the network asks a real browser.
  const undecidable = /^Resource violates Content Security Policy.* “(?!\w+:)[^“”]*” blocked by/;
  for (const { type, subType, message, url, lastLine, lastColumn } of JSON.parse(output).messages) {
    const page = files.get(decodeURIComponent(new URL(url ?? 'file:///').pathname));
    if (!page) throw new Error(`the HTML checker failed: ${message}`);
    if (undecidable.test(message)) continue;
    if (type === 'error' || subType === 'warning' || type === 'non-document-error') fail(page, `${subType ?? type}: ${message} (${lastLine}:${lastColumn})`);
    else note(`HTML checker: ${message}`);
  }
}

function run(command, args) {
  return new Promise((done, failed) => {
    execFile(command, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') failed(new Error(`no ${command}: install the package default-jre-headless`));
      else if (error) failed(new Error(`${command}: ${stderr || error.message}`));
      else done(stdout);
    });
  });
}
