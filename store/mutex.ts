/** Runs pieces of work one after the other, in the order they were handed in; one that fails does not stop the next. */
export type Mutex = {
  run<T>(work: () => Promise<T>): Promise<T>;
};

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
