/* Says whether an edition is late, by the clock of the reader's device; a build has no clock. */

const HOUR = 3_600_000;

/** Say it; where the file cannot be read or names no time, nothing is said. */
export async function fill(line) {
  const { expected } = await (await fetch(line.dataset.status, { cache: "no-store" })).json();
  const due = Date.parse(expected);
  if (Number.isNaN(due)) return;
  line.textContent = Date.now() > due + HOUR ? line.dataset.late : line.dataset.good;
}
