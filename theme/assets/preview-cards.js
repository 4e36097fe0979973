/* A card that says what a link of ours leads to: the head of that page, read from the page itself.
   It is a tooltip and no dialog: words alone, nothing in it to use, and the focus stays on the link.
   It can be dismissed (Escape), pointed at, and stays until the reader leaves it (WCAG 1.4.13). */

const PARTS = "h1, .dek, .kicker, .status, .meta, .aside, .provenance li:first-child p:first-child";
const REST = 300; // ms on a link before its card comes
const LEAVE = 250; // ms to get from the link into the card
const EDGE = 12; // px to the edge of the window
const pages = new Map();
const card = document.createElement("div");
card.id = "card";
card.setAttribute("role", "tooltip");
card.hidden = true;
let [asked, shown, leaving] = [null, null, 0];

/** Load the card's styles; resolves when they apply, or cannot. */
const styled = new Promise((done) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", onload: done, onerror: done });
  link.href = new URL("preview-cards.css", import.meta.url);
  document.head.append(link);
});

/** Give the words of a part; the pieces of a line of particulars stand apart. */
const wordsOf = (part) => (part.matches(".meta") ? [...part.children].map((piece) => piece.textContent).join(" · ") : part.textContent);

/** Read the head of a page of ours as words: the page is parsed where nothing in it runs. */
async function read(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} ${href}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const head = page.querySelector("main header.top") ?? page.querySelector("main");
  const parts = [...head.querySelectorAll(PARTS)].map((part) => [part.className || part.localName, wordsOf(part)]);
  const summary = page.querySelector("main .dek") ? null : page.querySelector("main .points p");
  if (summary) parts.push(["dek", summary.textContent]);
  return { parts, lang: page.documentElement.lang, dir: page.documentElement.dir };
}

function once(href) {
  if (!pages.has(href)) pages.set(href, read(href).catch((error) => pages.delete(href) && Promise.reject(error)));
  return pages.get(href);
}

const line = ([name, words]) => {
  const made = document.createElement("p");
  made.className = `card-${name.split(" ")[0]}`;
  made.textContent = words.replace(/\s+/g, " ").trim();
  return made;
};

/** Put the card below its link, or above where there is no room; never over an edge. */
function place(link) {
  const { left, right, top, bottom } = link.getClientRects()[0];
  const start = document.documentElement.dir === "rtl" ? right - card.offsetWidth : left;
  const most = document.documentElement.clientWidth - card.offsetWidth - EDGE;
  const isAbove = bottom + card.offsetHeight > innerHeight && top > card.offsetHeight;
  card.style.left = `${Math.max(EDGE, Math.min(start, most)) + scrollX}px`;
  card.style.top = `${(isAbove ? top - card.offsetHeight : bottom) + scrollY}px`;
}

function hide() {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  card.hidden = true;
  asked = shown = null;
}

/** Hide soon, unless the pointer is on the link or the card by then, or the link has the focus. */
function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    const stays = card.matches(":hover") || shown?.matches(":hover, :focus-visible");
    if (!stays) hide();
  }, LEAVE);
}

document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("pointerdown", (event) => shown && !card.contains(event.target) && !shown.contains(event.target) && hide());
document.addEventListener("pointerover", (event) => shown && event.pointerType !== "touch" && !card.contains(event.target) && !shown.contains(event.target) && leave());
document.addEventListener("focusout", leave);
document.documentElement.addEventListener("pointerleave", leave);
addEventListener("pagehide", hide);

/** Show the card of a link: at once on a tap, else when the pointer or the focus rests on it.
    Throws on a tap whose page cannot be read, so that the link is followed. */
export async function showCard(link, isTap) {
  if (asked === link) return;
  asked = link;
  try {
    if (!isTap) await new Promise((done) => setTimeout(done, REST));
    const rests = () => asked === link && (isTap || link.matches(":hover, :focus-visible"));
    if (!rests()) return;
    const [page] = await Promise.all([once(link.href.split("#")[0]), styled]);
    if (!rests()) return;
    hide();
    [asked, shown] = [link, link];
    card.replaceChildren(...page.parts.map(line));
    [card.lang, card.dir] = [page.lang, page.dir];
    card.hidden = false;
    if (!card.isConnected) document.body.append(card);
    place(link);
    link.setAttribute("aria-describedby", "card");
  } catch (error) {
    if (isTap) throw error;
  } finally {
    if (asked === link && shown !== link) asked = null;
  }
}
