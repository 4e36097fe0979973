/* What every page loads: keys, clicks and touches, and nothing they lead to until it is asked for.
   Everything on a page works without this. */

const dialog = document.getElementById("search");
const field = () => document.querySelector("dialog[open] input[type=search], main input[type=search]");
const isTyping = (node) => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
const load = (name) => import(new URL(name, import.meta.url));

/** Load the search code on the first use of it. */
const attach = async (finder) => (await load("search.js")).attachSearch(finder);

/** Show the dialog, or go to the field where the page has its own. */
function openSearch() {
  if (dialog && !dialog.open) {
    dialog.showModal();
    attach(dialog.querySelector(".finder"));
  }
  field()?.focus();
  field()?.select();
}

const own = document.querySelector("main .finder");
if (own && (location.search || field().value)) attach(own);
own?.addEventListener("focusin", () => attach(own));

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !chord) return;
  event.preventDefault();
  openSearch();
});

document.querySelector("a[data-search]")?.addEventListener("click", (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  if (elsewhere || !dialog) return;
  event.preventDefault();
  openSearch();
});

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

/* Links in the text to names, stories and briefings show a card: a mouse or the focus rests on one,
   or a finger taps it once; a second tap follows it. Headlines need none. */
const CARDED = /\/(?:person|org|place|law|story|\d{4}\/\d{2})\/[^/]+\/$/;
let pointer = "";

function preview(event) {
  pointer = /^pointer/.test(event.type) ? event.pointerType : event.type === "keydown" ? "" : pointer;
  const link = event.target.closest?.("main a[href]");
  const isTap = event.type === "click";
  if (!link || isTap !== (pointer === "touch") || link.closest("h2, h3") || link.getAttribute("aria-describedby") === "card") return;
  if (link.origin !== location.origin || link.pathname === location.pathname || !CARDED.test(link.pathname)) return;
  if (isTap) event.preventDefault();
  const follow = () => isTap && location.assign(link.href);
  load("preview-cards.js").then(({ showCard }) => showCard(link, isTap)).catch(follow);
}
for (const type of ["pointerdown", "pointerover", "keydown", "focusin", "click"]) document.addEventListener(type, preview);

/* Words that search found, to be marked: `#find=ferry`. */
const found = () => location.hash.startsWith("#find=") && load("found-words.js").then(({ markWords }) => markWords());
addEventListener("hashchange", found);
found();

/* Copy and share. */
for (const [can, button] of [[navigator.clipboard, "[data-copy]"], [navigator.share, "[data-share]"]]) {
  const node = can && document.querySelector(button);
  if (!node) continue;
  node.hidden = false;
  node.addEventListener("click", async () => (await load("share.js")).passOn(node));
}
/* What needs this reader: a clock, a memory. */
for (const node of document.querySelectorAll("[data-module]")) load(`${node.dataset.module}.js`).then((it) => it.fill(node));
/* From a second page on, pages are kept for when there is no network. */
if (navigator.serviceWorker?.controller || document.referrer.startsWith(location.origin) || document.getElementById("kept")) {
  addEventListener("load", () => (self.requestIdleCallback ?? setTimeout)(() => load("offline.js")));
}
