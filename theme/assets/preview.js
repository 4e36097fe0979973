/* The editors' preview only: reload the page when a new build has taken the place of this one. */

const address = new URL("preview.json", import.meta.url);
let seen = null;

/** Ask which build this is; no answer means that one is being put in place or the server is gone. */
async function look() {
  try {
    const { build } = await (await fetch(address, { cache: "no-store" })).json();
    if (seen !== null && build !== seen) location.reload();
    seen = build;
  } catch {
    /* asked again in a second */
  }
}

setInterval(look, 1000);
look();
