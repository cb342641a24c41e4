/** Work of one chat in order, different chats side by side. */
export type ChatQueues = {
  /** `work` must not throw. */
  readonly add: (chat: string, work: () => Promise<void>) => void;
  /** Resolves when fewer than `count` pieces of work wait or run, or when `signal` says to wait no longer. */
  readonly whenBelow: (count: number, signal: AbortSignal) => Promise<void>;
};

export function createChatQueues(): ChatQueues {
  const tails = new Map<string, Promise<void>>();
  let pending = 0;
  let watchers: { readonly count: number; readonly resolve: () => void }[] = [];

  const settle = (chat: string, tail: Promise<void>) => {
    pending -= 1;
    if (tails.get(chat) === tail) tails.delete(chat);
    const ready = watchers.filter(({ count }) => pending < count);
    watchers = watchers.filter(({ count }) => pending >= count);
    for (const { resolve } of ready) resolve();
  };

  return {
    add(chat, work) {
      pending += 1;
      const tail: Promise<void> = (tails.get(chat) ?? Promise.resolve())
        .then(work)
        .finally(() => settle(chat, tail));
      tails.set(chat, tail);
    },
    whenBelow(count, signal) {
      if (pending < count || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const watcher = {
          count,
          resolve: () => {
            // The signal lives as long as the channel: a listener for each wait would pile up on it.
            signal.removeEventListener('abort', giveUp);
            resolve();
          },
        };
        const giveUp = () => {
          watchers = watchers.filter((other) => other !== watcher);
          resolve();
        };
        watchers.push(watcher);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
