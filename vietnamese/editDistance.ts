/** Letters to put in, take out or change to make one text of another. */
export function editDistance(from: string, to: string): number {
  return lastRow(from, to, (index) => index).at(-1) ?? 0;
}

/** The same, to make `wanted` of any part of `text`. */
export function editDistanceWithin(text: string, wanted: string): number {
  return Math.min(...lastRow(wanted, text, () => 0));
}

/** What `from` costs as each beginning of `to`; `start`: what it costs to begin at that letter of it. */
function lastRow(from: string, to: string, start: (index: number) => number): readonly number[] {
  let row = Array.from({ length: to.length + 1 }, (_, index) => start(index));
  for (const letter of from) {
    const next = [(row[0] ?? 0) + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const swap = (row[at - 1] ?? 0) + (to[at - 1] === letter ? 0 : 1);
      next.push(Math.min(swap, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}
