/* The index is cut in shards by period. This joins them, newest first, and says of each result
   which page of which shard it is; docs/decisions/0010-search-shards.md tells why. */

const asked = new Map();

/** Ask something once and keep the answer; a failure may be tried again. */
export function once(key, ask) {
  if (!asked.has(key)) {
    const answer = ask();
    answer.catch(() => asked.delete(key));
    asked.set(key, answer);
  }
  return asked.get(key);
}

async function read(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/** Load Pagefind as a module of its own for a language: one holds one set of word forms. */
const loadPagefind = (bundle, language) => import(new URL(`pagefind.js?${language}`, bundle));
const ownLanguage = () => document.documentElement.lang.toLowerCase().split("-")[0];

/** Read the manifest: shards from the newest period to the oldest, those of names, languages. */
export function openArchive(bundle) {
  return once(bundle, async () => {
    loadPagefind(bundle, ownLanguage()).catch(() => {});
    const { shards, words } = await (await read(new URL("shards.json", bundle), { cache: "no-cache" })).json();
    const pages = {};
    for (const shard of shards) {
      shard.bundle = new URL(`${shard.name}/`, bundle).href;
      for (const [language, count] of Object.entries(shard.languages)) pages[language] = (pages[language] ?? 0) + count;
    }
    const languages = Object.keys(pages).sort((a, b) => pages[b] - pages[a] || (a < b ? -1 : 1));
    const periods = shards.filter((shard) => shard.first);
    return { bundle, periods, names: shards.filter((shard) => !shard.first), languages, words: new URL(`words.json?${words}`, bundle) };
  });
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

/** Start Pagefind in one language, on the newest shard that has it: the engine lies there. */
async function startEngine(archive, language) {
  const shard = [...archive.periods, ...archive.names].find((one) => one.engines.includes(language));
  const { createInstance } = await loadPagefind(archive.bundle, language);
  const baseUrl = new URL("..", archive.bundle).pathname;
  // Pagefind takes the language from <html> alone, at this call; it is put back before anybody sees.
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  const engine = createInstance({ basePath: shard.bundle, baseUrl, excerptLength: 24, noWorker: true, metaCacheTag: shard.tag });
  root.lang = own;
  // Joining waits for the engine for ever; asking it something fails where it could not be loaded.
  await engine.preload("");
  return { engine, archive, baseUrl, has: new Set([`${shard.name} ${language}`]), joins: new Map(), pages: new Map() };
}

/** Give the engine for the language of a query. */
export async function engineFor(bundle, query) {
  const archive = await openArchive(bundle);
  const language = chooseLanguage(archive.languages, query);
  return once(`${bundle} ${language}`, () => startEngine(archive, language));
}

/** Read which ids a shard has, in its order, newest first, with their days. */
function readDocs(shard) {
  return once(`docs ${shard.bundle} ${shard.tag}`, async () => {
    const { language, ids, days } = await (await read(`${shard.bundle}docs.json?${shard.tag}`)).json();
    const dates = days.flatMap(([day, count]) => Array(count).fill(day ?? ""));
    return ids.split(" ").map((id, place) => ({ id: id.includes("_") ? id : `${language}_${id}`, place, day: dates[place], shard }));
  });
}

/** Read what narrows a search in a shard: for each kind, [id, title, places]. */
export function readFacets(shard) {
  return once(`facets ${shard.bundle} ${shard.tag}`, async () => {
    const kinds = await (await read(`${shard.bundle}facets.json?${shard.tag}`)).json();
    for (const values of Object.values(kinds)) {
      for (const value of values) {
        let at = 0;
        value[2] = value[2].map((step) => (at += step));
      }
    }
    return kinds;
  });
}

/** Join a shard's indexes, but those in letters the query has none of. */
async function joinShard(started, shard, scripts) {
  const { engine, baseUrl, has, pages } = started;
  const languages = Object.keys(shard.languages).filter((language) => !has.has(`${shard.name} ${language}`) && scripts.includes(language));
  const joined = languages.map((language) => engine.mergeIndex(shard.bundle, { language, baseUrl, metaCacheTag: shard.tag, excerptLength: 24 }));
  const [docs] = await Promise.all([shard.first ? readDocs(shard) : [], ...joined]);
  languages.forEach((language) => has.add(`${shard.name} ${language}`));
  for (const page of docs) pages.set(page.id, [...new Set(pages.get(page.id)).add(page)]);
}

/** Join shards to an engine, each once for each set of languages a query may be in. */
function join(started, shards, query) {
  const scripts = started.archive.languages.filter((language) => isWrittenIn(query, language));
  const wanted = scripts.length ? scripts : started.archive.languages;
  return Promise.all(
    shards.map((shard) => {
      const key = `${shard.name} ${wanted}`;
      if (!started.joins.has(key)) {
        const done = joinShard(started, shard, wanted);
        done.catch(() => started.joins.delete(key));
        started.joins.set(key, done);
      }
      return started.joins.get(key);
    }),
  );
}

/** Tell a result's page: one in no list is found by its name and has no day. Two shards may use one id, rarely: then the address tells the month. */
async function pageOf(started, result) {
  const pages = started.pages.get(result.id) ?? [];
  if (pages.length < 2) return pages[0] ?? { day: "", shard: null, place: 0 };
  const month = /\/(\d{4})\/(\d{2})\/[^/]+\/$/.exec((await result.data()).url)?.slice(1).join("-");
  return pages.find((page) => month && page.day.startsWith(month));
}

/** Search the shards named; gives hits with result, page and score. */
export async function searchShards(started, shards, query) {
  await join(started, shards, query);
  const { results } = await started.engine.search(query);
  const hits = await Promise.all(results.map(async (result) => ({ result, score: result.score, page: await pageOf(started, result) })));
  const wanted = new Set(shards).add(null);
  return hits.filter(({ page }) => page && wanted.has(page.shard));
}

/** Read the archive's words, for "did you mean". */
export function readWords(archive) {
  return once(`${archive.words}`, async () => (await read(archive.words)).json());
}
