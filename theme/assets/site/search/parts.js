// Parts of the index: Pagefind tells nobody of one that it could not load. It goes on without it and
// finds less, or nothing. So this stands between it and the network, and counts what was lost.

/** As the browser asks, for files that Pagefind has no part in. */
export const ask = globalThis.fetch.bind(globalThis);

const lost = new Map();

/** How many parts below an address were lost since the page was opened; it is watched from now on. */
export function lostBelow({ href }) {
  if (!lost.has(href)) { lost.set(href, 0); }
  return lost.get(href);
}

globalThis.fetch = async (input, options) => {
  const { href } = new URL(input.url ?? input, location.href);
  const below = [...lost.keys()].find((each) => href.startsWith(each));
  if (!below) { return ask(input, options); }
  try {
    const answer = await ask(input, options);
    // Networks that want a reader to sign in first answer everything with a page.
    const page = /^text\/html/.test(answer.headers.get("Content-Type"));
    if (!answer.ok || page) { throw new Error(`${href}: ${answer.status}`); }
    return new Response(await answer.arrayBuffer(), { headers: answer.headers }); // it may break off, too
  } catch (error) {
    lost.set(below, lost.get(below) + 1);
    throw error;
  }
};
