/* What is new on the front page since the last visit. It is kept in this browser and told to nobody;
   where nothing can be kept, as in a private window, nothing is shown. */

const ROOT = new URL("..", import.meta.url).pathname;
const KEY = `briefings-visit:${ROOT}`;
const PAUSE = 30 * 60_000; // after so long a visit is over
const MOST = 400; // addresses kept

/** Give what was kept; null on a first visit and where it is not ours. */
function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    const whole = kept && Number.isFinite(kept.last) && Array.isArray(kept.here) && Array.isArray(kept.before);
    return whole ? kept : null;
  } catch {
    return null;
  }
}

/** Keep it, where the browser lets us. */
function save(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* a private window, or no room */
  }
}

const each = (...lists) => [...new Set(lists.flat())].slice(0, MOST);

/** Say a time: its day, or its hour where that was today. */
function say(time, now) {
  const language = document.documentElement.lang;
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  const form = today
    ? { hour: "2-digit", minute: "2-digit" }
    : { weekday: "long", day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, form).format(time);
}

/** Put the word beside who says so; the stylesheet keeps its place free. */
function mark(card, word) {
  const meta = card.querySelector(".meta");
  const sign = document.createElement("b");
  sign.className = "fresh";
  sign.textContent = word;
  (meta?.querySelector(":scope > span:last-child") ?? meta)?.append(" ", sign);
}

/** Note what an edition page shows; on the front page say what of it is new to this reader. */
export function fill(head, now = Date.now()) {
  const main = head.closest("main");
  const cards = new Map();
  for (const card of main.querySelectorAll(".lead, .card")) {
    const link = card.querySelector("h2 a, h3 a");
    if (link) cards.set(link.pathname.slice(ROOT.length), card);
  }
  const kept = load();
  let own = kept ?? { since: null, last: now, before: [], here: [] };
  if (now - own.last > PAUSE) own = { since: own.last, before: each(own.here, own.before), here: [] };
  const line = main.querySelector(".visit");
  if (line && Number.isFinite(own.since)) {
    const fresh = [...cards].filter(([address]) => !own.before.includes(address));
    for (const [, card] of fresh) mark(card, line.dataset.mark);
    const words = fresh.length ? line.dataset.fresh : line.dataset.none;
    line.textContent = words.replace("{n}", fresh.length).replace("{day}", say(own.since, now));
  }
  save({ ...own, here: each([...cards.keys()], own.here), last: now });
}
