export const name = 'network';

export async function page({ page, visit, lane, facts, origin, fail }) {
  const tab = await visit();
  await tab.evaluate(() => { kin.openDetails(); scrollTo(0, document.body.scrollHeight); });
  await tab.waitForLoadState('networkidle');
  const requests = lane.log.requests.filter((url) => !url.startsWith('data:'));
  for (const url of requests.filter((each) => !each.startsWith(`${origin}/`))) fail(`asks another origin: ${url}`);
  const most = 1 + facts.get(page.file).photos;
  const ours = requests.filter((url) => url.startsWith(`${origin}/`)).length;
  if (ours > most) fail(`${ours} requests, ${most} at most`);
  for (const complaint of lane.log.complaints) fail(complaint);
  const cookies = await tab.context().cookies();
  if (cookies.length) {
    fail(`${cookies.length} cookie(s)`);
    await tab.context().clearCookies();
  }
}
