/* Marks the words a reader searched for on the page she opened: `#find=ferry+quay`.
   The words stay as they are; the marks can be taken off. */

import { fold } from "./search-spelling.js";
import { element } from "./search-results.js";
import { dir, lang, words } from "./search-words.js";

const LONGEST = 200;
const main = document.querySelector("main");
const bar = element("p", "found-bar");
bar.setAttribute("role", "status");
Object.assign(bar, { lang, dir });

const marks = () => [...main.querySelectorAll("mark.found-word")];

function takeOff() {
  for (const mark of marks()) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  bar.remove();
}

/** Give the words asked for, as they are compared. */
function asked() {
  const text = new URLSearchParams(location.hash.slice(1)).get("find") ?? "";
  return [...new Set(fold(text.slice(0, LONGEST)).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Mark each word of a text that begins as one asked for. */
function markText(node, wanted) {
  const pieces = node.data.split(/([\p{L}\p{N}\p{M}]+)/u);
  const made = pieces.map((piece, at) => {
    const isFound = at % 2 && wanted.some((start) => fold(piece).startsWith(start));
    return isFound ? element("mark", "found-word", piece) : piece;
  });
  if (made.some((one) => typeof one !== "string")) node.replaceWith(...made.filter((one) => one !== ""));
}

function button(label, act) {
  const made = element("button", "quiet", label);
  made.addEventListener("click", act);
  return made;
}

/** Go from mark to mark, the focus with it. */
function next() {
  const every = marks();
  const mark = every[(every.indexOf(document.activeElement) + 1) % every.length];
  mark.tabIndex = -1;
  mark.focus();
  mark.scrollIntoView({ block: "center" });
}

/** Mark what the address asks for; marks of an earlier question go. */
export function markWords() {
  takeOff();
  const wanted = asked();
  if (!wanted.length) return;
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("search, button, noscript, mark") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const node of texts) markText(node, wanted);
  const count = marks().length;
  if (!count) return;
  const off = button(words.unmark, () => {
    takeOff();
    history.replaceState(history.state, "", location.pathname + location.search);
    main.focus();
  });
  bar.replaceChildren(`${words.marked} ${count} `, button(words.nextMark, next), " ", off);
  (main.querySelector(".text") ?? main).prepend(bar);
}
