/** Failures of one kind on many pages are one line. */
export function print({ pages, checks, failures, notes, tables }, seconds) {
  const groups = new Map();
  for (const { page, check, what } of failures) {
    const key = `${check} · ${what}`;
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  for (const check of checks) {
    for (const [key, where] of groups) {
      if (!key.startsWith(`${check.name} · `)) continue;
      const more = where.length > 1 ? `  (×${where.length}: ${where.slice(1, 3).join(', ')}${where.length > 3 ? ', …' : ''})` : '';
      console.log(`${where[0]} · ${key}${more}`);
    }
  }
  for (const { title, rows } of tables) {
    console.log(`\n${title}`);
    for (const row of rows) console.log(`  ${row.map((cell) => String(cell).padStart(typeof cell === 'number' ? 8 : 0)).join('  ')}`);
  }
  const counted = new Map();
  for (const what of notes) counted.set(what, (counted.get(what) ?? 0) + 1);
  if (counted.size) console.log('\nworth a look');
  for (const [what, count] of [...counted].sort((a, b) => b[1] - a[1])) console.log(`  ×${count}  ${what}`);

  const failed = new Set(failures.map(({ page, check }) => `${page} · ${check}`)).size;
  console.log(`\n${pages.length} pages, ${checks.length} checks, ${Math.round(seconds)} s`);
  for (const check of checks) {
    const count = failures.filter((failure) => failure.check === check.name).length;
    if (count) console.log(`  ${check.name}: ${count}`);
  }
  console.log(`${pages.length * checks.length - failed} passed, ${failed} failed`);
}
