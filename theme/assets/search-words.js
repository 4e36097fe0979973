/* What search says: words the build writes in the desk's language, and days as people say them. */

import words from "./words.js";

export { words };

/** Fill values into a phrase: `Results: {n}`. */
export const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/* The desk's language, not the page's: search speaks it everywhere. */
export const { lang, dir } = document.querySelector(".finder").closest("[lang]");

/** Print a day, or a month where `parts` says so, as people say it. */
export function dateWords(day, parts = { dateStyle: "long" }) {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(day ?? "");
  if (!found) return day ?? "";
  // As pages have it: plain English is British, digits are Latin.
  const form = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { ...parts, timeZone: "UTC", numberingSystem: "latn" });
  return form.format(new Date(`${found[0]}T00:00Z`));
}
