/* Starts the service worker from a reader's second page on, and says what is kept.
   A first page asks the network for nothing more than itself. */

const ROOT = new URL("../", import.meta.url).href;
const OWN = `briefings ${new URL(ROOT).pathname} `;

/** Tell the worker what was read before it was there, and on the front page to look for an edition. */
async function keep(worker) {
  const saving = navigator.connection?.saveData === true;
  const front = location.href.split(/[?#]/)[0] === ROOT;
  const first = !(await caches.keys()).some((name) => name.startsWith(`${OWN}edition`));
  worker.postMessage({ keep: location.href, edition: !saving && (front || first) });
}

/** List kept pages by their titles, newest first. */
async function listKept(section) {
  const list = section.querySelector("ul");
  for (const href of await keptPages()) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = await titleOf(href);
    item.append(link);
    list.append(item);
  }
  section.hidden = !list.childElementCount;
}

async function keptPages() {
  const found = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(`${OWN}pages`) && !name.startsWith(`${OWN}edition`)) continue;
    const requests = await (await caches.open(name)).keys();
    for (const { url } of requests.reverse()) if (url.endsWith("/")) found.add(url);
  }
  return found;
}

/** The title as the page has it: plain text between two tags, made a text node. */
async function titleOf(href) {
  const text = (await (await caches.match(href))?.text()) ?? "";
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";
  return title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&") || href;
}

const section = document.getElementById("kept");
if (section) listKept(section);

/* Browsers offer workers over https and on this machine alone; a preview keeps nothing. */
const workers = document.querySelector("script[src$='preview.js']") ? null : navigator.serviceWorker;
workers?.register(`${ROOT}service-worker.js`, { updateViaCache: "none" }).catch(() => undefined);
workers?.ready.then(({ active }) => keep(active));
