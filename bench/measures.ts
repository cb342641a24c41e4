/** nDCG@k of one ranking with binary relevance. Every relevant item found counts once. */
export function ndcgAt(k: number, ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const found = ranked.slice(0, k).reduce((sum, id, at) => sum + (relevant.has(id) ? gain(at) : 0), 0);
  let best = 0;
  for (let at = 0; at < Math.min(k, relevant.size); at += 1) best += gain(at);
  return best === 0 ? 0 : found / best;
}

/** 1 / rank of the first relevant item within the first k, else 0. */
export function reciprocalRankAt(
  k: number,
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
): number {
  const at = ranked.slice(0, k).findIndex((id) => relevant.has(id));
  return at === -1 ? 0 : 1 / (at + 1);
}

/** Whether a relevant item stands within the first k: 1 or 0. */
export function hitAt(k: number, ranked: readonly string[], relevant: ReadonlySet<string>): number {
  return ranked.slice(0, k).some((id) => relevant.has(id)) ? 1 : 0;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which the share `p` (0–1) of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}
