/** Remembers that many of the last keys. */
export type Seen = {
  /** Whether it comes for the first time; from then on it does no more. */
  readonly isNew: (key: string) => boolean;
};

export function createSeen(most: number): Seen {
  const keys = new Set<string>();
  return {
    isNew(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      if (keys.size > most) for (const oldest of keys.values().take(1)) keys.delete(oldest);
      return true;
    },
  };
}
