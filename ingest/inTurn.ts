/** As many children at once as leave memory for the rest: each may use up to its limit. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Starts `work` when few enough other reading processes are running. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
