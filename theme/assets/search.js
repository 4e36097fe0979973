/* The search field: results while typing, newest first, older periods joined in behind. */

import { engineFor, openArchive, readWords, searchShards } from "./search-archive.js";
import { KINDS, fileHits, keepHits, showFacets } from "./search-facets.js";
import { inOrder, namesFor, reachOf, reachOfYear, withNamed } from "./search-reach.js";
import { element, loadStyles, resultItem, walkResults } from "./search-results.js";
import { suggest } from "./search-spelling.js";
import { dateWords, fill, words } from "./search-words.js";

/* Results printed before the rest of the screen is loaded. */
const FIRST = 5;

class Search {
  constructor(finder) {
    this.finder = finder;
    this.bundle = new URL(finder.dataset.bundle, document.baseURI).href;
    this.few = Number(finder.dataset.few);
    [this.form, this.input, this.told, this.list] = ["form", "input", ".told", ".found"].map((part) => finder.querySelector(part));
    this.isPage = !finder.closest("dialog");
    this.turn = this.reach = 0;
    this.order = "newest";
    this.chosen = {};
    this.addParts();
  }

  /** Add what only results need: the order, the filters, the older periods. */
  addParts() {
    this.tools = element("div", "tools");
    this.orders = element("div", "orders");
    this.orders.setAttribute("role", "group");
    this.orders.setAttribute("aria-label", words.order);
    for (const order of ["newest", "best"]) {
      const button = element("button", "quiet", words[order]);
      button.dataset.order = order;
      button.addEventListener("click", () => {
        this.order = order;
        this.again();
      });
      this.orders.append(button);
    }
    this.narrow = element("details", "narrow");
    this.boxes = element("div", "boxes");
    this.narrow.append(element("summary", "", words.narrow), this.boxes);
    this.narrow.addEventListener("toggle", () => this.narrow.open && this.hits && this.printFacets(this.turn));
    this.tools.append(this.orders);
    this.list.before(this.tools, this.narrow);
    this.hideTools(true);
    this.after = element("div", "after-found");
    this.list.after(this.after);
  }

  clear(message) {
    this.told.textContent = message;
    this.list.replaceChildren();
    this.after.replaceChildren();
    this.hideTools(true);
    this.hits = null;
  }

  hideTools(isHidden) {
    this.tools.hidden = isHidden;
    this.narrow.hidden = isHidden;
  }

  isFiltered() {
    return KINDS.some((kind) => this.chosen[kind]?.size);
  }

