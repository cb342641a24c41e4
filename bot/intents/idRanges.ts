/** So many at once at most: what one message sent, with room to spare. */
const MOST = 50;

/** `12, 14-16` → 12, 14, 15, 16; `null` where something else is written, or nothing. Pure. */
export function readIds(words: string): readonly number[] | null {
  const parts = words.split(/[\s,;]+/).filter((part) => part !== '' && part !== 'va');
  const ids: number[] = [];
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,9})(?:[-–](\d{1,9}))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined) return null;
    const [from, to] = [Number(first), Number(last)];
    if (to < from || to - from >= MOST) return null;
    for (let id = from; id <= to; id += 1) ids.push(id);
  }
  const distinct = [...new Set(ids)];
  return distinct.length === 0 || distinct.length > MOST ? null : distinct;
}

/** The shortest that `readIds` reads the same from, in that order: 12, 14, 15, 16 → `12 14-16`. Pure. */
export function writeIds(ids: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === id - 1) run[1] = id;
    else runs.push([id, id]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
