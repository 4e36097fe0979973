/* What search says, in the languages the desk's own words come in; others read English. */

const PHRASES = {
  en: {
    all: "All results", any: "Search all of it", best: "Best match", failed: "Search could not be loaded. The archive has everything, by day.",
    fewer: "Fewer", further: "More results", kinds: { topic: "Topic", source: "Outlet", name: "Name", story: "Story", year: "Year" },
    maybe: "Did you mean", more: "More", narrow: "Narrow the results", newest: "Newest first", none: "Nothing found for", older: "Older:",
    order: "Order", reset: "Take off all filters", results: "Results:", since: "searched back to", wait: "Searching", earlier: "earlier",
    marked: "Words marked:", nextMark: "Next", unmark: "Take the marks off",
  },
  fr: {
    all: "Tous les résultats", any: "Chercher partout", best: "Les plus proches", failed: "La recherche n’a pas pu être chargée. Les archives ont tout, jour par jour.",
    fewer: "Moins", further: "Plus de résultats", kinds: { topic: "Rubrique", source: "Média", name: "Nom", story: "Dossier", year: "Année" },
    maybe: "Vouliez-vous dire", more: "Plus", narrow: "Affiner les résultats", newest: "Les plus récents", none: "Rien pour", older: "Plus ancien :",
    order: "Ordre", reset: "Ôter tous les filtres", results: "Résultats :", since: "recherche jusqu’à", wait: "Recherche en cours", earlier: "plus tôt",
    marked: "Mots marqués :", nextMark: "Suivant", unmark: "Ôter les marques",
  },
  ar: {
    all: "كل النتائج", any: "ابحث في الكل", best: "الأقرب", failed: "تعذّر تحميل البحث. الأرشيف يضم كل شيء بحسب الأيام.",
    fewer: "أقل", further: "نتائج أخرى", kinds: { topic: "موضوع", source: "مصدر", name: "اسم", story: "قضية", year: "سنة" },
    maybe: "هل تقصد", more: "المزيد", narrow: "تضييق النتائج", newest: "الأحدث أولا", none: "لا نتائج عن", older: "أقدم:",
    order: "الترتيب", reset: "إزالة كل المرشحات", results: "النتائج:", since: "بحث حتى", wait: "جارٍ البحث", earlier: "قبل ذلك",
    marked: "كلمات معلَّمة:", nextMark: "التالية", unmark: "إزالة العلامات",
  },
};

const { lang } = document.documentElement;
export const words = PHRASES[lang.split("-")[0].toLowerCase()] ?? PHRASES.en;

/** Print a day, or a month where `parts` says so, as people of the page's language say it. */
export function dateWords(day, parts = { dateStyle: "long" }) {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(day ?? "");
  if (!found) return day ?? "";
  const form = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { ...parts, timeZone: "UTC" });
  return form.format(new Date(`${found[0]}T00:00Z`));
}
