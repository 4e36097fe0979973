/* The editors' preview only: reload the page when it is no longer what it was. */

const address = new URL("preview.json", import.meta.url);
/* `briefings serve` answers for one page; any other server says which build this is. */
address.searchParams.set("page", location.pathname);
const PAUSE = 100;
let seen = null;

/** Ask what state the page is in; no answer means that one is being put in place or the server is gone. */
async function look() {
  try {
    const { build } = await (await fetch(address, { cache: "no-store" })).json();
    if (seen !== null && build !== seen) location.reload();
    seen = build;
  } catch {
    /* asked again in a moment */
  }
}

setInterval(look, PAUSE);
look();
