export const name = 'network';

export async function page({ page, visit, lane, facts, origin, fail }) {
  const tab = await visit();
  await tab.evaluate(async () => {
    kin.openDetails();
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].filter((image) => !image.complete).map((image) => image.decode().catch(() => {})));
  });
  const requests = lane.log.requests.filter((url) => !url.startsWith('data:'));
  for (const url of requests.filter((each) => !each.startsWith(`${origin}/`))) fail(`asks another origin: ${url}`);
  const most = 1 + facts.get(page.file).photos;
  const ours = requests.filter((url) => url.startsWith(`${origin}/`)).length;
  if (ours > most) fail(`${ours} requests, ${most} at most`);
  for (const complaint of lane.log.complaints) fail(complaint);
}
