/* What results are made of: their lines, their styles, the way through them by keys.
   One result is a line of a list. Titles and excerpts are strangers' text: they become text nodes
   and <mark> elements, never markup. */

import { fold } from "./search-spelling.js";
import { dateWords } from "./search-words.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&nbsp;": "\u00a0", "&amp;": "&" };

const plain = (text) => text.replace(/&(?:lt|gt|quot|#39|#x27|nbsp|amp);/g, (entity) => ENTITIES[entity]);

function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** Cut Pagefind's excerpt at its marks: odd pieces are marked, all are text. The title, which the
    index holds first, is not said twice; dots say where a sentence is cut. */
function excerptNodes(excerpt, title) {
  const pieces = excerpt.split(/<\/?mark>/).map(plain);
  let skip = pieces.join("").startsWith(title) ? title.length : 0;
  const nodes = pieces.map((piece, at) => {
    const rest = piece.slice(skip);
    const isFirst = skip > 0 && rest;
    skip = Math.max(0, skip - piece.length);
    const words = isFirst ? rest.replace(/^[.\s]+/, "") : rest;
    return at % 2 && words ? marked(words) : words;
  });
  const text = nodes.map((node) => node.textContent ?? node).join("").trim();
  const isCut = /^[\p{Ll},;:)]/u.test(text);
  const goesOn = text && !/[.!?…؟۔।。！？]["'”’»)\]]*$/u.test(text);
  return [isCut ? "… " : "", ...nodes, goesOn ? " …" : ""];
}

/** Mark the words of a title that begin as a searched word does. */
function titleNodes(title, query) {
  const wanted = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return title.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    const word = fold(piece);
    return word && wanted.some((start) => word.startsWith(start)) ? marked(piece) : piece;
  });
}

/** Say in an address which words to mark on the page: those searched, and their other forms. */
function foundWords(excerpt, query) {
  const wanted = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const begin = wanted.map(fold);
  const forms = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap(([, form]) => plain(form).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  const others = forms.filter((form) => !begin.some((start) => fold(form).startsWith(start)));
  return new URLSearchParams({ find: [...new Set([...wanted, ...others.map((form) => form.toLowerCase())])].join(" ") });
}

/** Make the line of a loaded result: headline, excerpt, kind or outlet, day. */
export function resultItem(result, day, query) {
  const item = document.createElement("li");
  item.dir = "auto";
  const link = document.createElement("a");
  link.href = result.url;
  link.hash = foundWords(result.excerpt, query);
  link.append(...titleNodes(result.meta.title ?? result.url, query));
  const line = document.createElement("p");
  line.append(...excerptNodes(result.excerpt, result.meta.title ?? ""));
  const foot = document.createElement("p");
  foot.className = "meta";
  for (const said of [result.meta.kind, result.meta.source, dateWords(day)].filter(Boolean)) {
    const part = document.createElement("span");
    part.dir = "auto";
    part.textContent = said;
    foot.append(part, " ");
  }
  item.append(link, line, foot);
  return item;
}

/** Tell whether every searched word begins a word of a title: the page is what was asked for. */
export function isNamed(title, query) {
  const wanted = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  return wanted.length > 0 && wanted.every((start) => said.some((word) => word.startsWith(start)));
}

/** Load the styles of results once. */
export function loadStyles() {
  const href = new URL("search.css", import.meta.url).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}

/** Make an element with a class and a text. */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  if (name === "button") made.type = "button";
  return made;
}

/** Move between the field and the results with the arrows; Escape leaves, without clearing first. */
export function walkResults(event, input, list) {
  if (event.key === "Escape") event.target.closest("dialog")?.close();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
