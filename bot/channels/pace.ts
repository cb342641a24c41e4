import type { TypingPace } from './whileTyping.ts';

/** How patient a messenger is; tests are less so. */
export type ChannelPace = TypingPace & {
  /** How long the server may hold a request that has nothing to answer. */
  readonly holdSeconds: number;
  /** Before the first repetition of what failed; each one after it waits twice as long. */
  readonly firstWaitMs: number;
  /** How long `stop` waits for answers that are being worked on. */
  readonly graceMs: number;
};
