/** A bucket of permissions: `size` at once, then one more every `everyMs`. Returns whether there was one left to take. */
export function createBucket(size: number, everyMs: number, now: () => number = Date.now): () => boolean {
  let left = size;
  let counted = now();
  return () => {
    const passed = Math.max(0, now() - counted);
    const grown = Math.floor(passed / everyMs);
    left = Math.min(size, left + grown);
    // What has passed of the next one is kept, and a clock that was set back starts again from there.
    counted = now() - (passed - grown * everyMs);
    if (left === 0) return false;
    left -= 1;
    return true;
  };
}

/** Most addresses that are remembered; the one that came first is forgotten for a new one. */
const MOST_ADDRESSES = 10_000;

/** A bucket for each address, so that one noisy client keeps nobody else out. */
export function createBuckets(
  size: number,
  everyMs: number,
  now: () => number = Date.now,
): (address: string) => boolean {
  const buckets = new Map<string, () => boolean>();
  return (address) => {
    const bucket = buckets.get(address) ?? createBucket(size, everyMs, now);
    buckets.set(address, bucket);
    if (buckets.size > MOST_ADDRESSES) for (const oldest of buckets.keys().take(1)) buckets.delete(oldest);
    return bucket();
  };
}
