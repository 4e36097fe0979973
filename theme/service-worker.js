/* Keeps the newest edition and the pages that were read, for when there is no network.
   The network comes first: what it says is shown and kept; a page that is gone there is forgotten
   here. Only pages, styles, scripts and icons are kept; never search indexes, feeds or errors.
   Everything belongs to the folder this file stands in, so two sites on one host stay apart. */

const VERSION = 1;
const ROOT = new URL("./", self.location).href;
const OWN = `briefings ${new URL(ROOT).pathname} `;
const PAGES = `${OWN}pages ${VERSION}`;
const EDITION = `${OWN}edition ${VERSION}`;
const ASSETS = `${OWN}assets ${VERSION}`;
const OFFLINE = `${ROOT}offline.html`;
const LIST = `${ROOT}offline.json`;
/** Pages read that are kept; the one read longest ago makes room. */
const MOST = 60;
/** Milliseconds the network has before a kept page is shown; without one it is waited for. */
const PATIENCE = 3000;
const FIRST = ["offline.html", "assets/briefings.css", "assets/briefings.js", "assets/offline.js", "assets/favicon.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(FIRST.map((path) => ROOT + path))));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

async function forgetOlder() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && ![PAGES, EDITION, ASSETS].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(ROOT)) return;
  if (request.mode === "navigate") event.respondWith(page(event, address(url)));
  else if (isAsset(url)) event.respondWith(asset(request));
});

/** A page is one whatever it is asked with: a search, a mark in the text. */
function address(url) {
  return url.origin + url.pathname.replace(/index\.html$/, "");
}

function isAsset(url) {
  return url.href.startsWith(`${ROOT}assets/`) && /\.(css|js|svg|png)$/.test(url.pathname);
}

/** Names with a digest of what they hold never change. */
function isVersioned(url) {
  return /[.-][0-9a-f]{8,}\.\w+$/.test(url.pathname) || url.searchParams.has("v");
}

function isGood(response) {
  return response.status === 200 && response.type === "basic" && !response.redirected;
}

function isPage(response) {
  return (response.headers.get("content-type") ?? "").startsWith("text/html");
}

async function page(event, key) {
  // Asked of the host each time: the browser's own cache may hold what was withdrawn since.
  const asked = fetch(event.request.url, { cache: "no-cache", redirect: "manual" }).then((response) => {
    event.waitUntil(remember(key, response.clone()));
    return response;
  });
  event.waitUntil(asked.catch(() => undefined));
  const kept = await find(key);
  try {
    return await (kept ? Promise.race([asked, late()]) : asked);
  } catch {
    return kept ?? (await caches.match(OFFLINE, { cacheName: ASSETS })) ?? Response.error();
  }
}

function late() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

async function find(key) {
  return (await caches.match(key, { cacheName: EDITION })) ?? caches.match(key, { cacheName: PAGES });
}

/** Keep what was read, newest last; forget what is no longer there. */
async function remember(key, response) {
  const cache = await caches.open(PAGES);
  const edition = await caches.open(EDITION);
  if (response.status === 404 || response.status === 410) {
    await Promise.all([cache.delete(key), edition.delete(key)]);
  }
  if (!isGood(response) || !isPage(response)) return;
  if (await edition.match(key)) await edition.put(key, response.clone());
  await cache.delete(key);
  await cache.put(key, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((one) => cache.delete(one)));
}

async function asset(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept && isVersioned(new URL(request.url))) return kept;
  try {
    const response = await fetch(request);
    if (isGood(response)) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/* A page says what is to be kept: itself, and the edition where that is another than the one kept. */
self.addEventListener("message", (event) => {
  const { keep, edition } = event.data ?? {};
  if (keep) event.waitUntil(fetchPage(keep));
  if (edition) event.waitUntil(keepEdition());
});

async function fetchPage(href) {
  const url = new URL(href, ROOT);
  if (!url.href.startsWith(ROOT) || (await find(address(url)))) return;
  await remember(address(url), await fetch(address(url)));
}

let keeping = null;

function keepEdition() {
  keeping ??= fetchEdition().catch(() => undefined).finally(() => { keeping = null; });
  return keeping;
}

async function fetchEdition() {
  const listed = await fetch(LIST, { cache: "no-cache" });
  if (!isGood(listed)) return;
  const cache = await caches.open(EDITION);
  const known = await cache.match(LIST);
  const text = await listed.clone().text();
  if (known && (await known.text()) === text) return;
  const keys = JSON.parse(text).pages.map((path) => new URL(path, ROOT).href).filter((href) => href.startsWith(ROOT));
  for (const key of keys) {
    const response = await fetch(key, { cache: "no-cache" });
    if (isGood(response) && isPage(response)) await cache.put(key, response);
    else await cache.delete(key);
  }
  const there = await cache.keys();
  await Promise.all(there.filter((one) => !keys.includes(one.url)).map((one) => cache.delete(one)));
  await cache.put(LIST, listed); // last: an edition that was cut short is fetched again
}
