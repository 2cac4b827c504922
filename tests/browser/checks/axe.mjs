import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

export const name = 'axe';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colors': { colorScheme: 'light', forcedColors: 'active' },
};

let source;

export async function page({ visit, fail, note }) {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const tab = await visit();
  await tab.evaluate(source);
  await tab.evaluate(() => kin.openDetails());
  for (const [look, media] of Object.entries(LOOKS)) {
    await tab.emulateMedia({ forcedColors: 'none', ...media });
    const { violations, incomplete } = await tab.evaluate(async (tags) => {
      const found = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations', 'incomplete'], elementRef: true, preload: false });
      const brief = ({ id, impact, help, nodes }) => ({ id, impact, help, at: nodes.map((node) => kin.quote(node.element ?? document.body)) });
      return { violations: found.violations.map(brief), incomplete: found.incomplete.map(brief) };
    }, TAGS);
    for (const { id, impact, help, at } of violations) fail(`${id} (${impact}) in ${look}: ${help}: ${at[0]}${at.length > 1 ? ` and ${at.length - 1} more` : ''}`);
    for (const { id } of incomplete) note(`axe could not decide: ${id} in ${look}`);
  }
}
