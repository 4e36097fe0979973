/* Results while typing, from Pagefind's own index. Titles and excerpts are strangers' text:
   they become text nodes and <mark> elements, never markup. */

const engines = new Map();
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&nbsp;": "\u00a0", "&amp;": "&" };

/** Read which languages the bundle holds, the page's own left out; one index each. */
async function otherLanguages(bundle) {
  const answer = await fetch(new URL("pagefind-entry.json", bundle));
  const own = document.documentElement.lang.toLowerCase();
  const { languages } = await answer.json();
  const all = Object.keys(languages);
  const first = all.includes(own) ? own : all.includes(own.split("-")[0]) ? own.split("-")[0] : null;
  return first ? all.filter((language) => language !== first) : [];
}

/** Load Pagefind once for a bundle; the addresses of results start where the bundle's folder lies. */
async function startEngine(bundle) {
  const pagefind = await import(new URL("pagefind.js", bundle));
  await pagefind.options({ baseUrl: new URL("..", bundle).pathname, excerptLength: 24 });
  await pagefind.init();
  for (const language of await otherLanguages(bundle)) {
    await pagefind.mergeIndex(bundle, { language, baseUrl: new URL("..", bundle).pathname });
  }
  return pagefind;
}

function engineFor(bundle) {
  if (!engines.has(bundle)) {
    const engine = startEngine(bundle);
    engine.catch(() => engines.delete(bundle));
    engines.set(bundle, engine);
  }
  return engines.get(bundle);
}

const plain = (text) => text.replace(/&(?:lt|gt|quot|#39|#x27|nbsp|amp);/g, (entity) => ENTITIES[entity]);
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** Cut Pagefind's excerpt at its marks: odd pieces are marked, all are text. */
function excerptNodes(excerpt) {
  return excerpt.split(/<\/?mark>/).map((piece, at) => (at % 2 ? marked(plain(piece)) : plain(piece)));
}

/** Mark the words of a title that begin as a searched word does. */
function titleNodes(title, query) {
  const wanted = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return title.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    const word = fold(piece);
    return word && wanted.some((start) => word.startsWith(start)) ? marked(piece) : piece;
  });
}

/** Print a date as people of the page's language say it; other words stay as they are. */
function dateWords(date) {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "");
  if (!day) return date ?? "";
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return words.format(new Date(`${day[0]}T00:00Z`));
}

function resultItem(result, query) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.dir = "auto";
  link.append(...titleNodes(result.meta.title ?? result.url, query));
  const line = document.createElement("p");
  line.dir = "auto";
  line.append(...excerptNodes(result.excerpt));
  const foot = document.createElement("p");
  foot.className = "meta";
  for (const words of [result.meta.source, dateWords(result.meta.date)].filter(Boolean)) {
    const part = document.createElement("span");
    part.textContent = words;
    foot.append(part, " ");
  }
  item.append(link, line, foot);
  return item;
}

/** Move between the field and the results with the arrows. */
function walkResults(event, input, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** Make one search field live. Calling it again changes nothing. */
export function attachSearch(finder) {
  if (finder.dataset.live) return;
  finder.dataset.live = "yes";
  const words = finder.dataset;
  const bundle = new URL(words.bundle, document.baseURI).href;
  const [form, input, told, list] = ["form", "input", ".told", ".found"].map((part) => finder.querySelector(part));
  const isPage = !finder.closest("dialog");
  let turn = 0;

  const clear = (message) => {
    told.textContent = message;
    list.replaceChildren();
    finder.querySelector(".further")?.remove();
  };

  async function show(results, query, from, mine) {
    const few = Number(words.few);
    const loaded = await Promise.all(results.slice(from, from + few).map((result) => result.data()));
    if (mine !== turn) return;
    const items = loaded.map((result) => resultItem(result, query));
    if (from) list.append(...items);
    else list.replaceChildren(...items);
    finder.querySelector(".further")?.remove();
    if (from + few < results.length) list.after(further(results, query, from + few, mine));
    if (from) items[0]?.querySelector("a").focus();
  }

  function further(results, query, from, mine) {
    const more = document.createElement(isPage ? "button" : "a");
    more.className = "further";
    more.textContent = isPage ? words.more : words.all;
    if (isPage) more.type = "button";
    if (isPage) more.addEventListener("click", () => show(results, query, from, mine));
    else more.href = `${form.action}?q=${encodeURIComponent(query)}`;
    return more;
  }

  async function search() {
    const query = input.value.trim();
    const mine = ++turn;
    if (!query) return clear("");
    const waiting = setTimeout(() => mine === turn && (told.textContent = words.wait), 300);
    try {
      const engine = await engineFor(bundle);
      const answer = await engine.debouncedSearch(query, {}, 120);
      if (mine !== turn || !answer) return undefined;
      if (!answer.results.length) return clear(`${words.none} “${query}”`);
      await show(answer.results, query, 0, mine);
      if (mine === turn) told.textContent = `${words.count} ${answer.results.length}`;
    } catch {
      if (mine === turn) clear(words.failed);
    } finally {
      clearTimeout(waiting);
    }
    return undefined;
  }

  input.addEventListener("input", search);
  finder.addEventListener("keydown", (event) => walkResults(event, input, list));
  if (isPage) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const address = new URL(form.action);
      address.searchParams.set("q", input.value.trim());
      if (address.pathname === location.pathname) history.replaceState(null, "", address);
      search();
    });
    input.value = new URLSearchParams(location.search).get("q") ?? "";
  }
  engineFor(bundle).catch(() => {});
  if (input.value) search();
}
