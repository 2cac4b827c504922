export const name = 'network';

export function site({ site, facts, origin, fail }) {
  for (const page of site.pages) {
    const { requests, complaints, photos } = facts.get(page.file);
    const asked = requests.filter((url) => !url.startsWith('data:'));
    const ours = asked.filter((url) => url.startsWith(`${origin}/`));
    for (const url of asked) if (!ours.includes(url)) fail(page, `asks another origin: ${url}`);
    if (ours.length > 1 + photos) fail(page, `${ours.length} requests, ${1 + photos} at most`);
    for (const complaint of complaints) fail(page, complaint);
  }
}
