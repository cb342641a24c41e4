/** How a process works on chats; tests are less patient. */
export type DeliveryPace = {
  /** Chats that are worked on side by side. */
  readonly chatsAtOnce: number;
  /** Messages on their way to messengers side by side, at most. */
  readonly sendsAtOnce: number;
  /**
   * A messenger that takes longer than this for a message is handed others meanwhile. Until then one is on its way at a time: what is
   * on its way when the process is killed may be said twice.
   */
  readonly companyAfterMs: number;
  /** After so many failures of an update it is given up. */
  readonly mostFailures: number;
  /** So often may an update be begun by processes that end meanwhile; an update that ends them itself is given up then. */
  readonly mostBegun: number;
  /** Before an update that failed is tried again; each further try waits four times as long. */
  readonly retryMs: number;
  /** Before a message that did not reach its messenger is sent again; each further try waits twice as long. */
  readonly resendMs: number;
  /** What takes longer has failed. */
  readonly composeMs: number;
  /** How often the database is asked for what other processes took in. */
  readonly lookEveryMs: number;
  /** How often this process says that it is alive. */
  readonly heartbeatMs: number;
  /** After the database was away, before other processes' chats may be taken: they were away as well, and are not dead. */
  readonly settleMs: number;
  /** How long `stop` waits for answers that are worked on, and then for messages on their way. */
  readonly graceMs: number;
  readonly sendGraceMs: number;
};

export const usualPace: DeliveryPace = {
  chatsAtOnce: 8,
  sendsAtOnce: 4,
  companyAfterMs: 300,
  mostFailures: 3,
  mostBegun: 5,
  retryMs: 1000,
  resendMs: 1000,
  composeMs: 300_000,
  lookEveryMs: 250,
  heartbeatMs: 2000,
  settleMs: 4000,
  graceMs: 4000,
  sendGraceMs: 2000,
};

/** On the embedded database no other process takes anything in: this is for waits that an earlier process left. */
export const LOOK_ALONE_MS = 2000;
