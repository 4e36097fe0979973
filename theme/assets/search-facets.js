/* Narrowing a search: what the results are about, counted, as checkboxes. Within a kind any value
   will do, between kinds all must; a count says what is left if its value alone were chosen. */

import { readFacets } from "./search-archive.js";
import { words } from "./search-words.js";

export const KINDS = ["year", "topic", "source", "story", "name"];
const FEW = 6;
const opened = new Set();

/** Give, for each kind, what a page is filed under: [id, title]. */
async function filedIn(shard) {
  const kinds = await readFacets(shard);
  if (!shard.filed) {
    shard.filed = new Map();
    for (const [kind, values] of Object.entries(kinds)) {
      for (const [id, title, places] of values) {
        for (const place of places) {
          const of = shard.filed.get(place) ?? {};
          (of[kind] ??= []).push([id, title]);
          shard.filed.set(place, of);
        }
      }
    }
  }
  return shard.filed;
}

/** Add to each hit what its page is filed under. */
export async function fileHits(hits) {
  const shards = [...new Set(hits.map(({ page }) => page.shard))].filter(Boolean);
  const filed = new Map(await Promise.all(shards.map(async (shard) => [shard, await filedIn(shard)])));
  for (const hit of hits) {
    const { day, shard, place } = hit.page;
    const year = day ? { year: [[day.slice(0, 4), day.slice(0, 4)]] } : {};
    hit.filed = { ...filed.get(shard)?.get(place), ...year };
  }
}

const fits = (hit, kind, chosen) => !chosen[kind]?.size || (hit.filed[kind] ?? []).some(([id]) => chosen[kind].has(id));

/** Keep the hits that were chosen; one kind may be left out of the question. */
export const keepHits = (hits, chosen, but) => hits.filter((hit) => KINDS.every((kind) => kind === but || fits(hit, kind, chosen)));

/** Count the values of a kind over hits, most frequent first; a title is the newest. */
function tally(hits, kind, chosen) {
  const found = new Map();
  for (const hit of keepHits(hits, chosen, kind)) {
    for (const [id, title] of hit.filed[kind] ?? []) {
      const value = found.get(id) ?? { id, title, count: 0 };
      value.count += 1;
      found.set(id, value);
    }
  }
  for (const id of chosen[kind] ?? []) if (!found.has(id)) found.set(id, { id, title: id.split("/").pop(), count: 0 });
  const listed = [...found.values()];
  if (kind === "year") return listed.sort((a, b) => (a.id < b.id ? 1 : -1));
  return listed.sort((a, b) => b.count - a.count || a.title.localeCompare(b.title));
}

/** Tell whether a kind parts the hits at all: one value that all have says nothing. */
function tells(kind, values, hits, chosen) {
  return values.length > 1 || chosen[kind]?.size || (values.length === 1 && values[0].count < keepHits(hits, chosen, kind).length);
}

function node(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function choice(kind, value, chosen, change) {
  const box = node("input");
  box.type = "checkbox";
  box.name = kind;
  box.value = value.id;
  box.checked = Boolean(chosen[kind]?.has(value.id));
  box.addEventListener("change", () => change(kind, value.id, box.checked));
  // The title keeps its direction, the line that of the page.
  const title = node("span", "", node("bdi", "", value.title));
  return node("li", "", node("label", "", box, " ", title, " ", node("small", "", String(value.count))));
}

function group(kind, values, chosen, change) {
  const first = values.filter((value, at) => at < FEW || chosen[kind]?.has(value.id));
  const shown = opened.has(kind) ? values : first;
  const list = node("ul", "", ...shown.map((value) => choice(kind, value, chosen, change)));
  const made = node("fieldset", "", node("legend", "", words[kind]), list);
  if (first.length < values.length) {
    const more = node("button", "quiet", opened.has(kind) ? words.fewer : words.more);
    more.type = "button";
    more.setAttribute("aria-expanded", String(opened.has(kind)));
    more.addEventListener("click", () => {
      if (!opened.delete(kind)) opened.add(kind);
      const again = group(kind, values, chosen, change);
      made.replaceWith(again);
      again.querySelector("button").focus();
    });
    made.append(more);
  }
  return made;
}

/** Print the values of all hits into a place; the box that has the focus keeps it. */
export function showFacets(place, hits, chosen, kinds, change) {
  const { name, value } = document.activeElement ?? {};
  const had = place.contains(document.activeElement);
  const groups = kinds.map((kind) => [kind, tally(hits, kind, chosen)]).filter(([kind, values]) => tells(kind, values, hits, chosen));
  const isChosen = KINDS.some((kind) => chosen[kind]?.size);
  const made = groups.map(([kind, values]) => group(kind, values, chosen, change));
  if (isChosen) {
    const reset = node("button", "quiet", words.reset);
    reset.type = "button";
    reset.addEventListener("click", () => change());
    made.push(reset);
  }
  place.replaceChildren(...made);
  if (had) [...place.querySelectorAll("input")].find((box) => box.name === name && box.value === value)?.focus();
}
