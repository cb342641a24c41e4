/** What one side puts in and the other takes out, in order, until it is ended. */
export type Queue<T> = {
  readonly put: (item: T) => void;
  readonly end: () => void;
  readonly taken: () => AsyncGenerator<T>;
};

export function createQueue<T>(): Queue<T> {
  const items: T[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  return {
    put: (item) => {
      items.push(item);
      wake();
    },
    end: () => {
      ended = true;
      wake();
    },
    async *taken() {
      for (;;) {
        for (let item = items.shift(); item !== undefined; item = items.shift()) yield item;
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
          // What came while nobody waited.
          if (ended || items.length > 0) resolve();
        });
      }
    },
  };
}
