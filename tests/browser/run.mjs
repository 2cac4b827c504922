import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { audit, CHECKS } from './audit.mjs';
import { print } from './report.mjs';
import { shoot } from './shots.mjs';

const NAMES = CHECKS.map((check) => check.name);
const USAGE = `node run.mjs DIR [--only ${NAMES.join(',')}] [--pages PART-OF-PATH] [--jobs N]
node run.mjs DIR --shots OUT [--pages PART-OF-PATH]   pictures to look at, instead of checks`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, pages: { type: 'string' }, shots: { type: 'string' }, jobs: { type: 'string' } },
  });
  const only = values.only?.split(',') ?? NAMES;
  const unknown = only.filter((name) => !NAMES.includes(name));
  if (positionals.length !== 1 || unknown.length) throw new Error(`${unknown.length ? `no check ${unknown.join(', ')}\n` : ''}${USAGE}`);
  const [folder] = positionals;
  const wanted = (file) => !values.pages || file.includes(values.pages);

  if (values.shots) {
    console.log(`${await shoot(folder, values.shots, wanted)} pages in ${values.shots}`);
  } else {
    const began = performance.now();
    const jobs = Number(values.jobs ?? Math.min(4, availableParallelism?.() ?? cpus().length));
    const result = await audit(folder, { only, wanted, jobs });
    print(result, (performance.now() - began) / 1000);
    process.exitCode = result.failures.length ? 1 : 0;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
