/* "Did you mean": the archive's words nearest to one that was not found. Accents count for nothing. */

/** Take accents, marks and case off a word. */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}|\u0640/gu, "").toLowerCase();

/** Read the list: words, each with a digit that says how frequent it is. */
function parse(text) {
  return text.split(" ").filter(Boolean).map((entry) => {
    const word = entry.slice(0, -1);
    return { word, folded: fold(word), often: Number(entry.at(-1)) };
  });
}

/** Count the letters to change, add, drop or swap, up to `most` (Damerau 1964, adjacent swaps);
    more is Infinity. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let last = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
  }
  return row[other.length] <= most ? row[other.length] : Infinity;
}

/** Give the words nearest to one, the nearest and then the most frequent first. */
function nearest(words, typed) {
  const wanted = fold(typed);
  const most = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : 2;
  const found = [];
  for (const { word, folded, often } of words) {
    const far = distance(wanted, folded, most);
    // A typist rarely misses the first letter.
    if (far <= most) found.push({ word, rank: far * 20 + (folded[0] === wanted[0] ? 0 : 10) - often });
  }
  return found.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
}

/** Tell whether some word of the list is, or begins with, what was typed. */
const isKnown = (words, typed) => words.some(({ folded }) => folded.startsWith(fold(typed)));

/** Give up to three queries like this one, each unknown word replaced; none where all are known. */
export function suggest(text, query) {
  const words = parse(text);
  const pieces = query.split(/([\p{L}\p{M}]{3,})/u);
  const unknown = pieces.filter((piece, at) => at % 2 && !isKnown(words, piece));
  if (!unknown.length) return [];
  const choices = new Map(unknown.map((piece) => [piece, nearest(words, piece)]));
  if (![...choices.values()].some((choice) => choice.length)) return [];
  const made = [0, 1, 2].map((turn) =>
    pieces.map((piece) => {
      const choice = choices.get(piece);
      return choice?.length ? choice[Math.min(turn, choice.length - 1)] : piece;
    }).join(""),
  );
  return [...new Set(made)];
}
