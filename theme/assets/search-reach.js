/* Which shards a search reads by itself, and in what order their hits stand. */

import { isNamed } from "./search-results.js";

const AUTOMATIC = 100_000;
/* Bytes of index a search reads by itself; more is read when asked for. */
const NAMED = 3;
/* Stories and names shown before the briefings, where their titles are what was asked for. */

/** Say how many bytes of index a query reads in a shard. */
const costOf = (query) => (shard) => shard.open + query.split(/\s+/).length * shard.word;

/** Give the shards of names: where they are very many, only for a search of everything. */
export function namesFor({ names, periods }, query, reach) {
  const bytes = names.reduce((sum, shard) => sum + costOf(query)(shard), 0);
  return bytes <= AUTOMATIC || reach >= periods.length ? names : [];
}

/** Say how many of the newest periods a search reads by itself, names counted. */
export function reachOf({ names, periods }, query) {
  const cost = costOf(query);
  let bytes = namesFor({ names, periods }, query, 0).reduce((sum, shard) => sum + cost(shard), 0);
  let reach = 0;
  while (reach < periods.length && (reach === 0 || bytes + cost(periods[reach]) <= AUTOMATIC)) bytes += cost(periods[reach++]);
  return reach;
}

/** Say how many of the newest periods reach back to the start of a year. */
export const reachOfYear = (periods, year) => periods.filter((shard) => shard.last >= year).length;

/** Put hits in order: by day, newest first, or by how well they match. */
export function inOrder(hits, order) {
  const best = (a, b) => b.score - a.score;
  const newest = (a, b) => (a.page.day < b.page.day ? 1 : a.page.day > b.page.day ? -1 : best(a, b));
  return [...hits].sort(order === "best" ? best : newest);
}

/** Move the stories and names that were asked for by their title to the front. */
export async function withNamed(hits, query) {
  const pages = hits.filter(({ page }) => !page.day).sort((a, b) => b.score - a.score).slice(0, NAMED);
  const titles = await Promise.all(pages.map(async ({ result }) => (await result.data()).meta.title ?? ""));
  const named = pages.filter((hit, at) => isNamed(titles[at], query));
  return [...named, ...hits.filter((hit) => !named.includes(hit))];
}
