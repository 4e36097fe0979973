/* Opens search with "/" and Ctrl-K, and from the link in the masthead. Everything else works without it. */

const dialog = document.getElementById("search");
const field = () => document.querySelector("dialog[open] input[type=search], main input[type=search]");
const isTyping = (node) => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);

/** Load the search code on the first use of it. */
async function attach(finder) {
  const { attachSearch } = await import(new URL("search.js", import.meta.url));
  attachSearch(finder);
}

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
if (own) attach(own);

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

/* From a reader's second page on, pages are kept for when there is no network. */
if (navigator.serviceWorker?.controller || document.referrer.startsWith(location.origin) || document.getElementById("kept")) {
  addEventListener("load", () => (self.requestIdleCallback ?? setTimeout)(() => import(new URL("offline.js", import.meta.url))));
}
