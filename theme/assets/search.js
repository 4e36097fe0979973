/* Results while typing, from Pagefind's own index. Titles and excerpts are strangers' text:
   they become text nodes and <mark> elements, never markup. */

const engines = new Map();
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&nbsp;": "\u00a0", "&amp;": "&" };

/** Ask something of the bundle once and keep the answer; a failure may be tried again. */
function once(key, ask) {
  if (!engines.has(key)) {
    const answer = ask();
    answer.catch(() => engines.delete(key));
    engines.set(key, answer);
  }
  return engines.get(key);
}

/** Read the languages of the bundle, one index each, the largest first. */
async function readLanguages(bundle) {
  const answer = await fetch(new URL("pagefind-entry.json", bundle));
  const { languages } = await answer.json();
  return Object.keys(languages).sort((a, b) => languages[b].page_count - languages[a].page_count || (a < b ? -1 : 1));
}

/** Tell whether a text holds letters a language is written in. */
function isWrittenIn(text, language) {
  try {
    return new RegExp(`\\p{Script=${new Intl.Locale(language).maximize().script}}`, "u").test(text);
  } catch {
    return false;
  }
}

/** Choose whose word forms to search by: the page's language, or the one whose letters are typed. */
function chooseLanguage(languages, query) {
  const own = document.documentElement.lang.toLowerCase();
  const first = [own, own.split("-")[0]].find((language) => languages.includes(language)) ?? languages[0];
  if (isWrittenIn(query, first)) return first;
  return languages.find((language) => isWrittenIn(query, language)) ?? first;
}

/** Start Pagefind in one language and join the indexes of the others. Addresses of results start
    where the bundle's folder lies. */
async function startEngine(bundle, language, languages) {
  // A module of its own for each language: one holds one set of word forms, whatever is asked later.
  const { createInstance } = await import(new URL(`pagefind.js?${language}`, bundle));
  const baseUrl = new URL("..", bundle).pathname;
  // Pagefind takes the language from <html> alone, at this call; it is put back before anybody sees.
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  const engine = createInstance({ baseUrl, excerptLength: 24 });
  root.lang = own;
  await engine.init();
  for (const other of languages.filter((code) => code !== language)) {
    await engine.mergeIndex(bundle, { language: other, baseUrl });
  }
  return engine;
}

async function engineFor(bundle, query) {
  const languages = await once(bundle, () => readLanguages(bundle));
  const language = chooseLanguage(languages, query);
  return once(`${bundle} ${language}`, () => startEngine(bundle, language, languages));
}

const plain = (text) => text.replace(/&(?:lt|gt|quot|#39|#x27|nbsp|amp);/g, (entity) => ENTITIES[entity]);
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** Cut Pagefind's excerpt at its marks: odd pieces are marked, all are text. The title, which the
    index holds first, is not said twice. */
function excerptNodes(excerpt, title) {
  const pieces = excerpt.split(/<\/?mark>/).map(plain);
  let skip = pieces.join("").startsWith(title) ? title.length : 0;
  return pieces.map((piece, at) => {
    const rest = piece.slice(skip);
    const isFirst = skip > 0 && rest;
    skip = Math.max(0, skip - piece.length);
    const words = isFirst ? rest.replace(/^[.\s]+/, "") : rest;
    return at % 2 && words ? marked(words) : words;
  });
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
  const { lang } = document.documentElement;
  const words = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  return words.format(new Date(`${day[0]}T00:00Z`));
}

function resultItem(result, query) {
  const item = document.createElement("li");
  item.dir = "auto";
  const link = document.createElement("a");
  link.href = result.url;
  link.append(...titleNodes(result.meta.title ?? result.url, query));
  const line = document.createElement("p");
  line.append(...excerptNodes(result.excerpt, result.meta.title ?? ""));
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

/** Move between the field and the results with the arrows; Escape leaves, without clearing first. */
function walkResults(event, input, list) {
  if (event.key === "Escape") event.target.closest("dialog")?.close();
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
      const engine = await engineFor(bundle, query);
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
  engineFor(bundle, "").catch(() => {});
  if (input.value) search();
}