  /** Search for what is in the field; a later search makes this one silent. */
  async search(pause = 120) {
    const query = this.input.value.trim();
    const mine = ++this.turn;
    if (!query) return this.clear("");
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => mine === this.turn && (this.told.textContent = words.wait), 300);
    try {
      await new Promise((done) => setTimeout(done, pause));
      if (mine === this.turn) await this.find(query, mine);
    } catch {
      if (mine === this.turn) this.clear(words.failed);
    } finally {
      if (mine === this.turn) clearTimeout(this.waiting);
    }
    return undefined;
  }

  /** Show the newest period at once, then join older ones while a screen is not full. */
  async find(query, mine) {
    const started = await engineFor(this.bundle, query);
    const { periods } = started.archive;
    const years = [...(this.chosen.year ?? [])];
    if (years.length) this.reach = Math.max(this.reach, ...years.map((year) => reachOfYear(periods, year)));
    const reach = Math.max(this.reach, reachOf(started.archive, query));
    const first = Math.min(Math.max(1, this.reach), periods.length);
    // Two steps: Pagefind answers for all it has joined or is joining, so a third would only wait.
    let upTo = first;
    for (const step of new Set([first, Math.max(first, reach)])) {
      upTo = step;
      const hits = await searchShards(started, [...namesFor(started.archive, query, step), ...periods.slice(0, step)], query);
      if (mine !== this.turn) return;
      this.hits = hits;
      const found = await this.print(query, mine);
      if (mine !== this.turn || found >= this.few) break;
    }
    if (mine === this.turn && this.narrow.open) this.printFacets(mine);
    if (!this.hits.length) await this.printNone(started.archive, query, mine);
    if (mine === this.turn) this.printOlder(periods, upTo);
  }

  /** Print hits in their order, as far as they are chosen; gives their number. */
  async print(query, mine) {
    if (this.isFiltered()) await fileHits(this.hits);
    const kept = this.isFiltered() ? keepHits(this.hits, this.chosen) : this.hits;
    const shown = await withNamed(inOrder(kept, this.order), query);
    if (mine !== this.turn) return 0;
    this.hideTools(!this.hits.length);
    for (const button of this.orders.children) button.setAttribute("aria-pressed", String(button.dataset.order === this.order));
    await this.show(shown, query, 0, mine);
    if (mine !== this.turn) return 0;
    clearTimeout(this.waiting); // what comes after an answer must not be said to be one
    this.told.textContent = shown.length ? fill(words.results, { n: shown.length }) : fill(words.none, { query });
    return shown.length;
  }

  /** Print a screenful of hits, the first few as soon as they are there. */
  async show(hits, query, from, mine) {
    const some = hits.slice(from, from + this.few);
    const coming = some.map(({ result }) => result.data());
    for (const [start, end] of [[0, FIRST], [FIRST, this.few]]) {
      const loaded = await Promise.all(coming.slice(start, end));
      if (mine !== this.turn) return;
      const items = loaded.map((result, at) => resultItem(result, some[start + at].page.day, query));
      if (from || start) this.list.append(...items);
      else this.list.replaceChildren(...items);
      if (from && !start) items[0]?.querySelector("a").focus();
    }
    this.after.querySelector(".further")?.remove();
    if (from + this.few < hits.length) this.after.prepend(this.further(hits, query, from + this.few, mine));
  }

  further(hits, query, from, mine) {
    const more = element(this.isPage ? "button" : "a", "further", this.isPage ? words.further : words.all);
    if (this.isPage) more.addEventListener("click", () => this.show(hits, query, from, mine));
    else more.href = `${this.form.action}?q=${encodeURIComponent(query)}`;
    return more;
  }

  async printFacets(mine) {
    const hits = this.hits.filter(({ page }) => page.day);
    if ((await fileHits(hits).catch(() => true)) || mine !== this.turn) return;
    const kinds = this.isPage ? KINDS : KINDS.slice(0, 3);
    showFacets(this.boxes, hits, this.chosen, kinds, (kind, id, isOn) => this.choose(kind, id, isOn));
  }

  choose(kind, id, isOn) {
    if (!kind) this.chosen = {};
    else (this.chosen[kind] ??= new Set())[isOn ? "add" : "delete"](id);
    this.again();
  }

  again() {
    this.keepAddress();
    this.search(0);
  }

  /** Say how far back was searched, and offer what is older, by year. */
  printOlder(periods, upTo) {
    this.after.querySelector(".older")?.remove();
    if (upTo >= periods.length) return;
    const month = dateWords(periods[upTo - 1].first, { month: "long", year: "numeric" });
    this.told.textContent += ` · ${fill(words.since, { month })}`;
    const line = element("p", "older", `${words.older} `);
    const ends = new Map(periods.map((shard, at) => [shard.first.slice(0, 4), at + 1]).filter(([, end]) => end > upTo));
    const now = periods[upTo - 1].first.slice(0, 4);
    for (const [year, end] of ends) {
      const button = element("button", "quiet", year === now ? fill(words.earlier, { year }) : year);
      button.addEventListener("click", () => this.reachTo(end));
      line.append(button, " ");
    }
    if (ends.size > 1) {
      const every = element("button", "quiet", words.any);
      every.addEventListener("click", () => this.reachTo(periods.length));
      line.append(every);
    }
    this.after.append(line);
  }

  async reachTo(end) {
    this.reach = end;
    await this.search(0);
    (this.after.querySelector(".older button") ?? this.list.querySelector("a") ?? this.input).focus();
  }

  /** Ask whether another word was meant, where the archive does not have this one. */
  async printNone(archive, query, mine) {
    const made = suggest(await readWords(archive).catch(() => ""), query);
    if (mine !== this.turn || !made.length) return;
    const line = element("p", "maybe", `${words.maybe} `);
    for (const other of made) {
      const button = element("button", "quiet", other);
      button.dir = "auto";
      button.addEventListener("click", () => {
        this.input.value = other;
        this.input.focus();
        this.again();
      });
      line.append(button, " ");
    }
    this.after.prepend(line);
  }

  /** Keep query, order and filters in the address of the search page. */
  keepAddress() {
    if (!this.isPage) return;
    const address = new URL(this.form.action);
    if (address.pathname !== location.pathname) return;
    address.searchParams.set("q", this.input.value.trim());
    if (this.order !== "newest") address.searchParams.set("order", this.order);
    for (const kind of KINDS) for (const id of this.chosen[kind] ?? []) address.searchParams.append(kind, id);
    history.replaceState(null, "", address);
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    this.input.value ||= asked.get("q") ?? ""; // a quick reader may have typed while this was loading
    this.order = asked.get("order") === "best" ? "best" : "newest";
    for (const kind of KINDS) if (asked.has(kind)) this.chosen[kind] = new Set(asked.getAll(kind));
    this.narrow.open = this.isFiltered() || matchMedia("(min-width: 70rem)").matches;
  }
}

/** Make one search field live. Calling it again changes nothing. */
export function attachSearch(finder) {
  if (finder.dataset.live) return;
  finder.dataset.live = "yes";
  loadStyles();
  const search = new Search(finder);
  openArchive(search.bundle).catch(() => {});
  search.input.addEventListener("input", () => search.search());
  finder.addEventListener("keydown", (event) => walkResults(event, search.input, search.list));
  if (search.isPage) {
    search.form.addEventListener("submit", (event) => {
      event.preventDefault();
      search.again();
    });
    search.readAddress();
  }
  engineFor(search.bundle, "").catch(() => {});
  if (search.input.value) search.search(0);
}
