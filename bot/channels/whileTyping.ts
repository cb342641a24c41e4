import { recurring } from './recurring.ts';

/** When it is shown that an answer is being written. */
export type TypingPace = {
  /** An answer that is there sooner is only sent. */
  readonly typingAfterMs: number;
  /** Shorter than the typing sign lasts. */
  readonly typingEveryMs: number;
};

/** Shows “typing…” by `show` while `work` runs, where that takes long. Failures to show it do not matter. */
export async function whileTyping<Result>(
  show: (ended: AbortSignal) => Promise<unknown>,
  { typingAfterMs, typingEveryMs }: TypingPace,
  work: () => Promise<Result>,
): Promise<Result> {
  const showing = recurring(typingAfterMs, async (ended) => {
    await show(ended).catch(() => undefined);
    return typingEveryMs;
  });
  try {
    return await work();
  } finally {
    await showing.end();
  }
}
