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
